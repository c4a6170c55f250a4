"""A tracker read for its network: everybody, what happened when, who introduced whom, and of whom to tell.

Some people can be told of without forgetting the others: who introduced them is looked for among everybody.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.facts.asks import Asks, asks
from infoviz.stats.facts.trail import UNKNOWN, Integers, Trail, read_trail
from infoviz.stats.people.duplicates import Alike, Duplicate, people_alike, possible_duplicates
from infoviz.stats.people.forest import Forest, grow

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Network:
    """Everybody in a tracker, or those of them who are to be told of.

    Attributes
    ----------
    contacts, events
        One row a person; the paper trail.
    table, trail
        The distinct persons who are to be told of, and their dated facts.
    persons
        Where those who are to be told of stand among everybody, ascending, shape ``(people,)``.
    """

    contacts: pd.DataFrame
    events: pd.DataFrame | None
    table: Asks
    trail: Trail
    persons: Integers
    _whole: "Network | None" = None

    @property
    def whole(self) -> "Network":
        """The network of everybody."""
        return self._whole or self

    def among(self, rows: Flags) -> "Network":
        """Choose the persons who have one of some rows of ``contacts``, True for those, shape ``(rows,)``."""
        whole = self.whole
        persons = np.unique(whole.table.person[rows])
        trail = whole.trail.among(persons)
        return replace(whole, table=trail.people.table, trail=trail, persons=persons, _whole=whole)

    @cached_property
    def place(self) -> Integers:
        """Number of each of everybody among those who are to be told of; -1 for the others."""
        place = np.full(len(self.whole.trail.people), UNKNOWN)
        place[self.persons] = np.arange(len(self.persons))
        return place

    @cached_property
    def forest(self) -> Forest:
        """Who introduced whom, of everybody."""
        whole = self.whole
        return grow(self.contacts, self.events, self.table, self.trail) if whole is self else whole.forest

    @cached_property
    def alike(self) -> Alike:
        """Those of everybody who may be one and the same."""
        return people_alike(self.contacts, self.table) if self.whole is self else self.whole.alike

    @property
    def possible_duplicates(self) -> tuple[Duplicate, ...]:
        """Those to be told of who may have been entered twice."""
        return possible_duplicates(self.alike, self.whole.table, self.place != UNKNOWN)


def read_network(
    contacts: pd.DataFrame, events: pd.DataFrame | None, *, as_of: date, within: int = 28
) -> Network:
    """Read a tracker for its network.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.
    within
        Days after which an unanswered ask is silent rather than waiting.

    Examples
    --------
    >>> import pandas as pd
    >>> contacts = pd.DataFrame({
    ...     "name": ["Ana Ruiz", "Ben Cho"],
    ...     "channel": ["phone", "e-mail"],
    ...     "referred_by": [None, "Ana"],
    ...     "contacted_on": ["2026-11-02", "2026-11-09"],
    ... })
    >>> network = read_network(contacts, None, as_of=date(2026, 11, 20))
    >>> some = network.among((contacts["channel"] == "e-mail").to_numpy())
    >>> some.table.name.tolist(), some.forest.introducer[some.persons].tolist()
    (['Ben Cho'], [0])
    """
    table = asks(contacts, as_of=as_of, within=within)
    trail = read_trail(contacts, events, table)
    return Network(contacts, events, table, trail, np.arange(len(trail.people)))
