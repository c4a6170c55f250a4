"""Where a sheet's table begins: the header row, what stands above it, and the texts of its headers."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Grid, Kind
from infoviz.schema.expressions import expression
from infoviz.schema.headers.meaning import LONGEST_HEADER, scores
from infoviz.schema.remembered import remembered

SEARCHED = 60  # rows that may stand above a header
LEAST = 0.6  # the strength at which a text counts as a header word
COST = 0.7  # what a cell takes off a header row that holds no header

Mask = npt.NDArray[np.bool_]

_TEXT, _BLANK = int(Kind.TEXT), int(Kind.BLANK)

_RANGE = expression(r"\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)")


class Table(NamedTuple):
    """A table in a sheet.

    Attributes
    ----------
    grid
        The sheet.
    header
        Position of the header row (0-based) in the grid.
    headers
        Per column of the grid its header as it reads there, blanks collapsed; empty where there is none.
    captions
        Per column what stands above a group of headers, such as "Outreach" over "Date"; empty where nothing does.
    score
        How much the row looks like a header row: the number of fields it names, each counted by its strength.
    """

    grid: Grid
    header: int
    headers: tuple[str, ...]
    captions: tuple[str, ...]
    score: float

    @property
    def header_row(self) -> int:
        """The header's row number in the sheet (1-based)."""
        return int(self.grid.rows[self.header])


class _Row:
    """One row's texts, and how many of its cells cannot be headers."""

    def __init__(self, texts: list[str], other: int) -> None:
        self.texts, self.other = texts, other

    @property
    def most(self) -> float:
        """More than this the row cannot be worth as headers."""
        return len(set(self.texts) - {""}) - COST * self.other

    @property
    def score(self) -> float:
        """What the texts are worth as headers."""
        return self._worth[0]

    @property
    def named(self) -> set[str]:
        """Names of the fields that the texts name."""
        return self._worth[1]

    @cached_property
    def _worth(self) -> tuple[float, set[str]]:
        return _worth(self.texts, [""] * len(self.texts), self.other)


def tidy(text: str) -> str:
    """Collapse the blanks and line breaks of a header."""
    return " ".join(
        text.replace("\N{ZERO WIDTH SPACE}", "").replace("\N{ZERO WIDTH NO-BREAK SPACE}", "").split()
    )


def column_number(letters: str) -> int:
    """Give the number of a column (1-based) from its letters.

    >>> column_number("A"), column_number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def find_table(grid: Grid) -> Table | None:
    """Find the header row of a sheet's main table; None where nothing looks like one."""
    best: Table | None = None
    count = min(len(grid.rows), SEARCHED)
    rows = _read_rows(grid, count)
    for position, row in enumerate(rows):
        least = 1e-9 if best is None else best.score + 1e-9
        below = rows[position + 1] if position + 1 < count else None
        double = below is not None and _most(row, below) > max(least, LEAST)
        if row.most <= least and not double:
            continue
        found = _alone(grid, rows, position)
        if double and below is not None and row.named and below.named:
            both = _with_row_below(grid, rows, position)
            if both.score >= found.score + LEAST:
                found = both
        if found.score > least:
            best = found
    return best


def _most(upper: _Row, lower: _Row) -> float:
    """More than this two rows cannot be worth as the two halves of a header."""
    texts = {below or above for above, below in zip(upper.texts, lower.texts, strict=True)}
    return len(texts - {""}) - COST * (upper.other + lower.other)


def table_at(grid: Grid, header: int) -> Table:
    """Give the table under a header row that is already known (0-based position)."""
    rows = _read_rows(grid, header + 1)
    return _alone(grid, rows, header)


def _read_rows(grid: Grid, count: int) -> list[_Row]:
    """Read the first rows."""
    columns = [_read_top(column, count) for column in grid.columns]
    return [
        _Row([texts[position] for texts, _ in columns], sum(other[position] for _, other in columns))
        for position in range(count)
    ]


@remembered
def _read_top(column: Column, count: int) -> tuple[list[str], list[bool]]:
    """Read a column's first cells: the text of each, and whether it can be no header."""
    texts, other = [], []
    for kind, text in zip(column.kinds[:count].tolist(), column.texts[:count].tolist(), strict=True):
        texts.append(tidy(text) if kind == _TEXT else "")
        other.append(len(texts[-1]) > LONGEST_HEADER or kind not in (_TEXT, _BLANK))
    return texts, other


def _worth(texts: list[str], captions: list[str], other: int) -> tuple[float, set[str]]:
    """Sum up the strengths of the fields named, each once; dates and numbers among them speak against a header."""
    strongest: dict[str, float] = {}
    for text, caption in zip(texts, captions, strict=True):
        found = scores(text, caption) if text else {}
        if found:
            name = max(found, key=lambda key: found[key])
            if found[name] >= LEAST:
                strongest[name] = max(strongest.get(name, 0.0), found[name])
    filled = sum(bool(text) for text in texts)
    named = len(strongest)
    share = named / filled if filled else 0.0
    score = sum(strongest.values()) * (0.5 + 0.5 * min(1.0, share * 2)) - COST * other
    return max(score, 0.0), set(strongest)


def _alone(grid: Grid, rows: list[_Row], position: int) -> Table:
    captions = _captions(grid, rows, position)
    row = rows[position]
    score = row.score
    if any(captions):
        score = max(score, _worth(row.texts, captions, row.other)[0])
    return Table(grid, position, tuple(row.texts), tuple(captions), score)


def _with_row_below(grid: Grid, rows: list[_Row], position: int) -> Table:
    """Read a header of two rows: the lower one has the last word, the upper one fills its gaps."""
    upper, lower = rows[position], rows[position + 1]
    texts = [below or above for above, below in zip(upper.texts, lower.texts, strict=True)]
    captions = _spread(grid, rows, position)
    captions = [caption if below else "" for caption, below in zip(captions, lower.texts, strict=True)]
    score, _ = _worth(texts, captions, upper.other + lower.other)
    return Table(grid, position + 1, tuple(texts), tuple(captions), score)


def _captions(grid: Grid, rows: list[_Row], position: int) -> list[str]:
    """Read what the row above says about groups of headers."""
    nothing = [""] * len(grid.columns)
    if position == 0 or grid.rows[position] - grid.rows[position - 1] > 1:
        return nothing
    above = rows[position - 1]
    filled = sum(bool(text) for text in above.texts)
    if filled < 2 or filled >= sum(bool(text) for text in rows[position].texts):
        return nothing
    return _spread(grid, rows, position - 1)


def _spread(grid: Grid, rows: list[_Row], position: int) -> list[str]:
    """Texts of a row of captions, each spread over the columns that it stands above."""
    number = int(grid.rows[position])
    spans = {
        column_number(found[1]): column_number(found[3])
        for found in map(_RANGE.fullmatch, grid.merged)
        if found is not None and int(found[2]) <= number <= int(found[4])
    }
    merged = any(end > begin for begin, end in spans.items())
    captions, current, until = [], "", 0
    for column, text in zip(grid.columns, rows[position].texts, strict=True):
        here = column_number(column.letter)
        if text:
            current, until = text, spans.get(here, here if merged else 10**6)
        captions.append(current if here <= until else "")
    return captions
