"""People who may have been entered twice: listed for their owner to judge, never merged."""

import re
from collections import defaultdict
from dataclasses import dataclass
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
    written = {
        "name": ["".join(sorted(plain(name).split())) for name in table.name] if "name" in contacts else [],
        "email": _first(contacts, table, "email"),
        "link": _first(contacts, table, "link"),
    }
    for same, values in written.items():
        sharing = defaultdict[str, list[int]](list)
        for person, value in enumerate(values):
            if value:
                sharing[value].append(person)
        for people in sharing.values():
            if len(people) > 1 and tuple(people) not in seen:
                seen.add(tuple(people))
                rows = tuple(table.row[person] for person in people)
                found.append(Duplicate(rows, tuple(table.name[person] for person in people), same))
    return tuple(found)


def _first(contacts: pd.DataFrame, table: Asks, field: str) -> list[str]:
    written = texts(contacts, field)[table.position]
    return [_SCHEME.sub("", (text or "").casefold()).partition("?")[0].rstrip("/") for text in written]
