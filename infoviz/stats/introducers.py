"""Who is meant by a name as people write it: "Ruiz, Ana", "Ana R.", "Ana Ruiz (Acme)" or just "Ana"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from infoviz.schema.people import name_key
from infoviz.schema.words import plain, says_nothing

Words = tuple[str, ...]

_LINKING = frozenset({"at", "from", "of", "bei", "von", "de"})
_NOBODY = frozenset({"me", "myself", "self", "i", "cold", "cold ask", "nobody", "no one", "no", "direct"})
_LONGEST_SHORT = 3  # "Ana Maria Ruiz" may be Ana Ruiz; four words may be two people
BETWEEN = re.compile(r"\s*(?:[;/&|+\n]|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)


class Meaning(Enum):
    """What a written name comes down to where it is not exactly one of the contacts."""

    NOBODY = "nobody"
    OUTSIDE = "somebody outside the list"
    AMBIGUOUS = "more than one contact"


@dataclass(frozen=True, slots=True)
class Names:
    """The contacts by the ways in which their names may be written.

    Attributes
    ----------
    full, shuffled, placed, short, single
        People by their words in order, in any order, with their organization, by given name and last
        name or its initial, and by given name alone.
    """

    full: dict[Words, list[int]]
    shuffled: dict[Words, list[int]]
    placed: dict[Words, list[int]]
    short: dict[Words, list[int]]
    single: dict[Words, list[int]]

    def find(self, text: str) -> int | Meaning:
        """Give the number of the person whom a text names.

        Where a text names several people ("Ana Ruiz and Ben Cho") the first who is a contact counts.
        """
        if says_nothing(text) or plain(text) in _NOBODY:
            return Meaning.NOBODY
        meaning = self.whole(text)
        pieces = [piece for piece in BETWEEN.split(text) if piece]
        commas = [part for piece in pieces for part in piece.split(",") if len(_words(part)) > 1]
        for piece in (*pieces[: len(pieces) if len(pieces) > 1 else 0], *commas):
            if not isinstance(meaning, Meaning):
                break
            part = self.whole(piece)
            meaning = meaning if part is Meaning.OUTSIDE else part
        return meaning

    def whole(self, text: str) -> int | Meaning:
        """Give the number of the person whose name a text is, and nothing besides."""
        words = _words(text)
        if not words:
            return Meaning.OUTSIDE
        for people, key in (
            (self.full, words),
            (self.shuffled, tuple(sorted(words))),
            (self.placed, tuple(sorted(word for word in words if word not in _LINKING))),
            (self.short, (words[0], words[-1]) if 1 < len(words) <= _LONGEST_SHORT else ()),
            (self.single, words),
        ):
            found = people.get(key)
            if found is not None:
                return found[0] if len(found) == 1 else Meaning.AMBIGUOUS
        return Meaning.OUTSIDE


def read_names(names: Sequence[str], organizations: Sequence[str]) -> Names:
    """Gather the ways in which each person's name may be written.

    Parameters
    ----------
    names, organizations
        Name and organization of each person, ``""`` for none.

    Examples
    --------
    >>> names = read_names(["Ana Ruiz", "Ben Cho"], ["Acme", ""])
    >>> [names.find(text) for text in ("RUIZ, Ana", "Ana Ruiz @ Acme", "Ben C.", "ben")]
    [0, 0, 1, 1]
    """
    found = Names(*(defaultdict[Words, list[int]](list) for _ in range(5)))
    for number, name in enumerate(names):
        words = _words(name)
        if not words:
            continue
        found.full[words].append(number)
        found.shuffled[tuple(sorted(words))].append(number)
        place = [word for word in _words(organizations[number]) if word not in _LINKING]
        if place:
            found.placed[tuple(sorted((*words, *place)))].append(number)
        if len(words) > 1:
            for last in {words[-1], words[-1][0]}:
                found.short[words[0], last].append(number)
            found.single[words[:1]].append(number)
    return Names(*(dict(getattr(found, way)) for way in Names.__slots__))


def _words(name: str) -> Words:
    """Words of a name as one says them: given name first, without titles."""
    last, comma, given = name.partition(",")
    if comma and len(last.split()) <= 2 and "," not in given:
        name = f"{given} {last}"
    return tuple(plain(name_key(name)).split())
