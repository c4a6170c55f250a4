"""Pages with the grid on them, in the browser of the folder above."""

import pytest

from tests.browser.grid.page import GridPage
from tests.widgets.desk import TestDesk


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
