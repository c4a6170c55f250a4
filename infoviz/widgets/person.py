"""One person: what their row says, what happened with them, and one click for what happened today."""

from collections.abc import Callable
from datetime import date
from functools import partial
from html import escape
from typing import Any

import ipywidgets as W  # noqa: N812

from infoviz.reporting.text import day
from infoviz.widgets.grid import GridColumn
from infoviz.widgets.records import Records
from infoviz.widgets.view import button, row, sentence, table

DONE = (
    ("Asked", "asked", ""),
    ("Nudged", "nudged", ""),
    ("Replied yes", "responded", "yes"),
    ("Replied no", "responded", "no"),
    ("Met", "met", ""),
    ("Thanked", "thanked", ""),
)
LONG = ("notes", "takeaways", "reflection", "promised", "introductions", "outcome")
UNSAID = ""

Changed = Callable[[int, str, str | None], object]
Happened = Callable[[int, str, date, str], object]


class PersonForm(W.VBox):
    """A form for one person, with their paper trail.

    Parameters
    ----------
    records
        The contacts.
    as_of
        The day that is called today.
    changed
        Is told of a row, a column and what it is to say.
    happened
        Is told of a row, an event, its day and its detail.
    act
        Ties a button to what it does.

    Attributes
    ----------
    row
        The row of the person on show; None where nobody is.
    done
        The buttons that note what happened, by what they say.
    take_back
        The button that takes the last change back.
    """

    def __init__(
        self,
        records: Records,
        *,
        as_of: date,
        changed: Changed,
        happened: Happened,
        act: Callable[[W.Button, Callable[[], object]], None],
    ) -> None:
        self.records, self.as_of = records, as_of
        self.row: int | None = None
        self._changed, self._happened, self._showing = changed, happened, False
        self.who = W.HTML()
        self.on = W.DatePicker(
            value=as_of, description="It happened on", style={"description_width": "initial"}
        )
        self.done = {name: button(name) for name, _, _ in DONE}
        self.take_back = button("Undo", tooltip="Take the last change back that is not saved")
        for name, event, detail in DONE:
            act(self.done[name], partial(self._note, event, detail))
        self.on.observe(lambda _: self._name_buttons(), names="value")
        self.inputs = {column.name: self._input(column) for column in records.columns if column.editable}
        self.trail = W.HTML()
        fields = W.Box(list(self.inputs.values()))
        fields.add_class("infoviz-fields")
        self.about = W.VBox([row(self.on, *self.done.values(), self.take_back), fields, self.trail])
        super().__init__([self.who, self.about])
        self._name_buttons()
        self.show(None)

    def show(self, row: int | None) -> None:
        """Show a person, or that nobody is chosen."""
        self.row = row
        self.about.layout.display = "none" if row is None else ""
        if row is None:
            self.who.value = sentence(
                "Choose somebody in the table to see their row and what happened with them."
            )
            return
        self.who.value = f"<h3>{escape(self.records.name(row))}</h3>"
        names = [column.name for column in self.records.columns]
        cells = dict(zip(names, self.records.rows([row])[row], strict=True))
        self._showing = True
        try:
            for name, widget in self.inputs.items():
                _put(widget, cells[name])
        finally:
            self._showing = False
        self.trail.value = self._paper_trail(row)

    def _input(self, column: GridColumn) -> W.Widget:
        options: dict[str, Any] = {
            "description": column.label,
            "style": {"description_width": "9rem"},
            "layout": W.Layout(width="auto"),
        }
        widget: W.Widget
        if column.kind == "date":
            widget = W.DatePicker(**options)
        elif column.kind == "yesno":
            widget = W.Dropdown(options=[UNSAID, "yes", "no"], **options)
        elif column.kind == "choice" and column.firm:
            widget = W.Dropdown(options=[UNSAID, *column.choices], **options)
        elif column.kind == "choice":
            widget = W.Combobox(options=list(column.choices), continuous_update=False, **options)
        elif column.name in LONG:
            widget = W.Textarea(continuous_update=False, rows=2, **options)
        else:
            widget = W.Text(continuous_update=False, **options)
        widget.observe(lambda change: self._entered(column.name, change["new"]), names="value")
        return widget

    def _entered(self, name: str, value: object) -> None:
        if self._showing or self.row is None:
            return
        said = value.isoformat() if isinstance(value, date) else str(value) if value else None
        self._changed(self.row, name, said)

    def _note(self, event: str, detail: str) -> None:
        if self.row is not None:
            self._happened(self.row, event, self.on.value or self.as_of, detail)

    def _name_buttons(self) -> None:
        when = self.on.value or self.as_of
        words = "today" if when == self.as_of else f"on {day(when)}"
        for name, _, _ in DONE:
            self.done[name].description = f"{name} {words}"

    def _paper_trail(self, row: int) -> str:
        events = self.records.tracker.events
        theirs = events[events["row"] == row].sort_values("date", kind="stable", ascending=False)
        if theirs.empty:
            return sentence("Nothing has happened with them yet that has a day.", style="infoviz-soft")
        listed = [
            (
                when.date().isoformat() if when == when else "no day",
                event,
                detail if isinstance(detail, str) else None,
            )
            for when, event, detail in zip(theirs["date"], theirs["event"], theirs["detail"], strict=True)
        ]
        return table(("day", "what happened", "more"), listed, "The paper trail, newest first")


def _put(widget: W.Widget, text: str | None) -> None:
    """Show a text in an input; one that a list does not offer is offered then."""
    if isinstance(widget, W.DatePicker):
        widget.value = _date(text)
        return
    said = text or UNSAID
    if isinstance(widget, W.Dropdown) and said not in widget.options:
        widget.options = [*widget.options, said]
    widget.value = said


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
