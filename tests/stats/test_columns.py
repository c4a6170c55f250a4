"""Columns of any dtype as plain arrays."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from infoviz.stats.facts.columns import column, days, flags, texts, written

DAY = (date(2026, 11, 20) - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    "values",
    [
        pd.Series(["2026-11-20", None], dtype="datetime64[us]"),
        pd.Series(["2026-11-20", None], dtype="datetime64[ns]"),
        pd.Series(["2026-11-20", None], dtype="str"),
        pd.Series(["2026-11-20", "next week"], dtype="category"),
        pd.Series([date(2026, 11, 20), None], dtype=object),
        pd.Series([datetime(2026, 11, 20, 23, 59), pd.NaT], dtype=object),
        pd.Series([pd.Timestamp("2026-11-20 23:30", tz="America/Lima"), pd.NaT]),
        pd.Series(["2026-11-20T08:00:00+09:00", ""], dtype="string"),
    ],
)
def test_dates_of_any_dtype(values):
    assert days(pd.DataFrame({"met_on": values}), "met_on").tolist() == pytest.approx(
        [DAY, np.nan], nan_ok=True
    )


@pytest.mark.parametrize("dtype", ["str", "string", "category", object])
def test_texts_of_any_dtype(dtype):
    values = pd.Series([" Ada ", "", None], dtype=object).astype(dtype)
    assert texts(pd.DataFrame({"name": values}), "name").tolist() == ["Ada", None, None]


def test_numbers_read_as_text_too():
    assert texts(pd.DataFrame({"name": [7, 8]}), "name").tolist() == ["7", "8"]


@pytest.mark.parametrize("dtype", [bool, "boolean", object])
def test_flags_of_any_dtype(dtype):
    assert flags(pd.DataFrame({"met": pd.Series([True, False], dtype=dtype)}), "met").tolist() == [
        True,
        False,
    ]


def test_missing_values_are_not_true():
    assert flags(pd.DataFrame({"met": pd.Series([True, None], dtype="boolean")}), "met").tolist() == [
        True,
        False,
    ]
    assert flags(pd.DataFrame({"met": [np.True_, np.nan]}, dtype=object), "met").tolist() == [True, False]


def test_a_missing_column_is_blank_and_of_two_the_first_counts():
    frame = pd.DataFrame([["a", "b"]], columns=["name", "name"])
    assert texts(frame, "name").tolist() == ["a"]
    assert column(frame, "role") is None
    assert texts(frame, "role").tolist() == [None]
    assert np.isnan(days(frame, "met_on")).all()
    assert not flags(frame, "met").any()


@pytest.mark.parametrize("dtype", ["str", "string", object])
def test_what_is_written_anew_is_read_anew(dtype):
    frame = pd.DataFrame({"name": pd.array(["Ada", "Bo"], dtype=dtype)})
    assert written(frame, "name") == ("Ada", "Bo")
    frame["name"].array[0] = "Cy"  # past pandas' own ways of writing
    frame.loc[1, "name"] = "Di"
    assert written(frame, "name")[1] == "Di"
    assert written(frame, "name") == tuple(frame["name"].tolist())
