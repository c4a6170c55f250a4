"""What is done to a tracker through the grid, the form and the buttons, and what is told of it afterwards."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import pandas as pd

from infoviz.tracker import Tracker
from infoviz.widgets.records import Records

Changes = Mapping[int, Mapping[str, str | None]]
Given = TypeVar("Given")


class Desk:
    """A tracker that is being written in.

    Parameters
    ----------
    records
        The contacts as they are shown.
    done
        Is told, after each verb, the rows it has touched and those in which a result is out of date, or no longer so.
    chosen
        Is told of the row that somebody has moved to.

    Attributes
    ----------
    busy
        Whether a verb of this desk is being done.
    """

    def __init__(
        self,
        records: Records,
        done: Callable[[frozenset[int], frozenset[int]], object],
        chosen: Callable[[int], object],
    ) -> None:
        self.records, self._done, self._chosen = records, done, chosen
        self.busy = False

    @property
    def tracker(self) -> Tracker:
        """The tracker."""
        return self.records.tracker

    def change(self, changes: Changes) -> None:
        """Change cells, all or, where one is refused, none."""
        given = {row: dict(cells) for row, cells in changes.items()}
        self._do(lambda: self.tracker.edit_rows(given, outside_lists=True))

    def add(self, values: Mapping[str, str | None]) -> int:
        """Add somebody; their row comes back."""
        said: dict[str, Any] = {name: value for name, value in values.items() if value}
        return self._do(lambda: self.tracker.add(outside_lists=True, **said))

    def log(self, row: int, event: str, on: date, detail: str, *, add_log: bool) -> None:
        """Note that something happened with somebody."""
        self._do(lambda: self.tracker.log(row, event, on=on, detail=detail, add_log=add_log))

    def undo(self) -> bool:
        """Take the last verb back that is not saved."""
        return self._do(self.tracker.undo)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._do(self.tracker.redo)

    def choose(self, row: int) -> None:
        """Tell that somebody has moved to a row."""
        self._chosen(row)

    def _do(self, verb: Callable[[], Given]) -> Given:
        before, old = self._pending(), self.tracker.outdated
        self.busy = True
        try:
            given = verb()
        finally:
            self.busy = False
        after = self._pending()
        touched = frozenset(row for row, _ in before.items() ^ after.items())
        self._done(touched, self.tracker.outdated ^ old)
        return given

    def _pending(self) -> dict[int, tuple[object, ...]]:
        """List what is not saved, by row."""
        edits = self.tracker.edits
        cells: dict[int, tuple[object, ...]] = {}
        columns = (edits[name].tolist() for name in ("row", "sheet", "cell", "after"))
        for row, sheet, cell, after in zip(*columns, strict=True):
            if row is not pd.NA:
                cells[row] = (*cells.get(row, ()), sheet, cell, str(after))
        return cells
