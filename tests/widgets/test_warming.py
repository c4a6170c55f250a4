"""The kernel of a dashboard loads what the table needs while the page is on its way, and only then."""

import asyncio
from types import SimpleNamespace

import pytest

from infoviz.serving.servers import WARMING, Dashboard
from infoviz.serving.shipped import notebooks
from infoviz.widgets import warming


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(warming, "import_module", found.append)
    monkeypatch.setattr(warming, "PAUSE", 0.001)
    return found


def begin(shell: SimpleNamespace) -> None:
    async def wait() -> None:
        warming.load_ipython_extension(shell)
        await asyncio.sleep(0.2)

    asyncio.run(wait())


def test_what_the_table_needs_is_loaded_in_order(loaded: list[str]) -> None:
    begin(SimpleNamespace(execution_count=1))
    assert loaded == list(warming.LOADED)


def test_once_a_cell_has_run_nothing_more_is_loaded(loaded: list[str]) -> None:
    begin(SimpleNamespace(execution_count=2))
    assert loaded == []


def test_the_modules_are_there() -> None:
    for name in warming.LOADED:
        __import__(name)


def test_the_kernels_of_a_dashboard_begin_with_it() -> None:
    kernel = Dashboard(notebooks()).settings(8866, "token", None)["kernels/python3/kernel.json"]
    assert f"--InteractiveShellApp.extra_extensions={WARMING}" in kernel["argv"]
    assert warming.__name__ == WARMING
