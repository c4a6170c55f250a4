"""The columns of dates of a sheet, read together."""

import pytest

from infoviz.schema.reading.contacts import read_people
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

NAMES = ["Ana Ruiz", "Bo Lindqvist", "Cleo Diaz", "Dara Okafor", "Emil Novak"]


def read(**columns):
    headers = [header.replace("_", " ") for header in columns]
    rows = [["Name", *headers], *map(list, zip(NAMES, *columns.values(), strict=False))]
    return read_people(understand([sheet(rows)]))


def days(found, field):
    return [None if day != day else str(day)[:10] for day in found.contacts[field].astype(object)]


@pytest.mark.parametrize(
    ("asked", "met", "told"),
    [
        ("2026-09-01", "9/14", "2026-09-14"),
        ("2026-12-20", "Jan 4", "2027-01-04"),
        ("2026-01-09", "Dec 30", "2025-12-30"),
        ("2024-01-20", "Feb 29", "2024-02-29"),
        ("2026-02-20", "Feb 29", None),
        ("2026-03-01", "9/14", None),  # half a year away: it may be of either year
    ],
)
def test_a_day_takes_the_year_that_puts_it_next_to_the_others_of_its_row(asked, met, told):
    found = read(Emailed_on=[asked, "2026-03-02"], Met_on=[met, "3/25/2026"])
    assert days(found, "met_on") == [told, "2026-03-25"]
    assert found.problems["expected"].tolist() == ([] if told else ["a date with its year"])


def test_a_row_that_points_to_two_years_tells_none():
    found = read(Emailed_on=["2025-12-20"], Replied_on=["2026-12-28"], Met_on=["12/24"])
    assert days(found, "met_on") == [None]


def test_days_take_the_one_year_of_their_column():
    full = ["2026-03-02", "2026-03-09", "2026-05-01"]
    assert days(read(Emailed_on=[*full, "4/15"]), "contacted_on")[3] == "2026-04-15"
    assert days(read(Emailed_on=[*full, "11/15"]), "contacted_on")[3] is None  # far from all others
    assert days(read(Emailed_on=["2025-03-02", *full, "4/15"]), "contacted_on")[4] is None
    assert days(read(Emailed_on=[*full[:2], "4/15"]), "contacted_on")[2] is None


def test_the_order_of_day_and_month_is_that_of_the_sheet():
    found = read(Emailed_on=["25/03/2026", "01/04/2026"], Nudged=["3/4", None], Met_on=[None, "14. April"])
    assert days(found, "nudged_on") == ["2026-04-03", None]
    assert days(found, "met_on") == [None, "2026-04-14"]


def test_without_any_full_date_there_is_no_year():
    found = read(Emailed_on=["9/14", "9/15"], Met_on=["9/20", None])
    assert days(found, "contacted_on") == [None, None]
    assert found.problems["cell"].tolist() == ["B2", "C2", "B3"]
