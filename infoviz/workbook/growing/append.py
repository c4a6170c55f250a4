"""A new row below a list, as Excel makes it when one types there."""

from collections.abc import Mapping

from infoviz.errors import EditRefused
from infoviz.workbook.container.parts import Structure
from infoviz.workbook.container.tree import escape, parse, set_attributes, splice, start_tag
from infoviz.workbook.formulas.references import references, shifted
from infoviz.workbook.growing.follow import grow_charts, grow_frame, grow_names, grow_table
from infoviz.workbook.growing.lists import Spot, find_spot
from infoviz.workbook.growing.totals import move_totals
from infoviz.workbook.ranges import Range, cell_name
from infoviz.workbook.sheet.content import Content
from infoviz.workbook.sheet.draft import Draft
from infoviz.workbook.sheet.rows import CellText, new_row, read_row, with_cells
from infoviz.workbook.sheet.sheetdraft import Permission, SheetDraft

LOOK_BACK = 4  # a formula in one of so many rows above shows that a column is computed


def append_row(
    sheet: SheetDraft,
    contents: Mapping[int, Content],
    after: int | None,
    permission: Permission,
    draft: Draft,
    structure: Structure,
) -> int:
    """Write values into the first truly free row below a list, and let grow what ended on its last record.

    Parameters
    ----------
    sheet
        The sheet.
    contents
        What to write, by column counted from 1.
    after
        The last record's row where the caller knows it, else None.
    permission
        What the caller allows.
    draft, structure
        The workbook, for what grows outside the sheet.

    Returns
    -------
    int
        The row's number.
    """
    spot = find_spot(sheet, contents, after)
    target = spot.growth.target
    if spot.table is not None and spot.table.totals and not spot.inside:
        move_totals(sheet, spot.table, draft, structure)
    if not spot.inside and spot.growth.last:
        _grow(sheet, spot, draft, structure)
    if spot.table is not None:
        _fill(spot.table.part, draft)
    sheet.rows[target] = _prepared(sheet, spot, contents, draft)
    for column, content in contents.items():
        sheet.set(target, column, content, permission)
    return target


def _grow(sheet: SheetDraft, spot: Spot, draft: Draft, structure: Structure) -> None:
    growth = spot.growth
    frame = sheet.text.frame
    sheet.reframe(grow_frame(frame.text, frame.root, growth))
    sheet.grown.append(Range(growth.target, growth.left, growth.target, growth.right))
    if spot.table is not None:
        part = spot.table.part
        draft.put(part, grow_table(draft.text(part), spot.table, growth))
    grow_names(draft, structure.workbook, growth)
    grow_charts(draft, structure, growth)


def _fill(part: str, draft: Draft) -> None:
    """Say of a table that was empty that its first row is a record now."""
    text = draft.text(part)
    root = parse(text, part)
    if "insertRow" in root.attributes:
        draft.put(part, splice(text, [set_attributes(text, root, insertRow=None, insertRowShift=None)]))


def _prepared(sheet: SheetDraft, spot: Spot, contents: Mapping[int, Content], draft: Draft) -> bytes:
    """Write the row as it stands before the values: formats and formulas from the row above."""
    target = spot.growth.target
    context = sheet.text.frame.context
    above = sheet.row(target - 1) if spot.record else None
    known = sheet.row(target)
    if known is None:
        tag = start_tag(above.text) if above is not None else None
        known = read_row(new_row(target, context, tag), target, context)
    if above is None:
        return known.text
    calculated = _calculated(spot, draft)
    cells: dict[int, bytes] = {}
    for cell in above.cells:
        there = known.cell(cell.column)
        if (there is not None and (there.filled or there.style)) or (
            cell.column in contents and there is not None
        ):
            continue
        if not spot.growth.left <= cell.column <= spot.growth.right:
            continue
        formula = None if cell.column in contents else _formula(sheet, spot, cell, calculated)
        if formula is None and (there is not None or not cell.style):
            continue
        cells[cell.column] = _like(cell, formula, sheet, target)
    return with_cells(known, cells, context)


def _like(cell: CellText, formula: str | None, sheet: SheetDraft, target: int) -> bytes:
    """Write a cell of the new row with the format of the one above and its own formula."""
    p = sheet.text.frame.context.prefix
    tag = b'<%sc r="%s"' % (p, cell_name(target, cell.column).encode())
    if cell.style:
        tag += b' s="%d"' % cell.style
    if formula is None:
        return tag + b"/>"
    sheet.formulas_changed = True
    sheet.cells[target, cell.column] = Content("formula", formula)
    return tag + b"><%sf>%s</%sf></%sc>" % (p, escape(formula), p, p)


def _calculated(spot: Spot, draft: Draft) -> dict[int, str]:
    """Formulas of the table's calculated columns that read the same in every row."""
    if spot.table is None:
        return {}
    columns = parse(draft.text(spot.table.part), spot.table.part).first("tableColumns")
    found = {}
    for offset, column in enumerate(columns.every("tableColumn") if columns else []):
        formula = column.first("calculatedColumnFormula")
        if formula is None or formula.attributes.get("array", "0") in ("1", "true"):
            continue
        if not any(True for _ in references(formula.text)):
            found[spot.growth.left + offset] = formula.text
    return found


def _formula(sheet: SheetDraft, spot: Spot, cell: CellText, calculated: dict[int, str]) -> str | None:
    if cell.column in calculated:
        return calculated[cell.column]
    if cell.formula is None:
        return None
    row = spot.growth.target - 1
    try:
        if not _carries_on(sheet, spot, row, cell.column):
            return None
        formula = sheet.formula(row, cell.column) or ""
        moved = shifted(formula, cell_name(row, cell.column), cell_name(row + 1, cell.column))
    except ValueError as error:
        reason = f"its formula cannot be carried on to the next row ({error})"
        raise EditRefused(
            sheet.sheet.name, cell_name(row, cell.column), reason, "Fill it down in Excel."
        ) from error
    if cell.formula.attributes.get("t") == "array":
        reason = "its array formula does not carry on to the next row by itself"
        raise EditRefused(sheet.sheet.name, cell_name(row, cell.column), reason, "Fill it down in Excel.")
    return moved


def _carries_on(sheet: SheetDraft, spot: Spot, row: int, column: int) -> bool:
    """Whether a formula is one that every record has, so that a new record has it too."""
    formula = sheet.formula(row, column)
    if not formula:
        return False
    first = spot.growth.first
    if row <= first:
        return any(named is None and area.top <= row <= area.bottom for named, area in references(formula))
    here = cell_name(row, column)
    for above in range(row - 1, max(first, row - LOOK_BACK) - 1, -1):
        other = sheet.formula(above, column)
        if other and shifted(other, cell_name(above, column), here) == formula:
            return True
    return False
