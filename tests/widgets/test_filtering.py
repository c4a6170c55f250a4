"""Looking at some of the people only."""

from datetime import date

import pandas as pd
import pytest

from infoviz.widgets.filtering import COLD, NOT_GIVEN, WARM, Filters, People

CONTACTS = pd.DataFrame(
    {
        "name": ["Ada Example", "Bo Sample", "Cy Test", "Di Trial"],
        "channel": ["Email", "email ", None, "Phone"],
        "referred_by": [None, "Ada Example", None, "Bo Sample"],
        "contacted_on": pd.to_datetime(["2026-01-05", "2026-02-02", None, "2026-03-02"]),
    },
    index=[5, 6, 8, 9],
)
EVENTS = pd.DataFrame({"row": [5, 6, 6, 9], "event": ["asked", "asked", "met", "asked"]})


@pytest.fixture
def people() -> People:
    return People(CONTACTS, EVENTS)


def rows(people: People, **filters: object) -> list[int]:
    some = people.among(Filters(**filters))
    assert set(some.events["row"]) <= set(some.contacts.index)
    return some.contacts.index.tolist()


def test_without_filters_the_frames_are_the_same_ones(people: People) -> None:
    everybody = people.among(Filters())
    assert everybody.contacts is CONTACTS
    assert everybody.events is EVENTS


def test_the_period_begins_with_its_first_day_and_ends_before_its_last(people: People) -> None:
    assert rows(people, begin=date(2026, 1, 5), end=date(2026, 2, 2)) == [5]
    assert rows(people, begin=date(2026, 1, 6)) == [6, 9]
    assert rows(people, end=date(2026, 2, 3)) == [5, 6]


def test_spellings_of_a_word_are_one_and_a_blank_is_a_value(people: People) -> None:
    assert people.values("channel") == ("Email", "Phone", NOT_GIVEN)
    assert rows(people, facets={"channel": "Email"}) == [5, 6]
    assert rows(people, facets={"channel": NOT_GIVEN}) == [8]


def test_warm_are_those_whom_somebody_introduced(people: People) -> None:
    assert people.values("warmth") == (WARM, COLD)
    assert rows(people, facets={"warmth": WARM}) == [6, 9]
    assert rows(people, facets={"warmth": COLD, "channel": "Email"}) == [5]


def test_a_column_that_is_not_there_or_tells_nobody_apart_is_no_filter(people: People) -> None:
    assert people.values("source") == ()
    alike = People(pd.DataFrame({"channel": ["Email", "email"]}), EVENTS.head(0))
    assert alike.values("channel") == ()
