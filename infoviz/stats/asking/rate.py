"""What a rate is: the chance of an outcome within a window, its interval and the counts behind it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf, isfinite
from typing import Any

import pandas as pd

from infoviz.errors import UnknownOutcome
from infoviz.stats.estimates.incidence import CumulativeIncidence
from infoviz.stats.result import Result
from infoviz.stats.wording import counted, percent, percents, supported

SAYING = 1 / 10  # "ten noes for every yes"


class Outcome(StrEnum):
    """What a rate is the rate of."""

    ANSWER = "answer"
    YES = "yes"

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise UnknownOutcome(value, [str(outcome) for outcome in cls])


class Method(StrEnum):
    """How a rate was estimated."""

    CURVE = "cumulative incidence"
    CLOSED = "share of asks as old as the window, for want of reply dates"


@dataclass(frozen=True, slots=True, eq=False)
class Rate(Result):
    """Chance that an ask leads to an answer, or to a yes, within the window.

    Attributes
    ----------
    outcome
        What the rate is the rate of.
    estimate, low, high
        The chance and its 95 % interval; None where not computable, with ``reason``.
    asked
        The asks that entered the estimate.
    achieved
        How many of them have had the outcome so far.
    within, as_of
        The window in days and the date at which we look.
    method
        How it was estimated; None where it was not.
    reason
        Why there is no estimate; ``""`` where there is one.
    undated
        Asks whose end has no date: in the estimate they are spread over the days on which others have ended, and
        the interval spans all that is possible, wherever they lie.
    bounds
        The lowest and the highest estimate that is possible; None where every end has a date.
    horizon
        The longest window for which a rate could be given; None where there is none.
    curve
        The curve behind the estimate (cause 1 is the outcome; undated ends placed late); None without
        reply dates.
    """

    outcome: Outcome
    estimate: float | None
    low: float | None
    high: float | None
    asked: int
    achieved: int
    within: int
    as_of: date
    method: Method | None = None
    reason: str = ""
    undated: int = 0
    bounds: tuple[float, float] | None = None
    horizon: int | None = None
    curve: CumulativeIncidence | None = None

    @property
    def asks_each(self) -> tuple[float, float, float] | None:
        """Asks that one outcome takes, and their limits (infinite where the rate may be 0); None without a rate."""
        if self.estimate is None or self.low is None or self.high is None:
            return None
        most, least, likely = (1 / share if share else inf for share in (self.low, self.high, self.estimate))
        return likely, least, most

    def to_frame(self) -> pd.DataFrame:
        """Give the rate as a table of one row."""
        return pd.DataFrame([self._record()])

    def to_dict(self) -> dict[str, Any]:
        """Give the rate as plain values, or the reason why there is none."""
        if self.estimate is None:
            return {"reason": self.reason}
        return {
            "estimate": self.estimate,
            "low": self.low,
            "high": self.high,
            "within_days": self.within,
            "asked": self.asked,
            "achieved": self.achieved,
            "method": str(self.method),
            "undated": self.undated,
        }

    def _record(self) -> dict[str, Any]:
        return {
            "outcome": str(self.outcome),
            "estimate": self.estimate,
            "low": self.low,
            "high": self.high,
            "within_days": self.within,
            "asked": self.asked,
            "achieved": self.achieved,
            "method": None if self.method is None else str(self.method),
            "reason": self.reason,
        }

    def __str__(self) -> str:
        what = "get an answer" if self.outcome == Outcome.ANSWER else "get a yes"
        if self.estimate is None or self.low is None or self.high is None:
            noun = "Response rate" if self.outcome == Outcome.ANSWER else "Yes rate"
            return (
                f"{noun} within {counted(self.within, 'day')}: not computable, {self.reason}{self._so_far()}."
            )
        text = (
            f"About {percent(self.estimate, self.low, self.high)} of asks {what} within {counted(self.within, 'day')} "
            f"(95 % interval {percents(self.low, self.high)}; {counted(self.asked, 'ask')}, "
            f"{self.achieved:,} so far; as of {self.as_of}){self._one_in()}"
        )
        if self.method == Method.CLOSED:
            return f"{text}, {_of_old_asks(self.asked, self.within)}."
        if self.undated:
            return f"{text}; {counted(self.undated, 'outcome')} without a date widened the interval."
        return f"{text}."

    def _one_in(self) -> str:
        each = self.asks_each
        if self.outcome != Outcome.YES or each is None or not isfinite(each[0]):
            return ""
        likely, least, most = each
        number, lower, upper = supported(likely, least, most)
        return f": one yes for every {number} asks ({lower} to {upper})"

    def _so_far(self) -> str:
        if not self.horizon or self.curve is None:
            return ""
        estimate, low, high = self.curve.at(self.horizon, 1)
        return (
            f"; by day {self.horizon} it is {percent(estimate, low, high)} "
            f"(95 % interval {percents(low, high)}, {counted(self.asked, 'ask')})"
        )


@dataclass(frozen=True, slots=True, eq=False)
class GroupedRates(Result):
    """One rate for each group of people.

    Attributes
    ----------
    by
        The column that makes the groups.
    rates
        Group and rate, the largest group first.
    within, as_of
        The window in days and the date at which we look.
    reason
        Why there are no groups; ``""`` where there are.
    """

    by: str
    rates: tuple[tuple[str, Rate], ...]
    within: int
    as_of: date
    reason: str = ""

    def to_frame(self) -> pd.DataFrame:
        """Give one row a group."""
        names = ["group", "outcome", "estimate", "low", "high", "within_days", "asked", "achieved"]
        records = [{"group": group} | rate.to_frame().iloc[0].to_dict() for group, rate in self.rates]
        return pd.DataFrame(records, columns=[*names, "method", "reason"])

    def to_dict(self) -> dict[str, Any]:
        """Give each group with its rate or its reason."""
        if self.reason:
            return {"reason": self.reason}
        groups = [{"group": group, "asked": rate.asked} | rate.to_dict() for group, rate in self.rates]
        return {"by": self.by, "groups": groups}

    def __str__(self) -> str:
        if self.reason:
            return f"By {self.by}: not computable, {self.reason}."
        parts = [f"{group} {_short(rate)} ({counted(rate.asked, 'ask')})" for group, rate in self.rates]
        groups = "; ".join(parts) or "nobody asked"
        return f"Within {counted(self.within, 'day')}, by {self.by}: {groups} (as of {self.as_of})."


@dataclass(frozen=True, slots=True, eq=False)
class YesNoRatio(Result):
    """How many yeses there are for every no, from the two curves at the window.

    Attributes
    ----------
    yes, no
        How many said so up to ``as_of``; None where no column says so.
    ratio, low, high
        Yeses for every no within the window, with its 95 % interval; None where not computable.
    asked
        The asks that entered the estimate.
    within, as_of
        The window in days and the date at which we look.
    reason
        Why there is no ratio; ``""`` where there is one.
    method
        How it was estimated; None where it was not.
    """

    yes: int | None
    no: int | None
    ratio: float | None
    low: float | None
    high: float | None
    asked: int
    within: int
    as_of: date
    reason: str = ""
    method: Method | None = None

    def to_frame(self) -> pd.DataFrame:
        """Give the ratio as a table of one row."""
        names = ("yes", "no", "ratio", "low", "high", "asked", "within", "reason")
        return pd.DataFrame([{name: getattr(self, name) for name in names}])

    def to_dict(self) -> dict[str, Any]:
        """Give the ratio as plain values, or the reason why there is none."""
        if self.ratio is None:
            return {"reason": self.reason}
        names = ("yes", "no", "ratio", "low", "high")
        return {name: getattr(self, name) for name in names} | {
            "within_days": self.within,
            "asked": self.asked,
        }

    def __str__(self) -> str:
        if self.ratio is None or self.low is None or self.high is None:
            return f"Yes to no within {counted(self.within, 'day')}: not computable, {self.reason}."
        ratio, low, high = supported(self.ratio, self.low, self.high)
        per_no = f"is {ratio} yes" if ratio == "1" else f"are {ratio} yeses"
        said = f"{counted(self.yes or 0, 'yes', 'yeses')} and {counted(self.no or 0, 'no', 'noes')} so far"
        text = (
            f"Within {counted(self.within, 'day')} there {per_no} for every no (95 % interval {low} to {high}; "
            f"{said}; as of {self.as_of}), {self._beside_the_saying()} “ten noes for every yes”"
        )
        return (
            f"{text}; {_of_old_asks(self.asked, self.within)}."
            if self.method == Method.CLOSED
            else f"{text}."
        )

    def _beside_the_saying(self) -> str:
        if self.low is not None and self.low > SAYING:
            return "better than the saying"
        if self.high is not None and self.high < SAYING:
            return "worse than the saying"
        return "which may well fit the saying"


def _of_old_asks(asked: int, within: int) -> str:
    old = f"asks at least {counted(within, 'day')} old"
    return f"counted over the {asked:,} {old} because replies have no usable dates"


def _short(rate: Rate) -> str:
    if rate.estimate is None or rate.low is None or rate.high is None:
        return "no rate yet"
    return f"{percent(rate.estimate, rate.low, rate.high)}, {percents(rate.low, rate.high)}"
