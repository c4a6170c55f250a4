"""What a save has done."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished file, not yet written.

    Attributes
    ----------
    data
        The whole file.
    parts
        Its parts that are changed, new or gone.
    cells
        The cells that were edited, such as ``"Contacts!B7"``.
    warnings
        What the person should know.
    """

    data: bytes
    parts: tuple[str, ...]
    cells: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a save has done.

    Attributes
    ----------
    parts
        The parts of the file that are new, changed or gone; empty where nothing had to be written.
    cells
        The cells that were edited, such as ``"Contacts!B7"``.
    merged
        The cells that another program had changed meanwhile and whose values were taken over.
    backup
        Where the version before this save lies, if one was kept.
    warnings
        What the person should know.
    """

    parts: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    backup: Path | None = None
    warnings: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.parts:
            return "Nothing had changed, nothing was written."
        plural = "cell" if len(self.cells) == 1 else "cells"
        return "\n".join((f"Saved {len(self.cells)} {plural} in {len(self.parts)} parts.", *self.warnings))
