"""Does the network feed itself? New contacts per interview, with an interval by bootstrap over the interviews."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import exp
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.estimates.proportion import garwood
from infoviz.stats.result import Result
from infoviz.stats.wording import counted, supported

FEWEST = 10
RESAMPLES = 2000
SEED = 20_240_101

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reproduction(Result):
    """New contacts per interview: above one, the network feeds itself.

    Attributes
    ----------
    estimate
        Mean number of people introduced per interview; None where not computable.
    low, high
        Limits of the 95 % interval; None where not computable.
    interviews
        Interviews held at least ``within`` days before ``as_of``.
    introduced
        People introduced by those interviewed.
    within
        Days that an interview is given to bear fruit before it counts.
    as_of
        The day at which we look.
    reason
        Why there is no estimate; None where there is one.
    """

    estimate: float | None
    low: float | None
    high: float | None
    interviews: int
    introduced: int
    within: int
    as_of: date
    reason: str | None = None

    @property
    def extinction(self) -> float | None:
        """Chance that one contact's chain of introductions dies out by itself, were introductions Poisson.

        The smallest q with ``q = exp(R (q - 1))``; an explanation of the estimate R, not an estimate of its own.

        Examples
        --------
        >>> fed = Reproduction(1.5, 1.0, 2.1, 20, 30, 28, date(2026, 11, 20))
        >>> round(fed.extinction, 5)
        0.41719
        """
        if self.estimate is None or self.estimate <= 1:
            return None if self.estimate is None else 1.0
        chance = 0.0
        for _ in range(100):  # Newton's steps from below rise to the smallest root
            survives = exp(self.estimate * (chance - 1))
            chance += (survives - chance) / (1 - self.estimate * survives)
        return chance

    def to_frame(self) -> pd.DataFrame:
        """Give one row: the estimate, its limits and the counts."""
        given = {
            name: [getattr(self, name)] for name in ("estimate", "low", "high", "interviews", "introduced")
        }
        return pd.DataFrame(given | {"within_days": [self.within], "reason": [self.reason or ""]})

    def to_dict(self) -> dict[str, Any]:
        """Give plain values: the estimate and its limits, or the reason; and the counts."""
        counts = {"interviews": self.interviews, "introduced": self.introduced, "within_days": self.within}
        if self.reason is not None:
            return {"reason": self.reason, **counts}
        return {"estimate": self.estimate, "low": self.low, "high": self.high, **counts}

    def __str__(self) -> str:
        if self.estimate is None or self.low is None or self.high is None:
            so_far = f"{counted(self.introduced, 'new contact')} from {counted(self.interviews, 'interview')}"
            return f"New contacts per interview by {self.as_of}: not known, {self.reason} (so far {so_far})."
        verdict = "cannot tell yet whether the network feeds itself"
        if self.low > 1:
            verdict = "the network feeds itself"
        elif self.high < 1:
            verdict = "by introductions alone the network would dry up"
        number, low, high = supported(self.estimate, self.low, self.high)
        held = f"{counted(self.interviews, 'interview')} held at least {counted(self.within, 'day')} before"
        return (
            f"{held} {self.as_of} brought "
            f"{counted(self.introduced, 'new contact')}, {number} each (95 % interval {low} to {high}): {verdict}."
        )


def reproduction(brought: Integers, *, as_of: date, within: int = 28) -> Reproduction:
    """Estimate how many new contacts an interview brings.

    Parameters
    ----------
    brought
        New contacts that each interview brought, shape ``(interviews,)``, for interviews held at least ``within``
        days before ``as_of``.
    as_of, within
        The day at which we look, and the days given to an interview to bear fruit.

    Notes
    -----
    The interval is the bias-corrected and accelerated bootstrap over interviews (Efron 1987, Journal of the American
    Statistical Association 82:171), from a seed of its own; where every interview brought the same number a bootstrap
    has nothing to say and Garwood's limits for a count take its place.

    Examples
    --------
    >>> import numpy as np
    >>> result = reproduction(np.array([0, 0, 0, 0, 1, 1, 1, 2, 2, 3]), as_of=date(2026, 11, 20))
    >>> result.estimate, result.low < 1 < result.high
    (1.0, True)
    """
    interviews, introduced = len(brought), int(brought.sum())
    if interviews < FEWEST:
        held = counted(interviews, "interview")
        reason = f"{held} held at least {counted(within, 'day')} ago; {FEWEST} are needed"
        return Reproduction(None, None, None, interviews, introduced, within, as_of, reason)
    values, times = np.unique(brought, return_counts=True)
    low, high = _limits(tuple(values.tolist()), tuple(times.tolist()))
    return Reproduction(introduced / interviews, low, high, interviews, introduced, within, as_of)


@lru_cache(maxsize=8)
def _limits(numbers: tuple[int, ...], frequencies: tuple[int, ...]) -> tuple[float, float]:
    """Limits of the mean of numbers that turn up so often; the last are kept, for they take 2,000 draws."""
    values, times = np.array(numbers), np.array(frequencies)
    interviews, introduced = int(times.sum()), int(times @ values)
    if len(values) == 1:
        low, high = garwood(introduced)
        return low / interviews, high / interviews
    mean = introduced / interviews
    # How often each number turns up in a resample is multinomial, so the interviews themselves need not be drawn.
    draws = np.random.default_rng(SEED).multinomial(interviews, times / interviews, size=RESAMPLES)
    means = draws @ values / interviews
    below = (np.count_nonzero(means < mean) + np.count_nonzero(means <= mean)) / (2 * RESAMPLES)
    away = values - mean
    acceleration = float(times @ away**3 / (6 * (times @ away**2) ** 1.5))
    normal = NormalDist()
    bias = normal.inv_cdf(min(max(below, 1 / RESAMPLES), 1 - 1 / RESAMPLES))

    shifted = [bias + normal.inv_cdf(tail) for tail in (0.025, 0.975)]
    shares = [normal.cdf(bias + shift / (1 - acceleration * shift)) for shift in shifted]
    low, high = np.quantile(means, shares).tolist()
    return min(low, mean), max(high, mean)
