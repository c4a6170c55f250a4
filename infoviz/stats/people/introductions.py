"""Who introduced whom: the forest of introductions, what was promised, and how well the network feeds itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, NamedTuple, overload

import numpy as np
import pandas as pd

from infoviz.errors import UnknownPerson
from infoviz.schema.fields import Event, Field
from infoviz.schema.people import name_key
from infoviz.stats.facts.trail import NEVER, UNKNOWN, Integers, Trail, day_number, earliest, places
from infoviz.stats.people.forest import AMBIGUOUS, OUTSIDE
from infoviz.stats.people.introducers import Meaning, names_of
from infoviz.stats.people.network import Network, read_network
from infoviz.stats.people.promises import Promises, read_promises
from infoviz.stats.people.reproduction import Reproduction, reproduction
from infoviz.stats.result import Result
from infoviz.stats.wording import counted


@dataclass(frozen=True, slots=True)
class Introducer:
    """A contact who introduced others, and how many."""

    name: str
    introduced: int


class Member(NamedTuple):
    """One person of the network.

    Attributes
    ----------
    name, organization
        As first written; ``""`` for none.
    row
        The index label of the person's first row; None for somebody who only the log names.
    introducer
        Position in ``members`` of the contact who introduced the person; None for nobody on the list.
    generation
        Introductions on the way from the first of the chain; 0 for those known without one.
    introduced_on
        The day of the introduction, failing that of the first event; None where there is no date.
    met
        Whether the person has been met.
    """

    name: str
    organization: str
    row: Any
    introducer: int | None
    generation: int
    introduced_on: date | None
    met: bool


@dataclass(frozen=True, slots=True)
class Members(Sequence[Member]):
    """People as columns of equal length: a :class:`Member` is made when it is looked at."""

    names: tuple[str, ...]
    organizations: tuple[str, ...]
    rows: tuple[Any, ...]
    introducers: tuple[int | None, ...]
    generations: tuple[int, ...]
    introduced_on: tuple[date | None, ...]
    met: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Member]:
        return map(Member._make, zip(*self._columns, strict=True))

    @overload
    def __getitem__(self, at: int) -> Member: ...
    @overload
    def __getitem__(self, at: slice) -> "Members": ...
    def __getitem__(self, at: int | slice) -> "Member | Members":
        if isinstance(at, slice):
            return Members(*(column[at] for column in self._columns))
        return Member(*(column[at] for column in self._columns))

    @property
    def _columns(self) -> tuple[Any, ...]:
        return (
            self.names,
            self.organizations,
            self.rows,
            self.introducers,
            self.generations,
            self.introduced_on,
            self.met,
        )


@dataclass(frozen=True, slots=True)
class Oddities:
    """What was said of introductions and could not be taken at its word.

    Attributes
    ----------
    outside
        Introducers who are no contacts, and how many people each is said to have introduced.
    ambiguous
        Names that several contacts bear, and how many people each is said to have introduced.
    variants
        Names as they were written, and the contact taken to be meant.
    selves
        People said to have been introduced by themselves.
    circles
        Introducer and person, where the introducer descends from the person.
    late
        Introducer and person, where the person was known or introduced before.
    """

    outside: tuple[tuple[str, int], ...] = ()
    ambiguous: tuple[tuple[str, int], ...] = ()
    variants: tuple[tuple[str, str], ...] = ()
    selves: tuple[str, ...] = ()
    circles: tuple[tuple[str, str], ...] = ()
    late: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Introductions(Result):
    """The forest of introductions.

    Attributes
    ----------
    members
        Everybody, with their introducer and generation. Where only some of the people are to be told of, those and
        whoever stands above them in the forest.
    people, organizations
        How many there are to be told of; organizations are None where no column has them.
    introduced
        People with a known introducer, that is, one who is a contact; None where no column tells.
    generations
        The deepest generation; None where no column tells.
    introducers
        The contacts who introduced others, the one who introduced most first.
    reproduction
        New contacts per interview.
    promises
        Introductions promised, and those delivered.
    oddities
        What could not be taken at its word.
    as_of
        The day at which we look.
    reason
        Why introductions are not known; None where they are.
    """

    members: Members
    people: int
    organizations: int | None
    introduced: int | None
    generations: int | None
    introducers: tuple[Introducer, ...]
    reproduction: Reproduction
    promises: Promises
    oddities: Oddities
    as_of: date
    reason: str | None = None

    @property
    def by_generation(self) -> tuple[int, ...]:
        """How many people are in each generation, from 0 up to the deepest."""
        counts = Counter(self.members.generations)
        return tuple(counts[generation] for generation in range(max(counts, default=-1) + 1))

    def path(self, name: str) -> tuple[str, ...]:
        """Give the names on the way from me to a person: first somebody I knew, last the person.

        Raises
        ------
        UnknownPerson
            Where no contact or more than one bears the name.
        """
        names = names_of(self.members.names, self.members.organizations)
        found = names.whole(name)
        if isinstance(found, Meaning):
            raise UnknownPerson(name, found.value)
        chain: list[str] = []
        at: int | None = found
        while at is not None:
            chain.append(self.members.names[at])
            at = self.members.introducers[at]
        return tuple(reversed(chain))

    def to_frame(self) -> pd.DataFrame:
        """Give one row a person: ``row``, ``name``, ``organization``, ``introducer`` (a name), ``generation``, ..."""
        frame = pd.DataFrame([member._asdict() for member in self.members], columns=list(Member._fields))
        names = [None if at is None else self.members.names[at] for at in self.members.introducers]
        frame["introducer"] = pd.Series(names, dtype="str")
        return frame.astype({"introduced_on": "datetime64[us]"})

    def to_dict(self) -> dict[str, Any]:
        """Give plain values."""
        odd = self.oddities
        given: dict[str, Any] = {
            "as_of": self.as_of.isoformat(),
            "people": self.people,
            "organizations": self.organizations,
            "introduced": self.introduced,
            "generations": self.generations,
            "reproduction": self.reproduction.to_dict(),
            "introducers": [asdict(introducer) for introducer in self.introducers],
            "by_generation": list(self.by_generation) if self.reason is None else None,
            "promises": self.promises.to_dict(),
            "outside": [{"name": name, "introduced": count} for name, count in odd.outside],
            "ambiguous": [{"name": name, "introduced": count} for name, count in odd.ambiguous],
            "name_variants": [{"written": written, "name": name} for written, name in odd.variants],
            "introduced_by_themselves": list(odd.selves),
            "circles": [{"introducer": introducer, "name": name} for introducer, name in odd.circles],
            "known_before": [{"introducer": introducer, "name": name} for introducer, name in odd.late],
        }
        return given if self.reason is None else {**given, "reason": self.reason}

    def __str__(self) -> str:
        if self.reason is not None:
            return f"Who introduced whom is not known by {self.as_of}: {self.reason}."
        outside = sum(count for _, count in self.oddities.outside)
        first, second = [*self.introducers[:2], None, None][:2]
        most = ""
        if first is not None and (second is None or first.introduced > second.introduced):
            most = f", most by {first.name} ({first.introduced})"
        others = f"; {outside} more by somebody outside the list" if outside else ""
        owed = (
            f"; {counted(len(self.promises.owed), 'promised introduction')} still owed"
            if self.promises.owed
            else ""
        )
        over = f", over {counted(self.generations, 'generation')}" if self.generations else ""
        return (
            f"By {self.as_of}, {self.introduced} of {counted(self.people, 'person', 'people')} were introduced by a "
            f"contact{over}{most}{others}{owed}."
        )


def introductions(
    contacts: pd.DataFrame, events: pd.DataFrame | None = None, *, as_of: date, within: int = 28
) -> Introductions:
    """Tell who introduced whom, what was promised, and how many new contacts an interview brings.

    Parameters
    ----------
    contacts
        One row a person; ``referred_by`` names the introducer.
    events
        The paper trail; an event *introduced* dates the introduction of its person by the contact whom its detail,
        failing that ``referred_by``, names.
    as_of
        The day at which we look; later facts do not exist.
    within
        Days that an interview is given to bear fruit before it enters the reproduction number.

    Notes
    -----
    A person's earliest record decides, so that each has one introducer and the whole is a forest. Each introduction
    counts for the introducer's last interview before it, failing that for the first.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> contacts = pd.DataFrame({
    ...     "name": ["Ana Ruiz", "Ben Cho", "Cleo Diaz"],
    ...     "referred_by": [None, "Ruiz, Ana", "Ben"],
    ...     "contacted_on": ["2026-09-01", "2026-09-20", "2026-10-15"],
    ... })
    >>> found = introductions(contacts, as_of=date(2026, 11, 20))
    >>> found.introduced, found.generations, found.path("Cleo Diaz")
    (2, 2, ('Ana Ruiz', 'Ben Cho', 'Cleo Diaz'))
    """
    return introductions_of(read_network(contacts, events, as_of=as_of), within=within)


def introductions_of(network: Network, *, within: int = 28) -> Introductions:
    """Tell like :func:`introductions` of a network that is already read, or of the people chosen from it."""
    table, forest, persons = network.table, network.forest, network.persons
    names = network.whole.trail.people.names
    reason = None
    if Field.REFERRED_BY not in table.fields and not (forest.introducer != UNKNOWN).any():
        reason = f"there is no {Field.REFERRED_BY} column"
    above = forest.introducer[persons]
    introduced = above[above >= 0].tolist()
    ranked = sorted(Counter(introduced).items(), key=lambda item: (-item[1], names[item[0]]))
    organizations = len(network.trail.people.different_organizations())
    return Introductions(
        members=_members(network),
        people=len(persons),
        organizations=organizations if Field.ORGANIZATION in table.fields else None,
        introduced=len(introduced) if reason is None else None,
        generations=int(forest.generation[persons].max(initial=0)) if reason is None else None,
        introducers=tuple(Introducer(names[person], count) for person, count in ranked),
        reproduction=_reproduction(network, reason, within),
        promises=read_promises(network.contacts, table, forest.names),
        oddities=_oddities(network, names),
        as_of=table.as_of,
        reason=reason,
    )


def _members(network: Network) -> Members:
    """Give those to be told of, and the people through whom they were introduced."""
    table, trail, forest = network.whole.table, network.whole.trail, network.forest
    met = np.zeros(len(trail.people), dtype=bool)
    met[: len(table)] = table.met
    met[trail.persons(Event.MET)] = True
    within = _with_ancestors(network.persons, forest.introducer)
    place = np.full(len(met), UNKNOWN)
    place[within] = np.arange(len(within))
    above = forest.introducer[within]
    introducers = place[np.maximum(above, 0)].astype(object)
    introducers[above < 0] = None
    rows = np.append(table.row.astype(object), [None] * len(trail.people.strangers))
    days = forest.day[within].astype("datetime64[D]")  # NEVER is NaT, and so None
    names, organizations = trail.people.names, trail.people.organization_names
    if len(within) < len(names):
        names, organizations = (
            [texts[person] for person in within.tolist()] for texts in (names, organizations)
        )
    return Members(
        tuple(names),
        tuple(organizations),
        tuple(rows[within].tolist()),
        tuple(introducers.tolist()),
        tuple(forest.generation[within].tolist()),
        tuple(days.tolist()),
        tuple(met[within].tolist()),
    )


def _with_ancestors(persons: Integers, introducer: Integers) -> Integers:
    """Add those through whom some people were introduced, up to the first of each chain."""
    found = np.zeros(len(introducer), dtype=bool)
    found[persons] = True
    above = introducer[persons]
    while len(above := np.unique(above[above >= 0])):
        above = above[~found[above]]
        found[above] = True
        above = introducer[above]
    return np.flatnonzero(found)


def _reproduction(network: Network, reason: str | None, within: int) -> Reproduction:
    as_of = network.table.as_of
    met = network.trail.of(Event.MET)  # in order of person and day
    brought = _brought(met, network)
    ripe = met.day <= day_number(as_of) - within
    if reason is None and not (network.forest.introducer != UNKNOWN).any():
        reason = "no introduction is recorded"
    if reason is None:
        return reproduction(brought[ripe], as_of=as_of, within=within)
    return Reproduction(None, None, None, int(ripe.sum()), int(brought[ripe].sum()), within, as_of, reason)


def _brought(met: Trail, network: Network) -> Integers:
    """Count the new contacts that each interview brought, up to the person's next interview."""
    forest = network.forest
    brought = np.zeros(len(met.day), dtype=np.int64)
    held = earliest(met.person, np.arange(len(met.person)), len(met.people))
    child = np.flatnonzero(forest.introducer >= 0)
    parent = network.place[forest.introducer[child]]
    told = parent != UNKNOWN
    told[told] = held[parent[told]] != NEVER
    child, parent = child[told], parent[told]
    at = np.searchsorted(met.places(), places(parent, forest.day[child]), side="right") - 1
    np.add.at(
        brought, np.maximum(at, held[parent]), 1
    )  # the last interview before it, failing that the first
    return brought


def _oddities(network: Network, names: Sequence[str]) -> Oddities:
    forest, persons = network.forest, network.persons
    known = persons[forest.introducer[persons] >= 0]
    meant = zip(forest.written[known].tolist(), forest.introducer[known].tolist(), strict=True)

    def written(meaning: int) -> list[str]:
        names_written: list[str] = forest.written[persons[forest.introducer[persons] == meaning]].tolist()
        return names_written

    def pairs(found: Sequence[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
        told = [(other, person) for other, person in found if network.place[person] != UNKNOWN]
        return tuple(sorted((names[other], names[person]) for other, person in told))

    return Oddities(
        outside=_tally(written(OUTSIDE)),
        ambiguous=_tally(written(AMBIGUOUS)),
        variants=tuple(sorted({(said, names[at]) for said, at in meant if said != names[at]})),
        selves=tuple(sorted(names[person] for person in forest.selves if network.place[person] != UNKNOWN)),
        circles=pairs(forest.circles),
        late=pairs(forest.late),
    )


def _tally(written: list[str]) -> tuple[tuple[str, int], ...]:
    """Count names that read the same, the most frequent first."""
    spellings: dict[str, list[str]] = {}
    for name in written:
        spellings.setdefault(name_key(name), []).append(" ".join(name.split()))
    counts = [(min(names), len(names)) for names in spellings.values()]
    return tuple(sorted(counts, key=lambda item: (-item[1], item[0])))
