"""Two things in one cell, and names and encodings from everywhere."""

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import Person, folk, parted
from tests.trackers.layout import Col, after, get, mark, on, pick, table


def name_and_title() -> TrackerCase:
    people = folk(801, 20)
    listed = table(
        people,
        [
            Col("Name & Title", lambda p: f"{p.name}, {p.role}", "name role"),
            Col("Organization", get("organization"), "organization"),
            Col("How did we meet?", get("source"), "source"),
            Col("Date emailed", get("asked"), "contacted_on"),
            Col("Date replied", get("replied"), "responded_on"),
            Col("Date & time of chat", on("met", "{d:%Y-%m-%d} 10:00"), "met_on", "scheduled_on"),
            Col(
                "Questions asked",
                after("met", "career path; culture", "a day in the life"),
                "",
                "notes takeaways",
            ),
            Col("Things they promised", after("met", "send a reading list", None), "promised"),
            Col("Followed up?", mark("thanked", "Y"), "", "thanked_on nudged_on follow_up_on"),
        ],
        role=lambda p: p.role,
    )
    cells = {key: value for key, value in listed.cells(2).items() if key[1] != "role"}
    return TrackerCase(
        name="name_and_title",
        keeper="A librarian who writes the title behind the name, with a comma",
        suffix=".xlsx",
        write=workbook(Page("Informational interviews", [listed.head, *listed.rows])),
        sheet="Informational interviews",
        header_row=1,
        records=20,
        people=20,
        **listed.truth(),
        cells=cells | {(i, "role"): p.role for i, p in enumerate(people, 2)},
    )


def company_and_role() -> TrackerCase:
    people = folk(802, 18)

    def status(p: Person) -> Cell:
        if p.met:
            return "Ongoing"
        return "Replied" if p.replied else "To follow up" if p.asked else "Not contacted"

    listed = table(
        people,
        [
            Col("#", lambda p: people.index(p) + 1),
            Col("Name", get("name"), "name"),
            Col("Company & Role", lambda p: f"{p.organization} – {p.role}", "organization role"),
            Col("Date", get("asked"), "contacted_on", "last_touch_on met_on"),
            Col("Contact Info", get("email"), "email"),
            Col("Key Insights", get("takeaway"), "takeaways"),
            Col("Referrals Provided", after("met", None, "two colleagues"), "introductions"),
            Col("Follow-up Date", get("follow_up"), "follow_up_on", "nudged_on"),
            Col("Status", status, "status", truth="-"),
        ],
    )
    cells = {key: value for key, value in listed.cells(2).items() if key[1] != "contacted_on"}
    return TrackerCase(
        name="company_and_role",
        keeper="A veteran leaving the service: company and role share a cell, parted by a dash",
        suffix=".xlsx",
        write=workbook(Page("Tracker", [listed.head, *listed.rows], table="A1:I19")),
        sheet="Tracker",
        header_row=1,
        records=18,
        people=18,
        **listed.truth(),
        cells=cells | {(i, "role"): p.role for i, p in enumerate(people, 2)},
    )


SCRIPTS = parted(
    "佐藤 美咲|王小明|김서연|Мария Ковалёва|Δημήτρης Παππάς|אורית בן־דוד|ليلى الحسن|Nguyễn Thị Ánh|"
    "अनन्या शर्मा|สมชาย ใจดี|Łukasz Żółć|Þórdís Ólafsdóttir|O’Brien-Smythe, Siobhán|José Ángel de la Cruz y Vega"
)


def long_note(person: Person) -> Cell:
    """Write a note of several lines."""
    return f"{person.note or 'we met once'}\n\n• {person.takeaway or 'no talk yet'}\n• write again"


def names_of_the_world() -> TrackerCase:
    """Names in many scripts, some written from right to left; notes of several lines."""
    people = [p for p in folk(803, 60) if p.asked][: len(SCRIPTS)]
    named = dict(zip((p.email for p in people), SCRIPTS, strict=True))
    listed = table(
        people,
        [
            Col("Name", lambda p: named[p.email], "name"),
            Col("Organization", get("organization"), "organization"),
            Col("Country", pick("JP", "GR", "IL", "VN"), "location"),
            Col("Language we spoke", pick("English", "日本語", "Русский")),
            Col("Wrote first", get("asked"), "contacted_on"),
            Col("They answered", get("replied"), "responded_on"),
            Col("Video call", get("met"), "met_on", "scheduled_on"),
            Col("Notes", long_note, "notes"),
        ],
        name=lambda p: named[p.email],
    )
    return TrackerCase(
        name="names_of_the_world",
        keeper="An interpreter with contacts on four continents and notes of several lines",
        suffix=".xlsx",
        write=workbook(Page("世界 contacts", [listed.head, *listed.rows])),
        sheet="世界 contacts",
        header_row=1,
        records=len(people),
        people=len(people),
        **listed.truth(),
        cells=listed.cells(2),
    )


CYRILLIC_FIRST = parted("Анна|Борис|Вера|Глеб|Дарья|Егор|Жанна|Захар|Инна|Кирилл")
CYRILLIC_LAST = parted("Агапов|Белозор|Ветров|Громыко|Дорош|Ежов|Жмаков|Зимин|Ильин|Кедров")


def unicode_text_utf16() -> TrackerCase:
    people = folk(804, 20)

    def name(p: Person) -> str:
        i = people.index(p)
        return f"{CYRILLIC_FIRST[i % 10]} {CYRILLIC_LAST[(i * 3 + i // 10) % 10]}"

    listed = table(
        people,
        [
            Col("Имя", name, "name"),
            Col("Компания", get("organization"), "organization"),
            Col("Должность", get("role"), "role"),
            Col("Почта", get("email"), "email"),
            Col("Дата обращения", on("asked", "{d:%d.%m.%Y}"), "contacted_on"),
            Col("Дата ответа", on("replied", "{d:%d.%m.%Y}"), "responded_on"),
            Col("Встреча", on("met", "{d:%d.%m.%Y}"), "met_on", "scheduled_on"),
            Col("Заметки", get("note"), "notes"),
        ],
        name=name,
    )
    return TrackerCase(
        name="unicode_text_utf16",
        keeper="A Russian-speaking chemist who saves as Unicode text: tabs, UTF-16, Cyrillic headers",
        suffix=".csv",
        write=delimited([listed.head, *listed.rows], delimiter="\t", encoding="utf-16"),
        sheet=None,
        header_row=1,
        records=20,
        people=len({(name(p), p.organization) for p in people}),
        **listed.truth(),
        cells=listed.cells(2),
    )


def contact_holds_names() -> TrackerCase:
    """ "Contact" holds names, "Contacted" ticks, "Last contact" days and "Contacts given" who else to ask."""
    people = folk(805, 29)
    listed = table(
        people,
        [
            Col("Company", get("organization"), "organization"),
            Col("Contact", get("name"), "name"),
            Col("Contact details", get("phone"), "phone"),
            Col("Contacted", mark("asked", "x"), "contacted_on", truth="asked"),
            Col("Last contact", get("last_touch"), "last_touch_on"),
            Col("Contacts given", after("met", None, "Ms Vickers", "the whole team"), "introductions"),
            Col("Result", after("met", "learned a lot", "offered an internship"), "outcome", "takeaways"),
            Col("Contract type", pick("perm", "temp")),
        ],
    )
    return TrackerCase(
        name="contact_holds_names",
        keeper="A plumber's apprentice: six of the headers begin with “contact” and mean six things",
        suffix=".csv",
        write=delimited([listed.head, *listed.rows], delimiter=";", encoding="utf-8-sig"),
        sheet=None,
        header_row=1,
        records=29,
        people=29,
        **listed.truth(),
        cells=listed.cells(2),
    )


def contact_holds_dates() -> TrackerCase:
    """ "Contact", "Answer" and "Meeting" hold days; "Date" is that of birth."""
    people = folk(807, 14)
    listed = table(
        people,
        [
            Col("Who", get("name"), "name"),
            Col("Firm", get("organization"), "organization"),
            Col("Contact", on("asked", "{d:%Y/%m/%d}"), "contacted_on", "last_touch_on"),
            Col("Answer", on("replied", "{d:%Y/%m/%d}"), "responded_on"),
            Col("Meeting", on("met", "{d:%Y/%m/%d}"), "met_on", "scheduled_on"),
            Col("Date of birth", pick("1971/03/02", "1980/12/24", None)),
            Col("Further contact", get("follow_up"), "follow_up_on"),
        ],
    )
    return TrackerCase(
        name="contact_holds_dates",
        keeper="A genealogist: Contact, Answer and Meeting are days, and everybody has a date of birth",
        suffix=".xlsx",
        write=workbook(Page("Register", [listed.head, *listed.rows])),
        sheet="Register",
        header_row=1,
        records=14,
        people=14,
        **listed.truth(),
        cells=listed.cells(2),
    )


def every_firm_twice() -> TrackerCase:
    """Half of the rows know only the firm; the same firm comes more than once."""
    people = folk(806, 32)
    anonymous = {p.email for i, p in enumerate(people) if i % 2}
    listed = table(
        people,
        [
            Col("Organization", get("organization"), "organization"),
            Col("Point of Contact", lambda p: None if p.email in anonymous else p.name, "name"),
            Col("Sector", pick("bank", "health", "games"), "", "tags hypothesis"),
            Col("Website", pick("https://a.example.org", "https://b.example.org"), "", "link"),
            Col("Inquiry sent", on("asked", "{d.month}/{d.day}/{d.year}"), "contacted_on"),
            Col("Outcome", words_of_result, "outcome", "response status"),
            Col("Fit (1-5)", pick(1, 2, 3, 4, 5)),
        ],
        name=lambda p: None if p.email in anonymous else p.name,
    )
    named = {(p.name, p.organization) for p in people if p.email not in anonymous}
    bare = {p.organization for p in people if p.email in anonymous}
    return TrackerCase(
        name="every_firm_twice",
        keeper="A trainee who writes to firms first and learns names later",
        suffix=".xlsx",
        write=workbook(Page("Firms", [listed.head, *listed.rows])),
        sheet="Firms",
        header_row=1,
        records=32,
        people=len(named) + len(bare),
        **listed.truth(),
        cells=listed.cells(2),
    )


def words_of_result(person: Person) -> Cell:
    """Write how the inquiry ended, in this keeper's words."""
    said = {"yes": "visited them", "no": "no openings", "other": "will call", "bounced": "wrong address"}
    return said.get(person.response or "")


CASES = (
    name_and_title(),
    company_and_role(),
    names_of_the_world(),
    unicode_text_utf16(),
    contact_holds_names(),
    contact_holds_dates(),
    every_firm_twice(),
)
