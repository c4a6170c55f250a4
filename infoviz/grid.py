"""A sheet as columns of typed cells: what the workbook reads and the schema understands.

It lies below both rooms so that neither needs the other. Blank rows and blank columns of the sheet are
left out; ``Grid.rows`` and ``Column.letter`` keep every cell's address.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Value = str | float | int | bool | date | datetime | time | None


def python_scalar(value: object) -> object:
    """Give the Python value that a scalar of numpy stands for; a span of time, which no cell holds, is left alone.

    Examples
    --------
    >>> python_scalar(np.datetime64("2026-11-22T10:30", "ns")), python_scalar(np.int64(7))
    (datetime.datetime(2026, 11, 22, 10, 30), 7)
    """
    if isinstance(value, np.datetime64):
        moment = value.astype("datetime64[us]").item()  # item() makes an integer of what counts nanoseconds
        return value if isinstance(moment, int) else moment
    return value.item() if isinstance(value, np.generic) and not isinstance(value, np.timedelta64) else value


class Kind(IntEnum):
    """What a cell holds."""

    BLANK = 0
    TEXT = 1
    NUMBER = 2
    BOOLEAN = 3
    DATE = 4
    TIME = 5
    ERROR = 6
    PENDING = 7  # a formula whose result nobody has computed yet


# Plain integers: looking a member up on an Enum takes longer than the rest of reading a cell.
_TEXT, _BOOLEAN, _DATE, _TIME = int(Kind.TEXT), int(Kind.BOOLEAN), int(Kind.DATE), int(Kind.TIME)
_WITHOUT_VALUE = frozenset({int(Kind.BLANK), int(Kind.ERROR), int(Kind.PENDING)})

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  dates of a spreadsheet are local calendar dates


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Column:
    """One column of a sheet, a struct of arrays of equal length.

    Attributes
    ----------
    letter
        The column's letters in the sheet (``"A"``, ``"AB"``).
    kinds
        Per row a :class:`Kind`, shape ``(rows,)``.
    numbers
        NUMBER: the value. BOOLEAN: 0 or 1. DATE: days since 1970-01-01, the fraction is the time of day.
        TIME: the fraction of a day. NaN elsewhere.
    texts
        TEXT: the text. ERROR: its literal (``"#N/A"``). None elsewhere.
    formulas
        True where the cell holds a formula.
    """

    letter: str
    kinds: npt.NDArray[np.uint8]
    numbers: npt.NDArray[np.float64]
    texts: npt.NDArray[np.object_]
    formulas: npt.NDArray[np.bool_]

    def value(self, position: int) -> Value:
        """Value of the cell at a position (0-based) as a plain Python object; an error reads as None."""
        kind = int(self.kinds[position])
        if kind == _TEXT:
            return str(self.texts[position])
        if kind in _WITHOUT_VALUE:
            return None
        number = float(self.numbers[position])
        if kind == _BOOLEAN:
            return bool(number)
        if kind == _DATE:
            moment = EPOCH + timedelta(milliseconds=round(number * 86_400_000))
            return moment.date() if moment.time() == time() else moment
        if kind == _TIME:
            return (EPOCH + timedelta(milliseconds=round(number * 86_400_000))).time()
        return int(number) if number.is_integer() and abs(number) < 2**53 else number


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Grid:
    """One sheet: its name, the sheet row number of every row kept, and its columns.

    Attributes
    ----------
    sheet
        The sheet's name (for a csv the file's stem).
    rows
        Sheet row numbers (1-based, ascending) of the rows that hold anything, shape ``(rows,)``.
    columns
        The columns that hold anything, from left to right.
    merged
        The merged ranges, such as ``"A1:F1"``.
    tables
        The ranges of the sheet's Excel tables, such as ``"A3:K120"``.
    date1904
        True where serial numbers count from 1904.
    hidden
        True where the sheet is hidden.
    """

    sheet: str
    rows: npt.NDArray[np.int64]
    columns: tuple[Column, ...]
    merged: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    date1904: bool = False
    hidden: bool = False

    def row(self, position: int) -> Iterator[tuple[Column, Value]]:
        """Go through the cells of the row at a position (0-based), blanks included."""
        for column in self.columns:
            yield column, column.value(position)
