"""The sample and the empty tracker: what they tell holds together, and the script rebuilds them as stored."""

import importlib.util
import operator
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

import infoviz
from infoviz.schema.fields import Field

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample_tracker.xlsx"
TEMPLATE = ROOT / "infoviz" / "templates" / "new_tracker.xlsx"
AS_OF = date(2026, 11, 20)

Row = dict[str, Any]


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script, imported by its path, with its own package beside it."""
    scripts = ROOT / "scripts"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(scripts))
        spec = importlib.util.spec_from_file_location("make_sample", scripts / "make_sample.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
    for name in [name for name in sys.modules if name.partition(".")[0] == "sample"]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def values() -> Workbook:
    return openpyxl.load_workbook(SAMPLE, data_only=True)


@pytest.fixture(scope="module")
def people(values: Workbook) -> list[Row]:
    return rows(values, "People")


@pytest.fixture(scope="module")
def log(values: Workbook) -> list[Row]:
    return rows(values, "Log")


def rows(book: Workbook, sheet: str) -> list[Row]:
    header, *body = book[sheet].iter_rows(values_only=True)
    plain = ([cell.date() if isinstance(cell, datetime) else cell for cell in cells] for cells in body)
    return [dict(zip(header, cells, strict=True)) for cells in plain]


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("build", "stored"), [("build_sample", SAMPLE), ("build_template", TEMPLATE)], ids=["sample", "template"]
)
def test_rebuilt_part_by_part(script: ModuleType, tmp_path: Path, build: str, stored: Path) -> None:
    rebuilt = tmp_path / stored.name
    getattr(script, build)(rebuilt)
    expected, found = parts(stored), parts(rebuilt)
    assert list(found) == list(expected)
    assert [name for name in expected if found[name] != expected[name]] == []


def test_search_of_thirty_weeks(people: list[Row]) -> None:
    asked = [row["Asked on"] for row in people if row["Asked on"]]
    assert len(people) == 124
    assert len(asked) == 119
    assert len({row["Name"] for row in people}) == len(people)
    assert date(2026, 4, 27) <= min(asked) < date(2026, 5, 4)
    assert max(asked) <= AS_OF
    monday = date(2026, 4, 27)
    per_week = Counter((day - monday).days // 7 for day in asked)
    assert [week for week in range(30) if week not in per_week] == [15, 16, 23]
    assert sum(per_week[week] for week in range(4)) < sum(per_week[week] for week in range(4, 8))
    assert {row["Hypothesis"] for row in people} == {
        "Urban health data", "Science publishing", "Climate adaptation",
    }  # fmt: skip
    publishing = [
        row["Asked on"] for row in people if row["Hypothesis"] == "Science publishing" and row["Asked on"]
    ]
    assert max(publishing) < date(2026, 8, 24)


def test_answers_are_believable(people: list[Row]) -> None:
    asked = [row for row in people if row["Asked on"]]
    known = {"Introduction", "Friend or family", "Former colleague", "Alumni mentor"}
    warm = [row for row in asked if row["Source"] in known]
    cold = [row for row in asked if row["Source"] not in known]
    assert 0.45 <= share_answered(warm) <= 0.62
    assert 0.20 <= share_answered(cold) <= 0.30
    counts = Counter(row["Response"] for row in asked)
    assert 0.25 <= counts["yes"] / len(asked) <= 0.31
    assert min(counts[word] for word in ("yes", "no", "bounced", "other", "withdrawn")) >= 2
    waiting = [row for row in asked if not row["Response"] and (AS_OF - row["Asked on"]).days <= 28]
    assert len(waiting) >= 8
    assert median_wait(warm) < median_wait(cold)


def share_answered(asked: list[Row]) -> float:
    return sum(row["Response"] in ("yes", "no", "other") for row in asked) / len(asked)


def median_wait(asked: list[Row]) -> int:
    waits = sorted(
        (row["Responded on"] - row["Asked on"]).days
        for row in asked
        if row["Response"] in ("yes", "no", "other")
    )
    return waits[len(waits) // 2]


def test_dates_are_in_order(people: list[Row]) -> None:
    for row in people:
        assert (row["Response"] is None) == (row["Responded on"] is None), row
        in_order(row, "Asked on", "Nudged on")
        in_order(row, "Asked on", "Responded on")
        in_order(row, "Responded on", "Met on", "Thanked on")
        in_order(row, "Responded on", "Scheduled for")
        in_order(row, "Last touch", "Follow up on")
        for header in ("Asked on", "Nudged on", "Responded on", "Met on", "Thanked on", "Last touch"):
            assert row[header] is None or row[header] <= AS_OF, row
        assert not row["Met on"] or row["Response"] == "yes", row


def in_order(row: Row, *headers: str) -> None:
    days = [row[header] for header in headers if row[header] is not None]
    assert days == sorted(days), row
    assert not days or row[headers[0]] is not None, row


def test_interviews(people: list[Row]) -> None:
    met = [row for row in people if row["Met on"]]
    assert len(met) == 32
    assert all(15 <= row["Minutes"] <= 60 and row["Mode"] for row in met)
    delays = [(row["Thanked on"] - row["Met on"]).days for row in met if row["Thanked on"]]
    assert sum(delay <= 2 for delay in delays) / len(met) > 0.7
    assert max(delays) > 2
    assert len(delays) < len(met)
    assert {"inspired", "icky"} <= {row["Reflection"] for row in met}
    coming = [row["Scheduled for"] for row in people if row["Scheduled for"] and row["Scheduled for"] > AS_OF]
    assert sum(day <= AS_OF + timedelta(days=7) for day in coming) >= 2
    assert max(coming) > AS_OF + timedelta(days=7)
    assert sum(bool(row["Outcome"]) for row in met) >= 4


def test_introductions_are_three_generations_deep(people: list[Row]) -> None:
    by_name = {row["Name"]: row for row in people}
    for row in people:
        if row["Referred by"]:
            introducer = by_name[row["Referred by"]]
            assert row["Name"] in introducer["Introductions"].split("; ")
            assert row["Asked on"] is None or introducer["Met on"] < row["Asked on"]
    assert max(generation(row, by_name) for row in people) == 3
    promised = {name for row in people if row["Introductions"] for name in row["Introductions"].split("; ")}
    assert 5 <= len(promised - set(by_name)) <= 15


def generation(row: Row, by_name: dict[str, Row]) -> int:
    return 1 + generation(by_name[row["Referred by"]], by_name) if row["Referred by"] else 0


def test_log_agrees_with_the_dates(people: list[Row], log: list[Row]) -> None:
    dates = {
        "Asked": "Asked on",
        "Nudged": "Nudged on",
        "Responded": "Responded on",
        "Thanked": "Thanked on",
        "Acknowledged": "Acknowledged on",
    }
    logged = {(entry["Event"], entry["Name"], entry["Date"]) for entry in log}
    assert len(logged) == len(log)
    assert [entry["Date"] for entry in log] == sorted(entry["Date"] for entry in log)
    for event, header in dates.items():
        told = {(event, row["Name"], row[header]) for row in people if row[header]}
        assert told == {entry for entry in logged if entry[0] == event}
    introduced = {(entry["Name"], entry["Detail"]) for entry in log if entry["Event"] == "Introduced"}
    assert introduced == {(row["Name"], row["Referred by"]) for row in people if row["Referred by"]}
    met = Counter(entry["Name"] for entry in log if entry["Event"] == "Met")
    assert set(met) == {row["Name"] for row in people if row["Met on"]}
    assert {("Met", row["Name"], row["Met on"]) for row in people if row["Met on"]} <= logged
    assert sum(times > 1 for times in met.values()) >= 3
    assert max(entry["Date"] for entry in log) <= AS_OF


def test_nobody_is_real(people: list[Row]) -> None:
    assert all(re.fullmatch(r"[a-z.-]+@example\.(org|com)", row["Email"]) for row in people)
    assert len({row["Email"] for row in people}) == len(people)
    numbers = [row["Phone"] for row in people if row["Phone"]]
    assert all(re.fullmatch(r"\+1 \d{3} 555 01\d\d|\+44 20 7946 09\d\d", number) for number in numbers)
    assert all(row["LinkedIn"].startswith("https://example.com/") for row in people if row["LinkedIn"])


def test_cached_values_of_the_dashboard(values: Workbook, people: list[Row]) -> None:
    dashboard, cached = openpyxl.load_workbook(SAMPLE)["Dashboard"], values["Dashboard"]
    formulas = [cell for cells in dashboard.iter_rows() for cell in cells if str(cell.value).startswith("=")]
    assert len(formulas) > 200
    weeks = [cell for cell in formulas if cell.column_letter == "K"]
    groups = [cell for cell in formulas if cell.column_letter == "D"]
    for cell in groups:
        name, place = re.fullmatch(r"=INDEX\((\w+),(\d+)\)", cell.value).groups()
        sheet, cells = next(iter(values.defined_names[name].destinations))
        assert cached[cell.coordinate].value == values[sheet][cells][int(place) - 1][0].value
    assert [cached[cell.coordinate].value.date() for cell in weeks] == [
        date(2026, 4, 27) + timedelta(weeks=week) for week in range(30)
    ]

    def lookup(name: str) -> Any:
        named = {"As_of": AS_OF, "Window": 28}
        found = named[name] if name in named else cached[name.replace("$", "")].value
        return found.date() if isinstance(found, datetime) else found

    for cell in formulas:
        if cell not in weeks and cell not in groups:
            assert cached[cell.coordinate].value == evaluate(cell.value, people, lookup), cell.value


def evaluate(formula: str, people: list[Row], lookup: Callable[[str], Any]) -> int:
    """Work out COUNT, COUNTA or COUNTIFS over the People table."""
    function, inside = re.fullmatch(r"=(\w+)\((.*)\)", formula).groups()
    if function == "COUNTIFS":
        pairs = re.findall(r"People\[([^]]+)\],((?:\"[^\"]*\"|[^,])+)", inside)
        return sum(all(fits(row[header], condition, lookup) for header, condition in pairs) for row in people)
    header = re.fullmatch(r"People\[(.+)\]", inside).group(1)
    kinds = date if function == "COUNT" else object
    return sum(row[header] is not None and isinstance(row[header], kinds) for row in people)


def fits(value: Any, condition: str, lookup: Callable[[str], Any]) -> bool:
    """Whether a cell meets a condition such as ``">="&As_of-Window``."""
    fixed = {
        '"="': value is None,
        '">0"': isinstance(value, date),
        '"?*"': isinstance(value, str),
    }
    if condition in fixed:
        return fixed[condition]
    quoted, _, reference = condition.partition("&")
    if not quoted.startswith('"'):
        return value == lookup(quoted)
    if quoted.startswith('"<>'):
        return value != quoted[3:-1]
    if not reference:
        return value == quoted[1:-1]
    compare = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}[quoted[1:-1]]
    return value is not None and compare(value, bound(reference, lookup))


def bound(reference: str, lookup: Callable[[str], Any]) -> date:
    """Work out a day such as ``As_of-Window`` or ``$K7+7``."""
    name, sign, shift = re.fullmatch(r"([$\w]+)(?:([+-])(\w+))?", reference).groups()
    days = 0 if shift is None else int(shift) if shift.isdigit() else lookup(shift)
    return lookup(name) + timedelta(days=-days if sign == "-" else days)


def test_understood_in_full(log: list[Row]) -> None:
    tracker = infoviz.load(SAMPLE)
    assert tracker.problems.empty
    assert tracker.columns["field"].notna().all()
    assert set(tracker.columns["field"]) == set(Field) - {Field.STATUS}
    met = tracker.events.query("event == 'met'")
    assert len(met) == sum(entry["Event"] == "Met" for entry in log)


@pytest.mark.parametrize("path", [SAMPLE, TEMPLATE], ids=["sample", "template"])
def test_a_workbook_that_somebody_cares_for(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["People", "Log", "Dashboard", "Lists"]
    people = book["People"]
    assert people.freeze_panes == "B2"
    assert people.tables["People"].autoFilter is not None
    assert people.tables["People"].ref == ("A1:AF125" if path == SAMPLE else "A1:AF2")
    assert len(people.conditional_formatting) >= 5
    lists = {rule.formula1 for rule in people.data_validations.dataValidation if rule.type == "list"}
    assert lists == {
        "Sources",
        "Hypotheses",
        "Channels",
        "Letters",
        "Responses",
        "Modes",
        "Reflections",
        "Names",
    }
    assert lists <= set(book.defined_names)
    assert sum(cell.comment is not None for cells in people.iter_rows() for cell in cells) >= 6
    assert len(book["Dashboard"]._charts) == 1


def test_template_is_empty(values: Workbook) -> None:
    book = openpyxl.load_workbook(TEMPLATE, data_only=True)
    for sheet in ("People", "Log"):
        header, *body = book[sheet].iter_rows(values_only=True)
        assert header == next(values[sheet].iter_rows(values_only=True))
        assert all(cell is None for cells in body for cell in cells)
    counts = [cell.value for cells in book["Dashboard"]["L7:O36"] for cell in cells]
    assert set(counts) == {0}
