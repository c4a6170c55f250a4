"""Rows of a sheet of actions, such as a log, written in the manner of its columns."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from infoviz.editing.halves import compose
from infoviz.editing.spelling import Spelling, day_value, spelling_of
from infoviz.editing.view import View, column_of, last_record
from infoviz.errors import NotInList
from infoviz.grid import Grid, Kind, Value
from infoviz.schema.columns.evidence import profile
from infoviz.schema.columns.mapping import match_columns
from infoviz.schema.columns.matches import ACCEPTED, DAY, DETAIL, EVENT, FIRST, LAST, Match
from infoviz.schema.fields import Event, Field, Response
from infoviz.schema.headers.meaning import is_plain_date, scores
from infoviz.schema.people import person_key
from infoviz.schema.reading.actions import actions_of, answer_in, kind_of, told_by
from infoviz.schema.reading.frames import Problems
from infoviz.schema.reading.layout import Layout, sample_rows
from infoviz.schema.rows.records import body_of
from infoviz.schema.rows.table import find_table
from infoviz.schema.values.dates import read_dates
from infoviz.workbook.choices import DropDowns, Firmness

PERSON = (Field.NAME, Field.ORGANIZATION, Field.ROLE)
"""What a log may say of who somebody is, in a cell each or in one together."""

OTHERWISE = ("message", "note")
"""Words for an event whose own name would be read as something else."""


def find_empty_log(view: View) -> Layout | None:
    """Find a log sheet that has its headers (a day, a person, an event) and no row yet."""
    return next((log for grid in view.grids if grid.sheet != view.sheet and (log := _empty_log(grid))), None)


def _empty_log(grid: Grid) -> Layout | None:
    table = find_table(grid) if len(grid.rows) and grid.columns else None
    if table is None:
        return None
    body = body_of(table)
    if any((column.kinds[body] != Kind.BLANK).any() for column in grid.columns):
        return None
    profiles = [profile(column, sample_rows(table, body)) for column in grid.columns]
    found = match_columns(table, profiles, actions=True)
    days = [i for i, header in enumerate(table.headers) if is_plain_date(header)]
    named = any({"name", "organization"} & set(match.fields) for match in found)
    if not days or not named or not any(match.part == EVENT for match in found):
        return None
    found[days[0]] = found[days[0]]._replace(fields=(), part=DAY)
    return Layout(table, tuple(found), np.zeros(len(grid.rows), dtype=np.bool_), "actions")


def _with_detail(log: Layout) -> Iterator[Match]:
    """Take a column for details at its header's word, where what is in it so far (such as a lone “yes”) hides it."""
    known = any(match.part == DETAIL for match in log.matches)
    for match in log.matches:
        fits = scores(match.header).get(DETAIL, 0.0) >= ACCEPTED if match.header else False
        free = not known and not match.fields and not match.part
        known = known or (free and fits)
        yield match._replace(part=DETAIL) if free and fits else match


class LogRow:
    """Writes rows of a sheet of actions, in the manner of its columns.

    Parameters
    ----------
    view
        The tracker.
    log
        How the sheet was understood.
    lists
        Its drop-down lists.
    """

    def __init__(self, view: View, log: Layout, lists: DropDowns) -> None:
        self.view = view
        self.log = log._replace(matches=tuple(_with_detail(log)))
        self.lists = lists

    def person(self, contact: int) -> dict[str, str | None]:
        """Say who a contact is, as the sheet with the people does."""
        return {name: self.view.text(contact, name) for name in PERSON}

    def fields(self, values: Mapping[str, Value]) -> dict[str, str]:
        """Say which field each column of a row feeds."""
        found = {}
        for match in self.log.matches:
            if match.letter in values:
                part = "" if match.part in (FIRST, LAST) else match.part
                found[match.letter] = part or next(iter(match.fields), match.header)
        return found

    @property
    def says_what(self) -> bool:
        """Whether the sheet has a column that says what happened."""
        return any(match.part == EVENT for match in self.log.matches)

    def write(
        self, event: Event, on: date, detail: str, person: Mapping[str, str | None]
    ) -> dict[str, Value]:
        """Give a row's values by column."""
        values: dict[str, Value] = {}
        beside = self._beside
        for match in self.log.matches:
            letter = match.letter
            if match.part == DAY:
                values[letter] = day_value(self.spelling(letter), on, [])
            elif match.part == EVENT:
                values[letter] = self._word(letter, event, detail, first=not self._is_begun(person, on))
            elif letter == beside and detail:
                values[letter] = detail
            elif match.part in (FIRST, LAST):
                words = (person.get(Field.NAME) or "").split()
                half = words[:-1] if match.part == FIRST else words[-1:]
                values[letter] = " ".join(half) or None
            elif len(match.fields) > 1 and person.get(match.fields[0]):
                halves = {half: person.get(half) for half in match.fields}
                values[letter] = compose(self.spelling(letter).texts, halves)
            elif match.fields and Field(match.fields[0]) in (Field.NAME, Field.ORGANIZATION):
                values[letter] = person.get(match.fields[0]) or (
                    person.get(Field.ORGANIZATION) if not self.log.columns_of(Field.ORGANIZATION) else None
                )
        return {letter: self._offered(letter, value) for letter, value in values.items() if value is not None}

    def unsaid(self, values: Mapping[str, Value], detail: str, answer: Response | None) -> list[str]:
        """Warn of a detail that none of a row's values says, nor the answer that it tells."""
        told = answer is not None and answer_in(*(str(value) for value in values.values())) == answer
        if not detail or told or detail in values.values():
            return []
        return [f"Sheet “{self.log.sheet}” has no column for details, so “{detail}” is not in it."]

    @property
    def _beside(self) -> str | None:
        """The column for details; where there is none, that for notes."""
        details = [match.letter for match in self.log.matches if match.part == DETAIL]
        notes = [match.letter for match in self.log.matches if match.fields == (Field.NOTES,)]
        return next(iter(details or notes), None)

    def spelling(self, letter: str) -> Spelling:
        """Look at how a column of the sheet is written."""
        column = column_of(self.log.grid, letter)
        day = any(match.letter == letter and match.part == DAY for match in self.log.matches)
        if column is None or not day:
            return spelling_of(self.log, letter)
        read = read_dates(column, among=self.log.records, date1904=self.log.grid.date1904)
        return spelling_of(self.log, letter, read.order)

    def _is_begun(self, person: Mapping[str, str | None], on: date) -> bool:
        """Whether the sheet tells of an ask by then: an "E-mail" is the ask before it, and a touch after it."""
        name, organization = person.get(Field.NAME), person.get(Field.ORGANIZATION)
        if not self.log.columns_of(Field.ORGANIZATION):
            name, organization = name or organization, None
        key, day = person_key(name, organization), np.datetime64(on, "D")
        layout = self.log.spread
        own = [
            action
            for action in actions_of(layout, Problems(layout))
            if action.day <= day and person_key(action.name, action.organization) == key
        ]
        return any(event in (Event.ASKED, Event.NUDGED) for _, event, _ in told_by(own))

    def _word(self, letter: str, event: Event, detail: str, *, first: bool) -> str:
        """Find the sheet's own word for an event: the one it uses most, else one of its list, else the event's name.

        What is `first` done with a person may bear another word than the same later.
        """
        texts = Counter(self.spelling(letter).texts)
        fitting = [word for word, _ in texts.most_common() if kind_of(word, first=first) == event]
        if event == Event.RESPONDED:
            fitting = _answering(fitting, detail, detailed=self._is_detailed)
        same = [word for word in fitting if word.casefold() == event.value]
        if same or fitting:
            return (same or fitting)[0]
        choices = self.lists.at(f"{letter}{last_record(self.log) or self.log.header_row + 1}")
        if choices is not None:
            offered = [word for word in choices.words if kind_of(word, first=first) == event]
            if offered:
                return offered[0]
        capital = not texts or sum(word[:1].isupper() for word in texts) * 2 >= len(texts)
        plain = next(
            (word for word in (event.value, *OTHERWISE) if kind_of(word, first=first) == event), event.value
        )
        plain = plain.capitalize() if capital else plain
        answer = _answer_of(detail) if event == Event.RESPONDED and not self._is_detailed else None
        telling = f"{plain} - {answer}"
        return telling if answer is not None and choices is None and answer_in(telling) == answer else plain

    @property
    def _is_detailed(self) -> bool:
        return any(match.part == DETAIL for match in self.log.matches)

    def _offered(self, letter: str, value: Value) -> Value:
        row = last_record(self.log) or self.log.header_row + 1
        choices = self.lists.at(f"{letter}{row}")
        if choices is None or not isinstance(value, str) or choices.firmness != Firmness.STOP:
            return value
        offered = choices.offers(value)
        if offered is None:
            raise NotInList(self.log.sheet, f"{letter} of the new row", value, choices.words, firm=True)
        return offered


def _answer_of(detail: str) -> Response | None:
    return answer_in(detail) or next((one for one in Response if one.value == detail.casefold()), None)


def _answering(words: list[str], detail: str, *, detailed: bool) -> list[str]:
    """Keep the words for an answer that do not tell another one; without a column for details, that tell this one."""
    answer = _answer_of(detail)
    told = {word: answer_in(word) for word in words}
    if detailed or answer is None:
        return [word for word in words if told[word] in (None, answer)]
    return [word for word in words if told[word] == answer]
