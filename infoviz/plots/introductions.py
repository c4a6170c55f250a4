"""Who introduced whom: the forest of introductions, generations as columns, names where they fit."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from infoviz.plots.canvas import (
    BLACK,
    DARK,
    GREY,
    PALE,
    canvas,
    drawn_width,
    empty,
    headline,
    rows_that_fit,
    settle,
)
from infoviz.plots.forest import Layout, Spot, lay_out
from infoviz.plots.lettering import SMALL, families, legible, lines, width
from infoviz.stats.introductions import Introductions, Member
from infoviz.stats.wording import counted

MOST_ROWS = 26
MOST_COLUMNS = 6
COLUMN = 1.15  # inches that a column takes at least
ROW = 0.2
AROUND = 1.15  # inches that headline, legend and footnote take
BESIDE = 0.09  # inches from a mark to its words


def plot_introductions(result: Introductions, *, ax: Axes | None = None) -> Axes:
    """Draw the people who were introduced and those who introduced them, one column a generation.

    Parameters
    ----------
    result
        What :func:`infoviz.introductions` gives.
    ax
        The Axes to draw on; a new figure of notebook width, as high as the forest needs, when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Where not everybody fits, those without introductions of their own share a row,
        then branches are kept shut behind a count; what is left out stands below.
    """
    parents = [member.introducer for member in result.members]
    if result.reason or not result.introduced:
        why = result.reason or "nobody on the list was introduced by another yet"
        return empty(canvas(ax, height=2.0), f"No introductions to show: {why}.")
    if ax is None:
        whole = lay_out(parents, MOST_ROWS, MOST_COLUMNS)
        ax = canvas(None, height=AROUND + ROW * max(whole.rows, 4))
    ax = canvas(ax)
    inches = drawn_width(ax)
    columns = max(2, min(MOST_COLUMNS, int(inches / COLUMN)))
    layout = lay_out(parents, min(MOST_ROWS, rows_that_fit(ax, AROUND, ROW)), columns)
    deep = max(spot.column for spot in layout.spots) + 1
    step = inches / max(deep, 2)
    ax.set_xlim(0, inches)
    ax.set_ylim(layout.rows - 0.4, -1.6)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    _name_columns(ax, result.by_generation, deep, step)
    for spot in layout.spots:
        _draw(ax, spot, layout, result.members, step, inches)
    ax.set_xlabel(lines(_left_out(layout), inches - 0.1, SMALL), fontsize=SMALL, color=GREY, loc="left")
    met, unmet = (
        Line2D([], [], linestyle="none", marker="o", markersize=6, color=DARK, markerfacecolor=face, label=words)
        for face, words in ((DARK, "met"), ("white", "not met yet"))
    )  # fmt: skip
    people = counted(result.people, "person", "people")
    headline(
        ax, f"Who introduced whom: {result.introduced:,} of {people} were introduced", [met, unmet], beside=0
    )
    return settle(ax)


def _name_columns(ax: Axes, counts: tuple[int, ...], deep: int, step: float) -> None:
    for column in range(deep):
        words = "directly" if column == 0 else "introduced" if column == 1 else f"generation {column}"
        text = legible(f"{words}: {counts[column]:,}", step - 0.12)
        ax.text(column * step, -1.15, text, va="center", fontsize=SMALL, fontweight="bold", color=GREY)
    ax.axhline(-0.7, color=PALE, linewidth=0.8)


def _draw(
    ax: Axes, spot: Spot, layout: Layout, members: tuple[Member, ...], step: float, inches: float
) -> None:
    """Draw one spot with its words and the line from its introducer."""
    at = spot.column * step + 0.05
    end = (spot.column + 1) * step - 0.2 if spot.opened else inches
    text = _words(spot, members, end - at - BESIDE - 0.02)
    if spot.above is not None:
        above = layout.spots[spot.above]
        bend = at - 0.1
        ax.plot([bend, bend, at], [above.row, spot.row, spot.row], color=GREY, linewidth=0.7, zorder=1)
    if spot.opened:
        begin = at + BESIDE + width(text) + 0.05
        ax.plot([begin, at + step - 0.1], [spot.row, spot.row], color=GREY, linewidth=0.7, zorder=1)
    met = all(members[person].met for person in spot.people)
    ax.plot(
        [at], [spot.row], "o", markersize=5.5, color=DARK, markerfacecolor=DARK if met else "white", zorder=2,
        clip_on=False,
    )  # fmt: skip
    ax.text(
        at + BESIDE, spot.row, text, va="center_baseline", fontsize=SMALL, color=BLACK, fontfamily=families([text])
    )  # fmt: skip


def _words(spot: Spot, members: tuple[Member, ...], inches: float) -> str:
    """Name the people of a spot as far as they fit, and count the others."""
    names = [members[person].name or "(no name)" for person in spot.people]
    if spot.hidden:
        more = f" → {spot.hidden:,}"
        return f"{legible(names[0], inches - width(more))}{more}"
    if len(names) == 1:
        return legible(names[0], inches)
    shown: list[str] = []
    for place, name in enumerate(names):
        rest = len(names) - place - 1
        more = f" and {rest:,} more" if rest else ""
        label = legible(name, 1.3)
        if shown and width(", ".join([*shown, label]) + more) > inches:
            break
        shown.append(label)
    rest = len(names) - len(shown)
    if rest == len(names) - 1 and width(shown[0]) + width(f" and {rest:,} more") > inches:
        return f"{len(names):,} people"
    return ", ".join(shown) + (f" and {rest:,} more" if rest else "")


def _left_out(layout: Layout) -> str:
    parts = []
    if any(spot.hidden for spot in layout.spots):
        parts.append("→ counts the people further down a branch")
    if layout.left_out[0]:
        families_, people = layout.left_out
        parts.append(
            f"{counted(families_, 'smaller family', 'smaller families')} ({people:,} people) left out"
        )
    if layout.single:
        parts.append(
            f"{counted(layout.single, 'person', 'people')} who neither came by an introduction nor gave one left out"
        )
    return "; ".join(parts)
