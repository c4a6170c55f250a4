"""Ten thousand people: only those within sight are on the page, and the focus is never lost."""

import pytest
from playwright.sync_api import expect

from infoviz.widgets.grid import GridColumn
from tests.widgets.desk import TestDesk

pytestmark = pytest.mark.browser

PEOPLE = 10_000
KINDS = ("text", "text", "date", "choice", "number")


@pytest.fixture(scope="module")
def content():
    columns = [GridColumn(f"c{place}", f"Column {place}", KINDS[place % 5]) for place in range(20)]
    rows = {
        row: [
            f"Person {row:05}",
            f"Organization {row % 97}",
            f"2026-{row % 12 + 1:02}-{row % 28 + 1:02}",
            ("yes", "no", None)[row % 3],
            str(row * 7919 % 10_007),
        ]
        * 4
        for row in range(2, PEOPLE + 2)
    }
    return columns, rows


@pytest.fixture
def page(opened, content):
    return opened(TestDesk(*content))


def drawn(page):
    return page.page.locator("tbody tr[role=row]").count()


def test_few_rows_are_on_the_page_wherever_one_scrolls(page):
    expect(page.page.locator(".ivg-count")).to_have_text("10,000 people")
    expect(page.page.get_by_role("grid")).to_have_attribute("aria-rowcount", "10001")
    height = page.page.locator(".ivg-table").bounding_box()["height"]
    for place in (0, 3_000, 200_000, 10_000_000):
        page.page.evaluate("top => { document.querySelector('.ivg-scroller').scrollTop = top; }", place)
        page.page.wait_for_function(
            """() => { const box = document.querySelector(".ivg-scroller").getBoundingClientRect();
            const at = (y) => document.elementFromPoint(box.left + 100, y)?.closest("tr[role=row]");
            return at(box.top + 60) && at(box.bottom - 20); }"""
        )
        assert drawn(page) < 60
        assert page.page.locator(".ivg-table").bounding_box()["height"] == height
    assert page.rows()[-1] == PEOPLE + 1


def test_the_focus_survives_scrolling_and_an_open_editor_too(page):
    page.cell(4, "Column 1").click()
    page.page.evaluate("document.querySelector('.ivg-scroller').scrollTop = 150_000")
    expect(page.page.get_by_role("rowheader", name="Person 04420")).to_be_visible()
    assert page.here() == (4, "Column 1")
    assert drawn(page) < 60
    page.press("ArrowDown")
    assert page.here() == (5, "Column 1")
    expect(page.cell(5, "Column 1")).to_be_in_viewport()
    page.type("Be")
    page.page.evaluate("document.querySelector('.ivg-scroller').scrollTop = 250_000")
    expect(page.page.get_by_role("rowheader", name="Person 07360")).to_be_visible()
    page.type("ech")
    page.press("Enter")
    expect(page.cell(5, "Column 1")).to_have_text("Beech")
    assert page.desk.rows[5][1] == "Beech"
    assert page.here() == (6, "Column 1")


def test_the_place_is_kept_when_a_notebook_takes_the_table_off_the_page_for_a_while(page):
    page.page.evaluate("document.querySelector('.ivg-scroller').scrollTop = 150_000")
    expect(page.page.get_by_role("rowheader", name="Person 04420")).to_be_visible()
    page.page.evaluate("window.root = document.querySelector('.ivg-root'); window.root.remove()")
    page.page.wait_for_timeout(100)
    page.page.evaluate("document.getElementById('second').append(window.root)")
    expect(page.page.get_by_role("rowheader", name="Person 04420")).to_be_in_viewport()


def test_going_far_by_key(page):
    page.cell(2, "Column 0").click()
    page.press("Control+End")
    assert page.here() == (PEOPLE + 1, "Column 19")
    expect(page.cell(PEOPLE + 1, "Column 19")).to_be_in_viewport()
    page.press("PageUp")
    assert PEOPLE - 40 < page.here()[0] < PEOPLE
    page.press("Home", "Control+ArrowUp")
    assert page.here() == (2, "Column 0")
    page.press("End")
    page.press(*["ArrowLeft"] * 18)
    box = page.cell(2, "Column 1").bounding_box()
    frozen = page.cell(2, "Column 0").bounding_box()
    assert box["x"] >= frozen["x"] + frozen["width"] - 1  # not hidden behind the column that stays


def test_sorting_searching_and_filling_thousands(page):
    page.head("Column 4").click()
    least = min((int(texts[4]), row) for row, texts in page.desk.rows.items())[1]
    assert page.rows()[0] == least
    page.page.get_by_label("Search in all columns").fill("organization 13 yes")
    count = int(page.page.locator(".ivg-count").text_content().split()[0])
    texts = ["\n".join(text or "" for text in texts).lower() for texts in page.desk.rows.values()]
    assert count == sum(all(word in text for word in ("organization", "13", "yes")) for text in texts)
    page.button("Show everyone").click()
    page.head("Column 4").click()
    page.head("Column 4").click()
    page.cell(3, "Column 1").click()
    page.press("Control+Space", "Delete")
    expect(page.page.locator(".ivg-unsaved")).to_have_text("10,000 cells here not saved")
    assert {texts[1] for texts in page.desk.rows.values()} == {None}
    page.press("Control+z")
    expect(page.cell(3, "Column 1")).to_have_text("Organization 3")
    page.press("Control+a", "Delete")
    expect(
        page.page.get_by_role("alert").filter(has_text="cells at once. Take at most 50,000.")
    ).to_be_visible()
    assert len(page.desk.calls) == 1
