"""A tracker's contacts as texts in rows and columns: what the grid and the form show of them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from infoviz.schema.columns.matches import Match
from infoviz.schema.fields import Content, Field
from infoviz.tracker import Tracker
from infoviz.widgets.grid import GridColumn

Texts = list[str | None]

FIELDS = {str(field): field for field in Field}
ANSWERS = ("yes", "no", "bounced", "other", "withdrawn")
FIRST_SHOWN = (
    "name", "organization", "role", "channel", "contacted_on", "response", "responded_on", "met_on",
    "thanked_on", "status", "follow_up_on", "notes",
)  # fmt: skip
FEW = 10  # columns that are all shown, whatever they are


class Records:
    """The contacts of a tracker, ready to be shown.

    Parameters
    ----------
    tracker
        The open tracker.
    """

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker

    @cached_property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns, in the order of the sheet's."""
        names = self._in_order()
        few = len(names) <= FEW or not set(names) & set(FIRST_SHOWN)
        return tuple(self._column(name, hidden=not few and name not in FIRST_SHOWN) for name in names)

    def rows(self, among: Sequence[int] | None = None) -> dict[int, Texts]:
        """Give the texts of each contact, one for each column, by their row in the sheet.

        Parameters
        ----------
        among
            The rows wanted; all if not given.
        """
        contacts = self.tracker.contacts
        places = None if among is None else contacts.index.get_indexer(pd.Index(among))
        chosen = contacts if places is None else contacts.iloc[places]
        texts = [self._texts(column, chosen) for column in self.columns]
        if not texts:
            return {int(row): [] for row in chosen.index}
        return {
            int(row): list(cells) for row, cells in zip(chosen.index, zip(*texts, strict=True), strict=True)
        }

    def edited(self) -> frozenset[tuple[int, str]]:
        """Tell the cells that are not saved: row and column."""
        edits, people = self.tracker.edits, self.tracker.layout.sheet
        columns = (edits[name].tolist() for name in ("row", "sheet", "field"))
        listed = zip(*columns, strict=True)
        return frozenset((row, field) for row, sheet, field in listed if row is not pd.NA and sheet == people)

    def name(self, row: int) -> str:
        """Call a contact by name, failing that by organization, failing that by row."""
        contacts = self.tracker.contacts
        for field in ("name", "organization"):
            if field in contacts.columns and isinstance(said := contacts.loc[row, field], str):
                return said
        return f"row {row}"

    def _feeding(self, name: str) -> list[Match]:
        """Find the sheet's columns that hold a field, or that have its name as their header."""
        matches = self.tracker.layout.matches
        return [
            match for match in matches if name in match.fields or (match.header == name and not match.fields)
        ]

    def _in_order(self) -> list[str]:
        letters = {
            name: place for place, match in enumerate(self.tracker.layout.matches)
            for name in (*match.fields, match.header)
        }  # fmt: skip
        names = [str(name) for name in self.tracker.contacts.columns]
        return sorted(names, key=lambda name: (name != "name", letters.get(name, len(letters))))

    def _column(self, name: str, *, hidden: bool) -> GridColumn:
        field, feeding = FIELDS.get(name), self._feeding(name)
        headers = [match.header or match.letter for match in feeding]
        label = " + ".join(headers) if headers else name.replace("_", " ")
        if not feeding:  # told by other columns or by the log: there is no cell to write in
            return GridColumn(name, label, self._kind(name, field), editable=False, hidden=hidden)
        letter, offered = feeding[0].letter, self.tracker.choices(name)
        if offered is not None and (field is None or field.content != Content.DATE):
            return GridColumn(
                name, label, "choice", choices=offered.words, firm=offered.firm, hidden=hidden, letter=letter
            )
        if field is not None and field.content == Content.RESPONSE:
            words = tuple(dict.fromkeys([*(word for word in self._written(name) if word), *ANSWERS]))
            return GridColumn(name, label, "choice", choices=words, hidden=hidden, letter=letter)
        return GridColumn(name, label, self._kind(name, field), hidden=hidden, letter=letter)

    def _kind(self, name: str, field: Field | None) -> Any:
        dtype = self.tracker.contacts[name].dtype
        if (field is not None and field.content == Content.DATE) or dtype.kind == "M":
            return "date"
        if dtype == np.bool_ or isinstance(dtype, pd.BooleanDtype):
            return "yesno"
        if (field is not None and field.content == Content.NUMBER) or dtype.kind in "if":
            return "number"
        return "text"

    def _written(self, name: str) -> Iterable[str | None]:
        written = self.tracker.written(name)
        return [] if written is None else (_text(value) for value in written.tolist())

    def _texts(self, column: GridColumn, contacts: pd.DataFrame) -> Texts:
        """Give a column's texts; a word is shown as the sheet has it, a day and a number as they are understood."""
        if column.kind == "choice":
            written = self.tracker.written(column.name, contacts.index.tolist())
            if written is not None:
                return [_text(value) for value in written.tolist()]
        series = contacts[column.name]
        if isinstance(series, pd.DataFrame):
            series = series.iloc[:, 0]
        if series.dtype.kind == "M":
            moments = series.to_numpy().astype("datetime64[D]")
            days = [None if text == "NaT" else str(text) for text in np.datetime_as_string(moments).tolist()]
            return self._with_ticks(column, days, contacts)
        return [_text(value) for value in series.tolist()]

    def _with_ticks(self, column: GridColumn, days: Texts, contacts: pd.DataFrame) -> Texts:
        """Show what a cell says that stands for no day: a tick, or words."""
        rows = contacts.index.tolist()
        written = self.tracker.written(column.name, rows) if column.editable and None in days else None
        if written is None:
            return days
        said = written.tolist()
        return [_text(value) if day is None else day for day, value in zip(days, said, strict=True)]


def _text(value: object) -> str | None:
    """Write a value as a person would type it.

    Examples
    --------
    >>> [_text(value) for value in (20.0, 0.5, True, "a", float("nan"), pd.Timestamp("2026-11-20"))]
    ['20', '0.5', 'yes', 'a', None, '2026-11-20']
    """
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return None if np.isnan(value) else f"{value:g}" if value.is_integer() else str(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return str(value) or None
