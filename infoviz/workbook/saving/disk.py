"""Every file operation of a save, in one small place, so that each can be made to fail in a test."""

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

BINARY = getattr(os, "O_BINARY", 0)
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
VANISHES = getattr(os, "O_TEMPORARY", 0)  # Windows: gone when closed, also when the process dies
NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
CHUNK = 1 << 22
TEMPORARY = ".infoviz-tmp"
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)  # 2.5 s in all
SHARING_VIOLATIONS = {5, 32, 33}  # Windows: a virus scanner, an indexer or a synchronizer looks at the file


class Disk:
    """The file operations."""

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        """Open a file and return its descriptor."""
        return os.open(path, flags | BINARY | getattr(os, "O_CLOEXEC", 0), mode)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def read(self, descriptor: int, size: int) -> bytes:
        """Read up to so many bytes."""
        return os.read(descriptor, size)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write, perhaps only a part of the data; return how much."""
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Wait until a file is on the medium itself."""
        if sys.platform == "darwin" and fcntl is not None:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another, atomically."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        os.link(source, target)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def stat(self, path: Path) -> os.stat_result:
        """Look at a file, following links."""
        return path.stat()

    def identity(self, descriptor: int) -> tuple[int, int]:
        """Which file a descriptor stands for."""
        status = os.fstat(descriptor)
        return status.st_ino, status.st_dev

    def listdir(self, path: Path) -> list[str]:
        """Names in a folder."""
        return os.listdir(path)  # noqa: PTH208  names, not paths

    def mkdir(self, path: Path) -> None:
        """Make a folder for oneself."""
        path.mkdir(mode=0o700)

    def resemble(self, path: Path, status: os.stat_result) -> None:
        """Give a file the permissions of another, and its owner as far as the system lets us."""
        if sys.platform != "win32":
            with contextlib.suppress(PermissionError):
                os.chown(path, status.st_uid, status.st_gid)
        path.chmod(stat.S_IMODE(status.st_mode))

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the medium."""
        if sys.platform != "win32":
            with self.opened(path, os.O_RDONLY) as descriptor:
                self.fsync(descriptor)

    def lock(self, descriptor: int) -> bool:
        """Take an advisory lock that ends with the process; False where another has it."""
        if fcntl is None:
            return True  # on Windows the exclusive creation of the file is the lock
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except (
            OSError
        ) as error:  # some network drives know no locks; the comparison before the replacement remains
            if error.errno not in NO_LOCKS:
                raise
        return True

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    @contextmanager
    def opened(self, path: Path, flags: int, mode: int = 0o600) -> Iterator[int]:
        """Open a file for as long as a block lasts."""
        descriptor = self.open(path, flags, mode)
        try:
            yield descriptor
        finally:
            self.close(descriptor)

    def contents(self, path: Path) -> bytes:
        """Read a whole file."""
        chunks = []
        with self.opened(path, os.O_RDONLY) as descriptor:
            size = max(self.stat(path).st_size, CHUNK)  # in one piece, which saves joining them
            while chunk := self.read(descriptor, size):
                chunks.append(chunk)
        return b"".join(chunks)

    def create(self, path: Path, data: bytes, mode: int = 0o600) -> None:
        """Write a new file down to the medium; it must not exist yet."""
        with self.opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW, mode) as descriptor:
            rest = memoryview(data)
            while rest:
                rest = rest[self.write(descriptor, rest[:CHUNK]) :]
            self.fsync(descriptor)

    def exists(self, path: Path) -> bool:
        """Whether there is a file."""
        try:
            self.stat(path)
        except FileNotFoundError:
            return False
        return True

    def discard(self, path: Path) -> None:
        """Remove a file that may be gone already."""
        try:
            self.unlink(path)
        except FileNotFoundError:
            return


DISK = Disk()


def transient(error: OSError) -> bool:
    """Whether waiting a moment may help."""
    return getattr(error, "winerror", None) in SHARING_VIOLATIONS


def temporary_beside(path: Path) -> Path:
    """Give the name of a file that stands for another until it is whole."""
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}{TEMPORARY}")


def is_temporary(name: str, path: Path) -> bool:
    """Whether a name beside a file is one of its temporary ones."""
    return re.fullmatch(rf"\.{re.escape(path.name)}\.[0-9a-f]{{16}}{re.escape(TEMPORARY)}", name) is not None


def move(source: Path, target: Path, disk: Disk) -> None:
    """Replace, with patience for programs that look at the file for a moment."""
    for pause in PAUSES:
        try:
            disk.replace(source, target)
        except OSError as error:
            if not transient(error):
                raise
            disk.sleep(pause)
        else:
            return
    disk.replace(source, target)
