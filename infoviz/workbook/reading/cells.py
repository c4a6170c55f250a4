"""The cells of a worksheet, with their addresses: one by one, or as the columns of a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, overload

import numpy as np
import numpy.typing as npt

from infoviz.errors import DamagedFile, TooLarge
from infoviz.grid import Column, Grid, Kind, Value
from infoviz.workbook.container.markup import Markup, decode, parse
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import MAIN_NAMESPACES
from infoviz.workbook.limits import Limits
from infoviz.workbook.reading.exact import REFERENCE, read_exactly
from infoviz.workbook.reading.formulatext import Formulas
from infoviz.workbook.reading.raw import column_letters, column_number
from infoviz.workbook.reading.scan import Odd, scan
from infoviz.workbook.reading.texts import without_prefix
from infoviz.workbook.reading.typed import NO_CELLS, Book, Typed, joined

AREA_TO_CELLS = 4  # how many times its cells a sheet's rectangle may hold


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes
    ----------
    address
        Such as ``"B7"``.
    value
        Its value; None where it is blank, holds an error, or is what a formula fills that nobody has computed yet.
    formula
        Its formula with the leading ``=``, or None.
    error
        Its error such as ``"#N/A"``, or None.
    """

    address: str
    value: Value = None
    formula: str | None = None
    error: str | None = None


class Cells(Sequence[Cell]):
    """The cells of a sheet that hold anything, row by row; :meth:`at` finds one by its address.

    Parameters
    ----------
    typed
        The cells in ascending order.
    stale
        True where the stored results of formulas are known to be out of date; they read as None then, and so do the
        other cells that an array formula or a data table fills.
    """

    def __init__(self, typed: Typed, *, stale: bool = False) -> None:
        self._typed = typed
        self._formulas = Formulas(typed)
        kinds = typed.kinds
        if stale:
            kinds = np.where(typed.formulas | self._formulas.filled(), Kind.PENDING, kinds).astype(np.uint8)
        self._flat = Column("", kinds, typed.numbers, typed.texts, typed.formulas)

    def __len__(self) -> int:
        return len(self._typed.rows)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        position = range(len(self))[index]
        flat, typed = self._flat, self._typed
        return Cell(
            address=f"{column_letters(int(typed.columns[position]))}{int(typed.rows[position])}",
            value=flat.value(position),
            formula=self._formulas.at(position) if flat.formulas[position] else None,
            error=str(flat.texts[position]) if flat.kinds[position] == Kind.ERROR else None,
        )

    def at(self, address: str) -> Cell:
        """Find the cell at an address; a blank one where nothing stands there."""
        match = REFERENCE.fullmatch(address)
        if match is None:
            raise ValueError(f"{address!r} is no address of a cell, such as B7")
        row, column = int(match[2]), column_number(match[1])
        key = _key(row, column)
        position = int(np.searchsorted(self._keys, key))
        if position < len(self) and self._keys[position] == key:
            return self[position]
        return Cell(f"{column_letters(column)}{row}")

    @cached_property
    def _keys(self) -> npt.NDArray[np.int64]:
        return _keys(self._typed)


class Found(NamedTuple):
    """The filled cells of a worksheet part in ascending order, its merged ranges, and whether its rows are plain.

    Of plain rows each states its number, and every cell of it its own address: such a row can be read alone.
    """

    typed: Typed
    merged: tuple[str, ...]
    plain: bool


def read_cells(
    package: Package, part: str, book: Book, text: bytes | None = None, *, sources: bool = False
) -> Found:
    """Read a worksheet part.

    Parameters
    ----------
    package, part
        Where it is.
    book
        What the sheets of the workbook share.
    text
        Its text in UTF-8, where it is not that of the package.
    sources
        Whether to keep the formulas' text.

    Raises
    ------
    DamagedFile, UnsafeFile, TooLarge
        Where the part cannot be read.
    """
    if text is None:
        text = decode(package.path, part, package.read(part)).text
    plain = True
    try:
        pieces, merged = _fast(package, part, text, book, sources=sources)
    except Odd:
        plain = False
        raw, merged = read_exactly(package, part, text)
        pieces = [_filled(book.typed(raw, sources=sources))]
        del raw
    del text  # a large sheet's bytes need not wait in memory while its cells are put together
    return Found(_ordered(joined(pieces) if pieces else NO_CELLS), merged, plain)


def make_grid(path: Path, limits: Limits, typed: Typed, frame: Grid) -> Grid:
    """Arrange cells in ascending order as columns; ``frame`` is the grid without its rows and columns.

    Raises
    ------
    TooLarge
        Where the rectangle of filled rows and columns is out of proportion.
    """
    if (typed.kinds == Kind.BLANK).any():
        typed = typed.only(typed.kinds != Kind.BLANK)
    begins = np.diff(typed.rows, prepend=0) > 0
    rows = typed.rows[begins].astype(np.int64)
    order = np.argsort(typed.columns, kind="stable")
    places = (np.cumsum(begins) - 1).astype(np.int32)
    bounds = np.flatnonzero(np.diff(typed.columns[order], prepend=0)).tolist()
    if len(rows) * len(bounds) > AREA_TO_CELLS * limits.cells:
        what = f"its sheet “{frame.sheet}” spreads over {len(rows):,} rows and {len(bounds):,} columns"
        raise TooLarge(path, what, "“cells”")
    columns = tuple(
        _column(typed.only(order[begin:end]), places[order[begin:end]], len(rows))
        for begin, end in pairwise([*bounds, len(order)])
    )
    return replace(frame, rows=rows, columns=columns)


def _column(cells: Typed, places: npt.NDArray[np.int32], height: int) -> Column:
    """Spread the cells of one column over the rows; what it lacks altogether takes no memory."""
    kinds = np.zeros(height, np.uint8)
    kinds[places] = cells.kinds
    numbers: npt.NDArray[np.float64] = np.broadcast_to(np.array(np.nan), (height,))
    if not np.isnan(cells.numbers).all():
        numbers = np.full(height, np.nan)
        numbers[places] = cells.numbers
    texts: npt.NDArray[np.object_] = np.broadcast_to(np.array(None, np.object_), (height,))
    if ((cells.kinds == Kind.TEXT) | (cells.kinds == Kind.ERROR)).any():
        texts = np.full(height, None, np.object_)
        texts[places] = cells.texts
    formulas: npt.NDArray[np.bool_] = np.broadcast_to(np.array(0, np.bool_), (height,))
    if cells.formulas.any():
        formulas = np.zeros(height, np.bool_)
        formulas[places] = cells.formulas
    return Column(column_letters(int(cells.columns[0])), kinds, numbers, texts, formulas)


def _fast(
    package: Package, part: str, text: bytes, book: Book, *, sources: bool
) -> tuple[list[Typed], tuple[str, ...]]:
    """Read the rows with the fast reader, and what stands around them with the parser."""
    text, namespace = without_prefix(text)
    begin, end = text.find(b"<sheetData>"), text.rfind(b"</sheetData>")
    if namespace not in MAIN_NAMESPACES or begin < 0 or end < begin:
        raise Odd
    begin += len(b"<sheetData>")
    if text.find(b"<!", 0, begin) >= 0 or text.find(b"<!", end) >= 0:
        raise Odd
    merged = _merged(package, part, text[:begin] + text[end:])
    pieces, count, most = [], 0, package.limits.cells
    for raw in scan(text, begin, end):
        piece = _filled(book.typed(raw, sources=sources))
        pieces.append(piece)
        count += len(piece.rows)
        if count > most:
            raise TooLarge(package.path, f"a sheet of it holds more than {most:,} cells", "“cells”")
    return pieces, merged


def _merged(package: Package, part: str, around: bytes) -> tuple[str, ...]:
    """Read the merged ranges from a worksheet part without its rows."""
    found: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        namespace, _, local = tag.rpartition(" ")
        if local == "mergeCell" and namespace in MAIN_NAMESPACES and attributes.get("ref"):
            found.append(attributes["ref"])

    try:
        parse(package.path, part, Markup(around), start, limits=package.limits)
    except DamagedFile as error:
        raise Odd from error
    return tuple(found)


def _filled(typed: Typed) -> Typed:
    return typed.only((typed.kinds != Kind.BLANK) | typed.formulas)


def _key(row: int, column: int) -> int:
    return row << 16 | column


def _keys(typed: Typed) -> npt.NDArray[np.int64]:
    return typed.rows.astype(np.int64) << 16 | typed.columns


def _ordered(typed: Typed) -> Typed:
    """Bring cells into ascending order; of two at one address the later one counts."""
    keys = _keys(typed)
    if (np.diff(keys) > 0).all():
        return typed
    order = np.argsort(keys, kind="stable")
    last = np.append(np.diff(keys[order]) > 0, True)
    return typed.only(order[last])
