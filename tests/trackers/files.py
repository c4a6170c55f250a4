"""Write workbooks and text files the way different programs and people leave them."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Formula:
    """A formula and the result that the program stored beside it."""

    text: str
    result: str | float | bool = 0


Cell = str | float | int | bool | date | datetime | Formula | None
Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Page:
    """A sheet, its rows from row 1 on."""

    title: str
    rows: Rows
    merged: tuple[str, ...] = ()
    table: str | None = None
    hidden: bool = False
    dates: str = "yyyy-mm-dd"


def _fill(sheet: Worksheet, page: Page, day: Format, moment: Format) -> None:
    for area in page.merged:
        sheet.merge_range(area, "")
    for i, row in enumerate(page.rows):
        for j, cell in enumerate(row):
            if cell is None:
                continue
            if isinstance(cell, Formula):
                sheet.write_formula(i, j, cell.text, None, cell.result)
            elif isinstance(cell, bool):
                sheet.write_boolean(i, j, cell)
            elif isinstance(cell, datetime):
                sheet.write_datetime(i, j, cell, moment)
            elif isinstance(cell, date):
                sheet.write_datetime(i, j, cell, day)
            elif isinstance(cell, str):
                sheet.write_string(i, j, cell)
            else:
                sheet.write_number(i, j, cell)


def workbook(*pages: Page, date1904: bool = False) -> Callable[[Path], None]:
    """Give the function that writes these sheets as an xlsx file."""

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(str(path), {"date_1904": date1904}) as book:
            book.set_properties({"created": datetime(2026, 1, 5)})
            for page in pages:
                sheet = book.add_worksheet(page.title)
                day = book.add_format({"num_format": page.dates})
                moment = book.add_format({"num_format": page.dates + " hh:mm"})
                _fill(sheet, page, day, moment)
                if page.table:
                    first = page.rows[int("".join(filter(str.isdigit, page.table.split(":")[0]))) - 1]
                    names = [{"header": str(name)} for name in first if name is not None]
                    sheet.add_table(page.table, {"columns": names})
                if page.hidden:
                    sheet.hide()

    return write


def text(cell: Cell) -> str:
    """Write a cell the way most programs export it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, Formula):
        return text(cell.result)
    return str(cell)


def delimited(
    rows: Rows, delimiter: str = ",", encoding: str = "utf-8", newline: str = "\r\n", quote_all: bool = False
) -> Callable[[Path], None]:
    """Give the function that writes these rows as a text file."""

    def write(path: Path) -> None:
        buffer = io.StringIO(newline="")
        if quote_all:
            writer = csv.writer(buffer, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL)
        else:
            writer = csv.writer(buffer, delimiter=delimiter, lineterminator=newline)
        writer.writerows([text(cell) for cell in row] for row in rows)
        path.write_bytes(buffer.getvalue().encode(encoding))

    return write
