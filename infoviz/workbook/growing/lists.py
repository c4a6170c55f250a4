"""Where a list on a sheet begins and ends, and which row below it is truly free."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from infoviz.errors import EditRefused
from infoviz.workbook.formulas.references import references, shifted
from infoviz.workbook.growing.follow import Growth
from infoviz.workbook.ranges import LAST_COLUMN, LAST_ROW, cell_name
from infoviz.workbook.sheet.guards import TableText
from infoviz.workbook.sheet.rows import RowText
from infoviz.workbook.sheet.sheetdraft import SheetDraft

Constants = dict[int, str]
Across = tuple[int, int]  # the first and the last column of a list

HEAD_ROWS = 30  # a list begins within so many rows from the top
NEAR = 5  # so many rows tell how wide a list is
NOTE_ROWS = 30  # a block of more rows is no note
CALL_IT_A_TABLE = "Make the list an Excel table (Insert > Table), or insert an empty row there in Excel."


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a new row goes.

    Attributes
    ----------
    growth
        The list and the row.
    table
        The Excel table that it belongs to, if it is one.
    inside
        Whether the row lies within the table's range already.
    record
        Whether the row above is a record, whose look and formulas the new one takes.
    """

    growth: Growth
    table: TableText | None
    inside: bool
    record: bool


def constants(row: RowText, left: int = 1, right: int = LAST_COLUMN) -> Constants:
    """Give what a row's cells hold, as written, leaving out formulas and empty cells."""
    found = {}
    for cell in row.cells:
        if not left <= cell.column <= right or cell.formula is not None or not cell.filled:
            continue
        value = cell.element.first("v")
        inline = cell.element.first("is")
        kind = cell.element.attributes.get("t", "n")
        text = (
            value.text if value is not None else "".join(one.text for one in inline.walk()) if inline else ""
        )
        found[cell.column] = f"{kind}:{text}"
    return found


def filled_upwards(sheet: SheetDraft, left: int, right: int, below: int) -> Iterator[tuple[int, Constants]]:
    """Go upwards through the rows that hold a constant in some columns, from above a row."""
    for row in sheet.rows_upwards(below):
        found = constants(row, left, right)
        if found:
            yield row.number, found


def find_spot(sheet: SheetDraft, columns: Mapping[int, object], after: int | None) -> Spot:
    """Find the first truly free row for new values.

    Parameters
    ----------
    sheet
        The sheet.
    columns
        The columns (counted from 1) that are to be written.
    after
        The last record's row where the caller knows it, else None.

    Raises
    ------
    EditRefused
        There is content where the row would go, or it cannot be told which list is meant.
    """
    if not sheet.text.ordered:
        remedy = "Open the file in Excel or LibreOffice and save it again."
        raise EditRefused(sheet.sheet.name, "", "the sheet's rows are out of order", remedy)
    table = _table(sheet, columns, after)
    if table is not None:
        return _in_table(sheet, table, columns, after)
    return _in_sheet(sheet, columns, after)


def _table(sheet: SheetDraft, columns: Mapping[int, object], after: int | None) -> TableText | None:
    found = [
        table
        for table in sheet.tables
        if any(table.range.left <= column <= table.range.right for column in columns)
        and (after is None or table.range.top <= after <= table.range.bottom)
    ]
    if len(found) > 1:
        names = " and ".join(table.name for table in found)
        reason = f"the tables {names} both have these columns"
        raise EditRefused(sheet.sheet.name, "", reason, "Say after which row the new one goes.")
    return found[0] if found else None


def _in_table(sheet: SheetDraft, table: TableText, columns: Mapping[int, object], after: int | None) -> Spot:
    area = table.range
    first = area.top + table.headers
    last = after
    if last is None:
        rows = filled_upwards(sheet, area.left, area.right, table.last_data_row + 1)
        last = _last_record(((row, found) for row, found in rows if row >= first), columns) or first - 1
    target = last + 1
    inside = target <= table.last_data_row
    growth = Growth(sheet.sheet.name, area.top, first, table.last_data_row, area.left, area.right, target)
    _check_free(sheet, growth, columns, target + (0 if inside else table.totals))
    return Spot(growth, table, inside, record=last >= first)


def _in_sheet(sheet: SheetDraft, columns: Mapping[int, object], after: int | None) -> Spot:
    name = sheet.sheet.name
    across = _across(sheet, columns)
    last = after
    if last is None:
        bottom = _last_record(filled_upwards(sheet, *across, LAST_ROW + 1), columns)
        last = None if bottom is None else _above_notes(sheet, bottom, across)
        last = _above_neighbours(sheet, last, across)
    if last is None:
        growth = Growth(name, 0, 1, 0, min(columns), max(columns), 1)
        _check_free(sheet, growth, columns, 1)
        return Spot(growth, None, inside=False, record=False)
    width = max((len(found) for _, found in _nearest(sheet, last + 1, across)), default=1)
    top = sheet.tops.get(last) or _top(sheet, last, width)
    sheet.tops[last + 1] = top
    sheet.added[across] = last + 1
    used = [column for number in (top, last) for column in _constants_of(sheet, number, across)]
    left, right = min((*used, *columns)), max((*used, *columns))
    growth = Growth(name, top, top + 1, last, left, right, last + 1)
    for area in sheet.pivots:
        if area.top <= last <= area.bottom and any(area.left <= column <= area.right for column in columns):
            reason = f"a pivot table fills the range {area} and may grow"
            raise EditRefused(name, cell_name(last + 1, area.left), reason, "Add to the data behind it.")
    _check_total(sheet, last, across)
    _check_free(sheet, growth, columns, last + 1)
    return Spot(growth, None, inside=False, record=last > top)


def _across(sheet: SheetDraft, columns: Mapping[int, object]) -> Across:
    """Columns of the list: the widest run of filled cells around the written columns, in the first rows.

    What stands beside the list, behind an empty column, is no part of it. Where no row holds all the written
    columns the whole sheet counts.
    """
    known = tuple(sorted(columns))
    if known not in sheet.across:
        widest: Across | None = None
        for row in islice(sheet.rows_downwards(), HEAD_ROWS):
            filled = constants(row)
            if not all(column in filled for column in range(known[0], known[-1] + 1)):
                continue
            left, right = known[0], known[-1]
            while left - 1 in filled:
                left -= 1
            while right + 1 in filled:
                right += 1
            if widest is None or right - left > widest[1] - widest[0]:
                widest = (left, right)
        sheet.across[known] = widest or (1, LAST_COLUMN)
    return sheet.across[known]


def _constants_of(sheet: SheetDraft, number: int, across: Across = (1, LAST_COLUMN)) -> Constants:
    row = sheet.row(number)
    return constants(row, *across) if row else {}


def _nearest(sheet: SheetDraft, below: int, across: Across) -> list[tuple[int, Constants]]:
    """List the nearest filled rows above a row, a handful of them."""
    return list(islice(filled_upwards(sheet, *across, below), NEAR))


def _top(sheet: SheetDraft, last: int, width: int) -> int:
    """First row of the list that ends at a row: gaps belong to it, a narrow title above it does not."""
    top = last
    for number in sheet.filled_rows_upwards(last):
        if top - number > 1 and 2 * len(_constants_of(sheet, number)) < width:
            break
        top = number
    return top


def _above_notes(sheet: SheetDraft, last: int, across: Across) -> int:
    """Step over notes that stand below the list, apart from it and narrower."""
    while True:
        block = list(islice(filled_upwards(sheet, *across, last + 1), NOTE_ROWS + 1))
        gap = next((at for at in range(1, len(block)) if block[at - 1][0] - block[at][0] > 1), None)
        if gap is None:
            return last
        above = _nearest(sheet, block[gap][0] + 1, across)
        wide = max(len(found) for _, found in above)
        narrow = max(len(found) for _, found in block[:gap])
        if wide < 2 or 2 * narrow > wide:
            return last
        last = block[gap][0]


def _above_neighbours(sheet: SheetDraft, last: int | None, across: Across) -> int | None:
    """Stay on the row that was added last where something stood right below it already, such as a note."""
    added = sheet.added.get(across)
    if added is None or last is None or last <= added:
        return last
    below = _constants_of(sheet, added + 1, across)
    theirs = [column for column in below if (added + 1, column) not in sheet.cells]
    return added if theirs else last


def _last_record(rows: Iterator[tuple[int, Constants]], columns: Mapping[int, object]) -> int | None:
    """Last row that holds more than what was filled in ahead (a running number, the same tick all the way down)."""
    bottom, below = next(rows, (None, {}))
    if bottom is None or all(column in below for column in columns):
        return bottom
    for count, (row, found) in enumerate(rows, start=1):
        regular = all(_continues(found.get(column), value) for column, value in below.items())
        if not set(found) <= set(below):
            return row if regular or count > 1 else bottom
        if not regular:
            return bottom
        below = found
    return bottom


def _continues(above: str | None, below: str) -> bool:
    """Whether a value goes on from the one above as filled-in values do: the same, or one more."""
    if above is None:
        return False
    if above == below:
        return True
    if not (above.startswith("n:") and below.startswith("n:")):
        return False
    try:
        return float(below[2:]) - float(above[2:]) == 1
    except ValueError:
        return False


def _check_total(sheet: SheetDraft, row: int, across: Across) -> None:
    line = sheet.row(row)
    for column in line.cells if line else ():
        if not across[0] <= column.column <= across[1] or not _sums_up(sheet, row, column.column):
            continue
        reason = f"row {row} ends the list with a total"
        raise EditRefused(sheet.sheet.name, cell_name(row, column.column), reason, CALL_IT_A_TABLE)


def _sums_up(sheet: SheetDraft, row: int, column: int) -> bool:
    """Whether a formula sums up rows above it, unlike one that every row has."""
    formula = sheet.formula(row, column)
    if formula is None:
        return False
    over = [
        area for named, area in references(formula) if named is None and area.top < area.bottom == row - 1
    ]
    if not over:
        return False
    above = sheet.formula(row - 1, column)
    try:
        return above is None or shifted(above, cell_name(row - 1, column), cell_name(row, column)) != formula
    except ValueError:
        return True


def _check_free(sheet: SheetDraft, growth: Growth, columns: Mapping[int, object], target: int) -> None:
    """Refuse where the row holds anything that is not filled in ahead."""
    if target > LAST_ROW:
        raise EditRefused(sheet.sheet.name, "", "the sheet is full", "Start another sheet.")
    name = sheet.sheet.name
    for area in sheet.merged:
        if area.top <= target <= area.bottom and area.left <= growth.right and growth.left <= area.right:
            reason = f"the row below the list lies in the merged range {area}"
            raise EditRefused(name, cell_name(target, area.left), reason, "Unmerge it or insert a row there.")
    line = sheet.row(target)
    if line is None:
        return
    before, behind = _constants_of(sheet, growth.target - 1), _constants_of(sheet, target + 1)
    for column, value in constants(line, growth.left, growth.right).items():
        further = behind.get(column)
        if not _continues(before.get(column), value) and not (further and _continues(value, further)):
            reason = "there is content right below the list"
            raise EditRefused(name, cell_name(target, column), reason, "Insert an empty row there in Excel.")
    for column in range(growth.left, growth.right + 1):
        if _sums_up(sheet, target, column):
            reason = "a total stands right below the list"
            raise EditRefused(name, cell_name(target, column), reason, CALL_IT_A_TABLE)
