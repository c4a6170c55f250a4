"""Trackers in other people's styles: what is found of each field, and that nothing is taken for what it is not."""

import sys
from collections import Counter

import pytest

import infoviz
from infoviz.schema.people import person_keys
from tests.trackers import TRACKERS
from tests.trackers.case import differences, judge

LEAST_RECALL = 0.9


@pytest.fixture(scope="module")
def understood(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trackers")
    trackers = {}
    for name, case in TRACKERS.items():
        path = folder / f"{name}{case.suffix}"
        case.write(path)
        trackers[name] = infoviz.load(path)
    return trackers


def table(understood):
    """Recall and wrong mappings per field: (found, wanted, wrong)."""
    found, wanted, wrong = Counter(), Counter(), Counter()
    for name, case in TRACKERS.items():
        verdict = judge(case, understood[name].check().columns)
        found.update(field for field, _ in verdict.found)
        wanted.update(field for field, _ in (*verdict.found, *verdict.missed))
        wrong.update(field for field, _ in verdict.wrong)
    return {field: (found[field], wanted[field], wrong[field]) for field in sorted({*wanted, *wrong})}


def test_recall_and_wrong_mappings_of_each_field(understood, capsys):
    rows = table(understood)
    lines = [f"{'field':<16} {'recall':>7} {'found':>6} {'of':>4} {'wrong':>6}   ({len(TRACKERS)} trackers)"]
    for field, (found, wanted, wrong) in rows.items():
        recall = f"{found / wanted:.2f}" if wanted else "–"
        lines.append(f"{field:<16} {recall:>7} {found:>6} {wanted:>4} {wrong:>6}")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert len(TRACKERS) >= 25
    assert {field: wrong for field, (_, _, wrong) in rows.items() if wrong} == {}
    low = {
        field: (found, wanted) for field, (found, wanted, _) in rows.items() if found < LEAST_RECALL * wanted
    }
    assert low == {}


@pytest.mark.parametrize("name", TRACKERS)
def test_the_table_is_found(name, understood):
    case, tracker = TRACKERS[name], understood[name]
    check = tracker.check()
    assert check.header_row == case.header_row
    assert check.records == case.records
    if case.sheet is not None:
        assert check.sheet == case.sheet


@pytest.mark.parametrize("name", TRACKERS)
def test_no_header_is_taken_for_what_it_is_not(name, understood):
    case, tracker = TRACKERS[name], understood[name]
    verdict = judge(case, tracker.check().columns)
    assert verdict.wrong == ()
    letters = tracker.layout.letters
    assert {field: letters.get(field) for field in case.letters} == {
        field: letter.split() for field, letter in case.letters.items()
    }


@pytest.mark.parametrize("name", TRACKERS)
def test_values_are_read_right(name, understood):
    assert differences(TRACKERS[name], understood[name].contacts) == []


@pytest.mark.parametrize("name", TRACKERS)
def test_cells_that_make_no_sense_are_reported_and_others_are_not(name, understood):
    case, problems = TRACKERS[name], set(understood[name].problems["cell"])
    assert set(case.problems) <= problems
    assert not set(case.sound) & problems


@pytest.mark.parametrize("name", [name for name, case in TRACKERS.items() if "name" in case.columns])
def test_persons_are_counted_once(name, understood):
    assert person_keys(understood[name].contacts).nunique() == TRACKERS[name].people


@pytest.mark.parametrize("name", [name for name, case in TRACKERS.items() if case.events])
def test_the_paper_trail_holds_what_was_done(name, understood):
    events = understood[name].events
    told = set(zip(events["date"].dt.date, events["name"], events["event"], strict=True))
    assert set(TRACKERS[name].events) <= told
