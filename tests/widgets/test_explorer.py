"""The explorer follows its filters, and its charts say what the library says."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch

import infoviz
from infoviz.plots.canvas import heights_of
from infoviz.plots.introductions import plot_introductions
from infoviz.stats.people.growth import growth_of
from infoviz.stats.people.introductions import Introductions, introductions_of
from infoviz.stats.people.network import Network
from infoviz.widgets.explorer import PANELS, Explorer

AS_OF = date(2026, 11, 20)


@pytest.fixture
def explorer(tracker: infoviz.Tracker) -> Explorer:
    return infoviz.explore(tracker, as_of=AS_OF)


def test_at_first_everybody_is_shown(explorer: Explorer, tracker: infoviz.Tracker) -> None:
    assert explorer.summary.to_dict() == infoviz.summary(tracker.contacts, as_of=AS_OF).to_dict()
    assert "124 rows" in explorer.about.value
    assert "You have asked 119 people" in explorer.headline.value


@pytest.mark.parametrize("facet", ["channel", "source", "hypothesis", "warmth"])
def test_each_filter_leaves_those_it_names(explorer: Explorer, facet: str) -> None:
    drop_down = explorer.facets[facet]
    everybody = len(explorer.network.contacts)
    left = []
    for value in drop_down.options[1:]:
        drop_down.value = value
        left.append(explorer.rows)
        assert explorer.summary.people <= left[-1]
    assert sum(left) == everybody
    assert all(0 < some < everybody for some in left)


def test_a_period_leaves_those_asked_in_it(explorer: Explorer) -> None:
    explorer.since.value, explorer.until.value = date(2026, 6, 1), date(2026, 6, 30)
    asked = explorer.shown.table.contacted
    assert len(asked)
    assert ((asked >= np.datetime64("2026-06-01")) & (asked <= np.datetime64("2026-06-30"))).all()
    assert f"{len(asked)} of 124 rows" in explorer.about.value


def test_one_click_shows_everybody_again(explorer: Explorer) -> None:
    explorer.facets["warmth"].value = "cold"
    explorer.since.value = date(2026, 6, 1)
    explorer.everybody.click()
    assert explorer.shown.contacts is explorer.network.contacts
    explorer.facets["warmth"].value = "cold"  # and the inputs still work
    assert explorer.rows < 124


def test_the_axis_of_weeks_stays_and_the_bars_move(explorer: Explorer, tracker: infoviz.Tracker) -> None:
    drawn = explorer.panel.chart._axes
    assert drawn is not None
    explorer.facets["channel"].value = "LinkedIn"
    assert explorer.panel.chart._axes is drawn
    some = tracker.contacts[tracker.contacts["channel"] == "LinkedIn"]
    events = tracker.events[tracker.events["row"].isin(some.index)]
    told = {week.week: week for week in infoviz.weekly_progress(some, events, as_of=AS_OF).weeks}
    asked = heights_of(next(patch for patch in drawn.patches if isinstance(patch, StepPatch)))
    everything = infoviz.weekly_progress(tracker.contacts, tracker.events, as_of=AS_OF).weeks
    assert asked == [told[week.week].asked if week.week in told else 0 for week in everything]


@pytest.mark.parametrize("show", PANELS)
def test_each_chart_can_be_shown_first_and_has_words(tracker: infoviz.Tracker, show: str) -> None:
    explorer = infoviz.explore(tracker, as_of=AS_OF, show=show)
    drawn = [panel.chart.value for panel in explorer.panels]
    assert [bool(svg) for svg in drawn] == [name == show for name in PANELS]
    assert 'role="img" aria-label="Chart: ' in explorer.panel.chart.value
    explorer.facets["warmth"].value = "cold"
    assert explorer.panel.chart.value not in drawn


def test_a_chart_is_drawn_when_its_tab_is_opened(explorer: Explorer) -> None:
    explorer.facets["hypothesis"].value = explorer.facets["hypothesis"].options[1]
    explorer.tabs.selected_index = PANELS.index("growth")
    growth = growth_of(explorer.shown)
    assert growth.people == len(explorer.shown.persons) < 124
    assert f"people so far: {growth.people:,}" not in explorer.panel.chart.value  # letters are outlines
    assert str(growth)[:40] in explorer.panel.chart.value


def test_who_introduced_some_is_looked_for_among_everybody(tracker: infoviz.Tracker) -> None:
    explorer = infoviz.explore(tracker, as_of=AS_OF, show="introductions")
    explorer.facets["warmth"].value = "introduced"
    found = introductions_of(explorer.shown)
    assert found.introduced == found.people == explorer.rows
    assert {member.name for member in found.members} > set(explorer.shown.table.name)
    axes = plot_introductions(found, ax=Figure(figsize=(7, 5)).subplots())
    besides = len(found.members) - found.people
    assert f"Counted besides: {besides} people through whom" in axes.get_xlabel().replace("\n", " ")


def test_answers_can_be_told_apart_by_other_columns(tracker: infoviz.Tracker) -> None:
    explorer = infoviz.explore(tracker, as_of=AS_OF, show="answers")
    before = explorer.panel.chart.value
    explorer.by.value = "warmth"
    assert explorer.panel.chart.value != before
    assert (
        str(infoviz.response_rate(tracker.contacts, as_of=AS_OF, by="warmth"))[:30]
        in explorer.panel.chart.value
    )


def test_it_follows_what_is_edited(explorer: Explorer, tracker: infoviz.Tracker) -> None:
    before = explorer.summary.people
    tracker.add(name="Zo Example", channel="Phone", contacted_on="2026-11-19")
    assert explorer.summary.people == before + 1
    assert explorer.network.contacts is tracker.contacts


def test_a_fault_is_told_and_raised(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no asks")

    monkeypatch.setattr("infoviz.widgets.explorer.summary_of", broken)
    with pytest.raises(ZeroDivisionError):
        explorer.facets["warmth"].value = "cold"
    assert "ZeroDivisionError" in explorer.status.value
    assert 'role="alert"' in explorer.status.value


def test_a_tracker_with_names_only(tmp_path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("Name\nAda Example\nBo Sample\n", encoding="utf-8")
    explorer = infoviz.explore(infoviz.load(path), as_of=AS_OF)
    assert explorer.facets == {}
    for place in range(len(PANELS)):
        explorer.tabs.selected_index = place
        assert "<svg" in explorer.panel.chart.value
    assert "cannot be told" in explorer.headline.value


def test_a_value_that_is_edited_away_is_no_filter_any_more(tmp_path) -> None:
    path = tmp_path / "two.csv"
    rows = (
        "Ada Example,Phone,Alumni,2026-05-04",
        "Bo Sample,Email,Fair,2026-05-05",
        "Cy Test,Email,Alumni,2026-05-06",
    )
    path.write_text("\n".join(("Name,Channel,Source,Date contacted", *rows)) + "\n", encoding="utf-8")
    tracker = infoviz.load(path)
    explorer = infoviz.explore(tracker, as_of=AS_OF)
    explorer.facets["channel"].value, explorer.facets["source"].value = "Phone", "Alumni"
    tracker.edit_rows({2: {"channel": "Email", "source": "Fair"}, 4: {"source": "Fair"}})
    assert explorer.facets["channel"].value == explorer.facets["source"].value == "all"
    assert explorer.rows == 3
    assert "infoviz has a fault" not in explorer.status.value


def test_a_tab_that_was_seen_is_neither_computed_nor_drawn_again(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[int] = []

    def counted(network: Network) -> Introductions:
        computed.append(len(network.persons))
        return introductions_of(network)

    monkeypatch.setattr("infoviz.widgets.explorer.introductions_of", counted)
    shown = PANELS.index("introductions")
    explorer.tabs.selected_index = shown
    before = explorer.panel.chart.value
    explorer.tabs.selected_index = 0
    explorer.tabs.selected_index = shown
    assert computed == [124]
    explorer.facets["channel"].value = "Email"
    explorer.tabs.selected_index = 0
    explorer.tabs.selected_index = shown
    assert len(computed) == 2
    assert explorer.panel.chart.value != before
    explorer.tracker.edit(5, notes="Knows the board")
    assert len(computed) == 3


def test_a_tracker_of_one_person_speaks_of_one(tmp_path: Path) -> None:
    tracker = infoviz.load(infoviz.new(tmp_path / "mine.xlsx"))
    tracker.add(name="Ada Example")
    said = infoviz.explore(tracker, as_of=AS_OF).headline.value
    assert "There is 1 person in this tracker, and you have asked nobody yet." in said


def test_a_save_that_changes_nobody_draws_nothing_anew(explorer: Explorer, tracker: infoviz.Tracker) -> None:
    before = explorer.network
    tracker.edit(int(tracker.contacts.index[0]), notes="Met at the harbour")
    after = explorer.network
    assert after is not before
    tracker.save()
    assert explorer.network is after
    assert after.contacts is tracker.contacts
