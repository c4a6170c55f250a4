"""Shares of groups against each other: published sizes, false discoveries, the common prior."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency, false_discovery_control

from infoviz.stats.contrasts import (
    asks_for_difference,
    asks_missing,
    beta_prior,
    discoveries,
    score_test,
)


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


def test_the_score_test_is_the_chi_square_of_the_two_by_two_table():
    expected = chi2_contingency([[30, 70], [15, 85]], correction=False).pvalue
    assert score_test(0.30, 100, 0.15, 100) == pytest.approx(expected)
    assert score_test(0, 10, 0, 10) == 1


def test_alike_groups_share_a_sure_prior_and_unlike_ones_a_vague_one():
    a, b = beta_prior(np.array([12.0, 12, 12]), np.array([40.0, 40, 40]))
    assert a / (a + b) == pytest.approx(0.3)
    assert a + b == pytest.approx(120)
    a, b = beta_prior(np.array([2.0, 20, 38]), np.array([40.0, 40, 40]))
    assert a + b < 5
    assert min(beta_prior(np.zeros(3), np.full(3, 500.0))) == 0.5
