"""The same numbers as lines of text, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from infoviz.stats.asking.sample import ONLY_WHETHER
from infoviz.stats.facts.doubts import ask_problems, doubted
from infoviz.stats.wording import counted, percent, percents

if TYPE_CHECKING:  # what a command does not compute it does not load
    import pandas as pd

    from infoviz.schema.reading.check import Check
    from infoviz.stats.asking.summary import Summary
    from infoviz.stats.people.growth import NetworkGrowth
    from infoviz.stats.people.introductions import Introductions
    from infoviz.stats.weekly.weeks import WeeklyProgress
    from infoviz.tracker import Tracker

MOST_PROBLEMS = 20
COUNTS = (
    "people", "organizations", "asked", "answered", "yes", "no", "other", "bounced", "withdrawn",
    "waiting", "silent", "met", "thanked",
)  # fmt: skip
WEEKLY = ("asked", "responded", "yes", "no", "met", "thanked", "people", "organizations")


def day(when: date) -> str:
    """Write a date in words, such as ``20 November 2026``."""
    return f"{when.day} {when:%B %Y}"


def headline(summary: Summary) -> str:
    """Say in plain words how it is going."""
    are = "is" if summary.people == 1 else "are"
    people = f"There {are} {counted(summary.people, 'person', 'people')} in this tracker"
    if summary.asked is None:
        return f"{people}. Whom you asked cannot be told: {summary.missing['asked']}."
    if not summary.asked:
        return f"{people}, and you have asked nobody yet."
    told = [
        f"{getattr(summary, name):,} {words}"
        for name, words in (("answered", "answered"), ("yes", "said yes"), ("met", "you have met"))
        if getattr(summary, name) is not None
        and not (name == "yes" and summary.yes_rate.reason == ONLY_WHETHER)
    ]
    text = f"You have asked {counted(summary.asked, 'person', 'people')}"
    if told:
        text += f": {', '.join(told)}"
    rate = summary.response_rate
    if rate.estimate is None or rate.low is None or rate.high is None:
        return f"{text}. How likely an answer is cannot be said yet: {rate.reason}."
    between = percents(rate.low, rate.high).replace(" to ", " and ")
    return (
        f"{text}. An ask gets an answer within {counted(rate.within, 'day')} in about "
        f"{percent(rate.estimate, rate.low, rate.high)} of cases "
        f"(likely between {between}; {counted(rate.asked, 'ask')})."
    )


def summary_text(tracker: Tracker, summary: Summary) -> str:
    """Write the numbers of ``infoviz summary``."""
    counts = [
        f"  {name:<14}     – ({summary.missing[name]})"
        if getattr(summary, name) is None
        else f"  {name:<14}{getattr(summary, name):>6,}"
        for name in COUNTS
    ]
    sentences = [f"  {rate}" for rate in (summary.response_rate, summary.yes_rate, summary.yes_no_ratio)]
    lines = [
        f"{tracker.path.name}, as of {day(summary.as_of)}",
        "",
        headline(summary),
        "",
        *counts,
        "",
        *sentences,
    ]
    doubts = ask_problems(tracker.contacts, as_of=summary.as_of)
    cells = f"{counted(len(tracker.problems), 'cell')} could not be understood"
    remarks = [cells] * bool(len(tracker.problems)) + [doubted(doubts)] * bool(len(doubts))
    if remarks:
        lines += ["", f"  {', '.join(remarks)}: “infoviz check” lists them."]
    return "\n".join(lines)


def weekly_text(tracker: Tracker, result: WeeklyProgress) -> str:
    """Write the table of ``infoviz weekly``."""
    head = f"{tracker.path.name}: {result}"
    if not result.weeks:
        return head
    unknown = result.unknown | (set() if "organization" in tracker.contacts else {"organizations"})
    rows = [
        [
            week.week,
            week.begins,
            *("–" if name in unknown else getattr(week, name) for name in WEEKLY),
            "" if week.complete else "so far",
        ]
        for week in result.weeks
    ]
    return "\n".join([head, "", columns(("week", "begins", *WEEKLY, ""), rows)])


def network_text(tracker: Tracker, result: Introductions, growth: NetworkGrowth) -> str:
    """Write what ``infoviz network`` says."""
    lines = [f"{tracker.path.name}: {growth}", str(result)]
    if result.reason is None:
        lines.append(str(result.reproduction))
    if result.introducers:
        rows = [[person.name, person.introduced] for person in result.introducers]
        lines += ["", columns(("who introduced", "how many"), rows)]
    return "\n".join(lines)


def check_text(tracker: Tracker, understood: Check, doubts: pd.DataFrame) -> str:
    """Write how a tracker was understood, and what about its asks and answers cannot be quite right."""
    where = f"sheet “{understood.sheet}”, header in row {understood.header_row}"
    lines = [f"{tracker.path.name}: {where}, {counted(understood.records, 'record')}", ""]
    mapped = tracker.columns[tracker.columns["field"].notna()]
    rows = [[row.header, "→", row.field, f"{row.confidence:.0%}", row.reason] for row in mapped.itertuples()]
    lines.append(columns(("your column", "", "is read as", "sure", "because"), rows))
    if understood.unmapped:
        lines += ["", f"Kept as they are: {', '.join(understood.unmapped)}."]
    problems = understood.problems
    if len(problems):
        lines += ["", f"{counted(len(problems), 'cell')} could not be understood, or lie ahead:"]
        shown = problems[:MOST_PROBLEMS]
        lines += [
            f"  {one['sheet']}!{one['cell']}: “{one['value']}”; expected {one['expected']}" for one in shown
        ]
        if len(problems) > len(shown):
            lines.append(f"  … and {len(problems) - len(shown):,} more (--json lists them all)")
    else:
        lines += ["", "Every cell was understood."]
    if len(doubts):
        lines += ["", f"{doubted(doubts)}, which count all the same:"]
        told = doubts[["row", "name", "problem", "detail"]].head(MOST_PROBLEMS)
        listed = told.itertuples(index=False, name=None)
        lines += [
            f"  row {row}, {name or 'no name'}: {problem} ({detail})" for row, name, problem, detail in listed
        ]
        if len(doubts) > MOST_PROBLEMS:
            lines.append(f"  … and {len(doubts) - MOST_PROBLEMS:,} more (--json lists them all)")
    return "\n".join(lines)


def columns(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Set rows in columns, letters as wide as the terminal shows them."""
    from tabulate import tabulate

    texts = [[str(cell) if isinstance(cell, date) else cell for cell in row] for row in rows]
    return tabulate(texts, headers=list(headers), tablefmt="plain")
