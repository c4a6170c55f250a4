"""Logging what happened: a row in the log sheet, and the day in the contact's row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from infoviz.editing.cells import RowWriter
from infoviz.editing.given import UnfitError, is_nothing, wanted
from infoviz.editing.logrow import LogRow, find_empty_log
from infoviz.editing.people import put_cells
from infoviz.editing.spelling import keeps_ticks
from infoviz.editing.steps import AddSheet, Append, Plan, Put, RowEdit
from infoviz.editing.view import View, last_record
from infoviz.errors import EditRefused, RefusedValue, UnknownEvent
from infoviz.grid import Value
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.fields import EVENT_OF, EVENTS, RESPONSES, Event, Field, Response
from infoviz.schema.reading.layout import Layout
from infoviz.workbook import Workbook
from infoviz.workbook.choices import DropDowns

LOG = "Log"
WOULD = "a log sheet would (add_log=True, --add-log)"
FIELD_OF = {event: name for name, event in EVENT_OF.items()}
LATEST = frozenset({Event.TOUCHED, Event.SCHEDULED})
"""Events whose column holds the latest day, not the first."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened with a contact.

    Attributes
    ----------
    row
        The contact's row.
    event
        What.
    on
        The day.
    detail
        What else there is to say: of an answer which, of an introduction by whom.
    """

    row: int
    event: Event
    on: date
    detail: str

    @property
    def answer(self) -> Response | None:
        """The answer that the detail tells."""
        if self.event != Event.RESPONDED or not self.detail:
            return None
        word = self.detail.strip().casefold()
        return Response(word) if word in RESPONSES else interpret(self.detail).response


def happening(row: int, event: str, on: object, detail: str) -> Happening:
    """Check what is said to have happened.

    Raises
    ------
    UnknownEvent, RefusedValue
        There is no such event, or no such day.
    """
    if event not in EVENTS:
        raise UnknownEvent(event, [one.value for one in EVENTS])
    try:
        day = wanted(Field.CONTACTED_ON, on)
    except UnfitError as error:
        raise RefusedValue("", "", on, error.expected) from None
    if not isinstance(day, date):
        raise RefusedValue("", "", on, "the day on which it happened, such as 2026-11-22")
    return Happening(row, Event(event), day, "" if is_nothing(detail) else str(detail))


def log_person(view: View, writer: RowWriter, book: Workbook, what: Happening, *, add_log: bool) -> Plan:
    """Plan to log something in a workbook with one row a person.

    Parameters
    ----------
    view
        The tracker.
    writer
        Writes rows of the sheet with the people.
    book
        The workbook, for the drop-down lists of the log sheet.
    what
        What happened.
    add_log
        Begin a log sheet where there is none.

    Raises
    ------
    EditRefused
        Neither a log sheet nor a column could hold it.
    """
    plan = Plan()
    log = view.layout.log or find_empty_log(view)
    if log is not None:
        logged = _log_row(plan, view, log, DropDowns(book, log.sheet), what)
    elif add_log:
        _begin_log(plan, view, what)
        logged = True
    else:
        logged = False
    edit = _own_row(view, writer, what, logged=logged)
    put_cells(plan, view, what.row, what.row, edit)
    plan.warnings += edit.warnings
    if not logged and not edit.values and (plan.warnings or not _is_known(view, what)):
        raise _nowhere(view, what)
    if logged or _is_further(what, edit):
        plan.events.append((what.row, _read_as(what.event), what.on))
    return plan


def _is_further(what: Happening, edit: RowEdit) -> bool:
    """Whether the day went into a column for the second, the third time, which the contact's field does not say."""
    field = FIELD_OF.get(what.event)
    return field not in edit.expected and any(name == field for _, name in edit.values.values())


def _read_as(event: Event) -> frozenset[Event]:
    """Events as which a log's row may be read: asking somebody again is a nudge."""
    return frozenset({event, Event.NUDGED}) if event == Event.ASKED else frozenset({event})


def _is_known(view: View, what: Happening) -> bool:
    value = view.said(what.row, FIELD_OF.get(what.event, ""))
    if is_nothing(value):
        return False
    trail = view.own.events  # which has the second and the third time, too
    same = (
        (trail["row"] == what.row) & (trail["event"] == what.event) & (trail["date"] == pd.Timestamp(what.on))
    )
    return bool(value.date() == what.on or same.any())


def _nowhere(view: View, what: Happening) -> EditRefused:
    field = FIELD_OF.get(what.event, "")
    letters = view.layout.letters.get(field, []) if field else []
    value = view.value(view.sheet, what.row, letters[0]) if letters else None
    begin = "; or, unless it is a csv, pass add_log=True (--add-log) to begin a log sheet"
    if letters and not _is_known(view, what):
        second = "a second day" if not is_nothing(view.said(what.row, field)) else "the day"
        reason = f"it says already “{value}”, and there is no log sheet for {second}"
        again = what.event == Event.ASKED and Field.NUDGED_ON in view.layout.letters
        nudge = ", or log “nudged” if you asked again" if again else ""
        remedy = f"Replace it by editing {field}{nudge}{begin}."
        return EditRefused(view.sheet, f"{letters[0]}{what.row}", reason, remedy)
    told = f"{what.event}: {what.detail}" if what.detail else what.event
    status = ", and the status has no word for it" if Field.STATUS in view.layout.letters else ""
    reason = f"there is neither a log sheet nor a column that could hold “{told}”{status}"
    named = f" or name the one that holds it (columns={{'{field}': 'ITS HEADER'}}, --column {field}=HEADER)"
    remedy = f"Add a column for it{named if field and not letters else ''}{begin}."
    return EditRefused(view.sheet, "", reason, remedy)


# ── the contact's own row ─────────────────────────────────────────────────────────────────────────────────────────────


def _own_row(view: View, writer: RowWriter, what: Happening, *, logged: bool) -> RowEdit:
    """Say what becomes of the contact's own row: the day, the answer, the introducer, a note."""
    given: dict[str, object] = {}
    field = FIELD_OF.get(what.event)
    letters = view.layout.letters
    ticks = field in letters and field is not None and keeps_ticks(writer.spelling(letters[field][0]))
    if field is not None and field in letters and _takes_day(view, what, field):
        given[field] = True if ticks else what.on
    further = what.event == Event.NUDGED and not given and not _is_known(view, what)
    if what.answer is not None and Field.RESPONSE in letters:
        given[Field.RESPONSE] = what.answer
    if what.event == Event.INTRODUCED and what.detail and Field.REFERRED_BY in letters:
        if view.text(what.row, Field.REFERRED_BY) is None:
            given[Field.REFERRED_BY] = what.detail
    elif (
        not logged and not given and what.event in (Event.NOTED, Event.INTRODUCED) and Field.NOTES in letters
    ):
        given[Field.NOTES] = _note(view, what)
    edit = _written(writer, what, given, logged=logged)
    if further and field is not None and writer.write_further_day(edit, what.row, field, what.on):
        given[field] = what.on
    known = bool(edit.values) or _is_known(view, what) or logged
    if what.answer is not None and Field.RESPONSE not in letters and Field.STATUS in letters:
        known = _tell_by_status(writer, edit, what, needed=not known) or known
    elif not known and writer.write_stage(edit, what.row, what.event, what.answer):
        known = True
    if known and not logged:
        edit.warnings += _not_kept(view, what, given, edit)
    return edit


def _written(writer: RowWriter, what: Happening, given: dict[str, object], *, logged: bool) -> RowEdit:
    """Write the row's cells; an answer that the log tells and the row's list has no word for is only warned of."""
    try:
        return writer.write(what.row, given)
    except RefusedValue as error:
        if not logged or Field.RESPONSE not in given:
            raise
        edit = writer.write(
            what.row, {name: value for name, value in given.items() if name != Field.RESPONSE}
        )
        edit.warnings.append(f"{error} Only the log tells it.")
        return edit


def _tell_by_status(writer: RowWriter, edit: RowEdit, what: Happening, *, needed: bool) -> bool:
    """Write the answer as a status, or at least that one came; False where the status has no word for it."""
    try:
        told = writer.write(what.row, {Field.RESPONSE: what.answer})
    except EditRefused:
        return needed and writer.write_stage(edit, what.row, what.event, what.answer)
    edit.values |= told.values
    edit.expected |= told.expected
    return bool(told.values)


def _not_kept(view: View, what: Happening, given: Mapping[str, object], edit: RowEdit) -> Iterator[str]:
    """Say what the row has no room for."""
    if what.on not in given.values() and not _is_known(view, what) and Field.NOTES not in given:
        yield f"Nothing in the row holds the day, so {what.on} is not kept; {WOULD}."
    told = what.answer is not None and (
        Field.RESPONSE in given or edit.expected.get(Field.RESPONSE) == what.answer
    )
    if what.detail and not told and not {Field.REFERRED_BY, Field.NOTES} & set(given):
        yield f"Nothing in the row holds “{what.detail}”, so it is not kept; {WOULD}."


def _takes_day(view: View, what: Happening, field: Field) -> bool:
    """Whether the row's own cell takes the day: it is empty, or holds the latest and this is later."""
    now = view.said(what.row, field)
    if is_nothing(now):
        event = view.said(what.row, what.event)
        return not (isinstance(event, bool | np.bool_) and bool(event) and _is_ticked(view, what.row, field))
    return what.event in LATEST and (what.event == Event.SCHEDULED or bool(now.date() < what.on))


def _is_ticked(view: View, row: int, field: Field) -> bool:
    """Whether the cell itself says that it happened, without the day."""
    return view.value(view.sheet, row, view.layout.letters[field][0]) is not None


def _note(view: View, what: Happening) -> str:
    told = f"{what.on}: {what.detail or what.event}"
    if what.event == Event.INTRODUCED and what.detail:
        told = f"{what.on}: introduced by {what.detail}"
    now = view.text(what.row, Field.NOTES)
    return told if now is None else f"{now.rstrip()}\n{told}"


# ── the log sheet ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _log_row(plan: Plan, view: View, log: Layout, lists: DropDowns, what: Happening) -> bool:
    """Plan the log sheet's row; False where the sheet has no column that says what happened."""
    row = LogRow(view, log, lists)
    if not row.says_what:
        return False
    values = row.write(what.event, what.on, what.detail, row.person(what.row))
    plan.steps.append(Append(log.sheet, values, row.fields(values), what.row, last_record(log)))
    plan.warnings += row.unsaid(values, what.detail, what.answer)
    return True


def _begin_log(plan: Plan, view: View, what: Happening) -> None:
    """Plan a log sheet with its first row."""
    taken = {grid.sheet.casefold() for grid in view.grids}
    name = next(name for name in (LOG, *(f"{LOG} {n}" for n in range(2, 99))) if name.casefold() not in taken)
    plan.steps.append(AddSheet(name))
    person = [view.text(what.row, Field.NAME), view.text(what.row, Field.ORGANIZATION)]
    told: dict[str, Value] = {
        "Date": what.on,
        "Name": person[0] or person[1],
        "Organization": person[1] if person[0] else None,
        "Event": what.event.value.capitalize(),
        "Detail": what.detail or None,
    }
    for letter, (header, value) in zip("ABCDE", told.items(), strict=True):
        field = header.casefold()
        plan.steps.append(Put(name, 1, letter, header, field, None))
        if value is not None:
            plan.steps.append(Put(name, 2, letter, value, field, what.row))
