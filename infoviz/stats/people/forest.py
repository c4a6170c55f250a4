"""Who introduced whom, as a forest: at most one introducer each, and nobody descends from themselves.

A person's earliest record decides. Whoever was known before somebody suggested them was not introduced;
whoever was suggested twice was introduced by the earlier. An introduction by oneself, or by somebody who
descends from oneself, cannot have made one known and is set aside.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.fields import EVENTS, Event, Field
from infoviz.schema.words import plain
from infoviz.stats.facts.asks import Asks
from infoviz.stats.facts.columns import Written, codes_of, written
from infoviz.stats.facts.trail import NEVER, UNKNOWN, Integers, People, Trail
from infoviz.stats.people.introducers import Meaning, Names, names_of

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
    details: Written = ()
    if events is not None and trail.has(Event.INTRODUCED):
        details = written(events, "detail")
    return _grown(trail, table, written(contacts, Field.REFERRED_BY), details)


@lru_cache(maxsize=2)
def _grown(trail: Trail, table: Asks, referred_by: Written, details: Written) -> Forest:
    """Settle it from the cells of two columns; growth and introductions ask it of the same, so the last are kept."""
    people = trail.people
    names = names_of(tuple(people.names), tuple(people.organization_names))
    forest = _settled(_records(trail, table, referred_by, details, names), trail, names)
    for array in (forest.introducer, forest.day, forest.generation, forest.written):
        array.flags.writeable = False
    return forest


def _records(trail: Trail, table: Asks, referred_by: Written, details: Written, names: Names) -> _Records:
    codes, words = codes_of(referred_by)
    codes = np.where(trail.ahead, UNKNOWN, codes)  # code -1 = blank
    found = np.array([_number(names.find(word)) for word in words] + [UNKNOWN], dtype=np.int64)
    rows = _Records(
        table.person,
        found[codes],
        trail.first_days_of_rows(),
        np.array([*words, ""], dtype=object)[codes],
    )
    logged = np.flatnonzero((trail.kind == EVENTS.index(Event.INTRODUCED)) & (trail.position >= 0))
    return _with_log(rows, details, trail.where(logged), names) if len(logged) else rows


def _with_log(rows: _Records, details: Written, log: Trail, names: Names) -> _Records:
    """Add the logged introductions; where their detail names nobody, ``referred_by`` says who it was."""
    suggestions: dict[int, tuple[int, str]] = {}
    suggested = np.flatnonzero(rows.introducer != UNKNOWN).tolist()
    for at in sorted(
        suggested, key=lambda at: (rows.day[at] == NEVER, rows.day[at], plain(str(rows.written[at])))
    ):
        suggestions.setdefault(int(rows.person[at]), (int(rows.introducer[at]), str(rows.written[at])))
    added: list[tuple[int, int, int, str]] = []
    for person, day, position in zip(
        log.person.tolist(), log.day.tolist(), log.position.tolist(), strict=True
    ):
        said = details[position]
        detail = _BY.sub("", said.strip() if isinstance(said, str) else "")
        other = names.whole(detail)
        if isinstance(other, Meaning):
            if person in suggestions:
                introducer, name = suggestions[person]
                added.append((person, introducer, day, name))
        elif suggestions.get(other, (UNKNOWN, ""))[0] == person:
            added.append((other, person, day, suggestions[other][1]))
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
    """Let each person's earliest record decide, and set aside what cannot have made anybody known."""
    people = trail.people
    introducer = np.full(len(people), UNKNOWN, dtype=np.int64)
    day = trail.first_days()
    written = np.full(len(people), "", dtype=object)
    suggested = np.zeros(len(people), dtype=bool)
    suggested[records.person[records.introducer != UNKNOWN]] = True
    at = np.flatnonzero(suggested[records.person])
    deciding = _deciding(records, at)
    told = deciding[records.introducer[deciding] != records.person[deciding]]
    told = told[records.introducer[told] != UNKNOWN]
    decided_by = np.full(len(people), UNKNOWN, dtype=np.int64)
    decided_by[records.person[told]] = told
    introducer[records.person[told]] = records.introducer[told]
    generation, in_circles = generations(introducer)
    closing = _closing(introducer, in_circles, lambda person: _age(records, people, int(decided_by[person])))
    circles = {(int(introducer[person]), person) for person in closing}
    if closing:
        introducer[closing] = UNKNOWN
        generation, _ = generations(introducer)
    chosen = told[introducer[records.person[told]] != UNKNOWN]
    day[records.person[chosen]] = records.day[chosen]
    written[records.person[chosen]] = records.written[chosen]
    selves = np.unique(records.person[at][records.introducer[at] == records.person[at]])
    forest = Forest(introducer, day, generation, written, tuple(selves.tolist()), (), (), names)
    late = set[tuple[int, int]]()
    if len(deciding) < len(at):
        late = _later(records, np.setdiff1d(at, deciding, assume_unique=True))
    circles |= {(other, person) for other, person in late if person in forest.path(other)}
    late = {(other, person) for other, person in late - circles if introducer[person] != other}
    return replace(forest, circles=tuple(sorted(circles)), late=tuple(sorted(late)))


def _deciding(records: _Records, at: Integers) -> Integers:
    """Positions of each person's earliest record, undated ones last.

    On one day a record with an introducer goes before one without; the introducer's name settles the rest, so
    that the order of the rows does not.
    """
    person, unknown = records.person[at], records.introducer[at] == UNKNOWN
    if np.bincount(person, minlength=1).max() < 2:  # nobody has two
        return at
    day = np.where(records.day[at] == NEVER, np.iinfo(np.int64).max, records.day[at])
    order = np.lexsort((unknown, day, person))
    at, person, unknown, day = at[order], person[order], unknown[order], day[order]
    first = np.flatnonzero(np.diff(person, prepend=UNKNOWN))
    alike = np.zeros(len(at), dtype=bool)  # each record and the next
    alike[:-1] = (person[1:] == person[:-1]) & (day[1:] == day[:-1]) & (unknown[1:] == unknown[:-1])
    deciding = at[first]
    for place in np.flatnonzero(alike[first]).tolist():
        begin = end = int(first[place])
        while alike[end]:
            end += 1
        deciding[place] = min(at[begin : end + 1].tolist(), key=lambda one: plain(str(records.written[one])))
    return deciding


def _age(records: _Records, people: People, at: int) -> tuple[bool, int, str, str, str]:
    """By what the records of a circle are brought into order, whatever the order of the rows."""
    person, day = int(records.person[at]), int(records.day[at])
    words = people.names[person], people.organization_names[person], str(records.written[at])
    return day == NEVER, day, plain(words[0]), plain(words[1]), plain(words[2])


def _later(records: _Records, at: Integers) -> set[tuple[int, int]]:
    """Pairs of introducer and person of records that did not decide."""
    known = at[(records.introducer[at] >= 0) & (records.introducer[at] != records.person[at])]
    return set(zip(records.introducer[known].tolist(), records.person[known].tolist(), strict=True))


def generations(introducer: Integers) -> tuple[Integers, Integers]:
    """Count how many introductions lead to each person; with the people of circles, whose chains never end."""
    known = introducer >= 0
    above = np.where(known, introducer, np.arange(len(introducer)))
    generation = known.astype(np.int64)
    for _ in range(len(introducer).bit_length()):  # each pass doubles the steps taken
        if not known[above].any():
            break
        generation += generation[above]
        above = above[above]
    return generation, np.unique(
        above[known[above]]
    )  # so many steps lead into a circle, to each of its people


def _closing(introducer: Integers, in_circles: Integers, age: Callable[[int], tuple[Any, ...]]) -> list[int]:
    """Give the person of each circle whose record is the latest, for it is the one that closes the circle."""
    closing = []
    seen = set[int]()
    for start in in_circles.tolist():
        circle, person = list[int](), start
        while person not in seen:
            seen.add(person)
            circle.append(person)
            person = int(introducer[person])
        if circle:
            closing.append(max(circle, key=age))
    return closing
