"""A column's own words: offered by its drop-down list, read from its cells, and written as they are."""

from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

import infoviz
from infoviz.errors import EditRefused, NoSuchRow, RefusedValue, UnknownField
from infoviz.workbook.choices import Choices, Firmness
from tests.editing.making import HEADERS, PEOPLE, cells, make, row_of
from tests.trackers import TRACKERS

DAY = date(2026, 11, 20)
ANA, BO, CLEO, DARA, EMIL, FAY = range(2, 8)
ANSWERS = '"Accepted,Declined,Left voicemail,No reply,Banana"'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


def with_lists(path: Path, **formulas: str) -> infoviz.Tracker:
    book = openpyxl.load_workbook(path)
    for column, formula in formulas.items():
        book["People"].add_data_validation(
            DataValidation("list", formula1=formula, sqref=f"{column}2:{column}50", showErrorMessage=True)
        )
    book.save(path)
    return infoviz.load(path)


# ── written ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "written", "response"),
    [
        ("Declined", "Declined", "no"),
        ("declined", "Declined", "no"),
        ("Accepted", "Accepted", "yes"),
        ("Left voicemail", "Left voicemail", None),
        ("No reply", "No reply", None),
        ("no", "Declined", "no"),
        (True, "Accepted", "yes"),
    ],
)
def test_an_answer_in_a_word_of_the_list(
    given: object, written: str, response: str | None, path: Path
) -> None:
    tracker = with_lists(path, F=ANSWERS)
    tracker.edit(EMIL, response=given)
    assert tracker.edits["after"].tolist() == [written]
    assert (
        tracker.contacts["response"].astype(object).where(lambda told: told.notna(), None).loc[EMIL]
        == response
    )
    tracker.save()
    assert row_of(path, "Emil Novak")[5] == written
    tracker.edit(EMIL, response=None)
    assert tracker.edits["after"].tolist() == [None]


def test_an_answer_in_a_word_of_the_column(path: Path) -> None:
    people = [[*row] for row in PEOPLE]
    people[4][5] = "Bounced back"
    tracker = infoviz.load(make(path, people=people))
    tracker.edit_rows({DARA: {"response": "bounced back"}, FAY: {"response": "Declined"}})
    assert tracker.edits["after"].tolist() == ["Bounced back", "Declined"]
    assert tracker.contacts["response"].loc[[DARA, FAY]].tolist() == ["bounced", "no"]
    tracker.edit(DARA, response="Bounced back")
    assert len(tracker.edits) == 2


def test_a_newcomer_with_a_word_of_the_column(path: Path) -> None:
    tracker = with_lists(path, F=ANSWERS)
    row = tracker.add(name="Gus Adler", response="Left voicemail")
    assert cells_of(tracker, "F", row) == "Left voicemail"


@pytest.mark.parametrize("word", ["Banana", "Perhaps", "Turned down"])
def test_a_word_that_is_no_answer_or_not_the_column_s_is_refused(word: str, path: Path) -> None:
    tracker = with_lists(path, F=ANSWERS)
    with pytest.raises(RefusedValue, match=word) as caught:
        tracker.edit(EMIL, response=word)
    assert "yes, no, bounced" in caught.value.expected
    assert tracker.edits.empty


def test_a_refusal_that_reads_as_silence_is_written_and_warned_of(path: Path) -> None:
    people = [[*row] for row in PEOPLE]
    people += [
        [
            "Gus Adler",
            "Stark Water",
            "Clerk",
            "gus@example.org",
            date(2026, 9, 3),
            "Rejected",
            date(2026, 9, 9),
        ]
    ]
    tracker = infoviz.load(make(path, people=people))
    tracker.edit(EMIL, response="Rejected")
    assert cells_of(tracker, "F", EMIL) == "Rejected"
    assert pd.isna(tracker.contacts.loc[EMIL, "response"])
    assert "read as silence" in tracker.warnings[0]
    tracker.edit(EMIL, responded_on=DAY)
    assert tracker.contacts.loc[EMIL, "response"] == "no"


def test_a_day_kept_as_ticks_takes_the_column_s_own_word(path: Path) -> None:
    tracker = with_lists(path, I='"Y,N,Not needed"')
    tracker.edit(CLEO, thanked_on="Y")
    tracker.edit(DARA, thanked_on="n")
    tracker.edit(EMIL, thanked_on="Not needed")
    assert [cells_of(tracker, "I", row) for row in (CLEO, DARA, EMIL)] == ["Y", "N", "Not needed"]
    assert tracker.contacts["thanked"].loc[[CLEO, DARA, EMIL]].tolist() == [True, False, False]
    with pytest.raises(RefusedValue):
        tracker.edit(EMIL, thanked_on="Perhaps")


@pytest.mark.parametrize(
    ("field", "given", "written"),
    [("contacted_on", "✓", "✓"), ("nudged_on", "x", "x"), ("thanked_on", 1, 1), ("met_on", "TRUE", True)],
)
def test_ticks_of_every_kind(field: str, given: object, written: object, tmp_path: Path) -> None:
    case = TRACKERS["tick_marks"]
    path = tmp_path / f"tracker{case.suffix}"
    case.write(path)
    tracker = infoviz.load(path, sheet=case.sheet)
    told = tracker.written(field)
    assert told is not None
    row = int(told.index[[cell != written for cell in told]][0])
    tracker.edit(row, **{field: given})
    after = tracker.written(field)
    assert after is not None
    assert after.loc[row] == written
    assert type(after.loc[row]) is type(written)


def test_a_column_of_days_takes_no_words(path: Path) -> None:
    tracker = with_lists(path, F=ANSWERS)
    with pytest.raises(RefusedValue, match="a day"):
        tracker.edit(EMIL, met_on="Declined")


# ── read ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def cells_of(tracker: infoviz.Tracker, letter: str, row: int) -> object:
    header = HEADERS[ord(letter) - ord("A")]
    written = tracker.written(header)
    assert written is not None
    return written.loc[row]


def test_choices_of_a_field_and_of_a_header(path: Path) -> None:
    tracker = with_lists(path, F=ANSWERS, C="$C$2:$C$4")
    words = ("Accepted", "Declined", "Left voicemail", "No reply", "Banana")
    assert tracker.choices("response") == Choices(words, Firmness.STOP)
    assert tracker.choices("Response", BO) == tracker.choices("response")
    assert tracker.choices("response").firm
    assert tracker.choices("role").words == ("Engineer", "Analyst", "Director")
    assert tracker.choices("notes") is None
    assert tracker.choices("minutes") is None
    with pytest.raises(UnknownField):
        tracker.choices("shoe size")
    with pytest.raises(NoSuchRow):
        tracker.choices("response", 99)


def test_choices_follow_the_edits(path: Path) -> None:
    tracker = with_lists(path, C="$C$2:$C$4")
    assert tracker.choices("role").words == ("Engineer", "Analyst", "Director")
    tracker.edit(BO, role="director")
    assert tracker.choices("role").words == ("Engineer", "Director")
    with pytest.raises(RefusedValue):
        tracker.edit(FAY, role="Analyst")
    row = tracker.add(name="Gus Adler", role="Engineer")
    assert tracker.choices("role", row) == tracker.choices("role")
    tracker.undo()
    tracker.undo()
    assert tracker.choices("role").words == ("Engineer", "Analyst", "Director")


def test_a_list_that_only_warns_is_not_firm(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    rule = DataValidation("list", formula1='"Engineer,Analyst"', sqref="C2:C50", errorStyle="warning")
    book["People"].add_data_validation(rule)
    book.save(path)
    assert not infoviz.load(path).choices("role").firm


def test_the_cells_own_words(path: Path) -> None:
    tracker = infoviz.load(path)
    told = tracker.written("response")
    assert told.to_dict() == dict(zip(range(2, 8), [row[5] for row in PEOPLE], strict=True))
    assert told.index.equals(tracker.contacts.index)
    assert tracker.written("met_on").loc[ANA] == date(2026, 9, 10)
    assert tracker.written("Notes").tolist() == tracker.written("notes").tolist()
    assert tracker.written("minutes") is None
    tracker.edit(DARA, response="no")
    assert tracker.written("response").loc[DARA] == "Declined"
    assert tracker.written("response", [DARA]).tolist() == ["Declined"]
    with pytest.raises(NoSuchRow, match="row 99"):
        tracker.written("response", [DARA, 99])
    assert cells(path)[4][5] is None
    with pytest.raises(UnknownField):
        tracker.written("shoe size")


@pytest.mark.parametrize(("case", "field"), [("name_and_title", "role"), ("action_logger", "name")])
def test_what_no_cell_says_on_its_own(case: str, field: str, tmp_path: Path) -> None:
    made = TRACKERS[case]
    path = tmp_path / f"tracker{made.suffix}"
    made.write(path)
    assert infoviz.load(path).written(field) is None


def test_two_columns_under_one_header_are_told_apart_as_the_contacts_number_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Company", "Code", "Code"])
    book.active.append(["Ana Ruiz", "Acme", "a", "b"])
    book.active.append(["Bo Lind", "Acme", "c", "d"])
    book.save(tmp_path / "codes.xlsx")
    tracker = infoviz.load(tmp_path / "codes.xlsx")
    assert list(tracker.contacts.columns)[-2:] == ["Code", "Code (2)"]
    tracker.edit(2, **{"Code": "A", "Code (2)": "B"})
    assert tracker.edits["cell"].tolist() == ["C2", "D2"]
    assert tracker.written("Code (2)").tolist() == ["B", "d"]
    with pytest.raises(UnknownField):
        tracker.edit(2, **{"Code (3)": "?"})


def test_the_last_blank_under_a_bare_response(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Company", "Date contacted", "Response"])
    for day, answer in enumerate(["Yes", "No", "No", "No", "No", None], start=1):
        sheet.append([f"Ana{day} Ruiz{day}", "Acme", date(2026, 1, day), answer])
    book.save(tmp_path / "full.xlsx")
    tracker = infoviz.load(tmp_path / "full.xlsx")
    with pytest.raises(
        EditRefused, match="Note the day of the answer with it, or head the column “Accepted\\?”"
    ):
        tracker.edit(7, response="no")
    tracker.edit(7, response="No")  # the cell's own word, whatever it says
    for _ in range(2):
        assert len(tracker.warnings) == 1
        assert tracker.warnings[0].endswith("of 5 others are read otherwise (row 2: “yes”, now nothing).")
        tracker.undo()
        tracker.redo()
