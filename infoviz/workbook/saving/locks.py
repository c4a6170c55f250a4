"""Who else has a file open: the lock files of Excel and LibreOffice, and our own."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path

from infoviz.errors import BeingSaved
from infoviz.workbook.saving.disk import DISK, NO_FOLLOW, VANISHES, Disk, transient

EXCEL_NAME_AT, EXCEL_WIDE_LENGTH_AT, EXCEL_WIDE_NAME_AT = 1, 54, 56
PATIENCE, PAUSE = 10.0, 0.02  # seconds

_HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())


def lock_name(path: Path) -> Path:
    """Name of our own lock file; it exists only while a save lasts."""
    return path.with_name(f".~infoviz.{path.name}#")


def holder(path: Path, disk: Disk = DISK) -> str | None:
    """Say who has a file open, by the lock file that Excel or LibreOffice lays beside it.

    Returns
    -------
    str or None
        Such as ``"LibreOffice by Ann Lee on desk-7 since 21.11.2026 18:02"``.
    """
    excel = path.with_name(f"~${path.name}")
    office = path.with_name(f".~lock.{path.name}#")
    for lock, describe in ((office, _libreoffice), (excel, _excel)):
        try:
            since = disk.stat(lock).st_mtime
        except FileNotFoundError:
            continue
        try:
            content = disk.contents(lock)
        except PermissionError:  # Excel keeps its lock file to itself
            content = b""
        return describe(content, since)
    return None


def _libreoffice(content: bytes, since: float) -> str:
    fields = [field.strip() for field in content.decode("utf-8", "replace").rstrip(";\r\n").split(",")]
    fields += [""] * (4 - len(fields))
    name, user, host, opened = fields[:4]
    return _sentence("LibreOffice", name or user, host, opened or _moment(since))


def _excel(content: bytes, since: float) -> str:
    length = int.from_bytes(content[EXCEL_WIDE_LENGTH_AT : EXCEL_WIDE_LENGTH_AT + 2], "little")
    wide = content[EXCEL_WIDE_NAME_AT : EXCEL_WIDE_NAME_AT + 2 * length]
    name = wide.decode("utf-16-le", "replace") if length and len(wide) == 2 * length else ""
    if not name and content:
        name = content[EXCEL_NAME_AT : EXCEL_NAME_AT + content[0]].decode("cp1252", "replace")
    return _sentence("Excel", name.strip(" \0"), "", _moment(since))


def _sentence(program: str, name: str, host: str, since: str) -> str:
    return "".join(
        (
            program,
            f" by {name}" if name else "",
            f" on {host}" if host else "",
            f" since {since}" if since else "",
        )
    )


def _moment(since: float) -> str:
    return datetime.fromtimestamp(since).strftime("%Y-%m-%d %H:%M")  # noqa: DTZ006  the person's own clock


@contextmanager
def own_lock(path: Path, disk: Disk = DISK) -> Iterator[None]:
    """Keep other processes of ours from saving the same file for as long as a block lasts.

    A block inside another one, of the same file and the same thread, has the lock already.

    Raises
    ------
    BeingSaved
        Where another one does not finish within some seconds.
    """
    lock = lock_name(path)
    if lock in _HELD.get():
        yield
        return
    descriptor = _locked(path, lock, disk)
    before = _HELD.set(_HELD.get() | {lock})
    try:
        yield
    finally:
        _HELD.reset(before)
        try:
            with contextlib.suppress(OSError):  # a lock file that is left behind locks nothing
                if not VANISHES:
                    disk.discard(lock)
        finally:
            with contextlib.suppress(OSError):
                disk.close(descriptor)


def _locked(path: Path, lock: Path, disk: Disk) -> int:
    waited = 0.0
    while waited <= PATIENCE:
        descriptor = _taken(lock, disk)
        if descriptor is not None:
            return descriptor
        disk.sleep(PAUSE)
        waited += PAUSE
    raise BeingSaved(path)


def _taken(lock: Path, disk: Disk) -> int | None:
    """Try once: the file must be ours, and must still be the one that bears the name."""
    exclusive = os.O_EXCL if VANISHES else 0
    try:
        descriptor = disk.open(lock, os.O_RDWR | os.O_CREAT | NO_FOLLOW | VANISHES | exclusive)
    except FileExistsError:
        return None
    except PermissionError as error:
        if transient(error):
            return None
        raise
    ours = False
    try:
        ours = disk.lock(descriptor) and (bool(VANISHES) or _bears(lock, descriptor, disk))
    finally:
        if not ours:
            disk.close(descriptor)
    return descriptor if ours else None


def _bears(lock: Path, descriptor: int, disk: Disk) -> bool:
    try:
        named = disk.stat(lock)
    except FileNotFoundError:
        return False
    return (named.st_ino, named.st_dev) == disk.identity(descriptor)
