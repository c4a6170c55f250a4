"""All statistics in one reading: what each function gives by itself."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

import infoviz
from infoviz.errors import UnfitNumbers
from infoviz.schema.rules import PRACTICE
from infoviz.stats.gathering import statistics

TODAY = date(2026, 11, 20)


def tracker(people: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make a search with rows of one person, answers without a day, introductions, and a log."""
    random = np.random.default_rng(seed)
    names = [f"Person {number}" for number in random.integers(0, max(1, people * 2), size=people)]
    never = np.datetime64("NaT", "D")

    def days(least: int, most: int) -> np.ndarray:
        return random.integers(least, most, size=people).astype("timedelta64[D]")

    asked = np.datetime64(TODAY) - days(-5, 200)
    replied = np.where(random.random(people) < 0.4, asked + days(-2, 40), never)
    met = np.where(random.random(people) < 0.5, replied + np.timedelta64(9, "D"), never)

    def pick(*words: str | None) -> np.ndarray:
        return random.choice(np.array(words, dtype=object), size=people)

    contacts = pd.DataFrame(
        {
            "name": names,
            "organization": pick("Acme", "ACME ", "Globex", None),
            "channel": pick("e-mail", "phone", None),
            "referred_by": pick(None, "me", "Somebody", *names[:4]),
            "contacted_on": asked.astype("datetime64[us]"),
            "response": pick("yes", "no", "bounced", "perhaps", None, None),
            "responded_on": replied.astype("datetime64[us]"),
            "met_on": met.astype("datetime64[us]"),
            "minutes": random.choice([25.0, 60.0, np.nan], size=people),
            "introductions": pick(None, "Ana Ruiz, Ben Cho"),
        },
        index=pd.RangeIndex(2, people + 2, name="row"),
    )
    log = pd.DataFrame(
        {
            "row": contacts.index,
            "name": names,
            "date": contacts["contacted_on"],
            "event": "asked",
            "detail": "",
        }
    ).reset_index(drop=True)
    return contacts, log


@pytest.mark.parametrize("within", [28, 7])
@pytest.mark.parametrize("logged", [True, False])
@pytest.mark.parametrize("people", [0, 1, 6, 40, 300])
def test_it_gives_what_each_function_gives(people, logged, within):
    contacts, log = tracker(people, seed=people + within)
    events = log if logged else None
    found = statistics(contacts, events, as_of=TODAY, within=within, goal=2, yeses=3)
    by_itself = {
        "summary": infoviz.summary(contacts, as_of=TODAY, within=within),
        "funnel": infoviz.funnel(contacts, as_of=TODAY, within=within),
        "timing": infoviz.time_to_response(contacts, as_of=TODAY, within=within),
        "forecast": infoviz.asks_needed(contacts, yeses=3, as_of=TODAY, within=within),
        "weekly": infoviz.weekly_progress(contacts, events, as_of=TODAY, goal=2),
        "pace": infoviz.pace(contacts, events, as_of=TODAY, goal=2),
        "activity": infoviz.activity(contacts, events, as_of=TODAY),
        "growth": infoviz.network_growth(contacts, events, as_of=TODAY),
        "introductions": infoviz.introductions(contacts, events, as_of=TODAY),
        "claims": infoviz.claims(
            contacts, events, as_of=TODAY, rules=replace(PRACTICE, window_days=within, goal=2)
        ),
    }
    for name, result in by_itself.items():
        gathered = getattr(found, name)
        assert (str(gathered), gathered.to_dict()) == (str(result), result.to_dict()), name
    compared = infoviz.comparisons(contacts, as_of=TODAY, within=within)
    assert [one.to_dict() for one in found.compared] == [one.to_dict() for one in compared]
    pd.testing.assert_frame_equal(found.doubts, infoviz.ask_problems(contacts, as_of=TODAY))
    assert found.to_dict()["compared"] == [one.to_dict() for one in compared]
    assert found.to_dict()["weekly"] == by_itself["weekly"].to_dict()


def test_the_table_holds_every_estimate_with_its_interval_and_count():
    contacts, _ = tracker(300, seed=1)
    found = statistics(contacts, as_of=TODAY)
    table = found.to_frame().set_index("statistic")
    rate = found.summary.response_rate
    numbers = table.loc["response rate", ["estimate", "low", "high"]].tolist()
    assert numbers == [rate.estimate, rate.low, rate.high]
    assert table.loc["response rate", ["count", "of"]].tolist() == [rate.asked, "asks"]
    assert table.loc["interviews a week", "estimate"] == found.pace.estimate
    assert (table["low"] <= table["estimate"]).all()
    assert (table["estimate"] <= table["high"]).all()
    assert str(found) == str(found.summary)


def test_without_columns_every_estimate_says_what_is_lacking():
    table = statistics(pd.DataFrame({"name": ["Ana", "Ben"]}), as_of=TODAY).to_frame()
    assert table["estimate"].isna().all()
    assert (table["reason"] != "").all()


def test_what_cannot_be_counted_is_refused():
    contacts, _ = tracker(6, seed=1)
    for unfit in ({"within": -1}, {"goal": 0}, {"yeses": 0}):
        with pytest.raises(UnfitNumbers):
            statistics(contacts, as_of=TODAY, **unfit)


def test_the_rules_reach_every_result():
    contacts, _ = tracker(40, seed=2)
    found = statistics(contacts, as_of=TODAY, within=14, goal=3, rules=replace(PRACTICE, cadence_days=30))
    assert found.growth.cadence_days == found.claims.rules.cadence_days == 30
    assert (found.claims.rules.window_days, found.claims.rules.goal) == (14, 3)
