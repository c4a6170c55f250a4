"""A browser and three servers, started once for the tests of this folder and ended after them.

A test of a widget asks for ``lab_server`` and ``visit``, and goes on from::

    notebook = Notebook(visit.page, lab_server.at("/doc/tree/03_update.ipynb?reset"))
    notebook.run_all()
    visit.page.get_by_role("button", name="Save").click()
"""

import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.jupyter import NOTEBOOKS, Visit
from tests.served import SECONDS, Served, apart, free_port

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, driven by Playwright. One for the whole folder: a second one cannot be started beside it."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A fresh page that is watched: the test fails if anything was asked of another machine."""
    visit = Visit(browser)
    yield visit
    visit.close()


@pytest.fixture
def dark_visit(browser: Browser) -> Iterator[Visit]:
    """The same for a reader who likes it dark."""
    visit = Visit(browser, dark=True)
    yield visit
    visit.close()


@pytest.fixture(scope="package")
def lab_server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """``infoviz lab`` without a file: JupyterLab on copies of all notebooks, each opening its own copy of the sample.

    ``lab_server.at("/doc/tree/01_explore.ipynb?reset")`` is the address of a notebook by itself, and ``/lab/tree/…`` in
    the whole of JupyterLab. ``lab_server.notebooks`` is their folder: what a test writes there can be opened.
    """
    folder = tmp_path_factory.mktemp("lab")
    server = Served(folder, "lab")
    server.notebooks = folder / "infoviz_notebooks"
    yield server
    server.end()


@pytest.fixture(scope="package")
def voila_server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """``infoviz app`` without a file: ``voila_server.at("/voila/render/01_explore.ipynb")`` is one dashboard."""
    server = Served(tmp_path_factory.mktemp("app"), "app")
    yield server
    server.end()


class Notebook7:
    """Notebook 7, which infoviz does not start itself: ``at("/notebooks/01_explore.ipynb")`` is one notebook."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.origin, self.token = f"http://127.0.0.1:{port}", "only for this test"
        options = (
            "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0", f"--IdentityProvider.token={self.token}", f"--ServerApp.root_dir={folder}",
        )  # fmt: skip
        self.said = (folder / "said.txt").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "notebook", *options],
            env=apart(folder / "apart"), stdout=self.said, stderr=self.said,
        )  # fmt: skip
        until = time.monotonic() + SECONDS
        while not self.answers():
            assert self.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.at("/api/status"), timeout=1):
                return True
        except OSError:
            return False

    def at(self, path: str) -> str:
        return f"{self.origin}{path}?token={self.token.replace(' ', '%20')}"

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(SECONDS)
        self.said.close()


@pytest.fixture(scope="package")
def notebook_server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook7]:
    """Notebook 7 on copies of all notebooks."""
    folder = tmp_path_factory.mktemp("notebook")
    for path in NOTEBOOKS:
        shutil.copy(path, folder)
    server = Notebook7(folder)
    yield server
    server.end()
