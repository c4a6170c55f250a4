"""Which groups people fall into."""

from datetime import date

import pandas as pd

from infoviz.stats.asking.grouping import grouped, lacking
from infoviz.stats.facts.asks import asks

FRAME = pd.DataFrame(
    {
        "name": ["Ada", "Bo", "Cy", "Di", "Ada"],
        "channel": ["E-mail", "e-mail", None, "phone", "fair"],
        "tags": ["peer; law", "Law,", " ", None, "art"],
        "referred_by": ["Bo", None, "", "Cy", None],
        "contacted_on": pd.to_datetime(["2026-11-16", "2026-11-17", "2026-11-18", None, "2026-11-19"]),
    }
)


def members(by: str) -> dict[str, list[str]]:
    table = asks(FRAME, as_of=date(2026, 11, 20))
    return {label: table.name[people].tolist() for label, people in grouped(FRAME, table, by)}


def test_spellings_are_one_group_and_people_not_asked_are_in_none():
    assert members("channel") == {"E-mail": ["Ada", "Bo"], "not given": ["Cy"]}


def test_a_person_belongs_to_each_of_their_tags():
    assert members("tags") == {"law": ["Ada", "Bo"], "not given": ["Cy"], "peer": ["Ada"]}


def test_warm_and_cold():
    assert members("warmth") == {"cold": ["Bo", "Cy"], "introduced": ["Ada"]}


def test_weekdays_of_the_ask():
    assert members("weekday") == {"Monday": ["Ada"], "Tuesday": ["Bo"], "Wednesday": ["Cy"]}


def test_what_a_grouping_lacks():
    assert lacking(FRAME, "tags") == ""
    assert lacking(FRAME, "source") == "source"
    assert lacking(FRAME[["name"]], "warmth") == "referred_by"
    assert lacking(FRAME[["name"]], "weekday") == "contacted_on"


def test_of_several_rows_that_of_the_earliest_ask_that_says_anything_counts_in_any_order():
    frame = pd.DataFrame(
        {
            "name": ["Ada", "Ada", "Ada", "Bo", "Bo"],
            "channel": [None, "phone", "e-mail", "fair", "e-mail"],
            "contacted_on": pd.to_datetime([None, "2026-09-01", "2026-09-09", "2026-09-02", "2026-09-02"]),
        }
    )
    for rows in (frame, frame[::-1]):
        table = asks(rows, as_of=date(2026, 11, 20))
        found = {label: table.name[people].tolist() for label, people in grouped(rows, table, "channel")}
        assert found == {"e-mail": ["Bo"], "phone": ["Ada"]}
