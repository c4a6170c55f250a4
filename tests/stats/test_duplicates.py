"""People who may be one and the same."""

from datetime import date

import pandas as pd

from infoviz.stats.people.network import read_network


def listed(**columns) -> list[dict]:
    contacts = pd.DataFrame(columns)
    network = read_network(contacts, None, as_of=date(2026, 11, 20))
    return [found.to_dict() for found in network.possible_duplicates]


def test_a_name_at_two_organizations_is_listed_and_not_merged():
    found = listed(
        name=["Ana Ruiz", "Ben Cho", "Ruiz, Ana", "ANA RUIZ"], organization=["Acme", "", "Globex", "acme"]
    )
    assert found == [{"rows": [0, 2], "names": ["Ana Ruiz", "Ruiz, Ana"], "same": "name"}]


def test_a_title_makes_nobody_another_person():
    found = listed(name=["Dr. Ana Ruiz", "Ana Ruiz"], organization=["Acme", "Globex"])
    assert found == [{"rows": [0, 1], "names": ["Dr. Ana Ruiz", "Ana Ruiz"], "same": "name"}]


def test_a_shared_address_or_page_is_listed_once():
    found = listed(
        name=["Ana Ruiz", "A. Ruiz", "Ben Cho", "Benjamin Cho"],
        email=["ana@acme.example", "Ana@Acme.example", None, None],
        link=[
            "example.org/in/ana",
            "https://x",
            "https://www.example.org/in/ben",
            "https://example.org/in/Ben/?trk=1",
        ],
    )
    assert found == [
        {"rows": [0, 1], "names": ["Ana Ruiz", "A. Ruiz"], "same": "email"},
        {"rows": [2, 3], "names": ["Ben Cho", "Benjamin Cho"], "same": "link"},
    ]


def test_organizations_without_names_are_no_duplicates():
    assert listed(organization=["Acme", "Acme", "Globex"], role=["Engineer", "Analyst", None]) == []


def test_an_address_counts_in_whichever_row_of_a_person_it_stands():
    rows = {
        "name": ["Ana Ruiz", "Ana Ruiz", "Bo Cho"],
        "email": [None, "a@x.example", "A@x.example"],
        "contacted_on": ["2024-01-01", "2024-01-02", "2024-01-03"],
    }
    (found,) = listed(**rows)
    assert (found["names"], found["same"]) == (["Ana Ruiz", "Bo Cho"], "email")
    (turned,) = listed(**{name: [values[at] for at in (1, 0, 2)] for name, values in rows.items()})
    assert turned["names"] == found["names"]
