"""Trackers of ticks, words and odd dates."""

from datetime import date

from tests.trackers.case import TrackerCase, any_of
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, get, mark, on, pick, table, words


def some_answer(person: Person) -> object:
    """Say what may be known where the sheet only tells that an answer came."""
    return any_of(None, "other", "yes") if person.replied else None


def tick_marks() -> TrackerCase:
    people = folk(501, 25)
    listed = table(
        people,
        [
            Col("Contact Name", get("name"), "name"),
            Col("Organisation", get("organization"), "organization"),
            Col("Reached out", mark("asked", "✓"), "contacted_on", truth="asked"),
            Col("Nudged", mark("nudged", "x"), "nudged_on", truth="nudged"),
            Col(
                "Heard back",
                mark("replied", "Y", "N"),
                "responded_on",
                "response",
                truth="responded response",
            ),
            Col("Chat done", mark("met", True, False), "met_on", truth="met"),
            Col("Thank-you", mark("thanked", 1, 0), "thanked_on", truth="thanked"),
            Col("T-shirt size", pick("S", "M", "L")),
            Col("Comments", get("note"), "notes"),
        ],
        response=some_answer,
    )
    return TrackerCase(
        name="tick_marks",
        keeper="A community organiser who ticks boxes and never writes a date",
        suffix=".xlsx",
        write=workbook(Page("Sheet1", [listed.head, *listed.rows])),
        sheet="Sheet1",
        header_row=1,
        records=25,
        people=25,
        **listed.truth(),
        cells=listed.cells(2),
    )


def words_for_dates() -> TrackerCase:
    """Words stand in the date columns ("LM", "sent", "tbd") and two dates in one cell."""
    people = folk(502, 21, unasked=0.0)

    def asked(p: Person) -> Cell:
        if p.nudged and p.asked:
            return f"{p.asked:%m/%d/%Y}, {p.nudged:%m/%d/%Y}"
        return {0: "LM", 1: "sent"}.get(people.index(p) % 7, f"{p.asked:%m/%d/%Y}")

    def asked_on(p: Person) -> object:
        return p.asked if p.nudged or people.index(p) % 7 > 1 else None

    def talk(p: Person) -> Cell:
        return f"{p.met:%m/%d/%Y}" if p.met else "tbd" if p.response == "yes" else None

    listed = table(
        people,
        [
            Col("Person", get("name"), "name"),
            Col("Employer", get("organization"), "organization"),
            Col("Phone #", get("phone"), "phone"),
            Col("Called / emailed", asked, "contacted_on", truth="contacted_on asked"),
            Col("Meeting date", talk, "met_on", "scheduled_on", truth="met_on"),
            Col("Thank you card", mark("thanked", "mailed"), "thanked_on", truth="thanked"),
            Col("What they said", get("takeaway"), "takeaways", "notes response"),
        ],
        contacted_on=asked_on,
        asked=lambda p: True if asked_on(p) is None else any_of(True, False),
    )
    return TrackerCase(
        name="words_for_dates",
        keeper="A retired nurse who telephones, and writes LM (left message) or sent where a date should be",
        suffix=".xlsx",
        write=workbook(Page("Calls", [["Calls to make this fall"], listed.head, *listed.rows])),
        sheet="Calls",
        header_row=2,
        records=21,
        people=21,
        **listed.truth(),
        cells=listed.cells(3),
    )


def two_digit_typos() -> TrackerCase:
    people = folk(503, 27)
    short = "{d.month}/{d.day}/{d:%y}"
    listed = table(
        people,
        [
            Col("Full  Name ", get("name"), "name"),
            Col("Compnay", get("organization"), "organization"),
            Col("Postion", get("role"), "role"),
            Col("Data of initial outreach", on("asked", short), "contacted_on"),
            Col("Date of folow up", on("nudged", short), "nudged_on", "follow_up_on"),
            Col(
                "Resposne",
                words(yes="Positive", no="Negative", other="Neutral", bounced="Bounced"),
                "response",
            ),
            Col("Interveiw date", on("met", short), "met_on", "scheduled_on"),
            Col("Thnak you sent", on("thanked", short), "thanked_on"),
            Col("Refered by", get("referrer"), "referred_by"),
            Col("Relocation?", pick("yes", "no")),
        ],
        nudged_on=lambda p: any_of(p.nudged, None),
    )
    return TrackerCase(
        name="two_digit_typos",
        keeper="A dyslexic welder: typos in the headers, 9/4/26 for dates, all of it text",
        suffix=".xlsx",
        write=workbook(Page("networking", [listed.head, *listed.rows])),
        sheet="networking",
        header_row=1,
        records=27,
        people=27,
        **listed.truth(),
        cells=listed.cells(2),
    )


def serial(day: date | None) -> int | None:
    """Count a day the way Excel does."""
    return (day - date(1899, 12, 30)).days if day else None


def bare_serials() -> TrackerCase:
    people = folk(504, 19)
    listed = table(
        people,
        [
            Col("#", lambda p: people.index(p) + 1),
            Col("Name", get("name"), "name"),
            Col("Current employer", get("organization"), "organization"),
            Col("Message sent on", lambda p: serial(p.asked), "contacted_on"),
            Col("Reply on", lambda p: serial(p.replied), "responded_on"),
            Col("Spoke on", lambda p: serial(p.met), "met_on"),
            Col("Minutes", get("minutes"), "minutes"),
            Col("Age", pick(31, 44, 52, 60)),
        ],
    )
    return TrackerCase(
        name="bare_serials",
        keeper="Someone who pasted values only: the dates are bare serial numbers",
        suffix=".xlsx",
        write=workbook(Page("Paste", [listed.head, *listed.rows])),
        sheet="Paste",
        header_row=1,
        records=19,
        people=19,
        **listed.truth(),
        cells=listed.cells(2),
    )


def mac_1904() -> TrackerCase:
    people = folk(505, 16)
    listed = table(
        people,
        [
            Col("Surname", get("last"), "name"),
            Col("Given name", get("first"), "name"),
            Col("Institution", get("organization"), "organization"),
            Col("Letter posted", get("asked"), "contacted_on"),
            Col("Answer received", get("replied"), "responded_on"),
            Col("Visit", get("met"), "met_on", "scheduled_on"),
            Col("Thank-you letter", get("thanked"), "thanked_on"),
        ],
    )
    columns = {**listed.columns, "name": ["Given name", "Surname"]}
    return TrackerCase(
        name="mac_1904",
        keeper="A professor whose workbook began on an old Macintosh and counts days from 1904",
        suffix=".xlsx",
        write=workbook(
            Page("Letters", [[], [], listed.head, *listed.rows], dates="d mmmm yyyy"), date1904=True
        ),
        sheet="Letters",
        header_row=3,
        records=16,
        people=16,
        columns=columns,
        unmapped=listed.unmapped,
        either=listed.either,
        cells=listed.cells(4),
    )


def emoji_statuses() -> TrackerCase:
    """Four hundred people, a totals row at the end, and nothing but pictures for a status."""
    people = folk(506, 400, begin=date(2026, 1, 5), days=310)

    def status(p: Person) -> Cell:
        if p.met:
            return "🙏 Thanked" if p.thanked else "✅ Met"
        if p.response:
            said = {"yes": "📅 Said yes", "no": "❌ Declined", "bounced": "📭 Bounced", "other": "💬 Replied"}
            return said[p.response]
        return ("👻 No reply" if p.nudged else "📤 Sent") if p.asked else "🆕 To contact"

    def answer(p: Person) -> object:
        if p.met:
            return any_of("yes", None)
        if p.response == "other":
            return any_of("other", None)
        return p.response

    listed = table(
        people,
        [
            Col("👤 Name", get("name"), "name"),
            Col("🏢 Company", get("organization"), "organization"),
            Col("🚦 Status", status, "status", truth="response asked"),
            Col("📅 Sent on", get("asked"), "contacted_on"),
            Col("☕ Chat on", get("met"), "met_on", "scheduled_on"),
            Col("⭐ Priority", pick(1, 2, 3), "", "tags"),
        ],
        response=answer,
        asked=lambda p: any_of(True, False) if p.asked else False,
    )
    total: list[Cell] = ["Total", None, None, 400, len([p for p in people if p.met])]
    return TrackerCase(
        name="emoji_statuses",
        keeper="A content creator with four hundred rows, emoji everywhere and a totals row",
        suffix=".xlsx",
        write=workbook(Page("Outreach", [listed.head, *listed.rows, [], total])),
        sheet="Outreach",
        header_row=1,
        records=400,
        people=len({(p.name, p.organization) for p in people}),
        **listed.truth(),
        cells=listed.cells(2),
    )


def ambiguous_slashes() -> TrackerCase:
    """Nothing in the sheet tells whether 03/04/2026 is in March or in April."""
    slashes = ["03/04/2026", "05/06/2026", "7/8/2026", "09/10/2026", "02/11/2026"]
    names = ["Hugo Fenwick", "Nadia Oakley", "Petra Crane", "Simon Hollis", "Willa Garrick"]
    rows: list[list[Cell]] = [["Name", "Company", "Wrote on", "Mood of the mail"]]
    rows += [[name, "Glasswing Capital", day, "ok"] for name, day in zip(names, slashes, strict=True)]
    either_way = {
        2: any_of(None, date(2026, 3, 4), date(2026, 4, 3)),
        3: any_of(None, date(2026, 5, 6), date(2026, 6, 5)),
        6: any_of(None, date(2026, 2, 11), date(2026, 11, 2)),
    }
    return TrackerCase(
        name="ambiguous_slashes",
        keeper="Someone between two continents: five slashed dates, none of which tells day from month",
        suffix=".csv",
        write=delimited(rows),
        sheet=None,
        header_row=1,
        records=5,
        people=5,
        columns={"name": "Name", "organization": "Company", "contacted_on": "Wrote on"},
        either={"Mood of the mail": frozenset({"reflection"})},
        cells={(row, "contacted_on"): value for row, value in either_way.items()},
        problems=("C2", "C3", "C4", "C5", "C6"),
    )


def free_text_status() -> TrackerCase:
    people = folk(507, 17, unasked=0.0)

    def status(p: Person) -> Cell:
        if p.thanked:
            return "met + thank you sent"
        if p.met:
            return "met, must write thanks"
        said = {
            "yes": "said yes, finding a date",
            "no": "declined politely",
            "bounced": "email bounced",
            "other": "",
        }
        return said.get(p.response or "", "no response yet") or "wants to see my portfolio first"

    def answer(p: Person) -> object:
        if p.met:
            return any_of("yes", None)
        return {"yes": "yes", "no": "no", "bounced": "bounced", None: None}.get(
            p.response, any_of("other", None)
        )

    listed = table(
        people,
        [
            Col("client / contact", get("name"), "name"),
            Col("studio", get("organization"), "organization"),
            Col("where things stand", status, "status", truth="response met thanked"),
            Col("last contact", get("last_touch"), "last_touch_on"),
            Col("followup on", get("follow_up"), "follow_up_on"),
            Col("day rate", pick("400", "550", "?")),
        ],
        response=answer,
    )
    return TrackerCase(
        name="free_text_status",
        keeper="A freelance illustrator: one free-text status says it all, the file is parted by bars",
        suffix=".csv",
        write=delimited([listed.head, *listed.rows], delimiter="|", newline="\n"),
        sheet=None,
        header_row=1,
        records=17,
        people=17,
        **listed.truth(),
        cells=listed.cells(2),
    )


CASES = (
    tick_marks(),
    words_for_dates(),
    two_digit_typos(),
    bare_serials(),
    mac_1904(),
    emoji_statuses(),
    ambiguous_slashes(),
    free_text_status(),
)
