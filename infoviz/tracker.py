"""A tracker: the spreadsheet of a person's informational interviews, opened."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from importlib import resources
from pathlib import Path

import pandas as pd

from infoviz import workbook as workbooks
from infoviz.errors import FileExists, NoPeople, NoSuchSheet, NotAFile, UnknownHeader, UnreadableMapping
from infoviz.schema.actions import read_actions, with_log
from infoviz.schema.check import Check, check_layout
from infoviz.schema.contacts import Reading, read_people
from infoviz.schema.keeping import Choice, read_choice
from infoviz.schema.layout import Layout, understand
from infoviz.schema.manner import Manner, manner_of
from infoviz.workbook import Limits, Workbook

MAPPING_ENDING = ".infoviz.toml"
TEMPLATE = "new_tracker.xlsx"

Override = Mapping[str, str | Sequence[str]]


class Tracker:
    """An open tracker.

    Attributes
    ----------
    path
        The file.
    workbook
        The file's sheets and cells.
    layout
        How the sheet with the people was understood: which column, by its letters, holds which field, and why.
    contacts
        One row a person; the index is the row number in the sheet. The fields that the tracker has, then every other
        column under its own header. Dates are ``datetime64[us]``, text is ``str``.
    events
        The paper trail, one row an event: date, row, name, event, detail.
    problems
        The cells that were not understood: sheet, cell, row, value, expected.
    """

    def __init__(self, book: Workbook, layout: Layout, choice: Choice) -> None:
        self.path = book.path
        self.workbook = book
        self.layout = layout
        self._choice = choice
        reading = _read(layout)
        self.contacts: pd.DataFrame = reading.contacts
        self.events: pd.DataFrame = reading.events
        self.problems: pd.DataFrame = reading.problems
        self._orders = reading.orders

    @cached_property
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
        return manner_of(column, self.layout.records, self._orders.get(letter))

    def check(self, as_of: date | None = None) -> Check:
        """Say how the tracker was understood; with `as_of`, what is said to have happened later is a problem."""
        return check_layout(self.layout, self.contacts, self.problems, as_of)

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
        layout = understand(book.grids(), choice.sheet, choice.columns)
    except NoPeople as error:
        raise NoPeople(error.sheets, book.path) from None
    except UnknownHeader as error:
        raise UnknownHeader(error.header, error.sheet, error.headers, book.path) from None
    return Tracker(book, layout, choice)


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
    except FileNotFoundError:
        return Choice()
    except (ValueError, OSError) as error:
        raise UnreadableMapping(path, str(error).rstrip(".")) from error


def _read(layout: Layout) -> Reading:
    if layout.shape == "actions":
        return read_actions(layout)
    return with_log(read_people(layout), layout.log, layout.sheet)
