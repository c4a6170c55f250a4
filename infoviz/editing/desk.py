"""The verbs of a tracker: add, edit, log, apply, undo, save."""

import random
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Self

import pandas as pd

from infoviz.editing.actions import add_actions, edit_action, log_action
from infoviz.editing.cells import RowWriter
from infoviz.editing.columns import letters_of
from infoviz.editing.decisions import Decisions, Place, Side
from infoviz.editing.frames import apply_frame
from infoviz.editing.merge import merged
from infoviz.editing.pending import Pending
from infoviz.editing.people import add_person, check_row, edit_person
from infoviz.editing.renaming import follow_names
from infoviz.editing.steps import Plan, Verb
from infoviz.editing.trail import happening, log_person
from infoviz.editing.view import View, look, warnings_at_first
from infoviz.errors import ChangedOnDisk, Conflict, StillChanging
from infoviz.grid import Value
from infoviz.schema.columns.keeping import Choice
from infoviz.workbook import Receipt, Workbook
from infoviz.workbook.choices import Choices, DropDowns
from infoviz.workbook.saving.save import undisturbed

PATIENCE = 10.0  # seconds for which other programs may go on changing the file while it is merged
PAUSES = 0.02, 0.2  # seconds between two merges, by chance: in step with another program one never gets there


class Desk:
    """An open tracker and the edits that are not saved.

    Parameters
    ----------
    book
        The workbook.
    choice
        The sheet and the columns that the reader named.
    view
        How it stands.

    Attributes
    ----------
    warnings
        What the person should know of what was done last.
    """

    def __init__(self, book: Workbook, choice: Choice, view: View) -> None:
        self._choice = choice
        self._pending = Pending(book, self._look, view)
        self._lists: tuple[View, DropDowns] | None = None
        self._shown: dict[Place, Value] = {}
        self.warnings = warnings_at_first(book, view)

    @classmethod
    def open(cls, book: Workbook, choice: Choice) -> Self:
        """Understand a workbook."""
        return cls(book, choice, look(book.grids(), choice))

    @property
    def book(self) -> Workbook:
        """The workbook."""
        return self._pending.book

    @property
    def view(self) -> View:
        """How it stands, the edits included."""
        return self._pending.view

    @property
    def edits(self) -> pd.DataFrame:
        """The cells that hold something else than in the file: sheet, cell, row, field, before, after."""
        return self._pending.to_frame()

    def add(self, given: Mapping[str, object], *, outside_lists: bool) -> int:
        """Add somebody; their row comes back."""
        plan = add_actions if self.view.actions else add_person
        verb = self._do(lambda: plan(self.view, self._writer(outside_lists=outside_lists), given))
        return verb.done[0].row

    def edit(self, changes: Iterable[tuple[object, Mapping[str, object]]], *, outside_lists: bool) -> Verb:
        """Change what contacts' rows say."""
        view = self.view

        def planned() -> Plan:
            plan, writer = Plan(), self._writer(outside_lists=outside_lists)
            for row, given in changes:
                number = check_row(view, row)
                plan.extend((edit_action if view.actions else edit_person)(view, writer, number, given))
            if not view.actions:
                follow_names(plan, view)
            return plan

        return self._do(planned)

    def log(self, row: object, event: str, on: object, detail: str, *, add_log: bool) -> Verb:
        """Note that something happened with a contact."""
        view = self.view

        def planned() -> Plan:
            what = happening(check_row(view, row), event, on, detail)
            if view.actions:
                return log_action(view, self.book, what)
            writer = self._writer(outside_lists=True, bare_answers=True)
            return log_person(view, writer, self.book, what, add_log=add_log)

        return self._do(planned)

    def apply(self, frame: pd.DataFrame, *, outside_lists: bool) -> Verb:
        """Take an edited copy of the contacts."""
        return self._do(lambda: apply_frame(self.view, self._writer(outside_lists=outside_lists), frame))

    def undo(self) -> bool:
        """Take the last verb back; False where there is none."""
        self.warnings = ()
        return self._pending.undo()

    def redo(self) -> bool:
        """Do the last verb that was taken back once more; False where there is none."""
        self.warnings = ()
        verb = self._pending.redo()
        self.warnings = () if verb is None else tuple(verb.plan.warnings)
        return verb is not None

    def choices(self, name: str, row: object = None) -> Choices | None:
        """Find the drop-down list of a column, named by its field or its header; None where it has none."""
        number = None if row is None else check_row(self.view, row)
        letters = letters_of(self.view.layout, name)
        return self._writer(outside_lists=False).choices(number, letters[0]) if letters else None

    def save(
        self,
        path: Path | str | None,
        sides: Mapping[Place, Side],
        *,
        override: bool,
        ignore_lock: bool,
        clear_results: bool,
    ) -> Receipt:
        """Write the edits into the file; where another program has changed it, merge."""
        decisions = Decisions(sides, self._shown)

        def written(standing: Pending) -> Receipt:
            told = tuple(dict.fromkeys(warning for verb in standing.verbs for warning in verb.plan.warnings))
            receipt = standing.book.save(path, ignore_locks=ignore_lock, clear_results=clear_results)
            standing.saved(cleared={place.rpartition("!")[0] for place in receipt.cleared})
            self._pending, self._shown = standing, {}
            return replace(receipt, warnings=(*told, *receipt.warnings))

        cells: tuple[str, ...] = ()
        try:
            receipt = written(self._pending)
        except ChangedOnDisk:
            if not self._pending.verbs:
                raise
            receipt, cells = self._merge_and(written, decisions, override=override)
        return replace(receipt, merged=cells)

    def _merge_and(
        self, written: Callable[[Pending], Receipt], decisions: Decisions, *, override: bool
    ) -> tuple[Receipt, tuple[str, ...]]:
        """Merge and write until no other program comes in between, or patience ends.

        No other process of ours does: it waits, so that whoever writes seldom is not outrun by whoever writes often.
        """
        ends = time.monotonic() + PATIENCE
        while True:
            with undisturbed(self.book.path) as current:
                standing, cells = self._merged(current, decisions, override=override)
                try:
                    return written(standing), cells
                except ChangedOnDisk as error:
                    if time.monotonic() > ends:
                        raise StillChanging(self.book.path, error.current) from error
            time.sleep(random.uniform(*PAUSES))  # noqa: S311  no secret

    def _merged(
        self, current: bytes, decisions: Decisions, *, override: bool
    ) -> tuple[Pending, tuple[str, ...]]:
        try:
            return merged(self._pending, current, decisions, override=override)
        except Conflict as error:
            frame = error.frame
            places = zip(frame["sheet"].tolist(), frame["cell"].tolist(), strict=True)
            self._shown = dict(zip(places, frame["theirs"].tolist(), strict=True))
            raise

    def _look(self, book: Workbook) -> View:
        view = look(book.grids(), self._choice)
        return replace(view, outdated=tuple(book.outdated().get(view.sheet, ()))) if view.computed else view

    def _do(self, planned: Callable[[], Plan]) -> Verb:
        self.warnings = ()
        verb = self._pending.perform(planned())
        self.warnings = tuple(verb.plan.warnings)
        return verb

    def _writer(self, *, outside_lists: bool, bare_answers: bool = False) -> RowWriter:
        view = self.view
        if self._lists is None or self._lists[0] is not view:
            self._lists = view, DropDowns(self.book, view.sheet)
        lists = self._lists[1]
        return RowWriter(view, view.layout, lists, outside_lists=outside_lists, bare_answers=bare_answers)
