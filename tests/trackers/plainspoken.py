"""Trackers in plain words: numbered follow-ups, "Where", what they said, invitations, merged days, no years."""

from datetime import date, timedelta

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, Table, after, get, mark, on, pick, table, words


def _case(name: str, keeper: str, found: Table, *, csv: bool = False, sheet: str = "Sheet1") -> TrackerCase:
    """Make a case of a table whose headers stand in row 1."""
    rows = [found.head, *found.rows]
    return TrackerCase(
        name=name,
        keeper=keeper,
        suffix=".csv" if csv else ".xlsx",
        write=delimited(rows) if csv else workbook(Page(sheet, rows)),
        sheet=None if csv else sheet,
        header_row=1,
        records=len(found.rows),
        people=len(found.rows),
        **found.truth(),
        cells=found.cells(2),
    )


def _again(person: Person) -> Cell:
    """Write when somebody who never answered was reminded once more."""
    unheard = person.nudged and not person.replied
    return person.nudged + timedelta(days=9) if person.nudged and unheard else None


def club_officers() -> TrackerCase:
    """Follow-ups are numbered, and the club's own people stand in front of the row."""
    columns = [
        Col("Officer", pick("Jess", "Mo", "Raj")),
        Col("Firm", get("organization"), "organization"),
        Col("Alum", get("name"), "name"),
        Col("Initial email", get("asked"), "contacted_on"),
        Col("F/U 1", get("nudged"), "nudged_on"),
        Col("F/U 2", _again, "nudged_on", truth="-"),
        Col("Replied?", mark("replied", "Yes", "No"), "responded_on", "response", "responded"),
        Col("Call on", get("met"), "met_on"),
        Col("TY", mark("thanked", "x"), "thanked_on", truth="thanked"),
    ]
    return _case("club_officers", "A student club", table(folk(981, 42), columns))


def plain_words() -> TrackerCase:
    """Nothing is called by the word that others use for it."""
    answers = words(
        yes="said yes!", no="politely declined", other="maybe in the fall", bounced="bounced", none="crickets"
    )
    columns = [
        Col("Who", get("name"), "name"),
        Col("Where", get("organization"), "organization"),
        Col("Who told me about them", get("referrer"), "referred_by"),
        Col("Reached", get("asked"), "contacted_on"),
        Col("What they said", answers, "response"),
        Col("Call back on", get("follow_up"), "follow_up_on"),
        Col("We talked", get("met"), "met_on"),
        Col("What I learned", get("takeaway"), "takeaways"),
    ]
    return _case("plain_words", "A teacher who leaves school", table(folk(982, 36), columns), csv=True)


def applicant() -> TrackerCase:
    """Applying to a firm asks nobody: the message to a person there is what counts."""
    answers = words(yes="said sure", no="not taking calls", other="later", bounced="bounced", none="ghosted")
    columns = [
        Col("Company", get("organization"), "organization"),
        Col("Contact there", get("name"), "name"),
        Col("Applied?", pick("Yes", "No")),
        Col("Networking msg sent", get("asked"), "contacted_on"),
        Col("Reply?", answers, "response"),
        Col("Conv. date", get("met"), "met_on"),
    ]
    return _case("applicant", "An analyst who applies and asks", table(folk(983, 30), columns))


def after_the_conference() -> TrackerCase:
    """Everybody was met at a conference; those who accept an invitation do so on a day."""
    columns = [
        Col("Name", get("name"), "name"),
        Col("Institution", get("organization"), "organization"),
        Col(
            "Met where/when", pick("Coffee line, day 2", "Panel Q&A", "Dinner Weds", "Poster hall"), "source"
        ),
        Col("Invite sent", get("asked"), "contacted_on"),
        Col("Invite accepted", get("replied"), "responded_on"),
        Col("Next action", pick("Ask for intro", "Send paper", None)),
    ]
    people = [p for p in folk(984, 34) if p.response in (None, "yes")]
    return _case("after_the_conference", "A postdoc", table(people, columns))


def _short(moment: str) -> str:
    return {"nudged": "{d.day}/{d.month}", "met": "{d:%d/%m}"}[moment]


def convidados() -> TrackerCase:
    """Invitations have their year, what follows has none: it lies within weeks of the invitation."""
    answers = words(yes="aceitou", no="recusou", other="vai pensar", bounced=None, none="sem notícias")
    columns = [
        Col("Pessoa", get("name"), "name"),
        Col("Onde", get("organization"), "organization"),
        Col("Convidado em", on("asked", "{d:%d/%m/%Y}"), "contacted_on"),
        Col("Lembrete", on("nudged", _short("nudged")), "nudged_on"),
        Col("Resposta", answers, "response"),
        Col("Conversa em", on("met", _short("met")), "met_on"),
        Col("Quem me falou", get("referrer"), "referred_by"),
        Col("Aprendizados", get("takeaway"), "takeaways"),
    ]
    people = [p for p in folk(985, 32, begin=date(2025, 9, 15)) if p.response != "bounced"]
    return _case("convidados", "Uma enfermeira em Porto Alegre", table(people, columns), csv=True)


def rendez_vous() -> TrackerCase:
    """The meeting of the network is the interview; silence has its own words."""
    answers = words(
        yes="oui", no="pas disponible", other="renvoyé vers les RH", bounced=None, none="silence radio"
    )
    columns = [
        Col("Nom", get("name"), "name"),
        Col("Société", get("organization"), "organization"),
        Col("Invité le", get("asked"), "contacted_on"),
        Col("1ère relance", get("nudged"), "nudged_on"),
        Col("2e relance", _again, "nudged_on", truth="-"),
        Col("Réponse", answers, "response"),
        Col("RDV réseau", get("met"), "met_on"),
        Col("Qui m'en a parlé", get("referrer"), "referred_by"),
    ]
    people = [p for p in folk(986, 36) if p.response != "bounced"]
    return _case("rendez_vous", "Une ingénieure à Lyon", table(people, columns))


def uitgenodigd() -> TrackerCase:
    """Waiting and silence are words of their own, so that a no is one."""
    answers = words(yes="ja", no="nee", other="komt erop terug", bounced=None, none="niets gehoord")
    columns = [
        Col("Naam", get("name"), "name"),
        Col("Waar", get("organization"), "organization"),
        Col("Uitgenodigd op", get("asked"), "contacted_on"),
        Col("Reactie", answers, "response"),
        Col("Gesprek op", get("met"), "met_on"),
        Col("Bedankt", mark("thanked", "✓"), "thanked_on", truth="thanked"),
        Col("Opmerkingen", after("met", "nog eens bellen", "stuurde me door"), "notes"),
    ]
    people = [p for p in folk(987, 30) if p.response != "bounced"]
    return _case("uitgenodigd", "Een loopbaanwisselaar in Utrecht", table(people, columns))


def one_day_for_all() -> TrackerCase:
    """The day of a mailing, and what came of it, is merged over the people it went to; a remark stands below."""
    head: list[Cell] = ["Name", "Company", "Emailed on", "Replied?", "Met on"]
    first, second = date(2026, 3, 2), date(2026, 4, 13)
    rows: list[list[Cell]] = [
        ["Ana Ruiz", "Acme Bank", first, "Yes", date(2026, 3, 20)],
        ["Robert Lindqvist", None, None, None, None],
        ["Laura Li", "Beta Labs", None, "No", None],
        ["Dana Whitfield", "Beta Labs", second, "No", None],
        ["Greta Olsen", "Acme Bank", None, "Yes", date(2026, 4, 30)],
        ["Hugo Brandt", "Gamma Studio", date(2026, 5, 4), None, None],
    ]
    return TrackerCase(
        name="one_day_for_all",
        keeper="A planner who writes to several people on one day",
        suffix=".xlsx",
        write=workbook(
            Page(
                "People",
                [head, *rows, [], ["Ideas: library association, guild"]],
                merged=("B2:B3", "C2:C4", "D2:D3", "E2:E3", "C5:C6"),
            )
        ),
        sheet="People",
        header_row=1,
        records=6,
        people=6,
        columns={
            "name": "Name",
            "organization": "Company",
            "contacted_on": "Emailed on",
            "responded_on": "Replied?",
            "met_on": "Met on",
        },
        either={"Replied?": frozenset({"response", "responded_on"})},
        cells={
            (3, "organization"): "Acme Bank",
            (3, "contacted_on"): first,
            (3, "responded"): True,
            (3, "met_on"): date(2026, 3, 20),
            (4, "contacted_on"): first,
            (4, "responded"): False,
            (4, "met_on"): None,
            (6, "contacted_on"): second,
            (7, "contacted_on"): date(2026, 5, 4),
        },
        events=((first, "Robert Lindqvist", "asked"), (date(2026, 3, 20), "Robert Lindqvist", "met")),
    )


def named_once() -> TrackerCase:
    """A row is an action; the name stands once beside all that was done with the person, and a first call is an ask."""
    head: list[Cell] = ["Date", "Action", "Contact", "Company", "Comments"]
    rows: list[list[Cell]] = [
        [date(2026, 3, 2), "Called", "Ana Ruiz", "Acme Bank", "out of the blue"],
        [date(2026, 3, 9), "Mailed", None, None, "sent my questions"],
        [date(2026, 3, 20), "Interviewed", None, None, "knows the trade"],
        [date(2026, 3, 3), "Mailed", "Laura Li", "Beta Labs", None],
        [date(2026, 3, 17), "Followed up", None, None, None],
        [date(2026, 4, 1), "Mailed", "Hugo Brandt", "Gamma Studio", None],
    ]
    return TrackerCase(
        name="named_once",
        keeper="A machinist who merges what belongs together",
        suffix=".xlsx",
        write=workbook(Page("Log", [head, *rows], merged=("C2:C4", "D2:D4", "C5:C6", "D5:D6"))),
        sheet="Log",
        header_row=1,
        records=6,
        people=3,
        columns={"name": "Contact", "organization": "Company"},
        either={
            "Date": frozenset({"date", "contacted_on", "last_touch_on", "met_on"}),
            "Action": frozenset({"event", "status", "response", "notes", "channel"}),
            "Comments": frozenset({"detail", "notes"}),
        },
        cells={(2, "contacted_on"): date(2026, 3, 2), (5, "contacted_on"): date(2026, 3, 3)},
        events=(
            (date(2026, 3, 2), "Ana Ruiz", "asked"),
            (date(2026, 3, 20), "Ana Ruiz", "met"),
            (date(2026, 3, 17), "Laura Li", "nudged"),
        ),
    )


CASES = (
    club_officers(),
    plain_words(),
    applicant(),
    after_the_conference(),
    convidados(),
    rendez_vous(),
    uitgenodigd(),
    one_day_for_all(),
    named_once(),
)
