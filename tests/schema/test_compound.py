import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.values.compound import (
    half_of,
    is_role,
    split_company_role,
    split_name_organization,
    split_name_title,
)


@pytest.mark.parametrize(
    "cells",
    [
        ["Ana Ruiz, Head of Data", "Bo Li, Analyst"],
        ["Ana Ruiz (Head of Data)", "Bo Li (Analyst)"],
        ["Ana Ruiz - Head of Data", "Bo Li - Analyst"],
        ["Ana Ruiz – Head of Data", "Bo Li – Analyst"],
        ["Ana Ruiz | Head of Data", "Bo Li | Analyst"],
        ["Ana Ruiz\nHead of Data", "Bo Li\nAnalyst"],
    ],
)
def test_name_and_title(cells):
    split = split_name_title([*cells, None, "Cy Day"])
    assert split.firsts == ["Ana Ruiz", "Bo Li", None, "Cy Day"]
    assert split.seconds == ["Head of Data", "Analyst", None, None]
    assert split.share == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [None, ""],
        ["Ana Ruiz", "Bo Li"],
        ["Ruiz, Ana", "Li, Bo"],
        ["Ana Ruiz, PhD", "Bo Li, MBA"],
        ["Ana (Annie) Ruiz", "Bo Li"],
        ["Jean-Luc Roy", "Ana-Maria Ruiz"],
        ["Ana Ruiz - met at fair", "Bo Li - tall"],
        ["Head of Data, Analyst", "Designer, Engineer"],
        ["Ana Ruiz, Analyst", "Bo Li", "Cy Day", "Di Fox"],
    ],
)
def test_a_name_and_no_title(cells):
    assert split_name_title(cells) is None


def test_a_degree_beside_titles_stays_with_the_name():
    split = split_name_title(["Ana Ruiz, Head of Data", "Bo Li, Analyst", "Cy Day, PhD"])
    assert split.firsts[2] == "Cy Day, PhD"
    assert split.seconds[2] is None


@pytest.mark.parametrize(
    "cells",
    [
        ["Acme / Analyst", "Globex / Head of Data"],
        ["Acme/Analyst", "Globex/Head of Data"],
        ["Analyst at Acme", "Head of Data at Globex"],
        ["Analyst @ Acme", "Head of Data @ Globex"],
        ["Analyst, Acme", "Head of Data, Globex"],
        ["Acme - Analyst", "Globex - Head of Data"],
        ["Acme (Analyst)", "Globex (Head of Data)"],
        ["Acme: Analyst", "Globex: Head of Data"],
    ],
)
def test_company_and_role(cells):
    split = split_company_role([*cells, None])
    assert split.firsts == ["Acme", "Globex", None]
    assert split.seconds == ["Analyst", "Head of Data", None]
    assert split.share == 1


def test_a_cell_with_one_thing_goes_where_it_belongs():
    split = split_company_role(["Acme / Analyst", "Globex / Manager", "Initech", "Designer"])
    assert split.firsts == ["Acme", "Globex", "Initech", None]
    assert split.seconds == ["Analyst", "Manager", None, "Designer"]


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["Acme", "Globex"],
        ["Acme, Inc.", "Globex, Ltd."],
        ["Acme - North", "Globex - South"],
        ["Acme / Analyst", "Manager / Globex"],
        ["Analyst", "Manager"],
    ],
)
def test_a_company_alone_or_an_order_nobody_can_tell(cells):
    assert split_company_role(cells) is None


@pytest.mark.parametrize(
    "cells",
    [
        ["Anna Ruiz (Acme)", "Ben Li (Globex)", "Carl Day (Initech)"],
        ["Anna Ruiz - Acme", "Ben Li - Globex", "Carl Day - Initech"],
        ["Anna Ruiz @ Acme", "Ben Li @ Globex", "Carl Day @ Initech"],
        ["Acme: Anna Ruiz", "Globex: Ben Li", "Initech: Carl Day"],
    ],
)
def test_name_and_organization(cells):
    split = split_name_organization(cells)
    assert split.firsts == ["Anna Ruiz", "Ben Li", "Carl Day"]
    assert split.seconds == ["Acme", "Globex", "Initech"]


@pytest.mark.parametrize(
    "cells",
    [
        ["Ruiz, Anna", "Li, Ben", "Day, Carl"],
        ["Anna Ruiz, Analyst", "Ben Li, Head of Data"],
        ["Anna Ruiz", "Ben Li"],
        ["Anna Ruiz / Ben Li", "Carl Day / Dana Fox"],
        [],
    ],
)
def test_names_without_an_organization(cells):
    assert split_name_organization(cells) is None


def test_each_half_goes_to_its_field():
    cells = ["Anna Ruiz (Acme)", None, "Carl Day (Initech)"]
    assert half_of(cells, "name", ("name", "organization")) == ["Anna Ruiz", None, "Carl Day"]
    assert half_of(cells, "organization", ("name", "organization")) == ["Acme", None, "Initech"]
    assert half_of(["Anna Ruiz"], "role", ("name", "role")) == [None]


def test_roles():
    assert is_role("Senior Software Engineer")
    assert is_role("CEO & Co-Founder")
    assert not is_role("Ruiz & Daughters")


CELLS = st.lists(
    st.none()
    | st.text()
    | st.sampled_from(["Ana, CEO", "Acme / Analyst", "(", ")", " at ", "a @ b", "A (B)", "x - y"]),
    max_size=6,
)


@settings(derandomize=True, deadline=None)
@given(CELLS)
def test_no_cells_upset_the_split(cells):
    for split in (split_name_title(cells), split_company_role(cells)):
        if split is not None:
            assert len(split.firsts) == len(split.seconds) == len(cells)
            assert 0 < split.share <= 1
