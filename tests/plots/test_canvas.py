"""The sheet under every chart: inks, headline, legend, and Axes that make room for their words."""

from itertools import combinations

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from infoviz.plots import curves, growth
from infoviz.plots.activity import STEPS
from infoviz.plots.canvas import (
    DARK,
    GREY,
    LIGHT,
    WARM,
    canvas,
    caption,
    empty,
    headline,
    rows_that_fit,
    settle,
)
from tests.plots.ruler import faults, lightness

APART = 12
SIDE_BY_SIDE = {
    "bars": (DARK, LIGHT),
    "bars and goal": (DARK, LIGHT, WARM),
    "raw and evened out": (DARK, GREY),
    "curves": tuple(ink for ink, _ in curves.STYLES),
    "areas": (DARK, growth.COLD, growth.UNTOUCHED),
    "calendar": STEPS,
}


@pytest.mark.parametrize("inks", SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE)
def test_inks_side_by_side_differ_in_grey(inks):
    for one, other in combinations(inks, 2):
        assert abs(lightness(one) - lightness(other)) >= APART


def test_the_calendar_grows_darker():
    lights = [lightness(ink) for ink in STEPS]
    assert lights == sorted(lights, reverse=True)


def test_lines_are_told_apart_without_any_ink():
    assert len({str(dashes) for _, dashes in curves.STYLES}) == len(curves.STYLES)


def test_an_axes_shrinks_until_its_words_are_inside():
    figure = Figure(figsize=(6, 3))
    ax = canvas(figure.subplots())
    ax.set_yticks([0, 1], ["a label that takes more than its margin", "b"])
    headline(
        ax,
        "A headline that takes two lines on so narrow a figure",
        [Patch(color=DARK, label="an entry")],
        beside=2.7,
    )
    caption(ax, "and a caption below it that takes two lines, too, for it is long enough", beside=2.7)
    assert faults(figure) != []
    settle(ax)
    assert faults(figure) == []


def test_a_layout_asked_for_later_still_moves_it():
    figure = Figure(figsize=(4, 2))
    ax = canvas(figure.subplots())
    ax.set_ylabel("words\nthat\ntake\nplenty of\nroom", fontsize=16)
    settle(ax)
    before = ax.get_position().bounds
    figure.tight_layout()
    assert ax.get_position().bounds != before


def test_an_axes_that_is_laid_out_is_left_alone():
    figure = Figure(figsize=(4, 2), layout="constrained")
    ax = figure.subplots()
    before = ax.get_position().bounds
    ax.set_ylabel("words\nthat\ntake\nplenty of\nroom", fontsize=16)
    settle(ax)
    assert ax.get_position().bounds == before


def test_rows_follow_the_height():
    low, high = Figure(figsize=(7, 2)).subplots(), Figure(figsize=(7, 8)).subplots()
    assert 1 <= rows_that_fit(low) < rows_that_fit(high)
    assert rows_that_fit(Figure(figsize=(7, 0.5)).subplots()) == 1


def test_an_empty_chart_says_why_within_its_figure():
    figure = Figure(figsize=(3, 1.5))
    empty(
        canvas(figure.subplots()),
        "There is nothing to show, for nobody has been asked and nothing has a date yet.",
    )
    assert faults(figure) == []


def test_a_legend_takes_as_many_rows_as_it_needs():
    for columns in (3, 5, 8):
        figure = Figure(figsize=(columns, 3))
        ax = canvas(figure.subplots())
        headline(ax, "Legend", [Patch(color=DARK, label=f"entry number {number}") for number in range(5)])
        settle(ax)
        assert faults(figure) == []


def test_a_new_figure_is_as_wide_as_a_notebook():
    ax = canvas(None, height=2.5)
    assert ax.figure.get_size_inches().tolist() == [7.2, 2.5]
    assert plt.get_fignums() == [ax.figure.number]
