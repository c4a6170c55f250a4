"""The parts of a workbook while edits are being made to them, and the finished file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from infoviz.errors import EditRefused, NoSuchSheet, PartRefused
from infoviz.workbook.container.markup import Markup, decode
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import Sheet, Structure
from infoviz.workbook.formulas.calc import ask_for_calculation, holds_formula
from infoviz.workbook.formulas.dependents import Area
from infoviz.workbook.formulas.precedents import Named
from infoviz.workbook.growing.addsheet import add_sheet, check_name
from infoviz.workbook.patching.outdated import named_in
from infoviz.workbook.patching.verify import packed_sheet, packed_strings, verify
from infoviz.workbook.ranges import Range, cell_name, letters
from infoviz.workbook.receipt import Outcome
from infoviz.workbook.sheet.common import Common
from infoviz.workbook.sheet.content import Content, Unwritable, content
from infoviz.workbook.sheet.formulas import FormulaText, SheetFormulas, formulas, formulas_of
from infoviz.workbook.sheet.sheetdraft import SheetDraft, load_sheet
from infoviz.workbook.sheet.sheettext import SheetText
from infoviz.workbook.sheet.strings import StringsText

KEPT = "The stored results on the sheet “{}” may be out of date: {}."


@dataclass(frozen=True, slots=True)
class Plan(Outcome):
    """A finished file, not yet written, with what further edits start from.

    Attributes
    ----------
    package
        Its parts.
    texts
        The sheets as they stand in the file, cut into chunks with their compressed form.
    strings
        The shared strings as they stand in the file, if they have been read.
    added
        The shared strings that are new in it.
    """

    package: Package
    texts: dict[str, SheetText]
    strings: StringsText | None
    added: tuple[str, ...]


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

    Attributes
    ----------
    common
        What its sheets share.
    sheets
        The sheets that are being edited, by part.
    new
        The sheets that have been added, by their name in small letters.
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
        self.common = Common(package, structure, strings)
        self.draft = self.common.draft
        self.sheets: dict[str, SheetDraft] = {}
        self.new: dict[str, Sheet] = {}

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
            self.sheets[found.part] = SheetDraft(found, text, self.common)
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

    def content(self, sheet: str, value: object, column: int, row: int | None = None) -> Content:
        """Turn an edit's value into what a cell holds, or refuse it by the cell's name."""
        try:
            return content(value, date1904=self.structure.date1904)
        except Unwritable as error:
            cell = cell_name(row, column) if row else f"{letters(column)} of the new row"
            raise EditRefused(sheet, cell, error.reason, error.remedy + ".") from error

    def finish(self, outdated: Mapping[str, list[Range]]) -> Plan:
        """Put all edits into the file, and check it.

        Parameters
        ----------
        outdated
            The cells whose stored results are to be taken away, by the sheet's name.
        """
        warnings = list(self._clear_results(outdated))
        changed = {part: sheet for part, sheet in self.sheets.items() if sheet.rows or sheet.touched}
        texts = {part: sheet.result() for part, sheet in self.sheets.items()}
        self.common.put_styles()
        if changed:
            self._recalculate(texts)
        for part in [part for part in changed if part in self.draft.added]:
            self.draft.added[part] = b"".join(texts.pop(part).pieces())
            del changed[part]
        strings = self._pack(changed, texts)
        data = self.draft.write()
        package = verify(self.package, self.draft, data, changed, texts)
        parts = (*self.draft.packed, *self.draft.changed, *self.draft.added, *sorted(self.draft.removed))
        known = self.common.known_strings
        added = () if known is None else known.added
        warnings += self._warnings()
        drafts = self.sheets.values()
        cells = tuple(name for draft in drafts for name in draft.named(draft.cells))
        cleared = tuple(name for draft in drafts for name in draft.named(draft.cleared))
        return Plan(data, parts, cells, tuple(warnings), cleared, package, texts, strings, added)

    def _pack(self, changed: Iterable[str], texts: dict[str, SheetText]) -> StringsText | None:
        """Compress the parts that may be large, and remember how."""
        draft = self.draft
        strings, appended = self.common.strings_result()
        large = [*changed, *([strings.part] if strings and appended else [])]
        draft.make_room(large)
        for part in changed:
            draft.packed[part], texts[part] = packed_sheet(
                texts[part], draft.allowance(part, texts[part].size)
            )
        if strings and appended:
            draft.packed[strings.part], strings = packed_strings(
                strings, draft.allowance(strings.part, len(strings.text))
            )
        return strings

    @property
    def edited(self) -> list[Area]:
        """The cells that have been edited, with the names of their sheets."""
        return [
            (draft.sheet.name, area)
            for draft in self.sheets.values()
            for area in (*draft.grown, *(Range(row, column, row, column) for row, column in draft.cells))
        ]

    @property
    def grown(self) -> Iterator[Area]:
        """The rows that have been added to each list, with the name of its sheet."""
        for draft in self.sheets.values():
            lists: dict[tuple[int, int], list[int]] = {}
            for row in draft.grown:
                lists.setdefault((row.left, row.right), []).append(row.top)
            for (left, right), rows in lists.items():
                yield draft.sheet.name, Range(min(rows), left, max(rows), right)

    @property
    def named(self) -> Named:
        """What formulas refer to by name, as it stands now."""
        return named_in(self.common)

    def formulas(self) -> tuple[dict[str, SheetFormulas], dict[str, str]]:
        """Give each worksheet's formulas as they stand in the file; and why those of some cannot be told."""
        written: dict[str, SheetFormulas] = {}
        refused: dict[str, str] = {}
        for sheet in self.structure.sheets:
            if sheet.kind != "worksheet" or not self._formulas(sheet, {}):
                continue
            try:
                if sheet.part not in self.texts:
                    self.texts[sheet.part] = load_sheet(sheet, self.package)
                written[sheet.name] = formulas(self.texts[sheet.part], sheet.name)
            except (EditRefused, PartRefused) as error:
                refused[sheet.name] = error.reason
        return written, refused

    def changed_formulas(self) -> dict[str, dict[int, list[FormulaText]]]:
        """Give the formulas of the rows that have been edited, by sheet and row."""
        return {
            draft.sheet.name: {
                number: formulas_of(row) for number in draft.rows if (row := draft.row(number))
            }
            for draft in self.sheets.values()
        }

    def _clear_results(self, outdated: Mapping[str, list[Range]]) -> Iterator[str]:
        """Take stored results away, and tell where that cannot be done."""
        for name, areas in outdated.items():
            try:
                self.sheet(name).clear_results(areas)
            except PartRefused as error:
                yield KEPT.format(name, error.reason)

    def _warnings(self) -> Iterator[str]:
        if any(name.startswith("xl/revisions/") for name in self.package.names):
            yield "This workbook logs the changes of its users (shared workbook); this change is not in that log."
        for sheet in self.sheets.values():
            yield from sheet.remarks
            if sheet.unlocked:
                cells = ", ".join(cell_name(row, column) for row, column in sorted(sheet.unlocked)[:5])
                more = f" and {len(sheet.unlocked) - 5} more" if len(sheet.unlocked) > 5 else ""
                yield f"Sheet “{sheet.sheet.name}” is protected; its locked cells {cells}{more} were changed."

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
