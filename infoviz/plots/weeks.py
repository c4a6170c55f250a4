"""Weekly progress: what was asked and what was met, week by week, against the goal."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch, StepPatch

from infoviz.plots.canvas import (
    DARK,
    GREY,
    LIGHT,
    WARM,
    bars,
    canvas,
    counts_on,
    cut_words,
    empty,
    headline,
    heights_of,
    latest,
    set_heights,
    settle,
    week_axis,
)
from infoviz.plots.lettering import SMALL
from infoviz.stats.weekly.weeks import Week, WeeklyProgress


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
    unfinished = not weeks[-1].complete
    for heights, wide, ink in _series(weeks):
        bars(ax, heights, wide, ink)
        if unfinished:
            last = len(weeks) - 1
            ax.bar(last, heights[last], width=wide, color=ink, hatch="////", edgecolor="white")
    goal = ax.axhline(
        result.goal, color=WARM, linestyle=(0, (4, 3)), linewidth=1.2, label=f"goal: meet {result.goal}"
    )
    entries: list[Artist] = [Patch(color=LIGHT, label="asked"), Patch(color=DARK, label="met"), goal]
    if unfinished:
        left = len(weeks) - 1.5
        entries.append(
            ax.axvspan(left, left + 1, color=GREY, alpha=0.1, linewidth=0, label="this week so far")
        )
    counts_on("y", ax, _highest(weeks, result.goal))
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
        False where the chart shows other weeks; nothing is moved then.
    """
    weeks = latest(result.weeks)
    drawn = [patch for patch in ax.patches if isinstance(patch, StepPatch)]
    if not weeks or not drawn or any(len(heights_of(steps)) != len(weeks) for steps in drawn):
        return False
    if bool(ax.containers) == weeks[-1].complete:  # only a week that is not over has hatched bars
        return False
    for steps, (heights, _, _) in zip(drawn, _series(weeks), strict=True):
        set_heights(steps, heights)
    for hatched, (heights, _, _) in zip(ax.containers, _series(weeks), strict=False):
        hatched[0].set_height(heights[-1])
    counts_on("y", ax, _highest(weeks, result.goal))
    return True


def _series(weeks: Sequence[Week]) -> list[tuple[list[int], float, str]]:
    """Heights, width and ink of the bars of asks and of those of interviews, which stand before them."""
    return [([week.asked for week in weeks], 0.86, LIGHT), ([week.met for week in weeks], 0.44, DARK)]


def _highest(weeks: Sequence[Week], goal: int) -> int:
    return max(goal, *(max(week.asked, week.met) for week in weeks))
