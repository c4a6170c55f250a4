"""Trackers from other trades and habits, whose headers are told by their head, their verb or the rest of the sheet."""

from datetime import date, datetime, time, timedelta

from tests.trackers.case import TrackerCase
from tests.trackers.files import Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, Table, after, get, mark, on, pick, table


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


def numbered_touches() -> TrackerCase:
    """Touches are numbered, the firm's own people stand beside the prospects, a level is a rating."""
    columns = [
        Col("Prospect", get("name"), "name"),
        Col("Account Name", get("organization"), "organization"),
        Col("Rep", pick("Ana Brandt", "Luis Ferro")),
        Col("Email 1 sent", get("asked"), "contacted_on"),
        Col("Email 2 sent", get("nudged"), "nudged_on"),
        Col("Heard from?", mark("replied", "Y", "N"), "responded_on", "response", "responded"),
        Col("Intro call", get("met"), "met_on"),
        Col("Interest Level", pick("High", "Medium", "Low")),
        Col("Next nudge", get("follow_up"), "follow_up_on"),
    ]
    return _case(
        "numbered_touches", "A salesman who counts his touches", table(folk(901, 30), columns), sheet="Q2"
    )


def research_team() -> TrackerCase:
    """Two interviewers, customers by first name and initial, and a date that is the interview's."""

    def initial(person: Person) -> str:
        return f"{person.first} {person.last[0]}."

    columns = [
        Col("Customer", initial, "name"),
        Col("Interviewer", pick("Ana", "Caio")),
        Col("Date", get("met"), "met_on"),
        Col("Key insight", get("takeaway"), "takeaways"),
        Col("Assumption challenged", after("met", "A1 buyers compare", "A2 teams own budgets"), "hypothesis"),
        Col("Pain score", after("met", 4, 7, 9)),
    ]
    people = [p for p in folk(902, 40) if p.met]
    unique = list({initial(p): p for p in people}.values())
    return _case("research_team", "Two researchers at a start-up", table(unique, columns, name=initial))


def firms_under_name() -> TrackerCase:
    """A list of firms under "Name"; the referral column is a stage of three words."""
    columns = [
        Col("Name", lambda p: f"{p.last} {p.organization.split()[-1]}", "organization", truth="-"),
        Col("Role name", get("role"), "role"),
        Col("Job Location", get("city"), "location"),
        Col("Listing URL", lambda p: f"https://jobs.example.com/{p.last.lower()}", "link"),
        Col("Applied on", get("asked"), "contacted_on"),
        Col("Referral", pick("Searching", "Referred", "None needed")),
        Col("Priority", pick("High", "Low")),
    ]
    return _case("firms_under_name", "An engineer who applies", table(folk(903, 26), columns), csv=True)


def creators() -> TrackerCase:
    """People by their handles."""
    columns = [
        Col("Platform", pick("Instagram", "Email", "Discord"), "channel"),
        Col("Handle", lambda p: f"@{p.first.lower()}_{p.last.lower()}", "name", truth="-"),
        Col("DM'd?", mark("asked", "y", "n"), "contacted_on", truth="asked"),
        Col("Last reply", get("replied"), "responded_on"),
        Col("Reach out? (Y/N)", pick("Y", "N")),
    ]
    return _case("creators", "A community manager", table(folk(904, 24), columns), csv=True)


def letters_sent() -> TrackerCase:
    """A bare date beside a message is the day it was sent; State beside City is a place."""
    columns = [
        Col("Date", get("asked"), "contacted_on"),
        Col("Recipient", get("name"), "name"),
        Col("Their firm", get("organization"), "organization"),
        Col("City", get("city"), "location"),
        Col("State", pick("MA", "TX", "IL", "CO"), "", "location"),
        Col(
            "Message",
            pick("Hello, I would be glad to hear how you work", "We met in May, may I ask you a few things"),
            "",
        ),
        Col(
            "Response Notes",
            after("replied", "was very kind on the phone", "asked me to write again in May"),
            "notes",
        ),
    ]
    people = [p for p in folk(905, 30) if p.asked]
    return _case("letters_sent", "A recruiter who writes letters", table(people, columns), csv=True)


def short_hand() -> TrackerCase:
    """Every header is cut short."""
    columns = [
        Col("Full name", get("name"), "name"),
        Col("Co.", get("organization"), "organization"),
        Col("Ttl", get("role"), "role"),
        Col("Ph", get("phone"), "phone"),
        Col("1st msg", get("asked"), "contacted_on"),
        Col("F/U sent", get("nudged"), "nudged_on"),
        Col("Resp dt", get("replied"), "responded_on"),
        Col("Mtg", get("met"), "met_on"),
        Col("TY", get("thanked"), "thanked_on"),
        Col("Intro'd by", get("referrer"), "referred_by"),
        Col("Cmts", get("note"), "notes"),
    ]
    return _case("short_hand", "A consultant with no time", table(folk(906, 32), columns))


def questionnaire() -> TrackerCase:
    """A form that writes down its own keeper's address with each answer."""

    def stamp(person: Person) -> datetime | None:
        return datetime.combine(person.met, time(18, 30)) + timedelta(days=1) if person.met else None

    columns = [
        Col("Timestamp", stamp),
        Col("Email Address", "me.myself@mail.example.org"),
        Col("Who did you talk to?", get("name"), "name"),
        Col("Which company are they with?", get("organization"), "organization"),
        Col("When did you meet?", get("met"), "met_on"),
        Col("For how many minutes?", get("minutes"), "minutes"),
        Col("What surprised you most?", get("takeaway"), "takeaways"),
        Col("Thank-you note sent?", mark("thanked", "Yes", "No"), "thanked_on", truth="thanked"),
    ]
    people = [p for p in folk(907, 60) if p.met]
    return _case("questionnaire", "A class with a form", table(people, columns), sheet="Form Responses 1")


def candidatures() -> TrackerCase:
    """French, with the head of each header first."""
    columns = [
        Col("Nom de l'entreprise", get("organization"), "organization"),
        Col("Intitulé du poste", get("role"), "role"),
        Col("URL de l'offre", lambda p: f"https://emploi.example.fr/{p.last.lower()}", "link"),
        Col("Interlocuteur", get("name"), "name"),
        Col("Date d'envoi", on("asked", "{d:%d/%m/%Y}"), "contacted_on"),
        Col("Réponse reçue le", on("replied", "{d:%d/%m/%Y}"), "responded_on"),
        Col("Entretien", on("met", "{d:%d/%m/%Y}"), "met_on"),
        Col("Relancer le", on("follow_up", "{d:%d/%m/%Y}"), "follow_up_on"),
    ]
    return _case("candidatures", "Une juriste", table(folk(908, 28, "fr"), columns), csv=True)


def alumni_desk() -> TrackerCase:
    """Every header begins with the person; a calendar invitation and an introduction given are told apart."""
    given = {0: "Ines Calder", 1: "Tom Ashby; Ruth Lane", 2: None}
    columns = [
        Col("Alum name", get("name"), "name"),
        Col("Alum employer", get("organization"), "organization"),
        Col("Alum title", get("role"), "role"),
        Col("Alum email", get("email"), "email"),
        Col("Alum LinkedIn", get("link"), "link"),
        Col("Gentle reminder sent", get("nudged"), "nudged_on"),
        Col("Initial note sent", get("asked"), "contacted_on"),
        Col("Alum responded", get("replied"), "responded_on"),
        Col("Zoom call", get("met"), "met_on"),
        Col("Intro to", lambda p: given[len(p.name) % 3] if p.met else None, "introductions"),
        Col(
            "Reflection on career fit",
            after("met", "felt at home there", "left me cold, to be honest"),
            "reflection",
        ),
    ]
    return _case("alumni_desk", "A student at an alumni office", table(folk(909, 34), columns))


def reply_twice() -> TrackerCase:
    """Whether a reply came, and of which kind, in two columns; a month is the last contact."""
    kinds = {"yes": "Happy to talk", "no": "Declined", "other": "Asked for more", "bounced": "Bounced"}

    def month(person: Person) -> str | None:
        day: date | None = person.last_touch
        return f"{day:%B} {day.year}" if day else None

    columns = [
        Col("Contact person", get("name"), "name"),
        Col("VC Firm", get("organization"), "organization"),
        Col("Outreach Done?", mark("asked", True, False), "contacted_on", truth="asked"),
        Col("Reply Received?", mark("replied", "Yes", "No"), "responded_on", "response", "-"),
        Col("Reply Type", lambda p: kinds[p.response] if p.response else None, "response", truth="-"),
        Col(
            "Warm Intro Path",
            after("asked", "via a former colleague", "at the spring meetup"),
            "source",
            "notes",
        ),
        Col("Last contact", month, "last_touch_on", truth="-"),
    ]
    return _case("reply_twice", "A founder who raises money", table(folk(910, 36), columns))


CASES = (
    numbered_touches(),
    research_team(),
    firms_under_name(),
    creators(),
    letters_sent(),
    short_hand(),
    questionnaire(),
    candidatures(),
    alumni_desk(),
    reply_twice(),
)
