"""Ends of unknown day: spread as the others lie, and so without bias."""

import numpy as np
import pytest

from infoviz.stats.estimates.incidence import cumulative_incidence
from infoviz.stats.estimates.undated import spread_incidence
from tests.stats.test_simulation import simulate, truth


def test_without_any_the_curves_are_those_of_aalen_and_johansen():
    random = np.random.default_rng(4)
    durations, causes = simulate(random, random.integers(0, 90, size=300))
    curves = spread_incidence(durations.astype(float), causes, durations.astype(float))
    known = cumulative_incidence(durations, causes)
    for day in (0, 3, 10, 40, 80):
        for cause in (1, 2, 3):
            assert curves[cause - 1, min(day, curves.shape[1] - 1)] == pytest.approx(
                known.at(day, cause)[0], abs=1e-5
            )


def test_an_end_goes_where_the_others_of_its_cause_are_and_not_beyond_its_last_day():
    durations = np.array([2, 6, 6, np.nan, np.nan, 9.0, 9.0])
    curves = spread_incidence(durations, np.array([1, 1, 2, 1, 2, 0, 0]), np.array([2, 6, 6, 4, 9, 9, 9.0]))
    assert curves[0, [1, 2, 5, 6]] == pytest.approx([0, 2 / 7, 2 / 7, 3 / 7], abs=1e-4)
    assert curves[1, [5, 6, 9]] == pytest.approx([0, 2 / 7, 2 / 7], abs=1e-4)


def test_where_none_has_a_day_all_days_are_alike_and_nothing_is_lost():
    curves = spread_incidence(np.full(4, np.nan), np.array([1, 1, 2, 0]), np.array([3.0, 3, 3, 3]))
    assert curves[:, -1] == pytest.approx([0.5, 0.25])
    assert (np.diff(curves, axis=1) >= 0).all()
    assert spread_incidence(np.zeros(0), np.zeros(0, dtype=int), np.zeros(0)).shape == (0, 1)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_there_is_no_bias_however_many_days_are_missing(share):
    random = np.random.default_rng(20261129)
    estimates = []
    for _ in range(600):
        ages = np.repeat(7 * np.arange(12), 10) + random.integers(0, 7, size=120)
        durations, causes = simulate(random, ages)
        hidden = (causes > 0) & (random.random(120) < share)
        curves = spread_incidence(np.where(hidden, np.nan, durations), causes, ages.astype(float))
        estimates.append(curves[0, 28])
    assert 100 * abs(np.mean(estimates) - truth(28)) < 0.5
