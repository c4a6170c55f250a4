"""Edits of a workbook: collected, checked one by one, and put into the file in one pass."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from infoviz.errors import EditRefused, NoSuchSheet, PartRefused
from infoviz.workbook.addsheet import add_sheet, check_name
from infoviz.workbook.append import append_row
from infoviz.workbook.calc import ask_for_calculation, holds_formula
from infoviz.workbook.columns import add_column
from infoviz.workbook.content import Content, Unwritable, content
from infoviz.workbook.draft import Draft
from infoviz.workbook.markup import Markup, decode
from infoviz.workbook.package import Package
from infoviz.workbook.parts import Sheet, Structure
from infoviz.workbook.ranges import LAST_COLUMN, cell_name, column_number, letters, parse_cell
from infoviz.workbook.receipt import Outcome
from infoviz.workbook.sheetdraft import Permission, SheetDraft, Surroundings, load_sheet
from infoviz.workbook.sheettext import SheetText
from infoviz.workbook.strings import SharedStrings, StringsText
from infoviz.workbook.styles import Styles, empty_styles
from infoviz.workbook.verify import packed_sheet, packed_strings, verify

STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


SAVE_ANEW = "Open the file in Excel or LibreOffice and save it again as .xlsx."


class Edit(Protocol):
    """Something done to a workbook; done again when the edits before it change."""

    @property
    def place(self) -> tuple[str, str]:
        """The sheet and the cell it is about."""

    def apply(self, work: "Work") -> int:
        """Do it to the parts being worked on; a row's number comes back."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """Put a value into a cell."""

    sheet: str
    row: int
    column: int
    value: object
    permission: Permission

    @property
    def place(self) -> tuple[str, str]:
        """The sheet and the cell it is about."""
        return self.sheet, cell_name(self.row, self.column)

    def apply(self, work: "Work") -> int:
        """Do it to the parts being worked on; the row's number comes back."""
        content = work.content(self.sheet, self.value, self.column, self.row)
        work.sheet(self.sheet).set(self.row, self.column, content, self.permission)
        return self.row


@dataclass(frozen=True, slots=True)
class AppendRow:
    """Write values into the first truly free row below a list."""

    sheet: str
    values: Mapping[int, object]
    after: int | None
    permission: Permission

    @property
    def place(self) -> tuple[str, str]:
        """The sheet it is about."""
        return self.sheet, ""

    def apply(self, work: "Work") -> int:
        """Do it to the parts being worked on; the row's number comes back."""
        sheet = work.sheet(self.sheet)
        contents = {column: work.content(self.sheet, value, column) for column, value in self.values.items()}
        return append_row(sheet, contents, self.after, self.permission, work.draft, work.structure)


@dataclass(frozen=True, slots=True)
class AddColumn:
    """Write a header beside the last one of a row."""

    sheet: str
    header: str
    row: int
    permission: Permission

    @property
    def place(self) -> tuple[str, str]:
        """The sheet it is about."""
        return self.sheet, ""

    def apply(self, work: "Work") -> int:
        """Do it to the parts being worked on; the column's number comes back."""
        sheet = work.sheet(self.sheet)
        header = work.content(self.sheet, self.header, 1, self.row)
        if header.kind != "text":
            reason = "a column must have a header"
            raise EditRefused(self.sheet, "", reason, "Give its text.")
        return add_column(sheet, header, self.row, self.permission, work.draft)


@dataclass(frozen=True, slots=True)
class AddSheet:
    """Add an empty worksheet."""

    name: str

    @property
    def place(self) -> tuple[str, str]:
        """The sheet it is about."""
        return self.name, ""

    def apply(self, work: "Work") -> int:
        """Do it to the parts being worked on; the number of sheets comes back."""
        work.add_sheet(self.name)
        return len(work.structure.sheets) + len(work.new)


@dataclass(frozen=True, slots=True)
class Plan(Outcome):
    """A finished file, not yet written, with what further edits start from.

    Attributes
    ----------
    texts
        The sheets as they stand in the file, cut into chunks with their compressed form.
    strings
        The shared strings as they stand in the file, if they have been read.
    """

    texts: dict[str, SheetText]
    strings: StringsText | None


class Work:
    """The parts of a workbook while edits are being made to them.

    Parameters
    ----------
    package, structure
        The workbook as it was read or last saved.
    texts
        Its sheets that have been cut into chunks already, by part.
    strings
        Its shared strings, if they have been read already.
    """

    def __init__(
        self,
        package: Package,
        structure: Structure,
        texts: dict[str, SheetText],
        strings: StringsText | None,
    ) -> None:
        self.package = package
        self.structure = structure
        self.texts = texts
        self.draft = Draft(package)
        self.sheets: dict[str, SheetDraft] = {}
        self.new: dict[str, Sheet] = {}
        self._strings = strings
        self._styles_part = structure.styles

    def sheet(self, name: str) -> SheetDraft:
        """Return a worksheet to edit.

        Raises
        ------
        NoSuchSheet, EditRefused
            There is none of that name, or it cannot be edited.
        """
        found = self.new.get(name.casefold()) or self.structure.worksheet(name)
        if found is None:
            names = [sheet.name for sheet in self.structure.sheets]
            raise NoSuchSheet(self.package.path, name, names)
        if found.part not in self.sheets:
            if found.part in self.draft.added:
                text = SheetText(found.part, Markup(self.draft.added[found.part]))
            else:
                if found.part not in self.texts:
                    self.texts[found.part] = load_sheet(found, self.package)
                text = self.texts[found.part]
            around = Surroundings(self.package, self.draft.text, lambda: self.styles, self.shared)
            self.sheets[found.part] = SheetDraft(found, text, around)
        return self.sheets[found.part]

    def add_sheet(self, name: str) -> None:
        """Add an empty worksheet.

        Raises
        ------
        EditRefused
            It cannot bear the name.
        """
        check_name(name, self.structure, [sheet.name for sheet in self.new.values()])
        self.new[name.casefold()] = add_sheet(name, self.draft, self.structure)

    @cached_property
    def styles(self) -> Styles:
        """The formats; a workbook without a styles part is given one."""
        part = self._styles_part
        if part is None:
            part = "xl/styles.xml"
            kind = self._kind("styles")
            text = empty_styles(strict=self.structure.strict)
            self.draft.add(part, text, STYLES_TYPE, source=self.structure.workbook, kind=kind)
            self._styles_part = part
        return Styles(part, self.draft.text(part))

    @cached_property
    def strings(self) -> SharedStrings | None:
        """The shared strings, if the workbook has a declared part of them."""
        if self._strings is None:
            part = self.structure.strings
            if part is None or not self.package.content_type(part).endswith("sharedStrings+xml"):
                return None
            self._strings = StringsText(part, decode(self.package.path, part, self.package.read(part)))
        return SharedStrings(self._strings)

    def shared(self, text: str) -> int | None:
        """Index of a text among the shared strings; None where the workbook has none."""
        return None if self.strings is None else self.strings.index(text)

    def content(self, sheet: str, value: object, column: int, row: int | None = None) -> Content:
        """Turn an edit's value into what a cell holds, or refuse it by the cell's name."""
        try:
            return content(value, date1904=self.structure.date1904)
        except Unwritable as error:
            cell = cell_name(row, column) if row else f"{letters(column)} of the new row"
            raise EditRefused(sheet, cell, error.reason, error.remedy + ".") from error

    def finish(self) -> Plan:
        """Put all edits into the file, and check it."""
        changed = {part: sheet for part, sheet in self.sheets.items() if sheet.rows or sheet.framed}
        texts = {part: sheet.result() for part, sheet in self.sheets.items()}
        if "styles" in self.__dict__ and self.styles.changed:
            self.draft.put(self.styles.part, self.styles.result())
        if changed:
            self._recalculate(texts)
        for part in [part for part in changed if part in self.draft.added]:
            self.draft.added[part] = b"".join(texts.pop(part).pieces())
            del changed[part]
        strings = self._pack(changed, texts)
        data = self.draft.write()
        verify(self.package, self.draft, data, changed, texts)
        parts = (*self.draft.packed, *self.draft.changed, *self.draft.added, *sorted(self.draft.removed))
        return Plan(data, parts, tuple(self._cells()), tuple(self._warnings()), texts, strings)

    def _pack(self, changed: Iterable[str], texts: dict[str, SheetText]) -> StringsText | None:
        """Compress the parts that may be large, and remember how."""
        draft = self.draft
        strings = self.strings.result() if "strings" in self.__dict__ and self.strings else self._strings
        appended = strings if strings is not self._strings else None
        draft.make_room((*changed, *([appended.part] if appended else [])))
        for part in changed:
            draft.packed[part], texts[part] = packed_sheet(texts[part], draft.allowance(part))
        if appended:
            draft.packed[appended.part], strings = packed_strings(appended, draft.allowance(appended.part))
        return strings

    def _cells(self) -> Iterator[str]:
        for sheet in self.sheets.values():
            for row, column in sheet.cells:
                yield f"{sheet.sheet.name}!{cell_name(row, column)}"

    def _warnings(self) -> Iterator[str]:
        if any(name.startswith("xl/revisions/") for name in self.package.names):
            yield "This workbook logs the changes of its users (shared workbook); this change is not in that log."

    def _recalculate(self, texts: dict[str, SheetText]) -> None:
        chain = self.structure.calculation_chain
        if chain is None and not any(self._formulas(sheet, texts) for sheet in self.structure.sheets):
            return
        if chain is not None and any(sheet.formulas_changed for sheet in self.sheets.values()):
            self.draft.remove(chain, source=self.structure.workbook)
        workbook = self.structure.workbook
        self.draft.put(workbook, ask_for_calculation(self.draft.text(workbook), workbook))

    def _formulas(self, sheet: Sheet, texts: dict[str, SheetText]) -> bool:
        text = texts.get(sheet.part) or self.texts.get(sheet.part)
        if text is not None:
            return text.formulas
        if sheet.kind != "worksheet":
            return False
        markup = decode(self.package.path, sheet.part, self.package.read(sheet.part))
        return holds_formula(markup.text)

    def _kind(self, word: str) -> str:
        base = (
            "http://purl.oclc.org/ooxml/officeDocument"
            if self.structure.strict
            else ("http://schemas.openxmlformats.org/officeDocument/2006")
        )
        return f"{base}/relationships/{word}"


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
        self._work = self._fresh()

    @property
    def changed(self) -> bool:
        """Whether there are edits that are not saved."""
        return bool(self._edits)

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

    def undo(self) -> bool:
        """Take the last edit back; False where there is none."""
        if not self._edits:
            return False
        self._replay(self._edits[:-1])
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

    def plan(self) -> Plan | None:
        """Build the file with all edits, checked; None where nothing would change."""
        if not self._edits:
            return None
        needed = self._needed()
        if len(needed) < len(self._edits):
            self._replay(needed)
        plan = self._work.finish()
        if not plan.parts:
            return None
        if self._structure.signed:
            warning = "The digital signature of this workbook is no longer valid."
            plan = replace(plan, warnings=(*plan.warnings, warning))
        return plan

    def saved(self, plan: Plan, package: Package, structure: Structure) -> None:
        """Take note that a plan has been written: what it holds is now what further edits start from."""
        self._package, self._structure = package, structure
        self._texts, self._strings = plan.texts, plan.strings
        self._edits = []
        self._work = self._fresh()

    def _do(self, edit: Edit) -> int:
        try:
            row = edit.apply(self._work)
        except PartRefused as error:
            self._replay(self._edits)
            raise EditRefused(*edit.place, f"{error.part}: {error.reason}", SAVE_ANEW) from error
        except Exception:
            self._replay(self._edits)  # an edit that is refused half-way leaves nothing behind
            raise
        self._edits.append(edit)
        return row

    def _fresh(self) -> Work:
        return Work(self._package, self._structure, self._texts, self._strings)

    def _replay(self, edits: list[Edit]) -> None:
        self._work = self._fresh()
        self._edits = []
        for edit in edits:
            self._do(edit)

    def _needed(self) -> list[Edit]:
        """Leave out what a later edit of the same cell has overwritten, so that it leaves no text behind."""
        kept: list[Edit] = []
        seen: set[tuple[str, int, int]] = set()
        for edit in reversed(self._edits):
            if isinstance(edit, SetCell):
                place = (edit.sheet, edit.row, edit.column)
                if place in seen:
                    continue
                seen.add(place)
            kept.append(edit)
        return kept[::-1]
