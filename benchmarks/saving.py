"""Save one edit: infoviz (open, edit, save) against openpyxl (load, edit, save); then save again and again."""

import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from xml.parsers import expat

import openpyxl

import infoviz.workbook
from benchmarks.pairing import Pair, pair, timed
from benchmarks.workbooks import write_tracker
from infoviz.workbook.container import archive, deflate
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import Structure
from infoviz.workbook.limits import MEBIBYTE, Limits

LARGE = Limits(file=512 * MEBIBYTE, expanded=2048 * MEBIBYTE, cells=30_000_000)
ROWS = ((1_000, 5), (10_000, 5), (100_000, 2), (1_000_000, 1))
DEMANDS = {("isal", 10_000): 25, ("isal", 100_000): 35, ("zlib", 10_000): 15, ("zlib", 100_000): 22}
USED_BY = ((deflate, "fast"), (archive, "_fast"))
MOST_FOR_OPENPYXL = 100_000  # at a million rows it takes five minutes and 7 GB


@contextmanager
def compressor(name: str) -> Iterator[None]:
    """Compress with isal or with zlib alone."""
    before = {module: getattr(module, attribute) for module, attribute in USED_BY}
    for module, attribute in USED_BY if name == "zlib" else ():
        setattr(module, attribute, zlib)
    try:
        yield
    finally:
        for module, attribute in USED_BY:
            setattr(module, attribute, before[module])


def ours(path: Path) -> Callable[[], object]:
    """Open, put a text into a cell in the middle, save."""
    values = count()

    def run() -> object:
        book = infoviz.workbook.open(path, LARGE)
        book.set(book.sheets[0], "P500", f"a note of today {next(values)}")
        return book.save()

    return run


def theirs(path: Path) -> Callable[[], None]:
    """Do the same with openpyxl."""

    def run() -> None:
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["P500"] = "a note of today"
        book.save(path.with_suffix(".theirs.xlsx"))

    return run


def bound(path: Path) -> Callable[[], object]:
    """Inflate, scan and deflate the one sheet with the same compressor: the least that a save can cost."""

    def run() -> object:
        package = Package.open(path, LARGE)
        part = Structure(package).sheets[0].part
        text = package.read(part)
        expat.ParserCreate().Parse(text, True)
        return deflate.pressed(text, package.packed_size(part) * 7 // 6)

    return run


def further(path: Path, rows: int, name: str, runs: int) -> Pair:
    """Save edit after edit of an open workbook; the measure is the first save of one just opened."""
    values = count()

    def first() -> object:
        copy = shutil.copy(path, path.with_suffix(".first.xlsx"))
        fresh = infoviz.workbook.open(copy, LARGE)
        fresh.set(fresh.sheets[0], "N600", next(values) / 7)
        return fresh.save()

    book = infoviz.workbook.open(path, LARGE)

    def again() -> object:
        book.set(book.sheets[0], "N600", next(values) / 7)
        return book.save()

    firsts = tuple(timed(first) for _ in range(runs))
    again()
    label = f"save again at {rows:,} rows ({name}); the first save"
    demand = "at least 10 ×" if rows == 100_000 else ""
    return Pair(label, tuple(timed(again) for _ in range(3 * runs)), firsts, demand)


def growth(path: Path) -> float:
    """How much larger the file is after one edit, as a share."""
    before = path.stat().st_size
    copy = Path(shutil.copy(path, path.with_suffix(".grown.xlsx")))
    ours(copy)()
    return copy.stat().st_size / before - 1


def measure() -> Iterator[Pair]:
    """Compare at 1,000 to 1,000,000 rows of 16 columns."""
    with tempfile.TemporaryDirectory() as folder:
        for rows, runs in ROWS:
            path = write_tracker(Path(folder, f"{rows}.xlsx"), rows)
            for name in ("isal", "zlib"):
                with compressor(name):
                    grown = f"file {growth(path):+.0%}, at most +20 %"
                    if rows <= MOST_FOR_OPENPYXL:
                        label = f"save one edit of {rows:,} rows ({name}); openpyxl"
                        least = DEMANDS.get((name, rows))
                        demand = f"at least {least} ×; {grown}" if least else grown
                        yield pair(label, ours(path), theirs(path), runs, demand)
                    label = f"save one edit of {rows:,} rows ({name}); the bound"
                    yield pair(label, ours(path), bound(path), runs + 1, "at least 0.5 ×")
                    yield further(path, rows, name, runs + 2)
