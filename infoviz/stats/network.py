"""A tracker read for its network: everybody, what happened when, who introduced whom, and of whom to tell.

Some people can be told of without forgetting the others: who introduced them is looked for among everybody.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.asks import Asks, asks
from infoviz.stats.duplicates import Alike, Duplicate, people_alike, possible_duplicates
from infoviz.stats.forest import Forest, grow
from infoviz.stats.trail import Trail, read_trail

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Network:
    """Everybody in a tracker, and those of them who are to be told of.

    Attributes
    ----------
    contacts
        One row a person.
    table, forest
        The distinct persons, and who introduced whom: everybody's.
    trail
        The dated facts of those who are to be told of.
    chosen
        True for those who are to be told of, shape ``(people,)``; after the persons of ``table`` come those whom
        only the log names.
    whole
        The network of everybody; None where this is it.
    """

    contacts: pd.DataFrame
    table: Asks
    trail: Trail
    forest: Forest
    chosen: Flags
    whole: "Network | None" = None

    def among(self, rows: Flags) -> "Network":
        """Choose the persons who have one of some rows of ``contacts``, True for those, shape ``(rows,)``."""
        chosen = np.zeros(len(self.chosen), dtype=bool)
        chosen[self.table.person[rows]] = True
        trail = self.trail.where(chosen[self.trail.person])
        return replace(self, trail=trail, chosen=chosen, whole=self.whole or self)

    @cached_property
    def alike(self) -> Alike:
        """People who may be one and the same, whether to be told of or not."""
        return people_alike(self.contacts, self.table) if self.whole is None else self.whole.alike

    @property
    def possible_duplicates(self) -> tuple[Duplicate, ...]:
        """Those to be told of who may have been entered twice."""
        return possible_duplicates(self.alike, self.table, self.chosen)


def read_network(contacts: pd.DataFrame, events: pd.DataFrame | None, *, as_of: date) -> Network:
    """Read a tracker for its network.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.

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
    >>> some.chosen.tolist(), some.forest.introducer.tolist()
    ([False, True], [-1, 0])
    """
    table = asks(contacts, as_of=as_of)
    trail = read_trail(contacts, events, table)
    return Network(
        contacts=contacts,
        table=table,
        trail=trail,
        forest=grow(contacts, events, table, trail),
        chosen=np.ones(len(trail.people), dtype=bool),
    )
