"""A disk whose n-th operation fails, so that a test can break a save at every point."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

from infoviz.workbook.saving.disk import Disk

OPERATIONS = (
    "open", "close", "read", "write", "fsync", "replace", "link", "unlink", "stat", "listdir", "mkdir",
    "resemble", "sync_folder", "lock", "identity",
)  # fmt: skip


class FailingDisk(Disk):
    """Fails at one call, counted from 1, or from there on at all of them; counts the open descriptors."""

    def __init__(self, fail: Callable[[], BaseException] | None = None, at: int = 0, *, persistent=False):
        self.fail, self.at, self.persistent = fail, at, persistent
        self.calls: list[str] = []
        self.descriptors: set[int] = set()

    def step(self, name: str) -> None:
        self.calls.append(name)
        number = len(self.calls)
        if self.fail and (number == self.at or (self.persistent and number > self.at > 0)):
            raise self.fail()

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        self.step("open")
        descriptor = super().open(path, flags, mode)
        self.descriptors.add(descriptor)
        return descriptor

    def close(self, descriptor: int) -> None:
        self.descriptors.discard(descriptor)
        super().close(descriptor)  # as on Linux, the descriptor is gone even where close() reports an error
        self.step("close")

    def sleep(self, seconds: float) -> None:
        self.calls.append("sleep")


def _wrap(name: str):
    original = getattr(Disk, name)

    def method(self, *arguments):
        self.step(name)
        return original(self, *arguments)

    return method


for _name in OPERATIONS:
    if _name not in ("open", "close"):
        setattr(FailingDisk, _name, _wrap(_name))


class RecordingDisk(Disk):
    """Writes down what a save does to data and to names, so that a power cut can be thought through.

    Names and data that were not yet flushed may be lost, each on its own; data may also be torn.
    """

    def __init__(self, target: Path):
        self.target = target
        self.live: dict[Path, int] = {target: 0}
        self.contents_of: dict[int, bytes] = {0: target.read_bytes()}
        self.flushed = dict(self.contents_of)
        self.names: dict[Path, int] = dict(self.live)
        self.pending: list[tuple[tuple[Path, int | None], ...]] = []
        self.inode_of: dict[int, int] = {}
        self.states: list[set[bytes | None]] = []

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        fresh = bool(flags & os.O_CREAT) and not path.exists()
        descriptor = super().open(path, flags, mode)
        if fresh:
            inode = len(self.contents_of)
            self.live[path], self.contents_of[inode], self.flushed[inode] = inode, b"", b""
            self.inode_of[descriptor] = inode
            self.rename((path, inode))
        return descriptor

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self.inode_of.pop(descriptor, None)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        done = super().write(descriptor, data)
        self.contents_of[self.inode_of[descriptor]] += bytes(data[:done])
        self.look()
        return done

    def fsync(self, descriptor: int) -> None:
        inode = self.inode_of[descriptor]
        self.flushed[inode] = self.contents_of[inode]
        self.look()

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.live[target] = self.live.pop(source)
        self.rename((target, self.live[target]), (source, None))

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self.live[target] = self.live[source]
        self.rename((target, self.live[target]))

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self.live.pop(path, None)
        self.rename((path, None))

    def sync_folder(self, path: Path) -> None:
        for change in self.pending:
            self.names.update(change)
        self.pending.clear()
        self.look()

    def rename(self, *change: tuple[Path, int | None]) -> None:
        self.pending.append(change)
        self.look()

    def look(self) -> None:
        """Note everything that the target may hold if the power fails now."""
        found: set[bytes | None] = set()
        for chosen in itertools.product([False, True], repeat=len(self.pending)):
            names: dict[Path, int | None] = dict(self.names)
            for change in itertools.compress(self.pending, chosen):
                names.update(change)
            inode = names.get(self.target)
            if inode is None:
                found.add(None)
                continue
            whole, kept = self.contents_of[inode], self.flushed[inode]
            found |= {kept, whole} | {whole[:end] for end in range(len(kept), len(whole), 512)}
        self.states.append(found)


class ShortWrites(Disk):
    """Writes at most seven bytes at a time."""

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        return os.write(descriptor, data[:7])
