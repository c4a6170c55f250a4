"""What formulas refer to, told from their texts.

It is found generously: a table's columns with their headers and totals, and everything where the text does not tell
(``INDIRECT``, ``OFFSET``, several sheets at once). What a formula takes from another workbook is not looked for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from infoviz.workbook.ranges import LAST_COLUMN, LAST_ROW, Range, column_number

UNKNOWN = "INDIRECT()"
DEEPEST = 20  # names that stand for names
MARKS = {"\x01": 0, "\x02": -1, "\x03": 1}  # characters that no XML can hold

_DIGITS = r"[0-9\x01-\x03]"
_NAME = r"[^\W\d][\w.\\?\x01-\x03]*"
_CELL = rf"\$?[A-Za-z]{{1,3}}\$?{_DIGITS}{{1,7}}"
_AREA = (
    rf"(?:{_CELL}(?::{_CELL})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?{_DIGITS}{{1,7}}:\$?{_DIGITS}{{1,7}})"
)
_BOOK = rf"(?:'[^'\[\]]*\[(?:[^']|'')*'|\[(?:'[^']*'|[^\[\]'])+\](?:{_NAME})?)"
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    r"|(?P<itself>\[0\]!)"  # this workbook
    rf"|(?P<elsewhere>{_BOOK}!(?:{_AREA}|{_NAME}|\#REF!))"
    rf"|(?P<sheet>(?:'(?:[^']|'')+'|{_NAME})!)?"
    rf"(?P<area>{_AREA}(?![\w.(!\[:\x01-\x03]))"
    rf"|(?P<function>{_NAME})\("
    rf"|(?P<table>{_NAME}\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\])"
    rf"|(?:(?:'(?:[^']|'')+'|{_NAME})!)?(?P<name>{_NAME})(?![\w!:\[\x01-\x03])"
    rf"|(?P<number>{_DIGITS}+\.?{_DIGITS}*(?:[eE][+-]?{_DIGITS}+)?(?!:))"
    r"|(?P<error>\#(?:REF!|N/A|DIV/0!|NAME\?|NULL!|NUM!|VALUE!|[A-Z_]+[!?]?))"
    r"|(?P<odd>[:!\[\]'\\\x01-\x03]|\w)"
)
_CORNER = re.compile(rf"(?:(\$?)([A-Za-z]+))?(?:(\$?)({_DIGITS}+))?")
_PIECE = re.compile(r"\[((?:'.|[^\[\]'])*)\]")  # of a reference such as People[[#This Row],[Asked on]]
_MARKED = re.compile("[\x01-\x03]")
_THIS_ROW = "#this row"
_ANYWHERE = frozenset({"INDIRECT", "OFFSET", "CELL", "INFO", "EVALUATE", "GETPIVOTDATA"})
_CONSTANTS = frozenset({"true", "false"})
_IRRELEVANT = frozenset({"text", "number", "error", "elsewhere"})


@dataclass(frozen=True, slots=True, eq=False)
class FormulaGroup:
    """Formulas of one column that read the same, each for its own row.

    Attributes
    ----------
    sheet
        Name of their sheet in small letters.
    column
        The column that they stand in.
    rows
        The rows that they stand in.
    text
        What they say without their ``=``; :data:`UNKNOWN` where that cannot be told. The characters of
        :data:`MARKS` stand for the number of a formula's own row, of the one above and of the one below.
    origin
        Row and column of the cell for which a shared formula is written: a reference without ``$`` moves along.
    filled
        The cells that an array formula fills.
    """

    sheet: str
    column: int
    rows: NDArray[np.int64]
    text: str
    origin: tuple[int, int] | None = None
    filled: Range | None = None

    def apart(self) -> Iterator["FormulaGroup"]:
        """Give the formulas one by one, each with its own text."""
        for number in self.rows.tolist():
            text = _MARKED.sub(lambda mark: str(number + MARKS[mark[0]]), self.text)  # noqa: B023
            yield replace(self, rows=np.array([number], np.int64), text=text)


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


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells that formulas refer to.

    Attributes
    ----------
    sheet
        Name of their sheet in small letters.
    top, left, bottom, right
        The cells, counted from 1.
    moves
        Whether `top`, and whether `bottom`, are counted from the formula's own row, which is 0.
    """

    sheet: str
    top: int
    left: int
    bottom: int
    right: int
    moves: tuple[bool, bool] = (False, False)


class Unknown(Exception):  # noqa: N818  not an error: such a formula counts as depending on everything
    """What a formula refers to cannot be told from its text."""


class Unlike(Exception):  # noqa: N818  not an error: such formulas are looked at one by one
    """Formulas of a group only look alike: a row's number is a part of something else."""


def precedents(group: FormulaGroup, named: Named) -> Iterator[Reference]:
    r"""Go through the cells that formulas refer to.

    Parameters
    ----------
    group
        The formulas.
    named
        What they may refer to by name.

    Raises
    ------
    Unknown
        They cannot be told from the text.
    Unlike
        They differ by more than the row; see :meth:`FormulaGroup.apart`.

    Examples
    --------
    >>> group = FormulaGroup("log", 3, np.array([7, 8]), "SUM('My list'!A2:A9)*LOG10(B\x01)")
    >>> for one in precedents(group, Named()):
    ...     print(one.sheet, one.top, one.bottom, one.moves)
    my list 2 9 (False, False)
    log 0 0 (True, True)
    """
    return _precedents(group.text, group, named, 0)


def _precedents(text: str, group: FormulaGroup, named: Named, depth: int) -> Iterator[Reference]:
    """Go through the cells that a text refers to: that of formulas, or that of a name which stands for it."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        marked = kind not in _IRRELEVANT and _MARKED.search(match[0])
        if marked and (kind != "area" or _MARKED.search(match["sheet"] or "")):
            raise Unlike
        if kind in ("odd", "itself") or (kind == "function" and match["function"].upper() in _ANYWHERE):
            raise Unknown
        if kind == "area":
            yield _area(match, group, depth)
        elif kind == "table":
            name, _, part = match["table"][:-1].partition("[")
            table = named.tables.get(name.casefold())
            if table is None:
                raise Unknown
            yield _of_table(table, part, None if depth else group)
        elif kind == "name" and match["name"].casefold() not in _CONSTANTS:
            said = named.names.get(match["name"].casefold())
            if said is None or depth > DEEPEST:
                table = named.tables.get(match["name"].casefold())
                if table is None:
                    raise Unknown
                yield _whole(table)
            for one in said or ():
                yield from _precedents(one, group, named, depth + 1)


def _area(match: re.Match[str], group: FormulaGroup, depth: int) -> Reference:
    """Cells of a reference; one inside a name that moves with the cell that uses it is unknown."""
    sheet = group.sheet
    if match["sheet"]:
        name = match["sheet"][:-1]
        sheet = (name[1:-1].replace("''", "'") if name.startswith("'") else name).casefold()
        if ":" in sheet:
            raise Unknown
    first, _, second = match["area"].partition(":")
    corners = [_corner(one, group, fixed=bool(depth)) for one in (first, second or first)]
    rows = sorted(one[0] or (row, False) for one, row in zip(corners, (1, LAST_ROW), strict=True))
    columns = sorted(one[1] or column for one, column in zip(corners, (1, LAST_COLUMN), strict=True))
    (top, top_moves), (bottom, bottom_moves) = rows
    return Reference(sheet, top, columns[0], bottom, columns[1], (top_moves, bottom_moves))


def _corner(written: str, group: FormulaGroup, *, fixed: bool) -> tuple[tuple[int, bool] | None, int | None]:
    """Read a corner of a reference: its row and whether that moves, and its column; None for what it does not name."""
    match = _CORNER.fullmatch(written)
    if match is None:  # pragma: no cover - the pattern lets no such reference through
        raise Unknown
    column_fixed, letters, row_fixed, digits = match.groups()
    if fixed and ((letters and not column_fixed) or (digits and not row_fixed)):
        raise Unknown
    origin = None if fixed else group.origin
    row, column = None, None
    if letters:
        column = column_number(letters)
        if origin and not column_fixed:
            column += group.column - origin[1]
        if not 1 <= column <= LAST_COLUMN:
            raise Unknown
    if digits in MARKS:
        row = (MARKS[digits], True)
    elif digits:
        if _MARKED.search(digits):
            raise Unlike
        row = (int(digits) - origin[0], True) if origin and not row_fixed else (int(digits), False)
        if not row[1] and not 1 <= row[0] <= LAST_ROW:
            raise Unknown
    return row, column


def _of_table(table: Table, part: str, group: FormulaGroup | None) -> Reference:
    """Cells that the brackets behind a table's name tell, such as ``Asked on`` or ``[#This Row],[Asked on]``.

    `group` is what refers to them, where its place is that of the brackets.
    """
    whole = _whole(table)
    pieces = [one.casefold() for one in _PIECE.findall(part) or [part]]
    columns = [re.sub("'(.)", r"\1", one) for one in pieces if one and not one.startswith("#")]
    if _THIS_ROW in pieces and group is not None and group.sheet == table.sheet:
        rows = group.rows
        if table.range.top <= rows.min() and rows.max() <= table.range.bottom:
            whole = replace(whole, top=0, bottom=0, moves=(True, True))
    if not columns or not set(columns) <= set(table.columns):
        return whole
    places = [table.range.left + table.columns.index(one) for one in columns]
    return replace(whole, left=min(places), right=max(places))


def _whole(table: Table) -> Reference:
    area = table.range
    return Reference(table.sheet, area.top, area.left, area.bottom, area.right)
