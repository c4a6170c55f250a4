"""The stored results of formulas, taken away where an edit has made them out of date.

LibreOffice, as it comes, believes stored results whatever the workbook says of them; a formula without one it computes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from infoviz.workbook.container.package import Package
from infoviz.workbook.container.tree import Splice, attributes, parse, set_attributes, splice
from infoviz.workbook.formulas.dependents import UNKNOWN, Area, Formula, Named, References, Table, reached
from infoviz.workbook.formulas.references import shifted
from infoviz.workbook.ranges import Range, cell_name, parse_cell, parse_list
from infoviz.workbook.reading.texts import resolve
from infoviz.workbook.sheet.common import Common
from infoviz.workbook.sheet.guards import read_table, table_parts
from infoviz.workbook.sheet.rows import CellText, RowText, read_row
from infoviz.workbook.sheet.sheettext import Chunk, SheetText

BELIEVERS = ("libreoffice", "openoffice", "neooffice", "collabora")

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FormulaText:
    """A formula as it stands in its cell: where, with which attributes, and what it says."""

    cell: Cell
    attributes: dict[str, str]
    text: str


def saved_by_believer(package: Package) -> bool:
    """Whether the program that saved a workbook last is one that believes stored results."""
    for relation in package.relations():
        if relation.kind == "extended-properties" and package.has(relation.target):
            program = parse(package.markup(relation.target).text, relation.target).first("Application")
            return program is not None and program.text.strip().lower().startswith(BELIEVERS)
    return False


ByRow = Mapping[str, Mapping[int, list[FormulaText]]]


class KnownFormulas:
    """The formulas of a workbook, understood once and asked after each edit which of their results are out of date.

    Parameters
    ----------
    written
        The formulas of the worksheets, by the sheet's name.
    named
        What they refer to by name.
    """

    def __init__(self, written: Mapping[str, list[FormulaText]], named: Named) -> None:
        self.named = named
        self._sheets = [name for name, every in written.items() for _ in every]
        self._masters = {name: _masters(every) for name, every in written.items()}
        formulas = [one for name, every in written.items() for one in self._understood(name, every)]
        self._references = References(formulas, named)

    def out_of_date(self, edited: Iterable[Area], changed: ByRow | None = None) -> dict[str, list[Range]]:
        """Find the formulas whose stored results depend on edited cells: the cells they fill, by the sheet's name.

        Parameters
        ----------
        edited
            The edited cells, with the names of their sheets in small letters.
        changed
            By sheet and row, the formulas of the rows that have changed since.
        """
        changed = changed or {}
        fresh = [(name, one) for name, rows in changed.items() for every in rows.values() for one in every]
        formulas = [formula for name, one in fresh for formula in self._understood(name, [one])]
        sheets = (self._sheets, [name for name, _ in fresh])
        parts = (
            (self._references, self._gone(changed)),
            (References(formulas, self.named), frozenset[int]()),
        )
        areas: dict[str, list[Range]] = {}
        for part, number in reached(parts, edited):
            areas.setdefault(sheets[part][number], []).append(parts[part][0].formulas[number].area)
        return areas

    def _understood(self, sheet: str, written: list[FormulaText]) -> Iterator[Formula]:
        masters = {**self._masters.get(sheet, {}), **_masters(written)}
        for one in written:
            row, column = one.cell
            areas = [Range(row, column, row, column)]
            if one.attributes.get("t") in ("array", "dataTable"):
                areas = parse_list(one.attributes.get("ref", "")) or areas
            yield Formula(sheet.casefold(), areas[0], _said(one, masters))

    def _gone(self, changed: ByRow) -> frozenset[int]:
        places = ((name.casefold(), row) for name, rows in changed.items() for row in rows)
        return frozenset(number for place in places for number in self._references.by_row.get(place, ()))


def results(row: RowText, areas: Sequence[Range]) -> list[CellText]:
    """List the cells of a row that lie in some areas and hold a result."""
    held = [cell for cell in row.cells if cell.element.first("v") is not None]
    return [cell for cell in held if any((row.number, cell.column) in area for area in areas)]


def without_results(row: RowText, cells: list[CellText]) -> bytes:
    """Take the results of some cells of a row away; their formulas stay."""
    pieces = []
    for cell in cells:
        if cell.element.attributes.get("t", "n") != "n":
            pieces.append(set_attributes(row.text, cell.element, t=None))
        pieces += (Splice(value.start, value.end, b"") for value in cell.element.every("v"))
    return splice(row.text, pieces)


def formulas(text: SheetText) -> Iterator[FormulaText]:
    """Go through the formulas of a worksheet."""
    p = re.escape(text.prefix)
    tags = re.compile(b"<" + p + rb"f[\s/>]")
    cells = re.compile(b"<%sc(\\s[^<>]*)>\\s*<%sf((?:\\s[^<>]*?)?)(?:/>|>([^<]*)</%sf\\s*>)" % (p, p, p))
    for chunk in text.chunks:
        if not chunk.formulas:
            continue
        found = list(cells.finditer(chunk.text))
        tidy = chunk.plain and len(found) == len(tags.findall(chunk.text))
        try:
            places = [parse_cell(attributes(match[1]).get(b"r", b"").decode()) for match in found]
        except ValueError:
            tidy = False
        if not tidy:
            yield from _exactly(text, chunk)
            continue
        for match, place in zip(found, places, strict=True):
            said = {name.decode(): resolve(value.decode()) for name, value in attributes(match[2]).items()}
            yield FormulaText(place, said, resolve((match[3] or b"").decode()))


def formulas_of(row: RowText) -> list[FormulaText]:
    """List the formulas of a row."""
    return [
        FormulaText((row.number, cell.column), cell.formula.attributes, cell.formula.text)
        for cell in row.cells
        if cell.formula is not None
    ]


def _exactly(text: SheetText, chunk: Chunk) -> Iterator[FormulaText]:
    for span in text.spans(chunk):
        row = read_row(chunk.text[span.start : span.end], span.number, text.frame.context)
        yield from formulas_of(row)


def _masters(written: list[FormulaText]) -> dict[str, FormulaText]:
    """Find the formulas that others share, by their number; of several the first."""
    return {
        one.attributes.get("si", ""): one
        for one in reversed(written)
        if one.attributes.get("t") == "shared" and one.text
    }


def _said(one: FormulaText, masters: Mapping[str, FormulaText]) -> str:
    """Give the text of a formula, a shared one for its own cell."""
    if one.text or one.attributes.get("t") != "shared":
        return one.text or UNKNOWN
    master = masters.get(one.attributes.get("si", ""))
    if master is None:
        return UNKNOWN
    try:
        return shifted(master.text, cell_name(*master.cell), cell_name(*one.cell))
    except ValueError:
        return UNKNOWN


def named_in(common: Common) -> Named:
    """Give what formulas refer to by name: the defined names and the tables, as they stand now."""
    names: dict[str, list[str]] = {}
    workbook = common.structure.workbook
    defined = parse(common.read(workbook), workbook).first("definedNames")
    for name in defined.children if defined else []:
        names.setdefault(name.attributes.get("name", "").casefold(), []).append(name.text)
    tables = {}
    for sheet in common.structure.sheets:
        for part in table_parts(common.package, sheet.part):
            table = read_table(part, common.read(part))
            if table is not None:
                columns = tuple(column.casefold() for column in table.columns)
                tables[table.name.casefold()] = Table(sheet.name.casefold(), table.range, columns)
    return Named(names, tables)
