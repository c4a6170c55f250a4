"""A result as a chart in a notebook: one for each, in words too, and no figure left open."""

import re
from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt
import pytest

import infoviz
from infoviz.errors import NoChart
from infoviz.widgets.picture import PLOTS

SAMPLE = Path(__file__).parents[2] / "data" / "sample_tracker.xlsx"
AS_OF = date(2026, 11, 20)


@pytest.fixture(scope="module")
def tracker() -> infoviz.Tracker:
    return infoviz.load(SAMPLE)


def results(tracker: infoviz.Tracker) -> list[object]:
    contacts, events = tracker.contacts, tracker.events
    rate = infoviz.response_rate(contacts, as_of=AS_OF)
    return [
        rate,
        rate.curve,
        infoviz.response_rate(contacts, as_of=AS_OF, by="channel"),
        infoviz.compare(contacts, by="channel", as_of=AS_OF),
        infoviz.funnel(contacts, as_of=AS_OF),
        infoviz.time_to_response(contacts, as_of=AS_OF),
        infoviz.asks_needed(contacts, yeses=2, as_of=AS_OF),
        infoviz.weekly_progress(contacts, events, as_of=AS_OF),
        infoviz.activity(contacts, events, as_of=AS_OF),
        infoviz.pace(contacts, events, as_of=AS_OF),
        infoviz.network_growth(contacts, events, as_of=AS_OF),
        infoviz.introductions(contacts, events, as_of=AS_OF),
    ]


def test_every_result_that_has_a_chart_shows_it(tracker: infoviz.Tracker) -> None:
    shown = results(tracker)
    assert {type(result) for result in shown} == set(PLOTS)
    for result in shown:
        picture = infoviz.chart(result)
        html = picture._repr_html_()
        assert repr(picture) == str(result)
        assert 'role="img" aria-label="Chart: ' in html
        assert html.count("<svg") == 1
    assert plt.get_fignums() == []


def test_two_charts_on_one_page_share_no_names(tracker: infoviz.Tracker) -> None:
    first, second, *_ = results(tracker)[4:]
    names = [set(re.findall(r'\bid="([^"]+)"', infoviz.chart(one).svg)) for one in (first, second)]
    assert names[0]
    assert names[0].isdisjoint(names[1])


def test_what_has_no_chart_says_which_have_one() -> None:
    with pytest.raises(NoChart, match=r"no chart of a list.*WeeklyProgress"):
        infoviz.chart([1, 2])
