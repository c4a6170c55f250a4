"""Columns of a contacts frame as plain arrays, whatever their dtype, and blank where the frame lacks them."""

from datetime import date, datetime
from math import isnan
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd


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
    found = column(frame, field)
    if found is None:
        return np.full(len(frame), np.nan)
    if isinstance(found.dtype, pd.DatetimeTZDtype):
        found = found.dt.tz_localize(None)
    elif not isinstance(found.dtype, np.dtype) or found.dtype.kind != "M":
        found = pd.Series([_moment(value) for value in found.tolist()], dtype="datetime64[us]")
    moments = found.to_numpy(dtype="datetime64[us]")
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
