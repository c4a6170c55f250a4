"""Curves over time while some asks are still open: cumulative incidence by cause, and Kaplan-Meier.

Ties are exact (whatever ends on a day ends at once, and what is censored on a day was still at risk on it),
and what ends on day 0 counts. No curve is cut off: beyond the last day observed it keeps its last value.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.errors import UnfitNumbers
from infoviz.stats.proportion import quantile, wilson_limits
from infoviz.stats.result import Result
from infoviz.stats.wording import percent

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Estimate = tuple[float, float, float]

_FEW_DAYS = 100_000  # up to so many days whole durations are counted instead of sorted


@dataclass(frozen=True, slots=True, eq=False)
class CumulativeIncidence(Result):
    """Share of asks that each cause has ended by each day (Aalen-Johansen).

    Attributes
    ----------
    days
        The distinct durations, ascending, shape ``(days,)``.
    at_risk, censored
        Asks still open at the start of each day, and those of which nothing is known after it.
    causes
        The causes that occur, ascending.
    ended
        Asks ended on each day by each cause, shape ``(causes, days)``.
    estimate, low, high
        The curve of each cause and its pointwise limits, shape ``(causes, days)``.
    std_error
        Standard errors of the curves, shape ``(causes, days)``.
    still_open
        Share still open after each day; together with the causes' curves always 1.
    confidence_level
        Coverage of the limits.
    """

    days: Numbers
    at_risk: Counts
    censored: Counts
    causes: tuple[int, ...]
    ended: Counts
    estimate: Numbers
    std_error: Numbers
    low: Numbers
    high: Numbers
    still_open: Numbers
    confidence_level: float

    def at(self, day: float, cause: int) -> Estimate:
        """Share of asks that a cause has ended by a day, with limits; not a number where nothing was asked.

        Parameters
        ----------
        day
            Days since the ask; what ended on this very day counts.
        cause
            1 or more; a cause that never occurred has ended none.

        Returns
        -------
        tuple of float
            Estimate, lower and upper limit.
        """
        if not len(self.days):
            return float("nan"), float("nan"), float("nan")
        at = int(np.searchsorted(self.days, day, side="right")) - 1
        which = self.causes.index(cause) if cause in self.causes else None
        estimate = float(self.estimate[which, at]) if which is not None and at >= 0 else 0.0
        if 0 < estimate < 1:
            return estimate, float(self.low[which, at]), float(self.high[which, at])
        low, high = wilson_limits(
            np.array([estimate]), np.array([self.effective(day)]), self.confidence_level
        )
        return estimate, float(low[0]), float(high[0])

    def along(self, days: npt.ArrayLike, cause: int) -> Numbers:
        """Give a cause's curve on many days at once, such as for a chart.

        Parameters
        ----------
        days
            Days since the ask, shape ``(n,)``.
        cause
            1 or more.

        Returns
        -------
        numpy.ndarray
            Estimate, lower and upper limit of each day, shape ``(n, 3)``.
        """
        moments = np.asarray(days, dtype=np.float64)
        if not len(self.days) or cause not in self.causes:
            return np.array([self.at(day, cause) for day in moments]).reshape(-1, 3)
        which = self.causes.index(cause)
        at = np.searchsorted(self.days, moments, side="right") - 1
        lines = np.stack([self.estimate[which], self.low[which], self.high[which]], axis=1)[at]
        edge = (
            (at < 0) | (lines[:, 0] <= 0) | (lines[:, 0] >= 1)
        )  # Wilson's limits move between the days observed
        for place in np.flatnonzero(edge):
            lines[place] = self.at(float(moments[place]), cause)
        return lines

    def variance(self, day: float, cause: int) -> float:
        """Aalen's variance of a cause's curve at a day; 0 where the cause has ended nothing yet."""
        at = int(np.searchsorted(self.days, day, side="right")) - 1
        if at < 0 or cause not in self.causes:
            return 0.0
        return float(self.std_error[self.causes.index(cause), at] ** 2)

    def effective(self, day: float) -> float:
        """How many asks, all followed to the end, would leave as many open on a day as are seen to be.

        Asks censored before the day count by what they tell; without any it is simply their number.
        """
        return float(_effective(self.days, self.at_risk, self.still_open, day))

    def to_frame(self) -> pd.DataFrame:
        """Give the curves as a table, one row a cause and day."""
        causes, days = self.estimate.shape
        return pd.DataFrame(
            {
                "cause": np.repeat(np.array(self.causes, dtype=np.int64), days),
                "day": np.tile(self.days, causes),
                "at_risk": np.tile(self.at_risk, causes),
                "ended": self.ended.ravel(),
                "censored": np.tile(self.censored, causes),
                "estimate": self.estimate.ravel(),
                "std_error": self.std_error.ravel(),
                "low": self.low.ravel(),
                "high": self.high.ravel(),
            }
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the curves as plain lists by cause."""
        return {
            "days": self.days.tolist(),
            "at_risk": self.at_risk.tolist(),
            "censored": self.censored.tolist(),
            "causes": {
                str(cause): {
                    "ended": self.ended[which].tolist(),
                    "estimate": self.estimate[which].tolist(),
                    "low": self.low[which].tolist(),
                    "high": self.high[which].tolist(),
                }
                for which, cause in enumerate(self.causes)
            },
        }

    def __str__(self) -> str:
        if not len(self.days):
            return "No asks, no curve."
        shares = ", ".join(
            f"cause {cause} {percent(curve[-1], 0, 1)}"
            for cause, curve in zip(self.causes, self.estimate, strict=True)
        )
        ends = f"{shares}, still open {percent(self.still_open[-1], 0, 1)}" if shares else "nothing has ended"
        return f"Of {self.at_risk[0]} asks by day {self.days[-1]:g}: {ends}."


@dataclass(frozen=True, slots=True, eq=False)
class KaplanMeier(Result):
    """Share of asks still open after each day (Kaplan-Meier).

    Attributes
    ----------
    days
        The distinct durations, ascending, shape ``(days,)``.
    at_risk, ended, censored
        Asks open at the start of each day, those that ended on it and those of which nothing is known after.
    estimate, low, high
        The curve and its pointwise limits, shape ``(days,)``.
    std_error
        Greenwood's standard error of the curve, shape ``(days,)``.
    confidence_level
        Coverage of the limits.
    """

    days: Numbers
    at_risk: Counts
    ended: Counts
    censored: Counts
    estimate: Numbers
    std_error: Numbers
    low: Numbers
    high: Numbers
    confidence_level: float

    def at(self, day: float) -> Estimate:
        """Share still open after a day, with limits; not a number where nothing was asked.

        Parameters
        ----------
        day
            Days since the ask; what ended on this very day is no longer open.

        Returns
        -------
        tuple of float
            Estimate, lower and upper limit.
        """
        if not len(self.days):
            return float("nan"), float("nan"), float("nan")
        at = int(np.searchsorted(self.days, day, side="right")) - 1
        estimate = float(self.estimate[at]) if at >= 0 else 1.0
        if 0 < estimate < 1:
            return estimate, float(self.low[at]), float(self.high[at])
        effective = _effective(self.days, self.at_risk, self.estimate, day)
        low, high = wilson_limits(np.array([estimate]), np.array([effective]), self.confidence_level)
        return estimate, float(low[0]), float(high[0])

    def to_frame(self) -> pd.DataFrame:
        """Give the curve as a table, one row a day."""
        names = ("at_risk", "ended", "censored", "estimate", "std_error", "low", "high")
        return pd.DataFrame({"day": self.days} | {name: getattr(self, name) for name in names})

    def to_dict(self) -> dict[str, Any]:
        """Give the curve as plain lists."""
        return {str(name): values.tolist() for name, values in self.to_frame().items()}

    def __str__(self) -> str:
        if not len(self.days):
            return "No asks, no curve."
        return f"Of {self.at_risk[0]} asks, {percent(self.estimate[-1], 0, 1)} are still open by day {self.days[-1]:g}."


def cumulative_incidence(
    durations: npt.ArrayLike, causes: npt.ArrayLike, confidence_level: float = 0.95
) -> CumulativeIncidence:
    """Estimate which share of asks each cause has ended by each day, while some are still open.

    Parameters
    ----------
    durations
        Days from the ask to its end, or to the last day it was seen open; 0 or more, shape ``(asks,)``.
    causes
        What ended each ask: 0 still open (censored), 1, 2, ... a cause, shape ``(asks,)``.
    confidence_level
        Coverage of the limits.

    Returns
    -------
    CumulativeIncidence
        Its variance is Aalen's (1978), by the delta method; its limits are ``F**exp(±z·se/(F·ln F))``, and
        Wilson's where F is 0 or 1.

    Raises
    ------
    UnfitNumbers
        Where a duration is negative or missing, a cause is no whole number from 0, or their numbers differ.

    References
    ----------
    Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141; Aalen (1978), Annals of Statistics
    6:534; Pintilie (2006), Competing Risks, equation 4.5.

    Examples
    --------
    >>> curve = cumulative_incidence([1, 2, 2, 3, 3, 3, 5, 6], [0, 1, 0, 2, 0, 2, 0, 2])
    >>> estimate, low, high = curve.at(3, cause=2)
    >>> f"{estimate:.4f} between {low:.4f} and {high:.4f}"
    '0.3429 between 0.0327 and 0.7154'
    """
    times, ends = _checked(durations, causes)
    kinds = tuple(int(kind) for kind in np.flatnonzero(np.bincount(ends)) if kind) if len(ends) else ()
    relabel = np.zeros((max(kinds) if kinds else 0) + 1, dtype=np.int64)
    relabel[list(kinds)] = np.arange(1, len(kinds) + 1)
    days, table = _tabulate(times, relabel[ends], len(kinds) + 1)
    at_risk = _remaining(table)
    ended = table[1:]
    total = ended.sum(axis=0)
    still_open = _product(at_risk, total)
    before = np.concatenate([[1.0], still_open[:-1]]) if len(days) else still_open
    estimate = np.minimum(np.cumsum(before * ended / at_risk, axis=1), 1.0)
    estimate = _close(estimate, still_open)
    variance = _aalen(estimate, ended, total, at_risk, before)
    low, high = _limits(estimate, variance, at_risk / np.maximum(before, 1e-300), confidence_level)
    return CumulativeIncidence(
        days,
        at_risk,
        table[0],
        kinds,
        ended,
        estimate,
        np.sqrt(variance),
        low,
        high,
        still_open,
        confidence_level,
    )


def kaplan_meier(
    durations: npt.ArrayLike, observed: npt.ArrayLike, confidence_level: float = 0.95
) -> KaplanMeier:
    """Estimate which share of asks is still open after each day, whatever ends them.

    Parameters
    ----------
    durations
        Days from the ask to its end, or to the last day it was seen open; 0 or more, shape ``(asks,)``.
    observed
        True where the end was seen, False where the ask is still open (censored), shape ``(asks,)``.
    confidence_level
        Coverage of the limits.

    Returns
    -------
    KaplanMeier
        With Greenwood's variance; its limits are ``S**exp(±z·se/(S·ln S))``, Wilson's where S is 0 or 1.

    Raises
    ------
    UnfitNumbers
        Where a duration is negative or missing, or the numbers of durations and observations differ.

    References
    ----------
    Kaplan and Meier (1958), Journal of the American Statistical Association 53:457.

    Examples
    --------
    >>> curve = kaplan_meier([6, 6, 6, 6, 7, 9], [True, True, True, False, True, False])
    >>> f"{curve.at(6)[0]:.2f} {curve.at(7)[0]:.2f}"
    '0.50 0.25'
    """
    times, ends = _checked(durations, np.asarray(observed).astype(bool))
    days, table = _tabulate(times, ends, 2)
    at_risk = _remaining(table)
    ended = table[1]
    estimate = _product(at_risk, ended)
    left = at_risk - ended
    greenwood = np.cumsum(np.divide(ended, at_risk * left, out=np.zeros(len(days)), where=left > 0))
    std_error = estimate * np.sqrt(greenwood)
    before = np.concatenate([[1.0], estimate[:-1]]) if len(days) else estimate
    low, high = _limits(estimate, std_error**2, at_risk / np.maximum(before, 1e-300), confidence_level)
    return KaplanMeier(days, at_risk, ended, table[0], estimate, std_error, low, high, confidence_level)


def _checked(durations: npt.ArrayLike, causes: npt.ArrayLike) -> tuple[Numbers, Counts]:
    times = np.asarray(durations, dtype=np.float64)
    ends = np.asarray(causes)
    if times.ndim != 1 or times.shape != ends.shape:
        raise UnfitNumbers(
            f"{times.size} durations with {ends.size} ends (both are plain lists of one length)"
        )
    whole = ends.astype(np.int64)
    if len(times) and not (times.min() >= 0 and times.max() < np.inf):
        raise UnfitNumbers("a duration is a number of days, 0 or more")
    if len(times) and (whole.min() < 0 or not np.array_equal(whole, ends)):
        raise UnfitNumbers("a cause is 0 (still open), 1, 2, ...")
    return times, whole


def _tabulate(times: Numbers, ends: Counts, kinds: int) -> tuple[Numbers, Counts]:
    """Count the ends of each kind on each distinct day, shape ``(kinds, days)``."""
    longest = times.max() if len(times) else 0.0
    whole = times.astype(np.int64) if longest < _FEW_DAYS else None
    if whole is not None and np.array_equal(whole, times):
        span = int(longest) + 1
        table = np.bincount(ends * span + whole, minlength=kinds * span).reshape(kinds, span)
        seen = np.flatnonzero(table.any(axis=0))
        return seen.astype(np.float64), table[:, seen]
    days, at = np.unique(times, return_inverse=True)
    return days, np.bincount(ends * len(days) + at, minlength=kinds * len(days)).reshape(kinds, len(days))


def _remaining(table: Counts) -> Counts:
    leaving = table.sum(axis=0)
    return np.cumsum(leaving[::-1])[::-1]


def _product(at_risk: Counts, ended: Counts) -> Numbers:
    return np.cumprod((at_risk - ended) / at_risk, dtype=np.float64)


def _close(estimate: Numbers, still_open: Numbers) -> Numbers:
    """Make a lone cause that has ended everything exactly 1, where rounding left it a hair below."""
    everything = (still_open == 0) & (estimate > 1 - 1e-12)
    return np.where(everything, 1.0, estimate)


def _aalen(estimate: Numbers, ended: Counts, total: Counts, at_risk: Counts, before: Numbers) -> Numbers:
    """Aalen's variance of every point of every curve, as running sums (linear in the number of days)."""
    others = (at_risk - 1.0) * (at_risk - total)
    a = np.divide(total, others, out=np.zeros(len(at_risk)), where=others > 0)
    b = np.divide(before, others * at_risk, out=np.zeros(len(at_risk)), where=others > 0)
    rest = at_risk**2 * (at_risk - 1.0)
    c = np.divide(before**2, rest, out=np.zeros(len(at_risk)), where=rest > 0)
    spread = ended * (at_risk - ended)
    square = np.cumsum(a)
    linear = np.cumsum(estimate * a + spread * b, axis=1)
    constant = np.cumsum(estimate**2 * a + 2 * estimate * spread * b + spread * c, axis=1)
    variance: Numbers = np.maximum(estimate**2 * square - 2 * estimate * linear + constant, 0.0)
    return variance


def _limits(
    estimate: Numbers, variance: Numbers, effective: Numbers, confidence_level: float
) -> tuple[Numbers, Numbers]:
    z = quantile(confidence_level)
    inside = (estimate > 0) & (estimate < 1)
    share = np.where(inside, estimate, 0.5)
    reach = z * np.sqrt(np.where(inside, variance, 0.0)) / (share * -np.log(share))
    low, high = wilson_limits(estimate, np.broadcast_to(effective, estimate.shape), confidence_level)
    with np.errstate(over="ignore"):
        low = np.where(inside, share ** np.exp(reach), low)
    return np.minimum(low, estimate), np.maximum(np.where(inside, share ** np.exp(-reach), high), estimate)


def _effective(days: Numbers, at_risk: Counts, still_open: Numbers, day: float) -> float:
    following = min(int(np.searchsorted(days, day, side="left")), len(days) - 1)
    before = still_open[following - 1] if following else 1.0
    return float(at_risk[following] / before)
