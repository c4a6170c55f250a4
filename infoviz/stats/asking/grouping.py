"""Which groups the people of a tracker fall into, by any column of theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.facts.asks import Asks
from infoviz.stats.facts.columns import coded, days

NOT_GIVEN = "not given"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Positions = npt.NDArray[np.int64]

_NEEDS = {"warmth": "referred_by", "weekday": "contacted_on"}


def lacking(contacts: pd.DataFrame, by: str) -> str:
    """Name the column that a grouping needs and the frame lacks, ``""`` where nothing is lacking."""
    needed = _NEEDS.get(by, by)
    return "" if needed in contacts.columns else needed


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Groups of people, each of them its name and the positions of its people.

    Attributes
    ----------
    names
        The name of each group.
    people
        The people of all groups, one group after the other.
    ends
        Where the people of each group end.
    """

    names: Sequence[str]
    people: Positions
    ends: Positions

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, at: int) -> tuple[str, Positions]:
        """Give one of the groups."""
        return self.names[at], self.people[self.ends[at - 1] if at else 0 : self.ends[at]]

    def __iter__(self) -> Iterator[tuple[str, Positions]]:
        return map(self.__getitem__, range(len(self)))

    def sizes(self, counting: npt.NDArray[np.bool_]) -> Positions:
        """Count of each group those people who count, given as True for everybody's position."""
        so_far = np.cumsum(counting[self.people])[self.ends - 1]  # no group is without people
        sizes: Positions = np.diff(so_far, prepend=0)
        return sizes

    def among(self, chosen: npt.NDArray[np.bool_]) -> Positions:
        """Give the people of the groups chosen, whoever is in several of them as often."""
        return self.people[np.repeat(chosen, np.diff(self.ends, prepend=0))]


def grouped(contacts: pd.DataFrame, table: Asks, by: str) -> Groups:
    """Give the groups of the people asked.

    Parameters
    ----------
    contacts
        The frame from which the table of asks was made.
    table
        Its asks.
    by
        A column, or ``"warmth"`` (introduced by somebody, or cold) or ``"weekday"`` (of the ask). A person
        belongs to each of their ``tags`` (parted by commas or semicolons), so these groups overlap.
    """
    asked = np.flatnonzero(table.asked)
    codes, words = _labels(contacts, table, by)
    codes = codes[asked]
    if by == "tags":
        owner, codes, words = _parted(codes, words)
        asked = asked[owner]
    numbers, words = folded(words)
    codes = numbers[codes]
    small = codes.astype(np.min_scalar_type(len(words)))  # which is sorted sooner
    sizes = np.bincount(codes, minlength=len(words))
    filled = np.flatnonzero(sizes)
    names = [words[at] for at in filled.tolist()]
    return Groups(names, asked[np.argsort(small, kind="stable")], np.cumsum(sizes)[filled])


def _labels(contacts: pd.DataFrame, table: Asks, by: str) -> tuple[Positions, list[str]]:
    """Label of each person, as its number among the labels."""
    if by == "weekday":
        weekday = (table.contacted.astype(np.int64) + 3) % 7
        return np.where(table.dated, weekday, len(WEEKDAYS)), [*WEEKDAYS, NOT_GIVEN]
    codes, words = coded(contacts, _NEEDS.get(by, by))
    codes = _of_people(codes, words, contacts, table)
    if by == "warmth":
        return (codes < 0).astype(np.int64), ["introduced", "cold"]
    return np.where(codes < 0, len(words), codes), [*words, NOT_GIVEN]


def _of_people(codes: Positions, words: Sequence[str], contacts: pd.DataFrame, table: Asks) -> Positions:
    """Give each person's code: of several rows that of the earliest ask that has one, in whatever order they stand."""
    if len(table) == np.count_nonzero(table.person >= 0):
        return codes[table.position]
    rows = np.flatnonzero((table.person >= 0) & (codes >= 0))
    person, day = table.person[rows], days(contacts, "contacted_on")[rows]
    rank, _ = folded(words)
    rows = rows[np.lexsort((rank[codes[rows]], np.where(np.isnan(day), np.inf, day), person))]
    first = rows[np.diff(table.person[rows], prepend=-1) > 0]
    found = np.full(len(table), -1, dtype=np.int64)
    found[table.person[first]] = codes[first]
    return found


def folded(words: Sequence[str]) -> tuple[Positions, list[str]]:
    """Give words their numbers in alphabetical order; "E-mail" and "e-mail" are one, as first spelled."""
    folds = [word.casefold() for word in words]
    order = {fold: number for number, fold in enumerate(sorted(set(folds)))}
    spellings = dict(zip(reversed(folds), reversed(words), strict=True))
    return np.array([order[fold] for fold in folds], dtype=np.int64), [spellings[fold] for fold in order]


def _parted(codes: Positions, cells: Sequence[str]) -> tuple[Positions, Positions, list[str]]:
    """Part cells of several tags: for every tag of every cell whose it is, and its number among the tags."""
    tags = [_tags(cell) for cell in cells]
    numbers = {tag: number for number, tag in enumerate(dict.fromkeys(chain.from_iterable(tags)))}
    flat = np.array([numbers[tag] for tag in chain.from_iterable(tags)], dtype=np.int64)
    counts = np.array([len(each) for each in tags], dtype=np.int64)
    here = counts[codes]
    owner = np.repeat(np.arange(len(codes)), here)
    within = np.arange(len(owner)) - (np.cumsum(here) - here)[owner]
    return owner, flat[(np.cumsum(counts) - counts)[codes][owner] + within], list(numbers)


def _tags(cell: str) -> list[str]:
    tags = {tag.strip().casefold(): tag.strip() for tag in cell.replace(";", ",").split(",")}
    return [tag for fold, tag in tags.items() if fold] or [NOT_GIVEN]
