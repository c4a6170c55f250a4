"""Response rate, yes rate and yes to no: when they are given, what they say, and what frames may lack."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnfitNumbers
from infoviz.stats.asking import sample
from infoviz.stats.asking.rate import Method, Outcome
from infoviz.stats.asking.rates import rates_of, response_rate, yes_no_ratio, yes_rate
from infoviz.stats.estimates.incidence import cumulative_incidence
from infoviz.stats.estimates.proportion import wilson
from infoviz.stats.facts.asks import asks

TODAY = date(2026, 11, 20)


def tracker(*rows: tuple[int, str | None, int | None]) -> pd.DataFrame:
    """Rows of (age of the ask, response, days to the response)."""
    asked = [TODAY - timedelta(days=age) for age, _, _ in rows]
    replied = [
        None if wait is None else day + timedelta(days=wait)
        for day, (_, _, wait) in zip(asked, rows, strict=True)
    ]
    return pd.DataFrame(
        {
            "name": [f"Person {number}" for number in range(len(rows))],
            "contacted_on": pd.Series(asked, dtype="datetime64[us]"),
            "response": pd.Series([response for _, response, _ in rows], dtype="str"),
            "responded_on": pd.Series(replied, dtype="datetime64[us]"),
        }
    )


OLD = tracker(
    (60, "yes", 3), (60, "yes", 28), (50, "yes", 29), (50, "no", 0), (45, "other", 2),
    (44, "bounced", 0), (40, None, None), (40, None, None), (10, "yes", 2), (5, None, None),
)  # fmt: skip


def test_the_rate_is_the_curve_at_the_window():
    durations, causes = [3, 28, 29, 0, 2, 0, 40, 40, 2, 5], [1, 1, 1, 2, 3, 4, 0, 0, 1, 0]
    rate = yes_rate(OLD, as_of=TODAY)
    assert (rate.estimate, rate.low, rate.high) == cumulative_incidence(durations, causes).at(28, 1)
    assert rate.method == Method.CURVE
    assert (rate.asked, rate.achieved) == (10, 4)
    answers = np.where(np.isin(causes, [1, 2, 3]), 1, causes)
    rate = response_rate(OLD, as_of=TODAY)
    assert (rate.estimate, rate.low, rate.high) == cumulative_incidence(durations, answers).at(28, 1)
    assert response_rate(OLD, as_of=TODAY, within=29).estimate > rate.estimate


def test_json_has_the_keys_that_others_rely_on():
    told = response_rate(OLD, as_of=TODAY).to_dict()
    assert list(told)[:5] == ["estimate", "low", "high", "within_days", "asked"]
    assert response_rate(OLD.head(3), as_of=TODAY).to_dict() == {
        "reason": "there are only 3 dated asks and a rate needs 5"
    }
    assert list(yes_no_ratio(OLD, as_of=TODAY).to_dict())[:5] == ["yes", "no", "ratio", "low", "high"]


def test_a_finished_cohort_is_a_plain_share():
    frame = tracker(*[(60, "yes", 5)] * 6, *[(60, None, None)] * 14)
    rate = yes_rate(frame, as_of=TODAY)
    assert rate.estimate == pytest.approx(0.3)
    assert rate.asks_each == pytest.approx((1 / 0.3, 1 / rate.high, 1 / rate.low))
    assert str(rate) == (
        "About 30 % of asks get a yes within 28 days (95 % interval 12 to 51 %; 20 asks, 6 so far; "
        "as of 2026-11-20): one yes for every 3 asks (2 to 8)."
    )


def test_no_answer_at_all_is_zero_with_wilsons_limits():
    frame = tracker(*[(60, None, None)] * 20)
    rate = response_rate(frame, as_of=TODAY)
    assert (rate.estimate, rate.low, rate.high) == pytest.approx((0, *wilson(0, 20)))


def test_a_rate_needs_five_asks_as_old_as_the_window():
    young = tracker(*[(27, "yes", 1)] * 3, *[(27, None, None)] * 40, *[(28, None, None)] * 4)
    rate = response_rate(young, as_of=TODAY)
    assert rate.estimate is None
    assert rate.reason == "only 4 of 47 asks are 28 days old yet and a rate needs 5"
    assert rate.horizon == 27
    assert rate.curve.at(27, 1)[0] == pytest.approx(3 / 47)
    assert "by day 27 it is 6 %" in str(rate)
    assert response_rate(young, as_of=TODAY, within=27).estimate is not None
    assert response_rate(young, as_of=TODAY + timedelta(days=1)).estimate is not None


def test_answered_asks_count_as_old_asks_too():
    assert yes_rate(tracker(*[(28, "yes", 1)] * 5), as_of=TODAY).estimate == 1


def test_missing_columns_are_named_and_never_zero():
    for field, functions in {
        "contacted_on": (response_rate, yes_rate, yes_no_ratio),
        "response": (yes_rate, yes_no_ratio),
    }.items():
        for function in functions:
            result = function(OLD.drop(columns=field), as_of=TODAY)
            assert field in result.reason
            assert field in result.to_dict()["reason"]
            assert "not computable" in str(result)
    assert response_rate(OLD.drop(columns="response"), as_of=TODAY).estimate is not None
    nothing_known = OLD.drop(columns=["response", "responded_on"])
    assert "response" in response_rate(nothing_known, as_of=TODAY).reason
    assert (
        "nobody"
        in response_rate(
            OLD.assign(response=None, contacted_on=pd.NaT, responded_on=pd.NaT), as_of=TODAY
        ).reason
    )


def test_without_reply_dates_old_asks_make_a_plain_share():
    frame = OLD.drop(columns="responded_on")
    rate = response_rate(frame, as_of=TODAY)
    assert rate.method == Method.CLOSED
    assert (rate.asked, rate.achieved) == (8, 5)
    assert (rate.estimate, rate.low, rate.high) == (5 / 8, *wilson(5, 8))
    assert "replies have no usable dates" in str(rate)
    empty = OLD.assign(responded_on=pd.Series([pd.NaT] * len(OLD), dtype="datetime64[us]"))
    assert response_rate(empty, as_of=TODAY).estimate == rate.estimate
    assert yes_no_ratio(frame, as_of=TODAY).ratio == 3


def test_outcomes_without_a_date_widen_the_interval():
    rows = [*[(60, "yes", 5)] * 4, *[(60, None, None)] * 14]
    frame = tracker(*rows, (60, "yes", None), (60, "yes", None))
    rate = yes_rate(frame, as_of=TODAY)
    assert rate.undated == 2
    assert rate.bounds == pytest.approx((4 / 20, 6 / 20))
    assert rate.estimate == pytest.approx(6 / 20)  # all others have come in time, and so these
    sure = [yes_rate(tracker(*rows, (60, "yes", day), (60, "yes", day)), as_of=TODAY) for day in (28, 60)]
    assert rate.low == min(each.low for each in sure)
    assert rate.high == max(each.high for each in sure)
    assert "2 outcomes without a date" in str(rate)
    met_on = (frame["contacted_on"] + pd.Timedelta(days=20)).where(frame["response"].notna())
    met = frame.assign(met_on=met_on)
    assert yes_rate(met, as_of=TODAY).bounds == pytest.approx((6 / 20, 6 / 20))


def test_yes_to_no_comes_from_the_curves_not_from_the_counts():
    ratio = yes_no_ratio(OLD, as_of=TODAY)
    assert (ratio.yes, ratio.no) == (4, 1)
    curve = cumulative_incidence([3, 28, 29, 0, 2, 0, 40, 40, 2, 5], [1, 1, 1, 2, 3, 4, 0, 0, 1, 0])
    assert ratio.ratio == pytest.approx(curve.at(28, 1)[0] / curve.at(28, 2)[0])
    assert 0 <= ratio.low < ratio.ratio < ratio.high
    assert "better than the saying “ten noes for every yes”" in str(ratio)


def test_yes_to_no_of_a_finished_cohort_has_the_limits_of_its_share():
    frame = tracker(*[(60, "yes", 5)] * 12, *[(60, "no", 2)] * 30, *[(60, None, None)] * 400)
    ratio = yes_no_ratio(frame, as_of=TODAY)
    low, high = wilson(12, 42)
    assert ratio.ratio == pytest.approx(0.4)
    assert ratio.low == pytest.approx(low / (1 - low), rel=0.02)
    assert ratio.high == pytest.approx(high / (1 - high), rel=0.02)


def test_yes_to_no_at_the_ends():
    noes = tracker(*[(60, "no", 5)] * 10)
    none = yes_no_ratio(noes, as_of=TODAY)
    _, high = wilson(0, 10)
    assert (none.ratio, none.low, none.high) == pytest.approx((0, 0, high / (1 - high)))
    assert "nobody has said no so far" in yes_no_ratio(tracker(*[(60, "yes", 5)] * 10), as_of=TODAY).reason
    late = tracker(*[(60, "yes", 5)] * 9, (60, "no", 40))
    assert yes_no_ratio(late, as_of=TODAY).to_dict()["reason"].startswith("nobody has said no within 28 days")


def test_rates_by_a_column():
    frame = OLD.assign(channel=["e-mail"] * 5 + ["E-mail"] * 2 + ["phone", None, "phone"])
    grouped = response_rate(frame, as_of=TODAY, by="channel")
    assert [group for group, _ in grouped.rates] == ["e-mail", "phone", "not given"]
    assert [rate.asked for _, rate in grouped.rates] == [7, 2, 1]
    assert grouped.rates[0][1].estimate == response_rate(frame.head(7), as_of=TODAY).estimate
    assert grouped.to_dict()["groups"][1]["reason"].startswith("there are only 2 dated asks")
    assert grouped.to_frame()["asked"].sum() == 10
    assert "e-mail 57 %" in str(grouped)
    missing = response_rate(OLD, as_of=TODAY, by="channel")
    assert missing.to_dict() == {"reason": "there is no channel column"}
    assert missing.to_frame().empty


def test_rates_by_tags_warmth_and_weekday():
    frame = OLD.assign(tags=["a, b", "b; c"] + [None] * 8, referred_by=["Bo"] + [None] * 9)
    tags = yes_rate(frame, as_of=TODAY, by="tags")
    assert {group: rate.asked for group, rate in tags.rates} == {"a": 1, "b": 2, "c": 1, "not given": 8}
    warmth = yes_rate(frame, as_of=TODAY, by="warmth")
    assert {group: rate.asked for group, rate in warmth.rates} == {"cold": 9, "introduced": 1}
    weekdays = yes_rate(frame, as_of=TODAY, by="weekday")
    monday = OLD["contacted_on"].dt.day_name().eq("Monday").sum()
    assert {group: rate.asked for group, rate in weekdays.rates}.get("Monday", 0) == monday
    assert yes_rate(OLD, as_of=TODAY, by="warmth").reason == "there is no referred_by column"


rows = st.lists(
    st.tuples(
        st.integers(0, 80),
        st.sampled_from(["yes", "no", "other", "bounced", "withdrawn", None]),
        st.one_of(st.none(), st.integers(-3, 60)),
    ),
    max_size=30,
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows, st.integers(0, 40))
def test_what_holds_for_every_tracker(cases, within):
    frame = tracker(*cases)
    for rate in (
        response_rate(frame, as_of=TODAY, within=within),
        yes_rate(frame, as_of=TODAY, within=within),
    ):
        assert (rate.estimate is None) == bool(rate.reason)
        if rate.estimate is not None:
            assert 0 <= rate.low <= rate.estimate <= rate.high <= 1
        assert str(rate).count("\n") == 0
        assert rate._repr_html_()
    ratio = yes_no_ratio(frame, as_of=TODAY, within=within)
    assert (ratio.ratio is None) == bool(ratio.reason)
    if ratio.ratio is not None:
        assert 0 <= ratio.low <= ratio.ratio * (1 + 1e-9)
        assert ratio.ratio <= ratio.high * (1 + 1e-9)


def test_nothing_is_said_of_the_day_of_the_ask_alone():
    said = str(response_rate(tracker(*[(0, None, None)] * 6), as_of=TODAY))
    assert "none of 6 asks is 28 days old yet" in said
    assert "by day 0" not in said


def test_rates_of_many_groups_are_those_of_each_alone(monkeypatch):
    contacts = pd.concat([OLD, OLD, OLD], ignore_index=True).assign(channel=["mail", "phone", "fair"] * 10)
    contacts["name"] = [f"Person {number}" for number in contacts.index]
    alone = {
        group: yes_rate(rows, as_of=TODAY).to_dict()
        for group, rows in contacts.groupby("channel", sort=False)
    }
    for most in (sample.MOST_DAYS, 1):  # all in one go, and one by one
        monkeypatch.setattr(sample, "MOST_DAYS", most)
        rates = yes_rate(contacts, as_of=TODAY, by="channel").rates
        assert {group: rate.to_dict() for group, rate in rates} == alone


def test_curves_followed_to_the_window_alone_are_the_same_up_to_there():
    random = np.random.default_rng(3)
    asked = pd.Timestamp(TODAY) - pd.to_timedelta(random.integers(0, 300, 200), unit="D")
    replied = asked + pd.to_timedelta(random.integers(0, 90, 200), unit="D")
    said = random.choice(["yes", "no", None], 200)
    contacts = pd.DataFrame({
        "name": [f"Person {number}" for number in range(200)],
        "contacted_on": asked,
        "response": said,
        "responded_on": replied.where(pd.notna(said) & (random.random(200) < 0.9)),
    })  # fmt: skip
    table = asks(contacts, as_of=TODAY)
    groups = [np.arange(0, 200, 2), np.arange(1, 200, 3), np.arange(0)]
    whole = rates_of(table, groups, Outcome.YES)
    for cut, rate in zip(rates_of(table, groups, Outcome.YES, until=table.within), whole, strict=True):
        assert cut.to_dict() == rate.to_dict()
        assert cut.bounds == rate.bounds
        for day in range(table.within + 1) if len(cut.curve.days) else ():
            assert cut.curve.at(day, 1) == rate.curve.at(day, 1)
            assert cut.curve.variance(day, 1) == rate.curve.variance(day, 1)
            assert cut.curve.effective(day) == rate.curve.effective(day)
        assert cut.curve.days.max(initial=0) <= table.within + 1


def test_a_no_without_a_day_is_not_denied():
    undated = tracker(*[(60, "yes", 5)] * 9, (60, "no", None))
    assert yes_no_ratio(undated, as_of=TODAY).reason.startswith(
        "nobody is known to have said no within 28 days"
    )


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"as_of": "2026-11-20"}, "as_of is a date"),
        ({"as_of": pd.NaT}, "as_of is a date"),
        ({"within": "28"}, "a window is 0 days or longer"),
        ({"within": -1}, "a window is 0 days or longer"),
    ],
)
def test_arguments_that_cannot_be_are_refused(wrong, why):
    with pytest.raises(UnfitNumbers, match=why):
        response_rate(OLD, **{"as_of": TODAY} | wrong)


def test_without_reply_dates_the_ratio_counts_the_old_asks_and_says_so():
    contacts = tracker(
        *[(60, "yes", None)] * 15, *[(60, "no", None)] * 4, *[(60, None, None)] * 26, *[(10, "yes", None)] * 6
    )
    result = yes_no_ratio(contacts.drop(columns="responded_on"), as_of=TODAY)
    assert (result.ratio, result.asked, result.yes, result.no) == (pytest.approx(15 / 4), 45, 21, 4)
    assert result.method == Method.CLOSED
    assert str(result).endswith(
        "counted over the 45 asks at least 28 days old because replies have no usable dates."
    )
    assert yes_no_ratio(OLD, as_of=TODAY).method == Method.CURVE


def test_a_window_in_decimals_is_the_same_window():
    for within in (28.0, 28, np.float64(28)):
        assert repr(response_rate(OLD, as_of=TODAY, within=within).to_dict()["within_days"]) == "28"


def test_bounds_hold_wherever_an_outcome_without_a_date_has_come():
    young = [(10, None, None)] * 5
    rest = [*[(30, "yes", 20)], *[(30, None, None)] * 3, *young]
    rate = response_rate(tracker((30, "yes", None), *rest), as_of=TODAY)
    possible = [response_rate(tracker((30, "yes", day), *rest), as_of=TODAY).estimate for day in range(31)]
    assert rate.bounds == pytest.approx((min(possible), max(possible)))
    assert rate.bounds[0] <= rate.estimate <= rate.bounds[1]
    assert rate.estimate == pytest.approx(possible[20])  # the day on which the other has come


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 70), st.sampled_from(["yes", "no", "bounced", None]), st.integers(0, 70)),
        min_size=8,
        max_size=25,
    ),
    st.data(),
)
def test_with_outcomes_without_dates_the_interval_still_spans_what_they_would_say(rows, data):
    dated = [
        (age, response if wait <= age else None, wait if response and wait <= age else None)
        for age, response, wait in rows
    ]
    whole = {rate: rate(tracker(*dated), as_of=TODAY) for rate in (response_rate, yes_rate)}
    hidden = data.draw(st.sets(st.integers(0, len(dated) - 1), max_size=6))
    some = [(age, response, None if at in hidden else wait) for at, (age, response, wait) in enumerate(dated)]
    for rate, known in whole.items():
        found = rate(tracker(*some), as_of=TODAY)
        if found.estimate is None or known.estimate is None or found.method != Method.CURVE:
            continue
        assert 0 <= found.low <= found.estimate <= found.high <= 1
        if found.bounds is not None:
            assert found.bounds[0] - 1e-9 <= known.estimate <= found.bounds[1] + 1e-9
