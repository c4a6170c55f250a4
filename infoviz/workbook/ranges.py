"""Addresses as spreadsheets write them: ``B7``, ``A1:D20``, ``A:A``, and lists of those."""

import re
from dataclasses import dataclass, replace

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\Z")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})\Z")
_ROWS = re.compile(r"\$?([0-9]{1,7}):\$?([0-9]{1,7})\Z")


def letters(column: int) -> str:
    """Letters of a column counted from 1.

    Examples
    --------
    >>> letters(1), letters(28), letters(16384)
    ('A', 'AB', 'XFD')
    """
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(text: str) -> int:
    """Column counted from 1 of its letters.

    Examples
    --------
    >>> column_number("AB")
    28
    """
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number


def cell_name(row: int, column: int) -> str:
    """Address of a cell.

    Examples
    --------
    >>> cell_name(7, 2)
    'B7'
    """
    return f"{letters(column)}{row}"


def parse_cell(address: str) -> tuple[int, int]:
    """Row and column, counted from 1, of an address.

    Raises
    ------
    ValueError
        It is no address of a cell, or lies outside the sheet.

    Examples
    --------
    >>> parse_cell("B7"), parse_cell("$AB$12")
    ((7, 2), (12, 28))
    """
    match = _CELL.match(address)
    row, column = (int(match[2]), column_number(match[1])) if match else (0, 0)
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        message = f"{address!r} is not the address of a cell"
        raise ValueError(message)
    return row, column


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, counted from 1, both ends included.

    Examples
    --------
    >>> Range.parse("A1:D20").taller(21)
    Range(top=1, left=1, bottom=21, right=4)
    >>> str(Range.parse("B7")), str(Range.parse("A1:D20"))
    ('B7', 'A1:D20')
    """

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def parse(cls, text: str) -> "Range":
        """Read ``A1``, ``A1:D20``, ``A:C`` or ``1:3``, with or without ``$``.

        Raises
        ------
        ValueError
            It is no range.
        """
        if columns := _COLUMNS.match(text):
            left, right = sorted((column_number(columns[1]), column_number(columns[2])))
            return cls(1, left, LAST_ROW, right)
        if rows := _ROWS.match(text):
            top, bottom = sorted((int(rows[1]), int(rows[2])))
            return cls(top, 1, bottom, LAST_COLUMN)
        first, _, second = text.partition(":")
        (row, column), (other_row, other_column) = parse_cell(first), parse_cell(second or first)
        top, bottom = sorted((row, other_row))
        left, right = sorted((column, other_column))
        return cls(top, left, bottom, right)

    def __str__(self) -> str:
        first, second = cell_name(self.top, self.left), cell_name(self.bottom, self.right)
        return first if first == second else f"{first}:{second}"

    def __contains__(self, cell: tuple[int, int]) -> bool:
        return self.top <= cell[0] <= self.bottom and self.left <= cell[1] <= self.right

    @property
    def size(self) -> int:
        """Number of its cells."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def meets(self, other: "Range") -> bool:
        """Whether the two share a cell."""
        apart = self.bottom < other.top or other.bottom < self.top
        return not (apart or self.right < other.left or other.right < self.left)

    def taller(self, bottom: int) -> "Range":
        """Return the same columns, down to another row."""
        return replace(self, bottom=bottom)

    def wider(self, right: int) -> "Range":
        """Return the same rows, out to another column."""
        return replace(self, right=right)


def parse_list(text: str) -> list[Range]:
    """Read a list of ranges such as ``"A2:A9 C2:C9"`` (an sqref); what is no range is left out.

    Examples
    --------
    >>> [str(one) for one in parse_list("A2:A9 C5")]
    ['A2:A9', 'C5']
    """
    found = []
    for piece in text.split():
        try:
            found.append(Range.parse(piece))
        except ValueError:
            continue
    return found
