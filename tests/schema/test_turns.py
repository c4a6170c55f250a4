"""Turns of phrase above columns, each with values of its kind under it."""

from datetime import date

import pytest

from infoviz.schema.headers.meaning import scores
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

PEOPLE = [
    *("Ana Ruiz", "Bo Lindqvist", "Cheng Li", "Dana Whitfield"),
    *("Greta Olsen", "Ivan Horvat", "Kofi Mensah", "Lena Fischer"),
]
TALKS = [None if i % 3 == 0 else date(2026, 4, i + 2) for i in range(8)]
PLANS = [date(2026, 12, i + 1) if i % 2 else None for i in range(8)]
TEXTS = [
    "pays less than expected but steady",
    "learn SQL before anything else",
    None,
    "lots of travel, three nights a week",
    None,
    "network early and often, she says",
    "small team with many hats",
    None,
]
VALUES = {
    "takeaways": TEXTS,
    "contacted_on": [date(2026, 3, day) for day in range(1, 9)],
    "response": ["yes", "no", None, "yes", None, "later", "yes", None],
    "status": ["sent", "no reply", "done", "declined", "scheduled", "to contact", "sent", "done"],
    "source": ["alumni", "friend", "LinkedIn", "friend", "alumni", "LinkedIn", "friend", "church"],
    "introductions": ["Tom Baker", "Sara Lund", None, "Max Weber", None, "Nina Rossi", None, None],
    "referred_by": ["Tom Baker", "Sara Lund", None, "Max Weber", None, "Nina Rossi", None, None],
    "thanked_on": ["yes", "yes", "yes", None, None, None, "yes", "yes"],
    "nudged_on": TALKS,
    "follow_up_on": PLANS,
    "met_on": TALKS,
    "reflection": ["loved it", "meh", None, "inspired", None, "bored", "excited", None],
    "channel": ["email", "LinkedIn", "phone", "email", "LinkedIn", "email", "phone", "email"],
    "mode": ["Zoom", "phone", None, "in person", None, "Zoom", "Zoom", None],
    "role": [
        "Data Analyst",
        "Head of Product",
        "Engineer",
        "Manager",
        "Consultant",
        "Designer",
        "Director",
        "Nurse",
    ],
}
HEADERS = {
    "takeaways": """
        Golden nuggets|Gems|The gist|What I learnt|What I heard|Pearls of wisdom|Big ideas
        Lightbulb moments|Aha moments|Main points|What struck me|Points to remember|In a nutshell
        Summary of chat|Kernpunkte|Was hängen blieb|Was ich mitnehme|Ce que j'en retiens|Lo que me llevo
        Ideas clave|O que fica|Ideias principais|Cosa mi porto a casa|Punti chiave|Wat ik meeneem
        Belangrijkste punten|Vad jag tar med mig|Hvad jeg tog med|Co wyniosłem|Kluczowe wnioski|Intel
        Wisdom
    """,
    "contacted_on": """
        Dropped them a line|Gave them a ring|Rang|Buzzed|Slid into DMs|Pinged|Hit up|Popped an email
        Fired off email|Shot a note|First hello|Knocked|Broke the ice|Said hello|Asked for a chat
        Asked for coffee|Angefunkt|Angerufen am|Je l'ai appelé le|Message parti le|Le escribí|Llamé el
        Mandei mensagem|Liguei em|Scritto il|Chiamato il|Aangeschreven op|Gebeld op|Skrev till|Ringde
        Napisałem|Zadzwoniłam
    """,
    "response": """
        Any luck?|Did they bite?|Said yes?|Up for it?|Verdict|Upshot|Heard anything?|Any reply?|Revert
        Wrote back?|Zusage?|Hat zugesagt?|Partant ?|A répondu|Contestó|Dijo que sí|Topou?|Deu retorno?
        Ha accettato?|Si è fatto vivo|Gereageerd?|Zei ja?|Svarade?|Tackade ja?|Odpisał?|Zgodził się?
    """,
    "status": """
        State of play|Where we are|Where things stand|How it stands|Current state|Status today|Latest
        Progress|Stage|Where it's at|Stand der Dinge|Wie steht's|Où j'en suis|Cómo va|En qué va
        Em que pé está|A che punto siamo|Hoe staat het ervoor|Hur går det|Hvordan går det
        Na jakim etapie
    """,
    "source": """
        Lead from|Route in|Way in|How I got the name|How I know them|How I came across them
        Where I found them|Came from|Woher der Kontakt|Wie gefunden|D'où vient le contact|Comment trouvé
        De dónde lo saqué|Cómo lo conocí|De onde veio|Como achei|Da dove arriva|Come l'ho trovato
        Hoe gevonden|Waar vandaan|Hur jag hittade|Var kommer kontakten från|Skąd kontakt|Skąd znam
        Origin|How did we connect?|Come ci siamo conosciuti
    """,
    "introductions": """
        They said to talk to|Told me to call|Suggested I speak with|Who they suggested
        Names they gave me|Pointed me to|Next names|Leads|Leads given|Follow-on names|More people
        Who else to talk to|Weitere Namen|Mit wem noch reden|Empfahl mir|Noms donnés
        M'a conseillé de parler à|Me recomendó hablar con|Nombres que me dio|Indicou quem
        Nomes que passou|Mi ha consigliato di sentire|Nomi fatti|Namen gekregen|Tipsade om|Namn jag fick
        Kogo polecił
    """,
    "referred_by": """
        Who put me onto them|Who passed me their name|Referred to me by|Introduced by|Got the name from
        Tip from|Through whom|Matchmaker|Tipp von|Empfohlen von|Recommandé par|De la part de
        Quien me lo pasó|Me lo presentó|Quem indicou|Indicado por|Chi me l'ha presentato|Segnalato da
        Via wie|Getipt door|Tips från|Tipsad av|Kto polecił|Polecony przez|Courtesy of|Thanks to
    """,
    "thanked_on": """
        Said ta|Cheers sent|ty sent|Thank-you card|Thanks done|Gratitude note|Said thanks|Tack skickat
        Dank raus|Merci envoyé|Gracias dadas|Agradeci|Ringraziato|Bedankt|Tackat|Podziękowałem|Thx
        Thank u sent
    """,
    "nudged_on": """
        Prodded|Chased|Chase|Second go|2nd try|Poked|Gentle nudge|Bump 1|Jogged memory|Reminded on
        Nachgefasst am|Nochmal erinnert|Relancé le|Insistí el|Volví a escribir|Cobrei|Insisti em
        Sollecitato il|Nagevraagd|Påmind|Puffade på|Przypomniałem|Rykket
    """,
    "follow_up_on": """
        Ring again|Chase again|By when|Review date|To be followed up on|Check back|Ping again
        Get back to them|Revisit on|Diary date|Next chase|Call back on|Wieder melden|Nochmal anrufen
        À relancer le|Recontacter en|Volver a llamar|Retomar el|Voltar a contactar|Retomar em
        Da ricontattare|Risentire il|Opnieuw bellen|Höra av mig igen|Kontakt igen|Odezwać się ponownie
        Przypomnieć
    """,
    "met_on": """
        Had a yarn|Cuppa on|Call taken|Coffee had|Chat done|Sat down|Spoke|Caught up|Pratade|Gesprochen
        Café pris le|Nos vimos|Café el|Conversamos em|Ci siamo visti|Caffè il|Gesproken op
        Koffie gedronken|Fika|Spotkaliśmy się|Rozmawialiśmy
    """,
    "reflection": """
        Feeling afterwards|How I felt after|Gut feel|Vibe check|Debrief (how did it go)|Mood after
        Energy after|Wie fühlte es sich an|Gefühl danach|Comment je me suis sentie|Ressenti après
        Cómo me sentí|Como me senti|Come mi sono sentita|Hoe voelde het|Känsla efteråt|Jak się czułam
    """,
    "channel": """
        Approach by|How approached|Sent via|Hoe benaderd|Wie angeschrieben|Comment contacté
        Cómo contacté|Como contatei|Come contattato|Hur kontaktad|Jak skontaktowano
    """,
    "mode": """
        Teams / in person|Zoom or phone|Platform|Visio / tel|Online oder vor Ort|Presencial o Zoom
        In presenza / online|Online/offline|Na żywo / online
    """,
    "role": """
        Gig
        What they do|Job they do|Hat they wear|Doing what|Capacity|Billet|Berufsbezeichnung
        Was macht sie|Que fait-il|Qué hace|O que faz|Wat doet ze|Vad gör hon|Czym się zajmuje
    """,
}
NOTHING_OF_OURS = {
    "levels": (
        "Track|Capacity|Level|Strength of tie|Leads|Site|Piste|Debrief|State",
        [3, 4, 5, 2, 1, 4, 3, 2],
    ),
    "colours": (
        "Family|Given|Discipline|Common ground|Site plan|Gem|Word|Route|Idea for gift|Cheers|Second language|Hat size",
        ["blue", "green", "red", "blue", None, "green", "red", "blue"],
    ),
    "things": (
        "Reading they recommended|Books|Book recommendations|Courses suggested|Libros recomendados|Articles shared",
        [
            "Clark & Phillips",
            "The Bookseller",
            "Style guide",
            None,
            "Deep Work",
            "The Bookseller",
            None,
            "Range",
        ],
    ),
    "persons": ("Spouse|Boss|Team lead|Favourite author", VALUES["referred_by"]),
    "questions": ("Car?|Parent?|Hiring?|Teacher?|Track?|Idea?|Connection|Ta?", VALUES["response"]),
}


def fields_of(header, values):
    rows = [[name, "Acme", value] for name, value in zip(PEOPLE, values, strict=True)]
    fields = understand([sheet([["Name", "Company", header], *rows])]).fields
    return [field for field, headers in fields.items() if header in headers]


@pytest.mark.parametrize(
    ("field", "header"),
    [
        (field, header)
        for field, lines in HEADERS.items()
        for line in lines.strip().splitlines()
        for header in line.strip().split("|")
    ],
)
def test_a_turn_of_phrase_names_its_field(field, header):
    assert fields_of(header, VALUES[field]) == [field]


@pytest.mark.parametrize(
    ("header", "values"),
    [(header, values) for headers, values in NOTHING_OF_OURS.values() for header in headers.split("|")],
)
def test_what_is_no_field_of_ours_stays_unmapped(header, values):
    assert fields_of(header, values) == []


def test_who_named_whom():
    assert "introductions" in scores("Indicou quem")
    assert "referred_by" in scores("Quem indicou")
    assert "introductions" not in scores("Referred to me by")


def test_what_is_still_to_be_done_is_a_plan():
    for header in ("Chase again", "To be followed up on", "Ring her again"):
        assert "follow_up_on" in scores(header)
        assert "nudged_on" not in scores(header)
    assert "nudged_on" in scores("Emailed again")


def test_states_in_letters_are_places():
    assert fields_of("State", ["WA", "SA", "QLD", "NSW", "WA", "QLD", "SA", "WA"]) == ["location"]


def test_a_site_may_be_a_place():
    assert fields_of("Site", ["London", "Leeds", "Bristol", "London", "Leeds", "London", None, "Leeds"]) == [
        "location"
    ]


def test_messages_by_linkedin_are_a_channel_although_li_is_a_name():
    told = ["LI message", "email", "LI message", "call", "email", "LI message"]
    people = ["Ana Ruiz", "Bo Lindqvist", "Cleo Park", "Dara Okafor", "Emil Noor", "Fay Marsh"]
    rows = [["Name", "Company", "Channel", "Virtual coffee"]]
    rows += [
        [name, "Acme", how, date(2026, month, 2)]
        for month, (name, how) in enumerate(zip(people, told, strict=True), start=1)
    ]
    fields = understand([sheet(rows)]).fields
    assert fields["channel"] == ["Channel"]
    assert fields["met_on"] == ["Virtual coffee"]
