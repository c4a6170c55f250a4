"""A save goes on merging while others go on changing the file, and says what to do where it gives up."""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

import infoviz
from infoviz.editing import desk
from infoviz.errors import ChangedOnDisk, StillChanging
from infoviz.workbook.saving.disk import DISK
from tests.editing.making import elsewhere, make, row_of

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


def changing(path: Path, times: int) -> Callable[..., None]:
    """Write a new file, after somebody else has changed the old one, so many times."""
    create, left = DISK.create, iter(range(times))

    def meanwhile(*arguments: object, **named: object) -> None:
        number = next(left, None)
        if number is not None:
            elsewhere(path, lambda sheet: sheet.cell(4, 3, f"Chair {number}"))
        create(*arguments, **named)  # type: ignore[arg-type]

    return meanwhile


def test_more_changes_than_a_few_are_merged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "PAUSES", (0.0, 0.001))
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Ours")
    monkeypatch.setattr(DISK, "create", changing(path, 12))
    receipt = tracker.save()
    assert receipt.merged == ("People!C4",)
    assert row_of(path, "Ana Ruiz")[9] == "Ours"
    assert row_of(path, "Cleo Diaz")[2] == "Chair 11"


def test_where_patience_ends_saving_again_helps(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "PATIENCE", 0.0)
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Ours")
    with monkeypatch.context() as patch:
        patch.setattr(DISK, "create", changing(path, 99))
        with pytest.raises(
            StillChanging, match=r"keep changing it\. Save again in a moment: all edits are still here"
        ):
            tracker.save()
    assert row_of(path, "Ana Ruiz")[9] == "Knows everybody"
    assert [item.name for item in path.parent.iterdir() if item.is_file()] == [path.name]
    tracker.save()
    assert row_of(path, "Ana Ruiz")[9] == "Ours"
    assert row_of(path, "Cleo Diaz")[2].startswith("Chair")


def test_what_cannot_be_merged_is_not_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.time, "sleep", lambda _: pytest.fail("waited"))
    tracker = infoviz.load(path)
    tracker.edit(2, notes="Ours")
    tracker.workbook.set("People", "C7", "Columnist")
    elsewhere(path, lambda sheet: sheet.cell(4, 3, "Chair"))
    with pytest.raises(ChangedOnDisk, match="or save to another file"):
        tracker.save()
    copy = path.with_name("copy.xlsx")
    tracker.save(copy)
    assert row_of(copy, "Fay Morgan")[2] == "Columnist"


WRITER = """
    import sys
    import infoviz

    tracker, row = infoviz.load(sys.argv[1]), int(sys.argv[2])
    for number in range(6):
        tracker.edit(row, notes=f"{row}: {number}")
        tracker.save()
"""


def test_nobody_who_saves_is_outrun_by_those_who_save_at_once(path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(path)]
    writers = [
        subprocess.Popen([*command, str(row)], cwd=HOUSE, stderr=subprocess.PIPE, text=True)
        for row in range(2, 6)
    ]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [("", 0)] * 4
    names = ["Ana Ruiz", "Bo Lindqvist", "Cleo Diaz", "Dara Okafor"]
    assert [row_of(path, name)[9] for name in names] == [f"{row}: 5" for row in range(2, 6)]
