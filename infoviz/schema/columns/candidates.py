"""What each column of a table might hold, by its header's words and its values."""

from collections.abc import Iterable
from typing import NamedTuple

from infoviz.schema.columns.evidence import Profile
from infoviz.schema.columns.fits import fit
from infoviz.schema.columns.identity import is_our_side
from infoviz.schema.columns.matches import ACCEPTED, DETAIL, EVENT, FIELDS
from infoviz.schema.fields import DATE_FIELDS, Field
from infoviz.schema.headers.heads import HEADED, head
from infoviz.schema.headers.meaning import parts, scores, words
from infoviz.schema.headers.vocabulary import FILLER, LIGHT
from infoviz.schema.rows.table import Table
from infoviz.schema.words import listed

UNLIKELY = 0.2
"""The fit of values below which no header is believed."""

APART = 0.12
"""How far apart the strengths of two fields must lie for a header to be clear without any value under it."""


ADDRESSES = ("email", "link", "phone")
DATED = frozenset(field.value for field in DATE_FIELDS)

# How well values must fit before the head of a header is enough.
_DECISIVE = {
    "email": 1.0,
    "phone": 1.0,
    "link": 1.0,
    "location": 0.5,
    "role": 0.7,
    "organization": 0.75,
    "notes": 0.6,
    "takeaways": 0.6,
    "reflection": 0.5,
}


class Candidate(NamedTuple):
    """One field that a column might hold."""

    column: int
    target: str
    confidence: float
    header: float
    values: float


def weigh(header: float, values: float) -> float:
    """Combine what the header says with what the values say.

    >>> [round(weigh(0.7, values), 2) for values in (0.0, 0.5, 1.0)]
    [0.0, 0.59, 0.77]
    """
    if values < UNLIKELY:
        return 0.0
    return min(1.0, header * (0.6 + 0.5 * values))


def candidates_of(column: int, table: Table, found: Profile, *, actions: bool) -> Iterable[Candidate]:
    """Go through the fields that a column might hold; the parts of an action only where a row is one."""
    header, caption = table.headers[column], table.captions[column]
    said = words_of(header, caption)
    for target, strength in head(header).items():
        varied = strength > HEADED or target != "notes" or _varies(found)
        if varied and (fit(target, found) >= _DECISIVE[target] or (target == "notes" and not found.said)):
            said[target] = max(said.get(target, 0.0), strength)
    if not found.said and _is_ambiguous(said):
        return
    for target, strength in said.items():
        if target in (EVENT, DETAIL) and not actions:
            continue
        values = fit(target, found)
        if target in ADDRESSES and ("my" in words(header) or (target == "email" and _is_my_own(found))):
            continue
        yield Candidate(column, target, weigh(strength, values), strength, values)
    if not said and found.profiles >= 0.8 and found.said >= 3 and "my" not in words(header):
        yield Candidate(column, "link", 0.7, 0.0, 1.0)
    elif not said and _says_nothing(header) and found.said >= 3:
        for target, share in (("email", found.emails), ("link", found.urls), ("phone", found.phones)):
            if share >= 0.8:
                yield Candidate(column, target, 0.62, 0.0, 1.0)


def _varies(found: Profile) -> bool:
    """Whether texts are remarks and no few words that come back."""
    return found.distinct >= 0.3 or found.words >= 4 or found.said < 2


def _is_my_own(found: Profile) -> bool:
    """Whether all addresses are one: a form notes with every answer who has filled it in."""
    filled = found.said >= 4 and found.said >= 0.9 * found.looked
    return filled and found.emails > 0.9 and found.distinct * found.said < 1.5


def _is_ambiguous(said: dict[str, float]) -> bool:
    """Whether words alone cannot tell which of two fields is meant ("Replied": the day, or the answer)."""
    strengths = sorted((said[target] for target in said if target in FIELDS), reverse=True)
    return len(strengths) > 1 and strengths[0] - strengths[1] < APART


def _says_nothing(header: str) -> bool:
    return all(word in FILLER or word in LIGHT or word.isdigit() for word in words(header))


def words_of(header: str, caption: str) -> dict[str, float]:
    """Score the words of a header; of "Company Name / Site link" what its first part says counts too."""
    if not header:
        return {}
    found = dict(scores(header, caption))
    pieces = parts(header)
    if len(pieces) > 1:
        for target, strength in scores(pieces[0], caption).items():
            found[target] = max(found.get(target, 0.0), 0.85 * strength)
        more = {*ADDRESSES, *(("name", "organization") if not found else ())}  # "Rank/Name"
        more |= (
            DATED if all(found.get(target, 0.0) < ACCEPTED for target in DATED) else set()
        )  # "Tel./meeting"
        for target, strength in (pair for piece in pieces[1:] for pair in scores(piece).items()):
            if target in more:
                found[target] = max(found.get(target, 0.0), 0.8 * strength)
    return found


_CITY = listed("city town zip postcode")


def without_our_side(
    candidates: list[Candidate], table: Table, profiles: list[Profile], *, actions: bool
) -> list[Candidate]:
    """Leave out who asks ("Interviewer", "Owner", "From name") where another column names who is asked.

    A few names that come back in many rows are not the people either, unless a row is an action.
    """
    named = {c.column for c in candidates if c.target == Field.NAME and c.confidence >= ACCEPTED}
    ours = {column for column in named if is_our_side(table.headers[column])}
    theirs = named - ours
    if not theirs:
        return candidates
    most = max(profiles[column].distinct for column in theirs)
    few = {
        column
        for column in theirs
        if not actions and profiles[column].said >= 8 and profiles[column].distinct < 0.4 * most
    }
    return [c for c in candidates if c.target != Field.NAME or c.column not in ours | few]


def without_states_of_places(candidates: list[Candidate], table: Table) -> list[Candidate]:
    """Leave out a "State" for where things stand where a column beside it names the city."""
    if all(_CITY.isdisjoint(words(header)) for header in table.headers):
        return candidates
    return [c for c in candidates if c.target != Field.STATUS or words(table.headers[c.column]) != ("state",)]
