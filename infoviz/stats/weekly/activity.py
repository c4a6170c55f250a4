"""When things happen: events by week and weekday, for a calendar of activity."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.fields import EVENTS
from infoviz.stats.asking.grouping import WEEKDAYS
from infoviz.stats.facts.asks import asks
from infoviz.stats.facts.trail import (
    Trail,
    day_number,
    mondays,
    read_trail,
    week_label,
    week_number,
    week_numbers,
    why_no_dates,
)
from infoviz.stats.result import Result
from infoviz.stats.wording import counted


@dataclass(frozen=True, slots=True, eq=False)
class Activity(Result):
    """Events by week and weekday.

    Attributes
    ----------
    begins
        The Monday of each week, from that of the first event to that of ``as_of``.
    kinds
        The kinds of event that occur, such as ``"asked"``.
    counts
        How many events there were, shape ``(kinds, weeks, 7)``; an event of one person counts once a day.
    as_of
        The day at which we look.
    reason
        Why there is nothing to show; None where there is something.
    """

    begins: tuple[date, ...]
    kinds: tuple[str, ...]
    counts: npt.NDArray[np.int64]
    as_of: date
    reason: str | None = None

    @property
    def weeks(self) -> tuple[str, ...]:
        """The ISO label of each week."""
        return tuple(week_label(begins) for begins in self.begins)

    @property
    def totals(self) -> npt.NDArray[np.int64]:
        """Events of all kinds, shape ``(weeks, 7)``, Monday first."""
        totals: npt.NDArray[np.int64] = self.counts.sum(axis=0)
        return totals

    def to_frame(self) -> pd.DataFrame:
        """Give one row a week: ``week``, ``begins`` (a date) and a column a weekday."""
        frame = pd.DataFrame({"week": pd.Series(self.weeks, dtype="str"), "begins": pd.Series(self.begins)})
        frame["begins"] = frame["begins"].astype("datetime64[us]")
        return frame.assign(**{name: self.totals[:, day] for day, name in enumerate(WEEKDAYS)})

    def to_dict(self) -> dict[str, Any]:
        """Give plain values: for each week its events from Monday to Sunday, for each kind how many there were."""
        given: dict[str, Any] = {
            "as_of": self.as_of.isoformat(),
            "weeks": [
                {"week": week_label(begins), "begins": begins.isoformat(), "days": days}
                for begins, days in zip(self.begins, self.totals.tolist(), strict=True)
            ],
            "events": dict(zip(self.kinds, self.counts.sum(axis=(1, 2)).tolist(), strict=True)),
        }
        return given if self.reason is None else {**given, "reason": self.reason}

    def __str__(self) -> str:
        if self.reason is not None:
            return f"No activity to show by {self.as_of}: {self.reason}."
        totals = self.totals
        by_weekday = totals.sum(axis=0)
        leading = np.flatnonzero(by_weekday == by_weekday.max())
        most = f", most on {WEEKDAYS[int(leading[0])]}s ({by_weekday.max():,})" if len(leading) == 1 else ""
        return (
            f"By {self.as_of}: {counted(int(totals.sum()), 'event')} on {counted(int((totals > 0).sum()), 'day')} "
            f"over {counted(len(self.begins), 'week')}{most}."
        )


def activity(contacts: pd.DataFrame, events: pd.DataFrame | None = None, *, as_of: date) -> Activity:
    """Count the events of each day, by week and weekday.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> contacts = pd.DataFrame({"name": ["Ana", "Ben"], "contacted_on": ["2026-11-10", "2026-11-17"]})
    >>> activity(contacts, as_of=date(2026, 11, 20)).totals.tolist()
    [[0, 1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0]]
    """
    return activity_of(read_trail(contacts, events, asks(contacts, as_of=as_of)))


def activity_of(trail: Trail) -> Activity:
    """Count like :func:`activity` the events of a trail that is already read."""
    table, as_of = trail.people.table, trail.people.table.as_of
    if not len(trail.day):
        nothing = np.zeros((0, 0, 7), dtype=np.int64)
        return Activity((), (), nothing, as_of, why_no_dates(table))
    first, last = int(week_numbers(trail.day).min()), week_number(as_of)
    begins = tuple(mondays(first, last))
    start, days = day_number(begins[0]), 7 * len(begins)
    by_kind = {str(event): trail.days(event) for event in EVENTS if trail.has(event)}
    counts = [np.bincount(day - start, minlength=days) for day in by_kind.values()]
    shape = (len(by_kind), len(begins), 7)
    return Activity(begins, tuple(by_kind), np.array(counts, dtype=np.int64).reshape(shape), as_of)
