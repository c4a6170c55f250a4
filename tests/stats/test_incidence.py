"""Curves by cause against hand-worked fractions and R, and what holds for any data."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnfitNumbers
from infoviz.stats.estimates.incidence import cumulative_incidence, cumulative_incidences
from infoviz.stats.estimates.survival import kaplan_meier

steady = settings(derandomize=True, deadline=None, max_examples=60)
exact = {"abs": 1e-9}


def test_hand_worked_ties():
    curve = cumulative_incidence([1, 2, 2, 3, 3, 3, 5, 6], [0, 1, 0, 2, 0, 2, 0, 2])
    assert curve.at(2, 1)[0] == pytest.approx(1 / 7, **exact)
    assert curve.at(100, 1)[0] == pytest.approx(1 / 7, **exact)
    assert curve.at(3, 2)[0] == pytest.approx(12 / 35, **exact)
    assert curve.at(6, 2)[0] == pytest.approx(6 / 7, **exact)
    assert curve.at_risk.tolist() == [8, 7, 5, 2, 1]


def test_hand_worked_six_rows():
    curve = cumulative_incidence([1, 2, 3, 4, 5, 6], [0, 1, 1, 2, 2, 0])
    assert curve.at(6, 2)[0] == pytest.approx(2 / 5, **exact)


def test_what_ends_on_day_0_counts():
    curve = cumulative_incidence([0, 0, 0, 2, 3, 5, 6, 9], [1, 1, 2, 1, 0, 2, 0, 0])
    assert curve.at(9, 1)[0] == pytest.approx(0.375, **exact)
    assert curve.at(9, 2)[0] == pytest.approx(7 / 24, **exact)
    assert curve.at(0, 1)[0] == pytest.approx(0.25, **exact)


def test_limits_with_aalens_variance():
    """Limits that scikit-survival 0.28 gives with var_type="Aalen" and conf_type="log-log"."""
    curve = cumulative_incidence([0, 0, 0, 2, 3, 5, 6, 9], [1, 1, 2, 1, 0, 2, 0, 0])
    assert curve.at(9, 1) == pytest.approx((0.375, 0.07550283702353189, 0.689105507401525), **exact)
    assert curve.at(9, 2) == pytest.approx((7 / 24, 0.02659943059626744, 0.657972379129415), **exact)


observations = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), min_size=1, max_size=60)


@steady
@given(observations)
def test_what_holds_for_every_curve(rows):
    durations, causes = np.array(rows).T
    curve = cumulative_incidence(durations, causes)
    assert np.allclose(curve.estimate.sum(axis=0) + curve.still_open, 1)
    assert (np.diff(curve.estimate, axis=1) >= 0).all()
    assert (curve.low >= 0).all()
    assert (curve.low <= curve.estimate).all()
    assert (curve.estimate <= curve.high).all()
    assert (curve.high <= 1).all()
    for day in (-1, 0, 2.5, 6, 99):
        for cause in (1, 4, 9):
            estimate, low, high = curve.at(day, cause)
            assert 0 <= low <= estimate <= high <= 1
    assert curve.still_open == pytest.approx(kaplan_meier(durations, causes > 0).estimate)


@steady
@given(observations, st.randoms(use_true_random=False))
def test_neither_order_nor_dtype_matter(rows, random):
    before = cumulative_incidence(*np.array(rows).T).to_dict()
    random.shuffle(rows)
    durations, causes = np.array(rows).T
    assert cumulative_incidence(durations.astype(np.float32), causes.astype(np.int8)).to_dict() == before
    halves = cumulative_incidence(durations / 2, causes)
    assert halves.estimate.tolist() == before_estimates(before)


def before_estimates(told: dict) -> list:
    return [cause["estimate"] for cause in told["causes"].values()]


@steady
@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 3)), min_size=1, max_size=40))
def test_an_open_ask_of_today_changes_nothing_later(rows):
    durations, causes = np.array(rows).T
    before = cumulative_incidence(durations, causes)
    after = cumulative_incidence([*durations, 0], [*causes, 0])
    for day in range(1, 14):
        for cause in (1, 2, 3):
            assert after.at(day, cause) == pytest.approx(before.at(day, cause), abs=1e-12)


def test_a_single_cause_without_censoring_is_a_plain_share():
    curve = cumulative_incidence([1, 2, 3, 3, 5, 30, 30, 30, 30, 30], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
    assert curve.at(28, 1)[0] == pytest.approx(0.5)
    assert curve.effective(28) == pytest.approx(10)


def test_nothing_asked_is_no_number():
    curve = cumulative_incidence([], [])
    assert np.isnan(curve.at(28, 1)).all()
    assert str(curve) == "No asks, no curve."
    assert curve.to_frame().empty


@steady
@given(observations)
def test_many_days_at_once_are_the_same(rows):
    durations, causes = np.array(rows).T
    curve = cumulative_incidence(durations, causes)
    days = [-1, 0, 0.5, 1, 3, 7, 12, 40]
    for cause in (1, 4, 9):
        one_by_one = np.array([curve.at(day, cause) for day in days])
        assert curve.along(days, cause) == pytest.approx(one_by_one, rel=1e-12, abs=1e-12)


def test_numbers_that_cannot_be_are_refused():
    for durations, causes in ([[-1], [1]], [[np.nan], [1]], [[1], [-1]], [[1, 2], [1]], [[1], [0.5]]):
        with pytest.raises(UnfitNumbers):
            cumulative_incidence(durations, causes)


def test_the_global_random_state_is_left_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002  the legacy state is what must not move
    cumulative_incidence([1, 2, 2], [1, 0, 2])
    assert (np.random.get_state()[1] == before).all()  # noqa: NPY002


def test_tables_keep_the_numbers_at_risk():
    frame = cumulative_incidence([1, 2, 2], [1, 0, 2]).to_frame()
    assert frame.columns.tolist() == [
        "cause", "day", "at_risk", "ended", "censored", "estimate", "std_error", "low", "high",
    ]  # fmt: skip
    assert frame["at_risk"].tolist() == [3, 2, 3, 2]
    assert "still open 33 %" in str(cumulative_incidence([1, 2, 2], [1, 0, 2]))


@steady
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3), st.integers(0, 3)), max_size=40))
def test_several_groups_at_once_have_the_curves_that_each_has_alone(rows):
    durations, causes, groups = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    for group, curve in enumerate(cumulative_incidences(durations, causes, groups, 5)):
        alone = cumulative_incidence(durations[groups == group], causes[groups == group])
        assert curve.to_dict() == alone.to_dict()
        assert curve.std_error.tolist() == alone.std_error.tolist()


def test_a_cause_is_one_or_more_and_a_day_a_number():
    curve = cumulative_incidence([1, 2], [1, 0])
    with pytest.raises(UnfitNumbers, match="1 or more"):
        curve.at(1, 0)
    assert np.isnan(curve.at(float("nan"), 1)).all()
