"""Which column names the people, where the headers alone do not settle it."""

from infoviz.schema.evidence import Profile
from infoviz.schema.fits import is_person_column
from infoviz.schema.headers import scores, words
from infoviz.schema.matches import ACCEPTED, Match
from infoviz.schema.table import Table
from infoviz.schema.words import listed

# Words of a header for the one who asks.
_OURS = listed("interviewer owner assigned assignee caller rep agent sender")

# Words for people and for organizations that are neither certain enough nor rare enough to be patterns.
_THEIRS = listed("handle username agent publisher investor creator channel account sponsor venue podcast")

LAST_RESORT = 0.62


def is_our_side(header: str) -> bool:
    """Whether a header means who asks: "Interviewer", "Assigned to", "From name".

    >>> is_our_side("Assigned Caller"), is_our_side("From Name"), is_our_side("Contact")
    (True, True, False)
    """
    said = words(header)
    return said[:1] == ("from",) or not _OURS.isdisjoint(said)


def name_the_people(matches: list[Match], table: Table, profiles: list[Profile]) -> list[Match]:
    """Where no header says "name", take the one column of persons' names; failing that, what the rows are listed by."""
    if any("name" in match.fields for match in matches):
        return matches
    open_ = [i for i, match in enumerate(matches) if not match.fields and not match.part]
    persons = [
        i
        for i in open_
        if is_person_column(profiles[i])
        and profiles[i].distinct >= 0.8
        and profiles[i].said >= 3
        and max(scores(table.headers[i]).values(), default=0.0) < ACCEPTED
    ]
    found = list(matches)
    if len(persons) == 1:
        reason = "no header says “name”, and these are names of persons"
        found[persons[0]] = found[persons[0]]._replace(fields=("name",), confidence=0.65, reason=reason)
    elif not any("organization" in match.fields for match in matches):
        listed = [i for i in open_ if _may_list(table.headers[i], profiles[i])]
        if listed:
            field = _kind(profiles[listed[0]])
            reason = f"nothing else says who each row is about; the values look like {field}s more than anything else"
            found[listed[0]] = found[listed[0]]._replace(
                fields=(field,), confidence=LAST_RESORT, reason=reason
            )
    return found


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
