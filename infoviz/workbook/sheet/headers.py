"""The header of an Excel table's column: the cell and the table must say the same."""

import re
from collections.abc import Iterator

from infoviz.workbook.container.markup import decode
from infoviz.workbook.container.tree import Element, escape, parse, set_attributes, splice
from infoviz.workbook.ranges import parse_list
from infoviz.workbook.sheet.common import Common
from infoviz.workbook.sheet.content import Content, Unwritable, escaped_text
from infoviz.workbook.sheet.guards import TableText

LONGEST_HEADER = 255

_BREAK = re.compile(r"[\n\r\t]")
_SPECIAL = re.compile(r"([\[\]#'@])")  # a formula writes an apostrophe before them


def column_name(header: str) -> str:
    r"""Write a header as the name of a table's column, line breaks and what looks like a code as their code.

    Examples
    --------
    >>> column_name("Asked\non"), column_name("_x0041_")
    ('Asked_x000a_on', '_x005F_x0041_')
    """
    return _BREAK.sub(lambda found: f"_x{ord(found[0]):04x}_", escaped_text(header))


def rename_column(
    common: Common, sheet: str, table: TableText, column: int, header: Content
) -> Iterator[str]:
    """Have a table call a column by what its header cell is about to hold, and say what the person should know.

    Parameters
    ----------
    common
        The workbook's parts.
    sheet, table
        The name of the sheet, and the table on it.
    column
        The header's column on the sheet, counted from 1.
    header
        What the cell is about to hold.

    Raises
    ------
    Unwritable
        That cannot be a column's name, or something in the workbook goes by the old one.
    """
    what = f"it is a column header of the table {table.name}"
    if header.kind != "text" or len(header.text) > LONGEST_HEADER:
        reason = f"{what}, which takes a text of at most {LONGEST_HEADER} characters"
        raise Unwritable(reason, "Give such a text")
    text = common.read(table.part)
    columns = parse(text, table.part).first("tableColumns")
    entries = columns.every("tableColumn") if columns is not None else []
    position = column - table.range.left
    if position >= len(entries):
        raise Unwritable(f"{what}, whose columns are not all listed", "Rename it in Excel")
    old, new = table.columns[position], column_name(header.text)
    others = (*table.columns[:position], *table.columns[position + 1 :])
    if new.casefold() in (name.casefold() for name in others):
        raise Unwritable(f"{what}, which has another column “{header.text}”", "Choose another header")
    if new == old:
        return
    for user in _users(common, table, old):
        raise Unwritable(f"{what}, and {user} goes by its name", "Rename it in Excel")
    for part in common.package.names:
        cache = common.package.content_type(part).endswith("pivotCacheDefinition+xml")
        if cache and _shows(parse(common.read(part), part), sheet, table, old):
            yield (
                f"A pivot table shows the column “{old}” of the table {table.name}, which is now called "
                f"“{header.text}”; put it back into the pivot table at its next refresh."
            )
    common.draft.put(table.part, splice(text, [set_attributes(text, entries[position], name=new)]))


def _users(common: Common, table: TableText, name: str) -> Iterator[str]:
    """Tell what refers to a column of a table by its name."""
    inside = re.escape(escape(_SPECIAL.sub(r"'\1", name)))
    written = re.compile(rb"[\[,@]" + inside + rb"\]", re.IGNORECASE)  # Table[Name], Table[[#This Row],Name]
    package, structure = common.package, common.structure
    for sheet in structure.sheets:
        if sheet.kind == "worksheet" and package.has(sheet.part):
            text = decode(package.path, sheet.part, package.read(sheet.part)).text
            if written.search(text):
                yield f"a formula on the sheet “{sheet.name}”"
    tables = [part for part in package.names if package.content_type(part).endswith("table+xml")]
    if any(written.search(common.read(part)) for part in (structure.workbook, *tables)):
        yield "a formula of a table or a name"
    for part in package.names:
        if package.content_type(part).endswith("slicerCache+xml"):
            slicer = parse(common.read(part), part)
            if slicer.attributes.get("sourceName", "").casefold() == name.casefold():
                yield "a slicer"


def _shows(cache: Element, sheet: str, table: TableText, name: str) -> bool:
    """Whether a pivot table shows a column of a table."""
    fields = cache.first("cacheFields")
    known = [one.attributes.get("name", "").casefold() for one in fields.children] if fields else []
    return name.casefold() in known and _feeds(sheet, table, cache)


def _feeds(sheet: str, table: TableText, cache: Element) -> bool:
    """Whether a pivot table's data come from a table, by its name or by its range."""
    for one in cache.walk():
        if one.name == "worksheetSource":
            if one.attributes.get("name", "").casefold() == table.name.casefold():
                return True
            if one.attributes.get("sheet", sheet).casefold() != sheet.casefold():
                return False
            return any(area.meets(table.range) for area in parse_list(one.attributes.get("ref", "")))
    return False
