"""Durations and what ended them, counted by day: what every curve over time is made of."""

from math import exp, log
from typing import Any

import numpy as np
import numpy.typing as npt

from infoviz.errors import UnfitNumbers
from infoviz.stats.estimates.proportion import quantile, wilson_limits, wilson_of

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Estimate = tuple[float, float, float]  # estimate, lower and upper limit

CAUSES = "a cause is 0 (still open), 1, 2 and so on"
FARTHEST = 700.0  # exponents beyond leave nothing of a share but 0 or 1
FEW_DAYS = 100_000  # up to so many days whole durations are counted instead of sorted


def checked(durations: npt.ArrayLike, causes: npt.ArrayLike) -> tuple[Numbers, Counts]:
    """Give durations (spans of time as days) and causes as arrays, or refuse what cannot be."""
    times, ends = plain_numbers(durations, "a duration is a number of days"), plain_numbers(causes, CAUSES)
    if times.ndim != 1 or times.shape != ends.shape:
        raise UnfitNumbers(
            f"{times.size} durations with {ends.size} ends (both are plain lists of one length)"
        )
    if len(times) and not (times.min() >= 0 and times.max() < np.inf):
        raise UnfitNumbers("a duration is a number of days, 0 or more")
    if ends.dtype.kind == "f" and not np.array_equal(np.floor(ends), ends):  # not a number is not even itself
        raise UnfitNumbers(CAUSES)
    whole = ends.astype(np.int64, copy=False)
    if len(times) and whole.min() < 0:
        raise UnfitNumbers(CAUSES)
    return times.astype(np.float64, copy=False), whole


def plain_numbers(values: npt.ArrayLike, what: str) -> npt.NDArray[Any]:
    """Give numbers as an array of them, spans of time as days; refuse all else, saying what was expected."""
    found = np.asarray(values)
    if found.dtype.kind == "m":
        return found / np.timedelta64(1, "D")
    if found.dtype.kind == "O" and not any(isinstance(value, str) for value in found.flat):
        try:
            return found.astype(np.float64)
        except (TypeError, ValueError):
            raise UnfitNumbers(what) from None
    if found.dtype.kind not in "biuf":
        raise UnfitNumbers(what)
    return found


def tabulate(times: Numbers, ends: Counts, kinds: int) -> tuple[Numbers, Counts]:
    """Count the ends of each kind on each distinct day, shape ``(kinds, days)``."""
    longest = times.max() if len(times) else 0.0
    whole = times.astype(np.int64) if longest < FEW_DAYS else None
    if whole is not None and np.array_equal(whole, times):
        span = int(longest) + 1
        table = np.bincount(ends * span + whole, minlength=kinds * span).reshape(kinds, span)
        seen = np.flatnonzero(table.any(axis=0))
        return seen.astype(np.float64), table[:, seen]
    days, at = np.unique(times, return_inverse=True)
    return days, np.bincount(ends * len(days) + at, minlength=kinds * len(days)).reshape(kinds, len(days))


def remaining(table: Counts) -> Counts:
    """How many are still at risk at the start of each day, from counts of shape ``(..., kinds, days)``."""
    leaving = table.sum(axis=-2)
    return np.cumsum(leaving[..., ::-1], axis=-1)[..., ::-1]


def product(at_risk: Counts, ended: Counts) -> Numbers:
    """Share that is left after each day (product limit)."""
    return np.cumprod((at_risk - ended) / at_risk, axis=-1, dtype=np.float64)


def limits(
    estimate: Numbers, std_error: Numbers, followed: Numbers, confidence_level: float
) -> tuple[Numbers, Numbers]:
    """Limits ``F**exp(±z·se/(F·ln F))`` of every point, Wilson's at effective numbers where F is 0 or 1."""
    inside = (estimate > 0) & (estimate < 1)
    share = np.where(inside, estimate, 0.5)
    logarithm = np.log(share)
    with np.errstate(over="ignore"):
        reach = np.exp(quantile(confidence_level) * std_error / (share * -logarithm))
        low, high = np.exp(logarithm * reach), np.exp(logarithm / reach)
    edge = ~inside
    if edge.any():
        at = np.broadcast_to(followed, estimate.shape)[edge]
        low[edge], high[edge] = wilson_limits(estimate[edge], at, confidence_level)
    return np.minimum(low, estimate), np.maximum(high, estimate)


def limits_of(
    estimate: float, std_error: float, followed: float, confidence_level: float
) -> tuple[float, float]:
    """Limits of one point, as :func:`limits` gives those of many."""
    if not 0 < estimate < 1:
        return wilson_of(estimate, followed, confidence_level)
    logarithm = log(estimate)
    reach = exp(min(quantile(confidence_level) * std_error / (estimate * -logarithm), FARTHEST))
    return min(exp(logarithm * reach), estimate), max(exp(logarithm / reach), estimate)


def effective(days: Numbers, at_risk: Counts, still_open: Numbers, day: float) -> float:
    """How many, all followed to the end, would leave as many at risk on a day as are seen to be."""
    following = min(int(days.searchsorted(day, side="left")), len(days) - 1)
    before = still_open[following - 1] if following else 1.0
    return float(at_risk[following] / before)
