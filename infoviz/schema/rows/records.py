"""Which rows of a table are records: no pre-filled, example, group, total or repeated header rows."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.grid import Column, Grid, Kind
from infoviz.schema.expressions import expression
from infoviz.schema.headers.meaning import is_key, scores, words
from infoviz.schema.remembered import remembered
from infoviz.schema.rows.table import Table, column_number, tidy
from infoviz.schema.values.lexicon import FIRST_NAMES, ORGANIZATION_WORDS
from infoviz.schema.words import NOTHING, plain, says_nothing

Mask = npt.NDArray[np.bool_]

HEAD = 3  # first letters that tell a word for nothing from other words
LONGEST = 30  # no longer text stands for nothing
_HEADS = frozenset(word[:HEAD] for word in NOTHING)

# "Example Org" and "example.org/jane" are somebody's; "Example", "Sample person" and "Example: Jane Doe" are nobody's.
_EXAMPLE = expression(
    r"^\W*(?:e\.?\s?g\b|ex\s?[.:]|bsp\b|z\.?\s?b\b|par ex|p\.?\s?ej"
    r"|(?:example|sample|template|beispiel|exemple|ejemplo|esempio|exemplo|voorbeeld)"
    r"(?:\W*$|\s*[:(\]–—]|\s+-|\W+(?:row|entry|line|person|name|contact|only|data|\d+)\b)"
    r"|your name|first last$|firstname lastname|name here|enter |insert |\[name|<name"
    r"|add (?:your|new|a) |type )",
    re.IGNORECASE,
)
_NOBODY = expression(r"^(?:(?:jane|john) doe|(?:max|erika) mustermann|jean dupont)\W*$", re.IGNORECASE)
_EXAMPLE_NAME = expression(r"^\W*(?:example|sample|beispiel|exemple|ejemplo|acme)\b", re.IGNORECASE)
_EXAMPLE_INSIDE = expression(
    r"\((?:example|sample|beispiel|exemple|ejemplo|delete me|delete this)[^)]*\)|\bexample (?:row|entry|person)\b"
    r"|\b(?:delete|replace) this (?:row|line|entry)\b",
    re.IGNORECASE,
)
_TOTAL = expression(
    r"^\W*(?:grand )?(?:totals?|sum|summe|gesamt|count|average|avg|mean|durchschnitt|subtotal|somme|moyenne|suma|media"
    r"|totale|totaal|anzahl|# of \w+|number of \w+|response rate|reply rate)\b",
    re.IGNORECASE,
)
_COUNT = expression(r"\s*\d+(?:[.,]\d+)?\s*%?\s*")
_EXAMPLE_NUMBER = expression(
    r"\W*(?:ex|e\.?\s?g|example|sample|bsp|beispiel|exemple|ejemplo)\W*", re.IGNORECASE
)
_FORMAT_HINT = expression(
    r"^\W*(?:[dmy]{1,4}[-/.][dmy]{1,4}(?:[-/.][dmy]{1,4})?|y\s?/\s?n|yes\s?/\s?no)\W*$", re.IGNORECASE
)
_GROUP = (  # compiled when first used: few tables have rows that may be captions
    r"\b(?:lists?|groups?|contacts|people|section|round|batch|wave|tier|week|month|quarter|phase|leads|targets|prospects"
    r"|alumni|alums|peers|seniors|juniors|warm|cold|priority|category|companies|firms|others?|friends|family|network"
    r"|archived?|done|active|inactive|waiting|to contact|to do|todo|next|later|legend|notes?|key|connections|referrals"
    r"|interviews|completed|pending|industry|sector|team|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|fall|winter|kontakte|gruppe|woche|liste|semaine|mois|semana"
    r"|startups?|nonprofits?|agencies|bank(?:s|ing)|consulting|academia|government|tech|(?:19|20)\d\d|q[1-4])\b"
    r"|^(?:page|seite|pagina|página|sida|side|strona) \d|:$|\s=\s|^[^\W\d]+(?: \w+)?:\s|^\W|[→►▼▶■●–—]"
)


@remembered
def text_of(column: Column, among: Mask) -> Mask:
    """Where a column says something of its own: not blank, no error, no "n/a", no unticked box."""
    kinds = column.kinds
    own = (kinds == Kind.TEXT) | (kinds == Kind.NUMBER) | (kinds == Kind.DATE) | (kinds == Kind.TIME)
    said: Mask = own & among
    where = np.flatnonzero(said & (kinds == Kind.TEXT))
    if len(where):
        codes, uniques = pd.factorize(column.texts[where])
        empty = silent(uniques, _UNTICKED)
        if empty.any():
            said[where[empty[codes]]] = False
    return said


def silent(texts: Iterable[str], also: frozenset[str] = frozenset()) -> Mask:
    """Say which texts stand for an empty cell ("n/a", a dash), or for one of a few plain words more.

    A look at the first letters tells nearly all texts apart from these, so that large columns cost little.
    """
    heads = _HEADS | {word[:HEAD] for word in also}
    found = [
        not ((head := text[:HEAD]).isalnum() and head.isascii() and head.lower() not in heads)
        and len(text) < LONGEST
        and (says_nothing(text) or plain(text) in also)
        for text in texts
    ]
    return np.array(found, dtype=np.bool_)


_UNTICKED = frozenset({"false", "0"})


def body_of(table: Table) -> Mask:
    """Find the rows of the table: those under the header, up to another table, without the header said again."""
    body = np.zeros(len(table.grid.rows), dtype=np.bool_)
    body[table.header + 1 :] = True
    body = _until_another_table(table, body)
    return body & ~_repeated_headers(table, body)


def find_records(table: Table, body: Mask, identity: list[int], others: list[int], mapped: list[int]) -> Mask:
    """Say which rows of the grid are records.

    Parameters
    ----------
    table
        The table.
    body
        Its rows, as :func:`body_of` finds them.
    identity
        The columns that say who a row is about: the name, or first and last name, else the organization or an address.
    others
        Columns that tell of somebody not known by name yet (organization, address): such a row counts where it says
        something more.
    mapped
        All columns that were understood.

    Returns
    -------
    numpy.ndarray
        Bool, shape ``(rows of the grid,)``.
    """
    grid = table.grid
    rows = len(grid.rows)
    columns = list(dict.fromkeys([*identity, *others, *mapped]))
    said = {column: text_of(grid.columns[column], body) for column in dict.fromkeys([*identity, *others])}
    who = np.zeros(rows, dtype=np.bool_)
    for column in identity:
        who |= said[column] & ~_counted(grid.columns[column], said[column])
    fullness = _fullness(grid, columns, said, body, who)
    for column in others:
        who |= said[column] & ~_counted(grid.columns[column], said[column]) & (fullness >= 2)
    records = who & body
    records &= ~_nobody(grid.columns[identity[0]], records)
    records &= ~_examples_elsewhere(grid, records, table)
    return records & ~_group_rows(table, records, fullness, identity)


@remembered
def _nobody(column: Column, records: Mask) -> Mask:
    """Where what should be a name says that the row is an example, or a total."""
    named = np.flatnonzero(records & (column.kinds == Kind.TEXT))
    texts = column.texts[named].tolist()
    inside = _EXAMPLE_INSIDE.search("\n".join(texts)) is not None
    found = np.zeros(len(records), dtype=np.bool_)
    found[named] = [
        bool(_EXAMPLE.match(text) or _TOTAL.match(text) or (inside and _EXAMPLE_INSIDE.search(text)))
        for text in texts
    ]
    return found


def _fullness(
    grid: Grid, columns: list[int], said: dict[int, Mask], body: Mask, who: Mask
) -> npt.NDArray[np.int16]:
    """How many of the columns say something, row by row; looked at closely only where it may matter."""
    fullness = np.zeros(len(body), dtype=np.int16)
    rest = [grid.columns[column] for column in columns if column not in said]
    for mask in said.values():
        fullness += mask
    filled = fullness + sum(
        (column.kinds != Kind.BLANK for column in rest), np.zeros(len(body), dtype=np.int16)
    )
    close = body & (~who | (filled <= 2))
    for column in rest:
        fullness += np.where(close, text_of(column, close), body & (column.kinds != Kind.BLANK))
    return fullness


def _counted(column: Column, said: Mask) -> Mask:
    """Find formulas that yield no text, such as a running count: they stand in rows nobody has filled in."""
    found: Mask = said & column.formulas & (column.kinds != Kind.TEXT)
    return found


def _examples_elsewhere(grid: Grid, records: Mask, table: Table) -> Mask:
    """Rows right under the header that say in another column that they are an example, or show how to type."""
    found = np.zeros(len(records), dtype=np.bool_)
    for position in np.flatnonzero(records)[:4].tolist():
        texts = [
            str(column.texts[position]) for column in grid.columns if column.kinds[position] == Kind.TEXT
        ]
        hints = sum(bool(_FORMAT_HINT.match(text)) for text in texts)
        example = any(
            (_EXAMPLE.match(text) or _EXAMPLE_INSIDE.search(text)) and len(text) < 60
            for text in texts
            if "example" in text.casefold() or "beispiel" in text.casefold()
        )
        numbered = any(
            _EXAMPLE_NUMBER.fullmatch(str(column.texts[position]))
            for column, header in zip(grid.columns, table.headers, strict=True)
            if column.kinds[position] == Kind.TEXT and is_key(header)
        )
        names = [*texts, *map(" ".join, pairwise(texts))]
        nobody = any(map(_NOBODY.match, names)) and any(map(_EXAMPLE_NAME.match, texts))
        found[position] = example or numbered or nobody or (hints >= 1 and len(texts) > 1)
    return found


def _repeated_headers(table: Table, body: Mask) -> Mask:
    """Rows that say the headers once more."""
    same = np.zeros(len(body), dtype=np.int32)
    headers = [
        (column, header) for column, header in zip(table.grid.columns, table.headers, strict=True) if header
    ]
    for column, _ in headers:
        same += _repeats(column, table.header)
    return body & (same >= max(2, (len(headers) + 1) // 2)) if headers else body & False


@remembered
def _repeats(column: Column, header: int) -> Mask:
    """Where a column says its header."""
    raw = column.texts[header]
    if raw is None:
        return np.zeros(len(column.kinds), dtype=np.bool_)
    found: Mask = np.asarray(column.texts == raw, dtype=np.bool_) & (column.kinds == Kind.TEXT)
    return found


def _until_another_table(table: Table, body: Mask) -> Mask:
    """End the body where another table begins below: after a blank row, a row of other headers."""
    grid = table.grid
    gaps = np.flatnonzero(np.diff(grid.rows) > 1) + 1
    for position in gaps[gaps > table.header + 1].tolist()[:200]:
        texts = [
            tidy(str(column.texts[position]))
            for column in grid.columns
            if column.kinds[position] == Kind.TEXT
        ]
        if len(texts) < 2 or any(
            column.kinds[position] in (Kind.NUMBER, Kind.DATE) for column in grid.columns
        ):
            continue
        if tuple(words(text) for text in texts) == tuple(words(text) for text in table.headers if text):
            continue
        named = sum(max(scores(text).values(), default=0.0) >= 0.9 for text in texts)
        if (named >= 2 and named >= len(texts) * 0.6) or _heads_numbers(table, position):
            body[position:] = False
            break
    return body


def _heads_numbers(table: Table, position: int) -> bool:
    """Whether words head numbers in columns that held none so far, as over a table of counts."""
    if position + 1 >= len(table.grid.rows):
        return False
    headed = [c for c in table.grid.columns if c.kinds[position] == Kind.TEXT and c.kinds[position + 1]]
    return sum(
        not any(char.isdigit() for char in str(column.texts[position]))
        and _is_count(column, position + 1)
        and not any(_is_count(column, row) for row in range(table.header + 1, position))
        for column in headed
    ) >= max(1, len(headed) - 1)


def _is_count(column: Column, position: int) -> bool:
    text = column.texts[position] if column.kinds[position] == Kind.TEXT else None
    return bool(column.kinds[position] == Kind.NUMBER or (text is not None and _COUNT.fullmatch(str(text))))


def _group_rows(table: Table, records: Mask, fullness: npt.NDArray[np.int16], identity: list[int]) -> Mask:
    """Rows that head a group: one text where the others have many, merged across, or worded like a caption."""
    grid = table.grid
    found = np.zeros(len(records), dtype=np.bool_)
    filled = np.zeros(len(records), dtype=np.int16)
    for column in grid.columns:
        filled += (
            (column.kinds != Kind.BLANK)
            & ~((column.kinds == Kind.BOOLEAN) & (column.numbers == 0))
            & ~column.formulas
        )
    usual = float(np.quantile(fullness[records], 0.75)) if records.any() else 0.0
    spans = _spans(grid)
    lone = records & (fullness <= 1)
    alone = lone & (filled <= 1) & (usual >= USUAL)
    heads = alone.any() and _head_their_people(grid, records, alone, identity)
    for position in np.flatnonzero(lone).tolist():
        merged = int(grid.rows[position]) in spans
        caption = alone[position] and (heads or _looks_like_caption(_who(grid, position, identity)))
        found[position] = merged or caption
    return found


USUAL = 3  # columns that the rows of a table fill where one that fills a single cell stands out
_LABELLED = expression(r"^\s*(?:[A-Z]|\d{1,2}|[IVX]{1,4})\s*[.:)–-]\s*\S")
_FIRMS = 0.3  # share of headings that look like firms
_SPEAKING = 0.4  # share of names of which the first is known, from which a name that is not speaks for a firm


def _head_their_people(grid: Grid, records: Mask, alone: Mask, identity: list[int]) -> bool:
    """Whether rows of one text are firms, each a heading over its people: "Northgate Bank", and under it who is there.

    The first row is a heading then, none stands at the end or above another one, and the firms are told from the
    people by their names.
    """
    where = np.flatnonzero(records)
    heads = alone[where]
    if not heads[0] or heads[-1] or heads.sum() < 2 or (heads[1:] & heads[:-1]).any():
        return False
    firms = [_who(grid, position, identity) for position in where[heads].tolist()]
    people = [_who(grid, position, identity) for position in where[~heads][:200].tolist()]
    spoken, named = _share(people, _is_spoken), _share(firms, _is_spoken)
    return spoken >= _SPEAKING and named <= spoken / 3 and _share(firms, _is_firm) >= _FIRMS


def _share(texts: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)


def _is_spoken(text: str) -> bool:
    """Whether a text begins with a known first name."""
    return plain(text).split(" ")[0] in FIRST_NAMES


def _is_firm(text: str) -> bool:
    """Whether a text looks like a firm or a caption: "Quarry Labs", "Lumen & Oak", "Lazard", "A: Scotland"."""
    found = plain(text).split()
    return (
        len(found) == 1
        or "&" in text
        or not ORGANIZATION_WORDS.isdisjoint(found)
        or _LABELLED.match(text) is not None
        or any(word.islower() and len(word) > 3 for word in text.split())
    )


def _who(grid: Grid, position: int, identity: list[int]) -> str:
    """Give the text that says who a row is about."""
    columns = (grid.columns[i] for i in identity)
    return next((str(c.texts[position]) for c in columns if c.kinds[position] == Kind.TEXT), "")


def _looks_like_caption(text: str) -> bool:
    return (
        bool(re.search(_GROUP, text, re.IGNORECASE)) or len(text) > 40 or (text.isupper() and len(text) > 3)
    )


def _spans(grid: Grid) -> set[int]:
    """Sheet rows with a range merged over several columns of that one row."""
    found = set()
    for merged in grid.merged:
        parts = re.fullmatch(r"\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)", merged)
        if parts and parts[2] == parts[4] and column_number(parts[3]) > column_number(parts[1]):
            found.add(int(parts[2]))
    return found
