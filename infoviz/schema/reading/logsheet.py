"""A log sheet beside the people: what it says was done with whom, and what the people's own sheet leaves blank."""

from collections.abc import Iterator
from typing import Any, cast

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from infoviz.schema.fields import EVENT_OF, Event, Field, Problem
from infoviz.schema.headers.meaning import is_key
from infoviz.schema.people import name_key, person_key
from infoviz.schema.reading.actions import ANSWERS, actions_of, told_by
from infoviz.schema.reading.contacts import Reading
from infoviz.schema.reading.frames import Problems
from infoviz.schema.reading.layout import Layout
from infoviz.schema.reading.trail import tidy_events

EXPECTED_PERSON = "somebody of the sheet “{}”"


def with_log(reading: Reading, log: Layout | None, people_sheet: str) -> Reading:
    """Take what a log sheet tells beside what the people's sheet says."""
    if log is None:
        return reading
    events, problems = _read_log(log, reading.contacts, people_sheet)
    both = tidy_events([reading.events, events])
    contacts = _with_facts_of(events, reading.contacts)
    problems = pd.concat([reading.problems, problems], ignore_index=True)
    return reading._replace(contacts=contacts, events=both, problems=problems)


def _with_facts_of(events: pd.DataFrame, contacts: pd.DataFrame) -> pd.DataFrame:
    """Give the people the days and the answers that only the log knows; what their own sheet says stands."""
    found: dict[str, Any] = {str(name): contacts[name].array for name in contacts.columns}
    answers = (events["event"] == Event.RESPONDED.value) & events["detail"].isin(ANSWERS)
    if answers.any():
        last = events[answers].groupby("row")["detail"].last().reindex(contacts.index).astype("str")
        found[Field.RESPONSE.value] = _filled(found.get(Field.RESPONSE.value), last)
        held = pd.Series(found[Field.RESPONSE.value], index=contacts.index)
        overtaken = answers & (held.reindex(events["row"]).to_numpy() != events["detail"].to_numpy())
        events = events[~overtaken]
    for field, event in EVENT_OF.items():
        days = events.loc[events["event"] == event.value].groupby("row")["date"]
        if field == Field.LAST_TOUCH_ON or not len(days):
            continue
        logged = days.max() if event == Event.SCHEDULED else days.min()
        told = logged.reindex(contacts.index).astype("datetime64[us]")
        found[field.value] = _filled(found.get(field.value), told)
        if event.value in found:
            found[event.value] = found[event.value] | told.notna().to_numpy()
    fields = [field.value for field in Field if field.value in found]
    order = [*fields, *(name for name in found if name not in set(fields))]
    return pd.DataFrame({name: found[name] for name in order}, index=contacts.index, copy=False)


def _filled(own: ExtensionArray | None, told: "pd.Series[Any]") -> ExtensionArray:
    """Put what the log tells where a column is blank; the column itself where there is nothing to put."""
    if own is None:
        return cast("ExtensionArray", told.array)
    blank = np.asarray(own.isna()) & told.notna().to_numpy()
    if not blank.any():
        return own
    filled: ExtensionArray = own.copy()
    filled[blank] = told.array[blank]
    return filled


def _read_log(log: Layout, contacts: pd.DataFrame, people_sheet: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a log sheet beside the people: its events, and the rows that name nobody of them."""
    log = log.spread
    problems = Problems(log)
    known: dict[str, int] = {}
    for number, name, organization in zip(contacts.index, *_who(contacts), strict=True):
        known.setdefault(person_key(name, organization), int(number))
        known.setdefault(name_key(name or organization or ""), int(number))
    known |= {key: row for key, row in _keys(contacts) if key not in known}
    days = contacts.get(Field.CONTACTED_ON.value)
    asked = set() if days is None else set(contacts.index[days.notna()])
    called = {key for key, row in known.items() if row in asked}
    told = []
    column = log.grid.columns[(log.columns_of("name") or log.columns_of("organization"))[0]]
    for action, event, detail in told_by(actions_of(log, problems), asked=called):
        row = known.get(person_key(action.name, action.organization))
        if row is None:
            row = known.get(name_key(action.name or action.organization or ""))
        if row is None:
            shown = action.name or action.organization or ""
            problems.add(
                column.letter, [Problem(action.position, shown, EXPECTED_PERSON.format(people_sheet))]
            )
            continue
        told.append((action.day, row, event.value, detail))
    names = contacts["name"] if "name" in contacts else contacts["organization"]
    frame = pd.DataFrame(told, columns=["date", "row", "event", "detail"])
    frame.insert(2, "name", names.reindex(frame["row"]).to_numpy() if told else [])
    return tidy_events([frame]), problems.to_frame()


def _keys(contacts: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """Go through what numbers the people, and their rows."""
    for header in contacts.columns:
        if is_key(str(header)):
            for row, value in contacts[header].dropna().items():
                shown = f"{value:g}" if isinstance(value, float) else str(value)
                yield name_key(shown), int(str(row))


def _who(contacts: pd.DataFrame) -> tuple[list[str | None], list[str | None]]:
    def listed(name: str) -> list[str | None]:
        if name not in contacts:
            return [None] * len(contacts)
        return [None if value is None or value != value else str(value) for value in contacts[name].tolist()]

    return listed("name"), listed("organization")
