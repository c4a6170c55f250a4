"""Sheets for the tests, from rows of plain values."""

from collections.abc import Sequence
from datetime import date, datetime

import numpy as np

from infoviz.grid import EPOCH, Column, Grid, Kind

Cell = str | float | int | bool | date | datetime | None


def letters(number: int) -> str:
    """Give a column's letters by its number (1-based)."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def _typed(value: Cell) -> tuple[Kind, float, str | None, bool]:
    if value is None or value == "":
        return Kind.BLANK, np.nan, None, False
    if isinstance(value, str):
        if value.startswith("="):
            return Kind.PENDING, np.nan, None, True
        if value.startswith("#") and value.endswith(("!", "?", "/A")):
            return Kind.ERROR, np.nan, value, True
        return Kind.TEXT, np.nan, value, False
    if isinstance(value, bool):
        return Kind.BOOLEAN, float(value), None, False
    if isinstance(value, datetime):
        return Kind.DATE, (value - EPOCH).total_seconds() / 86_400, None, False
    if isinstance(value, date):
        return Kind.DATE, float((value - EPOCH.date()).days), None, False
    return Kind.NUMBER, float(value), None, False


def sheet(
    rows: Sequence[Sequence[Cell]],
    name: str = "People",
    *,
    merged: Sequence[str] = (),
    hidden: bool = False,
) -> Grid:
    """Give rows, the first of them row 1, as a grid; blank rows and columns are left out as a workbook leaves them."""
    kept = [i for i, row in enumerate(rows) if any(value not in (None, "") for value in row)]
    columns = []
    for j in range(max((len(row) for row in rows), default=0)):
        cells = [_typed(rows[i][j] if j < len(rows[i]) else None) for i in kept]
        if all(kind == Kind.BLANK for kind, *_ in cells):
            continue
        texts = np.empty(len(cells), dtype=np.object_)
        texts[:] = [text for _, _, text, _ in cells]
        columns.append(
            Column(
                letters(j + 1),
                np.array([kind for kind, *_ in cells], dtype=np.uint8),
                np.array([number for _, number, _, _ in cells]),
                texts,
                np.array([formula for *_, formula in cells], dtype=np.bool_),
            )
        )
    numbers = np.array([i + 1 for i in kept], dtype=np.int64)
    return Grid(name, numbers, tuple(columns), merged=tuple(merged), hidden=hidden)
