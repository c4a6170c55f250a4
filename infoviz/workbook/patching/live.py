"""The sheets of a workbook as columns, with its edits in them: only the rows that an edit has changed are read anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import ref

import numpy as np

from infoviz.grid import Grid
from infoviz.workbook.container.parts import Sheet
from infoviz.workbook.reading.cells import AREA_TO_CELLS, read_cells
from infoviz.workbook.reading.regrid import with_rows
from infoviz.workbook.reading.typed import Book, Objects
from infoviz.workbook.reading.xlsx import NO_ROWS, ExcelSource

if TYPE_CHECKING:
    from infoviz.workbook.patching.work import Work
    from infoviz.workbook.sheet.sheetdraft import SheetDraft

MOST = 1_000  # cleared rows that are read one by one; where there are more, the whole sheet is


@dataclass(frozen=True, slots=True)
class _Known:
    """A sheet as it was read last.

    Attributes
    ----------
    grid
        Its columns, as long as somebody keeps them.
    draft
        The sheet being edited from which they were read; None where nothing in it had been.
    rows
        The rows that had been edited.
    frame
        What stood around the rows.
    cleared
        The rows of which a save has taken results away since.
    """

    grid: ref[Grid]
    draft: SheetDraft | None
    rows: Mapping[int, bytes]
    frame: bytes
    cleared: Collection[int] = ()


class NotPlainError(Exception):
    """The rows of a sheet cannot be read one by one: another program has written them in an unusual way."""


class LiveGrids:
    """Reads the sheets of a workbook that is being edited; an edited row from the bytes that a save would write.

    Parameters
    ----------
    source
        The workbook as it was opened.
    """

    def __init__(self, source: ExcelSource) -> None:
        self._source = source
        self._known: dict[str, _Known] = {}

    def read(self, sheet: Sheet, work: Work | None) -> Grid:
        """Read a sheet with the edits in it.

        Raises
        ------
        NotPlainError
            Its rows cannot be read one by one.
        """
        known = self._known.get(sheet.part)
        grid = None if known is None else known.grid()
        if known is None or grid is None or grid.sheet != sheet.name:
            grid = self._fresh(sheet)
            known = _Known(ref(grid), None, {}, b"")
        if work is not None and (sheet.part in work.sheets or known.draft is not None or known.cleared):
            grid, known = self._edited(grid, known, work.sheet(sheet.name), work)
        self._known[sheet.part] = known
        return grid

    def saved(self, source: ExcelSource, work: Work, cleared: Mapping[str, Collection[int]]) -> None:
        """Take note that all edits have been saved, and what the file is now.

        Parameters
        ----------
        source
            The file as it is now.
        work
            The edits.
        cleared
            The rows of which the save has taken stored results away, by the sheet's name: they are read anew.
        """
        kept = {}
        for part, known in self._known.items():
            draft, grid = work.sheets.get(part), known.grid()
            if grid is None:
                continue
            rows = {*known.cleared, *cleared.get(grid.sheet, ())}
            if len(rows) > MOST:
                continue
            if known.draft is draft and (draft is None or known.rows == draft.rows):
                kept[part] = replace(known, draft=None, rows={}, frame=b"", cleared=rows)
                source.plain[part] = self._source.plain.get(part, True)
        self._source, self._known = source, kept

    # ------------------------------------------------------------------ one sheet

    def _fresh(self, sheet: Sheet) -> Grid:
        """Read a sheet as it stands in the file; one that is not there yet is empty."""
        structure = self._source.structure
        if structure.worksheet(sheet.name) is not None:
            return self._source.grid(sheet.name)
        return Grid(sheet.name, NO_ROWS, (), date1904=structure.date1904)

    def _edited(self, grid: Grid, known: _Known, draft: SheetDraft, work: Work) -> tuple[Grid, _Known]:
        rows = dict(draft.rows)
        numbers = {number for number, text in rows.items() if known.rows.get(number) != text}
        if known.draft is not draft:  # shared texts may be numbered otherwise
            numbers = rows.keys() | known.rows.keys()
        numbers |= set(known.cleared)
        if numbers:
            grid = self._with_rows(grid, draft, sorted(numbers), work)
        frame = draft.text.frame.text
        if known.draft is not draft or frame is not known.frame or work.draft.changed:
            grid = self._around(grid, draft, work)
        return grid, _Known(ref(grid), draft, rows, frame)

    def _with_rows(self, grid: Grid, draft: SheetDraft, numbers: list[int], work: Work) -> Grid:
        part, context = draft.sheet.part, draft.text.frame.context
        if not draft.text.ordered or not self._source.plain.get(part, part in work.draft.added):
            raise NotPlainError
        name = context.prefix + b"sheetData>"
        texts = [draft.rows.get(number) or draft.text.row_text(number) or b"" for number in numbers]
        text = b"".join((context.opening, b"<", name, *texts, b"</", name, context.closing))
        found = read_cells(self._source.package, part, self._book(work), text)
        if not found.plain:
            raise NotPlainError
        grid = with_rows(grid, np.array(numbers, np.int64), found.typed)
        if len(grid.rows) * len(grid.columns) > AREA_TO_CELLS * self._source.package.limits.cells:
            raise NotPlainError
        return grid

    def _around(self, grid: Grid, draft: SheetDraft, work: Work) -> Grid:
        """Read what stands around the rows: merged ranges and tables."""
        merged = tuple(
            one.attributes["ref"]
            for holder in draft.text.frame.root.every("mergeCells")
            for one in holder.every("mergeCell")
            if one.attributes.get("ref")
        )
        found = self._source.structure.tables(draft.sheet, work.draft.changed)
        tables = tuple(table.range for table in found)
        same = (merged, tables) == (grid.merged, grid.tables)
        return grid if same else replace(grid, merged=merged, tables=tables)

    def _book(self, work: Work) -> Book:
        """Give what the sheets share, the texts and formats of the edits included."""
        book, styles, shared = self._source.book, work.common.known_styles, work.common.known_strings
        strings, formats = book.strings, book.formats
        if shared is not None:
            if shared.base.length != len(strings):
                raise NotPlainError
            strings = with_added(strings, shared.added)
        if styles is not None and len(styles) > len(formats):
            shown = [styles.shows(style) for style in range(len(formats), len(styles))]
            formats = np.append(formats, np.array(shown, np.uint8))
        return book._replace(strings=strings, formats=formats)


def with_added(strings: Objects, added: tuple[str, ...]) -> Objects:
    """Put texts at the end of the shared ones."""
    more: Objects = np.empty(len(added), np.object_)
    more[:] = added
    return np.concatenate([strings, more])
