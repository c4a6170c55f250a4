"""Load a tracker: infoviz (cells, header, fields, types, events) against pandas reading the cells alone."""

import tempfile
from pathlib import Path

import pandas as pd

import infoviz
from benchmarks.pairing import Pair, pair
from benchmarks.workbooks import write_tracker


def measure() -> list[Pair]:
    """Compare at 10,000 and 100,000 rows of 16 columns."""
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        for rows, runs in ((10_000, 5), (100_000, 2)):
            path = write_tracker(Path(folder, f"{rows}.xlsx"), rows)
            pairs.append(
                pair(
                    f"load {rows:,} rows; pandas.read_excel with openpyxl",
                    lambda path=path: infoviz.load(path),
                    lambda path=path: pd.read_excel(path, engine="openpyxl"),
                    runs,
                    "at least 5 ×",
                )
            )
            pairs.append(
                pair(
                    f"load {rows:,} rows; pandas.read_excel with calamine",
                    lambda path=path: infoviz.load(path),
                    lambda path=path: pd.read_excel(path, engine="calamine"),
                    runs,
                    "",
                )
            )
    return pairs
