"""Who was asked and what came of it: states, durations, duplicates, odd frames."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnfitNumbers
from infoviz.stats.facts.asks import State, asks

TODAY = date(2026, 11, 20)
steady = settings(derandomize=True, deadline=None, max_examples=40)


def day(text: str | None) -> pd.Timestamp:
    return pd.NaT if text is None else pd.Timestamp(f"2026-{text}")


def one(within: int = 28, as_of: date = TODAY, **row: object) -> tuple[str, float]:
    dates = {name: day(value) for name, value in row.items() if name.endswith("_on")}
    table = asks(pd.DataFrame([{"name": "Ada"} | row | dates]), as_of=as_of, within=within)
    assert len(table) == 1
    return State(table.state[0]).name.lower(), table.duration[0]


@pytest.mark.parametrize("response", ["yes", "no", "other", "bounced", "withdrawn"])
def test_a_response_is_the_state(response):
    assert one(contacted_on="11-01", response=response, responded_on="11-04") == (response, 3)


def test_silence_begins_after_the_window():
    assert one(contacted_on="10-23") == ("waiting", 28)
    assert one(contacted_on="10-22") == ("silent", 29)
    assert one(contacted_on="11-20") == ("waiting", 0)
    assert one(contacted_on="11-01", within=14) == ("silent", 19)


def test_nobody_is_asked_by_being_listed():
    assert one(contacted_on=None)[0] == "not_asked"
    assert one(notes="alumna")[0] == "not_asked"


def test_an_answer_on_the_day_of_the_ask_counts():
    assert one(contacted_on="11-01", response="no", responded_on="11-01") == ("no", 0)


def test_later_facts_do_not_exist():
    row = {"contacted_on": "11-01", "response": "yes", "responded_on": "11-10", "met_on": "11-15"}
    assert one(as_of=date(2026, 11, 15), **row) == ("yes", 9)
    assert one(as_of=date(2026, 11, 9), **row) == ("waiting", 8)
    assert one(as_of=date(2026, 10, 31), **row)[0] == "not_asked"


def test_an_undated_answer_to_an_ask_ahead_lies_ahead_too():
    assert one(contacted_on="12-01", response="yes")[0] == "not_asked"


def test_a_word_whose_day_lies_ahead_proves_nothing():
    assert one(contacted_on=None, response="yes", responded_on="12-01")[0] == "not_asked"
    assert one(response="Met", met_on="12-01")[0] == "not_asked"
    assert one(status="Met", met_on="12-01")[0] == "not_asked"
    assert one(status="declined", responded_on="12-01")[0] == "not_asked"
    assert one(contacted_on="11-01", status="Replied", responded_on="12-01")[0] == "waiting"


def test_a_word_whose_day_lies_ahead_leaves_what_else_is_known():
    assert one(response="no", responded_on="12-01", nudged_on="11-10")[0] == "silent"
    assert one(response="no", responded_on="12-01", met_on="11-10")[0] == "yes"
    assert one(response="no", responded_on="12-01", asked=True)[0] == "silent"
    assert one(status="Contacted", responded_on="12-01")[0] == "silent"


def test_an_interview_set_for_a_day_ahead_is_agreed_today():
    assert one(contacted_on="11-01", status="Interview scheduled", scheduled_on="12-01")[0] == "yes"


def test_whoever_was_met_has_said_yes_unless_another_answer_is_recorded():
    assert one(contacted_on="11-01", met_on="11-10")[0] == "yes"
    assert one(met_on="11-10")[0] == "yes"
    assert one(contacted_on="11-01", response="no", responded_on="11-03", met_on="11-10") == ("no", 2)


def test_an_answer_of_which_nothing_is_known_is_other():
    assert one(contacted_on="11-01", responded_on="11-03") == ("other", 2)
    assert one(contacted_on="11-01", responded=True)[0] == "other"


@pytest.mark.parametrize("field", ["nudged_on", "thanked_on"])
def test_a_later_date_proves_an_ask_without_date(field):
    assert one(**{field: "11-10"})[0] == "silent"


@pytest.mark.parametrize("flag", ["asked", "nudged", "thanked"])
def test_an_undated_fact_proves_an_ask(flag):
    assert one(contacted_on=None, **{flag: True})[0] == "silent"
    assert one(contacted_on=None, **{flag: False})[0] == "not_asked"


def test_status_words_speak_where_nothing_else_does():
    table = asks(pd.DataFrame({"status": ["Met", "declined", "no reply", "not contacted yet"]}), as_of=TODAY)
    assert [State(code).name for code in table.state] == ["YES", "NO", "SILENT", "NOT_ASKED"]
    assert table.met.tolist() == [True, False, False, False]


def test_an_end_without_a_day_has_bounds():
    frame = pd.DataFrame(
        {
            "contacted_on": [day("10-01")] * 4,
            "response": ["yes", "yes", "no", "bounced"],
            "responded_on": [pd.NaT, pd.NaT, day("09-20"), pd.NaT],
            "met_on": [day("10-15"), pd.NaT, pd.NaT, pd.NaT],
        }
    )
    table = asks(frame, as_of=TODAY)
    assert np.isnan(table.duration).all()
    assert table.earliest.tolist() == [0, 0, 0, 0]
    assert table.latest.tolist() == [14, 50, 50, 50]


def test_rows_of_one_person_are_one_ask():
    frame = pd.DataFrame(
        {
            "name": ["Bo Lind", "ADA  Moreau", "Ada Moreau", "Ada Moreau"],
            "organization": ["Nordlys", "Fjord", "fjord", "Elsewhere"],
            "contacted_on": [day("11-01"), day("11-05"), day("11-02"), pd.NaT],
            "response": [None, None, "yes", None],
            "responded_on": [pd.NaT, pd.NaT, day("11-07"), pd.NaT],
        },
        index=[3, 4, 9, 12],
    )
    table = asks(frame, as_of=TODAY)
    assert table.row.tolist() == [3, 4, 12]
    assert table.name.tolist() == ["Bo Lind", "ADA Moreau", "Ada Moreau"]  # on one line
    assert table.duration[1] == 5
    assert table.collapsed.tolist() == [2]
    assert table.person.tolist() == [0, 1, 1, 2]


def test_rows_without_name_stand_alone():
    frame = pd.DataFrame({"contacted_on": [day("11-01")] * 3})
    assert len(asks(frame, as_of=TODAY)) == 3


def test_a_datetime_is_a_date_too():
    frame = pd.DataFrame({"contacted_on": [day("11-01")]})
    assert asks(frame, as_of=pd.Timestamp("2026-11-20 18:30")).as_of == TODAY


def test_a_window_is_not_negative():
    with pytest.raises(UnfitNumbers):
        asks(pd.DataFrame(), as_of=TODAY, within=-1)


def test_an_empty_frame_has_nobody():
    table = asks(pd.DataFrame({"name": []}), as_of=TODAY)
    assert len(table) == 0
    assert table.count(State.YES) == 0


days_ago = st.one_of(st.none(), st.integers(-20, 90))
people = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["Ada", "Bo", "Cy", "ada ", None]),
            "contacted_on": days_ago,
            "nudged_on": days_ago,
            "responded_on": days_ago,
            "met_on": days_ago,
            "thanked_on": days_ago,
            "response": st.sampled_from(
                ["yes", "no", "other", "bounced", "withdrawn", "Yes", "hm", "", None]
            ),
            "asked": st.booleans(),
            "responded": st.booleans(),
            "status": st.sampled_from(["Met", "waiting", "", None]),
        }
    ),
    max_size=12,
)


def framed(rows: list[dict]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(rows[0]) if rows else ["name"])
    for field in frame.columns[frame.columns.str.endswith("_on")]:
        moments = [
            pd.NaT if ago is None else pd.Timestamp(TODAY - timedelta(days=ago))
            for ago in frame[field].astype(object).where(frame[field].notna(), None)
        ]
        frame[field] = pd.Series(moments, dtype="datetime64[us]")
    return frame


def told(frame: pd.DataFrame) -> list[tuple]:
    table = asks(frame, as_of=TODAY)
    return list(
        zip(
            table.state.tolist(),
            np.nan_to_num(table.duration, nan=-1).tolist(),
            table.met.tolist(),
            strict=True,
        )
    )


@steady
@given(people)
def test_everyone_asked_is_in_one_state(rows):
    table = asks(framed(rows), as_of=TODAY)
    ended = sum(table.count(state) for state in State if state != State.NOT_ASKED)
    assert table.asked.sum() == ended
    assert ended == table.answered.sum() + sum(
        table.count(state) for state in (State.BOUNCED, State.WITHDRAWN, State.WAITING, State.SILENT)
    )
    dated = table.dated & table.asked
    assert not np.isnan(table.earliest[dated]).any()
    assert (table.earliest[dated] <= table.latest[dated]).all()
    assert (table.earliest[dated] >= 0).all()
    assert (table.latest[dated] <= table.age[dated]).all()


@steady
@given(people)
def test_the_index_and_the_dtypes_do_not_matter(rows):
    frame = framed(rows)
    before = told(frame)
    same_label = frame.set_axis(np.zeros(len(frame), dtype=int), axis=0)
    assert told(same_label) == before
    assert told(frame.astype(object)) == before
    texts = frame.select_dtypes(exclude=["datetime", "bool"]).columns
    assert told(frame.astype(dict.fromkeys(texts, "category"))) == before
    assert told(frame.astype(dict.fromkeys(texts, "string"))) == before
    iso = frame.copy()
    for field in frame.columns[frame.columns.str.endswith("_on")]:
        iso[field] = frame[field].dt.strftime("%Y-%m-%d").astype(object)
    assert told(iso) == before


@steady
@given(people)
def test_what_lies_ahead_does_not_exist(rows):
    frame = framed(rows).drop(columns=["status", "asked", "responded"], errors="ignore")
    then = frame.copy()
    if rows:
        later = pd.Timestamp(TODAY)
        unsaid = (frame["contacted_on"] > later) & ~(frame["responded_on"] <= later)
        then["response"] = frame["response"].where(~unsaid & ~(frame["responded_on"] > later), None)
        for field in frame.columns[frame.columns.str.endswith("_on")]:
            then[field] = frame[field].where(frame[field] <= later)
    assert told(then) == told(frame)


@steady
@given(people, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, random):
    frame = framed(rows)
    order = list(range(len(frame)))
    random.shuffle(order)
    assert sorted(told(frame.iloc[order])) == sorted(told(frame))


def test_a_frame_edited_in_place_is_read_anew():
    frame = pd.DataFrame({"name": ["Ada", "Bo"], "contacted_on": [day("11-01"), day("11-02")]})
    assert asks(frame, as_of=TODAY).name.tolist() == ["Ada", "Bo"]
    frame.loc[1, "name"] = "ada"
    table = asks(frame, as_of=TODAY)
    assert (table.name.tolist(), table.person.tolist()) == (["Ada"], [0, 0])
    frame.loc[1, "name"] = None
    assert asks(frame, as_of=TODAY).person.tolist() == [0, 1]


def test_whatever_a_cell_says_anew_is_read_anew():
    frame = pd.DataFrame(
        {
            "name": ["Ada", "Bo"],
            "contacted_on": [day("11-01"), day("11-02")],
            "response": ["yes", None],
            "met": [True, False],
        }
    )
    asks(frame, as_of=TODAY)
    frame.loc[1, "response"] = "no"
    assert asks(frame, as_of=TODAY).state.tolist() == [State.YES, State.NO]
    frame.loc[1, "met"] = True
    assert asks(frame, as_of=TODAY).met.tolist() == [True, True]
    frame.loc[0, "contacted_on"] = day("11-05")
    assert asks(frame, as_of=TODAY).contacted[0] == np.datetime64("2026-11-05")
    frame.index = [7, 9]
    assert asks(frame, as_of=TODAY).row.tolist() == [7, 9]
    frame["name"] = ["Ada", "Ada"]
    assert asks(frame, as_of=TODAY).row.tolist() == [7]


def test_a_table_that_is_shared_cannot_be_written_to():
    table = asks(pd.DataFrame({"name": ["Ada"], "contacted_on": [day("11-01")]}), as_of=TODAY)
    with pytest.raises(ValueError, match="read-only"):
        table.state[0] = State.NO


def test_a_frame_that_was_changed_is_read_anew():
    contacts = pd.DataFrame(
        {"name": ["Ada", "Bo"], "contacted_on": [day("11-01"), day("11-02")], "response": ["yes", None]}
    )
    before = asks(contacts, as_of=TODAY)
    contacts.loc[1, "response"] = "no"
    contacts.index = pd.Index([True, 1], dtype=object)
    after = asks(contacts, as_of=TODAY)
    assert (before.state.tolist(), after.state.tolist()) == ([1, 6], [1, 2])
    assert list(map(repr, after.row)) == ["True", "1"]
    contacts.index = pd.Index([1, True], dtype=object)
    assert list(map(repr, asks(contacts, as_of=TODAY).row)) == ["1", "True"]
