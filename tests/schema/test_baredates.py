"""What a bare "Date" is the day of."""

import pytest

from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

PEOPLE = ["Ana Ruiz", "Bo Lindqvist", "Cheng Li", "Dana Whitfield", "Greta Olsen"]
DATES = [f"2026-03-0{day}" for day in range(1, 6)]


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Key insight", ["ask in spring", "team is small", "learn to write", "go there", "move"], "met_on"),
        ("Pain score", ["8", "6", "9", "4", "7"], "met_on"),
        ("Status", ["Completed", "Scheduled", "Completed", "Completed", "Scheduled"], "met_on"),
        ("Status", ["Sent", "Replied", "Sent", "Completed", "Sent"], "contacted_on"),
        ("Message", ["hello there"] * 5, "contacted_on"),
        ("Channel", ["Email", "LinkedIn", "Email", "Email", "LinkedIn"], "contacted_on"),
        ("Score", ["1", "2", "3", "2", "1"], None),
    ],
)
def test_the_rest_of_the_sheet_tells(header, values, field):
    rows = [["Date", "Person", header], *map(list, zip(DATES, PEOPLE, values, strict=True))]
    found = understand([sheet(rows)]).fields
    assert next((name for name, headers in found.items() if headers == ["Date"]), None) == field


def test_the_date_right_of_marks_is_the_day_of_their_event():
    marks = ["Y", "Y", "N", "Y", "Y"]
    rows = [["Name", "Contacted", "Date", "Replied", "Date", "Met", "Date"]]
    rows += [
        [name, mark, day, mark, day, mark, day] for name, mark, day in zip(PEOPLE, marks, DATES, strict=True)
    ]
    letters = understand([sheet(rows)]).letters
    assert [letters[field] for field in ("contacted_on", "responded_on", "met_on")] == [["C"], ["E"], ["G"]]


def test_days_in_every_row_beat_a_few_marks():
    marks = ["x", None, None, "x", None]
    rows = [["Company", "Job", "Date", "Reached Out"]]
    rows += [
        [f"{name} Labs", "Analyst", day, mark] for name, day, mark in zip(PEOPLE, DATES, marks, strict=True)
    ]
    assert understand([sheet(rows)]).fields["contacted_on"] == ["Date"]
