"""How a tracker was understood, put right by drop-downs, and its cells mended in place."""

from pathlib import Path

import openpyxl
import pytest

import infoviz
from infoviz.widgets.understanding import Understanding

ROWS = (
    ("Name", "Company", "When", "Thoughts", "Nickname"),
    ("Ada Example", "Acme", "2026-05-04", "Kind", "Ace"),
    ("Bo Sample", "Bold", "2026-05-05", "Busy", "Bee"),
    ("Cy Test", "Crux", "soon-ish", "Calm", "Cee"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Talks"
    for line in ROWS:
        book.active.append(line)
    book.create_sheet("Lists").append(("Just words",))
    book.save(tmp_path / "own.xlsx")
    return tmp_path / "own.xlsx"


@pytest.fixture
def view(path: Path) -> Understanding:
    return infoviz.understand(path)


def test_each_column_is_told_with_its_reason(view: Understanding) -> None:
    assert list(view.columns) == ["A", "B", "C", "D", "E"]
    assert view.columns["A"].description == "Name"
    assert view.columns["A"].value == "name"
    assert "3 rows found in the sheet “Talks”" in view.found.value
    line = view.lines.children[0].children[1].value
    assert "Ada Example, Bo Sample, Cy Test" in line
    assert "sure, because" in line


def test_a_change_of_folder_leads_to_no_other_tracker(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    view = infoviz.understand(path.name)
    monkeypatch.chdir("/")
    view.columns["E"].value = "email"
    assert view.tracker.path == path
    assert view.tracker.layout.fields["email"] == ["Nickname"]


def test_a_column_is_put_right_and_kept(view: Understanding, path: Path) -> None:
    view.columns["E"].value = "tags"
    assert view.tracker.layout.letters["tags"] == ["E"]
    assert view.tracker.contacts["tags"].tolist() == ["Ace", "Bee", "Cee"]
    view.keep.click()
    assert "own.infoviz.toml" in view.status.value
    assert infoviz.load(path).layout.letters["tags"] == ["E"]
    assert infoviz.understand(path).columns["E"].value == "tags"


def test_a_column_can_be_kept_as_it_is(view: Understanding, path: Path) -> None:
    assert view.columns["B"].value == "organization"
    view.columns["B"].value = ""
    assert "organization" not in view.tracker.layout.letters
    assert view.tracker.contacts["Company"].tolist() == ["Acme", "Bold", "Crux"]
    view.keep.click()
    assert "organization" not in infoviz.load(path).layout.letters
    view.columns["B"].value = "organization"
    assert view.tracker.layout.letters["organization"] == ["B"]


def test_a_choice_that_leaves_nobody_is_told(view: Understanding) -> None:
    view.columns["A"].value, view.columns["B"].value = "notes", "tags"
    assert 'role="alert"' in view.status.value
    assert view.tracker.layout.letters["organization"] == ["B"]


def test_a_field_that_one_column_holds_moves_and_notes_may_be_several(view: Understanding) -> None:
    view.columns["E"].value = "organization"
    assert view.columns["B"].value == ""
    assert view.tracker.layout.letters["organization"] == ["E"]
    view.columns["D"].value, view.columns["B"].value = "notes", "notes"
    assert view.tracker.layout.letters["notes"] == ["B", "D"]


def test_cells_that_were_not_understood_are_mended_in_place(view: Understanding, path: Path) -> None:
    view.columns["C"].value = "contacted_on"
    (texts,) = view.problems.content.rows.values()
    assert texts[:4] == ("Talks!C4", "Cy Test", "contacted_on", "soon-ish")
    view.problems.receive(
        {"type": "edit", "id": "1", "changes": [{"row": 0, "column": "value", "value": "2026-05-06"}]}
    )
    assert view.problems.content.rows == {}
    view.saving.save.click()
    assert "Saved 1 cell" in view.status.value
    assert infoviz.load(path, columns={"contacted_on": "C"}).problems.empty


def test_mending_that_is_no_better_is_refused(view: Understanding, monkeypatch: pytest.MonkeyPatch) -> None:
    view.columns["C"].value = "contacted_on"
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(view.problems, "send", lambda message, buffers=None: sent.append(message))
    view.problems.receive(
        {"type": "edit", "id": "1", "changes": [{"row": 0, "column": "value", "value": "later"}]}
    )
    assert sent[-1]["type"] == "refused"
    assert len(view.tracker.problems) == 1


def test_the_sheet_can_be_chosen(view: Understanding) -> None:
    view.sheet.value = "Lists"
    assert 'role="alert"' in view.status.value
    assert view.tracker.layout.sheet == "Talks"


def test_mended_cells_are_saved_before_a_column_is_read_otherwise(view: Understanding) -> None:
    view.columns["C"].value = "contacted_on"
    view.change({0: {"value": "2026-05-06"}})
    view.columns["D"].value = "takeaways"
    assert "Save them, then go on" in view.status.value
    assert len(view.tracker.edits) == 1


def test_the_heading_tells_how_many_cells_are_left(view: Understanding) -> None:
    assert "Every cell is understood" in view.mended.children[0].value
    view.columns["C"].value = "contacted_on"
    assert "1 cell could not be understood" in view.mended.children[0].value
