"""Workbooks whose people are hard to find: sheets, captions, groups, duplicates, leftovers."""

import random
from datetime import date

from tests.trackers.case import TrackerCase, any_of
from tests.trackers.files import Cell, Formula, Page, workbook
from tests.trackers.folk import FIRMS, folk
from tests.trackers.layout import Col, after, get, mark, on, pick, table, words


def cover_and_lookups() -> TrackerCase:
    """A cover, a sheet of companies that shares keys, an old hidden list, and the people fourth."""
    people = folk(601, 34)
    rng = random.Random(601)
    cover: list[list[Cell]] = [
        ["Job search 2026"],
        ["How to use this workbook"],
        ["1. Add companies first.", None, "2. Then add people."],
        ["Name:", "R. Thackeray"],
        ["Start date:", "March"],
    ]
    firms: list[list[Cell]] = [["Company", "Website", "HQ city", "Size", "Why I like it"]]
    firms += [
        [firm, f"https://{i}.example.org", "Leeds", rng.randint(20, 9000), "mission"]
        for i, firm in enumerate(FIRMS)
    ]
    old: list[list[Cell]] = [["Name", "Company", "Emailed on"]]
    old += [[p.name, p.organization, p.asked] for p in folk(602, 80)]
    lists: list[list[Cell]] = [
        ["Status", "Channel"],
        ["Not started", "Email"],
        ["Emailed", "LinkedIn"],
        ["Met", "Phone"],
    ]
    listed = table(
        people,
        [
            Col("Person", get("name"), "name"),
            Col("Company", get("organization"), "organization"),
            Col("City", Formula("=VLOOKUP(B2,Companies!A:C,3,FALSE)", "Leeds"), "location"),
            Col("Job title", get("role"), "role"),
            Col("Channel", get("channel"), "channel"),
            Col("Emailed on", get("asked"), "contacted_on"),
            Col("Chased on", get("nudged"), "nudged_on"),
            Col("Replied on", get("replied"), "responded_on"),
            Col("Spoke on", get("met"), "met_on"),
            Col("Thanked on", get("thanked"), "thanked_on"),
            Col("Catch up again", get("follow_up"), "follow_up_on"),
        ],
    )
    return TrackerCase(
        name="cover_and_lookups",
        keeper="A paralegal with a cover sheet, lookup lists, a company sheet and last year's list hidden",
        suffix=".xlsx",
        write=workbook(
            Page("Read me", cover),
            Page("Companies", firms, table=f"A1:E{len(firms)}"),
            Page("2025 (old)", old, hidden=True),
            Page("Contacts", [listed.head, *listed.rows], dates="dd/mm/yyyy"),
            Page("Lists", lists),
        ),
        sheet="Contacts",
        header_row=1,
        records=34,
        people=34,
        **listed.truth(),
        cells=listed.cells(2),
    )


def groups_in_the_body() -> TrackerCase:
    """An example row first, group captions between the people, and the header again above each group."""
    people = folk(603, 27)
    listed = table(
        people,
        [
            Col("First Name", get("first"), "name"),
            Col("Last Name", get("last"), "name"),
            Col("Company", get("organization"), "organization"),
            Col("Title", get("role"), "role"),
            Col("Relation to me", get("source"), "source"),
            Col("Message Sent?", mark("asked", "Yes"), "contacted_on", truth="asked"),
            Col("Responded?", mark("replied", "Yes"), "responded_on", "response", truth="responded"),
            Col("Coffee Chat Date", on("met", "{d:%b} {d.day}, {d.year}"), "met_on", "scheduled_on"),
            Col("Connected me with", after("met", None, "their analyst", "the recruiter"), "introductions"),
            Col("Recruiting timeline", pick("fall", "spring", None)),
        ],
    )
    example: list[Cell] = [
        "Jane",
        "Doe",
        "Example Inc.",
        "Analyst",
        "Alum",
        "Yes",
        "Yes",
        "Jan 5, 2026",
        "her boss",
    ]
    rows: list[list[Cell]] = [listed.head, [*example, "e.g. fall"]]
    numbers = []
    for caption, part in (
        ("Seniors", slice(0, 9)),
        ("Peers", slice(9, 20)),
        ("Alumni 5+ years out", slice(20, 27)),
    ):
        rows.append([caption])
        if caption != "Seniors":
            rows.append(listed.head)
        for row in listed.rows[part]:
            rows.append(row)
            numbers.append(len(rows))
    return TrackerCase(
        name="groups_in_the_body",
        keeper="A business-school student with groups in the list, an example row, the header repeated",
        suffix=".xlsx",
        write=workbook(Page("Networking", rows)),
        sheet="Networking",
        header_row=1,
        records=27,
        people=27,
        **listed.truth(),
        cells=listed.cells_at(numbers),
    )


def prefilled_template() -> TrackerCase:
    """Two hundred rows are ready for people to come: FALSE, N/A and formulas, but nobody in them."""
    people = folk(604, 12, begin=date(2026, 7, 6))
    days = 'IF(ISBLANK(D{0}),"",TODAY()-D{0})'
    listed = table(
        people,
        [
            Col("No.", lambda p: people.index(p) + 1),
            Col("Contact", get("name"), "name"),
            Col("Workplace", get("organization"), "organization"),
            Col("Sent", get("asked"), "contacted_on"),
            Col("Follow-up sent?", mark("nudged", True, False), "nudged_on", truth="nudged"),
            Col("Reply?", mark("replied", True, False), "responded_on", "response", truth="responded"),
            Col("Meeting held?", mark("met", True, False), "met_on", truth="met"),
            Col("Thank-you?", mark("thanked", True, False), "thanked_on", truth="thanked"),
            Col("Days since", lambda p: Formula("=" + days.format(people.index(p) + 3), 12)),
            Col("Preferred pronouns", pick("N/A", "she/her", "they/them")),
        ],
    )
    empty: list[list[Cell]] = [
        [n + 1, None, None, None, False, False, False, False, Formula("=" + days.format(n + 3), ""), "N/A"]
        for n in range(12, 200)
    ]
    return TrackerCase(
        name="prefilled_template",
        keeper="A buyer of a template whose two hundred rows are pre-filled with FALSE, N/A and formulas",
        suffix=".xlsx",
        write=workbook(
            Page(
                "Tracker", [["Networking Tracker™ Pro"], listed.head, *listed.rows, *empty], merged=("A1:J1",)
            )
        ),
        sheet="Tracker",
        header_row=2,
        records=12,
        people=12,
        **listed.truth(),
        cells=listed.cells(3),
    )


def duplicated_headers() -> TrackerCase:
    """The table starts in C5; headers break over lines and two of them are alike."""
    people = folk(605, 23)
    listed = table(
        people,
        [
            Col("Contact\nname", get("name"), "name"),
            Col(" Organi-\nsation ", get("organization"), "organization"),
            Col("Date\ncontacted", get("asked"), "contacted_on"),
            Col("Notes", get("note"), "notes"),
            Col("Date\nof reply", get("replied"), "responded_on"),
            Col("Date\nmet ", get("met"), "met_on"),
            Col("Notes", get("takeaway"), "", "notes takeaways"),
            Col("Thank you\nsent on", get("thanked"), "thanked_on"),
            Col("Budget\ncode", pick("A1", "B2")),
        ],
    )
    rows: list[list[Cell]] = [[], [], [None, None, "Outreach plan"], []]
    rows += [[None, None, *row] for row in (listed.head, *listed.rows)]
    return TrackerCase(
        name="duplicated_headers",
        keeper="A civil servant: the table starts in C5, headers break over lines, Notes comes twice",
        suffix=".xlsx",
        write=workbook(Page("Plan", rows, dates="dd.mm.yyyy")),
        sheet="Plan",
        header_row=5,
        records=23,
        people=23,
        **listed.truth(),
        letters={"name": "C", "contacted_on": "E", "responded_on": "G", "met_on": "H", "thanked_on": "J"},
        cells=listed.cells(6),
    )


def bankers_ambiguities() -> TrackerCase:
    """ "Role" holds divisions, "Contact" e-mail addresses, "Date" the first message, "Response" a mood."""
    people = folk(606, 33)
    listed = table(
        people,
        [
            Col("Person", get("name"), "name"),
            Col("Job", get("role"), "role"),
            Col("Firm", get("organization"), "organization"),
            Col("Role", pick("M&A", "ECM", "Sales & Trading", "Restructuring"), "", "tags hypothesis"),
            Col("Contact", get("email"), "email"),
            Col("Date", get("asked"), "contacted_on", "last_touch_on"),
            Col("Response", words(yes="Positive", no="Negative", other="Neutral"), "response", truth="-"),
            Col("Call", get("met"), "met_on", "scheduled_on"),
            Col("Ty", mark("thanked", "Y", "N"), "thanked_on", truth="thanked"),
            Col("Notes", get("note"), "notes"),
            Col("Notes 2", get("takeaway"), "", "notes takeaways"),
            Col("Bonus", pick("40%", "60%", None)),
        ],
    )
    answers = {"yes": "yes", "no": "no", "other": "other"}
    cells = listed.cells(2) | {
        (i, "response"): answers.get(p.response or "") for i, p in enumerate(people, 2)
    }
    return TrackerCase(
        name="bankers_ambiguities",
        keeper="An aspiring banker whose short headers mean something else than they say",
        suffix=".xlsx",
        write=workbook(Page("IB", [listed.head, *listed.rows], dates="m/d")),
        sheet="IB",
        header_row=1,
        records=33,
        people=33,
        **listed.truth(),
        cells=cells,
    )


def not_available_everywhere() -> TrackerCase:
    """N/A stands wherever nothing is known; a few formulas broke."""
    people = folk(607, 26)

    def broken(error: str) -> Formula:
        return Formula("=NA()" if error == "#N/A" else "=A1", error)

    listed = table(
        people,
        [
            Col("Contact person", get("name"), "name"),
            Col("Company", get("organization"), "organization"),
            Col("Email address", get("email"), "email"),
            Col("Referred by", lambda p: p.referrer or "N/A", "referred_by"),
            Col("Contacted", lambda p: p.asked or "N/A", "contacted_on"),
            Col("Responded", lambda p: p.replied or "n/a", "responded_on"),
            Col("Interviewed", lambda p: p.met or "N/A", "met_on"),
            Col("Notes", lambda p: p.note or "N/A", "notes"),
            Col("Expected salary", "N/A"),
        ],
    )
    rows = [list(row) for row in listed.rows]
    cells = listed.cells(2)
    rows[3][4], rows[8][5], rows[10][6] = broken("#N/A"), broken("#REF!"), "soonish, 31/31/2026"
    cells[5, "contacted_on"] = cells[10, "responded_on"] = cells[12, "met_on"] = None
    for i, p in enumerate(people, 2):
        cells[i, "referred_by"] = p.referrer or any_of(None, "N/A")
    first_unreferred = next(i for i, p in enumerate(people, 2) if p.referrer is None)
    first_silent = next(i for i, p in enumerate(people, 2) if p.replied is None and i != 10)
    return TrackerCase(
        name="not_available_everywhere",
        keeper="An accountant who leaves no cell blank, with formulas that broke",
        suffix=".xlsx",
        write=workbook(Page("Contacts", [listed.head, *rows])),
        sheet="Contacts",
        header_row=1,
        records=26,
        people=26,
        **listed.truth(),
        cells=cells,
        problems=("E5", "F10", "G12"),
        sound=(f"D{first_unreferred}", f"F{first_silent}", "H2"),
    )


CASES = (
    cover_and_lookups(),
    groups_in_the_body(),
    prefilled_template(),
    duplicated_headers(),
    bankers_ambiguities(),
    not_available_everywhere(),
)
