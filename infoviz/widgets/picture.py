"""A result's chart as a notebook shows it: inked for light and dark, with words for those who cannot see it."""

from collections.abc import Callable
from typing import Any
from zlib import crc32

import matplotlib.pyplot as plt

from infoviz.errors import NoChart
from infoviz.plots.activity import plot_activity
from infoviz.plots.forecast import plot_asks_needed
from infoviz.plots.funnel import plot_funnel
from infoviz.plots.groups import plot_groups
from infoviz.plots.growth import plot_network_growth
from infoviz.plots.incidence import plot_incidence
from infoviz.plots.introductions import plot_introductions
from infoviz.plots.pace import plot_pace
from infoviz.plots.rates import plot_response_rate
from infoviz.plots.timing import plot_time_to_response
from infoviz.plots.weeks import plot_weekly_progress
from infoviz.reporting.drawing import svg_of
from infoviz.stats.asking.forecast import AsksNeeded
from infoviz.stats.asking.groups import Comparison
from infoviz.stats.asking.rate import GroupedRates, Rate
from infoviz.stats.asking.summary import Funnel
from infoviz.stats.asking.timing import TimeToResponse
from infoviz.stats.estimates.incidence import CumulativeIncidence
from infoviz.stats.people.growth import NetworkGrowth
from infoviz.stats.people.introductions import Introductions
from infoviz.stats.weekly.activity import Activity
from infoviz.stats.weekly.pace import Pace
from infoviz.stats.weekly.weeks import WeeklyProgress
from infoviz.widgets.chart import figured
from infoviz.widgets.view import stylesheet

PLOTS: dict[type, Callable[..., Any]] = {
    Activity: plot_activity,
    AsksNeeded: plot_asks_needed,
    Comparison: plot_groups,
    CumulativeIncidence: plot_incidence,
    Funnel: plot_funnel,
    GroupedRates: plot_response_rate,
    Introductions: plot_introductions,
    NetworkGrowth: plot_network_growth,
    Pace: plot_pace,
    Rate: plot_incidence,
    TimeToResponse: plot_time_to_response,
    WeeklyProgress: plot_weekly_progress,
}


class Picture:
    """A chart with the sentence that says the same.

    Parameters
    ----------
    svg
        The drawing.
    sentence
        What it shows, in words.
    """

    def __init__(self, svg: str, sentence: str) -> None:
        self.svg = svg
        self.sentence = sentence

    def __repr__(self) -> str:
        """Say in words what the chart shows."""
        return self.sentence

    def _repr_html_(self) -> str:
        return (
            f'<div class="infoviz-view"><style>{stylesheet()}</style>{figured(self.svg, self.sentence)}</div>'
        )


def chart(result: object) -> Picture:
    """Show a result as a chart in a notebook.

    Other than a bare figure it follows the notebook's light or dark theme and has a text alternative; as text it is the
    result's own sentence. To draw on Axes of your own, use the ``plot_…`` functions.

    Parameters
    ----------
    result
        What one of infoviz's statistics gives: a funnel, a rate, weekly progress and so on.

    Returns
    -------
    Picture
        Shown by a notebook as SVG.

    Raises
    ------
    NoChart
        There is no chart of such a thing.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> import infoviz
    >>> contacts = pd.DataFrame({"name": ["Ada"], "contacted_on": pd.to_datetime(["2026-11-02"])})
    >>> infoviz.chart(infoviz.weekly_progress(contacts, None, as_of=date(2026, 11, 8)))
    By 2026-11-08: no week is over yet; not counted, for want of a column: responded_on, met_on, thanked_on, response.
    """
    plot = PLOTS.get(type(result))
    if plot is None:
        raise NoChart(result, sorted(kind.__name__ for kind in PLOTS))
    axes = plot(result)
    figure = axes.get_figure(root=True)
    try:
        figure.draw_without_rendering()
        sentence = str(result)
        svg = svg_of(figure, f"Chart: {sentence}", f"chart{crc32(repr(result).encode()):08x}")
    finally:
        plt.close(figure)
    return Picture(svg, sentence)
