"""A save that fails leaves the file as it was and the edits in memory; the next one succeeds."""

import errno
from pathlib import Path

import pytest

import infoviz
from infoviz.errors import InfovizError
from infoviz.workbook.saving.disk import DISK
from tests.editing.making import elsewhere, make, row_of

CALLS = ("create", "contents", "replace", "stat", "listdir", "resemble", "open")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)


@pytest.mark.parametrize("number", ERRORS, ids=[errno.errorcode[number] for number in ERRORS])
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("merging", [False, True], ids=["plain", "merging"])
def test_a_retry_succeeds(
    call: str, number: int, merging: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "tracker.xlsx")
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Ours")
    row = tracker.add(name="Gus Adler", organization="Stark Water")
    if merging:
        elsewhere(path, lambda sheet: sheet.cell(3, 3, "Head of Analysis"))
    before, edits = path.read_bytes(), len(tracker.edits)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "made to fail")

    with monkeypatch.context() as patch:
        patch.setattr(DISK, call, fail)
        with pytest.raises(InfovizError):
            tracker.save()
    assert path.read_bytes() == before
    assert len(tracker.edits) == edits
    assert tracker.contacts.loc[row, "name"] == "Gus Adler"
    tracker.save()
    assert row_of(path, "Ana Ruiz")[9] == "Ours"
    assert row_of(path, "Gus Adler")[1] == "Stark Water"
    assert tracker.edits.empty


def test_another_change_between_two_merges_is_merged_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "tracker.xlsx")
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Ours")
    elsewhere(path, lambda sheet: sheet.cell(3, 3, "Head of Analysis"))
    create, again = DISK.create, iter([True])

    def meanwhile(*arguments: object, **named: object) -> None:
        if next(again, False):
            elsewhere(path, lambda sheet: sheet.cell(4, 3, "Chair"))
        create(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(DISK, "create", meanwhile)
    tracker.save()
    assert row_of(path, "Ana Ruiz")[9] == "Ours"
    assert row_of(path, "Bo Lindqvist")[2] == "Head of Analysis"
    assert row_of(path, "Cleo Diaz")[2] == "Chair"
