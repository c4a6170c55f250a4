"""Looking at some of the people only: those asked in a period, through a channel, found in some way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.asking.grouping import NOT_GIVEN, folded
from infoviz.stats.facts.columns import coded, days

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


class Facets:
    """What the people of a tracker are told apart by, made ready for choosing some of them again and again.

    Parameters
    ----------
    contacts
        One row a person.
    """

    def __init__(self, contacts: pd.DataFrame) -> None:
        self._asked = days(contacts, "contacted_on")
        self._facets = {name: found for name in FACETS if len((found := _facet(contacts, name))[1]) > 1}

    def values(self, facet: str) -> tuple[str, ...]:
        """Give the values that people are told apart by; empty where the tracker does not tell."""
        return self._facets[facet][1] if facet in self._facets else ()

    def rows(self, filters: Filters) -> Flags:
        """Tell which rows of the contacts the filters leave, shape ``(rows,)``.

        Examples
        --------
        >>> facets = Facets(pd.DataFrame({"channel": ["e-mail", "phone", "E-Mail"]}))
        >>> facets.rows(Filters(facets={"channel": "e-mail"})).tolist()
        [True, False, True]
        """
        chosen = np.ones(len(self._asked), dtype=bool)
        if filters.begin is not None:
            chosen &= self._asked >= _number(filters.begin)
        if filters.end is not None:
            chosen &= self._asked < _number(filters.end)
        for name, value in filters.facets.items():
            codes, words = self._facets[name]
            chosen &= codes == words.index(value)
        return chosen


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
