"""A column of dates, however they were typed: date cells, serial numbers, text in one order or another."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Kind
from infoviz.schema.fields import Problem
from infoviz.schema.remembered import remembered
from infoviz.schema.values.datetext import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    DateText,
    Order,
    prove_order,
    read_text,
    settle,
)
from infoviz.schema.values.yesno import BARE, UNKNOWN, Flags, flags_in, yes_or_no
from infoviz.schema.words import Distinct, distinct, listed, plain, sample, says_nothing, shown

Days = npt.NDArray[np.datetime64]
Mask = npt.NDArray[np.bool_]

_NONE = np.datetime64("NaT", "us")
_FIRST = (date(FIRST_YEAR, 1, 1) - date(1970, 1, 1)).days
_LAST = (date(LAST_YEAR, 12, 31) - date(1970, 1, 1)).days
_BEGIN_1900, _BEGIN_1904 = (
    -25_569,
    -24_107,
)  # serial 0 in days since 1970; the lost day of 1900 lies before any plausible date

EXPECTED = f"a date between {FIRST_YEAR} and {LAST_YEAR}"
EXPECTED_ORDER = (
    "a date whose day and month cannot be confused (the column does not tell), such as 2026-03-04"
)
EXPECTED_YEAR = "a date with its year"
EXPECTED_DAY = "a date with its day"
EXPECTED_ONE = "at most two dates in a cell"
EXPECTED_AS_TYPED = (
    "dates as they were typed; every date past the 12th is text here and no date cell is, so your spreadsheet program "
    "may have swapped day and month in this and the other date cells"
)
EXPECTED_RESULT = "a date; the formula has no result yet, open and save the file in your spreadsheet program"


class DateColumn(NamedTuple):
    """A column read as dates, arrays of shape ``(rows,)``.

    Attributes
    ----------
    days
        The day, ``datetime64[us]`` at midnight; NaT where there is none.
    second
        A second date in the same cell.
    words
        What the text says beside a date, or instead of one (a status, a remark); None where it says nothing.
    flags
        1 or 0 where the cell says yes or no instead of a date, else -1.
    undated
        True where the cell holds a date that could not be settled (its order or its year is unknown): something
        happened, the day is not known.
    problems
        The cells that were not understood, and what was expected.
    order
        The order of day, month and year that the column's unambiguous dates prove, or else the one asked for; None
        where they contradict one another, or nothing tells.
    contradicted
        Whether no order fits all the dates.
    """

    days: Days
    second: Days
    words: npt.NDArray[np.object_]
    flags: Flags
    undated: Mask
    problems: list[Problem]
    order: Order | None = None
    contradicted: bool = False


@remembered
def read_dates(
    column: Column, *, among: Mask | None = None, date1904: bool = False, order: Order | None = None
) -> DateColumn:
    """Read a column as dates.

    The order of day and month in text such as 3/4/2026 is taken from the column's own unambiguous dates
    (25/4/2026). Where none proves an order, or they contradict one another, the ambiguous cells are problems and NaT:
    a wrong day is worse than none. A date without its year ("March 3", "3/12") is a problem here, and ``undated`` says
    that it was there. Dates are local calendar dates as written; a time of day and its zone are
    left aside.

    Parameters
    ----------
    column
        The column.
    among
        The positions to look at, shape ``(rows,)``; all if not given.
    date1904
        Whether serial numbers count from 1904.
    order
        The order to use for dates that the column leaves open.
    """
    rows = len(column.kinds)
    looked = np.ones(rows, dtype=np.bool_) if among is None else among
    read = DateColumn(
        days=np.full(rows, _NONE),
        second=np.full(rows, _NONE),
        words=np.full(rows, None, dtype=np.object_),
        flags=np.full(rows, UNKNOWN, dtype=np.int8),
        undated=np.zeros(rows, dtype=np.bool_),
        problems=[],
    )
    _read_cells(column, looked, read, date1904=date1904)
    texts = distinct(column, looked)
    parts = [read_text(text) for text in texts.texts]
    found, contradicted = _read_texts(texts, parts, read, order)
    read.problems.extend(_half_converted(column, texts, parts, read))
    return read._replace(order=found, problems=sorted(read.problems), contradicted=contradicted)


def _read_cells(column: Column, looked: Mask, read: DateColumn, *, date1904: bool) -> None:
    """Read what is no text: date cells, serial numbers, booleans."""
    kinds = column.kinds
    dated = kinds == Kind.DATE
    numbered = kinds == Kind.NUMBER
    counted = np.where(numbered, _from_number(column.numbers, date1904=date1904), column.numbers)
    with np.errstate(invalid="ignore"):
        whole = np.floor(counted)
        good = (dated | numbered) & looked & (whole >= _FIRST) & (whole <= _LAST)
    read.days[good] = whole[good].astype(np.int64).astype("datetime64[D]").astype("datetime64[us]")
    boolean = (kinds == Kind.BOOLEAN) & looked
    read.flags[boolean] = column.numbers[boolean] == 1
    bad = looked & ~good & ~boolean & (kinds != Kind.TEXT) & (kinds != Kind.BLANK)
    if not bad.any():
        return
    bad &= ~_from_a_blank(column, date1904=date1904)
    ticks = bad & numbered & np.isin(column.numbers, (0, 1))
    if not (good.any() or (bad & ~ticks).any()):  # ones and zeros only: ticks, no serial numbers
        read.flags[ticks] = column.numbers[ticks] == 1
        bad &= ~ticks
    for position in np.flatnonzero(bad).tolist():
        expected = EXPECTED_RESULT if kinds[position] == Kind.PENDING else EXPECTED
        read.problems.append(Problem(position, shown(column, position), expected))


def _from_number(numbers: npt.NDArray[np.float64], *, date1904: bool) -> npt.NDArray[np.float64]:
    """Days since 1970 of serial numbers, of days typed as 20260304, and of seconds or milliseconds since 1970."""
    serials = numbers + (_BEGIN_1904 if date1904 else _BEGIN_1900)
    with np.errstate(invalid="ignore"):
        compact = (numbers >= FIRST_YEAR * 10_000) & (numbers < (LAST_YEAR + 1) * 10_000)
    for position in np.flatnonzero(compact).tolist():
        readings = read_text(str(int(numbers[position]))).readings
        days = readings[0].days if readings else {}
        serials[position] = (days["ymd"] - date(1970, 1, 1)).days if days else np.nan
    seconds = np.where(numbers < EPOCH[1], numbers, numbers / 1_000)
    return np.where(_is_stamp(numbers), seconds / 86_400, serials)


def _is_stamp(numbers: npt.NDArray[np.float64]) -> Mask:
    with np.errstate(invalid="ignore"):
        seconds = (numbers >= EPOCH[0]) & (numbers < EPOCH[1])
        return seconds | ((numbers >= EPOCH[0] * 1_000) & (numbers < EPOCH[1] * 1_000))


# Seconds since 1970 that are believed: 2001 to 2037. Fewer are some other number, more may be a telephone's.
EPOCH = 1_000_000_000, 2_145_916_800


def _from_a_blank(column: Column, *, date1904: bool) -> Mask:
    """Tell where a formula counted from a blank cell: its date lies in the spreadsheet's first year."""
    begin = _BEGIN_1904 if date1904 else _BEGIN_1900
    serial = (column.kinds == Kind.NUMBER) | (column.kinds == Kind.TIME)
    days = np.where(serial, column.numbers + begin, column.numbers)
    with np.errstate(invalid="ignore"):
        return column.formulas & (days >= begin - 1) & (days <= begin + 367)


class _Cell(NamedTuple):
    """One distinct text, read."""

    day: date | None = None
    second: date | None = None
    words: str | None = None
    flag: int = UNKNOWN
    undated: bool = False
    expected: str = ""


def _read_texts(
    texts: Distinct, parts: list[DateText], read: DateColumn, order: Order | None
) -> tuple[Order | None, bool]:
    proven, contradicted = prove_order(reading for part in parts for reading in part.readings)
    settled = proven or order
    bare = [text for text, part in zip(texts.texts, parts, strict=True) if not part.readings]
    flags = iter(flags_in(bare))
    cells = [
        _dated(part, settled) if part.readings else _undated(text, next(flags))
        for text, part in zip(texts.texts, parts, strict=True)
    ]
    texts.spread(_days(cell.day for cell in cells), into=read.days)
    texts.spread(_days(cell.second for cell in cells), into=read.second)
    texts.spread(np.array([cell.words for cell in cells], dtype=np.object_), into=read.words)
    texts.spread(np.array([cell.flag for cell in cells], dtype=np.int8), into=read.flags)
    texts.spread(np.array([cell.undated for cell in cells], dtype=np.bool_), into=read.undated)
    for code, cell in enumerate(cells):
        if cell.expected:
            read.problems.extend(
                Problem(position, texts.texts[code], cell.expected) for position in texts.where(code)
            )
    return (None if contradicted else settled), contradicted


def _half_converted(
    column: Column, texts: Distinct, parts: list[DateText], read: DateColumn
) -> list[Problem]:
    """Suspect date cells that a spreadsheet program of another country made.

    Given 3/4/2026 and 25/4/2026, a program set to the United States makes 4 March of the first and leaves the second as
    text: every text then has a day past 12, and no date cell has.
    """
    if any(len(reading.days) == 2 for part in parts for reading in part.readings):
        return []
    past = np.array(
        [any(len(reading.days) == 1 for reading in part.readings) for part in parts], dtype=np.bool_
    )
    cells = np.flatnonzero((column.kinds == Kind.DATE) & ~np.isnat(read.days))
    if len(cells) < 5 or int(past[texts.codes].sum()) < 3:
        return []
    days = read.days[cells].astype("datetime64[D]")
    if ((days - days.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) >= 12).any():
        return []
    return [Problem(int(cells[0]), shown(column, int(cells[0])), EXPECTED_AS_TYPED)]


def _days(found: Iterable[date | None]) -> Days:
    return np.array(
        [_NONE if day is None else np.datetime64(day, "us") for day in found], dtype="datetime64[us]"
    )


def _dated(part: DateText, order: Order | None) -> _Cell:
    settled = [settle(reading, order) for reading in part.readings]
    later = next((day for day in settled[1:] if day is not None), None)
    return _Cell(
        settled[0], later, part.words or None, undated=settled[0] is None, expected=_expected(part, settled)
    )


def _expected(part: DateText, settled: list[date | None]) -> str:
    for reading, day in zip(part.readings, settled, strict=True):
        if day is None:
            return {
                "year": EXPECTED_YEAR,
                "day": EXPECTED_DAY,
                "": EXPECTED_ORDER if reading.days else EXPECTED,
            }[reading.wanting]
    return EXPECTED_ONE if len(settled) > 2 else ""


_ABOUT = listed(
    "early mid middle late end beginning start first second half of around about approx ca circa in anfang mitte ende "
    "etwa debut mi milieu fin principios inicios mediados finales de inizio meta fine inicio meados fim begin half eind"
)


def _undated(text: str, flag: int) -> _Cell:
    """Read a text without a date: yes or no, nothing, words, or figures that are no date."""
    if says_nothing(text) or plain(text) in BARE:
        return _Cell(flag=flag)
    if flag != UNKNOWN:
        return _Cell(flag=flag, words=text.strip())
    said = plain(text).split()
    if not MONTHS.keys().isdisjoint(said) and all(word in MONTHS or word in _ABOUT for word in said):
        return _Cell(undated=True, expected=EXPECTED_DAY)  # "early March"
    if not any(map(str.isalpha, text)) and any(map(str.isdigit, text)):
        stamp = _stamp(text.strip())
        return _Cell(stamp) if stamp else _Cell(expected=EXPECTED)
    return _Cell(words=text.strip())


def _stamp(text: str) -> date | None:
    """Read seconds or milliseconds since 1970 that stand as text."""
    if not (text.isascii() and text.isdigit() and len(text) in (10, 13)):
        return None
    seconds = int(text[:10])
    return date(1970, 1, 1) + timedelta(seconds // 86_400) if EPOCH[0] <= seconds < EPOCH[1] else None


def score_dates(column: Column, among: Mask | None = None, *, serials: bool = False) -> float:
    """Share of the cells that say anything which hold a date; over an even sample, 0 for an empty column.

    A yes or no beside dates ("NO") says that there is none, and does not speak against them.

    Parameters
    ----------
    column
        The column.
    among
        The positions to look at, shape ``(rows,)``; all if not given.
    serials
        Whether plain numbers that could be the serial number of a day count as dates.
    """
    positions = sample(column, among)
    if not len(positions):
        return 0.0
    kinds, numbers = column.kinds[positions], column.numbers[positions]
    dated = kinds == Kind.DATE
    if serials:
        days = numbers + _BEGIN_1900
        dated |= (kinds == Kind.NUMBER) & (days >= _FIRST) & (days <= _LAST)
        dated |= (kinds == Kind.NUMBER) & _is_stamp(numbers)
    texts = [str(text) for text in column.texts[positions[kinds == Kind.TEXT]]]
    said = len(positions) - sum(says_nothing(text) or yes_or_no(text) != UNKNOWN for text in texts)
    return float((dated.sum() + sum(map(holds_a_date, texts))) / said) if said else 0.0


def holds_a_date(text: str) -> bool:
    """Whether a text holds a date, be its order, its year or its day open."""
    return any(reading.days or reading.wanting for reading in read_text(text).readings)
