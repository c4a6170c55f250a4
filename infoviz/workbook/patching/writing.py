"""The writing side of an open workbook, whichever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import lazy_loader

from infoviz.errors import EditRefused, PartRefused, UnreadableFile
from infoviz.grid import Grid
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import Sheet
from infoviz.workbook.limits import Limits
from infoviz.workbook.patching.live import LiveGrids, NotPlainError, with_added
from infoviz.workbook.ranges import cell_name, column_number, letters, parse_cell
from infoviz.workbook.reading.cells import Cells
from infoviz.workbook.reading.xlsx import ExcelSource
from infoviz.workbook.receipt import Outcome

if TYPE_CHECKING:
    from infoviz.workbook.container.tree import Element
    from infoviz.workbook.patching.patch import Editor
    from infoviz.workbook.patching.work import Plan, Work
    from infoviz.workbook.ranges import Range
    from infoviz.workbook.text.file import TextSource

# Most workbooks are only read: what patches them is loaded at the first edit.
patch = lazy_loader.load("infoviz.workbook.patching.patch", suppress_warning=True)
texts = lazy_loader.load("infoviz.workbook.text.file", suppress_warning=True)
work = lazy_loader.load("infoviz.workbook.patching.work", suppress_warning=True)


class Source(Protocol):
    """Where the sheets of a workbook come from."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sheets, in order."""

    @property
    def stale(self) -> bool:
        """Whether formulas' stored results are known to be out of date."""

    def cells(self, name: str) -> Cells:
        """Cells of a sheet."""

    def grid(self, name: str) -> Grid:
        """Columns of a sheet."""

    def grids(self) -> Iterator[Grid]:
        """Columns of one sheet after the other."""


Sheets = TypeVar("Sheets", bound=Source)


class Writing(Protocol):
    """What a workbook does to its file."""

    @property
    def changed(self) -> bool:
        """Whether there are edits that are not saved."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sheets, those added included."""

    def source(self) -> Source:
        """Give the sheets with the edits in them."""

    def grid(self, name: str) -> Grid:
        """Columns of a sheet with the edits in them."""

    def grids(self) -> Iterator[Grid]:
        """Columns of one sheet after the other, with the edits in them."""

    def outdated(self) -> dict[str, list[Range]]:
        """List the cells, by sheet, whose stored results are older than what was edited."""

    def frame(self, sheet: str) -> Element | None:
        """Give what stands around a worksheet's rows; None where it has no rows, or nothing stands around them."""

    def defined_names(self) -> dict[str, str]:
        """Give the workbook's defined names, in lower case, and what they stand for."""

    def set(self, sheet: str, address: str, value: object, *, replace_formula: bool, protected: bool) -> None:
        """Put a value into a cell."""

    def append(self, sheet: str, values: Mapping[str, object], *, after: int | None, protected: bool) -> int:
        """Write values into the first free row below a list."""

    def add_column(self, sheet: str, header: str, *, row: int, protected: bool) -> str:
        """Write a header beside the last one."""

    def add_sheet(self, name: str) -> None:
        """Add an empty worksheet."""

    def undo(self, edits: int) -> bool:
        """Take the last edits back."""

    def finish(self, *, break_signature: bool, clear_results: bool | None = None) -> Outcome | None:
        """Build the new file; None where nothing would change."""

    def saved(self, path: Path, outcome: Outcome) -> None:
        """Take note that the new file has been written."""

    def discard(self) -> None:
        """Forget the edits."""


class ExcelWriting:
    """Patches an xlsx or xlsm.

    Parameters
    ----------
    source
        The workbook as it was read.
    """

    def __init__(self, source: ExcelSource) -> None:
        self._source = source
        self._made: Editor | None = None
        self._plan: Plan | None = None
        self._clear_results: bool | None = None  # how the plan was made
        self._preview: ExcelSource | None = None
        self._live = LiveGrids(source)

    @property
    def _editor(self) -> Editor:
        if self._made is None:
            self._made = patch.Editor(self._source.package, self._source.structure)
        return self._made

    @property
    def changed(self) -> bool:
        """Whether there are edits that are not saved."""
        return self._made is not None and self._made.changed

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sheets, those added included."""
        return (*self._source.names, *(self._made.added_sheets if self._made else ()))

    def source(self) -> ExcelSource:
        """Give the sheets with the edits in them, read from the file as it would be saved."""
        if not self.changed:
            return self._source
        if self._preview is None:
            plan = self.finish(break_signature=True)
            self._preview = ExcelSource(plan.package) if plan else self._source
        return self._preview

    def grid(self, name: str) -> Grid:
        """Columns of a sheet with the edits in them."""
        sheets = list(self._sheets())
        exact = [sheet for sheet in sheets if sheet.name == name]
        near = [sheet for sheet in sheets if sheet.name.casefold() == name.casefold()]
        try:
            for sheet in exact or near:
                return self._live.read(sheet, self._work)
        except (NotPlainError, PartRefused, UnreadableFile):
            return self.source().grid(name)
        return self.source().grid(name)  # a sheet of charts, or none at all

    def grids(self) -> Iterator[Grid]:
        """Columns of one sheet after the other, with the edits in them."""
        for sheet in self._sheets():
            yield self.grid(sheet.name)

    def outdated(self) -> dict[str, list[Range]]:
        """List the cells, by sheet, whose stored results are older than what was edited."""
        return {} if self._made is None else self._made.outdated()

    def frame(self, sheet: str) -> Element | None:
        """Give what stands around a worksheet's rows; None where it has no rows."""
        known = any(one.name.casefold() == sheet.casefold() for one in self._sheets())
        return self._editor.frame(sheet) if known else None

    def defined_names(self) -> dict[str, str]:
        """Give the workbook's defined names, in lower case, and what they stand for."""
        return self._editor.names()

    @property
    def _work(self) -> Work | None:
        return None if self._made is None else self._made.work

    def _sheets(self) -> Iterator[Sheet]:
        """Go through the worksheets, those added included."""
        added = self._made.work.new.values() if self._made is not None and self._made.added_sheets else ()
        for sheet in (*self._source.structure.sheets, *added):
            if sheet.kind == "worksheet":
                yield sheet

    def set(self, sheet: str, address: str, value: object, *, replace_formula: bool, protected: bool) -> None:
        """Put a value into a cell."""
        self._touch()
        self._editor.set(sheet, address, value, replace_formula=replace_formula, protected=protected)

    def append(self, sheet: str, values: Mapping[str, object], *, after: int | None, protected: bool) -> int:
        """Write values into the first free row below a list."""
        self._touch()
        return self._editor.append(sheet, values, after=after, protected=protected)

    def add_column(self, sheet: str, header: str, *, row: int, protected: bool) -> str:
        """Write a header beside the last one."""
        self._touch()
        return self._editor.add_column(sheet, header, row=row, protected=protected)

    def add_sheet(self, name: str) -> None:
        """Add an empty worksheet."""
        self._touch()
        self._editor.add_sheet(name)

    def undo(self, edits: int) -> bool:
        """Take the last edits back."""
        if self._made is None:
            return False
        self._touch()
        return self._made.undo(edits)

    def finish(self, *, break_signature: bool, clear_results: bool | None = None) -> Plan | None:
        """Build the new file; None where nothing would change."""
        if self.changed and not break_signature:
            self._editor.check_signature()
        if self._plan is None or clear_results != self._clear_results:
            self._plan = self._editor.plan(clear_results=clear_results)
            self._clear_results = clear_results
        return self._plan

    def saved(self, path: Path, outcome: Outcome) -> None:
        """Take note that the new file has been written."""
        if not isinstance(outcome, work.Plan):  # pragma: no cover - finish() gives no other
            raise TypeError
        package, strings = outcome.package, None
        if path != package.path:
            package = Package(path, outcome.data, package.limits)
        if "book" in self._source.__dict__:  # read already, and not to be read again
            strings = with_added(self._source.book.strings, outcome.added)
        self._source = ExcelSource(package, strings)
        cleared: dict[str, set[int]] = {}
        for name, _, cell in (place.rpartition("!") for place in outcome.cleared):
            cleared.setdefault(name, set()).add(parse_cell(cell)[0])
        self._live.saved(self._source, self._editor.work, cleared)
        self._editor.saved(outcome, self._source.package, self._source.structure)
        self._touch()

    def discard(self) -> None:
        """Forget the edits."""
        self._touch()
        self._editor.discard()

    def _touch(self) -> None:
        self._plan = self._preview = None


class PlainWriting(Generic[Sheets]):
    """What holds of a file of which nothing but its cells is read.

    Parameters
    ----------
    source
        Its sheets.
    """

    def __init__(self, source: Sheets) -> None:
        self._source = source

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sheets."""
        return self._source.names

    def source(self) -> Sheets:
        """Give the sheets with the edits in them."""
        return self._source

    def grid(self, name: str) -> Grid:
        """Columns of a sheet with the edits in them."""
        return self._source.grid(name)

    def grids(self) -> Iterator[Grid]:
        """Columns of one sheet after the other, with the edits in them."""
        return self._source.grids()

    def outdated(self) -> dict[str, list[Range]]:
        """Give nothing: no formula is known."""
        return {}

    def frame(self, sheet: str) -> None:
        """Give nothing: what stands around the rows, if anything does, is not read."""

    def defined_names(self) -> dict[str, str]:
        """Give nothing: no names are read."""
        return {}


class TextWriting(PlainWriting["TextSource"]):
    """Edits a csv.

    Parameters
    ----------
    path, data, limits
        The file as it was read.
    source
        Its sheet.
    """

    def __init__(self, path: Path, data: bytes, limits: Limits, source: TextSource) -> None:
        super().__init__(source)
        self._path, self._data, self._limits = path, data, limits
        self._edits: list[tuple[int | None, dict[int, object]]] = []
        self._cells: list[str] = []

    @property
    def changed(self) -> bool:
        """Whether there are edits that are not saved."""
        return bool(self._edits)

    def set(
        self,
        sheet: str,
        address: str,
        value: object,
        *,
        replace_formula: bool,
        protected: bool,
    ) -> None:
        """Put a value into a field; a csv has neither formulas nor protection."""
        self._source.check(sheet)
        try:
            row, column = parse_cell(address)
        except ValueError as error:
            reason = f"{address!r} is not the address of a cell"
            raise EditRefused(sheet, "", reason, "Write it like B7.") from error
        self._do(row, {column: value})

    def append(
        self,
        sheet: str,
        values: Mapping[str, object],
        *,
        after: int | None,
        protected: bool,
    ) -> int:
        """Write a record behind the last one."""
        self._source.check(sheet)
        return self._do(None, {column_number(letter): value for letter, value in values.items()})

    def add_column(self, sheet: str, header: str, *, row: int, protected: bool) -> str:
        """Write a header behind the last one."""
        cells = self._source.cells(sheet)
        places = [parse_cell(cell.address) for cell in cells]
        used = [column for line, column in places if line == row]
        column = max(used, default=0) + 1
        self._do(row, {column: header})
        return letters(column)

    def add_sheet(self, name: str) -> None:
        """Refuse: a csv is one sheet."""
        raise EditRefused(
            name, "", "a csv file holds one sheet only", "Save it as .xlsx in Excel or LibreOffice."
        )

    def undo(self, edits: int) -> bool:
        """Take the last edits back."""
        if len(self._edits) < edits:
            return False
        left = self._edits[: len(self._edits) - edits]
        self.discard()
        for row, values in left:
            self._do(row, values)
        return True

    def finish(self, *, break_signature: bool, clear_results: bool | None = None) -> Outcome | None:
        """Build the new file; None where nothing would change."""
        data = self._source.encoded() if self._edits else self._data
        if data == self._data:
            return None
        return Outcome(data, (self._path.name,), tuple(dict.fromkeys(self._cells)), (), ())

    def saved(self, path: Path, outcome: Outcome) -> None:
        """Take note that the new file has been written."""
        self._path, self._data = path, outcome.data
        self.discard()

    def discard(self) -> None:
        """Forget the edits."""
        self._source = texts.TextSource(self._path, self._data, self._limits)
        self._edits, self._cells = [], []

    def _do(self, row: int | None, values: dict[int, object]) -> int:
        if row is None:
            done = self._source.append(values)
        else:
            done = row
            for column, value in values.items():
                self._source.set(row, column, value)
        self._edits.append((row, values))
        sheet = self._source.names[0]
        self._cells += [f"{sheet}!{cell_name(done, column)}" for column in values]
        return done


class NoWriting(PlainWriting[Source]):
    """Refuses to edit a file of a kind that can only be read."""

    changed = False

    def set(self, sheet: str, address: str, *_: object, **__: object) -> None:
        """Refuse."""
        raise self._refusal(sheet, address)

    def append(self, sheet: str, *_: object, **__: object) -> int:
        """Refuse."""
        raise self._refusal(sheet)

    def add_column(self, sheet: str, *_: object, **__: object) -> str:
        """Refuse."""
        raise self._refusal(sheet)

    def add_sheet(self, name: str) -> None:
        """Refuse."""
        raise self._refusal(name)

    def undo(self, edits: int) -> bool:
        """Say that there is nothing to take back."""
        return False

    def finish(self, *, break_signature: bool, clear_results: bool | None = None) -> None:
        """Say that nothing has changed."""

    def saved(self, path: Path, outcome: Outcome) -> None:
        """Take no note: nothing is ever saved."""

    def discard(self) -> None:
        """Do nothing: there are no edits."""

    def _refusal(self, sheet: str, cell: str = "") -> EditRefused:
        reason = "a file of this kind can be read but not edited"
        return EditRefused(sheet, cell, reason, "Save it as .xlsx in Excel or LibreOffice.")
