"""Names of any script and length become labels that fit and show every letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from infoviz.plots.lettering import SMALL, UNKNOWN, families, legible, lines, width
from tests.plots.fiction import AWKWARD, FAR, PLAIN


def drawn_inches(text: str) -> float:
    figure = Figure(figsize=(40, 1))
    return (
        figure.text(0, 0, text, fontsize=SMALL, fontfamily=families([text])).get_window_extent().width / 100
    )


@pytest.mark.parametrize("name", [*PLAIN, *FAR, *AWKWARD])
def test_a_text_is_no_wider_than_it_is_told_to_be(name):
    shown = legible(name, 1.5)
    assert drawn_inches(shown) <= width(shown) + 0.02
    assert width(shown.replace(r"\$", "$")) <= 1.5


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(max_size=120), st.floats(0.5, 4))
def test_whatever_is_written_becomes_one_line_that_fits(text, inches):
    shown = legible(text, inches)
    assert not set("\n\r\t") & set(shown)
    assert width(shown.replace(r"\$", "$")) <= inches


def test_a_dollar_starts_no_formula():
    assert drawn_inches(legible("$x$ and $y$")) > drawn_inches(legible("x and y"))


def test_an_accent_stays_with_its_letter():
    for inches in (0.3, 0.35, 0.4, 0.45, 0.5):
        shown = legible("e\u0301" * 40, inches)
        assert shown.count("e") == shown.count("\u0301")


def test_words_from_right_to_left_keep_to_themselves():
    assert legible("שירה") == "\u2068שירה\u2069"
    assert legible("Shira") == "Shira"


def test_marks_that_turn_the_direction_are_dropped():
    assert legible("Ana\u202e Ruiz\u200f") == "Ana Ruiz"


def test_a_letter_that_no_font_has_is_replaced():
    assert legible("a\U000f0000b") == f"a{UNKNOWN}b"


def test_a_sentence_is_broken_between_words():
    broken = lines("one two three four five six seven eight nine ten", 1.2)
    assert broken.replace("\n", " ") == "one two three four five six seven eight nine ten"
    assert all(width(line, 10) <= 1.2 for line in broken.split("\n"))
    assert lines("W" * 90, 1) == "W" * 90
