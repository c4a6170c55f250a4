from datetime import date, time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.values.numbers import Length, read_length, read_lengths

MINUTES = {
    "20": 20,
    "20 min": 20,
    "20min.": 20,
    "30 minutes": 30,
    "1h": 60,
    "1 hour": 60,
    "1.5 hours": 90,
    "1,5 h": 90,
    "1:00": 60,
    "0:45": 45,
    "1 h 15": 75,
    "1h15m": 75,
    "1 hour and 15 minutes": 75,
    "half an hour": 30,
    "an hour": 60,
    "~30": 30,
    "about 20 min": 20,
    "2 Std": 120,
}
DAYS = {
    "90": 90,
    "30 days": 30,
    "every 3 months": 90,
    "3 months": 90,
    "3m": 90,
    "6 mo": 180,
    "monthly": 30,
    "weekly": 7,
    "Quarterly": 90,
    "every quarter": 90,
    "yearly": 365,
    "annually": 365,
    "every two weeks": 14,
    "every other week": 14,
    "biweekly": 14,
    "fortnightly": 14,
    "once a month": 30,
    "twice a year": 182,
    "every six months": 180,
    "daily": 1,
    "alle 3 Monate": 90,
    "2 weeks": 14,
}


@pytest.mark.parametrize(("text", "value"), MINUTES.items())
def test_minutes(text, value):
    assert read_length(text, Length.MINUTES) == value


@pytest.mark.parametrize(("text", "value"), DAYS.items())
def test_days(text, value):
    assert read_length(text, Length.CADENCE) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30-45 min",
        "Q3",
        "-5",
        "2000",
        "a while",
        "1,000",
        "3 months",
        "1:75",
        "20 % more",
        "half",
        "25 h",
    ],
)
def test_no_minutes(text):
    assert read_length(text, Length.MINUTES) is None


@pytest.mark.parametrize("text", ["bimonthly", "bi-monthly", "6-8 weeks", "0", "20 min", "often", "99999"])
def test_no_days(text):
    assert read_length(text, Length.CADENCE) is None


def test_a_column_of_minutes(column, error):
    read = read_lengths(
        column(30, "20 min", time(0, 45), None, "n/a", "long", -3, date(2026, 3, 4), error("#VALUE!")),
        Length.MINUTES,
    )
    assert read.values[:3].tolist() == [30, 20, 45]
    assert np.isnan(read.values[3:]).all()
    assert [problem.value for problem in read.problems] == ["long", "-3", "2026-03-04", "#VALUE!"]


def test_never_is_no_cadence_and_no_problem(column):
    read = read_lengths(column("never", 90), Length.CADENCE)
    assert np.isnan(read.values[0])
    assert read.problems == []


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.text() | st.none() | st.booleans() | st.floats() | st.dates() | st.times(), max_size=6),
    st.sampled_from(Length),
)
def test_nothing_upsets_a_column(column, values, length):
    read = read_lengths(column(*values), length)
    given_values = read.values[~np.isnan(read.values)]
    assert ((given_values >= length.least) & (given_values <= length.greatest)).all()
