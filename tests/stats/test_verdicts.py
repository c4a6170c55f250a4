"""The rules of the practice on trial."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.rules import Rules
from infoviz.stats.verdicts import Verdict, claims

TODAY = date(2026, 11, 20)


def interviews(count: int, **columns: list) -> pd.DataFrame:
    """One interview a week from Monday, 1 June 2026 on."""
    frame = pd.DataFrame({"name": [f"Person {at}" for at in range(count)]})
    frame["met_on"] = pd.date_range("2026-06-01", periods=count, freq="7D")
    return frame.assign(**columns)


def after(contacts: pd.DataFrame, days: list[int | None]) -> pd.Series:
    return contacts["met_on"] + pd.to_timedelta(pd.Series(days, dtype="float64"), unit="D")


def test_thanks_in_time():
    contacts = interviews(10)
    contacts["thanked_on"] = after(contacts, [0, 1, 2, 1, 1, 2, 0, 1, 3, None])
    claim = claims(contacts, as_of=TODAY)["thanks"]
    assert (claim.verdict, claim.kept, claim.of) == (Verdict.CANNOT_TELL, 8, 10)
    assert (claim.low, claim.high) == (pytest.approx(0.4902, abs=5e-5), pytest.approx(0.9433, abs=5e-5))
    contacts["thanked_on"] = after(contacts, [1] * 10)
    assert claims(contacts, as_of=TODAY)["thanks"].verdict is Verdict.KEPT
    contacts["thanked_on"] = after(contacts, [9] * 10)
    assert claims(contacts, as_of=TODAY)["thanks"].verdict is Verdict.NOT_KEPT
    assert claims(contacts, as_of=TODAY, rules=Rules(thank_days=9))["thanks"].verdict is Verdict.KEPT


def test_an_interview_of_yesterday_may_still_be_thanked_for():
    contacts = interviews(6, thanked_on=None)
    last = contacts["met_on"].max().date()
    assert claims(contacts, as_of=last)["thanks"].of == 5
    assert claims(contacts, as_of=date(2026, 7, 8))["thanks"].of == 5  # its second day is not over
    assert claims(contacts, as_of=date(2026, 7, 9))["thanks"].of == 6


def test_thanks_belong_to_the_interview_before_them():
    contacts = pd.DataFrame({"name": ["Ana"]}, index=[2])
    rows = [("2026-06-01", "met"), ("2026-06-08", "met"), ("2026-06-09", "thanked"), ("2026-06-22", "met")]
    events = pd.DataFrame(rows, columns=["date", "event"]).assign(row=2, name="Ana", detail="")
    claim = claims(contacts, events, as_of=TODAY)["thanks"]
    assert (claim.kept, claim.of) == (1, 3)


def test_thanks_on_no_recorded_day_are_left_out_and_said():
    contacts = interviews(8)
    contacts["thanked_on"] = after(contacts, [1] * 6 + [None] * 2)
    contacts["thanked"] = [False] * 7 + [True]
    claim = claims(contacts, as_of=TODAY)["thanks"]
    assert (claim.kept, claim.of) == (6, 7)
    assert claim.reason.endswith("; 1 interview thanked on no recorded day left out")


def test_weeks_of_lead_time():
    contacts = interviews(8)
    contacts["contacted_on"] = after(contacts, [-28, -21, -20, -7, -30, -25, 3, None])
    claim = claims(contacts, as_of=TODAY)["lead_time"]
    assert (claim.kept, claim.of) == (4, 6)
    assert claim.reason.endswith("; 2 interviews without a dated ask left out")


def test_minutes():
    contacts = interviews(9, minutes=[20, 30, 25, 31, 19, 22, None, 28, "27"])
    claim = claims(contacts, as_of=TODAY)["minutes"]
    assert (claim.kept, claim.of) == (6, 8)
    assert claim.reason.endswith("; 1 interview of unknown length left out")


def test_one_a_week():
    kept = claims(interviews(24), as_of=TODAY)["pace"]
    assert (kept.verdict, kept.kept, kept.of) == (Verdict.KEPT, 24, 24)
    assert claims(interviews(24), as_of=TODAY, rules=Rules(goal=2))["pace"].verdict is Verdict.NOT_KEPT
    assert claims(interviews(24), as_of=TODAY, rules=Rules(goal=2))["pace"].claim == "2 interviews a week"


def answers(yes: int, no: int) -> pd.DataFrame:
    count = yes + no
    return pd.DataFrame(
        {
            "name": [f"Person {at}" for at in range(count)],
            "contacted_on": ["2026-06-01"] * count,
            "response": ["yes"] * yes + ["no"] * no,
            "responded_on": ["2026-06-03"] * count,
        }
    )


@pytest.mark.parametrize(
    ("yes", "no", "verdict"),
    [
        (20, 200, Verdict.KEPT),
        (30, 30, Verdict.NOT_KEPT),  # more yeses than the saying has it
        (0, 90, Verdict.NOT_KEPT),  # fewer
        (2, 18, Verdict.CANNOT_TELL),
        (2, 1, Verdict.CANNOT_TELL),
    ],
)
def test_ten_noes_for_every_yes(yes, no, verdict):
    claim = claims(answers(yes, no), as_of=TODAY)["noes"]
    assert (claim.verdict, claim.kept, claim.of) == (verdict, yes, yes + no)


def test_answers_to_young_asks_do_not_count_for_they_are_the_quick_ones():
    contacts = pd.concat([answers(3, 30), answers(0, 30).assign(contacted_on="2026-11-01", name="Quick")])
    contacts["name"] = [f"Person {at}" for at in range(len(contacts))]
    assert claims(contacts, as_of=TODAY)["noes"].of == 33


def test_doing_better_than_so_many_noes_is_said():
    assert "(75 %, 95 % interval 53 to 89 %): better than the rule has it." in str(
        claims(answers(15, 5), as_of=TODAY)["noes"]
    )
    assert "better" not in str(claims(answers(1, 200), as_of=TODAY)["noes"])


def test_what_is_missing_is_named():
    found = claims(pd.DataFrame({"name": ["Ana"], "contacted_on": ["2026-06-01"]}), as_of=TODAY)
    assert {claim.name: claim.reason for claim in found.claims} == {
        "pace": "there is no met_on column",
        "noes": "there is no response column",
        "thanks": "there is no met_on column",
        "lead_time": "there is no met_on column",
        "minutes": "there is no minutes column",
    }
    assert {claim.verdict for claim in found.claims} == {Verdict.NOT_COMPUTABLE}
    assert claims(interviews(9), as_of=TODAY)["thanks"].reason == "there is no thanked_on column"
    assert claims(interviews(9), as_of=TODAY)["lead_time"].reason == "there is no contacted_on column"


def test_few_cases_are_counts_only():
    contacts = interviews(3, minutes=[25, 25, 50])
    claim = claims(contacts, as_of=TODAY)["minutes"]
    assert (claim.verdict, claim.estimate, claim.low) == (Verdict.CANNOT_TELL, None, None)
    assert str(claim) == "20 to 30 minutes: cannot tell yet, 2 of 3 interviews, and at least 5 are needed."


def test_they_read_as_sentences_and_give_plain_values():
    contacts = interviews(12, minutes=[25] * 12)
    found = claims(contacts, as_of=TODAY)
    assert (
        str(found["minutes"])
        == "20 to 30 minutes: kept, 12 of 12 interviews (100 %, 95 % interval 76 to 100 %)."
    )
    assert "one interview a week: cannot tell yet" in str(found)
    told = found.to_dict()
    assert [claim["name"] for claim in told["claims"]] == ["pace", "noes", "thanks", "lead_time", "minutes"]
    assert told["claims"][4]["verdict"] == "kept"
    assert told["rules"]["thank_days"] == 2
    assert len(found.to_frame()) == 5
    assert found["minutes"].to_frame()["kept"].tolist() == [12]


DAYS = st.none() | st.dates(date(2026, 6, 1), date(2026, 12, 31))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from("ABCDEFG"),
            DAYS,
            DAYS,
            DAYS,
            st.sampled_from(["yes", "no", None]),
            st.integers(10, 60),
        ),
        max_size=15,
    ),
    random=st.randoms(use_true_random=False),
)
def test_order_index_and_dtypes_change_nothing(rows, random):
    columns = ["name", "contacted_on", "met_on", "thanked_on", "response", "minutes"]
    dates = {column: "datetime64[us]" for column in columns if column.endswith("_on")}
    contacts = pd.DataFrame(rows, columns=columns).astype({"name": "str", "response": "str", **dates})
    told = claims(contacts, as_of=TODAY).to_dict()
    order = random.sample(range(len(rows)), len(rows))
    for same in (contacts.iloc[order], contacts.set_axis([0] * len(rows)), contacts.astype(object)):
        assert claims(same, as_of=TODAY).to_dict() == told
