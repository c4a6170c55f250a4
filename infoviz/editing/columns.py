"""Columns of a sheet, named by a field or by a header."""

import re

from infoviz.errors import UnknownField
from infoviz.schema.columns.matches import FIELDS, Match
from infoviz.schema.headers.meaning import alike
from infoviz.schema.reading.layout import Layout
from infoviz.schema.rows.table import tidy

_NUMBERED = re.compile(r"(.+) \((\d{1,3})\)")


def match_of(layout: Layout, header: str) -> Match:
    """Find a column by its header; of several that feed no field the first, or as the contacts number them, "Code (2)".

    Raises
    ------
    UnknownField
        None has it, or more than one that feed a field.
    """
    found = [match for match in layout.matches if match.header and match.header == tidy(header)]
    own = [match for match in found if not match.fields]
    if len(found) > 1 and own:
        return own[0]
    if not found and (numbered := _NUMBERED.fullmatch(header)):
        same = [match for match in layout.matches if match.header == numbered[1] and not match.fields]
        if 2 <= int(numbered[2]) <= len(same):
            return same[int(numbered[2]) - 1]
    found = found or [match for match in layout.matches if match.header and alike(match.header, tidy(header))]
    if len(found) != 1:
        raise UnknownField(header, [*FIELDS, *layout.unmapped])
    return found[0]


def letters_of(layout: Layout, name: str) -> list[str]:
    """Find the columns of a field, or the one with a header.

    Raises
    ------
    UnknownField
        It is neither a field nor a header.
    """
    return layout.letters.get(name, []) if name in FIELDS else [match_of(layout, name).letter]
