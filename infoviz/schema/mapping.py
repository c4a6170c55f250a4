"""Which column of a table holds which field: header words and values together, solved for the whole table at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from infoviz.grid import Column
from infoviz.schema.evidence import Profile
from infoviz.schema.fields import Content, Event, Field
from infoviz.schema.fits import NEUTRAL, fit
from infoviz.schema.headers import is_plain_date, parts, scores, words
from infoviz.schema.heads import HEADED, head
from infoviz.schema.identity import is_our_side, name_the_people
from infoviz.schema.matches import ACCEPTED, Match
from infoviz.schema.statuses import interpret
from infoviz.schema.table import Table
from infoviz.schema.vocabulary import FILLER, LIGHT
from infoviz.schema.words import listed

UNLIKELY = 0.2
"""The fit of values below which no header is believed."""

APART = 0.12
"""How far apart the strengths of two fields must lie for a header to be clear without any value under it."""

FIRST, LAST, DAY, EVENT, DETAIL = "first_name", "last_name", "date", "event", "detail"
FIELDS = tuple(str(field) for field in Field)

ADDRESSES = ("email", "link", "phone")

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

# Fields of which two may share a cell.
PAIRS = ({"name", "role"}, {"name", "organization"}, {"organization", "role"})


@dataclass(frozen=True, slots=True)
class Candidate:
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


def match_columns(table: Table, profiles: list[Profile], *, actions: bool) -> list[Match]:
    """Say for each column of a table what it holds.

    Parameters
    ----------
    table
        The table.
    profiles
        What each column's values look like.
    actions
        Whether the sheet has one row an action: then ``event`` and ``detail`` are wanted too.
    """
    candidates = [
        candidate
        for column in range(len(profiles))
        for candidate in _candidates(column, table, profiles[column], actions=actions)
    ]
    candidates = _without_our_side(candidates, table, profiles, actions=actions)
    if any(not _CITY.isdisjoint(words(header)) for header in table.headers):
        candidates = [
            c for c in candidates if c.target != "status" or words(table.headers[c.column]) != ("state",)
        ]
    taken = _settle(candidates, table, profiles, actions=actions)
    matches = [_match(table, profiles, column, taken.get(column, ())) for column in range(len(profiles))]
    return name_the_people(matches, table, profiles)


_CITY = listed("city town zip postcode")  # beside these a "State" is a place


def _without_our_side(
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


def _candidates(column: int, table: Table, found: Profile, *, actions: bool) -> Iterable[Candidate]:
    header, caption = table.headers[column], table.captions[column]
    said = _words_of(header, caption)
    for target, strength in head(header).items():
        if fit(target, found) >= _DECISIVE[target] and (
            strength > HEADED or target != "notes" or found.distinct >= 0.3
        ):
            said[target] = max(said.get(target, 0.0), strength)
    if not found.said and _is_ambiguous(said):
        return
    for target, strength in said.items():
        if target in (EVENT, DETAIL) and not actions:
            continue
        values = fit(target, found)
        if target == "email" and _is_my_own(found):
            continue
        yield Candidate(column, target, weigh(strength, values), strength, values)
    if not said and _says_nothing(header) and found.said >= 3:
        for target, share in (("email", found.emails), ("link", found.urls), ("phone", found.phones)):
            if share >= 0.8:
                yield Candidate(column, target, 0.62, 0.0, 1.0)


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


def _words_of(header: str, caption: str) -> dict[str, float]:
    """Score the words of a header; of "Company Name / Site link" what its first part says counts too."""
    if not header:
        return {}
    found = dict(scores(header, caption))
    pieces = parts(header)
    if len(pieces) > 1:
        for target, strength in scores(pieces[0], caption).items():
            found[target] = max(found.get(target, 0.0), 0.85 * strength)
        for target, strength in (pair for piece in pieces[1:] for pair in scores(piece).items()):
            if target in ADDRESSES:
                found[target] = max(found.get(target, 0.0), 0.8 * strength)
    return found


def _shared(header: str) -> tuple[str, str] | None:
    """Find the two fields that a header such as "Company & Role" or "Name (title)" names."""
    pieces = parts(header.replace("(", "/").replace(")", ""))
    if len(pieces) != 2:
        return None
    named = []
    for piece in pieces:
        found = {target: strength for target, strength in scores(piece).items() if target in FIELDS}
        best = max(found, key=lambda target: found[target], default="")
        if not best or found[best] < 0.75:
            return None
        named.append(best)
    return (named[0], named[1]) if set(named) in PAIRS else None


def _held_together(found: tuple[Candidate, ...], values: Profile) -> tuple[str, str] | None:
    """Find the two fields that the cells hold, where the header names only one of them."""
    both = {"name and role": ("name", "role"), "organization and role": ("organization", "role")}.get(
        values.pair
    )
    return both if both and len(found) == 1 and found[0].target in both else None


def _settle(
    candidates: list[Candidate], table: Table, profiles: list[Profile], *, actions: bool
) -> dict[int, tuple[Candidate, ...]]:
    """Give each field its best column and each column its best field, the surest first."""
    taken: dict[int, tuple[Candidate, ...]] = {}
    done: set[str] = set()
    open_ = [candidate for candidate in candidates if candidate.confidence >= ACCEPTED]
    open_ = _without_vague_dates(open_, table, actions=actions)
    ranked = sorted(open_, key=lambda c: (-round(c.confidence, 3), -c.header, -c.values, c.column))
    for candidate in ranked:
        if candidate.column in taken or candidate.target in done or _rivals(candidate, ranked, taken, done):
            continue
        taken[candidate.column] = (candidate,)
        done.add(candidate.target)
        if {FIRST, LAST} <= done:
            done.add("name")
    _tell_replies_apart(taken, done, open_, profiles)
    _share_cells(taken, done, table, profiles)
    _whole_names_first(taken, done, profiles)
    return taken


def _tell_replies_apart(
    taken: dict[int, tuple[Candidate, ...]], done: set[str], open_: list[Candidate], profiles: list[Profile]
) -> None:
    """Of two columns for one reply, the one with words is the response; yes and no tell that one came."""
    ticked = next((column for column, found in taken.items() if found[0].target == "response"), None)
    if ticked is None or profiles[ticked].ticks < 0.6:
        return
    worded = [
        c
        for c in open_
        if c.target == "response" and c.column not in taken and profiles[c.column].ticks < 0.5 <= c.values
    ]
    if worded:
        best = max(worded, key=lambda c: c.confidence)
        strength = taken.pop(ticked)[0].confidence
        taken[best.column] = (best,)
        if "responded_on" not in done:
            taken[ticked] = (Candidate(ticked, "responded_on", strength, 0.9, NEUTRAL),)
            done.add("responded_on")


def _rivals(
    candidate: Candidate, ranked: list[Candidate], taken: dict[int, tuple[Candidate, ...]], done: set[str]
) -> bool:
    """Whether the column fits another open field just as well, so that nobody can tell."""
    return candidate.confidence < 0.9 and any(
        other.column == candidate.column
        and other.target not in done
        and other.target != candidate.target
        and abs(other.confidence - candidate.confidence) < 0.02
        and abs(other.values - candidate.values) < 0.1
        for other in ranked
    )


def _without_vague_dates(open_: list[Candidate], table: Table, *, actions: bool) -> list[Candidate]:
    """Take a bare "Date" for the day of the ask or of the interview, whichever the rest of the sheet tells of."""
    if actions:
        return open_
    wanted = _event_of_date(open_, table)
    kept = []
    for candidate in open_:
        header = table.headers[candidate.column]
        if words(header) == ("timestamp",):  # when a form was sent in
            continue
        vague = is_plain_date(header) and not table.captions[candidate.column]
        if not vague or candidate.target == wanted:
            kept.append(candidate)
    return kept


def _event_of_date(open_: list[Candidate], table: Table) -> str:
    """Say what a bare "Date" is the day of; empty where nothing tells."""
    best: dict[int, Candidate] = {}
    for c in sorted(open_, key=lambda c: (c.confidence, c.header)):
        best[c.column] = c
    elsewhere = {c.target for c in best.values() if not is_plain_date(table.headers[c.column])}
    said = {word for header in table.headers for word in words(header)}
    meets = bool({"takeaways", "minutes", "mode", "reflection"} & elsewhere) or not _MEETING.isdisjoint(said)
    asks = not _SENDING.isdisjoint(said) or bool(
        {"status", "response", "responded_on", "referred_by", "channel", "template"} & elsewhere
    )
    if "contacted_on" in elsewhere:
        return "met_on" if meets and "met_on" not in elsewhere else ""
    if "met_on" in elsewhere or {"response", "responded_on", "nudged_on"} & elsewhere:
        return "contacted_on" if asks else ""
    status = next((c.column for c in open_ if c.target == "status"), None)
    held = status is not None and _are_interviews(table.grid.columns[status], table.header)
    if held or (meets and not asks):
        return "met_on"
    return "contacted_on" if asks else ""


def _are_interviews(column: Column, header: int) -> bool:
    """Whether all words of a status column tell of interviews, held, arranged or called off."""
    texts = {str(text) for text in column.texts[header + 1 : header + 201] if text is not None}
    told = [interpret(text).events for text in texts]
    arranged = [events for events in told if {Event.MET, Event.SCHEDULED} & events]
    return bool(arranged) and all(events in arranged for events in told if events)


_MEETING = listed("interviewee insight insights pain quote quotes learnings duration transcript signal")
_SENDING = listed("sent message messages subject template letter")


def _share_cells(
    taken: dict[int, tuple[Candidate, ...]], done: set[str], table: Table, profiles: list[Profile]
) -> None:
    """Let a header that names two things feed two fields, where no column of its own does."""
    for column, header in enumerate(table.headers):
        both = (_shared(header) if header else None) or _held_together(
            taken.get(column, ()), profiles[column]
        )
        if both is None:
            continue
        own = {candidate.target for candidate in taken.get(column, ())}
        wanted = [target for target in both if target in own or target not in done]
        if len(wanted) == 2 and profiles[column].odd <= 0.3:
            taken[column] = tuple(Candidate(column, target, 0.85, 0.9, NEUTRAL) for target in both)
            done.difference_update(own)
            done.update(both)


def _whole_names_first(
    taken: dict[int, tuple[Candidate, ...]], done: set[str], profiles: list[Profile]
) -> None:
    """First and last name belong together; a lone half is the name only where there is no whole one."""
    halves = [column for column, found in taken.items() if found[0].target in (FIRST, LAST)]
    whole = [column for column, found in taken.items() if any(c.target == "name" for c in found)]
    targets = {taken[column][0].target for column in halves}
    if whole and halves:
        missing = {FIRST: LAST, LAST: FIRST}.get(next(iter(targets))) if len(targets) == 1 else None
        other = profiles[whole[0]]
        if missing is not None and len(taken[whole[0]]) == 1 and (other.said == 0 or other.words < 1.6):
            taken[whole[0]] = (replace(taken[whole[0]][0], target=missing),)  # "Name" beside "Surname"
        else:
            for column in whole if targets == {FIRST, LAST} else halves:
                del taken[column]
    done.add("name")


def _match(table: Table, profiles: list[Profile], column: int, found: tuple[Candidate, ...]) -> Match:
    letter, header = table.grid.columns[column].letter, table.headers[column]
    if not found:
        return Match(letter, header, reason=_why_not(table, profiles[column], column))
    part = found[0].target if found[0].target in (FIRST, LAST, EVENT, DETAIL) else ""
    fields = ("name",) if part in (FIRST, LAST) else () if part else tuple(c.target for c in found)
    reason = _because(found[0], header, table.captions[column], profiles[column], both=len(found) > 1)
    return Match(letter, header, fields, part, round(min(c.confidence for c in found), 2), reason)


def _because(candidate: Candidate, header: str, caption: str, found: Profile, *, both: bool) -> str:
    above = f"“{header}” under “{caption}”" if caption else f"“{header}”"
    if candidate.header <= 0:
        said = "its header says nothing"
    elif both:
        said = f"{above} names two things"
    else:
        said = f"{above} {'says so' if candidate.header >= 0.9 else 'may say so'}"
    if not found.said:
        return f"{said}; it is empty so far"
    if candidate.values >= 0.9:
        return f"{said}, and the values are {_looks(candidate.target)}"
    return said if candidate.values >= NEUTRAL else f"{said}, though the values could be something else"


_LOOKS = {
    "name": "names of persons",
    "referred_by": "names of persons",
    "introductions": "names of persons",
    "role": "job titles",
    "organization": "names of organizations",
    "email": "e-mail addresses",
    "phone": "telephone numbers",
    "link": "web addresses",
    "location": "places",
    "minutes": "lengths of time",
    "event": "actions",
    "detail": "remarks",
}


def _looks(target: str) -> str:
    if target in FIELDS and Field(target).content == Content.DATE:
        return "dates or marks"
    return _LOOKS.get(target, "what one expects there")


def _why_not(table: Table, found: Profile, column: int) -> str:
    header = table.headers[column]
    if not header:
        return "it has no header"
    said = _words_of(header, table.captions[column])
    likely = {
        target: strength for target, strength in said.items() if target in FIELDS and strength >= ACCEPTED
    }
    if not likely:
        return "its header names nothing that infoviz knows"
    best = max(likely, key=lambda target: likely[target])
    if fit(best, found) < 0.35:
        return f"its header could mean {best}, but its values do not look like it"
    return f"its header could mean {best}, but that is not certain enough or another column is it"
