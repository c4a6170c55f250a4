"""Days as text, the way a column writes them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.editing.daytext import day_text
from infoviz.schema.values.datetext import read_text, settle

DAY = date(2026, 12, 5)
WAYS = [
    (["3/4/2026", "25/4/2026"], "dmy", "5/12/2026"),
    (["4/3/26", "12/25/26"], "mdy", "12/5/26"),
    (["04/03/2026"], "mdy", "12/05/2026"),
    (["03.04.26", "25.04.26"], "dmy", "05.12.26"),
    (["2026-03-04"], None, "2026-12-05"),
    (["2026/03/04"], None, "2026/12/05"),
    (["20260304"], None, "20261205"),
    (["3 Mar 2026", "12 Apr 2026"], None, "5 Dec 2026"),
    (["Mar 3, 2026", "April 10, 2026", "Jun 1, 2026"], None, "Dec 5, 2026"),
    (["March 3rd, 2026"], None, "December 5th, 2026"),
    (["03-Mar-26"], None, "05-Dec-26"),
    (["Tue 3 Mar 2026"], None, "Sat 5 Dec 2026"),
    (["3. März 2026"], None, "5. Dezember 2026"),
    (["3 mars 2026"], None, "5 décembre 2026"),
    (["3 de marzo de 2026"], None, "5 de diciembre de 2026"),
    (["2026年3月4日"], None, "2026年12月5日"),
]


@pytest.mark.parametrize(("texts", "order", "written"), WAYS, ids=[way[0][0] for way in WAYS])
def test_written_the_way_of_the_column(texts, order, written):
    found = day_text(texts, order)
    assert found is not None
    assert found.write(DAY) == written


@pytest.mark.parametrize("texts", [["3/4/2026"], ["soon"], ["3/4"], ["March 3"], [], ["3/4/2026 by mail"]])
def test_no_way_to_follow(texts):
    assert day_text(texts, None) is None


@settings(derandomize=True, deadline=None)
@given(day=st.dates(date(1995, 1, 1), date(2060, 12, 31)), way=st.sampled_from(WAYS))
def test_whatever_is_written_is_read_as_that_day(day, way):
    texts, order, _ = way
    found = day_text(texts, order)
    assert found is not None
    readings = read_text(found.write(day)).readings
    assert [settle(reading, order) for reading in readings] == [day]


def test_the_way_of_most():
    found = day_text(["2026-03-04", "5 Apr 2026", "6 Apr 2026"], None)
    assert found is not None
    assert found.write(DAY) == "5 Dec 2026"
