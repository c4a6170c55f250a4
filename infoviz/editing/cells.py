"""What a contact's fields become in the cells of one row."""

from collections.abc import Mapping
from datetime import date

from infoviz.editing.columns import match_of
from infoviz.editing.given import LENGTHS, UnfitError, Wanted, is_nothing, plain_value, wanted
from infoviz.editing.halves import compose, first_and_last
from infoviz.editing.ownwords import own_word
from infoviz.editing.spelling import (
    Spelling,
    answer_value,
    day_value,
    keeps_ticks,
    length_value,
    spelling_of,
    status_of_answer,
    status_of_stage,
    status_value,
    text_value,
    tick_value,
)
from infoviz.editing.steps import RowEdit
from infoviz.editing.typed import typed_value
from infoviz.editing.view import View, last_record
from infoviz.errors import EditRefused, NoColumn, NotInList, RefusedValue
from infoviz.grid import Kind, Value
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.columns.matches import FIELDS
from infoviz.schema.fields import DATE_FIELDS, EVENT_OF, Content, Event, Field, Response
from infoviz.schema.reading.layout import Layout
from infoviz.schema.values.datetext import read_text
from infoviz.workbook.choices import Choices, DropDowns, Firmness

WORDS = 30  # of a drop-down list, that a refusal names
STAGES = (Event.ASKED, Event.NUDGED, Event.RESPONDED, Event.SCHEDULED, Event.MET, Event.THANKED)


def _stage(events: frozenset[Event]) -> int:
    return max((STAGES.index(event) for event in events & frozenset(STAGES)), default=-1)


class RowWriter:
    """Turns fields into the cells of a row of one sheet, in the manner of its columns.

    Parameters
    ----------
    view
        The tracker.
    layout
        How the sheet was understood.
    lists
        Its drop-down lists.
    outside_lists
        Take words that are not in a list which only warns of them.
    bare_answers
        In a column that only asks whether an answer came, tell that one did, whichever it was.
    """

    def __init__(
        self,
        view: View,
        layout: Layout,
        lists: DropDowns,
        *,
        outside_lists: bool = False,
        bare_answers: bool = False,
    ) -> None:
        self.view = view
        self.layout = layout
        self.lists = lists
        self.outside_lists = outside_lists
        self.bare_answers = bare_answers
        self._spellings: dict[str, Spelling] = {}

    def write(self, row: int | None, given: Mapping[str, object]) -> RowEdit:
        """Say what becomes of a row's cells.

        Parameters
        ----------
        row
            The row; None for one that is to be appended.
        given
            Values by field, or by the header of a column.

        Raises
        ------
        UnknownField, NoColumn, RefusedValue, EditRefused
            What is given cannot be written.
        """
        edit = RowEdit()
        fields: dict[Field, object] = {}
        for name, value in given.items():
            if name in FIELDS:
                fields[Field(name)] = value
            else:
                self._by_header(edit, row, name, value)
        said = {name for name, value in fields.items() if self._say(edit, row, name, value)}
        wants = {name: self._wanted(row, name, value) for name, value in fields.items() if name not in said}
        for name, want in wants.items():
            if row is not None and self._says(row, name, want):
                if not want:
                    self._check_log(row, name)
                continue
            self._write_field(edit, row, name, want, wants)
        for letter, (value, name) in edit.values.items():
            offered = self._offered(edit, row, letter, value)
            edit.values[letter] = (offered, name)
            if (
                name in edit.expected
                and isinstance(edit.expected[name], str)
                and edit.expected[name] == value
            ):
                edit.expected[name] = str(offered)
        return edit

    def address(self, row: int | None, letter: str) -> str:
        """Give a cell's address; of a row to come, the column."""
        return f"{letter}{row}" if row is not None else f"{letter} of the new row"

    def spelling(self, letter: str) -> Spelling:
        """Look at how a column is written."""
        if letter not in self._spellings:
            self._spellings[letter] = spelling_of(self.layout, letter, self.view.reading.orders.get(letter))
        return self._spellings[letter]

    def letters(self, name: str) -> list[str]:
        """Columns of a field."""
        return self.layout.letters.get(name, [])

    # ------------------------------------------------------------------ field by field

    def own_word(self, row: int | None, name: Field, value: object) -> Value:
        """Find the column's own word for an answer or a tick that is given in that word; None where it is none."""
        letters = self.letters(name)
        if not letters:
            return None
        return own_word(name, self.spelling(letters[0]), self.choices(row, letters[0]), value)

    def _say(self, edit: RowEdit, row: int | None, name: Field, value: object) -> bool:
        """Write what is given in the column's own word as that word; False where it is none."""
        word = self.own_word(row, name, value)
        if word is None:
            return False
        letter = self.letters(name)[0]
        if word != self._now(row, letter):
            edit.values[letter], edit.understood[name] = (word, name), letter
        return True

    def _wanted(self, row: int | None, name: Field, value: object) -> Wanted:
        letters = self.letters(name)
        try:
            return wanted(name, value)
        except UnfitError as error:
            cell = self.address(row, letters[0]) if letters else ""
            choices = self.choices(row, letters[0]) if letters and name == Field.RESPONSE else None
            words = (
                f", or a word of its drop-down list: {', '.join(choices.words[:WORDS])}" if choices else ""
            )
            raise RefusedValue(self.layout.sheet, cell, value, error.expected + words) from None

    def _says(self, row: int, name: Field, want: Wanted) -> bool:
        """Whether the contact says so already."""
        value = self.view.said(row, name)
        if want is None:
            return is_nothing(value) and not self._filled(row, name)
        if isinstance(want, bool):
            event = EVENT_OF.get(name)
            known = not is_nothing(value) or bool(event and self.view.said(row, event))
            return known == want and (want or not self._filled(row, name))
        if is_nothing(value):
            return False
        return bool(value.date() == want if isinstance(want, date) else value == want)

    def _check_log(self, row: int, name: Field) -> None:
        """Refuse to take away what the row does not say and the log sheet does."""
        told, log = self.view.logged(row, name), self.layout.log
        if log is not None and not is_nothing(told):
            shown = told.date() if name in DATE_FIELDS else told
            reason = f"{name} of row {row} ({shown}) stands only in this sheet, row by row as it happened"
            raise EditRefused(log.sheet, "", reason, "Take the row out of it in your spreadsheet program.")

    def _filled(self, row: int, name: Field) -> bool:
        return any(self._now(row, letter) is not None for letter in self.letters(name))

    def _now(self, row: int | None, letter: str) -> Value:
        return None if row is None else self.view.value(self.layout.sheet, row, letter)

    def _write_field(
        self, edit: RowEdit, row: int | None, name: Field, want: Wanted, wants: Mapping[Field, Wanted]
    ) -> None:
        letters = self.letters(name)
        if not letters:
            if name == Field.RESPONSE and self.letters(Field.STATUS) and isinstance(want, Response):
                self._answer_as_status(edit, row, want)
                return
            if want is None and row is None:
                return
            raise NoColumn(
                name, self.layout.sheet, [match.header for match in self.layout.matches if match.header]
            )
        edit.expected[name] = want
        if name == Field.NAME and len(letters) == 2 and self._match_fields(letters[0]) == (Field.NAME,):
            first, last = first_and_last(
                want if isinstance(want, str) else "", [self._now(row, letter) for letter in letters]
            )
            edit.values[letters[0]], edit.values[letters[1]] = (first, name), (last, name)
            return
        letter = self._one(row, name, letters)
        both = self._match_fields(letter)
        if len(both) > 1:
            self._write_half(edit, row, letter, name, wants)
            return
        if want is None:
            edit.values[letter] = (self._cleared(row, name, letter), name)
        elif isinstance(want, date | bool) and name in DATE_FIELDS:
            self._write_day(edit, row, letter, name)
        elif isinstance(want, Response):
            self._write_answer(edit, row, letter, want)
        elif isinstance(want, float):
            edit.values[letter] = (length_value(self.spelling(letter), want, LENGTHS[name]), name)
        elif isinstance(want, str) and name == Field.STATUS:
            status = self._status(row, letter, want)
            edit.values[letter], edit.expected[name] = (status, name), status
        elif isinstance(want, str):
            edit.values[letter] = (text_value(self.spelling(letter), want), name)

    def _match_fields(self, letter: str) -> tuple[str, ...]:
        return next(match.fields for match in self.layout.matches if match.letter == letter)

    def _one(self, row: int | None, name: Field, letters: list[str]) -> str:
        """Choose the one column to write where several feed a text."""
        if len(letters) == 1 or name.content in (Content.DATE, Content.RESPONSE, Content.NUMBER):
            return letters[0]
        filled = [letter for letter in letters if self._now(row, letter) is not None]
        if len(filled) > 1:
            headers = [match.header for match in self.layout.matches if match.letter in letters]
            raise EditRefused(
                self.layout.sheet,
                self.address(row, filled[0]),
                f"several columns feed {name}: {', '.join(headers)}",
                "Name the column by its header.",
            )
        return (filled or letters)[0]

    def _write_half(
        self, edit: RowEdit, row: int | None, letter: str, name: Field, wants: Mapping[Field, Wanted]
    ) -> None:
        """Write one half of a cell that holds two things; the other stays."""
        halves: dict[str, str | None] = {}
        for half in self._match_fields(letter):
            want = wants.get(Field(half), None if row is None else self.view.text(row, half))
            halves[half] = want if isinstance(want, str) else None
        column = self.spelling(letter)
        try:
            edit.values[letter] = (compose(column.texts, halves), "; ".join(halves))
        except UnfitError as error:
            raise RefusedValue(
                self.layout.sheet, self.address(row, letter), wants.get(name), error.expected
            ) from None
        edit.expected |= halves

    def _cleared(self, row: int | None, name: Field, letter: str) -> Value:
        now = self._now(row, letter)
        if isinstance(now, str) and name in DATE_FIELDS:
            found = read_text(now)
            if found.readings and (found.words or len(found.readings) > 1):
                raise EditRefused(
                    self.layout.sheet,
                    self.address(row, letter),
                    f"it says more than the day (“{now}”)",
                    "Name the column by its header to clear all of it.",
                )
        counts = self.spelling(letter).counts
        ticked = name in EVENT_OF and counts[Kind.BOOLEAN] * 2 > counts[1:].sum()
        return False if ticked else None

    def _write_day(self, edit: RowEdit, row: int | None, letter: str, name: Field) -> None:
        want = edit.expected[name]
        column = self.spelling(letter)
        ticks = keeps_ticks(column)
        choices = self.choices(row, letter)
        ticks = ticks or (choices is not None and not column.holds()["cells"] + column.holds()["text"])
        if isinstance(want, bool):
            if not ticks and any(column.holds().values()):
                expected = "a day such as 2026-11-22: the column holds days"
                raise RefusedValue(self.layout.sheet, self.address(row, letter), want, expected)
            edit.values[letter] = (tick_value(column, yes=want), name)
            return
        if ticks:
            edit.values[letter], edit.expected[name] = (tick_value(column, yes=True), name), True
            edit.warnings.append(
                f"Sheet “{self.layout.sheet}”, cell {self.address(row, letter)}: the column “{column.header}” says "
                f"only whether it happened, so the day {want} is not in it."
            )
            return
        if not isinstance(want, date):  # pragma: no cover - a date field holds nothing else
            raise TypeError(want)
        value = self._beside_words(row, letter, want)
        others = [self.spelling(other) for other in self._day_columns() if other != letter]
        edit.values[letter] = (value or day_value(column, want, others), name)

    def write_further_day(self, edit: RowEdit, row: int, name: Field, day: date) -> bool:
        """Write a day into the next empty one of several columns of a field ("2nd e-mail"); False where none is."""
        letters = self.letters(name)
        free = next((letter for letter in letters if self._now(row, letter) is None), None)
        if len(letters) < 2 or free is None or keeps_ticks(self.spelling(free)):
            return False
        others = [self.spelling(other) for other in self._day_columns() if other != free]
        edit.values[free] = (
            self._offered(edit, row, free, day_value(self.spelling(free), day, others)),
            name,
        )
        return True

    def _day_columns(self) -> list[str]:
        return [letter for name in DATE_FIELDS for letter in self.letters(name)[:1]]

    def _beside_words(self, row: int | None, letter: str, day: date) -> str | None:
        """Put a day in the place of the one in a text that says more, so that the rest stays."""
        now = self._now(row, letter)
        if not isinstance(now, str):
            return None
        found = read_text(now)
        if not found.readings or not (found.words or len(found.readings) > 1):
            return None
        first = found.readings[0]
        column = self.spelling(letter)
        written = column.day_text.write(day) if column.day_text is not None else day.isoformat()
        return now[: first.begin] + written + now[first.end :]

    def _write_answer(self, edit: RowEdit, row: int | None, letter: str, want: Response) -> None:
        choices = self.choices(row, letter)
        column = self.spelling(letter)
        try:
            value, told = answer_value(column, want, choices.words if choices else (), bare=self.bare_answers)
        except UnfitError as error:
            raise RefusedValue(
                self.layout.sheet, self.address(row, letter), want.value, error.expected
            ) from None
        edit.values[letter] = (value, Field.RESPONSE)
        if not told:
            del edit.expected[Field.RESPONSE]
            edit.warnings.append(
                f"Sheet “{self.layout.sheet}”, cell {self.address(row, letter)}: the column “{column.header}” says "
                "only whether an answer came, so which one is not in it."
            )

    def _answer_as_status(self, edit: RowEdit, row: int | None, want: Response) -> None:
        """Write an answer as the status that stands for it, where it takes nothing back that the status says."""
        letter = self.letters(Field.STATUS)[0]
        now = self._now(row, letter)
        words = self._status_words(row, letter)
        word = status_of_answer(words, want)
        expected = "an answer that the status column has a word for"
        if word is None:
            raise RefusedValue(self.layout.sheet, self.address(row, letter), want.value, expected)
        self.check_progress(row, letter, now, word)
        edit.values[letter] = (word, Field.STATUS)
        edit.expected[Field.STATUS] = word
        edit.expected[Field.RESPONSE] = want

    def write_stage(self, edit: RowEdit, row: int, stage: Event, answer: Response | None) -> bool:
        """Write the status for a stage, where the column has a word for it; False where it has none."""
        letters = self.letters(Field.STATUS)
        word = status_of_stage(self._status_words(row, letters[0]), stage, answer) if letters else None
        if word is None:
            return False
        self.check_progress(row, letters[0], self._now(row, letters[0]), word)
        edit.values[letters[0]] = (word, Field.STATUS)
        edit.expected[Field.STATUS] = word
        return True

    def check_progress(self, row: int | None, letter: str, now: Value, word: str) -> None:
        """Refuse a status that takes back what the present one proves; a later stage leaves earlier ones behind."""
        if not isinstance(now, str):
            return
        said, new = interpret(now), interpret(word)
        lost = said.events - new.events
        if _stage(new.events) > _stage(said.events):
            lost -= frozenset(STAGES)
        if lost or (said.response is not None and new.response is None):
            reason = f"“{now}” already says more than “{word}”"
            raise EditRefused(
                self.layout.sheet, self.address(row, letter), reason, "Set the status itself, if it is wrong."
            )

    def _status(self, row: int | None, letter: str, want: str) -> str:
        choices = self.choices(row, letter)
        if choices is not None and choices.offers(want) is not None:
            return choices.offers(want) or want
        return status_value(self.spelling(letter), want)

    def _status_words(self, row: int | None, letter: str) -> tuple[str, ...]:
        choices = self.choices(row, letter)
        words = self.spelling(letter).words
        if choices is None:
            return words
        return (*(word for word in words if word in choices.words), *choices.words)

    # ------------------------------------------------------------------ headers and lists

    def _by_header(self, edit: RowEdit, row: int | None, header: str, value: object) -> None:
        """Write a column that was named by its header."""
        match = match_of(self.layout, header)
        self.write_column(edit, row, match.letter, match.header, value)

    def write_column(self, edit: RowEdit, row: int | None, letter: str, name: str, value: object) -> None:
        """Write a value as it is into a column, whichever field it feeds."""
        try:
            written = plain_value(value)
        except UnfitError as error:
            raise RefusedValue(self.layout.sheet, self.address(row, letter), value, error.expected) from None
        if isinstance(written, str):
            written = typed_value(self.spelling(letter), written)
        now = self._now(row, letter)
        if written != now or type(written) is not type(now):
            edit.values[letter] = (self._offered(edit, row, letter, written), name)

    def choices(self, row: int | None, letter: str) -> Choices | None:
        """Find a cell's drop-down list; of a row to come, that of the last record, which grows with it."""
        return self.lists.at(f"{letter}{row or last_record(self.layout) or self.layout.header_row + 1}")

    def _offered(self, edit: RowEdit, row: int | None, letter: str, value: Value) -> Value:
        """Hold a value against the drop-down list of its cell; a word is spelled as the list spells it."""
        choices = self.choices(row, letter)
        if choices is None or value is None or choices.firmness == Firmness.INFORMATION:
            return value
        offered = choices.offers(str(value).upper() if isinstance(value, bool) else str(value))
        if offered is not None:
            return offered if isinstance(value, str) else value
        if self.outside_lists and not choices.firm:
            edit.warnings.append(
                f"Sheet “{self.layout.sheet}”, cell {self.address(row, letter)}: “{value}” is not in its list."
            )
            return value
        raise NotInList(self.layout.sheet, self.address(row, letter), value, choices.words, firm=choices.firm)
