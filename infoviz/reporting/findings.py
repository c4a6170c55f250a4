"""Every result that a report speaks of, computed once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from infoviz.schema.rules import PRACTICE
from infoviz.stats.asking.forecast import AsksNeeded, asks_needed
from infoviz.stats.asking.groups import Comparison, comparisons
from infoviz.stats.asking.summary import Funnel, Summary, funnel, summary
from infoviz.stats.asking.timing import TimeToResponse, time_to_response
from infoviz.stats.facts.doubts import ask_problems
from infoviz.stats.people.growth import NetworkGrowth, network_growth
from infoviz.stats.people.introductions import Introductions, introductions
from infoviz.stats.verdicts import Claims, claims
from infoviz.stats.weekly.activity import Activity, activity
from infoviz.stats.weekly.pace import Pace, pace
from infoviz.stats.weekly.weeks import WeeklyProgress, weekly_progress
from infoviz.tracker import Tracker

YESES = 5  # how many more yeses the forecast is for
STEPS = 13  # of finding and drawing, for a bar of progress


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """The results of one tracker at one date.

    Attributes
    ----------
    source, sheet
        The file's name and the sheet with the people.
    problems
        The cells that could not be understood, and facts said to lie ahead of ``as_of``.
    doubts
        Rows that were understood and cannot be quite right.
    compared
        Answers by whatever the tracker tells people apart by.
    """

    source: str
    sheet: str
    as_of: date
    problems: tuple[dict[str, str], ...]
    doubts: pd.DataFrame
    unmapped: tuple[str, ...]
    summary: Summary
    funnel: Funnel
    timing: TimeToResponse
    forecast: AsksNeeded
    weekly: WeeklyProgress
    pace: Pace
    growth: NetworkGrowth
    introductions: Introductions
    activity: Activity
    claims: Claims
    compared: tuple[Comparison, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give all results as plain, JSON-ready values."""
        single = (
            "summary", "funnel", "timing", "forecast", "weekly", "pace", "growth", "introductions",
            "activity", "claims",
        )  # fmt: skip
        return {name: getattr(self, name).to_dict() for name in single} | {
            "compared": [comparison.to_dict() for comparison in self.compared]
        }


def find(
    tracker: Tracker, *, as_of: date, goal: int, within: int, progress: Callable[[str], object]
) -> Findings:
    """Compute every result."""
    contacts, events = tracker.contacts, tracker.events
    understood = tracker.check(as_of=as_of)
    counted = summary(contacts, as_of=as_of, within=within)
    progress("counted")
    compared = comparisons(contacts, as_of=as_of, within=within)
    progress("compared")
    return Findings(
        source=tracker.path.name,
        sheet=understood.sheet,
        as_of=as_of,
        problems=tuple(understood.problems),
        doubts=ask_problems(contacts, as_of=as_of),
        unmapped=tuple(understood.unmapped),
        summary=counted,
        funnel=funnel(contacts, as_of=as_of, within=within),
        timing=time_to_response(contacts, as_of=as_of, within=within),
        forecast=asks_needed(contacts, yeses=YESES, as_of=as_of, within=within),
        weekly=weekly_progress(contacts, events, as_of=as_of, goal=goal),
        pace=pace(contacts, events, as_of=as_of, goal=goal),
        growth=network_growth(contacts, events, as_of=as_of),
        introductions=introductions(contacts, events, as_of=as_of),
        activity=activity(contacts, events, as_of=as_of),
        claims=claims(contacts, events, as_of=as_of, rules=replace(PRACTICE, window_days=within, goal=goal)),
        compared=tuple(one for one in compared if len(one.groups) > 1),
    )
