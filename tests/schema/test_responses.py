from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.answers.responses import (
    EXPECTED,
    asks_whether,
    read_responses,
    refusals_that_are_silence,
    score_responses,
)
from infoviz.schema.fields import Event, Response


def texts(*values):
    return np.array(values, dtype=object)


def days(*values):
    return np.array(values, dtype="datetime64[us]")


@pytest.mark.parametrize(
    "header",
    [
        "Responded",
        "Responded?",
        "Replied",
        "replied (y/n)",
        "Response Received",
        "response_received",
        "Heard back?",
        "Got a reply",
        "Answered",
        "Response?",
        "Reply (Y/N)",
        "Any response",
        "Did they respond",
        "Geantwortet",
    ],
)
def test_headers_that_ask_whether_an_answer_came(header):
    assert asks_whether(header)


@pytest.mark.parametrize(
    "header",
    ["Response", "Answer", "Reply", "Outcome", "Accepted?", "Agreed?", "Result", "Decision", "Status", ""],
)
def test_headers_that_ask_which_answer_came(header):
    assert not asks_whether(header)


def test_a_bare_header_agrees_with_the_dates_beside_it():
    flags = np.array([1, 1, 0, 0], dtype=np.int8)
    assert asks_whether("Response", flags, days("2026-03-04", "2026-03-05", "NaT", "NaT"))
    assert not asks_whether("Response?", flags, days("2026-03-04", "2026-03-05", "2026-03-06", "NaT"))
    assert not asks_whether("Response", flags, days("NaT", "NaT", "NaT", "NaT"))
    assert asks_whether("Outcome", flags, days("2026-03-04", "2026-03-05", "NaT", "NaT"))
    assert asks_whether("Outcome", np.array([1, 1, 0, 0, 0], dtype=np.int8))
    assert not asks_whether("Outcome", np.array([1, 1, 0, 0, -1], dtype=np.int8))
    assert not asks_whether("Response", flags[:2])
    assert not asks_whether("Accepted?", flags, days("2026-03-04", "2026-03-05", "NaT", "NaT"))


def test_yes_and_no_say_whether(column):
    read = read_responses(column("Y", "N", None, "Yes - by mail", True, 0, "n/a"), "Responded?")
    assert read.answers.tolist() == [None] * 7
    assert read.responded.tolist() == [1, 0, -1, 1, 1, 0, -1]
    assert read.problems == []


def test_yes_and_no_say_which(column):
    read = read_responses(column("Y", "No", None, 1, 0), "Accepted?")
    assert read.answers.tolist() == ["yes", "no", None, "yes", "no"]
    assert read.responded.tolist() == [1, 1, -1, 1, 1]


def test_an_unticked_box_is_no_refusal(column):
    read = read_responses(column(True, False, None), "Accepted?")
    assert read.answers.tolist() == ["yes", None, None]
    assert read.responded.tolist() == [1, 0, -1]


@pytest.mark.parametrize(
    "header", ["Response", "Reply", "Answer", "Reaction", "Result", "Outcome", "Reactie"]
)
@pytest.mark.parametrize("pair", [("Y", "N"), ("Yes", "No")])
def test_yes_and_no_under_a_noun_say_whether_only_where_none_is_left_blank(column, header, pair):
    yes, no = pair
    full = read_responses(column(yes, no, yes, no, no), header)
    assert full.answers.tolist() == [None] * 5
    assert full.responded.tolist() == [1, 0, 1, 0, 0]
    waiting = read_responses(column(yes, no, None, yes, None), header)
    assert waiting.answers.tolist() == ["yes", "no", None, "yes", None]


@pytest.mark.parametrize(
    "header", ["Response", "Reply", "Answer", "Reaction", "Result", "Outcome", "Reactie"]
)
@pytest.mark.parametrize("pair", [(True, False), ("✓", "✗"), ("x", None)])
def test_one_pair_of_marks_under_a_noun_says_whether(column, header, pair):
    yes, no = pair
    read = read_responses(column(yes, no, None, yes, no), header)
    assert read.answers.tolist() == [None] * 5
    came = -1 if no is None else 0
    assert read.responded.tolist() == [1, came, -1, 1, came]


@pytest.mark.parametrize("minus", ["-", "−", "–"])
def test_a_minus_beside_a_plus_says_no(column, minus):
    read = read_responses(column("+", minus, None, "+"), "Response (+/-)")
    assert read.answers.tolist() == ["yes", "no", None, "yes"]
    assert read.problems == []
    assert read_responses(column("yes", minus, None), "Response").answers.tolist() == ["yes", None, None]
    assert read_responses(column("+", minus, None), "Replied?").responded.tolist() == [1, 0, -1]


@pytest.mark.parametrize("header", ["Response", "Response?", "Replied?", "Reactie"])
@pytest.mark.parametrize("word", ["Maybe", "later", "später", "plus tard", "Maybe next year", "DEFERRED"])
def test_a_word_for_an_answer_makes_all_of_them_answers(column, header, word):
    read = read_responses(column("Yes", "No", word), header)
    assert read.answers.tolist() == ["yes", "no", "other"]


def test_a_no_beside_a_word_for_refusing_is_none(column):
    read = read_responses(column("Positive", "Negative", "None", "No"), "Response")
    assert read.answers.tolist() == ["yes", "no", None, None]
    assert read.responded.tolist() == [1, 1, -1, 0]


def test_a_no_with_its_day_refuses(column):
    read = read_responses(
        column("Yes", "No", None, "No"),
        "Response",
        responded_on=days("2026-03-04", "2026-03-05", "NaT", "NaT"),
    )
    assert read.answers.tolist() == ["yes", "no", None, "no"]


def test_a_no_beside_a_word_for_silence_refuses(column):
    read = read_responses(column("Yes", "No", "No response"), "Response")
    assert read.answers.tolist() == ["yes", "no", None]


def test_a_remark_after_the_answer_leaves_it_standing(column):
    read = read_responses(
        column("Yes, interested", "Interested - wants demo", "No - too busy", "Yes - call booked", "No"),
        "Response",
    )
    assert read.answers.tolist() == ["yes", "yes", "no", "yes", "no"]
    assert read_responses(column("Yes - by mail", "No, he is away"), "Response").answers.tolist() == [
        "yes",
        "no",
    ]


def test_signs_of_answers(column):
    read = read_responses(column("👍", "👎", "🤷", "🤷‍♀️", "keine"), "Reply")
    assert read.answers.tolist() == ["yes", "no", None, None, None]
    assert read.problems == []


def test_words_for_answers(column):
    words = (
        "Positive",
        "Negative",
        "Neutral",
        "interested",
        "maybe",
        "bounced",
        "withdrawn",
        "no response",
        "Replied",
        "Pending",
    )
    read = read_responses(column(*words), "Response")
    assert read.answers.tolist() == [
        "yes",
        "no",
        "other",
        "yes",
        "other",
        "bounced",
        "withdrawn",
        None,
        None,
        None,
    ]
    assert read.responded.tolist() == [1, 1, 1, 1, 1, -1, -1, 0, 1, 0]
    assert read.problems == []


def test_a_word_tells_more_than_the_answer(column):
    read = read_responses(column("Scheduled", None), "Response")
    assert Event.SCHEDULED in read.meanings[0].events
    assert read.meanings[1] is None


def test_the_day_of_the_answer(column):
    read = read_responses(
        column(date(2026, 3, 4), "3/25/2026", "3/4/2026", "Declined 2026-03-09", "not yet", 46085),
        "Responded",
    )
    assert [str(day)[:10] for day in read.days] == [
        "2026-03-04",
        "2026-03-25",
        "2026-03-04",
        "2026-03-09",
        "NaT",
        "2026-03-04",
    ]
    assert read.answers.tolist() == [None, None, None, "no", None, None]
    assert read.responded.tolist() == [1, 1, 1, 1, 0, 1]


def test_free_text_is_reported_and_proves_nothing(column, error):
    read = read_responses(column("He likes tea", error("#REF!"), "3/4/2026"), "Response")
    assert read.answers.tolist() == [None, None, None]
    assert [problem.value for problem in read.problems] == ["He likes tea", "#REF!", "3/4/2026"]
    assert read.problems[0].expected == EXPECTED


def test_score(column):
    assert score_responses(column("yes", "no", "n/a", "Declined")) == 1
    assert score_responses(column("yes", "He likes tea")) == 0.5
    assert score_responses(column(date(2026, 3, 4))) == 0
    assert score_responses(column()) == 0


YES, NO = Response.YES, Response.NO
DAY, NAT = "2026-03-04", "NaT"


def test_an_undated_rejection_among_dated_answers_is_silence():
    words = texts("Accepted", "Yes", "Replied", "Rejected", "Rejected", "Declined", "Closed")
    responses = texts(YES, YES, Response.OTHER, NO, NO, NO, NO)
    silent = refusals_that_are_silence(words, responses, days(DAY, DAY, DAY, DAY, NAT, NAT, NAT))
    assert silent.tolist() == [False, False, False, False, True, False, True]


def test_without_dated_answers_nothing_is_said():
    words, responses = texts("Yes", "Rejected", "Rejected"), texts(YES, NO, NO)
    assert not refusals_that_are_silence(words, responses, days(NAT, NAT, NAT)).any()
    assert not refusals_that_are_silence(words, responses, days(DAY, NAT, NAT)).any()


def test_answers_dated_now_and_then_say_nothing():
    words = texts(*["Yes"] * 6, "Rejected")
    responses = texts(*[YES] * 6, NO)
    assert not refusals_that_are_silence(words, responses, days(DAY, DAY, DAY, NAT, NAT, NAT, NAT)).any()


def test_a_plain_no_is_silence_only_where_none_is_ever_dated():
    words, responses = texts(*["Yes"] * 3, *["No"] * 3), texts(*[YES] * 3, *[NO] * 3)
    assert (
        refusals_that_are_silence(words, responses, days(DAY, DAY, DAY, NAT, NAT, NAT)).tolist()
        == [False] * 3 + [True] * 3
    )
    assert not refusals_that_are_silence(words, responses, days(DAY, DAY, DAY, DAY, NAT, NAT)).any()
    assert not refusals_that_are_silence(words[:5], responses[:5], days(DAY, DAY, DAY, NAT, NAT)).any()


def test_an_interview_proves_an_answer():
    words, responses = texts("Yes", "Yes", "Yes", "Rejected"), texts(YES, YES, YES, NO)
    proven = np.array([False, False, False, True])
    assert not refusals_that_are_silence(words, responses, days(DAY, DAY, DAY, NAT), proven=proven).any()


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text() | st.none() | st.booleans() | st.floats() | st.dates(), max_size=6), st.text())
def test_nothing_upsets_a_column(column, values, header):
    cells = column(*values)
    read = read_responses(cells, header)
    assert all(answer is None or answer in list(Response) for answer in read.answers)
    assert 0 <= score_responses(cells) <= 1
    refusals_that_are_silence(cells.texts, read.answers, read.days)


def test_a_date_beside_an_answer_is_no_problem(column):
    read = read_responses(
        column("coffee booked 6/11", "said yes! call 12/4", "crickets since 6/11", "6/11"), "Reply"
    )
    assert read.answers.tolist()[:3] == [Response.YES, Response.YES, None]
    assert read.responded.tolist()[:3] == [1, 1, 0]
    assert [problem.position for problem in read.problems] == [3]


def test_a_no_beside_words_for_silence_is_an_answer(column):
    read = read_responses(column("ja", "nee", "niets gehoord", "afgewezen", "afwachten"), "Reactie")
    assert read.answers.tolist() == [Response.YES, Response.NO, None, Response.NO, None]
    assert not read.problems
