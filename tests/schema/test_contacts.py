"""What the sheet's words and marks prove about a person, beside the dates."""

from datetime import date

import pandas as pd
import pytest

import infoviz

AS_OF = date(2026, 11, 20)
NAMES = ("Ada Hale", "Ben Crane", "Cleo Barlow", "Dora Fenwick", "Eli Garrick", "Fay Hollis", "Gus Ingram")


@pytest.fixture
def load(tmp_path):
    """Load a tracker of which only the columns beside the names are given."""

    def loaded(columns):
        rows = len(next(iter(columns.values())))
        beside = {"Company": [f"Firm {at} Ltd" for at in range(rows)]}
        path = tmp_path / "tracker.csv"
        pd.DataFrame({"Name": NAMES[:rows], **beside, **columns}).to_csv(path, index=False)
        return infoviz.load(path).contacts

    return loaded


def summary(contacts):
    return infoviz.summary(contacts, as_of=AS_OF)


DAYS = ["2026-03-02", "2026-03-04", "2026-03-05", "", "2026-03-09", "", "2026-03-12"]


@pytest.mark.parametrize(
    "header",
    ["Replies?", "Heard from?", "Wrote back", "Got back to me?", "Respond?", "Replied?", "Geantwortet"],
)
def test_a_no_to_replying_is_no_refusal(load, header):
    contacts = load({"Date contacted": DAYS, header: ["Y", "N", "Y", "N", "N", "N", "N"]})
    found = summary(contacts)
    assert (found.asked, found.no, found.answered) == (5, 0, 2)


def test_a_no_to_agreeing_is_a_refusal(load):
    found = summary(load({"Date contacted": DAYS, "Accepted?": ["Y", "N", "Y", "", "N", "", ""]}))
    assert (found.yes, found.no) == (2, 2)


def test_a_full_column_of_yes_and_no_under_response_says_whether_one_came(load):
    found = summary(load({"Date contacted": DAYS, "Response": ["Yes", "No", "No", "No", "No", "No", "Yes"]}))
    assert (found.answered, found.no) == (2, 0)
    found = summary(load({"Date contacted": DAYS, "Response": ["Yes", "No", "", "", "", "", "Yes"]}))
    assert (found.yes, found.no) == (2, 1)


def test_a_day_without_its_year_proves_no_talk_that_the_status_says_is_still_arranged(load):
    days = ["2 March", "3 March", "8 June", "", "", "", ""]
    contacts = load({"Status": ["met", "met", "scheduled", "sent", "sent", "sent", "sent"], "Met on": days})
    assert contacts["met"].tolist() == [True, True, *[False] * 5]
    assert contacts["scheduled"].tolist()[2]


@pytest.mark.parametrize(
    ("header", "proof"), [("Thanked", "2026-06-09"), ("Thanked", "Y"), ("Response", "we met already")]
)
def test_a_talk_that_another_column_proves_is_not_put_off(load, header, proof):
    days = ["2 March", "3 March", "8 June", "9 June", "", "", ""]
    status = ["met", "met", "scheduled", "scheduled", "sent", "sent", "sent"]
    other = [proof, "", proof, "", "", "", ""]
    contacts = load({"Status": status, "Met on": days, header: other})
    assert contacts["met"].tolist() == [True, True, True, *[False] * 4]


def test_shortened_silence_is_no_refusal(load):
    replies = ["Y", "n/r", "N", "n.r.", "", "", "Y"]
    found = summary(load({"Date contacted": DAYS, "Resp": replies}))
    assert (found.yes, found.no) == (2, 1)


@pytest.mark.parametrize("word", ["Pending", "Waiting", "Follow up", "awaiting reply", "Not contacted"])
def test_a_word_that_takes_an_ask_for_granted_gives_way_to_recorded_asks(load, word):
    status = ["Sent", "Sent", word, word, "Sent", word, "Sent"]
    assert summary(load({"Date contacted": DAYS, "Status": status})).asked == 5


def test_without_recorded_asks_such_a_word_proves_one(load):
    status = ["Sent", "Sent", "Pending", "Not contacted", "Follow up", "To contact", "Met"]
    contacts = load({"Status": status})
    assert contacts["asked"].tolist() == [True, True, True, False, True, False, True]


def test_who_was_not_contacted_has_not_refused(load):
    marks = ["Y", "Y", "Y", "N", "Y", "N", "Y"]
    contacts = load({"Contacted?": marks, "Response": ["yes", "no", "bounced", "no", "", "no", "other"]})
    assert contacts["response"].fillna("").tolist() == ["yes", "no", "bounced", "", "", "", "other"]
    assert summary(contacts).asked == 5


def test_a_refusal_among_the_days_of_meetings_is_an_answer(load):
    met = ["2026-04-02", "declined", "", "", "2026-04-09", "", "cancelled"]
    found = summary(load({"Date contacted": DAYS, "Interview date": met}))
    assert (found.yes, found.no, found.met) == (2, 1, 2)


def test_an_outcome_in_the_words_of_an_answer_is_one(load):
    outcome = [
        "Unsuccessful",
        "Passed",
        "Not interested",
        "",
        "Interview",
        "",
        "a job offer in the end of it all",
    ]
    found = summary(load({"Date contacted": DAYS, "Outcome": outcome}))
    assert found.no == 3


def test_a_status_column_of_yes_and_no_proves_nothing(load):
    contacts = load({"Date contacted": DAYS, "Status": ["Yes", "No", "No", "", "Yes", "", "No"]})
    assert summary(contacts).no == 0
    contacts = load({"Date contacted": DAYS, "Status": ["Sent", "No", "Sent", "", "Replied", "", "No"]})
    assert summary(contacts).no == 2


def test_the_other_columns_of_dates_decide_the_order_of_day_and_month(load):
    contacts = load(
        {
            "Date contacted": ["25/3/2026", "3/4/2026"],
            "Met on": ["4/5/2026", ""],
            "Thanked on": ["2026-05-06", ""],
        }
    )
    assert contacts["met_on"].iloc[0] == pd.Timestamp(2026, 5, 4)


def test_columns_that_prove_both_orders_lend_none(load):
    contacts = load(
        {
            "Date contacted": ["25/3/2026", "3/4/2026"],
            "Responded on": ["3/28/2026", "4/5/2026"],
            "Met on": ["4/5/2026", ""],
        }
    )
    assert contacts["met_on"].isna().all()
    contacts = load({"Date contacted": ["25/3/2026", "3/28/2026"], "Met on": ["4/5/2026", ""]})
    assert contacts["met_on"].isna().all()
