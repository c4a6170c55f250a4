"""How long answers take: quantiles, their limits, and when a nudge pays."""

from datetime import date, timedelta

import pandas as pd
import pytest

from infoviz.stats.asking.timing import time_to_response

TODAY = date(2026, 11, 20)


def tracker(*rows: tuple[int, str | None, int | None]) -> pd.DataFrame:
    """Rows of (age of the ask, response, days to the response)."""
    asked = [TODAY - timedelta(days=age) for age, _, _ in rows]
    waits = [wait for _, _, wait in rows]
    replied = [
        None if wait is None else day + timedelta(days=wait) for day, wait in zip(asked, waits, strict=True)
    ]
    return pd.DataFrame(
        {
            "contacted_on": pd.Series(asked, dtype="datetime64[us]"),
            "response": pd.Series([response for _, response, _ in rows], dtype="str"),
            "responded_on": pd.Series(replied, dtype="datetime64[us]"),
        }
    )


def days(quantiles) -> list[float | None]:
    return [quantile.day for quantile in quantiles]


ANSWERED = [(60, "yes", day) for day in range(1, 41)]


def test_quantiles_of_a_finished_cohort():
    result = time_to_response(tracker(*ANSWERED), as_of=TODAY, within=40)
    assert days(result.quartiles) == [10, 20, 30]
    assert days(result.of_those_who_reply) == [10, 20, 30]
    assert result.most.day == 36
    for quantile in result.quartiles:
        assert quantile.low < quantile.day < quantile.high


def test_a_share_that_is_not_reached_says_so():
    result = time_to_response(tracker(*ANSWERED, *[(60, None, None)] * 60), as_of=TODAY)
    assert days(result.quartiles) == [25, None, None]
    assert str(result.quartiles[1]) == "not reached"
    assert days(result.of_those_who_reply) == [7, 14, 21]
    assert result.to_frame()["day"].isna().sum() == 2


def test_noes_and_others_are_answers_and_bounces_are_not():
    frame = tracker(*[(60, "no", 3)] * 4, *[(60, "other", 5)] * 4, *[(60, "bounced", 0)] * 8)
    assert days(time_to_response(frame, as_of=TODAY).quartiles) == [3, 5, None]


def test_after_most_answers_have_come_a_nudge_pays():
    frame = tracker(*[(60, "yes", 2)] * 18, *[(60, "yes", 12)] * 2, *[(60, None, None)] * 40)
    result = time_to_response(frame, as_of=TODAY)
    assert result.most.day == 2
    chance, low, high = result.still_to_come(2)
    assert chance == pytest.approx(2 / 42)
    assert 0 < low < chance < high < 0.2
    assert result.still_to_come(28)[0] == 0
    assert "so a nudge pays from there on" in str(result)
    assert f"nine in ten by {result.most}" in str(result)
    assert "95 % interval" in str(result.most)


def test_answers_after_a_nudge_are_counted():
    frame = tracker((60, "yes", 12), (60, "yes", 4), (60, None, None), (60, None, None), (60, "no", 2))
    day = frame["contacted_on"] + pd.Timedelta(days=10)
    result = time_to_response(
        frame.assign(nudged_on=day.where([True, True, True, False, False])), as_of=TODAY
    )
    assert (result.nudged, result.answered_after_nudge) == (2, 1)


def test_outcomes_without_a_date_widen_the_limits():
    dated = time_to_response(tracker(*ANSWERED), as_of=TODAY, within=40)
    undated = time_to_response(tracker(*ANSWERED, *[(60, "yes", None)] * 10), as_of=TODAY, within=40)
    assert undated.undated == 10
    assert undated.quartiles[1].low < dated.quartiles[1].low
    assert undated.quartiles[1].high > dated.quartiles[1].high


def test_answers_without_a_date_take_as_long_as_the_others():
    half = tracker(*[(60, "yes", wait) for wait in range(1, 21)], *[(60, None, None)] * 10)
    hidden = half.assign(responded_on=half["responded_on"].where(half.index % 2 == 0))
    whole, some = (time_to_response(frame, as_of=TODAY) for frame in (half, hidden))
    assert some.undated == 10
    for known, spread in zip(whole.quartiles[:2], some.quartiles[:2], strict=True):
        assert spread.day == pytest.approx(known.day, abs=1)


def test_what_is_missing_is_named():
    frame = tracker(*ANSWERED)
    for field, word in {"contacted_on": "contacted_on", "responded_on": "responded_on"}.items():
        result = time_to_response(frame.drop(columns=field), as_of=TODAY)
        assert word in result.reason
        assert result.to_dict() == {"reason": result.reason}
        assert result.to_frame().empty
        assert result.still_to_come(3) is None
    assert "5 dated asks" in time_to_response(frame.head(3), as_of=TODAY).reason
    assert "no answer has a date" in time_to_response(frame.assign(responded_on=pd.NaT), as_of=TODAY).reason


def test_a_young_search_says_nothing_of_the_window_yet():
    result = time_to_response(tracker(*[(10, "yes", 3)] * 6, *[(10, None, None)] * 2), as_of=TODAY)
    assert result.quartiles[1].day == 3
    assert (result.of_those_who_reply, result.most) == ((), None)
    assert result.still_to_come(3) is None
    assert result.to_dict()["nudge"] is None
    assert "nothing can be said yet: none of 8 asks is 28 days old yet" in str(result)


def test_nobody_answered_yet():
    result = time_to_response(tracker(*[(60, None, None)] * 9), as_of=TODAY)
    assert days(result.quartiles) == [None] * 3
    assert result.of_those_who_reply == ()
    assert result.to_dict()["nudge"] is None
    assert str(result).startswith("No answer within 28 days yet (9 asks")


def test_those_who_answer_within_the_window_have_done_so_by_its_end():
    result = time_to_response(tracker(*[(60, "yes", 2)] * 2, *[(60, None, None)] * 5), as_of=TODAY)
    assert [each.high for each in result.of_those_who_reply] == [2, 28, 28]
    assert result.quartiles[2].high is None


def test_few_answers_advise_no_nudge():
    few = time_to_response(tracker(*[(60, "yes", 2)] * 4, *[(60, None, None)] * 5), as_of=TODAY)
    assert "nudge" not in str(few)
    assert few.to_dict()["nudge"] is None
    more = time_to_response(tracker(*[(60, "yes", 2)] * 5, *[(60, None, None)] * 5), as_of=TODAY)
    assert "a nudge pays from there on" in str(more)
    assert more.to_dict()["nudge"]["after_day"] == 2


def test_one_day_is_said_as_one():
    assert "within 1 day yet" in str(time_to_response(tracker(*[(60, "yes", 2)] * 6), as_of=TODAY, within=1))
