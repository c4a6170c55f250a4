"""What starting costs, as whole processes less the interpreter's own start."""

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
        "infoviz summary SAMPLE; python -c 'import pandas'",
        process("-m", "infoviz", "summary", str(SAMPLE), "--as-of", "2026-11-20"),
        process("-c", "import pandas"),
        9,
        "at least 0.77 × (1.3 × the import, plus the reading)",
    )
    return [bare, imports, command]
