"""Time two ways of doing one thing turn about, so that a busy machine slows both alike."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Seconds of each run of ours and of theirs, and the ratio of the medians."""

    name: str
    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    demand: str

    @property
    def ratio(self) -> float:
        """How many times longer theirs takes."""
        return statistics.median(self.theirs) / statistics.median(self.ours)

    def line(self) -> str:
        """One row of the printed table."""
        ours, theirs = statistics.median(self.ours), statistics.median(self.theirs)
        return f"{self.name:<58}{_shown(ours):>12}{_shown(theirs):>12}{self.ratio:>9.2f} ×   {self.demand}"


def _shown(seconds: float) -> str:
    """Seconds; milliseconds where it is less than one."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def timed(action: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    gc.collect()
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def pair(name: str, ours: Callable[[], object], theirs: Callable[[], object], runs: int, demand: str) -> Pair:
    """Call both turn about, ``runs`` times each, after one unmeasured call of ours."""
    ours()
    times = [(timed(ours), timed(theirs)) for _ in range(runs)]
    return Pair(name, tuple(a for a, _ in times), tuple(b for _, b in times), demand)


def process(*arguments: str) -> Callable[[], object]:
    """Run this interpreter with the arguments, as a whole process."""

    def run() -> object:
        return subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    return run
