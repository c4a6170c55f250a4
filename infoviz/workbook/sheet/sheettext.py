"""A worksheet part cut into chunks of rows, so that an edit costs one chunk and not the whole part.

The part is a head (through the ``<sheetData>`` tag), chunks of about half a megabyte that each begin with a row,
and a tail. Rows are found by byte search: with comments and CDATA blanked, ``<row`` can only begin a row.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from operator import lt

from infoviz.errors import PartRefused
from infoviz.workbook.container.deflate import CHUNK, Squeezed
from infoviz.workbook.container.markup import Markup
from infoviz.workbook.container.parts import MAIN_NAMESPACES
from infoviz.workbook.container.tree import (
    Element,
    Splice,
    attributes,
    blank_quiet,
    opened,
    parse,
    prefix,
    splice,
    start_tag,
    whole,
)
from infoviz.workbook.ranges import LAST_ROW
from infoviz.workbook.sheet.rows import Context, RowText, read_row

_ROOT = re.compile(rb"<(?:[^\s/>:!?]+:)?worksheet(?=[\s/>])")
_BODY = re.compile(rb"<(?:[^\s/>:!?]+:)?sheetData(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a sheet.

    Attributes
    ----------
    text
        Their bytes; it begins with a row, except that the first chunk may begin with blanks.
    before
        Number of the row before the first one (0 at the top), from which rows without a number are counted.
    first, last
        Numbers of the first and the last row; 0 where there is none.
    ordered
        Whether its rows ascend.
    formulas
        Whether it holds a formula.
    plain
        Whether every row states its number first, and there are no comments and CDATA sections.
    squeezed
        The chunk compressed, once it has been.
    """

    text: bytes
    before: int
    first: int
    last: int
    ordered: bool = True
    formulas: bool = False
    plain: bool = False
    squeezed: Squeezed | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a row lies inside its chunk."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What stands around the rows: the part with its rows left out, as a tree.

    Attributes
    ----------
    text
        Head and tail put together, with an empty ``<sheetData>``.
    root
        Its tree.
    context
        What a row needs in order to be read on its own.
    """

    text: bytes
    root: Element
    context: Context


class SheetText:
    """A worksheet part, immutable; edits give a new one that shares the untouched chunks.

    Parameters
    ----------
    part
        The part's name, for messages.
    markup
        The part's text and encoding.

    Raises
    ------
    PartRefused
        It is no worksheet in a known namespace, or its XML is malformed.
    """

    def __init__(self, part: str, markup: Markup) -> None:
        text = markup.text
        self.part = part
        self.style = Markup(b"", markup.encoding, markup.mark)
        body, self.prefix = self._find_body(text)
        self._formula = re.compile(b"<" + re.escape(self.prefix) + rb"f[\s/>]")
        tag = start_tag(text, body)
        quiet = _without_quiet(text, len(tag) + body)
        self.head = text[:body] + opened(tag)
        closing = b"</" + self.prefix + b"sheetData"
        if tag.endswith(b"/>"):
            self.tail = closing + b">" + text[body + len(tag) :]
            self.bare = True
            self.chunks: tuple[Chunk, ...] = ()
        else:
            self.bare = False
            end = quiet.rfind(closing)
            if end < 0:
                raise PartRefused(part, "its rows have no end")
            self.tail = text[end:]
            self.chunks = tuple(self._cut(text, quiet, body + len(tag), end))

    @property
    def size(self) -> int:
        """Bytes of the part's UTF-8 text."""
        return len(self.head) + len(self.tail) + sum(len(chunk.text) for chunk in self.chunks)

    @cached_property
    def ordered(self) -> bool:
        """Whether the rows stand in ascending order, none twice."""
        filled = [chunk for chunk in self.chunks if chunk.first]
        ascending = all(one.last < other.first for one, other in pairwise(filled))
        return ascending and all(chunk.ordered for chunk in filled)

    @property
    def formulas(self) -> bool:
        """Whether the sheet holds a formula."""
        return any(chunk.formulas for chunk in self.chunks)

    @cached_property
    def frame(self) -> Frame:
        """The part without its rows, read into a tree."""
        text = self.head + self.tail
        root = parse(text, self.part)
        if root.name != "worksheet" or root.namespace not in MAIN_NAMESPACES:
            raise PartRefused(self.part, "it is no worksheet in a known namespace")
        context = Context(
            self.part, text[root.start : root.inner], text[root.close : root.end], prefix(text, root)
        )
        return Frame(text, root, context)

    def pieces(self) -> Iterator[bytes]:
        """Go through the part's UTF-8 text from beginning to end."""
        if self.bare and not self.chunks:
            closing = len(b"</" + self.prefix + b"sheetData>")
            yield self.head[:-1] + b"/>"
            yield self.tail[closing:]
            return
        yield self.head
        for chunk in self.chunks:
            yield chunk.text
        yield self.tail

    def spans(self, chunk: Chunk) -> Iterator[Span]:
        """Go through the rows of a chunk, counting those that bear no number."""
        if chunk.plain:
            yield from self._plain_spans(chunk.text)
            return
        quiet = blank_quiet(chunk.text)
        name = b"<" + self.prefix + b"row"
        closing = re.compile(b"</" + re.escape(self.prefix) + rb"row\s*>")
        number = chunk.before
        for match in re.finditer(re.escape(name) + rb"(?=[\s/>])", quiet):
            tag = start_tag(quiet, match.start())
            written = attributes(tag).get(b"r")
            number = whole(written, LAST_ROW + 1) if written and written.isdigit() else number + 1
            end = match.start() + len(tag)
            if not tag.endswith(b"/>"):
                found = closing.search(quiet, end)
                if found is None:
                    raise PartRefused(self.part, f"its row {number} has no end")
                end = found.end()
            yield Span(number, match.start(), end)

    def _plain_spans(self, text: bytes) -> Iterator[Span]:
        """Go through rows that all state their number first, with nothing but blanks between them."""
        marks = list(re.finditer(b"<" + re.escape(self.prefix) + rb'row r="(\d+)"', text))
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            yield Span(int(mark[1]), mark.start(), text.rindex(b">", mark.start(), end) + 1)

    def _spans_upwards(self, chunk: Chunk) -> Iterator[Span]:
        """Go through the rows of a chunk from its end; mostly the last few are wanted."""
        if not chunk.plain:
            yield from reversed(list(self.spans(chunk)))
            return
        text, end, mark = chunk.text, len(chunk.text), b"<" + self.prefix + b'row r="'
        while (start := text.rfind(mark, 0, end)) >= 0:
            number = start + len(mark)
            written = text[number : text.index(b'"', number)]
            yield Span(int(written), start, text.rindex(b">", start, end) + 1)
            end = start

    def find(self, number: int) -> tuple[int, Span] | None:
        """Position of the chunk that holds a row, and where it lies there; None where the row does not exist.

        Raises
        ------
        PartRefused
            Two rows bear the number.
        """
        if self.ordered:
            at = bisect_right([chunk.first for chunk in self.chunks], number) - 1
            if at < 0:
                return None
            span = self._literal(self.chunks[at], number)
            return None if span is None else (at, span)
        found = [
            (at, span)
            for at, chunk in enumerate(self.chunks)
            for span in self.spans(chunk)
            if span.number == number
        ]
        if len(found) > 1:
            raise PartRefused(self.part, f"two of its rows bear the number {number}")
        return found[0] if found else None

    def row(self, number: int) -> RowText | None:
        """Read a row; None where it does not exist."""
        text = self.row_text(number)
        return None if text is None else read_row(text, number, self.frame.context)

    def row_text(self, number: int) -> bytes | None:
        """Give the bytes of a row; None where it does not exist."""
        place = self.find(number)
        if place is None:
            return None
        at, span = place
        return self.chunks[at].text[span.start : span.end]

    def rows_upwards(self, below: int, marks: tuple[bytes, ...]) -> Iterator[tuple[int, bytes]]:
        """Go upwards through the rows above a row, in chunks that hold one of some marks: numbers and bytes."""
        for chunk in reversed(self.chunks):
            if (self.ordered and chunk.first >= below) or not any(mark in chunk.text for mark in marks):
                continue
            for span in self._spans_upwards(chunk):
                if span.number < below:
                    yield span.number, chunk.text[span.start : span.end]

    def rows_with(self, *marks: bytes) -> Iterator[RowText]:
        """Read the rows whose bytes hold one of some marks."""
        return self.rows_matching(re.compile(b"|".join(map(re.escape, marks))))

    def rows_matching(self, pattern: re.Pattern[bytes]) -> Iterator[RowText]:
        """Read the rows in whose bytes a pattern is found."""
        for chunk in self.chunks:
            if pattern.search(chunk.text) is None:
                continue
            for span in self.spans(chunk):
                if pattern.search(chunk.text, span.start, span.end) is not None:
                    text = chunk.text[span.start : span.end]
                    yield read_row(text, span.number, self.frame.context)

    def with_rows(self, rows: Mapping[int, bytes]) -> "SheetText":
        """Put rows in the place of those of the same number, and new ones where they belong.

        Raises
        ------
        PartRefused
            A new row is to go into a sheet whose rows are out of order.
        """
        edits: dict[int, list[tuple[int, int, bytes]]] = {}
        spare: list[bytes] = []
        for number in sorted(rows):
            place = self.find(number)
            if place is not None:
                edits.setdefault(place[0], []).append((place[1].start, place[1].end, rows[number]))
            else:
                self._insert(number, rows[number], edits, spare)
        chunks = list(self.chunks)
        for at, pieces in edits.items():
            chunks[at] = self._edited(chunks[at], pieces)
        if spare:
            chunks.append(self._counted(b"".join(spare), 0))
        return self._copy(tuple(chunks), self.head, self.tail)

    def with_splices(self, splices: Mapping[int, list[Splice]]) -> "SheetText":
        """Splice into chunks, by their position; their rows stay the same ones, and their formulas."""
        chunks = list(self.chunks)
        for at, pieces in splices.items():
            chunks[at] = replace(chunks[at], text=splice(chunks[at].text, pieces), squeezed=None)
        return self._copy(tuple(chunks), self.head, self.tail)

    def with_frame(self, text: bytes) -> "SheetText":
        """Put another head and tail around the rows; ``text`` is an edited :attr:`Frame.text`."""
        closing = b"</" + self.prefix + b"sheetData"
        body = _BODY.search(blank_quiet(text))
        if body is None:  # pragma: no cover - nobody edits the sheetData tag itself
            raise PartRefused(self.part, "its rows have no place")
        inner = body.start() + len(start_tag(text, body.start()))
        end = text.index(closing, inner)
        return self._copy(self.chunks, text[:inner], text[end:])

    def with_squeezed(self, squeezed: list[Squeezed]) -> "SheetText":
        """Remember how the chunks were compressed."""
        chunks = tuple(
            replace(chunk, squeezed=packed) for chunk, packed in zip(self.chunks, squeezed, strict=True)
        )
        return self._copy(chunks, self.head, self.tail)

    # ------------------------------------------------------------------ inside

    def _copy(self, chunks: tuple[Chunk, ...], head: bytes, tail: bytes) -> "SheetText":
        new = object.__new__(SheetText)
        new.part, new.style, new.prefix, new.bare = self.part, self.style, self.prefix, self.bare
        new._formula = self._formula
        new.chunks, new.head, new.tail = chunks, head, tail
        if head is self.head and tail is self.tail and "frame" in self.__dict__:
            new.__dict__["frame"] = self.frame  # reading it anew would cost as much as the edit
        return new

    def _find_body(self, text: bytes) -> tuple[int, bytes]:
        reach = 1 << 16
        while True:  # columns and views before the rows rarely take more than a few kilobytes
            quiet = blank_quiet(text[:reach])
            root, body = _ROOT.search(quiet), _BODY.search(quiet)
            if root and body:
                return body.start(), body[0][1 : -len(b"sheetData")]
            if reach >= len(text):
                raise PartRefused(self.part, "it is no worksheet with rows")
            reach *= 16

    def _cut(self, text: bytes, quiet: bytes, start: int, end: int) -> Iterator[Chunk]:
        mark = re.compile(b"<" + re.escape(self.prefix) + rb"row(?=[\s/>])")
        before = 0
        while start < end:
            following = mark.search(quiet, start + CHUNK, end) if start + CHUNK < end else None
            stop = following.start() if following else end
            chunk = self._counted(text[start:stop], before)
            yield chunk
            before = chunk.last or before
            start = stop

    def _counted(self, text: bytes, before: int) -> Chunk:
        chunk = Chunk(text, before, 0, 0)
        plain = _plain_numbers(text, self.prefix)
        numbers = plain or [span.number for span in self.spans(chunk)]
        if not numbers:
            return chunk
        if min(numbers) < 1 or max(numbers) > LAST_ROW:
            raise PartRefused(self.part, "one of its rows bears an impossible number")
        ordered = all(map(lt, numbers, numbers[1:]))
        formulas = self._formula.search(text) is not None
        return Chunk(text, before, numbers[0], numbers[-1], ordered, formulas, bool(plain))

    def _literal(self, chunk: Chunk, number: int) -> Span | None:
        text = chunk.text
        start = text.find(b'<%srow r="%d"' % (self.prefix, number))
        if start < 0 and chunk.plain:
            return None
        if chunk.plain:
            tag = start_tag(text, start)
            if tag.endswith(b"/>"):
                return Span(number, start, start + len(tag))
            closing = b"</" + self.prefix + b"row>"
            end = text.find(closing, start)
            following = text.find(b"<" + self.prefix + b"row", start + 1, end)
            if end >= 0 and following < 0:
                return Span(number, start, end + len(closing))
        return next((span for span in self.spans(chunk) if span.number == number), None)

    def _insert(
        self, number: int, text: bytes, edits: dict[int, list[tuple[int, int, bytes]]], spare: list[bytes]
    ) -> None:
        if not self.ordered:
            raise PartRefused(
                self.part, f"its rows are out of order, and row {number} would have to be added"
            )
        if not any(chunk.first for chunk in self.chunks):
            if self.chunks:
                edits.setdefault(0, []).append((0, 0, text))
            else:
                spare.append(text)
            return
        firsts = [chunk.first for chunk in self.chunks]
        at = max(bisect_right(firsts, number) - 1, 0)
        chunk = self.chunks[at]
        if number > chunk.last:
            last = self._literal(chunk, chunk.last)
            spot = last.end if last else len(chunk.text)
        else:
            spot = next(span.start for span in self.spans(chunk) if span.number > number)
        edits.setdefault(at, []).append((spot, spot, text))

    def _edited(self, chunk: Chunk, pieces: list[tuple[int, int, bytes]]) -> Chunk:
        done: list[bytes] = []
        at = 0
        for start, end, text in sorted(pieces, key=lambda piece: (piece[0], piece[1])):
            done += (chunk.text[at:start], text)
            at = end
        done.append(chunk.text[at:])
        text = b"".join(done)
        numbers = [number for _, _, new in pieces for number in _plain_numbers(new, self.prefix)]
        if not (chunk.plain and chunk.ordered) or len(numbers) != len(pieces):
            return self._counted(text, chunk.before)
        first, last = min(chunk.first, *numbers), max(chunk.last, *numbers)  # the other rows are known
        formulas = self._formula.search(text) is not None
        return Chunk(text, chunk.before, first, last, formulas=formulas, plain=True)


def _plain_numbers(text: bytes, prefix: bytes) -> list[int]:
    """Row numbers of a chunk where every row states its number first and plainly, else nothing."""
    if (b"!" in text and b"<!" in text) or (b"?" in text and b"<?" in text):
        return []
    name = b"<" + prefix + b"row"
    found = re.findall(re.escape(name) + rb' r="([1-9]\d{0,8})"', text)
    return list(map(int, found)) if len(found) == text.count(name) else []


def _without_quiet(text: bytes, start: int) -> bytes:
    if text.find(b"!", start) < 0 and text.find(b"?", start) < 0:
        return text
    return blank_quiet(text)
