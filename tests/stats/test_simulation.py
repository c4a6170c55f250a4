"""On simulated trackers the estimate is right on average, and its interval covers the truth as often as it says."""

import numpy as np
import pytest
from scipy.stats import norm

from infoviz.stats.estimates.incidence import cumulative_incidence

RUNS = 1500
YES, NO, BOUNCE = 0.22, 0.10, 0.05
MEDIANS = {1: 7.0, 2: 4.0}  # days to a yes and to a no
SPREAD = 0.9  # of the logarithm of a delay

STEADY = [(10, weeks) for weeks in (8, 12, 26)]
GRID = {f"{weeks} weeks of {asks}": (np.repeat(7 * np.arange(weeks), asks), 28) for asks, weeks in STEADY}
GRID["4 weeks of 10, at two weeks"] = (np.repeat(7 * np.arange(4), 10), 14)
GRID["12 weeks, the last two of them of 30"] = (np.repeat(7 * np.arange(12), [30, 30] + [10] * 10), 28)


def truth(window: int) -> float:
    """Chance of a yes by the window, in whole days."""
    return YES * norm.cdf(np.log((window + 1) / MEDIANS[1]) / SPREAD)


def simulate(random: np.random.Generator, ages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Durations and causes of asks of these ages: whole days, open asks censored at their age."""
    fate = random.choice([1, 2, 3, 0], size=len(ages), p=[YES, NO, BOUNCE, 1 - YES - NO - BOUNCE])
    median = np.select([fate == 1, fate == 2], [MEDIANS[1], MEDIANS[2]], 1.0)
    delay = np.where(fate == 3, 0, np.floor(random.lognormal(np.log(median), SPREAD)))
    ended = (fate > 0) & (delay <= ages)
    return np.where(ended, delay, ages), np.where(ended, fate, 0)


@pytest.mark.parametrize("tracker", GRID)
def test_bias_and_coverage(tracker):
    weeks, window = GRID[tracker]
    random = np.random.default_rng(20261120)
    estimates = np.empty((RUNS, 3))
    for run in range(RUNS):
        ages = weeks + random.integers(0, 7, size=len(weeks))
        estimates[run] = cumulative_incidence(*simulate(random, ages)).at(window, 1)
    true = truth(window)
    bias = 100 * (estimates[:, 0].mean() - true)
    covered = ((estimates[:, 1] <= true) & (true <= estimates[:, 2])).mean()
    assert abs(bias) <= 0.5, f"bias of {bias:+.2f} points"
    assert 0.93 <= covered <= 0.97, f"coverage of {covered:.1%}"
