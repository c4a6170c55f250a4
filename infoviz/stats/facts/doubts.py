"""What in the rows cannot be quite right: listed with row and reason, and counted all the same."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.answers.statuses import interpret
from infoviz.schema.fields import RESPONSES
from infoviz.stats.facts.asks import Asks, State, asks
from infoviz.stats.facts.columns import codes_of, texts
from infoviz.stats.wording import counted

Days = npt.NDArray[np.float64]
Found = tuple[npt.NDArray[np.int64], str, "Doubt", list[str]]


class Doubt(StrEnum):
    """What cannot be quite right about a row."""

    BEFORE_ASK = "answer before the ask"
    MET_BEFORE_ASK = "interview before the ask"
    NUDGED_BEFORE_ASK = "nudge before the ask"
    BEFORE_INTERVIEW = "thanks before the interview"
    THANKED_BEFORE_ASK = "thanks before the ask"
    WITHOUT_ASK = "answer without an ask"
    WITHOUT_DATE = "outcome without a date"
    FUTURE = "in the future"
    TWICE = "person entered twice"
    DIFFERENT = "different answers of one person"
    UNKNOWN = "response not understood"
    UNREADABLE = "date not understood"


_TEXT = pd.StringDtype(na_value=np.nan)
_PAST = {
    "contacted_on": "asked",
    "nudged_on": "nudged",
    "responded_on": "answered",
    "met_on": "met",
    "thanked_on": "thanked",
}
_ORDER = (  # what comes later, what it follows, and the doubt where it does not
    ("responded_on", "contacted_on", Doubt.BEFORE_ASK),
    ("nudged_on", "contacted_on", Doubt.NUDGED_BEFORE_ASK),
    ("met_on", "contacted_on", Doubt.MET_BEFORE_ASK),
    ("thanked_on", "met_on", Doubt.BEFORE_INTERVIEW),
    ("thanked_on", "contacted_on", Doubt.THANKED_BEFORE_ASK),
)


def ask_problems(contacts: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """List what about the asks and answers cannot be quite right.

    Every row listed still counts: an answer dated before its ask counts in rates as an answer without a date (the
    weeks count it on the day written), an answer without an ask proves one, what lies in the future does not exist
    yet, and rows of one person count as one. An answer that only an interview or a status tells has no day either.

    Parameters
    ----------
    contacts
        One row a person, with any of our columns.
    as_of
        The date at which we look.

    Returns
    -------
    pandas.DataFrame
        ``row`` (index label), ``name``, ``field``, ``problem`` (a value of :class:`Doubt`) and ``detail``, in
        the order of the rows.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> contacts = pd.DataFrame({
    ...     "name": ["Ada"],
    ...     "contacted_on": pd.to_datetime(["2026-11-09"]),
    ...     "responded_on": pd.to_datetime(["2026-11-02"]),
    ... })
    >>> ask_problems(contacts, as_of=date(2026, 11, 20)).iloc[0, 1:].tolist()
    ['Ada', 'responded_on', 'answer before the ask', 'asked 2026-11-09, answered 2026-11-02']
    """
    return problems_of(contacts, asks(contacts, as_of=as_of))


def problems_of(contacts: pd.DataFrame, table: Asks) -> pd.DataFrame:
    """List like :func:`ask_problems` what about a table of asks, which was made from some contacts, cannot be right."""
    on = {field: table.cells.days(field) for field in _PAST}
    found = [
        *_of_dates(on, table.as_of),
        *_unreadable(contacts, table, on),
        *_of_answers(contacts, table, on),
        *_twice(contacts, table),
    ]
    records: list[tuple[int, Any, str, str, str, str]] = []
    for positions, field, doubt, details in found:
        for position, detail in zip(positions, details, strict=True):
            row, name = contacts.index[position], table.name[table.person[position]]
            records.append((int(position), row, name, field, str(doubt), detail))
    records.sort(key=lambda record: record[0])
    told: dict[str, Any] = {"row": [record[1] for record in records]}
    for at, name in enumerate(("name", "field", "problem", "detail"), start=2):
        told[name] = pd.array([str(record[at]) for record in records], dtype=_TEXT)
    return pd.DataFrame(told)


def doubted(problems: pd.DataFrame) -> str:
    """Say how many of the problems that :func:`ask_problems` lists there are, and about how many rows.

    Examples
    --------
    >>> doubted(pd.DataFrame({"row": [2, 2, 5]}))
    '3 doubts about 2 rows'
    """
    return f"{counted(len(problems), 'doubt')} about {counted(int(problems['row'].nunique()), 'row')}"


def _of_dates(on: dict[str, Days], as_of: date) -> Iterator[Found]:
    today = (as_of - date(1970, 1, 1)).days
    for field, happened in _PAST.items():
        day = on[field]
        late = np.flatnonzero(day > today)
        yield late, field, Doubt.FUTURE, [f"{happened} {_iso(day[at])}, after {as_of}" for at in late]
    for later, sooner, doubt in _ORDER:
        first, second = on[sooner], on[later]
        early = second < first
        if doubt == Doubt.THANKED_BEFORE_ASK:
            early &= np.isnan(on["met_on"])  # else the other order says it
        before = np.flatnonzero(early)
        details = [f"{_PAST[sooner]} {_iso(first[at])}, {_PAST[later]} {_iso(second[at])}" for at in before]
        yield before, later, doubt, details


def _of_answers(contacts: pd.DataFrame, table: Asks, on: dict[str, Days]) -> Iterator[Found]:
    codes, words = codes_of(table.cells.responses)
    known = np.array([*(_understood(word) for word in words), False])[codes]  # code -1 = blank
    unknown = np.flatnonzero((codes >= 0) & ~known)
    details = [f"“{words[codes[at]]}” is no response we know" for at in unknown]
    yield unknown, "response", Doubt.UNKNOWN, details
    answered = ~np.isnan(on["responded_on"])
    if "contacted_on" in contacts.columns:
        alone = np.flatnonzero((known | answered) & np.isnan(on["contacted_on"]))
        said = [*words, "an answer"]
        details = [f"{said[codes[at]]}, but no day of an ask" for at in alone]
        yield alone, "contacted_on", Doubt.WITHOUT_ASK, details
    if "responded_on" in contacts.columns:
        undated = np.flatnonzero(known & ~answered)
        details = [f"{words[codes[at]]}, but no day" for at in undated]
        yield undated, "responded_on", Doubt.WITHOUT_DATE, details
        silent = np.isnat(table.responded) & (table.state >= State.YES) & (table.state <= State.WITHDRAWN)
        silent[table.person[answered]] = silent[table.person[undated]] = False
        told = np.flatnonzero(silent)
        details = [f"{State(table.state[at]).name.lower()} by other columns, but no day" for at in told]
        yield table.position[told], "responded_on", Doubt.WITHOUT_DATE, details


def _unreadable(contacts: pd.DataFrame, table: Asks, on: dict[str, Days]) -> Iterator[Found]:
    for field in _PAST:
        if field not in table.fields or table.cells.holds_dates(field):
            continue
        said = texts(contacts, field)
        strange = np.flatnonzero((said != None) & np.isnan(on[field]))  # noqa: E711
        yield strange, field, Doubt.UNREADABLE, [f"“{said[at]}” is no date we read" for at in strange]


def _twice(contacts: pd.DataFrame, table: Asks) -> Iterator[Found]:
    again = table.collapsed
    first = table.position[table.person[again]]
    field = "name" if "name" in contacts.columns else "organization"
    yield again, field, Doubt.TWICE, [f"same person as row {contacts.index[at]}" for at in first]
    codes, words = codes_of(table.cells.responses)
    said = np.array([*(word.casefold() for word in words), ""], dtype=object)[codes]  # code -1 = blank
    differ = (codes[again] >= 0) & (codes[first] >= 0) & (said[again] != said[first])
    pairs = zip(again[differ], first[differ], strict=True)
    details = [
        f"“{words[codes[at]]}”, and “{words[codes[one]]}” in row {contacts.index[one]}" for at, one in pairs
    ]
    yield again[differ], "response", Doubt.DIFFERENT, details


def _understood(word: str) -> bool:
    return word.casefold() in RESPONSES or interpret(word).response is not None


def _iso(day: float) -> str:
    return str(np.datetime64(int(day), "D"))
