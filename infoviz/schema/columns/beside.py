"""What a column cannot be, or must be, for what stands in the columns beside it."""

import re

from infoviz.grid import Column
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.columns.candidates import Candidate, weigh
from infoviz.schema.columns.evidence import Profile
from infoviz.schema.columns.fits import fit, is_person_column
from infoviz.schema.columns.matches import ACCEPTED
from infoviz.schema.expressions import expression
from infoviz.schema.fields import Field
from infoviz.schema.headers.meaning import words
from infoviz.schema.headers.vocabulary import SETS
from infoviz.schema.rows.table import Table
from infoviz.schema.words import listed

EXACT = 0.8
"""The strength of words from which a header is believed with nothing under it."""

_ALIKE = {"link", "name", "email"}  # where every row has the same, it is the keeper's own
_TOLD_APART = 0.3  # by how much more of its words one status must prove than another

_KIND_OF = expression(r"^(?P<stem>.+?)\s+-\s+(?:type|label)$", re.IGNORECASE)
_CALLED = listed("called phoned")
_UNREACHED = expression(
    r"\b(?:no answer|voice ?mail|left (?:a )?(?:message|vm)|call(?:ed)? back|wrong number|gatekeeper)\b",
    re.IGNORECASE,
)
_DONE = listed("done completed complete held happened")
_HOUSES = listed("university college universitat hochschule universite universidad universita")
_ROOMS = listed("department dept lab laboratory division unit faculty group abteilung institute")
_WHERE = listed("where wo ou donde onde dove waar gdzie var hvor где")
_PLACE = listed("place lugar ort lieu luogo plaats miejsce plats sted")
_TELLING = 0.3
_APPLIED = listed(
    "applied application submitted beworben bewerbung postule candidature aplicado postulado candidatado candidatura "
    "solicitud sollicitatie gesolliciteerd"
)
_INVITED = listed("connection connections invite invitation")
_ACCEPTED = _INVITED | listed("accepted accept accepts request linkedin")
_THEIRS = listed("contact contacts person persons their recruiter recruiters interviewee interviewees")
_NAMES = frozenset(SETS["name"].split())
_PLACES_OF_WORK = listed(
    "clinic warehouse investor practice shop store restaurant salon dealer gym hotel agency hospital school church"
)


def judged_by_the_others(
    candidates: list[Candidate], table: Table, profiles: list[Profile], *, actions: bool
) -> list[Candidate]:
    """Leave out the candidates that other columns speak against, and add those that they speak for."""
    named = {c.column for c in candidates if c.target == Field.NAME and c.confidence >= ACCEPTED}
    alone = (
        named if actions and len(named) == 1 else frozenset()
    )  # all that was done so far was with one person
    kept = [
        c
        for c in candidates
        if not _says_what_kind(table, c.column) and (c.column in alone or not _is_ours(c, profiles))
    ]
    kept = _filled_first(kept, profiles)
    kept = _surest_status(kept, table, profiles)
    kept = _whole_house(kept, table)
    kept = _roles_of_persons(kept, table)
    kept = [c for c in kept if _may_say_where(c, table, profiles)]
    kept = _places_of_work(kept, table, profiles)
    kept = _applied_or_asked(kept, table, profiles)
    kept = _accepted_or_answered(kept, table)
    if actions:
        return kept
    kept = _calls_are_touches(kept, table)
    return [
        *kept,
        *_done_after_scheduled(kept, table, profiles),
        *_named_organizations(kept, table, profiles),
    ]


def _says_what_kind(table: Table, column: int) -> bool:
    """Whether a column only says of which kind its neighbour is: "E-mail 1 - Type"."""
    found = _KIND_OF.match(table.headers[column])
    if found is None:
        return False
    stem = found["stem"].casefold() + " - "
    return any(header.casefold().startswith(stem) for i, header in enumerate(table.headers) if i != column)


def _is_ours(candidate: Candidate, profiles: list[Profile]) -> bool:
    found = profiles[candidate.column]
    same = found.said >= 4 and found.distinct * found.said < 1.5
    return same and found.said >= 0.9 * found.looked and candidate.target in _ALIKE


def _filled_first(candidates: list[Candidate], profiles: list[Profile]) -> list[Candidate]:
    """Of an empty column among filled ones only an exact header tells, and only where no filled one does."""
    filled = {c.target for c in candidates if profiles[c.column].said and c.confidence >= ACCEPTED}
    return [
        c
        for c in candidates
        if profiles[c.column].said
        or profiles[c.column].looked < 3
        or (c.header >= EXACT and c.target not in filled)
    ]


def _surest_status(candidates: list[Candidate], table: Table, profiles: list[Profile]) -> list[Candidate]:
    """Take a "… status" for the response only where it holds answers; of two, the one that proves more is it."""
    kept = []
    for c in candidates:
        found, said = profiles[c.column], words(table.headers[c.column])
        if c.target == "response" and said[-1:] == ("status",) and found.said:
            answers = found.responses >= 0.5 or found.ticks >= 0.5
            if not answers:
                continue
        kept.append(c)
    rivals = {c.column for c in kept if c.target == "status" and c.confidence >= ACCEPTED}
    if len(rivals) < 2:
        return kept
    proven = {column: _proven(table.grid.columns[column], table.header) for column in rivals}
    least = max(proven.values()) - _TOLD_APART
    return [c for c in kept if c.target != "status" or proven.get(c.column, 1.0) >= least]


def _proven(column: Column, header: int) -> float:
    """Say which share of a column's distinct texts proves that something happened."""
    texts = {str(text) for text in column.texts[header + 1 : header + 201] if text is not None}
    return sum(bool(interpret(text).events) for text in texts) / max(len(texts), 1)


def _whole_house(candidates: list[Candidate], table: Table) -> list[Candidate]:
    """Take the university, not its department, for the organization."""
    headers = [frozenset(words(header)) for header in table.headers]
    named = {c.column for c in candidates if c.target == "organization" and c.confidence >= ACCEPTED}
    if all(_HOUSES.isdisjoint(headers[column]) for column in named):
        return candidates
    rooms = {column for column in named if _ROOMS & headers[column] and not _HOUSES & headers[column]}
    return [c for c in candidates if c.target != "organization" or c.column not in rooms]


def _roles_of_persons(candidates: list[Candidate], table: Table) -> list[Candidate]:
    """Take "Contact's title", not the "Role" applied for, for the position of the person."""
    named = {c.column for c in candidates if c.target == "role" and c.confidence >= ACCEPTED}
    theirs = {column for column in named if not _THEIRS.isdisjoint(words(table.headers[column]))}
    if not theirs:
        return candidates
    return [c for c in candidates if c.target != "role" or c.column not in named - theirs]


def _may_say_where(c: Candidate, table: Table, profiles: list[Profile]) -> bool:
    """Whether a bare "Where" is a place, a workplace or a stage: its values must tell, since the word does not."""
    said = set(words(table.headers[c.column])) - {"at"}
    if c.target not in ("location", "organization", "status") or not said or not said <= _WHERE:
        return True
    found = profiles[c.column]
    places = found.places >= _TELLING or found.codes >= _TELLING
    if c.target == "location":
        return places
    if c.target == "status":
        return found.statuses >= _TELLING
    return not places and found.organizations >= _TELLING


def _places_of_work(candidates: list[Candidate], table: Table, profiles: list[Profile]) -> list[Candidate]:
    """Take a bare "Place" that holds firms, and no place, for the organization where no other column names it."""
    if any(c.target == Field.ORGANIZATION and c.confidence >= ACCEPTED for c in candidates):
        return candidates
    return [
        c._replace(target=Field.ORGANIZATION)
        if c.target == Field.LOCATION
        and _PLACE.issuperset(words(table.headers[c.column]) or ("",))
        and profiles[c.column].organizations >= _TELLING > 2 * profiles[c.column].places
        else c
        for c in candidates
    ]


def _applied_or_asked(candidates: list[Candidate], table: Table, profiles: list[Profile]) -> list[Candidate]:
    """Leave out "Applied?" with yes and no where another column dates the messages: an application asks no person."""
    asks = {c.column for c in candidates if c.target == "contacted_on" and c.confidence >= ACCEPTED}
    applied = {
        column
        for column in asks
        if not _APPLIED.isdisjoint(words(table.headers[column])) and profiles[column].ticks >= 0.5
    }
    if not any(profiles[column].dates >= 0.5 for column in asks - applied):
        return candidates
    return [c for c in candidates if c.column not in applied or c.target != "contacted_on"]


def _accepted_or_answered(candidates: list[Candidate], table: Table) -> list[Candidate]:
    """Leave out the "Accepted?" of a connection request where another column holds the answers to the message."""
    answers = {c.column for c in candidates if c.target == Field.RESPONSE and c.confidence >= ACCEPTED}
    accepted = {c for c in answers if _ACCEPTED.issuperset(words(table.headers[c]) or ("",))}
    if answers == accepted or all(_INVITED.isdisjoint(words(header)) for header in table.headers):
        return candidates
    return [c for c in candidates if c.column not in accepted or c.target != Field.RESPONSE]


def _calls_are_touches(candidates: list[Candidate], table: Table) -> list[Candidate]:
    """Take "Date called" for the ask where another column tells of calls that nobody took."""
    called = {
        c.column
        for c in candidates
        if c.target == "met_on" and not _CALLED.isdisjoint(words(table.headers[c.column]))
    }
    if not called or not any(_tells_of_calls(column, table.header) for column in table.grid.columns):
        return candidates
    return [
        c._replace(target="contacted_on") if c.column in called and c.target == "met_on" else c
        for c in candidates
        if c.column not in called or c.target != "contacted_on"
    ]


def _tells_of_calls(column: Column, header: int) -> bool:
    texts = column.texts[header + 1 : header + 201]
    return sum(text is not None and _UNREACHED.search(str(text)) is not None for text in texts) >= 2


def _done_after_scheduled(
    candidates: list[Candidate], table: Table, profiles: list[Profile]
) -> list[Candidate]:
    """Take "Done" right of the day on which a talk was arranged for the talk."""
    scheduled = {c.column for c in candidates if c.target == "scheduled_on" and c.confidence >= ACCEPTED}
    found = []
    for column in scheduled:
        after = column + 1
        if after < len(table.headers) and _DONE.issuperset(words(table.headers[after]) or ("",)):
            values = fit("met_on", profiles[after])
            found.append(Candidate(after, "met_on", weigh(0.9, values), 0.9, values))
    return found


def _named_organizations(
    candidates: list[Candidate], table: Table, profiles: list[Profile]
) -> list[Candidate]:
    """Take "Clinic name" for the organization where another column names the persons."""
    persons = {
        c.column
        for c in candidates
        if c.target == "name" and c.confidence >= ACCEPTED and is_person_column(profiles[c.column])
    }
    if not persons or any(c.target == "organization" and c.confidence >= 0.75 for c in candidates):
        return []
    found = []
    for column, header in enumerate(table.headers):
        said, values = words(header), profiles[column]
        of_work = values.organizations >= 0.3 or not _PLACES_OF_WORK.isdisjoint(said[:1])
        if len(said) == 2 and said[-1] in _NAMES and of_work and values.named < 0.15 and values.said:
            matched = fit("organization", values)
            found.append(Candidate(column, "organization", weigh(0.8, matched), 0.8, matched))
    return found
