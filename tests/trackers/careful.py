"""People who keep in touch for years, and write down more than most."""

from datetime import date, timedelta

from tests.trackers.case import TrackerCase, any_of
from tests.trackers.files import Cell, Page, workbook
from tests.trackers.folk import LAST_DAY, Person, folk
from tests.trackers.layout import Col, after, get, pick, table


def booked(person: Person) -> date | None:
    """Give the day for which the talk was fixed; one in three was put off by a day."""
    if person.met is None:
        return None
    return person.met - timedelta(days=1) if len(person.name) % 3 == 0 else person.met


def told(person: Person) -> date | None:
    """Give the day on which the person heard what came of it."""
    if person.thanked is None or person.thanked + timedelta(days=60) > LAST_DAY:
        return None
    return person.thanked + timedelta(days=60)


def lifelong_networker() -> TrackerCase:
    people = folk(901, 35, begin=date(2026, 1, 12), days=280)
    listed = table(
        people,
        [
            Col("Name", get("name"), "name"),
            Col("Affiliation", get("organization"), "organization"),
            Col("Career hypothesis", pick("policy", "philanthropy", "think tank"), "hypothesis"),
            Col("Letter used", pick("short", "long", "alumni version"), "template"),
            Col("Sent via", get("channel"), "channel"),
            Col("Letter sent on", get("asked"), "contacted_on"),
            Col("Second letter sent on", get("nudged"), "nudged_on"),
            Col("Answer came on", get("replied"), "responded_on"),
            Col("Booked for", booked, "scheduled_on"),
            Col("Interviewed on", get("met"), "met_on"),
            Col("Minutes agreed", get("minutes"), "minutes"),
            Col("Thank-you on", get("thanked"), "thanked_on"),
            Col("I promised to send", after("met", "my essay", None), "promised"),
            Col("Names given", after("met", None, "Dr Sorrell", "two fellows"), "introductions"),
            Col("Outcome", after("met", None, "invited to a seminar"), "outcome"),
            Col("Outcome reported back on", told, "acknowledged_on"),
            Col("Keep in touch every (days)", pick(60, 90, 180), "cadence_days"),
            Col("Christmas card?", pick("yes", "no")),
        ],
    )
    extra = {
        (i, name): says(p)
        for i, p in enumerate(people, 2)
        for name, says in (("scheduled_on", booked), ("acknowledged_on", told))
    }
    return TrackerCase(
        name="lifelong_networker",
        keeper="A historian who keeps every letter, every promise and every name given",
        suffix=".xlsx",
        write=workbook(Page("Correspondence", [listed.head, *listed.rows], dates="d mmm yyyy")),
        sheet="Correspondence",
        header_row=1,
        records=35,
        people=35,
        **listed.truth(),
        cells=listed.cells(2) | extra,
    )


def small_notebook() -> TrackerCase:
    """Two asks to one person stand in two rows; one was called off."""
    rows: list[list[Cell]] = [
        ["Contact", "Company", "Asked on", "Answer", "Answered on", "Met on", "Reflection", "Tags"],
        [
            "Fiona Crane",
            "Driftwood Labs",
            date(2026, 5, 4),
            "yes",
            date(2026, 5, 6),
            date(2026, 5, 19),
            "inspired",
            "ai",
        ],
        ["Hugo Langley", "Zephyr Cloud", date(2026, 5, 11), "", None, None, "", ""],
        ["Opal Hale", "Mossgate Bioscience", date(2026, 6, 1), "withdrawn", None, None, "", "bio; labs"],
        [
            "Hugo  langley",
            "Zephyr Cloud",
            date(2026, 9, 7),
            "yes",
            date(2026, 9, 9),
            date(2026, 9, 21),
            "icky",
            "",
        ],
        ["Nigel Jessop", "Cobalt & Pine", date(2026, 9, 14), "bounced", date(2026, 9, 14), None, "", ""],
        [
            "Selma Ingram",
            "Kestrel Mobility",
            date(2026, 10, 5),
            "no",
            date(2026, 10, 8),
            None,
            "",
            "mobility",
        ],
    ]
    return TrackerCase(
        name="small_notebook",
        keeper="A violinist who asks again after the summer: one person in two rows, one ask withdrawn",
        suffix=".xlsx",
        write=workbook(Page("Notebook", rows)),
        sheet="Notebook",
        header_row=1,
        records=6,
        people=5,
        columns={
            "name": "Contact",
            "organization": "Company",
            "contacted_on": "Asked on",
            "response": "Answer",
            "responded_on": "Answered on",
            "met_on": "Met on",
            "reflection": "Reflection",
            "tags": "Tags",
        },
        cells={
            (2, "response"): "yes",
            (2, "met_on"): date(2026, 5, 19),
            (4, "response"): "withdrawn",
            (6, "response"): "bounced",
            (7, "response"): "no",
            (7, "met_on"): None,
            (2, "reflection"): "inspired",
            (3, "contacted_on"): any_of(date(2026, 5, 11), date(2026, 9, 7)),
        },
    )


CASES = (lifelong_networker(), small_notebook())
