"""A tidy layout of a forest: generations as columns, families below one another, within so many rows.

What does not fit is gathered: brothers and sisters without children of their own share a row, and so, where
room is short, do those with children, whose branches are then counted only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from infoviz.stats.people.forest import generations

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing drawn: a person, people who share a row, or a person with a branch kept shut.

    Attributes
    ----------
    people
        Positions of the people: one, or several who share the row.
    column, row
        Where it lies: the generation, and the row from the top (a parent lies midway between its children).
    above
        Position of the parent's spot in the layout; None for the first of a family.
    hidden
        How many people descend from it and are not drawn.
    opened
        Whether spots lie to its right.
    """

    people: tuple[int, ...]
    column: int
    row: float
    above: int | None
    hidden: int = 0
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies.

    Attributes
    ----------
    spots
        What is drawn, parents before their children.
    rows
        How many rows are taken.
    single
        People without introducer and without introductions, who are not drawn.
    left_out
        Families that found no room, and how many people they have.
    """

    spots: tuple[Spot, ...]
    rows: int
    single: int
    left_out: tuple[int, int]


@dataclass(slots=True)
class _Node:
    """A spot while the layout is being made."""

    people: tuple[int, ...]
    column: int
    hidden: int
    children: list["_Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A forest: the people in the order of their parents, and how many descend from each.

    Attributes
    ----------
    by_parent, begins
        The people in the order of their parents, those of nobody first, and the place at which those of each begin.
    families
        The first of each family of more than one, the largest family first.
    founders
        How many people have no parent.
    below
        How many people descend from each.
    """

    by_parent: list[int]
    begins: list[int]
    families: list[int]
    founders: int
    below: list[int]

    @classmethod
    def of(cls, parents: Sequence[int | None]) -> "Tree":
        """Make it of the position of each person's parent, None for the first of a family."""
        above = np.array([-1 if parent is None else parent for parent in parents], dtype=np.int64)
        by_parent = np.argsort(above, kind="stable")
        begins = np.searchsorted(above[by_parent], np.arange(len(above) + 1))
        below = _descendants(above)
        founders = np.flatnonzero(above < 0)
        families = founders[below[founders] > 0]
        families = families[np.argsort(-below[families], kind="stable")]
        return cls(by_parent.tolist(), begins.tolist(), families.tolist(), len(founders), below.tolist())

    def children(self, person: int) -> list[int]:
        """Give the children of a person."""
        return self.by_parent[self.begins[person] : self.begins[person + 1]]


def lay_out(tree: Tree, rows: int, columns: int) -> Layout:
    """Lay out a forest within so many rows and columns.

    Parameters
    ----------
    tree
        Whose parent everybody is.
    rows, columns
        How many there is room for, each at least 1.

    Returns
    -------
    Layout
        The largest families first. Room goes first to the branches that hold most people, then to brothers
        and sisters, who otherwise share a row.

    Examples
    --------
    >>> layout = lay_out(Tree.of([None, 0, 0, 1, None]), rows=5, columns=3)
    >>> [(spot.people, spot.column, spot.row) for spot in layout.spots], layout.single
    ([((0,), 0, 0.5), ((1,), 1, 0.0), ((3,), 2, 0.0), ((2,), 1, 1.0)], 1)
    """
    shown = _open(tree, rows, columns)
    spots: list[Spot] = []
    taken = 0
    for node in shown:
        taken = _place(node, None, taken, spots)
    left = tree.families[len(shown) :]
    return Layout(
        tuple(spots),
        taken,
        tree.founders - len(tree.families),
        (len(left), sum(tree.below[person] + 1 for person in left)),
    )


def _descendants(above: Positions) -> Positions:
    """Count the people who descend from each, from the last generation to the first; -1 has no parent."""
    generation, _ = generations(above)
    order = np.argsort(-generation, kind="stable")
    ends = np.cumsum(np.bincount(generation, minlength=1)[::-1])  # of each generation in that order
    below = np.zeros(len(above), dtype=np.int64)
    for begin, end in pairwise([0, *ends[:-1].tolist()]):
        theirs = order[begin:end]
        np.add.at(below, above[theirs], below[theirs] + 1)
    return below


def _open(tree: Tree, rows: int, columns: int) -> list[_Node]:
    """Give rows to the largest families and open their largest branches, then to the other families.

    Those who share a row are parted last, the fewest first.
    """
    first = max(1, rows // 3)  # more families at once would leave no row to open the largest
    shown: list[_Node] = []
    shared: list[_Node] = []
    spare, families = rows, tree.families
    for batch in (families[:first], *([family] for family in families[first:])):
        if len(batch) > spare:
            break
        heads = [_Node((person,), 0, tree.below[person]) for person in batch]
        shown += heads
        spare = _open_largest(heads, tree, spare - len(heads), columns, shared)
    for node in sorted(shared, key=lambda node: len(node.children[-1].people)):
        together = node.children[-1]
        if len(together.people) - 1 <= spare:
            spare -= len(together.people) - 1
            node.children[-1:] = [_Node((person,), together.column, 0) for person in together.people]
    return shown


def _open_largest(
    heads: Sequence[_Node],
    tree: Tree,
    spare: int,
    columns: int,
    shared: list[_Node],
) -> int:
    """Open branches, the largest first, as far as rows are to spare; give the rows left over."""
    below = tree.below
    waiting = [(-node.hidden, number, node) for number, node in enumerate(heads)]
    heapify(waiting)
    too_large: list[_Node] = []
    count = len(waiting)
    while waiting or too_large:
        partly = not waiting
        node = too_large.pop(0) if partly else heappop(waiting)[2]
        if node.column + 1 >= columns:
            continue
        own = tree.children(node.people[0])
        parents = sorted((child for child in own if below[child]), key=lambda child: -below[child])
        if len(parents) + (len(parents) < len(own)) - 1 > spare:
            if not partly:
                too_large.append(node)
                continue
            parents = parents[:spare]
        opened = set(parents)
        rest = tuple(child for child in own if child not in opened)
        spare -= len(parents) + bool(rest) - 1
        node.hidden = 0
        for child in parents:
            node.children.append(_Node((child,), node.column + 1, below[child]))
            count += 1
            heappush(waiting, (-below[child], count, node.children[-1]))
        if rest:
            hidden = sum(below[child] for child in rest)
            node.children.append(_Node(rest, node.column + 1, hidden))
            if not hidden:
                shared.append(node)
    return spare


def _place(node: _Node, above: int | None, row: int, spots: list[Spot]) -> int:
    """Place a node and all below it from a row on, and give the next free row."""
    own = len(spots)
    spots.append(Spot(node.people, node.column, float(row), above, node.hidden))
    if not node.children:
        return row + 1
    first = len(spots)
    for child in node.children:
        row = _place(child, own, row, spots)
    rows = [spot.row for spot in spots[first:] if spot.above == own]
    spots[own] = Spot(node.people, node.column, (rows[0] + rows[-1]) / 2, above, 0, opened=True)
    return row
