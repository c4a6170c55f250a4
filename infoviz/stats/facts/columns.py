"""Columns of a contacts frame as plain arrays, whatever their dtype, and blank where the frame lacks them."""

from dataclasses import dataclass
from dataclasses import field as part
from datetime import date, datetime
from functools import lru_cache
from math import isnan
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.words import plains

Written = tuple[object, ...]
Dated = tuple[str, bytes, bool] | None
_TELLING = 256  # bytes of addresses, by which columns of few words mostly differ
Labels = tuple[str, bytes | tuple[tuple[type, Any], ...]]


def column(frame: pd.DataFrame, field: str) -> pd.Series | None:
    """Give a column of the frame (the first of that name), or None where there is none."""
    if field not in frame.columns:
        return None
    found = frame[field]
    return found.iloc[:, 0] if isinstance(found, pd.DataFrame) else found


def days(frame: pd.DataFrame, field: str) -> npt.NDArray[np.float64]:
    """Give a date column as whole days since 1970-01-01, NaN where there is no date.

    Examples
    --------
    >>> days(pd.DataFrame({"met_on": ["1970-01-03", None, "soon"]}), "met_on")
    array([ 2., nan, nan])
    """
    found = moments(frame, field)
    return np.full(len(frame), np.nan) if found is None else whole_days(found)


def moments(frame: pd.DataFrame, field: str) -> npt.NDArray[np.datetime64] | None:
    """Give a date column as it is kept, in whatever unit, or None where there is none; what is no date is none."""
    found = column(frame, field)
    return None if found is None else _moments(found)


def _moments(found: pd.Series) -> npt.NDArray[np.datetime64]:
    dtype = found.dtype
    if isinstance(dtype, pd.DatetimeTZDtype):
        found = found.dt.tz_localize(None)
    elif not isinstance(dtype, np.dtype) or dtype.kind != "M":
        found = pd.Series([_moment(value) for value in found.tolist()], dtype="datetime64[us]")
    return np.asarray(found.array)


def whole_days(moments: npt.NDArray[np.datetime64]) -> npt.NDArray[np.float64]:
    """Give moments as whole days since 1970-01-01, NaN where there is none."""
    return np.where(np.isnat(moments), np.nan, moments.astype("datetime64[D]").astype(np.float64))


def texts(frame: pd.DataFrame, field: str) -> npt.NDArray[np.object_]:
    """Give a column as stripped texts, None where there is nothing.

    Examples
    --------
    >>> texts(pd.DataFrame({"channel": [" e-mail", "", None]}), "channel").tolist()
    ['e-mail', None, None]
    """
    found = column(frame, field)
    out = np.full(len(frame), None, dtype=object)
    if found is not None:
        out[:] = [(value.strip() or None) if type(value) is str else _text(value) for value in found.tolist()]
    return out


def written(frame: pd.DataFrame, field: str) -> Written:
    """Give a column as it is written: texts, not all of them stripped, and what is no text where there is nothing.

    Examples
    --------
    >>> written(pd.DataFrame({"channel": [" e-mail", None]}), "channel")
    (' e-mail', nan)
    """
    found = column(frame, field)
    if found is None:
        return nothing(len(frame))
    return _cells_of(np.asarray(found.array) if _is_plain(found.dtype) else texts(frame, field))


def cells(frame: pd.DataFrame, field: str) -> Written:
    """Give the values of a column as they are, None where there is no such column."""
    found = column(frame, field)
    if found is None:
        return nothing(len(frame))
    return _cells_of(np.asarray(found.array) if _is_plain(found.dtype) else found.to_numpy(dtype=object))


@lru_cache(maxsize=4)
def nothing(rows: int) -> Written:
    """Give so many cells of a column that is not there."""
    return (None,) * rows


def _is_plain(dtype: Any) -> bool:
    """Whether a column holds texts, and where there is none what equals itself (pandas' NA does not)."""
    return isinstance(dtype, pd.StringDtype) and dtype.na_value is not pd.NA


@dataclass(frozen=True, slots=True)
class _Objects:
    """An array of objects, equal to another where both hold the very same ones."""

    addresses: bytes
    array: npt.NDArray[np.object_] = part(compare=False)

    def __hash__(self) -> int:
        return hash(self.addresses[:_TELLING])  # to compare with the few kept is quicker


def _cells_of(array: npt.NDArray[np.object_]) -> Written:
    """Give the objects in an array; those of the last arrays are kept, and told by where they lie in memory."""
    return _kept(_Objects(array.tobytes(), array))


@lru_cache(maxsize=32)
def _kept(objects: _Objects) -> Written:
    return tuple(objects.array.tolist())  # which holds them, so that nothing else comes to lie there


def dated(frame: pd.DataFrame, field: str) -> Dated:
    """Give a date column as its unit and bytes, equal where it holds the same, or None where there is none.

    With them goes whether it can hold nothing but dates.
    """
    found = column(frame, field)
    if found is None:
        return None
    held = _moments(found)
    return held.dtype.str, held.tobytes(), found.dtype.kind == "M"


def days_of(cells: Dated, rows: int) -> npt.NDArray[np.float64]:
    """Give as :func:`days` does what :func:`dated` has kept of so many rows."""
    return np.full(rows, np.nan) if cells is None else whole_days(np.frombuffer(cells[1], dtype=cells[0]))


def numbers(found: pd.Series) -> npt.NDArray[np.float64]:
    """Give a column as numbers, NaN where there is none.

    Examples
    --------
    >>> numbers(pd.Series(["25", "half an hour", None]))
    array([25., nan, nan])
    """
    if isinstance(found.dtype, np.dtype) and found.dtype.kind == "f":
        return np.asarray(found.array, dtype=np.float64)
    return pd.to_numeric(found, errors="coerce").to_numpy(dtype=np.float64)


def coded(frame: pd.DataFrame, field: str) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Give a column of few words as numbers, -1 for nothing, and the stripped words that they stand for.

    Examples
    --------
    >>> codes, words = coded(pd.DataFrame({"channel": [" e-mail", "", "phone", "e-mail"]}), "channel")
    >>> codes.tolist(), words
    ([0, -1, 1, 0], ['e-mail', 'phone'])
    """
    if field not in frame.columns:
        return np.full(len(frame), -1, dtype=np.int64), []
    codes, words = codes_of(written(frame, field))
    return codes, list(words)


@lru_cache(maxsize=16)
def codes_of(cells: Written) -> tuple[npt.NDArray[np.int64], tuple[str, ...]]:
    """Give the cells of a column, as :func:`written` gives them, as :func:`coded` does.

    Many statistics ask it of the same columns, so the last answers are kept; being read-only, they may be shared.
    """
    column = np.empty(len(cells), dtype=object)
    column[:] = cells
    codes, different = pd.factorize(column)
    words: dict[str, int] = {}
    numbers = [words.setdefault(word, len(words)) if (word := cell.strip()) else -1 for cell in different]
    shared = np.array([*numbers, -1], dtype=np.int64)[codes]
    shared.flags.writeable = False
    return shared, tuple(words)


@lru_cache(maxsize=2)
def numbered(words: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """Give words their numbers, those alike in plain form the same, and -1 at the end; for the same words only once."""
    numbers: dict[str, int] = {}
    alike = [
        numbers.setdefault(form or word, len(numbers))
        for word, form in zip(words, plains(words), strict=True)
    ]
    known = np.array([*alike, -1], dtype=np.int64)
    known.flags.writeable = False
    return known


def labels(rows: pd.Index | pd.Series) -> Labels:
    """Give the labels of rows with their type, equal where they are the same: of mixed ones each has its own.

    Examples
    --------
    >>> labels(pd.Index([1, "1"])) == labels(pd.Index([True, "1"]))
    False
    """
    written = rows.to_numpy()
    mixed = written.dtype.kind == "O"
    told = tuple((type(label), label) for label in written.tolist()) if mixed else written.tobytes()
    return written.dtype.str, told


def labelled(kept: Labels) -> npt.NDArray[Any]:
    """Give as an array again the labels that :func:`labels` has kept."""
    kind, told = kept
    if isinstance(told, bytes):
        return np.frombuffer(told, dtype=kind)
    rows = np.empty(len(told), dtype=object)
    rows[:] = [label for _, label in told]
    return rows


def flags(frame: pd.DataFrame, field: str) -> npt.NDArray[np.bool_]:
    """Give a column of truth values, False where nothing is known."""
    found = column(frame, field)
    if found is None:
        return np.zeros(len(frame), dtype=bool)
    if found.dtype == np.bool_:
        return found.to_numpy()
    return np.array([value is True or value is np.True_ for value in found.tolist()], dtype=bool)


def _text(value: Any) -> str | None:
    if value is None or (type(value) is float and isnan(value)) or pd.isna(value):
        return None
    return str(value).strip() or None


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return None if pd.isna(value) else value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001  a local calendar date
    try:
        return datetime.fromisoformat(str(value).strip()).replace(tzinfo=None)
    except ValueError:
        return None
