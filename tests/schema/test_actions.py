"""What an action is, from the words for it, in the languages covered."""

import pytest

from infoviz.schema.fields import Response
from infoviz.schema.reading.actions import answer_in, kind_of, read_actions
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

ACTIONS = {
    "asked": """
        Initial email|Approach made|First contact|Cold call|Prima mail|Erste Mail|Erstkontakt|Premier mail|Primer correo
        Primeiro contato|Eerste mail|Första mejl|Pierwszy mail|Wrote to|Message envoyé|Mail inviata|Bericht gestuurd
        E-mailed request for informational interview|Coffee chat requested|Invited to coffee|Anfrage geschickt
    """,
    "nudged": """
        Follow-up email|Chaser|2nd email|Sollecito|Nachgefasst|Relance|Recordatorio|Lembrete|Herinnering|Påminnelse
        Purring|Przypomnienie|Prodded
    """,
    "responded": """
        Reply received|They said no|agreed to talk|Ha rifiutato|Ha accettato|Absage|Zusage|A refusé|Rechazó|Aceptó
        Recusou|Aceitou|Afgewezen|Tackade nej|Takket nei|Odmówił|Ha rimandato|Vertröstet
    """,
    "met": """
        Interview|Zoom call|Colloquio fatto|Gespräch geführt|Entretien|Reunião|Gesprek|Samtal|Spotkanie|Rozmowa
        Videogespräch
    """,
    "thanked": """
        Thank you sent|TY note|Ringraziamento|Dankesmail|Remerciement|Agradecimiento|Agradecimento|Bedankje|Tackmejl
        Takk sendt|Podziękowanie
    """,
    "touched": """
        Touched|touch
    """,
    "scheduled": """
        Call booked|Termin vereinbart|RDV pris|Cita agendada|Reunião marcada|Colloquio fissato|Afspraak gemaakt
        Möte bokat|Spotkanie umówione|In diary
    """,
}


@pytest.mark.parametrize(
    ("event", "what"),
    [
        (event, what)
        for event, lines in ACTIONS.items()
        for line in lines.strip().splitlines()
        for what in line.strip().split("|")
    ],
)
def test_an_action_is_told_by_its_words(event, what):
    assert kind_of(what, first=event == "asked").value == event


@pytest.mark.parametrize(
    "what", ["Ha rifiutato", "They said no", "A refusé", "Recusou", "Tackade nej", "Odmówił"]
)
def test_a_refusal_among_actions(what):
    assert answer_in(what) == Response.NO


PEOPLE = ["Ana Ruiz", "Bo Lindqvist", "Ana Ruiz", "Cheng Li", "Bo Lindqvist", "Ana Ruiz"]


def read(header, days, done):
    rows = [["Date", "Person", header], *map(list, zip(days, PEOPLE, done, strict=True))]
    return read_actions(understand([sheet(rows)])).contacts


def test_a_column_full_of_actions_is_one_whatever_its_header():
    done = [
        "request for a chat",
        "request for a chat",
        "says yes",
        "request for a chat",
        "second request",
        "we talked",
    ]
    contacts = read("Gist", [f"2026-03-0{day}" for day in range(1, 7)], done)
    assert contacts["response"].dropna().tolist() == ["yes"]
    assert contacts["met_on"].notna().tolist() == [True, False, False]
    assert contacts["nudged_on"].notna().tolist() == [False, True, False]


def test_an_action_without_its_day_was_done_all_the_same():
    done = ["emailed", "emailed", "replied yes", "emailed", "got a no", "had coffee"]
    contacts = read("Action", ["Mar 1", "Mar 2", "Mar 3", None, "Mar 5", "2026-03-06"], done)
    assert contacts["asked"].tolist() == [True, True, True]
    assert contacts["met_on"].notna().tolist() == [True, False, False]
    assert contacts["response"].tolist()[:1] == ["yes"]


@pytest.mark.parametrize("header", ["Remarks", "Comments", "Notes"])
def test_remarks_beside_actions_are_notes(header):
    remarks = ["great laugh", "slow replier", None, "only Fridays", "great laugh", None]
    rows = [["Date", "Person", "Action", header]]
    rows += [["2026-03-01", name, "emailed", remark] for name, remark in zip(PEOPLE, remarks, strict=True)]
    assert understand([sheet(rows)]).fields["notes"] == [header]
