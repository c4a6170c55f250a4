"""Earlier versions of a file, in a folder beside it."""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from infoviz.errors import NotSaved, ReadOnly
from infoviz.workbook.saving.disk import DISK, Disk, move, temporary_beside, transient

FOLDER = ".infoviz-backups"
STAMP = "%Y-%m-%d %H.%M.%S.%f"
STAMPED = r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{6})"
LATEST, MOST = 5, 20
NO_LINKS = {
    errno.EPERM,
    errno.EXDEV,
    errno.EMLINK,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EINVAL,
}


class Backup(NamedTuple):
    """An earlier version of a file.

    Attributes
    ----------
    moment
        When it was replaced by a newer one; never before an earlier one, whatever the clock said.
    path
        Where it lies.
    """

    moment: datetime
    path: Path


def backups(path: Path | str, disk: Disk = DISK) -> tuple[Backup, ...]:
    """List the earlier versions of a file, the oldest first."""
    path = Path(os.path.realpath(path))
    folder = path.parent / FOLDER
    pattern = re.compile(re.escape(path.stem) + STAMPED + re.escape(path.suffix))
    try:
        names = disk.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    found = []
    for name in names:
        match = pattern.fullmatch(name)
        if match:
            found.append(Backup(datetime.strptime(match[1], STAMP), folder / name))  # noqa: DTZ007
    return tuple(sorted(found))


def surplus(kept: Sequence[Backup], latest: int = LATEST, most: int = MOST) -> tuple[Backup, ...]:
    """Tell which versions may go: of all but the latest ones, the last of each day stays.

    Parameters
    ----------
    kept
        All versions, the oldest first.
    latest
        How many of the latest stay in any case.
    most
        How many stay at most.
    """
    old = list(kept[: max(len(kept) - latest, 0)])
    last_of_day = {backup.moment.date(): backup for backup in old}
    stay = [backup for backup in old if last_of_day[backup.moment.date()] is backup]
    stay = stay[max(0, len(stay) - max(most - latest, 0)) :]
    return tuple(backup for backup in old if backup not in stay)


def keep_backup(path: Path, content: bytes, disk: Disk = DISK) -> Path:
    """Give the present version of a file a second name among its backups, or copy it where that cannot be."""
    folder = _folder(path, disk)
    backup = folder / f"{path.stem} {_moment(path, disk).strftime(STAMP)}{path.suffix}"
    try:
        _keep(path, content, backup, disk)
    except PermissionError as error:
        if transient(error):
            raise
        raise ReadOnly(path, f"the folder {FOLDER}, in which its backups are kept,") from error
    return backup


def _keep(path: Path, content: bytes, backup: Path, disk: Disk) -> None:
    try:
        disk.link(path, backup)
    except OSError as error:  # some drives know no second names
        if error.errno not in NO_LINKS:
            raise
        _copy(path, content, backup, disk)


def _moment(path: Path, disk: Disk) -> datetime:
    """Give the person's own clock, or the moment after the latest backup where that clock has been put back since."""
    now = datetime.now()  # noqa: DTZ005
    kept: tuple[Backup, ...] = ()
    with contextlib.suppress(OSError):  # once the file is saved they are listed again, and then it is told
        kept = backups(path, disk)
    return max(now, kept[-1].moment + timedelta(microseconds=1)) if kept else now


def _folder(path: Path, disk: Disk) -> Path:
    folder = path.parent / FOLDER
    if not disk.exists(folder):
        with contextlib.suppress(FileExistsError):  # a save of a file beside it makes the folder, too
            disk.mkdir(folder)
    if not disk.exists(folder) or not stat.S_ISDIR(disk.stat(folder).st_mode):
        why = f"the name {FOLDER}, under which backups are kept, is that of a file"
        raise NotSaved(path, why, "Rename or remove that file, and save again.")
    return folder


def _copy(path: Path, content: bytes, backup: Path, disk: Disk) -> None:
    """Write a backup beside the file first: what bears a backup's name is whole, whenever the process dies."""
    temporary = temporary_beside(path)
    try:
        disk.create(temporary, content)
        move(temporary, backup, disk)
    finally:
        disk.discard(temporary)
