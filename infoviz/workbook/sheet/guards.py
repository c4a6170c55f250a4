"""What a sheet keeps from being edited: merged ranges, tables' headers, pivot tables, arrays, protection."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import TRUE
from infoviz.workbook.container.tree import Element, attributes, blank_quiet, parse, whole
from infoviz.workbook.ranges import Range, parse_list
from infoviz.workbook.sheet.sheettext import SheetText

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class TableText:
    """An Excel table.

    Attributes
    ----------
    part, name, range
        Its part, its name in formulas, its range with headers and totals.
    headers, totals
        How many header and totals rows lie within the range.
    columns
        The names of its columns.
    """

    part: str
    name: str
    range: Range
    headers: int
    totals: int
    columns: tuple[str, ...]

    @property
    def last_data_row(self) -> int:
        """Last row of the range that is no totals row."""
        return self.range.bottom - self.totals


def read_table(part: str, text: bytes) -> TableText | None:
    """Read a table part; None where it has no range."""
    root = parse(text, part)
    found = parse_list(root.attributes.get("ref", ""))
    if root.name != "table" or not found:
        return None
    columns = root.first("tableColumns")
    return TableText(
        part,
        root.attributes.get("displayName") or root.attributes.get("name", ""),
        found[0],
        whole(root.attributes.get("headerRowCount"), 1),
        whole(root.attributes.get("totalsRowCount")),
        tuple(one.attributes.get("name", "") for one in columns.every("tableColumn")) if columns else (),
    )


def table_parts(package: Package, sheet: str) -> list[str]:
    """List the parts of the tables of a sheet's part."""
    return [one.target for one in package.relations(sheet) if one.kind == "table" and package.has(one.target)]


def pivots(package: Package, sheet: str, read: Read) -> list[Range]:
    """Areas that a sheet's pivot tables fill, their filters above included."""
    areas = []
    for relation in package.relations(sheet):
        if relation.kind != "pivotTable" or not package.has(relation.target):
            continue
        location = parse(read(relation.target), relation.target).first("location")
        if location is None:
            continue
        filters = whole(location.attributes.get("rowPageCount"))
        for area in parse_list(location.attributes.get("ref", "")):
            top = max(area.top - filters - 1, 1) if filters else area.top
            areas.append(Range(top, area.left, area.bottom, max(area.right, area.left + bool(filters))))
    return areas


def merged(root: Element) -> list[Range]:
    """List the merged ranges of a worksheet."""
    ranges = root.first("mergeCells")
    return [
        area
        for one in (ranges.every("mergeCell") if ranges else [])
        for area in parse_list(one.attributes.get("ref", ""))
    ]


def protected(root: Element) -> bool:
    """Whether a worksheet is protected."""
    protection = root.first("sheetProtection")
    return protection is not None and protection.attributes.get("sheet", "0") in TRUE


def arrays(sheet: SheetText) -> list[tuple[Range, str]]:
    """Areas filled by one formula each, with what fills them (``"array"`` or ``"dataTable"``)."""
    formula = re.compile(
        rb"<%sf\s[^>]*?\bt\s*=\s*[\"'](array|dataTable)[\"'][^>]*>" % re.escape(sheet.prefix)
    )
    found: list[tuple[Range, str]] = []
    for chunk in sheet.chunks:
        if not chunk.formulas or not any(kind in chunk.text for kind in (b"array", b"dataTable")):
            continue
        for match in formula.finditer(blank_quiet(chunk.text)):
            reference = attributes(match[0]).get(b"ref", b"").decode()
            found += [(area, match[1].decode()) for area in parse_list(reference)]
    return found
