"""A small tracker to write into, and another program that writes into it, too."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEADERS = [
    "Name",
    "Company",
    "Title",
    "Email",
    "Reached out",
    "Response",
    "Responded on",
    "Met on",
    "Thanked",
    "Notes",
]
PEOPLE: list[list[Any]] = [
    ["Ana Ruiz", "Acme Robotics", "Engineer", "ana@example.org", date(2026, 9, 1), "Accepted", date(2026, 9, 4),
     date(2026, 9, 10), "Y", "Knows everybody"],
    ["Bo Lindqvist", "Globex Health", "Analyst", "bo@example.org", date(2026, 9, 2), "Declined", date(2026, 9, 20),
     None, None, None],
    ["Cleo Diaz", "Initech", "Director", "cleo@example.org", date(2026, 9, 3), "Accepted", date(2026, 9, 9),
     date(2026, 9, 29), "N", None],
    ["Dara Okafor", "Umbra Labs", "Designer", "dara@example.org", date(2026, 9, 15), None, None, None, None, None],
    ["Emil Novak", "Hooli Energy", "Manager", "emil@example.org", date(2026, 9, 17), None, None, None, None, "Busy"],
    ["Fay Morgan", "Vandelay Press", "Editor", "fay@example.org", None, None, None, None, None, None],
]  # fmt: skip
LOG_HEADERS = ["Date", "Name", "Event", "Detail"]
LOG: list[list[Any]] = [
    [date(2026, 9, 1), "Ana Ruiz", "Asked", None],
    [date(2026, 9, 2), "Bo Lindqvist", "Asked", None],
    [date(2026, 9, 4), "Ana Ruiz", "Responded", "yes"],
    [date(2026, 9, 10), "Ana Ruiz", "Met", "coffee"],
]


def make(path: Path, *, log: bool = False, people: list[list[Any]] = PEOPLE) -> Path:
    """Write the tracker."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "People"
    for row in [HEADERS, *people]:
        sheet.append(row)
    if log:
        other = book.create_sheet("Log")
        for row in [LOG_HEADERS, *LOG]:
            other.append(row)
    book.save(path)
    return path


def elsewhere(path: Path, change: Callable[[Worksheet], None], sheet: str = "People") -> None:
    """Let another program change the file."""
    book = openpyxl.load_workbook(path)
    change(book[sheet])
    book.save(path)


def cells(path: Path, sheet: str = "People") -> list[list[Any]]:
    """Read the sheet the way another program does, dates without their time."""
    rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [[cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in rows]


def row_of(path: Path, name: str) -> list[Any]:
    """Read somebody's row."""
    return next(row for row in cells(path) if name in row)
