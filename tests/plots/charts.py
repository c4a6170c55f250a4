"""Every chart with the result that it draws, and every tracker that it is drawn for."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pandas as pd

import infoviz.plots as plots
from infoviz.stats.asking.forecast import asks_needed
from infoviz.stats.asking.groups import compare
from infoviz.stats.asking.rates import response_rate, yes_rate
from infoviz.stats.asking.summary import funnel
from infoviz.stats.asking.timing import time_to_response
from infoviz.stats.people.growth import network_growth
from infoviz.stats.people.introductions import introductions
from infoviz.stats.weekly.activity import activity
from infoviz.stats.weekly.pace import pace
from infoviz.stats.weekly.weeks import weekly_progress
from tests.plots.fiction import AS_OF, AWKWARD, FAR, contacts


class Chart(NamedTuple):
    draw: Callable
    of: Callable


CHARTS = {
    "weeks": Chart(plots.plot_weekly_progress, lambda frame: weekly_progress(frame, as_of=AS_OF)),
    "weeks with a goal of 12": Chart(
        plots.plot_weekly_progress, lambda frame: weekly_progress(frame, as_of=AS_OF, goal=12)
    ),
    "rate": Chart(plots.plot_response_rate, lambda frame: response_rate(frame, as_of=AS_OF)),
    "rates": Chart(plots.plot_response_rate, lambda frame: response_rate(frame, as_of=AS_OF, by="channel")),
    "rates by name": Chart(plots.plot_response_rate, lambda frame: yes_rate(frame, as_of=AS_OF, by="name")),
    "groups": Chart(plots.plot_groups, lambda frame: compare(frame, as_of=AS_OF, by="channel")),
    "funnel": Chart(plots.plot_funnel, lambda frame: funnel(frame, as_of=AS_OF)),
    "growth": Chart(plots.plot_network_growth, lambda frame: network_growth(frame, as_of=AS_OF)),
    "new": Chart(plots.plot_new_contacts, lambda frame: network_growth(frame, as_of=AS_OF)),
    "activity": Chart(plots.plot_activity, lambda frame: activity(frame, as_of=AS_OF)),
    "incidence": Chart(plots.plot_incidence, lambda frame: yes_rate(frame, as_of=AS_OF)),
    "answers": Chart(plots.plot_incidence, lambda frame: response_rate(frame, as_of=AS_OF, within=60)),
    "timing": Chart(plots.plot_time_to_response, lambda frame: time_to_response(frame, as_of=AS_OF)),
    "asks needed": Chart(plots.plot_asks_needed, lambda frame: asks_needed(frame, yeses=3, as_of=AS_OF)),
    "pace": Chart(plots.plot_pace, lambda frame: pace(frame, as_of=AS_OF)),
    "pace with a goal of 12": Chart(plots.plot_pace, lambda frame: pace(frame, as_of=AS_OF, goal=12)),
    "introductions": Chart(plots.plot_introductions, lambda frame: introductions(frame, as_of=AS_OF)),
}

TRACKERS = {
    "nobody": lambda: contacts(0),
    "no columns": lambda: contacts(5, 4)[["name"]],
    "one person in one week": lambda: contacts(1, 1),
    "one person over 150 weeks": lambda: contacts(1, 150),
    "five people": lambda: contacts(5, 4),
    "sixty people": lambda: contacts(60, 12),
    "500 people": lambda: contacts(500, 30),
    "500 people over 150 weeks": lambda: contacts(500, 150, groups=40),
    "asks without answers": lambda: contacts(60, 12)[["name", "channel", "contacted_on", "met_on"]],
    "answers without dates": lambda: contacts(60, 12)[["name", "channel", "referred_by", "response"]],
    "names in every script": lambda: contacts(60, 20, FAR, groups=10),
    "awkward names": lambda: contacts(60, 20, AWKWARD, groups=12),
}

# A chart that differs from another by a number only is not drawn for every tracker.
TWINS = {"weeks with a goal of 12", "pace with a goal of 12", "rates by name", "answers"}
TELLING = {"nobody", "one person in one week", "500 people over 150 weeks", "names in every script"}
ALL = [(chart, name) for chart in CHARTS for name in TRACKERS if chart not in TWINS or name in TELLING]


@cache
def tracker(name: str) -> pd.DataFrame:
    return TRACKERS[name]()


@cache
def result(chart: str, name: str):
    return CHARTS[chart].of(tracker(name))
