"""How a tracker was understood, in the form in which it is checked."""

from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from infoviz.grid import Kind
from infoviz.schema.fields import EVENT_OF, Event
from infoviz.schema.reading.actions import later_actions
from infoviz.schema.reading.layout import Layout

PROBLEM_KEYS = ("sheet", "cell", "value", "expected")


class Check(NamedTuple):
    """How a tracker was understood.

    Attributes
    ----------
    sheet, header_row
        The sheet with the people and its header row (1-based).
    records
        Rows that hold something of a person's own (of an action, where a row is one).
    columns
        Field → the header that feeds it, or a list where several do.
    unmapped
        Headers that feed no field.
    problems
        Cells that were not understood or cannot be: sheet, cell, value, expected.
    """

    sheet: str
    header_row: int
    records: int
    columns: dict[str, str | list[str]]
    unmapped: list[str]
    problems: list[dict[str, str]]

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain, JSON-ready values."""
        return {
            "sheet": self.sheet,
            "header_row": self.header_row,
            "records": self.records,
            "columns": dict(self.columns),
            "unmapped": list(self.unmapped),
            "problems": [dict(problem) for problem in self.problems],
        }

    def __str__(self) -> str:
        found = f"{self.records} records in “{self.sheet}” under row {self.header_row}"
        left = f"{len(self.unmapped)} headers not, {len(self.problems)} problems"
        return f"{found}; {len(self.columns)} fields understood, {left}"


def check_layout(layout: Layout, contacts: pd.DataFrame, problems: pd.DataFrame, as_of: date | None) -> Check:
    """Gather how a sheet was understood; with `as_of`, what is said to have happened later is a problem too."""
    listed = [
        dict(zip(PROBLEM_KEYS, row, strict=True))
        for row in problems[list(PROBLEM_KEYS)].itertuples(index=False)
    ]
    if as_of is not None:
        if layout.shape == "people":
            listed += _later(layout, contacts, as_of)
        for sheet in (layout if layout.shape == "actions" else None, layout.log):
            listed += [] if sheet is None else _later_actions(sheet, as_of)
    return Check(
        sheet=layout.sheet,
        header_row=layout.header_row,
        records=int(layout.records.sum()),
        columns={
            name: headers[0] if len(headers) == 1 else headers for name, headers in layout.fields.items()
        },
        unmapped=layout.unmapped,
        problems=listed,
    )


def _later(layout: Layout, contacts: pd.DataFrame, as_of: date) -> list[dict[str, str]]:
    """List the days that lie ahead; one that only the log tells is the log's to list."""
    found = []
    for name, event in EVENT_OF.items():
        if name not in contacts or name not in layout.letters or event == Event.SCHEDULED:
            continue
        kinds = [layout.grid.columns[column].kinds for column in layout.columns_of(name)]
        filled = np.any(np.array(kinds) != Kind.BLANK, axis=0)
        own = np.isin(contacts.index.to_numpy(), layout.grid.rows[filled])
        for row, day in contacts.loc[own & (contacts[name] > pd.Timestamp(as_of)), name].items():
            found.append(_problem(layout.sheet, f"{layout.letters[name][0]}{row}", day, event, as_of))
    return found


def _later_actions(layout: Layout, as_of: date) -> list[dict[str, str]]:
    return [
        _problem(layout.sheet, cell, pd.Timestamp(day), event, as_of)
        for cell, day, event in later_actions(layout, as_of)
    ]


def _problem(sheet: str, cell: str, day: pd.Timestamp, event: Event, as_of: date) -> dict[str, str]:
    expected = f"a day up to {as_of:%Y-%m-%d}, for {event.value}"
    return {"sheet": sheet, "cell": cell, "value": f"{day:%Y-%m-%d}", "expected": expected}
