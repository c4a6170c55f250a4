"""Two versions of a tracker held side by side: which column, and which person's row, is which."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.editing.logrow import find_empty_log
from infoviz.editing.view import View, column_of
from infoviz.grid import Column, Grid, Kind, Value
from infoviz.schema.people import name_key
from infoviz.schema.reading.layout import Layout

ALIKE = 0.5
"""Share of a row's other cells that must agree where only the name tells who it is."""


class ApartError(Exception):
    """A row or column of one version that cannot be found in the other; its text says why."""


def log_of(view: View) -> Layout | None:
    """Find a tracker's log sheet, be it empty."""
    return view.layout.log or find_empty_log(view)


class Columns:
    """Which column of a sheet is which in another version of it.

    Parameters
    ----------
    base, theirs
        How the sheet was and is understood.
    """

    def __init__(self, base: Layout, theirs: Layout) -> None:
        self.base, self.theirs = base, theirs
        self._known: dict[str, str] = {}

    def find(self, letter: str) -> str:
        """Find the column with the same header, or the one that feeds the same field.

        Raises
        ------
        ApartError
            There is none, or more than one.
        """
        if letter not in self._known:
            self._known[letter] = self._find(letter)
        return self._known[letter]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Go through the columns that are in both."""
        for match in self.base.matches:
            try:
                yield match.letter, self.find(match.letter)
            except ApartError:
                continue

    def _find(self, letter: str) -> str:
        own = next((match for match in self.base.matches if match.letter == letter), None)
        if own is None:  # a column that had nothing in it, not even a header
            if all(match.letter != letter for match in self.theirs.matches):
                return letter
            raise ApartError(f"column {letter} is in use now")
        before = [match.letter for match in self.base.matches if match.header == own.header]
        after = [match.letter for match in self.theirs.matches if match.header == own.header]
        if own.header and len(after) == len(before):
            return after[before.index(letter)]
        if not own.header and letter in after:
            return letter
        told = (own.fields, own.part)
        same = [match.letter for match in self.theirs.matches if (match.fields, match.part) == told]
        if not after and any(told) and len(same) == 1:
            return same[0]
        raise ApartError(f"the column “{own.header or letter}” cannot be found any more")


class People:
    """Which contact's row is which in another version of the tracker.

    Parameters
    ----------
    base, theirs
        The two versions.
    """

    def __init__(self, base: View, theirs: View) -> None:
        self.base, self.theirs = base, theirs
        self.columns = Columns(base.layout, theirs.layout)
        self._before, self._after = _by_key(base.keys), _by_key(theirs.keys)

    def find(self, row: int) -> int:
        """Find a contact's row by name and organization.

        Raises
        ------
        ApartError
            The person is gone, has another name, or stands there more than once.
        """
        key = str(self.base.keys.loc[row])
        before, after = self._before[key], self._after.get(key, [])
        if len(before) == len(after) == 1:
            return after[0]
        if not after:
            return self._by_name(row)
        if len(before) > 1:
            return self._by_content(row, before, after)
        raise ApartError(f"this person now stands there more than once (rows {_listed(after)})")

    def _by_name(self, row: int) -> int:
        """Find somebody whose organization alone has another name now."""
        who = name_key(self.base.text(row, "name") or "")
        before, after = _named(self.base, who), _named(self.theirs, who)
        if who and len(before) == len(after) == 1:
            new = str(self.theirs.keys.loc[after[0]])
            if new not in self._before and self._likeness(row, after[0]) >= ALIKE:
                return after[0]
        raise ApartError("this person is not there any more: renamed or deleted")

    def _by_content(self, row: int, before: list[int], after: list[int]) -> int:
        """Tell persons of the same name apart by what else their rows say."""
        left = list(after)
        if len(before) == len(after):
            for other in before:
                same = [place for place in left if self._likeness(other, place, whole=True) == 1.0]
                if other == row and len(same) == 1:
                    return same[0]
                if other != row and len(same) == 1:
                    left.remove(same[0])
            if len(left) == 1:
                return left[0]
        raise ApartError(f"several people bear this name (rows {_listed(after)}) and cannot be told apart")

    def _likeness(self, row: int, place: int, *, whole: bool = False) -> float:
        """Share of a row's cells that the other row has too; the name and the organization aside."""
        who = {*self.base.layout.letters.get("name", []), *self.base.layout.letters.get("organization", [])}
        same, filled = 0, 0
        for letter, other in self.columns.pairs():
            own = self.base.value(self.base.sheet, row, letter)
            there = self.theirs.value(self.theirs.sheet, place, other)
            if letter in who or (own is None and (there is None or not whole)):
                continue
            filled += 1
            same += same_value(own, there)
        return same / filled if filled else 1.0


def _named(view: View, who: str) -> list[int]:
    if "name" not in view.reading.contacts:
        return []
    names = view.reading.contacts["name"].dropna()
    return [int(row) for row, name in names.items() if name_key(name) == who]  # type: ignore[call-overload]


def _by_key(keys: "pd.Series[str]") -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, key in zip(keys.index.tolist(), keys.tolist(), strict=True):
        found.setdefault(key, []).append(int(row))
    return found


def _listed(rows: list[int]) -> str:
    return ", ".join(str(row) for row in rows)


def same_value(left: Value, right: Value) -> bool:
    """Whether two cells hold the same; True is not 1."""
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def row_like(base: Grid, row: int, theirs: Grid, pairs: list[tuple[str, str]]) -> int:
    """Find the one row that says the same in all columns.

    Raises
    ------
    ApartError
        There is none, or more than one.
    """
    position = int(np.searchsorted(base.rows, row))
    same = np.ones(len(theirs.rows), dtype=np.bool_)
    for letter, other in pairs:
        own, there = column_of(base, letter), column_of(theirs, other)
        if own is not None and there is not None:
            same &= _equal(_at(own, [position] * len(same)), _at(there, list(range(len(same)))))
    found = theirs.rows[same].tolist()
    if len(found) != 1:
        raise ApartError("its row has been changed or deleted" if not found else "several rows say the same")
    return int(found[0])


def taken_over(base: View, theirs: View) -> Iterator[str]:
    """List the cells of the sheet with the people that the other program has changed, as they stand now."""
    people = People(base, theirs)
    before = {key: rows[0] for key, rows in _by_key(base.keys).items() if len(rows) == 1}
    rows: list[tuple[int, int]] = []
    new: list[int] = []
    for key, places in _by_key(theirs.keys).items():
        if len(places) == 1 and key in before:
            rows.append((before[key], places[0]))
        elif key not in before:
            new += places
    olds = np.searchsorted(base.layout.grid.rows, [old for old, _ in rows])
    news = np.searchsorted(theirs.layout.grid.rows, [place for _, place in rows])
    for letter, other in people.columns.pairs():
        own, there = column_of(base.layout.grid, letter), column_of(theirs.layout.grid, other)
        if own is None or there is None:
            continue
        same = _equal(_at(own, olds.tolist()), _at(there, news.tolist()))
        for i in np.flatnonzero(~same).tolist():
            yield f"{theirs.sheet}!{other}{rows[i][1]}"
    for place in new:
        for column in theirs.layout.grid.columns:
            if theirs.value(theirs.sheet, place, column.letter) is not None:
                yield f"{theirs.sheet}!{column.letter}{place}"


def changed_cells(base: View, now: View) -> Iterator[tuple[str, int, str]]:
    """List the cells whose values differ between two moments of one file: sheet, row, letters."""
    for grid in now.grids:
        old = base.grid(grid.sheet)
        for column in grid.columns:
            own = None if old is None else column_of(old, column.letter)
            changed = (column.kinds != Kind.BLANK) & ~column.formulas
            if old is not None and own is not None and len(old.rows):
                at = np.minimum(np.searchsorted(old.rows, grid.rows), len(old.rows) - 1)
                known = old.rows[at] == grid.rows
                differs = ~_equal(_at(own, at.tolist()), column) & ~column.formulas
                changed = np.where(known, differs, changed)
            for row in grid.rows[changed].tolist():
                yield grid.sheet, int(row), column.letter


def _at(column: Column, positions: list[int]) -> Column:
    return Column(
        column.letter,
        column.kinds[positions],
        column.numbers[positions],
        column.texts[positions],
        column.formulas[positions],
    )


def _equal(left: Column, right: Column) -> npt.NDArray[np.bool_]:
    """Compare two columns cell by cell; a formula's result is no change of anybody's."""
    numbers = (left.numbers == right.numbers) | (np.isnan(left.numbers) & np.isnan(right.numbers))
    texts = np.array(
        [one == other for one, other in zip(left.texts, right.texts, strict=True)], dtype=np.bool_
    )
    computed = left.formulas & right.formulas
    found: npt.NDArray[np.bool_] = ((left.kinds == right.kinds) & numbers & texts) | computed
    return found
