"""Network growth: new and cumulative, warm and cold."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.stats.people.growth import network_growth

TODAY = date(2026, 11, 20)


def people(**columns) -> pd.DataFrame:
    rows = len(next(iter(columns.values())))
    frame = pd.DataFrame({"name": [f"Person {row}" for row in range(rows)], **columns})
    for column in frame.columns[frame.columns.str.endswith("_on")]:
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[us]")
    return frame


def log(*rows: tuple[str, int, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["date", "row", "event"]).assign(name="", detail="")
    return frame.astype({"date": "datetime64[us]"})


def test_people_and_organizations_count_from_their_first_event():
    contacts = people(
        organization=["Acme", " ACME", "Globex", None, "Initech"],
        contacted_on=["2026-11-10", "2026-11-03", None, "2026-11-17", None],
        met_on=["2026-11-02", None, "2026-11-12", None, None],
    )
    growth = network_growth(contacts, as_of=TODAY)
    table = [
        (week.new_people, week.people, week.new_organizations, week.organizations, week.met)
        for week in growth.weeks
    ]
    assert table == [(2, 2, 1, 1, 1), (1, 3, 1, 2, 2), (1, 4, 0, 2, 2)]
    assert [week.complete for week in growth.weeks] == [True, True, False]
    assert (growth.people, growth.organizations) == (5, 3)
    assert (growth.undated_people, growth.undated_organizations) == (1, 1)


def test_introduced_people_count_from_their_introduction():
    contacts = people(
        contacted_on=["2026-11-02", "2026-11-10", "2026-11-17"], referred_by=[None, "Person 0", "Zoe"]
    )
    assert [week.introduced for week in network_growth(contacts, as_of=TODAY).weeks] == [0, 1, 1]


def test_warm_until_the_cadence_has_passed_without_contact():
    contacts = people(met_on=["2026-01-06"], cadence_days=[14.0])  # a Tuesday
    weeks = network_growth(contacts, as_of=date(2026, 2, 1)).weeks
    assert [(week.week, week.warm, week.cold) for week in weeks] == [
        ("2026-W02", 1, 0),
        ("2026-W03", 1, 0),  # Sunday the 18th is day 12
        ("2026-W04", 0, 1),  # Sunday the 25th is day 19
        ("2026-W05", 0, 1),
    ]


@pytest.mark.parametrize(("as_of", "warm"), [(date(2026, 1, 20), 1), (date(2026, 1, 21), 0)])
def test_the_current_week_is_looked_at_on_as_of(as_of, warm):
    contacts = people(met_on=["2026-01-06"])
    week = network_growth(contacts, as_of=as_of, cadence_days=14).weeks[-1]
    assert (week.warm, week.cold) == (warm, 1 - warm)


def test_a_new_contact_warms_up_again():
    contacts = people(met_on=["2026-01-06", None]).set_axis([2, 3])
    events = log(("2026-01-06", 2, "met"), ("2026-01-27", 2, "touched"), ("2026-01-07", 3, "asked"))
    weeks = network_growth(contacts, events, as_of=date(2026, 3, 1), cadence_days=10).weeks
    assert [week.warm for week in weeks] == [1, 0, 0, 1, 0, 0, 0, 0]
    assert [week.warm + week.cold for week in weeks] == [1] * 8  # whoever was only asked is neither
    assert [week.people for week in weeks] == [2] * 8


def test_without_dates_there_are_no_weeks_and_a_reason():
    growth = network_growth(pd.DataFrame({"name": ["Ana", "Ben"]}), as_of=TODAY)
    assert (growth.weeks, growth.people, growth.organizations, growth.undated_people) == ((), 2, None, 2)
    assert "2 people" in str(growth)
    assert growth.to_frame().empty
    assert growth.to_dict()["reason"].startswith("there is no date column (contacted_on, ")
    blank = network_growth(pd.DataFrame({"name": ["Ana"], "met_on": [None]}), as_of=TODAY)
    assert blank.to_dict()["reason"] == "nothing that happened has a date by then"
    assert network_growth(pd.DataFrame({"name": []}), as_of=TODAY).people == 0


def test_facts_after_as_of_do_not_exist():
    growth = network_growth(people(contacted_on=["2026-11-02", "2026-11-19"]), as_of=date(2026, 11, 18))
    assert [week.people for week in growth.weeks] == [1, 1, 1]
    assert growth.undated_people == 1


def test_possible_duplicates_are_listed_and_count_apart():
    contacts = pd.DataFrame({"name": ["Ana", "Ana"], "organization": ["Acme", "Globex"]})
    growth = network_growth(contacts, as_of=TODAY)
    assert growth.people == 2
    assert growth.to_dict()["possible_duplicates"] == [
        {"rows": [0, 1], "names": ["Ana", "Ana"], "same": "name"}
    ]


def test_it_reads_as_one_sentence():
    contacts = people(
        organization=["Acme", "Acme", "Globex"],
        met_on=["2026-11-02", "2026-06-01", None],
        referred_by=[None, "Person 0", None],
    )
    assert str(network_growth(contacts, as_of=TODAY)) == (
        "By 2026-11-20 your network is 3 people at 2 organizations: 2 met, of them 1 still warm "
        "and 1 gone cold (no contact for 90 days or their own cadence); 1 person without a date."
    )


def test_what_no_column_tells_is_not_called_zero():
    growth = network_growth(people(contacted_on=["2026-11-02"]), as_of=TODAY)
    assert growth.missing == ("met_on", "referred_by")
    assert growth.undated_met is None
    assert (
        str(growth) == "By 2026-11-20 your network is 1 person: who was met is not known (no met_on column)."
    )


def test_people_in_touch_who_were_never_met_are_counted_apart_from_those_met():
    contacts = people(met_on=["2026-11-02", None, None, None])
    events = log(("2026-11-02", 0, "met"), ("2026-11-03", 1, "touched"), ("2026-06-01", 2, "touched"))
    said = str(network_growth(contacts, events, as_of=TODAY))
    assert "1 met; of 3 met or otherwise in touch, 2 still warm and 1 gone cold (no contact for 90" in said


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"status": ["Met", "Asked"], "met": [True, False]}, "1 met (when is not known: no met_on column)"),
        ({"met": [True, True], "met_on": ["2026-11-02", None]}, "2 met (1 of them on no recorded day); of 1"),
    ],
)
def test_who_was_met_on_no_known_day_is_still_met(columns, said):
    growth = network_growth(people(contacted_on=["2026-11-02", "2026-11-03"], **columns), as_of=TODAY)
    assert growth.undated_met == growth.to_dict()["undated_met"] == 1
    assert f"2 people: {said}" in str(growth)


DAYS = st.none() | st.dates(date(2026, 6, 1), date(2026, 12, 31))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    rows=st.lists(
        st.tuples(st.sampled_from("ABCDE"), st.sampled_from(["x", "X", "y", None]), DAYS, DAYS, DAYS),
        max_size=10,
    ),
    random=st.randoms(use_true_random=False),
)
def test_what_holds_for_every_network(rows, random):
    columns = ["name", "organization", "contacted_on", "met_on", "last_touch_on"]
    contacts = pd.DataFrame(rows, columns=columns)
    dates = {column: "datetime64[us]" for column in columns if column.endswith("_on")}
    contacts = contacts.astype({"name": "str", "organization": "str", **dates})
    growth = network_growth(contacts, as_of=TODAY, cadence_days=30)
    for before, after in zip(growth.weeks, growth.weeks[1:], strict=False):
        assert after.people == before.people + after.new_people
        assert after.organizations == before.organizations + after.new_organizations
        assert after.met >= before.met
        assert after.warm + after.cold >= before.warm + before.cold
    for week in growth.weeks:
        assert week.met <= week.warm + week.cold <= week.people
        assert week.warm >= 0
        assert week.cold >= 0
    if growth.weeks:
        assert growth.weeks[-1].people == growth.people - growth.undated_people
    order = random.sample(range(len(rows)), len(rows))
    for same in (contacts.iloc[order], contacts.set_axis([0] * len(rows)), contacts.astype(object)):
        assert network_growth(same, as_of=TODAY, cadence_days=30).weeks == growth.weeks


def test_a_timestamp_is_a_day_too():
    contacts = people(contacted_on=["2026-11-09"])
    weeks = network_growth(contacts, as_of=pd.Timestamp("2026-11-20 10:00")).weeks
    assert weeks == network_growth(contacts, as_of=TODAY).weeks
