"""Copying the notebooks to where their reader may change them; what the reader has changed stays."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from infoviz.errors import CannotWrite
from infoviz.serving.shipped import notebooks


class Copied(NamedTuple):
    """What became of the notebooks.

    Attributes
    ----------
    new
        The notebooks that were written.
    kept
        The notebooks that were there, are not what is shipped, and stay.
    """

    new: tuple[str, ...]
    kept: tuple[str, ...]


def copy_notebooks(folder: Path, *, fresh: bool = False) -> Copied:
    """Copy the notebooks into a folder, made if need be.

    Parameters
    ----------
    folder
        Where they go. Notebooks that are there already stay.
    fresh
        Write over them.

    Raises
    ------
    CannotWrite
        The folder cannot be made or written.
    """
    new, kept = [], []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for shipped in sorted(notebooks().glob("*.ipynb")):
            own = folder / shipped.name
            if own.exists() and own.samefile(shipped):
                continue
            if fresh or not own.exists():
                shutil.copyfile(shipped, own)
                new.append(own.name)
            elif _cells(own) != _cells(shipped):
                kept.append(own.name)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    return Copied(tuple(new), tuple(kept))


def _cells(notebook: Path) -> list[tuple[str, str]] | None:
    """Give what somebody has written, without what running it has added; None where that cannot be read."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (ValueError, LookupError, TypeError):
        return None
