"""Curves over the days since an ask: a stepped line in its band, and how many asks are still followed."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from infoviz.plots.canvas import BLACK, DARK, GREY, WARM, caption, room
from infoviz.stats.estimates.incidence import CumulativeIncidence

FEW = 5  # asks: where fewer are still followed, a curve says little

# Inks that differ in grey, and dashes that differ without any ink.
STYLES: tuple[tuple[str, str | tuple[int, tuple[int, ...]]], ...] = (
    (DARK, "-"),
    (WARM, (0, (6, 2))),
    (GREY, (0, (2, 1.2))),  # type: ignore[assignment]
    (BLACK, (0, (1, 1, 4, 1))),
)


def last_day(curve: CumulativeIncidence, within: int | None) -> float:
    """Day up to which a curve is worth drawing: past the window, as long as a few asks are still followed."""
    end = max(float(curve.days[curve.at_risk >= min(FEW, curve.at_risk[0])][-1]), 1.0)
    return end if within is None else max(min(end, 1.5 * within), within)


def draw_curve(
    ax: Axes,
    curve: CumulativeIncidence,
    cause: int,
    end: float,
    *,
    style: int,
    label: str,
    banded: bool = True,
) -> Artist:
    """Draw the curve of one cause up to a day, its 95 % limits as a band.

    Parameters
    ----------
    ax
        The Axes.
    curve, cause
        What to draw.
    end
        The last day drawn.
    style
        Which of ``STYLES``.
    label
        The words in the legend.
    banded
        Whether the limits are a band, or else thin lines: more than two bands hide one another.

    Returns
    -------
    matplotlib.artist.Artist
        The line, for the legend.
    """
    ink, dashes = STYLES[style % len(STYLES)]
    which = curve.causes.index(cause)
    inside = curve.days <= end
    # The curve begins at nothing on day 0, and goes on level after the last day observed.
    days = np.concatenate([[0.0], curve.days[inside], [end]])

    def level(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        kept = values[which][inside]
        return np.concatenate([[0.0], kept, kept[-1:] if len(kept) else [0.0]])

    if banded:
        ax.fill_between(
            days, level(curve.low), level(curve.high), step="post", color=ink, alpha=0.16, linewidth=0
        )
    else:
        for limit in (curve.low, curve.high):
            ax.plot(
                days,
                level(limit),
                drawstyle="steps-post",
                color=ink,
                linestyle=dashes,
                linewidth=0.7,
                alpha=0.8,
            )
    (line,) = ax.plot(
        days, level(curve.estimate), drawstyle="steps-post", color=ink, linestyle=dashes, linewidth=1.9, label=label
    )  # fmt: skip
    return line


def days_axis(ax: Axes, curve: CumulativeIncidence, end: float) -> None:
    """Label the days, and below each how many asks are still open and followed on it."""
    ax.set_xlim(0, end)
    weeks = max(1, int(np.ceil(end / 7 / min(9, room(ax)[0] / 0.75))))
    ticks = np.arange(0, end + 1, 7 * weeks if end >= 14 else max(1, end // 4))
    at = np.searchsorted(curve.days, ticks, side="left")
    followed = np.append(curve.at_risk, 0)[at]
    ax.set_xticks(ticks, [f"{day:g}\n{count:,}" for day, count in zip(ticks, followed, strict=True)])
    caption(ax, "days since the ask; below, the asks still open and followed")


def mark_window(ax: Axes, within: int, end: float) -> None:
    """Mark the end of the window by a thin line."""
    if within <= end:
        ax.axvline(within, color=GREY, linewidth=0.9, linestyle=(0, (1, 2)))


def highest(curve: CumulativeIncidence, causes: Sequence[int], end: float) -> float:
    """Upper end of the bands of some causes up to a day."""
    inside = curve.days <= end
    tops = [curve.high[curve.causes.index(cause)][inside].max(initial=0.0) for cause in causes]
    return float(max(tops, default=0.0))
