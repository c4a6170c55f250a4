"""What is given for a field."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from infoviz.editing.given import UnfitError, plain_value, wanted
from infoviz.schema.fields import Field

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "given",
    [DAY, datetime(2026, 11, 20, 9, 30), pd.Timestamp(DAY), np.datetime64(DAY), "2026-11-20", " 2026-11-20 "],
)
def test_days(given):
    assert wanted(Field.MET_ON, given) == DAY
    assert type(wanted(Field.MET_ON, given)) is date


@pytest.mark.parametrize("field", [Field.MET_ON, Field.RESPONSE, Field.MINUTES, Field.NOTES, Field.TAGS])
@pytest.mark.parametrize("given", [None, "", "  ", np.nan, pd.NaT, pd.NA, np.datetime64("NaT", "D")])
def test_nothing_clears(field, given):
    assert wanted(field, given) is None
    assert plain_value(given) is None


@pytest.mark.parametrize(
    ("field", "given"),
    [
        (Field.MET_ON, "20/11/2026"),
        (Field.MET_ON, 46_346),
        (Field.MET_ON, date(1989, 12, 31)),
        (Field.RESPONSE, "perhaps"),
        (Field.RESPONSE, 1),
        (Field.MINUTES, -5),
        (Field.MINUTES, "30-45 min"),
        (Field.CADENCE_DAYS, True),
        (Field.NOTES, ["a", "b"]),
        (Field.TAGS, ["a", 1]),
        (Field.NOTES, object()),
    ],
)
def test_what_does_not_fit(field, given):
    with pytest.raises(UnfitError):
        wanted(field, given)


def test_the_rest():
    assert wanted(Field.RESPONSE, "YES") == "yes"
    assert wanted(Field.RESPONSE, False) == "no"
    assert wanted(Field.THANKED_ON, "yes") is True
    assert wanted(Field.MINUTES, np.int64(20)) == 20.0
    assert wanted(Field.PHONE, 6135550198) == "6135550198"
    assert plain_value(pd.Timestamp(DAY)) == DAY
    assert plain_value(np.float64(2.5)) == 2.5
