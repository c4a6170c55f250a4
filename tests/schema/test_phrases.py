import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.answers.phrases import Found, Phrases

SETS = {"talk": "call, phone call, gespräch", "so_far": "yet, any"}
NEGATIONS = frozenset({"no", "not"})


def phrases(*rules):
    return Phrases(rules, SETS, NEGATIONS)


@pytest.mark.parametrize(
    ("rule", "text", "where"),
    [
        ("sent", "sent", [(0, 1)]),
        ("sent", "i sent it", [(1, 2)]),
        ("sent", "sending", []),
        ("=sent", "sent", [(0, 1)]),
        ("=sent", "it sent", []),
        ("=sent", "sent it", []),
        ("had|took a|the? call", "had call", [(0, 2)]),
        ("had|took a|the? call", "we took the call", [(1, 4)]),
        ("had|took a|the? call", "had one call", []),
        ("sen/d/t", "send", [(0, 1)]),
        ("request//ed", "request", [(0, 1)]),
        ("request//ed", "requested", [(0, 1)]),
        ("had {talk}", "had phone call", [(0, 3)]),
        ("had {talk}", "had phone", []),
        ("{talk} done", "gesprach done", [(0, 2)]),
        ("had * call", "had long call", [(0, 3)]),
        ("had * call", "had no call", []),
        ("{so_far}? {so_far}? call", "yet any call", [(0, 3), (1, 3), (2, 3)]),
        ("done|{talk} over", "phone call over", [(0, 3), (1, 3)]),
    ],
)
def test_a_phrase_in_a_text(rule, text, where):
    assert set(phrases(rule).search(text.split())) == {Found(0, *at) for at in where}


def test_the_first_rule_that_has_a_phrase_wins():
    both = phrases("no call; busy", "call; late")
    assert both.search(["no", "call"]) == [Found(0, 0, 2)]
    assert both.search(["a", "call"]) == [Found(1, 1, 2)]
    assert both.search(["late", "call", "busy"]) == [Found(0, 2, 3)]
    assert both.search([]) == []


def test_first_words_are_the_words_with_which_phrases_begin():
    assert phrases("a? had {talk}; =done").first_words == {"a", "had", "done"}


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from("no not had a the phone call sent yet any x".split()), max_size=8))  # noqa: SIM905
def test_what_is_found_lies_in_the_text(words):
    found = phrases("had a? * {talk}; =sent", "{so_far}? {so_far}? {talk}").search(words)
    assert len({match.rule for match in found}) <= 1
    assert all(0 <= match.begin < match.end <= len(words) for match in found)
    first = phrases("had").first_words
    assert first == {"had"}
