"""Ends of unknown day: spread as the others lie, and so without bias."""

import numpy as np
import pytest

from infoviz.stats.estimates.incidence import cumulative_incidence
from infoviz.stats.estimates.undated import spread_incidences
from tests.stats.test_simulation import simulate, truth


def shares(durations, causes, latest, days, groups=None):
    """Share that each cause has ended by some days, shape (causes, days), or of several groups one more dimension."""
    apart = np.zeros(len(durations), dtype=int) if groups is None else groups
    known, curves = spread_incidences(durations, causes, latest, apart, int(apart.max(initial=0)) + 1)
    found = curves[..., np.searchsorted(known, days, side="right") - 1]
    return found[0] if groups is None else found


def test_without_any_the_curves_are_those_of_aalen_and_johansen():
    random = np.random.default_rng(4)
    durations, causes = simulate(random, random.integers(0, 90, size=300))
    days = [0, 3, 10, 40, 80]
    found = shares(durations.astype(float), causes, durations.astype(float), days)
    known = cumulative_incidence(durations, causes)
    for cause in (1, 2, 3):
        assert found[cause - 1] == pytest.approx([known.at(day, cause)[0] for day in days], abs=1e-5)


def test_an_end_goes_where_the_others_of_its_cause_are_and_not_beyond_its_last_day():
    durations = np.array([2, 6, 6, np.nan, np.nan, 9.0, 9.0])
    latest = np.array([2, 6, 6, 4, 9, 9, 9.0])
    first, second = shares(durations, np.array([1, 1, 2, 1, 2, 0, 0]), latest, [1, 2, 5, 6, 9])
    assert first == pytest.approx([0, 2 / 7, 2 / 7, 3 / 7, 3 / 7], abs=1e-4)
    assert second == pytest.approx([0, 0, 0, 2 / 7, 2 / 7], abs=1e-4)


def test_where_none_has_a_day_nothing_is_lost():
    found = shares(np.full(4, np.nan), np.array([1, 1, 2, 0]), np.array([3.0, 5, 3, 9]), [0, 2, 3, 5, 9])
    assert found[:, -1] == pytest.approx([0.5, 0.25])
    assert (np.diff(found, axis=1) >= 0).all()
    days, curves = spread_incidences(
        np.zeros(0), np.zeros(0, dtype=int), np.zeros(0), np.zeros(0, dtype=int), 1
    )
    assert (days.tolist(), curves.shape) == ([0.0], (1, 0, 1))


def test_several_groups_are_spread_as_each_alone():
    random = np.random.default_rng(9)
    ages = random.integers(0, 90, size=200)
    durations, causes = simulate(random, ages)
    hidden = np.where((causes > 0) & (random.random(200) < 0.3), np.nan, durations)
    groups, days = random.integers(0, 3, size=200), [0, 1, 5, 14, 28, 60]
    together = shares(hidden, causes, ages.astype(float), days, groups)
    for group in range(3):
        own = groups == group
        alone = shares(hidden[own], causes[own], ages[own].astype(float), days)
        assert together[group, : len(alone)] == pytest.approx(alone, abs=1e-4)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_there_is_no_bias_however_many_days_are_missing(share):
    random = np.random.default_rng(20261129)
    estimates = []
    for _ in range(600):
        ages = np.repeat(7 * np.arange(12), 10) + random.integers(0, 7, size=120)
        durations, causes = simulate(random, ages)
        hidden = np.where((causes > 0) & (random.random(120) < share), np.nan, durations)
        estimates.append(shares(hidden, causes, ages.astype(float), [28])[0, 0])
    assert 100 * abs(np.mean(estimates) - truth(28)) < 0.5
