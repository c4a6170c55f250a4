"""The edits that are not saved: done to the workbook, listed, taken back."""

from collections.abc import Callable, Collection, Iterable

import pandas as pd

from infoviz.editing.check import check
from infoviz.editing.steps import AddSheet, Append, Change, Done, Plan, Put, Step, Verb
from infoviz.editing.view import View
from infoviz.errors import EditRefused
from infoviz.workbook import Workbook

IN_A_PROGRAM = "Change it in your spreadsheet program."
Look = Callable[[Workbook], View]
COLUMNS = {
    "sheet": "str",
    "cell": "str",
    "row": "Int64",
    "field": "str",
    "before": "object",
    "after": "object",
}


class Pending:
    """A workbook, how it stands, and what has been done to it since it was read or saved.

    Parameters
    ----------
    book
        The workbook.
    look
        Understands a workbook.
    view
        How it stands.

    Attributes
    ----------
    base
        How it stood when it was read or last saved.
    verbs
        What has been done since.
    undone
        What has been taken back of it since something was last done, the latest last.
    """

    def __init__(self, book: Workbook, look: Look, view: View) -> None:
        self.book = book
        self.look = look
        self.view = view
        self.base = view
        self.verbs: list[Verb] = []
        self.undone: list[Verb] = []
        self._listed: tuple[list[Verb], pd.DataFrame] | None = None

    def perform(self, plan: Plan) -> Verb:
        """Do what is planned as one verb, and read it back; where it is refused, nothing is done.

        What has been taken back can then not be done again any more.

        Raises
        ------
        EditRefused, InfovizError
            A cell cannot be written, or would be read as something else.
        """
        if not plan.steps:
            return Verb((), plan)
        verb = self._do(plan)
        self.undone = []
        return verb

    def _do(self, plan: Plan) -> Verb:
        before = self.view
        taken: list[tuple[Step, int]] = []
        new: dict[int, int] = {}
        try:
            last: dict[str, int] = {}
            for step in plan.steps:
                row = self._take(step, last)
                taken.append((step, row))
                if isinstance(step, Append) and step.contact < 0:
                    new.setdefault(step.contact, row)
            after = self.look(self.book)
            plan = plan.renumbered(new)
            check(before, after, plan)
        except BaseException:
            self.book.undo(len(taken))
            raise
        done = tuple(done_of(step, row, before, after, new) for step, row in taken)
        verb = Verb(done, plan)
        self.verbs.append(verb)
        self.view = after
        return verb

    def undo(self) -> bool:
        """Take the last verb back; False where there is none."""
        if not self.verbs:
            return False
        verb = self.verbs.pop()
        self.book.undo(len(verb.done))
        self.view = self.look(self.book) if self.verbs else self.base
        self.undone.append(verb)
        return True

    def redo(self) -> Verb | None:
        """Do the last verb that was taken back once more; None where there is none."""
        if not self.undone:
            return None
        verb = self._do(self.undone[-1].plan)
        self.undone.pop()
        return verb

    def saved(self, *, cleared: Collection[str]) -> None:
        """Take note that everything has been saved, and on which sheets stored results were taken away in doing so."""
        self.verbs = []
        log = self.view.layout.log
        if self.view.sheet in cleared or (log is not None and log.sheet in cleared):
            self.view = self.look(self.book)
        self.base = self.view

    def to_frame(self) -> pd.DataFrame:
        """List the cells that hold something else than when they were read: sheet, cell, row, field, before, after."""
        if self._listed is None or self._listed[0] != self.verbs:
            changes = (change for verb in self.verbs for done in verb.done for change in done.changes)
            self._listed = list(self.verbs), frame_of(changes)
        return self._listed[1].copy()

    def _take(self, step: Step, last: dict[str, int]) -> int:
        """Take a step; `last` notes the rows that the verb has appended, which the next ones follow."""
        try:
            return self._write(step, last)
        except EditRefused as error:
            if "=True" not in error.remedy:
                raise
            raise EditRefused(error.sheet, error.cell, error.reason, IN_A_PROGRAM) from error

    def _write(self, step: Step, last: dict[str, int]) -> int:
        if isinstance(step, AddSheet):
            self.book.add_sheet(step.sheet)
            return 0
        if isinstance(step, Put):
            self.book.set(step.sheet, f"{step.letter}{step.row}", step.value, protected=False)
            return step.row
        after = last.get(step.sheet, step.after)
        last[step.sheet] = self.book.append(step.sheet, dict(step.values), after=after, protected=False)
        return last[step.sheet]


def frame_of(changes: Iterable[Change]) -> pd.DataFrame:
    """List changed cells, each once."""
    cells: dict[tuple[str, str], Change] = {}
    first: dict[tuple[str, str], Change] = {}
    for change in changes:
        place = (change.sheet, change.cell)
        first.setdefault(place, change)
        cells[place] = change
    told = [
        (sheet, cell, last.contact, last.field, first[sheet, cell].before, last.after)
        for (sheet, cell), last in cells.items()
        if first[sheet, cell].before != last.after or type(first[sheet, cell].before) is not type(last.after)
    ]
    columns = zip(*told, strict=True) if told else ([] for _ in COLUMNS)
    return pd.DataFrame(
        {
            name: pd.Series(list(values), dtype=kind)
            for (name, kind), values in zip(COLUMNS.items(), columns, strict=True)
        }
    )


def done_of(step: Step, row: int, before: View, after: View, new: dict[int, int]) -> Done:
    """Note the cells that a step has changed."""
    if isinstance(step, AddSheet):
        return Done(step, row, ())
    if isinstance(step, Put):
        was = before.value(step.sheet, row, step.letter)
        now = after.value(step.sheet, row, step.letter)
        change = Change(step.sheet, row, step.letter, step.contact, step.field, was, now, step.value)
        return Done(step, row, (change,))
    contact = new.get(step.contact, step.contact)
    changes = tuple(
        Change(
            step.sheet,
            row,
            letter,
            contact,
            step.fields[letter],
            None,
            after.value(step.sheet, row, letter),
            value,
        )
        for letter, value in step.values.items()
        if value is not None
    )
    return Done(step, row, changes)
