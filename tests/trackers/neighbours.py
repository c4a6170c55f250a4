"""Trackers with the near neighbours of words in use: other nouns for a firm, other verbs for an answer, cut words."""

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import folk
from tests.trackers.layout import Col, Saying, Table, after, get, mark, on, pick, table, words


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


def _us(moment: str) -> Saying:
    return on(moment, "{d.month}/{d.day}/{d.year}")


def conservator() -> TrackerCase:
    """Galleries instead of companies, visits instead of calls."""
    columns = [
        Col("Gallery", get("organization"), "organization"),
        Col("Curator", get("name"), "name"),
        Col("What she does now", get("role"), "role"),
        Col("Wrote to them", get("asked"), "contacted_on"),
        Col("Gallery visit", get("met"), "met_on"),
        Col("Knowledge gained", get("takeaway"), "takeaways"),
        Col("Energizing or draining?", after("met", "energizing", "drained", "neutral"), "reflection"),
        Col("Check in every (days)", after("met", 60, 90, 120), "cadence_days"),
    ]
    return _case("conservator", "A paintings conservator", table(folk(961, 27), columns))


def cut_short() -> TrackerCase:
    """Words cut with a stop; answers in the words of those who gave them."""
    answers = words(
        yes="Sounds good",
        no="No bandwidth",
        other="Asked me to try again in January",
        bounced="bounced",
        none=None,
    )
    columns = [
        Col("Name", get("name"), "name"),
        Col("Org.", get("organization"), "organization"),
        Col("Desig.", get("role"), "role"),
        Col("Loc.", get("city"), "location"),
        Col("Mob.", get("phone"), "phone"),
        Col("Mail ID", get("email"), "email"),
        Col("Ref. by", get("referrer"), "referred_by"),
        Col("1st msg sent", get("asked"), "contacted_on"),
        Col("Response", answers, "response"),
        Col("Call dt", get("met"), "met_on"),
    ]
    return _case("cut_short", "An engineer in Pune", table(folk(962, 34), columns))


def reminders() -> TrackerCase:
    """The reminder is one that was sent: it lies between the approach and the answer."""
    answers = words(
        yes="happy to chat", no="swamped", other="circle back in spring", bounced="bounced", none=None
    )
    columns = [
        Col("Producer", get("name"), "name"),
        Col("Agency", get("organization"), "organization"),
        Col("First approach", _us("asked"), "contacted_on"),
        Col("Reminder", _us("nudged"), "nudged_on"),
        Col("Answer", answers, "response"),
        Col("Answer date", _us("replied"), "responded_on"),
        Col("Lunch", _us("met"), "met_on"),
        Col("Met at", after("met", "Café Sol", "her office", "the old mill")),
    ]
    return _case("reminders", "A sound designer", table(folk(963, 40), columns), csv=True)


def banks_head_their_people() -> TrackerCase:
    """The bank stands alone in the column of names above its people; a no says that nobody has answered."""
    people = sorted(folk(964, 32), key=lambda p: p.organization)
    answers = words(
        yes="Y", no="Y - said no", other="Y - said maybe later", bounced="Email bounced", none="N"
    )
    columns = [
        Col("Name", get("name"), "name"),
        Col("Title", get("role"), "role"),
        Col("Group", pick("TMT", "Healthcare", "Industrials")),
        Col("Emailed", get("asked"), "contacted_on"),
        Col("Follow up", get("nudged"), "nudged_on"),
        Col("Responded?", answers, "response"),
        Col("Call", get("met"), "met_on"),
    ]
    found = table(people, columns)
    rows: list[list[Cell]] = [found.head]
    numbers = []
    for at, (person, row) in enumerate(zip(people, found.rows, strict=True)):
        if not at or people[at - 1].organization != person.organization:
            rows.append([person.organization])
        rows.append(row)
        numbers.append(len(rows))
    return TrackerCase(
        name="banks_head_their_people",
        keeper="A finance student",
        suffix=".xlsx",
        write=workbook(Page("Banks", rows)),
        sheet="Banks",
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells_at(numbers),
    )


def suggested_people() -> TrackerCase:
    """New names, beside talks that were held: those suggest nobody, they were suggested."""
    columns = [
        Col("Contact ID", lambda p: f"C{len(p.email):03d}"),
        Col("Full name", get("name"), "name"),
        Col("Employer", get("organization"), "organization"),
        Col("Group", pick("Cloud", "Devices", "Research")),
        Col("Original Source", get("source"), "source"),
        Col("How (email, call, text)", after("asked", "email", "call", "text"), "channel"),
        Col("First contacted", get("asked"), "contacted_on"),
        Col("re-pinged", get("nudged"), "nudged_on"),
        Col("Chat on", get("met"), "met_on"),
        Col(
            "Suggested people",
            after("met", "Anna Berg", "Peter Holm, Laura Stone", "Maria Lopez", None),
            "introductions",
        ),
        Col("Owes me / I owe", after("met", "I owe her an article", "he sends the deck", None), "promised"),
    ]
    return _case("suggested_people", "A cloud architect", table(folk(965, 36), columns))


def carnet() -> TrackerCase:
    """French: who introduced the person, and whom the person named."""
    answers = words(
        yes="Avec plaisir",
        no="Pas le temps",
        other="Recontacter en janvier",
        bounced="adresse invalide",
        none=None,
    )
    columns = [
        Col("Nom", get("name"), "name"),
        Col("Musée", get("organization"), "organization"),
        Col("Me l'a présenté", get("referrer"), "referred_by"),
        Col("Premier message", on("asked", "{d:%d/%m/%Y}"), "contacted_on"),
        Col("Réponse", answers, "response"),
        Col("Rencontre le", on("met", "{d:%d/%m/%Y}"), "met_on"),
        Col(
            "Contacts obtenus", after("met", "Julien Hamel", "Claire Roy, Marc Petit", None), "introductions"
        ),
    ]
    return _case("carnet", "Une régisseuse d'œuvres", table(folk(966, 30, "fr"), columns), csv=True)


def libreta() -> TrackerCase:
    """Spanish, with answers that put off."""
    answers = words(
        yes="Con mucho gusto",
        no="No tiene tiempo",
        other="Pidió hablar después",
        bounced="rebotado",
        none=None,
    )
    columns = [
        Col("Persona", get("name"), "name"),
        Col("Museo", get("organization"), "organization"),
        Col("Me lo presentó", get("referrer"), "referred_by"),
        Col("Le escribí el", on("asked", "{d:%d/%m/%Y}"), "contacted_on"),
        Col("Respuesta", answers, "response"),
        Col("Café el", on("met", "{d:%d/%m/%Y}"), "met_on"),
        Col("Contactos conseguidos", after("met", "Carlos Vega", "Elena Soto", None), "introductions"),
    ]
    return _case("libreta", "Una restauradora", table(folk(967, 30, "es"), columns))


def kontaktliste() -> TrackerCase:
    """German, with answers as they came."""
    answers = words(
        yes="Sehr gerne", no="Leider keine Zeit", other="Später nochmal", bounced="unzustellbar", none=None
    )
    columns = [
        Col("Name", get("name"), "name"),
        Col("Museum", get("organization"), "organization"),
        Col("Angeschrieben am", on("asked", "{d:%d.%m.%Y}"), "contacted_on"),
        Col("Rückmeldung", answers, "response"),
        Col("Gespräch am", on("met", "{d:%d.%m.%Y}"), "met_on"),
        Col("Erhaltene Kontakte", after("met", "Sabine Vogel", "Thomas Kern", None), "introductions"),
        Col("Bedankt?", mark("thanked", "ja"), "thanked_on", truth="thanked"),
    ]
    return _case("kontaktliste", "Eine Volontärin", table(folk(968, 30, "de"), columns), csv=True)


CASES = (
    conservator(),
    cut_short(),
    reminders(),
    banks_head_their_people(),
    suggested_people(),
    carnet(),
    libreta(),
    kontaktliste(),
)
