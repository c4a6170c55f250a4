"""Groups of asks compared: pooled, shrunk, and told apart only where they can be."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnknownOutcome
from infoviz.stats.asking.groups import COMPARED, Difference, compare, comparisons
from infoviz.stats.estimates.proportion import newcombe

TODAY = date(2026, 11, 20)


def tracker(**groups: tuple[int, int]) -> pd.DataFrame:
    """Groups of (answered, asked), all asked sixty days ago."""
    day = pd.Timestamp(TODAY - timedelta(days=60))
    rows = [
        (name, day, day + pd.Timedelta(days=number % 9) if number < answered else None)
        for name, (answered, asked) in groups.items()
        for number in range(asked)
    ]
    frame = pd.DataFrame(rows, columns=["channel", "contacted_on", "responded_on"])
    return frame.astype({"contacted_on": "datetime64[us]", "responded_on": "datetime64[us]"})


def test_raw_and_shrunk_side_by_side_sorted_by_shrunk():
    result = compare(tracker(letter=(5, 6), mail=(40, 100), phone=(20, 100)), by="channel", as_of=TODAY)
    raw = {group.name: group.rate.estimate for group in result.groups}
    assert raw == pytest.approx({"letter": 5 / 6, "mail": 0.4, "phone": 0.2})
    shrunk = [group.shrunk for group in result.groups]
    assert shrunk == sorted(shrunk, reverse=True)
    letter = next(group for group in result.groups if group.name == "letter")
    assert letter.shrunk < 5 / 6 - 0.1
    assert letter.shrunk_low < letter.shrunk < letter.shrunk_high
    assert result.to_frame()["shrunk"].tolist() == shrunk


def test_equal_groups_are_drawn_together_yet_no_surer_than_their_sum():
    result = compare(tracker(mail=(12, 40), phone=(12, 40)), by="channel", as_of=TODAY)
    first, second = result.groups
    assert first.shrunk == second.shrunk == pytest.approx(0.3, abs=0.01)
    assert first.shrunk_high - first.shrunk_low > 0.12


def test_small_groups_are_pooled():
    frame = tracker(mail=(10, 40), letter=(1, 2), fair=(1, 4), phone=(8, 20))
    result = compare(frame, by="channel", as_of=TODAY)
    assert {group.name: group.rate.asked for group in result.groups} == {"mail": 40, "phone": 20, "other": 6}
    assert sorted(result.pooled) == ["fair", "letter"]
    lone = compare(tracker(mail=(10, 40), letter=(1, 2)), by="channel", as_of=TODAY)
    assert lone.groups[-1].name == "letter"
    assert lone.groups[-1].shrunk is None
    assert "fewer than two groups" in lone.reason


def test_where_every_group_is_small_that_is_the_reason():
    result = compare(tracker(ant=(2, 4), bee=(1, 4), cat=(0, 3)), by="channel", as_of=TODAY)
    assert result.reason == "none of 3 groups has 5 asks"


def test_a_clear_difference_stands_with_its_interval():
    result = compare(tracker(mail=(70, 100), phone=(20, 100)), by="channel", as_of=TODAY)
    (pair,) = result.differences
    assert (pair.first, pair.second, pair.flagged) == ("mail", "phone", True)
    assert pair.difference == pytest.approx(0.5)
    assert (pair.low, pair.high) == pytest.approx(newcombe(70, 100, 20, 100), abs=0.02)
    assert "a difference that stands" in str(result)


def test_too_few_asks_cannot_tell_yet():
    result = compare(tracker(mail=(8, 20), phone=(4, 20)), by="channel", as_of=TODAY)
    (pair,) = result.differences
    assert not pair.flagged
    assert pair.more == 60
    assert "cannot tell yet: up to some 60 more asks on each side would be needed" in str(result)


def test_many_equal_groups_raise_no_false_alarm():
    groups = {f"letter {number}": (6 + number % 5, 30) for number in range(12)}
    result = compare(tracker(**groups), by="channel", as_of=TODAY)
    assert len(result.differences) == 66
    assert not any(pair.flagged for pair in result.differences)
    spread = [group.shrunk for group in result.groups]
    assert max(spread) - min(spread) < 4 / 30


def test_of_very_many_groups_the_largest_are_held_against_each_other():
    groups = {f"house {number}": (number % 6, 6 + number // 20) for number in range(100)}
    result = compare(tracker(**groups), by="channel", as_of=TODAY)
    assert len(result.groups) <= 61
    assert sum(group.rate.asked for group in result.groups) == sum(asked for _, asked in groups.values())
    assert result.groups[0].shrunk is not None


def test_open_asks_are_censored_in_each_group():
    frame = tracker(mail=(10, 20), phone=(10, 20))
    young = tracker(mail=(0, 30)).assign(contacted_on=pd.Timestamp(TODAY))
    result = compare(pd.concat([frame, young]), by="channel", as_of=TODAY)
    mail = next(group for group in result.groups if group.name == "mail")
    assert mail.rate.asked == 50
    assert mail.rate.estimate > 0.4


def test_yes_rates_compare_too():
    frame = tracker(mail=(8, 20), phone=(4, 20)).assign(response=None)
    frame.loc[frame["responded_on"].notna(), "response"] = "yes"
    result = compare(frame, by="channel", as_of=TODAY, outcome="yes")
    assert "Chance of a yes" in str(result)
    assert result.groups[0].rate.estimate == pytest.approx(0.4)
    with pytest.raises(ValueError, match="maybe"):
        compare(frame, by="channel", as_of=TODAY, outcome="maybe")


def test_every_comparison_that_the_tracker_allows():
    frame = tracker(mail=(8, 20), phone=(4, 20)).assign(referred_by=["Bo"] * 10 + [None] * 30)
    found = comparisons(frame, as_of=TODAY)
    assert [each.by for each in found] == ["channel", "warmth", "weekday"]
    alone = compare(frame, by="channel", as_of=TODAY)
    pd.testing.assert_frame_equal(found[0].to_frame(), alone.to_frame(), rtol=1e-12)
    assert str(found[0]) == str(alone)


def test_what_is_missing_is_named():
    frame = tracker(mail=(8, 20), phone=(4, 20))
    for by in COMPARED:
        result = compare(frame, by=by, as_of=TODAY)
        if by not in ("channel", "weekday"):
            assert result.to_dict() == {"reason": result.reason}
            assert ("referred_by" if by == "warmth" else by) in str(result)
    undated = compare(frame.drop(columns="contacted_on"), by="channel", as_of=TODAY)
    assert "contacted_on" in undated.reason
    assert "one group" in compare(tracker(mail=(8, 20)), by="channel", as_of=TODAY).reason
    assert "nobody" in compare(frame.head(0), by="channel", as_of=TODAY).reason


counts = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.lists(counts, min_size=1, max_size=6))
def test_what_holds_for_every_comparison(groups):
    result = compare(tracker(**{f"g{at}": pair for at, pair in enumerate(groups)}), by="channel", as_of=TODAY)
    assert sum(group.rate.asked for group in result.groups) == sum(asked for _, asked in groups)
    for group in result.groups:
        if group.shrunk is not None:
            assert 0 <= group.shrunk_low <= group.shrunk <= group.shrunk_high <= 1
            assert group.shrunk_low < group.shrunk_high
    for pair in result.differences:
        assert -1 <= pair.low <= pair.difference <= pair.high <= 1
        assert 0 <= pair.p_value <= 1
    assert result._repr_html_()


def test_a_difference_that_only_one_interval_shows_may_be_chance():
    pair = Difference(
        "phone", "fair", 0.35, 0.01, 0.60, 0.04, flagged=False, more=15, first_asked=40, second_asked=1
    )
    assert str(pair).startswith("phone (40 asks) against fair (1): +35 points")
    assert "cannot tell yet: among so many differences it may be chance, and up to some 15 more asks" in str(
        pair
    )


def test_equal_groups_cannot_be_told_apart_before_they_are_known_well():
    few = compare(tracker(a=(10, 20), b=(10, 20)), by="channel", as_of=TODAY).differences[0]
    assert (few.difference, few.more) == (0, None)
    assert str(few).endswith("cannot tell yet: up to 31 points either way may be there")
    many = compare(tracker(a=(2000, 4000), b=(2000, 4000)), by="channel", as_of=TODAY).differences[0]
    assert str(many).endswith("no difference to see")


def test_an_outcome_that_there_is_none_of_is_refused_with_those_there_are():
    with pytest.raises(UnknownOutcome, match="There is one of: answer, yes"):
        compare(tracker(a=(1, 9)), by="channel", as_of=TODAY, outcome="hire")
