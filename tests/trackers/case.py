"""What one keeper's tracker is, how it should be understood, and how an understanding is judged."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pandas as pd

FACTS = frozenset({"asked", "nudged", "responded", "scheduled", "met", "thanked", "acknowledged", "touched"})
Truth = str | float | int | bool | date | None


@dataclass(frozen=True)
class AnyOf:
    """Several values that honest readers of the cell would accept; None stands for a missing one."""

    values: frozenset[Truth]


def any_of(*values: Truth) -> AnyOf:
    """Accept any of these values."""
    return AnyOf(frozenset(values))


@dataclass(frozen=True)
class TrackerCase:
    """One fictional person's tracker and the truth of how it should be understood.

    Attributes
    ----------
    name
        The key in the registry.
    keeper
        One line about the person who keeps it.
    suffix
        The file's ending, such as ``".xlsx"``.
    write
        Writes the file to a path.
    sheet
        The sheet with the people; None for a csv, which has only one.
    header_row
        Its header row, 1-based.
    records, people
        Rows that hold something of a person's own (of an action, where a row is one), and distinct persons.
    columns
        The headers that feed each field, blanks collapsed. A header that holds two things feeds two fields.
    unmapped
        Headers that must feed no field.
    either
        Headers about which honest people differ: the fields that are acceptable beside what `columns` says.
        A header that is in `either` and not in `columns` may also stay unmapped.
    letters
        Where a header occurs more than once: the letter of the column that feeds the field.
    cells
        Values by sheet row and field (or by the name of an undated fact: asked, met, ...); None is missing.
    problems
        Addresses of cells that must be reported as not understood.
    sound
        Addresses of cells that are fine and must not be reported.
    events
        Date, person and event of some actions that the paper trail must hold.
    """

    name: str
    keeper: str
    suffix: str
    write: Callable[[Path], None]
    sheet: str | None
    header_row: int
    records: int
    people: int
    columns: Mapping[str, str | list[str]]
    unmapped: frozenset[str] = frozenset()
    either: Mapping[str, frozenset[str]] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[tuple[int, str], Truth | AnyOf] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    sound: tuple[str, ...] = ()
    events: tuple[tuple[date, str, str], ...] = ()

    def headers(self) -> dict[str, list[str]]:
        """Give the headers of each field, always as a list."""
        return {name: [part] if isinstance(part, str) else list(part) for name, part in self.columns.items()}

    def accepted(self, header: str) -> frozenset[str]:
        """Give the fields that a header may feed."""
        own = {name for name, headers in self.headers().items() if header in headers}
        return frozenset(own) | self.either.get(header, frozenset())


@dataclass(frozen=True)
class Verdict:
    """How an understanding of a tracker compares with its truth: (field, header) pairs."""

    found: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]


def tidy(header: str) -> str:
    """Collapse the blanks and line breaks of a header."""
    return " ".join(header.replace("\N{ZERO WIDTH SPACE}", "").split())


def _column_name(case: TrackerCase, header: str) -> str:
    """Give the column's own name where the caption of its group was put before it."""
    known = {part for parts in case.headers().values() for part in parts} | case.unmapped | set(case.either)
    ends = [part for part in known if part and header.endswith(f" {part}")]
    return header if header in known or not ends else max(ends, key=len)


def judge(case: TrackerCase, understood: Mapping[str, str | list[str]]) -> Verdict:
    """Compare an understanding (field: header or headers) with the truth.

    A pair of the truth is found where its header feeds the field or one that is accepted in its place; a pair
    of the understanding is wrong where its header feeds a field that nobody would have chosen.
    """
    taken = [
        (name, _column_name(case, tidy(header)))
        for name, headers in understood.items()
        for header in ([headers] if isinstance(headers, str) else headers)
    ]
    fed: dict[str, set[str]] = {}
    for name, header in taken:
        fed.setdefault(header, set()).add(name)
    truth = [(name, header) for name, headers in case.headers().items() for header in headers]
    found = tuple(
        (name, header)
        for name, header in truth
        if fed.get(header, set()) & ({name} | case.either.get(header, frozenset()))
    )
    missed = tuple(pair for pair in truth if pair not in found)
    wrong = tuple(pair for pair in taken if pair[0] not in case.accepted(pair[1]))
    return Verdict(found, missed, wrong)


def plain(value: object) -> Truth:
    """Bring a cell of a frame to a plain value: a date without a time, None where it is missing."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, (pd.Timestamp, datetime)):
        return value.date()
    if isinstance(value, (str, bool, int, float, date)):
        return value
    item = getattr(value, "item", None)
    return plain(item()) if item else None


def differences(case: TrackerCase, contacts: pd.DataFrame) -> list[str]:
    """List the cells of `contacts` (index = sheet row) that are not as the truth says."""
    found = []
    for (row, name), expected in case.cells.items():
        actual = plain(contacts.at[row, name]) if name in contacts and row in contacts.index else None
        if name in FACTS:
            actual = bool(actual)
        fits = actual in expected.values if isinstance(expected, AnyOf) else actual == expected
        if not fits:
            found.append(f"{case.name} row {row} {name}: expected {expected!r}, read {actual!r}")
    return found


def registry(*groups: Iterable[TrackerCase]) -> dict[str, TrackerCase]:
    """Gather cases by name; a name may stand once."""
    gathered: dict[str, TrackerCase] = {}
    for case in (case for group in groups for case in group):
        if case.name in gathered:
            raise ValueError(f"two trackers are called {case.name}")
        gathered[case.name] = case
    return gathered
