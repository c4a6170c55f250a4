from datetime import UTC, date, datetime, time

import numpy as np
import pandas as pd
import pytest

from infoviz.workbook.sheet.content import (
    LONGEST_TEXT,
    Unwritable,
    checked_text,
    content,
    escaped_text,
    keeps_space,
)


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("=1+2", "text", "=1+2"),
        ("00123", "text", "00123"),
        (True, "boolean", "1"),
        (np.bool_(False), "boolean", "0"),
        (7, "number", "7"),
        (np.int64(7), "number", "7"),
        (np.datetime64("2026-11-22", "ns"), "number", "46348"),
        (2.5, "number", "2.5"),
        (0.1 + 0.2, "number", "0.30000000000000004"),
        (-0.0, "number", "0"),
        (1e300, "number", "1e+300"),
        (2**53, "number", "9007199254740992"),
        (None, "blank", ""),
        ("", "blank", ""),
    ],
)
def test_values(value, kind, text):
    found = content(value)
    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    ("value", "serial", "serial1904"),
    [
        (date(1900, 1, 1), "1", None),
        (date(1900, 2, 28), "59", None),
        (date(1900, 3, 1), "61", None),
        (date(1904, 1, 1), "1462", "0"),
        (date(2026, 11, 22), "46348", "44886"),
        (datetime(2026, 11, 22, 12), "46348.5", "44886.5"),
        (pd.Timestamp("2026-11-22"), "46348", "44886"),
        (date(9999, 12, 31), "2958465", "2957003"),
    ],
)
def test_dates_in_both_systems(value, serial, serial1904):
    assert content(value).text == serial
    if serial1904 is not None:
        assert content(value, date1904=True).text == serial1904
    else:
        with pytest.raises(Unwritable, match="1904"):
            content(value, date1904=True)


def test_what_a_moment_is():
    assert content(date(2026, 1, 2)).moment == "date"
    assert content(datetime(2026, 1, 2)).moment == "date"
    assert content(datetime(2026, 1, 2, 3)).moment == "datetime"
    assert (content(time(6)).moment, content(time(6)).text) == ("time", "0.25")


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        2**53 + 1,
        10**400,
        "bell \x07",
        "half \ud800",
        "\ufffe",
        "\uffff",
        "x" * (LONGEST_TEXT + 1),
        "😀" * (LONGEST_TEXT // 2 + 1),
        date(1899, 12, 31),
        datetime(2026, 1, 1, tzinfo=UTC),
        time(1, tzinfo=UTC),
        pd.NaT,
        pd.NA,
        pd.Timedelta("1h"),
        np.timedelta64(5, "ns"),
        np.datetime64("12000-01-01", "s"),
        b"bytes",
        object(),
    ],
)
def test_what_no_cell_can_hold_is_refused(value):
    with pytest.raises(Unwritable) as refusal:
        content(value)
    assert refusal.value.reason
    assert refusal.value.remedy


def test_the_longest_text_is_kept_whole():
    assert checked_text("x" * LONGEST_TEXT) == "x" * LONGEST_TEXT


def test_text_that_looks_like_an_escape():
    assert escaped_text("a_x000D_b") == "a_x005F_x000D_b"
    assert escaped_text("_x_ _x12_") == "_x_ _x12_"


@pytest.mark.parametrize(("text", "keeps"), [("a b", False), (" a", True), ("a\nb", True), ("a  b", True)])
def test_which_text_needs_its_space_kept(text, keeps):
    assert keeps_space(text) is keeps
