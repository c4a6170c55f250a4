"""A new column at the right edge of a list."""

from infoviz.errors import EditRefused
from infoviz.workbook.container.tree import append_child, parse, prefix, quoted, set_attributes, splice, whole
from infoviz.workbook.growing.lists import constants
from infoviz.workbook.ranges import LAST_COLUMN, Range, cell_name
from infoviz.workbook.sheet.content import Content
from infoviz.workbook.sheet.draft import Draft
from infoviz.workbook.sheet.guards import TableText
from infoviz.workbook.sheet.headers import column_name
from infoviz.workbook.sheet.sheetdraft import Permission, SheetDraft

ADD_IT_IN_EXCEL = "Add the column in Excel, then fill it in here."
MOVE_IT = "Move it, or insert a column there in Excel."


def add_column(sheet: SheetDraft, header: Content, row: int, permission: Permission, draft: Draft) -> int:
    """Write a header beside the last one of a row; where the row heads an Excel table, the table grows with it.

    Parameters
    ----------
    sheet
        The sheet.
    header
        The new column's header, a text.
    row
        The row of the headers.
    permission
        What the caller allows.
    draft
        The workbook's parts, for the table's.

    Returns
    -------
    int
        The column, counted from 1.

    Raises
    ------
    EditRefused
        There is content where the column would be.
    """
    table = next((one for one in sheet.tables if one.headers and one.range.top == row), None)
    column = table.range.right + 1 if table is not None else _first_free(sheet, row)
    if column > LAST_COLUMN:
        raise sheet.refused(row, LAST_COLUMN, "the sheet has no column left", "Use another sheet.")
    line = sheet.row(row)
    left = line.cell(column - 1) if line and column > 1 else None
    if table is not None:
        _check_free(sheet, table, column)
        if column_name(header.text).casefold() in (name.casefold() for name in table.columns):
            reason = f"the table {table.name} has a column “{header.text}”"
            raise sheet.refused(row, column, reason, "Choose another header.")
    sheet.set(row, column, header, permission)
    if left is not None and left.style:
        _restyle(sheet, row, column, header, left.style)
    if table is not None:
        draft.put(table.part, _wider(draft.text(table.part), table, header.text))
    return column


def _restyle(sheet: SheetDraft, row: int, column: int, header: Content, style: int) -> None:
    """Give the new header the look of its neighbour, unless the cell has one of its own."""
    line = sheet.row(row)
    cell = line.cell(column) if line else None
    if line is None or cell is None or cell.style:
        return
    sheet.restyle(line, column, header, style)


def _first_free(sheet: SheetDraft, row: int) -> int:
    line = sheet.row(row)
    used = [cell.column for cell in line.cells if cell.filled] if line else []
    last = max(used, default=0)
    column = max([last, *(area.right for area in sheet.merged if (row, last) in area)]) + 1
    for area in sheet.merged:
        if (row, column) in area:
            reason = f"the merged range {area} stands beside the last header"
            raise sheet.refused(row, column, reason, "Unmerge it, or insert a column there in Excel.")
    return column


def _check_free(sheet: SheetDraft, table: TableText, column: int) -> None:
    """Refuse where the table would grow over content."""
    area = Range(table.range.top, column, table.range.bottom, column)
    for line in sheet.rows_with_column(column, area.top, area.bottom):
        cell = line.cell(column)
        if constants(line, column, column) or (cell is not None and cell.formula is not None):
            reason = f"there is content beside the table {table.name}"
            raise sheet.refused(line.number, column, reason, MOVE_IT)
    others = [one.range for one in sheet.tables if one.part != table.part]
    for taken in (*sheet.merged, *sheet.pivots, *others):
        if area.meets(taken):
            reason = f"the range {taken} stands beside the table {table.name}"
            raise sheet.refused(table.range.top, column, reason, MOVE_IT)


def _wider(text: bytes, table: TableText, header: str) -> bytes:
    """Give a table another column."""
    root = parse(text, table.part)
    if root.attributes.get("tableType", "worksheet") != "worksheet":
        reason = f"the table {table.name} is filled from outside the workbook"
        raise EditRefused("", cell_name(table.range.top, table.range.right + 1), reason, ADD_IT_IN_EXCEL)
    columns = root.first("tableColumns")
    if columns is None:
        reason = f"the table {table.name} does not list its columns"
        raise EditRefused("", cell_name(table.range.top, table.range.right), reason, MOVE_IT)
    known = [whole(one.attributes.get("id")) for one in columns.every("tableColumn")]
    entry = b'<%stableColumn id="%d" name="%s"/>' % (
        prefix(text, columns),
        max(known, default=0) + 1,
        quoted(column_name(header)),
    )
    pieces = [
        set_attributes(text, root, ref=str(table.range.wider(table.range.right + 1))),
        set_attributes(text, columns, count=str(len(known) + 1)),
        append_child(text, columns, entry),
    ]
    filter_ = root.first("autoFilter")
    if filter_ is not None and "ref" in filter_.attributes:
        area = Range.parse(filter_.attributes["ref"])
        pieces.append(set_attributes(text, filter_, ref=str(area.wider(area.right + 1))))
    return splice(text, pieces)
