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
    cleared
        The cells whose stored results were taken away since they depend on the edited ones.
    """

    data: bytes
    parts: tuple[str, ...]
    cells: tuple[str, ...]
    warnings: tuple[str, ...]
    cleared: tuple[str, ...]


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
        The cells that another program had changed or added meanwhile and whose values were taken over.
    backup
        Where the version before this save lies, if one was kept.
    warnings
        What the person should know.
    cleared
        The cells whose stored results were taken away since they depend on the edited ones; LibreOffice and Excel
        compute them when they open the file.
    """

    parts: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    backup: Path | None = None
    warnings: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.parts:
            return "Nothing had changed, nothing was written."
        cells, parts = ("" if len(found) == 1 else "s" for found in (self.cells, self.parts))
        said = [f"Saved {len(self.cells)} cell{cells} in {len(self.parts)} part{parts}."]
        if self.cleared:
            one = len(self.cleared) == 1
            of, them = (
                ("1 formula that depends", "it")
                if one
                else (f"{len(self.cleared):,} formulas that depend", "them")
            )
            said.append(
                f"Cleared the stored results of {of} on the edit: Excel and LibreOffice compute {them} on opening."
            )
        return "\n".join((*said, *self.warnings))
