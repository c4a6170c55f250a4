"""Trackers with things beside the people: firms in the same cell, merged firms, legends, pages, tasks and counts."""

from datetime import date, datetime, time

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, Saying, after, get, mark, on, pick, table, words
from tests.trackers.logs import actions


def _us(moment: str) -> Saying:
    return on(moment, "{d.month}/{d.day}/{d.year}")


def board_of_cards() -> TrackerCase:
    """A card a person: the name and the firm in its title, where it stands in the name of its list."""
    people = folk(941, 24)
    stages = {"yes": "Talking", "no": "Declined", "other": "Talking", "bounced": "Messaged", None: "Messaged"}
    columns = [
        Col("Card ID", lambda p: f"6f{len(p.name)}c{len(p.email)}"),
        Col("Card Name", lambda p: f"{p.name} - {p.organization}", "name organization"),
        Col("Card Description", get("note"), "notes"),
        Col("Due Date", on("follow_up", "{d:%Y-%m-%d}T17:00:00.000Z"), "follow_up_on"),
        Col("List Name", lambda p: stages[p.response] if p.asked else "Backlog", "status"),
        Col("Board Name", "Informational interviews"),
        Col("Archived", "false"),
    ]
    found = table(people, columns)
    return TrackerCase(
        name="board_of_cards",
        keeper="A tester who keeps everything on a board",
        suffix=".csv",
        write=delimited([found.head, *found.rows], quote_all=True),
        sheet=None,
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells(2),
    )


def firms_merged() -> TrackerCase:
    """The firm's cell is merged over the rows of its people; a legend stands below."""
    people = sorted(folk(942, 20), key=lambda p: p.organization)
    columns = [
        Col("Company", get("organization"), "organization"),
        Col("Name", get("name"), "name"),
        Col("Title", get("role"), "role"),
        Col("Emailed", _us("asked"), "contacted_on"),
        Col("Met", _us("met"), "met_on"),
    ]
    found = table(people, columns)
    rows: list[list[Cell]] = [found.head]
    merged, begin = [], 2
    for at, (person, row) in enumerate(zip(people, found.rows, strict=True), 2):
        first = at == 2 or people[at - 3].organization != person.organization
        begin = at if first else begin
        last = at - 1 == len(people) or people[at - 1].organization != person.organization
        if last and at > begin:
            merged.append(f"A{begin}:A{at}")
        rows.append(row if first else [None, *row[1:]])
    rows += [[], ["Legend:"], ["Emailed = first message only"]]
    return TrackerCase(
        name="firms_merged",
        keeper="A banker who sorts by firm",
        suffix=".xlsx",
        write=workbook(Page("By firm", rows, merged=tuple(merged))),
        sheet="By firm",
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells(2),
    )


def journal() -> TrackerCase:
    """Only talks that were held, each with its hour; nobody wrote down when they asked."""
    people = [p for p in folk(943, 60) if p.met]

    def moment(person: Person) -> datetime | None:
        return datetime.combine(person.met, time(12, 30)) if person.met else None

    columns = [
        Col("Rank/Name", lambda p: f"{pick('Maj', 'Lt', 'Cpt')(p)} {p.name}", "name", truth="-"),
        Col("Workplace", get("organization"), "organization"),
        Col("Date & time", moment, "met_on"),
        Col("Phone / video / in person", pick("phone", "video", "in person"), "mode"),
        Col("Minutes", get("minutes"), "minutes"),
        Col("Information gathered", get("takeaway"), "takeaways"),
        Col("Who else they recommended", pick("Ana Brandt", "Luis Ferro", None), "introductions"),
        Col("Meetings", pick(1, 2, 3)),
        Col("Next step", pick("write by 12/1", "apply by 1/15", "call her")),
    ]
    found = table(people, columns)
    return TrackerCase(
        name="journal",
        keeper="An officer who leaves the service",
        suffix=".xlsx",
        write=workbook(Page("Interviews", [found.head, *found.rows])),
        sheet="Interviews",
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells(2),
    )


def behind_the_posting() -> TrackerCase:
    """The role applied for is not the title of the contact; pages are numbered and repeat the header."""
    people = folk(944, 21)
    columns = [
        Col("Company", get("organization"), "organization"),
        Col("Role", pick("Data Analyst", "BI Developer")),
        Col("Contact person", get("name"), "name"),
        Col("Contact's title", get("role"), "role"),
        Col("LinkedIn sent", _us("asked"), "contacted_on"),
        Col(
            "Pitch reply",
            words(yes="soft yes", no="pass", other="maybe", bounced="bounced", none=None),
            "response",
        ),
        Col("First call", _us("met"), "met_on"),
        Col("Thanks", mark("thanked", "o", "x"), "thanked_on", truth="thanked"),
    ]
    found = table(people, columns)
    rows, numbers = [found.head], []
    for at, row in enumerate(found.rows):
        if at and at % 7 == 0:
            rows += [[f"Page {at // 7 + 1}"], found.head]
        rows.append(row)
        numbers.append(len(rows))
    return TrackerCase(
        name="behind_the_posting",
        keeper="An analyst who prints the sheet",
        suffix=".xlsx",
        write=workbook(Page("Applications", rows)),
        sheet="Applications",
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells_at(numbers),
    )


def log_of_pairs() -> TrackerCase:
    """One row an action; who it was with and where they work stand in one cell."""
    people = folk(945, 18, unasked=0.0)
    said = {
        "asked": "Sent LinkedIn message",
        "nudged": "2nd message",
        "met": "Coffee",
        "thanked": "Thank-you email",
    }
    listed = [each for each in actions(people) if each[4] != "responded"]
    rows: list[list[Cell]] = [["When", "Contact (company)", "Activity", "Comments"]]
    rows += [
        [datetime.combine(day, time(10, 5)), f"{p.name} ({p.organization})", said[event], details or None]
        for day, p, _, details, event in listed
    ]
    events: list[tuple[date, str, str]] = [(day, p.name, event) for day, p, _, _, event in listed]
    return TrackerCase(
        name="log_of_pairs",
        keeper="A nurse who logs from her phone",
        suffix=".xlsx",
        write=workbook(Page("Log", rows)),
        sheet="Log",
        header_row=1,
        records=len(listed),
        people=18,
        columns={"name": "Contact (company)", "organization": "Contact (company)"},
        either={
            "When": frozenset({"date", "contacted_on", "last_touch_on"}),
            "Activity": frozenset({"event", "status", "notes", "channel"}),
            "Comments": frozenset({"detail", "notes", "takeaways"}),
        },
        events=tuple(events),
    )


def questions_only() -> TrackerCase:
    """Every header is a question."""
    people = folk(946, 22)
    columns = [
        Col("Who is it?", get("name"), "name"),
        Col("Where did they land?", get("organization"), "organization"),
        Col("How did you get in touch?", after("asked", "email", "LinkedIn"), "channel"),
        Col("When did you first write to them?", _us("asked"), "contacted_on"),
        Col("Did they answer?", mark("replied", "yes", "no"), "responded_on", "response", truth="-"),
        Col("Did we talk?", mark("met", "yes", "no"), "met_on", truth="met"),
        Col("What did they tell me?", get("takeaway"), "takeaways"),
        Col("Have I said thanks?", mark("thanked", "yes", "not yet"), "thanked_on", truth="thanked"),
    ]
    found = table(people, columns)
    return TrackerCase(
        name="questions_only",
        keeper="A curious nurse",
        suffix=".csv",
        write=delimited([found.head, *found.rows], delimiter="\t", encoding="utf-16"),
        sheet=None,
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells(2),
    )


CASES = (
    board_of_cards(),
    firms_merged(),
    journal(),
    behind_the_posting(),
    log_of_pairs(),
    questions_only(),
)
