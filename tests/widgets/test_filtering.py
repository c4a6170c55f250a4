"""Looking at some of the people only."""

from datetime import date

import pandas as pd
import pytest

from infoviz.widgets.filtering import COLD, NOT_GIVEN, WARM, Facets, Filters

CONTACTS = pd.DataFrame(
    {
        "name": ["Ada Example", "Bo Sample", "Cy Test", "Di Trial"],
        "channel": ["Email", "email ", None, "Phone"],
        "referred_by": [None, "Ada Example", None, "Bo Sample"],
        "contacted_on": pd.to_datetime(["2026-01-05", "2026-02-02", None, "2026-03-02"]),
    },
    index=[5, 6, 8, 9],
)


@pytest.fixture
def facets() -> Facets:
    return Facets(CONTACTS)


def rows(people: Facets, **filters: object) -> list[int]:
    return CONTACTS.index[people.rows(Filters(**filters))].tolist()


def test_without_filters_nobody_is_left_out(facets: Facets) -> None:
    assert rows(facets) == [5, 6, 8, 9]


def test_the_period_begins_with_its_first_day_and_ends_before_its_last(facets: Facets) -> None:
    assert rows(facets, begin=date(2026, 1, 5), end=date(2026, 2, 2)) == [5]
    assert rows(facets, begin=date(2026, 1, 6)) == [6, 9]
    assert rows(facets, end=date(2026, 2, 3)) == [5, 6]


def test_spellings_of_a_word_are_one_and_a_blank_is_a_value(facets: Facets) -> None:
    assert facets.values("channel") == ("Email", "Phone", NOT_GIVEN)
    assert rows(facets, facets={"channel": "Email"}) == [5, 6]
    assert rows(facets, facets={"channel": NOT_GIVEN}) == [8]


def test_warm_are_those_whom_somebody_introduced(facets: Facets) -> None:
    assert facets.values("warmth") == (WARM, COLD)
    assert rows(facets, facets={"warmth": WARM}) == [6, 9]
    assert rows(facets, facets={"warmth": COLD, "channel": "Email"}) == [5]


def test_a_column_that_is_not_there_or_tells_nobody_apart_is_no_filter(facets: Facets) -> None:
    assert facets.values("source") == ()
    alike = Facets(pd.DataFrame({"channel": ["Email", "email"]}))
    assert alike.values("channel") == ()
