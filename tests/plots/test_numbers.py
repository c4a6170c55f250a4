"""What a chart shows is what its result says: bars, lines and dots agree with the numbers."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch

from infoviz.plots.activity import STEPS
from infoviz.plots.canvas import DARK, LIGHT, WARM, heights_of
from infoviz.plots.growth import move_network_growth, plot_network_growth
from infoviz.plots.timing import plot_time_to_response
from infoviz.plots.weeks import move_weekly_progress, plot_weekly_progress
from infoviz.stats.asking.timing import time_to_response
from infoviz.stats.people.growth import network_growth
from infoviz.stats.weekly.weeks import weekly_progress
from infoviz.stats.wording import roughly, supported
from tests.plots.charts import CHARTS, TRACKERS, result
from tests.plots.fiction import AS_OF
from tests.plots.ruler import seen_texts

PEOPLE = [name for name in TRACKERS if name not in {"nobody", "no columns", "answers without dates"}]
MANY = ["sixty people", "500 people", "500 people over 150 weeks"]


def drawn(chart: str, name: str) -> Axes:
    ax = Figure(figsize=(7.4, 5), layout="constrained").subplots()
    return CHARTS[chart].draw(result(chart, name), ax=ax)


def heights(ax: Axes, ink: str) -> list[float]:
    drawn = [
        patch for patch in ax.patches if isinstance(patch, StepPatch) and to_hex(patch.get_facecolor()) == ink
    ]
    return [height for steps in drawn for height in heights_of(steps)]


def lines(ax: Axes) -> list[np.ndarray]:
    return [np.array(line.get_xydata()) for line in ax.lines]


@pytest.mark.parametrize("name", PEOPLE)
def test_bars_of_weeks_are_asked_and_met(name):
    weeks = result("weeks", name).weeks[-53:]
    ax = drawn("weeks", name)
    assert heights(ax, LIGHT) == [week.asked for week in weeks]
    assert heights(ax, DARK) == [week.met for week in weeks]
    assert ax.lines[0].get_ydata()[0] == 1
    assert drawn("weeks with a goal of 12", name).lines[0].get_ydata()[0] == 12
    hatched = [bar.get_height() for bar in ax.patches if bar.get_hatch()]  # the week that is not over
    assert hatched == [weeks[-1].asked, weeks[-1].met]


def test_bars_of_weeks_claim_no_interviews_where_none_is_known():
    frame = pd.DataFrame({"name": ["Ana"], "contacted_on": ["2026-11-02"]})
    asked, both = (
        weekly_progress(each, as_of=AS_OF) for each in (frame, frame.assign(met_on=["2026-11-03"]))
    )
    ax = plot_weekly_progress(asked, ax=Figure().subplots())
    assert (heights(ax, LIGHT), heights(ax, DARK)) == ([1, 0, 0], [])
    assert not ax.lines  # no goal is missed
    assert "not known" in ax.get_title(loc="left").replace("\n", " ")
    assert move_weekly_progress(asked, ax=ax)
    assert not move_weekly_progress(both, ax=ax)
    assert not move_weekly_progress(asked, ax=plot_weekly_progress(both, ax=Figure().subplots()))
    thanked = weekly_progress(frame.rename(columns={"contacted_on": "thanked_on"}), as_of=AS_OF)
    assert not plot_weekly_progress(thanked, ax=Figure().subplots()).patches


@pytest.mark.parametrize("name", PEOPLE)
def test_bars_of_the_new_are_people_and_organizations(name):
    weeks = result("new", name).weeks[-53:]
    ax = drawn("new", name)
    assert heights(ax, LIGHT) == [week.new_people for week in weeks]
    known = result("new", name).organizations is not None
    assert heights(ax, WARM) == ([week.new_organizations for week in weeks] if known else [])


@pytest.mark.parametrize("name", PEOPLE)
def test_areas_of_growth_stack_up_to_the_people(name):
    weeks = result("growth", name).weeks
    ax = drawn("growth", name)
    steps = [patch.get_data() for patch in ax.patches]
    warm, cold, unmet = (step.values - step.baseline for step in steps[:3])
    assert warm.tolist() == [week.warm for week in weeks]
    assert cold.tolist() == [week.cold for week in weeks]
    assert unmet.tolist() == [week.people - week.warm - week.cold for week in weeks]
    rest = [step.values.tolist() for step in steps[3:]]
    assert [week.people for week in weeks] in rest
    known = result("growth", name).organizations is not None
    assert ([week.organizations for week in weeks] in rest) == known


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"met_on": ["2026-11-02", None]}, "not in touch yet: 1"),
        ({"status": ["Met", "Asked"], "met": [True, False]}, "not known to be in touch: 2"),
    ],
)
def test_the_rest_of_the_growth_are_those_never_in_touch_not_those_never_met(columns, words):
    frame = pd.DataFrame({"name": ["Ana", "Ben"], "contacted_on": ["2026-11-02"] * 2, **columns})
    growth = network_growth(frame, as_of=AS_OF)
    ax = plot_network_growth(growth, ax=Figure().subplots())
    assert move_network_growth(growth, ax=ax)
    assert ax.get_legend().get_texts()[-1].get_text() == words


@pytest.mark.parametrize("name", [*PEOPLE, "answers without dates"])
def test_bars_of_the_funnel_are_its_steps(name):
    steps = result("funnel", name).steps
    ax = drawn("funnel", name)
    assert [bar.get_width() for bar in ax.patches] == [step.count or 0 for step in steps]
    texts = [text for text, _ in seen_texts(ax.figure)]
    for step in steps:
        words = f"not known: {step.reason}" if step.count is None else f"{step.count:,}"
        assert any(text.startswith(words) for text in texts)


@pytest.mark.parametrize("name", MANY)
def test_squares_of_the_calendar_are_as_dark_as_the_day_was_busy(name):
    activity = result("activity", name)
    ax = drawn("activity", name)
    shown = ax.collections[0].get_array()
    totals = activity.totals[-53:].T
    assert shown.shape == totals.shape
    assert (shown.compressed() == totals[~shown.mask]).all()
    assert totals[shown.mask].sum() == 0
    assert shown.mask[:, -1].tolist() == [day > activity.as_of.weekday() for day in range(7)]
    inks = [to_hex(ink) for ink in ax.collections[0].to_rgba(np.array([0, totals.max()]))]
    assert inks == [STEPS[0], STEPS[min(totals.max(), 4)]]


@pytest.mark.parametrize("name", [*MANY, "names in every script", "awkward names"])
def test_rows_of_rates_are_estimates_on_their_intervals(name):
    rates = [rate for _, rate in result("rates", name).rates][:12]
    ax = drawn("rates", name)
    given = [rate for rate in reversed(rates) if rate.estimate is not None]
    pairs = lines(ax)
    assert [pair[:, 0].tolist() for pair in pairs[::2]] == [[rate.low, rate.high] for rate in given]
    assert [dot[0, 0] for dot in pairs[1::2]] == [rate.estimate for rate in given]
    counts = [label.get_text().rpartition("(")[2] for label in ax.get_yticklabels()]
    assert counts == [f"{rate.asked:,})" for rate in rates]


@pytest.mark.parametrize("name", [*MANY, "names in every script", "awkward names"])
def test_rows_of_groups_are_raw_and_evened_out(name):
    groups = result("groups", name).groups[:12]
    points = lines(drawn("groups", name))
    given = [group for group in reversed(groups) if group.shrunk is not None]
    assert [pair[:, 0].tolist() for pair in points[::4]] == [
        [group.rate.low, group.rate.high] for group in given
    ]
    assert [dot[0, 0] for dot in points[1::4]] == [group.rate.estimate for group in given]
    assert [pair[:, 0].tolist() for pair in points[2::4]] == [[g.shrunk_low, g.shrunk_high] for g in given]
    assert [dot[0, 0] for dot in points[3::4]] == [group.shrunk for group in given]


@pytest.mark.parametrize("name", MANY)
@pytest.mark.parametrize("chart", ["incidence", "answers"])
def test_curves_pass_through_the_estimates(chart, name):
    rate = result(chart, name)
    ax = drawn(chart, name)
    thick = [line for line in ax.lines if line.get_linewidth() == 1.9]
    assert len(thick) == len(rate.curve.causes)
    for cause, line in zip(rate.curve.causes, thick, strict=True):
        assert f"({rate.curve.ended[rate.curve.causes.index(cause)].sum():,})" in line.get_label()
        for day in (1, 7, rate.within):
            last = np.searchsorted(line.get_xdata(), day, side="right") - 1
            assert line.get_ydata()[last] == pytest.approx(rate.curve.at(day, cause)[0], abs=1e-12)


@pytest.mark.parametrize("name", MANY)
def test_numbers_at_risk_stand_below_the_days(name):
    curve = result("incidence", name).curve
    ax = drawn("incidence", name)
    ax.figure.canvas.draw()
    for tick, label in zip(ax.get_xticks(), ax.get_xticklabels(), strict=True):
        day, _, followed = label.get_text().partition("\n")
        assert float(day) == tick
        later = curve.at_risk[curve.days >= tick]
        assert followed == f"{later[0] if len(later) else 0:,}"


def test_the_curve_of_answers_ends_where_five_asks_are_old_enough():
    days = ["2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-11-02"]
    frame = pd.DataFrame({"contacted_on": days, "responded_on": ["2026-05-04", *[None] * 4]})
    timing = time_to_response(frame, as_of=AS_OF)
    ax = plot_time_to_response(timing, ax=Figure().subplots())
    assert timing.horizon == ax.get_xlim()[1] == 16
    assert all(line.max() <= 16 for line in (line.get_xdata() for line in ax.lines))
    older = plot_time_to_response(time_to_response(frame, as_of=AS_OF, within=14), ax=Figure().subplots())
    assert older.get_xlim()[1] >= 14
    today = frame.assign(contacted_on=[*days[:4], "2026-11-18"])
    empty = plot_time_to_response(time_to_response(today, as_of=AS_OF), ax=Figure().subplots())
    assert "No curve yet" in empty.texts[0].get_text()


@pytest.mark.parametrize("name", MANY)
def test_marks_stand_where_half_and_nine_in_ten_have_answered(name):
    timing = result("timing", name)
    marks = [line.get_xdata()[0] for line in drawn("timing", name).lines if line.get_marker() in {"o", "D"}]
    assert marks == [timing.of_those_who_reply[1].day, timing.most.day]


@pytest.mark.parametrize("name", ["nobody", *MANY])
def test_dots_stand_at_the_asks_needed(name):
    needed = result("asks needed", name)
    dots = [
        line.get_xydata()[0].tolist() for line in drawn("asks needed", name).lines if line.get_marker() == "o"
    ]
    assert dots == [[asks, level] for level, asks in needed.quantiles]
    texts = [text for text, _ in seen_texts(drawn("asks needed", name).figure)]
    assert any(f"within {needed.within} days" in text for text in texts)
    for level, asks in needed.quantiles:
        assert f"{100 * level:.0f} % with {roughly(asks)}" in texts
    for level, asks in needed.quantiles:
        assert needed.chance(asks) >= level - 1e-9 > needed.chance(asks - 1)


@pytest.mark.parametrize("name", MANY)
def test_the_pace_lies_on_its_limits(name):
    pace = result("pace", name)
    ax = drawn("pace", name)
    goal, interval, dot = (line.get_xdata() for line in ax.lines)
    assert goal[0] == pace.goal
    assert list(interval) == [pace.low, pace.high]
    assert dot[0] == pace.estimate
    number, low, high = supported(pace.estimate, pace.low, pace.high)
    assert f"{number} a week ({low} to {high})" in ax.get_yticklabels()[0].get_text()
    assert [bar.get_width() for bar in ax.patches] == [pace.this_week.met]


@pytest.mark.parametrize("name", ["five people", *MANY])
def test_every_mark_of_the_forest_tells_who_was_met(name):
    from infoviz.plots.forest import Tree, lay_out
    from infoviz.plots.introductions import MOST_COLUMNS, MOST_ROWS

    found = result("introductions", name)
    ax = CHARTS["introductions"].draw(found)
    layout = lay_out(Tree.of([member.introducer for member in found.members]), MOST_ROWS, MOST_COLUMNS)
    marks = sorted(
        (x, row, to_rgba(line.get_markerfacecolor()), line.get_fillstyle())
        for line in ax.lines
        if line.get_marker() == "o"
        for x, row in line.get_xydata().tolist()
    )
    spots = sorted(layout.spots, key=lambda spot: (spot.column, spot.row))
    for (_, row, face, style), spot in zip(marks, spots, strict=True):
        met = {found.members[person].met for person in spot.people}
        assert row == spot.row
        assert (face == to_rgba(DARK)) == (True in met)
        assert (style == "left") == (len(met) == 2)
