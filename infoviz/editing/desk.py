"""The verbs of a tracker: add, edit, log, apply, undo, save."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Self

import pandas as pd

from infoviz.editing.actions import add_actions, edit_action, log_action
from infoviz.editing.cells import RowWriter
from infoviz.editing.frames import apply_frame
from infoviz.editing.merge import merged
from infoviz.editing.pending import Pending
from infoviz.editing.people import add_person, check_row, edit_person
from infoviz.editing.steps import Verb
from infoviz.editing.trail import happening, log_person
from infoviz.editing.view import View, look
from infoviz.errors import ChangedOnDisk
from infoviz.schema.keeping import Choice
from infoviz.workbook import Receipt, Workbook
from infoviz.workbook.choices import DropDowns

TRIES = 5
LOG = "Log"


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
    """

    def __init__(self, book: Workbook, choice: Choice, view: View) -> None:
        self._choice = choice
        self._pending = Pending(book, self._look, view)

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
        writer = self._writer(outside_lists=outside_lists)
        if self.view.actions:
            verb = self._pending.perform(add_actions(self.view, writer, given))
        else:
            verb = self._pending.perform(add_person(self.view, writer, given))
        return verb.done[0].row

    def edit(self, row: object, given: Mapping[str, object], *, outside_lists: bool) -> Verb:
        """Change what a contact's row says."""
        view = self.view
        number, writer = check_row(view, row), self._writer(outside_lists=outside_lists)
        plan = (edit_action if view.actions else edit_person)(view, writer, number, given)
        return self._pending.perform(plan)

    def log(self, row: object, event: str, on: object, detail: str, *, add_log: bool) -> Verb:
        """Note that something happened with a contact."""
        view = self.view
        what = happening(check_row(view, row), event, on, detail)
        writer = self._writer(outside_lists=True, bare_answers=True)
        if view.actions:
            return self._pending.perform(log_action(view, self.book, what))
        return self._pending.perform(log_person(view, writer, self.book, what, add_log=add_log))

    def apply(self, frame: pd.DataFrame, *, outside_lists: bool) -> Verb:
        """Take an edited copy of the contacts."""
        writer = self._writer(outside_lists=outside_lists)
        return self._pending.perform(apply_frame(self.view, writer, frame))

    def undo(self) -> bool:
        """Take the last verb back; False where there is none."""
        return self._pending.undo()

    def save(self, path: Path | str | None, *, override: bool, ignore_lock: bool) -> Receipt:
        """Write the edits into the file; where another program has changed it, merge."""
        warnings = tuple(warning for verb in self._pending.verbs for warning in verb.warnings)
        standing = self._pending
        cells: tuple[str, ...] = ()
        for attempt in range(TRIES):
            try:
                receipt = standing.book.save(path, ignore_locks=ignore_lock)
                break
            except ChangedOnDisk as error:
                if attempt == TRIES - 1 or not self._pending.verbs:
                    raise
                standing, cells = merged(self._pending, error.current, override=override)
        standing.saved()
        self._pending = standing
        return replace(receipt, merged=cells, warnings=(*warnings, *receipt.warnings))

    def _look(self, book: Workbook) -> View:
        return look(book.grids(), self._choice)

    def _writer(self, *, outside_lists: bool, bare_answers: bool = False) -> RowWriter:
        view = self.view
        lists = DropDowns(self.book, view.sheet)
        return RowWriter(view, view.layout, lists, outside_lists=outside_lists, bare_answers=bare_answers)
