"""The commands that write back into a tracker, and the one that takes a save back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import infoviz
from infoviz.cli.options import DAY, Chosen, as_day, as_json, emit, file_argument, open_tracker, today
from infoviz.errors import NoBackup
from infoviz.workbook.saving.backups import backups


def as_values(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> Chosen:
    """Part fields from their values, at the first equals sign."""
    parted = [text.partition("=") for text in value]
    for name, equals, _ in parted:
        if not equals or name.strip() in ("", "row", "self", "outside_lists"):
            raise click.BadParameter(
                f"“{name}{equals}” is no FIELD=VALUE: write for example name=“Ada Example”."
            )
    names = [name.strip() for name, _, _ in parted]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise click.BadParameter(f"“{twice}” is given twice.")
    return tuple((name.strip(), given) for name, _, given in parted)


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all that write have: --dry-run, --override, --ignore-lock, --keep-results, --json."""
    for option, words in (
        (
            "--keep-results",
            "Let the stored results that depend on the edit stand; LibreOffice shows them until Ctrl+Shift+F9.",
        ),
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
    document["warnings"] = list(tracker.warnings)
    if document["saved"]:
        receipt = tracker.save(clear_results=not saving.pop("keep_results"), **saving)
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
    for warning in document["warnings"]:
        click.echo(warning, err=True)
    if document.get("merged"):
        click.echo(
            f"Merged with what another program has changed or added: {', '.join(document['merged'])}.",
            err=True,
        )
    if not document["saved"]:
        click.echo("A dry run: nothing was written.", err=True)
    elif edits:
        kept = f" The version before is {document['backup']}." if document["backup"] else ""
        click.echo(f"Saved {tracker.path}.{kept}", err=True)
        tell_of_formulas(tracker, receipt)


def tell_of_formulas(tracker: infoviz.Tracker, receipt: infoviz.workbook.Receipt) -> None:
    """Say which program will compute the formulas that depend on what was saved, and when."""
    outdated = tracker.workbook.outdated().values()
    number = len(receipt.cleared) or sum(area.size for areas in outdated for area in areas)
    formulas, them = ("1 formula depends", "it") if number == 1 else (f"{number:,} formulas depend", "them")
    when = (
        f"Excel and LibreOffice compute {them} when they open the file"
        if receipt.cleared
        else f"Excel computes {them} when it opens the file, LibreOffice on Ctrl+Shift+F9"
    )
    if number:
        click.echo(f"{formulas} on this: {when}.", err=True)


OUTSIDE = click.option(
    "--outside-lists", is_flag=True, help="Take words that a drop-down list only warns of."
)  # fmt: skip
FIELDS = click.argument("fields", nargs=-1, required=True, callback=as_values, metavar="FIELD=VALUE...")


@click.command()
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


@click.command()
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


@click.command()
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


@click.command()
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
    warnings: tuple[str, ...] = ()
    if not list_:
        if version > len(kept):
            raise NoBackup(file, len(kept))
        warnings = infoviz.restore(file, kept[version - 1].path, ignore_locks=ignore_lock).warnings
    versions = [
        {"version": number, "replaced": str(one.moment), "path": str(one.path)}
        for number, one in enumerate(kept, 1)
    ]
    if json_:
        emit({"versions": versions, "restored": None if list_ else version, "warnings": list(warnings)})
    elif list_:
        for one in versions:
            click.echo(f"{one['version']}  replaced on {one['replaced']}  {one['path']}")
    else:
        for warning in warnings:
            click.echo(warning, err=True)
        click.echo(f"Restored {file} as it was until {kept[version - 1].moment}.", err=True)


COMMANDS = (add, edit, log, restore)
