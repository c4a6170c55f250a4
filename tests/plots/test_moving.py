"""A chart that is moved to another result shows what one drawn anew would show."""

from dataclasses import replace
from datetime import timedelta

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes

from infoviz.plots.growth import move_network_growth, plot_network_growth
from infoviz.plots.weeks import move_weekly_progress, plot_weekly_progress
from infoviz.stats.people.growth import network_growth
from infoviz.stats.weekly.weeks import weekly_progress
from tests.plots.fiction import AS_OF, contacts

FRAME = contacts(200, 30)
PARTS = [FRAME[FRAME["channel"] == name] for name in FRAME["channel"].unique()]
MOVING = {
    "weeks": (weekly_progress, plot_weekly_progress, move_weekly_progress),
    "growth": (network_growth, plot_network_growth, move_network_growth),
}


def shapes(ax: Axes) -> list[list[list[float]]]:
    """Corners of every patch and line."""
    paths = [patch.get_transform().transform_path(patch.get_path()).vertices for patch in ax.patches]
    return [np.round(path, 6).tolist() for path in paths] + [line.get_xydata().tolist() for line in ax.lines]


def words(ax: Axes) -> list[str]:
    legend = ax.get_legend()
    return [] if legend is None else [text.get_text() for text in legend.get_texts()]


def over_all_weeks(compute, part):
    """A part's result, with empty weeks before its first so that it has the weeks of the whole."""
    whole, some = compute(FRAME, as_of=AS_OF), compute(part, as_of=AS_OF)
    missing = whole.weeks[: len(whole.weeks) - len(some.weeks)]
    empty = tuple(type(week)(week.week, week.begins, week.complete, *[0] * 8) for week in missing)
    return whole, replace(some, weeks=(*empty, *some.weeks))


@pytest.mark.parametrize("name", MOVING)
@pytest.mark.parametrize("part", range(len(PARTS)))
def test_moved_is_as_drawn(name, part):
    compute, plot, move = MOVING[name]
    whole, some = over_all_weeks(compute, PARTS[part])
    moved, drawn = (plt.subplots(layout="none")[1] for _ in range(2))
    plot(whole, ax=moved)
    assert move(some, ax=moved)
    plot(some, ax=drawn)
    drawn.set_position(moved.get_position())
    assert shapes(moved) == shapes(drawn)
    assert words(moved) == words(drawn)
    assert moved.get_ylim() == drawn.get_ylim()


@pytest.mark.parametrize("name", MOVING)
def test_a_chart_of_other_weeks_is_left_alone(name):
    compute, plot, move = MOVING[name]
    whole, other = compute(FRAME, as_of=AS_OF), compute(contacts(20, 5), as_of=AS_OF)
    ax = plot(whole)
    before = shapes(ax)
    assert not move(other, ax=ax)
    assert not move(compute(FRAME.head(0), as_of=AS_OF), ax=ax)
    assert shapes(ax) == before
    assert not move(whole, ax=plot(compute(FRAME.head(0), as_of=AS_OF)))


def test_areas_without_organizations_do_not_take_lines_with_them():
    whole = network_growth(FRAME, as_of=AS_OF)
    alone = network_growth(FRAME.drop(columns="organization"), as_of=AS_OF)
    assert not move_network_growth(alone, ax=plot_network_growth(whole))
    assert not move_network_growth(whole, ax=plot_network_growth(alone))
    assert move_network_growth(alone, ax=plot_network_growth(alone))


@pytest.mark.parametrize("name", MOVING)
def test_a_moved_chart_tells_its_new_day(name):
    compute, plot, move = MOVING[name]
    later = AS_OF + timedelta(days=1)  # of the same week
    ax = plot(compute(FRAME, as_of=AS_OF))
    assert move(compute(FRAME, as_of=later), ax=ax)
    assert [text.get_text() for text in ax.texts] == [f"as of {later}"]
