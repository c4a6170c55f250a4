"""The one root error and its small children.

Each child builds its own sentence from its arguments and names, where there is one, the file, the
sheet, the cell and the remedy, so that a face only has to print ``str(error)``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class InfovizError(Exception):
    """Anything infoviz refuses to do; its text is a sentence for the person at the keyboard."""

    def _render_traceback_(self) -> list[str]:
        """Show in a notebook what it shows on the command line: the sentence."""
        return [f"{type(self).__name__}: {self}"]


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


class EncryptedFile(UnreadableFile):
    """The workbook is locked with a password."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "this workbook is encrypted with a password",
            "Open it in Excel or LibreOffice, save it without a password, and try again.",
        )


class DamagedFile(UnreadableFile):
    """The file is cut short or contradicts itself."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            path,
            why,
            "Open it in Excel or LibreOffice and save it anew, or take an earlier copy of it.",
        )


class UnsafeFile(UnreadableFile):
    """The file is built in a way that no spreadsheet program builds one."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            path,
            f"{why}, which no spreadsheet program writes",
            "If you trust the file, open it in Excel or LibreOffice and save it anew.",
        )


class TooLarge(UnreadableFile):
    """The file goes beyond one of the limits."""

    def __init__(self, path: Path, what: str, limit: str) -> None:
        super().__init__(
            path,
            what,
            f"The limit {limit} keeps a hostile file from filling the memory; if you trust this one, "
            f"pass larger limits to open().",
        )


class PartRefused(InfovizError):
    """A part of the workbook is written in a way that cannot be read or patched safely."""

    def __init__(self, part: str, reason: str) -> None:
        super().__init__(
            f"The workbook's part {part} cannot be worked on: {reason}. "
            "Open the file in Excel or LibreOffice and save it again as .xlsx."
        )
        self.part = part
        self.reason = reason


class EditRefused(InfovizError):
    """A cell, a row or a sheet that is not changed, because the change would be wrong or lose something."""

    def __init__(self, sheet: str, cell: str, reason: str, remedy: str) -> None:
        place = ", ".join(([f"sheet “{sheet}”"] if sheet else []) + ([f"cell {cell}"] if cell else []))
        text = f"{place}: {reason}. {remedy}" if place else f"{reason}. {remedy}"
        super().__init__(text[:1].upper() + text[1:])
        self.sheet = sheet
        self.cell = cell
        self.reason = reason
        self.remedy = remedy


class UnfitNumbers(InfovizError, ValueError):
    """A statistic was given numbers that cannot be."""

    def __init__(self, why: str) -> None:
        super().__init__(f"These numbers cannot be: {why}.")


class UnknownOutcome(InfovizError, ValueError):
    """A rate of something was wanted of which there is none."""

    def __init__(self, outcome: object, outcomes: list[str]) -> None:
        super().__init__(f"There is no rate of {outcome!r}. There is one of: {', '.join(outcomes)}.")


class NoChart(InfovizError, TypeError):
    """A chart was wanted of something that has none."""

    def __init__(self, thing: object, kinds: list[str]) -> None:
        super().__init__(
            f"There is no chart of a {type(thing).__name__}. There is one of: {', '.join(kinds)}; "
            "the plot_… functions say what each draws."
        )


class UnknownSheet(InfovizError):
    """A sheet was named that the workbook does not have."""

    def __init__(self, sheet: str, sheets: list[str]) -> None:
        super().__init__(f"There is no sheet “{sheet}”. The sheets are: {_quoted(sheets)}.")


class UnknownField(InfovizError):
    """A field was named that infoviz does not know."""

    def __init__(self, field: str, fields: list[str]) -> None:
        super().__init__(f"There is no field “{field}”. The fields are: {', '.join(fields)}.")


class UnknownHeader(InfovizError):
    """A header was named that the sheet does not have."""

    def __init__(self, header: str, sheet: str, headers: list[str], path: Path | None = None) -> None:
        super().__init__(
            f"{_at(path)}sheet “{sheet}” has no column “{header}”. Its headers are: {_quoted(headers)}."
        )
        self.header, self.sheet, self.headers = header, sheet, headers


class NoPeople(InfovizError):
    """No sheet has people in it."""

    def __init__(self, sheets: list[str], path: Path | None = None) -> None:
        super().__init__(
            f"{_at(path)}no people were found in {_quoted(sheets) or 'it'}: a column with names of persons or of "
            "organizations is needed, under a header such as “Name” or “Company”. If there is one, name it: "
            "columns={'name': 'ITS HEADER'}, or on the command line --column name='ITS HEADER'."
        )
        self.sheets = sheets


class UnknownPerson(InfovizError):
    """A person was named whom the tracker does not have, or has more than once."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” is {why}. Give the name as it stands in the tracker.")


def _at(path: Path | None) -> str:
    return "" if path is None else f"{path}: "


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


class CannotWrite(InfovizError):
    """The system refuses to write a file."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path}: cannot be written ({why}). Choose another folder, or close the file elsewhere."
        )


class VerificationFailed(InfovizError):
    """A patched file is not what it was to be; it was not written."""

    def __init__(self, part: str, what: str) -> None:
        super().__init__(
            f"The new file did not pass its check and was not written: in its part {part}, {what}. "
            "The old file is untouched and your edits are still here; please report this as a fault."
        )


class FileExists(InfovizError):
    """A new file was to be written where there is one already."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is a file of that name already, and it stays. Choose another name.")


class UnreadableMapping(InfovizError):
    """The small file beside a tracker that says how to read it does not make sense."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}. Mend or delete this file; the tracker itself is not touched by it.")


class NotSaved(InfovizError):
    """A save that did not happen: the file is as it was, and the edits are still in memory."""

    after = " The file is as it was."

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        self.path, self.why = path, why
        super().__init__(self.with_remedy(remedy))

    def with_remedy(self, remedy: str) -> str:
        """Say it with the remedy in the words of another face."""
        return f"{self.path}: not saved, because {self.why.removesuffix('.')}. {remedy}{self.after}"


class OpenElsewhere(NotSaved):
    """Another program has the file open."""

    def __init__(self, path: Path, holder: str) -> None:
        super().__init__(
            path,
            f"it is open in {holder}",
            "Close it there and save again, or, where it is open no more, ignore its lock.",
        )


class BeingSaved(NotSaved):
    """Another infoviz is saving the file, and does not come to an end."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "another infoviz is still saving it", "Save again in a moment.")


class ChangedOnDisk(NotSaved):
    """Another program has changed the file since it was read; ``current`` is what it holds now."""

    def __init__(
        self,
        path: Path,
        current: bytes,
        why: str = "another program has changed it since it was read",
        remedy: str = "Open it anew and repeat the edits, or save to another file.",
    ) -> None:
        super().__init__(path, why, remedy)
        self.current = current


class StillChanging(ChangedOnDisk):
    """Other programs change the file faster than the edits can be merged into it."""

    def __init__(self, path: Path, current: bytes) -> None:
        why = "other programs keep changing it"
        super().__init__(path, current, why, "Save again in a moment: all edits are still here.")


class DiskFull(NotSaved):
    """There is no room for the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the disk is full", "Make room and save again.")


class ReadOnly(NotSaved):
    """The file, its folder or that of its backups may not be written."""

    def __init__(self, path: Path, what: str = "it or its folder") -> None:
        super().__init__(path, f"{what} is read-only", "Save it under another name, or lift the protection.")


class FolderVanished(NotSaved):
    """The file or its folder is no longer there."""

    after = ""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "it or its folder is no longer there",
            "Connect the drive again, or save it under another name.",
        )


class UnfitSetting(InfovizError):
    """An environment variable holds what it cannot."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(
            f"The environment variable {name} is “{value}”. Expected is {expected}; or remove it."
        )


class PackageMissing(InfovizError):
    """What a command needs is not installed."""

    def __init__(self, name: str, extra: str) -> None:
        super().__init__(f'{name} is not installed. Install it with: pip install "infoviz[{extra}]"')


class PortTaken(InfovizError):
    """Another program listens where a server was to listen."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is taken by another program. Choose another one with --port, or leave it out."
        )


class ServerStopped(InfovizError):
    """A server ended although nobody asked it to."""

    def __init__(self, name: str, code: int, said: str) -> None:
        last = f"Its last words: {said}" if said else "--verbose shows what it says."
        super().__init__(f"{name} has ended by itself (exit code {code}). {last}")


class NoNotebooks(InfovizError):
    """A folder has no notebooks."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: there are no notebooks here. Check the folder, or leave --folder out.")


class NoBackup(InfovizError):
    """There is no such earlier version of the file."""

    def __init__(self, path: Path, kept: int = 0) -> None:
        why = "no earlier version is kept. The first save keeps one."
        if kept:
            why = (
                f"only {kept} earlier versions are kept; --list shows them."
                if kept > 1
                else "only 1 earlier version is kept."
            )
        super().__init__(f"{path}: {why}")


class NoSuchRow(InfovizError):
    """A row was named in which no contact stands."""

    def __init__(self, sheet: str, row: object) -> None:
        super().__init__(f"Sheet “{sheet}” has nobody in row {row}. The rows are those of the sheet itself.")


class RefusedValue(EditRefused):
    """A value that a cell cannot take; ``expected`` says what it can."""

    def __init__(self, sheet: str, cell: str, value: object, expected: str) -> None:
        shown = "an empty value" if value is None or value == "" else f"“{value}”"
        super().__init__(sheet, cell, f"{shown} is refused", f"Expected is {expected}.")
        self.value = value
        self.expected = expected


class NotInList(RefusedValue):
    """A value that is not in the drop-down list of its cell; ``choices`` has the list."""

    def __init__(self, sheet: str, cell: str, value: object, choices: tuple[str, ...], *, firm: bool) -> None:
        shown = ", ".join(f"“{word}”" for word in choices[:30]) + (", …" if len(choices) > 30 else "")
        if not firm:
            shown += "; or pass outside_lists=True (--outside-lists), since this list only warns"
        super().__init__(sheet, cell, value, f"one of the cell's drop-down list: {shown}")
        self.choices = choices


class NoColumn(InfovizError):
    """A tracker has no column for a field."""

    def __init__(self, field: str, sheet: str, headers: list[str]) -> None:
        super().__init__(
            f"Sheet “{sheet}” has no column for {field}. Add one in your spreadsheet program, or name the one that "
            f"holds it: columns={{'{field}': 'ITS HEADER'}} (on the command line --column {field}=HEADER). "
            f"Its headers are: {_quoted(headers)}."
        )
        self.field = field


class UnknownEvent(InfovizError):
    """An event was named that infoviz does not know."""

    def __init__(self, event: str, events: list[str]) -> None:
        super().__init__(f"There is no event “{event}”. The events are: {', '.join(events)}.")


class UnfitFrame(InfovizError):
    """A frame that is no edited copy of the contacts."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"This is no edited copy of contacts: {why}. {remedy}")


class UnfitEvents(InfovizError):
    """A frame that is no paper trail."""

    def __init__(self, lacking: list[str]) -> None:
        super().__init__(
            f"These are no events: there is no column {' and no column '.join(lacking)}. Pass tracker.events, or a "
            "frame with the columns date, event and name."
        )


class UnknownDecision(InfovizError):
    """Neither our value nor theirs was chosen for a cell in conflict."""

    def __init__(self, sheet: str, cell: str, decision: object) -> None:
        super().__init__(
            f"Sheet “{sheet}”, cell {cell}: “{decision}” decides nothing. Say “ours” or “theirs”."
        )


class Conflict(NotSaved):
    """Another program has changed what was edited here.

    ``frame`` lists what cannot be settled: sheet, cell, row, name, field, base, theirs, ours, why, override (whether
    the edit made here can be let stand). ``override`` says whether all of them can, ``theirs`` whether all of them can
    be left to the other program.
    """

    def __init__(self, path: Path, frame: pd.DataFrame, told: list[str], *, theirs: bool) -> None:
        more = f" (and {len(told) - 3} more)" if len(told) > 3 else ""
        self.frame, self.override, self.theirs = frame, bool(frame["override"].all()), theirs
        ways = ["to another file"]
        if theirs:
            sheet, cell = (str(frame[name].iloc[0]) for name in ("sheet", "cell"))
            place = f'("{sheet}", "{cell}")'
            others = ", …" if len(frame) > 1 else ""
            ways.insert(0, f'with decisions={{{place}: "theirs"{others}}} to let theirs stand')
        if self.override:
            ways.insert(0, "with override=True to let yours stand")
        super().__init__(
            path,
            "another program has changed it meanwhile, and these edits cannot be merged: "
            + "; ".join(told[:3])
            + more,
            f"Save {', or '.join(ways)}; or take yours back (undo).",
        )
