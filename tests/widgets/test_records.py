"""Contacts as texts in rows and columns."""

from pathlib import Path

import openpyxl
import pytest

import infoviz
from infoviz.widgets.records import Records


@pytest.fixture
def records(tracker: infoviz.Tracker) -> Records:
    return Records(tracker)


def column(records: Records, name: str):
    return next(column for column in records.columns if column.name == name)


def texts(records: Records, row: int) -> dict[str, str | None]:
    names = [column.name for column in records.columns]
    return dict(zip(names, records.rows([row])[row], strict=True))


def test_every_column_stands_in_the_sheets_order(records: Records, tracker: infoviz.Tracker) -> None:
    assert {column.name for column in records.columns} == set(tracker.contacts.columns)
    assert [column.label for column in records.columns] == [match.header for match in tracker.layout.matches]
    assert [column.letter for column in records.columns] == [match.letter for match in tracker.layout.matches]


def test_each_kind_has_its_input(records: Records) -> None:
    assert column(records, "met_on").kind == "date"
    assert column(records, "minutes").kind == "number"
    assert column(records, "notes").kind == "text"
    assert column(records, "channel").kind == "choice"
    assert column(records, "channel").choices == records.tracker.choices("channel").words


def test_days_numbers_and_blanks_are_written_as_a_person_would(records: Records) -> None:
    said = texts(records, 2)
    assert said["contacted_on"] == "2026-04-29"
    assert said["minutes"] == "45"
    assert said["referred_by"] is None
    assert list(records.rows()) == records.tracker.contacts.index.tolist()


def test_what_is_not_saved_is_told_for_the_people_only(records: Records) -> None:
    records.tracker.edit(2, notes="Call again")
    records.tracker.log(3, "touched", on="2026-11-20")
    assert (2, "notes") in records.edited()
    assert {name for _, name in records.edited()} <= {column.name for column in records.columns}


def test_an_answer_is_shown_in_the_sheets_own_word(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in [
        ("Name", "Company", "Date contacted", "Response"),
        ("Ada Example", "Acme", "2026-05-04", "Declined"),
        ("Bo Sample", "Bold", "2026-05-05", "Said yes"),
        ("Cy Test", "Crux", "2026-05-06", None),
    ]:
        book.active.append(line)
    book.save(tmp_path / "own.xlsx")
    records = Records(infoviz.load(tmp_path / "own.xlsx"))
    assert records.tracker.contacts["response"].tolist()[:2] == ["no", "yes"]
    assert [cells[3] for cells in records.rows().values()] == ["Declined", "Said yes", None]
    assert column(records, "response").choices[:2] == ("Declined", "Said yes")


def test_a_small_tracker_shows_every_column(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    path.write_text("Name,Shoe size,Company\nAda Example,39,Acme\n", encoding="utf-8")
    records = Records(infoviz.load(path))
    assert [column.label for column in records.columns] == ["Name", "Shoe size", "Company"]
    assert not any(column.hidden for column in records.columns)


def test_ticks_are_shown_as_they_stand_and_what_has_no_cell_cannot_be_edited(tmp_path: Path) -> None:
    path = tmp_path / "ticks.csv"
    path.write_text(
        "Name,Company,Contacted?,Met?\nAda Example,Acme,Y,N\nBo Sample,Bold,Y,\n", encoding="utf-8"
    )
    records = Records(infoviz.load(path))
    assert texts(records, 2)["contacted_on"] == "Y"
    assert texts(records, 2)["met_on"] == "N"
    assert column(records, "contacted_on").editable
    assert not column(records, "asked").editable
