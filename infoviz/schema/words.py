"""Words as people type them, brought into one form to compare; and the distinct texts of a column."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.grid import Column, Kind
from infoviz.schema.expressions import expression
from infoviz.schema.lines import in_one_go

Positions = npt.NDArray[np.int64]


def listed(words: str, by: str | None = None) -> frozenset[str]:
    """Give the words that are listed in one text, apart at blanks or at another mark.

    Examples
    --------
    >>> sorted(listed("not yet, not sent", by=","))
    ['not sent', 'not yet']
    """
    return frozenset(word.strip() for word in words.split(by))


# What people type into a cell to say that there is nothing to say (in the form that `plain` gives).
NOTHING = listed(
    "n a, na, nan, none, null, nil, nothing, tbd, tba, tbc, unknown, blank, empty", by=","
) | listed("not applicable, to be determined, k a, keine angabe", by=",")

_APOSTROPHES = expression(r"(?<=\w)['’‘ʼ`´](?=\w)")
_NO_WORD = expression(r"[^\w]+|_+")
_TO_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"}


class _Accents(dict[int, int | None]):
    """What becomes of each character once a text is taken apart: an accent goes. Looked up once a character."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.combining(chr(code)) else code
        return kept


_ACCENTS = _Accents({ord("ı"): ord("i")})
_MARKS_OF_EMPHASIS = "\ufe0e\ufe0f\u200b\u200c\u200d\u2060\ufeff"


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Give a text in the form in which words are compared: lower case, without accents, punctuation or emoji.

    Examples
    --------
    >>> plain("  Didn't  reply (yet)… ✅ ")
    'didnt reply yet'
    >>> plain("N/A"), plain("Réunion")
    ('n a', 'reunion')
    """
    return " ".join(plain_words(text))


def plain_words(text: str) -> list[str]:
    """Give the words of a text in the form in which :func:`plain` compares them; what it gives is not kept.

    Examples
    --------
    >>> plain_words("O'Neil, Réunion")
    ['oneil', 'reunion']
    """
    bare = text.casefold()
    if not bare.isascii():
        bare = _APOSTROPHES.sub("", bare)
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", bare).casefold())
        bare = apart.translate(_ACCENTS)
    return (_bare(bare) if bare.isascii() else _NO_WORD.sub(" ", bare)).split()


def _bare(text: str) -> str:
    """Make blanks of all punctuation in plain letters but that within a word, which goes."""
    if text.replace(" ", "").isalnum():
        return text
    if "'" in text or "`" in text:
        text = _APOSTROPHES.sub("", text)
    return text.translate(_TO_BLANKS)


def plains(texts: Sequence[str]) -> list[str]:
    """Give many texts as :func:`plain` does, those in plain letters all in one go; what it gives is not kept.

    Examples
    --------
    >>> plains(["O'Neil, Ana", "Réunion"])
    ['oneil ana', 'reunion']
    """
    simple = all(map(str.isascii, texts))
    lines = texts if simple else [text if text.isascii() else "" for text in texts]
    bare = in_one_go(lines, lambda text: _bare(text.casefold()))
    if simple:
        return bare
    return [
        line if text.isascii() else " ".join(plain_words(text))
        for text, line in zip(texts, bare, strict=True)
    ]


def visible(text: str) -> str:
    r"""Strip blanks, and the invisible marks that come along with emoji and pasted text.

    Examples
    --------
    >>> visible(" ✔\ufe0f ")
    '✔'
    """
    return text.strip() if text.isascii() else text.translate(_INVISIBLE).strip()


_INVISIBLE = {ord(mark): None for mark in _MARKS_OF_EMPHASIS}


def says_nothing(text: str) -> bool:
    """Whether a text stands for an empty cell: blank, a dash, a question mark, "n/a", "TBD".

    Examples
    --------
    >>> [says_nothing(text) for text in ("", " – ", "N/A", "?", "no", "✓")]
    [True, True, True, True, False, False]
    """
    words = plain(text)
    if words:
        return words in NOTHING
    return all(
        not mark.isalnum() and unicodedata.category(mark)[0] in "PZC" for mark in visible(text)
    ) or visible(text) in {"~", "="}


class Distinct(NamedTuple):
    """The distinct texts of a column: where texts stand, the code of each, the texts that the codes name."""

    positions: Positions
    codes: Positions
    texts: list[str]

    def spread(self, values: npt.NDArray[np.generic], into: npt.NDArray[np.generic]) -> None:
        """Write one value per distinct text into the array of the whole column."""
        into[self.positions] = values[self.codes]

    def where(self, code: int) -> list[int]:
        """Positions of the text of a code."""
        return [int(position) for position in self.positions[self.codes == code]]


def distinct(column: Column, among: npt.NDArray[np.bool_] | None = None) -> Distinct:
    """Find the distinct texts among a column's text cells, so that each is read but once.

    Parameters
    ----------
    column
        The column.
    among
        The positions to look at, shape ``(rows,)``; all if not given.
    """
    wanted = column.kinds == Kind.TEXT
    if among is not None:
        wanted &= among
    positions = np.flatnonzero(wanted)
    codes, uniques = pd.factorize(column.texts[positions])
    return Distinct(positions, np.asarray(codes, dtype=np.int64), [str(text) for text in uniques])


_WRITTEN = frozenset({int(Kind.TEXT), int(Kind.ERROR)})


def shown(column: Column, position: int) -> str:
    """Give what a cell shows, for a message: an error as its literal, everything else as plain text."""
    if column.kinds[position] in _WRITTEN:
        return str(column.texts[position])
    value = column.value(position)
    return "" if value is None else str(value)


SAMPLE = 200


def sample(column: Column, among: npt.NDArray[np.bool_] | None = None) -> Positions:
    """Draw an even sample of the cells that hold anything, at most 200: enough to tell what a column is."""
    filled = column.kinds != Kind.BLANK
    if among is not None:
        filled &= among
    positions = np.flatnonzero(filled)
    if len(positions) > SAMPLE:
        positions = positions[np.linspace(0, len(positions) - 1, SAMPLE).astype(np.int64)]
    return positions
