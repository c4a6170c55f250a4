"""The formulas of a worksheet: found in its text, those together that read the same."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from infoviz.workbook.container.tree import attributes
from infoviz.workbook.formulas.precedents import UNKNOWN, FormulaGroup
from infoviz.workbook.ranges import Range, column_number, parse_list
from infoviz.workbook.reading.texts import resolve
from infoviz.workbook.sheet.rows import RowText, read_row
from infoviz.workbook.sheet.sheettext import SheetText

_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*\"""")
_DIGITS = b"0123456789"

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FormulaText:
    """A formula as it stands in its cell: where, with which attributes, and what it says."""

    cell: Cell
    attributes: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class SheetFormulas:
    """The formulas of a worksheet.

    Attributes
    ----------
    groups
        The formulas.
    masters
        Those that other cells share, by their number.
    """

    groups: list[FormulaGroup] = field(default_factory=list)
    masters: Mapping[str, FormulaText] = field(default_factory=dict)


def formulas(text: SheetText, sheet: str) -> SheetFormulas:
    """Find the formulas of a worksheet.

    Parameters
    ----------
    text
        Its text.
    sheet
        Its name.
    """
    gathered = _Gathered()
    for chunk in text.chunks:
        if not chunk.formulas:
            continue
        found = _written_plainly(chunk.text, text.prefix) if chunk.plain else None
        if found is not None:
            gathered.take(found)
            continue
        for span in text.spans(chunk):
            row = read_row(chunk.text[span.start : span.end], span.number, text.frame.context)
            gathered.odd += formulas_of(row)
    return gathered.grouped(sheet, {})


def grouped(sheet: str, written: Iterable[FormulaText], masters: Mapping[str, FormulaText]) -> SheetFormulas:
    """Put formulas of a worksheet together.

    Parameters
    ----------
    sheet
        The sheet's name.
    written
        The formulas.
    masters
        Those that may be shared and are not among them, by their number.
    """
    gathered = _Gathered()
    gathered.odd += written
    return gathered.grouped(sheet, masters)


def formulas_of(row: RowText) -> list[FormulaText]:
    """List the formulas of a row."""
    return [
        FormulaText((row.number, cell.column), cell.formula.attributes, cell.formula.text)
        for cell in row.cells
        if cell.formula is not None
    ]


Plain = tuple[bytes, bytes, bytes, bytes]  # a formula's column and row as written, its attributes, its text


def _written_plainly(text: bytes, prefix: bytes) -> list[Plain] | None:
    """Find the formulas of some rows by byte search; None where they are written in a way that needs a parser."""
    p = re.escape(prefix)
    plainly = rb'<%sc r="([A-Z]{1,3})([1-9]\d*)"[^<>/]*><%sf((?:\s[^<>]*)?)(?:/>|>([^<]*)</%sf>)' % (p, p, p)
    found: list[Plain] = re.findall(plainly, text)
    return found if len(found) == text.count(b"<" + prefix + b"f") else None


class _Gathered:
    """Formulas of one worksheet on their way into groups."""

    def __init__(self) -> None:
        self.odd: list[FormulaText] = []  # those that are not just the text of one cell
        self._rows: dict[tuple[bytes, bytes], list[int]] = {}
        # the same by the text as it is written but for the row itself, where that is the whole difference
        self._alias: dict[tuple[bytes, bytes], list[int]] = {}
        self._plain = {b"": True}  # by attributes, whether a formula is just its text

    def take(self, found: list[Plain]) -> None:
        """Add formulas that are written plainly."""
        for letters, row, said, body in found:
            plain = self._plain.get(said)
            if plain is None:
                plain = self._plain[said] = b" t=" not in said and b"\tt=" not in said
            if not plain or not body:
                named = {
                    key.decode(): resolve(value.decode()) for key, value in attributes(b"<f" + said).items()
                }
                cell = (int(row), column_number(letters.decode()))
                self.odd.append(FormulaText(cell, named, resolve(body.decode())))
                continue
            key = (letters, body.replace(row, b"\x01"))
            rows = self._alias.get(key)
            if rows is None:
                text = _marked(body, int(row))
                rows = self._rows.setdefault((letters, text), [])
                if b"&#" not in body and b"\x02" not in text and b"\x03" not in text:
                    self._alias[key] = rows
            rows.append(int(row))

    def grouped(self, sheet: str, masters: Mapping[str, FormulaText]) -> SheetFormulas:
        """Put them together; `masters` are shared formulas that are not among them."""
        sheet = sheet.casefold()
        own = {
            one.attributes.get("si", ""): one
            for one in reversed(self.odd)
            if one.attributes.get("t") == "shared" and one.text
        }
        masters = {**masters, **own}
        groups = [
            FormulaGroup(sheet, column_number(letters.decode()), np.array(rows, np.int64), text.decode())
            for (letters, text), rows in self._rows.items()
        ]
        shared: dict[tuple[str, int], list[int]] = {}
        for one in self.odd:
            row, column = one.cell
            kind = one.attributes.get("t")
            if kind == "shared" and one.attributes.get("si", "") in masters:
                shared.setdefault((one.attributes.get("si", ""), column), []).append(row)
                continue
            filled = None
            if kind in ("array", "dataTable"):
                (filled, *_) = *parse_list(one.attributes.get("ref", "")), Range(row, column, row, column)
            known = UNKNOWN if kind == "dataTable" else one.text or UNKNOWN
            groups.append(FormulaGroup(sheet, column, np.array([row], np.int64), known, filled=filled))
        for (number, column), rows in shared.items():
            master = masters[number]
            groups.append(
                FormulaGroup(sheet, column, np.array(rows, np.int64), master.text, origin=master.cell)
            )
        return SheetFormulas(groups, masters)


def _marked(body: bytes, row: int) -> bytes:
    """Write a formula so that others that say the same of their own rows read the same; its texts do not count."""
    text = resolve(body.decode())
    if '"' in text:
        text = _QUOTED.sub(lambda quoted: quoted[0] if quoted[0].startswith("'") else '""', text)
    text = text.replace(str(row), "\x01")
    if row > 1:
        text = text.replace(str(row - 1), "\x02")
    return text.replace(str(row + 1), "\x03").encode()
