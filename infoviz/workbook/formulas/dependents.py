"""Which formulas depend on some cells, directly or through other formulas: none is missed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from infoviz.workbook.formulas.precedents import FormulaGroup, Named, Reference, Unknown, Unlike, precedents
from infoviz.workbook.ranges import LAST_ROW, Range

Integers = NDArray[np.int64]
Area = tuple[str, Range]

SMALL = 16  # cells of a reference that are looked up one by one
VAST = 1 << 20  # cells of an array formula that are not looked up one by one
ROUNDS = 200  # of formulas found through large references, before the rows of these are no longer told apart

_COLUMN = 21  # bits of a key that tell the row
_SHEET = 36  # bits of a key that tell row and column
_ROWS = (1 << _COLUMN) - 1
_COLUMNS = (1 << (_SHEET - _COLUMN)) - 1


class Sheets:
    """Numbers for the sheets that formulas stand on or refer to, and keys for their cells.

    Parameters
    ----------
    names
        The sheets' names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}
        for name in names:
            self.know(name)

    def know(self, name: str) -> None:
        """Take note of how the name of a sheet is written."""
        self._names[self.number(name)] = name

    def number(self, name: str) -> int:
        """Give the number of a sheet, however its name is written; one that is not there gets one, too."""
        return self._numbers.setdefault(name.casefold(), len(self._numbers))

    def keys(self, name: str, area: Range) -> Integers:
        """List the keys of the cells of an area."""
        rows = np.arange(area.top, area.bottom + 1)
        columns = np.arange(area.left, area.right + 1)
        return ((self.number(name) << _SHEET) + (columns[:, None] << _COLUMN) + rows).ravel()

    def in_rows(self, keys: Integers, name: str, rows: Sequence[int]) -> NDArray[np.bool_]:
        """Tell which cells lie in some rows of a sheet."""
        inside: NDArray[np.bool_] = ((keys >> _SHEET) == self.number(name)) & np.isin(keys & _ROWS, rows)
        return inside

    def areas(self, keys: Integers) -> dict[str, list[Range]]:
        """Put cells together to stretches of a column, by the sheet's name."""
        keys = np.unique(keys)
        begins = np.flatnonzero(np.diff(keys, prepend=-2) != 1)
        ends = np.append(begins[1:], len(keys))
        found: dict[str, list[Range]] = {}
        for key, length in zip(keys[begins].tolist(), (ends - begins).tolist(), strict=True):
            top, column = key & _ROWS, (key >> _COLUMN) & _COLUMNS
            area = Range(top, column, top + length - 1, column)
            found.setdefault(self._names[key >> _SHEET], []).append(area)
        return found


class References:
    """What formulas refer to, ready to be asked which of them depend on an edit, again and again.

    Parameters
    ----------
    groups
        The formulas.
    named
        What they refer to by name.
    sheets
        The sheets' numbers.

    Attributes
    ----------
    keys
        The cell of each formula, of an array formula the first.
    unknown
        Positions of the formulas of which it cannot be told what they refer to.
    vast
        Positions of array formulas that fill so many cells that what refers to these is not looked for.
    """

    def __init__(self, groups: Iterable[FormulaGroup], named: Named, sheets: Sheets) -> None:
        every, referring, said, unknown = _read(groups, named)
        sizes = np.array([len(group.rows) for group in every], np.int64)
        starts = np.cumsum(sizes) - sizes
        rows = np.concatenate([np.zeros(0, np.int64), *(group.rows for group in every)])
        places = [(sheets.number(group.sheet) << _SHEET) + (group.column << _COLUMN) for group in every]
        self.keys = np.repeat(np.array(places, np.int64), sizes) + rows
        self._cells: list[int] = self.keys.tolist()
        arrays = {
            start: (group.sheet, group.filled)
            for start, group in zip(starts.tolist(), every, strict=True)
            if group.filled
        }
        self.vast = {at for at, (_, filled) in arrays.items() if filled.size > VAST}
        self._filled = {at: sheets.keys(*arrays[at]).tolist() for at in arrays.keys() - self.vast}
        groups_of, areas = np.array(referring, np.int64), _areas(said, sheets)
        each = np.repeat(np.arange(len(areas)), sizes[groups_of])
        number = starts[groups_of][each] + _steps(sizes[groups_of])
        outside = self._refer(number, areas[each], rows[number], sizes[groups_of][each] == 1)
        hidden = [np.arange(starts[at], starts[at] + sizes[at]) for at in unknown]
        self.unknown = np.unique(np.concatenate([outside, *hidden]))

    def _refer(self, number: Integers, areas: Integers, rows: Integers, alone: NDArray[np.bool_]) -> Integers:
        """Note which formula refers to which area; list those whose area leaves the sheet.

        A formula that is alone in its group only looks as if its areas moved from row to row.
        """
        sheet, one, left, other, right, one_moves, other_moves = areas.T
        one, other = one + one_moves * rows, other + other_moves * rows
        top, bottom = np.minimum(one, other), np.maximum(one, other)
        inside = (top >= 1) & (bottom <= LAST_ROW)
        small = (bottom - top + 1) * (right - left + 1) <= SMALL
        every = (number, sheet, top, left, bottom, right)
        standing = inside & (bottom > top) & (alone | (np.where(other > one, other_moves, one_moves) == 0))
        self._standing = tuple(part[standing] for part in every)
        self._look_up(*(part[small & inside] for part in every))
        self._ranges = tuple(part[~small & inside] for part in every)
        leaving: Integers = number[~inside]
        return leaving

    def _look_up(self, *small: Integers) -> None:
        """Sort small references by their cells."""
        number, sheet, top, left, bottom, right = small
        width = right - left + 1
        sizes = (bottom - top + 1) * width
        repeated = np.repeat(np.arange(len(sizes)), sizes)
        step = _steps(sizes)
        row = top[repeated] + step // width[repeated]
        column = left[repeated] + step % width[repeated]
        keys = (sheet[repeated] << _SHEET) + (column << _COLUMN) + row
        order = np.argsort(keys, kind="stable")
        self._looked_up: list[int] = keys[order].tolist()
        self._looking: list[int] = number[repeated][order].tolist()

    def direct(self, key: int) -> Iterator[int]:
        """Go through the formulas that refer to a cell by a small reference."""
        keys = self._looked_up
        for at in range(bisect_left(keys, key), len(keys)):
            if keys[at] != key:
                break
            yield self._looking[at]

    def through_ranges(self, keys: Integers, done: NDArray[np.bool_], *, exact: bool) -> Integers:
        """List the formulas that refer to some cells by a large reference, but for those done.

        Parameters
        ----------
        keys
            The cells, sorted.
        done
            By formula, whether it need not be told.
        exact
            Whether to tell the rows apart; else all references to the columns count.
        """
        found = []
        ranges = tuple(one[~done[self._ranges[0]]] for one in self._ranges)
        places, begins = np.unique(keys >> _COLUMN, return_index=True)
        for place, cells in zip(places.tolist(), np.split(keys & _ROWS, begins[1:]), strict=True):
            number, sheet, top, left, bottom, right = ranges
            column = place & _COLUMNS
            met = (sheet == place >> (_SHEET - _COLUMN)) & (left <= column) & (right >= column)
            if exact:
                met &= np.searchsorted(cells, bottom, "right") > np.searchsorted(cells, top, "left")
            found.append(number[met])
        return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def ending(self, sheet: int, row: int, left: int, right: int) -> Integers:
        """List the formulas that refer to several rows of some columns of a sheet, the last of them this row.

        References that move from row to row, as those of a running total do, are not meant.
        """
        number, sheets, _, lefts, bottoms, rights = self._standing
        return np.unique(number[(sheets == sheet) & (bottoms == row) & (lefts <= right) & (rights >= left)])

    def cells(self, number: int) -> list[int]:
        """List the cells that a formula fills."""
        return self._filled.get(number) or [self._cells[number]]


def _read(
    groups: Iterable[FormulaGroup], named: Named
) -> tuple[list[FormulaGroup], list[int], list[Reference], list[int]]:
    """Read formulas: their groups, in these what refers to what, and those of which it cannot be told."""
    every: list[FormulaGroup] = []
    referring: list[int] = []
    said: list[Reference] = []
    unknown: list[int] = []
    pending = list(groups)[::-1]
    while pending:
        group = pending.pop()
        try:
            found = list(precedents(group, named))
        except Unlike:
            pending += group.apart()
            continue
        except Unknown:
            unknown.append(len(every))
            found = []
        referring += [len(every)] * len(found)
        said += found
        every.append(group)
    return every, referring, said, unknown


def _areas(said: Sequence[Reference], sheets: Sheets) -> Integers:
    """Put references into an array of shape (references, 7)."""
    areas = [(sheets.number(one.sheet), one.top, one.left, one.bottom, one.right, *one.moves) for one in said]
    return np.array(areas, np.int64).reshape(-1, 7)


def _steps(sizes: Integers) -> Integers:
    """Count from 0 inside each of some stretches: 0 1 2 0 1 for sizes 3 and 2."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)


Part = tuple[References, NDArray[np.bool_]]


def reached(parts: Sequence[Part], edited: Iterable[int]) -> list[Integers]:
    """Find the formulas that depend on edited cells, directly or through others.

    A chain of more than :data:`ROUNDS` large references is followed by columns alone.

    Parameters
    ----------
    parts
        Formulas, and which of them are no longer there.
    edited
        The keys of the cells.

    Returns
    -------
    list of array
        For each part the keys of the cells that such formulas fill.
    """
    done = [gone.copy() for _, gone in parts]
    filled: list[list[int]] = [[] for _ in parts]
    pending = list(edited)

    def take(part: int, numbers: Iterable[int]) -> None:
        references = parts[part][0]
        for number in numbers:
            if not done[part][number]:
                done[part][number] = True
                cells = references.cells(number)
                filled[part] += cells
                pending.extend(cells)

    for part, (references, _) in enumerate(parts):
        take(part, references.unknown.tolist())
    turn = 0
    while pending:
        fresh: list[int] = []
        while pending:
            key = pending.pop()
            fresh.append(key)
            for part, (references, _) in enumerate(parts):
                take(part, references.direct(key))
        keys = np.unique(np.array(fresh, np.int64))
        for part, (references, _) in enumerate(parts):
            take(part, references.through_ranges(keys, done[part], exact=turn < ROUNDS).tolist())
        turn += 1
    if any(done[part][at] and not gone[at] for part, (one, gone) in enumerate(parts) for at in one.vast):
        for part, (references, _) in enumerate(parts):
            take(part, range(len(references.keys)))
    return [np.array(cells, np.int64) for cells in filled]
