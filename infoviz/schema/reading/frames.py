"""From a layout to tables: the contacts, the paper trail and the cells that were not understood."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from infoviz.grid import Column, Kind
from infoviz.schema.fields import Problem
from infoviz.schema.reading.layout import Layout
from infoviz.schema.remembered import remembered
from infoviz.schema.rows.merged import areas_down
from infoviz.schema.rows.records import Mask, silent

ArrayLike = npt.NDArray[Any] | ExtensionArray
Objects = npt.NDArray[np.object_]

PENDING = "a result; open and save the file in your spreadsheet program so that the formula is computed"
NO_ERROR = "a value; the formula gives an error"


class Problems:
    """Gathers the cells that were not understood."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.found: dict[tuple[str, int], tuple[str, str]] = {}
        self._merged = areas_down(layout.grid)

    def add(self, letter: str, problems: list[Problem]) -> None:
        """Take the problems of a column; the first of a cell stands, and of a merged cell its first row."""
        areas = self._merged.get(letter, ())
        for problem in problems:
            row = int(self.layout.grid.rows[problem.position]) if areas else 0
            if any(first < row <= last for first, last in areas):
                continue
            self.found.setdefault((letter, problem.position), (problem.value, problem.expected))

    def to_frame(self) -> pd.DataFrame:
        """Give them as a table: sheet, cell, row, value, expected."""
        rows = self.layout.grid.rows
        ordered = sorted(self.found, key=lambda cell: (cell[1], len(cell[0]), cell[0]))
        numbers = [int(rows[position]) for _, position in ordered]
        cells = [f"{letter}{row}" for (letter, _), row in zip(ordered, numbers, strict=True)]
        return pd.DataFrame(
            {
                "sheet": pd.array([self.layout.sheet] * len(ordered), dtype="str"),
                "cell": pd.array(cells, dtype="str"),
                "row": pd.array(numbers, dtype="Int64"),
                "value": pd.array([self.found[cell][0] for cell in ordered], dtype="str"),
                "expected": pd.array([self.found[cell][1] for cell in ordered], dtype="str"),
            }
        )


@remembered
def texts_of(column: Column, among: Mask, *, blank: bool) -> Objects:
    """Give a column's cells as text, None where there is nothing; text stays exactly as it is.

    Parameters
    ----------
    column
        The column.
    among
        The positions to look at.
    blank
        Whether "n/a", a dash and the like count as nothing.
    """
    found: Objects = column.texts.copy()
    found[~among | (column.kinds != Kind.TEXT)] = None
    for position in np.flatnonzero(
        among & (column.kinds != Kind.TEXT) & (column.kinds != Kind.BLANK)
    ).tolist():
        found[position] = _typed(column, position)
    if blank:
        where = np.flatnonzero(found != None)  # noqa: E711  elementwise
        codes, uniques = pd.factorize(found[where])
        empty = silent(uniques)
        if empty.any():
            found[where[empty[codes]]] = None
    return found


@remembered
def text_array(column: Column, among: Mask, *, blank: bool) -> ExtensionArray:
    """Give a column's cells as a column of a frame; see :func:`texts_of`."""
    found: ExtensionArray = pd.array(texts_of(column, among, blank=blank)[among], dtype="str")
    np.asarray(found).setflags(write=False)
    return found


def _typed(column: Column, position: int) -> str | None:
    kind = column.kinds[position]
    if kind in (Kind.ERROR, Kind.PENDING):
        return None
    if kind == Kind.BOOLEAN:
        return "TRUE" if column.numbers[position] else "FALSE"
    return str(column.value(position))


@remembered
def failures(column: Column, among: Mask) -> list[Problem]:
    """Cells that hold an error, or a formula that nobody has computed."""
    bad = among & ((column.kinds == Kind.ERROR) | (column.kinds == Kind.PENDING))
    return [
        Problem(position, str(column.texts[position]), NO_ERROR)
        if column.kinds[position] == Kind.ERROR
        else Problem(position, "", PENDING)
        for position in np.flatnonzero(bad).tolist()
    ]


@remembered
def unknown(column: Column, among: Mask) -> ArrayLike:
    """Give a column that we do not know in the type that fits all its cells: dates, numbers, yes/no, else text."""
    kinds = np.unique(column.kinds[among])
    said = set(kinds.tolist()) - {Kind.BLANK, Kind.ERROR, Kind.PENDING}
    if said == {Kind.DATE}:
        moments = np.where(column.kinds == Kind.DATE, column.numbers, np.nan)[among]
        return days_to_datetime(moments)
    if said == {Kind.NUMBER}:
        return np.where(column.kinds == Kind.NUMBER, column.numbers, np.nan)[among]
    if said == {Kind.BOOLEAN} and Kind.BLANK not in kinds.tolist():
        ticked: npt.NDArray[np.bool_] = column.numbers[among] == 1
        return ticked
    return text_array(column, among, blank=False)


def days_to_datetime(days: npt.NDArray[np.float64]) -> npt.NDArray[np.datetime64]:
    """Turn days since 1970 into moments, NaN into NaT."""
    known = ~np.isnan(days)
    found = np.full(len(days), np.datetime64("NaT", "us"))
    found[known] = np.round(days[known] * 86_400_000_000).astype(np.int64).astype("datetime64[us]")
    return found
