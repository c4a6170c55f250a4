"""What stands on a page, before it becomes HTML: sentences, drawings and tables under headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``numbers`` are the columns to be set flush right, ``faint`` the rows that are provisional."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    faint: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, the words under it, and the same numbers as a table where there is one."""

    svg: Markup
    caption: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    sentences: tuple[str, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    tables: tuple[Table, ...] = ()
    points: tuple[str, ...] = ()


def table(
    caption: str, headers: Sequence[str], rows: Sequence[Sequence[object]], *, faint: Sequence[int] = ()
) -> Table:
    """Make a table of any values; columns that hold nothing but numbers are set flush right."""
    numbers = frozenset(
        place
        for place in range(len(headers))
        if rows and all(isinstance(row[place], int | float) or row[place] is None for row in rows)
    )
    written = tuple(tuple(_write(value) for value in row) for row in rows)
    return Table(caption, tuple(headers), written, numbers, frozenset(faint))


def _write(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else str(value)
