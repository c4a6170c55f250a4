"""Columns that come in numbers: "F/U 1" and "F/U 2", "2nd email" and "3rd email"."""

from infoviz.schema.columns.evidence import Profile
from infoviz.schema.headers.meaning import words
from infoviz.schema.words import listed

_ORDINALS = tuple(
    listed(words)
    for words in (
        """
        1 1st first one 1e 1er 1ere 1o 1a erste erster erstes premier premiere primer primera primo prima primeiro
        eerste
        """,
        "2 2nd second two 2e 2eme 2o 2a zweite zweiter zweites deuxieme segundo segunda secondo seconda tweede",
        "3 3rd third three 3e 3eme 3o 3a dritte dritter troisieme tercer tercero terzo terza terceiro derde",
        "4 4th fourth four",
        "5 5th fifth five",
    )
)
_DATED = 0.5
_SURE = 0.9


def ordinal(header: str) -> int:
    """Give the number that a header counts by, 0 where it does not count.

    >>> ordinal("F/U 2"), ordinal("Third email"), ordinal("Date Sent (Email 3)"), ordinal("Follow-up")
    (2, 3, 3, 0)
    """
    said = words(header)
    return next((i for i, names in enumerate(_ORDINALS, 1) if not names.isdisjoint(said)), 0)


def is_another_nudge(header: str, strength: float, found: Profile, others: list[str]) -> bool:
    """Whether a column holds the days of a further nudge, beside those that hold days of other numbers."""
    number = ordinal(header)
    dated = found.dates >= _DATED or bool(found.serials)
    return bool(number and dated and strength >= _SURE and number not in map(ordinal, others))
