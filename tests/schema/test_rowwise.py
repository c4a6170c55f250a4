"""What a column is where only the rows tell."""

import pytest

from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

PEOPLE = [
    "Ana Ruiz",
    "Robert Lindqvist",
    "Laura Li",
    "Dana Whitfield",
    "Greta Olsen",
    "Hugo Brandt",
    "Maria Sol",
]
ASKED = [f"2026-03-0{day}" for day in range(1, 8)]
MET = ["2026-03-20", None, None, "2026-04-02", None, "2026-03-28", None]


def fields(**columns):
    headers = [header.replace("_", " ") for header in columns]
    return understand([sheet([headers, *map(list, zip(*columns.values(), strict=True))])]).fields


@pytest.mark.parametrize("header", ["Reminder", "Follow up", "Follow-up date", "Seguimiento"])
@pytest.mark.parametrize(
    ("days", "field"),
    [
        # before the talk of the row, where they did not answer at once
        (["2026-03-09", "2026-03-12", None, "2026-03-11", None, None, "2026-03-14"], "nudged_on"),
        # after the talk: the next one
        (["2026-06-20", None, None, "2026-07-02", None, "2026-06-28", None], "follow_up_on"),
        # a week after the ask, whatever came of it: a plan
        ([f"2026-03-{day:02}" for day in range(8, 15)], "follow_up_on"),
        # weeks after all that has happened
        ([None, "2026-05-12", "2026-05-13", None, "2026-05-20", None, "2026-05-21"], "follow_up_on"),
    ],
)
def test_when_one_reminded_or_wants_to(header, days, field):
    found = fields(Name=PEOPLE, Emailed=ASKED, Met_on=MET, **{header: days})
    assert found[field] == [header]


def test_reminders_of_those_who_have_not_answered():
    days = ["3/12", "3/10", None, "3/15", None, None, "3/14"]
    asked = ["3/1", "3/2", "3/13", "3/4", "3/15", "3/26", "3/7"]
    met = [None, None, "3/30", None, None, "4/28", None]
    assert fields(Name=PEOPLE, Emailed=asked, Call=met, Follow_up=days)["nudged_on"] == ["Follow up"]


@pytest.mark.parametrize("header", ["Follow up on", "Next reminder", "Follow-up due"])
def test_a_header_that_plans_is_believed(header):
    days = ["2026-03-09", "2026-03-12", None, "2026-03-11", None, None, "2026-03-14"]
    assert fields(Name=PEOPLE, Emailed=ASKED, Met_on=MET, **{header: days})["follow_up_on"] == [header]


def test_few_reminders_soon_after_the_ask_of_which_one_lies_before_a_talk():
    days = ["2026-03-12", None, "2026-03-11", None, None, None, None]
    more = [None] * 5
    asked = [*ASKED, "2026-04-01", "2026-04-02", "2026-04-23", "2026-04-24", "2026-04-25"]
    reminded = [*days, "2026-04-13", "2026-04-09", None, None, None]
    found = fields(
        Name=[*PEOPLE, *(f"{name} Park" for name in ("Ida", "Joe", "Kim", "Leo", "Max"))],
        Emailed=asked,
        Met_on=[*MET, *more],
        Reminder=reminded,
    )
    assert found["nudged_on"] == ["Reminder"]


def test_people_suggested_and_people_who_suggest():
    new = ["Anna Berg, Peter Holm", None, None, "Laura Stone", None, "Paul King", None]
    known = [None, "Ana Ruiz", "Ana Ruiz", None, "Dana Whitfield", None, "Hugo Brandt"]
    for header in ("Suggested people", "Referrals", "Referral"):
        assert fields(Name=PEOPLE, Met_on=MET, **{header: new})["introductions"] == [header]
        assert fields(Name=PEOPLE, Met_on=MET, **{header: known})["referred_by"] == [header]


def test_a_group_is_a_tag_where_it_holds_several_or_tells_how_one_knows_them():
    parts = ["TMT", "Health", "TMT", "Health", "TMT", "Health", "TMT"]
    several = ["warm, design", "cold", "warm", "cold", "warm", "cold", "warm"]
    ties = ["Friends", "Alumni", "Friends", "Alumni", "Alumni", "Family", "Friends"]
    assert "tags" not in fields(Name=PEOPLE, Group=parts)
    assert fields(Name=PEOPLE, Group=several)["tags"] == ["Group"]
    assert fields(Name=PEOPLE, Group=ties)["tags"] == ["Group"]


def test_where_one_met_first_or_talked():
    fairs = ["GDC", "game jam", "PyCon", "GDC", "PyCon", "GDC", "game jam"]
    rooms = ["Blue Door", None, None, "the old mill", None, "her office", None]
    assert fields(Name=PEOPLE, Met_on=MET, met_at=fairs)["source"] == ["met at"]
    assert "source" not in fields(Name=PEOPLE, Met_on=MET, met_at=rooms)


def test_where_and_when_one_met_is_no_mode():
    days = [
        "Coffee line, day 2",
        "Panel Q&A",
        "Dinner Weds",
        "Coffee line, day 2",
        "Panel Q&A",
        "Dinner",
        "Coffee",
    ]
    found = fields(Name=PEOPLE, Emailed=ASKED, **{"Met where/when": days})
    assert (found["source"], found.get("mode")) == (["Met where/when"], None)
