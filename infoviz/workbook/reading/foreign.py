"""Workbooks that are read only: ods, xls and xlsb, in a process of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from infoviz.errors import EncryptedFile, NoSuchSheet, TooLarge, UnreadableFile
from infoviz.grid import Grid, Kind
from infoviz.workbook.container.archive import Archive
from infoviz.workbook.limits import DEFAULT, MEBIBYTE, Limits
from infoviz.workbook.reading.cells import Cells, make_grid
from infoviz.workbook.reading.typed import NO_CELLS, Typed

CHILD = Path(__file__).with_name("calamine_child.py")
MEMORY = 2048 * MEBIBYTE
SECONDS = 120
REMEDY = "Open it in Excel or LibreOffice and save it as .xlsx."
TIMED = {"date": Kind.DATE, "time": Kind.TIME}


class ForeignSource:
    """The sheets of an ods, xls or xlsb workbook; it holds no formulas, and errors read as blank.

    Parameters
    ----------
    path
        The file's path, for messages.
    data
        The whole file.
    limits
        What it may ask of the machine.

    Raises
    ------
    UnreadableFile
        Where it cannot be read.
    """

    stale = False

    def __init__(self, path: Path, data: bytes, limits: Limits = DEFAULT) -> None:
        self.path = path
        self.limits = limits
        if data.startswith(b"PK"):
            self._check(data)
        self._sheets = {str(sheet["name"]): sheet for sheet in self._read(data)}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sheets, in order."""
        return tuple(self._sheets)

    def cells(self, name: str) -> Cells:
        """Read the cells that hold anything."""
        return Cells(self._typed(self._sheet(name)))

    def grid(self, name: str) -> Grid:
        """Read the columns of a sheet."""
        sheet = self._sheet(name)
        frame = Grid(str(sheet["name"]), np.zeros(0, np.int64), (), hidden=bool(sheet["hidden"]))
        return make_grid(self.path, self.limits, self._typed(sheet), frame)

    def grids(self) -> Iterator[Grid]:
        """Read one sheet after the other."""
        for name in self.names:
            yield self.grid(name)

    def _check(self, data: bytes) -> None:
        """Inflate every XML and binary part under the byte budget before another program does."""
        archive = Archive(self.path, data, self.limits)
        for member in archive.members:
            if member.name.endswith((".xml", ".bin", ".rels")):
                content = archive.read(member)
                if member.name == "META-INF/manifest.xml" and b"encryption-data" in content:
                    raise EncryptedFile(self.path)

    def _read(self, data: bytes) -> list[dict[str, Any]]:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        try:
            done = subprocess.run(  # noqa: S603  our own script, no shell
                [sys.executable, "-B", str(CHILD), str(MEMORY)],
                input=data,
                capture_output=True,
                timeout=SECONDS,
                env=environment,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableFile(self.path, f"reading it takes longer than {SECONDS} s", REMEDY) from error
        if done.returncode != 0:
            raise UnreadableFile(self.path, "the file is damaged or far too large to be read", REMEDY)
        answer = json.loads(done.stdout)
        if "error" in answer:
            why = str(answer["error"])
            if "password" in why.lower():
                raise EncryptedFile(self.path)
            raise UnreadableFile(self.path, f"this workbook cannot be read ({why})", REMEDY)
        sheets: list[dict[str, Any]] = answer["sheets"]
        return sheets

    def _sheet(self, name: str) -> dict[str, Any]:
        for own, sheet in self._sheets.items():
            if own.casefold() == name.casefold():
                return sheet
        raise NoSuchSheet(self.path, name, list(self.names))

    def _typed(self, sheet: dict[str, Any]) -> Typed:
        if not sheet["start"]:
            return NO_CELLS
        first_row, first_column = sheet["start"]
        filled = [
            (row, column, value)
            for row, values in enumerate(sheet["rows"], start=first_row + 1)
            for column, value in enumerate(values, start=first_column + 1)
            if value is not None
        ]
        if len(filled) > self.limits.cells:
            raise TooLarge(self.path, f"a sheet of it holds more than {self.limits.cells:,} cells", "“cells”")
        count = len(filled)
        kinds = np.zeros(count, np.uint8)
        numbers = np.full(count, np.nan)
        texts = np.full(count, None, np.object_)
        for position, (_, _, value) in enumerate(filled):
            if isinstance(value, str):
                kinds[position], texts[position] = Kind.TEXT, value
            elif isinstance(value, list):
                kinds[position], numbers[position] = TIMED[value[0]], value[1]
            else:
                kinds[position] = Kind.BOOLEAN if isinstance(value, bool) else Kind.NUMBER
                numbers[position] = value
        return Typed(
            np.array([row for row, _, _ in filled], np.int32),
            np.array([column for _, column, _ in filled], np.int32),
            kinds,
            numbers,
            texts,
            np.zeros(count, np.bool_),
        )
