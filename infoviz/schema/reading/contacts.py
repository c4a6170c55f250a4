"""The contacts of a sheet with one row a person: typed values, undated facts, and what could not be understood."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.grid import Column
from infoviz.schema.answers.meanings import UNRECOGNISED, Meaning
from infoviz.schema.answers.responses import read_responses, refusals_that_are_silence
from infoviz.schema.answers.statuscolumn import EXPECTED as EXPECTED_STATUS
from infoviz.schema.answers.statuscolumn import read_statuses
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.fields import EVENT_OF, Content, Event, Field, Problem, Response
from infoviz.schema.reading.days import read_days
from infoviz.schema.reading.frames import Problems, failures, text_array, texts_of, unknown
from infoviz.schema.reading.layout import Layout
from infoviz.schema.reading.trail import events_of
from infoviz.schema.rows.records import Mask
from infoviz.schema.values.compound import half_of
from infoviz.schema.values.dates import DateColumn, Days, read_dates
from infoviz.schema.values.datetext import Order
from infoviz.schema.values.numbers import Length, read_lengths
from infoviz.schema.values.yesno import NO, UNKNOWN, YES
from infoviz.schema.words import plain

EXPECTED_ANSWER = (
    "an answer: every answer here has its day, and this refusal has none, so it was read as silence"
)

# What names somebody or leads to them: "n/a" there is no name.
IDENTITIES = frozenset(
    {
        Field.NAME,
        Field.ORGANIZATION,
        Field.ROLE,
        Field.EMAIL,
        Field.PHONE,
        Field.LINK,
        Field.REFERRED_BY,
        Field.INTRODUCTIONS,
    }
)
RESERVED = frozenset([*(field.value for field in Field), *(event.value for event in Event)])

# In a column for the day of something these words say that it was done.
DONE = frozenset(
    """
    mailed emailed sent posted delivered written given called texted phoned lm vm gemacht verschickt geschickt fait
    envoye hecho enviado fatto inviato gestuurd skickat sendt wyslane gonderildi отправлено 已发 已發 已寄 送信済
    送信済み
    """.split()  # noqa: SIM905
) | {"left message", "left a message", "left vm", "left voicemail", "e mailed", "did it"}
LENGTHS = {Field.MINUTES: Length.MINUTES, Field.CADENCE_DAYS: Length.CADENCE}


class Reading(NamedTuple):
    """What was read of a sheet.

    Attributes
    ----------
    contacts
        One row a person, index ``row`` = row number in the sheet; the fields the tracker has, undated facts
        (``asked``, ``met``, …) where needed, then the columns that are no field, under their own headers.
    events
        The paper trail: date, row, name, event, detail.
    problems
        The cells that were not understood: sheet, cell, row, value, expected.
    orders
        Column letter → the order of day, month and year that its dates prove.
    """

    contacts: pd.DataFrame
    events: pd.DataFrame
    problems: pd.DataFrame
    orders: dict[str, Order]


class _Draft:
    """The frame in the making: arrays over all rows of the grid."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.problems = Problems(layout)
        self.texts: dict[str, npt.NDArray[np.object_]] = {}
        self.dates: dict[str, DateColumn] = {}
        self.lengths: dict[str, npt.NDArray[np.float64]] = {}
        self.facts: dict[Event, Mask] = {}
        self.answers: npt.NDArray[np.object_] | None = None
        self.unasked: Mask | None = None
        self.orders: dict[str, Order] = {}
        self.further: list[tuple[Event, Days]] = []

    @property
    def rows(self) -> int:
        return len(self.layout.grid.rows)

    def prove(self, event: Event, where: Mask) -> None:
        """Note that an event happened, its day unknown."""
        if where.any():
            self.facts[event] = self.facts.get(event, np.zeros(self.rows, dtype=np.bool_)) | where


def read_people(layout: Layout) -> Reading:
    """Read a sheet with one row a person."""
    layout = layout.spread
    draft = _Draft(layout)
    draft.dates = read_days(layout)
    for name in layout.letters:
        columns = [layout.grid.columns[i] for i in layout.columns_of(name)]
        _read_field(draft, Field(name), columns)
    _read_response(draft)
    _read_statuses(draft)
    _forget_answers_of_the_unasked(draft)
    _tell_silence_from_refusal(draft)
    contacts = _frame(draft)
    return Reading(
        contacts, events_of(contacts, _second_dates(draft)), draft.problems.to_frame(), draft.orders
    )


def _read_field(draft: _Draft, name: Field, columns: list[Column]) -> None:
    among = draft.layout.records
    for column in columns:
        draft.problems.add(column.letter, failures(column, among))
    if name.content == Content.DATE:
        _read_dates(draft, name, columns[0])
        for column in columns[1:]:
            _read_further_days(draft, name, column)
    elif name in LENGTHS:
        read = read_lengths(columns[0], LENGTHS[name], among)
        draft.lengths[name] = read.values
        draft.problems.add(columns[0].letter, read.problems)
    elif name == Field.NAME:
        draft.texts[name] = _names(draft.layout, columns)
    elif name != Field.RESPONSE:
        draft.texts[name] = _texts(draft.layout, name, columns)


def _texts(layout: Layout, name: Field, columns: list[Column]) -> npt.NDArray[np.object_]:
    """Text of one column, or of several one after the other; of a cell that holds two things, the right half."""
    parts = [texts_of(column, layout.records, blank=name in IDENTITIES) for column in columns]
    if len(parts) > 1:
        return _joined(parts, "; ")
    fields = layout.matches[layout.columns_of(name)[0]].fields
    if len(fields) == 1:
        return parts[0]
    halves = np.empty(len(parts[0]), dtype=np.object_)
    halves[:] = half_of(parts[0].tolist(), name, fields)
    return halves


def _names(layout: Layout, columns: list[Column]) -> npt.NDArray[np.object_]:
    if len(columns) == 1:
        return _texts(layout, Field.NAME, columns)
    parts = [texts_of(column, layout.records, blank=True) for column in columns]
    return _joined(parts, " ")


def _joined(parts: list[npt.NDArray[np.object_]], glue: str) -> npt.NDArray[np.object_]:
    joined = np.empty(len(parts[0]), dtype=np.object_)
    joined[:] = [glue.join(text.strip() for text in row if text) or None for row in zip(*parts, strict=True)]
    return joined


def _read_dates(draft: _Draft, name: Field, column: Column) -> None:
    read = draft.dates[name]
    draft.problems.add(column.letter, read.problems)
    if read.order is not None:
        draft.orders[column.letter] = read.order
    event = EVENT_OF.get(name)
    dated = ~np.isnat(read.days)
    if event is not None:
        draft.prove(event, (read.flags == YES) & ~dated)
        if event != Event.MET:  # a talk may lie ahead: see _take_undated_talks
            draft.prove(event, read.undated)
    said = np.flatnonzero((read.words != None) & (read.flags == UNKNOWN) & ~dated & ~read.undated)  # noqa: E711
    meanings = {text: interpret(text) for text in pd.unique(read.words[said])}
    if event is not None:
        done = Meaning(frozenset({event}))
        meanings |= {text: done for text in meanings if plain(text) in DONE}
    if name == Field.CONTACTED_ON:
        draft.unasked = read.flags == NO
    strange = [p for p in said.tolist() if not meanings[read.words[p]].recognised]
    draft.problems.add(column.letter, [Problem(p, str(read.words[p]), "a date") for p in strange])
    if event is not None:
        _take(draft, read.words, said, meanings)
        _answer(draft, read.words, said, meanings)


def _read_further_days(draft: _Draft, name: Field, column: Column) -> None:
    """Read another column of the same event: a second nudge is one more line of the paper trail."""
    read = read_dates(column, among=draft.layout.records, date1904=draft.layout.grid.date1904)
    draft.problems.add(column.letter, read.problems)
    event = EVENT_OF.get(name)
    if event is not None:
        draft.prove(event, ~np.isnat(read.days) | (read.flags == YES) | read.undated)
        draft.further.append((event, read.days))


def _records_asks(draft: _Draft) -> bool:
    """Whether a column of its own says who was asked: a blank there is then no ask."""
    read = draft.dates.get(Field.CONTACTED_ON)
    return read is not None and bool((~np.isnat(read.days) | (read.flags != UNKNOWN) | read.undated).any())


def _take(
    draft: _Draft, words: npt.NDArray[np.object_], where: npt.NDArray[np.int64], meanings: dict[str, Meaning]
) -> None:
    """Take what status words prove; one that takes an ask for granted gives way to a column that records asks."""
    recorded = _records_asks(draft)
    for event in Event:
        proving = {
            text
            for text, meaning in meanings.items()
            if event in meaning.events and not (meaning.presumed and recorded)
        }
        if proving:
            hit = np.zeros(draft.rows, dtype=np.bool_)
            hit[where] = [words[p] in proving for p in where.tolist()]
            draft.prove(event, hit)


def _read_response(draft: _Draft) -> None:
    columns = draft.layout.columns_of(Field.RESPONSE)
    if not columns:
        return
    column = draft.layout.grid.columns[columns[0]]
    on = draft.dates.get(Field.RESPONDED_ON)
    read = read_responses(
        column,
        draft.layout.matches[columns[0]].header,
        among=draft.layout.records,
        responded_on=None if on is None else on.days,
        date1904=draft.layout.grid.date1904,
    )
    said_elsewhere, draft.answers = draft.answers, read.answers.copy()
    if said_elsewhere is not None:
        draft.answers = np.where(read.answers == None, said_elsewhere, read.answers)  # noqa: E711
    draft.problems.add(column.letter, read.problems)
    draft.prove(Event.RESPONDED, (read.responded == YES) & (read.answers == None))  # noqa: E711
    said = np.flatnonzero(read.meanings != None)  # noqa: E711
    recorded = _records_asks(draft)
    meanings = {
        id(meaning): meaning for meaning in read.meanings[said].tolist()
    }  # one for each distinct text
    marks = [id(meaning) for meaning in read.meanings[said].tolist()]
    for event in set(Event) - {Event.RESPONDED}:
        proving = {
            mark
            for mark, meaning in meanings.items()
            if event in meaning.events and not (meaning.presumed and recorded)
        }
        if proving:
            hit = np.zeros(draft.rows, dtype=np.bool_)
            hit[said] = [mark in proving for mark in marks]
            if event == Event.ASKED:
                hit &= read.answers == None  # noqa: E711  an answer proves its ask itself, from its own day on
            draft.prove(event, hit)


def _answer(
    draft: _Draft, words: npt.NDArray[np.object_], where: npt.NDArray[np.int64], meanings: dict[str, Meaning]
) -> None:
    """Take the answers that words tell, where none is known."""
    answers = np.full(draft.rows, None, dtype=np.object_)
    answers[where] = [meanings[words[p]].response for p in where.tolist()]
    if (answers != None).any():  # noqa: E711
        known = draft.answers if draft.answers is not None else np.full(draft.rows, None, dtype=np.object_)
        draft.answers = np.where(known == None, answers, known)  # noqa: E711


def _read_statuses(draft: _Draft) -> None:
    """Take from the status words what they prove, where no column of its own says otherwise.

    An outcome that is a word for an answer is one, as long as nobody has met: later it is the end of the search.
    """
    ahead = np.zeros(draft.rows, dtype=np.bool_)
    words = draft.texts.get(Field.STATUS)
    if words is not None:
        where = np.flatnonzero(words != None)  # noqa: E711
        meanings, unread = read_statuses(pd.unique(words[where]))
        if unread and not draft.layout.columns_of(Field.RESPONSE):
            _miss(draft, Field.STATUS, words, unread)
        _take(draft, words, where, meanings)
        _answer(draft, words, where, meanings)
        unasked = np.zeros(draft.rows, dtype=np.bool_)
        unasked[where] = [meanings[words[p]].unasked for p in where.tolist()]
        draft.unasked = unasked if draft.unasked is None else draft.unasked | unasked
        arranged = {
            text for text, meaning in meanings.items() if meaning.events & _TALKS == {Event.SCHEDULED}
        }
        ahead = np.array([word in arranged for word in words.tolist()], dtype=np.bool_)
    words = draft.texts.get(Field.OUTCOME)
    if words is not None:
        met = draft.dates.get(Field.MET_ON)
        where = np.flatnonzero((words != None) & (np.isnat(met.days) if met is not None else True))  # noqa: E711
        meanings = {text: interpret(text) for text in pd.unique(words[where])}
        meanings |= {text: UNRECOGNISED for text, meaning in meanings.items() if meaning.response is None}
        _take(draft, words, where, meanings)
        _answer(draft, words, where, meanings)
    _take_undated_talks(draft, ahead)


_TALKS = frozenset({Event.SCHEDULED, Event.MET})


def _take_undated_talks(draft: _Draft, ahead: Mask) -> None:
    """Take a talk whose day is not known for held, or for arranged where it lies ahead by the status alone."""
    met, thanked = draft.dates.get(Field.MET_ON), draft.dates.get(Field.THANKED_ON)
    if met is None:
        return
    for event in (Event.MET, Event.THANKED):
        if event in draft.facts:
            ahead = ahead & ~draft.facts[event]
    if thanked is not None:
        ahead = ahead & np.isnat(thanked.days)
    draft.prove(Event.MET, met.undated & ~ahead)
    draft.prove(Event.SCHEDULED, met.undated & ahead)


def _miss(draft: _Draft, name: Field, words: npt.NDArray[np.object_], unread: frozenset[str]) -> None:
    """Report the words that may tell an answer and are not understood, where nothing else tells one."""
    letter = draft.layout.matches[draft.layout.columns_of(name)[0]].letter
    missed = [p for p in draft.layout.positions.tolist() if words[p] in unread]
    draft.problems.add(letter, [Problem(p, str(words[p]), EXPECTED_STATUS) for p in missed])


def _forget_answers_of_the_unasked(draft: _Draft) -> None:
    """Take no "no" from people of whom the sheet says that they were never asked, and that have no date of any kind."""
    if draft.unasked is None or draft.answers is None:
        return
    undated = draft.unasked & (draft.answers == Response.NO)
    for name, read in draft.dates.items():
        if Field(name) in EVENT_OF:
            undated &= np.isnat(read.days)
    draft.answers[undated] = None
    for event in (Event.ASKED, Event.RESPONDED):
        if event in draft.facts:
            draft.facts[event] &= ~undated


def _tell_silence_from_refusal(draft: _Draft) -> None:
    """Where answers have their days and a "Rejected" has none, it was silence that was filed."""
    on = draft.dates.get(Field.RESPONDED_ON)
    if draft.answers is None or on is None:
        return
    words = draft.texts.get(Field.STATUS)
    columns = draft.layout.columns_of(Field.RESPONSE)
    if columns:
        own = texts_of(draft.layout.grid.columns[columns[0]], draft.layout.records, blank=True)
        words = own if words is None else np.where(own == None, words, own)  # noqa: E711
    if words is None:
        return
    met = draft.dates.get(Field.MET_ON)
    proven = draft.facts.get(Event.MET, np.zeros(draft.rows, dtype=np.bool_))
    proven = proven | (~np.isnat(met.days) if met is not None else False)
    silence = refusals_that_are_silence(words, draft.answers, on.days, proven=proven)
    if not silence.any():
        return
    draft.answers[silence] = None
    letter = draft.layout.matches[(columns or draft.layout.columns_of(Field.STATUS))[0]].letter
    draft.problems.add(
        letter, [Problem(p, str(words[p]), EXPECTED_ANSWER) for p in np.flatnonzero(silence).tolist()]
    )
    if Event.RESPONDED in draft.facts:
        draft.facts[Event.RESPONDED] &= ~silence


def _frame(draft: _Draft) -> pd.DataFrame:
    layout, at = draft.layout, draft.layout.records
    series: dict[str, object] = {}
    for name in Field:
        if name in draft.texts:
            column = _alone(layout, name)
            series[name.value] = (
                pd.array(draft.texts[name][at], dtype="str")
                if column is None
                else text_array(column, at, blank=name in IDENTITIES)
            )
        elif name in draft.dates:
            series[name.value] = draft.dates[name].days[at]
        elif name in draft.lengths:
            series[name.value] = draft.lengths[name][at]
        elif name == Field.RESPONSE and draft.answers is not None:
            codes = [_ANSWER_CODES[answer] for answer in draft.answers[at].tolist()]
            series[name.value] = _ANSWERS.take(codes)
    _undated_facts(draft, series)
    for i, match in enumerate(layout.matches):
        if not match.fields:
            header = _free(match.header or f"Column {match.letter}", series)
            series[header] = unknown(layout.grid.columns[i], at)
    index = pd.Index(layout.grid.rows[at], name="row")
    return pd.DataFrame(series, index=index, copy=False)


def _alone(layout: Layout, name: Field) -> Column | None:
    """Find the one column of a text that holds nothing else."""
    columns = layout.columns_of(name)
    alone = len(columns) == 1 and layout.matches[columns[0]].fields == (name,)
    return layout.grid.columns[columns[0]] if alone else None


_ANSWER_CODES: dict[Response | None, int] = {
    None: -1,
    **{answer: code for code, answer in enumerate(Response)},
}
_ANSWERS = pd.array([*(answer.value for answer in Response), None], dtype="str")


def _undated_facts(draft: _Draft, series: dict[str, object]) -> None:
    """Add ``asked``, ``met`` and so on where an event is known to have happened and its day is not."""
    at = draft.layout.records
    field_of = {event: name for name, event in EVENT_OF.items()}
    for event in Event:
        fact = draft.facts.get(event)
        if fact is None:
            continue
        dated = draft.dates.get(field_of[event]) if event in field_of else None
        known = ~np.isnat(dated.days) if dated is not None else np.zeros(draft.rows, dtype=np.bool_)
        if (fact & ~known & at).any():
            series[event.value] = (fact | known)[at]


def _free(header: str, taken: dict[str, object]) -> str:
    """Find a name that no other column of the frame has, and that does not pass for a field."""
    name, number = header, 2
    while name in taken or name in RESERVED:
        name, number = f"{header} ({number})", number + 1
    return name


def _second_dates(draft: _Draft) -> list[tuple[Event, Days]]:
    """Second dates, in a cell or a column: of an ask, the nudge; of anything else, the same once more."""
    found = [(event, days[draft.layout.records]) for event, days in draft.further]
    for name, read in draft.dates.items():
        event = EVENT_OF.get(Field(name))
        days = read.second[draft.layout.records]
        if event is not None and not np.isnat(days).all():
            found.append((Event.NUDGED if event == Event.ASKED else event, days))
    return found
