"""How wide the columns are: drawn by the mouse, set by keys, kept while the widget lives."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def widths(page):
    return {label: round(page.head(label).bounding_box()["width"]) for label in page.heads()}


def draw(page, label, pixels):
    """Drag the right edge of a header."""
    box = page.head(label).bounding_box()
    x, y = box["x"] + box["width"] - 3, box["y"] + box["height"] / 2
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + pixels / 2, y)
    page.page.mouse.move(x + pixels, y + 40)
    page.page.mouse.up()


@pytest.mark.parametrize("pixels", [60, -30])
def test_a_column_is_drawn_wider_or_narrower_and_the_others_stay(opened, pixels):
    page = opened()
    before = widths(page)
    draw(page, "Organization", pixels)
    after = widths(page)
    assert after.pop("Organization") == before.pop("Organization") + pixels
    assert after == before
    expect(page.head("Organization")).to_have_attribute("aria-sort", "none")


def test_a_double_click_on_the_edge_gives_the_first_width_back(opened):
    page = opened()
    before = widths(page)
    draw(page, "Channel", 200)
    box = page.head("Channel").bounding_box()
    page.page.mouse.dblclick(box["x"] + box["width"] - 3, box["y"] + 10)
    assert abs(widths(page)["Channel"] - before["Channel"]) <= 1
    expect(page.editor()).to_have_count(0)


def test_keys_set_the_width_of_the_header_they_are_in(opened):
    page = opened()
    before = widths(page)
    page.cell(2, "Organization").click()
    page.press("ArrowUp", "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight", "Alt+Shift+ArrowLeft")
    after = widths(page)
    assert page.here() == (0, "Organization")
    assert after.pop("Organization") == before.pop("Organization") + 20
    assert after == before
    expect(page.page.locator(".ivg-status")).to_contain_text("“Organization” is")
    page.press(*["Alt+Shift+ArrowLeft"] * 40)
    assert widths(page)["Organization"] == 48


def test_a_width_is_kept_by_each_view_as_long_as_the_widget_lives(opened):
    page = opened()
    draw(page, "Organization", 90)
    wide = widths(page)["Organization"]
    page.button("Filter").click()
    page.head("Asked on").click()
    assert widths(page)["Organization"] == wide
    page.page.evaluate("() => { window.close_first(); window.view('second'); }")
    page.page.wait_for_selector("#second .ivg-count:not(:empty)")
    assert widths(page)["Organization"] == wide


def test_the_column_that_stays_leaves_room_for_the_others(opened):
    page = opened(width=700)
    draw(page, "Name", 500)
    name = page.head("Name").bounding_box()
    box = page.page.locator(".ivg-scroller").bounding_box()
    assert name["width"] <= 0.6 * box["width"] + 1
    page.cell(2, "Name").click()
    page.press("End")
    assert page.head("Name").bounding_box()["x"] == name["x"]
    notes = page.head("Notes").bounding_box()
    assert name["x"] + name["width"] - 1 <= notes["x"]
    assert notes["x"] + notes["width"] <= box["x"] + box["width"] + 1
