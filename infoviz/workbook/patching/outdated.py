"""Which stored results an edit makes out of date: the formulas of a workbook, understood once and asked often."""

from collections.abc import Iterable, Mapping

import numpy as np

from infoviz.workbook.container.package import Package
from infoviz.workbook.container.tree import parse
from infoviz.workbook.formulas.dependents import Area, References, Sheets, reached
from infoviz.workbook.formulas.precedents import Named, Table
from infoviz.workbook.ranges import Range
from infoviz.workbook.sheet.common import Common
from infoviz.workbook.sheet.formulas import FormulaText, SheetFormulas, grouped
from infoviz.workbook.sheet.guards import read_table, table_parts

ByRow = Mapping[str, Mapping[int, list[FormulaText]]]


BELIEVERS = ("libreoffice", "openoffice", "neooffice", "collabora")


def saved_by_believer(package: Package) -> bool:
    """Whether the program that saved a workbook last is one that believes stored results."""
    for relation in package.relations():
        if relation.kind == "extended-properties" and package.has(relation.target):
            program = parse(package.markup(relation.target).text, relation.target).first("Application")
            return program is not None and program.text.strip().lower().startswith(BELIEVERS)
    return False


class KnownFormulas:
    """The formulas of a workbook, understood once and asked after each edit which of their results are out of date.

    Parameters
    ----------
    written
        The formulas of the worksheets, by the sheet's name.
    named
        What they refer to by name.
    """

    def __init__(self, written: Mapping[str, SheetFormulas], named: Named) -> None:
        self.written = written
        self.named = named
        self._sheets = Sheets(written)
        groups = [group for one in written.values() for group in one.groups]
        self._references = References(groups, named, self._sheets)

    def out_of_date(self, edited: Iterable[Area], changed: ByRow) -> dict[str, list[Range]]:
        """Find the formulas whose stored results depend on edited cells: the cells they fill, by the sheet's name.

        Parameters
        ----------
        edited
            The edited cells, with the names of their sheets.
        changed
            By sheet and row, the formulas of the rows that have changed since.
        """
        gone = np.zeros(len(self._references.keys), np.bool_)
        fresh = []
        for name, rows in changed.items():
            self._sheets.know(name)
            gone |= self._sheets.in_rows(self._references.keys, name, list(rows))
            known = self.written.get(name, SheetFormulas())
            fresh += grouped(name, [one for every in rows.values() for one in every], known.masters).groups
        references = References(fresh, self.named, self._sheets)
        parts = [(self._references, gone), (references, np.zeros(len(references.keys), np.bool_))]
        cells = [key for name, area in edited for key in self._sheets.keys(name, area).tolist()]
        return self._sheets.areas(np.concatenate(reached(parts, cells)))

    def left_behind(self, sheet: str, grown: Range) -> dict[str, list[Range]]:
        """Find the formulas that reach down to where a list ended before it grew: their cells, by the sheet's name.

        Parameters
        ----------
        sheet, grown
            The rows that have been added to the list, and their sheet.
        """
        ends = self._sheets.number(sheet), grown.top - 1, grown.left, grown.right
        return self._sheets.areas(self._references.keys[self._references.ending(*ends)])


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
