from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.values.yesno import NO, UNKNOWN, YES, read_yes_no, score_yes_no, yes_or_no

YESES = [
    "Yes", "YES!", "y", "Y", " yes ", "✓", "✔", "✔️", "☑", "☑️", "✅", "x", "X", "1", "TRUE", "true", "done", "Sent",
    "ja", "Oui", "sí", "Sì",
    "Sim", "да", "はい", "是", "yes - 3/4", "Yes, by email", "Y (LinkedIn)", "yes they said", "✓ 3/4", "👍",
]  # fmt: skip
NOES = [
    "No", "NO.", "n", "N", "✗", "✘", "❌", "☐", "0", "FALSE", "nein", "non", "não", "нет", "いいえ", "否",
    "not yet", "Not yet!", "no - too early",
    "N (later)", "never", "pending", "👎", "noch nicht", "pas encore",
]  # fmt: skip
NEITHER = [
    "",
    " ",
    "-",
    "n/a",
    "N/A",
    "?",
    "maybe",
    "no response",
    "no answer from him",
    "x men",
    "yesterday",
    "nobody",
    "2",
    "Norway",
    "Ana Ruiz",
]


@pytest.mark.parametrize("text", YESES)
def test_yes(text):
    assert yes_or_no(text) == YES


@pytest.mark.parametrize("text", NOES)
def test_no(text):
    assert yes_or_no(text) == NO


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text):
    assert yes_or_no(text) == UNKNOWN


def test_a_column_of_every_kind(column, error):
    read = read_yes_no(
        column("Yes", None, 1, 0, True, False, date(2026, 3, 4), "n/a", "perhaps", 7, error("#REF!"))
    )
    assert read.flags.tolist() == [1, -1, 1, 0, 1, 0, 1, -1, -1, -1, -1]
    assert [(problem.position, problem.value) for problem in read.problems] == [
        (8, "perhaps"),
        (9, "7"),
        (10, "#REF!"),
    ]


def test_a_cross_alone_is_a_mark(column):
    assert read_yes_no(column("x", None, "X", "✗")).flags.tolist() == [1, -1, 1, 0]


def test_a_cross_beside_check_marks_is_a_no(column):
    assert read_yes_no(column("✓", "x", "✔")).flags.tolist() == [1, 0, 1]


@pytest.mark.parametrize(("circle", "cross"), [("○", "×"), ("O", "X"), ("〇", "✕")])
def test_a_circle_beside_crosses_is_a_yes(column, circle, cross):
    assert read_yes_no(column(circle, cross, circle)).flags.tolist() == [1, 0, 1]


def test_a_cross_beside_words_is_not_understood(column):
    read = read_yes_no(column("yes", "x", "no"))
    assert read.flags.tolist() == [1, -1, 0]
    assert [problem.value for problem in read.problems] == ["x"]


def test_only_the_chosen_positions_are_read(column):
    cells = column("yes", "what", "no")
    read = read_yes_no(cells, among=cells.texts == "no")
    assert read.flags.tolist() == [-1, -1, 0]
    assert read.problems == []


def test_score(column):
    assert score_yes_no(column("Y", "n", None, "N/A")) == 1
    assert score_yes_no(column("Y", "Ana", "Bo", "Cy")) == 0.25
    assert score_yes_no(column(date(2026, 3, 4), "Y")) == 0.5
    assert score_yes_no(column(None, "-")) == 0
    assert score_yes_no(column()) == 0


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text() | st.none() | st.booleans() | st.floats(), max_size=5))
def test_nothing_upsets_a_column(column, values):
    cells = column(*values)
    read = read_yes_no(cells)
    assert set(read.flags.tolist()) <= {YES, NO, UNKNOWN}
    assert 0 <= score_yes_no(cells) <= 1
