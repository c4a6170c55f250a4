"""Print every ratio. Pass names (``startup``, ``loading`` …) to run only those."""

import importlib
import sys

SUBJECTS = ("startup", "loading", "editing", "saving", "statistics", "widgets")


def main(subjects: list[str]) -> None:
    """Measure the subjects and print a table."""
    print(f"{'ours; theirs':<58}{'ours':>12}{'theirs':>12}{'theirs/ours':>12}  demand")
    for subject in subjects:
        for row in importlib.import_module(f"benchmarks.{subject}").measure():
            print(row.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or list(SUBJECTS))
