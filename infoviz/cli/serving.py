"""The commands that open the notebooks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import lazy_loader

import infoviz
from infoviz.cli.options import DAY, Refusal, as_day
from infoviz.errors import NoPeople

copying = lazy_loader.load("infoviz.serving.copying", suppress_warning=True)
launching = lazy_loader.load("infoviz.serving.launching", suppress_warning=True)
servers = lazy_loader.load("infoviz.serving.servers", suppress_warning=True)
shipped = lazy_loader.load("infoviz.serving.shipped", suppress_warning=True)
NOTEBOOKS = "infoviz_notebooks"


def serves(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what both have: FILE, --as-of, --port, --no-browser, --verbose."""
    for option in (
        click.option("--verbose", is_flag=True, help="Show what the server says."),
        click.option(
            "--browser/--no-browser", "open_browser", default=True, help="Whether to open a browser.  [default: yes]"
        ),
        click.option(
            "--port", type=click.IntRange(1, 65535), metavar="NUMBER",
            help="Where the server listens, on this computer only.  [default: any that is free]",
        ),
        click.option(
            "--as-of", type=DAY, callback=as_day, metavar="YYYY-MM-DD",
            help="Look at the tracker as on this day.  [default: today; of the sample, its last day]",
        ),
    ):  # fmt: skip
        command = option(command)
    return click.argument("file", required=False, type=click.Path(path_type=Path))(command)


@click.command()
@serves
@click.option("--fresh", is_flag=True, help="Copy the notebooks anew, over those in the folder.")
@click.option(
    "--folder", type=click.Path(path_type=Path), default=NOTEBOOKS, show_default=True,
    help="Where the notebooks are copied to; those that are there already stay.",
)  # fmt: skip
def lab(file: Path | None, folder: Path, fresh: bool, **how: Any) -> None:
    """Open the notebooks in JupyterLab, on FILE or else on a copy of the sample.

    They are copied into a folder of yours first, where you may change them.
    """
    launching.require(servers.Lab)
    check_file(file)
    copied = copying.copy_notebooks(folder, fresh=fresh)
    if copied.new:
        click.echo(f"Copied {len(copied.new)} notebooks into {folder}.", err=True)
    if copied.kept:
        kept = ", ".join(copied.kept)
        click.echo(f"Kept what is not as this version ships it: {kept}. --fresh replaces it.", err=True)
    start(servers.Lab(folder), file, how)


@click.command()
@serves
@click.option(
    "--folder", type=click.Path(path_type=Path),
    help="Show the notebooks in this folder, rather than infoviz's own.",
)  # fmt: skip
def app(file: Path | None, folder: Path | None, **how: Any) -> None:
    """Show the notebooks as dashboards without code, on FILE or else on a copy of the sample."""
    launching.require(servers.Dashboard)
    check_file(file)
    start(servers.Dashboard(folder or shipped.notebooks()), file, how)


def check_file(file: Path | None) -> None:
    """Refuse a tracker that the notebooks could not open."""
    try:
        if file is not None:
            infoviz.load(file)
    except NoPeople as error:
        keep = f'infoviz check "{file}" --column name="ITS HEADER" --keep'
        raise Refusal(f"{error} Keep the answer for the notebooks with: {keep}") from error


def start(server: Any, file: Path | None, how: dict[str, Any]) -> None:
    """Run the server until it is interrupted."""
    launching.launch(server, lambda said: click.echo(said, err=True), tracker=file, **how)


COMMANDS = (lab, app)
