"""An edited copy of the contacts: the cells that differ, and the rows that are new."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from infoviz.editing.actions import edit_action
from infoviz.editing.cells import RowWriter
from infoviz.editing.given import is_nothing
from infoviz.editing.people import add_person, edit_person, instead_of_formulas, put_cells
from infoviz.editing.renaming import follow_names
from infoviz.editing.steps import Append, Plan, RowEdit
from infoviz.editing.view import View
from infoviz.errors import UnfitFrame
from infoviz.schema.fields import EVENT_OF, Field

FIELDS = frozenset(field.value for field in Field)
FACTS = {event.value: field.value for field, event in EVENT_OF.items()}


def apply_frame(view: View, writer: RowWriter, frame: pd.DataFrame) -> Plan:
    """Plan the edits that make the contacts what a frame says.

    Parameters
    ----------
    view
        The tracker.
    writer
        Writes its rows.
    frame
        An edited copy of the contacts: the same columns, and all rows. A row whose index is not among them is
        somebody new; a row that is missing is refused, since nobody is ever deleted.

    Raises
    ------
    UnfitFrame
        It is no copy of the contacts.
    """
    contacts = view.contacts
    _check_shape(view, frame)
    plan = Plan()
    own = view.own_columns
    for row, changed in _differences(contacts, frame):
        given = {name: value for name, value in changed.items() if name in FIELDS}
        for fact, value in changed.items():
            if fact in FACTS and fact not in own:
                given.setdefault(FACTS[fact], bool(value))
        plan.extend((edit_action if view.actions else edit_person)(view, writer, row, given))
        for name, value in changed.items():
            if name in own:
                edit = writer.write(row, {})
                writer.write_column(edit, row, own[name], name, value)
                put_cells(plan, view, row, row, edit)
    follow_names(plan, view)
    for mark, label in enumerate(frame.index.difference(contacts.index, sort=False), start=1):
        plan.extend(_newcomer(view, writer, frame.loc[label], -mark))
    return plan


def _check_shape(view: View, frame: object) -> None:
    if not isinstance(frame, pd.DataFrame):
        raise UnfitFrame("it is no DataFrame", "Pass an edited tracker.contacts.copy().")
    contacts = view.contacts
    if frame is contacts:
        raise UnfitFrame(
            "it is tracker.contacts itself", "Edit a copy, tracker.contacts.copy(), and pass that."
        )
    missing = [str(name) for name in contacts.columns if name not in frame.columns]
    strange = [str(name) for name in frame.columns if name not in contacts.columns]
    if missing or frame.columns.has_duplicates:
        raise UnfitFrame(f"it lacks the columns {', '.join(missing)}" if missing else "a column stands in it twice",
                         "Pass all columns of tracker.contacts.")  # fmt: skip
    if strange:
        raise UnfitFrame(
            f"the tracker has no column {', '.join(strange)}", "Add it in your spreadsheet program first."
        )
    if len(contacts) and frame.index.equals(pd.RangeIndex(len(frame))):
        raise UnfitFrame(
            "its rows are numbered anew from 0, so that nobody can be told who is who",
            "Keep the index of tracker.contacts: no ignore_index, no reset_index.",
        )
    if frame.index.has_duplicates:
        raise UnfitFrame("a row number stands in it twice", "Keep the index of tracker.contacts.")
    gone = contacts.index.difference(frame.index)
    if len(gone):
        rows = ", ".join(str(row) for row in gone[:10]) + (", …" if len(gone) > 10 else "")
        raise UnfitFrame(
            f"it lacks the rows {rows}", "Nobody is deleted by infoviz: delete rows in the sheet itself."
        )


def _differences(contacts: pd.DataFrame, frame: pd.DataFrame) -> Iterator[tuple[int, dict[str, object]]]:
    """Go through the rows that differ, with what they say now."""
    found: dict[int, dict[str, object]] = {}
    for name in contacts.columns:
        old, new = contacts[name].astype(object), frame[name].loc[contacts.index].astype(object)
        try:
            same = ((old == new) | (old.isna() & new.isna())).to_numpy(dtype=bool)
        except ValueError:
            raise UnfitFrame(
                f"a cell of {name} holds many values", "Give one text, number or date."
            ) from None
        for row in contacts.index[~same]:
            found.setdefault(int(row), {})[str(name)] = new.loc[row]
    yield from sorted(found.items())


def _newcomer(view: View, writer: RowWriter, row: "pd.Series[Any]", mark: int) -> Plan:
    """Plan somebody new from a row of the frame."""
    if view.actions:
        raise UnfitFrame("it has a new row, and in this sheet a row is an action", "Use add() and log().")
    given = {str(name): value for name, value in row.items() if name in FIELDS}
    for fact, field in FACTS.items():
        if fact in row.index and is_nothing(given.get(field)) and row[fact] is True:
            given[field] = True
    plan = add_person(view, writer, given, mark)
    first = plan.steps[0]
    if isinstance(first, Append):
        edit = RowEdit()
        for name, letter in view.own_columns.items():
            if not is_nothing(row[name]):
                writer.write_column(edit, None, letter, name, row[name])
        plan.warnings += instead_of_formulas(view, edit)
        more = {letter: value for letter, (value, _) in edit.values.items()}
        fields = {letter: name for letter, (_, name) in edit.values.items()}
        plan.steps[0] = replace(first, values={**first.values, **more}, fields={**first.fields, **fields})
    return plan
