"""Writing in a tracker: what the grid, the form and the buttons do, and what is saved."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlsxwriter

import infoviz
from infoviz.errors import Conflict, RefusedValue
from infoviz.widgets.editor import Editor
from infoviz.widgets.saving import told
from infoviz.workbook.receipt import Receipt

AS_OF = date(2026, 11, 20)
Message = dict[str, object]


@pytest.fixture
def editor(tracker: infoviz.Tracker) -> Editor:
    return infoviz.edit(tracker, as_of=AS_OF)


@pytest.fixture
def sent(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """What the grid has sent to the page."""
    messages: list[Message] = []
    monkeypatch.setattr(editor.grid, "send", lambda message, buffers=None: messages.append(message))
    return messages


def cell(path: Path, address: str, sheet: str = "People") -> object:
    return openpyxl.load_workbook(path)[sheet][address].value


def edit(editor: Editor, row: int, column: str, value: str | None, key: str = "1") -> None:
    change = {"row": row, "column": column, "value": value}
    editor.grid.receive({"type": "edit", "id": key, "changes": [change]})


def test_a_cell_edited_in_the_grid_is_shown_and_not_written(
    editor: Editor, sent: list[Message], path: Path
) -> None:
    before = path.read_bytes()
    edit(editor, 5, "notes", "=Knows the board")
    patch, done = sent
    assert patch["edited"] == [(5, "notes")]
    assert "=Knows the board" in patch["rows"][0][1]
    assert done == {"type": "done", "id": "1"}
    assert "1 cell not saved" in editor.status.value
    assert "People!AF5" in editor.saving.pending.value
    assert '<td dir="auto">Notes</td>' in editor.saving.pending.value
    assert path.read_bytes() == before


def test_who_is_new_is_said_to_be_added_and_the_log_has_its_own_headers(
    editor: Editor, tracker: infoviz.Tracker
) -> None:
    row = tracker.add(name="Zo Example")
    editor.desk.log(row, "asked", AS_OF, "by phone", add_log=False)
    assert "Zo Example: changed." in editor.status.value
    pending = editor.saving.pending.value
    assert '">Detail<' in pending
    assert '">detail<' not in pending
    editor.desk.undo()
    editor.desk.undo()
    editor.desk.redo()
    assert "Zo Example: added." in editor.status.value


def test_the_page_has_its_answer_before_the_rest_is_shown(editor: Editor, sent: list[Message]) -> None:
    async def asked() -> list[str]:
        editor.desk.choose(5)
        for key, value in enumerate(("Knows the board", "Knows everybody")):
            edit(editor, 5, "notes", value, key=str(key))
        states = [f"{len(sent)} sent", editor.saving.save.description, editor.person.inputs["notes"].value]
        await asyncio.sleep(0.01)
        return [*states, editor.saving.save.description, editor.person.inputs["notes"].value]

    before = editor.tracker.contacts.loc[5, "notes"]
    assert asyncio.run(asked()) == ["4 sent", "Nothing to save", before, "Save 1 cell", "Knows everybody"]


def test_saving_writes_that_cell_and_says_so(editor: Editor, sent: list[Message], path: Path) -> None:
    edit(editor, 5, "notes", "=Knows the board")
    assert editor.saving.save.description == "Save 1 cell"
    editor.saving.save.click()
    assert cell(path, "AF5") == "=Knows the board"
    assert "Saved 1 cell into tracker.xlsx" in editor.status.value
    assert sent[-1]["edited"] == []
    assert editor.saving.save.disabled
    assert editor.saving.pending.value == ""


def test_a_refused_value_is_told_in_its_cell_and_changes_nothing(editor: Editor, sent: list[Message]) -> None:
    edit(editor, 5, "met_on", "next week")
    (refused,) = sent
    assert (refused["type"], refused["row"], refused["column"]) == ("refused", 5, "met_on")
    assert "“next week” is refused" in str(refused["reason"])
    assert editor.tracker.edits.empty


def test_undo_and_redo_are_shown(editor: Editor, sent: list[Message]) -> None:
    row = editor.desk.add({"name": "Zoe Example", "organization": "Acme", "channel": None})
    editor.person.take_back.click()
    assert row not in editor.tracker.contacts.index
    assert sent[-1]["removed"] == [row]
    assert editor.desk.redo()
    assert editor.tracker.contacts.loc[row, "name"] == "Zoe Example"
    assert dict(sent[-1]["rows"])[row][:2] == ("Zoe Example", "Acme")
    editor.person.take_back.click()
    editor.person.take_back.click()
    assert "nothing to take back" in editor.status.value


@pytest.mark.parametrize(
    ("name", "field", "said"),
    [
        ("Asked", "contacted_on", AS_OF),
        ("Replied yes", "response", "yes"),
        ("Replied no", "response", "no"),
        ("Met", "met_on", AS_OF),
        ("Thanked", "thanked_on", AS_OF),
    ],
)
def test_one_click_notes_what_happened_today(editor: Editor, name: str, field: str, said: object) -> None:
    row = editor.desk.add({"name": "Zoe Example"})
    editor.desk.choose(row)
    assert editor.person.done[name].description == f"{name} today"
    editor.person.done[name].click()
    value = editor.tracker.contacts.loc[row, field]
    assert (value.date() if isinstance(said, date) else value) == said
    assert "2026-11-20" in editor.person.trail.value


def test_another_day_is_named_on_the_buttons(editor: Editor) -> None:
    editor.desk.choose(5)
    editor.person.on.value = date(2026, 11, 18)
    assert editor.person.done["Thanked"].description == "Thanked on 18 November 2026"
    editor.person.done["Thanked"].click()
    assert "2026-11-18" in editor.person.trail.value


def test_the_form_shows_the_person_chosen_and_edits_them(editor: Editor) -> None:
    editor.grid.receive({"type": "choose", "id": "1", "row": 5})
    assert editor.person.row == 5
    inputs = editor.person.inputs
    assert inputs["name"].value == editor.tracker.contacts.loc[5, "name"]
    assert inputs["contacted_on"].value == editor.tracker.contacts.loc[5, "contacted_on"].date()
    assert editor.tracker.edits.empty  # showing is no editing
    inputs["role"].value = "Head of maps"
    inputs["follow_up_on"].value = date(2026, 12, 1)
    assert editor.tracker.contacts.loc[5, "role"] == "Head of maps"
    assert set(editor.tracker.edits["field"]) == {"role", "follow_up_on"}


def test_a_value_that_the_form_has_refused_goes_back(editor: Editor) -> None:
    editor.desk.choose(5)
    before = editor.person.inputs["minutes"].value
    editor.person.inputs["minutes"].value = "for ever"
    assert "“for ever” is refused" in editor.status.value
    assert editor.person.inputs["minutes"].value == before


def test_hostile_names_stay_text(editor: Editor) -> None:
    row = editor.desk.add({"name": "<script>alert(1)</script>", "organization": "=cmd()"})
    editor.desk.choose(row)
    for shown in (editor.person.who, editor.saving.pending, editor.status):
        assert "<script>" not in shown.value
    assert "&lt;script&gt;" in editor.person.who.value


def test_each_change_is_saved_at_once_where_that_is_wanted(editor: Editor, path: Path) -> None:
    assert editor.saving.auto.value is False
    editor.saving.auto.value = True
    edit(editor, 5, "notes", "At once")
    assert cell(path, "AF5") == "At once"
    assert "Saved 1 cell" in editor.status.value


def test_what_another_has_changed_elsewhere_is_taken_over(
    editor: Editor, path: Path, sent: list[Message]
) -> None:
    other = infoviz.load(path)
    other.edit(7, notes="Theirs")
    other.save()
    edit(editor, 5, "notes", "Mine")
    editor.saving.save.click()
    assert (cell(path, "AF5"), cell(path, "AF7")) == ("Mine", "Theirs")
    assert "Taken over from another program: People!AF7" in editor.status.value
    assert editor.grid.content.rows[7][-1] == "Theirs"


@pytest.fixture
def clash(editor: Editor, path: Path) -> Callable[[], None]:
    """Two have changed the same cells; the editor has tried to save."""

    def make() -> None:
        other = infoviz.load(path)
        other.edit_rows({5: {"notes": "Theirs"}, 7: {"notes": "Theirs too"}})
        other.save()
        editor.desk.change({5: {"notes": "Mine"}, 7: {"notes": "Mine too"}, 9: {"notes": "Only mine"}})
        editor.saving.save.click()

    return make


def test_the_same_cell_is_asked_about(editor: Editor, path: Path, clash: Callable[[], None]) -> None:
    clash()
    assert "another program has changed the same cells" in editor.status.value
    assert cell(path, "AF5") == "Theirs"
    assert len(editor.tracker.edits) == 3
    first, second = editor.saving.choices
    assert [label for label, _ in first.options][1:] == ["theirs: Theirs", "mine: Mine"]
    editor.saving.settle.click()
    assert "a cell has no choice yet" in editor.status.value
    first.value, second.value = "ours", "theirs"
    editor.saving.settle.click()
    assert (cell(path, "AF5"), cell(path, "AF7"), cell(path, "AF9")) == ("Mine", "Theirs too", "Only mine")
    assert editor.saving.conflict.children == ()
    assert editor.grid.content.rows[7][-1] == "Theirs too"


def test_only_what_settles_a_conflict_can_be_chosen(editor: Editor, path: Path) -> None:
    edit(editor, 5, "notes", "Mine")
    other = infoviz.load(path)
    other.edit(5, name="Somebody Else")
    other.save()
    editor.saving.save.click()
    (choice,) = editor.saving.choices
    assert [value for _, value in choice.options] == ["", "theirs"]
    choice.value = "theirs"
    editor.saving.settle.click()
    assert editor.tracker.edits.empty
    assert cell(path, "AF5") != "Mine"


def test_where_nothing_can_be_chosen_another_file_is_offered(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(editor, 5, "notes", "Mine")
    frame = pd.DataFrame({"sheet": ["People"], "cell": ["AF5"], "override": [False]})

    def save(**_: object) -> None:
        raise Conflict(editor.tracker.path, frame, ["no people were found"], theirs=False)

    monkeypatch.setattr(editor.tracker, "save", save)
    editor.saving.save.click()
    assert "Save to another file; or take yours back (undo)" in editor.status.value
    assert editor.saving.choices == []
    assert editor.saving.elsewhere.layout.display == ""


def test_a_conflict_can_wait(editor: Editor, path: Path, clash: Callable[[], None]) -> None:
    clash()
    editor.saving.later.click()
    assert editor.saving.conflict.children == ()
    assert len(editor.tracker.edits) == 3
    assert cell(path, "AF9") != "Only mine"


def test_a_file_that_vanished_is_told_and_the_edits_are_kept(editor: Editor, path: Path) -> None:
    edit(editor, 5, "notes", "Mine")
    path.rename(path.with_name("moved.xlsx"))
    editor.saving.save.click()
    assert "no longer there" in editor.status.value
    assert len(editor.tracker.edits) == 1
    assert editor.saving.elsewhere.layout.display == ""
    editor.saving.copy.value = "copy.xlsx"
    editor.saving.save_copy.click()
    assert cell(path.with_name("copy.xlsx"), "AF5") == "Mine"


def test_a_file_open_elsewhere_is_told_and_can_be_saved_all_the_same(editor: Editor, path: Path) -> None:
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text("Ada Example,ada,desk,20.11.2026 10:00,file:///home/ada;", encoding="utf-8")
    edit(editor, 5, "notes", "Mine")
    editor.saving.save.click()
    assert "Ada Example" in editor.status.value
    assert cell(path, "AF5") != "Mine"
    editor.saving.anyway.click()
    assert cell(path, "AF5") == "Mine"


def test_a_fault_is_told_and_raised(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor.tracker, "save", lambda **_: 1 / 0)
    edit(editor, 5, "notes", "Mine")
    with pytest.raises(ZeroDivisionError):
        editor.saving.save.click()
    assert "infoviz has a fault here (ZeroDivisionError" in editor.status.value
    assert len(editor.tracker.edits) == 1


def test_the_desk_refuses_a_block_whole(editor: Editor) -> None:
    with pytest.raises(RefusedValue):
        editor.desk.change({5: {"notes": "good"}, 6: {"met_on": "bad"}})
    assert editor.tracker.edits.empty


@pytest.mark.parametrize(
    "text",
    [
        "Name,Company\nAda Example,Acme\n",
        "Date,Who,What\n2026-05-04,Ada Example,emailed\n2026-05-09,Ada Example,met\n2026-05-05,Bo Sample,emailed\n",
    ],
    ids=["names", "actions"],
)
def test_other_trackers_can_be_written_in(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    editor = infoviz.edit(infoviz.load(path), as_of=AS_OF)
    row = editor.desk.add({"name": "Zoe Example"})
    editor.desk.choose(row)
    editor.saving.save.click()
    assert "Zoe Example" in path.read_text(encoding="utf-8")


def test_an_edit_that_cannot_be_saved_at_once_is_done_all_the_same(
    editor: Editor, path: Path, sent: list[Message]
) -> None:
    editor.saving.auto.value = True
    path.rename(path.with_name("moved.xlsx"))
    edit(editor, 5, "notes", "Mine")
    assert sent[-1] == {"type": "done", "id": "1"}
    assert "no longer there" in editor.status.value
    assert editor.tracker.contacts.loc[5, "notes"] == "Mine"


def test_what_is_done_elsewhere_in_the_notebook_is_shown(editor: Editor) -> None:
    editor.desk.choose(5)
    editor.tracker.edit(5, role="Head of maps")
    assert "Head of maps" in editor.grid.content.rows[5]
    assert (5, "role") in editor.grid.content.edited
    assert editor.person.inputs["role"].value == "Head of maps"
    assert editor.saving.save.description == "Save 1 cell"
    editor.tracker.save()
    assert editor.saving.save.disabled


def test_a_result_that_is_out_of_date_is_blank_in_its_row_at_once(tmp_path: Path) -> None:
    file = tmp_path / "ranked.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, ("Name", "Company", "Minutes", "Together"))
        for row, minutes in ((2, 10), (3, 20), (4, 30)):
            sheet.write_row(row - 1, 0, (f"Ana Ruiz {row}", "Acme", minutes))
            sheet.write_formula(row - 1, 3, f"=SUM(C$2:C{row})", None, sum(range(10, minutes + 10, 10)))
    editor = infoviz.edit(infoviz.load(file), as_of=AS_OF)
    together = [column.name for column in editor.grid.content.columns].index("Together")
    assert [row[together] for row in editor.grid.content.rows.values()] == ["10", "30", "60"]
    edit(editor, 3, "minutes", "25")
    assert [row[together] for row in editor.grid.content.rows.values()] == ["10", None, None]
    assert "Ana Ruiz 3: changed. 1 cell not saved." in editor.status.value
    editor.grid.receive({"type": "undo", "id": "2"})
    assert [row[together] for row in editor.grid.content.rows.values()] == ["10", "30", "60"]


def test_a_save_says_how_many_formulas_are_computed_anew() -> None:
    receipt = Receipt(parts=("xl/worksheets/sheet1.xml",), cells=("People!B2",))
    assert "formula" not in told(receipt, "tracker.xlsx")
    for cleared, said in ((("Sums!A1",), "1 formula"), (("Sums!A1", "Sums!A2"), "2 formulas")):
        text = told(replace(receipt, cleared=cleared), "tracker.xlsx")
        assert f"Excel and LibreOffice compute {said} anew when they open it." in text
