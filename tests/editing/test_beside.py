"""What an edit changes in the cells beside it: years that are taken from it, nudges that are counted on."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet

import infoviz

NAMES = ("Ana Ruiz", "Bo Lindqvist", "Cleo Diaz", "Dara Okafor")
ANA, BO, CLEO, DARA = range(2, 6)


def written(path: Path, **columns: list[Any]) -> infoviz.Tracker:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Name", *(header.replace("_", " ") for header in columns)])
    for name, *cells in zip(NAMES, *columns.values(), strict=True):
        sheet.append([name, *cells])
    book.save(path)
    return infoviz.load(path)


def test_days_without_a_year_follow_the_days_beside_them(tmp_path: Path) -> None:
    asked = [date(2026, 3, 1), date(2026, 12, 20), None, date(2026, 3, 2)]
    tracker = written(tmp_path / "tracker.xlsx", Emailed_on=asked, Met_on=["3/20/2026", "1/4", "3/4", None])
    assert tracker.problems["cell"].tolist() == ["C4"]
    tracker.edit(CLEO, contacted_on=date(2026, 2, 20))
    assert tracker.contacts.at[CLEO, "met_on"] == pd.Timestamp(2026, 3, 4)
    tracker.edit(BO, contacted_on=date(2025, 12, 20))
    assert tracker.contacts.at[BO, "met_on"] == pd.Timestamp(2026, 1, 4)
    tracker.edit(BO, met_on=date(2026, 1, 5))
    tracker.edit(ANA, contacted_on=None)
    tracker.save()
    assert infoviz.load(tracker.path).contacts.equals(tracker.contacts)


def test_a_second_nudge_is_edited_by_its_header(tmp_path: Path) -> None:
    asked = [date(2026, 3, day) for day in (1, 2, 3, 4)]
    first: list[Any] = [date(2026, 3, 10), date(2026, 3, 11), None, None]
    second: list[Any] = [date(2026, 3, 20), None, None, None]
    tracker = written(tmp_path / "tracker.xlsx", **{"1st email": asked, "F/U 1": first, "F/U 2": second})
    assert tracker.check().columns["nudged_on"] == ["F/U 1", "F/U 2"]
    tracker.edit(BO, **{"F/U 2": date(2026, 3, 25)})
    tracker.edit(CLEO, nudged_on=date(2026, 3, 12))
    assert tracker.edits["cell"].tolist() == ["D3", "C4"]
    nudges = tracker.events[tracker.events["event"] == "nudged"]
    assert nudges["row"].tolist() == [ANA, BO, CLEO, ANA, BO]
