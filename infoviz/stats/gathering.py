"""Everything that the statistics say of one tracker at a date, for which its frames are read but once."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from infoviz.schema.rules import PRACTICE, Rules
from infoviz.stats.asking.forecast import AsksNeeded, needed_of
from infoviz.stats.asking.groups import Comparison, comparisons_of
from infoviz.stats.asking.rate import Rate, YesNoRatio
from infoviz.stats.asking.summary import Funnel, Summary, funnel_of, organizations_of, summary_of
from infoviz.stats.asking.timing import TimeToResponse, timing_of
from infoviz.stats.facts.doubts import problems_of
from infoviz.stats.people.growth import NetworkGrowth, growth_of
from infoviz.stats.people.introductions import Introductions, introductions_of
from infoviz.stats.people.network import read_network
from infoviz.stats.people.reproduction import Reproduction
from infoviz.stats.result import Result
from infoviz.stats.verdicts import Claims, claims_of
from infoviz.stats.weekly.activity import Activity, activity_of
from infoviz.stats.weekly.pace import Pace, pace_of
from infoviz.stats.weekly.weeks import WeeklyProgress, progress_of

YESES = 5  # how many more yeses the forecast is for, unless asked otherwise


@dataclass(frozen=True, slots=True, eq=False)
class Statistics(Result):
    """The results of one tracker at one date, each as the function of that name gives it.

    Attributes
    ----------
    summary, funnel
        People by what has become of their ask, with the rates; and how far they came.
    timing, forecast
        How long answers take, and how many more asks it takes until so many yeses.
    weekly, pace, activity
        The weeks, the interviews a week, and the events of each day.
    growth, introductions
        The network from week to week, and who introduced whom.
    claims
        The rules of the practice against the data.
    compared
        Answers by whatever the tracker tells people apart by.
    doubts
        What about the asks and answers cannot be quite right, one row each.
    """

    summary: Summary
    funnel: Funnel
    timing: TimeToResponse
    forecast: AsksNeeded
    weekly: WeeklyProgress
    pace: Pace
    activity: Activity
    growth: NetworkGrowth
    introductions: Introductions
    claims: Claims
    compared: tuple[Comparison, ...]
    doubts: pd.DataFrame

    def to_frame(self) -> pd.DataFrame:
        """Give one row an estimate: ``statistic``, ``estimate``, ``low``, ``high``, ``count`` of what, ``reason``."""
        answers, yeses = self.summary.response_rate, self.summary.yes_rate
        ratio, pace, fruit = self.summary.yes_no_ratio, self.pace, self.introductions.reproduction
        told: list[tuple[str, float | None, Rate | YesNoRatio | Pace | Reproduction, int, str]] = [
            ("response rate", answers.estimate, answers, answers.asked, "asks"),
            ("yes rate", yeses.estimate, yeses, yeses.asked, "asks"),
            ("yeses for every no", ratio.ratio, ratio, ratio.asked, "asks"),
            ("interviews a week", pace.estimate, pace, pace.weeks, "weeks"),
            ("new contacts per interview", fruit.estimate, fruit, fruit.interviews, "interviews"),
        ]
        table = pd.DataFrame(
            {
                "statistic": [name for name, *_ in told],
                "estimate": [estimate for _, estimate, *_ in told],
                "low": [result.low for _, _, result, *_ in told],
                "high": [result.high for _, _, result, *_ in told],
                "count": [count for *_, count, _ in told],
                "of": [of for *_, of in told],
                "reason": [result.reason or "" for _, _, result, *_ in told],
            }
        )
        return table.astype(dict.fromkeys(("estimate", "low", "high"), "float64"))

    def to_dict(self) -> dict[str, Any]:
        """Give all results but the doubts as plain, JSON-ready values."""
        several = ("compared", "doubts")
        single = {name: getattr(self, name).to_dict() for name in self.__slots__ if name not in several}
        return single | {"compared": [comparison.to_dict() for comparison in self.compared]}

    def __str__(self) -> str:
        return str(self.summary)


def statistics(
    contacts: pd.DataFrame,
    events: pd.DataFrame | None = None,
    *,
    as_of: date,
    within: int = 28,
    goal: int = 1,
    yeses: int = YESES,
    rules: Rules = PRACTICE,
) -> Statistics:
    """Compute everything that can be said of a tracker, in one reading of its frames.

    Parameters
    ----------
    contacts
        One row a person, with any of our columns.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days: how long an ask waits, and for which the rates are given.
    goal
        Interviews wanted a week.
    yeses
        How many more yeses the forecast is for.
    rules
        The values to hold the data against; their goal and window are those given above.

    Returns
    -------
    Statistics
        What :func:`summary`, :func:`funnel`, :func:`time_to_response`, :func:`asks_needed`, :func:`weekly_progress`,
        :func:`pace`, :func:`activity`, :func:`network_growth`, :func:`introductions`, :func:`claims`,
        :func:`comparisons` and :func:`ask_problems` give of the same frames.

    Raises
    ------
    UnfitNumbers
        Where ``within`` is negative, ``goal`` or ``yeses`` no whole number from 1 on, or ``as_of`` no date.
    UnfitEvents
        Where the paper trail has no column for the day or the kind of an event.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> asked = pd.date_range("2026-08-03", periods=12, freq="W-MON")
    >>> contacts = pd.DataFrame({
    ...     "name": [f"Person {number}" for number in range(12)],
    ...     "contacted_on": asked,
    ...     "response": ["yes", None, "no"] * 4,
    ...     "responded_on": [day + pd.Timedelta(days=3) if at % 3 != 1 else None for at, day in enumerate(asked)],
    ... })
    >>> found = statistics(contacts, as_of=date(2026, 11, 20))
    >>> found.summary.answered, found.forecast.yeses, len(found.weekly.weeks)
    (8, 5, 16)
    >>> print(found.pace)
    Interviews a week by 2026-11-20: not known, there is no met_on column.
    """
    network = read_network(contacts, events, as_of=as_of, within=within)
    table, trail = network.table, network.trail
    counted, weekly = summary_of(table, organizations_of(table)), progress_of(trail, goal=goal)
    return Statistics(
        summary=counted,
        funnel=funnel_of(counted),
        timing=timing_of(table),
        forecast=needed_of(table, yeses=yeses),
        weekly=weekly,
        pace=pace_of(weekly),
        activity=activity_of(trail),
        growth=growth_of(network, cadence_days=rules.cadence_days),
        introductions=introductions_of(network),
        claims=claims_of(contacts, trail, replace(rules, window_days=within, goal=goal)),
        compared=comparisons_of(contacts, table),
        doubts=problems_of(contacts, table),
    )
