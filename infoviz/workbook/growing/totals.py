"""The totals row of a table, moved down by one row to make room for a record."""

from collections.abc import Iterator

from infoviz.errors import EditRefused
from infoviz.workbook.container.parts import Structure
from infoviz.workbook.container.tree import Element, Splice, escape, parse, splice, start_tag, with_attribute
from infoviz.workbook.formulas.references import grown, references
from infoviz.workbook.growing.follow import charts
from infoviz.workbook.ranges import Range, cell_name, parse_list
from infoviz.workbook.sheet.content import Content
from infoviz.workbook.sheet.draft import Draft
from infoviz.workbook.sheet.guards import TableText
from infoviz.workbook.sheet.rows import CellText, RowText, insert_cell, new_row, read_row
from infoviz.workbook.sheet.sheetdraft import SheetDraft

ADD_IT_IN_EXCEL = "Insert a row above the totals in Excel, then fill it in here."


def move_totals(sheet: SheetDraft, table: TableText, draft: Draft, structure: Structure) -> None:
    """Move a table's totals row down; its ranges that ended on the last record take in the new one.

    Raises
    ------
    EditRefused
        Something else points at the totals row, or hangs on it.
    """
    row = table.range.bottom
    if table.totals != 1:
        raise _refused(sheet, row, table, "the table has several totals rows")
    _check_nothing_hangs(sheet, table, row)
    _check_nothing_points(sheet, table, draft, structure)
    line = sheet.row(row)
    if line is None:
        return
    moving = [cell for cell in line.cells if table.range.left <= cell.column <= table.range.right]
    below = sheet.row(row + 1)
    context = sheet.text.frame.context
    if below is None:
        below = read_row(new_row(row + 1, context, start_tag(line.text)), row + 1, context)
    for cell in moving:
        sheet.cells.pop((row, cell.column), None)
        text = insert_cell(
            _without(below, cell.column, sheet), cell.column, _moved(sheet, line, cell), context
        )
        below = read_row(text, row + 1, context)
        sheet.cells[row + 1, cell.column] = _content(below, cell.column)
    sheet.rows[row + 1] = below.text
    sheet.rows[row] = splice(
        line.text, [Splice(cell.element.start, cell.element.end, b"") for cell in moving]
    )
    sheet.formulas_changed = True


def _content(row: RowText, column: int) -> Content:
    cell = row.cell(column)
    if cell is None or cell.formula is None:
        return Content("kept")
    return Content("formula", cell.formula.text)


def _without(row: RowText, column: int, sheet: SheetDraft) -> RowText:
    cell = row.cell(column)
    if cell is None:
        return row
    text = row.text[: cell.element.start] + row.text[cell.element.end :]
    return read_row(text, row.number, sheet.text.frame.context)


def _moved(sheet: SheetDraft, line: RowText, cell: CellText) -> bytes:
    """Write a cell one row further down."""
    element = cell.element
    address = cell_name(line.number + 1, cell.column).encode()
    pieces = [
        Splice(
            element.start,
            element.inner,
            with_attribute(line.text[element.start : element.inner], b"r", address),
        )
    ]
    if cell.formula is not None:
        last = line.number - 1
        formula = grown(
            cell.formula.text,
            sheet.sheet.name,
            lambda area: area.taller(line.number) if area.bottom == last else area,
            own=True,
        )
        if cell.formula.attributes.get("t", "normal") != "normal":
            reason = "its totals row holds a shared or an array formula"
            raise EditRefused(sheet.sheet.name, cell_name(line.number, cell.column), reason, ADD_IT_IN_EXCEL)
        if formula != cell.formula.text:
            pieces.append(Splice(cell.formula.inner, cell.formula.close, escape(formula)))
    shifted = [Splice(one.start - element.start, one.end - element.start, one.text) for one in pieces]
    return splice(line.text[element.start : element.end], shifted)


def _refused(sheet: SheetDraft, row: int, table: TableText, reason: str) -> EditRefused:
    return EditRefused(sheet.sheet.name, cell_name(row, table.range.left), reason, ADD_IT_IN_EXCEL)


def _check_nothing_hangs(sheet: SheetDraft, table: TableText, row: int) -> None:
    area = Range(row, table.range.left, row, table.range.right)
    if any(area.meets(one) for one in sheet.merged):
        raise _refused(sheet, row, table, "cells of the totals row are merged")
    links = sheet.text.frame.root.first("hyperlinks")
    anchored: list[Element] = links.children if links else []
    for relation in sheet.common.package.relations(sheet.sheet.part):
        if relation.kind in ("comments", "threadedComment"):
            part = relation.target
            anchored = anchored + list(parse(sheet.common.read(part), part).walk())
    for element in anchored:
        if any(area.meets(one) for one in parse_list(element.attributes.get("ref", ""))):
            raise _refused(sheet, row, table, "a note or a link hangs on the totals row")


def _check_nothing_points(sheet: SheetDraft, table: TableText, draft: Draft, structure: Structure) -> None:
    row = table.range.bottom
    area = Range(row, table.range.left, row, table.range.right)
    for own, formula in _formulas(sheet, draft, structure):
        for named, reference in references(formula):
            ours = named.casefold() == sheet.sheet.name.casefold() if named else own
            if ours and reference.meets(area) and reference.bottom == row:
                raise _refused(sheet, row, table, f"the formula {formula[:60]!r} points at the totals row")


def _formulas(sheet: SheetDraft, draft: Draft, structure: Structure) -> Iterator[tuple[bool, str]]:
    """Go through the formulas of the workbook that could point at a sheet, saying which stand on it."""
    mark = str(sheet.text.prefix.decode()) + "f"
    for other in structure.sheets:
        if other.kind != "worksheet":
            continue
        own = other.part == sheet.sheet.part
        if own:
            for line in sheet.text.rows_with(b"<" + mark.encode()):
                yield from ((True, cell.formula.text) for cell in line.cells if cell.formula is not None)
        else:
            text = draft.text(other.part)
            if sheet.sheet.name.encode() in text or escape(sheet.sheet.name) in text:
                yield from ((False, one.text) for one in parse(text, other.part).walk() if one.name == "f")
    names = parse(draft.text(structure.workbook), structure.workbook).first("definedNames")
    yield from ((False, name.text) for name in (names.children if names else []))
    for part in charts(structure):
        yield from ((False, one.text) for one in parse(draft.text(part), part).walk() if one.name == "f")
