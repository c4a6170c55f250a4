"""People who may have been entered twice: listed for their owner to judge, never merged."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from infoviz.schema.words import plain
from infoviz.stats.asks import Asks
from infoviz.stats.columns import texts

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


def possible_duplicates(contacts: pd.DataFrame, table: Asks) -> tuple[Duplicate, ...]:
    """List the people who share a name, an e-mail address or a link, and yet count as several.

    Parameters
    ----------
    contacts
        One row a person.
    table
        The distinct persons of ``contacts``.
    """
    found = []
    seen = set[tuple[int, ...]]()
    for same in ("name", "email", "link"):
        for people in _sharing(_written(contacts, table, same)):
            if people not in seen:
                seen.add(people)
                rows = tuple(table.row[person] for person in people)
                found.append(Duplicate(rows, tuple(table.name[person] for person in people), same))
    return tuple(found)


def _written(contacts: pd.DataFrame, table: Asks, field: str) -> list[str]:
    """Give what each person's field comes down to, ``""`` for nothing."""
    if field not in contacts:
        return []
    if field == "name":
        return [_in_any_order(name) for name in table.name.tolist()]
    written = texts(contacts, field)[table.position].tolist()
    return [
        _SCHEME.sub("", text.casefold()).partition("?")[0].rstrip("/") if text else "" for text in written
    ]


@lru_cache(maxsize=262_144)
def _in_any_order(name: str) -> str:
    return "".join(sorted(plain(name).split()))


def _sharing(values: list[str]) -> list[tuple[int, ...]]:
    """Positions of the values that occur more than once, together."""
    first = dict[str, int]()
    sharing = dict[str, list[int]]()
    for person, value in enumerate(values):
        before = first.setdefault(value, person)
        if value and before != person:
            sharing.setdefault(value, [before]).append(person)
    return [tuple(people) for people in sharing.values()]
