"""People who may have been entered twice: listed for their owner to judge, never merged."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.facts.asks import Asks
from infoviz.stats.facts.columns import texts
from infoviz.stats.people.introducers import all_said

Alike = dict[str, list[tuple[int, ...]]]
Flags = npt.NDArray[np.bool_]

_SCHEME = re.compile(r"^https?://(www\.)?|^mailto:")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """People who may be one and the same.

    Attributes
    ----------
    rows
        The index label of each person's first row.
    names
        The name of each as it is written.
    same
        What they share: ``"name"``, ``"email"`` or ``"link"``.
    """

    rows: tuple[Any, ...]
    names: tuple[str, ...]
    same: str

    def to_dict(self) -> dict[str, Any]:
        """Give plain values."""
        rows = [row.item() if hasattr(row, "item") else row for row in self.rows]
        return {"rows": rows, "names": list(self.names), "same": self.same}


def people_alike(contacts: pd.DataFrame, table: Asks) -> Alike:
    """Find the people who share a name, an e-mail address or a link, and yet count as several.

    Parameters
    ----------
    contacts
        One row a person.
    table
        The distinct persons of ``contacts``.

    Returns
    -------
    dict
        For each thing that can be shared the groups that share it, people as positions in ``table``.
    """
    return {
        "name": _alike(tuple(table.name.tolist())) if "name" in contacts else [],
        "email": _at_one_address(contacts, table, "email"),
        "link": _at_one_address(contacts, table, "link"),
    }


def possible_duplicates(alike: Alike, table: Asks, chosen: Flags) -> tuple[Duplicate, ...]:
    """List those of the people alike who are chosen.

    Parameters
    ----------
    alike
        As :func:`people_alike` gives it.
    table
        The distinct persons.
    chosen
        True for those of whom is to be told, shape ``(people,)`` or longer.
    """
    found = []
    seen = set[tuple[int, ...]]()
    for same, groups in alike.items():
        for group in groups:
            people = tuple(person for person in group if chosen[person])
            if len(people) > 1 and people not in seen:
                seen.add(people)
                rows = tuple(table.row[person] for person in people)
                found.append(Duplicate(rows, tuple(table.name[person] for person in people), same))
    return tuple(found)


def _at_one_address(contacts: pd.DataFrame, table: Asks, field: str) -> list[tuple[int, ...]]:
    """Positions of the people any of whose rows give the same address, together."""
    if field not in contacts:
        return []
    sharing = dict[str, set[int]]()
    for person, text in zip(table.person.tolist(), texts(contacts, field).tolist(), strict=True):
        address = _SCHEME.sub("", text.casefold()).partition("?")[0].rstrip("/") if text else ""
        if address and person >= 0:
            sharing.setdefault(address, set()).add(person)
    return [tuple(sorted(people)) for people in sharing.values() if len(people) > 1]


@lru_cache(maxsize=2)
def _alike(names: tuple[str, ...]) -> list[tuple[int, ...]]:
    """Positions of the names of the same words in any order; for the same names only once."""
    return _sharing(list(map("".join, map(sorted, map(str.split, all_said(names))))))


def _sharing(values: list[str]) -> list[tuple[int, ...]]:
    """Positions of the values that occur more than once, together."""
    if len(set(values)) == len(values):
        return []
    several = {value for value, people in Counter(values).items() if people > 1 and value}
    sharing = dict[str, list[int]]()
    for person, value in enumerate(values):
        if value in several:
            sharing.setdefault(value, []).append(person)
    return [tuple(people) for people in sharing.values()]
