"""Trackers in other languages, scripts and encodings."""

import random
from datetime import date

from tests.trackers.case import TrackerCase, any_of
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import facts, folk


def dotted(day: date | None) -> str | None:
    """Write 04.09.2026."""
    return f"{day:%d.%m.%Y}" if day else None


def slashed(day: date | None) -> str | None:
    """Write 04/09/2026, the day first."""
    return f"{day:%d/%m/%Y}" if day else None


def german_bewerberin() -> TrackerCase:
    people = folk(301, 24, "de")
    head = [
        "Vorname",
        "Nachname",
        "Firma",
        "Position",
        "E-Mail",
        "Angeschrieben am",
        "Nachgefasst am",
        "Antwort am",
    ]
    head += [
        "Zusage?",
        "Gespräch am",
        "Dauer (Min.)",
        "Bedankt am",
        "Empfohlen von",
        "Gehaltswunsch",
        "Notizen",
    ]
    answers = {"yes": "ja", "no": "nein", "other": "vielleicht", "bounced": "unzustellbar", None: None}
    rows: list[list[Cell]] = [list(head)]
    for p in people:
        row: list[Cell] = [
            p.first,
            p.last,
            p.organization,
            p.role,
            p.email,
            dotted(p.asked),
            dotted(p.nudged),
        ]
        row += [
            dotted(p.replied),
            answers[p.response],
            dotted(p.met),
            p.minutes,
            dotted(p.thanked),
            p.referrer,
        ]
        rows.append([*row, "VB", p.note])
    return TrackerCase(
        name="german_bewerberin",
        keeper="A bilingual German engineer: first and last name apart, dotted dates as text",
        suffix=".xlsx",
        write=workbook(Page("Kontakte", rows)),
        sheet="Kontakte",
        header_row=1,
        records=24,
        people=24,
        columns={
            "name": ["Vorname", "Nachname"],
            "organization": "Firma",
            "role": "Position",
            "email": "E-Mail",
            "contacted_on": "Angeschrieben am",
            "nudged_on": "Nachgefasst am",
            "responded_on": "Antwort am",
            "response": "Zusage?",
            "met_on": "Gespräch am",
            "minutes": "Dauer (Min.)",
            "thanked_on": "Bedankt am",
            "referred_by": "Empfohlen von",
            "notes": "Notizen",
        },
        unmapped=frozenset({"Gehaltswunsch"}),
        cells=facts(
            people,
            2,
            name=lambda p: p.name,
            contacted_on=lambda p: p.asked,
            responded_on=lambda p: p.replied,
            response=lambda p: (
                p.response if p.response in {"yes", "no", "bounced"} else any_of("other", None)
            ),
            met_on=lambda p: p.met,
            minutes=lambda p: p.minutes,
            thanked_on=lambda p: p.thanked,
        ),
    )


def french_cp1252() -> TrackerCase:
    people = folk(302, 20, "fr")
    rng = random.Random(302)
    head = [
        "Nom",
        "Prénom",
        "Entreprise",
        "Poste",
        "Courriel",
        "Téléphone",
        "Ville",
        "Premier contact",
        "Relance",
    ]
    head += ["Réponse", "Date de l'entretien", "Remerciements", "Recommandé par", "Prétentions salariales"]
    head += ["Commentaires"]
    rows: list[list[Cell]] = [list(head)]
    for p in people:
        answer = {"yes": "oui", "no": "non", None: "en attente" if p.asked else None}.get(
            p.response, "à voir"
        )
        row: list[Cell] = [
            p.last,
            p.first,
            p.organization,
            p.role,
            p.email,
            p.phone,
            p.city,
            slashed(p.asked),
        ]
        row += [slashed(p.nudged), answer, slashed(p.met), slashed(p.thanked), p.referrer]
        rows.append([*row, rng.choice(["45 k€", ""]), p.note])
    return TrackerCase(
        name="french_cp1252",
        keeper="A French graduate whose Excel saves csv with semicolons in Windows-1252",
        suffix=".csv",
        write=delimited(rows, delimiter=";", encoding="cp1252"),
        sheet=None,
        header_row=1,
        records=20,
        people=20,
        columns={
            "name": ["Prénom", "Nom"],
            "organization": "Entreprise",
            "role": "Poste",
            "email": "Courriel",
            "phone": "Téléphone",
            "location": "Ville",
            "contacted_on": "Premier contact",
            "nudged_on": "Relance",
            "response": "Réponse",
            "met_on": "Date de l'entretien",
            "thanked_on": "Remerciements",
            "referred_by": "Recommandé par",
            "notes": "Commentaires",
        },
        unmapped=frozenset({"Prétentions salariales"}),
        either={"Date de l'entretien": frozenset({"scheduled_on"})},
        cells=facts(
            people,
            2,
            name=lambda p: p.name,
            phone=lambda p: p.phone,
            contacted_on=lambda p: p.asked,
            nudged_on=lambda p: p.nudged,
            met_on=lambda p: p.met,
            response=lambda p: (
                p.response if p.response in {"yes", "no"} else any_of("other", None) if p.response else None
            ),
        ),
    )


def spanish_charlas() -> TrackerCase:
    people = folk(303, 28, "es")
    rng = random.Random(303)
    head = ["Nombre completo", "Empresa", "Cargo", "Correo electrónico", "Teléfono", "¿Cómo lo conocí?"]
    head += ["Fecha de contacto", "¿Respondió?", "Fecha de la charla", "Modalidad", "Agradecimiento enviado"]
    head += ["Aprendizajes", "¿A quién me recomendó?", "Nivel de inglés"]
    rows: list[list[Cell]] = [["Charlas informativas 2026"], list(head)]
    modes = {
        "Zoom": "videollamada",
        "phone": "teléfono",
        "coffee": "café",
        "in person": "presencial",
        None: None,
    }
    for p in people:
        replied = ("Sí" if p.replied else "No") if p.asked else None
        row: list[Cell] = [
            p.name,
            p.organization,
            p.role,
            p.email,
            p.phone,
            p.source,
            p.asked,
            replied,
            p.met,
        ]
        row += [modes[p.mode], ("sí" if p.thanked else "no") if p.met else None, p.takeaway]
        rows.append([*row, "su jefa" if p.met and rng.random() < 0.4 else None, rng.choice(["B2", "C1"])])
    return TrackerCase(
        name="spanish_charlas",
        keeper="A Spanish journalist who plans charlas informativas; yes and no are sí and no",
        suffix=".xlsx",
        write=workbook(Page("Charlas", rows, merged=("A1:N1",), dates="dd/mm/yyyy")),
        sheet="Charlas",
        header_row=2,
        records=28,
        people=28,
        columns={
            "name": "Nombre completo",
            "organization": "Empresa",
            "role": "Cargo",
            "email": "Correo electrónico",
            "phone": "Teléfono",
            "source": "¿Cómo lo conocí?",
            "contacted_on": "Fecha de contacto",
            "responded_on": "¿Respondió?",
            "met_on": "Fecha de la charla",
            "mode": "Modalidad",
            "thanked_on": "Agradecimiento enviado",
            "takeaways": "Aprendizajes",
            "introductions": "¿A quién me recomendó?",
        },
        unmapped=frozenset({"Nivel de inglés"}),
        either={"¿Respondió?": frozenset({"response"}), "Fecha de la charla": frozenset({"scheduled_on"})},
        cells=facts(
            people,
            3,
            name=lambda p: p.name,
            phone=lambda p: p.phone,
            contacted_on=lambda p: p.asked,
            met_on=lambda p: p.met,
            responded=lambda p: p.replied is not None,
            thanked=lambda p: p.thanked is not None,
            response=lambda p: any_of(None, "other", "yes") if p.replied else None,
        ),
    )


CASES = (german_bewerberin(), french_cp1252(), spanish_charlas())
