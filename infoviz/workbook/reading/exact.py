"""The exact reader of a worksheet's cells: an XML parser, for whatever the fast one does not know.

Any prefix, quotes, comments, CDATA, rows and cells without references, pretty-printed parts.
"""

import re
from array import array
from html import escape  # xml.sax.saxutils would bring urllib and ssl
from typing import Literal

import numpy as np

from infoviz.errors import TooLarge, UnsafeFile
from infoviz.workbook.container.markup import Markup, parse
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import MAIN_NAMESPACES
from infoviz.workbook.reading.raw import (
    LAST_COLUMN,
    LAST_ROW,
    NAMES,
    STYLE_NUMBER,
    Raw,
    RawKind,
    column_number,
)

REFERENCE = re.compile(r"\$?([A-Za-z]{1,8})\$?([0-9]{1,12})")
WHOLE = re.compile(r"[0-9]{1,12}")
FORMULA_ATTRIBUTES = ("t", "ref", "si", "dt2D", "dtr", "r1", "r2")
Where = Literal["", "value", "formula", "text"]


class _Reader:
    """State of one pass over a worksheet part."""

    def __init__(self, package: Package, part: str) -> None:
        self.package, self.part = package, part
        self.numbers = array("q")  # eight per cell, in the order of Raw's arrays
        self.buffer = bytearray()
        self.merged: list[str] = []
        self.inside: list[str] = []
        self.row = self.column = 0
        self.where: Where = ""
        self.cell: list[int] | None = None
        self.texts: list[str] = []
        self.locals: dict[str, str] = {}

    def local(self, tag: str) -> str:
        """Local name of a tag of a worksheet; empty for one of another namespace."""
        namespace, _, local = tag.rpartition(" ")
        return self.locals.setdefault(tag, local if namespace in MAIN_NAMESPACES else "")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = self.locals.get(tag) or self.local(tag)
        self.inside.append(local)
        if local == "row" and self.cell is None:
            self.row = self._number(attributes.get("r"), self.row + 1, LAST_ROW)
            self.column = 0
        elif local == "c" and self.cell is None and "sheetData" in self.inside:
            self._begin_cell(attributes)
        elif local == "mergeCell" and attributes.get("ref"):
            self.merged.append(attributes["ref"])
        elif self.cell is not None and local in ("v", "f", "t"):
            self._begin_text(local, attributes)

    def end(self, tag: str) -> None:
        local = self.inside.pop()
        if self.cell is None:
            return
        if local == "c":
            self._end_cell()
        elif local in ("v", "f") and self.where:
            self._end_text()
        elif local == "t":
            self.where = ""
        elif local == "is" and self.cell[4] < 0:
            self.cell[4], self.cell[5] = self._store("".join(self.texts))

    def characters(self, data: str) -> None:
        if self.where:
            self.texts.append(data)

    def _number(self, written: str | None, otherwise: int, last: int) -> int:
        number = int(written) if written is not None and WHOLE.fullmatch(written) else otherwise
        if not 1 <= number <= last:
            raise UnsafeFile(self.package.path, f"a cell of its part {self.part} lies outside of any sheet")
        return number

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        match = REFERENCE.fullmatch(attributes.get("r", ""))
        if match:
            self.row = self._number(match[2], self.row, LAST_ROW)
            self.column = column_number(match[1])
        else:
            self.column += 1
        if self.column > LAST_COLUMN:
            raise UnsafeFile(self.package.path, f"a cell of its part {self.part} lies outside of any sheet")
        style = attributes.get("s", "0")
        number = int(style) if STYLE_NUMBER.fullmatch(style) else 0
        code = NAMES.get(attributes.get("t", "n"), RawKind.TEXT)
        self.cell = [max(self.row, 1), self.column, number, int(code), -1, -1, -1, -1]
        self.texts.clear()

    def _begin_text(self, local: str, attributes: dict[str, str]) -> None:
        if local == "t":
            self.where = "" if "rPh" in self.inside or "is" not in self.inside else "text"
            return
        self.texts.clear()
        self.where = "value" if local == "v" else "formula"
        if local == "f":
            known = {name: attributes[name] for name in FORMULA_ATTRIBUTES if name in attributes}
            said = "".join(f' {name}="{escape(text)}"' for name, text in known.items())
            self.texts.append(f"<f{said}>")

    def _end_text(self) -> None:
        if self.cell is None:
            return
        if self.where == "formula":
            opening, content = self.texts[0], "".join(self.texts[1:])
            self.cell[6], self.cell[7] = self._store(opening + escape(content, quote=False))
        else:
            self.cell[4], self.cell[5] = self._store("".join(self.texts))
        self.where = ""
        self.texts.clear()

    def _end_cell(self) -> None:
        if self.cell is not None:
            self.numbers.extend(self.cell)
            self.cell = None
        if len(self.numbers) > 8 * self.package.limits.cells:
            limit = self.package.limits.cells
            raise TooLarge(self.package.path, f"a sheet of it holds more than {limit:,} cells", "“cells”")

    def _store(self, text: str) -> tuple[int, int]:
        begin = len(self.buffer)
        self.buffer += text.encode("utf-8", "replace")
        return begin, len(self.buffer)


def read_exactly(package: Package, part: str, text: bytes) -> tuple[Raw, tuple[str, ...]]:
    """Read the cells of a worksheet part, and its merged ranges.

    Raises
    ------
    DamagedFile, UnsafeFile, TooLarge
        Where the part is no well-formed XML, or asks too much.
    """
    reader = _Reader(package, part)
    parse(
        package.path, part, Markup(text), reader.start, reader.end, reader.characters, limits=package.limits
    )
    table = np.array(reader.numbers, np.int64).reshape(-1, 8)
    raw = Raw(
        text=bytes(reader.buffer),
        offset=0,
        resolved=True,
        rows=table[:, 0],
        columns=table[:, 1],
        styles=table[:, 2],
        codes=table[:, 3].astype(np.uint8),
        begin=table[:, 4],
        end=table[:, 5],
        formula_begin=table[:, 6],
        formula_end=table[:, 7],
    )
    return raw, tuple(reader.merged)
