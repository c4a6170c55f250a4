"""What is given for a field, brought to what the field holds: a day, an answer, a length, a text, or nothing."""

import math
from collections.abc import Sequence
from datetime import date, datetime

import numpy as np
import pandas as pd

from infoviz.grid import Value, python_scalar
from infoviz.schema.fields import RESPONSES, Content, Field, Response
from infoviz.schema.values.datetext import FIRST_YEAR, LAST_YEAR
from infoviz.schema.values.numbers import Length, read_length
from infoviz.schema.values.yesno import NO, UNKNOWN, YES, yes_or_no

A_DAY = f"a day between {FIRST_YEAR} and {LAST_YEAR}, such as 2026-11-22"
AN_ANSWER = "yes, no, bounced, other or withdrawn"
A_TEXT = "a text"
LENGTHS = {Field.MINUTES: Length.MINUTES, Field.CADENCE_DAYS: Length.CADENCE}

Wanted = date | bool | Response | float | str | None
"""What a field is to hold; True and False stand for a date field's "it happened" and "it did not"."""


class UnfitError(Exception):
    """A value that a field cannot hold; `expected` says what it can."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def is_nothing(given: object) -> bool:
    """Whether a value stands for an empty cell: None, NaN, NaT, blank text.

    Examples
    --------
    >>> [is_nothing(given) for given in (None, float("nan"), " ", 0, False)]
    [True, True, True, False, False]
    """
    if given is None or given is pd.NaT or given is pd.NA:
        return True
    if isinstance(given, str):
        return not given.strip()
    if isinstance(given, np.datetime64):
        return bool(np.isnat(given))
    return isinstance(given, float | np.floating) and math.isnan(given)


def wanted(field: Field, given: object) -> Wanted:
    """Bring what is given for a field to what the field holds.

    Parameters
    ----------
    field
        The field.
    given
        A date (or its text, YYYY-MM-DD) for a date field, or True where only that it happened is known; one of yes,
        no, bounced, other and withdrawn for ``response``; a number, or a text such as "20 min", for a length; a text,
        or a list of texts, for the others; None, NaN, NaT or an empty text to clear the cell.

    Raises
    ------
    UnfitError
        The field cannot hold it.

    Examples
    --------
    >>> wanted(Field.MET_ON, "2026-11-22"), wanted(Field.MINUTES, "half an hour"), wanted(Field.TAGS, ["a", "b"])
    (datetime.date(2026, 11, 22), 30.0, 'a; b')
    """
    if is_nothing(given):
        return None
    given = python_scalar(given)
    if field.content == Content.DATE:
        return _day(given)
    if field.content == Content.RESPONSE:
        return _answer(given)
    if field in LENGTHS:
        return _length(given, LENGTHS[field])
    return _text(given, several=field.content == Content.LIST)


def plain_value(given: object) -> Value:
    """Bring what is given for a column that is no field to what a cell holds.

    Raises
    ------
    UnfitError
        A cell cannot hold it.
    """
    if is_nothing(given):
        return None
    given = python_scalar(given)
    if isinstance(given, datetime):
        moment = given.to_pydatetime() if isinstance(given, pd.Timestamp) else given
        return moment.date() if moment.time() == datetime.min.time() else moment
    if isinstance(given, str | bool | int | float | date):
        return given
    raise UnfitError("text, a number, yes or no, or a date")


def _day(given: object) -> date | bool:
    if isinstance(given, bool):
        return given
    if isinstance(given, str):
        flag = yes_or_no(given)
        if flag != UNKNOWN and not given.strip().isdigit():
            return flag == YES
        given = _from_text(given)
    if isinstance(given, datetime):
        given = given.date()
    if not isinstance(given, date) or not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise UnfitError(A_DAY)
    return given


def _from_text(text: str) -> date:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise UnfitError(A_DAY) from None


def _answer(given: object) -> Response:
    if isinstance(given, bool):
        return Response.YES if given else Response.NO
    word = given.strip().casefold() if isinstance(given, str) else ""
    if word in RESPONSES:
        return Response(word)
    flag = yes_or_no(word)
    if word and flag in (YES, NO):
        return Response.YES if flag == YES else Response.NO
    raise UnfitError(AN_ANSWER)


def _length(given: object, length: Length) -> float:
    if isinstance(given, str):
        value = read_length(given, length)
    elif isinstance(given, int | float) and not isinstance(given, bool):
        value = float(given) if length.least <= given <= length.greatest else None
    else:
        value = None
    if value is None:
        raise UnfitError(length.expected)
    return value


def _text(given: object, *, several: bool) -> str:
    if isinstance(given, str):
        return given
    if isinstance(given, float) and given.is_integer():
        return str(int(given))
    if isinstance(given, int | float) and not isinstance(given, bool):
        return str(given)
    if several and isinstance(given, Sequence) and all(isinstance(one, str) for one in given):
        return "; ".join(given)
    raise UnfitError(A_TEXT)
