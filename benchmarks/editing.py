"""Edit an open tracker and save it, against what else a notebook would do: load with openpyxl, set, save."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path

import openpyxl

import infoviz
from benchmarks.pairing import Pair, pair, timed
from benchmarks.workbooks import write_tracker

ROWS = ((1_000, 5), (10_000, 3))
PASTED = 200
DEMANDS = {1_000: "under 100 ms", 10_000: "under 150 ms"}
SAVED = {1_000: "under 150 ms"}


def theirs(path: Path) -> Callable[[], None]:
    """Load, set a cell, save."""

    def run() -> None:
        book = openpyxl.load_workbook(path)
        book["People"]["P500"] = "a note of today"
        book.save(path.with_suffix(".theirs.xlsx"))

    return run


def verbs(tracker: infoviz.Tracker) -> Iterator[tuple[str, Callable[[], object]]]:
    """Name what a click may do; each call changes something."""
    numbers = count()
    rows = [int(row) for row in tracker.contacts.index]
    middle = rows[len(rows) // 2]
    unmet = cycle(int(row) for row in tracker.contacts.index[tracker.contacts["met_on"].isna()])

    def undone() -> None:
        tracker.undo()
        tracker.redo()

    yield "edit a note", lambda: tracker.edit(middle, notes=f"note {next(numbers)}")
    yield "edit a day", lambda: tracker.edit(middle, responded_on=f"2026-11-{next(numbers) % 28 + 1:02}")
    yield "edit an answer", lambda: tracker.edit(middle, response=("yes", "no")[next(numbers) % 2])
    yield "log a talk", lambda: tracker.log(next(unmet), "met", on="2026-11-20")
    yield "undo and redo", undone
    yield "add somebody", lambda: tracker.add(name=f"Newcomer {next(numbers)}", organization="Initech")

    def pasted() -> None:
        text = f"pasted {next(numbers)}"
        told = dict.fromkeys(("notes", "tags", "source", "role", "channel"), text)
        tracker.edit_rows(dict.fromkeys(rows[:PASTED], told))

    yield f"paste {PASTED} × 5 cells", pasted


def saving(tracker: infoviz.Tracker, runs: int) -> tuple[float, ...]:
    """Seconds that saving one edit takes, the edit aside."""
    tracker.save()
    seconds = []
    for number in range(3 * runs):
        tracker.edit(int(tracker.contacts.index[7]), notes=f"saved {number}")
        seconds.append(timed(tracker.save))
    return tuple(seconds)


def measure() -> list[Pair]:
    """Compare at 1,000 and 10,000 people in 16 columns."""
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        for rows, runs in ROWS:
            path = write_tracker(Path(folder, f"{rows}.xlsx"), rows)
            tracker = infoviz.load(shutil.copy(path, path.with_suffix(".ours.xlsx")))
            for name, action in verbs(tracker):
                label = f"{name}, {rows:,} people; openpyxl"
                pairs.append(pair(label, action, theirs(path), runs, DEMANDS[rows]))
            slow = pairs[-1].theirs
            label = f"save one edit, {rows:,} people; openpyxl"
            pairs.append(Pair(label, saving(tracker, runs), slow, SAVED.get(rows, "")))
    return pairs
