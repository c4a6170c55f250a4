"""The counts of the whole search, the funnel, and what is missing."""

from datetime import date

import pandas as pd

from infoviz.stats.asking.summary import funnel, summary

TODAY = date(2026, 11, 20)
KEYS = [
    *("as_of", "people", "organizations", "asked", "answered", "yes", "no", "bounced", "other", "withdrawn"),
    *("waiting", "silent", "met", "thanked", "response_rate", "yes_rate", "yes_no_ratio"),
]


def stamps(*texts: str | None) -> "pd.Series[pd.Timestamp]":
    return pd.Series([None if text is None else f"2026-{text}" for text in texts], dtype="datetime64[us]")


SEARCH = pd.DataFrame(
    {
        "name": ["Ada", "Bo", "Cy", "Di", "Eli", "Flo", "Gus", "Hal", "ada"],
        "organization": ["Fjord", "fjord ", "Nordlys", None, None, None, None, "Nordlys", "Fjord"],
        "contacted_on": stamps("09-01", "09-01", "09-01", "09-01", "09-01", "09-01", "11-10", None, None),
        "response": ["yes", "no", "other", "bounced", "withdrawn", None, None, None, None],
        "responded_on": stamps("09-03", "09-04", "09-05", "09-01", "09-09", None, None, None, None),
        "met_on": stamps("09-20", None, None, None, None, None, None, None, None),
        "thanked_on": stamps("09-21", None, None, None, None, None, None, None, "12-01"),
    }
)


def test_every_key_and_count():
    told = summary(SEARCH, as_of=TODAY).to_dict()
    assert list(told)[: len(KEYS)] == KEYS
    assert told["as_of"] == "2026-11-20"
    counts = {key: told[key] for key in KEYS[1:14]}
    assert counts == {
        "people": 8, "organizations": 2, "asked": 7, "answered": 3, "yes": 1, "no": 1, "bounced": 1,
        "other": 1, "withdrawn": 1, "waiting": 1, "silent": 1, "met": 1, "thanked": 1,
    }  # fmt: skip
    assert told["response_rate"]["asked"] == 7
    assert told["yes_no_ratio"]["yes"] == told["yes_no_ratio"]["no"] == 1
    assert told["missing"] == {}


def test_what_no_column_tells_is_null():
    told = summary(SEARCH[["name"]], as_of=TODAY).to_dict()
    assert told["people"] == 8
    assert all(told[key] is None for key in KEYS[2:14])
    assert told["missing"]["organizations"] == "there is no organization column"
    assert told["missing"]["asked"] == "there is no contacted_on column"
    assert "contacted_on" in told["response_rate"]["reason"]
    dates_only = summary(SEARCH[["name", "contacted_on"]], as_of=TODAY)
    assert (dates_only.asked, dates_only.yes, dates_only.silent) == (7, None, None)
    assert "response" in dates_only.missing["yes"]
    replies_only = summary(SEARCH[["name", "contacted_on", "responded_on"]], as_of=TODAY)
    assert (replies_only.answered, replies_only.yes, replies_only.waiting) == (5, None, 1)


def test_an_empty_tracker_has_zeros_and_reasons():
    told = summary(SEARCH.head(0), as_of=TODAY).to_dict()
    assert [told[key] for key in KEYS[1:14]] == [0] * 13
    assert "nobody was asked" in told["response_rate"]["reason"]


def test_a_summary_reads_as_one_sentence():
    assert str(summary(SEARCH, as_of=TODAY)) == (
        "By 2026-11-20, 7 of 8 people at 2 organizations have been asked: 1 said yes, 1 said no, 1 answered otherwise, "
        "1 bounced, 1 called off, 1 waiting for up to 28 days, 1 silent for longer; 1 met, 1 thanked."
    )
    assert "there is no contacted_on column" in str(summary(SEARCH[["name"]], as_of=TODAY))
    assert "<table" in summary(SEARCH, as_of=TODAY)._repr_html_()


def test_the_funnel_narrows_from_asked_to_thanked():
    result = funnel(SEARCH, as_of=TODAY)
    assert [(step.name, step.count) for step in result.steps] == [
        ("asked", 7), ("answered", 3), ("yes", 1), ("met", 1), ("thanked", 1),
    ]  # fmt: skip
    assert str(result) == "People by 2026-11-20: asked 7 → answered 3 → yes 1 → met 1 → thanked 1."
    bare = funnel(SEARCH[["contacted_on", "response"]], as_of=TODAY)
    assert bare.to_dict()["steps"]["met"] == {"reason": "there is no met_on column"}
    assert bare.to_frame()["people"].isna().tolist() == [False, False, False, True, True]
    assert str(bare).endswith(
        "met unknown → thanked unknown (there is no met_on column; there is no thanked_on column)."
    )


def test_answers_of_which_no_column_tells_what_they_said_are_counted_in_the_sentence():
    days = pd.to_datetime(["2026-11-02", "2026-11-03"])
    told = pd.DataFrame({"name": ["Ada", "Bo"], "contacted_on": days, "responded_on": [days[1], None]})
    assert "have been asked: 1 answered, 1 waiting for up to 28 days" in str(summary(told, as_of=TODAY))


def test_one_person_reads_as_one():
    asked = pd.DataFrame({"name": ["Ada"], "contacted_on": [pd.Timestamp("2026-11-02")]})
    assert str(summary(asked, as_of=date(2026, 11, 20))).startswith(
        "By 2026-11-20, 1 of 1 person has been asked:"
    )
    assert "there is 1 person;" in str(summary(asked[["name"]], as_of=date(2026, 11, 20)))


def test_a_column_that_tells_only_whether_gives_no_rate_of_yeses():
    asked = pd.to_datetime(["2026-08-03"] * 6)
    contacts = pd.DataFrame({"contacted_on": asked, "response": None, "responded": [True, False] * 3})
    found = summary(contacts, as_of=date(2026, 11, 20))
    assert (found.answered, found.silent, found.yes, found.no, found.other) == (3, 3, 0, 0, 3)
    assert "whether" in found.yes_rate.reason
    assert found.yes_no_ratio.reason == found.yes_rate.reason
    assert found.response_rate.estimate == 0.5
    met = summary(contacts.assign(met=[True, *[False] * 5]), as_of=date(2026, 11, 20))
    assert (met.answered, met.yes, met.yes_rate.reason) == (3, 1, "")
