"""How a workbook nobody prepared for us is laid out: the sheet with the people, its columns, its records, its log."""

import re
from collections.abc import Iterable
from functools import cached_property
from math import log10
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.errors import NoPeople, UnknownHeader, UnknownSheet
from infoviz.grid import Column, Grid, Kind
from infoviz.schema.columns.evidence import Profile, profile
from infoviz.schema.columns.mapping import match_columns
from infoviz.schema.columns.matches import DAY, EVENT, FIELDS, FIRST, Match
from infoviz.schema.columns.overrides import Override, find_column, listed, override
from infoviz.schema.expressions import expression
from infoviz.schema.headers.meaning import is_key, is_plain_date, scores
from infoviz.schema.rows.merged import spread_down
from infoviz.schema.rows.records import Mask, body_of, find_records
from infoviz.schema.rows.table import SEARCHED, Table, find_table, table_at, tidy

SAMPLE = 200
"""How many rows are looked at to recognise a column."""

_OF_EVENTS = {"contacted_on", "nudged_on", "met_on", "thanked_on"}

TRACKER = 3
"""How many fields the headers of a tracker without people must name."""

CERTAIN = 0.8
"""The confidence from which a column of names makes a tracker on its own."""

SURE = 0.95
"""The strength of words that are certainly a header."""

Shape = Literal["people", "actions"]

_ASIDE = expression(
    r"archiv|\bold\b|copy|kopie|template|example|instruction|read ?me|how to|lookup|\blists?\b|dashboard|summary"
    r"|settings|legend",
    re.IGNORECASE,
)
_LOG = expression(
    r"\blog\b|history|interactions|activit|journal|touchpoints|verlauf|protokoll|historique", re.IGNORECASE
)


class Layout(NamedTuple):
    """How a sheet was understood.

    Attributes
    ----------
    table
        The sheet and its header row.
    matches
        Per column of the sheet what it holds, how sure that is and why.
    records
        Which rows of the grid are records, bool, shape ``(rows of the grid,)``.
    shape
        ``"people"`` where a row is a person, ``"actions"`` where it is an action.
    log
        The layout of the workbook's log sheet, None where there is none.
    """

    table: Table
    matches: tuple[Match, ...]
    records: Mask
    shape: Shape
    log: "Layout | None" = None

    @property
    def grid(self) -> Grid:
        """The sheet's cells."""
        return self.table.grid

    @property
    def sheet(self) -> str:
        """Name of the sheet."""
        return self.table.grid.sheet

    @property
    def header_row(self) -> int:
        """Row number of the header in the sheet (1-based)."""
        return self.table.header_row

    @property
    def spread(self) -> "Layout":
        """The same, its merged cells said again in each row they cover, in the columns that were understood."""
        known = frozenset(match.letter for match in self.matches if match.fields or match.part)
        return self._replace(table=self.table._replace(grid=spread_down(self.grid, known)))

    @property
    def positions(self) -> npt.NDArray[np.int64]:
        """Positions of the records in the grid."""
        return np.flatnonzero(self.records)

    def columns_of(self, field: str) -> list[int]:
        """Columns of the grid that feed a field, from left to right, the first name before the last."""
        found = [i for i, match in enumerate(self.matches) if field in match.fields or field == match.part]
        return sorted(found, key=lambda i: self.matches[i].part != FIRST) if field == "name" else found

    @property
    def fields(self) -> dict[str, list[str]]:
        """Field → headers that feed it, fields in the order of :class:`infoviz.schema.fields.Field`."""
        return {
            name: [self.matches[i].header or self.matches[i].letter for i in self.columns_of(name)]
            for name in self._fed
        }

    @property
    def letters(self) -> dict[str, list[str]]:
        """Field → letters of the columns that feed it."""
        return {name: [self.matches[i].letter for i in self.columns_of(name)] for name in self._fed}

    @property
    def _fed(self) -> list[str]:
        """The fields that any column feeds."""
        said = {name for match in self.matches for name in (*match.fields, match.part)}
        return [name for name in FIELDS if name in said]

    @property
    def unmapped(self) -> list[str]:
        """Headers that feed no field."""
        return [
            match.header for match in self.matches if match.header and not match.fields and not match.part
        ]


def understand(grids: Iterable[Grid], sheet: str | None = None, columns: Override | None = None) -> Layout:
    """Find the people in a workbook.

    Parameters
    ----------
    grids
        The sheets, in order; they may be read lazily.
    sheet
        The sheet to take; found if not given.
    columns
        Field → header (or list of headers, or column letters) where the reader knows better than we do.

    Raises
    ------
    UnknownSheet, UnknownField, UnknownHeader
        The override names something that is not there; the message lists what is.
    NoPeople
        No sheet has a column of names or organizations with anything under it.
    """
    every = list(grids)
    names = [grid.sheet for grid in every]
    if sheet is not None and sheet not in names:
        raise UnknownSheet(sheet, names)
    chosen = [grid for grid in every if sheet is None or grid.sheet == sheet]
    sheets = [
        _Sheet(table, body_of(table)) for grid in chosen if (table := _table(grid, columns)) is not None
    ]
    found: list[Layout] = []
    unknown: list[tuple[float, UnknownHeader]] = []
    for one in sheets:
        try:
            layout = _read_sheet(one, columns)
        except UnknownHeader as error:  # the header may stand in another sheet
            plain = _read_sheet(one, None)
            unknown.append((-np.inf if plain is None else _worth(plain), error))
        else:
            found += [] if layout is None else [layout]
    if columns and unknown and not found:
        raise max(unknown, key=lambda each: each[0])[1]
    if not found:
        raise NoPeople(names if sheet is None else [sheet])
    best = max(found, key=_worth)
    others = [one for one in sheets if one.table.grid is not best.grid]
    if sheet is not None:
        others = [
            _Sheet(table, body_of(table))
            for grid in every
            if grid is not best.grid and (table := _table(grid, None)) is not None
        ]
    return best._replace(log=_find_log(best, others))


class _Sheet:
    """A sheet's table, its rows and, once it is asked for, what its columns hold."""

    def __init__(self, table: Table, body: Mask) -> None:
        self.table, self.body = table, body

    @cached_property
    def profiles(self) -> list[Profile]:
        sample = sample_rows(self.table, self.body)
        return [profile(column, sample) for column in self.table.grid.columns]


def _read_sheet(one: _Sheet, columns: Override | None) -> Layout | None:
    layout = _layout(one, columns)
    if layout is None or layout.records.any():
        return layout
    return layout if layout.shape == "people" and len(layout.fields) >= TRACKER else None  # nobody in it yet


def _table(grid: Grid, columns: Override | None) -> Table | None:
    """Find the table of a sheet; with an override, the one whose header row has the headers it names."""
    if not len(grid.rows) or not grid.columns:
        return None
    found = find_table(grid)
    named = [header for value in (columns or {}).values() for header in listed(value)]
    if not named:
        return found
    if found is not None and all(find_column(found, header) is not None for header in named):
        return found
    for position in range(min(len(grid.rows), SEARCHED)):
        table = table_at(grid, position)
        if all(find_column(table, header, letters=False) is not None for header in named):
            return table
    return found or table_at(grid, _fullest(grid))


def _fullest(grid: Grid) -> int:
    """Find the row with most texts, the first of them: the headers, where none of their words is known."""
    texts = sum(column.kinds[:SEARCHED] == Kind.TEXT for column in grid.columns)
    return int(np.argmax(texts))


def _layout(one: _Sheet, columns: Override | None) -> Layout | None:
    table, body, profiles = one.table, one.body, one.profiles
    matches = match_columns(table, profiles, actions=False)
    if columns:
        matches = override(matches, table, columns)
    people = _finish(table, body, matches, "people")
    actions = _actions(table, body, profiles) if not columns else None
    if actions is not None and (people is None or _repeats(_wide(people, body), actions)):
        return actions
    return people


def _wide(people: Layout, body: Mask) -> Layout:
    """Count a name merged over several rows in each of them."""
    table = people.table._replace(grid=spread_down(people.grid))
    if table.grid is people.grid:
        return people
    return _finish(table, body, list(people.matches), "people") or people


def _finish(table: Table, body: Mask, matches: list[Match], shape: Shape) -> Layout | None:
    def columns_of(*fields: str) -> list[int]:
        return [i for name in fields for i, match in enumerate(matches) if name in match.fields]

    names = columns_of("name")
    organizations, addresses = columns_of("organization"), columns_of("email", "link", "phone")
    identity, others = (names, organizations + addresses) if names else (organizations, [])
    if not identity or _lies_on_its_side(table, identity[0]) or _is_another_list(matches, names):
        return None
    mapped = [i for i, match in enumerate(matches) if match.fields or match.part]
    records = find_records(table, body, list(dict.fromkeys(identity)), list(dict.fromkeys(others)), mapped)
    return Layout(table, tuple(matches), records, shape)


def _is_another_list(matches: list[Match], names: list[int]) -> bool:
    """Whether nothing but a column of organizations, or of names that may be those of things, was found."""
    if len({name for match in matches for name in match.fields}) != 1:
        return False
    told = any(match.part == EVENT for match in matches)  # what was done with them
    return not names or (len(names) == 1 and matches[names[0]].confidence < CERTAIN and not told)


def _lies_on_its_side(table: Table, column: int) -> bool:
    """Whether what should be names are headers: a list of fields, or a table whose rows are its columns."""
    found = table.grid.columns[column]
    texts = [str(text) for text in found.texts[table.header + 1 : table.header + 31] if text is not None]
    said = sum(max(scores(tidy(text)).values(), default=0.0) >= SURE for text in texts)
    return said >= 2 and said * 2 >= len(texts)


def sample_rows(table: Table, body: Mask) -> npt.NDArray[np.int64]:
    """Choose up to :data:`SAMPLE` rows under the header that hold something of their own, spread over the table."""
    grid = table.grid
    own = np.zeros(len(grid.rows), dtype=np.int16)
    for column, header in zip(grid.columns, table.headers, strict=True):
        if header:
            told = (column.kinds != Kind.BLANK) & ~((column.kinds == Kind.BOOLEAN) & (column.numbers == 0))
            own += told & ~column.formulas
    own[~body] = 0
    headed = sum(bool(header) for header in table.headers)
    rows = np.flatnonzero(own >= min(2, headed))
    if len(rows) > SAMPLE:
        rows = rows[np.linspace(0, len(rows) - 1, SAMPLE).astype(np.int64)]
    return rows


def _actions(table: Table, body: Mask, profiles: list[Profile], key: int | None = None) -> Layout | None:
    """Read a table as one row an action: who (by name, or by the key in a column), on which day, did what."""
    found = match_columns(table, profiles, actions=True)
    if key is not None and not found[key].fields:
        found[key] = found[key]._replace(
            fields=("name",), confidence=0.9, reason="it holds the keys of the people"
        )
    event = [match for match in found if match.part == EVENT]
    dates = [i for i, match in enumerate(found) if _may_date(match, table, i, profiles)]
    dates = dates or (_only_day(found, profiles) if event else [])
    if not dates or not any("name" in match.fields or "organization" in match.fields for match in found):
        return None
    if not event and not any(is_plain_date(table.headers[i]) for i in dates):
        return None
    if not event:
        _tell_by_the_values(found, profiles)
    plain = [i for i in dates if is_plain_date(table.headers[i])] or dates
    day = plain[0]
    found[day] = found[day]._replace(
        fields=(), part=DAY, confidence=0.9, reason="it holds the day of each action"
    )
    return _named_actions(table, body, found)


_REMARKS = frozenset({"takeaways", "notes", "outcome", "reflection"})
_MOSTLY_ACTIONS = 0.6


def _tell_by_the_values(matches: list[Match], profiles: list[Profile]) -> None:
    """Take the column that is full of words for actions for them, where no header says which it is."""
    free = [i for i, match in enumerate(matches) if _REMARKS.issuperset(match.fields) and not match.part]
    best = max(free, key=lambda i: profiles[i].statuses, default=None)
    if best is not None and profiles[best].statuses >= _MOSTLY_ACTIONS and profiles[best].said >= 3:
        matches[best] = matches[best]._replace(
            fields=(), part=EVENT, confidence=0.75, reason="its values are actions, whatever its header"
        )


def _named_actions(table: Table, body: Mask, matches: list[Match]) -> Layout | None:
    """Read rows as actions; a name merged over several of them names each, save those that say nothing of their own."""
    wide = table._replace(grid=spread_down(table.grid))
    layout = _finish(wide, body, matches, "actions")
    if layout is None or wide.grid is table.grid:
        return layout
    mapped = [
        column
        for column, match in zip(table.grid.columns, matches, strict=True)
        if match.fields or match.part
    ]
    own = np.logical_or.reduce([column.kinds != Kind.BLANK for column in mapped])
    return layout._replace(table=table, records=layout.records & own)


def _one_event(table: Table, body: Mask, profiles: list[Profile]) -> Layout | None:
    """Read a table as one row an action where its one day is that of an event: "Date sent"."""
    found = match_columns(table, profiles, actions=True)
    days = [i for i, match in enumerate(found) if profiles[i].dates >= 0.6 and _OF_EVENTS & set(match.fields)]
    if len(days) != 1 or not any("name" in match.fields or "organization" in match.fields for match in found):
        return None
    found[days[0]] = found[days[0]]._replace(part=DAY)
    return _named_actions(table, body, found)


def _may_date(match: Match, table: Table, column: int, profiles: list[Profile]) -> bool:
    return profiles[column].dates >= 0.6 and (
        is_plain_date(table.headers[column])
        or bool({"contacted_on", "last_touch_on", "met_on"} & set(match.fields))
    )


def _only_day(found: list[Match], profiles: list[Profile]) -> list[int]:
    """Give the one column of dates beside an action, whatever its header, where that names nothing else."""
    days = [i for i, held in enumerate(profiles) if held.dates >= _ALL_DAYS]
    return days if len(days) == 1 and not found[days[0]].fields and not found[days[0]].part else []


_ALL_DAYS = 0.8


def _repeats(people: Layout, actions: Layout) -> bool:
    """Whether the same persons come back row after row, as they do where a row is an action."""
    columns = [*people.columns_of("name"), *people.columns_of("organization")]
    rows = people.positions
    named = people.grid.columns[columns[0]].kinds[rows] == Kind.TEXT
    who = pd.DataFrame({i: people.grid.columns[i].texts[rows[named]] for i in columns})
    if len(who) < 2:
        return False
    distinct = len(who.drop_duplicates())
    event = any(match.part == EVENT for match in actions.matches)
    return distinct <= (0.85 if event else 0.6) * len(who)


def _worth(layout: Layout) -> float:
    """How much a sheet looks like the one with the people."""
    fields = {name for match in layout.matches for name in match.fields}
    score = sum(match.confidence for match in layout.matches if match.fields or match.part)
    score += 2.0 if "name" in fields else 0.0
    score += 1.0 if {"contacted_on", "response", "status", "met_on", "responded_on"} & fields else 0.0
    score -= 0.0 if layout.records.any() else 6.0
    score += 1.5 * min(log10(int(layout.records.sum()) + 1), 2.5)
    score -= 2.5 if layout.shape == "actions" else 0.0
    score -= 3.0 if layout.grid.hidden else 0.0
    score -= 2.0 if _ASIDE.search(layout.sheet) else 0.0
    return score


def _find_log(people: Layout, others: list[_Sheet]) -> Layout | None:
    """Find the sheet that logs what was done with the people: a day, a person of theirs, an action."""
    if people.shape == "actions":
        return None
    keys = _keys(people)
    known: set[str] = set()
    best: Layout | None = None
    for one in others:
        table, body = one.table, one.body
        if len(table.grid.rows) < 2:
            continue
        key = _key(table, body, keys)
        layout = _actions(table, body, one.profiles) or _one_event(table, body, one.profiles)
        if layout is None and key is not None:
            layout = _actions(table, body, one.profiles, key)
        if layout is None or not layout.records.any():
            continue
        names = _names(layout)
        known = known or {*_names(people), *keys}
        shared = sum(name in known for name in names) / max(len(names), 1)
        if shared >= 0.5 and (best is None or layout.records.sum() > best.records.sum()):
            best = layout
    return best


def _names(layout: Layout) -> list[str]:
    columns = layout.columns_of("name") or layout.columns_of("organization")
    if len(columns) == 2 and layout.matches[columns[0]].part == FIRST:
        halves = [layout.grid.columns[column].texts[layout.records] for column in columns]
        whole = {
            " ".join(f"{first or ''} {last or ''}".split()).casefold()
            for first, last in zip(*halves, strict=True)
        }
        return sorted(whole - {""})
    return _distinct(layout.grid.columns[columns[0]], layout.records)


def _distinct(column: Column, among: Mask) -> list[str]:
    """Give the distinct values of a column as text, case and blanks aside."""
    texts = pd.unique(column.texts[among & (column.kinds == Kind.TEXT)])
    numbers = np.unique(column.numbers[among & (column.kinds == Kind.NUMBER)])
    return [" ".join(str(text).split()).casefold() for text in texts] + [f"{number:g}" for number in numbers]


def _keys(people: Layout) -> set[str]:
    """Give the values of the column that numbers the people, if there is one."""
    for column, match in zip(people.grid.columns, people.matches, strict=True):
        if is_key(match.header) and not match.fields:
            values = _distinct(column, people.records)
            if len(values) >= max(2, int(people.records.sum()) - 1):
                return set(values)
    return set()


def _key(table: Table, body: Mask, keys: set[str]) -> int | None:
    """Find the column that points to the people by their keys."""
    for i, (column, header) in enumerate(zip(table.grid.columns, table.headers, strict=True)):
        values = _distinct(column, body) if keys and is_key(header) else []
        if values and sum(value in keys for value in values) >= 0.8 * len(values):
            return i
    return None
