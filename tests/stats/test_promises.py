"""Introductions promised against the contacts."""

from datetime import date

import pandas as pd
import pytest

from infoviz.stats.facts.asks import asks
from infoviz.stats.people.introducers import Names
from infoviz.stats.people.promises import Promise, promised_names, read_promises


def promises(names: list[str], introductions: list[str | None]):
    contacts = pd.DataFrame({"name": names, "introductions": introductions})
    table = asks(contacts, as_of=date(2026, 11, 20))
    return read_promises(contacts, table, Names(list(table.name), [""] * len(table)))


def test_names_that_became_contacts_were_delivered():
    found = promises(["Ana Ruiz", "Ben Cho", "Cleo Diaz"], ["Cho, Ben; Zoe Quist", "Cleo D.", None])
    assert (found.promised, found.delivered) == (3, 2)
    assert found.owed == (Promise("Ana Ruiz", "Zoe Quist"),)
    assert found.to_dict() == {
        "promised": 3,
        "delivered": 2,
        "owed": [{"by": "Ana Ruiz", "name": "Zoe Quist"}],
        "unnamed": 0,
    }


def test_a_promise_counts_once_however_often_it_is_noted():
    found = promises(["Ana Ruiz", "ana ruiz"], ["Zoe Quist", "ZOE QUIST, Zoe Quist"])
    assert found.promised == 1


def test_a_promise_of_nobody_in_particular_is_counted_apart():
    found = promises(["A", "B", "C", "D"], ["2", "yes, will think about it", "n/a", None])
    assert (found.promised, found.unnamed) == (0, 2)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zoe Quist", ["Zoe Quist"]),
        ("Zoe Quist and Ian Berg", ["Zoe Quist", "Ian Berg"]),
        (
            "Zoe Quist,Ian Berg & Mia Orr / Kai Lund\nEd Fry",
            ["Zoe Quist", "Ian Berg", "Mia Orr", "Kai Lund", "Ed Fry"],
        ),
        ("Ruiz, Ana", ["Ruiz, Ana"]),  # a contact
        ("ana ruiz", ["ana ruiz"]),
        ("someone in sales", []),
        ("promised 3 names", []),
        ("王伟", ["王伟"]),
    ],
)
def test_names_in_a_cell(text, names):
    assert promised_names(text, Names(["Ana Ruiz"], [""])) == names


def test_without_the_column_nothing_is_known():
    contacts = pd.DataFrame({"name": ["Ana"]})
    table = asks(contacts, as_of=date(2026, 11, 20))
    found = read_promises(contacts, table, Names([], []))
    assert found.to_dict() == {"reason": "there is no introductions column"}
