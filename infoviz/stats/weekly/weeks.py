"""What happened in each ISO week: the weekly table that the goal is held against."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd

from infoviz.errors import UnfitNumbers
from infoviz.schema.fields import RESPONSES, Event, Field, Response
from infoviz.stats.facts.asks import Asks, State, asks
from infoviz.stats.facts.trail import (
    ANSWERS,
    NEVER,
    Integers,
    Trail,
    among,
    mondays,
    read_trail,
    week_label,
    week_number,
    week_numbers,
    why_no_dates,
)
from infoviz.stats.result import Result
from infoviz.stats.wording import counted

_COUNTED_BY = {  # which counts of a week each column tells
    Field.CONTACTED_ON: ("asked",),
    Field.RESPONDED_ON: ("responded", "yes", "no"),
    Field.RESPONSE: ("yes", "no"),
    Field.MET_ON: ("met",),
    Field.THANKED_ON: ("thanked",),
}


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week, from Monday to Sunday.

    Attributes
    ----------
    week
        Its label, such as ``"2026-W47"``.
    begins
        Its Monday.
    complete
        Whether the day at which we look has reached the next Monday.
    asked, responded, yes, no, met, thanked
        People who on a day of that week were asked, answered (yes, no or otherwise), said yes,
        said no, were interviewed, were thanked.
    people, organizations
        Those whose first event of any kind falls into the week.
    """

    week: str
    begins: date
    complete: bool
    asked: int
    responded: int
    yes: int
    no: int
    met: int
    thanked: int
    people: int
    organizations: int


@dataclass(frozen=True, slots=True)
class Undated:
    """People of whom something is known to have happened on no recorded day.

    They are in no week; each count is of people, whose other facts may well have days.
    """

    asked: int
    responded: int
    met: int
    thanked: int

    def __str__(self) -> str:
        said = (
            (self.asked, "ask", ""),
            (self.responded, "answer", ""),
            (self.met, "interview", ""),
            (self.thanked, "thank-you", "thank-yous"),
        )
        return ", ".join(counted(count, noun, nouns) for count, noun, nouns in said if count)


@dataclass(frozen=True, slots=True)
class WeeklyProgress(Result):
    """The weeks from the first event to the day at which we look, none left out.

    Attributes
    ----------
    weeks
        The weeks in order; empty where nothing has a date.
    goal
        Interviews wanted a week.
    as_of
        The day at which we look.
    undated
        What happened on no recorded day, and so is in no week.
    missing
        The columns whose absence makes counts of zero mean "not known": ``"contacted_on"``, ``"responded_on"``,
        ``"met_on"``, ``"thanked_on"``; and ``"response"``, where neither a response nor a status nor a logged answer
        tells of anybody which answer came, so that ``yes`` and ``no`` are not known.
    reason
        Why there are no weeks; None where there are.
    """

    weeks: tuple[Week, ...]
    goal: int
    as_of: date
    undated: Undated
    missing: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def unknown(self) -> frozenset[str]:
        """The counts of a week that say nothing: their column is missing, or all that they count has no day."""
        lost = {name for column, names in _COUNTED_BY.items() if column in self.missing for name in names}
        return frozenset(lost | set(filter(self._only_undated, Undated.__slots__)))

    def _only_undated(self, name: str) -> bool:
        return getattr(self.undated, name) > 0 and not any(getattr(week, name) for week in self.weeks)

    @property
    def completed(self) -> tuple[Week, ...]:
        """The weeks that are over."""
        return tuple(week for week in self.weeks if week.complete)

    def to_frame(self) -> pd.DataFrame:
        """Give one row a week: ``week``, ``begins`` (a date), ``complete`` and the counts."""
        frame = pd.DataFrame([asdict(week) for week in self.weeks], columns=list(Week.__slots__))
        return frame.astype({"begins": "datetime64[us]"})

    def to_dict(self) -> dict[str, Any]:
        """Give plain values; ``weeks`` is a list of one mapping a week, dates in ISO form."""
        weeks = [{**asdict(week), "begins": week.begins.isoformat()} for week in self.weeks]
        given: dict[str, Any] = {
            "as_of": self.as_of.isoformat(),
            "goal": self.goal,
            "weeks": weeks,
            "undated": asdict(self.undated),
            "missing": list(self.missing),
        }
        return given if self.reason is None else {**given, "reason": self.reason}

    def __str__(self) -> str:
        if self.reason is not None:
            return f"No weeks to show by {self.as_of}: {self.reason}."
        goal = "" if "met" in self.unknown else f"; this week so far {self.weeks[-1].met} of {self.goal}"
        undated = f" (in no week, for want of a date: {self.undated})" if str(self.undated) else ""
        missing = f"; not counted, for want of a column: {', '.join(self.missing)}" if self.missing else ""
        return f"By {self.as_of}: {self._past()}{goal}{undated}{missing}."

    def _past(self) -> str:
        if not self.completed:
            return "no week is over yet"
        nouns = {"asked": "ask", "responded": "answer", "met": "interview"}
        counts = [
            counted(sum(getattr(week, name) for week in self.completed), noun)
            for name, noun in nouns.items()
            if name not in self.unknown
        ]
        made = sum(week.met >= self.goal for week in self.completed)
        goal = "" if "met" in self.unknown else f", of which {made} made the goal of {self.goal}"
        said = " and ".join(part for part in (", ".join(counts[:-1]), *counts[-1:]) if part)
        return f"{counted(len(self.completed), 'completed week')}{f' with {said}' if said else ''}{goal}"


def weekly_progress(
    contacts: pd.DataFrame, events: pd.DataFrame | None = None, *, as_of: date, goal: int = 1
) -> WeeklyProgress:
    """Count what happened in each ISO week, from that of the first event to that of ``as_of``.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.
    goal
        Interviews wanted a week.

    Returns
    -------
    WeeklyProgress
        Weeks in which nothing happened are zeros. A person counts once a day for each thing that
        happened, however many rows tell of it; a bounce and an ask called off are no answers.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> contacts = pd.DataFrame({"name": ["Ana", "Ben"], "contacted_on": ["2026-11-02", "2026-11-17"]})
    >>> progress = weekly_progress(contacts, as_of=date(2026, 11, 20))
    >>> [(week.week, week.asked, week.complete) for week in progress.weeks]
    [('2026-W45', 1, True), ('2026-W46', 0, True), ('2026-W47', 1, False)]
    """
    table = asks(contacts, as_of=as_of)
    return progress_of(read_trail(contacts, events, table), goal=goal)


def progress_of(trail: Trail, *, goal: int = 1) -> WeeklyProgress:
    """Count the weeks of a trail that is already read, like :func:`weekly_progress`."""
    if not isinstance(goal, Integral) or isinstance(goal, bool) or goal < 1:
        raise UnfitNumbers(f"a goal is 1, 2 or more interviews a week, not {goal!r}")
    return _progress(trail, int(goal))


@lru_cache(maxsize=2)
def _progress(trail: Trail, goal: int) -> WeeklyProgress:
    """Count the weeks; several statistics want those of the same trail, so the last are kept."""
    table, as_of = trail.people.table, trail.people.table.as_of
    undated = _undated(table, trail)
    missing = trail.missing(Event.ASKED, Event.RESPONDED, Event.MET, Event.THANKED) + _untold(trail)
    if not len(trail.day):
        return WeeklyProgress((), goal, as_of, undated, missing, why_no_dates(table))
    first, last = int(week_numbers(trail.day).min()), week_number(as_of)
    days = {
        "asked": trail.days(Event.ASKED),
        "responded": trail.days(Event.RESPONDED, *ANSWERS),
        "yes": trail.days(Event.RESPONDED, Response.YES),
        "no": trail.days(Event.RESPONDED, Response.NO),
        "met": trail.days(Event.MET),
        "thanked": trail.days(Event.THANKED),
        "people": trail.first_days(),
        "organizations": trail.first_days_of_organizations(),
    }
    counts = {name: _per_week(day, first, last) for name, day in days.items()}
    return WeeklyProgress(_weeks(counts, first, last), goal, as_of, undated, missing)


def _untold(trail: Trail) -> tuple[str, ...]:
    """Name the column of responses where nothing tells of anybody which answer came.

    That somebody was met is taken for a yes, which tells nothing of those who were not met.
    """
    table = trail.people.table
    if Field.RESPONSE in table.fields or Field.STATUS in table.fields:
        return (str(Field.RESPONSE),) if table.only_whether and not (table.state == State.YES).any() else ()
    presumed = np.append(table.state == State.YES, np.zeros(len(trail.people.strangers), dtype=np.bool_))
    yes = among(trail.response, RESPONSES, (Response.YES,)) & ~presumed[trail.person]
    told = yes | among(trail.response, RESPONSES, (Response.NO,))
    return () if told.any() else (str(Field.RESPONSE),)


def _per_week(days: Integers, first: int, last: int) -> list[int]:
    weeks = week_numbers(days[days != NEVER]) - first
    counts: list[int] = np.bincount(weeks, minlength=last - first + 1).tolist()
    return counts


def _weeks(counts: dict[str, list[int]], first: int, last: int) -> tuple[Week, ...]:
    return tuple(
        Week(week_label(begins), begins, number < last, *counted_in)
        for number, begins, counted_in in zip(
            range(first, last + 1),
            mondays(first, last),
            zip(*counts.values(), strict=True),
            strict=True,
        )
    )


def _undated(table: Asks, trail: Trail) -> Undated:
    happened = {"asked": table.asked, "responded": table.answered, "met": table.met, "thanked": table.thanked}
    counts = {}
    for name, people in happened.items():
        dated = np.zeros(len(trail.people), dtype=bool)
        dated[trail.persons(Event(name))] = True
        counts[name] = int(np.count_nonzero(people & ~dated[: len(table)]))
    return Undated(**counts)
