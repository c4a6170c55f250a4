"""Every result that a report speaks of, computed once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from infoviz.stats.activity import Activity, activity
from infoviz.stats.growth import NetworkGrowth, network_growth
from infoviz.stats.introductions import Introductions, introductions
from infoviz.stats.rate import GroupedRates
from infoviz.stats.rates import response_rate
from infoviz.stats.summary import Funnel, Summary, funnel, summary
from infoviz.stats.weeks import WeeklyProgress, weekly_progress
from infoviz.tracker import Tracker

GROUPINGS = ("source", "channel", "template", "hypothesis")
STEPS = 12  # steps of finding and drawing, for a bar of progress


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """The results of one tracker at one date.

    Attributes
    ----------
    source, sheet
        The file's name and the sheet with the people.
    problems
        The cells that could not be understood, and facts said to lie ahead of ``as_of``.
    by
        Response rates by each column that the tracker has and that tells people apart.
    """

    source: str
    sheet: str
    as_of: date
    problems: tuple[dict[str, str], ...]
    unmapped: tuple[str, ...]
    summary: Summary
    funnel: Funnel
    weekly: WeeklyProgress
    growth: NetworkGrowth
    introductions: Introductions
    activity: Activity
    by: tuple[GroupedRates, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give all results as plain, JSON-ready values."""
        return {
            "summary": self.summary.to_dict(),
            "funnel": self.funnel.to_dict(),
            "weekly": self.weekly.to_dict(),
            "growth": self.growth.to_dict(),
            "introductions": self.introductions.to_dict(),
            "activity": self.activity.to_dict(),
            "response_rate_by": [rates.to_dict() for rates in self.by],
        }


def find(
    tracker: Tracker, *, as_of: date, goal: int, within: int, progress: Callable[[str], object]
) -> Findings:
    """Compute every result."""
    contacts, events = tracker.contacts, tracker.events
    understood = tracker.check(as_of=as_of)
    counted = summary(contacts, as_of=as_of, within=within)
    progress("counted")
    by = tuple(
        response_rate(contacts, as_of=as_of, within=within, by=column)
        for column in GROUPINGS
        if column in contacts and len(contacts[column].dropna().unique()) > 1
    )
    progress("compared")
    return Findings(
        source=tracker.path.name,
        sheet=understood.sheet,
        as_of=as_of,
        problems=tuple(understood.problems),
        unmapped=tuple(understood.unmapped),
        summary=counted,
        funnel=funnel(contacts, as_of=as_of, within=within),
        weekly=weekly_progress(contacts, events, as_of=as_of, goal=goal),
        growth=network_growth(contacts, events, as_of=as_of),
        introductions=introductions(contacts, events, as_of=as_of),
        activity=activity(contacts, events, as_of=as_of),
        by=by,
    )
