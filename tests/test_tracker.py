"""An open tracker: what load gives, keeps, reports and refuses."""

import os
import subprocess
import sys
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

import infoviz
from infoviz.errors import FileExists, InfovizError, NoPeople, UnknownHeader, UnreadableMapping

HEAD = [
    "Name",
    "Company",
    "Date contacted",
    "Reply",
    "Replied on",
    "Met",
    "Status",
    "Minutes",
    "Code",
    "Notes",
    "Notes",
]
ROWS = [
    [
        "Ana Ruiz",
        "Acme",
        date(2026, 3, 2),
        "Yes",
        date(2026, 3, 5),
        date(2026, 3, 20),
        "Met",
        "30 min",
        "00123",
        "n/a",
        "a",
    ],
    [
        "Bo Lindqvist",
        "Globex",
        date(2026, 3, 9),
        "No",
        date(2026, 3, 30),
        None,
        "Declined",
        None,
        "7",
        "x",
        None,
    ],
    ["Cheng Li", "Initech", "soonish", None, None, "Y", "Sent", "long", "007", "met at the fair", "b"],
    ["Dana Whitfield", "Acme", None, None, None, None, "Scheduled", None, None, None, None],
]


def write(path, rows, *more, title="People"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, others in more:
        other = book.create_sheet(name)
        for row in others:
            other.append(row)
    book.save(path)
    return path


@pytest.fixture
def path(tmp_path):
    return write(tmp_path / "mine.xlsx", [HEAD, *ROWS])


@pytest.fixture
def tracker(path):
    return infoviz.load(path)


def test_contacts_have_their_rows_and_types(tracker):
    contacts = tracker.contacts
    assert contacts.index.tolist() == [2, 3, 4, 5]
    assert contacts.index.name == "row"
    assert contacts["name"].dtype == "str"
    assert contacts["contacted_on"].dtype == "datetime64[us]"
    assert contacts["minutes"].dtype == "float64"
    assert contacts["contacted_on"].tolist()[:2] == [pd.Timestamp(2026, 3, 2), pd.Timestamp(2026, 3, 9)]
    assert contacts["response"].tolist()[:2] == ["yes", "no"]
    assert contacts.at[2, "minutes"] == 30


def test_text_stays_text(tracker):
    assert tracker.contacts["Code"].tolist()[:3] == ["00123", "7", "007"]
    assert tracker.contacts.at[2, "notes"] == "n/a"


def test_unknown_columns_keep_their_headers_and_doubles_get_a_number(tracker):
    assert "Code" in tracker.contacts
    assert tracker.contacts["Notes"].tolist()[0] == "a"
    assert tracker.check().unmapped == ["Code", "Notes"]


def test_an_unknown_header_never_passes_for_a_field(tmp_path):
    rows = [
        ["Name", "Company", "Status", "met"],
        ["Ana Ruiz", "Acme", "Sent", "a long story about nothing in particular"],
    ]
    contacts = infoviz.load(write(tmp_path / "t.xlsx", rows)).contacts
    assert "met" not in contacts
    assert "met (2)" in contacts


def test_undated_facts_are_told_beside(tracker):
    contacts = tracker.contacts
    assert contacts["met"].tolist() == [True, False, True, False]
    assert contacts["asked"].tolist() == [True, True, True, True]
    assert contacts["scheduled"].tolist()[3]
    assert contacts["met"].dtype == bool


def test_events_are_what_the_dates_say(tracker):
    told = list(
        zip(tracker.events["date"].dt.date, tracker.events["name"], tracker.events["event"], strict=True)
    )
    assert (date(2026, 3, 2), "Ana Ruiz", "asked") in told
    assert (date(2026, 3, 20), "Ana Ruiz", "met") in told
    assert len(told) == 5
    answered = tracker.events[tracker.events["event"] == "responded"]
    assert answered["detail"].tolist() == ["yes", "no"]
    assert not tracker.events.duplicated(["row", "event", "date"]).any()


def test_problems_name_the_cell_and_the_rest_of_the_row_stays(tracker):
    problems = tracker.problems
    assert list(problems.columns) == ["sheet", "cell", "row", "value", "expected"]
    assert problems[["sheet", "cell", "value"]].values.tolist() == [
        ["People", "C4", "soonish"],
        ["People", "H4", "long"],
    ]
    assert problems["row"].dtype == "Int64"
    assert tracker.contacts.at[4, "organization"] == "Initech"


def test_columns_say_why(tracker):
    columns = tracker.columns
    assert list(columns.columns) == ["field", "header", "letter", "confidence", "reason"]
    assert columns["letter"].tolist() == list("ABCDEFGHIJK")
    assert columns["field"].isna().tolist()[-3:] == [True, False, True]
    assert (columns["reason"] != "").all()


def test_check_is_ready_for_json(tracker):
    found = tracker.check(as_of=date(2026, 3, 25)).to_dict()
    assert found["sheet"] == "People"
    assert (found["header_row"], found["records"]) == (1, 4)
    assert found["columns"]["name"] == "Name"
    late = [problem for problem in found["problems"] if problem["cell"] == "E3"]
    assert late == [
        {
            "sheet": "People",
            "cell": "E3",
            "value": "2026-03-30",
            "expected": late[0]["expected"],
        }
    ]
    assert not [
        problem for problem in tracker.check(as_of=date(2026, 4, 1)).problems if problem["cell"] == "E3"
    ]


def test_several_columns_are_listed(tmp_path):
    rows = [["First name", "Last name", "Company"], ["Ana", "Ruiz", "Acme"], ["Bo", "Lindqvist", "Globex"]]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", rows))
    assert tracker.check().columns["name"] == ["First name", "Last name"]
    assert tracker.contacts["name"].tolist() == ["Ana Ruiz", "Bo Lindqvist"]


def test_two_dates_in_a_cell(tmp_path):
    rows = [
        ["Name", "Date contacted"],
        ["Ana Ruiz", "2026-03-02, 2026-03-12"],
        ["Bo Lindqvist", "2026-03-04"],
    ]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", rows))
    assert tracker.events[["row", "event"]].values.tolist() == [[2, "asked"], [3, "asked"], [2, "nudged"]]


def test_silence_filed_as_a_refusal_is_no_answer(tmp_path):
    rows = [["Name", "Company", "Date contacted", "Response", "Replied on"]]
    rows += [[f"Person {i}", "Acme", date(2026, 3, i + 1), "Yes", date(2026, 3, i + 5)] for i in range(6)]
    rows += [["Person X", "Acme", date(2026, 3, 1), "Rejected", None]]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", rows))
    assert tracker.contacts["response"].isna().tolist() == [False] * 6 + [True]
    assert tracker.problems["cell"].tolist() == ["D8"]


def test_a_log_sheet_adds_to_the_paper_trail(tmp_path):
    log = [
        ["Date", "Who", "What", "Details"],
        [date(2026, 3, 20), "Ana Ruiz", "Coffee chat", "first talk"],
        [date(2026, 4, 20), "ana ruiz", "Coffee chat", "second talk"],
        [date(2026, 4, 21), "Ana Ruiz", "Thank-you note", None],
        [date(2026, 4, 22), "Bo Lindqvist", "Replied - declined", None],
        [date(2026, 4, 23), "Somebody Else", "Call", None],
    ]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", [HEAD, *ROWS], ("Log", log)))
    met = tracker.events[(tracker.events["event"] == "met") & (tracker.events["row"] == 2)]
    assert met["date"].dt.date.tolist() == [date(2026, 3, 20), date(2026, 4, 20)]
    assert met["detail"].tolist()[1] == "second talk"
    assert "no" in tracker.events["detail"].tolist()
    assert tracker.problems[tracker.problems["sheet"] == "Log"]["value"].tolist() == ["Somebody Else"]


def test_a_log_sheet_fills_what_the_people_sheet_leaves_blank(tmp_path):
    people = [["Name", "Company", "Contacted on", "Response", "Replied on"]]
    people += [[name, "Acme", date(2026, 9, 1), None, None] for name in ("Ana Ruiz", "Bo Lind", "Cleo Li")]
    people += [["Dara Oye", "Acme", None, None, None], ["Emil Noor", "Acme", date(2026, 9, 1), "Yes", None]]
    log = [
        ["Date", "Name", "Event", "Detail"],
        [date(2026, 9, 20), "Ana Ruiz", "Responded", "no"],
        [date(2026, 9, 21), "Dara Oye", "Asked", None],
        [date(2026, 9, 22), "Dara Oye", "Responded", "other"],
        [date(2026, 9, 28), "Dara Oye", "Responded", "yes"],
        [date(2026, 9, 3), "Emil Noor", "Responded", "no"],
    ]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", people, ("Log", log)))
    assert tracker.contacts["response"].fillna("").tolist() == ["no", "", "", "yes", "yes"]
    assert tracker.contacts.loc[5, "contacted_on"] == pd.Timestamp(2026, 9, 21)
    assert tracker.contacts["responded_on"].dt.day.fillna(0).tolist() == [20, 0, 0, 28, 0]
    as_of = date(2026, 11, 20)
    steps = infoviz.funnel(tracker.contacts, as_of=as_of).to_dict()["steps"]
    weekly = infoviz.weekly_progress(tracker.contacts, tracker.events, as_of=as_of).to_frame()
    assert (steps["asked"], steps["answered"], steps["yes"]) == (5, 3, 2)
    assert weekly["asked"].sum() == 5


def test_sheets_that_share_keys(tmp_path):
    people = [
        ["id", "name", "company"],
        [1, "Ana Ruiz", "Acme"],
        [2, "Bo Lindqvist", "Globex"],
        [3, "Cheng Li", "Acme"],
    ]
    done = [
        ["contact_id", "date", "type", "summary"],
        [1, date(2026, 3, 1), "email", "asked for a talk"],
        [2, date(2026, 3, 2), "email", "asked for a talk"],
        [1, date(2026, 3, 9), "reply", "declined"],
        [2, date(2026, 3, 12), "coffee", "a good talk"],
    ]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", people, ("interactions", done), title="contacts"))
    assert tracker.events[["row", "name", "event"]].values.tolist() == [
        [2, "Ana Ruiz", "asked"],
        [3, "Bo Lindqvist", "asked"],
        [2, "Ana Ruiz", "responded"],
        [3, "Bo Lindqvist", "met"],
    ]
    assert tracker.problems.empty
    assert tracker.contacts["contacted_on"].tolist()[:2] == [
        pd.Timestamp(2026, 3, 1),
        pd.Timestamp(2026, 3, 2),
    ]
    assert tracker.contacts["response"].tolist()[0] == "no"
    assert tracker.contacts["met_on"].isna().tolist() == [True, False, True]
    assert list(tracker.contacts.columns)[-1] == "id"


def test_a_sheet_of_actions_yields_its_people(tmp_path):
    rows = [
        ["Date", "Contact", "Company", "Action", "Comment"],
        [date(2026, 3, 1), "Ana Ruiz", "Acme", "Sent email", "asked for 20 minutes"],
        [date(2026, 3, 2), "Bo Lindqvist", "Globex", "Email", None],
        [date(2026, 3, 9), "Bo Lindqvist", "Globex", "Follow-up", None],
        [date(2026, 3, 4), "Ana Ruiz", "Acme", "Replied - yes", None],
        [date(2026, 3, 8), "Ana Ruiz", "Acme", "Coffee chat", "a good talk"],
        [date(2026, 3, 9), "Ana Ruiz", "Acme", "Thank-you note", None],
        [date(2026, 3, 12), "Bo Lindqvist", "Globex", "Bounced", None],
    ]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", rows))
    contacts = tracker.contacts
    assert contacts.index.tolist() == [2, 3]
    assert tracker.check().records == 7
    assert contacts["response"].tolist() == ["yes", "bounced"]
    assert contacts.at[2, "met_on"] == pd.Timestamp(2026, 3, 8)
    assert contacts.at[3, "nudged_on"] == pd.Timestamp(2026, 3, 9)
    assert tracker.events["event"].tolist() == [
        "asked",
        "asked",
        "responded",
        "met",
        "thanked",
        "nudged",
        "responded",
    ]
    assert set(tracker.events["row"]) == {2, 3}


def test_an_override_is_kept_beside_the_file(path):
    chosen = {"name": "Name", "outcome": "Status"}
    kept = infoviz.load(path, sheet="People", columns=chosen).keep_mapping()
    assert kept == path.with_name("mine.infoviz.toml")
    again = infoviz.load(path)
    assert again.check().columns["outcome"] == "Status"
    assert "status" not in again.check().columns
    assert infoviz.load(path, columns={"notes": "Status"}).check().columns["notes"] == "Status"


def test_without_an_override_what_was_understood_is_kept(tracker, path):
    text = tracker.keep_mapping().read_text(encoding="utf-8")
    assert 'sheet = "People"' in text
    assert 'contacted_on = "Date contacted"' in text
    assert infoviz.load(path).check() == tracker.check()


def test_a_mapping_that_makes_no_sense_is_named(path):
    beside = path.with_name("mine.infoviz.toml")
    for text in ("columns = [", "sheet = 3", "[columns]\nname = 3"):
        beside.write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableMapping, match=r"mine\.infoviz\.toml"):
            infoviz.load(path)
    beside.write_text('[columns]\nname = "Gone"\n', encoding="utf-8")
    with pytest.raises(UnknownHeader, match="“Name”"):
        infoviz.load(path)


@pytest.mark.skipif(os.name != "posix", reason="Windows bounds the whole path")
def test_the_longest_name_can_be_read(tmp_path):
    path = tmp_path / f"{'n' * 251}.csv"
    path.write_text("Name,Company\nAnn Lee,X\nBo Ray,Y\n", encoding="utf-8")
    assert len(infoviz.load(path).contacts) == 2


def test_csv_in_a_european_manner(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(
        (
            "Name;Firma;Angeschrieben am;Antwort\r\n"
            "Jörg Müller;Öko GmbH;25.03.2026;ja\r\n"
            "Zoë Groß;Fährbank;03.04.2026;nein\r\n"
        ).encode("cp1252")
    )
    contacts = infoviz.load(path).contacts
    assert contacts["name"].tolist() == ["Jörg Müller", "Zoë Groß"]
    assert contacts["contacted_on"].tolist() == [pd.Timestamp(2026, 3, 25), pd.Timestamp(2026, 4, 3)]
    assert contacts["response"].tolist() == ["yes", "no"]


def test_a_list_of_connections_loads_although_nobody_was_asked(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(
        'Notes:\n"When exporting, you may notice that some of the addresses are missing."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ana,Ruiz,https://www.linkedin.com/in/ana,,Acme,Analyst,12 Mar 2024\n"
        "Bo,Lindqvist,https://www.linkedin.com/in/bo,bo@example.com,Globex,Editor,7 Feb 2023\n",
        encoding="utf-8",
    )
    tracker = infoviz.load(path)
    assert tracker.check().header_row == 4
    assert tracker.contacts["name"].tolist() == ["Ana Ruiz", "Bo Lindqvist"]
    assert "contacted_on" not in tracker.contacts
    assert tracker.events.empty


def test_bad_cells_never_stop_the_loading(tmp_path):
    odd = [
        "=1/0",
        -1,
        1e300,
        datetime(1900, 1, 1),
        True,
        "99/99/9999",
        "🙂",
        " ",
        "x" * 5000,
        0.5,
        "\u202eabc",
    ]
    rows = [HEAD, *ROWS * 6, *([f"Person {i}", *[value] * 10] for i, value in enumerate(odd))]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", rows))
    assert len(tracker.contacts) == 6 * len(ROWS) + len(odd)
    assert "contacted_on" in tracker.contacts
    assert set(tracker.problems["value"]) >= {"99/99/9999", "🙂"}


@pytest.mark.parametrize("rows", [[["Item", "Price"], ["Milk", 3]], [["Nothing"]]])
def test_a_workbook_without_people_is_refused_in_a_sentence(tmp_path, rows):
    with pytest.raises(NoPeople, match="no people were found"):
        infoviz.load(write(tmp_path / "t.xlsx", rows))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InfovizError, match="there is no such file"):
        infoviz.load(tmp_path / "gone.xlsx")


def test_a_new_tracker_is_understood_and_nothing_is_overwritten(tmp_path):
    path = infoviz.new(tmp_path / "fresh.xlsx")
    tracker = infoviz.load(path)
    assert tracker.contacts.empty
    assert tracker.check().unmapped == []
    with pytest.raises(FileExists, match="it stays"):
        infoviz.new(path)
    with pytest.raises(InfovizError, match="folder"):
        infoviz.new(tmp_path)


def test_how_a_column_is_kept(tracker):
    manner = tracker.manner("D")
    assert (manner.yes, manner.no) == ("Yes", "No")
    assert tracker.manner("C").kind.name == "DATE"
    assert "Declined" in tracker.manner("G").vocabulary


def test_repr_is_one_line(tracker):
    assert repr(tracker) == "<Tracker mine.xlsx: 4 contacts in “People”, 5 events, 2 problems>"


def test_loading_brings_in_no_heavy_library(path):
    code = f"import sys, infoviz; infoviz.load({str(path)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"matplotlib", "openpyxl", "scipy"} & set(done.stdout.split())


def test_later_actions_are_problems_in_the_cell_of_their_day(tmp_path):
    rows = [["Date", "Name", "Activity"]]
    rows += [
        [date(2026, 3, day), name, what]
        for day, name, what in (
            (1, "Ana Ruiz", "Sent email"),
            (4, "Ana Ruiz", "Coffee chat"),
            (9, "Bo Lindqvist", "Sent email"),
            (20, "Bo Lindqvist", "Call booked"),
            (21, "Bo Lindqvist", "Coffee chat"),
        )
    ]
    tracker = infoviz.load(write(tmp_path / "t.xlsx", rows))
    assert [problem["cell"] for problem in tracker.check(as_of=date(2026, 3, 5)).problems] == ["A4", "A6"]
    assert tracker.check(as_of=date(2026, 3, 31)).problems == []
