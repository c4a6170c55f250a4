"""A workbook of any kind, opened."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from infoviz.errors import EncryptedFile, UnreadableFile
from infoviz.grid import Grid
from infoviz.workbook.cells import Cells
from infoviz.workbook.foreign import ForeignSource
from infoviz.workbook.limits import DEFAULT, Limits
from infoviz.workbook.package import COMPOUND, ENCRYPTED_STREAM, Package, read_file
from infoviz.workbook.text import TextSource
from infoviz.workbook.xlsx import ExcelSource

WORKBOOK_ENDINGS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"}
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MARKUP_STARTS = (b"<html", b"<!doctype", b"<table", b"<head", b"<body", b"<?xml", b"<meta", b"<!--")


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


class Workbook:
    """An opened workbook.

    Attributes
    ----------
    path
        Where it was read.
    limits
        What it may ask of the machine.
    """

    def __init__(self, path: Path, source: Source, limits: Limits = DEFAULT) -> None:
        self.path = path
        self.limits = limits
        self._source = source

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets, in the order of their tabs."""
        return self._source.names

    @property
    def stale(self) -> bool:
        """Whether the stored results of formulas are known to be older than the values they depend on.

        :meth:`read` then gives None for them; Excel or LibreOffice computes them when it opens the file.
        """
        return self._source.stale

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
        return self._source.grid(sheet)

    def grids(self) -> Iterator[Grid]:
        """Read one sheet after the other as columns."""
        return self._source.grids()


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
    return Workbook(path, _source(path, data, limits), limits)


def _source(path: Path, data: bytes, limits: Limits) -> Source:
    if data.startswith(ZIP_MAGIC):
        package = Package(path, data, limits)
        foreign = package.has("content.xml") or package.has("xl/workbook.bin")
        return ForeignSource(path, data, limits) if foreign else ExcelSource(package)
    if data.startswith(COMPOUND):
        if ENCRYPTED_STREAM in data:
            raise EncryptedFile(path)
        return ForeignSource(path, data, limits)
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP_STARTS):
        remedy = "Open it in Excel or LibreOffice and save it as .xlsx."
        raise UnreadableFile(path, "this is a web page or an XML file, not a workbook", remedy)
    if path.suffix.lower() in WORKBOOK_ENDINGS:
        remedy = "If it holds comma-separated text, give it the ending .csv; else take an earlier copy of it."
        raise UnreadableFile(path, "this is no workbook, whatever its ending says", remedy)
    return TextSource(path, data, limits)
