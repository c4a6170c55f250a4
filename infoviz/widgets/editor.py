"""Write in a tracker: the table, a form for one person, one click for what happened today, and saving."""

from datetime import date

import ipywidgets as W  # noqa: N812

from infoviz.stats.wording import counted
from infoviz.tracker import Tracker
from infoviz.widgets.desk import Desk
from infoviz.widgets.grid import ContactGrid
from infoviz.widgets.person import PersonForm
from infoviz.widgets.records import Records
from infoviz.widgets.saving import Saving, told
from infoviz.widgets.view import View, row, today
from infoviz.workbook import Receipt


class Editor(View):
    """A tracker that can be written in.

    Attributes
    ----------
    grid
        The table of contacts.
    person
        The form for the person chosen in the table.
    saving
        What is not saved yet, and the buttons that save it.
    """

    def __init__(self, tracker: Tracker, *, as_of: date) -> None:
        self.tracker = tracker
        self._touched: frozenset[int] = frozenset()
        self._known = set(tracker.contacts.index)
        self.records = Records(tracker)
        self.desk = Desk(self.records, self._done, self._choose)
        self.grid = ContactGrid(self.records.columns, self.records.rows(), desk=self.desk)
        super().__init__()
        self.person = PersonForm(
            self.records, as_of=as_of, changed=self._changed, happened=self._happened, act=self.on_click
        )
        self.saving = Saving(tracker, saved=self._saved, act=self.on_click)
        self.keep_log = W.Checkbox(value=False, description="Begin a sheet for the paper trail", indent=False)
        self.keep_log.layout.width = "auto"
        self.on_click(self.person.take_back, self._undo)
        saving = self.saving
        tools = row(saving.save, saving.anyway, saving.auto)
        log = () if tracker.layout.log is not None else (self.keep_log,)
        self.arrange(self.status, tools, saving, self.grid, *log, self.person)
        if len(tracker.contacts):  # the table's cursor stands in its first row
            self.person.show(int(tracker.contacts.index[0]))
        tracker.watch(self._followed)
        self.status.say(f"{tracker.path.name}: nothing is written before you save.")

    def update(self) -> None:
        """Show the tracker as it is now."""
        self._known = set(self.tracker.contacts.index)
        self.grid.show(self.records.columns, self.records.rows(), self.records.edited())
        self.saving.update()
        known = self.person.row in self.tracker.contacts.index
        self.person.show(self.person.row if known else None)

    # ------------------------------------------------------------------ what the user does

    def _changed(self, row: int, name: str, value: str | None) -> None:
        if not self.attempt(lambda: self.desk.change({row: {name: value}})):
            self.person.show(row)

    def _happened(self, row: int, event: str, on: date, detail: str) -> None:
        self.desk.log(row, event, on, detail, add_log=self.keep_log.value)

    def _undo(self) -> None:
        if not self.desk.undo():
            self.status.say("There is nothing to take back: everything is saved.")

    # ------------------------------------------------------------------ what follows

    def _done(self, rows: frozenset[int], others: frozenset[int]) -> None:
        """Show what a verb has done to some rows, and what follows in others."""
        contacts = self.tracker.contacts
        there = [row for row in sorted(rows) if row in contacts.index]
        shown = [*there, *sorted(others.intersection(contacts.index) - rows)]
        self.status.say(
            self._news(there, added=set(there) - self._known)
        )  # first, for it is what the person waits for
        self.grid.patch(self.records.rows(shown), self.records.edited(), rows - set(there))
        self._known = (self._known - rows) | set(there)
        self._touched |= rows
        self.later(self._catch_up)

    def _catch_up(self) -> None:
        """Show around the table what its page need not wait for; save, where each change is saved at once."""
        touched, self._touched = self._touched, frozenset()
        if self.person.row in touched:
            self.person.show(self.person.row if self.person.row in self.tracker.contacts.index else None)
        self.saving.changed()

    def _news(self, rows: list[int], added: set[int]) -> str:
        pending = counted(len(self.tracker.edits), "cell")
        whom = ", ".join(self.records.name(row) for row in rows[:3]) + (" …" if len(rows) > 3 else "")
        done = "added" if added.issuperset(rows) else "changed and added" if added else "changed"
        warned = " ".join(self.tracker.warnings)
        return " ".join(
            part for part in (f"{whom}: {done}." if whom else "", f"{pending} not saved.", warned) if part
        )

    def _followed(self) -> None:
        """Show what was done to the tracker elsewhere: in a cell of the notebook, or in another table."""
        if not (self.desk.busy or self.saving.busy):
            self.attempt(self.update)

    def _choose(self, row: int) -> None:
        if row != self.person.row:
            self.person.show(row)

    def _saved(self, receipt: Receipt) -> None:
        if receipt.merged:
            self.update()
        else:
            self.grid.patch({}, self.records.edited())
        self.status.say(told(receipt, self.tracker.path.name))


def edit(tracker: Tracker, *, as_of: date | None = None) -> Editor:
    """Write in a tracker, in a notebook; nothing reaches the file before it is saved.

    Parameters
    ----------
    tracker
        The open tracker.
    as_of
        The day that the buttons call today; today if not given.

    Returns
    -------
    Editor
        A widget: the last line of a notebook's cell shows it.
    """
    return Editor(tracker, as_of=as_of or today())
