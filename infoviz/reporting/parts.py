"""The sections of the page, each made from the findings that it speaks of."""

from collections.abc import Callable
from functools import partial

from infoviz.plots.activity import plot_activity
from infoviz.plots.forecast import plot_asks_needed
from infoviz.plots.funnel import plot_funnel
from infoviz.plots.groups import plot_groups
from infoviz.plots.growth import plot_network_growth, plot_new_contacts
from infoviz.plots.introductions import plot_introductions
from infoviz.plots.timing import plot_time_to_response
from infoviz.plots.weeks import plot_weekly_progress
from infoviz.reporting.drawing import draw_svg
from infoviz.reporting.findings import Findings
from infoviz.reporting.sections import Drawing, Section, Table, table
from infoviz.stats.asking.groups import Comparison
from infoviz.stats.facts.doubts import doubted
from infoviz.stats.wording import counted, percent, percents

WIDE = 7.4  # inches
LAST_WEEKS = 12
MOST_PROBLEMS = 50
MOST_INTRODUCERS = 15
MOST_GROUPS = 12
MOST_DIFFERENCES = 3
DRAWN = ("source", "channel", "template", "warmth", "hypothesis")
EVENED = (
    "Small groups swing by chance, so each rate stands twice: as it is, and evened out, drawn towards what all groups "
    "have in common the more, the fewer asks it has. Compare the evened-out ones."
)


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
    for make in _SECTIONS:
        section = make(found)
        progress(section.heading.lower())
        if section.sentences or section.drawings or section.tables or section.points:
            made.append(section)
    return made


def _weeks(found: Findings) -> Section:
    result = found.numbers.weekly
    if not result.weeks:
        return Section("Week by week", (str(result),))
    shown = result.weeks[-LAST_WEEKS:]
    chart = f"Chart: people asked and met in each of {counted(len(result.weeks), 'week')}, against the goal. {result}"
    svg = draw_svg(partial(plot_weekly_progress, result), chart, "weeks", WIDE, 3.3)
    names = ("asked", "responded", "yes", "no", "met", "thanked", "people")
    rows = [
        (
            week.week,
            week.begins.isoformat(),
            *(None if name in result.unknown else getattr(week, name) for name in names),
        )
        for week in reversed(shown)
    ]
    faint = [place for place, week in enumerate(reversed(shown)) if not week.complete]
    caption = (
        f"The last {counted(len(shown), 'week')}, newest first; a week that is not over is set in italics."
    )
    if str(result.undated):
        caption += f" In no week, for want of a date: {result.undated}."
    headers = ("week", "begins", "asked", "answered", "yes", "no", "met", "thanked", "new people")
    marks = {"asked": "Pale: asked. ", "met": "Dark: met. Dashed: the goal. "}
    words = "".join(said for name, said in marks.items() if name not in result.unknown)
    words += "Shaded: the week that is not over."
    drawing = Drawing(svg, words, table(caption, headers, rows, faint=faint))
    return Section("Week by week", (str(found.numbers.pace),), (drawing,))


def _answers(found: Findings) -> Section:
    summary, timing, forecast = found.numbers.summary, found.numbers.timing, found.numbers.forecast
    sentences = [str(result) for result in (summary.response_rate, summary.yes_rate, summary.yes_no_ratio)]
    drawings = []
    if summary.asked:
        funnel = found.numbers.funnel
        svg = draw_svg(partial(plot_funnel, funnel), f"Chart: {funnel}", "funnel", WIDE, 2.4)
        words = "People who came this far, of those asked. Some of the asks are still waiting for an answer."
        drawings.append(Drawing(svg, words))
    if not timing.reason:
        sentences.append(str(timing))
        svg = draw_svg(partial(plot_time_to_response, timing), f"Chart: {timing}", "timing", WIDE, 3.0)
        drawings.append(Drawing(svg, "How many asks have been answered by each day after the ask."))
    if not forecast.reason:
        sentences.append(str(forecast))
        svg = draw_svg(partial(plot_asks_needed, forecast), f"Chart: {forecast}", "forecast", WIDE, 2.8)
        drawings.append(
            Drawing(svg, f"How likely so many more asks are to bring {forecast.yeses} more yeses.")
        )
    return Section("Answers", tuple(sentences), tuple(drawings))


def _groups(found: Findings) -> Section:
    drawings, points = [], []
    for place, compared in enumerate(found.compared):
        if compared.by not in DRAWN or compared.reason:
            points.append(f"{compared.by.replace('_', ' ')}: {_verdict(compared)}")
            continue
        height = 1.6 + 0.36 * max(2, min(MOST_GROUPS, len(compared.groups)))
        svg = draw_svg(partial(plot_groups, compared), f"Chart: {compared}", f"by{place}", WIDE, height)
        drawings.append(Drawing(svg, _sentence(_verdict(compared)), _groups_table(compared)))
    return Section("Who answers", (EVENED,) if drawings else (), tuple(drawings), points=tuple(points))


def _verdict(compared: Comparison) -> str:
    """Say which differences stand, failing that how far the clearest one is from standing."""
    if compared.reason:
        return f"{compared.reason}."
    standing = [pair for pair in compared.differences if pair.flagged]
    told = standing[:MOST_DIFFERENCES] or compared.differences[:1]
    more = f"; and {len(standing) - len(told)} more" if len(standing) > len(told) else ""
    if not told:
        return "only one group has a rate yet."
    return f"answers within {counted(compared.within, 'day')}, {'; '.join(map(str, told))}{more}."


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _groups_table(compared: Comparison) -> Table:
    rows = [
        (
            group.name,
            group.rate.asked,
            group.rate.achieved,
            _interval(group.rate.estimate, group.rate.low, group.rate.high) or group.rate.reason,
            _interval(group.shrunk, group.shrunk_low, group.shrunk_high) or "–",
        )
        for group in compared.groups
    ]
    word = compared.by.replace("_", " ")
    headers = (word, "asked", "answered so far", "raw rate, 95 % interval", "evened out")
    return table(f"Answers within {counted(compared.within, 'day')}, by {word}.", headers, rows)


def _interval(estimate: float | None, low: float | None, high: float | None) -> str:
    if estimate is None or low is None or high is None:
        return ""
    return f"{percent(estimate, low, high)} ({percents(low, high)})"


def _network(found: Findings) -> Section:
    growth, forest = found.numbers.growth, found.numbers.introductions
    drawings = []
    if growth.weeks:
        svg = draw_svg(partial(plot_network_growth, growth), f"Chart: {growth}", "growth", WIDE, 3.3)
        drawings.append(Drawing(svg, "People and organizations by the day of first contact."))
        svg = draw_svg(
            partial(plot_new_contacts, growth),
            "Chart: new people and organizations each week.",
            "new",
            WIDE,
            2.4,
        )
        drawings.append(Drawing(svg, "People and organizations met with for the first time, week by week."))
    if forest.introduced:
        svg = draw_svg(partial(plot_introductions, forest), f"Chart: {forest}", "forest", WIDE, 5.2)
        drawings.append(
            Drawing(svg, "Who introduced whom: each column is one introduction further from you.")
        )
    rows = [(person.name, person.introduced) for person in forest.introducers[:MOST_INTRODUCERS]]
    tables = (table("Who introduced you to most people.", ("introduced by", "people"), rows),) if rows else ()
    sentences = (str(growth), str(forest), *([] if forest.reason else [str(forest.reproduction)]))
    return Section("Your network", sentences, tuple(drawings), tables + _owed(found))


def _owed(found: Findings) -> tuple[Table, ...]:
    owed = found.numbers.introductions.promises.owed
    if not owed:
        return ()
    rows = [(promise.name, promise.by) for promise in owed[:MOST_INTRODUCERS]]
    more = f" (the first {MOST_INTRODUCERS} of {len(owed):,})" if len(owed) > MOST_INTRODUCERS else ""
    return (table(f"Introductions promised, and not yet among your contacts{more}.", ("to", "by"), rows),)


def _calendar(found: Findings) -> Section:
    result = found.numbers.activity
    if result.reason:
        return Section("On which days")
    svg = draw_svg(partial(plot_activity, result), f"Chart: {result}", "activity", WIDE, 2.4)
    return Section(
        "On which days", (str(result),), (Drawing(svg, "The darker, the more happened on that day."),)
    )


def _claims(found: Findings) -> Section:
    rows = [(claim.claim, str(claim.verdict), claim.reason) for claim in found.numbers.claims.claims]
    caption = "Rules of the practice, held against your own data."
    listed = table(caption, ("the practice says", "verdict", "because"), rows)
    return Section("The rules on trial", tables=(listed,))


def _unknown(found: Findings) -> Section:
    summary = found.numbers.summary
    points = [f"{name}: {reason}" for name, reason in summary.missing.items()]
    points += [
        f"{name}: {result.reason}"
        for name, result in (
            ("response rate", summary.response_rate),
            ("yes rate", summary.yes_rate),
            ("yes : no", summary.yes_no_ratio),
            ("time to an answer", found.numbers.timing),
            ("asks still needed", found.numbers.forecast),
            ("weekly progress", found.numbers.weekly),
            ("network growth", found.numbers.growth),
            ("introductions", found.numbers.introductions),
        )
        if result.reason
    ]
    return Section("What could not be computed, and why", points=tuple(points))


def _problems(found: Findings) -> Section:
    sentences = [] if found.problems else ["Every cell of the columns used here was understood."]
    if found.unmapped:
        sentences.append(f"Columns kept as they are: {', '.join(found.unmapped)}.")
    tables = []
    if found.problems:
        rows = [
            (f"{one['sheet']}!{one['cell']}", one["value"], one["expected"])
            for one in found.problems[:MOST_PROBLEMS]
        ]
        cells = counted(len(found.problems), "cell")
        caption = f"{cells} could not be understood, or lie ahead{_more(len(found.problems))}"
        tables.append(table(caption, ("cell", "what it says", "expected"), rows))
    doubts = found.numbers.doubts
    if len(doubts):
        columns = ["row", "name", "problem", "detail"]
        rows = list(doubts[columns].head(MOST_PROBLEMS).astype(str).itertuples(index=False, name=None))
        caption = f"{doubted(doubts)}: what cannot be quite right still counts{_more(len(doubts))}"
        tables.append(table(caption, columns, rows))
    alike = found.numbers.growth.possible_duplicates
    if alike:
        rows = [
            (", ".join(one.names), ", ".join(str(row) for row in one.rows), one.same)
            for one in alike[:MOST_PROBLEMS]
        ]
        caption = f"{counted(len(alike), 'time')} the same person may stand there twice; each row is counted"
        tables.append(table(f"{caption}{_more(len(alike))}", ("names", "rows", "same"), rows))
    return Section("How the tracker was read", tuple(sentences), (), tuple(tables))


def _more(listed: int) -> str:
    return f" (the first {MOST_PROBLEMS} of them)." if listed > MOST_PROBLEMS else "."


_SECTIONS = (_weeks, _answers, _groups, _network, _calendar, _claims, _unknown, _problems)
STEPS = len(_SECTIONS)
