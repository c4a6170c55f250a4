"""A browser, and pages with the grid on them."""

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.grid.page import GridPage
from tests.widgets.desk import TestDesk

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)


@pytest.fixture(scope="package")
def browser(chromium):
    """A Chromium without a window."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page with a desk's grid on it; at the end nothing may have gone wrong on any."""
    pages = []

    def open_page(desk=None, **options):
        folder = tmp_path / str(len(pages))
        folder.mkdir()
        pages.append(GridPage(browser, folder, desk or TestDesk(), **options))
        return pages[-1]

    yield open_page
    problems = [problem for page in pages for problem in page.problems]
    for page in pages:
        page.close()
    assert problems == []
