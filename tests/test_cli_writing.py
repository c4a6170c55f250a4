"""The commands that write: what they print, what they leave in the file, and how they refuse."""

import json
import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet

import infoviz
from infoviz.cli import main
from infoviz.errors import BeingSaved, StillChanging
from tests.editing.making import cells, elsewhere, make, row_of

SAMPLE = Path(__file__).parent.parent / "data" / "sample_tracker.xlsx"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def document(*arguments: object) -> dict:
    done = call(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_add_edit_and_log_on_the_sample(tmp_path: Path) -> None:
    path = shutil.copy(SAMPLE, tmp_path / "sample.xlsx")
    added = document("add", path, "name=Ada Example", "organization=Example Org", "contacted_on=2026-11-20")
    assert added["row"] == 126
    assert added["saved"] is True
    assert {
        "sheet": "People",
        "cell": "N126",
        "field": "contacted_on",
        "before": None,
        "after": "2026-11-20",
    } in (added["edits"])
    edited = document("edit", path, 126, "notes=Send the article")
    assert edited["edits"] == [
        {"sheet": "People", "cell": "AF126", "field": "notes", "before": None, "after": "Send the article"}
    ]
    logged = document("log", path, 126, "responded", "--on", "2026-11-21", "--detail", "yes")
    assert {(edit["sheet"], edit["field"], edit["after"]) for edit in logged["edits"]} == {
        ("Log", "date", "2026-11-21"), ("Log", "name", "Ada Example"), ("Log", "event", "Responded"),
        ("Log", "detail", "yes"), ("People", "responded_on", "2026-11-21"), ("People", "response", "yes"),
    }  # fmt: skip


def test_stored_results_that_depend_on_an_edit_are_cleared_unless_kept(tmp_path: Path) -> None:
    kept, cleared = (shutil.copy(SAMPLE, tmp_path / name) for name in ("kept.xlsx", "cleared.xlsx"))
    assert "formula" not in call("edit", cleared, 3, "notes=Called").stderr
    said = call("edit", kept, 3, "contacted_on=2026-05-02", "--keep-results").stderr.splitlines()[-1]
    assert re.fullmatch(
        r"[\d,]+ formulas depend on this: Excel computes them when it opens the file, LibreOffice on Ctrl\+Shift\+F9\.",
        said,
    )
    said = call("edit", cleared, 3, "contacted_on=2026-05-02").stderr.splitlines()[-1]
    assert re.fullmatch(
        r"[\d,]+ formulas depend on this: Excel and LibreOffice compute them when they open the file\.", said
    )
    for path, blank in ((kept, False), (cleared, True)):
        results = openpyxl.load_workbook(path, data_only=True)["Dashboard"]
        assert (results["B8"].value is None) is blank


def test_a_dry_run_prints_and_writes_nothing(path: Path) -> None:
    before = path.read_bytes()
    done = call("edit", path, 3, "notes=Called", "response=yes", "--dry-run")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "People!J3  notes: empty → “Called”",
        "People!F3  response: “Declined” → “Accepted”",
    ]
    assert "nothing was written" in done.stderr
    assert document("add", path, "name=Gus Adler", "--dry-run")["saved"] is False
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_dry_run_warns_of_what_the_save_would(path: Path) -> None:
    tried = call("edit", path, 4, "thanked_on=2026-11-20", "--dry-run")
    assert "2026-11-20 is not in it" in tried.stderr
    (warning,) = document("edit", path, 4, "thanked_on=2026-11-20", "--dry-run")["warnings"]
    assert document("edit", path, 4, "thanked_on=2026-11-20")["warnings"] == [warning]


def test_nothing_behind_the_equals_sign_clears_the_cell(path: Path) -> None:
    assert call("edit", path, 2, "notes=", "met_on=").exit_code == 0
    assert row_of(path, "Ana Ruiz")[7] is None
    assert row_of(path, "Ana Ruiz")[9] is None


def test_the_text_says_where_the_backup_is_and_what_is_not_kept(path: Path) -> None:
    done = call("edit", path, 4, "thanked_on=2026-11-20")
    assert done.stdout == "People!I4  thanked_on: “N” → “Y”\n"
    assert "2026-11-20 is not in it" in done.stderr
    assert ".infoviz-backups" in done.stderr


def test_log_begins_a_log_sheet_only_when_asked(path: Path) -> None:
    done = call("log", path, 5, "nudged", "--on", "2026-11-20")
    assert done.exit_code == 1
    assert "--add-log" in done.stderr
    assert call("log", path, 5, "nudged", "--on", "2026-11-20", "--add-log").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("edit", 2, "colour=red"), 2, "no field “colour”"),
        (("edit", 2, "notes"), 2, "FIELD=VALUE"),
        (("edit", 2, "row=3"), 2, "FIELD=VALUE"),
        (("edit", "two", "notes=x"), 2, "integer"),
        (("edit", 2), 2, "FIELD=VALUE"),
        (("edit", 99, "notes=x"), 1, "nobody in row 99"),
        (("edit", 2, "met_on=soon"), 1, "cell H2: “soon” is refused"),
        (("edit", 2, "response=perhaps"), 1, "yes, no, bounced, other or withdrawn"),
        (("edit", 2, "minutes=20"), 1, "no column for minutes"),
        (("log", 2, "danced"), 2, "no event “danced”"),
        (("log", 2, "met", "--on", "soon"), 2, "soon"),
        (("add", "organization="), 1, "a name for somebody new"),
    ],
)
def test_refusals_are_one_sentence(path: Path, arguments: tuple, code: int, said: str) -> None:
    before = path.read_bytes()
    done = call(arguments[0], path, *arguments[1:])
    assert done.exit_code == code
    assert said in done.stderr
    assert done.stdout == ""
    assert path.read_bytes() == before


def test_a_file_open_elsewhere(path: Path) -> None:
    path.with_name(f".~lock.{path.name}#").write_text(
        "Ann Lee,ann,desk-7,21.11.2026 18:02,;", encoding="utf-8"
    )
    done = call("edit", path, 2, "notes=Wait")
    assert done.exit_code == 1
    assert "Ann Lee" in done.stderr
    assert "give the command again, or, where it is open no more, with --ignore-lock." in done.stderr
    assert call("edit", path, 2, "notes=Wait", "--ignore-lock").exit_code == 0


def test_a_field_given_twice_is_no_call(path: Path) -> None:
    done = call("edit", path, 2, "notes=one", "notes=two")
    assert (done.exit_code, "“notes” is given twice" in done.stderr) == (2, True)


def test_an_organization_alone_is_nobody_where_people_have_names() -> None:
    done = call("add", SAMPLE, "organization=Example Org", "--dry-run")
    assert done.exit_code == 1
    assert done.stderr.strip().endswith("would not be read as a contact. Give a name.")


def test_restore_brings_earlier_versions_back(path: Path) -> None:
    first = path.read_bytes()
    call("edit", path, 2, "notes=One")
    second = path.read_bytes()
    call("edit", path, 2, "notes=Two")
    assert [one["version"] for one in document("restore", path, "--list")["versions"]] == [1, 2]
    assert document("restore", path)["restored"] == 1
    assert path.read_bytes() == second
    assert call("restore", path, "--version", 3).exit_code == 0
    assert path.read_bytes() == first
    refused = call("restore", path, "--version", 30)
    assert (refused.exit_code, "earlier versions are kept; --list" in refused.stderr) == (1, True)
    assert call("restore", path.with_name("other.xlsx")).exit_code == 1


def test_a_hard_link_that_is_split_is_told_of(path: Path) -> None:
    path.with_name("link.xlsx").hardlink_to(path)
    assert "split from its hard links (1)" in call("edit", path, 2, "notes=One").stderr
    path.with_name("other.xlsx").hardlink_to(path)
    assert "split from its hard links (1)" in call("restore", path).stderr
    assert document("restore", path)["warnings"] == []


def test_csv_is_written_in_its_own_manner(tmp_path: Path) -> None:
    path = tmp_path / "tracker.csv"
    path.write_bytes(
        "Name;Company;Contacted on;Response\r\nAña Ruiz;Acme;25.09.2026;ja\r\nBo Li;\"Globex; Inc\";01.10.2026;nein\r\n"
        .encode("cp1252")
    )  # fmt: skip
    assert call("edit", path, 3, "response=yes", "contacted_on=2026-11-20").exit_code == 0
    assert call("add", path, "name=Zoë Quill", "contacted_on=2026-11-21").exit_code == 0
    assert path.read_bytes().decode("cp1252").splitlines() == [
        "Name;Company;Contacted on;Response",
        "Aña Ruiz;Acme;25.09.2026;ja",
        'Bo Li;"Globex; Inc";20.11.2026;ja',
        "Zoë Quill;;21.11.2026;",
    ]


def test_the_day_of_an_event_is_today_unless_given(path: Path) -> None:
    logged = document("log", path, 5, "met")
    assert logged["edits"][0]["after"] == date.today().isoformat()


def meanwhile(monkeypatch: pytest.MonkeyPatch, change: Callable[[Worksheet], object]) -> None:
    """Let another program change the file once, between the reading and the saving."""
    save, once = infoviz.Tracker.save, iter([True])

    def saving(tracker: infoviz.Tracker, *arguments: Any, **named: Any) -> Any:
        if next(once, False):
            elsewhere(tracker.path, change)
        return save(tracker, *arguments, **named)

    monkeypatch.setattr(infoviz.Tracker, "save", saving)


def test_a_conflict_is_settled_by_what_the_command_line_has(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda sheet: sheet.cell(6, 10, "Theirs"))
    done = call("edit", path, 6, "notes=Ours")
    assert done.exit_code == 1
    assert "“Theirs” there and “Ours” here" in done.stderr
    assert "with --override to let yours stand; else theirs does." in done.stderr
    assert not re.search("undo|override=|decisions|another file", done.stderr)
    assert row_of(path, "Emil Novak")[9] == "Theirs"
    meanwhile(monkeypatch, lambda sheet: sheet.cell(6, 10, "Theirs, and more"))
    assert call("edit", path, 6, "notes=Ours", "--override").exit_code == 0
    assert row_of(path, "Emil Novak")[9] == "Ours"


def test_override_is_not_offered_where_it_does_not_help(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for override in ([], ["--override"]):
        meanwhile(monkeypatch, lambda sheet: sheet.delete_rows(2))
        who = path.stat().st_size, [row[0] for row in cells(path)][1]
        done = call("edit", path, 2, "notes=Ours", *override)
        assert done.exit_code == 1
        assert who[1] in done.stderr
        assert "--override" not in done.stderr
        assert (
            "Look which row is meant now, and if this still applies, give the command again." in done.stderr
        )
    assert call("edit", path, 2, "notes=Ours").exit_code == 0
    assert row_of(path, "Cleo Diaz")[9] == "Ours"


def test_a_save_that_gives_up_says_to_give_the_command_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error in (StillChanging(path, b""), BeingSaved(path)):

        def saving(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(infoviz.Tracker, "save", saving)
            done = call("edit", path, 2, "notes=Ours")
        assert done.exit_code == 1
        assert "Give the command again in a moment. The file is as it was." in done.stderr
    assert call("edit", path, 2, "notes=Ours").exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows tells who may write in another way")
def test_a_read_only_file_is_refused_with_what_the_command_line_can_do(path: Path) -> None:
    path.chmod(0o444)
    done = call("edit", path, 2, "notes=Ours")
    assert done.exit_code == 1
    assert (
        "is read-only. Lift the protection, or give the command for a copy in another folder." in done.stderr
    )
