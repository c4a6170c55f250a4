"""Which formulas depend on some cells, directly or through other formulas.

What a formula refers to is found generously: a table's columns with their headers and totals, and everything where the
text does not tell (``INDIRECT``, ``OFFSET``, several sheets at once). No dependent is missed; a few too many may be
named. What a formula takes from another workbook depends on nothing here.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from infoviz.workbook.ranges import Range

MOST = 20_000  # formulas whose dependence is looked into; where there are more, all are taken
UNKNOWN = "INDIRECT()"
SMALL = 16  # cells of a range that are looked up one by one
DEEPEST = 20  # names that stand for names

_NAME = r"[^\W\d][\w.\\?]*"
_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_AREA = rf"(?:{_CELL}(?::{_CELL})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}})"
_BOOK = rf"(?:'[^'\[\]]*\[(?:[^']|'')*'|\[(?:'[^']*'|[^\[\]'])+\](?:{_NAME})?)"
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    r"|(?P<itself>\[0\]!)"  # this workbook
    rf"|(?P<elsewhere>{_BOOK}!(?:{_AREA}|{_NAME}|\#REF!))"
    rf"|(?P<sheet>(?:'(?:[^']|'')+'|{_NAME})!)?"
    rf"(?P<area>{_AREA}(?![\w.(!\[:]))"
    rf"|(?P<function>{_NAME})\("
    rf"|(?P<table>{_NAME}\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\])"
    rf"|(?:(?:'(?:[^']|'')+'|{_NAME})!)?(?P<name>{_NAME})(?![\w!:\[])"
    r"|(?P<number>[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?(?!:))"
    r"|(?P<error>\#(?:REF!|N/A|DIV/0!|NAME\?|NULL!|NUM!|VALUE!|[A-Z_]+[!?]?))"
    r"|(?P<odd>[:!\[\]'\\]|\w)"
)
_PIECE = re.compile(r"\[((?:'.|[^\[\]'])*)\]")  # of a reference such as People[[#This Row],[Asked on]]
_THIS_ROW = "#this row"
_ANYWHERE = frozenset({"INDIRECT", "OFFSET", "CELL", "INFO", "EVALUATE", "GETPIVOTDATA"})
_CONSTANTS = frozenset({"true", "false"})


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula.

    Attributes
    ----------
    sheet
        Name of its sheet in small letters.
    area
        The cells it fills: one, or those of an array.
    text
        What it says without its ``=``; :data:`UNKNOWN` where that cannot be told.
    """

    sheet: str
    area: Range
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table that formulas refer to.

    Attributes
    ----------
    sheet
        Name of its sheet in small letters.
    range
        Where it stands, with its headers and totals.
    columns
        The names of its columns, in small letters.
    """

    sheet: str
    range: Range
    columns: tuple[str, ...]

    def named(self, part: str, sheet: str, at: Range | None) -> Range:
        """Give the cells that a reference's brackets name.

        Parameters
        ----------
        part
            What stands in the brackets, such as ``Asked on`` or ``[#This Row],[Asked on]``.
        sheet, at
            Where the formula stands: its sheet in small letters, and its cells if they are known.
        """
        whole = self.range
        pieces = [one.casefold() for one in _PIECE.findall(part) or [part]]
        columns = [re.sub("'(.)", r"\1", one) for one in pieces if one and not one.startswith("#")]
        top, bottom = whole.top, whole.bottom
        if (
            _THIS_ROW in pieces
            and at is not None
            and sheet == self.sheet
            and top <= at.top <= at.bottom <= bottom
        ):
            top, bottom = at.top, at.bottom
        if not columns or not set(columns) <= set(self.columns):
            return Range(top, whole.left, bottom, whole.right)
        places = [whole.left + self.columns.index(one) for one in columns]
        return Range(top, min(places), bottom, max(places))


@dataclass(frozen=True, slots=True)
class Named:
    """What formulas refer to by name; every name in small letters.

    Attributes
    ----------
    names
        What the defined names say, those of the same name on several sheets together.
    tables
        The tables.
    """

    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)


Area = tuple[str, Range]


class Unknown(Exception):  # noqa: N818  not an error: such a formula counts as depending on everything
    """What a formula refers to cannot be told from its text."""


def precedents(
    formula: str, sheet: str, named: Named, at: Range | None = None, depth: int = 0
) -> Iterator[Area]:
    """Go through the ranges that a formula refers to, with their sheets in small letters.

    Parameters
    ----------
    formula
        What it says, without its ``=``.
    sheet, at
        Where it stands: its sheet in small letters, and its cells if they are known.
    named
        What it may refer to by name.
    depth
        How many names stand between it and the cell that uses it.

    Raises
    ------
    Unknown
        They cannot be told from its text.

    Examples
    --------
    >>> [(sheet, str(area)) for sheet, area in precedents("SUM('My list'!A2:A9)*LOG10(B7)", "log", Named())]
    [('my list', 'A2:A9'), ('log', 'B7')]
    """
    for match in _TOKEN.finditer(formula):
        kind = match.lastgroup
        if kind in ("odd", "itself") or (kind == "function" and match["function"].upper() in _ANYWHERE):
            raise Unknown
        if kind == "area":
            yield _area(match, sheet, depth)
        elif kind == "table":
            name, _, part = match["table"][:-1].partition("[")
            table = named.tables.get(name.casefold())
            if table is None:
                raise Unknown
            yield table.sheet, table.named(part, sheet, None if depth else at)
        elif kind == "name" and match["name"].casefold() not in _CONSTANTS:
            said = named.names.get(match["name"].casefold())
            if said is None or depth > DEEPEST:
                table = named.tables.get(match["name"].casefold())
                if table is None:
                    raise Unknown
                yield table.sheet, table.range
            for text in said or ():
                yield from precedents(text, sheet, named, at, depth + 1)


def _area(match: re.Match[str], sheet: str, depth: int) -> Area:
    """Range of a reference; one inside a name that moves with the cell that uses it is unknown."""
    written = match["area"]
    corners = written.count(":") + 1
    fixed = written.count("$") >= corners * (2 if re.search(r"[A-Za-z]\$?[0-9]", written) else 1)
    if depth and not fixed:
        raise Unknown
    if match["sheet"]:
        name = match["sheet"][:-1]
        sheet = (name[1:-1].replace("''", "'") if name.startswith("'") else name).casefold()
        if ":" in sheet:
            raise Unknown
    try:
        return sheet, Range.parse(written)
    except ValueError as error:
        raise Unknown from error


class References:
    """What formulas refer to, ready to be asked which of them depend on an edit, again and again.

    Parameters
    ----------
    formulas
        The formulas.
    named
        What they refer to by name.

    Attributes
    ----------
    unknown
        Positions of the formulas of which it cannot be told.
    """

    def __init__(self, formulas: Sequence[Formula], named: Named) -> None:
        self.formulas = formulas
        self.unknown: list[int] = []
        self._cells: dict[str, dict[tuple[int, int], list[int]]] = {}
        self._ranges: dict[str, dict[Range, list[int]]] = {}
        if len(formulas) > MOST:
            self.unknown = list(range(len(formulas)))
            return
        for number, formula in enumerate(formulas):
            try:
                for sheet, area in list(precedents(formula.text, formula.sheet, named, formula.area)):
                    self._add(sheet, area, number)
            except Unknown:
                self.unknown.append(number)
        self._tables = {
            sheet: (
                np.array([(a.top, a.left, a.bottom, a.right) for a in ranges], np.int64).T,
                list(ranges.values()),
            )
            for sheet, ranges in self._ranges.items()
        }

    @cached_property
    def by_row(self) -> dict[tuple[str, int], list[int]]:
        """Positions of the formulas that stand in a row, by sheet and row."""
        found: dict[tuple[str, int], list[int]] = {}
        for number, formula in enumerate(self.formulas):
            found.setdefault((formula.sheet, formula.area.top), []).append(number)
        return found

    def _add(self, sheet: str, area: Range, number: int) -> None:
        if (area.bottom - area.top + 1) * (area.right - area.left + 1) > SMALL:
            self._ranges.setdefault(sheet, {}).setdefault(area, []).append(number)
            return
        cells = self._cells.setdefault(sheet, {})
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                cells.setdefault((row, column), []).append(number)

    def question(self) -> Callable[[str, Range], list[int]]:
        """Give what hands out the formulas that refer to a cell of an area, those of a cell or range only once."""
        seen: set[tuple[str, int, int]] = set()
        unasked: dict[str, np.ndarray] = {}

        def meeting(sheet: str, area: Range) -> list[int]:
            found: list[int] = []
            cells = self._cells.get(sheet, {})
            single = (area.top, area.left) == (area.bottom, area.right)
            for cell in [(area.top, area.left)] if single else [cell for cell in cells if cell in area]:
                if (sheet, *cell) not in seen:
                    seen.add((sheet, *cell))
                    found += cells.get(cell, ())
            if sheet in self._ranges:
                bounds, numbers = self._tables[sheet]
                left = unasked.setdefault(sheet, np.ones(len(numbers), np.bool_))
                hit = left & (bounds[0] <= area.bottom) & (bounds[1] <= area.right)
                hit &= (bounds[2] >= area.top) & (bounds[3] >= area.left)
                left[hit] = False
                for place in np.flatnonzero(hit).tolist():
                    found += numbers[place]
            return found

        return meeting


def reached(
    parts: Sequence[tuple[References, frozenset[int]]], edited: Iterable[Area]
) -> list[tuple[int, int]]:
    """Find the formulas that depend on edited cells, directly or through others.

    Parameters
    ----------
    parts
        Formulas, and the positions of those of them that are no longer there.
    edited
        The cells.

    Returns
    -------
    list of (int, int)
        Which of the parts, and the position in it, ascending.
    """
    pending = deque(edited)
    found = {
        (part, number)
        for part, (references, gone) in enumerate(parts)
        for number in references.unknown
        if number not in gone
    }
    pending += [(parts[part][0].formulas[at].sheet, parts[part][0].formulas[at].area) for part, at in found]
    questions = [references.question() for references, _ in parts]
    while pending:
        area = pending.popleft()
        for part, (references, gone) in enumerate(parts):
            for number in questions[part](*area):
                if number not in gone and (part, number) not in found:
                    found.add((part, number))
                    formula = references.formulas[number]
                    pending.append((formula.sheet, formula.area))
    return sorted(found)
