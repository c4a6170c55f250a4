"""Which column names the people where headers alone do not settle it."""

import pytest

from infoviz.schema.columns.identity import is_our_side
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

PEOPLE = ["Ana Ruiz", "Bo Lindqvist", "Cheng Li", "Dana Whitfield", "Greta Olsen"]
FIRMS = ["Northwind Energy", "Acme Robotics", "Globex Labs", "Umbra Health", "Bluebird Media"]
DATES = [f"2026-03-0{day}" for day in range(1, 6)]


def fields(headers, *columns):
    return understand([sheet([headers, *map(list, zip(*columns, strict=True))])]).fields


@pytest.mark.parametrize("header", ["Interviewer", "Assigned to", "Deal owner", "From name", "Rep"])
def test_who_asks_is_told_by_the_header(header):
    assert is_our_side(header)
    assert not is_our_side("Contact")


def test_who_asks_is_not_who_is_asked():
    found = fields(
        ["Interviewer", "Customer", "Scheduled Date"], ["Ana", "Caio"] * 2 + ["Ana"], PEOPLE, DATES
    )
    assert found["name"] == ["Customer"]


def test_an_interviewer_is_the_person_where_nobody_else_is_named():
    found = fields(["Company", "Interviewer", "Interview date"], FIRMS, PEOPLE, DATES)
    assert found["name"] == ["Interviewer"]


def test_firms_under_name_are_organizations():
    found = fields(["Name", "Date applied", "Stage"], FIRMS, DATES, ["Applied"] * 5)
    assert "name" not in found
    assert found["organization"] == ["Name"]


def test_handles_name_people_where_nothing_else_does():
    handles = [f"@{name.split()[0].lower()}" for name in PEOPLE]
    found = fields(["Handle", "Last Contacted", "Stage"], handles, DATES, ["Interested"] * 5)
    assert found["name"] == ["Handle"]


def test_a_word_and_an_initial_are_a_person():
    found = fields(
        ["Customer", "Date contacted"], ["Zorba H.", "Quilla M.", "Ursin T.", "Vernon A.", "Ikram S."], DATES
    )
    assert found["name"] == ["Customer"]


@pytest.mark.parametrize(
    "header", ["Skipper", "chef/person", "Bloke/lady", "Particulars (Name)", "Person spoken to"]
)
def test_names_of_persons_are_the_people_whatever_the_header(header):
    found = fields([header, "Where they work", "Date contacted"], PEOPLE, FIRMS, DATES)
    assert found["name"] == [header]


def test_who_put_me_onto_them_is_not_the_people():
    few = ["Tom Baker", None, None, "Sara Lund", None]
    found = fields(["Skipper", "Put in touch by", "Date contacted"], PEOPLE, few, DATES)
    assert found["name"] == ["Skipper"]
    alone = fields(["Put me onto", "Firm", "Date contacted"], PEOPLE, FIRMS, DATES)
    assert "name" not in alone


def test_two_columns_of_persons_name_nobody_for_sure():
    others = ["Tom Baker", "Sara Lund", "Max Weber", "Nina Rossi", "Lena Fischer"]
    found = fields(["Skipper", "Mate", "Firm", "Date contacted"], PEOPLE, others, FIRMS, DATES)
    assert "name" not in found


@pytest.mark.parametrize(("first", "last"), [("Fname", "Lname"), ("Given", "Family"), ("F. Name", "Surname")])
def test_halves_of_a_name(first, last):
    halves = [name.split() for name in PEOPLE]
    found = fields([first, last, "Date contacted"], [h[0] for h in halves], [h[1] for h in halves], DATES)
    assert found["name"] == [first, last]


def test_who_an_action_was_with_is_told_by_the_values():
    rows = [(f"2026-03-0{day}", "first contact", name) for day, name in enumerate(PEOPLE, 1)]
    rows += [(f"2026-04-0{day}", "agreed to talk", name) for day, name in enumerate(PEOPLE[:3], 1)]
    rows += [(f"2026-05-0{day}", "thanked", name) for day, name in enumerate(PEOPLE[:3], 1)]
    found = understand([sheet([["Date", "Type", "Farmer"], *map(list, rows)])])
    assert (found.shape, found.fields["name"]) == ("actions", ["Farmer"])
