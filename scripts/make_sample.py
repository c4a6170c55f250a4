"""Rebuild data/sample_tracker.xlsx and infoviz/templates/new_tracker.xlsx, the same on every run.

Run it from anywhere: ``python scripts/make_sample.py``. The search that the sample tells is invented.
"""

from pathlib import Path

from sample import search, sheets
from sample.dashboard import write_dashboard
from sample.layout import Looks, new_workbook

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample_tracker.xlsx"
TEMPLATE = ROOT / "infoviz" / "templates" / "new_tracker.xlsx"


def build_sample(path: Path) -> None:
    """Write the sample: an invented search of thirty weeks."""
    told = search.tell()
    about = "An invented search: no person, organization or address in it is real."
    build(path, told, sheets.GUESSES, ("Sample: informational interviews", about), live=False)


def build_template(path: Path) -> None:
    """Write the tracker that a new search begins with: the same workbook without people."""
    about = "One row a person on the People sheet; the Dashboard counts by itself."
    build(path, search.Search(), sheets.FIRST_GUESSES, ("Informational interviews", about), live=True)


def build(
    path: Path, told: search.Search, guesses: sheets.Guesses, title: tuple[str, str], *, live: bool
) -> None:
    """Write the four sheets of a tracker."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with new_workbook(str(path), *title) as workbook:
        for name in ("People", "Log", "Dashboard", "Lists"):
            workbook.add_worksheet(name)
        looks = Looks(workbook)
        sheets.write_people(workbook, looks, told.people)
        sheets.write_log(workbook, looks, told.log)
        write_dashboard(workbook, looks, told.people, [guess for guess, *_ in guesses], live=live)
        sheets.write_lists(workbook, looks, guesses)


def main() -> None:
    """Rebuild both workbooks."""
    build_sample(SAMPLE)
    build_template(TEMPLATE)
    print(f"Wrote {SAMPLE} and {TEMPLATE}.")


if __name__ == "__main__":
    main()
