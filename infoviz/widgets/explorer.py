"""Look at a tracker from all sides: choose whose asks to look at, and the numbers and charts follow."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

import ipywidgets as W  # noqa: N812
import numpy as np

from infoviz.plots.growth import move_network_growth, plot_network_growth
from infoviz.plots.introductions import plot_introductions
from infoviz.plots.rates import plot_response_rate
from infoviz.plots.timing import plot_time_to_response
from infoviz.plots.weeks import move_weekly_progress, plot_weekly_progress
from infoviz.reporting.text import day, headline
from infoviz.stats.asking.grouping import lacking
from infoviz.stats.asking.rate import GroupedRates, Outcome, Rate
from infoviz.stats.asking.rates import rate_of, rates_by
from infoviz.stats.asking.sample import sample_of
from infoviz.stats.asking.summary import Summary, summary_of
from infoviz.stats.asking.timing import TimeToResponse, timing_of
from infoviz.stats.people.growth import NetworkGrowth, growth_of
from infoviz.stats.people.introductions import Introductions, introductions_of
from infoviz.stats.people.network import Network, read_network
from infoviz.stats.weekly.weeks import WeeklyProgress, progress_of
from infoviz.stats.wording import counted
from infoviz.tracker import Tracker
from infoviz.widgets.chart import Chart
from infoviz.widgets.filtering import FACETS, Facets, Filters
from infoviz.widgets.view import View, button, counts, row, sentence, today

ANY = "all"
NAMES = {"channel": "Channel", "source": "Source", "hypothesis": "Hypothesis", "warmth": "Warm or cold"}
PANELS = ("weeks", "answers", "timing", "growth", "introductions")
Shown = Literal["weeks", "answers", "timing", "growth", "introductions"]
GROUPINGS = (
    ("channel", "channel"),
    ("source", "source"),
    ("letter", "template"),
    ("hypothesis", "hypothesis"),
    ("introduced or cold", "warmth"),
    ("day of the week", "weekday"),
    ("organization", "organization"),
)

Weekly = TypeVar("Weekly", WeeklyProgress, NetworkGrowth)


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One chart of the explorer.

    Attributes
    ----------
    title
        What stands on its tab.
    compute
        Gives its result for some of the people.
    chart
        Where the result is shown.
    above
        Inputs that belong to this chart alone.
    """

    title: str
    compute: Callable[[Network], Any]
    chart: Chart[Any]
    above: tuple[W.Widget, ...] = ()


class Explorer(View):
    """The numbers and charts of a tracker, of everybody or of those whom the filters leave.

    Attributes
    ----------
    since, until
        First and last day of the period in which people were first asked; None for no limit.
    facets
        A drop-down by ``"channel"``, ``"source"``, ``"hypothesis"``, ``"warmth"``: those the tracker knows.
    by
        By what the answers are told apart.
    panels
        The charts; only the one on show is drawn.
    """

    def __init__(
        self, tracker: Tracker, *, as_of: date, within: int = 28, goal: int = 1, show: Shown = "weeks"
    ) -> None:
        self.tracker, self.as_of, self.within, self.goal = tracker, as_of, within, goal
        self._setting = False
        self._read()
        self.since = W.DatePicker(description="Asked from", style={"description_width": "initial"})
        self.until = W.DatePicker(description="to", style={"description_width": "initial"})
        self.facets = {
            name: W.Dropdown(
                description=NAMES[name],
                options=[ANY, *self.filtering.values(name)],
                style={"description_width": "initial"},
                layout=W.Layout(width="auto"),
            )
            for name in FACETS
            if self.filtering.values(name)
        }
        self.everybody = button("Everybody again")
        self.about = W.HTML()
        self.headline = W.HTML()
        self.numbers = W.HTML()
        self.by = W.Dropdown(
            description="By",
            options=[(words, by) for words, by in GROUPINGS if not lacking(tracker.contacts, by)],
            style={"description_width": "initial"},
            layout=W.Layout(width="auto"),
        )
        self.panels = self._panels()
        self.tabs = W.Tab(
            [
                W.VBox([row(*panel.above), panel.chart] if panel.above else [panel.chart])
                for panel in self.panels
            ],
            titles=[panel.title for panel in self.panels],
            selected_index=PANELS.index(show),
        )
        inputs = row(self.since, self.until, *self.facets.values(), self.everybody)
        super().__init__()
        self.arrange(inputs, self.status, self.about, self.headline, self.numbers, self.tabs)
        for widget in (self.since, self.until, *self.facets.values()):
            self.on_change(widget, self._filter)
        self.on_change(self.by, self._draw)
        self.on_click(self.everybody, self._clear)
        self.tabs.observe(lambda _: self.attempt(self._draw), names="selected_index")
        self.follow(tracker, self.refresh)
        self.update()

    @property
    def filters(self) -> Filters:
        """Whom the inputs ask for."""
        until = self.until.value
        chosen = {name: facet.value for name, facet in self.facets.items() if facet.value != ANY}
        return Filters(self.since.value, until and until + timedelta(days=1), chosen)

    def update(self) -> None:
        """Show the numbers and the chart on show for those whom the filters leave."""
        rows = self.filtering.rows(self.filters)
        self.rows = int(np.count_nonzero(rows))
        self.shown = self.network if rows.all() else self.network.among(rows)
        self._of_some.clear()
        organizations = len(self.shown.trail.people.different_organizations())
        self.summary = summary_of(self.shown.table, organizations)
        self._draw()
        self.about.value = sentence(self._whom(), style="infoviz-soft")
        self.headline.value = sentence(headline(self.summary), style="infoviz-headline")
        self.numbers.value = _tiles(self.summary)
        self.status.say("")

    def refresh(self) -> None:
        """Read the tracker again, after it has been edited, and show it through the same filters."""
        self._read()
        with self._inputs_set():
            for name, facet in self.facets.items():
                chosen, options = facet.value, (ANY, *self.filtering.values(name))
                if options != facet.options:
                    facet.options = options
                    facet.value = chosen if chosen in options else ANY

    @property
    def panel(self) -> Panel:
        """The chart on show."""
        return self.panels[self.tabs.selected_index or 0]

    def _read(self) -> None:
        contacts, events = self.tracker.contacts, self.tracker.events
        self.filtering = Facets(contacts)
        self.network = read_network(contacts, events, as_of=self.as_of, within=self.within)
        self._of_all: dict[object, Any] = {}
        self._of_some: dict[object, Any] = {}

    def _draw(self) -> None:
        panel = self.panel
        results = self._of_all if self.shown is self.network else self._of_some
        key = (panel.title, self.by.value if self.by in panel.above else None)
        if key not in results:
            results[key] = panel.compute(self.shown)
        panel.chart.show(results[key])

    def _filter(self) -> None:
        if not self._setting:
            self.update()

    @contextmanager
    def _inputs_set(self) -> Iterator[None]:
        """Let several inputs be set before what they ask for is shown."""
        self._setting = True
        try:
            yield
        finally:
            self._setting = False
        self.update()

    def _clear(self) -> None:
        with self._inputs_set():
            self.since.value = self.until.value = None
            for facet in self.facets.values():
                facet.value = ANY

    def _whom(self) -> str:
        everybody, some = len(self.network.contacts), self.rows
        looked = f"As of {day(self.as_of)}."
        if some == everybody:
            return f"Everybody in the tracker: {counted(some, 'row')}. {looked}"
        return f"{some:,} of {counted(everybody, 'row')} of the tracker. {looked}"

    # ------------------------------------------------------------------ the charts

    def _panels(self) -> tuple[Panel, ...]:
        weeks: Chart[WeeklyProgress] = Chart(plot_weekly_progress, move_weekly_progress, name="weeks")
        growth: Chart[NetworkGrowth] = Chart(plot_network_growth, move_network_growth, name="growth")
        return (
            Panel("Week by week", self._weekly, weeks),
            Panel(
                "Who answers", self._rates, Chart(plot_response_rate, name="rates", height=3.6), (self.by,)
            ),
            Panel("How soon", self._timing, Chart(plot_time_to_response, name="timing", height=3.0)),
            Panel("Your network", self._growth, growth),
            Panel("Introductions", self._forest, Chart(plot_introductions, name="forest", height=5.2)),
        )

    def _weekly(self, network: Network) -> WeeklyProgress:
        return self._over_time("weeks", lambda some: progress_of(some.trail, goal=self.goal), network)

    def _growth(self, network: Network) -> NetworkGrowth:
        return self._over_time("growth", growth_of, network)

    def _over_time(self, name: str, count: Callable[[Network], Weekly], network: Network) -> Weekly:
        """Count by weeks, over the weeks of everybody."""
        if name not in self._of_all:
            self._of_all[name] = count(self.network)
        everybody: Weekly = self._of_all[name]
        return everybody if network is self.network else _over_all_weeks(everybody, count(network))

    def _rates(self, network: Network) -> Rate | GroupedRates:
        if self.by.value is None:
            return rate_of(sample_of(network.table), Outcome.ANSWER)
        return rates_by(network.contacts, network.table, self.by.value, Outcome.ANSWER)

    def _timing(self, network: Network) -> TimeToResponse:
        return timing_of(network.table)

    def _forest(self, network: Network) -> Introductions:
        return introductions_of(network)


def _over_all_weeks(everybody: Weekly, some: Weekly) -> Weekly:
    """Put empty weeks before the first of some people, so that the axis stays where it is for everybody."""
    before: tuple[Any, ...] = everybody.weeks[: len(everybody.weeks) - len(some.weeks)]
    empty: tuple[Any, ...] = tuple(
        type(week)(week.week, week.begins, week.complete, *[0] * 8) for week in before
    )
    return replace(some, weeks=(*empty, *some.weeks), reason=None if everybody.weeks else some.reason)


def _tiles(numbers: Summary) -> str:
    return counts(
        (numbers.people, "people"),
        (numbers.asked, "asked"),
        (numbers.answered, "answered"),
        (numbers.yes, "said yes"),
        (numbers.met, "met"),
        (numbers.thanked, "thanked"),
        (numbers.waiting, "still waiting"),
    )


def explore(
    tracker: Tracker, *, as_of: date | None = None, within: int = 28, goal: int = 1, show: Shown = "weeks"
) -> Explorer:
    """Look at a tracker from all sides, in a notebook.

    Parameters
    ----------
    tracker
        The open tracker, edits that are not saved included.
    as_of
        The day at which we look; today if not given.
    within
        Days that an ask waits for an answer.
    goal
        Interviews wanted a week.
    show
        The chart that is on show first.

    Returns
    -------
    Explorer
        A widget: the last line of a notebook's cell shows it.
    """
    return Explorer(tracker, as_of=as_of or today(), within=within, goal=goal, show=show)
