"""How many more asks: published quantiles, the prior, and what evidence counts."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import betabinom

from infoviz.errors import UnfitNumbers
from infoviz.stats.asking.forecast import AsksNeeded, asks_needed

TODAY = date(2026, 11, 20)


def tracker(yes: int, asked: int, age: int = 60) -> pd.DataFrame:
    day = pd.Timestamp(TODAY - timedelta(days=age))
    return pd.DataFrame(
        {
            "contacted_on": pd.Series([day] * asked, dtype="datetime64[us]"),
            "response": pd.Series(["yes"] * yes + [None] * (asked - yes), dtype="str"),
            "responded_on": pd.Series([day] * yes + [None] * (asked - yes), dtype="datetime64[us]"),
        }
    )


def needed(yes: int, asked: int, yeses: int = 1, probability: float = 0.8) -> int | None:
    return asks_needed(tracker(yes, asked), yeses=yeses, as_of=TODAY, probability=probability).asks


def test_after_three_yeses_of_thirty_three():
    assert needed(3, 33) == 19
    assert needed(3, 33, yeses=5) == 89


def test_the_saying_alone_takes_forty_asks_at_80_percent():
    assert needed(0, 0) == 40
    result = asks_needed(tracker(0, 0), yeses=1, as_of=TODAY)
    for asks in (1, 10, 40, 90):
        assert result.chance(asks) == pytest.approx(asks / (asks + 10))


def test_without_a_yes_the_noes_join_the_saying():
    assert needed(0, 10) == 80
    assert "ten noes" in str(asks_needed(tracker(0, 10), yeses=1, as_of=TODAY))


def test_jeffreys_prior_after_no_yes_would_take_247():
    result = AsksNeeded(1, 0.8, None, (), 0, 10, (0.5, 0.5), "", 28, TODAY)
    assert result.chance(247) >= 0.8 > result.chance(246)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.integers(1, 20), st.integers(0, 100), st.integers(1, 8), st.floats(0.1, 0.95))
def test_quantiles_are_the_first_to_suffice(yes, other, yeses, probability):
    result = asks_needed(tracker(yes, yes + other), yeses=yeses, as_of=TODAY, probability=probability)
    enough = betabinom.sf(yeses - 1, result.asks, 0.5 + yes, 0.5 + other)
    short = betabinom.sf(yeses - 1, result.asks - 1, 0.5 + yes, 0.5 + other)
    assert enough >= probability - 1e-9
    assert short < probability + 1e-9
    numbers = [asks for _, asks in result.quantiles]
    assert numbers == sorted(numbers)


def test_open_asks_count_for_what_they_tell():
    open_too = pd.concat([tracker(3, 33), tracker(0, 30, age=0)], ignore_index=True)
    result = asks_needed(
        open_too.assign(responded_on=open_too["responded_on"] + pd.Timedelta(days=1)), yeses=1, as_of=TODAY
    )
    assert (result.yes, result.asked) == pytest.approx((3, 33))
    assert result.asks == 19


def test_a_young_search_is_taken_at_the_window_that_it_has():
    result = asks_needed(tracker(3, 33, age=9), yeses=1, as_of=TODAY)
    assert (result.yes, result.asked) == pytest.approx((3, 33))
    assert result.within == 9
    assert "within 9 days of asking (fewer than 5 asks are 28 days old yet) it takes" in str(result)
    few = asks_needed(tracker(1, 3, age=9), yeses=1, as_of=TODAY)
    assert (few.asked, few.asks) == (0, 40)


def test_very_rare_yeses_are_not_forecast_into_the_millions():
    assert needed(0, 100_000, yeses=500, probability=0.9) is None
    assert "more than a million asks" in str(
        asks_needed(tracker(0, 100_000), yeses=500, as_of=TODAY, probability=0.9)
    )


def test_what_is_missing_is_named():
    result = asks_needed(tracker(3, 33).drop(columns="response"), yeses=1, as_of=TODAY)
    assert result.to_dict() == {"reason": "there is no response column"}
    assert result.to_frame().empty
    undated = asks_needed(tracker(3, 33).drop(columns="responded_on"), yeses=1, as_of=TODAY)
    assert (undated.yes, undated.asked, undated.asks) == (3, 33, 19)


def test_impossible_wishes_are_refused():
    with pytest.raises(UnfitNumbers):
        needed(3, 33, yeses=0)
    with pytest.raises(UnfitNumbers):
        needed(3, 33, probability=1)


def test_it_reads_as_one_sentence():
    assert str(asks_needed(tracker(3, 33), yeses=1, as_of=TODAY)) == (
        "For 1 more yes within 28 days of asking it takes 19 more asks with a probability of 80 % (50 % with 7, "
        "90 % with 30; 3 of 33 asks so far have brought a yes; starting from no opinion, Jeffreys’ prior; "
        "as of 2026-11-20)."
    )


def test_a_forecast_has_no_digit_that_cannot_be_stood_on():
    result = asks_needed(tracker(1, 70), yeses=2, as_of=TODAY)
    assert dict(result.quantiles) == {0.5: 100, 0.8: 276, 0.9: 498}
    assert "it takes about 280 more asks" in str(result)
    assert "(50 % with about 100, 90 % with about 500;" in str(result)
    assert result.to_dict()["asks"] == 276


def test_the_evidence_is_told_in_whole_people():
    waiting = pd.concat([tracker(3, 33), tracker(0, 7, age=11)], ignore_index=True)
    result = asks_needed(waiting, yeses=1, as_of=TODAY)
    assert (result.yes_so_far, result.asked_so_far) == (3, 40)
    assert "3 of 40 asks so far have brought a yes" in str(result)
    assert "no ask with a date yet" in str(asks_needed(tracker(0, 0), yeses=1, as_of=TODAY))


def test_asks_made_today_tell_nothing_yet():
    result = asks_needed(tracker(0, 6, age=0), yeses=1, as_of=TODAY)
    assert (result.asks, result.within, result.wished, result.asked) == (40, 28, None, 0)
    assert "within 28 days of asking it takes 40 more asks" in str(result)
    assert "0 of 6 asks so far have brought a yes; starting from “ten noes for every yes”" in str(result)


def test_a_window_of_a_day_alone_counts_answers_of_that_day():
    result = asks_needed(tracker(2, 6, age=0), yeses=1, as_of=TODAY, within=0)
    assert (result.yes, result.asked, result.within) == (2, 6, 0)


def late(asked: int) -> pd.DataFrame:
    """Everybody asked ninety days ago, everybody said yes on day fifty."""
    frame = tracker(asked, asked, age=90)
    frame["responded_on"] += pd.Timedelta(days=50)
    return frame


def test_a_yes_after_the_window_is_none_however_few_were_asked():
    few, more = (asks_needed(late(asked), yeses=1, as_of=TODAY) for asked in (4, 5))
    assert (few.yes, few.asked, few.asks) == (0, 4, 56)
    assert (more.yes, more.asks) == (0, 60)
    assert "4 of 4 asks so far have brought a yes, none within 28 days; starting from “ten noes" in str(few)


def test_a_few_recent_yeses_are_said_not_to_count():
    recent = asks_needed(tracker(2, 4, age=10), yeses=1, as_of=TODAY)
    assert (recent.yes, recent.asked, recent.asks) == (0, 0, 40)
    assert "2 of 4 asks so far have brought a yes, too few and too recent to count on" in str(recent)


@pytest.mark.parametrize("wanted", [0, 1.5, "1", None])
def test_yeses_are_counted_in_whole_numbers(wanted):
    with pytest.raises(UnfitNumbers, match="yeses wanted are 1, 2 or more"):
        asks_needed(tracker(1, 9), yeses=wanted, as_of=TODAY)


def test_a_forecast_reaches_to_a_million_and_needs_one_ask_at_least():
    nothing_of_a_thousand = asks_needed(tracker(0, 1000), yeses=8, as_of=TODAY, probability=0.99)
    assert nothing_of_a_thousand.asks == 803_452
    assert nothing_of_a_thousand.chance(803_451) < 0.99 <= nothing_of_a_thousand.chance(803_452)
    assert asks_needed(tracker(0, 1000), yeses=8, as_of=TODAY, probability=0.995).asks is None
    assert needed(3, 33, probability=1e-10) == 1
    with pytest.raises(UnfitNumbers):
        needed(3, 33, yeses=True)


def test_without_reply_dates_the_evidence_is_the_old_asks_and_the_sentence_says_so():
    contacts = pd.concat([tracker(15, 45), tracker(6, 15, age=10)], ignore_index=True)
    result = asks_needed(contacts.drop(columns="responded_on"), yeses=5, as_of=TODAY)
    assert (result.yes, result.asked, result.yes_so_far, result.asked_so_far) == (15, 45, 15, 45)
    assert "15 of 45 asks so far have brought a yes, counted over asks at least 28 days old" in str(result)
