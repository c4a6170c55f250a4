"""What a list of the notebooks says of each: its title and what it is about."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from infoviz.errors import NoNotebooks

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Page(NamedTuple):
    """One notebook in a list of them.

    Attributes
    ----------
    file
        Its name in the folder.
    title
        Its first heading.
    about
        The first paragraph below it.
    """

    file: str
    title: str
    about: str


def pages(folder: Path) -> list[Page]:
    """List the notebooks of a folder, by name.

    Raises
    ------
    NoNotebooks
        The folder has none, or is none.
    """
    found = [describe(path) for path in sorted(folder.glob("*.ipynb"))]
    if not found:
        raise NoNotebooks(folder)
    return found


def describe(notebook: Path) -> Page:
    """Read a notebook's first heading and the paragraph below it; its name where it has none."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        text = "".join(cells[0]["source"]) if cells[0]["cell_type"] == "markdown" else ""
    except (ValueError, LookupError, TypeError):
        text = ""
    heading, _, rest = text.partition("\n")
    if not heading.startswith("# "):
        return Page(notebook.name, notebook.stem, "")
    about = " ".join(rest.strip().split("\n\n")[0].split())
    return Page(
        notebook.name,
        heading.removeprefix("# ").strip(),
        LINK.sub(r"\1", about.replace("*", "").replace("`", "")),
    )
