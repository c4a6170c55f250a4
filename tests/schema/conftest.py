from datetime import date, datetime, time

import numpy as np
import pytest

from infoviz.grid import Column, Kind


class Error(str):
    """An error cell, by its literal."""

    __slots__ = ()


class Formula:
    """A formula cell and its result; a result of Ellipsis is not computed yet."""

    def __init__(self, result):
        self.result = result


def build(*values):
    kinds = np.zeros(len(values), dtype=np.uint8)
    numbers = np.full(len(values), np.nan)
    texts = np.full(len(values), None, dtype=object)
    formulas = np.zeros(len(values), dtype=np.bool_)
    for at, value in enumerate(values):
        if isinstance(value, Formula):
            formulas[at], value = True, value.result
        kinds[at], numbers[at], texts[at] = cell(value)
    return Column("A", kinds, numbers, texts, formulas)


def cell(value):
    if value is None:
        return Kind.BLANK, np.nan, None
    if value is ...:
        return Kind.PENDING, np.nan, None
    if isinstance(value, Error):
        return Kind.ERROR, np.nan, str(value)
    if isinstance(value, str):
        return Kind.TEXT, np.nan, value
    if isinstance(value, bool):
        return Kind.BOOLEAN, float(value), None
    if isinstance(value, datetime):
        return Kind.DATE, (value - datetime(1970, 1, 1)).total_seconds() / 86_400, None
    if isinstance(value, date):
        return Kind.DATE, float((value - date(1970, 1, 1)).days), None
    if isinstance(value, time):
        return Kind.TIME, (value.hour * 60 + value.minute) / 1_440, None
    return Kind.NUMBER, float(value), None


@pytest.fixture(name="column", scope="session")
def column_fixture():
    return build


@pytest.fixture(scope="session")
def error():
    return Error


@pytest.fixture(scope="session")
def formula():
    return Formula
