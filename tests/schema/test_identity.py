"""Which column names the people where headers alone do not settle it."""

import pytest

from infoviz.schema.identity import is_our_side
from infoviz.schema.layout import understand
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
