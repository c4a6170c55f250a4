"""The sections of the page, each made from the findings that it speaks of."""

from collections.abc import Callable
from functools import partial

from matplotlib.axes import Axes

from infoviz.plots.activity import plot_activity
from infoviz.plots.funnel import plot_funnel
from infoviz.plots.growth import plot_network_growth
from infoviz.plots.rates import plot_response_rate
from infoviz.plots.weeks import plot_weekly_progress
from infoviz.reporting.drawing import draw_svg
from infoviz.reporting.findings import Findings
from infoviz.reporting.sections import Drawing, Section, Table, table
from infoviz.stats.rate import GroupedRates
from infoviz.stats.wording import counted, percents

WIDE = 7.4  # inches
LAST_WEEKS = 12
MOST_PROBLEMS = 50
MOST_INTRODUCERS = 15


def sections(found: Findings, progress: Callable[[str], object]) -> list[Section]:
    """Make every section of the page.

    Parameters
    ----------
    found
        The results.
    progress
        Is told of each section done.

    Returns
    -------
    list of Section
        In reading order.
    """
    made = []
    for make in (_weeks, _answers, _groups, _network, _calendar, _unknown, _problems):
        section = make(found)
        progress(section.heading.lower())
        if section.sentences or section.drawings or section.tables or section.points:
            made.append(section)
    return made


def _weeks(found: Findings) -> Section:
    result = found.weekly
    if not result.weeks:
        return Section("Week by week", (str(result),))
    shown = result.weeks[-LAST_WEEKS:]
    svg = draw_svg(
        lambda ax: plot_weekly_progress(result, ax=ax),
        f"Chart: people asked and met in each of {counted(len(result.weeks), 'week')}, against the goal. {result}",
        "weeks", WIDE, 3.3,
    )  # fmt: skip
    rows = [
        (
            week.week, week.begins.isoformat(), week.asked, week.responded,
            week.yes, week.no, week.met, week.thanked, week.people,
        )
        for week in reversed(shown)
    ]  # fmt: skip
    faint = [place for place, week in enumerate(reversed(shown)) if not week.complete]
    caption = (
        f"The last {counted(len(shown), 'week')}, newest first; a week that is not over is set in italics."
    )
    headers = ("week", "begins", "asked", "answered", "yes", "no", "met", "thanked", "new people")
    drawing = Drawing(svg, "Pale: asked. Dark: met. Dashed: the goal. Shaded: the week that is not over.")
    return Section("Week by week", (str(result),), (drawing,), (table(caption, headers, rows, faint=faint),))


def _answers(found: Findings) -> Section:
    summary = found.summary
    svg = draw_svg(lambda ax: plot_funnel(found.funnel, ax=ax), f"Chart: {found.funnel}", "funnel", WIDE, 2.4)
    sentences = tuple(
        str(result) for result in (summary.response_rate, summary.yes_rate, summary.yes_no_ratio)
    )
    drawing = Drawing(
        svg, "People who came this far, of those asked. Some of the asks are still waiting for an answer."
    )
    return Section("Answers", sentences, (drawing,) if summary.asked else ())


def _groups(found: Findings) -> Section:
    drawings = []
    for place, rates in enumerate(found.by):
        word = rates.by.replace("_", " ")
        height = 1.2 + 0.34 * max(2, min(12, len(rates.rates)))
        svg = draw_svg(partial(_draw_rates, rates), f"Chart: {rates}", f"by{place}", WIDE, height)
        caption = f"By {word}: where intervals overlap, the difference may be chance."
        drawings.append(Drawing(svg, caption, _rates_table(rates, word)))
    return Section("Who answers", (), tuple(drawings))


def _draw_rates(rates: GroupedRates, ax: Axes) -> Axes:
    return plot_response_rate(rates, ax=ax)


def _rates_table(rates: GroupedRates, word: str) -> Table:
    rows = [
        (group, rate.asked, rate.achieved, _interval(rate.low, rate.high) or rate.reason)
        for group, rate in rates.rates
    ]
    return table(
        f"Answers within {rates.within} days, by {word}.",
        (word, "asked", "answered so far", "95 % interval"),
        rows,
    )


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else percents(low, high)


def _network(found: Findings) -> Section:
    growth, forest = found.growth, found.introductions
    sentences = (str(growth), str(forest))
    drawings: tuple[Drawing, ...] = ()
    if growth.weeks:
        svg = draw_svg(lambda ax: plot_network_growth(growth, ax=ax), f"Chart: {growth}", "growth", WIDE, 3.3)
        drawings = (Drawing(svg, "People and organizations by the day of first contact."),)
    shown = forest.introducers[:MOST_INTRODUCERS]
    rows = [(person.name, person.introduced) for person in shown]
    tables = (table("Who introduced you to most people.", ("introduced by", "people"), rows),) if rows else ()
    return Section("Your network", sentences, drawings, tables)


def _calendar(found: Findings) -> Section:
    result = found.activity
    if not found.weekly.weeks:
        return Section("On which days")
    svg = draw_svg(lambda ax: plot_activity(result, ax=ax), f"Chart: {result}", "activity", WIDE, 2.4)
    return Section(
        "On which days", (str(result),), (Drawing(svg, "The darker, the more happened on that day."),)
    )


def _unknown(found: Findings) -> Section:
    summary = found.summary
    points = [f"{name}: {reason}" for name, reason in summary.missing.items()]
    points += [
        f"{name}: {result.reason}"
        for name, result in (
            ("response rate", summary.response_rate),
            ("yes rate", summary.yes_rate),
            ("yes : no", summary.yes_no_ratio),
            ("weekly progress", found.weekly),
            ("network growth", found.growth),
            ("introductions", found.introductions),
        )
        if result.reason
    ]
    return Section("What could not be computed, and why", points=tuple(points))


def _problems(found: Findings) -> Section:
    problems = found.problems
    left = (f"Columns kept as they are: {', '.join(found.unmapped)}.",) if found.unmapped else ()
    if not problems:
        return Section(
            "How the tracker was read", ("Every cell of the columns used here was understood.", *left)
        )
    shown = problems[:MOST_PROBLEMS]
    rows = [(f"{one['sheet']}!{one['cell']}", one["value"], one["expected"]) for one in shown]
    more = len(problems) - len(shown)
    caption = f"{counted(len(problems), 'cell')} could not be understood" + (
        f"; {more:,} more are listed by “infoviz check”." if more else "."
    )
    return Section(
        "How the tracker was read", left, (), (table(caption, ("cell", "what it says", "expected"), rows),)
    )
