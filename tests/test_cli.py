"""The commands as a person and as a program call them."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from infoviz.cli import main

SAMPLE = Path(__file__).parent.parent / "data" / "sample_tracker.xlsx"
AS_OF = ("--as-of", "2026-11-20")


def call(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def document(*arguments: object):
    done = call(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_every_command_has_help():
    for name, command in main.commands.items():
        done = call(name, "--help")
        assert done.exit_code == 0
        assert command.help
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or parameter.help, f"{name}: {parameter.name}"


def test_check_says_how_the_file_was_understood():
    understood = document("check", SAMPLE, *AS_OF)
    assert {"sheet", "header_row", "records", "columns", "unmapped", "problems"} <= set(understood)
    assert understood["sheet"] == "People"
    assert understood["columns"]["name"] == "Name"
    assert understood["problems"] == []


def test_summary_counts_add_up():
    numbers = document("summary", SAMPLE, *AS_OF)
    assert numbers["as_of"] == "2026-11-20"
    assert numbers["answered"] == numbers["yes"] + numbers["no"] + numbers["other"]
    assert numbers["asked"] == sum(
        numbers[key] for key in ("answered", "bounced", "withdrawn", "waiting", "silent")
    )
    for key in ("response_rate", "yes_rate"):
        rate = numbers[key]
        assert 0 <= rate["low"] <= rate["estimate"] <= rate["high"] <= 1
        assert rate["within_days"] == 28
        assert rate["asked"] <= numbers["asked"]
    assert {"yes", "no", "ratio", "low", "high"} <= set(numbers["yes_no_ratio"])


def test_weekly_runs_to_the_week_of_the_day():
    weeks = document("weekly", SAMPLE, *AS_OF, "--goal", 2)["weeks"]
    assert weeks[-1]["week"] == "2026-W47"
    assert weeks[-1]["begins"] == "2026-11-16"
    assert not weeks[-1]["complete"]
    assert all(week["complete"] for week in weeks[:-1])
    keys = {"week", "begins", "complete", "asked", "responded", "yes", "no", "met", "thanked", "people"}
    assert keys | {"organizations"} <= set(weeks[0])
    assert sum(week["people"] for week in weeks) <= document("summary", SAMPLE, *AS_OF)["people"]


def test_network_agrees_with_the_summary():
    network = document("network", SAMPLE, *AS_OF)
    numbers = document("summary", SAMPLE, *AS_OF)
    assert network["people"] == numbers["people"]
    assert network["organizations"] == numbers["organizations"]
    assert network["generations"] == 3
    assert sum(one["introduced"] for one in network["introducers"]) == network["introduced"]


@pytest.mark.parametrize("command", ["check", "summary", "weekly", "network"])
def test_text_is_for_people(command):
    done = call(command, SAMPLE, *AS_OF)
    assert done.exit_code == 0
    assert done.stdout.startswith("sample_tracker.xlsx")
    assert "nan" not in done.stdout.casefold().split()


def test_report_writes_one_page(tmp_path):
    target = tmp_path / "page.html"
    done = call("report", SAMPLE, "-o", target, *AS_OF)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert list(tmp_path.iterdir()) == [target]


def test_new_begins_a_tracker_and_never_overwrites(tmp_path):
    fresh = tmp_path / "mine.xlsx"
    assert call("new", fresh).exit_code == 0
    before = fresh.read_bytes()
    again = call("new", fresh)
    assert again.exit_code == 1
    assert fresh.read_bytes() == before
    assert document("check", fresh, *AS_OF)["records"] == 0
    assert document("summary", fresh, *AS_OF)["people"] == 0


def test_a_column_can_be_chosen_and_the_choice_kept(tmp_path):
    tracker = tmp_path / "mine.csv"
    tracker.write_text(
        "Who,Thing,Sent\nAna Ruiz,Acme,2026-11-02\nBo Lind,Birch,2026-11-03\n", encoding="utf-8"
    )
    chosen = document("check", tracker, *AS_OF, "--column", "location=Thing", "--keep")
    assert chosen["columns"]["location"] == "Thing"
    assert document("check", tracker, *AS_OF)["columns"]["location"] == "Thing"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["summary"], 2),
        (["summary", "x.xlsx", "--as-of", "yesterday"], 2),
        (["summary", "x.xlsx", "--nonsense"], 2),
        (["nonsense"], 2),
        (["check", str(SAMPLE), "--column", "name"], 2),
        (["check", str(SAMPLE), "--column", "nmae=Name"], 2),
        (["check", str(SAMPLE), "--column", "name=Nobody"], 1),
        (["check", str(SAMPLE), "--sheet", "Nowhere"], 1),
        (["summary", "not_there.xlsx"], 1),
        (["summary", str(SAMPLE.parent)], 1),
        (["report", str(SAMPLE), "-o", str(SAMPLE.parent / "no" / "such" / "folder.html")], 1),
    ],
)
def test_exit_codes(arguments, code):
    done = call(*arguments)
    assert done.exit_code == code
    assert done.stdout == ""
    assert done.stderr
    if code == 1:
        after_progress = done.stderr.rpartition("\r")[2]  # on a busy machine a bar of progress comes first
        assert len(after_progress.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.xlsx", b""),
        ("broken.xlsx", b"PK\x03\x04 and then nothing"),
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("empty.csv", b""),
        ("nobody.csv", b"apples,pears\n1,2\n3,4\n"),
        ("picture.csv", bytes(range(256)) * 8),
        ("page.xlsx", b"<html><table><tr><td>Name</td></tr></table></html>"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    done = call("summary", path)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert name in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_module_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "infoviz", "summary", str(SAMPLE), *AS_OF, "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["as_of"] == "2026-11-20"
    assert done.stderr == ""


def test_the_command_looks_for_no_garbage_on_its_way_out():
    program = """
import atexit, gc, sys
from infoviz.__main__ import main
atexit.register(lambda: print(gc.get_freeze_count() > 0, gc.isenabled(), gc.get_threshold()[0] > 10_000))
sys.argv = ["infoviz", "--version"]
main()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True True True"


def test_check_lists_what_cannot_be_quite_right_and_each_day_ahead_once(tmp_path):
    path = tmp_path / "people.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "People"
    for row in (
        ("Name", "Contacted on", "Response", "Responded on", "Met on"),
        ("Ana Ruiz", date(2026, 9, 10), "yes", date(2026, 9, 1), None),
        ("Ben Cho", None, "bounced", date(2027, 1, 10), None),
    ):
        book.active.append(row)
    log = book.create_sheet("Log")
    for row in (("Date", "Name", "Event"), (date(2027, 2, 1), "Ana Ruiz", "met")):
        log.append(row)
    book.save(path)
    told = json.loads(call("check", path, "--as-of", "2026-11-20", "--json").stdout)
    assert [(one["cell"], one["value"]) for one in told["problems"]] == [
        ("D3", "2027-01-10"),
        ("A2", "2027-02-01"),
    ]
    assert [(one["row"], one["field"], one["problem"]) for one in told["doubts"]] == [
        (2, "met_on", "in the future"),
        (2, "responded_on", "answer before the ask"),
        (3, "responded_on", "in the future"),
        (3, "contacted_on", "answer without an ask"),
    ]
    said = call("check", path, "--as-of", "2026-11-20").stdout
    assert "row 2, Ana Ruiz: answer before the ask (asked 2026-09-10, answered 2026-09-01)" in said
    assert "4 doubts about 2 rows" in call("summary", path, "--as-of", "2026-11-20").stdout
    counts = json.loads(call("summary", path, "--as-of", "2026-11-20", "--json").stdout)
    assert (counts["asked"], counts["bounced"]) == (1, 0)
