"""What carries the notebooks: which tracker they open, and how they are laid out and launched."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import infoviz
from infoviz.errors import UnfitSetting
from infoviz.serving import shipped

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "sample_tracker.xlsx"


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    """The environment of somebody who has set nothing."""
    for name in ("INFOVIZ_TRACKER", "INFOVIZ_AS_OF", "INFOVIZ_COPIES"):
        monkeypatch.delenv(name, raising=False)


def test_the_shipped_files_of_a_checkout_are_its_own():
    assert shipped.notebooks() == ROOT / "notebooks"
    assert shipped.sample() == SAMPLE


def test_without_a_tracker_a_copy_of_the_sample_is_chosen():
    chosen = infoviz.chosen_tracker()
    assert chosen.path != SAMPLE
    assert chosen.path.read_bytes() == SAMPLE.read_bytes()
    assert chosen.as_of == date(2026, 11, 20)
    tracker_file, as_of = chosen
    assert (tracker_file, as_of) == (chosen.path, chosen.as_of)


def test_no_two_calls_share_a_copy_and_the_sample_stays(tmp_path):
    before = SAMPLE.read_bytes()
    first, second = infoviz.chosen_tracker().path, infoviz.chosen_tracker().path
    tracker = infoviz.load(first)
    tracker.edit(tracker.contacts.index[0], notes="Met at the harbour")
    tracker.save()
    assert first.read_bytes() != before
    assert second.read_bytes() == SAMPLE.read_bytes() == before


def test_the_copy_goes_when_python_ends(tmp_path):
    code = "import infoviz; print(infoviz.chosen_tracker().path)"
    surroundings = os.environ | {"INFOVIZ_COPIES": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).parent.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_a_tracker_of_ones_own_is_chosen_for_today(monkeypatch, tmp_path):
    monkeypatch.setenv("INFOVIZ_TRACKER", str(tmp_path / "mine.xlsx"))
    before = date.today()
    chosen = infoviz.chosen_tracker()
    assert chosen.path == tmp_path / "mine.xlsx"
    assert before <= chosen.as_of <= date.today()


def test_a_day_of_ones_own(monkeypatch):
    monkeypatch.setenv("INFOVIZ_AS_OF", "2026-10-01")
    assert infoviz.chosen_tracker().as_of == date(2026, 10, 1)
    monkeypatch.setenv("INFOVIZ_TRACKER", "mine.xlsx")
    assert infoviz.chosen_tracker().as_of == date(2026, 10, 1)


def test_a_day_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("INFOVIZ_AS_OF", "yesterday")
    with pytest.raises(UnfitSetting, match="INFOVIZ_AS_OF is “yesterday”"):
        infoviz.chosen_tracker()
