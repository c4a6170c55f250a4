"""How long answers take: the curve of answers, when most of them have come, and when a nudge pays."""

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from infoviz.plots.canvas import BLACK, GREY, WARM, canvas, empty, headline, settle
from infoviz.plots.curves import days_axis, draw_curve, highest, last_day, mark_window
from infoviz.plots.lettering import SMALL
from infoviz.plots.shares import percent_axis
from infoviz.stats.asking.timing import Quantile, TimeToResponse
from infoviz.stats.estimates.incidence import CumulativeIncidence
from infoviz.stats.wording import counted

ANSWER = 1


def plot_time_to_response(result: TimeToResponse, *, ax: Axes | None = None) -> Axes:
    """Draw the share of asks answered by each day, and mark when half and nine in ten of the answers have come.

    Parameters
    ----------
    result
        What :func:`infoviz.time_to_response` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. The marks speak of the answers that come within the window. Where fewer than five asks
        are as old as the window, the curve ends with the last day for which five are.
    """
    ax = canvas(ax)
    curve = result.curve
    if result.reason or curve is None:
        return empty(
            ax,
            f"How long answers take is not known yet: {result.reason or 'no ask has a date'}.",
            result.as_of,
        )
    if not result.horizon:
        return empty(ax, f"No curve yet: {result.window_reason}.", result.as_of)
    short = result.horizon < result.within
    end = float(result.horizon) if short else last_day(curve, result.within)
    if ANSWER not in curve.causes:
        return empty(ax, f"No answer yet to {result.asked:,} asks.", result.as_of)
    answers = draw_curve(ax, curve, ANSWER, end, style=0, label=f"answered ({result.answered:,})")
    days_axis(ax, curve, end)
    percent_axis("y", ax, max(highest(curve, (ANSWER,), end), 0.2))
    mark_window(ax, result.within, end)
    half = result.of_those_who_reply[1] if result.of_those_who_reply else None
    marks = [
        _mark(ax, curve, quantile, shape, ink, words)
        for quantile, shape, ink, words in (
            (half, "o", BLACK, "half of the answers by day"),
            (result.most, "D", WARM, "nine in ten by day"),
        )
        if quantile is not None and quantile.day is not None
    ]
    ax.set_ylabel("share of asks, with 95 % band", fontsize=SMALL)
    until = f"; up to day {end:g}: too few are older" if short else ""
    about = f"{counted(result.asked, 'ask')}, window {counted(result.within, 'day')}{until}"
    headline(ax, f"How long answers take ({about})", [answers, *marks], as_of=result.as_of)
    return settle(ax)


def _mark(
    ax: Axes, curve: CumulativeIncidence, quantile: Quantile, shape: str, ink: str, words: str
) -> Artist:
    """Put a mark on the curve at a day, with the limits of that day as a line."""
    height = curve.at(quantile.day or 0.0, ANSWER)[0]
    if quantile.low is not None and quantile.high is not None:
        ax.plot([quantile.low, quantile.high], [height, height], color=GREY, linewidth=1.4)
    (mark,) = ax.plot(
        [quantile.day or 0.0], [height], shape, color=ink, markersize=7, markeredgecolor="white", zorder=4,
        clip_on=False, linestyle="none", label=f"{words} {quantile.day:g}",
    )  # fmt: skip
    return mark
