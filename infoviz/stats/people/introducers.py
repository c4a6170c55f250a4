"""Who is meant by a name as people write it: "Ruiz, Ana", "Ana R.", "Ana Ruiz (Acme)" or just "Ana"."""

import re
from collections.abc import Callable, Hashable, Sequence
from enum import Enum
from functools import lru_cache

from infoviz.schema.people import name_key, name_keys
from infoviz.schema.words import plain, plain_words, plains, says_nothing

Words = tuple[str, ...]
Keys = list[tuple[Hashable, int]]

BETWEEN = re.compile(r"\s*(?:[;/&|+\n]|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)
_LINKING = frozenset({"at", "from", "of", "bei", "von", "de"})
_NOBODY = frozenset({"me", "myself", "self", "i", "cold", "cold ask", "nobody", "no one", "no", "direct"})
_LONGEST_SHORT = 3  # "Ana Maria Ruiz" may be Ana Ruiz; four words may be two people


class Meaning(Enum):
    """What a written name comes down to where it is not exactly one of the contacts."""

    NOBODY = "nobody"
    OUTSIDE = "somebody outside the list"
    AMBIGUOUS = "more than one contact"


class Names:
    """The contacts by the ways in which their names may be written, from the surest to the loosest.

    A looser way is only gathered once a name is met that no surer way explains.

    Parameters
    ----------
    names, organizations
        Name and organization of each person, ``""`` for none.

    Examples
    --------
    >>> names = Names(["Ana Ruiz", "Ben Cho"], ["Acme", ""])
    >>> [names.find(text) for text in ("RUIZ, Ana", "Ana Ruiz @ Acme", "Ben C.", "ben")]
    [0, 0, 1, 1]
    """

    __slots__ = ("_gathered", "_names", "_organizations")

    def __init__(self, names: Sequence[str], organizations: Sequence[str]) -> None:
        self._names, self._organizations = tuple(names), organizations
        self._gathered: dict[int, dict[Hashable, int | Meaning]] = {}

    def find(self, text: str) -> int | Meaning:
        """Give the number of the person whom a text names.

        Where a text names several people ("Ana Ruiz and Ben Cho") the first who is a contact counts.
        """
        meaning = self.whole(text)
        if not isinstance(meaning, Meaning):
            return meaning
        if says_nothing(text) or plain(text) in _NOBODY:
            return Meaning.NOBODY
        pieces = [piece for piece in BETWEEN.split(text) if piece]
        commas = [part for piece in pieces for part in piece.split(",") if len(words_of(part)) > 1]
        for piece in (*pieces[: len(pieces) if len(pieces) > 1 else 0], *commas):
            part = self.whole(piece)
            if not isinstance(part, Meaning):
                return part
            meaning = meaning if part is Meaning.OUTSIDE else part
        return meaning

    def whole(self, text: str) -> int | Meaning:
        """Give the number of the person whose name a text is, and nothing besides."""
        words = words_of(text)
        if not words:
            return Meaning.OUTSIDE
        for way, (_, asked) in enumerate(_WAYS):
            key = asked(words) if len(words) > 1 or way in _SINGLE else ()
            found = self._by(way).get(key) if key else None
            if found is not None:
                return found
        return Meaning.OUTSIDE

    def _by(self, way: int) -> dict[Hashable, int | Meaning]:
        if way not in self._gathered:
            keys, _ = _WAYS[way]
            pairs = keys(all_said(self._names), self._organizations)
            people: dict[Hashable, int | Meaning] = dict(pairs)
            if len(people) < len(pairs):
                first = dict(reversed(pairs))
                people |= {key: Meaning.AMBIGUOUS for key, number in first.items() if people[key] != number}
            self._gathered[way] = people
        return self._gathered[way]


@lru_cache(maxsize=2)
def names_of(names: tuple[str, ...], organizations: tuple[str, ...]) -> Names:
    """Gather the ways in which people may be written; for the same people only once."""
    return Names(names, organizations)


@lru_cache(maxsize=262_144)
def words_of(name: str) -> Words:
    """Words of a name as one says them: given name first, without titles."""
    return tuple(plain_words(name_key(_given_first(name))))


@lru_cache(maxsize=2)
def all_said(names: tuple[str, ...]) -> list[str]:
    """Give the words of many names, each as :func:`words_of` does and apart at blanks; for the same names only once."""
    return plains(name_keys(tuple([_given_first(name) if "," in name else name for name in names])))


def _given_first(name: str) -> str:
    last, comma, given = name.partition(",")
    return f"{given} {last}" if comma and len(last.split()) <= 2 and "," not in given else name


def _in_order(said: Sequence[str], _places: Sequence[str]) -> Keys:
    return [(name, number) for number, name in enumerate(said) if name]


def _in_any_order(said: Sequence[str], _places: Sequence[str]) -> Keys:
    return [(tuple(sorted(name.split())), number) for number, name in enumerate(said) if name]


def _with_place(said: Sequence[str], places: Sequence[str]) -> Keys:
    everybody = enumerate(zip(said, places, strict=True))
    return [
        (_without_links((*name.split(), *words_of(place))), number)
        for number, (name, place) in everybody
        if name and place
    ]


def _short(said: Sequence[str], _places: Sequence[str]) -> Keys:
    return [
        ((words[0], last), number)
        for number, words in enumerate(map(str.split, said))
        if len(words) > 1
        for last in (words[-1], words[-1][0])
    ]


def _given(said: Sequence[str], _places: Sequence[str]) -> Keys:
    return [(words[0], number) for number, words in enumerate(map(str.split, said)) if len(words) > 1]


def _without_links(words: Words) -> Words:
    return tuple(sorted(word for word in words if word not in _LINKING))


def _ends(words: Words) -> Words:
    return (words[0], words[-1]) if 1 < len(words) <= _LONGEST_SHORT else ()


# Each way: the keys under which everybody is found, and the key under which a written name looks for them.
_WAYS: tuple[tuple[Callable[[Sequence[str], Sequence[str]], Keys], Callable[[Words], str | Words]], ...] = (
    (_in_order, " ".join),
    (_in_any_order, lambda words: tuple(sorted(words))),
    (_with_place, _without_links),
    (_short, _ends),
    (_given, lambda words: words[0] if len(words) == 1 else ()),
)
_SINGLE = (0, 4)  # a single word has no order, no ends and no place
