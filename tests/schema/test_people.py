import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.people import all_folded, folded, name_key, name_keys, person_key, person_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ana Ruiz", "Acme"), ("ana  ruiz", " ACME")),
        (("Ana Ruiz", "Acme"), ("Dr. Ana Ruiz", "Acme.")),
        (("José Núñez", None), ("Jose\u0301 Nu\u0301n\u0303ez", "")),
        (("Ｊane Doe", "Acme"), ("jane doe", "acme")),
        (("Jane Q. Doe", "Acme, Inc."), ("Jane Q Doe", "Acme Inc")),
        (("STRASSE", ""), ("Straße", None)),
        (("Ana\u00a0Ruiz", "Acme"), ("Ana Ruiz", "Acme")),
    ],
)
def test_the_same_person(one, other):
    assert person_key(*one) == person_key(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ana Ruiz", "Acme"), ("Ana Ruiz", "Globex")),
        (("Ana Ruiz", "Acme"), ("Ana Ruis", "Acme")),
        (("A", "BC"), ("AB", "C")),
        (("", "Acme"), ("Acme", "")),
        (("", "Acme", "Analyst"), ("", "Acme", "Designer")),
    ],
)
def test_different_people(one, other):
    assert person_key(*one) != person_key(*other)


def test_a_title_alone_is_a_name():
    assert name_key("Dr") == "dr"
    assert name_key("Prof. Dr. Ana Ruiz") == "ana ruiz"


def test_nothing_has_no_key():
    assert person_key(None, None) == ""
    assert person_key(" ", "") == ""


def test_keys_of_a_frame():
    contacts = pd.DataFrame(
        {"name": ["Ana", None, None, "ana", None], "organization": ["Acme", "Acme", None, "ACME", None]},
        index=pd.Index([4, 5, 7, 8, 9], name="row"),
    )
    keys = person_keys(contacts)
    assert keys.index.equals(contacts.index)
    assert keys[4] == keys[8]
    assert keys.nunique() == 4


def test_keys_of_a_frame_without_columns():
    assert person_keys(pd.DataFrame(index=[1, 2])).nunique() == 2
    assert person_keys(pd.DataFrame({"name": []})).empty


@settings(derandomize=True, deadline=None)
@given(st.text(), st.text())
def test_the_key_does_not_change_when_folded_again(name, organization):
    assert folded(folded(name)) == folded(name)
    assert person_key(folded(name), folded(organization)) == person_key(name, organization)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text() | st.text("Dr.éß, \n\tana;'’")))
def test_many_names_have_the_keys_of_each(names):
    assert name_keys(tuple(names)) == tuple(name_key(name) for name in names)
    assert all_folded(names) == [folded(name) for name in names]
