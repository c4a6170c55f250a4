"""Who introduced whom, as a forest: at most one introducer each, and nobody descends from themselves.

A person's earliest record decides. Whoever was known before somebody suggested them was not introduced;
whoever was suggested twice was introduced by the earlier. An introduction by oneself, or by somebody who
descends from oneself, cannot have made one known and is set aside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.fields import EVENTS, Event, Field
from infoviz.schema.words import plain
from infoviz.stats.asks import Asks
from infoviz.stats.columns import texts
from infoviz.stats.introducers import Meaning, Names, names_of
from infoviz.stats.trail import NEVER, UNKNOWN, Integers, Trail, earliest

OUTSIDE = -2
AMBIGUOUS = -3
_BY = re.compile(r"^\s*(?:introduced\s+)?(?:by|via|through|from)\s+", re.IGNORECASE)
_MEANINGS = {Meaning.NOBODY: UNKNOWN, Meaning.OUTSIDE: OUTSIDE, Meaning.AMBIGUOUS: AMBIGUOUS}


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Who introduced whom.

    Attributes
    ----------
    introducer
        Number of each person's introducer, shape ``(people,)``; -1 for nobody, -2 for somebody outside
        the list, -3 for a name that several contacts bear.
    day
        Day number of each person's introduction, failing that of their first event; `NEVER` for none.
    generation
        How many introductions lead to each person; 0 for those known without one.
    written
        The introducer's name as it was written for each person, ``""`` for none.
    selves, circles
        People said to have been introduced by themselves; pairs of introducer and person that close a circle.
    late
        Pairs of introducer and person who was known already.
    names
        The ways in which each person's name may be written.
    """

    introducer: Integers
    day: Integers
    generation: Integers
    written: npt.NDArray[np.object_]
    selves: tuple[int, ...]
    circles: tuple[tuple[int, int], ...]
    late: tuple[tuple[int, int], ...]
    names: Names

    def path(self, person: int) -> list[int]:
        """Give the people from the first of a chain to a person."""
        chain = [person]
        while self.introducer[chain[-1]] >= 0:
            chain.append(int(self.introducer[chain[-1]]))
        return chain[::-1]


@dataclass(frozen=True, slots=True, eq=False)
class _Records:
    """What the tracker says of who suggested whom, one a row or event."""

    person: Integers
    introducer: Integers
    day: Integers
    written: npt.NDArray[np.object_]


def grow(contacts: pd.DataFrame, events: pd.DataFrame | None, table: Asks, trail: Trail) -> Forest:
    """Settle who introduced whom.

    Parameters
    ----------
    contacts, events
        The tracker; ``referred_by`` and the events *introduced* speak.
    table, trail
        The persons and the dated facts of the same tracker.
    """
    people = trail.people
    names = names_of(tuple(people.names), tuple(people.organization_names))
    records = _records(contacts, events, table, trail, names)
    return _settled(records, trail, names)


def _records(
    contacts: pd.DataFrame, events: pd.DataFrame | None, table: Asks, trail: Trail, names: Names
) -> _Records:
    written = texts(contacts, Field.REFERRED_BY)
    written[trail.ahead] = None
    codes, uniques = pd.factorize(written)
    found = np.array([_number(names.find(text)) for text in uniques] + [UNKNOWN], dtype=np.int64)
    by_row = trail.row >= 0
    rows = _Records(
        table.person,
        found[codes],
        earliest(trail.row[by_row], trail.day[by_row], len(contacts)),
        np.where(codes >= 0, written, ""),
    )
    logged = np.flatnonzero((trail.kind == EVENTS.index(Event.INTRODUCED)) & (trail.position >= 0))
    if events is None or not len(logged):
        return rows
    return _with_log(rows, texts(events, "detail"), trail.where(logged), names)


def _with_log(rows: _Records, details: npt.NDArray[np.object_], log: Trail, names: Names) -> _Records:
    """Add the logged introductions; where their detail names nobody, ``referred_by`` says who it was."""
    said: dict[int, tuple[int, str]] = {}
    suggested = np.flatnonzero(rows.introducer != UNKNOWN).tolist()
    for at in sorted(
        suggested, key=lambda at: (rows.day[at] == NEVER, rows.day[at], plain(str(rows.written[at])))
    ):
        said.setdefault(int(rows.person[at]), (int(rows.introducer[at]), str(rows.written[at])))
    added: list[tuple[int, int, int, str]] = []
    for person, day, position in zip(
        log.person.tolist(), log.day.tolist(), log.position.tolist(), strict=True
    ):
        detail = _BY.sub("", details[position] or "")
        other = names.whole(detail)
        if isinstance(other, Meaning):
            if person in said:
                introducer, written = said[person]
                added.append((person, introducer, day, written))
        elif said.get(other, (UNKNOWN, ""))[0] == person:
            added.append((other, person, day, said[other][1]))
        else:
            added.append((person, other, day, detail))
    if not added:
        return rows
    persons, introducers, days, names_written = zip(*added, strict=True)
    return _Records(
        np.append(rows.person, persons),
        np.append(rows.introducer, introducers),
        np.append(rows.day, days),
        np.append(rows.written, np.array(names_written, dtype=object)),
    )


def _number(found: int | Meaning) -> int:
    return _MEANINGS[found] if isinstance(found, Meaning) else found


def _settled(records: _Records, trail: Trail, names: Names) -> Forest:
    people = trail.people
    introducer = np.full(len(people), UNKNOWN, dtype=np.int64)
    day = trail.first_days()
    written = np.full(len(people), "", dtype=object)
    top = list(range(len(people)))
    selves, late, circles = set[int](), set[tuple[int, int]](), set[tuple[int, int]]()
    decided = set[int]()
    for at in _by_age(records, people.names, people.organization_names):
        person, other = int(records.person[at]), int(records.introducer[at])
        if person == other:
            selves.add(person)
        elif other >= 0 and person in decided:
            late.add((other, person))
        elif other >= 0 and _topmost(top, other) == person:
            circles.add((other, person))
        elif other != UNKNOWN and person not in decided:
            introducer[person], written[person], day[person] = other, records.written[at], records.day[at]
            top[person] = other if other >= 0 else person
        decided.add(person)
    forest = Forest(introducer, day, _generations(introducer), written, tuple(sorted(selves)), (), (), names)
    circles |= {(other, person) for other, person in late if person in forest.path(other)}
    late = {(other, person) for other, person in late - circles if introducer[person] != other}
    return replace(forest, circles=tuple(sorted(circles)), late=tuple(sorted(late)))


def _by_age(records: _Records, names: list[str], organizations: list[str]) -> Iterator[int]:
    """Positions of the records that matter from the earliest to the latest, undated ones last.

    On one day a record with an introducer goes before one without; names settle the rest, so that the
    order of the rows does not.
    """
    suggested = np.unique(records.person[records.introducer != UNKNOWN])
    rows = np.flatnonzero(np.isin(records.person, suggested)).tolist()

    def age(at: int) -> tuple[bool, int, bool, str, str, str]:
        person, other, day = records.person[at], records.introducer[at], int(records.day[at])
        unknown = bool(other == UNKNOWN)
        return (
            day == NEVER,
            day,
            unknown,
            plain(names[person]),
            plain(organizations[person]),
            plain(records.written[at]),
        )

    return iter(sorted(rows, key=age))


def _topmost(top: list[int], person: int) -> int:
    """First of the chain that leads to a person; shortens the chain on the way."""
    first = person
    while top[first] != first:
        first = top[first]
    while top[person] != first:
        top[person], person = first, top[person]
    return first


def _generations(introducer: Integers) -> Integers:
    generation = np.where(introducer >= 0, UNKNOWN, 0)
    for person in np.flatnonzero(introducer >= 0).tolist():
        chain = []
        while generation[person] == UNKNOWN:
            chain.append(person)
            person = int(introducer[person])
        for steps, member in enumerate(reversed(chain), start=1):
            generation[member] = generation[person] + steps
    return generation
