import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.words import distinct, plain, plains, sample, says_nothing, shown, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met!", "met"),
        ("  NO   Response ", "no response"),
        ("didn’t", "didnt"),
        ("réunion", "reunion"),
        ("HAYIR", "hayir"),
        ("follow_up", "follow up"),
        ("✅", ""),
        ("はい", "はい"),
    ],
)
def test_plain(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text", ["", "   ", "-", "—", "n/a", "N.A.", "NaN", "?", "...", "TBD", "__/__/____", "\u200b", "=", "~"]
)
def test_what_says_nothing(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["0", "x", "no", "✓", "☐", "NASA", "na ja", "👍"])
def test_what_says_something(text):
    assert not says_nothing(text)


def test_distinct_finds_each_text_once(column):
    found = distinct(column("a", None, "b", "a", 3))
    assert found.texts == ["a", "b"]
    assert found.where(0) == [0, 3]
    into = np.zeros(5, dtype=np.int64)
    found.spread(np.array([7, 8]), into=into)
    assert into.tolist() == [7, 0, 8, 7, 0]


def test_sample_is_even_and_small(column):
    positions = sample(column(*[None if at % 2 else "x" for at in range(2000)]))
    assert len(positions) == 200
    assert positions[0] == 0
    assert positions[-1] == 1998
    assert not (positions % 2).any()


def test_shown(column, error):
    cells = column("a", 3, 2.5, None, error("#N/A"), True)
    assert [shown(cells, at) for at in range(6)] == ["a", "3", "2.5", "", "#N/A", "True"]


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_no_text_upsets_the_comparison(text):
    assert plain(plain(text)) == plain(text)
    assert visible(visible(text)) == visible(text)
    says_nothing(text)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text() | st.text("Ana é_'’.,-\n\t7")))
def test_many_texts_are_as_plain_as_each(texts):
    assert plains(texts) == [plain(text) for text in texts]
