"""The verbs of a tracker: what is given stands in the sheet as its keeper would have typed it, or is refused."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.datavalidation import DataValidation

import infoviz
from infoviz.errors import (
    EditRefused,
    InfovizError,
    NoColumn,
    NoSuchRow,
    NotInList,
    RefusedValue,
    UnfitFrame,
    UnknownEvent,
    UnknownField,
)
from infoviz.schema.fields import EVENTS, Content, Field
from tests.editing.making import HEADERS, PEOPLE, cells, make, row_of
from tests.trackers import TRACKERS

SAMPLE = Path(__file__).parent.parent / "data" / "sample_tracker.xlsx"
DAY = date(2026, 11, 20)
VARIED = (
    "student_sheets_export", "career_changer_banner", "german_bewerberin", "french_cp1252", "action_logger",
    "consultant_with_log", "tick_marks", "mac_1904", "emoji_statuses", "prefilled_template", "name_and_title",
    "company_and_role", "log_of_pairs",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


@pytest.fixture
def sample(tmp_path: Path) -> infoviz.Tracker:
    return infoviz.load(shutil.copy(SAMPLE, tmp_path / "sample.xlsx"))


# ── add, edit ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_added_to_the_sample_and_read_by_another_program(sample: infoviz.Tracker) -> None:
    row = sample.add(
        name="Ada Example", organization="Example Org", contacted_on=DAY, response="yes", minutes=20
    )
    assert row == 126
    assert sample.contacts.loc[row, "name"] == "Ada Example"
    assert sample.contacts.loc[row, "contacted_on"] == pd.Timestamp(DAY)
    assert ((sample.events["row"] == row) & (sample.events["event"] == "asked")).any()
    receipt = sample.save()
    assert receipt.backup is not None
    assert set(receipt.cells) == {"People!A126", "People!B126", "People!N126", "People!P126", "People!S126"}
    sheet = openpyxl.load_workbook(sample.path)["People"]
    assert sheet["A126"].value == "Ada Example"
    assert sheet["N126"].value == datetime(2026, 11, 20)
    assert sheet["N126"].number_format == sheet["N2"].number_format
    assert sheet.tables["People"].ref.endswith("126")


def test_edits_are_listed_and_shown_at_once(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(3, notes="Called", met_on="2026-11-20")
    tracker.edit(3, notes="Called twice")
    assert tracker.edits.to_dict("records") == [
        {
            "sheet": "People",
            "cell": "J3",
            "row": 3,
            "field": "notes",
            "before": None,
            "after": "Called twice",
        },
        {"sheet": "People", "cell": "H3", "row": 3, "field": "met_on", "before": None, "after": DAY},
    ]
    assert tracker.contacts.loc[3, "met_on"] == pd.Timestamp(DAY)
    tracker.edit(3, notes=None)
    assert list(tracker.edits["field"]) == ["met_on"]
    assert list(tracker.edits) == ["sheet", "cell", "row", "field", "before", "after"]


def test_what_is_said_already_is_no_edit(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(2, name="Ana Ruiz", response="yes", contacted_on=date(2026, 9, 1), notes="Knows everybody")
    assert tracker.edits.empty
    assert not tracker.undo()
    assert tracker.save().parts == ()


def test_values_in_the_manner_of_their_columns(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(5, response="yes", responded_on=DAY, thanked_on=True)
    tracker.edit(6, response="no")
    tracker.save()
    assert row_of(path, "Dara Okafor")[5:9] == ["Accepted", DAY, None, "Y"]
    assert row_of(path, "Emil Novak")[5] == "Declined"


def test_a_column_named_by_its_header(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(5, Title="Head of Design", Notes="Named by its header")
    assert tracker.contacts.loc[5, ["role", "notes"]].tolist() == ["Head of Design", "Named by its header"]
    with pytest.raises(EditRefused):
        tracker.edit(5, Name=None, Company=None, Email=None)


@pytest.mark.parametrize(
    ("case", "field", "value", "written"),
    [
        ("student_sheets_export", "met_on", DAY, "11/20/2026"),
        ("two_digit_typos", "met_on", DAY, "11/20/26"),
        ("german_bewerberin", "thanked_on", DAY, "20.11.2026"),
        ("french_cp1252", "nudged_on", DAY, "20/11/2026"),
        ("contact_holds_dates", "met_on", DAY, "2026/11/20"),
        ("ambiguous_slashes", "contacted_on", DAY, "2026-11-20"),
        ("bare_serials", "met_on", DAY, 46346),
        ("mac_1904", "thanked_on", DAY, DAY),
        ("tick_marks", "contacted_on", True, "✓"),
        ("tick_marks", "met_on", True, True),
        ("tick_marks", "thanked_on", True, 1),
        ("tick_marks", "nudged_on", True, "x"),
        ("words_for_dates", "thanked_on", True, "mailed"),
        ("engineer_snake_case", "response", "yes", "accepted"),
        ("two_digit_typos", "response", "no", "Negative"),
        ("french_cp1252", "response", "yes", "oui"),
        ("bankers_ambiguities", "response", "yes", "Positive"),
        ("camel_case_export", "cadence_days", 30, "30"),
        ("name_and_title", "role", "Data Analyst", "Zora Quill, Data Analyst"),
        ("company_and_role", "role", "Data Analyst", "Quill Labs – Data Analyst"),
    ],
)
def test_every_keeper_s_own_manner(
    case: str, field: str, value: object, written: object, tmp_path: Path
) -> None:
    tracker = load_case(case, tmp_path)
    row = tracker.add(name="Zora Quill", organization="Quill Labs", **{field: value})
    letter = tracker.layout.letters[field][0]
    found = tracker.edits.set_index("cell")["after"][f"{letter}{row}"]
    assert found == written
    assert type(found) is type(written)


def test_a_day_put_beside_words_leaves_the_words(tmp_path: Path) -> None:
    people = [[*row] for row in PEOPLE]
    for row, text in zip(people, ("3/4/2026 by mail", "3/25/2026", "3/26/2026", "3/27/2026"), strict=False):
        row[4] = text
    path = make(tmp_path / "tracker.xlsx", people=people)
    tracker = infoviz.load(path)
    tracker.edit(2, contacted_on=date(2026, 5, 6))
    assert tracker.edits.loc[0, "after"] == "5/6/2026 by mail"
    with pytest.raises(EditRefused, match="more than the day"):
        tracker.edit(2, contacted_on=None)


def test_a_day_for_a_column_of_ticks_is_a_tick_and_a_warning(tmp_path: Path) -> None:
    tracker = load_case("tick_marks", tmp_path)
    row = int(tracker.contacts.index[tracker.contacts["thanked"] == False][0])  # noqa: E712  a column of booleans
    tracker.edit(row, thanked_on=DAY)
    assert tracker.edits.loc[0, "after"] == 1
    assert "2026-11-20" in " ".join(tracker.save().warnings)


def test_a_refusal_is_written_so_that_it_is_read_as_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Name", "Company", "Date contacted", "Response"],
        ["Ana Ruiz", "Acme", datetime(2026, 3, 2), "yes"],
        ["Bo Lindqvist", "Globex", datetime(2026, 3, 3), None],
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    tracker = infoviz.load(tmp_path / "t.xlsx")
    tracker.edit(3, response="no")
    tracker.save()
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").active["D3"].value == "no"
    assert infoviz.load(tmp_path / "t.xlsx").contacts["response"].tolist() == ["yes", "no"]


def test_names_in_two_cells(tmp_path: Path) -> None:
    tracker = load_case("german_bewerberin", tmp_path)
    row = tracker.add(name="Anna Maria Quill", organization="Quill Labs")
    assert tracker.contacts.loc[row, "name"] == "Anna Maria Quill"
    tracker.edit(row, name="Anna Quill")
    assert list(tracker.edits["after"])[:2] == ["Anna", "Quill"]


@pytest.mark.parametrize(
    ("given_", "error"),
    [
        ({"colour": "red"}, UnknownField),
        ({"minutes": 20}, NoColumn),
        ({"met_on": "soon"}, RefusedValue),
        ({"met_on": date(1805, 1, 1)}, RefusedValue),
        ({"response": "perhaps"}, RefusedValue),
        ({"response": "withdrawn", "met_on": "nonsense"}, RefusedValue),
        ({"notes": "a" * 40_000}, EditRefused),
        ({"notes": "bell \x07"}, EditRefused),
        ({"notes": object()}, RefusedValue),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_changed(path: Path, given_: dict, error: type) -> None:
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Before")
    before = tracker.contacts.copy()
    with pytest.raises(error):
        tracker.edit(2, **given_)
    pd.testing.assert_frame_equal(tracker.contacts, before)
    assert list(tracker.edits["after"]) == ["Before"]


def test_a_refused_value_says_where_and_what_is_allowed(path: Path) -> None:
    tracker = infoviz.load(path)
    with pytest.raises(RefusedValue, match=r"“People”, cell H2: “soon” is refused.*2026-11-22") as caught:
        tracker.edit(2, met_on="soon")
    assert (caught.value.sheet, caught.value.cell) == ("People", "H2")


@pytest.mark.parametrize("row", [1, 9, 0, -1, 2.5, "2", None, True])
def test_nobody_stands_in_that_row(path: Path, row: Any) -> None:
    tracker = infoviz.load(path)
    with pytest.raises(NoSuchRow):
        tracker.edit(row, notes="?")
    with pytest.raises(NoSuchRow):
        tracker.log(row, "met", on=DAY)


def test_a_formula_is_not_overwritten(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["People"]["J2"] = '="Knows "&"everybody"'
    book.save(path)
    tracker = infoviz.load(path)
    with pytest.raises(EditRefused, match="formula"):
        tracker.edit(2, notes="Knows nobody")
    assert tracker.edits.empty


def test_text_that_looks_like_a_formula_stays_text(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(2, notes="=1+1")
    tracker.save()
    assert infoviz.load(path).contacts.loc[2, "notes"] == "=1+1"
    assert openpyxl.load_workbook(path)["People"]["J2"].data_type == "s"


def test_a_column_by_its_header(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["People"]["K1"] = "T-shirt"
    for row in range(2, 6):
        book["People"].cell(row, 11).value = "M"
    book.save(path)
    tracker = infoviz.load(path)
    tracker.edit(2, **{"T-shirt": "L"})
    assert tracker.contacts.loc[2, "T-shirt"] == "L"


# ── drop-down lists ───────────────────────────────────────────────────────────────────────────────────────────────────


def with_list(path: Path, rule: DataValidation, *, lists: tuple[str, ...] = ()) -> infoviz.Tracker:
    book = openpyxl.load_workbook(path)
    if lists:
        other = book.create_sheet("Lists")
        for row, word in enumerate(lists, start=1):
            other.cell(row, 1).value = word
        book.defined_names["Words"] = openpyxl.workbook.defined_name.DefinedName(
            "Words", attr_text="Lists!$A$1:$A$9"
        )
    book["People"].add_data_validation(rule)
    book.save(path)
    return infoviz.load(path)


@pytest.mark.parametrize(
    ("formula", "lists"),
    [
        ('"Engineer,Analyst,Director,Designer,Manager,Editor"', ()),
        ("Lists!$A$1:$A$6", ("Engineer", "Analyst", "Director", "Designer", "Manager", "Editor")),
        ("Words", ("Engineer", "Analyst", "Director", "Designer", "Manager", "Editor")),
        ("$C$2:$C$7", ()),
    ],
    ids=["literal", "range", "name", "own column"],
)
def test_a_value_outside_the_drop_down_list_is_refused_with_the_list(
    path: Path, formula: str, lists: tuple
) -> None:
    tracker = with_list(path, DataValidation("list", formula1=formula, sqref="C2:C50"), lists=lists)
    with pytest.raises(NotInList, match="“Engineer”, “Analyst”") as caught:
        tracker.edit(3, role="Astronaut")
    assert caught.value.choices[:2] == ("Engineer", "Analyst")
    with pytest.raises(NotInList):
        tracker.edit(3, role="Astronaut", outside_lists=True)
    with pytest.raises(NotInList):
        tracker.add(name="Gus Adler", role="Astronaut")
    tracker.edit(3, role="engineer")
    assert tracker.contacts.loc[3, "role"] == "Engineer"
    tracker.edit(3, role=None)
    assert tracker.contacts["role"].isna().loc[3]


def test_a_value_beside_formulas_is_written_and_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Company", "Source", "Days", "Notes"])
        for row, name in enumerate(("Ana Ruiz", "Bo Lindqvist", "Cleo Park"), start=1):
            sheet.write_row(row, 0, [name, "Acme", "LinkedIn"])
            sheet.write_formula(row, 3, f"=LEN(A{row + 1})", value=len(name))
    tracker = infoviz.load(path)
    tracker.add(name="Dara Okafor")
    assert tracker.warnings == ()
    tracker.undo()
    tracker.add(name="Dara Okafor", Days=3)
    (warning,) = tracker.warnings
    assert "D of the new row: it holds “3” instead of the formula of D4" in warning
    tracker.undo()
    frame = tracker.contacts.copy()
    frame.loc[5, ["name", "Days"]] = ["Dara Okafor", 3]
    tracker.apply(frame)
    assert tracker.warnings == (warning.replace("“3”", "“3.0”"),)


STAGES = ("Reached out", "Followed up", "Interview scheduled", "Met", "Thank you sent", "Declined")


@pytest.mark.parametrize(
    ("status", "event", "detail", "becomes"),
    [
        ("Reached out", "nudged", "", "Followed up"),
        ("Reached out", "met", "", "Met"),
        ("Followed up", "scheduled", "", "Interview scheduled"),
        ("Followed up", "responded", "no", "Declined"),
        ("Followed up", "met", "", "Met"),
        ("Interview scheduled", "met", "", "Met"),
        ("Interview scheduled", "thanked", "", "Thank you sent"),
        ("Interview scheduled", "nudged", "", None),
        ("Interview scheduled", "responded", "no", None),
        ("Thank you sent", "met", "", None),
        ("Met", "scheduled", "", None),
        ("Declined", "nudged", "", None),
    ],
)
def test_a_status_goes_on_and_not_back(
    tmp_path: Path, status: str, event: str, detail: str, becomes: str | None
) -> None:
    path = tmp_path / "tracker.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Name", "Company", "Status"])
    names = ("Zoe Hart", "Ana Ruiz", "Bo Li", "Cy Day", "Di Fox", "Ed Gray", "Flo Hay")
    for name, word in zip(names, (status, *STAGES), strict=True):
        book.active.append([name, "Acme", word])
    book.save(path)
    tracker = infoviz.load(path)
    if becomes is None:
        with pytest.raises(EditRefused, match=f"“{status}” already says more than"):
            tracker.log(2, event, on=DAY, detail=detail)
    else:
        tracker.log(2, event, on=DAY, detail=detail)
        assert tracker.edits["after"].tolist() == [becomes]


def test_a_column_that_would_not_be_understood_any_more_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Name", "Company", "Contacted on", "Notas"])
    for name, notes in (("Ana Ruiz", "muy útil"), ("Bo Li", None), ("Cy Day", None), ("Di Fox", None)):
        book.active.append([name, "Acme", date(2026, 3, 1), notes])
    book.save(path)
    tracker = infoviz.load(path)
    with pytest.raises(
        EditRefused, match=re.escape("columns={'notes': 'Notas'} (--column notes=\"Notas\") and try")
    ):
        tracker.edit(2, notes="x")
    tracker = infoviz.load(path, columns={"notes": "Notas"})
    tracker.edit(2, notes="x")
    assert tracker.contacts.loc[2, "notes"] == "x"


@pytest.mark.parametrize(
    ("head", "given", "name"),
    [
        (("Full name", "Company"), {"Full name": "Luc Noir"}, "Luc Noir"),
        (
            ("First name", "Last name", "Company"),
            {"First name": "Luc", "Last name": "de Noir"},
            "Luc de Noir",
        ),
        (("First name", "Last name", "Company"), {"First name": "Luc"}, "Luc"),
    ],
)
def test_somebody_new_by_the_headers_of_the_names(
    tmp_path: Path, head: tuple, given: dict, name: str
) -> None:
    path = tmp_path / "tracker.csv"
    rows = ["Ana Ruiz,Acme", "Bo Li,Globex", "Cy Day,Initech"]
    lines = [row.replace(" ", ",") if len(head) == 3 else row for row in rows]
    path.write_text("\n".join([",".join(head), *lines, ""]))
    tracker = infoviz.load(path)
    row = tracker.add(**given, organization="Umbra")
    assert tracker.contacts.loc[row, "name"] == name
    with pytest.raises(RefusedValue, match="a name for somebody new"):
        tracker.add(Company="Umbra")
    with pytest.raises(UnknownField, match="Colour"):
        tracker.add(**given, Colour="red")
    with pytest.raises(EditRefused, match="“Total” is not taken for one"):
        tracker.add(**{head[0]: "Total"})


def test_a_refused_answer_or_name_says_what_is_taken(path: Path) -> None:
    rule = DataValidation("list", formula1='"Accepted,Declined,Left voicemail"', sqref="F2:F50")
    tracker = with_list(path, rule)
    with pytest.raises(
        RefusedValue, match="or withdrawn, or a word of its drop-down list: Accepted, Declined, Left"
    ):
        tracker.edit(2, response="Perhaps")
    with pytest.raises(EditRefused, match="Give a name: “Total” is not taken for one"):
        tracker.add(name="Total")


def test_a_tick_is_no_second_day(path: Path) -> None:
    tracker = infoviz.load(path)
    with pytest.raises(
        EditRefused, match=r"cell I2: it says already “Y”, and there is no log sheet for the day\."
    ):
        tracker.log(2, "thanked", on=DAY)


def test_a_list_that_only_warns_may_be_passed_over(path: Path) -> None:
    rule = DataValidation("list", formula1='"Engineer,Analyst"', sqref="C2:C50", errorStyle="warning")
    tracker = with_list(path, rule)
    with pytest.raises(NotInList, match="outside_lists"):
        tracker.edit(3, role="Astronaut")
    tracker.edit(3, role="Astronaut", outside_lists=True)
    assert tracker.contacts.loc[3, "role"] == "Astronaut"


def test_an_answer_in_the_words_of_the_list(path: Path) -> None:
    rule = DataValidation("list", formula1='"Accepted,Declined,Bounced back"', sqref="F2:F50")
    tracker = with_list(path, rule)
    tracker.edit(5, response="bounced")
    assert tracker.edits.loc[0, "after"] == "Bounced back"
    with pytest.raises(RefusedValue, match="Declined"):
        tracker.edit(5, response="withdrawn")


# ── log ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_log_writes_the_trail_and_the_row(sample: infoviz.Tracker) -> None:
    row = sample.add(name="Ada Example", contacted_on=DAY)
    sample.log(row, "responded", on=date(2026, 11, 21), detail="yes")
    sample.log(row, "met", on="2026-11-22", detail="30 minutes")
    contact = sample.contacts.loc[row]
    assert contact["response"] == "yes"
    assert contact["responded_on"] == pd.Timestamp("2026-11-21")
    assert contact["met_on"] == pd.Timestamp("2026-11-22")
    sample.save()
    assert cells(sample.path, "Log")[-2:] == [
        [date(2026, 11, 21), "Ada Example", "Responded", "yes"],
        [date(2026, 11, 22), "Ada Example", "Met", "30 minutes"],
    ]


def test_met_again_goes_to_the_log_and_leaves_the_first_day(sample: infoviz.Tracker) -> None:
    before = sample.contacts.loc[2, "met_on"]
    sample.log(2, "met", on=DAY)
    assert sample.contacts.loc[2, "met_on"] == before
    met = sample.events[(sample.events["row"] == 2) & (sample.events["event"] == "met")]
    assert pd.Timestamp(DAY) in set(met["date"])


@pytest.mark.parametrize(
    ("event", "field"),
    [("asked", "contacted_on"), ("responded", "responded_on"), ("met", "met_on"), ("nudged", "nudged_on"),
     ("thanked", "thanked_on"), ("scheduled", "scheduled_on"), ("touched", "last_touch_on"),
     ("acknowledged", "acknowledged_on")],
)  # fmt: skip
def test_each_event_has_its_column(sample: infoviz.Tracker, event: str, field: str) -> None:
    row = sample.add(name="Ada Example")
    sample.log(row, event, on=DAY)
    assert sample.contacts.loc[row, field] == pd.Timestamp(DAY)
    assert ((sample.events["row"] == row) & (sample.events["event"] == event)).any()


def test_an_introduction_names_who_made_it(sample: infoviz.Tracker) -> None:
    row = sample.add(name="Ada Example")
    sample.log(row, "introduced", on=DAY, detail="Amara Oyelaran")
    assert sample.contacts.loc[row, "referred_by"] == "Amara Oyelaran"


def test_a_log_that_cannot_tell_namesakes_apart_takes_nothing_for_the_second(tmp_path: Path) -> None:
    twin: list[Any] = ["Ana Ruiz", "Other Labs", "Chef", *[None] * 7]
    tracker = infoviz.load(make(tmp_path / "twins.xlsx", log=True, people=[*PEOPLE, twin]))
    events = tracker.events
    for event in ("met", "noted"):
        with pytest.raises(EditRefused, match="would tell it of row 2, whose name is the same there"):
            tracker.log(8, event, on=DAY)
    assert tracker.edits.empty
    pd.testing.assert_frame_equal(tracker.events, events)
    tracker.log(2, "met", on=DAY)
    tracker.edit(8, met_on=DAY)
    assert tracker.events.loc[tracker.events["date"] == pd.Timestamp(DAY), "row"].tolist() == [2, 8]


def test_without_a_log_sheet_the_row_alone(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.log(5, "responded", on=DAY, detail="no")
    tracker.log(5, "noted", on=DAY, detail="Moves to Oslo")
    assert tracker.contacts.loc[5, "response"] == "no"
    assert tracker.contacts.loc[5, "notes"] == "2026-11-20: Moves to Oslo"
    with pytest.raises(EditRefused, match="add_log"):
        tracker.log(5, "nudged", on=DAY)
    with pytest.raises(EditRefused, match="second day"):
        tracker.log(2, "met", on=DAY)


def test_a_log_sheet_is_begun_only_when_asked_for(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.log(5, "nudged", on=DAY, detail="by mail", add_log=True)
    tracker.log(2, "met", on=DAY)
    tracker.save()
    assert cells(path, "Log") == [
        ["Date", "Name", "Organization", "Event", "Detail"],
        [DAY, "Dara Okafor", "Umbra Labs", "Nudged", "by mail"],
        [DAY, "Ana Ruiz", "Acme Robotics", "Met", None],
    ]
    again = infoviz.load(path)
    assert again.layout.log is not None
    pd.testing.assert_frame_equal(again.events, tracker.events)


@pytest.mark.parametrize("first", ["touched", "asked"])
def test_a_touch_is_read_as_one_in_a_log_that_has_just_begun(path: Path, first: str) -> None:
    tracker = infoviz.load(path)
    tracker.log(2, first, on=DAY, add_log=True)
    tracker.log(7, "touched", on=DAY)
    last = tracker.events[tracker.events["date"] == pd.Timestamp(DAY)]
    assert list(zip(last["row"], last["event"], strict=True)) == [(2, first), (7, "touched")]


def test_a_log_that_begins_with_all_of_one_person_is_read(path: Path) -> None:
    tracker = infoviz.load(path)
    for event, detail in (
        ("nudged", ""),
        ("responded", "yes"),
        ("met", ""),
        ("thanked", ""),
        ("touched", ""),
    ):
        tracker.log(5, event, on=DAY, detail=detail, add_log=True)
    tracker.save()
    told = infoviz.load(path).events
    assert set(told.loc[told["date"] == pd.Timestamp(DAY), "event"]) == {
        "nudged", "responded", "met", "thanked", "touched",
    }  # fmt: skip


def test_a_new_tracker_is_written_from_the_first_row(tmp_path: Path) -> None:
    path = infoviz.new(tmp_path / "mine.xlsx")
    tracker = infoviz.load(path)
    row = tracker.add(name="Ada Quill", organization="Quill Labs", contacted_on=DAY)
    tracker.log(row, "responded", on=DAY, detail="yes")
    tracker.log(row, "met", on=DAY, detail="20 minutes")
    tracker.save()
    again = infoviz.load(path)
    assert list(again.events["event"]) == ["asked", "responded", "met"]
    assert list(again.events["detail"])[1:] == ["yes", "20 minutes"]


def test_another_name_goes_into_the_log_too(tmp_path: Path) -> None:
    tracker = infoviz.load(make(tmp_path / "tracker.xlsx", log=True))
    before = len(tracker.events)
    tracker.edit(2, name="Ana Ruiz Gómez")
    assert len(tracker.events) == before
    assert tracker.problems.empty
    assert set(tracker.events.loc[tracker.events["row"] == 2, "name"]) == {"Ana Ruiz Gómez"}


def test_what_only_the_log_tells_fills_no_cell_and_is_not_cleared_in_the_row(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Name", "Company", "Contacted on", "Response"])
    for person in ("Ana Ruiz", "Bo Lindqvist", "Cleo Park"):
        book.active.append([person, "Acme", date(2026, 3, 1) if person[0] == "A" else None, None])
    log = book.create_sheet("Log")
    log.append(["Date", "Name", "Event", "Detail"])
    log.append([date(2026, 3, 2), "Bo Lindqvist", "Asked", None])
    book.save(path)
    tracker = infoviz.load(path)
    assert tracker.contacts.loc[3, "contacted_on"] == pd.Timestamp("2026-03-02")
    tracker.apply(tracker.contacts.copy())
    assert tracker.edits.empty
    with pytest.raises(EditRefused, match=r"contacted_on of row 3 .2026-03-02. stands only in this sheet"):
        tracker.edit(3, contacted_on=None)
    tracker.edit(3, contacted_on=date(2026, 3, 2))
    tracker.log(2, "responded", on=DAY, detail="no")
    tracker.log(4, "asked", on=DAY)
    assert tracker.contacts["response"].fillna("").tolist() == ["no", "", ""]
    tracker.save()
    assert cells(path, "Sheet")[2][2] == date(2026, 3, 2)
    pd.testing.assert_frame_equal(infoviz.load(path).contacts, tracker.contacts)


@pytest.mark.parametrize(("event", "on"), [("danced", DAY), ("Met", DAY), ("", DAY)])
def test_events_have_names(path: Path, event: str, on: object) -> None:
    with pytest.raises(UnknownEvent, match="acknowledged, noted"):
        infoviz.load(path).log(2, event, on=on)


@pytest.mark.parametrize("on", ["soon", None, True, 20261120])
def test_days_are_days(path: Path, on: Any) -> None:
    with pytest.raises(RefusedValue):
        infoviz.load(path).log(2, "met", on=on)


# ── apply ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_the_cells_that_differ_become_edits(path: Path) -> None:
    tracker = infoviz.load(path)
    frame = tracker.contacts.copy()
    frame.loc[3, "notes"] = "Called"
    frame.loc[5, "met_on"] = pd.Timestamp(DAY)
    frame.loc[6, "response"] = "yes"
    frame.loc[2, "notes"] = np.nan
    tracker.apply(frame)
    assert dict(zip(tracker.edits["cell"], tracker.edits["after"], strict=True)) == {
        "J2": None, "J3": "Called", "H5": DAY, "F6": "Accepted",
    }  # fmt: skip
    pd.testing.assert_frame_equal(tracker.contacts[frame.columns], frame)
    assert tracker.undo()
    assert tracker.edits.empty


def test_a_new_row_of_the_frame_is_somebody_new(path: Path) -> None:
    tracker = infoviz.load(path)
    new = pd.DataFrame(
        {"name": ["Gus Adler", "Hana Brandt"], "organization": ["Stark Water", None]}, index=[100, 101]
    )
    frame = pd.concat([tracker.contacts, new.reindex(columns=tracker.contacts.columns).astype(object)])
    tracker.apply(frame)
    tracker.save()
    assert [row[0] for row in cells(path)][-2:] == ["Gus Adler", "Hana Brandt"]


def test_own_columns_and_their_types(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for row, values in enumerate([("Score", "T-shirt"), (1, "S"), (2, "M"), (3.5, "L"), (4, "M")], start=1):
        for column, value in enumerate(values, start=11):
            book["People"].cell(row, column).value = value
    book.save(path)
    tracker = infoviz.load(path)
    frame = tracker.contacts.copy()
    frame.loc[3, "Score"] = 7
    frame.loc[4, "T-shirt"] = "XL"
    tracker.apply(frame)
    tracker.save()
    assert row_of(path, "Bo Lindqvist")[10] == 7
    assert row_of(path, "Cleo Diaz")[11] == "XL"


def test_a_frame_that_is_no_copy_is_refused(path: Path) -> None:
    tracker = infoviz.load(path)
    contacts = tracker.contacts
    bad: list[tuple[Any, str]] = [
        (contacts.drop(index=3), "rows 3"),
        (contacts.drop(columns="notes"), "columns notes"),
        (contacts.assign(colour="red"), "no column colour"),
        (pd.concat([contacts, contacts]), "twice"),
        (pd.concat([contacts, contacts.assign(name="Zora Quill")], ignore_index=True), "numbered anew"),
        (contacts.assign(notes=[np.array([1, 2])] * 6), "holds many values"),
        (contacts.to_dict(), "no DataFrame"),
        (contacts, "itself"),
    ]
    for frame, why in bad:
        with pytest.raises(UnfitFrame, match=why):
            tracker.apply(frame)
    assert tracker.edits.empty


def test_one_refused_cell_refuses_the_whole_frame(path: Path) -> None:
    tracker = infoviz.load(path)
    frame = tracker.contacts.copy().astype(object)
    frame.loc[2, "notes"] = "Fine"
    frame.loc[3, "met_on"] = "whenever"
    with pytest.raises(RefusedValue):
        tracker.apply(frame)
    assert tracker.edits.empty


# ── undo, save ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_undo_takes_back_verb_by_verb(sample: infoviz.Tracker) -> None:
    contacts, events = sample.contacts.copy(), sample.events.copy()
    row = sample.add(name="Ada Example", contacted_on=DAY)
    after = sample.contacts.copy()
    sample.log(row, "responded", on=DAY, detail="yes")
    assert sample.undo()
    pd.testing.assert_frame_equal(sample.contacts, after)
    assert sample.undo()
    pd.testing.assert_frame_equal(sample.contacts, contacts)
    pd.testing.assert_frame_equal(sample.events, events)
    assert not sample.undo()
    assert sample.save().parts == ()


def test_the_file_stays_the_same_in_whatever_folder_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        make(folder / "tracker.xlsx")
    other = (there / "tracker.xlsx").read_bytes()
    monkeypatch.chdir(here)
    tracker = infoviz.load("tracker.xlsx")
    for name, save_as in (("tracker.xlsx", None), ("copy.xlsx", "copy.xlsx"), ("copy.xlsx", None)):
        tracker.edit(2, notes=f"{name} {save_as}")
        monkeypatch.chdir(here if save_as else there)
        tracker.save(save_as)
        assert row_of(here / name, "Ana Ruiz")[9] == f"{name} {save_as}"
    assert [entry.name for entry in there.iterdir()] == ["tracker.xlsx"]
    assert (there / "tracker.xlsx").read_bytes() == other


def test_saved_under_another_name(path: Path) -> None:
    tracker = infoviz.load(path)
    before = path.read_bytes()
    tracker.edit(2, notes="In the copy")
    tracker.save(path.with_name("copy.xlsx"))
    assert path.read_bytes() == before
    assert row_of(path.with_name("copy.xlsx"), "Ana Ruiz")[9] == "In the copy"
    assert tracker.edits.empty


def test_a_file_open_elsewhere_is_named_and_can_be_overridden(path: Path) -> None:
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text("Ann Lee,ann,desk-7,21.11.2026 18:02,file:///tmp;", encoding="utf-8")
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Wait")
    with pytest.raises(InfovizError, match="LibreOffice by Ann Lee on desk-7"):
        tracker.save()
    assert tracker.edits.loc[0, "after"] == "Wait"
    tracker.save(ignore_lock=True)
    assert row_of(path, "Ana Ruiz")[9] == "Wait"


@pytest.mark.parametrize("suffix", [".ods", ".xls"])
def test_files_that_can_only_be_read_are_refused(suffix: str, tmp_path: Path, soffice: str) -> None:
    path = make(tmp_path / "tracker.xlsx")
    import subprocess

    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", suffix[1:],
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    tracker = infoviz.load(path.with_suffix(suffix))
    with pytest.raises(EditRefused, match=r"Save it as \.xlsx"):
        tracker.edit(2, notes="No")
    with pytest.raises(EditRefused, match=r"Save it as \.xlsx"):
        tracker.add(name="Gus Adler")


# ── any tracker, any sequence ─────────────────────────────────────────────────────────────────────────────────────────


def load_case(name: str, folder: Path) -> infoviz.Tracker:
    case = TRACKERS[name]
    path = folder / f"tracker{case.suffix}"
    case.write(path)
    return infoviz.load(path, sheet=None if case.suffix == ".csv" else case.sheet)


VALUES: dict[Content, list[object]] = {
    Content.DATE: [DAY, date(2026, 3, 4), True, False, None],
    Content.RESPONSE: ["yes", "no", "bounced", "other", "withdrawn", None],
    Content.NUMBER: [20, 45.0, "half an hour", None],
    Content.STATUS: ["met", "Replied", "yes", "scheduled", None],
    Content.LIST: ["Ana Ruiz; Bo Li", "one, two", None],
    Content.TEXT: ["Zora Quill", "=1+1", "two\nlines", "003", "+1 613 555 0198", "ünï <&> \"42\"", None],
}  # fmt: skip
STEP = st.tuples(
    st.sampled_from(["edit", "edit", "edit", "add", "log", "log", "undo"]),
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(0, 40),
)


def take(tracker: infoviz.Tracker, step: tuple[str, int, int, int]) -> None:
    """Do one thing; a refusal leaves everything as it was."""
    verb, first, second, third = step
    row = int(tracker.contacts.index[first % len(tracker.contacts)])
    fields = [Field(name) for name in tracker.layout.letters]
    name = fields[second % len(fields)]
    values = VALUES[name.content]
    before, edits = tracker.contacts.copy(), len(tracker.edits)
    try:
        if verb == "edit":
            tracker.edit(row, **{name.value: values[third % len(values)]})
        elif verb == "add":
            who = {"name": f"Zora Quill {first}", "organization": f"Quill Labs {second}"}
            tracker.add(**{key: value for key, value in who.items() if key in tracker.layout.letters})
        elif verb == "log":
            tracker.log(
                row, EVENTS[second % len(EVENTS)], on=DAY, detail=["", "yes", "no", "coffee"][third % 4]
            )
        else:
            tracker.undo()
    except InfovizError:
        pd.testing.assert_frame_equal(tracker.contacts, before)
        assert len(tracker.edits) == edits


CELL = re.compile(rb'<c r="([A-Z]+\d+)"(?:[^>]*/>|.*?</c>)', re.DOTALL)


def untouched(before: Path, after: Path, edited: set[str]) -> None:
    """Hold every byte of every cell that neither was edited nor depends on one against what it was."""
    if after.suffix != ".xlsx":
        old, new = before.read_bytes().splitlines(keepends=True), after.read_bytes().splitlines(keepends=True)
        rows = {int(re.sub(r"\D", "", cell.rpartition("!")[2])) for cell in edited}
        assert all(line in new for number, line in enumerate(old[:-1], start=1) if number not in rows)
        return
    addresses = {cell.rpartition("!")[2] for cell in edited}
    with ZipFile(before) as old_file, ZipFile(after) as new_file:
        for part in old_file.namelist():
            one, other = old_file.read(part), new_file.read(part)
            if not part.startswith("xl/worksheets/sheet"):
                continue
            kept = {match[1].decode(): match[0] for match in CELL.finditer(one)}
            now = {match[1].decode(): match[0] for match in CELL.finditer(other)}
            assert {cell: text for cell, text in kept.items() if cell not in addresses} == {
                cell: now.get(cell) for cell in kept if cell not in addresses
            }


@pytest.mark.parametrize("name", VARIED)
@settings(
    derandomize=True,
    deadline=None,
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEP, min_size=3, max_size=7))
def test_any_sequence_saved_and_loaded_gives_the_same(
    name: str, steps: list[tuple[str, int, int, int]], tmp_path: Path
) -> None:
    tracker = load_case(name, tmp_path)
    before = shutil.copy(tracker.path, tmp_path / f"before{tracker.path.suffix}")
    for step in steps:
        take(tracker, step)
    receipt = tracker.save()
    again = infoviz.load(tracker.path, sheet=tracker.layout.sheet if tracker.path.suffix == ".xlsx" else None)
    pd.testing.assert_frame_equal(again.contacts, tracker.contacts)
    pd.testing.assert_frame_equal(again.events, tracker.events)
    pd.testing.assert_frame_equal(again.problems, tracker.problems)
    untouched(Path(before), tracker.path, {*receipt.cells, *receipt.cleared})


def test_headers_of_the_made_tracker_are_understood(path: Path) -> None:
    assert infoviz.load(path).check().to_dict()["unmapped"] == []
    assert len(HEADERS) == len(infoviz.load(path).layout.letters)
