"""Where the people are in a workbook nobody prepared for us."""

from datetime import date, timedelta

import pytest

from infoviz.errors import NoPeople, UnknownField, UnknownHeader, UnknownSheet
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

PEOPLE = [
    "Ana Ruiz",
    "Bo Lindqvist",
    "Cheng Li",
    "Dana Whitfield",
    "Efua Mensah",
    "Farid Haddad",
    "Greta Olsen",
]
FIRMS = ["Northwind", "Acme", "Globex", "Initech", "Umbra Health", "Cedar & Co", "Bluebird Labs"]
TITLES = [
    "Product Manager",
    "Data Analyst",
    "Policy Advisor",
    "Senior Engineer",
    "Director",
    "Editor",
    "Founder",
]
REMARKS = ["Told me how the team hires for this role", "Very kind, named two books to read first"]


def day(n):
    return date(2026, 3, 2) + timedelta(days=n)


def rows_of(layout):
    return [int(row) for row in layout.grid.rows[layout.positions]]


def plain_table(count=5):
    return [["Name", "Company", "Date contacted"]] + [[PEOPLE[i], FIRMS[i], day(i)] for i in range(count)]


def test_a_plain_table():
    layout = understand([sheet(plain_table())])
    assert layout.fields == {
        "name": ["Name"],
        "organization": ["Company"],
        "contacted_on": ["Date contacted"],
    }
    assert (layout.sheet, layout.header_row, layout.shape, rows_of(layout)) == (
        "People",
        1,
        "people",
        [2, 3, 4, 5, 6],
    )


def test_banner_instructions_and_blank_rows_stand_above():
    above = [["My great search 2026"], ["One talk a week! Do not sort without the blue columns."], [], []]
    layout = understand([sheet(above + plain_table())])
    assert (layout.header_row, rows_of(layout)) == (5, [6, 7, 8, 9, 10])


def test_merged_captions_tell_dates_apart():
    rows = [
        ["Person", None, "Outreach", None, "Interview", None],
        ["Name", "Company", "Date", "Reply", "Date", "Notes"],
        *([PEOPLE[i], FIRMS[i], day(i), "Yes", day(i + 9), REMARKS[i % 2]] for i in range(5)),
    ]
    for merged in (("A1:B1", "C1:D1", "E1:F1"), ()):
        layout = understand([sheet(rows, merged=merged)])
        assert layout.letters["contacted_on"] == ["C"]
        assert layout.letters["met_on"] == ["E"]
        assert layout.header_row == 2


def test_a_header_of_two_rows():
    rows = [
        ["Name", "Company", "Outreach", None, "Thank you"],
        [None, None, "Date", "Response", None],
        *([PEOPLE[i], FIRMS[i], day(i), "Yes", day(i + 9)] for i in range(5)),
    ]
    layout = understand([sheet(rows, merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2"))])
    assert layout.header_row == 2
    assert layout.letters == {
        "name": ["A"],
        "organization": ["B"],
        "contacted_on": ["C"],
        "response": ["D"],
        "thanked_on": ["E"],
    }


def test_groups_totals_legends_and_repeated_headers_are_no_records():
    head = ["Name", "Company", "Date contacted", "Status"]
    rows = [
        head,
        ["Seniors"],
        [PEOPLE[0], FIRMS[0], day(0), "Sent"],
        [PEOPLE[1]],
        ["Peers list"],
        head,
        [PEOPLE[2], FIRMS[2], day(2), "Sent"],
        [PEOPLE[3], FIRMS[3], day(3), "Met"],
        ["Total", 4],
        [],
        ["Legend: green = done"],
    ]
    assert rows_of(understand([sheet(rows)])) == [3, 4, 7, 8]


def test_a_merged_row_heads_a_group_whatever_it_says():
    rows = plain_table()
    rows.insert(3, ["Grace Hopper"])
    assert 4 in rows_of(understand([sheet(rows)]))
    assert 4 not in rows_of(understand([sheet(rows, merged=("A4:C4",))]))


FIRMS_AND_PEOPLE = [
    ["Name", "Title", "City", "Emailed", "Notes"],
    ["Lumen & Oak", None, None, None, None],
    ["Ana Ruiz", "Analyst", "Boston", day(1), "kind"],
    ["Robert Stein", "Analyst", "Boston", day(2), "busy"],
    ["Lazard", None, None, None, None],
    ["Laura Kim", "MD", "Austin", day(3), "brief"],
    ["Quarry Bank", None, None, None, None],
    ["Peter Holm", "VP", "Austin", day(4), "by phone"],
]


def test_firms_alone_in_the_column_of_names_head_their_people():
    assert rows_of(understand([sheet(FIRMS_AND_PEOPLE)])) == [3, 4, 6, 8]


@pytest.mark.parametrize(
    "names",
    [
        ("Greta Olsen", "Tom Vance", "Dana Reed"),  # persons of whom no more is known
        ("Xochitl Ibarra", "Wren Okoro", "Ottoline Ade"),  # with names that are not known
    ],
)
def test_people_of_whom_only_the_name_is_known_head_nobody(names):
    rows = [list(row) for row in FIRMS_AND_PEOPLE]
    for at, name in zip((1, 4, 6), names, strict=True):
        rows[at][0] = name
    assert rows_of(understand([sheet(rows)])) == [2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "captions",
    [
        ("Hot", "Warm", "Cold"),
        ("A: Scotland", "B: England", "C: Remote"),
        ("1. Bristol", "2. Leeds", "3. Cardiff"),
        ("Must talk to", "Nice to talk to", "If time allows"),
        ("Heiß", "Lau", "Kalt"),
    ],
)
def test_captions_alone_in_the_column_of_names_are_no_people(captions):
    rows = [list(row) for row in FIRMS_AND_PEOPLE]
    for at, caption in zip((1, 4, 6), captions, strict=True):
        rows[at][0] = caption
    assert rows_of(understand([sheet(rows)])) == [3, 4, 6, 8]


@pytest.mark.parametrize(
    "example",
    ["e.g. Jane Doe", "Example: Jane Doe", "Jane Doe (example)", "Your name here", "z.B. Erika Muster"],
)
def test_example_rows_are_no_records(example):
    rows = plain_table()
    rows.insert(1, [example, "Acme", day(0)])
    assert rows_of(understand([sheet(rows)])) == [3, 4, 5, 6, 7]


def test_a_row_that_shows_how_to_type_is_no_record():
    rows = plain_table()
    rows.insert(1, ["First and last", "Employer", "MM/DD/YYYY"])
    assert rows_of(understand([sheet(rows)])) == [3, 4, 5, 6, 7]


@pytest.mark.parametrize("blank", [None, "N/A", "-"])
def test_prefilled_rows_are_no_records(blank):
    rows = [["ID", "Name", "Company", "Contacted?", "Status"]]
    rows += [[i + 1, PEOPLE[i], FIRMS[i], True, "Sent"] for i in range(3)]
    rows += [[i + 4, blank, blank, False, "Not started"] for i in range(20)]
    assert rows_of(understand([sheet(rows)])) == [2, 3, 4]


def test_another_table_below_ends_the_first():
    rows = [
        *plain_table(),
        [],
        ["Company", "Industry", "Website"],
        *([firm, "Tech", "x.example.com"] for firm in FIRMS),
    ]
    layout = understand([sheet(rows)])
    assert rows_of(layout) == [2, 3, 4, 5, 6]
    assert layout.letters["contacted_on"] == ["C"]


def test_people_stand_behind_a_cover_and_lists():
    cover = sheet(
        [["How to use"], ["Name", "The person's full name"], ["Company", "Where they work"]], "Read me"
    )
    lists = sheet([["Status", "Channel"], ["Sent", "Email"], ["Met", "LinkedIn"]], "Lists")
    old = sheet(plain_table(7), "People", hidden=True)
    assert understand([cover, lists, sheet(plain_table(4), "Outreach"), old]).sheet == "Outreach"


def test_grids_may_come_one_by_one():
    assert understand(iter([sheet([["x"]], "Cover"), sheet(plain_table())])).sheet == "People"


def test_one_row_an_action():
    kinds = ["initial", "follow_up", "thank_you"]
    rows = [["date", "contact_name", "type", "notes"]]
    rows += [[day(i), PEOPLE[i % 4], kinds[i % 3], REMARKS[i % 2]] for i in range(12)]
    layout = understand([sheet(rows)])
    assert layout.shape == "actions"
    assert layout.unmapped == []
    assert [match.part for match in layout.matches] == ["date", "", "event", ""]


def test_many_rows_with_one_recruiter_are_no_log():
    rows = [["Date", "Company", "Position", "Recruiter", "Status"]]
    rows += [[day(i), FIRMS[i], TITLES[i], PEOPLE[i % 2], "Applied"] for i in range(7)]
    assert understand([sheet(rows)]).shape == "people"


def test_a_log_beside_the_people():
    log = [["When", "Who", "What"]] + [[day(i), PEOPLE[i % 5], "Coffee chat"] for i in range(9)]
    strangers = [["Date", "Name", "Type"]] + [[day(i), f"Nobody {i}", "Call"] for i in range(9)]
    layout = understand([sheet(plain_table()), sheet(strangers, "Other"), sheet(log, "Log")])
    assert layout.sheet == "People"
    assert layout.log is not None
    assert layout.log.sheet == "Log"


def test_what_a_cell_holds_decides_what_contact_means():
    def field_of(values):
        rows = [["Name", "Contact"], *([PEOPLE[i], values(i)] for i in range(6))]
        return understand([sheet(rows)]).matches[1].fields

    assert field_of(lambda i: f"p{i}@example.com") == ("email",)
    assert field_of(lambda i: f"+1 555 010 010{i}") == ("phone",)
    assert field_of(lambda i: f"https://www.linkedin.com/in/p{i}") == ("link",)
    assert field_of(day) == ("contacted_on",)
    assert field_of(lambda i: REMARKS[i % 2]) == ()


def test_what_a_cell_holds_decides_what_role_and_location_mean():
    rows = [["Person", "Job", "Role", "Location"]]
    rows += [
        [PEOPLE[i], TITLES[i], ["M&A", "Equity Research"][i % 2], ["Zoom", "phone", "coffee"][i % 3]]
        for i in range(7)
    ]
    layout = understand([sheet(rows)])
    assert (layout.letters["role"], layout.letters["mode"]) == (["B"], ["D"])
    assert "C" not in {letter for letters in layout.letters.values() for letter in letters}


def test_responded_is_a_date_or_an_answer():
    rows = [["Name", "Responded"], *([PEOPLE[i], day(i)] for i in range(5))]
    assert understand([sheet(rows)]).matches[1].fields == ("responded_on",)
    rows = [["Name", "Responded"], *([PEOPLE[i], "Y"] for i in range(5))]
    assert understand([sheet(rows)]).matches[1].fields == ("response",)


def test_two_things_in_a_cell_feed_two_fields():
    rows = [["Name", "Company & Role"], *([PEOPLE[i], f"{FIRMS[i]} - {TITLES[i]}"] for i in range(7))]
    assert understand([sheet(rows)]).fields == {
        "name": ["Name"],
        "organization": ["Company & Role"],
        "role": ["Company & Role"],
    }
    rows = [["Contact", "Firm"], *([f"{PEOPLE[i]} ({TITLES[i]})", FIRMS[i]] for i in range(7))]
    assert understand([sheet(rows)]).fields["role"] == ["Contact"]


def test_names_in_two_columns():
    halves = [name.split() for name in PEOPLE]
    rows = [["Last Name", "First Name", "Company"], *([b, a, "Acme"] for a, b in halves)]
    assert understand([sheet(rows)]).letters["name"] == ["B", "A"]
    rows = [["Name", "Surname"], *halves]
    assert understand([sheet(rows)]).letters["name"] == ["A", "B"]


def test_what_is_not_certain_stays_unmapped_and_says_why():
    rows = [
        ["Name", "Date", "Date", "Favourite colour"],
        *([PEOPLE[i], day(i), day(i + 5), "blue"] for i in range(6)),
    ]
    layout = understand([sheet(rows)])
    assert layout.fields == {"name": ["Name"]}
    assert layout.unmapped == ["Date", "Date", "Favourite colour"]
    assert all(match.reason for match in layout.matches)
    assert layout.matches[3].reason == "its header names nothing that infoviz knows"


def test_organizations_do_where_there_are_no_names():
    rows = [["Company", "Position", "Date Applied", "Status"]]
    rows += [[FIRMS[i], TITLES[i], day(i), "Applied"] for i in range(7)]
    layout = understand([sheet(rows)])
    assert "name" not in layout.fields
    assert len(rows_of(layout)) == 7


def test_the_reader_knows_better():
    rows = [["Who", "Sent", "X"], ["Ana Ruiz", day(0), "a"], ["Bo Lindqvist", day(1), "b"]]
    layout = understand([sheet(rows)], columns={"name": "who", "follow_up_on": "B", "notes": ["X"]})
    assert layout.fields == {"name": ["Who"], "follow_up_on": ["Sent"], "notes": ["X"]}
    assert layout.matches[0].reason == "you said so"


def test_the_reader_names_a_sheet():
    grids = [sheet(plain_table(), "A"), sheet(plain_table(2), "B")]
    assert understand(grids, sheet="B").sheet == "B"
    with pytest.raises(UnknownSheet, match="“A”, “B”"):
        understand(grids, sheet="C")


def test_an_override_that_names_nothing_says_what_there_is():
    with pytest.raises(UnknownHeader, match="“Name”, “Company”, “Date contacted”"):
        understand([sheet(plain_table())], columns={"name": "Whom"})
    with pytest.raises(UnknownField, match="organization"):
        understand([sheet(plain_table())], columns={"nme": "Name"})


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Item", "Price"], ["Milk", 3]],
        [["Name", "Price"], ["Whole milk", 3], ["Rye bread", 2]],
        [["Company", "Sales"], ["Acme", 3000], ["Globex", 2000]],
        [["Name", "Ana Ruiz", "Bo Li"], ["Company", "Acme", "Globex"], ["Email", "a@b.co", "b@c.co"]],
        [["Total", "=SUM(A1:A9)"]],
    ],
)
def test_a_workbook_without_people(rows):
    with pytest.raises(NoPeople):
        understand([sheet(rows)])


def test_a_tracker_with_nobody_in_it_yet_is_one():
    assert rows_of(understand([sheet([["Name", "Company", "Date contacted"]])])) == []


def test_an_override_that_names_nothing_shows_the_sheet_with_the_people():
    lists = sheet([["Item", "Price"], ["Milk", 3]], "Lists")
    with pytest.raises(UnknownHeader, match=r"“People”.*“Company”"):
        understand([lists, sheet(plain_table())], columns={"name": "Whom"})
    with pytest.raises(UnknownHeader, match="“Item”, “Price”"):
        understand([lists], columns={"name": "Whom"})


def test_columns_named_by_letters_do_without_known_headers():
    layout = understand([sheet([["Wer da", "Xyz"], ["Ana Ruiz", 3], ["Bo Li", 4]])], columns={"name": "A"})
    assert layout.fields["name"] == ["Wer da"]


def test_example_is_also_part_of_names():
    rows = [
        ["Name", "Company", "LinkedIn", "Date contacted"],
        ["Ada Example", "Example Org", "example.org/ada", day(0)],
        ["Bo Lindqvist", "Sample Labs", "example.com/bo", day(1)],
        ["Example", "Acme", "", day(2)],
        ["Example: Jane Doe", "Acme", "", day(2)],
        ["Jane Doe", "Example Inc.", "", day(2)],
        ["Cheng Li", "Acme", "", day(3)],
    ]
    assert rows_of(understand([sheet(rows)])) == [2, 3, 7]
