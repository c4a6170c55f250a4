"""How the network grows: who is in touch, who has gone cold, and who is new, week by week."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Patch, StepPatch

from infoviz.plots.canvas import (
    BLACK,
    DARK,
    LIGHT,
    WARM,
    bars,
    canvas,
    counts_on,
    cut_words,
    empty,
    headline,
    latest,
    move_day,
    settle,
    week_axis,
)
from infoviz.plots.lettering import SMALL
from infoviz.schema.fields import Field
from infoviz.stats.people.growth import NetworkGrowth

COLD = "#8cc0e2"
UNTOUCHED = "#e3edf4"
NOTHING = "No growth to show yet: nothing in this tracker has a date."


def plot_network_growth(result: NetworkGrowth, *, ax: Axes | None = None) -> Axes:
    """Draw all people so far as stacked areas: in touch, gone cold, not in touch yet; and the organizations as a line.

    Parameters
    ----------
    result
        What :func:`infoviz.network_growth` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; the legend tells the counts of the last week. A person without any date is in none.
    """
    ax = canvas(ax)
    weeks = result.weeks
    if not weeks:
        return empty(ax, NOTHING, result.as_of)
    edges = np.arange(len(weeks) + 1) - 0.5
    now, below = weeks[-1], np.zeros(len(weeks))
    entries: list[Patch] = []
    for ink, words, heights in _layers(result):
        ax.stairs(below + heights, edges, baseline=below, fill=True, color=ink, linewidth=0)
        entries.append(Patch(color=ink, label=f"{words}: {int(heights[-1]):,}"))
        below = below + heights
    organizations = np.array([week.organizations for week in weeks])
    if now.organizations:
        ax.stairs(organizations, edges, baseline=None, color="white", linewidth=3.6)
    lines = [
        ax.stairs(
            below, edges, baseline=None, color=BLACK, linewidth=1.6, label=f"people so far: {now.people:,}"
        )
    ]
    if now.organizations:
        lines.append(
            ax.stairs(
                organizations, edges, baseline=None, color=WARM, linewidth=2, linestyle=(0, (4, 1.2)),
                label=f"organizations so far: {now.organizations:,}",
            )
        )  # fmt: skip
    counts_on("y", ax, max(now.people, now.organizations))
    week_axis(ax, [week.begins for week in weeks])
    ax.set_ylabel("so far", fontsize=SMALL)
    headline(ax, "How the network grows", [*lines, *entries], as_of=result.as_of)
    return settle(ax)


def move_network_growth(result: NetworkGrowth, *, ax: Axes) -> bool:
    """Move the areas and lines of a drawn chart to another result of as many weeks.

    Parameters
    ----------
    result
        As :func:`plot_network_growth` takes it.
    ax
        What :func:`plot_network_growth` has drawn on.

    Returns
    -------
    bool
        False where the chart shows other weeks, or organizations where there are none now, or the reverse;
        nothing is moved then.
    """
    weeks, steps, legend = result.weeks, ax.patches, ax.get_legend()
    drawn = [step for step in steps if isinstance(step, StepPatch)]
    if not weeks or legend is None or len(drawn) != (6 if weeks[-1].organizations else 4):
        return False
    if len(drawn[0].get_data()[0]) != len(weeks):
        return False
    now, below, words = weeks[-1], np.zeros(len(weeks)), [f"people so far: {weeks[-1].people:,}"]
    if now.organizations:
        words.append(f"organizations so far: {now.organizations:,}")
    for step, (_, name, heights) in zip(drawn, _layers(result), strict=False):
        step.set_data(below + heights, baseline=below)  # type: ignore[arg-type]
        words.append(f"{name}: {int(heights[-1]):,}")
        below = below + heights
    organizations = np.array([week.organizations for week in weeks])
    lines = (organizations, below, organizations) if now.organizations else (below,)
    for step, heights in zip(drawn[3:], lines, strict=True):
        step.set_data(heights)
    for text, told in zip(legend.get_texts(), words, strict=True):
        text.set_text(told)
    counts_on("y", ax, max(now.people, now.organizations))
    move_day(ax, result.as_of)
    return True


def plot_new_contacts(result: NetworkGrowth, *, ax: Axes | None = None) -> Axes:
    """Draw the people and organizations new in each week as bars, one within the other.

    Parameters
    ----------
    result
        What :func:`infoviz.network_growth` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Of more than a year the last 53 weeks are shown, and the headline says so.
    """
    ax = canvas(ax, height=2.8)
    if not result.weeks:
        return empty(ax, NOTHING, result.as_of)
    weeks = latest(result.weeks)
    people = [week.new_people for week in weeks]
    organizations = [week.new_organizations for week in weeks]
    bars(ax, people, 0.86, LIGHT)
    entries = [Patch(color=LIGHT, label=f"new people: {sum(people):,}")]
    if result.organizations is not None:
        bars(ax, organizations, 0.44, WARM)
        entries.append(Patch(color=WARM, label=f"new organizations: {sum(organizations):,}"))
    counts_on("y", ax, max(*people, *organizations))
    week_axis(ax, [week.begins for week in weeks])
    ax.set_ylabel("first contact that week", fontsize=SMALL)
    what = "people" if result.organizations is None else "people and organizations"
    headline(
        ax, f"New {what}, week by week{cut_words(len(weeks), len(result.weeks))}", entries, as_of=result.as_of
    )
    return settle(ax)


def _layers(result: NetworkGrowth) -> list[tuple[str, str, np.typing.NDArray[np.float64]]]:
    """Ink, words and heights of each area, from the bottom."""
    weeks, sure = result.weeks, result.undated_met == 0 and Field.MET_ON not in result.missing
    warm = np.array([week.warm for week in weeks], dtype=np.float64)
    cold = np.array([week.cold for week in weeks], dtype=np.float64)
    people = np.array([week.people for week in weeks], dtype=np.float64)
    return [
        (DARK, "in touch", warm),
        (COLD, "gone cold", cold),
        (
            UNTOUCHED,
            "not in touch yet" if sure else "not known to be in touch",
            np.maximum(people - warm - cold, 0),
        ),
    ]
