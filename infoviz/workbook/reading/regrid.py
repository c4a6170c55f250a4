"""A grid in which some rows are replaced by what was read anew; columns without a change stay the same objects."""

from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Grid, Kind
from infoviz.workbook.reading.raw import column_letters, column_number
from infoviz.workbook.reading.typed import Typed

Ints = npt.NDArray[np.int64]
Scalar = TypeVar("Scalar", bound=np.generic)


def with_rows(grid: Grid, numbers: Ints, cells: Typed) -> Grid:
    """Put what some rows hold now in the place of what they held.

    Parameters
    ----------
    grid
        The sheet as it was.
    numbers
        Numbers of the rows, ascending.
    cells
        All that they hold now, in ascending order.
    """
    cells = cells.only(cells.kinds != Kind.BLANK)
    filled = np.unique(cells.rows).astype(np.int64)
    rows, columns = grid.rows, grid.columns
    if not np.array_equal(numbers[_are_in(numbers, rows)], filled):
        rows = np.union1d(rows[~_are_in(rows, numbers)], filled)
        stays = np.flatnonzero(_are_in(grid.rows, rows))
        places = np.searchsorted(rows, grid.rows[stays])
        columns = tuple(_spread(column, stays, places, len(rows)) for column in columns)
    where = np.searchsorted(rows, filled)
    known = {column_number(column.letter): column for column in columns}
    for number in np.unique(cells.columns).tolist():
        if number not in known:
            known[number] = _blank(column_letters(number), len(rows))
    places = np.searchsorted(rows, cells.rows)
    found = []
    for number, column in sorted(known.items()):
        mine = cells.columns == number
        new = _replaced(column, where, places[mine], cells.only(mine))
        if new.kinds.any():
            found.append(new)
    same = rows is grid.rows and len(found) == len(grid.columns)
    if same and all(new is old for new, old in zip(found, grid.columns, strict=True)):
        return grid
    return replace(grid, rows=rows, columns=tuple(found))


def _blank(letter: str, height: int) -> Column:
    return Column(
        letter,
        np.zeros(height, np.uint8),
        np.broadcast_to(np.array(np.nan), (height,)),
        np.broadcast_to(np.array(None, np.object_), (height,)),
        np.broadcast_to(np.array(0, np.bool_), (height,)),
    )


def _spread(column: Column, stays: Ints, places: Ints, height: int) -> Column:
    """Move a column's cells to where their rows lie now; what it lacks altogether takes no memory."""
    new = _blank(column.letter, height)
    kinds = np.zeros(height, np.uint8)
    kinds[places] = column.kinds[stays]
    numbers, texts, formulas = new.numbers, new.texts, new.formulas
    if _is_held(column.numbers):
        numbers = np.full(height, np.nan)
        numbers[places] = column.numbers[stays]
    if _is_held(column.texts):
        texts = np.full(height, None, np.object_)
        texts[places] = column.texts[stays]
    if _is_held(column.formulas):
        formulas = np.zeros(height, np.bool_)
        formulas[places] = column.formulas[stays]
    return Column(column.letter, kinds, numbers, texts, formulas)


def _is_held(array: npt.NDArray[np.generic]) -> bool:
    """Whether an array has a place for every row; one that says the same of all rows has but one."""
    return array.strides != (0,)


def _are_in(numbers: Ints, among: Ints) -> npt.NDArray[np.bool_]:
    """Say which of some ascending numbers are among others."""
    if not len(among):
        return np.zeros(len(numbers), np.bool_)
    found: npt.NDArray[np.bool_] = (
        among[np.minimum(np.searchsorted(among, numbers), len(among) - 1)] == numbers
    )
    return found


def _replaced(column: Column, where: Ints, places: Ints, cells: Typed) -> Column:
    """Put cells at their places in a column, and blanks at the others; the same object where all is the same."""
    kinds, numbers = np.zeros(len(where), np.uint8), np.full(len(where), np.nan)
    texts, formulas = np.full(len(where), None, np.object_), np.zeros(len(where), np.bool_)
    at = np.searchsorted(where, places)
    kinds[at], numbers[at], texts[at], formulas[at] = cells.kinds, cells.numbers, cells.texts, cells.formulas
    new = Column(
        column.letter,
        _put(column.kinds, where, kinds),
        _put(column.numbers, where, numbers),
        _put(column.texts, where, texts),
        _put(column.formulas, where, formulas),
    )
    same = new.kinds is column.kinds and new.numbers is column.numbers
    return column if same and new.texts is column.texts and new.formulas is column.formulas else new


def _put(array: npt.NDArray[Scalar], where: Ints, values: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
    """Put values at places of an array; the same object where they stand there already."""
    old = array[where]
    same = old == values
    if array.dtype == np.float64:
        same |= np.isnan(old) & np.isnan(values)
    if np.asarray(same, np.bool_).all():
        return array
    new = array.copy()
    new[where] = values
    return new
