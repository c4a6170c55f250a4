"""Many rows edited as one, what was taken back done again, and what a verb warns of."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

import infoviz
from infoviz.errors import EditRefused, NoSuchRow, RefusedValue, UnknownField
from tests.editing.making import elsewhere, make, row_of
from tests.trackers import TRACKERS

DAY = date(2026, 11, 20)
ANA, BO, CLEO, DARA, EMIL, FAY = range(2, 8)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


@pytest.fixture
def tracker(path: Path) -> infoviz.Tracker:
    return infoviz.load(path)


# ── many rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_many_rows_are_one_verb(tracker: infoviz.Tracker) -> None:
    before = tracker.contacts.copy()
    tracker.edit_rows(
        {
            DARA: {"response": "yes", "responded_on": DAY, "Title": "Head"},
            EMIL: {"notes": None, "met_on": DAY},
        }
    )
    assert set(tracker.edits["cell"]) == {"F5", "G5", "C5", "J6", "H6"}
    assert tracker.contacts.loc[DARA, ["response", "role"]].tolist() == ["yes", "Head"]
    tracker.save()
    assert row_of(tracker.path, "Dara Okafor")[5:7] == ["Accepted", DAY]
    tracker.edit_rows({row: {"notes": "Written to"} for row in tracker.contacts.index})
    assert tracker.undo()
    assert not tracker.undo()
    assert tracker.contacts["notes"].tolist()[:2] == before["notes"].tolist()[:2]


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ({EMIL: {"met_on": "soon"}}, RefusedValue),
        ({99: {"notes": "?"}}, NoSuchRow),
        ({EMIL: {"shoe_size": 44}}, UnknownField),
        ({EMIL: {"name": None, "organization": None, "email": None}}, EditRefused),
    ],
    ids=["value", "row", "field", "name"],
)
def test_one_refused_value_refuses_all(bad: dict, error: type[Exception], tracker: infoviz.Tracker) -> None:
    tracker.edit(FAY, notes="Before")
    before, problems = tracker.contacts, tracker.problems
    with pytest.raises(error):
        tracker.edit_rows({DARA: {"notes": "Kept?"}, **bad})
    pd.testing.assert_frame_equal(tracker.contacts, before)
    pd.testing.assert_frame_equal(tracker.problems, problems)
    assert tracker.edits["cell"].tolist() == ["J7"]
    assert tracker.workbook.grid("People").columns[9].value(4) is None


def test_many_rows_of_a_sheet_of_actions(tmp_path: Path) -> None:
    case = TRACKERS["action_logger"]
    path = tmp_path / f"tracker{case.suffix}"
    case.write(path)
    tracker = infoviz.load(path, sheet=case.sheet)
    first, second = tracker.contacts.index[:2]
    names = tracker.contacts["name"]
    tracker.edit_rows({first: {"name": "Ada Example"}, second: {"name": "Bo Sample"}})
    assert tracker.contacts.loc[[first, second], "name"].tolist() == ["Ada Example", "Bo Sample"]
    assert tracker.undo()
    pd.testing.assert_series_equal(tracker.contacts["name"], names)


def test_nothing_to_change_is_no_verb(tracker: infoviz.Tracker) -> None:
    tracker.edit_rows({})
    tracker.edit_rows({ANA: {"response": "yes"}, BO: {"notes": None}})
    assert not tracker.undo()


# ── redo ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_taken_back_is_done_again(tracker: infoviz.Tracker) -> None:
    tracker.edit(DARA, notes="First")
    row = tracker.add(name="Gus Adler", met_on=DAY)
    tracker.edit(row, notes="Third")
    now, edits = tracker.contacts, tracker.edits
    for _ in range(3):
        assert tracker.undo()
    assert tracker.edits.empty
    for _ in range(3):
        assert tracker.redo()
    assert not tracker.redo()
    pd.testing.assert_frame_equal(tracker.contacts, now)
    pd.testing.assert_frame_equal(tracker.edits, edits)
    tracker.save()
    assert row_of(tracker.path, "Gus Adler")[9] == "Third"


def test_a_new_verb_ends_what_could_be_done_again(tracker: infoviz.Tracker) -> None:
    tracker.edit(DARA, notes="First")
    tracker.undo()
    with pytest.raises(RefusedValue):
        tracker.edit(DARA, met_on="soon")
    tracker.edit(BO, response="no")
    assert tracker.redo()
    assert tracker.undo()
    tracker.edit(DARA, notes="Second")
    assert not tracker.redo()
    assert tracker.contacts.loc[DARA, "notes"] == "Second"


def test_done_again_after_a_save_unless_the_file_was_merged(tracker: infoviz.Tracker, path: Path) -> None:
    tracker.edit(EMIL, notes="Kept")
    tracker.edit(DARA, notes="Taken back")
    tracker.undo()
    tracker.save()
    assert tracker.redo()
    assert tracker.contacts.loc[DARA, "notes"] == "Taken back"
    tracker.undo()
    tracker.edit(EMIL, notes="Kept once more")
    tracker.edit(DARA, notes="Taken back")
    tracker.undo()
    elsewhere(path, lambda sheet: sheet.insert_rows(2))
    tracker.save()
    assert not tracker.redo()


# ── warnings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_warnings_are_those_of_what_was_done_last(tracker: infoviz.Tracker) -> None:
    assert tracker.warnings == ()
    tracker.edit(EMIL, thanked_on=DAY)
    assert "2026-11-20" in tracker.warnings[0]
    tracker.edit(EMIL, notes="Nothing to warn of")
    assert tracker.warnings == ()
    tracker.undo()
    tracker.undo()
    assert tracker.warnings == ()
    tracker.redo()
    assert "2026-11-20" in tracker.warnings[0]
    with pytest.raises(NoSuchRow):
        tracker.edit(99, notes="?")
    assert tracker.warnings == ()


def test_a_word_outside_its_list_is_warned_of(path: Path) -> None:
    rule = DataValidation("list", formula1='"Engineer,Analyst"', sqref="C2:C50", errorStyle="warning")
    elsewhere(path, lambda sheet: sheet.add_data_validation(rule))
    tracker = infoviz.load(path)
    tracker.edit(BO, role="Astronaut", outside_lists=True)
    assert tracker.warnings == ("Sheet “People”, cell C3: “Astronaut” is not in its list.",)
    assert tracker.save().warnings[:1] == tracker.warnings


def test_a_person_of_a_sheet_of_actions_whose_name_and_firm_share_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    TRACKERS["log_of_pairs"].write(path)
    tracker = infoviz.load(path)
    firm = tracker.contacts.loc[3, "organization"]
    tracker.edit(3, notes="Called back", name="Kay Example")
    edits = tracker.edits.set_index("cell")["after"]
    assert edits.pop("D3") == "Called back"
    assert len(edits) > 1
    assert set(edits) == {f"Kay Example ({firm})"}
    tracker.save()
    again = infoviz.load(path).contacts.loc[3]
    assert (again["name"], again["organization"], again["notes"]) == ("Kay Example", firm, "Called back")


def test_the_next_action_names_the_firm_in_the_same_cell(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    TRACKERS["log_of_pairs"].write(path)
    tracker = infoviz.load(path)
    people = len(tracker.contacts)
    firm = tracker.contacts.loc[3, "organization"]
    tracker.log(3, "met", on=DAY)
    assert tracker.edits["after"].tolist()[1] == f"{tracker.contacts.loc[3, 'name']} ({firm})"
    tracker.add(name="Kay Quill", organization="Quill Labs", contacted_on=DAY)
    with pytest.raises(EditRefused, match="of somebody new; of others, log what happened"):
        tracker.add(name="Kay Quill", organization="Quill Labs", contacted_on=DAY)
    tracker.save()
    again = infoviz.load(path).contacts
    assert len(again) == people + 1
    assert again.iloc[-1][["name", "organization"]].tolist() == ["Kay Quill", "Quill Labs"]
