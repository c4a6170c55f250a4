"""Columns of a sheet, named by a field or by a header."""

from infoviz.errors import UnknownField
from infoviz.schema.headers import alike
from infoviz.schema.layout import Layout
from infoviz.schema.matches import FIELDS, Match
from infoviz.schema.table import tidy


def match_of(layout: Layout, header: str) -> Match:
    """Find a column by its header.

    Raises
    ------
    UnknownField
        None has it, or more than one.
    """
    found = [match for match in layout.matches if match.header and match.header == tidy(header)]
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
