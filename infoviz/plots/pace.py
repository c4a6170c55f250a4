"""The pace of interviews against the goal, with the limits that so many interviews support."""

from matplotlib.axes import Axes

from infoviz.plots.canvas import DARK, LIGHT, WARM, canvas, caption, counts_on, empty, headline, room, settle
from infoviz.plots.lettering import SMALL, legible, width
from infoviz.stats.weekly.pace import Pace, ThisWeek
from infoviz.stats.wording import counted, supported

PAST, NOW = 1, 0  # the two rows
WIDE = 5.0  # inches from which on there is room to speak of streaks


def plot_pace(result: Pace, *, ax: Axes | None = None) -> Axes:
    """Draw the interviews a week over all completed weeks with their exact limits, and this week, against the goal.

    Parameters
    ----------
    result
        What :func:`infoviz.pace` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; below a wide one stand the weeks that made the goal and the streaks.
    """
    ax = canvas(ax, height=2.1)
    now = result.this_week
    if now is None:
        return empty(ax, f"No pace yet: {result.reason or 'there are no weeks'}.", result.as_of)
    counts_on("x", ax, max(result.goal, now.met, result.high or 0))
    goal = ax.axvline(
        result.goal, color=WARM, linestyle=(0, (4, 3)), linewidth=1.4, label=f"goal: {result.goal} a week"
    )
    if result.estimate is not None and result.low is not None and result.high is not None:
        ax.plot([result.low, result.high], [PAST, PAST], color=DARK, linewidth=1.8, solid_capstyle="butt")
        ax.plot([result.estimate], [PAST], "o", color=DARK, markersize=7, clip_on=False)
    ax.barh([NOW], [now.met], height=0.5, color=LIGHT, hatch="////", edgecolor="white", linewidth=0)
    labels = [_past_words(result), _now_words(result, now)]
    ax.set_yticks([PAST, NOW], labels, fontsize=SMALL)
    ax.set_ylim(-0.5, 1.5)
    ax.tick_params(axis="y", length=0, pad=8)
    ax.spines["left"].set_visible(False)
    beside = max(width(line) for label in labels for line in label.split("\n")) + 0.25
    below = ["interviews a week, with 95 % interval"]
    if result.weeks and room(ax)[0] > WIDE:
        below.append(
            f"{result.made:,} of {counted(result.weeks, 'week')} made the goal; weeks in a row: {result.streak:,} now, "
            f"{result.longest:,} at best"
        )
    caption(ax, *below, beside=beside)
    headline(ax, "Interviews a week", [goal], beside=beside, as_of=result.as_of)
    return settle(ax)


def _past_words(result: Pace) -> str:
    weeks = counted(result.weeks, "completed week")
    if result.estimate is None or result.low is None or result.high is None:
        return f"{weeks}\n{legible(result.reason or '')}"
    estimate, low, high = supported(result.estimate, result.low, result.high)
    return f"{weeks}, {counted(result.interviews, 'interview')}\n{estimate} a week ({low} to {high})"


def _now_words(result: Pace, now: ThisWeek) -> str:
    left = counted(now.days_left, "day")
    if now.chance is None or now.met >= result.goal:
        return f"this week: {now.met:,} of {result.goal:,}\n{left} left"
    chance = round(now.chance * 20) * 5
    said = f"about {chance}" if 0 < chance < 100 else "under 3" if chance == 0 else "over 97"
    return f"this week: {now.met:,} of {result.goal:,}\n{left} left, chance {said} %"
