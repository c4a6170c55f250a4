"""What a bare "Date" is the day of: the ask or the interview, whichever the rest of the sheet tells of."""

from infoviz.grid import Column
from infoviz.schema.candidates import Candidate
from infoviz.schema.fields import Event
from infoviz.schema.headers import is_plain_date, words
from infoviz.schema.statuses import interpret
from infoviz.schema.table import Table
from infoviz.schema.words import listed


def without_vague_dates(open_: list[Candidate], table: Table, *, actions: bool) -> list[Candidate]:
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
