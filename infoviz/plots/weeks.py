"""Weekly progress: what was asked and what was met, week by week, against the goal."""

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
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
    move_day,
    set_heights,
    settle,
    week_axis,
)
from infoviz.plots.lettering import SMALL
from infoviz.stats.weekly.weeks import WeeklyProgress


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
        The Axes drawn on. Of more than a year the last 53 weeks are shown, and the headline says so. What has no
        days is not drawn as nothing but left out, and with the interviews their goal.
    """
    ax = canvas(ax)
    if not result.weeks:
        return empty(ax, "No week to show yet: nothing in this tracker has a date.", result.as_of)
    weeks, series = latest(result.weeks), _series(result)
    if not series:
        return empty(ax, "No week to show: on which days you asked and met is not known.", result.as_of)
    unfinished = not weeks[-1].complete
    for _, heights, wide, ink in series:
        bars(ax, heights, wide, ink)
        if unfinished:
            last = len(weeks) - 1
            ax.bar(last, heights[last], width=wide, color=ink, hatch="////", edgecolor="white")
    entries: list[Artist] = [Patch(color=ink, label=name) for name, _, _, ink in series]
    if "met" not in result.unknown:
        entries.append(
            ax.axhline(
                result.goal,
                color=WARM,
                linestyle=(0, (4, 3)),
                linewidth=1.2,
                label=f"goal: meet {result.goal}",
            )
        )
    if unfinished:
        left = len(weeks) - 1.5
        entries.append(
            ax.axvspan(left, left + 1, color=GREY, alpha=0.1, linewidth=0, label="this week so far")
        )
    counts_on("y", ax, _highest(result))
    ax.set_ylabel("people", fontsize=SMALL)
    week_axis(ax, [week.begins for week in weeks])
    headline(ax, f"{_told(result)}{cut_words(len(weeks), len(result.weeks))}", entries, as_of=result.as_of)
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
    series = _series(result)
    if [to_hex(steps.get_facecolor()) for steps in drawn] != [ink for _, _, _, ink in series]:
        return False
    if bool(ax.containers) == weeks[-1].complete:  # only a week that is not over has hatched bars
        return False
    for steps, (_, heights, _, _) in zip(drawn, series, strict=True):
        set_heights(steps, heights)
    for hatched, (_, heights, _, _) in zip(ax.containers, series, strict=False):
        hatched[0].set_height(heights[-1])
    counts_on("y", ax, _highest(result))
    move_day(ax, result.as_of)
    return True


def _series(result: WeeklyProgress) -> list[tuple[str, list[int], float, str]]:
    """Name, heights, width and ink of the bars of asks and of those of interviews, which stand before them."""
    kinds = (("asked", 0.86, LIGHT), ("met", 0.44, DARK))
    weeks = latest(result.weeks)
    return [
        (name, [getattr(week, name) for week in weeks], wide, ink)
        for name, wide, ink in kinds
        if name not in result.unknown
    ]


def _told(result: WeeklyProgress) -> str:
    """Say what is counted, and what is not known."""
    if "met" in result.unknown:
        return "Asked, week by week (when you met is not known)"
    if "asked" in result.unknown:
        return "Met, week by week (when you asked is not known)"
    return "Asked and met, week by week"


def _highest(result: WeeklyProgress) -> int:
    goal = 0 if "met" in result.unknown else result.goal
    return max(goal, *(max(heights) for _, heights, _, _ in _series(result)))
