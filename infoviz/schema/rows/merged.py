"""Cells merged downwards: what one shows beside several rows is said of each of them."""

import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Grid, Kind
from infoviz.schema.remembered import remembered

_DOWN = re.compile(r"\$?([A-Z]+)\$?(\d+):\$?\1\$?(\d+)")  # a range of one column

Areas = tuple[tuple[int, int], ...]


def areas_down(grid: Grid) -> dict[str, Areas]:
    """List the ranges merged over rows of one column, first and last row, by the column's letter."""
    found: dict[str, Areas] = {}
    for area in filter(None, map(_DOWN.fullmatch, grid.merged)):
        if area[2] != area[3]:
            found[area[1]] = (*found.get(area[1], ()), (int(area[2]), int(area[3])))
    return found


def spread_down(grid: Grid, letters: frozenset[str] | None = None) -> Grid:
    """Give a grid whose merged cells are said again in each row they cover.

    Parameters
    ----------
    grid
        The grid; it comes back itself where no cell is merged downwards.
    letters
        The columns to treat so, all if not given.
    """
    areas = areas_down(grid)
    if not areas:
        return grid
    columns = tuple(
        _spread(column, grid.rows, areas[column.letter])
        if column.letter in areas and (letters is None or column.letter in letters)
        else column
        for column in grid.columns
    )
    return replace(grid, columns=columns)


@remembered
def _spread(column: Column, rows: npt.NDArray[np.int64], areas: Areas) -> Column:
    kinds, numbers = column.kinds.copy(), column.numbers.copy()
    texts, formulas = column.texts.copy(), column.formulas.copy()
    for first, last in areas:
        top = np.flatnonzero(rows == first)
        if not len(top):
            continue
        covered = (rows > first) & (rows <= last) & (kinds == Kind.BLANK)
        for array in (numbers, texts, formulas, kinds):
            array[covered] = array[top[0]]
    return Column(column.letter, kinds, numbers, texts, formulas)
