"""Looking at some of the people only: those asked in a period, through a channel, found in some way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.columns import coded, days
from infoviz.stats.grouping import NOT_GIVEN, folded

FACETS = ("channel", "source", "hypothesis", "warmth")
WARM, COLD = "introduced", "cold"

Codes = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Filters:
    """Whom to look at; what is left out leaves nobody out.

    Attributes
    ----------
    begin, end
        The period in which somebody was first asked, ``[begin, end)``. Who was never asked is in no period.
    facets
        By ``"channel"``, ``"source"``, ``"hypothesis"`` or ``"warmth"``: the one value that is wanted.
    """

    begin: date | None = None
    end: date | None = None
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Some:
    """People of a tracker to look at, everybody or a part of them.

    Attributes
    ----------
    people
        Everybody.
    rows
        Whom to look at, True for the rows of their contacts, shape ``(rows,)``.
    """

    people: "People"
    rows: Flags

    @cached_property
    def everybody(self) -> bool:
        """Whether nobody is left out."""
        return bool(self.rows.all())

    @cached_property
    def contacts(self) -> pd.DataFrame:
        """Their rows of the contacts."""
        return self.people.contacts if self.everybody else self.people.contacts[self.rows]

    @cached_property
    def events(self) -> pd.DataFrame:
        """Their events."""
        if self.everybody:
            return self.people.events
        theirs = self.people.contacts.index.to_numpy()[self.rows]
        return self.people.events[np.isin(self.people.rows_of_events, theirs)]


class People:
    """The frames of a tracker, made ready for being looked at in part, again and again.

    Parameters
    ----------
    contacts, events
        The frames of a tracker.
    """

    def __init__(self, contacts: pd.DataFrame, events: pd.DataFrame) -> None:
        self.contacts, self.events = contacts, events
        self._asked = days(contacts, "contacted_on")
        self.rows_of_events = events["row"].to_numpy() if len(events) else np.empty(0, dtype=np.int64)
        self._facets = {name: found for name in FACETS if len((found := _facet(contacts, name))[1]) > 1}

    def values(self, facet: str) -> tuple[str, ...]:
        """Give the values that people are told apart by; empty where the tracker does not tell."""
        return self._facets[facet][1] if facet in self._facets else ()

    def among(self, filters: Filters) -> Some:
        """Choose those whom the filters leave.

        Examples
        --------
        >>> contacts = pd.DataFrame({"channel": ["e-mail", "phone", "E-Mail"]}, index=[4, 5, 6])
        >>> events = pd.DataFrame({"row": [4, 5], "event": ["asked", "asked"]})
        >>> some = People(contacts, events).among(Filters(facets={"channel": "e-mail"}))
        >>> some.contacts.index.tolist(), some.events["row"].tolist()
        ([4, 6], [4])
        """
        chosen = np.ones(len(self.contacts), dtype=bool)
        if filters.begin is not None:
            chosen &= self._asked >= _number(filters.begin)
        if filters.end is not None:
            chosen &= self._asked < _number(filters.end)
        for name, value in filters.facets.items():
            codes, words = self._facets[name]
            chosen &= codes == words.index(value)
        return Some(self, chosen)


def _facet(contacts: pd.DataFrame, name: str) -> tuple[Codes, tuple[str, ...]]:
    """Give the number of each person's value, and the values in alphabetical order, those not given last."""
    column = "referred_by" if name == "warmth" else name
    if column not in contacts.columns:
        return np.empty(0, dtype=np.int64), ()
    codes, words = coded(contacts, column)
    if name == "warmth":
        return (codes < 0).astype(np.int64), (WARM, COLD)
    numbers, values = folded(words)
    found = np.append(numbers, len(values))[codes]  # -1, nothing given, takes the number behind the last
    return found, (*values, NOT_GIVEN) if (codes < 0).any() else tuple(values)


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days
