"""How the network grows: people and organizations by first contact, met, introduced, warm and gone cold."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from infoviz.schema.fields import EVENTS, RESPONSES, Event, Field
from infoviz.stats.facts.asks import Asks
from infoviz.stats.facts.columns import column, numbers
from infoviz.stats.facts.trail import (
    ANSWERS,
    NEVER,
    Integers,
    Trail,
    among,
    day_number,
    earliest,
    mondays,
    week_label,
    week_number,
    week_numbers,
    why_no_dates,
)
from infoviz.stats.people.duplicates import Duplicate
from infoviz.stats.people.network import Network, read_network
from infoviz.stats.result import Result
from infoviz.stats.wording import counted

CONTACT = (Event.RESPONDED, Event.MET, Event.THANKED, Event.TOUCHED, Event.ACKNOWLEDGED)
TELL_OF_MEETINGS = ("met_on", "met", "status")


@dataclass(frozen=True, slots=True)
class GrowthWeek:
    """The network at the end of one ISO week (of the current one: at the day at which we look).

    Attributes
    ----------
    week, begins, complete
        Its label, its Monday, and whether it is over.
    new_people, new_organizations
        Those whose first event of any kind falls into the week.
    people, organizations
        All of them so far.
    met, introduced
        People met so far; people with a known introducer so far.
    warm, cold
        Of the people met or otherwise in touch: those last in touch within their cadence; the others. Together
        they can be more than were met: somebody may be in touch who was never met.
    """

    week: str
    begins: date
    complete: bool
    new_people: int
    new_organizations: int
    people: int
    organizations: int
    met: int
    introduced: int
    warm: int
    cold: int


@dataclass(frozen=True, slots=True)
class NetworkGrowth(Result):
    """The network week by week.

    Attributes
    ----------
    weeks
        From the week of the first event to that of ``as_of``; empty where nothing has a date.
    people, organizations
        How many there are in the tracker, dated or not; organizations are None where no column has them.
    undated_people, undated_organizations
        How many of them have no event with a date by ``as_of``; they are in no week.
    cadence_days
        Days without contact after which somebody has gone cold, where no cadence of their own is given.
    possible_duplicates
        People who may have been entered twice; each counts as a person.
    as_of
        The day at which we look.
    undated_met
        People who are known to have been met, and not when; they are in no week's ``met``. None where no column
        tells who was met.
    missing
        The columns whose absence makes zeros mean "not known": ``"met_on"``, ``"referred_by"``.
    reason
        Why there are no weeks; None where there are.
    """

    weeks: tuple[GrowthWeek, ...]
    people: int
    organizations: int | None
    undated_people: int
    undated_organizations: int
    cadence_days: int
    possible_duplicates: tuple[Duplicate, ...]
    as_of: date
    undated_met: int | None = 0
    missing: tuple[str, ...] = ()
    reason: str | None = None

    def to_frame(self) -> pd.DataFrame:
        """Give one row a week: ``week``, ``begins`` (a date), ``complete`` and the counts."""
        frame = pd.DataFrame([asdict(week) for week in self.weeks], columns=list(GrowthWeek.__slots__))
        return frame.astype({"begins": "datetime64[us]"})

    def to_dict(self) -> dict[str, Any]:
        """Give plain values, dates in ISO form."""
        given: dict[str, Any] = {
            "as_of": self.as_of.isoformat(),
            "people": self.people,
            "organizations": self.organizations,
            "undated_people": self.undated_people,
            "undated_organizations": self.undated_organizations,
            "undated_met": self.undated_met,
            "cadence_days": self.cadence_days,
            "weeks": [{**asdict(week), "begins": week.begins.isoformat()} for week in self.weeks],
            "missing": list(self.missing),
            "possible_duplicates": [duplicate.to_dict() for duplicate in self.possible_duplicates],
        }
        return given if self.reason is None else {**given, "reason": self.reason}

    def __str__(self) -> str:
        network = counted(self.people, "person", "people")
        if self.organizations is not None:
            network += f" at {counted(self.organizations, 'organization')}"
        if not self.weeks:
            return f"By {self.as_of} your network is {network}; how it grew is not known: {self.reason}."
        undated = (
            f"; {counted(self.undated_people, 'person', 'people')} without a date"
            if self.undated_people
            else ""
        )
        twice = len(self.possible_duplicates)
        doubt = f"; {counted(twice, 'possible duplicate')} counted apart" if twice else ""
        return f"By {self.as_of} your network is {network}: {self._met()}{undated}{doubt}."

    def _met(self) -> str:
        """Say how many were met, and of all who were in touch how many still are."""
        now, told = self.weeks[-1], self.undated_met
        touched, dated = now.warm + now.cold, Field.MET_ON not in self.missing
        met = f"{now.met + (told or 0):,} met"
        if told is None:
            met = f"who was met is not known (no {Field.MET_ON} column)"
        elif not dated:
            met += f" (when is not known: no {Field.MET_ON} column)"
        elif told:
            met += f" ({told:,} of them on no recorded day)"
        if not touched:
            return met
        same = touched == now.met and not told
        of = (
            ", of them"
            if same
            else f"; of {touched:,} met or otherwise in touch{' on a known day' if told else ''},"
        )
        return (
            f"{met}{of} {now.warm:,} still warm and {now.cold:,} gone cold "
            f"(no contact for {self.cadence_days} days or their own cadence)"
        )


def network_growth(
    contacts: pd.DataFrame, events: pd.DataFrame | None = None, *, as_of: date, cadence_days: int = 90
) -> NetworkGrowth:
    """Follow the network from week to week.

    The first contact with a person or an organization is their earliest event of any kind.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.
    cadence_days
        Days without contact after which somebody has gone cold, where ``contacts`` gives them no
        cadence of their own.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> days = ["2026-11-02", "2026-11-12", None]
    >>> contacts = pd.DataFrame({"name": ["Ana", "Ben", "Cleo"], "met_on": days})
    >>> growth = network_growth(contacts, as_of=date(2026, 11, 20))
    >>> [(week.week, week.new_people, week.people) for week in growth.weeks], growth.undated_people
    ([('2026-W45', 1, 1), ('2026-W46', 1, 2), ('2026-W47', 0, 2)], 1)
    """
    return growth_of(read_network(contacts, events, as_of=as_of), cadence_days=cadence_days)


def growth_of(network: Network, *, cadence_days: int = 90) -> NetworkGrowth:
    """Follow like :func:`network_growth` a network that is already read, or the people chosen from it."""
    table, trail, forest = network.table, network.trail, network.forest
    met = trail.of(Event.MET)
    introduced = np.where(forest.introducer >= 0, forest.day, NEVER)
    days = {
        "people": trail.first_days(),
        "organizations": trail.first_days_of_organizations()[trail.people.different_organizations()],
        "met": earliest(met.person, met.day, len(trail.people)),
        "introduced": introduced[network.persons],
    }
    weeks: tuple[GrowthWeek, ...] = ()
    if len(trail.day):
        weeks = _weeks(days, _warmth(network.contacts, table, trail, cadence_days), table.as_of)
    return NetworkGrowth(
        weeks=weeks,
        people=len(days["people"]),
        organizations=len(days["organizations"]) if Field.ORGANIZATION in table.fields else None,
        undated_people=int(np.count_nonzero(days["people"] == NEVER)),
        undated_organizations=int(np.count_nonzero(days["organizations"] == NEVER)),
        cadence_days=cadence_days,
        possible_duplicates=network.possible_duplicates,
        as_of=table.as_of,
        undated_met=_undated_met(trail),
        missing=_missing(trail),
        reason=None if weeks else why_no_dates(table),
    )


def _undated_met(trail: Trail) -> int | None:
    """Count the people met on no recorded day; None where nothing tells who was met."""
    table, dated = trail.people.table, trail.persons(Event.MET)
    if not len(dated) and table.fields.isdisjoint(TELL_OF_MEETINGS):
        return None
    known = np.zeros(len(trail.people), dtype=np.bool_)
    known[dated] = True
    return int(np.count_nonzero(table.met & ~known[: len(table)]))


def _missing(trail: Trail) -> tuple[str, ...]:
    told = trail.has(Event.INTRODUCED) or Field.REFERRED_BY in trail.people.table.fields
    return trail.missing(Event.MET) + (() if told else (str(Field.REFERRED_BY),))


def _weeks(days: dict[str, Integers], warmth: "_Warmth", as_of: date) -> tuple[GrowthWeek, ...]:
    first, last = int(week_numbers(days["people"][days["people"] != NEVER]).min()), week_number(as_of)
    length = last - first + 1
    new = {
        name: np.bincount(week_numbers(day[day != NEVER]) - first, minlength=length)
        for name, day in days.items()
    }
    total = [np.cumsum(new[name]) for name in ("people", "organizations", "met", "introduced")]
    warm, known = warmth.warm(first, length), warmth.known(first, length)
    columns = (new["people"], new["organizations"], *total, warm, known - warm)
    return tuple(
        GrowthWeek(week_label(begins), begins, number < last, *counts)
        for number, begins, counts in zip(
            range(first, last + 1), mondays(first, last), np.transpose(columns).tolist(), strict=True
        )
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Warmth:
    """When each contact happened and the day after which it no longer keeps somebody warm."""

    first: Integers
    begins: Integers
    ends: Integers
    today: int

    def known(self, first: int, weeks: int) -> Integers:
        """People met or otherwise in touch so far, by week."""
        return np.cumsum(np.bincount(week_numbers(self.first[self.first != NEVER]) - first, minlength=weeks))

    def warm(self, first: int, weeks: int) -> Integers:
        """People warm at the end of each week (of the last: today)."""
        start = week_numbers(self.begins) - first
        over = np.where(self.ends >= self.today, weeks, week_numbers(self.ends - 6) + 1 - first)
        counted_in = np.bincount(start, minlength=weeks + 1) - np.bincount(
            np.maximum(over, start), minlength=weeks + 1
        )
        return np.cumsum(counted_in)[:weeks]


def _warmth(contacts: pd.DataFrame, table: Asks, trail: Trail, cadence_days: int) -> _Warmth:
    """Find from when to when each contact keeps somebody warm: for the cadence, or until the next contact."""
    answered = (trail.kind != EVENTS.index(Event.RESPONDED)) | among(trail.response, RESPONSES, ANSWERS)
    touches = trail.where(among(trail.kind, EVENTS, CONTACT) & answered)
    meeting = among(touches.kind, EVENTS, (Event.MET, Event.TOUCHED))
    first = earliest(touches.person[meeting], touches.day[meeting], len(trail.people))
    touches = touches.where((first[touches.person] != NEVER) & (touches.day >= first[touches.person]))
    cadence = _cadence(contacts, table, cadence_days, len(trail.people))
    ends = touches.day + cadence[touches.person]
    followed = touches.person[1:] == touches.person[:-1]
    ends[:-1] = np.where(followed, np.minimum(ends[:-1], touches.day[1:] - 1), ends[:-1])
    return _Warmth(first, touches.day, ends, day_number(table.as_of))


def _cadence(contacts: pd.DataFrame, table: Asks, default: int, people: int) -> Integers:
    """Days between contacts that each person is owed, shape ``(people,)``; of several rows the shortest."""
    own = column(contacts, Field.CADENCE_DAYS)
    cadence = np.full(people, np.inf)
    if own is not None:
        given = numbers(own)
        usable = (given > 0) & (table.person >= 0)
        np.minimum.at(cadence, table.person[usable], given[usable])
    return np.where(np.isinf(cadence), default, np.ceil(np.where(np.isinf(cadence), 0, cadence))).astype(
        np.int64
    )
