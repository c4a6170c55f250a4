"""What a value becomes inside a cell: its type mark, its number, its text, and what cannot be written."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from infoviz.grid import python_scalar

LONGEST_TEXT = 32_767

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_EDGES = re.compile(r"^\s|\s$|[\n\r\t]|\s\s")
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001  dates of a spreadsheet are local calendar dates
_EPOCH_1900 = datetime(1899, 12, 31)  # noqa: DTZ001
_LEAP_DAY_THAT_NEVER_WAS = datetime(1900, 3, 1)  # noqa: DTZ001  serial 60 is 29 February 1900

Moment = Literal["", "date", "datetime", "time"]


class Unwritable(ValueError):  # noqa: N818  reads as what it is
    """A value no cell can hold; ``reason`` and ``remedy`` are parts of the sentence for the person."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Content:
    """A value ready to be written.

    Attributes
    ----------
    kind
        ``"blank"``, ``"text"``, ``"number"``, ``"boolean"``, ``"formula"``, or ``"kept"`` for a cell that has moved
        with whatever it holds.
    text
        The text, or the number as written, or the formula without its ``=``.
    moment
        For a number that stands for a date, a date-time or a time: which.
    """

    kind: Literal["blank", "text", "number", "boolean", "formula", "kept"]
    text: str = ""
    moment: Moment = ""


BLANK = Content("blank")


def content(value: object, *, date1904: bool = False) -> Content:
    """Turn a value into what a cell holds.

    Parameters
    ----------
    value
        Text, a number, True or False, a date, a date-time, a time of day, or None (which clears the cell, as
        does empty text). Scalars of numpy and pandas count as what they stand for.
    date1904
        Whether the workbook counts its days from 1904.

    Raises
    ------
    Unwritable
        No cell can hold the value unchanged.

    Examples
    --------
    >>> content("yes").text, content(2.5).text
    ('yes', '2.5')
    >>> content(date(2026, 11, 22)).text
    '46348'
    """
    value = python_scalar(value)
    if value is None or (isinstance(value, str) and not value):
        return BLANK
    if isinstance(value, bool):
        return Content("boolean", "1" if value else "0")
    if isinstance(value, str):
        return Content("text", checked_text(value))
    if isinstance(value, (int, float)):
        return Content("number", _number(value))
    if isinstance(value, (datetime, date, time)):
        return _moment(value, date1904=date1904)
    kind = type(value).__name__
    raise Unwritable(f"a cell cannot hold a value of the type {kind}", "Give text, a number, a date or None")


def checked_text(text: str) -> str:
    """Return the text if a cell can hold every character of it."""
    bad = _ILLEGAL.search(text)
    if bad:
        where = f"the text has the character U+{ord(bad[0]):04X} at position {bad.start() + 1}"
        raise Unwritable(f"{where}, which a workbook cannot hold", "Take the character out")
    length = len(text) + sum(character > "\uffff" for character in text)
    if length > LONGEST_TEXT:
        reason = f"the text is {length:,} characters long and a cell holds at most {LONGEST_TEXT:,}"
        raise Unwritable(reason, "Shorten the text or spread it over several cells")
    return text


def escaped_text(text: str) -> str:
    """Escape what the format would read as a character code (``_x000D_``), so that it comes back as typed."""
    return _ESCAPE_LIKE.sub("_x005F_", text)


def keeps_space(text: str) -> bool:
    """Whether the text needs ``xml:space="preserve"`` to keep its spaces and line breaks."""
    return bool(_EDGES.search(text))


def _number(value: float) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        raise Unwritable(f"{value} is not a number that a cell can hold", "Give None to clear the cell")
    try:
        exact = int(float(value)) == value if isinstance(value, int) else True
    except OverflowError:
        exact = False
    if not exact:
        raise Unwritable("the number has more digits than a cell keeps", "Give it as text")
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) <= 2**53 else repr(number)


def _moment(value: date | time, *, date1904: bool) -> Content:
    if isinstance(value, time):
        if value.tzinfo is not None:
            raise Unwritable("a cell cannot hold a time zone", "Give the local time")
        shown = _to_milliseconds(value)
        clock = timedelta(
            hours=shown.hour, minutes=shown.minute, seconds=shown.second, microseconds=shown.microsecond
        )
        return Content("number", _number(clock / timedelta(days=1)), "time")
    if value != value:  # pandas' NaT is a datetime that differs from itself
        raise Unwritable("the date is missing (NaT)", "Give None to clear the cell")
    if not isinstance(value, datetime):
        moment, kind = datetime(value.year, value.month, value.day), "date"  # noqa: DTZ001
    elif value.tzinfo is not None:
        raise Unwritable("a cell cannot hold a time zone", "Give the local date and time")
    else:
        moment = datetime.combine(value.date(), _to_milliseconds(value.time()))
        kind = "date" if moment.time() == time() else "datetime"
    epoch = _EPOCH_1904 if date1904 else _EPOCH_1900
    first = _EPOCH_1904 if date1904 else datetime(1900, 1, 1)  # noqa: DTZ001
    if moment < first:
        year = first.year
        raise Unwritable(
            f"this workbook counts its days from {year} and the date is earlier", "Give it as text"
        )
    serial = (moment - epoch) / timedelta(days=1)
    if not date1904 and moment >= _LEAP_DAY_THAT_NEVER_WAS:
        serial += 1
    return Content("number", _number(serial), "date" if kind == "date" else "datetime")


def _to_milliseconds(clock: time) -> time:
    """Leave out what spreadsheets do not show; rounded up, the last moment of a day would be the next day."""
    return clock.replace(microsecond=clock.microsecond // 1000 * 1000)
