"""How long answers take, and from which day on a nudge pays."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.asking.rate import Outcome
from infoviz.stats.asking.sample import ENOUGH, Sample, sample_of
from infoviz.stats.estimates.counting import Estimate
from infoviz.stats.estimates.incidence import CumulativeIncidence
from infoviz.stats.estimates.proportion import wilson, wilson_limits
from infoviz.stats.facts.asks import Asks, asks
from infoviz.stats.result import Result
from infoviz.stats.wording import counted, percent, percents

QUARTILES = (0.25, 0.5, 0.75)
MOST = 0.9  # a nudge pays once so many of the answers that come by themselves have come
RULE_OF_THUMB = 10  # days after which the practice nudges

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Quantile:
    """Day by which a share of asks is answered, with its limits; None where the share is not reached."""

    share: float
    day: float | None
    low: float | None
    high: float | None

    def __str__(self) -> str:
        if self.day is None:
            return "not reached"
        upper = "not reached" if self.high is None else f"{self.high:g}"
        return f"day {self.day:g} (95 % interval {'not reached' if self.low is None else f'{self.low:g}'} to {upper})"


@dataclass(frozen=True, slots=True, eq=False)
class TimeToResponse(Result):
    """How long answers take.

    Attributes
    ----------
    quartiles
        Days by which a quarter, half and three quarters of all asks are answered.
    of_those_who_reply
        The same among the asks that are answered within the window.
    most
        Day by which nine in ten of those are answered: from then on a nudge pays.
    asked, answered
        The dated asks, and how many of them are answered so far.
    nudged, answered_after_nudge
        Asks nudged on a known day while still open, and how many of them were answered later.
    within, as_of
        The window in days and the date at which we look.
    reason
        Why nothing is computed; ``""`` where it is.
    window_reason
        Why nothing is said of those who reply within the window; ``""`` where it is.
    undated
        Asks whose end has no date: quantiles come from the curve in which these are spread over the days on which
        others have ended, their limits from the earliest and the latest that is possible.
    curve
        The curve of answers (cause 1; undated ends placed late); None where there is none.
    horizon
        The longest window for which shares could be given: of later days too few asks can tell. None where there
        is none.
    """

    quartiles: tuple[Quantile, ...]
    of_those_who_reply: tuple[Quantile, ...]
    most: Quantile | None
    asked: int
    answered: int
    nudged: int
    answered_after_nudge: int
    within: int
    as_of: date
    reason: str = ""
    window_reason: str = ""
    undated: int = 0
    curve: CumulativeIncidence | None = None
    horizon: int | None = None

    def still_to_come(self, day: float) -> Estimate | None:
        """Chance that an ask silent through a day is answered by the end of the window, with limits.

        Parameters
        ----------
        day
            Days since the ask.

        Returns
        -------
        tuple of float, or None
            Estimate, lower and upper limit; None without a curve or where no ask is open on that day.
        """
        if self.curve is None or self.reason or self.window_reason:
            return None
        ended = sum(self.curve.at(day, cause)[0] for cause in self.curve.causes)
        left = 1 - ended
        trials = self.curve.effective(self.within) * left
        if left <= 1e-9 or trials <= 0:
            return None
        chance = max(self.curve.at(self.within, 1)[0] - self.curve.at(day, 1)[0], 0.0) / left
        chance = min(chance, 1.0)
        return chance, *wilson(chance * trials, trials)

    def to_frame(self) -> pd.DataFrame:
        """Give one row a quantile, of all asks and of those answered within the window."""
        rows = [("all asks", each) for each in self.quartiles]
        rows += [(f"answered within {counted(self.within, 'day')}", each) for each in self.of_those_who_reply]
        return pd.DataFrame(
            {
                "of": [of for of, _ in rows],
                "share": [each.share for _, each in rows],
                "day": pd.array([each.day for _, each in rows], dtype="Float64"),
                "low": pd.array([each.low for _, each in rows], dtype="Float64"),
                "high": pd.array([each.high for _, each in rows], dtype="Float64"),
            }
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the quantiles as plain values, or the reason why there are none."""
        if self.reason:
            return {"reason": self.reason}
        nudge = None
        if self.most is not None and self.most.day is not None and self.answered >= ENOUGH:
            chance = self.still_to_come(self.most.day)
            nudge = {"after_day": self.most.day, "still_to_come": None if chance is None else list(chance)}
        return {
            "all_asks": [_plain(each) for each in self.quartiles],
            "of_those_who_reply": [_plain(each) for each in self.of_those_who_reply],
            "nudge": nudge,
            "nudged": self.nudged,
            "answered_after_nudge": self.answered_after_nudge,
            "asked": self.asked,
            "answered": self.answered,
            "within_days": self.within,
            "as_of": self.as_of.isoformat(),
        }

    def __str__(self) -> str:
        if self.reason:
            return f"Time to an answer: not computable, {self.reason}."
        if self.window_reason:
            half = self.quartiles[1]
            so_far = "Not half of all asks" if half.day is None else f"Half of all asks, by {half},"
            return (
                f"{so_far} are answered ({counted(self.asked, 'ask')}, {self.answered:,} answered; as of "
                f"{self.as_of}); of those who answer within {counted(self.within, 'day')} nothing can be said yet: "
                f"{self.window_reason}."
            )
        if self.most is None or self.most.day is None:
            window = counted(self.within, "day")
            return f"No answer within {window} yet ({counted(self.asked, 'ask')}, as of {self.as_of})."
        half = self.of_those_who_reply[1]
        chance = self.still_to_come(self.most.day) if self.answered >= ENOUGH else None
        pays = (
            ""
            if chance is None
            else (
                f"; an ask still silent then has a chance of {percent(*chance)} "
                f"({percents(chance[1], chance[2])}) of an answer by day {self.within}, so a nudge pays from there on"
            )
        )
        return (
            f"Half of those who answer within {counted(self.within, 'day')} do so by {half}, nine in ten by "
            f"{self.most} ({counted(self.asked, 'ask')}, {self.answered:,} answered; as of {self.as_of}){pays}."
        )


def time_to_response(contacts: pd.DataFrame, *, as_of: date, within: int = 28) -> TimeToResponse:
    """Estimate how long answers take, for all asks and for those that are answered within the window.

    Parameters
    ----------
    contacts
        One row a person; the dates of asks and of answers are needed.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days.

    Returns
    -------
    TimeToResponse
        Quantiles of the cumulative incidence of answers (bounces compete, open asks are censored); their limits
        are where the curve's limits cross the share (Brookmeyer and Crowley). Among those who answer within the
        window, Wilson's limits at their effective number take that place.

    References
    ----------
    Brookmeyer and Crowley (1982), Biometrics 38:29.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> asked = pd.to_datetime(["2026-09-01"] * 8)
    >>> replied = asked + pd.to_timedelta([2, 5, 9, 9, None, None, None, None], unit="D")
    >>> contacts = pd.DataFrame({"contacted_on": asked, "responded_on": replied})
    >>> result = time_to_response(contacts, as_of=date(2026, 11, 20))
    >>> [str(quantile) for quantile in result.quartiles]
    ['day 5 (95 % interval 0 to not reached)', 'day 9 (95 % interval 5 to not reached)', 'not reached']
    """
    return timing_of(asks(contacts, as_of=as_of, within=within))


def timing_of(table: Asks) -> TimeToResponse:
    """Estimate like :func:`time_to_response` how long the answers to the asks of a table take."""
    sample, within = sample_of(table), table.within
    open_when_nudged = table.asked & (table.nudged_on >= table.contacted)  # False where either has no day
    open_when_nudged &= np.isnat(table.responded) | (table.responded >= table.nudged_on)
    result = TimeToResponse(
        quartiles=(),
        of_those_who_reply=(),
        most=None,
        asked=len(sample),
        answered=int(np.count_nonzero(sample.answered)),
        nudged=int(open_when_nudged.sum()),
        answered_after_nudge=int((open_when_nudged & table.answered & ~np.isnat(table.responded)).sum()),
        within=within,
        as_of=table.as_of,
        reason=_lacking(sample),
    )
    if result.reason:
        return result
    early, late = sample.curves_to(Outcome.ANSWER)
    answers = _Answers.to(sample)
    reached = float(answers.estimate[answers.days <= within][-1])
    effective = (early.effective(within) + late.effective(within)) / 2 * reached
    shares = () if reached == 0 or sample.too_few else (*QUARTILES, MOST)
    inside = answers.up_to(within, reached, effective) if shares else answers
    conditional = tuple(_ended(inside.quantile(share), float(within)) for share in shares)
    return replace(
        result,
        quartiles=tuple(answers.quantile(share) for share in QUARTILES),
        of_those_who_reply=conditional[:-1],
        most=conditional[-1] if conditional else None,
        window_reason=sample.too_few,
        undated=sample.undated,
        curve=late,
        horizon=sample.horizon,
    )


def _lacking(sample: Sample) -> str:
    lacking = sample.lacking(Outcome.ANSWER)
    if lacking:
        return lacking
    if not sample.replies_dated:
        absent = "responded_on" not in sample.fields
        return "there is no responded_on column" if absent else "no answer has a date"
    if len(sample) >= ENOUGH:
        return ""
    return f"it needs {ENOUGH} dated asks and there {'is' if len(sample) == 1 else 'are'} {len(sample)}"


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """The curve of answers on all its days and day 0; those without a day widen its limits."""

    days: Numbers
    estimate: Numbers
    low: Numbers
    high: Numbers

    @classmethod
    def to(cls, sample: Sample) -> "_Answers":
        early, late = sample.curves_to(Outcome.ANSWER)
        days = np.unique(np.concatenate([early.days, late.days, [0.0]]))
        first = early.along(days, 1)
        if not sample.undated:
            return cls(days, *first.T)
        last = late.along(days, 1)
        low, high = np.minimum(first[:, 1], last[:, 1]), np.maximum(first[:, 2], last[:, 2])
        return cls(days, np.clip(sample.spread(Outcome.ANSWER, days), low, high), low, high)

    def up_to(self, within: int, reached: float, effective: float) -> "_Answers":
        """Give the curve of those who answer within the window, a share reached of so many."""
        inside = self.days <= within
        curve = np.minimum(self.estimate[inside] / reached, 1.0)
        return _Answers(self.days[inside], curve, *wilson_limits(curve, np.full(len(curve), effective)))

    def quantile(self, share: float) -> Quantile:
        """Day by which a share of all asks is answered."""
        crossings = (_crossing(self.days, line, share) for line in (self.estimate, self.high, self.low))
        return Quantile(share, *crossings)


def _ended(quantile: Quantile, last: float) -> Quantile:
    """Let a share of those who answer by a last day have answered by then."""
    return replace(quantile, high=last) if quantile.high is None else quantile


def _crossing(days: Numbers, line: Numbers, share: float) -> float | None:
    reached = np.flatnonzero(line >= share - 1e-12)
    return float(days[reached[0]]) if len(reached) else None


def _plain(quantile: Quantile) -> dict[str, float | None]:
    return {name: getattr(quantile, name) for name in ("share", "day", "low", "high")}
