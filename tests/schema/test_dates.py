from datetime import date, datetime, time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.values.dates import (
    EXPECTED,
    EXPECTED_AS_TYPED,
    EXPECTED_DAY,
    EXPECTED_ONE,
    EXPECTED_ORDER,
    EXPECTED_RESULT,
    EXPECTED_YEAR,
    read_dates,
    score_dates,
)

FOURTH = "2026-03-04"


def days(read):
    return [None if np.isnat(day) else str(day)[:10] for day in read.days]


def troubles(read):
    return [(problem.value, problem.expected) for problem in read.problems]


def test_date_cells_keep_their_local_day(column):
    read = read_dates(
        column(date(2026, 3, 4), datetime(2026, 3, 4, 23, 59, 59), None, datetime(2026, 3, 29, 2, 30))
    )
    assert days(read) == [FOURTH, FOURTH, None, "2026-03-29"]
    assert read.days.dtype == np.dtype("datetime64[us]")
    assert read.problems == []


def test_serial_numbers_of_both_systems(column):
    assert days(read_dates(column(46085, 46085.75))) == [FOURTH, FOURTH]
    assert days(read_dates(column(44623), date1904=True)) == [FOURTH]
    assert days(read_dates(column(20260304))) == [FOURTH]


@pytest.mark.parametrize(
    "number", [0, 1, 59, 60, 61, -1, 2026, 99_999, 3e6, 20261304, 1e300, float("inf"), float("nan")]
)
def test_a_number_that_is_no_day_of_a_tracker_is_a_problem(column, number):
    read = read_dates(column(date(2026, 3, 4), number))
    assert days(read) == [FOURTH, None]
    assert [problem.expected for problem in read.problems] == [EXPECTED]


def test_a_date_out_of_range_is_a_problem(column):
    read = read_dates(column(date(1905, 7, 18), date(2999, 1, 1)))
    assert days(read) == [None, None]
    assert len(read.problems) == 2


def test_a_formula_that_counts_from_a_blank_cell_is_blank(column, formula):
    read = read_dates(
        column(
            formula(0), formula(14), formula(date(1900, 1, 13)), formula(46085), formula(time()), formula(...)
        )
    )
    assert days(read) == [None, None, None, FOURTH, None, None]
    assert [problem.expected for problem in read.problems] == [EXPECTED_RESULT]


def test_ones_and_zeros_alone_are_ticks(column):
    read = read_dates(column(1, 0, None))
    assert read.flags.tolist() == [1, 0, -1]
    assert read.problems == []


def test_errors_and_times_are_problems(column, error):
    read = read_dates(column(error("#N/A"), time(10, 30), "2026-03-04"))
    assert days(read) == [None, None, FOURTH]
    assert [problem.value for problem in read.problems] == ["#N/A", "10:30:00"]


@pytest.mark.parametrize(
    ("proof", "order", "day"), [("25/4/2026", "dmy", "2026-04-03"), ("4/25/2026", "mdy", FOURTH)]
)
def test_the_column_proves_its_order(column, proof, order, day):
    read = read_dates(column("3/4/2026", proof, "2026-05-06"))
    assert read.order == order
    assert days(read) == [day, "2026-04-25", "2026-05-06"]
    assert read.problems == []


def test_without_proof_nothing_is_guessed(column):
    read = read_dates(column("3/4/2026", "5/5/2026", "3/4/2026"))
    assert read.order is None
    assert days(read) == [None, "2026-05-05", None]
    assert read.undated.tolist() == [True, False, True]
    assert troubles(read) == [("3/4/2026", EXPECTED_ORDER)] * 2


def test_a_contradiction_proves_nothing(column):
    read = read_dates(column("13/04/2024", "04/13/2024", "03/04/2024"))
    assert read.order is None
    assert days(read) == ["2024-04-13", "2024-04-13", None]
    assert troubles(read) == [("03/04/2024", EXPECTED_ORDER)]


def test_the_order_asked_for_settles_what_the_column_leaves_open(column):
    assert days(read_dates(column("3/4/2026"), order="mdy")) == [FOURTH]
    assert days(read_dates(column("3/4/2026", "25/4/2026"), order="mdy")) == ["2026-04-03", "2026-04-25"]


def test_a_missing_year_is_never_made_up(column):
    read = read_dates(column("2026-03-01", "3/12", "March 3", "2026-03-30"))
    assert days(read) == ["2026-03-01", None, None, "2026-03-30"]
    assert read.undated.tolist() == [False, True, True, False]
    assert troubles(read) == [("3/12", EXPECTED_YEAR), ("March 3", EXPECTED_YEAR)]


def test_a_missing_day_is_a_problem(column):
    assert troubles(read_dates(column("March 2026"))) == [("March 2026", EXPECTED_DAY)]


def test_two_dates_in_a_cell(column):
    read = read_dates(column("3/4/2026, 10/4/2026", "25/4/2026", "2026-03-04 & nudge 2026-03-14"))
    assert days(read) == ["2026-04-03", "2026-04-25", FOURTH]
    assert [str(day)[:10] for day in read.second] == ["2026-04-10", "NaT", "2026-03-14"]
    assert read.words.tolist() == [None, None, "nudge"]


def test_a_third_date_is_reported(column):
    read = read_dates(column("2026-03-04, 2026-03-05, 2026-03-06"))
    assert days(read) == [FOURTH]
    assert [expected for _, expected in troubles(read)] == [EXPECTED_ONE]


def test_words_and_flags_among_the_dates(column):
    read = read_dates(
        column("2026-03-04", "Not interested", "Y", "no", "n/a", True, "12 Mar 2026 (LinkedIn)", "Sent", "-")
    )
    assert read.words.tolist() == [None, "Not interested", None, None, None, None, "LinkedIn", "Sent", None]
    assert read.flags.tolist() == [-1, -1, 1, 0, -1, 1, -1, 1, -1]
    assert read.problems == []


def test_figures_that_are_no_date_are_problems(column):
    assert troubles(read_dates(column("46085", "2026-13", "31/02/2026", "2026-W54-1", "12345678901"))) == [
        ("46085", EXPECTED),
        ("2026-13", EXPECTED),
        ("31/02/2026", EXPECTED),
        ("2026-W54-1", EXPECTED),
        ("12345678901", EXPECTED),
    ]


def test_a_month_or_a_week_is_a_date_without_its_day(column):
    months = "2026-01", "2026/09", "01/2026", "March 2026", "2026-W12"
    read = read_dates(column(*months))
    assert read.undated.tolist() == [True] * 5
    assert troubles(read) == [(month, EXPECTED_DAY) for month in months]
    assert score_dates(column(*months)) == 1


def test_about_a_month_is_a_date_without_its_day(column):
    about = "early February", "mid March", "Ende Mai", "fin juin", "May"
    read = read_dates(column(*about))
    assert read.undated.tolist() == [True] * 5
    assert troubles(read) == [(month, EXPECTED_DAY) for month in about]
    assert not read_dates(column("may reply late", "end of talk")).undated.any()


def test_seconds_since_1970_are_days(column):
    cells = column(1_772_582_400, 1_772_582_400_000, "1772582400", "1772582400000")
    assert days(read_dates(cells)) == [FOURTH] * 4
    assert score_dates(column(1_772_582_400, 1_772_582_400_000), serials=True) == 1
    assert troubles(read_dates(column(2_145_916_800, 999_999_999))) == [
        ("2145916800", EXPECTED),
        ("999999999", EXPECTED),
    ]


def test_a_column_converted_by_half_is_suspected(column):
    typed = [date(2026, 4, day) for day in range(1, 7)]
    left = "13/4/2026", "25/4/2026", "30/4/2026"
    assert troubles(read_dates(column(*typed, *left))) == [("2026-04-01", EXPECTED_AS_TYPED)]
    assert troubles(read_dates(column(*typed, date(2026, 4, 20), *left))) == []
    assert troubles(read_dates(column(*typed, "3/4/2026", *left))) == []
    assert troubles(read_dates(column(*typed, *left[:2]))) == []


def test_only_the_chosen_positions_are_read(column):
    cells = column("3/4/2026", "25/4/2026", "example")
    read = read_dates(cells, among=np.array([True, False, False]))
    assert read.order is None
    assert days(read) == [None, None, None]
    assert read.words.tolist() == [None, None, None]


def test_score(column):
    assert score_dates(column("2026-03-04", None, date(2026, 3, 4), "n/a")) == 1
    assert score_dates(column("3/4/2026", "March 3", "Ana", "Bo")) == 0.5
    assert score_dates(column(46085, 46086)) == 0
    assert score_dates(column(46085, 46086, 12), serials=True) == pytest.approx(2 / 3)
    assert score_dates(column("2026-03-04 09:00", "NO", "no", None)) == 1
    assert score_dates(column("NO", "no")) == 0
    assert score_dates(column(None)) == 0
    assert score_dates(column("-")) == 0


@settings(derandomize=True, deadline=None)
@given(
    st.lists(
        st.text()
        | st.none()
        | st.booleans()
        | st.floats()
        | st.dates()
        | st.from_regex(r"\A\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?\Z"),
        max_size=6,
    )
)
def test_nothing_upsets_a_column(column, values):
    cells = column(*values)
    read = read_dates(cells)
    settled = ~np.isnat(read.days)
    assert not (settled & read.undated).any()
    reported = {problem.position for problem in read.problems}
    assert set(np.flatnonzero(read.undated).tolist()) <= reported
    assert 0 <= score_dates(cells) <= 1
