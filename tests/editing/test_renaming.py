"""A person who gets another name keeps their rows of the log, and whom they have introduced."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import infoviz
from infoviz.errors import Conflict, EditRefused
from tests.editing.making import cells, elsewhere

DAY = date(2026, 3, 20)
HEADERS = ["Name", "Company", "Introduced by", "Contacted on", "Met on", "Notes"]
PEOPLE: list[list[Any]] = [
    ["Ana Ruiz", "Acme", None, date(2026, 3, 1), None, None],
    ["Bo Lindqvist", "Globex", "Ana Ruiz", date(2026, 3, 2), None, None],
    ["Cleo Diaz", "Initech", "Dr. ana ruiz", None, None, None],
    ["Dara Okafor", "Umbra", "Ana Ruiz; Bo Lindqvist", None, None, None],
    ["Emil Novak", "Hooli", "Bo Lindqvist", None, None, None],
]
NAMESAKE = ["Ana Ruiz", "Other Labs", None, None, None, None]
ANA, BO, CLEO, DARA, EMIL, OTHER = range(2, 8)
LOG: list[list[Any]] = [
    ["Date", "Name", "Event", "Detail"],
    [date(2026, 3, 1), "Ana Ruiz", "Asked", None],
    [date(2026, 3, 5), "Ana Ruiz", "Met", "coffee"],
    [date(2026, 3, 6), "Bo Lindqvist", "Introduced", "Ana Ruiz"],
]
WITH_FIRMS: list[list[Any]] = [
    ["Date", "Name", "Company", "Event", "Detail"],
    [date(2026, 3, 1), "Ana Ruiz", "Acme", "Asked", None],
    [date(2026, 3, 5), "Ana Ruiz", "Other Labs", "Met", "coffee"],
    [date(2026, 3, 6), "Bo Lindqvist", "Globex", "Asked", None],
]


def make(path: Path, *, people: list[list[Any]] = PEOPLE, log: list[list[Any]] = LOG) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "People"
    for row in [HEADERS, *people]:
        sheet.append(row)
    other = book.create_sheet("Log")
    for row in log:
        other.append(row)
    book.save(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


def edited(tracker: infoviz.Tracker) -> dict[str, object]:
    edits = tracker.edits
    places = edits["sheet"].str.cat(edits["cell"], sep="!")
    return dict(zip(places, edits["after"], strict=True))


def test_what_names_that_person_alone_follows_and_is_taken_back_with_it(path: Path) -> None:
    tracker = infoviz.load(path)
    before = tracker.events
    tracker.edit(ANA, name="Anna Gomez")
    assert edited(tracker) == {
        "People!A2": "Anna Gomez", "Log!B2": "Anna Gomez", "Log!B3": "Anna Gomez", "Log!D4": "Anna Gomez",
        "People!C3": "Anna Gomez", "People!C4": "Anna Gomez",
    }  # fmt: skip
    assert tracker.events[["date", "row", "event"]].equals(before[["date", "row", "event"]])
    assert tracker.problems.empty
    (warning,) = tracker.warnings
    assert warning == (
        "Sheet “People”, cell C5: “Ana Ruiz” still stands there, and nobody in “People” bears that name any more. "
        "Where “Anna Gomez” (row 2) is meant, write that there."
    )
    assert tracker.undo()
    assert tracker.edits.empty
    assert tracker.redo()
    assert tracker.warnings == (warning,)
    receipt = tracker.save()
    assert receipt.warnings == (warning,)
    assert [row[2] for row in cells(path)][1:] == [
        None, "Anna Gomez", "Anna Gomez", "Ana Ruiz; Bo Lindqvist", "Bo Lindqvist"
    ]  # fmt: skip
    assert cells(path, "Log")[3] == [date(2026, 3, 6), "Bo Lindqvist", "Introduced", "Anna Gomez"]


def test_a_title_beside_the_name_stays(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(CLEO, referred_by="Dr. Ana Ruiz")
    tracker.edit(ANA, name="Anna Gomez")
    assert edited(tracker)["People!C4"] == "Dr. Anna Gomez"


def test_the_name_may_come_by_its_header_or_in_a_frame(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(ANA, name="Anna Gomez")
    by_field = edited(tracker)
    tracker.undo()
    tracker.edit(ANA, Name="Anna Gomez")
    assert edited(tracker) == by_field
    tracker.undo()
    frame = tracker.contacts.copy()
    frame.loc[ANA, "name"] = "Anna Gomez"
    tracker.apply(frame)
    assert edited(tracker) == by_field


@pytest.mark.parametrize("rows", [(ANA, BO), (BO, ANA)])
def test_what_is_given_beside_it_stands(path: Path, rows: tuple[int, int]) -> None:
    changes = {ANA: {"name": "Anna Gomez"}, BO: {"referred_by": "Emil Novak"}}
    tracker = infoviz.load(path)
    tracker.edit_rows({row: changes[row] for row in rows})
    assert edited(tracker)["People!C3"] == "Emil Novak"
    assert edited(tracker)["People!C4"] == "Anna Gomez"


@pytest.mark.parametrize(("row", "other"), [(ANA, OTHER), (OTHER, ANA)])
def test_what_may_mean_either_of_two_is_left_and_named(tmp_path: Path, row: int, other: int) -> None:
    path = make(tmp_path / "tracker.xlsx", people=[*PEOPLE, NAMESAKE])
    tracker = infoviz.load(path)
    tracker.edit(row, name="Anna Gomez")
    assert edited(tracker) == {f"People!A{row}": "Anna Gomez"}
    (warning,) = tracker.save().warnings
    assert warning == (
        "Sheet “Log”, cells B2, B3, D4 and sheet “People”, cells C3, C4, C5: “Ana Ruiz” stands there, which is now the "
        f"name of row {other} alone. Where “Anna Gomez” (row {row}) is meant, write that there."
    )
    tracker.edit(BO, referred_by="Anna Gomez")
    assert tracker.save().warnings == ()


def test_a_log_that_knows_the_organization_tells_namesakes_apart(tmp_path: Path) -> None:
    people = [*([name, firm, None, *rest] for name, firm, _, *rest in PEOPLE), NAMESAKE]
    path = make(tmp_path / "tracker.xlsx", people=people, log=WITH_FIRMS)
    tracker = infoviz.load(path)
    tracker.edit(OTHER, name="Anna Gomez")
    assert edited(tracker) == {"People!A7": "Anna Gomez", "Log!B3": "Anna Gomez"}
    assert tracker.save().warnings == ()


def test_a_formula_that_gives_the_name_is_left(tmp_path: Path) -> None:
    path = make(tmp_path / "tracker.xlsx")
    elsewhere(path, lambda sheet: sheet.cell(3, 3, "=A2"))
    tracker = infoviz.load(path)
    tracker.edit(ANA, name="Anna Gomez")
    assert "People!C3" not in edited(tracker)
    assert "People!C4" in edited(tracker)


def test_a_name_merged_over_others_is_left_and_named(path: Path) -> None:
    elsewhere(path, lambda sheet: (sheet.cell(4, 3, None), sheet.merge_cells("C3:C4")))
    tracker = infoviz.load(path)
    tracker.edit(ANA, name="Anna Gomez")
    assert not {"People!C3", "People!C4"} & edited(tracker).keys()
    assert tracker.warnings[0].startswith("Sheet “People”, cells C3, C5: “Ana Ruiz” still stands there")


def test_first_and_last_name_in_cells_of_their_own(tmp_path: Path) -> None:
    path = make(tmp_path / "tracker.xlsx", log=[
        ["Date", "First name", "Last name", "Event"],
        [date(2026, 3, 1), "Ana", "Ruiz", "Asked"], [date(2026, 3, 2), "Bo", "Lindqvist", "Asked"],
    ])  # fmt: skip
    tracker = infoviz.load(path)
    tracker.edit(ANA, name="Ana Gomez")
    assert edited(tracker)["Log!C2"] == "Gomez"
    assert tracker.problems.empty


def test_rows_that_another_program_has_logged_meanwhile_are_named(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(DARA, referred_by=None)
    tracker.edit(ANA, name="Anna Gomez")
    assert tracker.warnings == ()
    elsewhere(path, lambda sheet: sheet.append([DAY, "Ana Ruiz", "Thanked", None]), "Log")
    elsewhere(path, lambda sheet: sheet.append(["Fay Morgan", "Vandelay", "Ana Ruiz"]))
    (warning,) = tracker.save().warnings
    assert warning == (
        "Sheet “Log”, cell B5 and sheet “People”, cell C7: “Ana Ruiz” still stands there, and nobody in “People” bears "
        "that name any more. Where “Anna Gomez” (row 2) is meant, write that there."
    )
    assert cells(path, "Log")[4][1] == "Ana Ruiz"
    assert [row[1] for row in cells(path, "Log")][1:3] == ["Anna Gomez"] * 2


def test_a_mention_is_left_to_the_other_program_alone_the_name_with_its_mentions(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(ANA, name="Anna Gomez")
    elsewhere(path, lambda sheet: sheet.cell(3, 3, "Emil Novak"))
    with pytest.raises(Conflict) as caught:
        tracker.save()
    assert caught.value.frame["cell"].tolist() == ["C3"]
    tracker.save(decisions={("People", "C3"): "theirs"})
    assert [row[2] for row in cells(path)][2:4] == ["Emil Novak", "Anna Gomez"]
    tracker.edit(ANA, name="Anna Gomez Ruiz")
    elsewhere(path, lambda sheet: sheet.cell(2, 1, "Anna Maria Gomez"))
    with pytest.raises(Conflict) as caught:
        tracker.save()
    frame = caught.value.frame
    tracker.save(decisions=dict.fromkeys(zip(frame["sheet"], frame["cell"], strict=True), "theirs"))
    assert cells(path)[1][0] == "Anna Maria Gomez"
    assert cells(path)[3][2] == "Anna Gomez"
    assert cells(path, "Log")[1][1] == "Anna Gomez"


def test_who_loses_the_name_leaves_rows_of_nobody(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, name=None)
    assert tracker.warnings == ()
    tracker.edit(ANA, name=None)
    (warning,) = tracker.warnings
    assert warning == (
        "Sheet “Log”, cells B2, B3, D4 and sheet “People”, cells C3, C4, C5: “Ana Ruiz” still stands there, and nobody "
        "in “People” bears that name any more."
    )


def test_whom_others_are_to_introduce_follows_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Name", "Company", "Contacted on", "Introductions promised"])
    promised = ["Cleo Diaz", "Cleo Diaz; Ana Ruiz", None, "Bo Lindqvist"]
    for (name, firm, *_), other in zip(PEOPLE, promised, strict=False):
        sheet.append([name, firm, date(2026, 3, 1), other])
    path = tmp_path / "tracker.xlsx"
    book.save(path)
    tracker = infoviz.load(path)
    assert "introductions" in tracker.layout.letters
    tracker.edit(CLEO, name="Cleo Day")
    assert edited(tracker) == {"Sheet!A4": "Cleo Day", "Sheet!D2": "Cleo Day"}
    assert tracker.warnings[0].startswith("Sheet “Sheet”, cell D3: “Cleo Diaz” still stands there")


def test_a_name_that_another_bears_takes_no_rows_of_the_log(path: Path) -> None:
    tracker = infoviz.load(path)
    with pytest.raises(EditRefused) as caught:
        tracker.edit(ANA, name="Bo Lindqvist")
    assert str(caught.value) == (
        "Sheet “People”, cell A2: “Bo Lindqvist” is the name of row 3 too, and sheet “Log”, cell B4, would not tell "
        "which of them is meant. Give the log a column for the organization, or make the two names differ."
    )
    before = tracker.events
    tracker.edit(BO, name="Ana Ruiz")
    assert edited(tracker) == {"People!A3": "Ana Ruiz"}
    assert tracker.warnings[0].startswith(
        "Sheet “Log”, cell B4 and sheet “People”, cells C5, C6: “Bo Lindqvist” still"
    )
    assert (
        "“Ana Ruiz” is the name of row 2 too: make the two names differ, and write it there."
        in tracker.warnings[0]
    )
    own = before["row"] != BO
    assert tracker.events["event"].tolist() == before[own | (before["event"] == "asked")]["event"].tolist()
    tracker.undo()
    tracker.edit(ANA, name="Emil Novak")
    assert edited(tracker) == {"People!A2": "Emil Novak"}


def test_two_may_swap_their_names(path: Path) -> None:
    tracker = infoviz.load(path)
    before = tracker.events
    tracker.edit_rows({ANA: {"name": "Bo Lindqvist"}, BO: {"name": "Ana Ruiz"}})
    assert [cell for cell in edited(tracker) if cell.startswith("Log")] == [
        "Log!B2",
        "Log!B3",
        "Log!D4",
        "Log!B4",
    ]
    assert tracker.events[["date", "row", "event"]].equals(before[["date", "row", "event"]])
    assert all("Log" not in warning for warning in tracker.warnings)
