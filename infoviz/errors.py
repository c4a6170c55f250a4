"""The one root error and its small children.

Each child builds its own sentence from its arguments and names, where there is one, the file, the
sheet, the cell and the remedy, so that a face only has to print ``str(error)``.
"""

from pathlib import Path


class InfovizError(Exception):
    """Anything infoviz refuses to do; its text is a sentence for the person at the keyboard."""


class FileMissing(InfovizError):
    """The file is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no such file. Check the spelling and the folder.")


class NotAFile(InfovizError):
    """The path is a folder or a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this is a folder, not a spreadsheet. Name the file inside it.")


class UnreadableFile(InfovizError):
    """The file is there, and cannot be read as a spreadsheet."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"{path}: {why}. {remedy}")


class NoSuchSheet(InfovizError):
    """The workbook has no sheet of that name."""

    def __init__(self, path: Path, sheet: str, sheets: list[str]) -> None:
        names = ", ".join(f"“{name}”" for name in sheets) or "none"
        super().__init__(f"{path}: there is no sheet “{sheet}”. Its sheets are: {names}.")
