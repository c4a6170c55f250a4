"""Weekly progress: what was asked and what was met, week by week, against the goal."""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from infoviz.plots.canvas import (
    DARK,
    GREY,
    LIGHT,
    WARM,
    canvas,
    counts_on,
    cut_words,
    empty,
    headline,
    latest,
    settle,
    week_axis,
)
from infoviz.plots.lettering import SMALL
from infoviz.stats.weeks import WeeklyProgress


def plot_weekly_progress(result: WeeklyProgress, *, ax: Axes | None = None) -> Axes:
    """Draw asks and interviews of each week against the weekly goal.

    A wide pale bar counts the asks, a narrow dark one the interviews, the dashed line is the goal. The
    week that is not over yet is hatched.

    Parameters
    ----------
    result
        What :func:`infoviz.weekly_progress` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Of more than a year the last 53 weeks are shown, and the headline says so.
    """
    ax = canvas(ax)
    if not result.weeks:
        return empty(ax, "No week to show yet: nothing in this tracker has a date.")
    weeks = latest(result.weeks)
    places = np.arange(len(weeks))
    asked = np.array([week.asked for week in weeks])
    met = np.array([week.met for week in weeks])
    wide = ax.bar(places, asked, width=0.86, color=LIGHT)
    narrow = ax.bar(places, met, width=0.44, color=DARK)
    goal = ax.axhline(
        result.goal, color=WARM, linestyle=(0, (4, 3)), linewidth=1.2, label=f"goal: meet {result.goal}"
    )
    entries: list[Artist] = [Patch(color=LIGHT, label="asked"), Patch(color=DARK, label="met"), goal]
    if not weeks[-1].complete:
        for bar in (wide[-1], narrow[-1]):
            bar.set(hatch="////", edgecolor="white")
        left = places[-1] - 0.5
        entries.append(
            ax.axvspan(left, left + 1, color=GREY, alpha=0.1, linewidth=0, label="this week so far")
        )
    counts_on("y", ax, max(asked.max(), met.max(), result.goal))
    ax.set_ylabel("people", fontsize=SMALL)
    week_axis(ax, [week.begins for week in weeks])
    headline(ax, f"Asked and met, week by week{cut_words(len(weeks), len(result.weeks))}", entries)
    return settle(ax)


def move_weekly_progress(result: WeeklyProgress, *, ax: Axes) -> bool:
    """Move the bars of a drawn chart to another result of the same weeks and goal.

    This takes a third of the time of drawing anew.

    Parameters
    ----------
    result
        As :func:`plot_weekly_progress` takes it.
    ax
        What :func:`plot_weekly_progress` has drawn on.

    Returns
    -------
    bool
        False where the chart has no bar for each week; nothing is moved then.
    """
    weeks = latest(result.weeks)
    if not weeks or len(ax.containers) != 2 or any(len(bars) != len(weeks) for bars in ax.containers):
        return False
    asked, met = [week.asked for week in weeks], [week.met for week in weeks]
    for bars, heights in zip(ax.containers, (asked, met), strict=True):
        for bar, height in zip(bars, heights, strict=True):
            bar.set_height(height)
    counts_on("y", ax, max(*asked, *met, result.goal))
    return True
