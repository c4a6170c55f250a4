"""The share of asks that each cause has ended by each day, while some are still open (Aalen-Johansen).

Ties are exact (whatever ends on a day ends at once, and what is censored on a day was still at risk on it),
and what ends on day 0 counts. No curve is cut off: beyond the last day observed it keeps its last value.
"""

from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.errors import UnfitNumbers
from infoviz.stats.estimates.counting import (
    Counts,
    Estimate,
    Numbers,
    checked,
    effective,
    limits,
    limits_of,
    product,
    remaining,
    tabulate,
)
from infoviz.stats.result import Result
from infoviz.stats.wording import percent

Estimates = tuple[Counts, Numbers, Numbers, Numbers]


@dataclass(frozen=True, eq=False)
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
    estimate
        The curve of each cause, shape ``(causes, days)``; ``low`` and ``high`` are its pointwise limits.
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
    still_open: Numbers
    confidence_level: float

    @property
    def low(self) -> Numbers:
        """Lower limits of the curves, shape ``(causes, days)``."""
        return self._limits[0]

    @property
    def high(self) -> Numbers:
        """Upper limits of the curves, shape ``(causes, days)``."""
        return self._limits[1]

    @cached_property
    def _limits(self) -> tuple[Numbers, Numbers]:
        before = np.concatenate([[1.0], self.still_open])[: len(self.days)]
        followed = self.at_risk / np.maximum(before, 1e-300)
        return limits(self.estimate, self.std_error, followed, self.confidence_level)

    def at(self, day: float, cause: int) -> Estimate:
        """Share of asks that a cause has ended by a day, with limits; not a number where nothing was asked, or no day.

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

        Raises
        ------
        UnfitNumbers
            Where the cause is under 1.
        """
        if cause < 1:
            raise UnfitNumbers(f"a cause that ends an ask is 1 or more, not {cause!r}")
        if not len(self.days) or isnan(day):
            return nan, nan, nan
        at = int(self.days.searchsorted(day, side="right")) - 1
        which = self.causes.index(cause) if cause in self.causes else None
        estimate = float(self.estimate[which, at]) if which is not None and at >= 0 else 0.0
        spread = float(self.std_error[which, at]) if 0 < estimate < 1 else 0.0
        return estimate, *limits_of(estimate, spread, self.effective(day), self.confidence_level)

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
        at = int(self.days.searchsorted(day, side="right")) - 1
        if at < 0 or cause not in self.causes:
            return 0.0
        return float(self.std_error[self.causes.index(cause), at] ** 2)

    def effective(self, day: float) -> float:
        """How many asks, all followed to the end, would leave as many open on a day as are seen to be.

        Asks censored before the day count by what they tell; without any it is simply their number.
        """
        return effective(self.days, self.at_risk, self.still_open, day)

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
    times, ends = checked(durations, causes)
    kinds, ends = _kinds(ends)
    days, table = tabulate(times, ends, len(kinds) + 1)
    at_risk, still_open, estimate, std_error = (of_all[0] for of_all in _estimated(table[np.newaxis]))
    return CumulativeIncidence(
        days, at_risk, table[0], kinds, table[1:], estimate, std_error, still_open, confidence_level
    )


def cumulative_incidences(
    durations: npt.ArrayLike,
    causes: npt.ArrayLike,
    groups: Counts,
    number: int,
    confidence_level: float = 0.95,
) -> list[CumulativeIncidence]:
    """Estimate the curves of several groups of asks, as :func:`cumulative_incidence` does those of one, in one go.

    Parameters
    ----------
    durations, causes
        As there; an ask that belongs to several groups stands there as many times.
    groups
        The group of each ask, 0, 1, ..., shape ``(asks,)``.
    number
        How many groups there are, some of them perhaps without asks.
    confidence_level
        Coverage of the limits.
    """
    times, ends = checked(durations, causes)
    kinds, ends = _kinds(ends)
    each = len(kinds) + 1
    days, counts = tabulate(times, groups * each + ends, number * each)
    table = counts.reshape(number, each, len(days))
    return _parted(days, table, kinds, _estimated(table), confidence_level)


def merged_incidences(
    durations: npt.ArrayLike, causes: npt.ArrayLike, mergers: Counts, confidence_level: float = 0.95
) -> list[CumulativeIncidence]:
    """Estimate the curves of the same asks several times, each time with other causes taken together as one.

    Parameters
    ----------
    durations, causes
        As of :func:`cumulative_incidence`; no cause is beyond those that the mergers name.
    mergers
        As what each cause counts, shape ``(times, 1 + causes)``; 0, still open, as 0.
    confidence_level
        Coverage of the limits.

    Examples
    --------
    >>> apart, together = merged_incidences([1, 2, 2, 3], [1, 2, 0, 1], np.array([[0, 1, 2], [0, 1, 1]]))
    >>> [curve.causes for curve in (apart, together)], together.at(2, cause=1)[0]
    ([(1, 2), (1,)], 0.5)
    """
    times, ends = checked(durations, causes)
    days, counts = tabulate(times, ends, mergers.shape[1])
    table = np.zeros((len(mergers), *counts.shape), dtype=np.int64)
    for merged, merger in zip(table, mergers, strict=True):
        np.add.at(merged, merger, counts)
    kinds = tuple(range(1, mergers.shape[1]))
    return _parted(days, table, kinds, _estimated(table), confidence_level)


def _kinds(ends: Counts) -> tuple[tuple[int, ...], Counts]:
    """Give the causes that occur, and what ended each ask as 0 (still open) or the place, from 1, of its cause."""
    kinds = tuple(int(kind) for kind in np.flatnonzero(np.bincount(ends)) if kind) if len(ends) else ()
    place = np.zeros((max(kinds) if kinds else 0) + 1, dtype=np.int64)
    place[list(kinds)] = np.arange(1, len(kinds) + 1)
    return kinds, place[ends]


def _estimated(table: Counts) -> Estimates:
    """Estimate the curves of each group from the counts, shape ``(groups, 1 + causes, days)``, of all their days.

    Gives who is at risk on each day and the share still open after it, shape ``(groups, days)``, and the curve and
    standard error of each cause, shape ``(groups, causes, days)``.
    """
    at_risk = np.maximum(
        remaining(table), 1
    )  # nobody is left after the last day of a group, and nobody leaves
    ended = table[:, 1:]
    total = ended.sum(axis=1)
    still_open = product(at_risk, total)
    before = np.concatenate([np.ones((len(table), 1)), still_open], axis=1)[:, : table.shape[2]]
    estimate = np.cumsum(before[:, np.newaxis] * ended / at_risk[:, np.newaxis], axis=2)
    estimate = _close(np.minimum(estimate, 1.0), still_open[:, np.newaxis])
    std_error = np.sqrt(_aalen(estimate, ended, total, at_risk, before))
    return at_risk, still_open, estimate, std_error


def _parted(
    days: Numbers,
    table: Counts,
    kinds: tuple[int, ...],
    estimates: Estimates,
    confidence_level: float,
) -> list[CumulativeIncidence]:
    """Part what was estimated for all groups, leaving out the days and causes that a group lacks.

    A day on which nobody of a group leaves has changed none of its curves.
    """
    left_on, occur = table.sum(axis=1) > 0, table[:, 1:].sum(axis=2) > 0
    inside = occur[:, :, np.newaxis] & left_on[:, np.newaxis]
    ended, estimate, std_error = table[:, 1:][inside], estimates[2][inside], estimates[3][inside]
    at_risk, censored, still_open = estimates[0][left_on], table[:, 0][left_on], estimates[1][left_on]
    seen = np.broadcast_to(days, left_on.shape)[left_on]
    curves, day, point = [], 0, 0
    for causes, length in zip(occur.tolist(), np.count_nonzero(left_on, axis=1).tolist(), strict=True):
        occurring = tuple(kind for kind, occurs in zip(kinds, causes, strict=True) if occurs)
        shape = len(occurring), length
        its_days, its_points = slice(day, day + length), slice(point, point + len(occurring) * length)
        curves.append(
            CumulativeIncidence(
                seen[its_days],
                at_risk[its_days],
                censored[its_days],
                occurring,
                ended[its_points].reshape(shape),
                estimate[its_points].reshape(shape),
                std_error[its_points].reshape(shape),
                still_open[its_days],
                confidence_level,
            )
        )
        day, point = its_days.stop, its_points.stop
    return curves


def _close(estimate: Numbers, still_open: Numbers) -> Numbers:
    """Make a lone cause that has ended everything exactly 1, where rounding left it a hair below."""
    everything = (still_open == 0) & (estimate > 1 - 1e-12)
    return np.where(everything, 1.0, estimate)


def _aalen(estimate: Numbers, ended: Counts, total: Counts, at_risk: Counts, before: Numbers) -> Numbers:
    """Aalen's variance of every point of every curve, as running sums (linear in the number of days)."""
    others = (at_risk - 1.0) * (at_risk - total)
    others[others <= 0] = np.inf  # the last asks to end add nothing
    rest = (at_risk - 1.0) * at_risk * at_risk
    rest[rest <= 0] = np.inf
    a, b, c = (
        each[:, np.newaxis] for each in (total / others, before / (others * at_risk), before * before / rest)
    )
    spread = ended * (at_risk[:, np.newaxis] - ended)
    square = np.cumsum(a, axis=2)
    first, second = estimate * a, spread * b
    linear = np.cumsum(first + second, axis=2)
    constant = np.cumsum(estimate * (first + 2 * second) + spread * c, axis=2)
    variance: Numbers = np.maximum(estimate * (estimate * square - 2 * linear) + constant, 0.0)
    return variance
