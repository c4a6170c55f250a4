"""Every result that a report speaks of, computed once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from infoviz.stats.asking.groups import Comparison
from infoviz.stats.gathering import Statistics, statistics
from infoviz.tracker import Tracker


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """The results of one tracker at one date.

    Attributes
    ----------
    source, sheet
        The file's name and the sheet with the people.
    as_of
        The date at which we look.
    problems
        The cells that could not be understood, and facts said to lie ahead of ``as_of``.
    unmapped
        The headers of columns that are kept as they are.
    numbers
        Everything that is counted and estimated.
    """

    source: str
    sheet: str
    as_of: date
    problems: tuple[dict[str, str], ...]
    unmapped: tuple[str, ...]
    numbers: Statistics

    @property
    def compared(self) -> tuple[Comparison, ...]:
        """The comparisons of at least two groups."""
        return tuple(one for one in self.numbers.compared if len(one.groups) > 1)

    def to_dict(self) -> dict[str, Any]:
        """Give all results as plain, JSON-ready values."""
        return self.numbers.to_dict() | {"compared": [comparison.to_dict() for comparison in self.compared]}


def find(tracker: Tracker, *, as_of: date, goal: int, within: int) -> Findings:
    """Compute every result."""
    understood = tracker.check(as_of=as_of)
    return Findings(
        source=tracker.path.name,
        sheet=understood.sheet,
        as_of=as_of,
        problems=tuple(understood.problems),
        unmapped=tuple(understood.unmapped),
        numbers=statistics(tracker.contacts, tracker.events, as_of=as_of, within=within, goal=goal),
    )
