"""Kaplan-Meier against published tables, and what holds for any data."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnfitNumbers
from infoviz.stats.estimates.survival import kaplan_meier

MERCAPTOPURINE = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


@pytest.mark.parametrize(
    ("day", "share", "error"),
    [
        (6, 0.857, 0.0764),
        (7, 0.807, 0.0869),
        (10, 0.753, 0.0963),
        (13, 0.690, 0.1068),
        (16, 0.627, 0.1141),
        (22, 0.538, 0.1282),
        (23, 0.448, 0.1346),
    ],
)
def test_kaplan_meier_of_freireichs_trial(day, share, error):
    curve = kaplan_meier(MERCAPTOPURINE, RELAPSED)
    assert curve.at(day)[0] == pytest.approx(share, abs=5e-4)
    assert curve.std_error[curve.days.tolist().index(day)] == pytest.approx(error, abs=5e-5)


def test_log_log_limits_of_freireichs_trial():
    assert kaplan_meier(MERCAPTOPURINE, RELAPSED).at(6)[1:] == pytest.approx((0.6197, 0.9516), abs=5e-5)


def test_kaplan_meier_without_censoring():
    curve = kaplan_meier(PLACEBO, np.ones(21, dtype=bool))
    assert curve.at(1)[0] == pytest.approx(0.9048, abs=5e-5)
    assert curve.at(22)[0] == pytest.approx(0.0476, abs=5e-5)
    assert curve.at(23)[0] == 0
    assert curve.at(23)[1:] == pytest.approx((0, 0.1546), abs=5e-5)


@pytest.mark.parametrize(
    ("day", "share", "error"),
    [
        (9, 0.909, 0.0867),
        (13, 0.818, 0.1163),
        (18, 0.716, 0.1397),
        (23, 0.614, 0.1526),
        (31, 0.491, 0.1642),
        (34, 0.368, 0.1627),
        (48, 0.184, 0.1535),
    ],
)
def test_kaplan_meier_of_the_maintained_leukaemia_patients(day, share, error):
    curve = kaplan_meier([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0])
    assert curve.at(day)[0] == pytest.approx(share, abs=5e-4)
    assert curve.std_error[curve.days.tolist().index(day)] == pytest.approx(error, abs=5e-5)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40))
def test_what_holds_for_every_curve(rows):
    durations, observed = np.array(rows).T
    curve = kaplan_meier(durations, observed)
    assert (np.diff(curve.estimate) <= 0).all()
    assert (curve.low >= 0).all()
    assert (curve.low <= curve.estimate).all()
    assert (curve.estimate <= curve.high).all()
    assert (curve.high <= 1).all()
    assert curve.at_risk[0] == len(rows)
    for day in (-1, 0, 2.5, 12, 99):
        estimate, low, high = curve.at(day)
        assert 0 <= low <= estimate <= high <= 1
    assert curve.at(-1)[0] == 1


def test_the_table_is_the_curve():
    curve = kaplan_meier([1, 2, 2], [True, False, True])
    assert curve.to_frame()["at_risk"].tolist() == curve.to_dict()["at_risk"] == [3, 2]
    assert str(curve) == "Of 3 asks, 33 % are still open by day 2."


def test_nothing_asked_is_no_number():
    assert np.isnan(kaplan_meier([], []).at(3)).all()
    assert str(kaplan_meier([], [])) == "No asks, no curve."
    with pytest.raises(UnfitNumbers):
        kaplan_meier([1, 2], [True])


@pytest.mark.parametrize("observed", [["no", "no"], [1, -1], [1, 2], [True, None], [1.0, float("nan")]])
def test_an_end_is_seen_or_not(observed):
    with pytest.raises(UnfitNumbers):
        kaplan_meier([1, 2], observed)


def test_no_day_is_no_number():
    assert np.isnan(kaplan_meier([1, 2], [1, 0]).at(float("nan"))).all()
