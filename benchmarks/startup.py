"""What starting costs, as whole processes less the interpreter's own start."""

import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.pairing import Pair, pair, process

SAMPLE = Path(__file__).parent.parent / "data" / "sample_tracker.xlsx"


def measure() -> list[Pair]:
    """Compare importing, and the whole command on the sample."""
    bare = pair("(python -c pass, twice)", process("-c", "pass"), process("-c", "pass"), 9, "")
    base = min(bare.ours)
    imports = pair(
        "import infoviz; import pandas",
        process("-c", "import infoviz"),
        process("-c", "import pandas"),
        9,
        "at least 10 × (less python's own start)",
    )
    imports = Pair(
        imports.name,
        tuple(max(seconds - base, 1e-4) for seconds in imports.ours),
        tuple(seconds - base for seconds in imports.theirs),
        imports.demand,
    )
    command = pair(
        "infoviz summary SAMPLE less the reading; import pandas",
        process("-m", "infoviz", "summary", str(SAMPLE), "--as-of", "2026-11-20"),
        process("-c", "import pandas"),
        9,
        "at least 0.77 ×, that is at most 1.3 × the import",
    )
    reading = statistics.median(read_once() for _ in range(9))
    command = Pair(
        command.name,
        tuple(seconds - reading for seconds in command.ours),
        command.theirs,
        command.demand,
    )
    return [bare, imports, command]


def read_once() -> float:
    """Seconds that a fresh process takes to load the sample, its imports done."""
    code = (
        "import time, infoviz; infoviz.load; begin = time.perf_counter(); "
        f"infoviz.load({str(SAMPLE)!r}); print(time.perf_counter() - begin)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(done.stdout)
