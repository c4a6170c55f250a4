"""Lengths of time as people type them: how long it took, how often to be in touch."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Kind
from infoviz.schema.expressions import expression
from infoviz.schema.fields import Problem
from infoviz.schema.remembered import remembered
from infoviz.schema.words import distinct, listed, plain, says_nothing, shown

_MINUTES = {"minute": 1.0, "hour": 60.0}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0, "quarter": 90.0, "year": 365.0}

_UNITS = {
    **dict.fromkeys(listed("m min mins minute minutes minuten minuto minutos minuti minuut"), "minute"),
    **dict.fromkeys(
        listed("h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur"), "hour"
    ),
    **dict.fromkeys(listed("d day days daily tag tage jour jours dia dias giorno giorni dag dagen"), "day"),
    **dict.fromkeys(
        listed("w wk wks week weeks weekly woche wochen wochentlich semaine semaines semana"), "week"
    ),
    **dict.fromkeys(listed("semanas settimana settimane weken"), "week"),
    **dict.fromkeys(
        listed("mo mos month months monthly monat monate monatlich mois mes meses mese mesi"), "month"
    ),
    **dict.fromkeys(listed("maand maanden"), "month"),
    **dict.fromkeys(listed("quarter quarters quarterly quartal trimestre"), "quarter"),
    **dict.fromkeys(
        listed("y yr yrs year years yearly annual annually jahr jahre ans an ano anos anno anni jaar"), "year"
    ),
}
_COUNTS = {
    "half": 0.5,
    **dict.fromkeys(listed("a an every each per one"), 1.0),
    **dict.fromkeys(listed("other second two"), 2.0),
    **{
        word: float(count) for count, word in enumerate(("three", "four", "five", "six", "seven", "eight"), 3)
    },
}
_PHRASES = {
    **dict.fromkeys(listed("fortnightly, fortnight, every fortnight, biweekly, bi weekly", by=","), 14.0),
    **dict.fromkeys(
        listed("half yearly, semi annually, semiannually, semi annual, twice a year", by=","), 182.0
    ),
    "twice a month": 15.0,
    "once a week": 7.0,
    "once a month": 30.0,
    "once a quarter": 90.0,
    "once a year": 365.0,
}

_SPAN = expression(r"^(?P<count>\d+(?:[.,]\d{1,2})?)\s*(?P<unit>[^\W\d_]*)\.?$")
_HOURS_AND_MINUTES = expression(
    r"^(?P<h>\d+)\s*(?:h|hr|hrs|hour|hours)\s*(?:and\s*)?(?P<m>\d+)\s*(?:m|min|mins|minutes)?$"
)
_CLOCK = expression(r"^(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?::00)?$")
_LEAD = expression(
    r"^(?:~|≈|about|around|approx\.?|ca\.?|circa|every|each|once every|alle|tous les|cada|ogni|elke)\s*",
    re.IGNORECASE,
)


class Length(Enum):
    """What a column of lengths counts: the unit, what a cell is expected to hold, and its least and greatest value."""

    MINUTES = ("minute", "a length such as 20 min or 1 h", 0.0, 1_440.0)
    CADENCE = ("day", "how often, such as 90 or every 3 months", 0.5, 3_660.0)

    def __init__(self, unit: str, expected: str, least: float, greatest: float) -> None:
        self.unit, self.expected, self.least, self.greatest = unit, expected, least, greatest


class Numbers(NamedTuple):
    """A column of lengths: float64 values, NaN where there is none, and the cells that were not understood."""

    values: npt.NDArray[np.float64]
    problems: list[Problem]


@lru_cache(maxsize=65_536)
def read_length(text: str, length: Length) -> float | None:
    """Read one text as minutes or as days; None where it is neither.

    A range ("30-45 min") and a "bimonthly" have no one value and are not read. A month counts 30 days, a quarter 90, a
    year 365.

    Examples
    --------
    >>> [read_length(text, Length.MINUTES) for text in ("20 min", "30", "1h", "1:00", "1 h 15", "half an hour")]
    [20.0, 30.0, 60.0, 60.0, 75.0, 30.0]
    >>> [read_length(text, Length.CADENCE) for text in ("every 3 months", "90", "weekly", "every other week")]
    [90.0, 90.0, 7.0, 14.0]
    >>> read_length("30-45 min", Length.MINUTES) is None
    True
    """
    value = _length(text, length)
    return value if value is not None and length.least <= value <= length.greatest else None


def _length(text: str, length: Length) -> float | None:
    units = _MINUTES if length is Length.MINUTES else _DAYS
    typed = _LEAD.sub("", text.strip().casefold()).strip()
    if length is Length.MINUTES:
        found = _CLOCK.match(typed) or _HOURS_AND_MINUTES.match(typed)
        if found:
            return int(found["h"]) * 60.0 + int(found["m"])
    found = _SPAN.match(typed)
    if found:
        unit = _UNITS.get(plain(found["unit"]), "") if found["unit"] else length.unit
        if unit == "minute" and length is Length.CADENCE and found["unit"] == "m":
            unit = "month"
        return float(found["count"].replace(",", ".")) * units[unit] if unit in units else None
    words = plain(text)
    if length is Length.CADENCE and words in _PHRASES:
        return _PHRASES[words]
    return _spelled(words.split(), units)


def _spelled(words: list[str], units: dict[str, float]) -> float | None:
    """Read "every other week", "half an hour", "monthly": counts, then one unit, and nothing else."""
    if not words or len(words) > 4 or _UNITS.get(words[-1]) not in units:
        return None
    counts = [_COUNTS.get(word) for word in words[:-1]]
    if any(count is None for count in counts):
        return None
    return float(np.prod([count for count in counts if count is not None])) * units[_UNITS[words[-1]]]


@remembered
def read_lengths(column: Column, length: Length, among: npt.NDArray[np.bool_] | None = None) -> Numbers:
    """Read a column of lengths as minutes, or as days between touches.

    Parameters
    ----------
    column
        The column; a time cell such as 0:20 counts as hours and minutes.
    length
        What it counts.
    among
        The positions to look at, shape ``(rows,)``; all if not given.
    """
    looked = np.ones(len(column.kinds), dtype=np.bool_) if among is None else among
    values = np.full(len(column.kinds), np.nan)
    counted = looked & (column.kinds == Kind.NUMBER)
    values[counted] = column.numbers[counted]
    if length is Length.MINUTES:
        timed = looked & (column.kinds == Kind.TIME)
        values[timed] = np.round(column.numbers[timed] * 1_440, 6)
    texts = distinct(column, looked)
    readings = [read_length(text, length) for text in texts.texts]
    texts.spread(np.array([np.nan if value is None else value for value in readings]), into=values)
    with np.errstate(invalid="ignore"):
        values[(values < length.least) | (values > length.greatest)] = np.nan
    unread = looked & np.isnan(values) & (column.kinds != Kind.BLANK)
    nothing = np.array([says_nothing(text) or plain(text) in _NEVER for text in texts.texts], dtype=np.bool_)
    unread[texts.positions[nothing[texts.codes]]] = False
    problems = [
        Problem(position, shown(column, position), length.expected)
        for position in np.flatnonzero(unread).tolist()
    ]
    return Numbers(values, problems)


_NEVER = listed("never, no, not needed, no need, nie, jamais, nunca", by=",")
