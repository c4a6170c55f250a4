"""Weekly progress: ISO weeks, none left out, and nothing counted twice."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnfitEvents, UnfitNumbers
from infoviz.stats.weekly.weeks import weekly_progress

TODAY = date(2026, 11, 20)  # a Friday
COUNTS = ["asked", "responded", "yes", "no", "met", "thanked", "people", "organizations"]


def people(**columns) -> pd.DataFrame:
    rows = len(next(iter(columns.values())))
    frame = pd.DataFrame({"name": [f"Person {row}" for row in range(rows)], **columns})
    for column in frame.columns[frame.columns.str.endswith("_on")]:
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[us]")
    return frame


def events_of(*rows: tuple[str, int, str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["date", "row", "name", "event", "detail"])
    return frame.astype({"date": "datetime64[us]"})


def test_every_count_falls_into_its_week():
    contacts = people(
        organization=["Acme", "ACME", "Globex"],
        contacted_on=["2026-11-02", "2026-11-03", "2026-11-16"],
        response=["yes", "no", None],
        responded_on=["2026-11-04", "2026-11-10", None],
        met_on=["2026-11-17", None, None],
        thanked_on=["2026-11-18", None, None],
    )
    weeks = weekly_progress(contacts, as_of=TODAY).weeks
    assert [week.week for week in weeks] == ["2026-W45", "2026-W46", "2026-W47"]
    assert [week.begins for week in weeks] == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    assert [week.complete for week in weeks] == [True, True, False]
    table = [[getattr(week, name) for name in COUNTS] for week in weeks]
    assert table == [[2, 1, 1, 0, 0, 0, 2, 1], [0, 1, 0, 1, 0, 0, 0, 0], [1, 0, 0, 0, 1, 1, 1, 1]]


def test_weeks_without_events_are_zeros_and_the_last_is_that_of_as_of():
    weeks = weekly_progress(people(contacted_on=["2026-09-01"]), as_of=TODAY).weeks
    assert len(weeks) == 12
    assert weeks[0].asked == 1
    assert all(getattr(week, name) == 0 for week in weeks[1:] for name in COUNTS)


def test_the_json_keys_are_those_of_the_weekly_command():
    told = weekly_progress(people(contacted_on=["2026-11-16"]), as_of=TODAY).to_dict()
    assert told["weeks"] == [
        {
            "week": "2026-W47",
            "begins": "2026-11-16",
            "complete": False,
            "asked": 1,
            "responded": 0,
            "yes": 0,
            "no": 0,
            "met": 0,
            "thanked": 0,
            "people": 1,
            "organizations": 0,
        }
    ]
    assert told["as_of"] == "2026-11-20"


def test_facts_after_as_of_do_not_exist():
    contacts = people(contacted_on=["2026-11-02", "2026-11-16"], met_on=["2026-11-10", None])
    weeks = weekly_progress(contacts, as_of=date(2026, 11, 9)).weeks
    assert [(week.week, week.asked, week.met) for week in weeks] == [("2026-W45", 1, 0), ("2026-W46", 0, 0)]


@pytest.mark.parametrize("year", range(2015, 2027))
def test_weeks_at_the_turn_of_the_year(year):
    """The last day of each year and the first of the next lie in the ISO week that the calendar says."""
    for day in (date(year, 12, 31), date(year + 1, 1, 1)):
        (week,) = weekly_progress(people(contacted_on=[day]), as_of=day).weeks
        iso = day.isocalendar()
        assert week.week == f"{iso.year}-W{iso.week:02}"
        assert week.begins == day - timedelta(days=iso.weekday - 1)
        assert week.asked == 1


def test_a_week_is_complete_on_the_next_monday():
    contacts = people(contacted_on=["2026-11-09"])
    assert [week.complete for week in weekly_progress(contacts, as_of=date(2026, 11, 15)).weeks] == [False]
    assert [week.complete for week in weekly_progress(contacts, as_of=date(2026, 11, 16)).weeks] == [
        True,
        False,
    ]


def test_one_person_on_several_rows_counts_once():
    contacts = people(contacted_on=["2026-11-03", "2026-11-03", "2026-11-05"])
    contacts["name"] = ["Ana Ruiz", "ana  RUIZ", "Ana Ruiz"]
    (first, _, _) = weekly_progress(contacts, as_of=TODAY).weeks
    assert (first.asked, first.people) == (2, 1)  # asked twice, on two days


def test_the_paper_trail_tells_of_several_interviews():
    contacts = people(met_on=["2026-11-10"])
    contacts.index = pd.Index([4], name="row")
    events = events_of(
        ("2026-11-03", 4, "Person 0", "met", ""),
        ("2026-11-10", 4, "Person 0", "met", ""),
        ("2026-11-11", 4, "Person 0", "responded", "no"),
    )
    weeks = weekly_progress(contacts, events, as_of=TODAY).weeks
    assert [(week.met, week.no) for week in weeks] == [(1, 0), (1, 1), (0, 0)]


def test_bounces_and_asks_called_off_are_no_answers():
    contacts = people(
        contacted_on=["2026-11-09"] * 4,
        response=["bounced", "withdrawn", "other", "yes"],
        responded_on=["2026-11-10"] * 4,
    )
    week = weekly_progress(contacts, as_of=TODAY).weeks[0]
    assert (week.asked, week.responded, week.yes, week.no) == (4, 2, 1, 0)


def test_an_answer_of_which_nothing_is_said_is_an_answer():
    contacts = people(contacted_on=["2026-11-09", "2026-11-09"], response=[None, "no"])
    events = events_of(
        ("2026-11-09", 0, "Person 0", "asked", ""),
        ("2026-11-10", 0, "Person 0", "responded", "will get back to me"),
        ("2026-11-10", 1, "Person 1", "responded", ""),
        ("2026-11-10", 9, "Nobody Else", "responded", ""),
    )
    week = weekly_progress(contacts, events, as_of=TODAY).weeks[0]
    assert (week.responded, week.yes, week.no) == (3, 0, 1)


def test_what_has_no_date_is_in_no_week_and_is_said():
    contacts = people(contacted_on=["2026-11-09", None, None], response=[None, "yes", None])
    contacts["met"] = [False, True, False]
    progress = weekly_progress(contacts, as_of=TODAY)
    assert (progress.undated.asked, progress.undated.responded, progress.undated.met) == (1, 1, 1)
    assert "in no week, for want of a date: 1 ask, 1 answer, 1 interview" in str(progress)


def test_without_any_date_there_are_no_weeks_and_a_reason():
    bare = weekly_progress(pd.DataFrame({"name": ["Ana"]}), as_of=TODAY)
    assert bare.weeks == ()
    assert "contacted_on" in bare.reason
    assert "contacted_on" in str(bare)
    blank = weekly_progress(people(contacted_on=[None]), as_of=TODAY)
    assert blank.weeks == ()
    assert blank.to_dict()["reason"] == "nothing that happened has a date by then"
    assert blank.to_frame().empty
    assert weekly_progress(pd.DataFrame({"name": []}), as_of=TODAY).weeks == ()


def test_it_reads_as_one_sentence():
    contacts = people(
        contacted_on=["2026-11-02", "2026-11-16"],
        responded_on=["2026-11-06", None],
        met_on=["2026-11-12", None],
        thanked_on=[None, None],
        response=["yes", None],
    )
    assert str(weekly_progress(contacts, as_of=TODAY)) == (
        "By 2026-11-20: 2 completed weeks with 1 ask, 1 answer and 1 interview, of which 1 made the goal of 1; "
        "this week so far 0 of 1."
    )
    assert "no week is over yet" in str(weekly_progress(contacts.tail(1), as_of=TODAY))


def test_what_no_column_tells_is_named_and_not_called_zero():
    progress = weekly_progress(people(contacted_on=["2026-11-02"]), as_of=TODAY)
    assert progress.missing == ("responded_on", "met_on", "thanked_on", "response")
    assert str(progress) == (
        "By 2026-11-20: 2 completed weeks with 1 ask; "
        "not counted, for want of a column: responded_on, met_on, thanked_on, response."
    )
    only_thanked = weekly_progress(people(thanked_on=["2026-11-02"]), as_of=TODAY)
    assert str(only_thanked).startswith(
        "By 2026-11-20: 2 completed weeks (in no week, for want of a date: 1 ask)"
    )
    events = events_of(("2026-11-03", 0, "Person 0", "met", ""))
    assert weekly_progress(people(name=["Person 0"]), events, as_of=TODAY).missing == (
        "contacted_on",
        "responded_on",
        "thanked_on",
        "response",
    )


def test_which_answer_came_is_not_known_where_nothing_tells_it():
    told = {"contacted_on": ["2026-11-02"] * 2, "responded_on": ["2026-11-03", None]}
    progress = weekly_progress(people(**told), as_of=TODAY)
    assert progress.missing == ("met_on", "thanked_on", "response")
    assert progress.unknown == {"yes", "no", "met", "thanked"}
    met = people(**told, met_on=["2026-11-05", None])
    assert (
        "response" in weekly_progress(met, as_of=TODAY).missing
    )  # a yes taken for granted tells of no other
    assert "response" not in weekly_progress(people(**told, status=["Replied", "Asked"]), as_of=TODAY).missing
    blank = people(**told, response=[None, None])
    assert {"yes", "no"} <= weekly_progress(blank, as_of=TODAY).unknown


@pytest.mark.parametrize("detail", ["yes", "no", ""])
def test_a_logged_answer_may_tell_which_one_came(detail):
    events = events_of(("2026-11-03", 0, "Person 0", "responded", detail))
    progress = weekly_progress(people(name=["Person 0"]), events, as_of=TODAY)
    assert ("response" in progress.missing) == (not detail)


def test_what_happened_on_no_known_day_at_all_is_not_zero_in_any_week():
    contacts = people(contacted_on=["2026-11-02"] * 2, met=[True, True], met_on=[None, None])
    progress = weekly_progress(contacts, as_of=TODAY)
    assert "met" in progress.unknown
    assert "interview," not in str(progress)
    assert "of 1;" not in str(progress)
    assert "for want of a date: 2 answers, 2 interviews" in str(progress)
    one = people(contacted_on=["2026-11-02"] * 2, met=[True, True], met_on=[None, "2026-11-04"])
    assert "met" not in weekly_progress(one, as_of=TODAY).unknown


def test_the_frame_has_a_row_a_week():
    frame = weekly_progress(people(contacted_on=["2026-11-02"]), as_of=TODAY).to_frame()
    assert frame.columns.tolist() == ["week", "begins", "complete", *COUNTS]
    assert frame["begins"].dtype == "datetime64[us]"
    assert len(frame) == 3


DAYS = st.none() | st.dates(date(2025, 11, 1), date(2027, 1, 31))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["Ana", "ANA", "Ben", "Cleo", "Dan", None]),
            "organization": st.sampled_from(["Acme", "acme", "Globex", None]),
            "contacted_on": DAYS,
            "response": st.sampled_from(["yes", "no", "other", "bounced", "withdrawn", None]),
            "responded_on": DAYS,
            "met_on": DAYS,
            "thanked_on": DAYS,
        }
    ),
    max_size=12,
)


def framed(rows: list[dict]) -> pd.DataFrame:
    columns = ["name", "organization", "contacted_on", "response", "responded_on", "met_on", "thanked_on"]
    frame = pd.DataFrame(rows, columns=columns)
    for column in columns:
        frame[column] = frame[column].astype("datetime64[us]" if column.endswith("_on") else "str")
    return frame


def trail_of(contacts: pd.DataFrame) -> pd.DataFrame:
    dated = {"contacted_on": "asked", "responded_on": "responded", "met_on": "met", "thanked_on": "thanked"}
    rows = [
        (row[column], label, row["name"], event, row["response"] if event == "responded" else "")
        for label, row in contacts.iterrows()
        for column, event in dated.items()
        if not pd.isna(row[column])
    ]
    return events_of(*rows)


@settings(derandomize=True, deadline=None)
@given(rows=ROWS, random=st.randoms(use_true_random=False))
def test_order_index_and_dtypes_change_nothing(rows, random):
    contacts = framed(rows)
    told = weekly_progress(contacts, as_of=TODAY).to_dict()
    order = random.sample(range(len(rows)), len(rows))
    assert weekly_progress(contacts.iloc[order], as_of=TODAY).to_dict() == told
    same_labels = contacts.set_axis([7] * len(contacts))
    assert weekly_progress(same_labels, as_of=TODAY).to_dict() == told
    assert weekly_progress(contacts.astype(object), as_of=TODAY).to_dict() == told
    texts = dict.fromkeys(("name", "organization", "response"), "category")
    assert weekly_progress(contacts.astype(texts), as_of=TODAY).to_dict() == told


@settings(derandomize=True, deadline=None)
@given(rows=ROWS, random=st.randoms(use_true_random=False))
def test_the_paper_trail_says_the_same_as_the_columns(rows, random):
    contacts = framed(rows)
    events = trail_of(contacts)
    told = weekly_progress(contacts, as_of=TODAY).to_dict()
    order = random.sample(range(len(events)), len(events))
    assert weekly_progress(contacts, events.iloc[order], as_of=TODAY).to_dict() == told
    assert weekly_progress(contacts, events.astype(object), as_of=TODAY).to_dict() == told
    assert weekly_progress(contacts, events.astype({"event": "category"}), as_of=TODAY).to_dict() == told


def test_rows_that_the_index_does_not_tell_are_found_by_name():
    contacts = people(contacted_on=["2026-11-02", "2026-11-03"], organization=["Acme", "Globex"])
    events = trail_of(contacts.assign(responded_on=pd.NaT, met_on=pd.NaT, thanked_on=pd.NaT, response=None))
    told = weekly_progress(contacts, events, as_of=TODAY).to_dict()
    assert weekly_progress(contacts.set_axis([0, 0]), events, as_of=TODAY).to_dict() == told
    stranger = events_of(("2026-11-10", 99, "Nobody Else", "met", ""))
    weeks = weekly_progress(contacts, pd.concat([events, stranger]), as_of=TODAY).weeks
    assert [(week.people, week.met) for week in weeks] == [(2, 0), (1, 1), (0, 0)]


def test_a_hundred_thousand_events_are_counted():
    rows = np.arange(100_000)
    days = pd.Series(pd.Timestamp("2020-01-06") + pd.to_timedelta(rows % 2000, "D")).astype("datetime64[us]")
    contacts = pd.DataFrame({"name": [f"Person {row}" for row in range(1000)]})
    events = pd.DataFrame({"date": days, "row": rows % 1000, "name": "", "event": "met", "detail": ""})
    weeks = weekly_progress(contacts, events, as_of=TODAY).weeks
    assert sum(week.met for week in weeks) == len(set(zip(rows % 1000, rows % 2000, strict=True)))
    assert sum(week.people for week in weeks) == 1000


def test_a_timestamp_is_a_day_too():
    contacts = people(contacted_on=["2026-11-09"])
    weeks = weekly_progress(contacts, as_of=pd.Timestamp("2026-11-20 10:00")).weeks
    assert weeks == weekly_progress(contacts, as_of=TODAY).weeks


@pytest.mark.parametrize("goal", [0, -1, 1.5, "1"])
def test_a_goal_is_a_whole_number_of_interviews(goal):
    with pytest.raises(UnfitNumbers, match="a goal is 1, 2 or more"):
        weekly_progress(pd.DataFrame({"name": ["Ana"]}), as_of=date(2026, 11, 20), goal=goal)


def test_a_frame_that_is_no_paper_trail_is_refused():
    with pytest.raises(UnfitEvents, match="no column date and no column event"):
        weekly_progress(pd.DataFrame({"name": ["Ana"]}), pd.DataFrame({"row": [1]}), as_of=date(2026, 11, 20))


def test_a_goal_is_a_number():
    contacts = people(met_on=["2026-11-02"])
    weekly_progress(contacts, as_of=TODAY, goal=1)
    with pytest.raises(UnfitNumbers):
        weekly_progress(contacts, as_of=TODAY, goal=True)
