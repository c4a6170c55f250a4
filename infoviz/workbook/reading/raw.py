"""Cells as they stand in a worksheet part: what the two readers hand on, before any value is understood."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint8]

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
ATTRIBUTES = re.compile(rb'((?: [A-Za-z_][\w:.-]*="[^"<&]*")*) ?(/?)>')
ATTRIBUTE = re.compile(rb' ([A-Za-z_][\w:.-]*)="([^"<&]*)"')
FORMULA = re.compile(rb'<f((?: [A-Za-z_][\w:.-]*="[^"<&]*")*) ?/?>([^<]*)')
STYLE_NUMBER = re.compile("[0-9]{1,6}")


class RawKind(IntEnum):
    """What a cell says that its value is (its ``t``)."""

    NUMBER = 0
    SHARED = 1
    BOOLEAN = 2
    ERROR = 3
    TEXT = 4
    DATE = 5
    INLINE = 6


NAMES = {
    "n": RawKind.NUMBER,
    "s": RawKind.SHARED,
    "b": RawKind.BOOLEAN,
    "e": RawKind.ERROR,
    "str": RawKind.TEXT,
    "d": RawKind.DATE,
    "inlineStr": RawKind.INLINE,
}


class Raw(NamedTuple):
    """Some cells in the order written, a struct of arrays of equal length.

    Attributes
    ----------
    text
        The bytes (UTF-8) that the spans refer to.
    offset
        What to add to a span to get a position in ``text``.
    resolved
        True where character references and line ends are already resolved.
    rows, columns
        The cell's address, 1-based.
    styles
        Its style id.
    codes
        Its :class:`RawKind`.
    begin, end
        Span of its value; begin is −1 where there is none.
    formula_begin, formula_end
        Span of its formula from ``<f`` to before the next tag; begin is −1 where there is none.
    """

    text: bytes
    offset: int
    resolved: bool
    rows: Ints
    columns: Ints
    styles: Ints
    codes: Codes
    begin: Ints
    end: Ints
    formula_begin: Ints
    formula_end: Ints


def column_number(letters: str) -> int:
    """Turn the letters of a column into its number (1-based).

    Examples
    --------
    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=LAST_COLUMN)
def column_letters(number: int) -> str:
    """Letters of a column by its number (1-based).

    Examples
    --------
    >>> column_letters(1), column_letters(27), column_letters(16384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def attribute_section(section: bytes) -> tuple[int, int, bool] | None:
    """Read what follows a cell's reference in its tag: style, kind, and whether the tag closes itself.

    None where it is not written in the usual form.

    Examples
    --------
    >>> attribute_section(b' t="s" s="12" cm="1">')
    (12, 1, False)
    """
    match = ATTRIBUTES.fullmatch(section)
    if match is None:
        return None
    found = {name.decode(): value.decode("utf-8", "replace") for name, value in ATTRIBUTE.findall(match[1])}
    style, kind = found.get("s", "0"), NAMES.get(found.get("t", "n"))
    if kind is None or "r" in found or STYLE_NUMBER.fullmatch(style) is None or "xmlns" in found:
        return None
    return int(style), int(kind), bool(match[2])
