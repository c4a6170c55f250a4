"""The commands that read a tracker and tell, and the one that begins one."""

from datetime import date
from pathlib import Path
from typing import Any

import click

import infoviz
from infoviz import reporting
from infoviz.cli.options import Chosen, as_json, at_a_day, emit, file_argument, open_tracker
from infoviz.errors import NoPeople

NOTHING: dict[str, Any] = {
    "sheet": None, "header_row": None, "records": 0, "columns": {}, "unmapped": [], "problems": [], "doubts": [],
}  # fmt: skip


@click.command()
@file_argument
@at_a_day
@as_json
@click.option("--keep", is_flag=True, help="Keep --sheet and --column in a small file beside the tracker.")
def check(file: Path, sheet: str | None, columns: Chosen, as_of: date, json_: bool, keep: bool) -> None:
    """Say how FILE was understood: sheet, header, columns, problems, and what cannot be quite right."""
    try:
        tracker = open_tracker(file, sheet, columns)
    except NoPeople:
        if json_:
            emit(NOTHING)
        raise
    if keep:
        click.echo(f"Kept in {tracker.keep_mapping()}.", err=True)
    understood = tracker.check(as_of=as_of)
    doubts = infoviz.ask_problems(tracker.contacts, as_of=as_of)
    if json_:
        emit(understood.to_dict() | {"doubts": doubts.to_dict("records")})
    else:
        click.echo(reporting.check_text(tracker, understood, doubts))


@click.command()
@file_argument
@at_a_day
@as_json
@click.option(
    "--within",
    type=click.IntRange(min=1),
    default=28,
    show_default=True,
    help="Days an ask waits for an answer.",
)
def summary(file: Path, sheet: str | None, columns: Chosen, as_of: date, json_: bool, within: int) -> None:
    """Print the numbers: who was asked, who answered, and how often."""
    tracker = open_tracker(file, sheet, columns)
    result = infoviz.summary(tracker.contacts, as_of=as_of, within=within)
    if json_:
        emit(result.to_dict())
    else:
        click.echo(reporting.summary_text(tracker, result))


@click.command()
@file_argument
@at_a_day
@as_json
@click.option("--goal", type=click.IntRange(min=1), default=1, show_default=True, help="Interviews a week.")
def weekly(file: Path, sheet: str | None, columns: Chosen, as_of: date, json_: bool, goal: int) -> None:
    """Print the weekly table."""
    tracker = open_tracker(file, sheet, columns)
    result = infoviz.weekly_progress(tracker.contacts, tracker.events, as_of=as_of, goal=goal)
    if json_:
        emit(result.to_dict())
    else:
        click.echo(reporting.weekly_text(tracker, result))


@click.command()
@file_argument
@at_a_day
@as_json
def network(file: Path, sheet: str | None, columns: Chosen, as_of: date, json_: bool) -> None:
    """Print how the network grows and who introduced whom."""
    tracker = open_tracker(file, sheet, columns)
    result = infoviz.introductions(tracker.contacts, tracker.events, as_of=as_of)
    if json_:
        emit(result.to_dict())
    else:
        growth = infoviz.network_growth(tracker.contacts, tracker.events, as_of=as_of)
        click.echo(reporting.network_text(tracker, result, growth))


@click.command()
@file_argument
@at_a_day
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The page to write.  [default: FILE with _report.html]",
)
@click.option("--goal", type=click.IntRange(min=1), default=1, show_default=True, help="Interviews a week.")
def report(
    file: Path, sheet: str | None, columns: Chosen, as_of: date, output: Path | None, goal: int
) -> None:
    """Write the weekly report: one self-contained page to read, print or keep."""
    target = output or file.with_name(f"{file.stem}_report.html")
    with reporting.Progress(steps=reporting.STEPS + 2) as progress:
        tracker = open_tracker(file, sheet, columns)
        progress.step("read")
        page = infoviz.report(tracker, as_of=as_of, goal=goal)
        progress.step("counted")
        page.save(target, progress.step)
    click.echo(f"Wrote {target}.", err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def new(file: Path) -> None:
    """Begin a fresh tracker, FILE, with the sample's layout."""
    infoviz.new(file)
    click.echo(f"Wrote {file}. Open it in Excel or LibreOffice and enter the first person.", err=True)


COMMANDS = (check, summary, weekly, network, report, new)
