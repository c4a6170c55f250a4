"""Wild trackers: people named by their values alone, turns of phrase for headers, answers in a status, captions."""

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, Saying, Table, after, get, mark, on, pick, table, words
from tests.trackers.logs import actions


def _case(name: str, keeper: str, found: Table, *, csv: bool = False, delimiter: str = ",") -> TrackerCase:
    """Make a case of a table whose headers stand in row 1."""
    rows = [found.head, *found.rows]
    return TrackerCase(
        name=name,
        keeper=keeper,
        suffix=".csv" if csv else ".xlsx",
        write=delimited(rows, delimiter) if csv else workbook(Page("Sheet1", rows)),
        sheet=None if csv else "Sheet1",
        header_row=1,
        records=len(found.rows),
        people=len(found.rows),
        **found.truth(),
        cells=found.cells(2),
    )


def fishmonger() -> TrackerCase:
    """No header says "name"; those who lead to the skippers are persons too."""
    answers = words(yes="aye", no="no thanks", other="after xmas", bounced="wrong number", none="nothing yet")
    columns = [
        Col("Skipper", get("name"), "name"),
        Col("Works for", get("organization"), "organization"),
        Col("Who put me onto them", get("referrer"), "referred_by"),
        Col("Rang on", get("asked"), "contacted_on"),
        Col("Prodded", get("nudged"), "nudged_on"),
        Col("Where it's at", _said(answers, met="had a brew"), "status", truth="response"),
        Col("Pint on", get("met"), "met_on"),
        Col("Worth remembering", get("takeaway"), "takeaways"),
        Col("Cheers sent", mark("thanked", "yep"), "thanked_on", truth="thanked"),
        Col("Ring again", get("follow_up"), "follow_up_on"),
    ]
    return _case("fishmonger", "A fishmonger who wants to go to sea", table(folk(991, 34), columns))


def _said(answers: Saying, **by_moment: Cell) -> Saying:
    """Write the word for the last of the moments that have come, else for the answer, else for no ask."""

    def says(person: Person) -> Cell:
        if not person.asked:
            return by_moment.get("unasked", "to do")
        held = by_moment.get("met") if person.met else None
        return held or answers(person)

    return says


def columnist() -> TrackerCase:
    """British turns of phrase all along."""
    answers = words(yes="Said yes", no="Not keen", other="Ask after Easter", bounced="Bounced", none=None)
    columns = [
        Col("Fname", get("first"), "name"),
        Col("Lname", get("last"), "name"),
        Col("Outfit", get("organization"), "organization"),
        Col("Lead from", get("source"), "source"),
        Col("Dropped a line", on("asked", "{d.day}/{d.month}/{d.year}"), "contacted_on"),
        Col("Any joy?", answers, "response"),
        Col("Cuppa on", on("met", "{d.day}/{d.month}/{d.year}"), "met_on"),
        Col("Gist", get("takeaway"), "takeaways"),
        Col("How I felt after", after("met", "inspired", "meh", "hopeful"), "reflection"),
        Col(
            "They said to talk to", after("met", "Tom Baker", "Ann Marlowe, Ian Crane", None), "introductions"
        ),
        Col("Books they recommended", after("met", "Deep Work", "Range", None)),
        Col("Said ta", mark("thanked", "y"), "thanked_on", truth="thanked"),
    ]
    return _case("columnist", "A columnist", table(folk(992, 33), columns), csv=True)


def kommun() -> TrackerCase:
    """A Swedish status tells everything: who declined with thanks, who was never contacted."""
    answers = words(
        yes="tackade ja",
        no="tackade nej",
        other="återkommer efter jul",
        bounced="mejlet studsade",
        none="inget svar",
    )
    columns = [
        Col("Namn", get("name"), "name"),
        Col("Arbetsplats", get("organization"), "organization"),
        Col("Tips från", get("referrer"), "referred_by"),
        Col("Kontaktad", get("asked"), "contacted_on"),
        Col("Läge", _said(answers, met="klart", unasked="ej kontaktad"), "status", truth="response"),
        Col("Pratade", get("met"), "met_on"),
        Col("Vad jag tar med mig", get("takeaway"), "takeaways"),
        Col("Tackat", mark("thanked", "x"), "thanked_on", truth="thanked"),
        Col("Hör av mig igen", get("follow_up"), "follow_up_on"),
    ]
    people = folk(993, 30, "sv", unasked=0.2)
    return _case("kommun", "A clerk of a Swedish town", table(people, columns))


def branza() -> TrackerCase:
    """A Polish list with semicolons; a dash of each word that no other language has."""
    answers = words(yes="tak", no="nie", other="później", bounced="zwrotka", none="brak odpowiedzi")
    columns = [
        Col("Imię i nazwisko", get("name"), "name"),
        Col("Firma", get("organization"), "organization"),
        Col("Skąd kontakt", pick("LinkedIn", "studia", "były szef"), "source"),
        Col("Data wiadomości", on("asked", "{d:%d.%m.%Y}"), "contacted_on"),
        Col("Przypomnienie", on("nudged", "{d:%d.%m.%Y}"), "nudged_on"),
        Col("Odpowiedź", answers, "response"),
        Col("Rozmowa", on("met", "{d:%d.%m.%Y}"), "met_on"),
        Col("Co wyniosłem", get("takeaway"), "takeaways"),
        Col("Podziękowanie", on("thanked", "{d:%d.%m.%Y}"), "thanked_on"),
        Col("Kogo polecił/a", after("met", "Ewa Bąk", "Jan Zawada", None), "introductions"),
    ]
    return _case("branza", "A Pole", table(folk(994, 31, "pl"), columns), csv=True, delimiter=";")


def offshore() -> TrackerCase:
    """People under labelled captions; sites are places, and who links to me is no web address."""
    people = folk(995, 32)
    columns = [
        Col("Contact", get("name"), "name"),
        Col("Company", get("organization"), "organization"),
        Col("Site", get("city"), "location"),
        Col("Link to me", pick("ex-Shell", "alumni", "old crew"), "source"),
        Col("Approach date", get("asked"), "contacted_on"),
        Col("Upshot", words(yes="agreed", no="declined", other="later", bounced="bounced"), "response"),
        Col("Chat in diary", get("met"), "scheduled_on"),
        Col("Review date", get("follow_up"), "follow_up_on"),
    ]
    found = table(people, columns)
    rows: list[list[Cell]] = [found.head]
    numbers = []
    for place, row in enumerate(found.rows):
        if place % 11 == 0:
            rows.append([("A: Scotland", "B: England", "C: Remote")[place // 11], *[None] * (len(row) - 1)])
        rows.append(row)
        numbers.append(len(rows))
    return TrackerCase(
        name="offshore",
        keeper="An offshore engineer",
        suffix=".xlsx",
        write=workbook(Page("Contacts", rows)),
        sheet="Contacts",
        header_row=1,
        records=32,
        people=32,
        **found.truth(),
        cells=found.cells_at(numbers),
    )


def sergeant() -> TrackerCase:
    """The log beside the people has a day under initials that only the army knows."""
    people = folk(996, 26)
    columns = [
        Col("NAME", get("name"), "name"),
        Col("EMPLOYER", get("organization"), "organization"),
        Col("BILLET (CIV TITLE)", get("role"), "role"),
        Col("POC SOURCE", get("source"), "source"),
        Col("CONTACT INITIATED", get("asked"), "contacted_on"),
        Col("WARM HANDOFF TO", after("met", "Tom Baker", "Ann Marlowe", None), "introductions"),
    ]
    said = {
        "asked": "Initial email",
        "nudged": "Follow-up email",
        "responded": "Reply received",
        "met": "Interview",
        "thanked": "Thank you sent",
    }
    listed = [action for action in actions(people) if action[4] != "responded"]
    log: list[list[Cell]] = [["DTG", "NAME", "ACTION", "REMARKS"]]
    log += [[day, p.name, said[event], None] for day, p, _, _, event in listed]
    found = table(people, columns)
    return TrackerCase(
        name="sergeant",
        keeper="A sergeant who leaves the army",
        suffix=".xlsx",
        write=workbook(Page("CONTACTS", [found.head, *found.rows]), Page("CONTACT LOG", log)),
        sheet="CONTACTS",
        header_row=1,
        records=26,
        people=26,
        **found.truth(),
        cells=found.cells(2),
        events=tuple((day, p.name, event) for day, p, _, _, event in listed),
    )


def diario() -> TrackerCase:
    """An Italian diary: one line whenever something happens."""
    people = folk(997, 22, "it", unasked=0.0)
    said = {
        "asked": "Prima mail",
        "nudged": "Sollecito",
        "met": "Colloquio fatto",
        "thanked": "Ringraziamento",
    }
    replies = {
        "yes": "Ha accettato",
        "no": "Ha rifiutato",
        "other": "Ha rimandato",
        "bounced": "Mail respinta",
    }
    listed = [
        action for action in actions(people) if action[4] != "responded" or action[1].response != "bounced"
    ]
    rows: list[list[Cell]] = [["Data", "Persona", "Azienda", "Cosa", "Come"]]
    rows += [
        [day, p.name, p.organization, said.get(event) or replies[p.response or ""], p.channel]
        for day, p, _, _, event in listed
    ]
    return TrackerCase(
        name="diario",
        keeper="A diarist in Turin",
        suffix=".xlsx",
        write=workbook(Page("Diario", rows)),
        sheet="Diario",
        header_row=1,
        records=len(listed),
        people=22,
        columns={"name": "Persona", "organization": "Azienda"},
        either={
            "Data": frozenset({"date", "contacted_on", "last_touch_on"}),
            "Cosa": frozenset({"event", "status", "notes"}),
            "Come": frozenset({"channel", "mode"}),
        },
        events=tuple((day, p.name, event) for day, p, _, _, event in listed),
    )


def uranium() -> TrackerCase:
    """States in letters are places; those whom they name are no introducers; "chase again" is a plan."""
    answers = words(yes="Yep", no="Nah", other="Next swing", bounced="Bounced", none="Nothing")
    columns = [
        Col("Bloke/lady", get("name"), "name"),
        Col("Company", get("organization"), "organization"),
        Col("Position", get("role"), "role"),
        Col("State", pick("WA", "SA", "QLD", "NSW"), "location"),
        Col("First message", get("asked"), "contacted_on"),
        Col("Second go", get("nudged"), "nudged_on"),
        Col("Answer", answers, "response"),
        Col("Had a yarn", get("met"), "met_on"),
        Col("Put me onto", after("met", "Tom Baker", "Ann Marlowe", None), "introductions"),
        Col("Chase again", get("follow_up"), "follow_up_on"),
        Col("Roster", pick("8/6", "5/2", None)),
    ]
    return _case("uranium", "A fly-in fly-out engineer", table(folk(998, 34), columns))


CASES = (
    fishmonger(),
    columnist(),
    kommun(),
    branza(),
    offshore(),
    sergeant(),
    diario(),
    uranium(),
)
