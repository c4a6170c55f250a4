"""What is logged gets a word by which it is read as that: by whoever has written to the person before."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

import infoviz
from infoviz.errors import EditRefused, RefusedValue
from infoviz.schema.fields import Event

EVENTS = [event.value for event in Event]
DAY = date(2026, 11, 20)
ROWS: list[list[Any]] = [
    [date(2026, 3, 1), "Ana Ruiz", "Acme", "E-mail", "hello"],
    [date(2026, 3, 2), "Bo Lind", "Globex", "Message", "hi"],
    [date(2026, 3, 9), "Ana Ruiz", "Acme", "E-mail", "again"],
    [date(2026, 3, 10), "Bo Lind", "Globex", "Call", "30 min"],
]
PEOPLE = [
    ["Name", "Company", "Title", "E-mail address"],
    ["Ana Ruiz", "Acme", "Engineer", "ana@example.org"],
    ["Bo Lind", "Globex", "Analyst", "bo@example.org"],
    ["Cleo Diaz", "Initech", "Director", "cleo@example.org"],
]


def write(path: Path, **sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture(params=[0, 2], ids=["log knows names", "log knows firms, too"])
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    head = ["Date", "Name", "Company", "Type", "Summary"]
    log = [head, *ROWS]
    if not request.param:
        log = [[*row[:2], *row[3:]] for row in log]
    return write(tmp_path / "tracker.xlsx", People=PEOPLE, Log=log)


def told(tracker: infoviz.Tracker, row: int, day: date = DAY) -> list[str]:
    events = tracker.events
    return events.loc[(events["row"] == row) & (events["date"] == pd.Timestamp(day)), "event"].tolist()


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("row", [2, 3, 4])
def test_whatever_happened_is_logged_and_read_as_that(path: Path, event: str, row: int) -> None:
    tracker = infoviz.load(path)
    tracker.log(row, event, on=DAY)
    expected = "nudged" if event == "asked" and row != 4 else event
    assert told(tracker, row) == [expected]


def test_an_e_mail_is_the_ask_at_first_and_later_a_touch(path: Path) -> None:
    tracker = infoviz.load(path)
    words = []
    earlier = date(2026, 2, 1)
    for row, event, day in ((4, "asked", DAY), (4, "touched", DAY), (2, "asked", earlier), (2, "asked", DAY)):
        tracker.log(row, event, on=day)
        words.append(tracker.edits[tracker.edits["field"] == "event"]["after"].iloc[-1])
    assert words == ["E-mail", "E-mail", "E-mail", "Asked"]
    tracker = infoviz.load(path)
    tracker.log(4, "touched", on=DAY)
    assert "Touched" in tracker.edits["after"].tolist()


@pytest.mark.parametrize("event", EVENTS)
def test_in_a_sheet_of_actions_too(tmp_path: Path, event: str) -> None:
    rows = [["Date", "Name", "Company", "Action"], *(row[:4] for row in ROWS)]
    tracker = infoviz.load(write(tmp_path / "actions.xlsx", Actions=rows))
    assert tracker.layout.shape == "actions"
    tracker.log(2, event, on=DAY)
    assert told(tracker, 2) == ["nudged" if event == "asked" else event]


@pytest.mark.parametrize("answer", ["yes", "no", "bounced", "withdrawn"])
def test_without_a_column_for_details_the_word_tells_the_answer(tmp_path: Path, answer: str) -> None:
    rows = [["Date", "Name", "Company", "Action"], *(row[:4] for row in ROWS)]
    tracker = infoviz.load(write(tmp_path / "actions.xlsx", Actions=rows))
    tracker.log(2, "responded", on=DAY, detail=answer)
    assert tracker.contacts.loc[2, "response"] == answer
    assert tracker.warnings == ()
    tracker.log(2, "met", on=DAY, detail="20 minutes")
    assert tracker.warnings == ("Sheet “Actions” has no column for details, so “20 minutes” is not in it.",)


def test_the_notes_of_an_action_hold_its_details(tmp_path: Path) -> None:
    rows = [["Date", "Name", "Company", "Action", "Notes"], *ROWS]
    tracker = infoviz.load(write(tmp_path / "actions.xlsx", Actions=rows))
    tracker.log(2, "met", on=DAY, detail="20 minutes")
    assert tracker.warnings == ()
    assert tracker.edits["after"].tolist()[-1] == "20 minutes"
    assert tracker.contacts.loc[2, "notes"] == "hello"


def test_where_no_column_says_what_happened_that_is_the_reason(tmp_path: Path) -> None:
    rows = [["Date", "Name", "E-mail", "Message"], *([*row[:2], "x", row[4]] for row in ROWS)]
    tracker = infoviz.load(write(tmp_path / "actions.xlsx", Log=rows))
    with pytest.raises(
        EditRefused, match="no column says what happened, so met on 2026-11-20 cannot be told"
    ):
        tracker.log(2, "met", on=DAY)
    assert tracker.edits.empty


NUMBERED = ["Name", "Company", "1st e-mail", "2nd e-mail", "3rd e-mail"]
NUDGED: list[list[Any]] = [
    ["Ana Ruiz", "Acme", date(2026, 3, 1), date(2026, 3, 8), None],
    ["Bo Lind", "Globex", date(2026, 3, 2), None, None],
    ["Cleo Diaz", "Initech", date(2026, 3, 3), date(2026, 3, 9), date(2026, 3, 12)],
]


def test_a_further_nudge_goes_into_the_next_column(tmp_path: Path) -> None:
    path = write(tmp_path / "numbered.xlsx", People=[NUMBERED, *NUDGED])
    tracker = infoviz.load(path)
    tracker.log(2, "nudged", on=DAY)
    tracker.log(3, "nudged", on=DAY)
    assert tracker.edits["cell"].tolist() == ["E2", "D3"]
    assert [told(tracker, row) for row in (2, 3)] == [["nudged"]] * 2
    assert tracker.warnings == ()
    tracker.log(2, "nudged", on=DAY)
    assert len(tracker.edits) == 2
    with pytest.raises(
        EditRefused, match=r"D4: it says already “2026-03-09”.*Replace it by editing nudged_on"
    ):
        tracker.log(4, "nudged", on=DAY)
    with pytest.raises(EditRefused, match="or log “nudged” if you asked again"):
        tracker.log(4, "asked", on=DAY)
    tracker.save()
    assert infoviz.load(path).events.equals(tracker.events)


def test_a_column_that_is_not_found_can_be_named(tmp_path: Path) -> None:
    head = ["Name", "Company", "E-mail", "Message"]
    path = write(tmp_path / "touches.xlsx", People=[head, *(row[:4] for row in NUDGED)])
    tracker = infoviz.load(path)
    with pytest.raises(EditRefused, match=r"columns={'nudged_on': 'ITS HEADER'}, --column nudged_on=HEADER"):
        tracker.log(3, "nudged", on=DAY)
    tracker = infoviz.load(path, columns={"nudged_on": "Message"})
    tracker.log(3, "nudged", on=DAY)
    assert tracker.edits["cell"].tolist() == ["D3"]


def test_an_answer_that_the_row_has_no_word_for_is_logged_and_warned_of(tmp_path: Path) -> None:
    head = ["Name", "Company", "Response"]
    people = [head, ["Ana Ruiz", "Acme", None], ["Bo Lind", "Globex", "Yes"], ["Cleo Diaz", "Initech", "No"]]
    path = write(tmp_path / "tracker.xlsx", People=people)
    book = openpyxl.load_workbook(path)
    rule = DataValidation("list", formula1='"Yes,No"', sqref="C2:C50", showErrorMessage=True)
    book["People"].add_data_validation(rule)
    book.save(path)
    tracker = infoviz.load(path)
    with pytest.raises(RefusedValue, match="“bounced” is refused"):
        tracker.log(2, "responded", on=DAY, detail="bounced")
    tracker.log(3, "met", on=DAY, add_log=True)
    tracker.log(2, "responded", on=DAY, detail="bounced")
    (warning,) = tracker.warnings
    assert "cell C2: “bounced” is refused." in warning
    assert warning.endswith("Yes, No. Only the log tells it.")
    assert tracker.contacts.loc[2, "response"] == "bounced"
    tracker.log(4, "responded", on=DAY, detail="yes")
    assert tracker.contacts.loc[4, "response"] == "yes"
