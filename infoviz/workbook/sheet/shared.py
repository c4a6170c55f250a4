"""Formulas that several cells share: where each is written, and for which cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infoviz.workbook.ranges import Range, parse_list
from infoviz.workbook.sheet.rows import RowText
from infoviz.workbook.sheet.sheettext import SheetText

_AREA = re.compile(rb"\sref\s*=")


@dataclass(frozen=True, slots=True)
class Master:
    """A formula that several cells share.

    Attributes
    ----------
    row, column
        The cell in which it is written.
    areas
        The cells that may share it.
    text
        What it says, as seen from its own cell.
    """

    row: int
    column: int
    areas: tuple[Range, ...]
    text: str


def masters(lines: Iterable[RowText]) -> dict[str, list[Master]]:
    """Collect the shared formulas that are written in some rows, by their index."""
    found: dict[str, list[Master]] = {}
    for line in lines:
        for cell in line.cells:
            formula = cell.formula
            if formula is None or not formula.text or formula.attributes.get("t") != "shared":
                continue
            areas = tuple(parse_list(formula.attributes.get("ref", "")))
            master = Master(line.number, cell.column, areas, formula.text)
            found.setdefault(formula.attributes.get("si", ""), []).append(master)
    return found


def rows_with_masters(text: SheetText) -> Iterator[RowText]:
    """Go through the rows of a worksheet in which a formula for several cells may be written."""
    return text.rows_matching(_AREA)
