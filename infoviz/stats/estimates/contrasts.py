"""Shares of groups against each other: what they have in common, and whether they differ."""

from collections.abc import Sequence
from math import asin, erfc, sqrt

import numpy as np
import numpy.typing as npt

from infoviz.stats.estimates.proportion import quantile

FALSE_DISCOVERIES = 0.10  # of the differences said to stand, so many may be chance
POWER = 0.80

Numbers = npt.NDArray[np.float64]

# Over these is averaged: concentrations, as exponents, and means, in standard errors from the likeliest.
_EXPONENTS = np.linspace(0, 1, 12)[:, np.newaxis, np.newaxis]
_STEPS = np.linspace(-2.5, 2.5, 7)[:, np.newaxis]


def evened(successes: Numbers, trials: Numbers, sizes: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Posterior of each group's share, drawn towards what the groups of its comparison have in common.

    The shares of a comparison are taken to come from one beta distribution, of which nothing is known: its mean is
    uniform, the logarithm of its concentration uniform up to that of all trials, and neither parameter is under one
    half, as in Jeffreys' prior. Both are averaged over, so that the posterior knows how little few groups tell
    of what they have in common.

    Parameters
    ----------
    successes, trials
        Those of each group, the groups of one comparison after those of another, shape ``(groups,)``.
    sizes
        How many groups each comparison has, at least one.

    Returns
    -------
    tuple of numpy.ndarray
        Both parameters of the beta distribution with the posterior's mean and variance, shape ``(groups,)``.

    References
    ----------
    Gelman et al. (2013), Bayesian Data Analysis, section 5.3.

    Examples
    --------
    >>> a, b = evened(np.array([2.0, 10.0]), np.array([20.0, 20.0]), [2])
    >>> [f"{share:.2f}" for share in a / (a + b)]
    ['0.15', '0.46']
    """
    from scipy.special import betaln

    begins = np.cumsum(sizes, dtype=np.int64) - sizes

    def summed(values: Numbers) -> Numbers:
        return np.add.reduceat(values, begins, axis=-1)

    def spread(values: Numbers) -> Numbers:
        return np.repeat(values, sizes, axis=-1)

    concentration = np.maximum(summed(trials), 1.0) ** _EXPONENTS
    weights = trials / (1 + (trials - 1) / (spread(concentration) + 1))
    worth = summed(weights) + 1
    centre = (summed(weights * successes / trials) + 0.5) / worth
    reach = 1 / np.sqrt(worth * centre * (1 - centre))
    mean = 1 / (1 + (1 / centre - 1) * np.exp(-_STEPS * reach))
    a, b = np.maximum(mean * concentration, 0.5), np.maximum((1 - mean) * concentration, 0.5)
    first, second = spread(a) + successes, spread(b) + trials - successes
    likelihood = summed(betaln(first, second)) - sizes * betaln(a, b)
    density = likelihood + np.log(mean * (1 - mean) * reach)  # each step takes up so much of the mean's range
    chance = np.exp(density - density.max(axis=(0, 1)))
    chance = spread(chance / chance.sum(axis=(0, 1)))
    both = first + second
    share = (chance * first / both).sum(axis=(0, 1))
    square = (chance * first * (first + 1) / (both * (both + 1))).sum(axis=(0, 1))
    amount = share * (1 - share) / (square - share**2) - 1
    return share * amount, (1 - share) * amount


def p_value(difference: float, low: float, high: float) -> float:
    """Two-sided p-value that agrees with a 95 % interval: under 0.05 just where the interval leaves 0 out.

    Parameters
    ----------
    difference, low, high
        The difference and its limits; the limit on the side of 0 tells how far chance reaches.

    Examples
    --------
    >>> round(p_value(0.2, 0.0, 0.5), 3), p_value(0.2, -0.1, 0.5) > 0.05, p_value(0.0, -0.1, 0.1)
    (0.05, True, 1.0)
    """
    reach = difference - low if difference > 0 else high - difference
    if difference == 0 or reach <= 0:
        return float(difference == 0)
    return erfc(abs(difference) / reach * quantile(0.95) / sqrt(2))


def asks_missing(share1: float, trials1: float, share2: float, trials2: float) -> int | None:
    """Asks still needed on the smaller side, by the arcsine formula; None where the shares are alike."""
    if abs(share1 - share2) < 0.005:
        return None
    return max(0, asks_for_difference(share1, share2) - int(min(trials1, trials2)))


def asks_for_difference(share1: float, share2: float) -> int:
    """Asks needed in each of two groups to tell their shares apart, at 5 % with 80 % power.

    Parameters
    ----------
    share1, share2
        The two shares, which differ.

    References
    ----------
    Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6.

    Examples
    --------
    >>> asks_for_difference(0.10, 0.20), asks_for_difference(0.10, 0.25), asks_for_difference(0.20, 0.40)
    (195, 96, 80)
    """
    effect = 2 * (asin(sqrt(share1)) - asin(sqrt(share2)))
    reach = quantile(0.95) + quantile(2 * POWER - 1)
    return round(2 * (reach / effect) ** 2)


def discoveries(p_values: Sequence[float]) -> int:
    """Count how many of the smallest p-values stand after control of false discoveries.

    References
    ----------
    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289.

    Examples
    --------
    >>> discoveries([0.001, 0.04, 0.06, 0.5])
    3
    """
    ranked = enumerate(sorted(p_values), 1)
    return max((rank for rank, p in ranked if p <= FALSE_DISCOVERIES * rank / len(p_values)), default=0)
