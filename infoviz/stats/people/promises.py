"""Introductions promised: which of the names have become contacts, and which are still owed."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from infoviz.schema.fields import Field
from infoviz.schema.words import plain, says_nothing
from infoviz.stats.facts.asks import Asks
from infoviz.stats.facts.columns import texts
from infoviz.stats.people.introducers import BETWEEN, Meaning, Names

_LONGEST_NAME = 4
_NO_NAMES = frozenset(
    {"yes", "no", "y", "n", "x", "true", "false", "promised", "pending", "done", "sent", "maybe"}
)


@dataclass(frozen=True, slots=True)
class Promise:
    """An introduction that somebody promised: by whom, and to whom."""

    by: str
    name: str


@dataclass(frozen=True, slots=True)
class Promises:
    """The introductions promised, and those delivered.

    Attributes
    ----------
    promised
        Names promised, each counted once a promise.
    delivered
        Those of them who have become contacts.
    owed
        The others.
    unnamed
        People who promised something without naming anybody, such as "2" or "will think about it".
    reason
        Why nothing is known; None where the column is there.
    """

    promised: int
    delivered: int
    owed: tuple[Promise, ...]
    unnamed: int
    reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give plain values: the counts and the names owed, or the reason."""
        if self.reason is not None:
            return {"reason": self.reason}
        owed = [{"by": promise.by, "name": promise.name} for promise in self.owed]
        return {"promised": self.promised, "delivered": self.delivered, "owed": owed, "unnamed": self.unnamed}


def read_promises(contacts: pd.DataFrame, table: Asks, names: Names) -> Promises:
    """Set the names in ``introductions`` against the contacts.

    Parameters
    ----------
    contacts
        One row a person.
    table
        The distinct persons of ``contacts``.
    names
        The ways in which each person's name may be written.
    """
    if Field.INTRODUCTIONS not in contacts:
        return Promises(0, 0, (), 0, f"there is no {Field.INTRODUCTIONS} column")
    kept, owed, unnamed = set[tuple[int, int]](), dict[tuple[int, str], Promise](), 0
    for person, text in zip(table.person.tolist(), texts(contacts, Field.INTRODUCTIONS), strict=True):
        if text is None or says_nothing(text) or person < 0:
            continue
        named = promised_names(text, names)
        unnamed += not named
        for name in named:
            other = names.whole(name)
            if isinstance(other, Meaning):
                owed.setdefault((person, plain(name)), Promise(table.name[person], name))
            else:
                kept.add((person, other))
    return Promises(len(kept) + len(owed), len(kept), tuple(owed.values()), unnamed)


def promised_names(text: str, names: Names) -> list[str]:
    """Give the names in a cell; what names a contact as it stands ("Ruiz, Ana") is one name.

    Examples
    --------
    >>> from infoviz.stats.people.introducers import Names
    >>> nobody = Names([], [])
    >>> promised_names("Ana Ruiz, Ben Cho", nobody), promised_names("yes, two of them", nobody)
    (['Ana Ruiz', 'Ben Cho'], [])
    """
    found = []
    for piece in BETWEEN.split(text):
        known = not isinstance(names.whole(piece), Meaning)
        parts = [piece] if known else [part.strip(" .") for part in piece.split(",")]
        found += [part for part in parts if known or _is_name(part)]
    return found


def _is_name(piece: str) -> bool:
    words = plain(piece).split()
    if not 1 <= len(words) <= _LONGEST_NAME or words[0] in _NO_NAMES:
        return False
    return not piece[0].islower() and not any(mark.isdigit() for mark in piece)
