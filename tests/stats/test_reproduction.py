"""New contacts per interview: the interval, and when there is none."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.stats.people.reproduction import Reproduction, reproduction

TODAY = date(2026, 11, 20)


def of(*brought: int) -> Reproduction:
    return reproduction(np.array(brought, dtype=np.int64), as_of=TODAY)


def test_below_ten_interviews_there_are_only_counts():
    few = of(1, 2, 0, 4, 1, 1, 0, 0, 3)
    assert (few.estimate, few.low, few.high) == (None, None, None)
    assert few.to_dict() == {
        "reason": "9 interviews held at least 28 days ago; 10 are needed",
        "interviews": 9,
        "introduced": 12,
        "within_days": 28,
    }
    assert "10 are needed (so far 12 new contacts from 9 interviews)" in str(few)


def test_where_all_interviews_brought_the_same_the_limits_are_those_of_a_count():
    none = of(*[0] * 10)
    assert (none.estimate, none.low) == (0.0, 0.0)
    assert none.high == pytest.approx(0.3689, abs=5e-5)
    one = of(*[1] * 10)
    assert (one.low, one.high) == (pytest.approx(0.4795, abs=5e-5), pytest.approx(1.8390, abs=5e-5))


@settings(derandomize=True, deadline=None, max_examples=50)
@given(
    brought=st.lists(st.integers(0, 6), min_size=10, max_size=60), random=st.randoms(use_true_random=False)
)
def test_the_interval_holds_the_estimate_and_does_not_depend_on_order(brought, random):
    result = of(*brought)
    assert 0 <= result.low <= result.estimate <= result.high
    assert of(*random.sample(brought, len(brought))) == result


def test_the_interval_covers_the_truth_nearly_as_often_as_it_says():
    rng = np.random.default_rng(20261120)
    truth, runs, covered = 1.0, 300, 0
    for _ in range(runs):
        result = of(*rng.negative_binomial(2, 2 / (2 + truth), size=40))
        covered += result.low <= truth <= result.high
    assert 0.90 <= covered / runs <= 0.98


def test_the_global_random_state_is_left_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002  the very state that must not change
    of(*range(12))
    assert (np.random.get_state()[1] == before).all()  # noqa: NPY002


@pytest.mark.parametrize(("estimate", "chance"), [(0.5, 1.0), (1.0, 1.0), (1.5, 0.41719), (2.0, 0.20319)])
def test_extinction_of_poisson_chains(estimate, chance):
    result = Reproduction(estimate, 0.0, 9.0, 20, 20, 28, TODAY)
    assert result.extinction == pytest.approx(chance, abs=5e-6)
    assert of(0).extinction is None


def test_it_says_whether_the_network_feeds_itself():
    assert "cannot tell yet whether the network feeds itself" in str(of(0, 1, 2, 0, 1, 3, 0, 0, 1, 2))
    assert "the network feeds itself" in str(of(*[2, 3] * 10))
    assert "would dry up" in str(of(*[0] * 30, 1))
    assert str(of(0, 1, 2, 0, 1, 3, 0, 0, 1, 2)).startswith(
        "10 interviews held at least 28 days before 2026-11-20 brought 10 new contacts, 1.0 each (95 % interval"
    )


def test_the_frame_has_one_row():
    assert of(*[1] * 10).to_frame()["estimate"].tolist() == [1.0]
