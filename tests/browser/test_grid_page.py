"""The grid in a real browser, on a static page: every key, every editor, every refusal."""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.gridpage import GridPage
from tests.widgets.desk import TestDesk

pytestmark = pytest.mark.browser

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page with a desk's grid on it; at the end nothing may have gone wrong."""
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


def cell(page, row, column):
    """The cell of a person's row and a column's header."""
    heads = page.page.locator("[role=columnheader] .ivg-text").all_text_contents()
    line = page.page.locator("tbody tr[role=row]").filter(
        has=page.page.locator("td:first-child", has_text=str(row))
    )
    return line.locator("td").nth(heads.index(column) + 1)


def test_a_cell_is_edited_and_python_has_it(opened):
    page = opened()
    cell(page, 3, "Organization").dblclick()
    page.page.keyboard.type("Beech")
    page.page.keyboard.press("Enter")
    expect(cell(page, 3, "Organization")).to_have_text("Beech")
    assert page.desk.rows[3][1] == "Beech"


def test_a_refused_value_stays_in_the_open_editor_with_the_reason(opened):
    page = opened()
    cell(page, 3, "Asked on").click()
    page.page.keyboard.type("22.11.2026")
    page.page.keyboard.press("Enter")
    editor = page.page.get_by_label("Asked on, row 3")
    expect(editor).to_have_value("22.11.2026")
    expect(editor).to_be_focused()
    expect(page.page.get_by_role("alert")).to_contain_text("“22.11.2026” is refused. Expected is a date")
    page.page.keyboard.press("Escape")
    expect(cell(page, 3, "Asked on")).to_have_text("2026-10-19")
