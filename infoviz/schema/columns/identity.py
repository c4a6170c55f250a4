"""Which column names the people, where the headers alone do not settle it."""

from infoviz.schema.columns.evidence import Profile
from infoviz.schema.columns.fits import fit, is_person_column
from infoviz.schema.columns.matches import ACCEPTED, Match
from infoviz.schema.headers.meaning import scores, words
from infoviz.schema.rows.table import Table
from infoviz.schema.words import listed

# Words of a header for the one who asks.
_OURS = listed("interviewer owner assigned assignee caller rep agent sender")

# Words for people and for organizations that are neither certain enough nor rare enough to be patterns.
_THEIRS = listed("handle username agent publisher investor creator channel account sponsor venue podcast")

# Words of a header for somebody who leads to the people, or to whom they lead.
_INTRODUCING = listed(
    "by through thru via from onto whom passed put recommended suggested referred introduced introducing connected "
    "connection connector mentioned mutual intro intros introduction introductions referral referrals referrer durch "
    "über von empfohlen par recommande por recomendo recomendado indicou da consigliato door aanbevolen av tips przez "
    "kogo polecil polecila"
)

LAST_RESORT = 0.62
LEAST = 3  # cells that tell what a column holds
_APART = 0.8  # share of distinct names where a row is a person
_AGAIN = 0.05  # the same where a row is an action
_FITTING = 0.3


def is_our_side(header: str) -> bool:
    """Whether a header means who asks: "Interviewer", "Assigned to", "From name".

    >>> is_our_side("Assigned Caller"), is_our_side("From Name"), is_our_side("Contact")
    (True, True, False)
    """
    said = words(header)
    return said[:1] == ("from",) or not _OURS.isdisjoint(said)


def name_the_people(
    matches: list[Match], table: Table, profiles: list[Profile], *, actions: bool = False
) -> list[Match]:
    """Where no header says "name", take the column of persons' names; failing that, what the rows are listed by."""
    if any("name" in match.fields for match in matches):
        return matches
    open_ = [i for i, match in enumerate(matches) if not match.fields and not match.part]
    found = list(matches)
    persons = [i for i in open_ if _names_persons(table.headers[i], profiles[i], actions=actions)]
    theirs = [i for i in persons if not is_our_side(table.headers[i])]
    person = _fullest(theirs or persons, profiles)
    if person is not None:
        reason = "no header says “name”, and these are names of persons"
        found[person] = found[person]._replace(fields=("name",), confidence=0.65, reason=reason)
    elif not any("organization" in match.fields for match in matches):
        listed = [i for i in open_ if _may_list(table.headers[i], profiles[i])]
        if listed:
            field = _kind(profiles[listed[0]])
            reason = f"nothing else says who each row is about; the values look like {field}s more than anything else"
            found[listed[0]] = found[listed[0]]._replace(
                fields=(field,), confidence=LAST_RESORT, reason=reason
            )
    return found


def _names_persons(header: str, found: Profile, *, actions: bool) -> bool:
    """Whether a column holds the names of the people, whatever its header: one in each row, hardly any of them twice.

    A header that speaks of introducing, or of a field that such values fit, names somebody else.
    """
    if not _INTRODUCING.isdisjoint(words(header)) or found.said < LEAST:
        return False
    apart = found.distinct >= (_AGAIN if actions else _APART)
    whole = found.persons >= 0.9 and found.named >= 0.2 and 1.5 <= found.words <= 3.3
    said = scores(header)
    other = any(
        strength >= ACCEPTED and field != "name" and fit(field, found) >= _FITTING
        for field, strength in said.items()
    )
    return apart and not other and (is_person_column(found) or (whole and found.organizations < 0.1))


def _fullest(columns: list[int], profiles: list[Profile]) -> int | None:
    """Give the column that says clearly more than the others; None where two say as much."""
    ranked = sorted(columns, key=lambda i: -profiles[i].said)
    if not ranked or profiles[ranked[0]].said < 0.5 * profiles[ranked[0]].looked:
        return None
    close = len(ranked) > 1 and profiles[ranked[1]].said > 0.8 * profiles[ranked[0]].said
    return None if close else ranked[0]


def _may_list(header: str, found: Profile) -> bool:
    """Whether a header may mean who a row is about, over short texts that differ from row to row."""
    said = words(header)
    exact = max((scores(header).get(field, 0.0) for field in ("name", "organization")), default=0.0) >= 0.95
    apart = found.distinct >= 0.8 and found.long <= 0.2 and found.odd <= 0.2 and found.said >= 3
    return apart and (exact or (bool(said) and all(word in _THEIRS for word in said)))


def _kind(found: Profile) -> str:
    """Tell names of persons from those of organizations."""
    persons = found.named >= 0.3 or found.handles >= 0.5
    return "name" if persons or (found.persons >= 0.6 and found.organizations < 0.3) else "organization"
