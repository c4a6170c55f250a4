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
from infoviz.errors import InfovizError, NoBackup, NoPeople, UnknownEvent, UnknownField
from infoviz.workbook.backups import backups

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
        except (UnknownField, UnknownEvent) as error:
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


# ── writing back ──────────────────────────────────────────────────────────────────────────────────────────────────────


def as_values(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> Chosen:
    """Part fields from their values, at the first equals sign."""
    parted = [text.partition("=") for text in value]
    for name, equals, _ in parted:
        if not equals or name.strip() in ("", "row", "self", "outside_lists"):
            raise click.BadParameter(
                f"“{name}{equals}” is no FIELD=VALUE: write for example name=“Ada Example”."
            )
    return tuple((name.strip(), given) for name, _, given in parted)


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all that write have: --dry-run, --outside-lists, --override, --ignore-lock, --json."""
    for option, words in (
        ("--ignore-lock", "Save although Excel or LibreOffice seems to have FILE open."),
        ("--override", "Where another program has changed the same cell meanwhile, let this edit stand."),
        ("--dry-run", "Print the cells before and after, and write nothing."),
    ):
        command = click.option(option, is_flag=True, help=words)(command)
    return as_json(file_argument(command))


def shown(value: Any) -> str:
    """Give a cell's value as a line of text shows it."""
    return "empty" if value is None else f"“{plain(value)}”"


def plain(value: Any) -> Any:
    """Give a cell's value as JSON has it."""
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)


def write_back(tracker: infoviz.Tracker, row: int, saving: dict[str, Any], json_: bool) -> None:
    """Save the edits, unless it is a dry run, and print them."""
    cells = tracker.edits.drop(columns="row").to_dict("records")
    edits = [{**cell, "before": plain(cell["before"]), "after": plain(cell["after"])} for cell in cells]
    document: dict[str, Any] = {"row": row, "edits": edits, "saved": not saving.pop("dry_run")}
    if document["saved"]:
        receipt = tracker.save(**saving)
        document |= {
            "backup": None if receipt.backup is None else str(receipt.backup),
            "merged": list(receipt.merged),
            "warnings": list(receipt.warnings),
        }
    if json_:
        emit(document)
        return
    for cell in edits:
        click.echo(
            f"{cell['sheet']}!{cell['cell']}  {cell['field']}: {shown(cell['before'])} → {shown(cell['after'])}"
        )
    if not edits:
        click.echo("Nothing to change: the tracker says so already.", err=True)
    for warning in document.get("warnings", ()):
        click.echo(warning, err=True)
    if document.get("merged"):
        click.echo(
            f"Merged with what another program has changed: {', '.join(document['merged'])}.", err=True
        )
    if not document["saved"]:
        click.echo("A dry run: nothing was written.", err=True)
    elif edits:
        kept = f" The version before is {document['backup']}." if document["backup"] else ""
        click.echo(f"Saved {tracker.path}.{kept}", err=True)


OUTSIDE = click.option(
    "--outside-lists", is_flag=True, help="Take words that a drop-down list only warns of."
)  # fmt: skip
FIELDS = click.argument("fields", nargs=-1, required=True, callback=as_values, metavar="FIELD=VALUE...")


@main.command()
@writes
@OUTSIDE
@FIELDS
def add(
    file: Path,
    sheet: str | None,
    columns: Chosen,
    fields: Chosen,
    outside_lists: bool,
    json_: bool,
    **saving: bool,
) -> None:
    """Add somebody to FILE: infoviz add FILE name="Ada Example" contacted_on=2026-11-22."""
    tracker = open_tracker(file, sheet, columns)
    row = tracker.add(outside_lists=outside_lists, **dict[str, Any](fields))
    write_back(tracker, row, saving, json_)


@main.command()
@writes
@OUTSIDE
@click.argument("row", type=int)
@FIELDS
def edit(
    file: Path, row: int, sheet: str | None, columns: Chosen, fields: Chosen, outside_lists: bool, json_: bool,
    **saving: bool,
) -> None:  # fmt: skip
    """Change what FILE says in ROW, a row of the sheet: infoviz edit FILE 7 met_on=2026-11-22 notes=.

    Nothing behind the equals sign clears the cell.
    """
    tracker = open_tracker(file, sheet, columns)
    tracker.edit(row, outside_lists=outside_lists, **dict[str, Any](fields))
    write_back(tracker, row, saving, json_)


@main.command()
@writes
@click.option(
    "--on",
    type=DAY,
    default=today,
    callback=as_day,
    metavar="YYYY-MM-DD",
    help="The day on which it happened.  [default: today]",
)
@click.option(
    "--detail", default="", help="Of an answer which (yes, no, …), of an introduction by whom; any words."
)
@click.option("--add-log", is_flag=True, help="Begin a log sheet where there is none.")
@click.argument("row", type=int)
@click.argument("event", metavar="EVENT")
def log(
    file: Path, row: int, event: str, sheet: str | None, columns: Chosen, on: Any, detail: str, add_log: bool,
    json_: bool, **saving: bool,
) -> None:  # fmt: skip
    """Note in FILE that EVENT happened with the person in ROW.

    EVENT is one of asked, nudged, responded, scheduled, met, thanked, touched, introduced, acknowledged, noted.
    """
    tracker = open_tracker(file, sheet, columns)
    tracker.log(row, event, on=on, detail=detail, add_log=add_log)
    write_back(tracker, row, saving, json_)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--list", "list_", is_flag=True, help="List the versions that are kept, and bring none back.")
@click.option(
    "--version", type=click.IntRange(min=1), default=1, show_default=True, help="Which one; 1 is the last."
)
@click.option(
    "--ignore-lock", is_flag=True, help="Restore although Excel or LibreOffice seems to have FILE open."
)
@as_json
def restore(file: Path, list_: bool, version: int, ignore_lock: bool, json_: bool) -> None:
    """Bring back FILE as it was before the last save; what it is now is kept in its turn."""
    kept = backups(file)[::-1]
    if not list_:
        if version > len(kept):
            raise NoBackup(file)
        infoviz.restore(file, kept[version - 1].path, ignore_locks=ignore_lock)
    versions = [
        {"version": number, "replaced": str(one.moment), "path": str(one.path)}
        for number, one in enumerate(kept, 1)
    ]
    if json_:
        emit({"versions": versions, "restored": None if list_ else version})
    elif list_:
        for one in versions:
            click.echo(f"{one['version']}  replaced on {one['replaced']}  {one['path']}")
    else:
        click.echo(f"Restored {file} as it was until {kept[version - 1].moment}.", err=True)
