"""Which column of a table holds which field: header words and values together, solved for the whole table at once."""

from infoviz.schema.columns.baredates import without_vague_dates
from infoviz.schema.columns.beside import judged_by_the_others
from infoviz.schema.columns.candidates import (
    Candidate,
    candidates_of,
    without_our_side,
    without_states_of_places,
    words_of,
)
from infoviz.schema.columns.evidence import Profile
from infoviz.schema.columns.fits import NEUTRAL, fit
from infoviz.schema.columns.identity import name_the_people
from infoviz.schema.columns.matches import ACCEPTED, DETAIL, EVENT, FIELDS, FIRST, LAST, Match
from infoviz.schema.columns.numbered import is_another_nudge
from infoviz.schema.columns.rowwise import told_by_the_rows
from infoviz.schema.fields import Content, Field
from infoviz.schema.headers.meaning import parts, scores
from infoviz.schema.rows.table import Table
from infoviz.schema.values.compound import split_name_organization

# Fields of which two may share a cell.
PAIRS = ({"name", "role"}, {"name", "organization"}, {"organization", "role"})


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
        for candidate in candidates_of(column, table, profiles[column], actions=actions)
    ]
    candidates = without_our_side(candidates, table, profiles, actions=actions)
    candidates = without_states_of_places(candidates, table)
    candidates = judged_by_the_others(candidates, table, profiles, actions=actions)
    if not actions:
        candidates = told_by_the_rows(candidates, table, profiles)
    taken = _settle(candidates, table, profiles, actions=actions)
    matches = [_match(table, profiles, column, taken.get(column, ())) for column in range(len(profiles))]
    for column in _nudges(taken)[1:]:
        matches[column] = matches[column]._replace(fields=(), part=str(Field.NUDGED_ON))
    return name_the_people(matches, table, profiles, actions=actions)


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


def _names_an_organization_too(table: Table, column: int) -> bool:
    """Whether the cells of names say of which organization each person is: "Ana Ruiz - Acme"."""
    texts = table.grid.columns[column].texts[table.header + 1 : table.header + 201]
    split = split_name_organization([str(text) for text in texts if text is not None])
    return split is not None and split.share >= _MOSTLY


_MOSTLY = 0.6


def _settle(
    candidates: list[Candidate], table: Table, profiles: list[Profile], *, actions: bool
) -> dict[int, tuple[Candidate, ...]]:
    """Give each field its best column and each column its best field, the surest first."""
    taken: dict[int, tuple[Candidate, ...]] = {}
    done: set[str] = set()
    open_ = [candidate for candidate in candidates if candidate.confidence >= ACCEPTED]
    open_ = without_vague_dates(open_, table, profiles, actions=actions)
    ranked = sorted(open_, key=lambda c: (-round(c.confidence, 3), -c.header, -c.values, c.column))
    for candidate in ranked:
        if candidate.column in taken or (
            candidate.target in done and not _is_another(candidate, taken, table, profiles)
        ):
            continue
        if _rivals(candidate, ranked, taken, done):
            continue
        taken[candidate.column] = (candidate,)
        done.add(candidate.target)
        if {FIRST, LAST} <= done:
            done.add("name")
    _tell_replies_apart(taken, done, open_, profiles)
    _share_cells(taken, done, table, profiles)
    _whole_names_first(taken, done, profiles)
    return taken


def _is_another(
    candidate: Candidate, taken: dict[int, tuple[Candidate, ...]], table: Table, profiles: list[Profile]
) -> bool:
    """Whether a column adds to those of its field: numbered nudges do."""
    at = candidate.column
    others = [table.headers[column] for column in _nudges(taken)]
    return candidate.target == Field.NUDGED_ON and is_another_nudge(
        table.headers[at], candidate.header, profiles[at], others
    )


def _nudges(taken: dict[int, tuple[Candidate, ...]]) -> list[int]:
    """List the columns of nudges, from left to right."""
    return sorted(column for column, found in taken.items() if found[0].target == Field.NUDGED_ON)


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


_REMARKS = {"notes", DETAIL}  # whichever a remark beside an action is taken for, it is one


def _rivals(
    candidate: Candidate, ranked: list[Candidate], taken: dict[int, tuple[Candidate, ...]], done: set[str]
) -> bool:
    """Whether the column fits another open field just as well, so that nobody can tell."""
    return candidate.confidence < 0.9 and any(
        other.column == candidate.column
        and other.target not in done
        and other.target != candidate.target
        and {other.target, candidate.target} != _REMARKS
        and abs(other.confidence - candidate.confidence) < 0.02
        and abs(other.values - candidate.values) < 0.1
        for other in ranked
    )


def _share_cells(
    taken: dict[int, tuple[Candidate, ...]], done: set[str], table: Table, profiles: list[Profile]
) -> None:
    """Let a header that names two things feed two fields, where no column of its own does."""
    for column, header in enumerate(table.headers):
        found = taken.get(column, ())
        both = (_shared(header) if header else None) or _held_together(found, profiles[column])
        if both is None and len(found) == 1 and found[0].target == "name" and "organization" not in done:
            both = ("name", "organization") if _names_an_organization_too(table, column) else None
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
            taken[whole[0]] = (taken[whole[0]][0]._replace(target=missing),)  # "Name" beside "Surname"
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
    said = words_of(header, table.captions[column])
    likely = {
        target: strength for target, strength in said.items() if target in FIELDS and strength >= ACCEPTED
    }
    if not likely:
        return "its header names nothing that infoviz knows"
    best = max(likely, key=lambda target: likely[target])
    if fit(best, found) < 0.35:
        return f"its header could mean {best}, but its values do not look like it"
    return f"its header could mean {best}, but that is not certain enough or another column is it"
