"""No digit more than the interval supports."""

import pytest

from infoviz.stats.wording import counted, percent, percents, rounded


@pytest.mark.parametrize(
    ("share", "low", "high", "text"),
    [
        (0.2345, 0.10, 0.40, "23 %"),
        (0.2345, 0.225, 0.2449, "23.5 %"),
        (0.0, 0.0, 0.2, "0 %"),
        (1.0, 0.8, 1.0, "100 %"),
        (0.001, 0.0, 0.2, "under 1 %"),
        (0.999, 0.8, 1.0, "over 99 %"),
    ],
)
def test_percent(share, low, high, text):
    assert percent(share, low, high) == text


def test_intervals_and_counts():
    assert percents(0.031, 0.045) == "3.1 to 4.5 %"
    assert counted(0, "ask") == "0 asks"
    assert counted(1, "reply", "replies") == "1 reply"
    assert [rounded(number) for number in (0, 0.045, 0.996, 99.6, 12345)] == [
        "0",
        "0.045",
        "1.0",
        "100",
        "12,000",
    ]
