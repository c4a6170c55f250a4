"""A disk whose n-th operation fails, so that a test can break a save at every point."""

import os
from collections.abc import Callable
from pathlib import Path

from infoviz.workbook.disk import Disk

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


class ShortWrites(Disk):
    """Writes at most seven bytes at a time."""

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        return os.write(descriptor, data[:7])
