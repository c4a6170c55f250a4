"""Trackers in which a row is an action, or that keep a log beside the people."""

from datetime import date

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, Formula, Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, get, pick, table

Action = tuple[date, Person, str, str, str]


def actions(people: list[Person]) -> list[Action]:
    """List what happened as (date, person, what, details, event), in the order of the days."""
    replies = {
        "yes": ("Replied - yes", "happy to talk"),
        "no": ("Replied - declined", "too busy this year"),
        "other": ("Replied", "asked me to write again in spring"),
        "bounced": ("Bounced", "address unknown"),
    }
    listed: list[Action] = []
    for p in people:
        if p.asked:
            listed.append((p.asked, p, "Sent email", "asked for 20 minutes", "asked"))
        if p.nudged:
            listed.append((p.nudged, p, "Followed up", "", "nudged"))
        if p.replied and p.response:
            listed.append((p.replied, p, *replies[p.response], "responded"))
        if p.met:
            listed.append((p.met, p, "Coffee chat", p.takeaway or "", "met"))
        if p.thanked:
            listed.append((p.thanked, p, "Thank-you note", "", "thanked"))
    return sorted(listed, key=lambda action: (action[0], action[1].name))


def action_logger() -> TrackerCase:
    people = folk(401, 24, unasked=0.0)
    listed = actions(people)
    rows: list[list[Cell]] = [["Date", "Who", "Company", "What", "Details"]]
    rows += [[day, p.name, p.organization, what, details] for day, p, what, details, _ in listed]
    return TrackerCase(
        name="action_logger",
        keeper="A diarist: one line whenever something happens, never a line a person",
        suffix=".csv",
        write=delimited(rows),
        sheet=None,
        header_row=1,
        records=len(listed),
        people=24,
        columns={"name": "Who", "organization": "Company"},
        either={
            "Date": frozenset({"date", "contacted_on", "last_touch_on"}),
            "What": frozenset({"event", "status", "notes", "outcome"}),
            "Details": frozenset({"detail", "notes", "outcome", "takeaways"}),
        },
        events=tuple(
            (day, p.name, event)
            for day, p, _, _, event in listed
            if event != "responded" or p.response != "bounced"
        ),
    )


def consultant_with_log() -> TrackerCase:
    people = folk(402, 30)
    listed = actions(people)
    people_table = table(
        people,
        [
            Col("Name", get("name"), "name"),
            Col("Firm", get("organization"), "organization"),
            Col("Practice area", pick("Energy", "Health", "Public"), "", "tags hypothesis"),
            Col("Email", get("email"), "email"),
            Col("Intro from", get("referrer"), "referred_by"),
            Col("Reached out on", get("asked"), "contacted_on"),
            Col("Last touchpoint", get("last_touch"), "last_touch_on"),
            Col("Remarks", get("note"), "notes"),
        ],
    )
    log: list[list[Cell]] = [["Date", "Name", "Type", "Comment"]]
    log += [[day, p.name, what, details] for day, p, what, details, _ in listed]
    board: list[list[Cell]] = [
        ["Dashboard"],
        ["People", Formula("=COUNTA(People!A2:A200)", 30)],
        [
            "Emails sent",
            Formula('=COUNTIF(Log!C2:C500,"Sent email")', len([a for a in listed if a[4] == "asked"])),
        ],
        ["Reply rate", Formula("=B3/B2", 0.5)],
    ]
    return TrackerCase(
        name="consultant_with_log",
        keeper="A consultant: a dashboard first, then the people, then a log with several talks a person",
        suffix=".xlsx",
        write=workbook(
            Page("Dashboard", board),
            Page("People", [people_table.head, *people_table.rows], table="A1:H31"),
            Page("Log", log),
        ),
        sheet="People",
        header_row=1,
        records=30,
        people=30,
        **people_table.truth(),
        cells=people_table.cells(2),
        events=tuple(
            (day, p.name, event) for day, p, _, _, event in listed if event in {"met", "thanked", "nudged"}
        ),
    )


CASES = (action_logger(), consultant_with_log())
