"""The fast reader of a worksheet's cells: whole blocks of bytes at once, for the form that programs write.

It knows exactly one way to write each thing (``<c r="B7" s="3" t="s"><v>12</v></c>`` and its kin), proves for
every tag that it is written so, and gives up on the first oddity; :mod:`infoviz.workbook.reading.exact` reads
those sheets, slower. Nothing is guessed: what this module returns is what the exact reader would.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.workbook.reading.raw import (
    ATTRIBUTES,
    FORMULA,
    LAST_COLUMN,
    LAST_ROW,
    NAMES,
    Raw,
    RawKind,
    attribute_section,
)
from infoviz.workbook.reading.texts import legal

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

BLOCK = 4 << 20
SLACK = 64
ROW_END = b"</row>"
UNKNOWN = 255
MOST_SECTIONS = 10_000  # different attributes of cells in one block
SECTIONS = {b">": RawKind.NUMBER, b"/>": RawKind.NUMBER} | {
    f' t="{name}">'.encode(): kind for name, kind in NAMES.items()
}


def word(text: bytes) -> np.uint64:
    """Bytes as the little-endian number that :func:`words_at` reads from the text."""
    return np.uint64(int.from_bytes(text, "little"))


def mask(length: int) -> np.uint64:
    """Mask of the first bytes of a word."""
    return np.uint64((1 << (8 * length)) - 1)


class Odd(Exception):  # noqa: N818  not an error: the exact reader takes over
    """The sheet is written in a way that this reader does not know."""


class Block(NamedTuple):
    """Some whole rows: their bytes with slack behind, and the eight bytes at every position as a word."""

    letters: npt.NDArray[np.uint8]
    words: Words
    length: int

    @classmethod
    def of(cls, text: bytes, begin: int, end: int) -> "Block":
        """Copy a stretch of the text."""
        length = end - begin
        padded = np.zeros(length + SLACK, np.uint8)
        padded[:length] = np.frombuffer(text, np.uint8, length, begin)
        words: Words = np.ndarray((length + SLACK - 8,), "<u8", padded.data, 0, (1,))
        return cls(padded, words, length)


class Tags(NamedTuple):
    """Where the tags of a block begin, the first eight bytes of each, and which are cells."""

    at: Ints
    words: Words
    cells: Ints


def blocks(text: bytes, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut the rows into stretches of some megabytes that end with a row."""
    while begin < end:
        cut = end
        if end - begin > BLOCK:
            found = text.find(ROW_END, begin + BLOCK, end)
            cut = found + len(ROW_END) if found >= 0 else end
        yield begin, cut
        begin = cut


def scan(text: bytes, begin: int, end: int) -> Iterator[Raw]:
    """Read the cells between two positions of a part, which hold whole rows.

    Raises
    ------
    Odd
        Where the rows are not written in the usual form.
    """
    for start, stop in blocks(text, begin, end):
        if not legal(text[start:stop]):
            raise Odd
        yield _read(text, Block.of(text, start, stop), start)


def _read(text: bytes, block: Block, offset: int) -> Raw:
    at = np.flatnonzero(block.letters[: block.length] == ord("<"))
    if not len(at) or at[0] != 0:
        raise Odd
    ends = np.append(at[1:], block.length)
    words = block.words[at]
    is_row = words == word(b'<row r="')
    is_row_end = (words & mask(6)) == word(ROW_END)
    is_cell = (words & mask(6)) == word(b'<c r="')
    cells = np.flatnonzero(is_cell)
    _prove_nesting(block, at, ends, (is_row, is_row_end, is_cell))
    row_numbers, row_words = _row_numbers(block, at[is_row])
    _prove_attributes(text, at[is_row] + offset, ends[is_row] + offset)
    row_of = np.cumsum(is_row)[cells] - 1
    columns, rest = _references(block, at[cells], row_words[row_of])
    if (
        row_numbers.min(initial=1) < 1
        or row_numbers.max(initial=1) > LAST_ROW
        or columns.max(initial=1) > LAST_COLUMN
    ):
        raise Odd
    attributes = _attributes(text, block, (rest, ends[cells]), offset)
    tags = Tags(np.append(at, np.full(8, block.length)), np.append(words, np.zeros(8, np.uint64)), cells)
    values = _values(block, tags, attributes.closed)
    if len(at) != values.used + int(is_row.sum()) + int(is_row_end.sum()):
        raise Odd
    special = np.flatnonzero(
        (values.formula_begin >= 0) & (block.letters[values.formula_begin + 2] != ord(">"))
    )
    _prove_formulas(text, values.formula_begin[special] + offset, values.formula_end[special] + offset)
    inline = attributes.codes == RawKind.INLINE
    if ((values.inline != inline) & (values.begin >= 0)).any():
        raise Odd
    return Raw(
        text=text,
        offset=offset,
        resolved=False,
        rows=row_numbers[row_of],
        columns=columns,
        styles=attributes.styles,
        codes=attributes.codes,
        begin=values.begin,
        end=values.end,
        formula_begin=values.formula_begin,
        formula_end=values.formula_end,
    )


def _prove_nesting(block: Block, at: Ints, ends: Ints, which: tuple[Flags, Flags, Flags]) -> None:
    """Prove that rows open and close in turn, that cells stand in rows, and that no text stands between."""
    is_row, is_row_end, is_cell = which
    behind = ends[is_row | is_cell]
    if not (block.letters[behind - 1] == ord(">")).all() or not (ends - at == 6)[is_row_end].all():
        raise Odd
    opens = is_row.astype(np.int8)
    opens[is_row] = block.letters[ends[is_row] - 2] != ord("/")
    depth = np.cumsum(opens - is_row_end, dtype=np.int64)
    if depth.min() < 0 or depth.max() > 1 or depth[-1] != 0 or not depth[is_cell].all():
        raise Odd


def _prove_attributes(text: bytes, begins: Ints, ends: Ints) -> None:
    """Prove that the attributes of rows are written in the usual form; most rows have the same ones."""
    spans = zip(begins.tolist(), ends.tolist(), strict=True)
    for section in {text[text.index(b'"', begin + 8) + 1 : end] for begin, end in spans}:
        if ATTRIBUTES.fullmatch(section) is None or b' r="' in section:
            raise Odd


def _prove_formulas(text: bytes, begins: Ints, ends: Ints) -> None:
    """Prove that the attributes of formulas are written in the usual form."""
    for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
        if FORMULA.fullmatch(text, begin, end) is None:
            raise Odd


def _row_numbers(block: Block, at: Ints) -> tuple[Ints, Words]:
    """Read the number of each row, and its digits with the closing quote as a word."""
    words = block.words[at + 8]
    lengths = np.zeros(len(at), np.int64)
    for place in range(1, 8):
        closing = ((words >> np.uint64(8 * place)) & np.uint64(255)) == ord('"')
        lengths[(lengths == 0) & closing] = place
    if (lengths == 0).any():
        raise Odd
    numbers, digits = whole_numbers(words, lengths)
    if not digits.all():
        raise Odd
    return numbers, words & _masks(lengths + 1)


def _masks(lengths: Ints) -> Words:
    table = np.array([mask(length) for length in range(9)], np.uint64)
    return table[lengths]


def whole_numbers(words: Words, lengths: Ints) -> tuple[Ints, Flags]:
    """Read the first 1 to 8 bytes of each word as decimal digits; the second result tells where they are."""
    shift = (np.uint64(64) - lengths.astype(np.uint64) * np.uint64(8)) & np.uint64(63)
    zeros = np.uint64(0x3030303030303030)
    fill = np.where(lengths == 8, np.uint64(0), zeros & ((np.uint64(1) << shift) - np.uint64(1)))
    digits = (words << shift) | fill
    high = np.uint64(0xF0F0F0F0F0F0F0F0)
    valid = ((digits & high) == zeros) & (((digits + np.uint64(0x0606060606060606)) & high) == zeros)
    pairs = (digits & np.uint64(0x0F0F0F0F0F0F0F0F)) * np.uint64(2561) >> np.uint64(8)
    fours = (pairs & np.uint64(0x00FF00FF00FF00FF)) * np.uint64(6553601) >> np.uint64(16)
    eights = (fours & np.uint64(0x0000FFFF0000FFFF)) * np.uint64(42949672960001) >> np.uint64(32)
    return eights.astype(np.int64), valid


def _references(block: Block, at: Ints, row_words: Words) -> tuple[Ints, Ints]:
    """Column of each cell, and the position behind its reference; its row must be the row's own."""
    words = block.words[at + 6]
    letters = [((words >> np.uint64(8 * place)) & np.uint64(255)).astype(np.int64) - 64 for place in range(3)]
    valid = [(letter >= 1) & (letter <= 26) for letter in letters]
    two = valid[0] & valid[1]
    three = two & valid[2]
    columns = letters[0].copy()
    columns[two] = columns[two] * 26 + letters[1][two]
    columns[three] = columns[three] * 26 + letters[2][three]
    behind = at + 6 + 1 + two + three
    lengths = np.zeros(len(at), np.int64)
    for place in range(2, 9):
        lengths[row_words >= np.uint64(1) << np.uint64(8 * (place - 1))] = place
    if not valid[0].all() or (block.words[behind] & _masks(lengths) != row_words).any():
        raise Odd
    return columns, behind + lengths


class Attributes(NamedTuple):
    """Style and kind of each cell, and whether its tag closes itself."""

    styles: Ints
    codes: npt.NDArray[np.uint8]
    closed: Flags


def _attributes(text: bytes, block: Block, span: tuple[Ints, Ints], offset: int) -> Attributes:
    """Read what follows the cells' references in their tags."""
    rest, ends = span
    words = block.words[rest]
    styles = np.zeros(len(rest), np.int64)
    styled = (words & mask(4)) == word(b' s="')
    behind = rest.copy()
    if styled.any():
        numbers, length = _style_numbers(block.words[rest[styled] + 4])
        styles[styled] = numbers
        behind[styled] += 4 + length
        words = block.words[behind]
    codes = np.full(len(rest), UNKNOWN, np.uint8)
    closed = np.zeros(len(rest), np.bool_)
    remaining = ends - behind
    for section, code in SECTIONS.items():
        fits = (words & mask(min(len(section), 8))) == word(section[:8])
        fits &= remaining == len(section)
        if len(section) > 8:
            fits[fits] = block.words[ends[fits] - 8] == word(section[-8:])
        codes[fits] = code
        closed[fits] = section.endswith(b"/>")
    known: dict[bytes, tuple[int, int, bool]] = {}
    for index in np.flatnonzero(codes == UNKNOWN).tolist():
        section = text[offset + int(rest[index]) : offset + int(ends[index])]
        if section not in known:
            found = attribute_section(section)
            if found is None or len(known) > MOST_SECTIONS:
                raise Odd
            known[section] = found
        styles[index], codes[index], closed[index] = known[section]
    return Attributes(styles, codes, closed)


def _style_numbers(words: Words) -> tuple[Ints, Ints]:
    """Read the number before the closing quote, and the length of both."""
    lengths = np.zeros(len(words), np.int64)
    for place in range(1, 7):
        closing = ((words >> np.uint64(8 * place)) & np.uint64(255)) == ord('"')
        lengths[(lengths == 0) & closing] = place
        if lengths.all():
            break
    numbers, digits = whole_numbers(words, np.maximum(lengths, 1))
    if not (digits & (lengths > 0)).all():
        raise Odd
    return numbers, lengths + 1


class Values(NamedTuple):
    """Where each cell's value and formula stand within the block, and how many tags the cells use up."""

    begin: Ints
    end: Ints
    formula_begin: Ints
    formula_end: Ints
    inline: Flags
    used: int


def _values(block: Block, tags: Tags, closed: Flags) -> Values:
    """Go through what a cell may hold: nothing, a value, a formula and a value, or an inline string."""
    at, words, cells = tags
    formula_begin, formula_end, position = _formulas(block, tags, closed)
    first = words[position]
    plain = ~closed & ((first & mask(3)) == word(b"<v>"))
    spaced = ~closed & (first == word(b"<v xml:s"))
    nothing = ~closed & ((first & mask(4)) == word(b"</c>")) & (at[position + 1] - at[position] == 4)
    inline = ~closed & ((first & mask(7)) == word(b"<is><t>"))
    inline_spaced = ~closed & (first == word(b"<is><t x"))
    void = ~closed & ((first & mask(4)) == word(b"<v/>")) & (at[position + 1] - at[position] == 4)
    void &= ((words[position + 1] & mask(4)) == word(b"</c>")) & (at[position + 2] - at[position + 1] == 4)
    valued, inlined, empty = plain | spaced, inline | inline_spaced, closed | nothing
    if not (empty | valued | inlined | void).all() or (inlined & (formula_begin >= 0)).any():
        raise Odd
    begin, end = np.full(len(cells), -1, np.int64), np.full(len(cells), -1, np.int64)
    _bound(tags, position, valued, (b"</v>", b"</c>"), (begin, end))
    _bound(tags, position + 1, inlined, (b"</t>", b"</is>", b"</c>"), (begin, end))
    begin[plain | inline] += 3
    _skip(block, begin, spaced, b'<v xml:space="preserve">')
    _skip(block, begin, inline_spaced, b'<t xml:space="preserve">')
    begin[void] = end[void] = at[position[void]]
    used = (
        int((position - cells).sum())
        + int(empty.sum())
        + 2 * int(void.sum())
        + 3 * int(valued.sum())
        + 5 * int(inlined.sum())
    )
    return Values(begin, end, formula_begin, formula_end, inlined, used)


def _formulas(block: Block, tags: Tags, closed: Flags) -> tuple[Ints, Ints, Ints]:
    """Spans of the formulas, and the index of the tag that follows them in each cell."""
    at, words, cells = tags
    begin, end = np.full(len(cells), -1, np.int64), np.full(len(cells), -1, np.int64)
    position = np.where(closed, cells, cells + 1)
    where = np.flatnonzero(~closed & ((words[position] & mask(2)) == word(b"<f")))
    opened = position[where]
    third = (words[opened] >> np.uint64(16)) & np.uint64(255)
    alone = (block.words[at[opened + 1] - 2] & mask(2)) == word(b"/>")
    paired = (words[opened + 1] & mask(4)) == word(b"</f>")
    paired &= at[opened + 2] - at[opened + 1] == 4
    if not np.isin(third, np.frombuffer(b"> /", np.uint8)).all() or not (alone ^ paired).all():
        raise Odd
    begin[where], end[where] = at[opened], at[opened + 1]
    position[where] += np.where(alone, 1, 2)
    return begin, end, position


def _bound(
    tags: Tags, position: Ints, which: Flags, closing: tuple[bytes, ...], span: tuple[Ints, Ints]
) -> None:
    """Set where the text of some cells begins and ends; prove that just the closing tags follow it."""
    opened = position[which]
    span[0][which], span[1][which] = tags.at[opened], tags.at[opened + 1]
    for number, tag in enumerate(closing, start=1):
        fits = (tags.words[opened + number] & mask(len(tag))) == word(tag)
        fits &= tags.at[opened + number + 1] - tags.at[opened + number] == len(tag)
        if not fits.all():
            raise Odd


def _skip(block: Block, begin: Ints, which: Flags, tag: bytes) -> None:
    """Move past an opening tag of some cells after proving that it stands there."""
    spots = begin[which]
    for start in range(0, len(tag), 8):
        if (block.words[spots + start] != word(tag[start : start + 8])).any():
            raise Odd
    begin[which] += len(tag)
