"""Formulas in the people's sheet whose results an edit has made old: blank in the contacts, never shown as fresh."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

import infoviz
from infoviz.cli import main

HEADERS = (
    "First name",
    "Last name",
    "Company",
    "Contacted on",
    "Follow up on",
    "Status",
    "Days open",
    "Notes",
)
DAYS = (date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23))
PEOPLE = (("Ana", "Ruiz"), ("Bo", "Lindqvist"), ("Cleo", "Park"), ("Dara", "Okafor"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A tracker with three columns of formulas, their results stored as Excel stores them."""
    file = tmp_path / "tracker.xlsx"
    with xlsxwriter.Workbook(file) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, HEADERS)
        for row, (person, asked) in enumerate(zip(PEOPLE, DAYS, strict=True), start=2):
            sheet.write_row(row - 1, 0, [*person, "Acme"])
            sheet.write_datetime(row - 1, 3, asked, day)
            serial = (asked - date(1899, 12, 30)).days
            sheet.write_formula(row - 1, 4, f"=D{row}+7", day, serial + 7)
            status = '=IF(H{0}="","Waiting","Replied")'
            sheet.write_formula(row - 1, 5, status.format(row), None, "Waiting")
            sheet.write_formula(row - 1, 6, f"=DATE(2026,4,1)-D{row}", None, 46113 - serial)
    return file


def shown(tracker: infoviz.Tracker, field: str) -> list[object]:
    return [None if pd.isna(value) else value for value in tracker.contacts[field].tolist()]


def test_what_depends_on_an_edit_is_blank_and_all_else_stands(path: Path) -> None:
    tracker = infoviz.load(path)
    before = {name: shown(tracker, name) for name in ("follow_up_on", "status", "Days open")}
    assert not any(None in values for values in before.values())
    tracker.edit(3, contacted_on=date(2026, 3, 10))
    for name in ("follow_up_on", "Days open"):
        assert shown(tracker, name) == [before[name][0], None, *before[name][2:]]
    assert shown(tracker, "status") == before["status"]
    assert tracker.outdated == {3}
    tracker.edit(5, notes="Wrote back at once")
    assert shown(tracker, "status") == [*before["status"][:3], None]
    assert tracker.undo()
    assert shown(tracker, "status") == before["status"]
    assert len(tracker.edits) == 1


def test_it_stays_blank_after_the_save_and_is_said_when_opened_again(path: Path, capsys) -> None:
    tracker = infoviz.load(path)
    tracker.edit(3, contacted_on=date(2026, 3, 10))
    tracker.save()
    assert shown(tracker, "follow_up_on")[1] is None
    tracker.edit(2, notes="Later")
    assert [value is None for value in shown(tracker, "follow_up_on")] == [False, True, False, False]
    tracker.apply(tracker.contacts.copy())
    assert tracker.edits["cell"].tolist() == ["H2"]

    again = infoviz.load(path)
    (warning,) = again.warnings
    assert "“Follow up on”, “Status”, “Days open” have not been computed since" in warning
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path)])
    assert ended.value.code == 0
    assert warning in capsys.readouterr().err


def test_nothing_is_said_of_a_file_that_was_computed(path: Path) -> None:
    tracker = infoviz.load(path)
    assert tracker.warnings == ()
    assert tracker.workbook.outdated() == {}
    tracker.edit(3, contacted_on=date(2026, 3, 10))
    assert {str(area) for area in tracker.workbook.outdated()["People"]} == {"E3", "G3"}
