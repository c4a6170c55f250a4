"""A workbook of any kind, opened."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import lazy_loader

from infoviz.errors import EncryptedFile, NotSaved, UnreadableFile
from infoviz.grid import Grid
from infoviz.workbook.container.package import COMPOUND, ENCRYPTED_STREAM, Package, read_file
from infoviz.workbook.limits import DEFAULT, Limits
from infoviz.workbook.patching.writing import ExcelWriting, NoWriting, Source, TextWriting, Writing
from infoviz.workbook.ranges import Range
from infoviz.workbook.reading.cells import Cells
from infoviz.workbook.reading.xlsx import ExcelSource
from infoviz.workbook.receipt import Receipt

# Most files are xlsx and only read: what reads the others, and what saves, is loaded when it is needed.
foreign = lazy_loader.load("infoviz.workbook.reading.foreign", suppress_warning=True)
saving = lazy_loader.load("infoviz.workbook.saving.save", suppress_warning=True)
texts = lazy_loader.load("infoviz.workbook.text.file", suppress_warning=True)

WORKBOOK_ENDINGS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"}
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MARKUP_STARTS = (b"<html", b"<!doctype", b"<table", b"<head", b"<body", b"<?xml", b"<meta", b"<!--")


class Workbook:
    """An opened workbook.

    Attributes
    ----------
    path
        Where it was read, or saved last: the whole path, so that it stays the same file in whatever folder one works.
    limits
        What it may ask of the machine.
    """

    def __init__(self, path: Path, data: bytes, limits: Limits = DEFAULT) -> None:
        self.path = path
        self.limits = limits
        self._data = data
        self._writing = _writing(path, data, limits)

    @property
    def _source(self) -> Source:
        return self._writing.source()

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets, in the order of their tabs."""
        return self._writing.names

    @property
    def stale(self) -> bool:
        """Whether the stored results of formulas are known to be older than the values they depend on.

        :meth:`read` then gives None for them; Excel or LibreOffice computes them when it opens the file.
        """
        return self._source.stale

    def outdated(self) -> dict[str, list[Range]]:
        """List the cells, by sheet, whose stored results are older than what was edited since the file was opened.

        None that does is missed; where a formula does not tell what it refers to (``INDIRECT``), it is listed too.
        """
        return self._writing.outdated()

    def read(self, sheet: str) -> Cells:
        """Read the cells of a sheet that hold anything, with their addresses.

        Raises
        ------
        NoSuchSheet
            With the names there are.
        UnreadableFile
            Where the sheet is damaged or too large.
        """
        return self._source.cells(sheet)

    def grid(self, sheet: str) -> Grid:
        """Read a sheet as columns."""
        return self._writing.grid(sheet)

    def grids(self) -> Iterator[Grid]:
        """Read one sheet after the other as columns."""
        return self._writing.grids()

    @property
    def changed(self) -> bool:
        """Whether there are edits that are not saved."""
        return self._writing.changed

    def set(
        self,
        sheet: str,
        address: str,
        value: object,
        *,
        replace_formula: bool = False,
        protected: bool = True,
    ) -> None:
        """Put a value into a cell; :meth:`read` shows it at once, :meth:`save` writes it.

        Parameters
        ----------
        sheet, address
            Which cell, such as ``"Contacts", "B7"``.
        value
            Text (never taken for a formula), a number, True or False, a date, a date-time or a time of day in the
            workbook's own date system, or None to clear the cell. The cell keeps its format; a date in a cell whose
            format shows none gets one that does.
        replace_formula
            Put the value in the place of a formula.
        protected
            Edit a locked cell of a protected sheet too, which the receipt then warns of; False refuses.

        Raises
        ------
        NoSuchSheet
            With the names there are.
        EditRefused
            Where the cell cannot hold the value, or the change would be wrong or lose something.
        """
        self._writing.set(sheet, address, value, replace_formula=replace_formula, protected=protected)

    def append(
        self,
        sheet: str,
        values: Mapping[str, object],
        *,
        after: int | None = None,
        protected: bool = True,
    ) -> int:
        """Write values into the first truly free row below a list, as if typed there in Excel.

        Formats, row height and formulas come from the row above; the table, its filter, drop-downs, conditional
        formats, and the names and charts that hold a whole column grow; a table's totals row moves down.

        Parameters
        ----------
        sheet
            The sheet.
        values
            Values by the letter of their column, such as ``{"A": "Ada Example", "C": date(2026, 11, 22)}``.
        after
            Row of the last record, where the caller knows it; else it is found.
        protected
            Edit locked cells of a protected sheet too, which the receipt then warns of; False refuses.

        Returns
        -------
        int
            The row's number.

        Raises
        ------
        NoSuchSheet
            With the names there are.
        EditRefused
            Where there is content below the list, or a value cannot be held.
        """
        return self._writing.append(sheet, values, after=after, protected=protected)

    def add_column(self, sheet: str, header: str, *, row: int = 1, protected: bool = True) -> str:
        """Write a header beside the last one; an Excel table whose headers stand in that row grows with it.

        Parameters
        ----------
        sheet, header
            The sheet and the new header.
        row
            The row of the headers.
        protected
            Edit locked cells of a protected sheet too, which the receipt then warns of; False refuses.

        Returns
        -------
        str
            The new column's letters.

        Raises
        ------
        NoSuchSheet, EditRefused
            Where there is no such sheet, or no room.
        """
        return self._writing.add_column(sheet, header, row=row, protected=protected)

    def add_sheet(self, name: str) -> None:
        """Add an empty worksheet behind the last one.

        Raises
        ------
        EditRefused
            Where the name is taken or not allowed.
        """
        self._writing.add_sheet(name)

    def undo(self, edits: int = 1) -> bool:
        """Take back the last edit, or so many, that are not saved; False where there are not so many."""
        return self._writing.undo(edits)

    def save(
        self,
        path: Path | str | None = None,
        *,
        break_signature: bool = False,
        ignore_locks: bool = False,
        clear_results: bool | None = None,
    ) -> Receipt:
        """Write the edits into the file, everything else in it byte for byte as it was.

        The new file is checked before it takes the place of the old one, of which a backup is kept. Without edits
        nothing is written. After a failure the file is as it was and the edits are still here.

        Formulas are not computed here. A workbook that has any asks the next program to calculate all of it, which
        Excel does on opening. LibreOffice believes the results that are stored, unless its settings say otherwise
        (Tools > Options > Calc > Formula > Recalculation on File Load) or Ctrl+Shift+F9 is pressed, but computes a
        formula that has none; see `clear_results`. Until then :attr:`stale` is True.

        Parameters
        ----------
        path
            Another file of the same kind to write; it must not exist yet, and further saves go there.
        break_signature
            Save although the workbook is digitally signed, which makes the signature invalid.
        ignore_locks
            Save although Excel or LibreOffice seems to have the file open.
        clear_results
            Take the stored results of the formulas that depend on the edits away, on all sheets, so that LibreOffice
            computes them; their cells are the only others that change. Unless given, this is done in a workbook that
            LibreOffice or OpenOffice saved last; a :class:`infoviz.Tracker` does it in every workbook.

        Returns
        -------
        Receipt
            Parts and cells that were changed, the backup, warnings, the cells whose results were cleared.

        Raises
        ------
        EditRefused
            Where the workbook is signed.
        ChangedOnDisk, OpenElsewhere, NotSaved, InfovizError
            As :func:`infoviz.workbook.saving.save.replace_file`.
        """
        target = self.path if path is None else Path(path).absolute()
        self._check_ending(target)
        outcome = self._writing.finish(break_signature=break_signature, clear_results=clear_results)
        if outcome is None:
            self._writing.discard()  # what the edits put into the cells was there already
        if outcome is None and path is None:
            return Receipt()
        data = self._data if outcome is None else outcome.data
        expected = self._data if target == self.path else None
        saved = saving.replace_file(target, data, expected, ignore_locks=ignore_locks)
        self.path, self._data = target, data
        if outcome is None:
            return Receipt(backup=saved.backup, warnings=saved.warnings)
        self._writing.saved(target, outcome)
        warnings = (*outcome.warnings, *saved.warnings)
        return Receipt(
            outcome.parts, outcome.cells, backup=saved.backup, warnings=warnings, cleared=outcome.cleared
        )

    def _check_ending(self, target: Path) -> None:
        """Refuse an ending under which nothing would open the file: what it is stays as it is."""
        own, wanted = self.path.suffix.lower(), target.suffix.lower()
        text = isinstance(self._writing, TextWriting)
        unfit = wanted in WORKBOOK_ENDINGS if text else own not in ("", wanted)
        if unfit:
            remedy = f"Give it the ending {own or '.csv'}, or export it in Excel or LibreOffice."
            raise NotSaved(target, "its ending does not fit what it would hold", remedy)


def open(path: Path | str, limits: Limits = DEFAULT) -> Workbook:
    """Open a workbook: xlsx and xlsm, csv of any delimiter; to read only ods, xls and xlsb.

    The content decides what a file is, not its ending.

    Parameters
    ----------
    path
        The file.
    limits
        What it may ask of the machine.

    Raises
    ------
    InfovizError
        Where it cannot be read, with the remedy.
    """
    path = Path(path)
    data = read_file(path, limits)
    return Workbook(path.absolute(), data, limits)


def _writing(path: Path, data: bytes, limits: Limits) -> Writing:
    if data.startswith(ZIP_MAGIC):
        package = Package(path, data, limits)
        if package.has("content.xml") or package.has("xl/workbook.bin"):
            return NoWriting(foreign.ForeignSource(path, data, limits))
        return ExcelWriting(ExcelSource(package))
    if data.startswith(COMPOUND):
        if ENCRYPTED_STREAM in data:
            raise EncryptedFile(path)
        return NoWriting(foreign.ForeignSource(path, data, limits))
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP_STARTS):
        remedy = "Open it in Excel or LibreOffice and save it as .xlsx."
        raise UnreadableFile(path, "this is a web page or an XML file, not a workbook", remedy)
    if path.suffix.lower() in WORKBOOK_ENDINGS:
        remedy = "If it holds comma-separated text, give it the ending .csv; else take an earlier copy of it."
        raise UnreadableFile(path, "this is no workbook, whatever its ending says", remedy)
    return TextWriting(path, data, limits, texts.TextSource(path, data, limits))
