"""Sheets with one row an action: what each row says was done, and the persons it was done with."""

import re
from collections.abc import Container, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.answers.responses import read_responses
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.columns.matches import DAY, DETAIL, EVENT
from infoviz.schema.expressions import expression
from infoviz.schema.fields import DATE_FIELDS, EVENT_OF, Event, Field, Response
from infoviz.schema.people import name_key, person_key
from infoviz.schema.reading.contacts import IDENTITIES, LENGTHS, Reading
from infoviz.schema.reading.frames import Problems, failures, texts_of
from infoviz.schema.reading.layout import Layout
from infoviz.schema.reading.trail import tidy_events
from infoviz.schema.values.compound import half_of
from infoviz.schema.values.dates import Days, read_dates
from infoviz.schema.values.numbers import read_lengths
from infoviz.schema.values.yesno import UNKNOWN, YES, yes_or_no
from infoviz.schema.words import plain

# Compiled when first used: most trackers have no sheet of actions.
_PLANNED = (
    r"\b(?:schedul|book|plan|arrang|set up|setup|confirm|vereinbar|agend|program"
    r"|agreed|pencil|in diary|marcad|fissat|prenotat|gemaakt|ingepland|inbok|bokat|bokad|aftalt|avtalt|umowion"
    r"|ustalon|prevu|pris\b)"
)
_MET = (
    r"\b(?:met|meeting|interview(?:ed)?|informational|coffee|chat(?:ted)?|call(?:ed)?|zoom|spoke|talk(?:ed)?"
    r"|conversation|lunch|visit|video|phone|teams|catch ?up|\w*gesprach|treffen|telefonat|telefoniert|kaffee|entretien"
    r"|rencontre|appel|cafe|entrevista|reunion|llamada|charla|colloquio|incontro|chiamata|gesprek|afspraak|koffie"
    r"|kaffe|fika|mote|møde|møte|samtal\w*|spotkanie|rozmowa|conversa|reuniao|gorus\w*|tapaaminen|schuzka|встреча|созвон"
    r"|面談\w*|面谈\w*|面会\w*)\b"
)
_RANG = (
    r"(?:cold )?(?:called|phoned|telephoned|rang)(?: (?:them|him|her|up))*|cold call|angerufen|appele|llame|telefonato"
    r"|chiamato|gebeld|liguei|ringde|ringte|zadzwonilem|zadzwonilam"
)
_MESSAGE = (
    r"\b(?:e ?mail(?:ed)?|message[d]?|linkedin|dm|inmail|text(?:ed)?|letter|whatsapp|contact|mail|nachricht|correo"
    r"|courriel|bericht)\b"
)
_ANSWERED = (
    r"\b(?:replied|reply|responded|response|answer(?:ed)?|heard back|wrote back|accepted|declined|bounced?"
    r"|geantwortet|antwort|repondu|reponse|respondio|respuesta|risposto|risposta|geantwoord|respondeu|resposta|svar\w*"
    r"|odpowied\w*|odpis\w*|odpoved\w*|vastas\w*|yanit\w*|cevap\w*|ответ\w*|返信\w*|返事\w*|回复\w*|回覆\w*|reactie"
    r"|agree[ds]? to|(?:tackade|tackat|tackar|takket|takkede|takker) (?:ja|nej|nei))\b"
)
_RULES: tuple[tuple[Event, str], ...] = (
    (
        Event.THANKED,
        (
            r"\b(?:thank|ty note|dank|merci|remerci|gracias|agradec|grazie|ringrazi|obrigad|tack|takk|podziek|tesekkur"
            r"|kiit|dekov|podek|bedankje|bedankmail|bedankbrief|благодар|спасибо|お礼|御礼|感谢|感謝)"
        ),
    ),
    (Event.ACKNOWLEDGED, r"\b(?:acknowledg|reported back|closed (?:the )?loop)"),
    (
        Event.INTRODUCED,
        (
            r"\b(?:introduced|introduction|intro\b(?! (?:e ?mail|message|call))|referral|referred|vorgestellt"
            r"|vermittelt)"
        ),
    ),
    (
        Event.NUDGED,
        (
            r"\b(?:follow ?up|followed up|nudge|bump|prodded|remind|chas(?:e|ed|er)\b|(?:2nd|second|3rd|third|another)"
            r" (?:e ?mail|message|note|ask|attempt|try|text)|nachfass|nachgehakt|erinner|relance|seguimiento|recordat"
            r"|lembr|sollecit|herinner|paminn|pamind|purre|rykk|przypomn|ponagl|hatirlat|muistut|напомин|催促|リマインド|提醒)"
        ),
    ),
    (Event.TOUCHED, r"^touch(?:ed)?$"),
    (Event.NOTED, r"^(?:notes?|research(?:ed)?|prep|prepared|notiz|todo|to do|idea|added)\b"),
    (
        Event.ASKED,
        (
            r"^(?:initial|first|cold|outreach|intro|ask)\b|\brequest(?:s|ed)?\b|\b(?:invit|propos|anfrage|geschickt"
            r"|sent|reached out|applied|contacted"
            r"|angeschrieben|gesendet|envoye|enviado|enviei|inviat|angefragt|kontakta|kontakte|sendt|skicka|wysl|napisa"
            r"|contat|gestuurd|gemaild|gonder|lahet|oslov|erstkontakt|ansprache|отправ|написа|送信|発送|发送|联系|聯繫)"
        ),
    ),
)
_TY = expression(r"\bty\b")
_PIECES = expression(r"[-–—:,;()]")
_FURTHEST = (Event.THANKED, Event.MET, Event.SCHEDULED, Event.RESPONDED, Event.NUDGED, Event.ASKED)


class Action(NamedTuple):
    """One row: who, on which day, what, and what was noted beside."""

    position: int
    day: np.datetime64
    name: str | None
    organization: str | None
    what: str
    detail: str


@lru_cache(maxsize=16_384)
def kind_of(what: str, *, first: bool) -> Event:
    """Tell which event an action is, from the words for it.

    Parameters
    ----------
    what
        The words, such as ``"Sent e-mail"`` or ``"Coffee chat"``.
    first
        Whether it is the first action with this person: then a bare "E-mail" or "Called" is the ask, later the one is a
        touch and the other a talk.

    Examples
    --------
    >>> [kind_of(what, first=False).value for what in ("Follow-up", "Coffee chat", "Call booked", "Replied", "Mail")]
    ['nudged', 'met', 'scheduled', 'responded', 'touched']
    """
    words = _TY.sub("thank you", plain(what))
    if re.search(_ANSWERED, words):
        return Event.RESPONDED
    if re.search(_PLANNED, words) and re.search(_MET, words):
        return Event.SCHEDULED
    for event, pattern in _RULES:
        if re.search(pattern, words):
            return event
    if re.search(_MESSAGE, words):
        return Event.ASKED if first else Event.TOUCHED
    if first and re.fullmatch(_RANG, words):
        return Event.ASKED
    if re.search(_MET, words):
        return Event.MET
    proven = interpret(what).events
    return next(
        (event for event in _FURTHEST if event in proven), Event.ASKED if first and not words else Event.NOTED
    )


def answer_in(*texts: str) -> Response | None:
    """Give the answer of the first text that tells one."""
    for text in texts:
        found = interpret(text).response if text else None
        if found is not None:
            return found
        said = {yes_or_no(piece) for piece in _PIECES.split(text)} - {UNKNOWN}
        if len(said) == 1:  # "Replied - yes"
            return Response.YES if said == {YES} else Response.NO
    return None


def read_actions(layout: Layout) -> Reading:
    """Read a sheet with one row an action: each row is an event, each person a contact in their first row."""
    layout = layout.spread
    problems = Problems(layout)
    beside = _beside(layout, problems)
    days = _days_beside(layout, problems)
    persons: dict[str, dict[str, Any]] = {}
    told: list[tuple[np.datetime64, str, str, str, str]] = []
    for action, event, detail in told_by(actions_of(layout, problems), day_wanted=False):
        number = int(layout.grid.rows[action.position])
        key = person_key(action.name, action.organization) or f"row {number}"
        person = persons.setdefault(key, {"row": number, "name": action.name, "response": None})
        person["row"] = min(person["row"], number)
        for name, values in beside.items():
            if person.get(name) is None:
                person[name] = values[action.position]
        happened = [(event, action.day, detail)]
        happened += [(other, found[action.position], "") for other, found in days.items()]
        for what, day, about in happened:
            if not np.isnat(day):
                told.append((day, key, action.name or action.organization or "", what.value, about))
                _date(person, what, day)
        if np.isnat(action.day) and action.what:
            person.setdefault("undated", set()).add(event)
        if event == Event.RESPONDED and detail in ANSWERS:
            person["response"] = detail
    contacts = _persons(list(persons.values()), list(beside))
    trail = pd.DataFrame(told, columns=["date", "row", "name", "event", "detail"])
    trail["row"] = [persons[key]["row"] for key in trail["row"]]
    return Reading(contacts, tidy_events([trail]), problems.to_frame(), {})


def later_actions(layout: Layout, as_of: date) -> list[tuple[str, np.datetime64, Event]]:
    """List what the rows say has happened after a day: the cell of the day, the day, the event."""
    layout = layout.spread
    problems = Problems(layout)
    limit = np.datetime64(as_of, "D")
    plans = {Event.SCHEDULED, Event.NOTED}
    column = layout.columns_of(DAY)[0]
    found = [
        (column, action.position, action.day, event)
        for action, event, _ in told_by(actions_of(layout, problems))
        if action.day > limit and event not in plans
    ]
    for event, days in _days_beside(layout, problems).items():
        name = next(name for name in layout.letters if EVENT_OF.get(Field(name)) == event)
        beside = layout.columns_of(name)[0]
        found += [
            (beside, position, days[position], event)
            for position in layout.positions.tolist()
            if days[position] > limit and event not in plans
        ]
    return [
        (f"{layout.grid.columns[i].letter}{layout.grid.rows[position]}", day, event)
        for i, position, day, event in sorted(found, key=lambda each: each[:2])
    ]


ANSWERS = frozenset(answer.value for answer in Response)


def _beside(layout: Layout, problems: Problems) -> dict[str, list[Any]]:
    """Read what the rows say of the person beside the action: by field, a value or None per row of the grid."""
    found: dict[str, list[Any]] = {}
    for name in layout.letters:
        field, column = Field(name), layout.grid.columns[layout.columns_of(name)[0]]
        if field in LENGTHS:
            read = read_lengths(column, LENGTHS[field], layout.records)
            problems.add(column.letter, read.problems)
            found[name] = [None if np.isnan(value) else float(value) for value in read.values]
        elif field == Field.RESPONSE:
            days = layout.columns_of(Field.RESPONDED_ON)
            read_as = read_responses(
                column,
                layout.matches[layout.columns_of(name)[0]].header,
                among=layout.records,
                responded_on=read_dates(layout.grid.columns[days[0]], among=layout.records).days
                if days
                else None,
            )
            problems.add(column.letter, read_as.problems)
            found[name] = [
                answer.value if answer is not None else Response.OTHER.value if came == 1 else None
                for answer, came in zip(read_as.answers, read_as.responded, strict=True)
            ]
        elif field not in DATE_FIELDS and field != Field.NAME:
            texts = texts_of(column, layout.records, blank=field in IDENTITIES).tolist()
            fields = layout.matches[layout.columns_of(name)[0]].fields
            found[name] = list(half_of(texts, name, fields)) if len(fields) == 2 else texts
    return found


def _days_beside(layout: Layout, problems: Problems) -> dict[Event, Days]:
    """Days of other events that the rows tell beside the day of the action."""
    found: dict[Event, Days] = {}
    for name in layout.letters:
        event = EVENT_OF.get(Field(name))
        if event is not None and layout.columns_of(name) != layout.columns_of(DAY):
            column = layout.grid.columns[layout.columns_of(name)[0]]
            read = read_dates(column, among=layout.records, date1904=layout.grid.date1904)
            problems.add(column.letter, read.problems)
            found[event] = read.days
    return found


def _date(person: dict[str, Any], event: Event, day: np.datetime64) -> None:
    """Note the day on the person: the first of each kind, the last of real touches."""
    field = next((field for field, stands in EVENT_OF.items() if stands == event), None)
    if field is not None and field != Field.LAST_TOUCH_ON:
        person[field.value] = min(person.get(field.value, day), day)
    if event in (Event.RESPONDED, Event.MET, Event.TOUCHED):
        touched = Field.LAST_TOUCH_ON.value
        person[touched] = max(person.get(touched, day), day)


def _persons(persons: list[dict[str, Any]], beside: list[str]) -> pd.DataFrame:
    """Make a frame of the persons, the first row of each its index."""
    persons.sort(key=lambda person: int(person["row"]))
    index = pd.Index([person["row"] for person in persons], dtype="int64", name="row")
    columns: dict[str, Any] = {}
    for field in Field:
        values = [person.get(field.value) for person in persons]
        if field.value not in beside and all(value is None for value in values):
            continue
        if field in DATE_FIELDS:
            days = [np.datetime64("NaT", "D") if value is None else value for value in values]
            columns[field.value] = np.array(days, dtype="datetime64[us]")
        elif field in LENGTHS:
            columns[field.value] = np.array([np.nan if value is None else value for value in values])
        else:
            columns[field.value] = pd.array(values, dtype="str")
    columns |= _undated_facts(persons)
    return pd.DataFrame(columns, index=index)


def _undated_facts(persons: list[dict[str, Any]]) -> dict[str, npt.NDArray[np.bool_]]:
    """Give ``asked``, ``met`` and so on where an action is known to have been done and its day is not."""
    found = {}
    for field, event in EVENT_OF.items():
        undated = [event in person.get("undated", ()) for person in persons]
        dated = [person.get(field.value) is not None for person in persons]
        if any(fact and not known for fact, known in zip(undated, dated, strict=True)):
            found[event.value] = np.logical_or(undated, dated)
    return found


def actions_of(layout: Layout, problems: Problems) -> list[Action]:
    """List the rows of a sheet of actions, by day, then as they stand."""

    def text_of(part: str, *, blank: bool) -> list[str | None]:
        parts = [_text(i, part, layout, problems, blank=blank) for i in layout.columns_of(part)]
        return (
            [" ".join(filter(None, row)) or None for row in zip(*parts, strict=True)]
            if parts
            else [None] * count
        )

    count = len(layout.grid.rows)
    day = layout.grid.columns[layout.columns_of(DAY)[0]]
    read = read_dates(day, among=layout.records, date1904=layout.grid.date1904)
    problems.add(day.letter, [*failures(day, layout.records), *read.problems])
    names, organizations = text_of("name", blank=True), text_of("organization", blank=True)
    what, detail = text_of(EVENT, blank=False), text_of(DETAIL, blank=False)
    usual = _usual(layout)
    by_day = np.argsort(read.days[layout.positions], kind="stable")  # what has no day comes last
    return [
        Action(p, read.days[p], names[p], organizations[p], what[p] or usual, detail[p] or "")
        for p in layout.positions[by_day].tolist()
    ]


def _usual(layout: Layout) -> str:
    """Give the word for what every row tells, where its day is that of one kind of event: "Date sent"."""
    fields = layout.matches[layout.columns_of(DAY)[0]].fields
    return {"contacted_on": "contacted"}.get(fields[0], EVENT_OF[Field(fields[0])].value) if fields else ""


def _text(at: int, part: str, layout: Layout, problems: Problems, *, blank: bool) -> list[str | None]:
    """Read a column's texts; of a cell that holds two things, the right half."""
    column, fields = layout.grid.columns[at], layout.matches[at].fields
    problems.add(column.letter, failures(column, layout.records))
    texts: list[str | None] = texts_of(column, layout.records, blank=blank).tolist()
    return list(half_of(texts, part, fields)) if len(fields) == 2 else texts


def told_by(
    actions: list[Action], *, day_wanted: bool = True, asked: Container[str] = ()
) -> Iterator[tuple[Action, Event, str]]:
    """Each action as the event it is, and its detail: of an answer, which.

    A call to somebody who is among those `asked` elsewhere is no ask.
    """
    begun: set[str] = set()
    for action in actions:
        if day_wanted and np.isnat(action.day):
            continue
        key = person_key(action.name, action.organization)
        known = key in begun or (
            bool(re.fullmatch(_RANG, plain(action.what)))
            and (key in asked or name_key(action.name or action.organization or "") in asked)
        )
        event = kind_of(action.what, first=not known)
        if event == Event.ASKED and key in begun:
            event = Event.NUDGED
        if event in (Event.ASKED, Event.NUDGED):
            begun.add(key)
        detail = action.detail or action.what
        if event == Event.RESPONDED:
            answer = answer_in(action.what, action.detail)
            detail = answer.value if answer is not None else action.detail
        yield action, event, detail
