"""What an action is, from the words for it, in the languages covered."""

import pytest

from infoviz.schema.fields import Response
from infoviz.schema.reading.actions import answer_in, kind_of

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
