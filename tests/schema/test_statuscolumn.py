"""A column of statuses as a whole: other words are read as answers, and what makes no sense is told."""

import pytest

from infoviz.schema.answers.statuscolumn import EXPECTED, read_statuses
from infoviz.schema.fields import Response
from infoviz.schema.reading.contacts import read_people
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

PEOPLE = ["Ana Ruiz", "Bo Lindqvist", "Cheng Li", "Dana Whitfield", "Greta Olsen"]


def problems(statuses, **more):
    headers = ["Name", "Contacted", "Status", *more]
    rows = [
        [name, "2026-03-02", status, *values]
        for name, status, *values in zip(PEOPLE, statuses, *more.values(), strict=True)
    ]
    found = read_people(understand([sheet([headers, *rows])]))
    return found.contacts, found.problems


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("maybe after holidays", Response.OTHER),
        ("not this month", Response.OTHER),
        ("after reports", Response.OTHER),
        ("später", Response.OTHER),
        ("dijo que no", Response.NO),
        ("sagt zu", Response.YES),
    ],
)
def test_words_of_answers_count_among_known_statuses(text, response):
    assert read_statuses(["sent", "no reply", "declined", text]).meanings[text].response == response


def test_words_of_answers_mean_nothing_among_stages_of_a_project():
    found = read_statuses(["design", "testing", "ok", "rollout"])
    assert not any(meaning.recognised for meaning in found.meanings.values())
    assert not found.unread


def test_a_status_that_nobody_understands_is_a_problem():
    contacts, told = problems(["sent", "declined", "warp drive", "no reply", "warp drive"])
    assert told[["cell", "value", "expected"]].to_numpy().tolist() == [
        ["C4", "warp drive", EXPECTED],
        ["C6", "warp drive", EXPECTED],
    ]
    assert contacts["response"].dropna().tolist() == ["no"]


def test_a_status_beside_a_response_is_no_problem():
    _, told = problems(
        ["sent", "declined", "warp drive", "no reply", "sent"], Response=["yes", "no", "", "", ""]
    )
    assert told.empty


def test_stages_that_say_nothing_of_answers_are_no_problem():
    _, told = problems(["alpha", "beta", "gamma", "delta", "declined"])
    assert told.empty
