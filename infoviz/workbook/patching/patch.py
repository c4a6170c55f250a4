"""Edits of a workbook: collected, checked one by one, and put into the file in one pass."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from infoviz.errors import EditRefused, PartRefused
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import Structure
from infoviz.workbook.container.tree import Element, parse
from infoviz.workbook.formulas.dependents import Area
from infoviz.workbook.patching.edits import AddColumn, AddSheet, AppendRow, Edit, SetCell
from infoviz.workbook.patching.outdated import KnownFormulas, saved_by_believer
from infoviz.workbook.patching.work import KEPT, Plan, Work
from infoviz.workbook.ranges import LAST_COLUMN, Range, column_number, letters, parse_cell
from infoviz.workbook.sheet.formulas import FormulaText
from infoviz.workbook.sheet.sheetdraft import Permission
from infoviz.workbook.sheet.sheettext import SheetText
from infoviz.workbook.sheet.strings import StringsText

BEHIND = (
    "{} {} down to row {} of the sheet “{}”, where the list ended, and {} out what was added below. "
    "Let {} reach further."
)
NAMED = 5  # cells that one warning names
SAVE_ANEW = "Open the file in Excel or LibreOffice and save it again as .xlsx."


class Editor:
    """The writing side of an open workbook.

    Parameters
    ----------
    package, structure
        The workbook as it was read.
    """

    def __init__(self, package: Package, structure: Structure) -> None:
        self._package = package
        self._structure = structure
        self._texts: dict[str, SheetText] = {}
        self._strings: StringsText | None = None
        self._edits: list[Edit] = []
        self._saved: list[Area] = []  # what earlier saves have changed
        self._saved_rows: dict[
            str, dict[int, list[FormulaText]]
        ] = {}  # the formulas of rows they have changed
        self._formulas: KnownFormulas | None = None  # as they stood when they were first asked for
        self._unread: dict[str, str] = {}  # sheets whose formulas cannot be told, and why
        self._done: Work | None = None  # with all edits in it; None where it has to be made anew

    @property
    def changed(self) -> bool:
        """Whether there are edits that are not saved."""
        return bool(self._edits)

    @property
    def work(self) -> Work:
        """The parts with all edits in them."""
        if self._done is None:
            self._done = self._fresh()
            for edit in self._edits:
                edit.apply(self._done)
            self._strings = self._done.common.base
        return self._done

    @property
    def added_sheets(self) -> tuple[str, ...]:
        """Names of the sheets that have been added and are not saved."""
        added = any(isinstance(edit, AddSheet) for edit in self._edits)
        return tuple(sheet.name for sheet in self.work.new.values()) if added else ()

    def outdated(self) -> dict[str, list[Range]]:
        """List the cells, by sheet, whose stored results are older than what was edited since the file was opened."""
        return self._depending(self.work, [*self._saved, *self.work.edited])

    def _depending(self, work: Work, edited: list[Area]) -> dict[str, list[Range]]:
        """List the cells, by sheet, whose formulas depend on edited ones."""
        if not edited:
            return {}
        named = work.named
        if self._formulas is None:
            written, self._unread = work.formulas()
            self._formulas = KnownFormulas(written, named)
        elif self._formulas.named != named:
            self._formulas = KnownFormulas(self._formulas.written, named)
        return self._formulas.out_of_date(edited, self._changed(work))

    def _left_behind(self, work: Work) -> Iterator[str]:
        """Say which formulas leave out what has been added to the list that they take in."""
        if self._formulas is None:
            return
        for sheet, rows in work.grown:
            found = self._formulas.left_behind(sheet, rows)
            cells = [f"{name}!{area}" for name, areas in found.items() for area in areas]
            if cells:
                named = f"{', '.join(cells[:NAMED])}{f' and {len(cells) - NAMED} more' if len(cells) > NAMED else ''}"
                one = len(cells) == 1 and ":" not in cells[0]
                verbs = ("reaches", "leaves", "it") if one else ("reach", "leave", "them")
                yield BEHIND.format(named, verbs[0], rows.top - 1, sheet, *verbs[1:])

    def _changed(self, work: Work) -> dict[str, dict[int, list[FormulaText]]]:
        now = work.changed_formulas()
        return {
            name: {**self._saved_rows.get(name, {}), **now.get(name, {})}
            for name in {*self._saved_rows, *now}
        }

    def frame(self, sheet: str) -> Element:
        """Give what stands around a worksheet's rows, the edits included.

        Raises
        ------
        NoSuchSheet, EditRefused
            There is no such sheet, or it cannot be edited.
        """
        return self.work.sheet(sheet).text.frame.root

    def names(self) -> dict[str, str]:
        """Give the workbook's defined names, in lower case, and what they stand for."""
        part = self._structure.workbook
        defined = parse(self.work.draft.text(part), part).first("definedNames")
        return {
            one.attributes.get("name", "").casefold(): one.text.strip()
            for one in (defined.every("definedName") if defined else [])
        }

    def set(
        self,
        sheet: str,
        address: str,
        value: object,
        *,
        replace_formula: bool = False,
        protected: bool = False,
    ) -> None:
        """Put a value into a cell; see :meth:`infoviz.workbook.book.Workbook.set`."""
        try:
            row, column = parse_cell(address)
        except ValueError as error:
            reason = f"{address!r} is not the address of a cell"
            raise EditRefused(sheet, "", reason, "Write it like B7.") from error
        self._do(SetCell(sheet, row, column, value, Permission(replace_formula, protected)))

    def append(
        self, sheet: str, values: Mapping[str, object], *, after: int | None = None, protected: bool = False
    ) -> int:
        """Write values into the first free row below a list; see :meth:`infoviz.workbook.book.Workbook.append`."""
        columns: dict[int, object] = {}
        for letter, value in values.items():
            column = column_number(letter) if re.fullmatch("[A-Za-z]{1,3}", letter) else 0
            if not 1 <= column <= LAST_COLUMN:
                reason = f"{letter!r} is not the letter of a column"
                raise EditRefused(sheet, "", reason, "Give the values as {'A': ..., 'C': ...}.")
            columns[column] = value
        if not columns:
            raise EditRefused(sheet, "", "the new row is empty", "Give at least one value.")
        return self._do(AppendRow(sheet, columns, after, Permission(protected=protected)))

    def add_column(self, sheet: str, header: str, *, row: int = 1, protected: bool = False) -> str:
        """Add a column; see :meth:`infoviz.workbook.book.Workbook.add_column`."""
        return letters(self._do(AddColumn(sheet, header, row, Permission(protected=protected))))

    def add_sheet(self, name: str) -> None:
        """Add a worksheet; see :meth:`infoviz.workbook.book.Workbook.add_sheet`."""
        self._do(AddSheet(name))

    def undo(self, edits: int = 1) -> bool:
        """Take the last edits back; False where there are not so many."""
        if len(self._edits) < edits:
            return False
        self._edits = self._edits[: len(self._edits) - edits]
        self._done = None
        return True

    def check_signature(self) -> None:
        """Refuse to change a workbook that is digitally signed.

        Raises
        ------
        EditRefused
            With the remedy.
        """
        if self._structure.signed:
            reason = "this workbook is digitally signed, and any change makes the signature invalid"
            raise EditRefused("", "", reason, "Pass break_signature=True to save it all the same.")

    def plan(self, *, clear_results: bool | None) -> Plan | None:
        """Build the file with all edits, checked; None where nothing would change.

        ``clear_results`` is that of :meth:`infoviz.workbook.book.Workbook.save`.
        """
        if not self._edits:
            return None
        work = self._fresh()  # further edits and their undoing start from the work as it is
        for edit in self._needed():
            edit.apply(work)
        if clear_results is None:
            clear_results = saved_by_believer(self._package)
        outdated = self._depending(work, work.edited) if clear_results else {}
        behind = tuple(self._left_behind(work)) if clear_results else ()
        plan = work.finish(outdated)
        if not plan.parts:
            return None
        if clear_results:
            unread = (KEPT.format(name, reason) for name, reason in self._unread.items())
            plan = replace(plan, warnings=(*unread, *plan.warnings, *behind))
        if self._structure.signed:
            warning = "The digital signature of this workbook is no longer valid."
            plan = replace(plan, warnings=(*plan.warnings, warning))
        return plan

    def saved(self, plan: Plan, package: Package, structure: Structure) -> None:
        """Take note that a plan has been written: what it holds is now what further edits start from."""
        self._saved_rows = self._changed(self.work)
        self._saved += self.work.edited
        self._package, self._structure = package, structure
        self._texts, self._strings = plan.texts, plan.strings
        self.discard()

    def discard(self) -> None:
        """Forget the edits."""
        self._edits = []
        self._done = None

    def _do(self, edit: Edit) -> int:
        work = self.work
        self._done = None  # an edit that is refused half-way leaves nothing behind
        try:
            row = edit.apply(work)
        except PartRefused as error:
            raise EditRefused(*edit.place, f"{error.part}: {error.reason}", SAVE_ANEW) from error
        self._edits.append(edit)
        self._strings = work.common.base
        self._done = work
        return row

    def _fresh(self) -> Work:
        return Work(self._package, self._structure, self._texts, self._strings)

    def _needed(self) -> list[Edit]:
        """Leave out what a later edit of the same cell has overwritten, so that it leaves no text behind.

        An edit of another kind may have found its place by what stood there, so that nothing is left out across it.
        """
        kept: list[Edit] = []
        later: dict[tuple[str, int, int], int] = {}
        for edit in reversed(self._edits):
            if not isinstance(edit, SetCell):
                later.clear()
                kept.append(edit)
                continue
            place = (edit.sheet, edit.row, edit.column)
            if place not in later:
                later[place] = len(kept)
                kept.append(edit)
                continue
            last = kept[later[place]]
            if isinstance(last, SetCell):
                kept[later[place]] = replace(last, permission=last.permission | edit.permission)
        return kept[::-1]
