"""An activity calendar: on which days something happened, weeks across and weekdays down."""

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.patches import Patch

from infoviz.plots.canvas import MOST_WEEKS, canvas, cut_words, empty, headline, latest, settle, week_axis
from infoviz.plots.lettering import SMALL
from infoviz.stats.asking.grouping import WEEKDAYS
from infoviz.stats.weekly.activity import Activity

STEPS = ("#f0f0f0", "#b4d1e8", "#74a9d3", "#2f78b3", "#08306b")  # ever darker, in grey too


def plot_activity(result: Activity, *, ax: Axes | None = None) -> Axes:
    """Draw one square a day, the darker the more happened on it.

    Parameters
    ----------
    result
        What :func:`infoviz.activity` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Of more than a year the last 53 weeks are shown, and the headline says so.
    """
    ax = canvas(ax, height=2.4)
    if not result.begins:
        return empty(ax, "No activity to show yet: nothing in this tracker has a date.", result.as_of)
    begins, totals = latest(result.begins), result.totals[-MOST_WEEKS:]
    bounds = _bounds(int(totals.max()))
    inks = STEPS[: len(bounds) - 1]
    norm = BoundaryNorm(bounds, len(inks))
    ahead = np.arange(7) > (result.as_of - begins[-1]).days
    shown = np.ma.masked_array(totals.T, mask=np.zeros(totals.T.shape, dtype=bool))
    shown[ahead, -1] = np.ma.masked
    ax.pcolormesh(
        np.arange(len(begins) + 1) - 0.5, np.arange(8) - 0.5, shown,
        cmap=ListedColormap(inks), norm=norm, edgecolors="white", linewidth=1.2 if len(begins) < 30 else 0.6,
    )  # fmt: skip
    ax.invert_yaxis()
    ax.set_yticks(range(7), [name[:3] for name in WEEKDAYS], fontsize=SMALL)
    week_axis(ax, begins, least=20)
    ax.tick_params(length=0)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    entries = [
        Patch(color=ink, label=_range(low, high))
        for ink, (low, high) in zip(inks, pairwise(bounds), strict=True)
    ]
    headline(
        ax,
        f"What happened on which day{cut_words(len(begins), len(result.begins))}",
        entries,
        as_of=result.as_of,
    )
    return settle(ax)


def _bounds(most: int) -> list[int]:
    """Where each ink begins: nothing, then up to four steps to the busiest day."""
    if most <= 4:
        return list(range(most + 2))
    steps = np.unique(np.ceil(np.linspace(1, most + 1, 5)).astype(int))
    return [0, *steps.tolist()]


def _range(low: int, high: int) -> str:
    last = high - 1
    if last == 0:
        return "nothing"
    return f"{low}" if low == last else f"{low}–{last}"
