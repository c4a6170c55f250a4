"""Reading an .xlsx or .xlsm workbook."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import numpy as np

from infoviz.errors import NoSuchSheet
from infoviz.grid import Grid
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import Sheet, Structure
from infoviz.workbook.reading.cells import Cells, make_grid, read_cells
from infoviz.workbook.reading.formats import style_formats
from infoviz.workbook.reading.texts import shared_strings
from infoviz.workbook.reading.typed import NO_CELLS, Book, Objects

NO_ROWS = np.zeros(0, np.int64)


class ExcelSource:
    """The sheets of a package.

    Parameters
    ----------
    package
        The opened package.
    strings
        Its shared texts, where they are known already.

    Attributes
    ----------
    plain
        By part, whether the rows of a sheet that has been read are plain.
    """

    def __init__(self, package: Package, strings: Objects | None = None) -> None:
        self.package = package
        self.plain: dict[str, bool] = {}
        self._strings = strings
        self.structure = Structure(package)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all sheets in the order of their tabs."""
        return tuple(sheet.name for sheet in self.structure.sheets)

    @property
    def stale(self) -> bool:
        """Whether formulas' stored results are known to be older than the values they depend on."""
        return not self.structure.calculation.completed

    def cells(self, name: str) -> Cells:
        """Cells of a sheet; a sheet of charts has none."""
        sheet = self._sheet(name)
        if sheet.kind != "worksheet":
            return Cells(NO_CELLS)
        typed = read_cells(self.package, sheet.part, self.book, sources=True).typed
        return Cells(typed, stale=self.stale)

    def grid(self, name: str) -> Grid:
        """Columns of a sheet; a formula shows the result that is stored, be it stale or not."""
        sheet = self._sheet(name)
        frame = Grid(sheet.name, NO_ROWS, (), date1904=self.structure.date1904, hidden=sheet.hidden)
        if sheet.kind != "worksheet":
            return frame
        found = read_cells(self.package, sheet.part, self.book)
        self.plain[sheet.part] = found.plain
        tables = tuple(table.range for table in self.structure.tables(sheet))
        frame = replace(frame, merged=found.merged, tables=tables)
        return make_grid(self.package.path, self.package.limits, found.typed, frame)

    def grids(self) -> Iterator[Grid]:
        """Columns of one worksheet after the other."""
        for sheet in self.structure.sheets:
            if sheet.kind == "worksheet":
                yield self.grid(sheet.name)

    @cached_property
    def book(self) -> Book:
        """What its sheets share: the texts, and how each format shows a number."""
        texts = self._strings
        if texts is None:
            strings = shared_strings(self.package, self.structure.strings)
            texts = np.empty(len(strings), np.object_)
            texts[:] = strings
        formats = style_formats(self.package, self.structure.styles)
        empty = np.flatnonzero(texts == "")
        return Book(texts, formats, self.structure.date1904, empty)

    def _sheet(self, name: str) -> Sheet:
        sheet = self.structure.worksheet(name)
        if sheet is None:
            raise NoSuchSheet(self.package.path, name, list(self.names))
        return sheet
