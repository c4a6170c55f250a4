"""The rules of the practice, in one place."""

from dataclasses import FrozenInstanceError

import pytest

from infoviz.schema.rules import PRACTICE, Rules


def test_the_values_are_those_that_the_teachers_give():
    assert (PRACTICE.window_days, PRACTICE.nudge_days, PRACTICE.nudges, PRACTICE.thank_days) == (28, 10, 1, 2)
    assert (PRACTICE.lead_weeks, PRACTICE.minutes, PRACTICE.minutes_most, PRACTICE.goal) == (3, 20, 30, 1)
    assert (PRACTICE.session_days, PRACTICE.session_minutes, PRACTICE.cadence_days) == (14, 60, 90)
    assert PRACTICE.noes_per_yes == 10


def test_they_are_changed_by_making_others():
    assert Rules(goal=3).goal == 3
    with pytest.raises(FrozenInstanceError):
        PRACTICE.goal = 3
