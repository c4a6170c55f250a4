"""Cells merged over the rows of several people are nobody's own; those merged along one row are."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import infoviz
from infoviz.errors import EditRefused
from tests.editing.making import PEOPLE, elsewhere, make, row_of

ANA, BO, CLEO, DARA, EMIL, FAY = range(2, 8)


def with_merged(folder: Path, *ranges: str) -> infoviz.Tracker:
    def merge(sheet: Worksheet) -> None:
        for area in ranges:
            sheet.merge_cells(area)

    path = make(folder / "tracker.xlsx")
    elsewhere(path, merge)
    return infoviz.load(path)


@pytest.mark.parametrize("row", [ANA, BO, CLEO])
@pytest.mark.parametrize(
    ("area", "field", "value"),
    [
        ("B2:B4", "organization", "Northwind"),
        ("B2:C4", "organization", "Northwind"),
        ("E2:E4", "contacted_on", date(2026, 11, 20)),
        ("J2:J4", "Notes", "One for all"),
        ("B2:B4", "organization", None),
    ],
)
def test_what_is_merged_over_several_people_is_nobodys_own(
    tmp_path: Path, row: int, area: str, field: str, value: object
) -> None:
    tracker = with_merged(tmp_path, area)
    before = tracker.path.read_bytes()
    people = r"Ana Ruiz \(row 2\), Bo Lindqvist \(row 3\) and Cleo Diaz \(row 4\)"
    with pytest.raises(
        EditRefused, match=f"{area[0]}{row}: the merged range {area} shows one value for {people}"
    ):
        tracker.edit(row, **{field: value})
    assert tracker.edits.empty
    tracker.save()
    assert tracker.path.read_bytes() == before


def test_a_frame_and_a_log_do_not_reach_it_either(tmp_path: Path) -> None:
    tracker = with_merged(tmp_path, "B2:B7", "I5:I6")
    frame = tracker.contacts.copy()
    frame.loc[EMIL, "organization"] = "Northwind"
    with pytest.raises(EditRefused, match=r"Dara Okafor \(row 5\) and 2 more\. Unmerge it"):
        tracker.apply(frame)
    with pytest.raises(
        EditRefused, match=r"I6: the merged range I5:I6 .* Dara Okafor \(row 5\) and Emil Novak"
    ):
        tracker.log(EMIL, "thanked", on=date(2026, 11, 20))
    assert tracker.edits.empty


def test_what_a_merge_leaves_alone_is_edited(tmp_path: Path) -> None:
    tracker = with_merged(tmp_path, "B2:B4", "C5:D5")
    tracker.edit(BO, notes="Not merged")
    tracker.edit(DARA, role="Head of design")
    tracker.edit(FAY, organization="Northwind")
    with pytest.raises(EditRefused, match="inside the merged range C5:D5, which shows only C5"):
        tracker.edit(DARA, Email="dara@example.com")
    tracker.save()
    assert row_of(tracker.path, "Dara Okafor")[2] == "Head of design"
    assert tracker.contacts["organization"].tolist() == [PEOPLE[0][1]] * 3 + [
        "Umbra Labs",
        "Hooli Energy",
        "Northwind",
    ]


def test_a_range_over_the_rows_of_one_person_is_their_own(tmp_path: Path) -> None:
    tracker = with_merged(tmp_path, "B7:B9")
    tracker.edit(FAY, organization="Northwind")
    assert tracker.contacts.loc[FAY, "organization"] == "Northwind"


def test_a_new_person_below_a_merged_range(tmp_path: Path) -> None:
    tracker = with_merged(tmp_path, "B6:B7")
    row = tracker.add(name="Zed New")
    assert row == FAY + 1
    tracker.save()
    assert tracker.contacts["organization"].isna().tolist() == [False] * 6 + [True]
    tracker = with_merged(tmp_path, "B6:B8")
    with pytest.raises(EditRefused, match="the row below the list lies in the merged range B6:B8"):
        tracker.add(name="Zed New")


def test_what_was_merged_is_read_for_everybody_it_covers(tmp_path: Path) -> None:
    tracker = with_merged(tmp_path, "E2:E4")
    days = tracker.contacts.loc[[ANA, BO, CLEO], "contacted_on"]
    assert days.nunique() == 1
    assert days.notna().all()


def test_a_name_merged_over_the_actions_of_one_person_is_edited_once(tmp_path: Path) -> None:
    path = tmp_path / "actions.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Date", "Action", "Name", "Company"])
    for row, (word, name) in enumerate(
        [("E-mail", "Ana Ruiz"), ("Call", None), ("Thanked", None), ("E-mail", "Bo Li"), ("Call", "Bo Li")],
        start=2,
    ):
        sheet.append([date(2026, 3, row), word, name, "Acme" if name else None])
    sheet.merge_cells("C2:C4")
    sheet.merge_cells("D2:D4")
    book.save(path)
    tracker = infoviz.load(path)
    assert tracker.layout.shape == "actions"
    before = tracker.events["event"].tolist()
    tracker.edit(2, name="Ana Gomez", organization="Globex")
    assert tracker.edits["cell"].tolist() == ["C2", "D2"]
    tracker.edit(5, name="Bo Lind")
    assert tracker.edits["cell"].tolist() == ["C2", "D2", "C5", "C6"]
    assert tracker.events["event"].tolist() == before
    tracker.save()
    assert infoviz.load(path).contacts["name"].tolist() == ["Ana Gomez", "Bo Lind"]
