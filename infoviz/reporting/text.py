"""The same numbers as lines of text, for a terminal."""

from collections.abc import Sequence
from datetime import date

from infoviz.stats.growth import NetworkGrowth
from infoviz.stats.introductions import Introductions
from infoviz.stats.summary import Summary
from infoviz.stats.weeks import WeeklyProgress
from infoviz.stats.wording import counted, percent, percents
from infoviz.tracker import Check, Tracker

MOST_PROBLEMS = 20


def day(when: date) -> str:
    """Write a date in words, such as ``20 November 2026``."""
    return f"{when.day} {when:%B %Y}"


def headline(summary: Summary) -> str:
    """Say in plain words how it is going."""
    if summary.asked is None:
        return (
            f"There are {counted(summary.people, 'person', 'people')} in this tracker. Whom you asked cannot be told: "
            f"{summary.missing['asked']}."
        )
    if not summary.asked:
        return f"There are {counted(summary.people, 'person', 'people')} in this tracker, and you have asked nobody yet."
    told = [
        f"{getattr(summary, name):,} {words}"
        for name, words in (("answered", "answered"), ("yes", "said yes"), ("met", "you have met"))
        if getattr(summary, name) is not None
    ]
    text = f"You have asked {counted(summary.asked, 'person', 'people')}"
    if told:
        text += f": {', '.join(told)}"
    rate = summary.response_rate
    if rate.estimate is None or rate.low is None or rate.high is None:
        return f"{text}. How likely an answer is cannot be said yet: {rate.reason}."
    return (
        f"{text}. An ask gets an answer within {rate.within} days in about {percent(rate.estimate, rate.low, rate.high)} "
        f"of cases (likely between {percents(rate.low, rate.high).replace(' to ', ' and ')}; {counted(rate.asked, 'ask')})."
    )


def summary_text(tracker: Tracker, summary: Summary) -> str:
    """Write the numbers of ``infoviz summary``."""
    rows = [
        (name, summary.missing[name] if getattr(summary, name) is None else f"{getattr(summary, name):,}")
        for name in (
            "people", "organizations", "asked", "answered", "yes", "no", "other", "bounced", "withdrawn",
            "waiting", "silent", "met", "thanked",
        )
    ]  # fmt: skip
    counts = [
        f"  {name:<14}{value:>6}" if value[0].isdigit() else f"  {name:<14}     – ({value})"
        for name, value in rows
    ]
    sentences = [f"  {rate}" for rate in (summary.response_rate, summary.yes_rate, summary.yes_no_ratio)]
    problems = len(tracker.problems)
    notes = (
        [f"  {counted(problems, 'cell')} could not be understood: “infoviz check” lists them."]
        if problems
        else []
    )
    head = f"{tracker.path.name}, as of {day(summary.as_of)}"
    return "\n".join([head, "", headline(summary), "", *counts, "", *sentences, *notes])


def weekly_text(tracker: Tracker, result: WeeklyProgress) -> str:
    """Write the table of ``infoviz weekly``."""
    head = f"{tracker.path.name}: {result}"
    if not result.weeks:
        return head
    headers = (
        "week",
        "begins",
        "asked",
        "responded",
        "yes",
        "no",
        "met",
        "thanked",
        "people",
        "organizations",
    )
    rows = [
        [week.week, week.begins.isoformat(), *(str(getattr(week, name)) for name in headers[2:]), "" if week.complete else "so far"]
        for week in result.weeks
    ]  # fmt: skip
    return "\n".join([head, "", *columns((*headers, ""), rows)])


def network_text(tracker: Tracker, result: Introductions, growth: NetworkGrowth) -> str:
    """Write what ``infoviz network`` says."""
    lines = [f"{tracker.path.name}: {growth}", str(result)]
    if result.introducers:
        rows = [[person.name, f"{person.introduced:,}"] for person in result.introducers]
        lines += ["", *columns(("who introduced", "how many"), rows)]
    return "\n".join(lines)


def check_text(tracker: Tracker, understood: Check) -> str:
    """Write how a tracker was understood."""
    where = f"sheet “{understood.sheet}”, header in row {understood.header_row}"
    lines = [f"{tracker.path.name}: {where}, {counted(understood.records, 'record')}", ""]
    mapped = tracker.columns[tracker.columns["field"].notna()]
    rows = [
        [str(row.header), "→", str(row.field), f"{row.confidence:.0%}", str(row.reason)]
        for row in mapped.itertuples()
    ]
    lines += columns(("your column", "", "is read as", "sure", "because"), rows)
    if understood.unmapped:
        lines += ["", f"Kept as they are: {', '.join(understood.unmapped)}."]
    problems = understood.problems
    if len(problems):
        lines += ["", f"{counted(len(problems), 'cell')} could not be understood:"]
        shown = problems.head(MOST_PROBLEMS)
        lines += [
            f"  {row.sheet}!{row.cell}: “{row.value}”; expected {row.expected}" for row in shown.itertuples()
        ]
        if len(problems) > len(shown):
            lines.append(f"  … and {len(problems) - len(shown):,} more (--json lists them all)")
    else:
        lines += ["", "Every cell was understood."]
    return "\n".join(lines)


def columns(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Set rows of text in columns; numbers flush right."""
    table = [list(headers), *(list(row) for row in rows)]
    widths = [max(len(row[place]) for row in table) for place in range(len(headers))]
    right = [all(row[place].replace(",", "").isdigit() for row in rows) for place in range(len(headers))]
    return [
        "  ".join(
            cell.rjust(width) if flush else cell.ljust(width)
            for cell, width, flush in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in table
    ]
