"""Names as people write them."""

import pytest

from infoviz.stats.people.introducers import Meaning, Names

NAMES = [
    "Ana Ruiz",
    "Ben Cho",
    "Ben Okafor",
    "José García",
    "Ana Maria Silva",
    "Dr. Eve Adams",
    "Prince",
    "Li Wei",
]
PLACES = ["Acme", "", "Globex", "University of Lund", "", "", "", ""]


def meant(text: str) -> str:
    found = Names(NAMES, PLACES).find(text)
    return found.name if isinstance(found, Meaning) else NAMES[found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("  ana   RUIZ ", "Ana Ruiz"),
        ("Ruiz, Ana", "Ana Ruiz"),
        ("Ruiz Ana", "Ana Ruiz"),
        ("Ana Ruiz (Acme)", "Ana Ruiz"),
        ("Ana Ruiz @ Acme", "Ana Ruiz"),
        ("Ana Ruiz from Acme", "Ana Ruiz"),
        ("Ana R.", "Ana Ruiz"),
        ("Ana M. Ruiz", "Ana Ruiz"),
        ("Ms. Ana Ruiz", "Ana Ruiz"),
        ("Jose Garcia", "José García"),
        ("GARCÍA, José", "José García"),
        ("José García, University of Lund", "José García"),
        ("jose", "José García"),
        ("Eve Adams", "Dr. Eve Adams"),
        ("Prince", "Prince"),
        ("Ben C", "Ben Cho"),
        ("Ben Cho and Zoe Quist", "Ben Cho"),
        ("Zoe Quist & Ben Cho", "Ben Cho"),
        ("Zoe Quist, Ben Cho", "Ben Cho"),
        ("Prince / Ana Ruiz", "Prince"),
        ("Ben", "AMBIGUOUS"),  # Cho or Okafor
        ("Ana", "AMBIGUOUS"),  # Ruiz or Silva
        ("Quist, Ana", "OUTSIDE"),  # another Ana, and no reason to take her for ours
        ("Quist, Jose", "OUTSIDE"),
        ("Zoe Quist", "OUTSIDE"),
        ("alumni directory", "OUTSIDE"),
        ("", "NOBODY"),
        ("n/a", "NOBODY"),
        ("–", "NOBODY"),
        ("me", "NOBODY"),
        ("cold", "NOBODY"),
    ],
)
def test_who_is_meant(text, name):
    assert meant(text) == name


def test_people_of_one_name_are_told_apart_by_their_organization():
    names = Names(["Ana Ruiz", "Ana Ruiz"], ["Acme", "Globex"])
    assert names.find("Ana Ruiz") is Meaning.AMBIGUOUS
    assert names.find("Ana Ruiz, Globex") == 1
    assert names.find("Ana Ruiz (ACME)") == 0


def test_names_in_other_scripts_are_names():
    names = Names(["王伟", "Анна Иванова"], ["", ""])
    assert names.find("王伟") == 0
    assert names.find("иванова, анна") == 1
