"""A tracker: the spreadsheet of a person's informational interviews, opened."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakMethod

import lazy_loader
import pandas as pd

from infoviz import workbook as workbooks
from infoviz.editing.view import View, look, warnings_at_first
from infoviz.errors import FileExists, NoPeople, NoSuchSheet, NotAFile, UnknownHeader, UnreadableMapping
from infoviz.schema.columns.keeping import Choice, read_choice
from infoviz.schema.reading.check import Check, check_layout
from infoviz.schema.reading.layout import Layout
from infoviz.schema.rows.manner import Manner, manner_of
from infoviz.workbook import Limits, Receipt, Workbook

if TYPE_CHECKING:
    from infoviz.editing.desk import Desk
    from infoviz.workbook.choices import Choices

# Most trackers are only read: what writes them is loaded at the first edit.
desk = lazy_loader.load("infoviz.editing.desk", suppress_warning=True)

MAPPING_ENDING = ".infoviz.toml"
TEMPLATE = "new_tracker.xlsx"

Override = Mapping[str, str | Sequence[str]]


class Tracker:
    """An open tracker: what it holds, the edits that are not saved included."""

    def __init__(self, book: Workbook, view: View, choice: Choice) -> None:
        self._choice = choice
        self._opened = book, view
        self._made: Desk | None = None
        self._watchers: list[WeakMethod[Callable[[], object]]] = []

    @property
    def _desk(self) -> Desk:
        if self._made is None:
            book, view = self._opened
            self._made = desk.Desk(book, self._choice, view)
        return self._made

    @property
    def _view(self) -> View:
        return self._opened[1] if self._made is None else self._made.view

    @property
    def path(self) -> Path:
        """The file."""
        return self.workbook.path

    @property
    def workbook(self) -> Workbook:
        """The file's sheets and cells."""
        return self._opened[0] if self._made is None else self._made.book

    @property
    def layout(self) -> Layout:
        """How the sheet with the people was understood: which column, by its letters, holds which field, and why."""
        return self._view.layout

    @property
    def contacts(self) -> pd.DataFrame:
        """One row a person; the index is the row number in the sheet.

        The fields that the tracker has, then every other column under its own header. Dates are ``datetime64[us]``,
        text is ``str``. It is for reading: edit a copy, and :meth:`apply` it.
        """
        return self._view.contacts

    @property
    def events(self) -> pd.DataFrame:
        """The paper trail, one row an event: date, row, name, event, detail."""
        return self._view.reading.events

    @property
    def problems(self) -> pd.DataFrame:
        """The cells that were not understood: sheet, cell, row, value, expected."""
        return self._view.reading.problems

    @property
    def outdated(self) -> frozenset[int]:
        """The rows in which a formula has not been computed since something it depends on was edited.

        What it showed is blank in `contacts` until a spreadsheet program has computed it.
        """
        return self._view.outdated_rows

    @property
    def edits(self) -> pd.DataFrame:
        """The cells that have been changed and not saved: sheet, cell, row, field, before, after."""
        return self._desk.edits

    @property
    def columns(self) -> pd.DataFrame:
        """How each column was understood: field (missing where it was not), header, letter, confidence, reason."""
        rows = [
            (name, match.header, match.letter, match.confidence, match.reason)
            for match in self.layout.matches
            for name in match.fields or ((match.part or None),)
        ]
        frame = pd.DataFrame(rows, columns=["field", "header", "letter", "confidence", "reason"])
        return frame.astype({"field": "str", "header": "str", "letter": "str", "reason": "str"})

    def manner(self, letter: str) -> Manner:
        """Say how a column is kept: how its dates, its yes and no and its words are written."""
        column = next(column for column in self.layout.grid.columns if column.letter == letter)
        return manner_of(column, self.layout.records, self._view.reading.orders.get(letter))

    def check(self, as_of: date | None = None) -> Check:
        """Say how the tracker was understood; with `as_of`, what is said to have happened later is a problem."""
        return check_layout(self.layout, self.contacts, self.problems, as_of)

    def add(self, *, outside_lists: bool = False, **fields: object) -> int:
        """Add somebody below the last person; `contacts` shows them at once, :meth:`save` writes them.

        Values are written the way their column is kept: its dates, its yes and no, its own words, its drop-down list.

        Parameters
        ----------
        outside_lists
            Take words that are not in a drop-down list, where the list only warns of them.
        **fields
            Values by field (``name="Ada Example", contacted_on=date(2026, 11, 22)``), or by the header of a column.

        Returns
        -------
        int
            Their row in the sheet.

        Raises
        ------
        UnknownField, NoColumn, RefusedValue, EditRefused
            A value cannot be written; nothing is changed then.
        """
        row = self._desk.add(fields, outside_lists=outside_lists)
        self._tell()
        return row

    def edit(self, row: int, *, outside_lists: bool = False, **fields: object) -> None:
        """Change what a contact's row says; None clears a cell. See :meth:`add`.

        Parameters
        ----------
        row
            The contact's row in the sheet, the index of `contacts`.
        outside_lists
            Take words that are not in a drop-down list, where the list only warns of them.
        **fields
            Values by field, or by the header of a column. Dates are dates, or texts such as 2026-11-22; True and False
            stand for a day that is not known. `response` is one of yes, no, bounced, other and withdrawn, or a word
            of the column's own (see :meth:`choices`), such as "Left voicemail", which the cell then holds.

        Raises
        ------
        NoSuchRow, UnknownField, NoColumn, RefusedValue, EditRefused
            A value cannot be written; nothing is changed then.
        """
        self._desk.edit([(row, fields)], outside_lists=outside_lists)
        self._tell()

    def edit_rows(self, changes: Mapping[int, Mapping[str, object]], *, outside_lists: bool = False) -> None:
        """Change what many contacts' rows say, as one: all of it or, where a value is refused, nothing.

        Parameters
        ----------
        changes
            By the contacts' rows, the values by field or by header, as :meth:`edit` takes them.
        outside_lists
            Take words that are not in a drop-down list, where the list only warns of them.

        Raises
        ------
        NoSuchRow, UnknownField, NoColumn, RefusedValue, EditRefused
            A value cannot be written; nothing is changed then.

        Examples
        --------
        >>> tracker = load(new("paste.xlsx"))
        >>> rows = [tracker.add(name=name) for name in ("Ada Example", "Bo Sample")]
        >>> tracker.edit_rows({row: {"contacted_on": "2026-11-20", "notes": "Written to"} for row in rows})
        >>> tracker.contacts["notes"].tolist(), tracker.undo(), tracker.contacts["notes"].tolist()
        (['Written to', 'Written to'], True, [nan, nan])
        """
        self._desk.edit(changes.items(), outside_lists=outside_lists)
        self._tell()

    def log(self, row: int, event: str, *, on: date | str, detail: str = "", add_log: bool = False) -> None:
        """Note that something happened with a contact.

        A row goes into the workbook's log sheet, where it has one, and the day into the contact's row, where it has a
        column for it that is empty still (of touches and plans, the latest stands). Where neither is, the status says
        it, if the tracker has a word for it.

        Parameters
        ----------
        row
            The contact's row in the sheet, the index of `contacts`.
        event
            One of asked, nudged, responded, scheduled, met, thanked, touched, introduced, acknowledged, noted.
        on
            The day.
        detail
            What else there is to say: of an answer which (yes, no, …), of an introduction by whom.
        add_log
            Begin a log sheet where the workbook has none.

        Raises
        ------
        NoSuchRow, UnknownEvent, RefusedValue, EditRefused
            It cannot be noted; nothing is changed then.
        """
        self._desk.log(row, event, on, detail, add_log=add_log)
        self._tell()

    def apply(self, frame: pd.DataFrame, *, outside_lists: bool = False) -> None:
        """Take an edited copy of `contacts`: the cells that differ are edited, rows that are new are added.

        Parameters
        ----------
        frame
            The copy, with the same columns, all rows and their index. A row with another index is somebody new. A row
            that is missing is refused, since nobody is ever deleted; so are rows that are numbered anew.
        outside_lists
            Take words that are not in a drop-down list, where the list only warns of them.

        Raises
        ------
        UnfitFrame
            It is no copy of the contacts.
        RefusedValue, EditRefused
            A value cannot be written; nothing is changed then.
        """
        self._desk.apply(frame, outside_lists=outside_lists)
        self._tell()

    def undo(self) -> bool:
        """Take the last add, edit, log or apply back that is not saved; False where there is none."""
        done = self._desk.undo()
        self._tell()
        return done

    def redo(self) -> bool:
        """Do once more what :meth:`undo` took back last; False where there is none, or something else was done since.

        Examples
        --------
        >>> tracker = load(new("redo.xlsx"))
        >>> row = tracker.add(name="Ada Example")
        >>> tracker.undo(), tracker.redo(), tracker.redo(), tracker.contacts.loc[row, "name"]
        (True, True, False, 'Ada Example')
        """
        done = self._desk.redo()
        self._tell()
        return done

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to know of what was done last: a day that a column of ticks does not keep, a word outside its list.

        Before anything is done: that formulas have not been computed since the file was changed last.
        """
        return warnings_at_first(*self._opened) if self._made is None else self._made.warnings

    def choices(self, column: str, row: int | None = None) -> Choices | None:
        """Find the sheet's own drop-down list for a column.

        Parameters
        ----------
        column
            A field, or the header of a column.
        row
            A contact's row; the last one unless given, as for somebody new.

        Returns
        -------
        Choices or None
            The list's ``words``, and whether it is ``firm``: refuses any other word. None where there is no list, or
            where only a formula tells what it offers.

        Raises
        ------
        UnknownField, NoSuchRow
            There is no such column, or nobody in that row.

        Examples
        --------
        >>> tracker = load(new("choices.xlsx"))
        >>> choices = tracker.choices("response")
        >>> choices.words, choices.firm
        (('yes', 'no', 'bounced', 'other', 'withdrawn'), False)
        >>> tracker.choices("name") is None
        True
        """
        return self._desk.choices(column, row)

    def written(self, column: str, rows: Sequence[int] | None = None) -> pd.Series[Any] | None:
        """Give what the cells of a column say themselves: "Declined", say, where `contacts` has "no".

        Parameters
        ----------
        column
            A field, or the header of a column.
        rows
            The contacts wanted, by row; all if not given.

        Returns
        -------
        Series or None
            The cells' own values over `rows`, or over the index of `contacts`; None where a cell is blank. None where
            no single column says it: the field has no column or several, its cells hold two things, or a row is an
            action.

        Raises
        ------
        UnknownField
            There is no such column.
        NoSuchRow
            Nobody stands in one of the rows.

        Examples
        --------
        >>> tracker = load(new("written.xlsx"))
        >>> row = tracker.add(name="Ada Example", contacted_on="2026-11-20")
        >>> tracker.written("contacted_on").loc[row]
        datetime.date(2026, 11, 20)
        """
        return self._view.written(column, rows)

    def save(
        self,
        path: Path | str | None = None,
        *,
        override: bool = False,
        decisions: Mapping[tuple[str, str], Literal["ours", "theirs"]] | None = None,
        ignore_lock: bool = False,
        clear_results: bool = True,
    ) -> Receipt:
        """Write the edits into the file, everything else in it byte for byte as it was.

        The stored results of the formulas that depend on the edits are the one exception; see `clear_results`. Where
        another program has changed the file meanwhile, the edits are merged into it, by person and column.

        Parameters
        ----------
        path
            Another file to write, which must not exist yet; the tracker then stands on that one.
        override
            Where both have changed a cell, let the edit made here stand.
        decisions
            The same cell by cell: by the ``sheet`` and the ``cell`` that a conflict lists "ours", so that the edit made
            here stands, or "theirs", so that it is dropped. Where the conflict's column ``override`` is False, as of
            somebody who is gone, only "theirs" settles it. Cells that are not named, or that have been changed there
            once more since the conflict was shown, are in conflict still.
        ignore_lock
            Save although Excel or LibreOffice seems to have the file open.
        clear_results
            Take the stored results of the formulas that depend on the edits away, so that LibreOffice too computes
            them when it opens the file; pass False to let them stand. See :meth:`infoviz.workbook.Workbook.save`.

        Returns
        -------
        Receipt
            Parts and cells that were changed, cells that the other program had changed, the backup, warnings.

        Raises
        ------
        Conflict
            The edits cannot be merged; its ``frame`` shows what was, what is there and what is here. All edits remain.
        UnknownDecision
            A decision is neither "ours" nor "theirs".
        NotSaved, EditRefused, InfovizError
            The file cannot be written. The file is as it was and the edits are still here.
        """
        receipt = self._desk.save(
            path, decisions or {}, override=override, ignore_lock=ignore_lock, clear_results=clear_results
        )
        self._tell()
        return receipt

    def watch(self, told: Callable[[], object]) -> None:
        """Let a method be called after each add, edit, log, apply, undo, redo and save.

        Parameters
        ----------
        told
            A bound method. It is not kept alive: once its object is gone, nobody is told.
        """
        self._watchers.append(WeakMethod(told))

    def _tell(self) -> None:
        self._watchers = [watcher for watcher in self._watchers if watcher() is not None]
        for watcher in self._watchers:
            if (told := watcher()) is not None:
                told()

    def keep_mapping(self) -> Path:
        """Keep the sheet and the columns that were named in a small file beside the tracker, for the next time.

        Where none were named, everything that was understood is kept, to be edited by hand.
        """
        choice = self._choice
        if not choice.columns and choice.sheet is None:
            columns = {
                name: found[0] if len(found) == 1 else found for name, found in self.layout.fields.items()
            }
            choice = Choice(self.layout.sheet, columns)
        path = mapping_path(self.path)
        path.write_text(choice.to_toml(), encoding="utf-8", newline="\n")
        return path

    def __repr__(self) -> str:
        people, sheet = len(self.contacts), self.layout.sheet
        found = f"{people} contacts in “{sheet}”, {len(self.events)} events, {len(self.problems)} problems"
        return f"<Tracker {self.path.name}: {found}>"


def load(
    path: Path | str,
    sheet: str | None = None,
    columns: Override | None = None,
    *,
    limits: Limits | None = None,
) -> Tracker:
    """Open a tracker and understand it.

    Parameters
    ----------
    path
        The file: xlsx, xlsm or csv; to read only also ods, xls and xlsb.
    sheet
        The sheet with the people; found if not given.
    columns
        Field → header, list of headers or column letters, where you know better. What :meth:`Tracker.keep_mapping` kept
        beside the file counts where nothing is given here.
    limits
        What the file may ask of the machine.

    Raises
    ------
    InfovizError
        The file cannot be read, or there are no people in it. A cell that is not understood raises nothing: it is in
        :attr:`Tracker.problems`.
    """
    book = workbooks.open(path) if limits is None else workbooks.open(path, limits)
    choice = _chosen(Path(path), sheet, columns)
    if choice.sheet is not None and choice.sheet not in book.sheets:
        raise NoSuchSheet(book.path, choice.sheet, list(book.sheets))
    try:
        view = look(book.grids(), choice)
    except NoPeople as error:
        raise NoPeople(error.sheets, book.path) from None
    except UnknownHeader as error:
        raise UnknownHeader(error.header, error.sheet, error.headers, book.path) from None
    return Tracker(book, view, choice)


def new(path: Path | str) -> Path:
    """Write a fresh, empty tracker.

    Raises
    ------
    FileExists
        There is a file of that name.
    """
    path = Path(path)
    if path.is_dir():
        raise NotAFile(path)
    template = resources.files("infoviz").joinpath("templates", TEMPLATE).read_bytes()
    try:
        with path.open("xb") as file:
            file.write(template)
    except FileExistsError:
        raise FileExists(path) from None
    return path


def mapping_path(path: Path) -> Path:
    """Where what is known better about a tracker is kept: beside it, under its name."""
    return path.with_name(path.stem + MAPPING_ENDING)


def _chosen(path: Path, sheet: str | None, columns: Override | None) -> Choice:
    """Take what is named now before what was kept."""
    kept = _kept(mapping_path(path))
    if sheet is not None and sheet != kept.sheet:
        kept = Choice()
    return Choice(sheet or kept.sheet, {**kept.columns, **(columns or {})})


def _kept(path: Path) -> Choice:
    try:
        return read_choice(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.ENAMETOOLONG):
            return Choice()
        raise UnreadableMapping(path, str(error).rstrip(".")) from error
