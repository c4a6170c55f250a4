"""Replacing a file on disk: wholly or not at all, and never over somebody else's work."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from infoviz.errors import (
    ChangedOnDisk,
    DiskFull,
    FileExists,
    FolderVanished,
    InfovizError,
    NoBackup,
    NotSaved,
    OpenElsewhere,
    ReadOnly,
)
from infoviz.workbook.saving.backups import backups, keep_backup, surplus
from infoviz.workbook.saving.disk import DISK, Disk, is_temporary, move, temporary_beside, transient
from infoviz.workbook.saving.locks import holder, own_lock

FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
PROTECTED = {errno.EACCES, errno.EPERM, errno.EROFS}
VANISHED = {errno.ENOENT, errno.ENOTDIR, getattr(errno, "ESTALE", errno.ENOENT)}
WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
OWN_MODE = 0o600
NEW_FILE_MODE = 0o666  # less what the person's umask takes away
FURTHER_NAMES = (
    "The file has been split from its hard links ({}): under those names the version before still lies, "
    "and edits made there do not reach this file."
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save has done.

    Attributes
    ----------
    path
        The file that was written, links resolved.
    data
        What it holds now: what the next save expects to find.
    backup
        Where the version before lies; None where there was none or nothing had to be written.
    warnings
        What did not go well although the file is saved.
    """

    path: Path
    data: bytes = field(repr=False)
    backup: Path | None = None
    warnings: tuple[str, ...] = ()

    @property
    def hash(self) -> str:
        """SHA-256 of what it holds now, in hexadecimal."""
        return digest(self.data)


def digest(data: bytes) -> str:
    """Compute the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def replace_file(
    path: Path | str,
    data: bytes,
    expected: str | bytes | None,
    verify: Callable[[bytes], None] | None = None,
    *,
    ignore_locks: bool = False,
    disk: Disk = DISK,
) -> Saved:
    """Replace a file, keeping the version before as a backup.

    The new bytes are written beside the file, flushed to the medium, read back and verified; then they take
    the file's place in one step. After any failure the old file is untouched, nothing is left behind, and
    the same call can be made again.

    Parameters
    ----------
    path
        The file. A link stays a link: the file it points to is replaced.
    data
        What the file is to hold.
    expected
        What it held when it was read, or the SHA-256 of that; None for a file that does not exist yet.
    verify
        Called with the bytes as read back; raises where they are not what they should be.
    ignore_locks
        Save although Excel or LibreOffice seems to have the file open (its lock file may be left from a crash).
    disk
        The file operations.

    Raises
    ------
    ChangedOnDisk
        Where another program has changed the file; its ``current`` has what it holds now.
    OpenElsewhere, BeingSaved
        Where another program has it open, or another infoviz does not finish saving it.
    DiskFull, ReadOnly, FolderVanished, FileExists, NotSaved
        Where the system does not let it be written.
    """
    path = Path(path)
    with _named(path):
        target = Path(os.path.realpath(path))
        with own_lock(target, disk):
            if not ignore_locks:
                program = holder(target, disk)
                if program:
                    raise OpenElsewhere(path, program)
            _remove_leftovers(target, disk)
            return _replace(path, target, data, expected, verify, disk)


@contextmanager
def undisturbed(path: Path | str, disk: Disk = DISK) -> Iterator[bytes]:
    """Keep other processes of ours from saving a file, and give what it holds, for as long as a block lasts.

    Raises
    ------
    BeingSaved, FolderVanished, NotSaved
        Another one does not finish saving it, or there is nothing to read.
    """
    path = Path(path)
    with _named(path):
        target = Path(os.path.realpath(path))
        with own_lock(target, disk):
            current = _current(path, target, disk)
            if current is None:
                raise FolderVanished(path)
            yield current


def _replace(
    path: Path,
    target: Path,
    data: bytes,
    expected: str | bytes | None,
    verify: Callable[[bytes], None] | None,
    disk: Disk,
) -> Saved:
    current = _current(path, target, disk)
    if current == data:
        return Saved(target, data)
    _compare(path, current, expected)
    status = None if current is None else disk.stat(target)
    if status is not None and not status.st_mode & WRITABLE:
        raise ReadOnly(path)
    further = 0 if status is None else _further_names(target, status, disk)
    temporary = temporary_beside(target)
    backup: Path | None = None
    done = False
    try:
        disk.create(temporary, data, NEW_FILE_MODE if status is None else OWN_MODE)
        _verified(path, temporary, data, verify, disk)
        if status is not None and current is not None:
            disk.resemble(temporary, status)
            backup = keep_backup(target, current, disk)
        _compare_again(path, target, current, disk)
        move(temporary, target, disk)
        done = True
    finally:
        if not done:
            _undo(temporary, backup, disk)
    warnings = (FURTHER_NAMES.format(further),) if further else ()
    return Saved(target, data, backup, (*warnings, *_settle(target, disk)))


def _further_names(target: Path, status: os.stat_result, disk: Disk) -> int:
    """Count the hard links beside the name itself; those that are backups, of a save that was killed, are none."""
    if status.st_nlink < 2:
        return 0
    own = sum(os.path.samestat(status, disk.stat(kept.path)) for kept in backups(target, disk))
    return status.st_nlink - 1 - own


def _compare(path: Path, current: bytes | None, expected: str | bytes | None) -> None:
    if current is None and expected is not None:
        raise FolderVanished(path)
    if current is not None and expected is None:
        raise FileExists(path)
    if current is not None and expected != (digest(current) if isinstance(expected, str) else current):
        raise ChangedOnDisk(path, current)


def restore(
    path: Path | str, backup: Path | None = None, *, ignore_locks: bool = False, disk: Disk = DISK
) -> Saved:
    """Bring an earlier version of a file back; the present one becomes a backup in its turn.

    Parameters
    ----------
    path
        The file.
    backup
        Which version, out of :func:`infoviz.workbook.saving.backups.backups`; the latest unless given.
    ignore_locks, disk
        As in :func:`replace_file`.

    Raises
    ------
    NoBackup
        Where none is kept.
    """
    path = Path(path)
    with _named(path):
        kept = [found.path for found in backups(path, disk)]
        chosen = backup or next(iter(reversed(kept)), None)
        if chosen is None or chosen not in kept:
            raise NoBackup(path)
        data = disk.contents(chosen)
        target = Path(os.path.realpath(path))
        expected = digest(disk.contents(target)) if disk.exists(target) else None
    return replace_file(path, data, expected, ignore_locks=ignore_locks, disk=disk)


def _current(path: Path, target: Path, disk: Disk) -> bytes | None:
    if not disk.exists(target):
        return None
    if not stat.S_ISREG(disk.stat(target).st_mode):
        raise NotSaved(
            path, "a folder or a device has its name", "Move that away, or save under another name."
        )
    return disk.contents(target)


def _verified(
    path: Path, temporary: Path, data: bytes, verify: Callable[[bytes], None] | None, disk: Disk
) -> None:
    written = disk.contents(temporary)
    if written != data:
        remedy = "The disk may be failing; save it elsewhere."
        raise NotSaved(path, "what was written does not read back the same", remedy)
    if verify is not None:
        verify(written)


def _compare_again(path: Path, target: Path, current: bytes | None, disk: Disk) -> None:
    """Look once more, right before the replacement, whether the file is the one that was compared."""
    now = _current(path, target, disk)
    if now == current:
        return
    if now is None:
        raise FolderVanished(path)
    if current is None:
        raise FileExists(path)
    raise ChangedOnDisk(path, now)


def _undo(temporary: Path, backup: Path | None, disk: Disk) -> None:
    """Take away what an unfinished save has made."""
    if backup is not None and not disk.exists(temporary):
        return  # interrupted after the replacement: the backup is the version before
    try:
        disk.discard(temporary)
    finally:
        if backup is not None:
            disk.discard(backup)


def _settle(target: Path, disk: Disk) -> tuple[str, ...]:
    """Make the replacement last and let old backups go; by now the file is saved, so a failure only warns."""
    warnings = []
    try:
        disk.sync_folder(target.parent)
    except OSError as error:
        warnings.append(f"The file is saved, but may not survive a power cut in the next seconds ({error}).")
    try:
        for old in surplus(backups(target, disk)):
            disk.discard(old.path)
    except OSError as error:
        warnings.append(f"The file is saved, but its oldest backups could not be removed ({error}).")
    return tuple(warnings)


def _remove_leftovers(target: Path, disk: Disk) -> None:
    """Remove what a save that was killed has left; we hold the lock, so nobody is writing it."""
    for name in disk.listdir(target.parent):
        if is_temporary(name, target):
            disk.discard(target.with_name(name))


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn what the system says into a sentence with a remedy."""
    try:
        yield
    except InfovizError:
        raise
    except OSError as error:
        if transient(error):
            raise OpenElsewhere(path, "another program") from error
        if error.errno in FULL:
            raise DiskFull(path) from error
        if error.errno in PROTECTED:
            raise ReadOnly(path) from error
        if error.errno in VANISHED:
            raise FolderVanished(path) from error
        if error.errno == errno.ENAMETOOLONG:
            why = "its name is so long that none is left for a backup or for the new version beside it"
            raise NotSaved(path, why, "Give the file a shorter name, or save it under one.") from error
        raise NotSaved(path, f"the system reports: {error}", "Try again, or save it elsewhere.") from error
