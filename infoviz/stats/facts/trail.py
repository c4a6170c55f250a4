"""The paper trail as arrays: who, what and on which day, ready to be counted by week.

A day is an integer, days since 1970-01-01; a week is an integer too, weeks since that of 1970-01-01, so that
counting a hundred thousand events is a few passes over arrays of integers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.errors import UnfitEvents
from infoviz.schema.fields import EVENT_OF, EVENTS, RESPONSES, Event, Field, Response
from infoviz.schema.lines import one_lines
from infoviz.schema.people import name_key
from infoviz.stats.facts.asks import Asks, State
from infoviz.stats.facts.columns import (
    Dated,
    Labels,
    Written,
    cells,
    codes_of,
    dated,
    days_of,
    labelled,
    labels,
    numbered,
    written,
)

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NEVER = int(np.iinfo(np.int64).min)
UNKNOWN = -1
ANSWERS = (Response.YES, Response.NO, Response.OTHER)  # a bounce and an ask called off are nobody's answer
EPOCH = date(1970, 1, 1)
_NAMES = [state.name.lower() for state in State]
# By state, the index in RESPONSES of what became of an ask; -1 while it is open.
_OUTCOMES = np.array([RESPONSES.index(Response(name)) if name in RESPONSES else UNKNOWN for name in _NAMES])
_SPAN = 1 << 32


def day_number(day: date) -> int:
    """Days from 1970-01-01 to a day."""
    return (date(day.year, day.month, day.day) - EPOCH).days


def week_numbers(days: Integers) -> Integers:
    """Give the number of the ISO week (Monday to Sunday) of each day; the week of 1970-01-01 is 0."""
    return (days + 3) // 7


def week_number(day: date) -> int:
    """Give the number of the ISO week of a day."""
    return (day_number(day) + 3) // 7


def mondays(first: int, last: int) -> list[date]:
    """Mondays on which the weeks from one to another begin."""
    begins: list[date] = (7 * np.arange(first, last + 1) - 3).astype("datetime64[D]").tolist()
    return begins


@lru_cache(maxsize=4096)
def week_label(begins: date) -> str:
    """ISO label of the week that begins on a Monday.

    Examples
    --------
    >>> week_label(date(2024, 12, 30))
    '2025-W01'
    """
    year, week, _ = begins.isocalendar()
    return f"{year:04}-W{week:02}"


def earliest(owner: Integers, days: Integers, owners: int) -> Integers:
    """Earliest of the days that belong to each owner, shape ``(owners,)``; `NEVER` for an owner of none."""
    first = np.full(owners, np.iinfo(np.int64).max)
    np.minimum.at(first, owner, days)
    first[first == np.iinfo(np.int64).max] = NEVER
    return first


def places(person: Integers, days: Integers) -> Integers:
    """Bring persons and days into one order, that of the persons and for each that of the days."""
    return person * _SPAN + np.maximum(days, -_SPAN // 2) + _SPAN // 2


def among(codes: Integers, words: Sequence[str], wanted: Sequence[str]) -> Flags:
    """Tell which codes, each the index of a word or -1, stand for one of the wanted words."""
    table = np.array([*(word in wanted for word in words), False])  # code -1 = none of them
    return table[codes]


@dataclass(frozen=True, eq=False)
class People:
    """The distinct persons of a tracker, in the order of their first rows; then those whom only the log names.

    Attributes
    ----------
    table
        The distinct persons of the tracker.
    strangers
        Names that stand in the log and that no contact bears.
    """

    table: Asks
    strangers: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.table) + len(self.strangers)

    @cached_property
    def names(self) -> list[str]:
        """Each person's name as it was first written."""
        return [*self.table.name.tolist(), *one_lines(self.strangers)]

    @cached_property
    def organization_names(self) -> list[str]:
        """Each person's organization as it was first written, ``""`` for none."""
        codes, words = codes_of(self.table.cells.organizations)
        written = np.array([*one_lines(words), ""], dtype=object)  # code -1 = blank
        return [*written[codes[self.table.position]].tolist(), *[""] * len(self.strangers)]

    @cached_property
    def organization(self) -> Integers:
        """Number of each person's organization, shape ``(people,)``; -1 for none."""
        codes, words = codes_of(self.table.cells.organizations)
        known = numbered(words)[codes[self.table.position]]
        return np.append(known, np.full(len(self.strangers), UNKNOWN))

    @property
    def organizations(self) -> int:
        """How many numbers of organizations there are."""
        return int(self.organization.max(initial=UNKNOWN)) + 1

    def different_organizations(self) -> Integers:
        """Numbers of the organizations to which somebody belongs, ascending."""
        return np.flatnonzero(np.bincount(self.organization + 1)[1:])


@dataclass(frozen=True, slots=True)
class _Log:
    """What the paper trail holds, equal where it is the same; rows as positions in ``contacts``, -1 unknown."""

    rows: bytes
    dates: Dated
    events: Written
    details: Written
    names: Written


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the date columns of ``contacts`` hold, equal where it is the same, and the column of responses."""

    dates: tuple[Dated, ...]
    responses: Written


@dataclass(frozen=True, eq=False)
class Trail:
    """The dated facts of a tracker.

    Attributes
    ----------
    person
        Number of the person of each event, shape ``(events,)``.
    day
        Day number of each event.
    kind
        Index of each event in ``EVENTS``; -1 for a word that is none of them.
    response
        For an event *responded* the index of the response in ``RESPONSES``, else -1.
    row
        Position in ``contacts`` of the row that each event belongs to; -1 where it is not known.
    position
        Position of each event in ``events``; -1 where a date column of ``contacts`` tells it.
    ahead
        True for rows of ``contacts`` all of whose dates lie ahead of the day at which we look.
    people
        The persons.
    """

    person: Integers
    day: Integers
    kind: Integers
    response: Integers
    row: Integers
    position: Integers
    ahead: Flags
    people: People

    def where(self, chosen: Flags | Integers) -> "Trail":
        """Give the trail of some of the events."""
        return replace(
            self,
            person=self.person[chosen],
            day=self.day[chosen],
            kind=self.kind[chosen],
            response=self.response[chosen],
            row=self.row[chosen],
            position=self.position[chosen],
        )

    def among(self, people: Integers) -> "Trail":
        """Give the trail of some of the persons of the table, their positions in ascending order."""
        place = np.full(len(self.people), UNKNOWN)
        place[people] = np.arange(len(people))
        person = place[self.person]
        theirs = replace(self.people, table=self.people.table.among(people), strangers=())
        return replace(self, person=person, people=theirs).where(np.flatnonzero(person != UNKNOWN))

    def of(self, event: Event, *responses: Response) -> "Trail":
        """Give the events of a kind (of some responses only), one a person and day."""
        return self.where(self._of(event, *responses))

    def days(self, event: Event, *responses: Response) -> Integers:
        """Give the days of the events that :meth:`of` gives."""
        return self.day[self._of(event, *responses)]

    def persons(self, event: Event) -> Integers:
        """Give the persons of all events of a kind, each as often as it happened."""
        return self.person[self._by_kind[EVENTS.index(event)]]

    def has(self, event: Event) -> bool:
        """Whether there is any event of a kind."""
        return len(self._by_kind[EVENTS.index(event)]) > 0

    def _of(self, event: Event, *responses: Response) -> Integers:
        where = self._by_kind[EVENTS.index(event)]
        if responses:
            where = where[among(self.response[where], RESPONSES, responses)]
        person, day = self.person[where], self.day[where]
        new = np.ones(len(where), dtype=bool)
        new[1:] = (person[1:] != person[:-1]) | (day[1:] != day[:-1])
        return where[new]

    @cached_property
    def _by_kind(self) -> list[Integers]:
        """Where the events of each kind stand."""
        kinds = self.kind.astype(np.int8)  # so small, they are sorted in a few passes
        order, sizes = np.argsort(kinds, kind="stable"), np.bincount(self.kind + 1, minlength=len(EVENTS) + 1)
        return [order[begin:end] for begin, end in pairwise(np.cumsum(sizes).tolist())]

    def missing(self, *events: Event) -> tuple[str, ...]:
        """Name the date columns without which some kinds of event cannot be counted.

        A kind is counted where its column is there, or where the log has such an event.
        """
        return tuple(
            str(field)
            for field, event in EVENT_OF.items()
            if event in events and field not in self.people.table.fields and not self.has(event)
        )

    def places(self) -> Integers:
        """Where each event stands among all by person and day, as one integer: earlier is smaller."""
        return places(self.person, self.day)

    def first_days(self) -> Integers:
        """Day of each person's first event, shape ``(people,)``; `NEVER` for people without any."""
        return earliest(self.person, self.day, len(self.people))

    def first_days_of_rows(self) -> Integers:
        """Day of the first event of each row of ``contacts``, shape ``(rows,)``; `NEVER` for none.

        Of somebody whose events do not tell their rows it is the first of all of these.
        """
        told, person = self.row >= 0, self.people.table.person
        first = earliest(self.row[told], self.day[told], len(person))
        if told.all():
            return first
        theirs = earliest(self.person[~told], self.day[~told], len(self.people))
        return np.where((first == NEVER) & (person >= 0), theirs[person], first)

    def first_days_of_organizations(self) -> Integers:
        """Day of each organization's first event, shape ``(organizations,)``; `NEVER` for none."""
        owner = self.people.organization[self.person]
        known = owner >= 0
        return earliest(owner[known], self.day[known], self.people.organizations)


def read_trail(contacts: pd.DataFrame, events: pd.DataFrame | None, table: Asks) -> Trail:
    """Bring the dated facts into arrays.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    table
        Who the persons are, and the day at which we look.

    Returns
    -------
    Trail
        Every dated fact up to that day, in the order of the persons and for each of the days.

    Raises
    ------
    UnfitEvents
        Where the paper trail has no column for the day or the kind of an event.
    """
    facts = _read_columns(contacts) if events is None or events.empty else _read_log(contacts, events)
    return _told(table, facts)


@lru_cache(maxsize=2)
def _told(table: Asks, facts: _Log | _Columns) -> Trail:
    """Bring facts into arrays; several statistics ask it of the same ones, so the last are kept."""
    people = People(table)
    trail = _from_columns(facts, people) if isinstance(facts, _Columns) else _from_log(facts, people)
    first = trail.first_days_of_rows()
    today = day_number(table.as_of)
    past = np.flatnonzero(trail.day <= today)
    in_order = past[np.argsort(trail.places()[past], kind="stable")]
    trail = replace(trail.where(in_order), ahead=first > today)
    unsaid = np.flatnonzero((trail.kind == EVENTS.index(Event.RESPONDED)) & (trail.response == UNKNOWN))
    outcomes = np.append(_OUTCOMES[table.state], np.full(len(trail.people.strangers), UNKNOWN))[
        trail.person[unsaid]
    ]
    trail.response[unsaid] = np.where(outcomes == UNKNOWN, RESPONSES.index(Response.OTHER), outcomes)
    for array in (
        trail.person,
        trail.day,
        trail.kind,
        trail.response,
        trail.row,
        trail.position,
        trail.ahead,
    ):
        array.flags.writeable = False
    return trail


def why_no_dates(table: Asks) -> str:
    """Say why a trail holds nothing: no date column is there, or none has a date that early."""
    if table.fields.isdisjoint(EVENT_OF):
        return f"there is no date column ({', '.join(EVENT_OF)})"
    return "nothing that happened has a date by then"


def _index_in(words: Sequence[str], said: Written) -> Integers:
    """Index of each value in some words; -1 for one that is none of them."""
    values = np.empty(len(said), dtype=object)
    values[:] = said
    codes, uniques = pd.factorize(values)
    known = {str(word): at for at, word in enumerate(words)}
    found = [known.get(str(word).strip().casefold(), UNKNOWN) for word in uniques]
    return np.array([*found, UNKNOWN], dtype=np.int64)[codes]


def _read_columns(contacts: pd.DataFrame) -> _Columns:
    return _Columns(tuple(dated(contacts, field) for field in EVENT_OF), cells(contacts, Field.RESPONSE))


def _read_log(contacts: pd.DataFrame, events: pd.DataFrame) -> _Log:
    lacking = [name for name in ("date", "event") if name not in events.columns]
    if lacking:
        raise UnfitEvents(lacking)
    rows = _rows(contacts, events)
    return _Log(
        rows=rows.tobytes(),
        dates=dated(events, "date"),
        events=cells(events, "event"),
        details=cells(events, "detail"),
        names=written(events, "name") if (rows == UNKNOWN).any() else (),
    )


def _from_columns(facts: _Columns, people: People) -> Trail:
    said = _index_in(RESPONSES, facts.responses)
    none = np.empty(0, dtype=np.int64)
    columns = [(none, none, none, none, none)]
    for dates, event in zip(facts.dates, EVENT_OF.values(), strict=True):
        day = _numbers(days_of(dates, len(said)))
        rows = np.flatnonzero(day != NEVER)
        kind = np.full(len(rows), EVENTS.index(event), dtype=np.int64)
        response = said[rows] if event is Event.RESPONDED else np.full(len(rows), UNKNOWN, dtype=np.int64)
        columns.append((people.table.person[rows], day[rows], kind, response, rows))
    person, day, kind, response, row = (np.concatenate(arrays) for arrays in zip(*columns, strict=True))
    return Trail(
        person, day, kind, response, row, np.full(len(row), UNKNOWN), np.zeros(0, dtype=np.bool_), people
    )


def _from_log(facts: _Log, people: People) -> Trail:
    rows = np.frombuffer(facts.rows, dtype=np.int64)
    day = _numbers(days_of(facts.dates, len(rows)))
    kind = _index_in(EVENTS, facts.events)
    known = rows != UNKNOWN
    person = np.full(len(rows), UNKNOWN, dtype=np.int64)
    person[known] = people.table.person[rows[known]]
    if not known.all():
        person, people = _by_name(facts.names, person, people)
    response = _index_in(RESPONSES, facts.details)
    response[kind != EVENTS.index(Event.RESPONDED)] = UNKNOWN
    happened = np.flatnonzero(day != NEVER)
    return Trail(
        person[happened],
        day[happened],
        kind[happened],
        response[happened],
        rows[happened],
        happened,
        np.zeros(0, dtype=np.bool_),
        people,
    )


def _numbers(days: npt.NDArray[np.float64]) -> Integers:
    """Give days as whole numbers, `NEVER` where there is none."""
    known = ~np.isnan(days)
    return np.where(known, np.where(known, days, 0).astype(np.int64), NEVER)


def _rows(contacts: pd.DataFrame, events: pd.DataFrame) -> Integers:
    """Position in ``contacts`` of each event's row; -1 where the index does not tell."""
    if "row" not in events or not contacts.index.is_unique:
        return np.full(len(events), UNKNOWN, dtype=np.int64)
    return _positions(labels(contacts.index), labels(events["row"]))


@lru_cache(maxsize=2)
def _positions(there: Labels, wanted: Labels) -> Integers:
    """Position of each wanted label, -1 where it is not there; for the same ones only once."""
    rows, sought = labelled(there), labelled(wanted)
    if rows.dtype.kind == sought.dtype.kind == "i" and len(rows) and (rows[1:] > rows[:-1]).all():
        found = np.minimum(np.searchsorted(rows, sought), len(rows) - 1)
        found[rows[found] != sought] = UNKNOWN
    else:
        found = np.asarray(pd.Index(rows).get_indexer(pd.Index(sought)), dtype=np.int64)
    found.flags.writeable = False
    return found


def _by_name(said: Written, person: Integers, people: People) -> tuple[Integers, People]:
    """Find by name the persons whose row is not told; a name that no contact bears is one more person."""
    lost = np.flatnonzero(person == UNKNOWN)
    numbers: dict[str, int] = {}
    for number, name in enumerate(people.names):
        numbers.setdefault(name_key(name), number)
    names = [cell.strip() if isinstance(cell := said[at], str) else "" for at in lost.tolist()]
    codes, different = pd.factorize(np.array(names, dtype=object))
    strangers: list[str] = []
    found = np.empty(len(different), dtype=np.int64)
    for position, name in enumerate(different):
        if name_key(name) not in numbers:
            numbers[name_key(name)] = len(people) + len(strangers)
            strangers.append(name)
        found[position] = numbers[name_key(name)]
    person = person.copy()
    person[lost] = found[codes]
    return person, replace(people, strangers=tuple(strangers))
