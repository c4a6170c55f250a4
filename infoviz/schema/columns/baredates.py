"""What a bare "Date" is the day of: the ask or the interview, whichever the rest of the sheet tells of."""

from infoviz.grid import Column
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.columns.candidates import Candidate
from infoviz.schema.columns.evidence import Profile
from infoviz.schema.columns.matches import ACCEPTED
from infoviz.schema.fields import Event
from infoviz.schema.headers.meaning import is_plain_date, words
from infoviz.schema.headers.vocabulary import SETS
from infoviz.schema.rows.table import Table
from infoviz.schema.words import listed

MARKED = {
    "contacted_on": "contacted_on",
    "nudged_on": "nudged_on",
    "response": "responded_on",
    "responded_on": "responded_on",
    "scheduled_on": "scheduled_on",
    "met_on": "met_on",
    "thanked_on": "thanked_on",
}
"""What a bare "Date" is the day of, by the field of the marks left of it."""


def without_vague_dates(
    open_: list[Candidate], table: Table, profiles: list[Profile], *, actions: bool
) -> list[Candidate]:
    """Take a bare "Date" for the day of the ask or of the interview, whichever the rest of the sheet tells of."""
    if actions:
        return open_
    dated = _days_of_marks(open_, table, profiles)
    if dated:
        return _with_days_of_marks(open_, dated, table)
    more = _without_few_marks(open_, table, profiles)
    wanted = _event_of_date(open_, table) if len(more) == len(open_) else "contacted_on"
    open_ = more
    kept = []
    for candidate in open_:
        header = table.headers[candidate.column]
        if words(header) == ("timestamp",):  # when a form was sent in
            continue
        vague = is_plain_date(header) and not table.captions[candidate.column]
        if not vague or candidate.target == wanted:
            kept.append(candidate)
    return kept


def _days_of_marks(
    open_: list[Candidate], table: Table, profiles: list[Profile]
) -> dict[int, tuple[str, Candidate]]:
    """Find the columns of days, each headed "Date", right of a column of marks: the event, and what tells it."""
    found: dict[int, tuple[str, Candidate]] = {}
    for column in range(1, len(table.headers)):
        left = profiles[column - 1]
        if not is_plain_date(table.headers[column]) or table.captions[column] or left.ticks < 0.6:
            continue
        told = [
            c
            for c in open_
            if c.column == column - 1 and c.target in MARKED and not is_plain_date(table.headers[c.column])
        ]
        if told and (profiles[column].dates >= 0.5 or profiles[column].serials):
            best = max(told, key=lambda c: (c.header, c.confidence))
            found[column] = (MARKED[best.target], best)
    return found


def _with_days_of_marks(
    open_: list[Candidate], dated: dict[int, tuple[str, Candidate]], table: Table
) -> list[Candidate]:
    """Give the events to the columns of their days; of a column of marks only the answer is left."""
    events = {event for event, _ in dated.values()}
    kept = [
        c
        for c in open_
        if c.target not in events
        and not (is_plain_date(table.headers[c.column]) and not table.captions[c.column])
    ]
    found = [Candidate(column, event, 0.9, 0.9, 1.0) for column, (event, _) in dated.items()]
    return [*kept, *found]


def _without_few_marks(open_: list[Candidate], table: Table, profiles: list[Profile]) -> list[Candidate]:
    """Leave out a few marks under "Reached out" where a column headed "Date" is full of days."""
    full = any(
        is_plain_date(table.headers[c.column])
        and not table.captions[c.column]
        and profiles[c.column].dates >= 0.9
        and profiles[c.column].said >= 0.8 * profiles[c.column].looked
        for c in open_
        if c.target == "contacted_on"
    )
    if not full:
        return open_

    def has_few(c: Candidate) -> bool:
        found = profiles[c.column]
        return found.ticks >= 0.9 and found.distinct * found.said < 1.5 and found.said <= 0.5 * found.looked

    return [c for c in open_ if c.target != "contacted_on" or c.confidence < ACCEPTED or not has_few(c)]


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
    meets |= not _TALKS.isdisjoint(words(table.grid.sheet))
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
_TALKS = frozenset(SETS["meet"].split())
_SENDING = listed("sent message messages subject template letter")
