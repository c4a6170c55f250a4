"""Trackers to show, and callbacks whose errors are not swallowed, as they are outside a kernel."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from ipywidgets.widgets.widget import CallbackDispatcher

import infoviz

SAMPLE = Path(__file__).parents[2] / "data" / "sample_tracker.xlsx"
AS_OF = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _no_error_is_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def call(self: CallbackDispatcher, *arguments: object, **named: object) -> object:
        value = None
        for callback in self.callbacks:
            value = callback(*arguments, **named)
        return value

    monkeypatch.setattr(CallbackDispatcher, "__call__", call)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Path of a copy of the sample."""
    return Path(shutil.copy(SAMPLE, tmp_path / "tracker.xlsx"))


@pytest.fixture
def tracker(path: Path) -> infoviz.Tracker:
    """The sample, on a copy that may be written."""
    return infoviz.load(path)
