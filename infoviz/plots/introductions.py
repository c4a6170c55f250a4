"""Who introduced whom: the forest of introductions, generations as columns, names where they fit."""

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from infoviz.plots.canvas import (
    BLACK,
    BOLD,
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
from infoviz.plots.forest import Layout, Spot, Tree, lay_out
from infoviz.plots.lettering import SMALL, families, legible, lines, width
from infoviz.stats.people.introductions import Introductions, Members
from infoviz.stats.wording import counted

MOST_ROWS = 26
MOST_COLUMNS = 5
COLUMN = 1.2  # inches that a column takes at least, on the average
LAST_COLUMN = 1.4  # inches kept for the words of the last
LONGEST_SHARED = 1.3  # inches that a name takes at most where several share a row
SHORTEST = 0.6  # inches below which a name says nothing any more
NAMELESS = "(no name)"
ROW = 0.2
AROUND = 1.15  # inches that headline, legend and footnote take
MARK = 0.05  # inches from the left end of a column to its marks
BESIDE = 0.09  # inches from a mark to its words
BEND = 0.12  # inches from a mark to where its line bends


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
    if result.reason or not result.introduced:
        why = result.reason or "none of these people was introduced by a contact yet"
        return empty(canvas(ax, height=2.0), f"No introductions to show: {why}.", result.as_of)
    tree = Tree.of(result.members.introducers)
    if ax is None:
        whole = lay_out(tree, MOST_ROWS, MOST_COLUMNS)
        ax = canvas(None, height=AROUND + ROW * max(whole.rows, 4))
    ax = canvas(ax)
    inches = drawn_width(ax)
    columns = max(2, min(MOST_COLUMNS, int(inches / COLUMN)))
    layout = lay_out(tree, min(MOST_ROWS, rows_that_fit(ax, AROUND, ROW)), columns)
    heads = _column_heads(result.by_generation, max(spot.column for spot in layout.spots) + 1)
    lefts = _column_places(layout, result.members, heads, inches)
    for left, words in zip(lefts, heads, strict=False):
        _say(ax, left, -1.15, words, GREY, "bold")
    ax.axhline(-0.7, color=PALE, linewidth=0.8)
    joins = [line for spot in layout.spots for line in _draw(ax, spot, layout, result.members, lefts)]
    _mark(ax, layout, result.members, lefts)
    ax.add_collection(LineCollection(joins, colors=GREY, linewidths=0.7, zorder=1), autolim=False)
    ax.set_xlim(0, inches)
    ax.set_ylim(layout.rows - 0.4, -1.6)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_xlabel(
        lines(_left_out(layout, len(result.members) - result.people), inches - 0.1, SMALL),
        fontsize=SMALL,
        color=GREY,
        loc="left",
    )
    met, unmet = (
        Line2D([], [], linestyle="none", marker="o", markersize=6, color=DARK, markerfacecolor=face, label=words)
        for face, words in ((DARK, "met"), ("white", "not met yet"))
    )  # fmt: skip
    people = counted(result.people, "person", "people")
    headline(
        ax,
        f"Who introduced whom: {result.introduced:,} of {people} were introduced",
        [met, unmet],
        beside=0,
        as_of=result.as_of,
    )
    return settle(ax)


def _column_heads(counts: Sequence[int], columns: int) -> list[str]:
    words = ("directly", "introduced", *(f"generation {column}" for column in range(2, columns)))
    return [f"{word}: {count:,}" for word, count in zip(words, counts, strict=False)][:columns]


def _column_places(layout: Layout, members: Members, heads: Sequence[str], inches: float) -> list[float]:
    """Left end of each column and of what lies right of the last: as wide as its words need, if all find room."""
    needed = [width(words) * BOLD + 0.15 for words in heads]
    for spot in layout.spots:
        if spot.opened:
            words = legible(members.names[spot.people[0]] or NAMELESS, inches)
            needed[spot.column] = max(needed[spot.column], BESIDE + width(words) + BEND + 0.35)
    room_left, widths = inches - LAST_COLUMN, [0.0] * len(needed)
    for place, column in enumerate(sorted(range(len(needed) - 1), key=lambda column: needed[column])):
        widths[column] = min(needed[column], room_left / (len(needed) - 1 - place))
        room_left -= widths[column]
    return [*np.concatenate([[0.0], np.cumsum(widths[:-1])]).tolist(), inches]


def _draw(
    ax: Axes, spot: Spot, layout: Layout, members: Members, lefts: Sequence[float]
) -> Iterator[list[tuple[float, float]]]:
    """Draw one spot with its words, and give the lines that join it to its introducer and to those it introduced."""
    at = lefts[spot.column] + MARK
    next_bend = lefts[spot.column + 1] + MARK - BEND
    end = next_bend - 0.1 if spot.opened else lefts[-1]
    text = _words(spot, members, end - at - BESIDE - 0.02)
    if spot.above is not None:
        above, bend = layout.spots[spot.above], at - BEND
        yield [(bend, above.row), (bend, spot.row), (at, spot.row)]
    if spot.opened:
        begin = at + BESIDE + width(text) + 0.04
        yield [(begin, spot.row), (next_bend, spot.row)]
    _say(ax, at + BESIDE, spot.row, text, BLACK)


def _mark(ax: Axes, layout: Layout, members: Members, lefts: Sequence[float]) -> None:
    """Mark every spot: filled where its people have been met, half filled where some have."""
    marks: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for spot in layout.spots:
        met = [members.met[person] for person in spot.people]
        fill = "full" if all(met) or not any(met) else "left", DARK if any(met) else "white"
        marks.setdefault(fill, []).append((lefts[spot.column] + MARK, spot.row))
    for (style, face), places in marks.items():
        ax.plot(
            *zip(*places, strict=True), "o", markersize=5.5, color=DARK, markerfacecolor=face,
            markerfacecoloralt="white", fillstyle=style, zorder=2, clip_on=False,
        )  # fmt: skip


def _words(spot: Spot, members: Members, inches: float) -> str:
    """Name the people of a spot as far as they fit, and count the others and those further down."""
    names = [members.names[person] or NAMELESS for person in spot.people]
    below = f" → {spot.hidden:,}" if spot.hidden else ""
    if len(names) == 1:
        return f"{legible(names[0], inches - width(below))}{below}"

    def tail(rest: int) -> str:
        return (f" and {rest:,} more" if rest else "") + below

    rest = len(names) - 1
    first = min(LONGEST_SHARED, inches - width(tail(rest)))
    if first < SHORTEST:
        return f"{len(names):,} people{below}"
    shown = legible(names[0], first)
    for name in names[1:]:
        longer = f"{shown}, {legible(name, LONGEST_SHARED)}"
        if width(longer + tail(rest - 1)) > inches:
            break
        shown, rest = longer, rest - 1
    return shown + tail(rest)


def _say(ax: Axes, left: float, row: float, text: str, ink: str, weight: str = "normal") -> None:
    """Write words that have been made to fit: a layout need not make room for them."""
    words = ax.text(
        left, row, text, va="center_baseline", fontsize=SMALL, fontweight=weight, color=ink, fontfamily=families([text])
    )  # fmt: skip
    words.set_in_layout(False)


def _left_out(layout: Layout, besides: int) -> str:
    """Say who is not drawn, and how many are drawn only because they lead to others."""
    number, people = layout.left_out
    parts = []
    if number:
        parts.append(f"{counted(number, 'smaller family', 'smaller families')} ({people:,} people)")
    if layout.single:
        parts.append(f"{counted(layout.single, 'person', 'people')} without any introduction")
    cut = f"Not drawn: {' and '.join(parts)}. " if parts else ""
    if besides:
        cut += f"Counted besides: {counted(besides, 'person', 'people')} through whom these were introduced. "
    return (
        f"{cut}“→ 2” stands for two more further down." if any(spot.hidden for spot in layout.spots) else cut
    )
