"""The share of asks still open after each day, whatever ends them (Kaplan-Meier)."""

from dataclasses import dataclass
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
    plain_numbers,
    product,
    remaining,
    tabulate,
)
from infoviz.stats.result import Result
from infoviz.stats.wording import percent

OBSERVED = "an end is seen (True) or not (False)"


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
        if not len(self.days) or isnan(day):
            return nan, nan, nan
        at = int(self.days.searchsorted(day, side="right")) - 1
        estimate = float(self.estimate[at]) if at >= 0 else 1.0
        spread = float(self.std_error[at]) if 0 < estimate < 1 else 0.0
        followed = effective(self.days, self.at_risk, self.estimate, day)
        return estimate, *limits_of(estimate, spread, followed, self.confidence_level)

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
    times, ends = checked(durations, plain_numbers(observed, OBSERVED))
    if len(ends) and ends.max() > 1:
        raise UnfitNumbers(OBSERVED)
    days, table = tabulate(times, ends, 2)
    at_risk = remaining(table)
    ended = table[1]
    estimate = product(at_risk, ended)
    left = at_risk - ended
    greenwood = np.cumsum(np.divide(ended, at_risk * left, out=np.zeros(len(days)), where=left > 0))
    std_error = estimate * np.sqrt(greenwood)
    before = np.concatenate([[1.0], estimate[:-1]]) if len(days) else estimate
    low, high = limits(estimate, std_error, at_risk / np.maximum(before, 1e-300), confidence_level)
    return KaplanMeier(days, at_risk, ended, table[0], estimate, std_error, low, high, confidence_level)
