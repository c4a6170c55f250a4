"""What a column is where only the rows tell: its values held against those of other columns in the same row."""

import re
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from infoviz.grid import Column
from infoviz.schema.columns.candidates import APART, Candidate, weigh
from infoviz.schema.columns.evidence import Profile
from infoviz.schema.columns.fits import NEUTRAL
from infoviz.schema.columns.matches import ACCEPTED
from infoviz.schema.expressions import expression
from infoviz.schema.headers.meaning import words
from infoviz.schema.headers.vocabulary import FILLER, SETS
from infoviz.schema.people import name_key
from infoviz.schema.rows.records import Mask
from infoviz.schema.rows.table import Table
from infoviz.schema.values.dates import Days, read_dates
from infoviz.schema.values.yearless import with_year
from infoviz.schema.words import listed

LOOKED = 400  # rows below the header
ENOUGH = 4  # rows that tell when people remind where hardly any has an answer

_REMINDING = frozenset(SETS["nudge"].split()) | listed(
    "followup followups reminders remind suivi relance seguimiento acompanhamento opvolging lembrete promemoria"
)
_DATE = frozenset(SETS["date"].split())
_PLANNING = listed("on by due next")  # "Follow up on", "Next reminder"
_SOON = 21  # days after an ask within which people nudge, and not later
_MOST, _MOSTLY, _SELDOM = 0.9, 0.8, 1 / 3
_LATER = ("responded_on", "scheduled_on", "met_on")
_BETWEEN = expression(r"\s*(?:[,;/&+\n]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)\s*", re.IGNORECASE)
_NAMING = ("referred_by", "introductions")
SETTLED = 0.9  # the confidence of what two kinds of evidence agree on
_SEVERAL = expression(r"[,;|#]")
_KNOWN_FROM = 0.3
_GROUP = listed("group gruppe grupo groupe gruppo groep grupp")
_WHERE = listed("at where")
_VENUE = _WHERE | listed("met when we")
_NONE = Candidate(-1, "", 0.0, 0.0, 0.0)


class _Rows(NamedTuple):
    """The rows that are looked at, and the best column of each field by its candidates."""

    table: Table
    among: Mask
    best: dict[str, Candidate]

    def days(self, field: str, other_than: int) -> Days | None:
        found = self.best.get(field)
        return None if found is None or found.column == other_than else self.days_of(found.column)

    def days_of(self, at: int) -> Days:
        return _days(self.table.grid.columns[at], self.among, date1904=self.table.grid.date1904)

    def texts(self, at: int) -> list[str]:
        column = self.table.grid.columns[at]
        return ["" if text is None else str(text).strip() for text in column.texts[self.among].tolist()]


def told_by_the_rows(candidates: list[Candidate], table: Table, profiles: list[Profile]) -> list[Candidate]:
    """Leave out what the rows speak against, and give way to what they speak for."""
    best: dict[str, Candidate] = {}
    for c in sorted(candidates, key=lambda c: c.confidence):
        if c.confidence >= ACCEPTED:
            best[c.target] = c
    among = np.zeros(len(table.grid.rows), dtype=np.bool_)
    among[table.header + 1 : table.header + 1 + LOOKED] = True
    rows = _Rows(table, among, best)
    nudges = {c.column for c in candidates if c.target == "follow_up_on" and _nudged(c.column, rows)}
    kept = [c for c in candidates if c.column not in nudges or c.target != "nudged_on"]
    kept = [
        c._replace(target="nudged_on", header=0.9, confidence=weigh(0.9, c.values))
        if c.column in nudges and c.target == "follow_up_on"
        else c
        for c in kept
    ]
    kept = [c for c in kept if c.target != "tags" or not _is_a_division(c.column, rows, profiles)]
    kept = [c for c in kept if c.target != "source" or not _is_a_venue(c.column, rows)]
    kept = [
        c._replace(target="source", header=0.9, values=NEUTRAL, confidence=weigh(0.9, NEUTRAL))
        if c.target == "mode" and _is_an_occasion(c.column, rows)
        else c
        for c in kept
    ]
    return _named_by_whom(kept, rows, profiles)


def _nudged(at: int, rows: _Rows) -> bool:
    """Whether "Reminder" or "Follow up" tells when one reminded, rather than when one wants to.

    Its days lie before any answer or talk of their rows. Where too few rows have both, they lie soon after the ask,
    fewer of those who answered have one or few at all, and none but the last is ahead of all else that the sheet tells
    of. A day for every ask, or always the same time after it, is a plan.
    """
    asked = rows.days("contacted_on", at)
    if asked is None or not _may_remind(rows.table.headers[at]):
        return False
    if rows.best.get("nudged_on", _NONE).column not in (at, _NONE.column):
        return False
    days = rows.days_of(at)
    known, sent = ~np.isnat(days), ~np.isnat(asked)
    gaps = (days - asked)[known & sent] / np.timedelta64(1, "D")
    if len(np.unique(gaps)) < 2 or (gaps < 0).any() or known[sent].mean() > _MOST:
        return False
    later = _first(days, [found for field in _LATER if (found := rows.days(field, at)) is not None])
    answered = ~np.isnat(later)
    before = days[known & answered] <= later[known & answered]
    if len(before) > 1:
        return bool(before.mean() >= _MOSTLY)
    waiting = sent & ~answered
    if len(gaps) < ENOUGH or (gaps > _SOON).any() or not (before.all() and answered.any() and waiting.any()):
        return False
    ahead = days[known] > max(np.nanmax(asked), np.nanmax(later))
    seldom = len(before) and known[sent].mean() <= _SELDOM
    return bool(ahead.sum() <= 1 and (seldom or known[answered].mean() < known[waiting].mean()))


def _may_remind(header: str) -> bool:
    """Whether a header says no more than that it is about reminding, and perhaps that it is a date."""
    said = {word for word in words(header) if word not in FILLER or word in _PLANNING}
    return not _REMINDING.isdisjoint(said) and said <= _REMINDING | _DATE


def _first(like: Days, found: list[Days]) -> Days:
    """Give the first of several days in each row, NaT where there is none."""
    first = np.full_like(like, np.datetime64("NaT", "D"))
    for days in found:
        first = np.fmin(first, days)
    return first


def _days(column: Column, among: Mask, *, date1904: bool) -> Days:
    """Read the days of a few rows; those without a year are all taken to be of one."""
    read = read_dates(column, among=among, date1904=date1904)
    if not read.undated.any():
        return read.days
    texts = column.texts.copy()
    for position in np.flatnonzero(read.undated & among).tolist():
        texts[position] = with_year(str(texts[position]), 2024) or texts[position]
    return read_dates(replace(column, texts=texts), among=among, date1904=date1904).days


def _is_a_division(at: int, rows: _Rows, profiles: list[Profile]) -> bool:
    """Whether a "Group" may be a part of an organization and no tag.

    No cell holds several then, and they do not tell how one knows a person ("Alumni", "Friends").
    """
    if not _GROUP.issuperset(words(rows.table.headers[at])) or profiles[at].sources >= _KNOWN_FROM:
        return False
    return not any(_SEVERAL.search(text) for text in rows.texts(at))


def _is_a_venue(at: int, rows: _Rows) -> bool:
    """Whether "Met at" tells where a talk was held, rather than where one came to know each other."""
    if not _VENUE.issuperset(words(rows.table.headers[at]) or ("",)):
        return False
    return _beside_talks([bool(text) for text in rows.texts(at)], at, rows)


def _is_an_occasion(at: int, rows: _Rows) -> bool:
    """Whether "Met where/when" tells of the day they came to know each other: it is filled without a talk too."""
    said = words(rows.table.headers[at])
    if not _VENUE.issuperset(said) or _WHERE.isdisjoint(said) or "met" not in said:
        return False
    filled = [bool(text) for text in rows.texts(at)]
    return not _beside_talks(filled, at, rows) and ("when" in said or rows.days("met_on", at) is not None)


def _beside_talks(filled: list[bool], at: int, rows: _Rows) -> bool:
    """Whether a column is filled where a talk was held, and there only."""
    met = rows.days("met_on", at)
    if met is None or not any(filled):
        return False
    talked = ~np.isnat(met[rows.among])
    return bool(talked[np.array(filled)].mean() >= _MOSTLY > talked.mean())


def _named_by_whom(candidates: list[Candidate], rows: _Rows, profiles: list[Profile]) -> list[Candidate]:
    """Settle whether "Suggested people" or "Referrals" are those who referred somebody, or those they named."""
    by, to = ({c.column: c.header for c in candidates if c.target == field} for field in _NAMING)
    settled = {
        at: _who_names(at, rows)
        for at in by.keys() & to.keys()
        if min(by[at], to[at]) >= ACCEPTED and abs(by[at] - to[at]) < APART and profiles[at].named >= 0.3
    }
    return [
        c._replace(confidence=max(c.confidence, SETTLED)) if c.target == settled.get(c.column) else c
        for c in candidates
        if c.target not in _NAMING or settled.get(c.column, "") in ("", c.target)
    ]


def _who_names(at: int, rows: _Rows) -> str:
    """Tell a column of names: those in the list have referred, new ones beside talks that were held are introductions.

    Who was introduced may be in the list by now; another column then tells who referred.
    """
    if "name" not in rows.best:
        return ""
    known = {name_key(text) for text in rows.texts(rows.best["name"].column) if text}
    cells = rows.texts(at)
    named = [name_key(name) for text in cells if text for name in _BETWEEN.split(text) if name]
    inside = sum(name in known for name in named) / max(len(named), 1)
    told_elsewhere = rows.best.get("referred_by", _NONE).column not in (at, _NONE.column)
    if _beside_talks([bool(text) for text in cells], at, rows):
        return "introductions" if inside <= 0.1 or told_elsewhere else ""
    return "referred_by" if inside >= 0.5 and not told_elsewhere else ""
