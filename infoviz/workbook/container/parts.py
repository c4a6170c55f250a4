"""The structure of a workbook: which part is what, found through the relationships."""

import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from infoviz.errors import DamagedFile, UnreadableFile
from infoviz.workbook.container.markup import Markup, parse
from infoviz.workbook.container.package import Package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
MAIN_NAMESPACES = frozenset({MAIN, MAIN_STRICT})
REFERENCE_NAMESPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

SheetKind = Literal["worksheet", "chartsheet", "dialogsheet", "macrosheet"]
KINDS: dict[str, SheetKind] = {
    "worksheet": "worksheet",
    "chartsheet": "chartsheet",
    "dialogsheet": "dialogsheet",
    "xlMacrosheet": "macrosheet",
    "xlIntlMacrosheet": "macrosheet",
}
TRUE = frozenset({"1", "true", "on"})
BINARY = "application/vnd.ms-excel.sheet.binary"
DIGITS = re.compile(r"\d+")
NOTHING: Mapping[str, Markup] = MappingProxyType({})


class Sheet(NamedTuple):
    """One sheet of a workbook.

    Attributes
    ----------
    name
        Its name on the tab.
    part
        The name of its part.
    kind
        Only a worksheet has cells.
    state
        ``"visible"``, ``"hidden"`` or ``"veryHidden"``.
    id
        The relationship from the workbook to it.
    number
        The ``sheetId``.
    """

    name: str
    part: str
    kind: SheetKind
    state: str
    id: str
    number: int

    @property
    def hidden(self) -> bool:
        """Whether its tab is not shown."""
        return self.state != "visible"


class Table(NamedTuple):
    """An Excel table: its part, name and range, with the number of totals rows within the range."""

    part: str
    name: str
    range: str
    totals: int


class Calculation(NamedTuple):
    """How far the stored results of formulas can be trusted.

    Attributes
    ----------
    on_load
        ``fullCalcOnLoad``: the next program that opens the workbook calculates it anew.
    completed
        ``calcCompleted``: False where the results were out of date when the workbook was saved. An edit
        that leaves other cells' formulas uncalculated sets it to 0 (along with ``fullCalcOnLoad``), so that
        whoever reads the file next knows; Excel and LibreOffice take both away when they save.
    """

    on_load: bool = False
    completed: bool = True


class Structure:
    """The parts of a workbook by their role.

    Parameters
    ----------
    package
        The opened package.

    Attributes
    ----------
    workbook
        Name of the workbook part.
    namespace
        The main namespace, transitional or strict.
    date1904
        True where serial numbers count from 1904.
    sheets
        All sheets in the order of their tabs.
    calculation
        Whether stored results are up to date.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.workbook = self._find_workbook()
        self.namespace = MAIN
        self.date1904 = False
        self.calculation = Calculation()
        self.sheets = self._read_workbook()

    @cached_property
    def strings(self) -> str | None:
        """Name of the shared strings part, if any."""
        return self._related("sharedStrings")

    @cached_property
    def styles(self) -> str | None:
        """Name of the styles part, if any."""
        return self._related("styles")

    @cached_property
    def calculation_chain(self) -> str | None:
        """Name of the calculation chain, if any."""
        return self._related("calcChain")

    @cached_property
    def signed(self) -> bool:
        """Whether the package carries a digital signature."""
        return any("digital-signature" in relation.type for relation in self.package.relations())

    @property
    def strict(self) -> bool:
        """Whether the workbook is written in the strict namespace."""
        return self.namespace == MAIN_STRICT

    def worksheet(self, name: str) -> Sheet | None:
        """Sheet of that name; letter case is the only thing that may differ."""
        exact = [sheet for sheet in self.sheets if sheet.name == name]
        near = [sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()]
        return next(iter(exact or near), None)

    def tables(self, sheet: Sheet, changed: Mapping[str, Markup] = NOTHING) -> tuple[Table, ...]:
        """Excel tables of a sheet; `changed` are parts that have another text by now."""
        package = self.package
        parts = [relation.target for relation in package.relations(sheet.part) if relation.kind == "table"]
        return tuple(
            table
            for part in parts
            if package.has(part)
            for table in self._read_table(part, changed.get(package.find(part) or part))
        )

    def _related(self, kind: str) -> str | None:
        for relation in self.package.relations(self.workbook):
            if relation.kind == kind and not relation.external and self.package.has(relation.target):
                return relation.target
        return None

    def _find_workbook(self) -> str:
        package = self.package
        for relation in package.relations():
            if relation.kind == "officeDocument" and package.has(relation.target):
                self._refuse_other_documents(relation.target)
                return relation.target
        found = package.find("xl/workbook.xml")
        if found:
            return found
        remedy = "Name the spreadsheet itself; a folder of files can be unpacked first."
        raise UnreadableFile(package.path, "this is a zip file, but no workbook", remedy)

    def _refuse_other_documents(self, part: str) -> None:
        path, kind = self.package.path, self.package.content_type(part)
        if kind.startswith(BINARY) or part.endswith(".bin"):
            remedy = "Give it the ending .xlsb, or save it as .xlsx in Excel."
            raise UnreadableFile(path, "this is a binary workbook (.xlsb)", remedy)
        for word, what in (("wordprocessingml", "text document"), ("presentationml", "presentation")):
            if word in kind:
                raise UnreadableFile(path, f"this is a {what}, not a workbook", "Name a spreadsheet.")

    def _read_workbook(self) -> tuple[Sheet, ...]:
        package, path = self.package, self.package.path
        relations = {relation.id: relation for relation in package.relations(self.workbook)}
        sheets: list[Sheet] = []
        root: list[str] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            namespace, _, local = tag.rpartition(" ")
            if not root:
                root.append(tag)
                if namespace not in MAIN_NAMESPACES or local != "workbook":
                    remedy = "Open it in Excel or LibreOffice and save it as .xlsx."
                    raise UnreadableFile(path, "this workbook is of an unknown kind", remedy)
                self.namespace = namespace
            elif namespace != self.namespace:
                return
            elif local == "workbookPr":
                self.date1904 = attributes.get("date1904", "0").lower() in TRUE
            elif local == "calcPr":
                self.calculation = Calculation(
                    attributes.get("fullCalcOnLoad", "0") in TRUE,
                    attributes.get("calcCompleted", "1") in TRUE,
                )
            elif local == "sheet":
                identity = next(
                    (
                        attributes[f"{space} id"]
                        for space in REFERENCE_NAMESPACES
                        if f"{space} id" in attributes
                    ),
                    "",
                )
                relation = relations.get(identity)
                if relation and relation.kind in KINDS and package.has(relation.target):
                    number = DIGITS.fullmatch(attributes.get("sheetId", ""))
                    sheets.append(
                        Sheet(
                            attributes.get("name", ""),
                            relation.target,
                            KINDS[relation.kind],
                            attributes.get("state", "visible"),
                            identity,
                            int(number[0][:9]) if number else 0,
                        )
                    )

        parse(path, self.workbook, package.markup(self.workbook), start, limits=package.limits)
        if not sheets:
            raise DamagedFile(path, "this workbook has no sheets")
        return tuple(sheets)

    def _read_table(self, part: str, changed: Markup | None) -> list[Table]:
        found: list[Table] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith(" table") and not found and "ref" in attributes:
                name = attributes.get("displayName") or attributes.get("name", "")
                totals = attributes.get("totalsRowCount", "0")
                found.append(
                    Table(part, name, attributes["ref"], int(totals) if DIGITS.fullmatch(totals) else 0)
                )

        package = self.package
        markup = package.markup(part) if changed is None else changed
        parse(package.path, part, markup, start, limits=package.limits)
        return found
