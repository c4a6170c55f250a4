"""What can be done to a workbook, each as a value that can be done again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from infoviz.errors import EditRefused
from infoviz.workbook.growing.append import append_row
from infoviz.workbook.growing.columns import add_column
from infoviz.workbook.patching.work import Work
from infoviz.workbook.ranges import cell_name
from infoviz.workbook.sheet.sheetdraft import Permission


class Edit(Protocol):
    """Something done to a workbook; done again when the edits before it change."""

    @property
    def place(self) -> tuple[str, str]:
        """The sheet and the cell it is about."""

    def apply(self, work: Work) -> int:
        """Do it to the parts being worked on; a row's number comes back."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """Put a value into a cell."""

    sheet: str
    row: int
    column: int
    value: object
    permission: Permission

    @property
    def place(self) -> tuple[str, str]:
        """The sheet and the cell it is about."""
        return self.sheet, cell_name(self.row, self.column)

    def apply(self, work: Work) -> int:
        """Do it to the parts being worked on; the row's number comes back."""
        content = work.content(self.sheet, self.value, self.column, self.row)
        work.sheet(self.sheet).set(self.row, self.column, content, self.permission)
        return self.row


@dataclass(frozen=True, slots=True)
class AppendRow:
    """Write values into the first truly free row below a list."""

    sheet: str
    values: Mapping[int, object]
    after: int | None
    permission: Permission

    @property
    def place(self) -> tuple[str, str]:
        """The sheet it is about."""
        return self.sheet, ""

    def apply(self, work: Work) -> int:
        """Do it to the parts being worked on; the row's number comes back."""
        sheet = work.sheet(self.sheet)
        contents = {column: work.content(self.sheet, value, column) for column, value in self.values.items()}
        if all(content.kind == "blank" for content in contents.values()):
            raise EditRefused(self.sheet, "", "the new row is empty", "Give at least one value.")
        return append_row(sheet, contents, self.after, self.permission, work.draft, work.structure)


@dataclass(frozen=True, slots=True)
class AddColumn:
    """Write a header beside the last one of a row."""

    sheet: str
    header: str
    row: int
    permission: Permission

    @property
    def place(self) -> tuple[str, str]:
        """The sheet it is about."""
        return self.sheet, ""

    def apply(self, work: Work) -> int:
        """Do it to the parts being worked on; the column's number comes back."""
        sheet = work.sheet(self.sheet)
        header = work.content(self.sheet, self.header, 1, self.row)
        if header.kind != "text":
            reason = "a column must have a header"
            raise EditRefused(self.sheet, "", reason, "Give its text.")
        return add_column(sheet, header, self.row, self.permission, work.draft)


@dataclass(frozen=True, slots=True)
class AddSheet:
    """Add an empty worksheet."""

    name: str

    @property
    def place(self) -> tuple[str, str]:
        """The sheet it is about."""
        return self.name, ""

    def apply(self, work: Work) -> int:
        """Do it to the parts being worked on; the number of sheets comes back."""
        work.add_sheet(self.name)
        return len(work.structure.sheets) + len(work.new)
