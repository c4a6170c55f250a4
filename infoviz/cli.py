"""The command line: parse, call the library, print.

With ``--json`` exactly one JSON document goes to standard output; messages go to standard error. Exit
codes: 0 done, 1 the input is at fault, 2 the call is.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

import infoviz
from infoviz import reporting
from infoviz.errors import InfovizError, NoPeople, UnknownField

NOTHING: dict[str, Any] = {
    "sheet": None, "header_row": None, "records": 0, "columns": {}, "unmapped": [], "problems": [],
}  # fmt: skip
Chosen = tuple[tuple[str, str], ...]


class Refusal(click.ClickException):
    """A sentence of the library's, printed as it is."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the sentence on standard error."""
        click.echo(f"infoviz: {self.message}", err=True, file=file)


class Commands(click.Group):
    """The commands; whatever the library refuses becomes one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except UnknownField as error:
            raise click.UsageError(str(error)) from error
        except InfovizError as error:
            raise Refusal(str(error)) from error


DAY = click.DateTime(["%Y-%m-%d"])


def as_day(ctx: click.Context, param: click.Parameter, value: datetime) -> date:
    """Take the day of what click has parsed."""
    return value.date()


def as_choices(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> Chosen:
    """Split each FIELD=HEADER at its first equals sign."""
    for given in value:
        if "=" not in given:
            raise click.BadParameter(f"“{given}” has no “=”: write for example name=“Full name”.", ctx, param)
    return tuple(
        (field.strip(), header.strip()) for field, _, header in (given.partition("=") for given in value)
    )


def today() -> str:
    """Read the clock: the local calendar day."""
    return date.today().isoformat()  # noqa: DTZ011  a tracker's dates are local calendar dates


def file_argument(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command FILE, --sheet and --column."""
    command = click.option(
        "--column", "columns", metavar="FIELD=HEADER", multiple=True, callback=as_choices,
        help="Read FIELD from the column with this header; may be given again.",
    )(command)  # fmt: skip
    command = click.option("--sheet", metavar="NAME", help="The sheet with the people.")(command)
    return click.argument("file", type=click.Path(path_type=Path))(command)


def at_a_day(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --as-of."""
    words = "Look at the tracker as on this day.  [default: today]"
    return click.option(
        "--as-of", type=DAY, default=today, callback=as_day, metavar="YYYY-MM-DD", help=words
    )(command)


def as_json(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --json."""
    return click.option("--json", "json_", is_flag=True, help="Print one JSON document.")(command)


def open_tracker(file: Path, sheet: str | None, columns: Chosen) -> infoviz.Tracker:
    """Load the tracker as the options say."""
    chosen: dict[str, Any] = {}
    for field, header in columns:
        chosen[field] = [*chosen.get(field, []), header]
    chosen = {field: headers[0] if len(headers) == 1 else headers for field, headers in chosen.items()}
    return infoviz.load(file, sheet=sheet, columns=chosen or None)


def emit(document: dict[str, Any]) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(document, indent=2, allow_nan=False))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="infoviz")
def main() -> None:
    """Your informational interviews, from your own spreadsheet, honestly counted.

    Point a command at the tracker you already have: xlsx, xlsm or csv, or ods, xls, xlsb to read only.
    """


@main.command()
@file_argument
@at_a_day
@as_json
@click.option("--keep", is_flag=True, help="Keep --sheet and --column in a small file beside the tracker.")
def check(file: Path, sheet: str | None, columns: Chosen, as_of: date, json_: bool, keep: bool) -> None:
    """Say how FILE was understood: sheet, header, columns, problems."""
    try:
        tracker = open_tracker(file, sheet, columns)
    except NoPeople:
        if json_:
            emit(NOTHING)
        raise
    if keep:
        click.echo(f"Kept in {tracker.keep_mapping()}.", err=True)
    understood = tracker.check(as_of=as_of)
    if json_:
        emit(understood.to_dict())
    else:
        click.echo(reporting.check_text(tracker, understood))


@main.command()
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


@main.command()
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


@main.command()
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


@main.command()
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
    with reporting.Progress(steps=reporting.STEPS + 1) as progress:
        tracker = open_tracker(file, sheet, columns)
        progress.step("read")
        page = infoviz.report(tracker, as_of=as_of, goal=goal, progress=progress.step)
    target = output or file.with_name(f"{file.stem}_report.html")
    page.save(target)
    click.echo(f"Wrote {target}.", err=True)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
def new(file: Path) -> None:
    """Begin a fresh tracker, FILE, with the sample's layout."""
    infoviz.new(file)
    click.echo(f"Wrote {file}. Open it in Excel or LibreOffice and enter the first person.", err=True)
