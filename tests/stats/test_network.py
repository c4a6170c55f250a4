"""Some people of a network: counted as if they were alone, but for who introduced them."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

import infoviz
from infoviz.stats.asking.rate import Outcome
from infoviz.stats.asking.rates import rates_by
from infoviz.stats.asking.summary import summary_of
from infoviz.stats.asking.timing import timing_of
from infoviz.stats.people.growth import growth_of
from infoviz.stats.people.introductions import introductions_of
from infoviz.stats.people.network import read_network
from infoviz.stats.weekly.weeks import progress_of
from tests.stats.test_plainly import TODAY, framed, many, trackers

FAMILY = pd.DataFrame(
    {
        "name": ["Ana Ruiz", "Ben Cho", "Cleo Diaz", "Dev Rao", "Dev Rao", "Eva Lund"],
        "organization": ["Acme", "Acme", "Globex", "Initech", "Hooli", "Globex"],
        "channel": ["fair", "phone", "e-mail", "e-mail", "phone", "e-mail"],
        "referred_by": [None, "Ana Ruiz", "Ben C.", None, None, "Zoe Zen"],
        "introductions": ["Ben Cho", "Gus Hale", "Finn Ode", None, None, None],
        "contacted_on": pd.to_datetime(["2026-01-05", "2026-02-02", "2026-03-02", "2026-03-03", None, None]),
        "met_on": pd.to_datetime(["2026-01-19", "2026-02-16", None, None, None, None]),
    }
)


@many
@given(rows=trackers(), data=st.data())
def test_some_are_counted_as_if_they_were_alone(rows, data):
    contacts = framed([{"contacted_on": None, "name": None, **row} for row in rows])
    network = read_network(contacts, None, as_of=TODAY)
    chosen = data.draw(st.sets(st.sampled_from(range(len(network.table))))) if len(contacts) else set()
    theirs = np.isin(network.table.person, list(chosen))
    some, alone = network.among(theirs), contacts[theirs]
    if contacts["contacted_on"].notna().any() != alone["contacted_on"].notna().any():
        return  # where no ask has a date a status such as "Emailed" proves one
    assert some.table.name.tolist() == infoviz.introductions(alone, as_of=TODAY).to_frame()["name"].tolist()
    assert progress_of(some.trail).to_dict() == infoviz.weekly_progress(alone, as_of=TODAY).to_dict()
    assert growth_of(some).to_dict() == infoviz.network_growth(alone, as_of=TODAY).to_dict()
    assert timing_of(some.table).to_dict() == infoviz.time_to_response(alone, as_of=TODAY).to_dict()
    organizations = len(some.trail.people.different_organizations())
    assert summary_of(some.table, organizations).to_dict() == infoviz.summary(alone, as_of=TODAY).to_dict()
    by = "weekday"
    told = rates_by(contacts, some.table, by, Outcome.ANSWER).to_dict()
    assert told == infoviz.response_rate(alone, as_of=TODAY, by=by).to_dict()
    assert len(some.table.collapsed) == len(alone) - len(chosen)


def chosen_by(channel: str):
    network = read_network(FAMILY, None, as_of=date(2026, 11, 20))
    return network.among((FAMILY["channel"] == channel).to_numpy())


def test_everybody_chosen_is_everybody():
    network = read_network(FAMILY, None, as_of=TODAY)
    everybody = network.among(np.ones(len(FAMILY), dtype=bool))
    assert growth_of(everybody).to_dict() == growth_of(network).to_dict()
    assert introductions_of(everybody).to_dict() == introductions_of(network).to_dict()


def test_introducers_are_looked_for_among_everybody():
    found = introductions_of(chosen_by("e-mail"))
    assert (found.people, found.introduced, found.generations) == (3, 1, 2)
    assert found.oddities.outside == (("Zoe Zen", 1),)
    assert [member.name for member in found.members] == [
        "Ana Ruiz",
        "Ben Cho",
        "Cleo Diaz",
        "Dev Rao",
        "Eva Lund",
    ]
    assert found.path("Cleo Diaz") == ("Ana Ruiz", "Ben Cho", "Cleo Diaz")
    assert [(one.name, one.introduced) for one in found.introducers] == [("Ben Cho", 1)]
    assert growth_of(chosen_by("e-mail")).weeks[-1].introduced == 1


def test_what_those_chosen_have_brought_and_promised_is_theirs_alone():
    fair, phone = introductions_of(chosen_by("fair")), introductions_of(chosen_by("phone"))
    assert (fair.reproduction.interviews, fair.reproduction.introduced) == (1, 1)
    assert (phone.reproduction.interviews, phone.reproduction.introduced) == (1, 1)
    assert (fair.promises.delivered, len(fair.promises.owed)) == (1, 0)
    assert [promise.name for promise in phone.promises.owed] == ["Gus Hale"]


def test_of_two_who_may_be_one_both_must_be_chosen():
    assert len(read_network(FAMILY, None, as_of=TODAY).possible_duplicates) == 1
    assert chosen_by("phone").possible_duplicates == ()


def test_choosing_again_chooses_from_everybody():
    some = chosen_by("phone").among((FAMILY["channel"] == "e-mail").to_numpy())
    assert some.table.name.tolist() == ["Cleo Diaz", "Dev Rao", "Eva Lund"]


def test_whom_only_the_log_names_is_nobody_of_the_contacts():
    events = pd.DataFrame(
        {
            "row": [0, None],
            "name": ["Ana Ruiz", "Zoe Zen"],
            "event": ["met", "met"],
            "date": ["2026-01-19"] * 2,
        }
    ).astype({"date": "datetime64[us]"})
    network = read_network(FAMILY, events, as_of=TODAY)
    assert len(network.trail.people) == 7
    some = network.among((FAMILY["channel"] == "fair").to_numpy())
    assert (len(some.trail.people), growth_of(some).people, progress_of(some.trail).weeks[0].met) == (1, 1, 1)
    assert introductions_of(some).members.names == ("Ana Ruiz",)
