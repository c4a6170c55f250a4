"""A table of people from a list of its columns, with the truth of each column beside it."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.trackers.files import Cell
from tests.trackers.folk import Person

Saying = Callable[[Person], Cell]

ATTRIBUTES = {
    "name": "name",
    "organization": "organization",
    "phone": "phone",
    "email": "email",
    "contacted_on": "asked",
    "nudged_on": "nudged",
    "responded_on": "replied",
    "response": "response",
    "met_on": "met",
    "minutes": "minutes",
    "thanked_on": "thanked",
    "follow_up_on": "follow_up",
    "last_touch_on": "last_touch",
    "asked": "asked",
    "nudged": "nudged",
    "responded": "replied",
    "met": "met",
    "thanked": "thanked",
}
MARKS = {"asked", "nudged", "responded", "met", "thanked"}


@dataclass(frozen=True)
class Col:
    """A column: its header, what its keeper writes into it, and what it feeds.

    Attributes
    ----------
    header
        The header, as it stands in the sheet.
    says
        What is written for a person: a function, or the same for everyone.
    field
        The fields that it feeds, parted by blanks; none where it must stay unmapped.
    either
        Fields that are acceptable beside.
    truth
        The names of the facts to hold against the frame where they are not those of `field`, parted by blanks
        (``"responded"`` for a column of yes and no); ``"-"`` for none.
    """

    header: str
    says: Saying | Cell
    field: str = ""
    either: str = ""
    truth: str = ""


@dataclass(frozen=True)
class Table:
    """The header row, the rows of people and the truth of the columns."""

    head: list[Cell]
    rows: list[list[Cell]]
    columns: dict[str, str | list[str]]
    unmapped: frozenset[str]
    either: dict[str, frozenset[str]]
    facts: list[dict[str, Any]]

    def cells(self, first_row: int) -> dict[tuple[int, str], Any]:
        """Give the facts by sheet row, where the people stand in consecutive rows."""
        return self.cells_at(range(first_row, first_row + len(self.facts)))

    def cells_at(self, numbers: Iterable[int]) -> dict[tuple[int, str], Any]:
        """Give the facts by sheet row."""
        known = zip(numbers, self.facts, strict=True)
        return {(row, name): value for row, facts in known for name, value in facts.items()}

    def truth(self) -> dict[str, Any]:
        """Give what a case wants to know of the columns, as its arguments."""
        return {"columns": self.columns, "unmapped": self.unmapped, "either": self.either}


def pick(*choices: Cell) -> Saying:
    """Write one of these, always the same for the same person and choices."""

    def says(person: Person) -> Cell:
        return random.Random(f"{person.email} {choices}").choice(choices)

    return says


def after(moment: str, *choices: Cell) -> Saying:
    """Write one of these once the moment (asked, replied, met, ...) has come, nothing before."""
    inner = pick(*choices)
    return lambda person: inner(person) if getattr(person, moment) else None


def on(moment: str, form: str) -> Saying:
    """Write the day of a moment in a form such as ``{d:%d.%m.%Y}`` or ``{d.month}/{d.day}/{d.year}``."""

    def says(person: Person) -> Cell:
        day: date | None = getattr(person, moment)
        return form.format(d=day) if day else None

    return says


def mark(moment: str, yes: Cell, no: Cell = None) -> Saying:
    """Write a mark where the moment has come, another where it has not."""
    return lambda person: yes if getattr(person, moment) else no


def words(**by_response: Cell) -> Saying:
    """Write the keeper's word for the response; `none` for an ask without one."""

    def says(person: Person) -> Cell:
        return by_response.get(person.response or "none") if person.asked else None

    return says


def get(attribute: str) -> Saying:
    """Write what is known of the person as it is."""

    def says(person: Person) -> Cell:
        value: Cell = getattr(person, attribute)
        return value

    return says


def _facts(person: Person, columns: Sequence[Col], own: Mapping[str, Saying]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for column in columns:
        for name in (column.truth or column.field).split():
            if name in own:
                facts[name] = own[name](person)
            elif name in ATTRIBUTES:
                value = getattr(person, ATTRIBUTES[name])
                facts[name] = value is not None if name in MARKS else value
    return facts


def table(people: Sequence[Person], columns: Sequence[Col], **own: Callable[[Person], Any]) -> Table:
    """Write people into columns; `own` gives facts that differ from the person's plain ones."""
    fed: dict[str, list[str]] = {}
    for column in columns:
        for name in column.field.split():
            fed.setdefault(name, []).append(" ".join(column.header.split()))
    either = {" ".join(c.header.split()): frozenset(c.either.split()) for c in columns if c.either}
    free = {" ".join(c.header.split()) for c in columns if not c.field and not c.either and c.header}
    return Table(
        head=[column.header or None for column in columns],
        rows=[[c.says(p) if callable(c.says) else c.says for c in columns] for p in people],
        columns={name: headers[0] if len(headers) == 1 else headers for name, headers in fed.items()},
        unmapped=frozenset(free),
        either=either,
        facts=[_facts(p, columns, own) for p in people],
    )
