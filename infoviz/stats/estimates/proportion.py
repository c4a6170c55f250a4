"""Intervals for one proportion, for the difference of two, and for a count.

Every interval is two-sided and lies inside its parameter's range; where nothing was observed it spans all
that is possible.
"""

from functools import lru_cache
from math import inf, sqrt
from numbers import Real
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from infoviz.errors import UnfitNumbers

Interval = tuple[float, float]


@lru_cache
def quantile(confidence_level: float) -> float:
    """Two-sided quantile of the standard normal distribution, 1.96 for a level of 0.95."""
    return NormalDist().inv_cdf(1 - _tail(confidence_level))


def wilson(successes: float, trials: float, confidence_level: float = 0.95) -> Interval:
    """Score interval of Wilson for a proportion.

    Parameters
    ----------
    successes, trials
        Counts, or effective counts (need not be whole).
    confidence_level
        Coverage, between 0 and 1.

    Returns
    -------
    tuple of float
        The limits, inside [0, 1] and around ``successes / trials``; (0, 1) where there were no trials.

    Raises
    ------
    UnfitNumbers
        Where there are fewer than no, or more successes than trials.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:857, method 3.

    Examples
    --------
    >>> low, high = wilson(81, 263)
    >>> f"{low:.4f} to {high:.4f}"
    '0.2553 to 0.3662'
    """
    _check(successes, trials)
    _tail(confidence_level)
    return wilson_of(successes / trials, trials, confidence_level) if trials else (0.0, 1.0)


def wilson_of(estimate: float, trials: float, confidence_level: float) -> Interval:
    """Wilson's limits for one proportion of some (effective) number of trials."""
    square, trials = quantile(confidence_level) ** 2, max(trials, 0.0)
    spread = sqrt(square * (trials * estimate * (1 - estimate) + square / 4))
    centre = trials * estimate + square / 2
    low = 0.0 if estimate <= 0 else (centre - spread) / (trials + square)
    high = 1.0 if estimate >= 1 else (centre + spread) / (trials + square)
    return min(max(low, 0.0), estimate), max(min(high, 1.0), estimate)


def wilson_limits(
    estimate: npt.NDArray[np.float64], trials: npt.NDArray[np.float64], confidence_level: float = 0.95
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Wilson's limits for many proportions at once, each of its own (effective) number of trials."""
    square = quantile(confidence_level) ** 2
    trials = np.maximum(np.asarray(trials, dtype=np.float64), 0.0)
    spread = np.sqrt(square * (trials * estimate * (1 - estimate) + square / 4))
    centre = trials * estimate + square / 2
    low = np.where(estimate <= 0, 0.0, (centre - spread) / (trials + square))
    high = np.where(estimate >= 1, 1.0, (centre + spread) / (trials + square))
    return np.clip(low, 0.0, estimate), np.clip(high, estimate, 1.0)


def jeffreys(successes: float, trials: float, confidence_level: float = 0.95) -> Interval:
    """Bayesian interval with the prior of Jeffreys, Beta(1/2, 1/2), for a proportion.

    The lower limit is 0 where nothing succeeded and the upper limit 1 where nothing failed.

    Parameters
    ----------
    successes, trials
        Counts, or effective counts (need not be whole).
    confidence_level
        Coverage, between 0 and 1.

    Returns
    -------
    tuple of float
        The limits, inside [0, 1].

    Raises
    ------
    UnfitNumbers
        Where there are fewer than no, or more successes than trials.

    References
    ----------
    Brown, Cai and DasGupta (2001), Statistical Science 16:101.

    Examples
    --------
    >>> low, high = jeffreys(0, 20)
    >>> f"{low:.4f} to {high:.4f}"
    '0.0000 to 0.1166'
    """
    from scipy.special import betaincinv

    _check(successes, trials)
    tail = _tail(confidence_level)
    a, b = successes + 0.5, trials - successes + 0.5
    low = 0.0 if successes == 0 else float(betaincinv(a, b, tail))
    high = 1.0 if successes == trials else float(betaincinv(a, b, 1 - tail))
    return low, high


def newcombe(s1: float, n1: float, s2: float, n2: float, confidence_level: float = 0.95) -> Interval:
    """Interval of Newcombe for the difference of two independent proportions, first minus second.

    Parameters
    ----------
    s1, n1, s2, n2
        Successes and trials of the first and the second group.
    confidence_level
        Coverage, between 0 and 1.

    Returns
    -------
    tuple of float
        The limits, inside [-1, 1].

    Raises
    ------
    UnfitNumbers
        Where there are fewer than no, or more successes than trials.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:873, method 10.

    Examples
    --------
    >>> low, high = newcombe(56, 70, 48, 80)
    >>> f"{low:.4f} to {high:.4f}"
    '0.0524 to 0.3339'
    """
    first, second = wilson(s1, n1, confidence_level), wilson(s2, n2, confidence_level)
    if not n1 or not n2:
        return first[0] - second[1], first[1] - second[0]
    return square_and_add((s1 / n1, *first), (s2 / n2, *second))


def square_and_add(first: tuple[float, float, float], second: tuple[float, float, float]) -> Interval:
    """Limits of a difference from two (estimate, low, high): the method of variance estimates recovery."""
    p1, low1, high1 = first
    p2, low2, high2 = second
    difference = p1 - p2
    low = difference - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2)
    high = difference + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2)
    return max(low, -1.0), min(high, 1.0)


def garwood(count: float, confidence_level: float = 0.95) -> Interval:
    """Exact interval of Garwood for the mean of a Poisson count.

    Parameters
    ----------
    count
        How many were counted.
    confidence_level
        Coverage, between 0 and 1.

    Returns
    -------
    tuple of float
        The limits, from 0.

    Raises
    ------
    UnfitNumbers
        Where the count is negative or not a number.

    References
    ----------
    Garwood (1936), Biometrika 28:437.

    Examples
    --------
    >>> low, high = garwood(10)
    >>> f"{low:.3f} to {high:.3f}"
    '4.795 to 18.390'
    """
    from scipy.special import gammaincinv

    if not isinstance(count, Real) or not 0 <= count < inf:
        raise UnfitNumbers(f"a count is 0 or more, not {count!r}")
    tail = _tail(confidence_level)
    low = 0.0 if count == 0 else float(gammaincinv(count, tail))
    return low, float(gammaincinv(count + 1, 1 - tail))


def _tail(confidence_level: float) -> float:
    if not isinstance(confidence_level, Real) or not 0 < confidence_level < 1:
        raise UnfitNumbers(f"a confidence level lies between 0 and 1, not at {confidence_level!r}")
    return (1 - confidence_level) / 2


def _check(successes: float, trials: float) -> None:
    numbers = isinstance(successes, Real) and isinstance(trials, Real)
    if not numbers or not 0 <= successes <= trials < inf:
        raise UnfitNumbers(f"successes lie between 0 and the trials; {successes!r} of {trials!r} do not")
