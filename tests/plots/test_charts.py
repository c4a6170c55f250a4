"""Every chart, for every tracker: no text covers another or is cut off, and nothing outside it is touched."""

from itertools import pairwise

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from infoviz.plots import plot_groups, plot_response_rate
from infoviz.plots.canvas import WIDTH
from infoviz.stats.asking.groups import compare
from infoviz.stats.asking.rates import yes_rate
from tests.plots.charts import ALL, CHARTS, result, tracker
from tests.plots.fiction import AS_OF
from tests.plots.ruler import faults, lightness, seen_texts

APART = 12  # steps of lightness between inks used side by side


@pytest.mark.parametrize(("chart", "name"), ALL)
def test_texts_keep_apart_on_a_figure_of_notebook_width(chart, name):
    ax = CHARTS[chart].draw(result(chart, name))
    assert ax.figure.get_figwidth() == WIDTH
    assert faults(ax.figure) == []


@pytest.mark.parametrize(("chart", "name"), ALL)
def test_texts_keep_apart_on_a_low_axes_that_nothing_lays_out(chart, name):
    figure = Figure(figsize=(7.4, 2.4))
    ax = figure.subplots()
    before = mpl.rcParams.copy()
    assert CHARTS[chart].draw(result(chart, name), ax=ax) is ax
    assert figure.axes == [ax]
    assert faults(figure) == []
    assert dict(mpl.rcParams) == dict(before)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("name", ["five people", "500 people", "awkward names"])
@pytest.mark.parametrize("chart", CHARTS)
def test_texts_keep_apart_on_a_low_axes_that_is_laid_out(chart, name):
    figure = Figure(figsize=(7.4, 2.4), layout="constrained")
    CHARTS[chart].draw(result(chart, name), ax=figure.subplots())
    assert faults(figure) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_two_charts_stand_side_by_side(chart):
    figure = Figure(figsize=(8, 3), layout="constrained")
    for ax in figure.subplots(1, 2):
        CHARTS[chart].draw(result(chart, "sixty people"), ax=ax)
    assert faults(figure) == []


@pytest.mark.parametrize(("chart", "name"), ALL)
def test_a_chart_tells_its_day(chart, name):
    texts = [text for text, _ in seen_texts(CHARTS[chart].draw(result(chart, name)).figure)]
    assert any(str(AS_OF) in text for text in texts)


@pytest.mark.parametrize("chart", CHARTS)
def test_a_day_without_room_is_left_out(chart):
    figure = Figure(figsize=(2.2, 2.4))
    CHARTS[chart].draw(result(chart, "500 people"), ax=figure.subplots())
    assert not any(text.startswith("as of") for text, _ in seen_texts(figure))


@pytest.mark.parametrize("chart", CHARTS)
def test_a_figure_is_opened_only_where_no_axes_is_handed_in(chart):
    ax = CHARTS[chart].draw(result(chart, "five people"))
    assert plt.get_fignums() == [ax.figure.number]


@pytest.mark.parametrize("chart", CHARTS)
def test_an_empty_tracker_is_told_in_a_sentence(chart):
    ax = CHARTS[chart].draw(result(chart, "nobody"))
    if chart == "asks needed":  # the saying "ten noes for every yes" is all that one knows
        return
    ((text, _),) = seen_texts(ax.figure)
    assert text.endswith(".")
    assert not ax.axison


@pytest.mark.parametrize("chart", CHARTS)
def test_what_the_legend_explains_differs_in_grey(chart):
    ax = CHARTS[chart].draw(result(chart, "500 people"))
    legend = ax.get_legend()
    if legend is None:
        return
    inks = []
    for handle in legend.legend_handles:
        face = handle.get_facecolor() if hasattr(handle, "get_facecolor") else None
        if handle.__class__.__name__ == "Line2D":
            face = handle.get_markerfacecolor() if handle.get_linestyle() == "None" else handle.get_color()
        elif not handle.get_fill():
            face = handle.get_edgecolor()
        rgb = mpl.colors.to_rgba(face)
        inks.append(to_hex([1 - rgb[3] * (1 - part) for part in rgb[:3]]))
    lights = sorted(lightness(ink) for ink in inks)
    assert all(b - a >= APART for a, b in pairwise(lights)), list(zip(inks, lights, strict=True))


@pytest.mark.parametrize("draw", [plot_response_rate, plot_groups])
@pytest.mark.parametrize("by", ["שיטה", "通道 $x$ ^_", "W" * 90, "🙂"])
def test_a_column_may_bear_any_name(draw, by):
    frame = tracker("names in every script").rename(columns={"channel": by})
    frame["response"] = ["yes" if place % 10 < 5 else "no" for place in range(len(frame))]
    frame["contacted_on"] = pd.Timestamp("2026-09-01")
    frame["responded_on"] = pd.Timestamp("2026-09-05")
    frame[by] = [("山田さくら", "محمد بن خالد")[place % 10 < 5] for place in range(len(frame))]
    outcome = (
        yes_rate(frame, as_of=AS_OF, by=by)
        if draw is plot_response_rate
        else compare(frame, as_of=AS_OF, by=by, outcome="yes")
    )
    figure = Figure(figsize=(7.4, 2.4))
    draw(outcome, ax=figure.subplots())
    assert faults(figure) == []


@pytest.mark.parametrize("chart", ["rates", "introductions"])
def test_every_letter_of_a_name_is_drawn(chart):
    """A letter that no font has would raise, for warnings are errors."""
    ax = CHARTS[chart].draw(result(chart, "names in every script"))
    assert any("Нина Воробьёва" in text for text, _ in seen_texts(ax.figure))
