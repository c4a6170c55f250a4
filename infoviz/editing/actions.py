"""Adding, editing and logging where a row is an action: who, on which day, did what."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from infoviz.editing.cells import RowWriter
from infoviz.editing.check import says
from infoviz.editing.given import UnfitError, Wanted, is_nothing, wanted
from infoviz.editing.logrow import PERSON, LogRow
from infoviz.editing.people import check_identity, put_cells
from infoviz.editing.steps import NEW, Append, Plan
from infoviz.editing.trail import Happening
from infoviz.editing.view import View, column_of
from infoviz.errors import EditRefused, RefusedValue
from infoviz.grid import Kind
from infoviz.schema.columns.matches import FIELDS
from infoviz.schema.fields import EVENT_OF, Event, Field, Response
from infoviz.schema.people import person_key
from infoviz.schema.reading.actions import actions_of
from infoviz.schema.reading.frames import Problems
from infoviz.workbook import Workbook
from infoviz.workbook.choices import DropDowns
from infoviz.workbook.ranges import column_number

WHO = frozenset({Field.NAME, Field.ORGANIZATION})


def log_action(view: View, book: Workbook, what: Happening) -> Plan:
    """Plan another action with a person."""
    row = LogRow(view, view.layout, DropDowns(book, view.sheet))
    values = row.write(what.event, what.on, what.detail, row.person(what.row))
    plan = Plan([Append(view.sheet, values, row.fields(values), what.row, view.last_record)])
    plan.warnings += row.unsaid(values, what.detail, what.answer)
    kinds = {what.event, Event.NUDGED} if what.event == Event.ASKED else {what.event}
    plan.events.append((what.row, frozenset(kinds), what.on))
    return plan


def add_actions(view: View, writer: RowWriter, given: Mapping[str, object]) -> Plan:
    """Plan somebody's first actions: one row for each day that is given, the first with what else there is to say."""
    given = {name: value for name, value in given.items() if not is_nothing(value)}
    check_identity(view, given)
    days = {
        Field(name): _day(view, name, value)
        for name, value in given.items()
        if name in FIELDS and Field(name) in EVENT_OF and not view.layout.letters.get(name)
    }
    answer = None
    if Field.RESPONDED_ON in days and Field.RESPONSE not in view.layout.letters:
        answer = given.get(Field.RESPONSE)
    rest = {
        name: value
        for name, value in given.items()
        if name not in days and not (name == "response" and answer)
    }
    edit = writer.write(None, rest)
    row = LogRow(view, view.layout, writer.lists)
    who: dict[str, str | None] = {name: str(given[name]) if name in given else None for name in PERSON}
    plan = Plan(warnings=edit.warnings)
    first = {letter: value for letter, (value, _) in edit.values.items()}
    fields = {letter: name for letter, (_, name) in edit.values.items()}
    for name, day in sorted(days.items(), key=lambda item: item[1]):
        detail = str(answer) if name == Field.RESPONDED_ON and answer else ""
        values = first | row.write(EVENT_OF[name], day, detail, who)
        plan.steps.append(Append(view.sheet, values, {**row.fields(values), **fields}, NEW, view.last_record))
        plan.expected[NEW, name] = day
        first = {}
    if not days:
        plan.steps.append(Append(view.sheet, first, fields, NEW, view.last_record))
    plan.expected |= {(NEW, name): want for name, want in edit.expected.items()}
    plan.understood |= {(NEW, name): letter for name, letter in edit.understood.items()}
    if answer:
        plan.expected[NEW, Field.RESPONSE] = _wanted(view, "", Field.RESPONSE, answer)
    return plan


def _wanted(view: View, cell: str, field: Field, value: object) -> Wanted:
    try:
        return wanted(field, value)
    except UnfitError as error:
        raise RefusedValue(view.sheet, cell, value, error.expected) from None


def _day(view: View, name: str, value: object) -> date:
    day = _wanted(view, "", Field(name), value)
    if not isinstance(day, date):
        raise RefusedValue(view.sheet, "", value, "a day, such as 2026-11-22")
    return day


def edit_action(view: View, writer: RowWriter, row: int, given: Mapping[str, object]) -> Plan:
    """Plan what becomes of a person's rows: a name in all of them, anything else where it is told."""
    plan = Plan()
    rows = rows_of(view, row)
    for name, value in given.items():
        field = Field(name) if name in FIELDS else None
        own = field is not None and writer.own_word(row, field, value) is not None
        if field is not None and not own and _known(view, writer, row, field, value):
            continue
        if field is not None and field in EVENT_OF and not view.layout.letters.get(field):
            reason = f"{field} is not a column here: each row is an action, and its day says when"
            raise EditRefused(view.sheet, "", reason, f"Log “{EVENT_OF[field]}” instead.")
        for place in _shown(view, rows, name) if field in WHO else [_telling(view, rows, field)]:
            edit = writer.write(place, _whole_cell(view, writer, row, name, value))
            put_cells(plan, view, place, row, edit)
            plan.warnings += edit.warnings
    return plan


def _known(view: View, writer: RowWriter, row: int, field: Field, value: object) -> bool:
    letters = writer.letters(field)
    want = _wanted(view, f"{letters[0]}{row}" if letters else "", field, value)
    return want is not None and says(view, row, field, want.value if isinstance(want, Response) else want)


def rows_of(view: View, row: int) -> list[int]:
    """Rows of the actions with a contact, by day."""
    layout = view.layout.spread
    key = person_key(view.text(row, Field.NAME), view.text(row, Field.ORGANIZATION))
    mine = [
        int(layout.grid.rows[action.position])
        for action in actions_of(layout, Problems(layout))
        if person_key(action.name, action.organization) == key
    ]
    return mine if key else [row]


def _shown(view: View, rows: list[int], name: str) -> list[int]:
    """Leave out the rows of a field whose cell is merged into one above it."""
    columns = [column_number(letter) for letter in view.layout.letters.get(name, [])]
    return [
        row
        for row in rows
        if not any(
            row > area.top and (row, column) in area for area in view.merged_down for column in columns
        )
    ]


def _whole_cell(view: View, writer: RowWriter, row: int, name: str, value: object) -> dict[str, object]:
    """Give with a field what else stands in the same cell, which other rows of the contact hold too."""
    letters = writer.letters(name)
    both = next((match.fields for match in view.layout.matches if [match.letter] == letters), ())
    return {half: view.text(row, half) for half in both} | {name: value}


def _telling(view: View, rows: list[int], field: Field | None) -> int:
    """Find the row that tells a field of a person: the first that says anything, else the first of all."""
    letters = view.layout.letters.get(field, []) if field is not None else []
    for row in rows:
        for letter in letters:
            column = column_of(view.layout.grid, letter)
            position = int(np.searchsorted(view.layout.grid.rows, row))
            if column is not None and column.kinds[position] != Kind.BLANK:
                return row
    return min(rows)
