"""One worksheet while it is edited: the rows that have changed, and what keeps a cell from changing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import chain
from operator import is_not

from infoviz.errors import EditRefused, PartRefused
from infoviz.workbook.container.markup import decode
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import Sheet
from infoviz.workbook.container.tree import Element, Splice, escape, set_attributes, splice, whole
from infoviz.workbook.formulas.references import shifted
from infoviz.workbook.ranges import Range, cell_name, parse_list
from infoviz.workbook.sheet import guards
from infoviz.workbook.sheet.common import Common
from infoviz.workbook.sheet.content import Content, Unwritable
from infoviz.workbook.sheet.guards import TableText
from infoviz.workbook.sheet.headers import rename_column
from infoviz.workbook.sheet.results import removals, results
from infoviz.workbook.sheet.rows import CellText, RowText, new_row, read_row, set_cell, widen_spans
from infoviz.workbook.sheet.shared import Master, masters, rows_with_masters
from infoviz.workbook.sheet.sheettext import Chunk, SheetText
from infoviz.workbook.sheet.styles import column_style

LINES = 8  # rows that are kept as they were read
OWN_FORMULA = "Pass replace_formula=True to put the value in the formula's place."


@dataclass(frozen=True, slots=True)
class Permission:
    """What a caller allows an edit to do.

    Attributes
    ----------
    replace_formula
        Put the value in the place of a formula.
    protected
        Edit a locked cell of a protected sheet.
    """

    replace_formula: bool = False
    protected: bool = False

    def __or__(self, other: "Permission") -> "Permission":
        return Permission(self.replace_formula or other.replace_formula, self.protected or other.protected)


class SheetDraft:
    """A worksheet and the edits made to it.

    Parameters
    ----------
    sheet
        Which worksheet it is.
    text
        Its part as it was read or last saved.
    common
        What it shares with the workbook's other sheets.
    """

    def __init__(self, sheet: Sheet, text: SheetText, common: Common) -> None:
        self.sheet = sheet
        self.text = text
        self.common = common
        self.rows: dict[int, bytes] = {}
        self._lines: dict[int, tuple[tuple[SheetText, bytes | None], RowText | None]] = {}  # read last
        self._masters: tuple[tuple[Chunk, ...], dict[str, list[Master]]] = ((), {})  # as the part was read
        self.cleared: list[tuple[int, int]] = []  # cells whose results were taken away
        self.cells: dict[tuple[int, int], Content] = {}
        self.grown: list[Range] = []  # rows that have been added to lists: a blank is counted, too
        self.unlocked: set[tuple[int, int]] = set()  # locked cells of a protected sheet that were changed
        self.remarks: list[str] = []  # what the person should know of the changes
        self.formulas_changed = False
        self.touched = False  # whether more than rows has changed
        self._tables: dict[str, tuple[bytes, TableText | None]] = {}
        self._styles: dict[tuple[int, int], int] = {}  # formats of cells before they were first written
        self.across: dict[
            tuple[int, ...], tuple[int, int]
        ] = {}  # columns of the list by those that are written
        self.added: dict[tuple[int, int], int] = {}  # last row added to the list of some columns
        self.tops: dict[int, int] = {}  # first row of the list that ends at a row, as far as it is known

    # ------------------------------------------------------------------ looking

    def row(self, number: int) -> RowText | None:
        """Read a row as it stands now."""
        state = (self.text, self.rows.get(number))
        if number not in self._lines or any(map(is_not, self._lines[number][0], state)):
            text = state[1]
            line = self.text.row(number) if text is None else read_row(text, number, self.text.frame.context)
            if len(self._lines) >= LINES:
                self._lines.clear()
            self._lines[number] = (state, line)
        return self._lines[number][1]

    def rows_downwards(self) -> Iterator[RowText]:
        """Go downwards through the rows, from the top."""
        context = self.text.frame.context
        known = (
            (span.number, chunk.text[span.start : span.end])
            for chunk in self.text.chunks
            for span in self.text.spans(chunk)
        )
        fresh = ((number, b"") for number in sorted(self.rows))
        previous = 0
        for number, base in merge(known, fresh, key=lambda entry: entry[0]):
            if number != previous:
                yield read_row(self.rows.get(number, base), number, context)
            previous = number

    def rows_upwards(self, below: int) -> Iterator[RowText]:
        """Go upwards through the rows that may hold a constant, from above a row."""
        context = self.text.frame.context
        for number, text in self._raw_upwards(below):
            yield read_row(text, number, context)

    def rows_with_column(self, column: int, top: int, bottom: int) -> Iterator[RowText]:
        """Go upwards through the rows between two that may hold something in a column."""
        context = self.text.frame.context
        name = b"<" + context.prefix + b"c"
        for number, text in self._raw_upwards(bottom + 1):
            if number < top:
                return
            stated = text.count(name) == text.count(name + b' r="')
            if not stated or b'"%s"' % cell_name(number, column).encode() in text:
                yield read_row(text, number, context)

    def filled_rows_upwards(self, below: int) -> Iterator[int]:
        """Go upwards through the numbers of the rows that hold any value, from above a row."""
        return (number for number, _ in self._raw_upwards(below))

    def formula(self, row: int, column: int) -> str | None:
        """Return a cell's formula without its ``=``, a shared one shifted to it; None where it holds none."""
        line = self.row(row)
        cell = line.cell(column) if line else None
        if cell is None or cell.formula is None:
            return None
        if cell.formula.text or cell.formula.attributes.get("t") != "shared":
            return cell.formula.text
        master = self._shared_master(cell.formula.attributes.get("si", ""), row, column)
        if master is None:
            return None
        return shifted(master.text, cell_name(master.row, master.column), cell_name(row, column))

    @cached_property
    def merged(self) -> list[Range]:
        """Merged ranges."""
        return guards.merged(self.text.frame.root)

    @cached_property
    def arrays(self) -> list[tuple[Range, str]]:
        """Areas filled by one formula each."""
        return guards.arrays(self.text)

    @cached_property
    def pivots(self) -> list[Range]:
        """Areas that pivot tables fill."""
        return guards.pivots(self.common.package, self.sheet.part, self.common.read)

    @property
    def tables(self) -> list[TableText]:
        """Excel tables, as they stand now."""
        parts = guards.table_parts(self.common.package, self.sheet.part)
        found = [self._table(part, self.common.read(part)) for part in parts]
        return [table for table in found if table is not None]

    def _table(self, part: str, text: bytes) -> TableText | None:
        known = self._tables.get(part)
        if known is None or known[0] is not text:
            known = self._tables[part] = (text, guards.read_table(part, text))
        return known[1]

    def refused(self, row: int, column: int, reason: str, remedy: str) -> EditRefused:
        """Build the refusal of a cell."""
        return EditRefused(self.sheet.name, cell_name(row, column), reason, remedy)

    # ------------------------------------------------------------------ setting

    def set(self, row: int, column: int, content: Content, permission: Permission) -> None:
        """Put a content into a cell.

        Raises
        ------
        EditRefused
            The change would be wrong or lose something.
        """
        line = self.row(row)
        cell = line.cell(column) if line else None
        if line is not None and sum(one.column == column for one in line.cells) > 1:
            remedy = "Open the file in Excel or LibreOffice and save it again."
            raise self.refused(row, column, "the sheet holds this cell twice", remedy)
        self._check_place(row, column)
        self._check_protection(row, column, self.style(row, column, line), permission)
        if cell is not None and cell.formula is not None:
            if not permission.replace_formula:
                raise self.refused(row, column, "it holds a formula", OWN_FORMULA)
            if cell.formula.attributes.get("t") == "shared" and cell.formula.attributes.get("ref"):
                self._hand_on(row, column, cell.formula)
                line = self.row(row)
            self.formulas_changed = True
        self._rename(row, column, content)
        if content.kind == "blank" and cell is None:
            return
        self.put(row, column, content, line)

    def put(self, row: int, column: int, content: Content, line: RowText | None) -> None:
        """Write a content into a cell whose change has been allowed."""
        context = self.text.frame.context
        cell = line.cell(column) if line else None
        now = self.style(row, column, line)
        wanted = self._styles.setdefault((row, column), now)  # what is written over leaves no format behind
        if content.moment:
            counted = self.common.structure.date1904
            wanted = self.common.styles.for_moment(wanted, content.moment, date1904=counted)
        style = wanted if cell is None or wanted != now else None
        if line is None:
            if not self.text.ordered:
                remedy = "Open the file in Excel or LibreOffice and save it again."
                raise self.refused(row, column, "the sheet's rows are out of order", remedy)
            line = read_row(new_row(row, context), row, context)
        edited = set_cell(line, column, content, style, context, self.common.shared)
        if edited == line.text:
            return
        self.rows[row] = widen_spans(edited, column, column)
        self.cells[row, column] = content

    def restyle(self, line: RowText, column: int, content: Content, style: int) -> None:
        """Write a content into a cell in another format, which the cell has from now on."""
        self._styles[line.number, column] = style
        context = self.text.frame.context
        self.rows[line.number] = set_cell(line, column, content, style, context, self.common.shared)

    def style(self, row: int, column: int, line: RowText | None) -> int:
        """Format index of a cell, or the one that its row or column gives to a new cell."""
        cell = line.cell(column) if line else None
        if cell is not None:
            return cell.style
        if line is not None and line.element.attributes.get("customFormat", "0") in ("1", "true"):
            return whole(line.element.attributes.get("s"))
        return column_style(self.text.frame.root, column)

    def reframe(self, frame: bytes) -> None:
        """Put another text around the rows."""
        if frame != self.text.frame.text:
            self.text = self.text.with_frame(frame)
            self.touched = True

    def result(self) -> SheetText:
        """Return the part with every edit in its place."""
        if not self.rows:
            return self.text
        return self._with_dimension(self.text.with_rows(self.rows))

    def clear_results(self, areas: Iterable[Range]) -> None:
        """Take away the results that some areas hold, each a stretch of one column."""
        wanted: dict[int, list[int]] = {}
        for area in areas:
            for number in range(area.top, area.bottom + 1):
                wanted.setdefault(number, []).append(area.left)
        for number in sorted(wanted.keys() & self.rows.keys()):
            line = read_row(self.rows[number], number, self.text.frame.context)
            found = removals(line, wanted.pop(number))
            self.rows[number] = splice(line.text, list(chain.from_iterable(found.values())))
            self.cleared += ((number, column) for column in found)
        splices: dict[int, list[Splice]] = {}
        for result in results(self.text, wanted):
            splices.setdefault(result.chunk, []).extend(result.removal)
            self.cleared.append((result.row, result.column))
        if splices:
            self.text = self.text.with_splices(splices)
            self.touched = True

    def named(self, cells: Iterable[tuple[int, int]]) -> Iterator[str]:
        """Write cells with the sheet's name, such as ``"Contacts!B7"``."""
        return (f"{self.sheet.name}!{cell_name(row, column)}" for row, column in cells)

    def _rename(self, row: int, column: int, content: Content) -> None:
        """Have a table follow where the cell is the header of one of its columns."""
        for table in self.tables:
            if (row, column) in table.range and row < table.range.top + table.headers:
                try:
                    self.remarks += rename_column(self.common, self.sheet.name, table, column, content)
                except Unwritable as error:
                    raise self.refused(row, column, error.reason, error.remedy + ".") from error

    # ------------------------------------------------------------------ checks

    def _check_place(self, row: int, column: int) -> None:
        place = (row, column)
        for area in self.merged:
            if place in area and place != (area.top, area.left):
                anchor = cell_name(area.top, area.left)
                reason = f"it lies inside the merged range {area}, which shows only {anchor}"
                raise self.refused(row, column, reason, f"Edit {anchor}, or unmerge the range.")
        for table in self.tables:
            if place not in table.range:
                continue
            if row > table.last_data_row:
                reason = f"it belongs to the totals row of the table {table.name}"
                raise self.refused(row, column, reason, "Change the totals row in Excel.")
        for area in self.pivots:
            if place in area:
                reason = f"a pivot table fills the range {area} and would overwrite it"
                raise self.refused(row, column, reason, "Edit the data behind the pivot table.")
        for area, kind in self.arrays:
            if place in area and area.top * area.left and (area.top, area.left) != (area.bottom, area.right):
                what = "one array formula" if kind == "array" else "a what-if data table"
                reason = f"{what} fills the whole range {area}"
                raise self.refused(row, column, reason, "Remove that formula in Excel first.")

    def _check_protection(self, row: int, column: int, style: int, permission: Permission) -> None:
        if not guards.protected(self.text.frame.root) or not self.common.styles.locked(style):
            return
        if not permission.protected:
            remedy = "Unprotect the sheet in Excel first."
            raise self.refused(row, column, "the sheet is protected and the cell is locked", remedy)
        self.unlocked.add((row, column))

    def _raw_upwards(self, below: int) -> Iterator[tuple[int, bytes]]:
        marks = (b"<" + self.text.prefix + b"v", b"<" + self.text.prefix + b"is")
        known = self.text.rows_upwards(below, marks)
        fresh = ((number, b"") for number in sorted(self.rows, reverse=True) if number < below)
        previous = 0
        for number, base in merge(known, fresh, key=lambda entry: -entry[0]):
            text = self.rows.get(number, base)
            if number != previous and any(mark in text for mark in marks):
                yield number, text
            previous = number

    def _sharing(self, index: str) -> Iterator[tuple[RowText, CellText, Element]]:
        """Go through the cells whose formula is shared under an index."""
        context = self.text.frame.context
        known = self.text.rows_with(b'si="%s"' % index.encode(), b"si='%s'" % index.encode())
        fresh = (read_row(text, number, context) for number, text in sorted(self.rows.items()))
        for line in chain(fresh, (line for line in known if line.number not in self.rows)):
            for cell in line.cells:
                formula = cell.formula
                if formula is None or formula.attributes.get("t") != "shared":
                    continue
                if formula.attributes.get("si") == index:
                    yield line, cell, formula

    def _shared_master(self, index: str, row: int, column: int) -> Master | None:
        """Find the formula that a cell shares."""
        if self._masters[0] is not self.text.chunks:
            self._masters = (self.text.chunks, masters(rows_with_masters(self.text)))
        fresh = [self.row(number) for number, text in self.rows.items() if b"shared" in text]
        known = masters(line for line in fresh if line is not None).get(index, [])
        known += (one for one in self._masters[1].get(index, ()) if one.row not in self.rows)
        return next((one for one in known if any((row, column) in area for area in one.areas)), None)

    def _hand_on(self, row: int, column: int, master: Element) -> None:
        """Write a shared formula into the next cell that shares it, before its first one is overwritten."""
        index = master.attributes.get("si", "")
        area = parse_list(master.attributes["ref"])[0]
        others = [
            (line, cell, formula)
            for line, cell, formula in self._sharing(index)
            if (line.number, cell.column) in area and not formula.text
        ]
        if not others:
            return
        places = [(line.number, cell.column) for line, cell, _ in others]
        line, cell, formula = others[places.index(min(places))]
        rows, columns = [place[0] for place in places], [place[1] for place in places]
        rest = Range(min(rows), min(columns), max(rows), max(columns))
        try:
            text = shifted(master.text, cell_name(row, column), cell_name(line.number, cell.column))
        except ValueError as error:
            reason = f"other cells share its formula, which cannot be handed on ({error})"
            raise self.refused(row, column, reason, "Replace it in Excel.") from error
        name = self.text.prefix + b"f"
        written = b'<%s t="shared" ref="%s" si="%s">%s</%s>' % (
            name,
            str(rest).encode(),
            index.encode(),
            escape(text),
            name,
        )
        self.rows[line.number] = splice(line.text, [Splice(formula.start, formula.end, written)])

    def _with_dimension(self, text: SheetText) -> SheetText:
        filled = [place for place, content in self.cells.items() if content.kind != "blank"]
        dimension = text.frame.root.first("dimension")
        known = parse_list(dimension.attributes.get("ref", "")) if dimension else []
        if not filled or dimension is None or len(known) != 1:
            return text
        rows, columns = [row for row, _ in filled], [column for _, column in filled]
        old = known[0]
        new = Range(
            min(old.top, *rows), min(old.left, *columns), max(old.bottom, *rows), max(old.right, *columns)
        )
        if new == old:
            return text
        frame = text.frame.text
        return text.with_frame(splice(frame, [set_attributes(frame, dimension, ref=str(new))]))


def load_sheet(sheet: Sheet, package: Package) -> SheetText:
    """Read a worksheet's part for editing.

    Raises
    ------
    EditRefused
        The sheet has no cells, or its XML is not of a kind that can be edited.
    """
    if sheet.kind != "worksheet":
        raise EditRefused(sheet.name, "", f"it is a {sheet.kind}, not a worksheet", "Name a worksheet.")
    try:
        markup = decode(package.path, sheet.part, package.read(sheet.part))
        text = SheetText(sheet.part, markup)
        _ = text.frame
    except PartRefused as error:
        remedy = "Open the file in Excel or LibreOffice and save it again as .xlsx."
        raise EditRefused(sheet.name, "", error.reason, remedy) from error
    return text
