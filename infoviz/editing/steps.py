"""What a verb does to the workbook: cells that are set, rows that are appended, and what the contact then says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from infoviz.editing.given import Wanted
from infoviz.grid import Value
from infoviz.schema.fields import Event


@dataclass(frozen=True, slots=True)
class Put:
    """Set a cell.

    Attributes
    ----------
    sheet, row, letter
        Which cell.
    value
        What it is to hold.
    field
        The field that it feeds, or its header.
    contact
        The contact's row.
    follows
        The row of the contact whose new name this is only a mention of.
    """

    sheet: str
    row: int
    letter: str
    value: Value
    field: str
    contact: int | None
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class Append:
    """Append a row.

    Attributes
    ----------
    sheet
        To which sheet.
    values
        Values by the letters of their columns.
    fields
        Per letter the field that it feeds, or its header.
    contact
        The contact's row; below zero where somebody new is added, the same number for each of their rows.
    after
        Row of the last record, where there is one.
    """

    sheet: str
    values: Mapping[str, Value]
    fields: Mapping[str, str]
    contact: int
    after: int | None


@dataclass(frozen=True, slots=True)
class AddSheet:
    """Add an empty sheet."""

    sheet: str


NEW = -1
"""The first contact that a plan adds; the second is -2, and so on."""

Step = Put | Append | AddSheet


@dataclass(slots=True)
class Plan:
    """What a verb is going to do.

    Attributes
    ----------
    steps
        What it does to the workbook, in order.
    expected
        What the contacts must say afterwards, by row (below zero: somebody new) and field.
    events
        What the paper trail must have afterwards: a contact's row, any one of some events, the day.
    understood
        Cells that must be understood afterwards, whatever they tell: the column's letters by row and field.
    warnings
        What the person should know.
    """

    steps: list[Step] = field(default_factory=list)
    expected: dict[tuple[int, str], Wanted] = field(default_factory=dict)
    events: list[tuple[int, frozenset[Event], date]] = field(default_factory=list)
    understood: dict[tuple[int, str], str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def extend(self, more: "Plan") -> None:
        """Take in what another plan is going to do, after what this one does."""
        self.steps += more.steps
        self.expected |= more.expected
        self.events += more.events
        self.understood |= more.understood
        self.warnings += more.warnings

    def renumbered(self, new: Mapping[int, int]) -> "Plan":
        """Give the plan as it stands once the rows of those whom it adds are known."""
        return Plan(
            self.steps,
            {(new.get(row, row), name): want for (row, name), want in self.expected.items()},
            [(new.get(row, row), any_of, day) for row, any_of, day in self.events],
            {(new.get(row, row), name): letter for (row, name), letter in self.understood.items()},
            list(self.warnings),
        )


@dataclass(slots=True)
class RowEdit:
    """What one row's cells become.

    Attributes
    ----------
    values
        Value and field by the letters of the column.
    expected
        What the contact says afterwards, by field.
    understood
        By field the letters of a column whose cell must be understood afterwards, whatever it tells.
    warnings
        What the person should know.
    """

    values: dict[str, tuple[Value, str]] = field(default_factory=dict)
    expected: dict[str, Wanted] = field(default_factory=dict)
    understood: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that has been changed.

    Attributes
    ----------
    sheet, row, letter
        Which cell, in the file as it stands in memory.
    contact
        The contact's row.
    field
        The field that it feeds, or its header.
    before, after
        What it held, and what it holds.
    written
        What was given to the workbook to write.
    """

    sheet: str
    row: int
    letter: str
    contact: int | None
    field: str
    before: Value
    after: Value
    written: Value

    @property
    def cell(self) -> str:
        """The cell's address."""
        return f"{self.letter}{self.row}"


@dataclass(frozen=True, slots=True)
class Done:
    """A step that has been taken, and the cells that it changed; an appended row is new."""

    step: Step
    row: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Verb:
    """Something the person did, as a whole; taken back as a whole.

    Attributes
    ----------
    done
        The steps that were taken.
    plan
        What was planned, with the rows of those who were added.
    """

    done: tuple[Done, ...]
    plan: Plan
