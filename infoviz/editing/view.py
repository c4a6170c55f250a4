"""How a tracker stands: its sheets, how the one with the people is understood, and what was read of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from infoviz.editing.columns import letters_of
from infoviz.errors import NoSuchRow
from infoviz.grid import Column, Grid, Value
from infoviz.schema.columns.keeping import Choice
from infoviz.schema.fields import Field
from infoviz.schema.people import person_keys
from infoviz.schema.reading.actions import read_actions
from infoviz.schema.reading.contacts import Reading, read_people
from infoviz.schema.reading.layout import Layout, understand
from infoviz.schema.reading.logsheet import with_log
from infoviz.workbook import Workbook
from infoviz.workbook.ranges import Range, column_number, parse_list


@dataclass(frozen=True, eq=False)
class View:
    """A tracker at one moment.

    Attributes
    ----------
    grids
        Its sheets.
    layout
        How the sheet with the people was understood.
    own
        What the sheet with the people says by itself.
    reading
        The same with what the log sheet tells beside it.
    outdated
        The cells of that sheet whose formulas have not been computed since what they depend on was edited.
    """

    grids: tuple[Grid, ...]
    layout: Layout
    own: Reading
    reading: Reading
    outdated: tuple[Range, ...] = ()

    @cached_property
    def contacts(self) -> pd.DataFrame:
        """One row a person, blank where a result is out of date; writing into it reaches nothing that is remembered."""
        contacts = self.reading.contacts.copy(deep=False)
        for name, letter in self._columns():
            column = column_number(letter)
            areas = [area for area in self.outdated if area.left <= column <= area.right]
            if areas and name in contacts:
                old = _inside(contacts.index.to_numpy(), areas)
                known = contacts[name]
                contacts[name] = (known.astype("boolean") if known.dtype == bool else known).mask(old)
        return contacts

    @cached_property
    def outdated_rows(self) -> frozenset[int]:
        """Rows of the contacts in which a result is out of date."""
        rows = self.own.contacts.index.to_numpy()
        return frozenset(rows[_inside(rows, self.outdated)].tolist())

    @property
    def computed(self) -> list[str]:
        """Headers of the columns in which formulas stand."""
        rows = self.layout.records
        columns = zip(self.layout.matches, self.layout.grid.columns, strict=True)
        return [match.header for match, column in columns if match.header and column.formulas[rows].any()]

    @property
    def own_columns(self) -> dict[str, str]:
        """The letters of the columns that feed no field, by their names in the frame."""
        if self.actions:
            return {}
        letters = [match.letter for match in self.layout.matches if not match.fields]
        columns = self.reading.contacts.columns
        names = [str(name) for name in columns[len(columns) - len(letters) :]]
        return dict(zip(names, letters, strict=True))

    def _columns(self) -> Iterator[tuple[str, str]]:
        """Go through the names in the frame and the columns that they come from."""
        yield from self.own_columns.items()
        for match in self.layout.matches:
            for name in match.fields:
                yield name, match.letter
                if name == Field.STATUS and Field.RESPONSE not in self.layout.letters:
                    yield Field.RESPONSE, match.letter

    @property
    def sheet(self) -> str:
        """Name of the sheet with the people."""
        return self.layout.sheet

    @property
    def actions(self) -> bool:
        """Whether a row of that sheet is an action and no person."""
        return self.layout.shape == "actions"

    @property
    def headers(self) -> list[str]:
        """The headers of the sheet with the people."""
        return [match.header for match in self.layout.matches if match.header]

    @property
    def last_record(self) -> int | None:
        """Row of the last record of the sheet with the people; None where there is none."""
        return last_record(self.layout)

    @cached_property
    def merged_down(self) -> list[Range]:
        """Merged ranges of the sheet with the people that cover several rows."""
        areas = parse_list(" ".join(self.layout.grid.merged))
        return [area for area in areas if area.bottom > area.top]

    @cached_property
    def keys(self) -> "pd.Series[str]":
        """Key of each contact's person."""
        return person_keys(self.reading.contacts)

    @property
    def problems_by_cell(self) -> dict[str, str]:
        """What was expected in the cells of the sheet with the people that were not understood."""
        problems = self.reading.problems[self.reading.problems["sheet"] == self.sheet]
        return dict(zip(problems["cell"].tolist(), problems["expected"].tolist(), strict=True))

    def grid(self, sheet: str) -> Grid | None:
        """Find a sheet's cells."""
        return next((grid for grid in self.grids if grid.sheet == sheet), None)

    def value(self, sheet: str, row: int, letter: str) -> Value:
        """Read a cell as it is."""
        grid = self.grid(sheet)
        return None if grid is None else cell_value(grid, row, letter)

    def written(self, name: str, rows: Sequence[int] | None = None) -> "pd.Series[Any] | None":
        """Give what the contacts' own cells say in the one column of a field, or under a header; None where none is it.

        Raises
        ------
        UnknownField
            It is neither a field nor a header.
        NoSuchRow
            Nobody stands in one of the rows.
        """
        letters = letters_of(self.layout, name)
        matches = [match for match in self.layout.matches if match.letter in letters]
        if self.actions or len(matches) != 1 or len(matches[0].fields) > 1:
            return None
        column = self.layout.grid.columns[self.layout.matches.index(matches[0])]
        index = self.contacts.index if rows is None else pd.Index(rows)
        if len(strangers := index.difference(self.contacts.index)):
            raise NoSuchRow(self.sheet, strangers[0])
        positions = np.searchsorted(self.layout.grid.rows, index.to_numpy())
        values = [column.value(position) for position in positions.tolist()]
        return pd.Series(values, index=index, name=name, dtype="object")

    def said(self, row: int, field: str) -> Any:
        """Give what a contact's own row says of a field; None where there is no such column or contact."""
        return _cell_of(self.own.contacts, row, field)

    def logged(self, row: int, field: str) -> Any:
        """Give what only the log sheet tells of a contact's field; None where it tells nothing."""
        own = self.said(row, field)
        return None if own is not None and not pd.isna(own) else _cell_of(self.reading.contacts, row, field)

    def text(self, row: int, field: str) -> str | None:
        """Give a text of a contact."""
        value = self.said(row, field)
        return value if isinstance(value, str) else None


def _cell_of(contacts: pd.DataFrame, row: int, field: str) -> Any:
    if field not in contacts or row not in contacts.index:
        return None
    return contacts[field].array[contacts.index.get_loc(row)]


def look(grids: Iterable[Grid], choice: Choice) -> View:
    """Understand the sheets of a workbook, and read its people.

    Parameters
    ----------
    grids
        The sheets.
    choice
        The sheet and the columns that the reader named.
    """
    every = tuple(grids)
    layout = understand(every, choice.sheet, choice.columns)
    if layout.shape == "actions":
        own = read_actions(layout)
        return View(every, layout, own, own)
    own = read_people(layout)
    return View(every, layout, own, with_log(own, layout.log, layout.sheet))


def warnings_at_first(book: Workbook, view: View) -> tuple[str, ...]:
    """Say what the person should know of a tracker before anything is done to it."""
    if not book.stale or not view.computed:
        return ()
    headers = ", ".join(f"“{header}”" for header in view.computed)
    old = f"the formulas under {headers} have not been computed since the file was changed last"
    return (f"Sheet “{view.sheet}”: {old}. Open it in your spreadsheet program and save it.",)


def last_record(layout: Layout) -> int | None:
    """Row of the last record of a sheet."""
    positions = layout.positions
    return int(layout.grid.rows[positions[-1]]) if len(positions) else None


def column_of(grid: Grid, letter: str) -> Column | None:
    """Find a column by its letters."""
    return next((column for column in grid.columns if column.letter == letter), None)


def cell_value(grid: Grid, row: int, letter: str) -> Value:
    """Read a cell; None where it is blank."""
    place = _place(grid, row, letter)
    return None if place is None else place[0].value(place[1])


def is_formula(grid: Grid, row: int, letter: str) -> bool:
    """Whether a cell holds a formula."""
    place = _place(grid, row, letter)
    return place is not None and bool(place[0].formulas[place[1]])


def _place(grid: Grid, row: int, letter: str) -> tuple[Column, int] | None:
    column = column_of(grid, letter)
    position = int(np.searchsorted(grid.rows, row))
    if column is None or position >= len(grid.rows) or grid.rows[position] != row:
        return None
    return column, position


def _inside(rows: NDArray[np.int64], areas: Sequence[Range]) -> NDArray[np.bool_]:
    """Tell which rows lie in one of some areas."""
    begun = np.searchsorted(np.sort([area.top for area in areas]), rows, "right")
    ended = np.searchsorted(np.sort([area.bottom for area in areas]), rows, "left")
    return begun > ended
