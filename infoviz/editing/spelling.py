"""How a column writes what it holds: its days, its yes and no, its answers, its lengths, its words."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from infoviz.editing.daytext import DayText, day_text
from infoviz.editing.given import UnfitError
from infoviz.grid import Column, Kind, Value
from infoviz.schema.answers.responses import asks_whether, read_responses
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.fields import Event, Field, Response
from infoviz.schema.reading.contacts import DONE
from infoviz.schema.reading.layout import Layout
from infoviz.schema.remembered import remembered
from infoviz.schema.rows.records import Mask
from infoviz.schema.values.dates import DateColumn, Days, read_dates
from infoviz.schema.values.datetext import Order
from infoviz.schema.values.numbers import Length, read_length
from infoviz.schema.values.yesno import NO, UNKNOWN, YES, read_yes_no, yes_or_no
from infoviz.schema.words import plain, says_nothing

STAGES = (Event.ASKED, Event.NUDGED, Event.RESPONDED, Event.SCHEDULED, Event.MET, Event.THANKED)
MANY = 40  # more different words than that are no vocabulary
LATEST = 2000  # records that show how a column is written now

_COUNTERPARTS = (
    ("yes", "no"), ("y", "n"), ("true", "false"), ("t", "f"), ("ja", "nein"), ("j", "n"), ("oui", "non"), ("si", "no"),
    ("sí", "no"), ("sim", "não"), ("✓", "✗"), ("✔", "✘"), ("✅", "❌"), ("☑", "☐"), ("1", "0"), ("done", "not done"),
    ("sent", "not sent"),
)  # fmt: skip
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_COMPACT = 19_000_000
_ONE_NUMBER = re.compile(r"(\D*)\d+(?:[.,]\d+)?(\D*)")


@dataclass(frozen=True, eq=False)
class Spelling:
    """How one column is written.

    Attributes
    ----------
    column
        The column; None where the sheet has nothing in it yet.
    among
        Where its latest records are.
    header
        Its header.
    order
        The order of day, month and year that it proves.
    date1904
        Whether its serial numbers count from 1904.
    responded_on
        Of a column of answers, the days of the answers in another column; None where there is no such column.
    """

    column: Column | None
    among: Mask
    header: str
    order: Order | None
    date1904: bool
    responded_on: Days | None = None

    @cached_property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many cells there are of each kind."""
        if self.column is None:
            return np.zeros(len(Kind), dtype=np.int64)
        return np.bincount(self.column.kinds[self.among], minlength=len(Kind))

    @cached_property
    def texts(self) -> list[str]:
        """Texts, from the top to the bottom, that say anything."""
        return [] if self.column is None else _said(self.column, self.among)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The different texts, the most frequent first."""
        return tuple(text for text, _ in Counter(self.texts).most_common())

    @cached_property
    def dates(self) -> DateColumn | None:
        """The column read as dates."""
        if self.column is None:
            return None
        return read_dates(self.column, among=self.among, date1904=self.date1904)

    @cached_property
    def day_text(self) -> DayText | None:
        """How it writes days as text."""
        return day_text(self.texts, self.order)

    def holds(self) -> dict[str, int]:
        """Count what it holds, for a column of dates: date cells, days as text or as numbers, ticks."""
        if self.column is None or self.dates is None:
            return {"cells": 0, "text": 0, "numbers": 0, "ticks": 0}
        kinds, dated = self.column.kinds, ~np.isnat(self.dates.days)
        done = sum(plain(text) in DONE for text in self.texts)
        return {
            "cells": int((dated & (kinds == Kind.DATE)).sum()),
            "text": int((dated & (kinds == Kind.TEXT)).sum()),
            "numbers": int((dated & (kinds == Kind.NUMBER)).sum()),
            "ticks": int(((self.dates.flags != UNKNOWN) & ~dated).sum()) + done,
        }


def spelling_of(layout: Layout, letter: str, order: Order | None = None) -> Spelling:
    """Look at how a column of a sheet is written.

    Parameters
    ----------
    layout
        How the sheet was understood.
    letter
        The column's letters.
    order
        The order of day, month and year that its dates were found to have.
    """
    at = next((i for i, column in enumerate(layout.grid.columns) if column.letter == letter), None)
    among = np.zeros(len(layout.records), dtype=np.bool_)
    among[layout.positions[-LATEST:]] = True
    if at is None:
        return Spelling(None, among, "", order, layout.grid.date1904)
    days = layout.columns_of(Field.RESPONDED_ON) if at in layout.columns_of(Field.RESPONSE) else []
    return Spelling(
        layout.grid.columns[at],
        among,
        layout.matches[at].header,
        order,
        layout.grid.date1904,
        read_dates(layout.grid.columns[days[0]], among=among, date1904=layout.grid.date1904).days
        if days
        else None,
    )


@remembered
def _said(column: Column, among: Mask) -> list[str]:
    """List the texts of a column that say anything."""
    found = column.texts[among & (column.kinds == Kind.TEXT)]
    return [str(text) for text in found if not says_nothing(str(text))]


# ── days ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def keeps_ticks(spelling: Spelling) -> bool:
    """Whether a column for the day of something only says that it happened."""
    held = spelling.holds()
    return held["ticks"] > 0 and held["cells"] + held["text"] + held["numbers"] == 0


def day_value(spelling: Spelling, day: date, others: list[Spelling]) -> Value:
    """Write a day as the column does; where it has none yet, as the sheet's other columns of days do."""
    for one in (spelling, *others):
        held = one.holds()
        most = max(("cells", "text", "numbers"), key=lambda kind: held[kind])
        if not held[most]:
            continue
        if most == "text":
            return one.day_text.write(day) if one.day_text is not None else day.isoformat()
        return _number_of(one, day) if most == "numbers" and one is spelling else day
    return day


def _number_of(spelling: Spelling, day: date) -> int:
    if spelling.column is not None:
        numbers = spelling.column.numbers[spelling.among & (spelling.column.kinds == Kind.NUMBER)]
        if (numbers >= _COMPACT).sum() * 2 > len(numbers):
            return int(f"{day:%Y%m%d}")
    return (day - (_EPOCH_1904 if spelling.date1904 else _EPOCH_1900)).days


# ── yes and no ────────────────────────────────────────────────────────────────────────────────────────────────────────


def tick_value(spelling: Spelling, *, yes: bool) -> Value:
    """Write yes or no as the column does."""
    column = spelling.column
    if column is not None and spelling.counts[Kind.BOOLEAN] > len(spelling.texts):
        return yes
    if column is not None and spelling.counts[Kind.NUMBER] > len(spelling.texts):
        return int(yes)
    found = _ticks(spelling)
    wanted = found[YES] if yes else found[NO]
    if wanted:
        return wanted
    for known in found[NO] if yes else found[YES], *spelling.words:
        other = _counterpart(known, yes=yes) if known else None
        if other is not None:
            return other
    return _cased("yes" if yes else "no", spelling.words)


def _ticks(spelling: Spelling) -> dict[int, str]:
    """Find the most frequent spelling of yes and of no; one without a date or number in it, if there is one."""
    found = {YES: "", NO: ""}
    if spelling.column is None:
        return found
    flags = read_yes_no(spelling.column, spelling.among).flags
    for flag in found:
        where = (flags == flag) & (spelling.column.kinds == Kind.TEXT)
        counted = Counter(str(text) for text in spelling.column.texts[where]).most_common()
        bare = [text for text, _ in counted if len(text.split()) == 1] or [text for text, _ in counted]
        found[flag] = bare[0] if bare else ""
    if not found[YES]:
        found[YES] = next((word for word in spelling.words if plain(word) in DONE), "")
    return found


def _counterpart(word: str, *, yes: bool) -> str | None:
    low = word.strip().casefold()
    for positive, negative in _COUNTERPARTS:
        known, other = (negative, positive) if yes else (positive, negative)
        if low == known:
            return _like(other, word)
    return None


def _like(word: str, model: str) -> str:
    if model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _cased(word: str, words: tuple[str, ...]) -> str:
    """Give a word the capitals that the column's words have."""
    return _like(word, words[0]) if words else word


# ── answers and stages ────────────────────────────────────────────────────────────────────────────────────────────────


def answer_value(
    spelling: Spelling, answer: Response, offered: tuple[str, ...], *, bare: bool
) -> tuple[Value, bool]:
    """Write an answer in the column's own words.

    Parameters
    ----------
    spelling
        The column.
    answer
        The answer.
    offered
        The words of the cell's drop-down list; empty where it has none.
    bare
        Whether a column that only asks whether an answer came may say so, although it was a no.

    Returns
    -------
    value, told
        What to write, and whether it tells the answer; a column that only asks whether one came does not.

    Raises
    ------
    UnfitError
        The column has no way to say it.
    """
    known = _answers(spelling, answer, offered)
    if known is not None:
        return known, True
    if _whether(spelling):
        came = answer in (Response.NO, Response.OTHER)
        if answer != Response.YES and not (bare and came):
            raise UnfitError("yes: this column says whether an answer came, and not which")
        return tick_value(spelling, yes=True), False
    if offered:
        fitting = [word for word in offered if _says(word, answer)]
        if not fitting:
            raise UnfitError(f"an answer that its drop-down list has a word for: {', '.join(offered)}")
        return fitting[0], True
    if answer == Response.NO and _would_tell_silence(spelling):
        return _cased("declined", spelling.words), True
    if answer in (Response.YES, Response.NO):
        return tick_value(spelling, yes=answer == Response.YES), True
    return _cased(answer.value, spelling.words), True


def _answers(spelling: Spelling, answer: Response, offered: tuple[str, ...]) -> Value:
    """Find how the column says an answer, and nothing beyond it."""
    column = spelling.column
    if column is None:
        return None
    read = read_responses(
        column,
        spelling.header,
        among=spelling.among,
        responded_on=spelling.responded_on,
        date1904=spelling.date1904,
    )
    where = np.flatnonzero((read.answers == answer) & spelling.among).tolist()
    pure = [p for p in where if read.meanings[p] is None or not read.meanings[p].events - _ANSWERED]
    values = [column.value(p) for p in pure if column.kinds[p] != Kind.DATE]
    if offered:
        values = [value for value in values if str(value) in offered]
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None


_ANSWERED = frozenset({Event.ASKED, Event.RESPONDED})


def _whether(spelling: Spelling) -> bool:
    if spelling.column is None:
        return asks_whether(spelling.header)
    flags = read_yes_no(spelling.column, spelling.among & (spelling.column.kinds != Kind.DATE)).flags
    return bool((flags != UNKNOWN).any() or not spelling.texts) and asks_whether(
        spelling.header, flags, spelling.responded_on
    )


def _would_tell_silence(spelling: Spelling) -> bool:
    """Whether a plain no would be read as none: under a noun, where no column tells the day of the answer."""
    return spelling.responded_on is None and asks_whether(spelling.header, np.array([NO], dtype=np.int8))


def _says(word: str, answer: Response) -> bool:
    flag = yes_or_no(word)
    if flag != UNKNOWN:
        return answer == (Response.YES if flag == YES else Response.NO)
    meaning = interpret(word)
    return word.casefold() == answer.value or (meaning.response == answer and not meaning.events - _ANSWERED)


def status_of_answer(words: tuple[str, ...], answer: Response) -> str | None:
    """Find a column's own status word for an answer that says nothing beyond it."""
    return next((word for word in words if yes_or_no(word) == UNKNOWN and _says(word, answer)), None)


def status_of_stage(words: tuple[str, ...], stage: Event, answer: Response | None = None) -> str | None:
    """Find a column's own status word for having come as far as a stage, and no farther.

    One that tells an answer tells the one given; who has been met has said yes.
    """
    fitting = (None, answer) if stage == Event.RESPONDED else (None, Response.YES)
    for word in words:
        meaning = interpret(word)
        reached = [event for event in STAGES if event in meaning.events]
        if reached and reached[-1] == stage and meaning.response in fitting and not meaning.silence:
            return word
    return None


def status_value(spelling: Spelling, text: str) -> str:
    """Write a status in the column's own word, where it has one for it; else as it is given.

    The names of the answers and of the stages (yes, met, …) stand for the column's word for them.
    """
    words = spelling.words if len(spelling.words) <= MANY else ()
    same = next((word for word in words if plain(word) == plain(text)), None)
    if same is not None:
        return same
    low = text.strip().casefold()
    found = None
    if low in {answer.value for answer in Response}:
        found = status_of_answer(words, Response(low))
    elif low in {stage.value for stage in STAGES}:
        found = status_of_stage(words, Event(low))
    return found or text


# ── lengths and texts ─────────────────────────────────────────────────────────────────────────────────────────────────


def length_value(spelling: Spelling, value: float, length: Length) -> Value:
    """Write a length as the column does: a number, a time, or a text such as "20 min"."""
    number: Value = int(value) if value.is_integer() else value
    counts = spelling.counts
    if counts[Kind.TIME] > counts[Kind.NUMBER] + counts[Kind.TEXT] and value < 24 * 60:
        whole = timedelta(minutes=value)
        return time(whole.seconds // 3600, whole.seconds // 60 % 60, whole.seconds % 60)
    if not spelling.texts or counts[Kind.NUMBER] >= len(spelling.texts):
        return number
    same = next((word for word in spelling.words if read_length(word, length) == value), None)
    if same is not None:
        return same
    for word in spelling.words:
        found = _ONE_NUMBER.fullmatch(word)
        written = f"{found[1]}{number}{found[2]}" if found else ""
        if read_length(written, length) == value:
            return written
    return number


def text_value(spelling: Spelling, text: str) -> Value:
    """Write a text; where the column has numbers, one that is nothing but a number as a number."""
    if spelling.counts[Kind.NUMBER] <= len(spelling.texts) or not re.fullmatch(r"[1-9]\d{0,14}|0", text):
        return text
    return int(text)
