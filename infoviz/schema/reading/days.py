"""The columns of dates of a sheet, read together: what one leaves open the others may tell."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import numpy as np

from infoviz.grid import Column
from infoviz.schema.fields import Content, Field
from infoviz.schema.reading.layout import Layout
from infoviz.schema.rows.records import Mask
from infoviz.schema.values.dates import EXPECTED_ORDER, EXPECTED_YEAR, DateColumn, Days, read_dates
from infoviz.schema.values.datetext import Order, read_text, settle
from infoviz.schema.values.yearless import with_year

NEAR = timedelta(days=120)
"""How near another date of the row must lie for a date without its year to take the year from it."""

BEYOND = timedelta(days=60)
"""How far before the first or after the last full date of a column its dates without a year may lie."""

ENOUGH = 3
"""How many full dates of one year tell the year of the others of their column."""


def read_days(layout: Layout) -> dict[str, DateColumn]:
    """Read the columns of dates of a sheet, by field.

    One person keeps a sheet, and types dates in one way: where a column leaves the order of day and month open, the
    others decide it; where the columns prove both orders, none is lent. A date without its year is given the year that
    puts it next to the other dates of its row, failing those the one that the full dates of its column share.
    """
    columns = {
        name: layout.grid.columns[layout.columns_of(name)[0]]
        for name in layout.letters
        if Field(name).content == Content.DATE
    }
    read = partial(read_dates, among=layout.records, date1904=layout.grid.date1904)
    found = {name: read(column) for name, column in columns.items()}
    proven = {days.order for days in found.values()} & {"dmy", "mdy"}
    order = proven.pop() if len(proven) == 1 else None
    if order is not None and not any(days.contradicted for days in found.values()):
        for name, days in found.items():
            if any(problem.expected == EXPECTED_ORDER for problem in days.problems):
                found[name] = read(columns[name], order=order)
    for name in [name for name, days in found.items() if any(_yearless(days))]:
        own = found[name].order or order or _order(columns[name], found[name], layout.records)
        whole = _with_years(columns[name], found[name], _beside(found, name), own)
        found[name] = read(whole, order=own)
    return found


def _yearless(read: DateColumn) -> Iterator[int]:
    """Go through the positions of dates without a year."""
    return (problem.position for problem in read.problems if problem.expected == EXPECTED_YEAR)


def _beside(found: dict[str, DateColumn], name: str) -> list[Days]:
    return [read.days for other, read in found.items() if other != name]


def _with_years(column: Column, read: DateColumn, beside: list[Days], order: Order | None) -> Column:
    """Write the years that are certain into a copy of the column."""
    texts = column.texts.copy()
    own = read.days[~np.isnat(read.days)].astype("datetime64[D]").tolist()
    for position in _yearless(read):
        text = str(texts[position])
        near = [days[position].astype("datetime64[D]").item() for days in beside]
        year = _year(text, order, [day for day in near if day is not None], own)
        texts[position] = text if year is None else with_year(text, year)
    return replace(column, texts=texts)


def _order(column: Column, read: DateColumn, among: Mask) -> Order | None:
    """Give the order that the dates without a year prove by themselves: there is no month 14 in 9/14."""
    texts = column.texts.copy()
    for position in _yearless(read):
        texts[position] = with_year(str(texts[position]), 2024) or texts[position]
    return read_dates(replace(column, texts=texts), among=among).order


def _year(text: str, order: Order | None, row: list[date], own: list[date]) -> int | None:
    """Tell the year of a date by the full ones of its row, failing those of its column; None where none is certain."""
    if row:
        years = {year for day in row for year in _years_near(text, order, day)}
        return years.pop() if len(years) == 1 else None
    years = {day.year for day in own}
    if len(own) < ENOUGH or len(years) != 1:
        return None
    (year,) = years
    day = _day(text, year, order)
    inside = day is not None and min(own) - BEYOND <= day <= max(own) + BEYOND
    return year if inside else None


def _years_near(text: str, order: Order | None, near: date) -> Iterator[int]:
    for year in (near.year - 1, near.year, near.year + 1):
        day = _day(text, year, order)
        if day is not None and abs(day - near) <= NEAR:
            yield year


def _day(text: str, year: int, order: Order | None) -> date | None:
    whole = with_year(text, year)
    found = read_text(whole).readings if whole else ()
    return settle(found[0], order) if found else None
