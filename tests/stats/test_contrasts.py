"""Shares of groups against each other: published sizes, false discoveries, the common prior."""

import numpy as np
import pytest
from scipy.special import betainc, betaln
from scipy.stats import chi2_contingency, false_discovery_control

from infoviz.stats.estimates.contrasts import (
    asks_for_difference,
    asks_missing,
    discoveries,
    evened,
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


def test_alike_groups_are_surer_together_and_unlike_ones_hardly():
    a, b = evened(np.array([12.0, 12, 12, 2, 20, 38]), np.full(6, 40.0), [3, 3])
    assert a[:3] / (a + b)[:3] == pytest.approx(0.3, abs=0.01)
    assert ((a + b)[:3] > 55).all()
    assert ((a + b)[:3] < 120).all()  # no surer than their sum
    assert a[3:] / (a + b)[3:] == pytest.approx([2.5 / 41, 0.5, 38.5 / 41], abs=0.02)
    assert ((a + b)[3:] < 45).all()


def test_several_comparisons_are_evened_as_each_alone():
    random = np.random.default_rng(5)
    sizes = [1, 4, 2, 7]
    trials = random.integers(5, 90, size=sum(sizes)).astype(float)
    successes = np.floor(trials * random.random(len(trials)))
    together = np.transpose(evened(successes, trials, sizes))
    ends = np.cumsum(sizes)
    for begin, end in zip(ends - sizes, ends, strict=True):
        alone = np.transpose(evened(successes[begin:end], trials[begin:end], [end - begin]))
        assert together[begin:end] == pytest.approx(alone, rel=1e-9)


@pytest.mark.parametrize(("groups", "asks"), [(1, 30), (2, 20), (3, 7)])
def test_it_is_the_average_over_all_that_the_groups_may_have_in_common(groups, asks):
    random = np.random.default_rng(groups)
    successes = random.binomial(asks, 0.3, size=groups).astype(float)
    a, b = evened(successes, np.full(groups, float(asks)), [groups])
    means, concentrations = np.meshgrid(np.linspace(0.001, 0.999, 999), np.geomspace(1, groups * asks, 60))
    prior_a = np.maximum(means * concentrations, 0.5)[..., np.newaxis]
    prior_b = np.maximum((1 - means) * concentrations, 0.5)[..., np.newaxis]
    likelihood = betaln(prior_a + successes, prior_b + asks - successes) - betaln(prior_a, prior_b)
    chance = np.exp(likelihood.sum(axis=2))
    chance /= chance.sum()
    share = ((prior_a + successes) / (prior_a + prior_b + asks) * chance[..., np.newaxis]).sum(axis=(0, 1))
    assert a / (a + b) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(("groups", "asks"), [(2, 20), (4, 20), (8, 50)])
def test_the_interval_covers_as_often_as_it_says(groups, asks):
    random = np.random.default_rng(20261129)
    covered = []
    for _ in range(300):
        shares = random.beta(5, 15, size=groups)
        a, b = evened(random.binomial(asks, shares).astype(float), np.full(groups, float(asks)), [groups])
        chance = betainc(a, b, shares)
        covered.append((chance >= 0.025) & (chance <= 0.975))
    assert 0.92 <= np.mean(covered) <= 0.98
