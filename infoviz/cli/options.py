"""What several commands share: arguments, options, and how they print."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

import infoviz
from infoviz.errors import BeingSaved, Conflict, NotSaved, OpenElsewhere, ReadOnly, StillChanging

Chosen = tuple[tuple[str, str], ...]
DAY = click.DateTime(["%Y-%m-%d"])


class Refusal(click.ClickException):
    """A sentence of the library's, printed as it is."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the sentence on standard error."""
        click.echo(f"infoviz: {self.message}", err=True, file=file)


def refusal(error: NotSaved) -> Refusal:
    """Say why nothing was saved, with the remedy in words of the command line: it keeps no edits to save again."""
    if isinstance(error, Conflict):
        yours = "give the command again with --override to let yours stand; else theirs does."
        again = yours if error.override else "if this still applies, give the command again."
        return Refusal(error.with_remedy(f"Look which row is meant now, and {again}"))
    if isinstance(error, StillChanging | BeingSaved):
        return Refusal(error.with_remedy("Give the command again in a moment."))
    if isinstance(error, OpenElsewhere):
        remedy = (
            "Close it there and give the command again, or, where it is open no more, with --ignore-lock."
        )
        return Refusal(error.with_remedy(remedy))
    if isinstance(error, ReadOnly):
        return Refusal(
            error.with_remedy("Lift the protection, or give the command for a copy in another folder.")
        )
    return Refusal(str(error))


def as_day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    """Take the day of what click has parsed."""
    return None if value is None else value.date()


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
    tracker = infoviz.load(file, sheet=sheet, columns=chosen or None)
    for warning in tracker.warnings:
        click.echo(warning, err=True)
    return tracker


def emit(document: dict[str, Any]) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(document, indent=2, allow_nan=False))
