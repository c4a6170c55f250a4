"""Who was asked, when, and what came of it: the one table on which every other statistic stands.

The unit is the *ask*: a distinct person and the first message sent to them. Rows of one person are taken
together (the first row names them, the earliest ask starts the clock, the best evidence says what came of
it), and what lies after ``as_of`` does not exist.
"""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import IntEnum
from functools import lru_cache
from numbers import Real
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.errors import UnfitNumbers
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.lines import one_lines
from infoviz.schema.people import all_folded, name_keys
from infoviz.schema.values.yesno import BARE
from infoviz.schema.words import plain
from infoviz.stats.facts.columns import (
    Dated,
    Labels,
    Written,
    codes_of,
    dated,
    days_of,
    flags,
    labelled,
    labels,
    written,
)

Days = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]
People = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.object_]]


class State(IntEnum):
    """What has become of a person by ``as_of``; 1 to 4 are what can end an ask."""

    NOT_ASKED = 0
    YES = 1
    NO = 2
    OTHER = 3
    BOUNCED = 4
    WITHDRAWN = 5
    WAITING = 6
    SILENT = 7


# Where the rows of one person disagree, the strongest evidence counts: a yes over a no, any answer over none.
_STRENGTH = np.array([0, 5, 4, 3, 2, 1, 0, 0], dtype=np.int8)
_STATES = np.array([0, 5, 4, 3, 2, 1], dtype=np.int8)
_RESPONSES = {state.name.lower(): state for state in State if State.YES <= state <= State.WITHDRAWN}
_EVENTS = {
    "asked": "contacted_on",
    "nudged": "nudged_on",
    "responded": "responded_on",
    "scheduled": "scheduled_on",
    "met": "met_on",
    "thanked": "thanked_on",
}
_DATES = tuple(_EVENTS.values())
_DONE = frozenset({"nudged", "responded", "met", "thanked"})  # what a word tells of once it is over


@dataclass(frozen=True, slots=True, eq=False)
class Asks:
    """Every distinct person and what became of the ask, a struct of arrays of equal length.

    Attributes
    ----------
    as_of, within
        The date at which we look, and the days that an ask may wait before it counts as silent.
    row
        The person's index label in ``contacts`` (of their first row), shape ``(people,)``.
    position
        Where that row lies in the frame, 0-based.
    person
        For every row of the frame, the person (a position in the other arrays), shape ``(rows,)``; -1 for a row
        of somebody left out by :meth:`among`.
    name
        The person's name on one line, failing that their organization, failing that ``""``.
    asked, dated
        True for people who were asked, and for those whose ask has a date: these enter a rate.
    age
        Days since the ask, whatever became of it; NaN where the ask has no date.
    contacted, nudged_on, responded, met_on, thanked_on
        Days as ``datetime64[D]``; NaT where there is none or it is not known.
    state
        A :class:`State` per person; where a person's rows disagree, the strongest, a yes over a no.
    cause
        What ended the ask: 0 still open or withdrawn (censored), 1 yes, 2 no, 3 other, 4 bounced; where a person's
        rows hold several answers, the first of known day.
    duration
        Days from the ask to its end, or to ``as_of`` while it is open; NaN where either day is unknown.
    earliest, latest
        The same, with an end of unknown day placed as early and as late as it can have been; NaN where
        the ask itself has no date.
    met, thanked
        True for people met and thanked, dated or not.
    cells
        What the frame holds in the columns that tell of asks, for every one of its rows.
    only_whether
        True where the column of responses tells of nobody which answer came, only that one did.
    """

    as_of: date
    within: int
    row: npt.NDArray[Any]
    position: npt.NDArray[np.int64]
    person: npt.NDArray[np.int64]
    name: npt.NDArray[np.object_]
    asked: Flags
    dated: Flags
    age: Days
    contacted: npt.NDArray[np.datetime64]
    nudged_on: npt.NDArray[np.datetime64]
    responded: npt.NDArray[np.datetime64]
    state: Codes
    cause: Codes
    duration: Days
    earliest: Days
    latest: Days
    met: Flags
    met_on: npt.NDArray[np.datetime64]
    thanked: Flags
    thanked_on: npt.NDArray[np.datetime64]
    cells: "Cells"
    only_whether: bool

    def __len__(self) -> int:
        return len(self.state)

    @property
    def fields(self) -> frozenset[str]:
        """The columns that the frame has."""
        return self.cells.fields

    @property
    def answered(self) -> Flags:
        """True for people who answered yes, no or otherwise."""
        return (self.state >= State.YES) & (self.state <= State.OTHER)

    @property
    def collapsed(self) -> npt.NDArray[np.int64]:
        """Positions of the rows that were taken together with an earlier row of the same person."""
        rows = np.flatnonzero(self.person >= 0)
        again: npt.NDArray[np.int64] = rows[self.position[self.person[rows]] != rows]
        return again

    def among(self, people: npt.NDArray[np.int64]) -> "Asks":
        """Give the asks of some of the people, their positions in ascending order."""
        place = np.full(len(self), -1)
        place[people] = np.arange(len(people))
        parts = {part.name: getattr(self, part.name) for part in fields(self)}
        arrays = {name: array[people] for name, array in parts.items() if isinstance(array, np.ndarray)}
        return replace(self, **arrays | {"person": place[self.person]})

    def count(self, state: State) -> int:
        """How many people are in a state."""
        return int(np.count_nonzero(self.state == state))


@dataclass(frozen=True, slots=True)
class Cells:
    """What a frame holds, equal where it is the same; dates and flags by event, None for no column."""

    labels: Labels
    names: Written
    organizations: Written
    dates: tuple[Dated, ...]
    flags: tuple[bytes | None, ...]
    responses: Written
    statuses: Written
    fields: frozenset[str]

    def __hash__(self) -> int:
        return hash((self.fields, len(self.names)))  # to compare with the few kept is quicker

    def holds_dates(self, field: str) -> bool:
        """Whether one of the date columns is there and can hold nothing but dates."""
        cells = self.dates[_DATES.index(field)]
        return cells is not None and cells[2]

    def days(self, field: str) -> Days:
        """Give one of the date columns as :func:`infoviz.stats.facts.columns.days` does."""
        return days_of(self.dates[_DATES.index(field)], len(self.names))


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """What each row of the frame says by ``as_of``: days since 1970 (NaN unknown), and what happened."""

    happened: dict[str, Flags]
    on: dict[str, Days]
    response: Codes
    responded: Days


def asks(contacts: pd.DataFrame, *, as_of: date, within: int = 28) -> Asks:
    """Tell for every distinct person whether and when they were asked, and what has become of it.

    Parameters
    ----------
    contacts
        One row a person, with any of our columns, under any index.
    as_of
        The date at which we look; facts after it do not exist.
    within
        Days after which an unanswered ask is silent rather than waiting.

    Returns
    -------
    Asks
        Always ``asked = answered + bounced + withdrawn + waiting + silent``.

    Raises
    ------
    UnfitNumbers
        Where ``within`` is negative or no number, or ``as_of`` no date.

    Notes
    -----
    An ask is proven by its date, or without one by a response, a status or a later date. A person met or
    scheduled without a recorded response has said yes; an answer of which nothing else is known is "other".

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> contacts = pd.DataFrame({
    ...     "name": ["Ada", "Bo"],
    ...     "contacted_on": pd.to_datetime(["2026-11-02", "2026-11-09"]),
    ...     "response": ["yes", None],
    ...     "responded_on": pd.to_datetime(["2026-11-05", None]),
    ... })
    >>> table = asks(contacts, as_of=date(2026, 11, 20))
    >>> [State(code).name for code in table.state], table.duration.tolist()
    (['YES', 'WAITING'], [3.0, 11.0])
    """
    if not isinstance(within, Real) or not within >= 0:
        raise UnfitNumbers(f"a window is 0 days or longer, not {within!r}")
    if not isinstance(as_of, date) or as_of is pd.NaT:
        raise UnfitNumbers(f"as_of is a date, not {as_of!r}")
    as_of = date(as_of.year, as_of.month, as_of.day)  # a datetime is a date too
    days = int(within) if float(within).is_integer() else within
    return _told(as_of, days, _read_cells(contacts))


def _read_cells(contacts: pd.DataFrame) -> Cells:
    columns = frozenset(map(str, contacts.columns.tolist()))
    told = [flags(contacts, event) if event in columns else None for event in _EVENTS]
    return Cells(
        labels=labels(contacts.index),
        names=written(contacts, "name"),
        organizations=written(contacts, "organization"),
        dates=tuple([dated(contacts, field) for field in _DATES]),
        flags=tuple([None if flag is None else flag.tobytes() for flag in told]),
        responses=written(contacts, "response"),
        statuses=written(contacts, "status"),
        fields=columns,
    )


@lru_cache(maxsize=2)
def _told(as_of: date, within: int, cells: Cells) -> Asks:
    """Tell what the cells tell; every statistic asks it of the same ones, so the last are kept."""
    today = float((as_of - date(1970, 1, 1)).days)
    rows = _read_rows(cells, today)
    person, position, name = _people(cells.names, cells.organizations)
    people = len(position)

    on = {event: _earliest(day, person, people) for event, day in rows.on.items()}
    happened = {event: _any(flag, person, people) for event, flag in rows.happened.items()}
    strength = np.zeros(people, dtype=np.int8)
    np.maximum.at(strength, person, _STRENGTH[rows.response])
    best = _STRENGTH[rows.response] == strength[person]
    responded = _earliest(np.where(best, rows.responded, np.nan), person, people)

    contacted = on["asked"]
    asked = np.logical_or.reduce([strength > 0, *happened.values()])
    waiting = today - contacted <= within  # False where the ask has no date
    state = _STATES[strength]
    state = np.where(
        (state == State.NOT_ASKED) & asked, np.where(waiting, State.WAITING, State.SILENT), state
    )
    cause = np.where((state >= State.YES) & (state <= State.BOUNCED), state, 0)
    if people < len(person):
        responded, cause = _first_answers(rows, person, contacted, responded, cause)
    duration, earliest, latest = _durations(state, contacted, responded, on, today)
    table = Asks(
        as_of=as_of,
        within=within,
        row=labelled(cells.labels)[position],
        position=position,
        person=person,
        name=name,
        asked=asked,
        dated=~np.isnan(contacted),
        age=today - contacted,
        contacted=_day(contacted),
        nudged_on=_day(on["nudged"]),
        responded=_day(responded),
        state=state.astype(np.int8),
        cause=cause.astype(np.int8),
        duration=duration,
        earliest=earliest,
        latest=latest,
        met=happened["met"],
        met_on=_day(on["met"]),
        thanked=happened["thanked"],
        thanked_on=_day(on["thanked"]),
        cells=cells,
        only_whether=_only_whether(cells, state),
    )
    for part in fields(Asks):
        array = getattr(table, part.name)
        if isinstance(array, np.ndarray):
            array.flags.writeable = False
    return table


def _only_whether(cells: Cells, state: Codes) -> bool:
    """Whether there is a column of responses that is blank for all, though answers came."""
    blank = "response" in cells.fields and "status" not in cells.fields and not codes_of(cells.responses)[1]
    return blank and bool((state == State.OTHER).any())


def _read_rows(cells: Cells, today: float) -> _Rows:
    """Read what every row says by ``today``; an undated fact of an ask that lies ahead lies ahead too."""
    never = np.zeros(len(cells.names), dtype=bool)
    raw = {event: cells.days(field) for event, field in _EVENTS.items()}
    told = {
        event: never if kept is None else np.frombuffer(kept, dtype=bool)
        for event, kept in zip(_EVENTS, cells.flags, strict=True)
    }
    ahead = raw["asked"] > today
    later = {event: day > today for event, day in raw.items() if event in _DONE}
    proven, response = _spoken(cells, later, presuming=bool(np.isnan(raw["asked"]).all()))
    happened, on = {}, {}
    for event, day in raw.items():
        known = day <= today
        undated = np.isnan(day) & ~ahead & (told[event] | proven[event])
        happened[event] = known | undated
        on[event] = np.where(known, day, np.nan)
    recorded = (response > 0) & ~(ahead & np.isnan(raw["responded"]))
    agreed = ~recorded & (happened["met"] | happened["scheduled"])
    unclear = ~recorded & ~agreed & happened["responded"]
    response = np.where(recorded, response, np.int8(0))
    response[agreed], response[unclear] = State.YES, State.OTHER
    return _Rows(happened, on, response, on["responded"])


def _spoken(cells: Cells, later: dict[str, Flags], *, presuming: bool) -> tuple[dict[str, Flags], Codes]:
    """Read the words of the ``response`` and ``status`` columns: events proven, and the response.

    A word was written once all that it tells had happened: where the day of any of it lies ahead (``later``, by event),
    the word does too, and proves nothing. A day that an interview is set for may well lie ahead of its word.

    Where there is a ``response`` column, a refusal that only the status tells is not taken from it: loading has
    looked at it with the dates and left the response blank, for it is silence filed as a refusal. A status that only
    takes an ask for granted ("Pending") proves none where asks are recorded.
    """
    presuming &= "asked" not in cells.fields
    response = np.zeros(len(cells.names), dtype=np.int8)
    proven = {event: np.zeros(len(cells.names), dtype=bool) for event in _EVENTS}
    for field, said in (("response", cells.responses), ("status", cells.statuses)):
        codes, words = codes_of(said)
        if not words or (field == "status" and all(plain(word) in BARE for word in words)):
            continue  # yes and no as a status answer a question that nobody knows
        meanings = [_meaning(word, presuming=presuming) for word in words]
        if field == "status" and "response" in cells.fields:
            meanings = [
                (0, events - {"responded"}) if answer == State.NO else (answer, events)
                for answer, events in meanings
            ]
        for event, rows in later.items():
            if rows.any():
                tells = [
                    event in events or (event == "responded" and answer > 0) for answer, events in meanings
                ]
                codes = np.where(np.array([*tells, False])[codes] & rows, -1, codes)
        answers = np.array([answer for answer, _ in meanings] + [0], dtype=np.int8)  # code -1 = blank
        response = np.where(response == 0, answers[codes], response)
        for event in {event for _, events in meanings for event in events} & proven.keys():
            proven[event] |= np.array([event in events for _, events in meanings] + [False])[codes]
    return proven, response


def _meaning(word: str, *, presuming: bool) -> tuple[int, frozenset[str]]:
    """Translate one word of a person into a response code (0 none) and the events it proves, or takes for granted."""
    response = _RESPONSES.get(word.casefold())
    if response is not None:
        return int(response), frozenset({"asked"})
    meaning = interpret(word)
    if meaning.presumed and not presuming:
        return 0, frozenset()
    return int(_RESPONSES.get(meaning.response or "", 0)), frozenset(meaning.events)


@lru_cache(maxsize=2)
def _people(names: Written, organizations: Written) -> People:
    """Give every row its person, every person a first row and a name; without a key a row stands alone.

    Without a name the organization is the one asked, however many of its posts were applied for.

    Every statistic asks this of the same texts, so the last answers are kept; being read-only, they may be shared.
    """
    said = [text if type(text) is str else "" for text in names]
    numbers = {"": 0}
    who = np.array([numbers.setdefault(key, len(numbers)) for key in name_keys(tuple(said))], dtype=np.int64)
    codes, words = codes_of(organizations)
    places = {"": 0}
    where = np.array([*[places.setdefault(word, len(places)) for word in all_folded(words)], 0])[codes]
    key = who * len(places) + where
    nobody = np.flatnonzero(key == 0)
    key[nobody] = -1 - nobody
    person, _ = pd.factorize(key)
    highest = np.maximum.accumulate(person)  # codes rise in the order in which people first appear
    position = np.flatnonzero(np.diff(highest, prepend=-1)).astype(np.int64)
    shown = np.array([*one_lines([said[at] for at in position.tolist()]), None], dtype=object)[:-1]
    unnamed = np.flatnonzero(shown == "")
    shown[unnamed] = np.array([*one_lines(words), ""], dtype=object)[codes[position[unnamed]]]
    people = person.astype(np.int64), position, shown
    for array in people:
        array.flags.writeable = False
    return people


def _first_answers(
    rows: _Rows, person: npt.NDArray[np.int64], contacted: Days, responded: Days, cause: npt.NDArray[Any]
) -> tuple[Days, npt.NDArray[Any]]:
    """Let the first answer of known day in several rows of a person end the ask: the day, and what it was."""
    human = (rows.response >= State.YES) & (rows.response <= State.OTHER)
    first = _earliest(np.where(human, rows.responded, np.nan), person, len(cause))
    sooner = (cause >= State.YES) & (cause <= State.OTHER) & (first >= contacted) & ~(responded <= first)
    then = human & (rows.responded == first[person])
    strength = np.zeros(len(cause), dtype=np.int8)
    np.maximum.at(strength, person[then], _STRENGTH[rows.response[then]])
    return np.where(sooner, first, responded), np.where(sooner, _STATES[strength], cause)


def _durations(
    state: npt.NDArray[Any], contacted: Days, responded: Days, on: dict[str, Days], today: float
) -> tuple[Days, Days, Days]:
    """Days from ask to end: as recorded, as early as possible, as late as possible.

    An end without a day (or dated before its ask) lies between the day of the ask and the first later fact,
    failing that ``as_of``.
    """
    age = today - contacted
    unanswered = (state == State.WAITING) | (state == State.SILENT)
    recorded = np.where(unanswered, age, responded - contacted)
    recorded = np.where(recorded >= 0, recorded, np.nan)
    later = np.fmin(np.fmin(on["scheduled"], on["met"]), on["thanked"]) - contacted
    human = (state >= State.YES) & (state <= State.OTHER)
    bound = np.where(human & (later >= 0), np.fmin(later, age), age)
    unknown = np.isnan(recorded)
    return (
        np.where(state == State.NOT_ASKED, np.nan, recorded),
        np.where(state == State.NOT_ASKED, np.nan, np.where(unknown, age * 0, recorded)),
        np.where(state == State.NOT_ASKED, np.nan, np.where(unknown, bound, recorded)),
    )


def _earliest(day: Days, person: npt.NDArray[np.int64], people: int) -> Days:
    if people == len(person):  # nobody has two rows
        return day
    out = np.full(people, np.nan)
    np.fmin.at(out, person, day)
    return out


def _any(flag: Flags, person: npt.NDArray[np.int64], people: int) -> Flags:
    if people == len(person):
        return flag
    out = np.zeros(people, dtype=bool)
    out[person[flag]] = True
    return out


def _day(number: Days) -> npt.NDArray[np.datetime64]:
    known = ~np.isnan(number)
    day = np.full(number.shape, np.datetime64("NaT", "D"), dtype="datetime64[D]")
    day[known] = number[known].astype(np.int64).astype("datetime64[D]")
    return day
