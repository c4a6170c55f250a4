"""A conflict offers what helps, and each thing that it offers does help."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

import infoviz
from infoviz.errors import Conflict, NotSaved
from tests.editing.making import cells, elsewhere, make

DAY = date(2026, 11, 20)
ANA, EMIL, FAY = 2, 6, 7
Change = Callable[[Worksheet], object]
Do = Callable[[infoviz.Tracker], object]


def put(**values: object) -> Change:
    def change(sheet: Worksheet) -> None:
        for address, value in values.items():
            sheet[address] = value

    return change


def note(tracker: infoviz.Tracker) -> None:
    tracker.edit(EMIL, notes="Ours")


def note_and_role(tracker: infoviz.Tracker) -> None:
    tracker.edit(EMIL, notes="Ours", role="Ours")
    tracker.edit(FAY, notes="Merged")


def add(tracker: infoviz.Tracker) -> None:
    tracker.add(name="Gus Adler", organization="Stark Water", notes="Ours")


def log(tracker: infoviz.Tracker) -> None:
    tracker.log(ANA, "noted", on=DAY, detail="told a joke")


def begin_log(tracker: infoviz.Tracker) -> None:
    tracker.log(ANA, "touched", on=DAY, add_log=True)


def namesake(sheet: Worksheet) -> None:
    sheet.insert_rows(2)
    sheet["A2"], sheet["B2"] = "Ana Ruiz", "Other Labs"


def formula(sheet: Worksheet) -> None:
    sheet["J6"] = "=1+1"


CASES: list[tuple[str, Do, Change, str]] = [
    ("both", note, put(J6="Theirs"), "override theirs"),
    ("both cleared", note, put(J6=None), "override theirs"),
    ("added", add, lambda sheet: sheet.append(["Gus Adler", "Stark Water"]), "override theirs"),
    ("renamed", note, put(A6="Emil Nowak-Smith"), "theirs"),
    ("deleted", note, lambda sheet: sheet.delete_rows(6), "theirs"),
    ("twice", note, lambda sheet: sheet.append(["Emil Novak", "Hooli Energy"]), "theirs"),
    ("column gone", note, lambda sheet: sheet.delete_cols(10), "theirs"),
    ("a formula there", note, formula, "theirs"),
    ("no people", note, lambda sheet: sheet.delete_rows(1, 20), ""),
    ("two cells", note_and_role, put(J6="Theirs", C6="Theirs"), "override theirs"),
    ("one of two", note_and_role, lambda sheet: (put(C6="Theirs")(sheet), sheet.delete_cols(10)), "theirs"),
    ("namesake", log, namesake, "theirs"),
    ("log", begin_log, lambda sheet: sheet.parent.create_sheet("LOG"), "theirs"),
]


@pytest.fixture(params=CASES, ids=[case[0] for case in CASES])
def clashing(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[infoviz.Tracker, Conflict, str]:
    name, do, change, offered = request.param
    path = make(tmp_path / "tracker.xlsx", log=name == "namesake")
    tracker = infoviz.load(path)
    do(tracker)
    elsewhere(path, change)
    with pytest.raises(Conflict) as caught:
        tracker.save()
    return tracker, caught.value, offered


def test_override_is_offered_where_it_helps(clashing: tuple[infoviz.Tracker, Conflict, str]) -> None:
    tracker, conflict, offered = clashing
    assert ("with override=True to let yours stand" in str(conflict)) == ("override" in offered)
    assert ("to let theirs stand" in str(conflict)) == ("theirs" in offered)
    assert "to another file; or take yours back (undo)." in str(conflict)
    assert not conflict.frame.duplicated(["sheet", "cell"]).any()
    if "override" in offered:
        tracker.save(override=True)
        assert any("Ours" in row for row in cells(tracker.path))
    else:
        with pytest.raises(Conflict):
            tracker.save(override=True)


def test_theirs_helps(clashing: tuple[infoviz.Tracker, Conflict, str]) -> None:
    tracker, conflict, offered = clashing
    places = list(zip(conflict.frame["sheet"], conflict.frame["cell"], strict=True))
    if "theirs" in offered:
        assert f'decisions={{("{places[0][0]}", "{places[0][1]}"): "theirs"' in str(conflict)
        tracker.save(decisions=dict.fromkeys(places, "theirs"))
        assert all("Ours" not in row for row in cells(tracker.path))
        assert tracker.edits.empty
    else:
        with pytest.raises(Conflict):
            tracker.save(decisions=dict.fromkeys(places, "theirs"))


def test_ours_helps_where_the_column_says_so(clashing: tuple[infoviz.Tracker, Conflict, str]) -> None:
    tracker, conflict, _ = clashing
    frame = conflict.frame
    places = dict.fromkeys(zip(frame["sheet"], frame["cell"], strict=True), "ours")
    if frame["override"].all():
        tracker.save(decisions=places)
        assert any("Ours" in row for row in cells(tracker.path))
        return
    with pytest.raises(Conflict) as caught:
        tracker.save(decisions=places)
    left = caught.value.frame
    assert not left["override"].any()
    assert len(left) == (~frame["override"]).sum()


def test_another_file_helps(clashing: tuple[infoviz.Tracker, Conflict, str]) -> None:
    tracker = clashing[0]
    after = tracker.edits["after"].tolist()
    copy = tracker.path.with_name("copy.xlsx")
    tracker.save(copy)
    assert tracker.edits.empty
    found = [
        str(cell)[:10] for sheet in tracker.workbook.sheets for row in cells(copy, sheet) for cell in row
    ]
    assert {str(value)[:10] for value in after} <= set(found)


def test_undo_helps(clashing: tuple[infoviz.Tracker, Conflict, str]) -> None:
    tracker, _, _ = clashing
    there = tracker.path.read_bytes()
    while tracker.undo():
        pass
    tracker.save()
    assert tracker.path.read_bytes() == there


def test_a_file_that_is_damaged_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    tracker = infoviz.load(make(tmp_path / "tracker.xlsx"))
    note(tracker)
    tracker.path.write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(Conflict, match="damaged or was cut short") as caught:
        tracker.save()
    assert ".. " not in str(caught.value)
    tracker.save(tracker.path.with_name("copy.xlsx"))
    assert any("Ours" in row for row in cells(tracker.path))


def test_a_refusal_can_be_said_in_other_words() -> None:
    error = NotSaved(Path("tracker.xlsx"), "it rains", "Wait.")
    assert error.with_remedy("Take an umbrella.") == (
        "tracker.xlsx: not saved, because it rains. Take an umbrella. The file is as it was."
    )
