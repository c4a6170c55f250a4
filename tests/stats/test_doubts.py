"""What cannot be quite right is listed with its row, and counted."""

from datetime import date

import pandas as pd

from infoviz.stats.asking.rates import response_rate
from infoviz.stats.facts.asks import asks
from infoviz.stats.facts.doubts import Doubt, ask_problems

TODAY = date(2026, 11, 20)


def stamps(*texts: str | None) -> pd.DatetimeIndex:
    return pd.to_datetime(list(texts))


def test_every_doubt_is_listed_with_its_row():
    frame = pd.DataFrame(
        {
            "name": ["Ada", "Bo", "Cy", "Di", "Ada", "Eli", "Flo"],
            "contacted_on": stamps(
                "2026-11-09", None, "2026-11-01", "2026-12-01", "2026-11-02", "2026-11-01", None
            ),
            "response": ["yes", "no", "yes", None, None, "perhaps-ish", None],
            "responded_on": stamps("2026-11-02", "2026-11-03", None, None, None, None, None),
            "met_on": stamps(None, None, "2027-01-01", None, None, None, None),
        },
        index=[5, 6, 7, 8, 9, 10, 11],
    )
    found = ask_problems(frame, as_of=TODAY)
    assert list(zip(found["row"], found["problem"], strict=True)) == [
        (5, Doubt.BEFORE_ASK),
        (6, Doubt.WITHOUT_ASK),
        (7, Doubt.FUTURE),
        (7, Doubt.WITHOUT_DATE),
        (8, Doubt.FUTURE),
        (9, Doubt.TWICE),
        (10, Doubt.UNKNOWN),
    ]
    assert found["detail"].tolist()[5] == "same person as row 5"
    table = asks(frame, as_of=TODAY)
    assert table.asked.sum() == 4


def test_a_sound_or_bare_frame_has_no_doubts():
    sound = pd.DataFrame({"name": ["Ada"], "contacted_on": stamps("2026-11-01"), "response": [None]})
    assert ask_problems(sound, as_of=TODAY).empty
    assert ask_problems(pd.DataFrame({"response": ["yes"]}), as_of=TODAY).empty
    assert ask_problems(pd.DataFrame(), as_of=TODAY).columns.tolist() == [
        "row",
        "name",
        "field",
        "problem",
        "detail",
    ]


def test_a_repeated_index_is_no_obstacle():
    frame = pd.DataFrame({"name": ["Ada", "Ada"]}, index=[1, 1])
    assert ask_problems(frame, as_of=TODAY)["detail"].tolist() == ["same person as row 1"]


def test_waits_below_zero_are_listed_between_any_two_days():
    frame = pd.DataFrame(
        {
            "name": ["Ada", "Bo"],
            "contacted_on": stamps("2026-11-09", "2026-10-01"),
            "response": ["yes", "yes"],
            "responded_on": stamps("2026-11-09", "2026-10-02"),
            "met_on": stamps("2026-11-08", "2026-10-20"),
            "thanked_on": stamps("2026-11-08", "2026-10-19"),
        }
    )
    found = ask_problems(frame, as_of=TODAY)
    assert found[["name", "field", "problem", "detail"]].to_numpy().tolist() == [
        ["Ada", "met_on", Doubt.MET_BEFORE_ASK, "asked 2026-11-09, met 2026-11-08"],
        ["Bo", "thanked_on", Doubt.BEFORE_INTERVIEW, "met 2026-10-20, thanked 2026-10-19"],
    ]


def test_every_outcome_without_a_date_that_widens_a_rate_is_listed():
    """Also those that an interview or a status tells."""
    frame = pd.DataFrame(
        {
            "name": ["Ada", "Bo", "Cy", "Di"],
            "contacted_on": stamps(*["2026-10-01"] * 4),
            "responded_on": stamps("2026-10-02", None, None, None),
            "met_on": stamps(None, "2026-10-20", None, None),
            "status": ["Replied", None, "Bounced", "Contacted"],
        },
        index=[2, 3, 4, 5],
    )
    found = ask_problems(frame, as_of=TODAY)
    assert found[["row", "problem", "detail"]].to_numpy().tolist() == [
        [3, Doubt.WITHOUT_DATE, "yes by other columns, but no day"],
        [4, Doubt.WITHOUT_DATE, "bounced by other columns, but no day"],
    ]
    assert response_rate(frame, as_of=TODAY).undated == 2


def test_answers_of_one_person_that_differ_are_listed_and_the_first_ends_the_ask():
    rows = [("no", "2026-08-06"), ("yes", "2026-09-20")]
    frame = pd.DataFrame(
        [
            {"name": f"Ada {n}", "contacted_on": "2026-08-01", "response": response, "responded_on": day}
            for n in range(6)
            for response, day in rows
        ]
    )
    found = ask_problems(frame, as_of=TODAY)
    assert found["problem"].tolist() == [Doubt.TWICE, Doubt.DIFFERENT] * 6
    assert found["detail"].tolist()[1] == "“yes”, and “no” in row 0"
    for either in (frame, frame[::-1]):
        assert response_rate(either, as_of=TODAY).estimate == 1
        table = asks(either, as_of=TODAY)
        assert set(table.duration) == {5}
        assert set(table.state) == {1}
        assert set(table.cause) == {2}


def test_one_answer_in_two_spellings_is_one():
    frame = pd.DataFrame({"name": ["Ada", "Ada"], "contacted_on": "2026-08-01", "response": ["Yes", "yes"]})
    assert Doubt.DIFFERENT not in ask_problems(frame, as_of=TODAY)["problem"].tolist()


def test_a_text_that_is_no_date_is_listed():
    frame = pd.DataFrame(
        {"name": ["Ada", "Bo"], "contacted_on": ["2026-11-01", "20.11.2026"], "met_on": [None, ""]}
    )
    found = ask_problems(frame, as_of=TODAY)
    assert found.iloc[0].tolist() == [
        1, "Bo", "contacted_on", Doubt.UNREADABLE, "“20.11.2026” is no date we read"
    ]  # fmt: skip
    assert len(found) == 1


def test_a_nudge_or_thanks_before_the_ask_and_a_nudge_ahead_are_listed():
    contacts = pd.DataFrame(
        {
            "name": ["Ana", "Ben", "Cleo"],
            "contacted_on": stamps("2026-09-10", "2026-09-10", "2026-09-10"),
            "nudged_on": stamps("2026-08-01", "2026-12-01", None),
            "thanked_on": stamps(None, None, "2026-09-01"),
        }
    )
    listed = ask_problems(contacts, as_of=TODAY)
    said = listed.loc[
        listed["field"] != "responded_on", ["name", "field", "problem", "detail"]
    ].values.tolist()
    assert said == [
        ["Ana", "nudged_on", Doubt.NUDGED_BEFORE_ASK, "asked 2026-09-10, nudged 2026-08-01"],
        ["Ben", "nudged_on", Doubt.FUTURE, "nudged 2026-12-01, after 2026-11-20"],
        ["Cleo", "thanked_on", Doubt.THANKED_BEFORE_ASK, "asked 2026-09-10, thanked 2026-09-01"],
    ]
