"""Reading back what a verb has done: the contact says what was wanted, and nobody else says anything new."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from infoviz.editing.given import Wanted, is_nothing
from infoviz.editing.renaming import left_behind, namesakes, renamed
from infoviz.editing.steps import Plan, Put
from infoviz.editing.view import View
from infoviz.errors import EditRefused, RefusedValue
from infoviz.schema.columns.matches import EVENT
from infoviz.schema.fields import DATE_FIELDS, EVENT_OF, Event, Field, Response
from infoviz.schema.reading.contacts import EXPECTED_ANSWER, IDENTITIES
from infoviz.schema.values.yearless import lacks_year
from infoviz.schema.words import says_nothing

DERIVED = frozenset({Field.RESPONSE})
"""What other columns, and other rows, have a say in."""

UNREAD = "infoviz would not read it as that afterwards"
SAY_WHAT_A_NO_IS = (
    "Note the day of the answer with it, or head the column “Accepted?”: where nobody is left blank, a no is taken for "
    "no answer."
)
REMEDY = "Write it in your spreadsheet program, or name the sheet's columns (columns={…}, --column)."


def check(before: View, after: View, plan: Plan) -> None:
    """Hold a tracker after a verb against what it was to do.

    Parameters
    ----------
    before, after
        The tracker before and after.
    plan
        What it was to do; what it has not foreseen is added to its warnings.

    Raises
    ------
    EditRefused
        It is read differently.
    """
    sheet = before.sheet
    _check_understanding(before, after)
    edited = plan.expected.keys() | plan.understood.keys() | _put(before, plan)
    rows = {row for row, _ in edited} | {row for row, _, _ in plan.events}
    if plan.events:
        _check_namesakes(before, after, rows)
    for (row, field), want in plan.expected.items():
        if row not in after.own.contacts.index:
            reason = f"row {row} would not be read as a contact"
            who = "a name" if after.layout.letters.get(Field.NAME) else "an organization"
            new = " of somebody new; of others, log what happened" if after.actions else ""
            given = plan.expected.get((row, Field.NAME))
            other = (
                f": “{given}” is not taken for one" if isinstance(given, str) and not after.actions else ""
            )
            raise EditRefused(sheet, "", reason, f"Give {who}{new}{other}.")
        if not says(after, row, field, want):
            cell = next(iter(after.layout.letters.get(field, [])), "")
            unsure = field == Field.RESPONSE and _answers_read_otherwise(before, after, rows)
            shown = "nothing" if want is None else f"“{want}”"
            raise EditRefused(
                sheet,
                f"{cell}{row}" if cell else "",
                f"{field} was to say {shown}, but {UNREAD}",
                SAY_WHAT_A_NO_IS if unsure else REMEDY,
            )
    shared = {row for one in renamed(before, after, plan) for row in namesakes(after, one)}
    _check_others(before, after, rows, {field for _, field in edited}, shared)
    _check_words(after, plan)
    _note_answers(before, after, rows, plan)
    plan.warnings += [warning for warning in left_behind(before, after, plan) if warning not in plan.warnings]
    trail = after.reading.events
    for row, any_of, day in plan.events:
        found = (
            (trail["row"] == row) & trail["event"].isin(list(any_of)) & (trail["date"] == pd.Timestamp(day))
        )
        if not found.any():
            raise _untold(after, " or ".join(sorted(any_of)), day)


def _untold(view: View, names: str, day: date) -> EditRefused:
    if view.actions and not view.layout.columns_of(EVENT):
        reason = f"no column says what happened, so {names} on {day} cannot be told"
        return EditRefused(view.sheet, "", reason, "Add one headed “Event” in your spreadsheet program.")
    return EditRefused(view.sheet, "", f"the paper trail was to say {names} on {day}, but {UNREAD}", REMEDY)


def _check_understanding(before: View, after: View) -> None:
    """Refuse where the sheet, its header and the columns of its fields are not understood as they were."""
    old, new = before.layout, after.layout
    same = old.sheet == new.sheet and old.header_row == new.header_row and old.shape == new.shape
    if not same or old.letters != new.letters:
        headers = {name: found[0] for name, found in old.fields.items()}
        lost = {
            name: headers[name] for name in sorted(set(old.letters) - set(new.letters)) if headers.get(name)
        }
        about = f" (it would lose: {', '.join(lost)})" if lost else ""
        reason = f"with this edit infoviz would understand the sheet's columns differently{about}"
        given = " ".join(f'--column {name}="{header}"' for name, header in lost.items())
        how = f"Open it with columns={lost} ({given})" if lost else "Name the columns (columns={…}, --column)"
        raise EditRefused(old.sheet, "", reason, f"{how} and try again.")


def says(view: View, row: int, field: str, want: Wanted) -> bool:
    """Whether a contact says what was wanted."""
    value = view.said(row, field)
    if isinstance(want, bool):
        event = EVENT_OF.get(Field(field))
        happened = not is_nothing(value) or bool(event and view.said(row, event))
        return happened == want
    if (
        isinstance(want, str)
        and not isinstance(want, Response)
        and field in IDENTITIES
        and says_nothing(want)
    ):
        want = None
    if want is None:
        return is_nothing(value)
    if is_nothing(value):
        return False
    if isinstance(want, date):
        return bool(value.date() == want)
    if isinstance(want, float):
        return bool(np.isclose(value, want))
    return bool(value == want)


def _put(view: View, plan: Plan) -> set[tuple[int, str]]:
    """List the contacts and the fields whose cells are set, be they named by a field or by a header."""
    fed = {match.letter: match.fields for match in view.layout.matches}
    return {
        (step.contact, field)
        for step in plan.steps
        if isinstance(step, Put) and step.sheet == view.sheet and step.contact is not None
        for field in fed.get(step.letter, ())
    }


def _check_words(after: View, plan: Plan) -> None:
    """Refuse a word that is not understood; one that may be silence is only warned of."""
    problems = after.problems_by_cell if plan.understood else {}
    for (row, field), letter in plan.understood.items():
        expected = problems.get(f"{letter}{row}")
        if expected == EXPECTED_ANSWER:
            warning = f"Sheet “{after.sheet}”, cell {letter}{row}: expected is {expected}."
            plan.warnings += [] if warning in plan.warnings else [warning]
        elif expected is not None:
            value = after.value(after.sheet, row, letter)
            raise RefusedValue(after.sheet, f"{letter}{row}", value, f"{expected}, for {field}")


def _check_others(before: View, after: View, rows: set[int], fields: set[str], shared: set[int]) -> None:
    """Refuse where what was not edited reads differently, save for answers, in which other columns have a say.

    Of those who have `shared` a name with somebody until now, the log may tell what it told of the other.
    """
    old, new = before.own.contacts, after.own.contacts
    gone = old.index.difference(new.index)
    if len(gone):
        reason = f"row {gone[0]} would no longer be read as a contact"
        raise EditRefused(before.sheet, "", reason, REMEDY)
    places = None if old.index.equals(new.index) else new.index.get_indexer(old.index)
    others = ~old.index.isin(list(rows))
    letters = before.layout.letters
    for name in _checked(old, new):
        differs = differ(before.own.contacts[name].array, after.own.contacts[name].array, places)
        if differs is not None and name in DATE_FIELDS and letters.get(name):
            differs = differs & ~_yearless(before, differs, letters[name][0])
        may = name in fields or name not in letters or before.actions
        if differs is not None and (differs[others] if may else differs).any():
            raise _read_differently(before, name)
    old, new = before.reading.contacts, after.reading.contacts  # what the log sheet tells
    others = others & ~old.index.isin(list(shared))
    for name in _checked(old, new):
        differs = differ(old[name].array, new[name].array, places)
        if differs is not None and differs[others].any():
            raise _read_differently(before, name)


def _check_namesakes(before: View, after: View, rows: set[int]) -> None:
    """Refuse where a log, which knows people by what it says of them, tells what was noted of somebody else."""
    old, new = (
        view.reading.events["row"].value_counts().drop(list(rows), errors="ignore")
        for view in (before, after)
    )
    more = new.sub(old, fill_value=0)
    other = next(iter(more.index[more > 0]), None)
    if other is not None:
        reason = f"the log would tell it of row {other}, whose name is the same there"
        remedy = "Give the log a column for the organization, or make the two names differ."
        raise EditRefused(before.sheet, "", reason, remedy)


def _answers_read_otherwise(before: View, after: View, rows: set[int]) -> list[int]:
    """List the others whose answer changes: a bare "Response" that leaves nobody blank asks whether one came."""
    old, new = before.own.contacts, after.own.contacts
    if Field.RESPONSE not in old or Field.RESPONSE not in new:
        return []
    places = None if old.index.equals(new.index) else new.index.get_indexer(old.index)
    differs = differ(old[Field.RESPONSE].array, new[Field.RESPONSE].array, places)
    return [] if differs is None else [row for row in old.index[differs].tolist() if row not in rows]


def _note_answers(before: View, after: View, rows: set[int], plan: Plan) -> None:
    changed = _answers_read_otherwise(before, after, rows)
    if not changed:
        return
    said = [view.said(changed[0], Field.RESPONSE) for view in (before, after)]
    was, now = ("nothing" if is_nothing(answer) else f"“{answer}”" for answer in said)
    whose = (
        "the answer of another contact is"
        if len(changed) == 1
        else f"the answers of {len(changed):,} others are"
    )
    warning = f"Sheet “{after.sheet}”: with this {whose} read otherwise (row {changed[0]}: {was}, now {now})."
    plan.warnings += [] if warning in plan.warnings else [warning]


def _yearless(view: View, rows: npt.NDArray[np.bool_], letter: str) -> npt.NDArray[np.bool_]:
    """Where a cell among some rows is a date without its year: the year is taken from the dates beside it."""
    found = np.zeros(len(rows), dtype=np.bool_)
    for place in np.flatnonzero(rows).tolist():
        value = view.value(view.sheet, int(view.own.contacts.index[place]), letter)
        found[place] = isinstance(value, str) and lacks_year(value)
    return found


def _checked(old: pd.DataFrame, new: pd.DataFrame) -> list[str]:
    return [name for name in old.columns if name in _CHECKED and name in new]


def _read_differently(view: View, name: str) -> EditRefused:
    return EditRefused(view.sheet, "", f"{name} of another contact would be read differently", REMEDY)


_CHECKED = frozenset(Field) - {event.value for event in Event} - DERIVED


def differ(
    left: ExtensionArray, right: ExtensionArray, places: npt.NDArray[np.intp] | None = None
) -> npt.NDArray[np.bool_] | None:
    """Say where two columns differ, nothing counting as nothing; None where they are one object.

    Parameters
    ----------
    left, right
        The columns.
    places
        Where in `right` each of `left` lies, unless they lie as they do there.
    """
    if places is not None:
        right = right.take(places)
    if left is right:
        return None
    nothing = np.asarray(left.isna()) & np.asarray(right.isna())
    if left.dtype == right.dtype and left.dtype.kind in "Mfb":
        return np.asarray(np.asarray(left) != np.asarray(right)) & ~nothing
    one, other = np.asarray(left, dtype=np.object_), np.asarray(right, dtype=np.object_)
    return np.asarray(one != other, dtype=np.bool_) & ~nothing
