"""Another program changes the file while it is being edited: what can be merged is, what cannot is shown."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import infoviz
from infoviz.errors import ChangedOnDisk, Conflict
from tests.editing.making import LOG_HEADERS, cells, elsewhere, make, row_of

DAY = date(2026, 11, 20)
ANA, BO, CLEO, DARA, EMIL, FAY = range(2, 8)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


def sort_rows(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for i, values in enumerate(sorted(rows, key=lambda row: row[0], reverse=True), start=2):
        for j, value in enumerate(values, start=1):
            sheet.cell(i, j).value = value


def put(address: str, value: object):
    def change(sheet: Worksheet) -> None:
        sheet[address] = value

    return change


def test_different_cells_of_one_person_merge(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(BO, notes="Called back")
    elsewhere(path, put("C3", "Head of Analysis"))
    receipt = tracker.save()
    assert row_of(path, "Bo Lindqvist")[2] == "Head of Analysis"
    assert row_of(path, "Bo Lindqvist")[9] == "Called back"
    assert receipt.merged == ("People!C3",)
    assert tracker.contacts.loc[BO, "role"] == "Head of Analysis"
    assert tracker.edits.empty


def test_rows_that_were_sorted_are_followed(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(ANA, notes="Sorted away")
    tracker.edit(FAY, contacted_on=DAY)
    elsewhere(path, sort_rows)
    tracker.save()
    assert row_of(path, "Ana Ruiz")[9] == "Sorted away"
    assert row_of(path, "Fay Morgan")[4] == DAY
    assert [row[0] for row in cells(path)][1] == "Fay Morgan"
    assert tracker.contacts.loc[2, "name"] == "Fay Morgan"


def test_rows_that_were_inserted_and_deleted_are_followed(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, met_on=DAY)

    def change(sheet: Worksheet) -> None:
        sheet.delete_rows(3)
        sheet.insert_rows(2)
        for column, value in enumerate(["Gus Adler", "Stark Water", "Clerk"], start=1):
            sheet.cell(2, column).value = value

    elsewhere(path, change)
    receipt = tracker.save()
    assert row_of(path, "Emil Novak")[7] == DAY
    assert row_of(path, "Gus Adler")[1] == "Stark Water"
    assert {"People!A2", "People!B2", "People!C2"} <= set(receipt.merged)
    assert "Bo Lindqvist" not in [row[0] for row in cells(path)]


def test_columns_that_were_moved_are_followed(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(CLEO, notes="Moved along", thanked_on=True)

    def change(sheet: Worksheet) -> None:
        sheet.insert_cols(2)
        sheet["B1"] = "Priority"
        sheet["B4"] = "high"

    elsewhere(path, change)
    tracker.save()
    row = row_of(path, "Cleo Diaz")
    assert row[1] == "high"
    assert row[9:] == ["Y", "Moved along"]


def test_the_same_value_in_the_same_cell_is_no_conflict(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(DARA, notes="Wrote to her")
    elsewhere(path, put("J5", "Wrote to her"))
    tracker.save()
    assert row_of(path, "Dara Okafor")[9] == "Wrote to her"


def test_the_same_cell_with_different_values_is_a_conflict_that_loses_nothing(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    tracker.edit(DARA, notes="Kept")
    elsewhere(path, put("J6", "Theirs"))
    before = path.read_bytes()
    with pytest.raises(Conflict, match="Emil Novak") as caught:
        tracker.save()
    frame = caught.value.frame
    assert len(frame) == 1
    clash = frame.loc[0]
    assert (clash["base"], clash["theirs"], clash["ours"]) == ("Busy", "Theirs", "Ours")
    assert (clash["name"], clash["field"], clash["cell"]) == ("Emil Novak", "notes", "J6")
    assert path.read_bytes() == before
    assert set(tracker.edits["after"]) == {"Ours", "Kept"}
    with pytest.raises(Conflict):
        tracker.save()
    tracker.save(override=True)
    assert row_of(path, "Emil Novak")[9] == "Ours"
    assert row_of(path, "Dara Okafor")[9] == "Kept"


def test_a_conflict_goes_when_the_edit_is_taken_back(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(DARA, notes="Kept")
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, put("J6", "Theirs"))
    with pytest.raises(Conflict):
        tracker.save()
    assert tracker.undo()
    tracker.save()
    assert row_of(path, "Emil Novak")[9] == "Theirs"
    assert row_of(path, "Dara Okafor")[9] == "Kept"


@pytest.mark.parametrize(
    "change",
    [
        put("A6", "Emil Nowak-Smith"),
        lambda sheet: sheet.delete_rows(6),
        lambda sheet: sheet.append(["Emil Novak", "Hooli Energy", "Somebody else"]),
    ],
    ids=["renamed", "deleted", "twice"],
)
def test_somebody_who_cannot_be_told_apart_is_a_conflict(path: Path, change) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, change)
    before = path.read_bytes()
    with pytest.raises(Conflict, match="Emil Novak") as caught:
        tracker.save()
    assert caught.value.frame.loc[0, "ours"] == "Ours"
    assert path.read_bytes() == before
    assert tracker.edits.loc[0, "after"] == "Ours"
    copy = path.with_name("copy.xlsx")
    tracker.save(copy)
    assert row_of(copy, "Emil Novak")[9] == "Ours"
    assert tracker.path == copy


def test_somebody_of_another_organization_by_now_is_the_same_person(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, put("B6", "Hooli Power"))
    tracker.save()
    assert row_of(path, "Emil Novak")[1] == "Hooli Power"
    assert row_of(path, "Emil Novak")[9] == "Ours"


def test_two_of_the_same_name_are_told_apart_by_their_rows(tmp_path: Path) -> None:
    people = [
        ["Ana Ruiz", "Acme", "Engineer", "ana@example.org", date(2026, 9, 1)],
        ["Ana Ruiz", "Acme", "Director", "ruiz@example.org", date(2026, 9, 25)],
        ["Bo Lindqvist", "Globex Health", "Analyst", "bo@example.org", date(2026, 9, 2)],
    ]
    path = make(tmp_path / "tracker.xlsx", people=people)
    tracker = infoviz.load(path)
    tracker.edit(3, notes="The director")
    elsewhere(path, lambda sheet: sheet.insert_rows(2))
    tracker.save()
    assert [row[9] for row in cells(path) if row[0] == "Ana Ruiz"] == [None, "The director"]


def test_two_rows_that_say_the_same_cannot_be_told_apart(tmp_path: Path) -> None:
    people = [["Ana Ruiz", "Acme", "Engineer", "a@example.org", date(2026, 9, 25)]] * 2
    people += [["Bo Lindqvist", "Globex Health", "Analyst", "bo@example.org", date(2026, 9, 2)]]
    path = make(tmp_path / "tracker.xlsx", people=people)
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Which?")
    elsewhere(path, put("C4", "Head"))
    with pytest.raises(Conflict, match="several people"):
        tracker.save()


def test_people_added_on_both_sides(path: Path) -> None:
    tracker = infoviz.load(path)
    row = tracker.add(name="Gus Adler", organization="Stark Water", contacted_on=DAY)
    tracker.edit(row, notes="Added, then edited")
    elsewhere(path, lambda sheet: sheet.append(["Hana Brandt", "Wayne Rail"]))
    tracker.save()
    assert [row[0] for row in cells(path)][-2:] == ["Hana Brandt", "Gus Adler"]
    assert row_of(path, "Gus Adler")[9] == "Added, then edited"


def test_the_same_person_added_on_both_sides_is_a_conflict(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.add(name="Gus Adler", organization="Stark Water")
    elsewhere(path, lambda sheet: sheet.append(["Gus Adler", "Stark Water"]))
    with pytest.raises(Conflict, match="added there"):
        tracker.save()


def test_the_log_grows_on_both_sides(tmp_path: Path) -> None:
    path = make(tmp_path / "tracker.xlsx", log=True)
    tracker = infoviz.load(path)
    tracker.log(DARA, "responded", on=DAY, detail="yes")
    elsewhere(path, lambda sheet: sheet.append([date(2026, 10, 1), "Emil Novak", "Nudged"]), "Log")
    elsewhere(path, sort_rows)
    tracker.save()
    assert cells(path, "Log")[-2:] == [
        [date(2026, 10, 1), "Emil Novak", "Nudged", None],
        [DAY, "Dara Okafor", "Responded", "yes"],
    ]
    assert cells(path, "Log")[0] == LOG_HEADERS
    assert row_of(path, "Dara Okafor")[5:7] == ["Accepted", DAY]
    last = tracker.events[tracker.events["name"] == "Dara Okafor"].iloc[-1]
    assert (last["event"], last["detail"]) == ("responded", "yes")


def test_a_log_begun_on_both_sides_is_a_conflict_and_theirs_stays(path: Path) -> None:
    def begin(sheet: Worksheet) -> None:
        other = sheet.parent.create_sheet("LOG")
        other.append(LOG_HEADERS)
        other.append([date(2026, 10, 1), "Ana Ruiz", "Met", "tea"])

    tracker = infoviz.load(path)
    tracker.edit(BO, notes="Of use")
    tracker.log(DARA, "met", on=DAY, add_log=True)
    tracker.log(ANA, "touched", on=DAY)
    elsewhere(path, begin)
    there = path.read_bytes()
    with pytest.raises(Conflict, match="a sheet “Log” has been begun there too") as caught:
        tracker.save()
    assert path.read_bytes() == there
    frame = caught.value.frame
    assert set(frame["sheet"]) == {"Log"}
    tracker.save(decisions=dict.fromkeys(zip(frame["sheet"], frame["cell"], strict=True), "theirs"))
    assert cells(path, "LOG") == [LOG_HEADERS, [date(2026, 10, 1), "Ana Ruiz", "Met", "tea"]]
    assert [row_of(path, "Bo Lindqvist")[9], row_of(path, "Dara Okafor")[7]] == ["Of use", DAY]


def test_a_namesake_added_there_to_whom_the_log_would_give_it_is_a_conflict(tmp_path: Path) -> None:
    def namesake(sheet: Worksheet) -> None:
        sheet.insert_rows(2)
        sheet["A2"], sheet["B2"] = "Ana Ruiz", "Other Labs"

    path = make(tmp_path / "tracker.xlsx", log=True)
    tracker = infoviz.load(path)
    tracker.log(ANA, "noted", on=DAY, detail="told a joke")
    elsewhere(path, namesake)
    there = path.read_bytes()
    with pytest.raises(Conflict, match="would tell it of row 2, whose name is the same there") as caught:
        tracker.save()
    assert path.read_bytes() == there
    assert set(caught.value.frame["sheet"]) == {"Log"}
    assert len(tracker.edits) == len(caught.value.frame)
    elsewhere(path, put("A2", "Ana Ruiz-Lopez"))
    tracker.save()
    told = tracker.events[tracker.events["date"] == pd.Timestamp(DAY)]
    assert told["row"].tolist() == [ANA + 1]


def test_a_column_that_is_gone_is_a_conflict(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, lambda sheet: sheet.delete_cols(10))
    with pytest.raises(Conflict, match="Notes"):
        tracker.save()


def test_a_file_without_people_is_a_conflict(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, lambda sheet: sheet.delete_rows(1, 20))
    with pytest.raises(Conflict):
        tracker.save()
    assert tracker.edits.loc[0, "after"] == "Ours"


def test_undo_after_a_merge_has_nothing_to_take_back(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, put("C6", "Head"))
    tracker.save()
    assert not tracker.undo()
    tracker.edit(EMIL, notes="Again")
    tracker.save()
    assert row_of(path, "Emil Novak")[9] == "Again"


def test_edits_past_the_verbs_are_not_lost_in_a_merge(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    tracker.workbook.set("People", "C7", "Columnist")
    elsewhere(path, put("C6", "Head"))
    with pytest.raises(ChangedOnDisk):
        tracker.save()
    assert tracker.edits.loc[0, "after"] == "Ours"
