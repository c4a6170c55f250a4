"""Durations counted by day, whole or not."""

import numpy as np
import pandas as pd
import pytest

from infoviz.errors import UnfitNumbers
from infoviz.stats.estimates.counting import FEW_DAYS, checked, remaining, tabulate


@pytest.mark.parametrize("scale", [1.0, 0.5, FEW_DAYS])
def test_counting_and_sorting_agree(scale):
    times = np.array([3.0, 1, 3, 0, 1]) * scale
    days, table = tabulate(times, np.array([0, 1, 2, 0, 1]), 3)
    assert days.tolist() == [0, scale, 3 * scale]
    assert table.tolist() == [[1, 0, 1], [0, 2, 0], [0, 0, 1]]
    assert remaining(table).tolist() == [5, 4, 2]


def test_what_cannot_be_is_refused():
    with pytest.raises(UnfitNumbers, match="one length"):
        checked([1, 2], [1])
    with pytest.raises(UnfitNumbers, match="number of days"):
        checked([np.inf], [1])


@pytest.mark.parametrize(
    ("durations", "causes"),
    [
        (["1", "2"], [0, 1]),
        (["soon"], [1]),
        ([None], [1]),
        ([pd.NA], [1]),
        ([1.0], ["yes"]),
        ([1.0], [None]),
        ([1.0], [float("nan")]),
        ([1.0], [0.5]),
        ([1.0], [-1]),
    ],
)
def test_what_is_no_number_is_refused(durations, causes):
    with pytest.raises(UnfitNumbers):
        checked(durations, causes)


def test_spans_of_time_are_days():
    times, ends = checked(pd.to_timedelta([36, 48], unit="h"), pd.array([1, 0], dtype="Int64"))
    assert times.tolist() == [1.5, 2.0]
    assert ends.tolist() == [1, 0]
