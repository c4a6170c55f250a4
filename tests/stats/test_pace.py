"""The pace: completed weeks only, exact limits, streaks that an unfinished week never breaks."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.stats.weekly.pace import chance_of, pace

MONDAY = date(2026, 9, 7)
TODAY = date(2026, 11, 18)  # a Wednesday


def met(*per_week: int) -> pd.DataFrame:
    """So many interviews on the Monday of each week from MONDAY on."""
    days = [MONDAY + timedelta(weeks=week) for week, count in enumerate(per_week) for _ in range(count)]
    frame = pd.DataFrame({"name": [f"Person {at}" for at in range(len(days))], "met_on": days})
    return frame.astype({"met_on": "datetime64[us]"})


def at(weeks: int, weekday: int = 3) -> date:
    """A day (1 Monday … 7 Sunday) after so many whole weeks."""
    return MONDAY + timedelta(weeks=weeks, days=weekday - 1)


def test_completed_weeks_against_the_goal():
    result = pace(met(1, 0, 2, 1, 1), as_of=at(5))
    assert (result.weeks, result.interviews, result.estimate) == (5, 5, 1.0)
    assert (result.low, result.high) == (
        pytest.approx(1.623 / 5, abs=1e-3),
        pytest.approx(11.668 / 5, abs=1e-3),
    )
    assert (result.made, result.streak, result.longest) == (4, 3, 3)
    assert (result.this_week.met, result.this_week.days_left) == (0, 4)


def test_weeks_without_interviews_have_an_upper_limit():
    contacts = met(1, 0, 0).assign(contacted_on="2026-09-07")
    result = pace(contacts.assign(met_on=pd.NaT), as_of=at(3))
    assert (result.interviews, result.estimate, result.low) == (0, 0.0, 0.0)
    assert result.high == pytest.approx(3.689 / 3, abs=1e-3)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    weeks=st.lists(st.integers(0, 3), min_size=2, max_size=8),
    goal=st.integers(1, 3),
    weekday=st.integers(1, 7),
)
def test_an_unfinished_week_never_lowers_a_rate_or_breaks_a_streak(weeks, goal, weekday):
    weeks = [1, *weeks]
    contacts = met(*weeks[:-1])
    finished = pace(contacts, as_of=at(len(weeks) - 1, 1), goal=goal)
    unfinished = pace(contacts, as_of=at(len(weeks) - 1, weekday), goal=goal)
    for name in ("weeks", "interviews", "estimate", "low", "high", "made", "streak", "longest"):
        assert getattr(unfinished, name) == getattr(finished, name)
    more = pace(met(*weeks), as_of=at(len(weeks) - 1, weekday), goal=goal)
    assert more.estimate == finished.estimate
    assert more.streak == finished.streak + (weeks[-1] >= goal)
    assert more.longest >= finished.longest


def test_a_week_that_is_not_over_adds_to_the_streak_once_it_is_made():
    assert pace(met(1, 1, 0), as_of=at(2)).streak == 2
    assert pace(met(1, 1, 1), as_of=at(2)).streak == 3
    assert pace(met(1, 1, 0, 1), as_of=at(3, 7)).streak == 1
    assert pace(met(1, 1, 0, 1), as_of=at(3, 7)).longest == 2


def test_the_chance_is_that_of_a_negative_binomial():
    from scipy.stats import nbinom

    for wanted, ahead, count, weeks in (
        (1, 4 / 7, 12, 12),
        (3, 1 / 7, 2, 9),
        (10, 6 / 7, 40, 5),
        (1, 1.0, 0, 3),
    ):
        truth = nbinom.sf(wanted - 1, count + 0.5, weeks / (weeks + ahead))
        assert chance_of(wanted, ahead, counted_so_far=count, weeks_so_far=weeks) == pytest.approx(
            truth, abs=1e-12
        )


def test_the_chance_to_make_this_weeks_goal():
    busy = met(2, 2, 2, 2, 2, 1)
    assert pace(busy, as_of=at(5), goal=1).this_week.chance == 1.0
    some = pace(busy, as_of=at(5), goal=2).this_week.chance
    assert 0.5 < some < 0.8
    assert pace(busy, as_of=at(5, 6), goal=2).this_week.chance < some
    assert pace(busy, as_of=at(5, 7), goal=2).this_week.chance == 0.0
    assert pace(met(1), as_of=at(0), goal=2).this_week.chance is None


def test_before_the_first_week_is_over_there_is_no_pace():
    result = pace(met(1), as_of=at(0))
    assert (result.estimate, result.reason) == (None, "no week is over yet")
    assert str(result) == (
        "Interviews a week by 2026-09-09: not known, no week is over yet; this week 1 of 1, 4 days left."
    )
    assert result.to_dict()["reason"] == "no week is over yet"


@pytest.mark.parametrize(
    ("contacts", "reason"),
    [
        (pd.DataFrame({"name": ["Ana"], "contacted_on": ["2026-09-01"]}), "there is no met_on column"),
        (
            pd.DataFrame({"name": ["Ana"], "contacted_on": ["2026-09-01"], "met": [True]}),
            "1 interview without a date and none with one",
        ),
        (pd.DataFrame({"name": ["Ana"], "met_on": [None]}), "nothing that happened has a date by then"),
    ],
)
def test_what_is_not_known_has_a_reason(contacts, reason):
    result = pace(contacts, as_of=TODAY)
    assert (result.estimate, result.this_week, result.reason) == (None, None, reason)
    assert reason in str(result)


def test_it_reads_as_one_sentence():
    assert str(pace(met(1, 0, 2, 1, 1), as_of=at(5))) == (
        "Over 5 completed weeks to 2026-10-14 you held 5 interviews, 1.0 a week (95 % interval 0.3 to 2.3); "
        "4 of 5 made the goal of 1 (weeks in a row: 3 now, 3 at best); this week 0 of 1, 4 days left "
        "(chance to make it about 45 %)."
    )


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ((1, 1, 0, 1), "3 of 4 made the goal of 1 (weeks in a row: 1 now, 2 at best);"),
        ((1, 1, 1, 0), "3 of 4 made the goal of 1 (weeks in a row: none now, 3 at best);"),
        ((0, 0, 1), "0 of 2 made the goal of 1 (weeks in a row, this one included: 1 now, 1 at best);"),
    ],
)
def test_streaks_in_words(weeks, said):
    over = len(weeks) - (weeks == (0, 0, 1))
    assert said in str(pace(met(*weeks).assign(contacted_on=MONDAY), as_of=at(over)))


def test_a_goal_never_made_has_no_streak_to_tell():
    assert "0 of 2 made the goal of 2 (none yet);" in str(pace(met(1, 1), as_of=at(2), goal=2))


def test_the_json_has_plain_values():
    told = pace(met(1, 1), as_of=at(2)).to_dict()
    assert told["this_week"] == {
        "week": "2026-W39",
        "met": 0,
        "days_left": 4,
        "chance": told["this_week"]["chance"],
    }
    assert (told["weeks"], told["estimate"], told["streak"], told["goal"]) == (2, 1.0, 2, 1)
    assert len(pace(met(1, 1), as_of=at(2)).to_frame()) == 1


def test_a_chance_is_never_said_to_be_none_or_certain():
    assert "(chance to make it under 5 %)" in str(pace(met(1, *[0] * 40), as_of=at(41), goal=4))
    assert "(chance to make it over 95 %)" in str(pace(met(*[9] * 20), as_of=at(20, 1), goal=1))
