"""What the reader knows better: columns named by their headers or letters."""

import re
from collections.abc import Mapping, Sequence

from infoviz.errors import UnknownField, UnknownHeader
from infoviz.schema.columns.matches import FIELDS, FIRST, LAST, Match
from infoviz.schema.fields import EVENT_OF, Field
from infoviz.schema.headers.meaning import alike
from infoviz.schema.rows.table import Table, column_number

Override = Mapping[str, str | Sequence[str]]


def listed(value: str | Sequence[str]) -> list[str]:
    """Give one header or several as a list."""
    return [value] if isinstance(value, str) else list(value)


def find_column(table: Table, header: str, *, letters: bool = True) -> int | None:
    """Find the column with a header, as it reads or in other spelling; else the one with these letters."""
    tests = (
        lambda own: own == header,
        lambda own: own.casefold() == header.casefold(),
        lambda own: alike(own, header),
    )
    for same in tests:
        for i, own in enumerate(table.headers):
            if own and same(own):
                return i
    if letters and re.fullmatch(r"[A-Z]{1,3}", header):
        wanted = column_number(header)
        return next((i for i, c in enumerate(table.grid.columns) if column_number(c.letter) == wanted), None)
    return None


def override(matches: list[Match], table: Table, columns: Override) -> list[Match]:
    """Put what the reader named in the place of what was found.

    Raises
    ------
    UnknownField, UnknownHeader
        There is no such field or column; the message lists what there is.
    """
    chosen: dict[int, list[str]] = {}
    parts: dict[int, str] = {}
    for name, value in columns.items():
        if name not in FIELDS:
            raise UnknownField(name, list(FIELDS))
        for order, header in enumerate(listed(value)):
            i = find_column(table, header)
            if i is None:
                raise UnknownHeader(header, table.grid.sheet, [own for own in table.headers if own])
            chosen.setdefault(i, []).append(name)
            if name == Field.NAME and len(listed(value)) > 1:
                parts[i] = (FIRST, LAST)[min(order, 1)]
            elif order and Field(name) in EVENT_OF:  # one more day of the same event
                chosen[i].remove(name)
                parts[i] = name
    named = set(columns)
    result = []
    for i, match in enumerate(matches):
        if i in chosen:
            result.append(
                Match(match.letter, match.header, tuple(chosen[i]), parts.get(i, ""), 1.0, "you said so")
            )
        elif named & set(match.fields):
            other = any(listed(columns[name]) for name in named & set(match.fields))
            why = "you named another column for it" if other else "you said that it is something else"
            result.append(Match(match.letter, match.header, reason=why))
        else:
            result.append(match)
    return result
