"""Shares of groups against each other: published sizes, false discoveries, the common prior."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency, false_discovery_control

from infoviz.stats.estimates.contrasts import (
    asks_for_difference,
    asks_missing,
    beta_priors,
    discoveries,
    p_value,
)
from infoviz.stats.estimates.proportion import newcombe


def test_published_sizes_of_comparisons():
    assert [asks_for_difference(0.1, 0.2), asks_for_difference(0.1, 0.25), asks_for_difference(0.2, 0.4)] == [
        195,
        96,
        80,
    ]


def test_asks_missing_on_the_smaller_side():
    assert asks_missing(0.2, 30, 0.4, 20) == 60
    assert asks_missing(0.2, 300, 0.4, 200) == 0
    assert asks_missing(0.2, 30, 0.2, 20) is None


def test_discoveries_are_those_of_benjamini_and_hochberg():
    random = np.random.default_rng(3)
    for _ in range(50):
        p_values = (random.random(12) ** 3).tolist()
        assert discoveries(p_values) == (false_discovery_control(p_values) <= 0.10).sum()
    assert discoveries([]) == 0


@pytest.mark.parametrize(
    "table", [(30, 100, 15, 100), (8, 20, 4, 20), (5, 5, 1, 14), (0, 10, 3, 9), (1, 2, 1, 2)]
)
def test_the_p_value_agrees_with_the_interval_and_nearly_with_the_chi_square(table):
    s1, n1, s2, n2 = table
    low, high = newcombe(*table)
    chance = p_value(s1 / n1 - s2 / n2, low, high)
    assert (chance < 0.05) == (low > 0 or high < 0)
    expected = chi2_contingency([[s1, n1 - s1], [s2, n2 - s2]], correction=False).pvalue
    assert chance == pytest.approx(expected, abs=0.06)


def test_alike_groups_share_a_sure_prior_and_unlike_ones_a_vague_one():
    a, b = beta_priors(np.array([12.0, 12, 12, 2, 20, 38]), np.full(6, 40.0), [3, 3])
    assert a[0] / (a[0] + b[0]) == pytest.approx(0.3)
    assert a[0] + b[0] == pytest.approx(120)
    assert a[1] + b[1] < 5
    a, b = beta_priors(np.zeros(3), np.full(3, 500.0), [3])
    assert min(a[0], b[0]) == 0.5


def test_the_priors_of_several_comparisons_are_those_of_each():
    random = np.random.default_rng(5)
    sizes = [1, 4, 2, 7]
    trials = random.integers(5, 90, size=sum(sizes)).astype(float)
    successes = np.floor(trials * random.random(len(trials)))
    together = np.transpose(beta_priors(successes, trials, sizes))
    ends = np.cumsum(sizes)
    for begin, end, pair in zip(ends - sizes, ends, together, strict=True):
        alone = np.ravel(beta_priors(successes[begin:end], trials[begin:end], [end - begin]))
        assert pair == pytest.approx(alone, rel=1e-12)
