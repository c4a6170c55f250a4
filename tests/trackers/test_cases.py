"""Every tracker of the collection holds what its truth says."""

import csv
import io
import re
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from tests.trackers import TRACKERS
from tests.trackers.case import FACTS, AnyOf, TrackerCase, judge, tidy

FIELDS = """
    name organization role email phone link location source channel template hypothesis tags referred_by
    contacted_on nudged_on response responded_on mode minutes scheduled_on met_on thanked_on follow_up_on
    last_touch_on cadence_days introductions promised acknowledged_on reflection takeaways outcome notes
    status
"""
RESPONSES = {"yes", "no", "bounced", "other", "withdrawn", None}


def read_text(path: Path) -> list[list[object]]:
    """Read a delimited file the slow and sure way: every encoding and delimiter that the cases use."""
    raw = path.read_bytes()
    encodings = ["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    fullest = max(text.splitlines(), key=len)
    delimiter = max(",;\t|", key=fullest.count)
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def read(case: TrackerCase, path: Path) -> dict[tuple[int, str], object]:
    """Give the cells of the people's sheet by row and column letters."""
    if case.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path)[case.sheet or ""]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        for merged in sheet.merged_cells.ranges:
            if merged.min_col == merged.max_col:
                for row in range(merged.min_row, merged.max_row):
                    rows[row][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]
    else:
        rows = read_text(path)
    return {
        (i, get_column_letter(j)): value
        for i, row in enumerate(rows, 1)
        for j, value in enumerate(row, 1)
        if value not in (None, "")
    }


def shows(cells: list[object], value: object) -> bool:
    """Say whether a row shows a value: a text (or its words) as it is, a day in any of the usual forms."""
    if value is None or isinstance(value, AnyOf):
        return True
    texts = [" ".join(str(cell).split()) for cell in cells if not isinstance(cell, datetime)]
    if not isinstance(value, date):
        words = str(value).split()
        return (
            any(str(value) in text for text in texts)
            or set(words) <= set(texts)
            or " ".join(words) in " ".join(texts)
        )
    days = {cell.date() for cell in cells if isinstance(cell, datetime)}
    serial = (value - date(1899, 12, 30)).days
    parts = re.compile(rf"(?<!\d)0?{value.day}(?!\d)"), re.compile(rf"{value:%y}(?!\d)")
    month = re.compile(rf"(?<!\d)0?{value.month}(?!\d)|{value:%b}", re.IGNORECASE)
    return (
        value in days
        or str(serial) in texts
        or not {f"{value.day}/{value.month}", f"{value:%d/%m}"}.isdisjoint(texts)
        or any(
            all(part.search(text) for part in (*parts, month)) or value.isoformat() in text for text in texts
        )
    )


def check(case: TrackerCase, path: Path) -> None:
    """Hold the truth against the file."""
    case.write(path)
    cells = read(case, path)
    header = {letter: tidy(str(value)) for (row, letter), value in cells.items() if row == case.header_row}
    fields = {*FIELDS.split(), "date", "event", "detail"}
    known = [part for parts in case.headers().values() for part in parts] + [*case.unmapped, *case.either]
    assert set(known) <= set(header.values())
    assert not case.unmapped & set(case.either)
    assert not case.unmapped & {part for parts in case.headers().values() for part in parts}
    assert set(header.values()) == set(known), "every header has its truth"
    assert set(case.columns) <= set(FIELDS.split())
    assert {name for names in case.either.values() for name in names} <= fields
    rows = {row for row, _ in case.cells}
    assert all(case.header_row < row <= max(row for row, _ in cells) for row in rows)
    assert {name for _, name in case.cells} <= fields | FACTS
    for (_, name), truth in case.cells.items():
        values = truth.values if isinstance(truth, AnyOf) else {truth}
        assert name != "response" or values <= RESPONSES
        assert name not in FACTS or values <= {True, False}
    by_address = {f"{letter}{row}" for row, letter in cells}
    assert {*case.problems, *case.sound} <= by_address
    for name, letter in case.letters.items():
        assert header[letter] in case.headers()[name]
    in_row: dict[int, list[object]] = {}
    for (row, _), value in cells.items():
        in_row.setdefault(row, []).append(value)
    for (row, name), truth in case.cells.items():
        if isinstance(truth, date) or name in {"name", "organization", "role", "phone", "minutes"}:
            assert shows(in_row[row], truth), f"row {row} does not show {name} = {truth!r}"
    assert 0 < case.people <= case.records


@pytest.mark.parametrize("case", TRACKERS.values(), ids=list(TRACKERS))
def test_file_holds_what_the_truth_says(case: TrackerCase, tmp_path: Path) -> None:
    check(case, tmp_path / f"tracker{case.suffix}")


@pytest.mark.parametrize("case", TRACKERS.values(), ids=list(TRACKERS))
def test_file_is_the_same_every_time(case: TrackerCase, tmp_path: Path) -> None:
    first, second = tmp_path / f"first{case.suffix}", tmp_path / f"second{case.suffix}"
    case.write(first)
    case.write(second)
    assert first.read_bytes() == second.read_bytes()


def test_judge_knows_found_missed_and_wrong() -> None:
    case = TRACKERS["student_sheets_export"]
    truth = judge(case, case.columns)
    assert not truth.missed
    assert not truth.wrong
    verdict = judge(case, {"name": "Name", "response": "Replied?", "outcome": "GPA cutoff?"})
    assert verdict.found == (("name", "Name"), ("responded_on", "Replied?"))
    assert verdict.wrong == (("outcome", "GPA cutoff?"),)
    assert len(verdict.found) + len(verdict.missed) == len(truth.found)


def test_keepers_differ() -> None:
    assert len(TRACKERS) >= 30
    shapes = {
        tuple(sorted(part for parts in case.headers().values() for part in parts))
        for case in TRACKERS.values()
    }
    assert len(shapes) == len(TRACKERS)
