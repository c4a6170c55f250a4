"""The stored results of formulas, taken away where an edit has made them out of date.

LibreOffice, as it comes, believes stored results whatever the workbook says of them; a formula without one it computes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from infoviz.workbook.container.tree import Splice, set_attributes
from infoviz.workbook.ranges import cell_name
from infoviz.workbook.sheet.rows import RowText, read_row
from infoviz.workbook.sheet.sheettext import Chunk, SheetText, Span

_TYPE = re.compile(rb"""\s+t\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def removals(row: RowText, columns: Collection[int]) -> dict[int, list[Splice]]:
    """Give by column what takes the results of a row's cells away, where they hold one; their formulas stay."""
    found = {}
    for cell in row.cells:
        values = list(cell.element.every("v"))
        if values and cell.column in columns:
            found[cell.column] = [Splice(value.start, value.end, b"") for value in values]
            if cell.element.attributes.get("t", "n") != "n":
                found[cell.column].append(set_attributes(row.text, cell.element, t=None))
    return found


@dataclass(frozen=True, slots=True)
class Result:
    """A stored result in a worksheet's text.

    Attributes
    ----------
    chunk
        Position of the chunk that holds it.
    row, column
        Its cell.
    removal
        What takes it away from the chunk.
    """

    chunk: int
    row: int
    column: int
    removal: list[Splice]


def results(text: SheetText, wanted: Mapping[int, Collection[int]]) -> Iterator[Result]:
    """Go through the results that some cells of a worksheet hold.

    Parameters
    ----------
    text
        The worksheet.
    wanted
        By row, the columns of the cells.
    """
    plain = PlainResults(text.prefix)
    numbers = sorted(wanted)
    for at, chunk in enumerate(text.chunks):
        if chunk.ordered and bisect_left(numbers, chunk.first) == bisect_right(numbers, chunk.last):
            continue
        for span in text.spans(chunk):
            columns = wanted.get(span.number)
            if columns is None:
                continue
            found = plain.removals(chunk, span, columns)
            if found is None:
                row = read_row(chunk.text[span.start : span.end], span.number, text.frame.context)
                found = {
                    column: [
                        replace(one, start=span.start + one.start, end=span.start + one.end) for one in every
                    ]
                    for column, every in removals(row, columns).items()
                }
            for column, every in found.items():
                yield Result(at, span.number, column, every)


class PlainResults:
    """Finds results in rows by byte search.

    Parameters
    ----------
    prefix
        The prefix of the sheet's own elements.
    """

    def __init__(self, prefix: bytes) -> None:
        p = re.escape(prefix)
        self._opening = b"<" + prefix + b'c r="'
        self._rest = re.compile(
            rb"([^<>]*)>(?:<%sf(?:\s[^<>]*)?(?:/>|>[^<]*</%sf>))?(<%sv>[^<]*</%sv>)?</%sc>" % (p, p, p, p, p)
        )

    def removals(self, chunk: Chunk, span: Span, columns: Collection[int]) -> dict[int, list[Splice]] | None:
        """Give what :func:`removals` gives, counted from the chunk's start; None where the row needs a parser."""
        found: dict[int, list[Splice]] = {}
        if not chunk.plain:
            return None
        for column in columns:
            mark = self._opening + cell_name(span.number, column).encode() + b'"'
            start = chunk.text.find(mark, span.start, span.end)
            cell = self._rest.match(chunk.text, start + len(mark), span.end) if start >= 0 else None
            if cell is None:
                return None
            if cell[2] is None:
                continue
            found[column] = [Splice(cell.start(2), cell.end(2), b"")]
            kind = _TYPE.search(chunk.text, cell.start(1), cell.end(1))
            if kind is not None and (kind[1] or kind[2]) != b"n":
                found[column].append(Splice(kind.start(), kind.end(), b""))
        return found
