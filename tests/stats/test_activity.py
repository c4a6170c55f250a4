"""The calendar of activity."""

from datetime import date

import numpy as np
import pandas as pd

from infoviz.stats.weekly.activity import activity

TODAY = date(2026, 11, 20)


def test_events_stand_in_their_week_and_weekday():
    contacts = pd.DataFrame(
        {
            "name": ["Ana", "Ben", "ana"],
            "contacted_on": ["2026-11-09", "2026-11-15", "2026-11-09"],
            "met_on": ["2026-11-18", None, "2026-11-25"],
        }
    )
    found = activity(contacts, as_of=TODAY)
    assert found.weeks == ("2026-W46", "2026-W47")
    assert found.begins == (date(2026, 11, 9), date(2026, 11, 16))
    assert found.kinds == ("asked", "met")
    assert found.totals.tolist() == [[1, 0, 0, 0, 0, 0, 1], [0, 0, 1, 0, 0, 0, 0]]
    assert found.counts.shape == (2, 2, 7)
    assert found.to_dict() == {
        "as_of": "2026-11-20",
        "weeks": [
            {"week": "2026-W46", "begins": "2026-11-09", "days": [1, 0, 0, 0, 0, 0, 1]},
            {"week": "2026-W47", "begins": "2026-11-16", "days": [0, 0, 1, 0, 0, 0, 0]},
        ],
        "events": {"asked": 2, "met": 1},
    }
    assert str(found) == "By 2026-11-20: 3 events on 3 days over 2 weeks."
    alone = activity(contacts.assign(responded_on=[None, "2026-11-16", None]), as_of=TODAY)
    assert str(alone).endswith("over 2 weeks, most on Mondays (2).")
    frame = found.to_frame()
    assert frame["Sunday"].tolist() == [1, 0]


def test_a_trail_counts_every_kind():
    contacts = pd.DataFrame({"name": ["Ana"]}, index=[2])
    events = pd.DataFrame(
        {
            "date": pd.to_datetime(["2026-11-09", "2026-11-10", "2026-11-10", "2026-11-10"]),
            "row": [2, 2, 2, 2],
            "name": "Ana",
            "event": pd.Categorical(["asked", "nudged", "noted", "noted"]),
            "detail": "",
        }
    )
    found = activity(contacts, events, as_of=TODAY)
    assert found.kinds == ("asked", "nudged", "noted")
    assert found.totals[0].tolist() == [1, 2, 0, 0, 0, 0, 0]


def test_nothing_dated_is_said():
    found = activity(pd.DataFrame({"name": ["Ana"]}), as_of=TODAY)
    assert (found.weeks, found.kinds) == ((), ())
    assert found.to_dict()["reason"].startswith("there is no date column (contacted_on, ")
    blank = activity(pd.DataFrame({"name": ["Ana"], "met_on": [None]}), as_of=TODAY)
    assert str(blank) == "No activity to show by 2026-11-20: nothing that happened has a date by then."
    assert found.to_frame().empty
    assert np.array_equal(found.totals, np.zeros((0, 7)))
