"""One row of a sheet as bytes: its cells, and how to put another value into one of them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from infoviz.errors import PartRefused
from infoviz.workbook.container.tree import (
    Element,
    Splice,
    attributes,
    escape,
    opened,
    parse,
    splice,
    start_tag,
    whole,
    with_attribute,
)
from infoviz.workbook.ranges import cell_name, parse_cell
from infoviz.workbook.sheet.content import Content, escaped_text, keeps_space

SharedIndex = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What a row needs in order to be read on its own.

    Attributes
    ----------
    part
        Name of the sheet's part, for messages.
    opening, closing
        The sheet's root tags, which declare the namespaces.
    prefix
        The prefix of the sheet's own elements, its colon included, or nothing.
    """

    part: str
    opening: bytes
    closing: bytes
    prefix: bytes


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell of a row: its column, its element and its formula, if it has one."""

    column: int
    element: Element
    formula: Element | None

    @property
    def style(self) -> int:
        """Index of the cell's format (0 where it names none)."""
        return whole(self.element.attributes.get("s"))

    @property
    def filled(self) -> bool:
        """Whether the cell shows anything: a value, a text or a formula."""
        if self.formula is not None:
            return True
        value = self.element.first("v")
        if value is not None and value.text:
            return True
        return self.element.first("is") is not None


@dataclass(frozen=True, slots=True)
class RowText:
    """One row: its bytes, its number, its element and its cells.

    Offsets inside the elements count from the start of ``text``.
    """

    number: int
    text: bytes
    element: Element
    cells: tuple[CellText, ...]
    columns: Mapping[int, CellText]

    def cell(self, column: int) -> CellText | None:
        """Return the cell of a column, if the row has it."""
        return self.columns.get(column)


def _shift(element: Element, by: int) -> None:
    for one in element.walk():
        one.start -= by
        one.inner -= by
        one.close -= by
        one.end -= by


def read_row(text: bytes, number: int, context: Context) -> RowText:
    """Read one row from its bytes; cells without an address are counted from the one before."""
    root = parse(context.opening + text + context.closing, context.part)
    row = root.children[0]
    _shift(row, len(context.opening))
    cells: list[CellText] = []
    column = 0
    for element in row.every("c"):
        address = element.attributes.get("r")
        try:
            place, column = parse_cell(address) if address else (number, column + 1)
        except ValueError as error:
            reason = f"a cell of its row {number} bears an impossible address"
            raise PartRefused(context.part, reason) from error
        if place != number:
            raise PartRefused(context.part, f"its row {number} holds a cell that bears the address {address}")
        cells.append(CellText(column, element, element.first("f")))
    return RowText(number, text, row, tuple(cells), {cell.column: cell for cell in reversed(cells)})


def new_row(number: int, context: Context, tag: bytes | None = None) -> bytes:
    """Write an empty row; ``tag`` is the start tag of the row whose height and format it takes, not its group."""
    name = context.prefix + b"row"
    start = b"<" + name + b' r="%d">' % number
    if tag is not None:
        start = with_attribute(tag, b"r", b"%d" % number)
        for temporary in (b"hidden", b"collapsed", b"outlineLevel"):
            start = with_attribute(start, temporary, None)
        start = opened(start)
    return start + b"</" + name + b">"


def value_markup(content: Content, prefix: bytes, shared: SharedIndex) -> tuple[bytes | None, bytes]:
    """Return the type mark and the children that a cell needs to hold a content."""
    value = b"<" + prefix + b"v>%s</" + prefix + b"v>"
    match content.kind:
        case "blank":
            return None, b""
        case "number":
            return None, value % content.text.encode()
        case "boolean":
            return b"b", value % content.text.encode()
        case "formula":
            return None, b"<" + prefix + b"f>" + escape(content.text) + b"</" + prefix + b"f>"
    index = shared(content.text)
    if index is not None:
        return b"s", value % str(index).encode()
    return b"inlineStr", b"<" + prefix + b"is>" + text_element(content.text, prefix) + b"</" + prefix + b"is>"


def text_element(text: str, prefix: bytes) -> bytes:
    """Write a ``<t>`` that keeps the text's spaces, line breaks and escapes."""
    space = b' xml:space="preserve"' if keeps_space(text) else b""
    return b"<" + prefix + b"t" + space + b">" + escape(escaped_text(text)) + b"</" + prefix + b"t>"


def set_cell(
    row: RowText, column: int, content: Content, style: int | None, context: Context, shared: SharedIndex
) -> bytes:
    """Give one cell of a row another content and return the row's new bytes.

    Parameters
    ----------
    row
        The row as it is.
    column
        Column, counted from 1; a cell that does not exist yet is put in its place.
    content
        What the cell is to hold.
    style
        Format index to write, None to leave the one the cell has.
    context
        The sheet's root and prefix.
    shared
        Gives the index of a text among the shared strings, None where the workbook has none.
    """
    kind, inside = value_markup(content, context.prefix, shared)
    cell = row.cell(column)
    if cell is not None:
        return _replaced(row, cell, kind, inside, style, context)
    if content.kind == "blank" and style is None:
        return row.text
    name = context.prefix + b"c"
    tag = b"<" + name + b' r="' + cell_name(row.number, column).encode() + b'"'
    if style:
        tag += b' s="%d"' % style
    if kind is not None:
        tag += b' t="' + kind + b'"'
    whole = tag + (b">" + inside + b"</" + name + b">" if inside else b"/>")
    return insert_cell(row, column, whole, context)


def insert_cell(row: RowText, column: int, cell: bytes, context: Context) -> bytes:
    """Put the bytes of a new cell in their place; see :func:`with_cells`."""
    return with_cells(row, {column: cell}, context)


def with_cells(row: RowText, cells: Mapping[int, bytes], context: Context) -> bytes:
    """Put the bytes of cells, by their column, where those stand, or before the first cell right of theirs."""
    if not cells:
        return row.text
    text, element = row.text, row.element
    if element.bare:
        inside = b"".join(cells[column] for column in sorted(cells))
        return opened(text[: element.inner]) + inside + b"</" + context.prefix + b"row>" + text[element.end :]
    furthest = list(accumulate((cell.column for cell in row.cells), max))
    ends = [cell.element.start for cell in row.cells]
    ends.append(row.cells[-1].element.end if row.cells else element.inner)
    pieces = []
    for column in sorted(cells):
        there = row.cell(column)
        at = ends[bisect_right(furthest, column)]
        start, end = (there.element.start, there.element.end) if there else (at, at)
        pieces.append(Splice(start, end, cells[column]))
    return splice(text, pieces)


def _replaced(
    row: RowText, cell: CellText, kind: bytes | None, inside: bytes, style: int | None, context: Context
) -> bytes:
    text, element = row.text, cell.element
    tag = text[element.start : element.inner]
    tag = with_attribute(tag, b"t", kind)
    if style is not None:
        tag = with_attribute(tag, b"s", b"%d" % style)
    written = attributes(tag)
    for mark in (b"cm", b"vm"):
        if mark in written:
            tag = with_attribute(tag, mark, None)
    if element.bare:
        if not inside:
            return splice(text, [Splice(element.start, element.end, tag)])
        closed = opened(tag) + inside + b"</" + context.prefix + b"c>"
        return splice(text, [Splice(element.start, element.end, closed)])
    pieces = [Splice(element.start, element.inner, tag)]
    old = element.every("f", "v", "is")
    if old:
        pieces += [Splice(child.start, child.end, b"") for child in old[1:]]
        pieces.append(Splice(old[0].start, old[0].end, inside))
    else:
        pieces.append(Splice(element.inner, element.inner, inside))
    return splice(text, pieces)


def widen_spans(text: bytes, first: int, last: int) -> bytes:
    """Widen the row's ``spans``, where it has them, to hold the columns from ``first`` to ``last``."""
    tag = start_tag(text)
    spans = attributes(tag).get(b"spans")
    if spans is None or not re.fullmatch(rb"\d{1,5}:\d{1,5}", spans):
        return text
    low, high = (int(piece) for piece in spans.split(b":"))
    if low <= first and last <= high:
        return text
    return with_attribute(tag, b"spans", b"%d:%d" % (min(low, first), max(high, last))) + text[len(tag) :]
