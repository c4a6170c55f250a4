"""Looks: no fault of accessibility in light or dark, whatever is open; the theme; narrow pages."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import SCRIPT

pytestmark = pytest.mark.browser

HANGING = {"bgOverlap", "elmPartiallyObscured", "elmPartiallyObscuring"}


def faults(page):
    """What axe finds wrong with the page."""
    page.page.evaluate(SCRIPT)
    found = page.page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    # A contrast that axe cannot tell is a fault too, except of what lies below something that hangs over it.
    unsure = [one for one in found["incomplete"] if one["id"] == "color-contrast"]
    for one in unsure:
        one["nodes"] = [node for node in one["nodes"] if node["any"][0]["data"]["messageKey"] not in HANGING]
    return [
        (fault["id"], node["html"][:200], node["failureSummary"])
        for fault in found["violations"] + unsure
        for node in fault["nodes"]
    ]


def mark_all(page):
    """Bring every state a cell can be in onto the page."""
    page.cell(3, "Organization").dblclick()
    page.type("Beech")
    page.press("Enter")
    page.cell(5, "Minutes").click()
    page.type("many")
    page.press("Enter")
    expect(page.editor()).to_have_value("many")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_fault_of_accessibility(opened, dark):
    page = opened(dark=dark)
    assert faults(page) == []
    mark_all(page)
    assert faults(page) == []  # an editor with a refusal
    page.cell(7, "Channel").click()
    page.cell(8, "Response").click(modifiers=["Shift"])
    assert faults(page) == []  # a cell refused, one not saved, a block selected
    page.button("Filter").click()
    page.button("Add a person").click()
    page.button(
        "Add",
    ).last.click()
    expect(page.page.get_by_role("form").get_by_role("alert")).to_be_visible()
    assert faults(page) == []  # filters, and a form with a refusal
    page.button("Columns").click()
    assert faults(page) == []
    page.button("Keys").click()
    assert faults(page) == []
    page.press("Escape")
    page.page.get_by_label("Search in all columns").fill("nobody at all")
    assert faults(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_fault_of_accessibility_without_connection(opened, dark):
    page = opened(dark=dark)
    page.page.evaluate("window.connection = 'throws'")
    page.cell(3, "Organization").dblclick()
    page.type("Beech")
    page.press("Enter")
    expect(page.button("Send again")).to_be_visible()
    assert faults(page) == []


def ground(page):
    return page.page.evaluate("getComputedStyle(document.querySelector('.ivg-root')).backgroundColor")


def test_the_notebook_s_theme_goes_before_the_system_s(opened):
    assert ground(opened(dark=True, theme="light")) == "rgb(255, 255, 255)"
    assert ground(opened(dark=False, theme="dark")) == "rgb(27, 29, 33)"
    page = opened(dark=False, theme="light")
    page.page.add_style_tag(
        content="body { --jp-layout-color1: rgb(1, 2, 3); --jp-ui-font-color0: rgb(250, 250, 250) }"
    )
    assert ground(page) == "rgb(1, 2, 3)"


def test_a_narrow_page_scrolls_the_table_and_nothing_else(opened):
    page = opened(width=400)
    page.button("Filter").click()
    page.button("Add a person").click()
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 400
    page.button("Cancel").click()
    page.cell(2, "Name").click()
    page.press("End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
    box = page.cell(2, "Channel").bounding_box()
    name = page.cell(2, "Name").bounding_box()
    assert name["width"] < 200
    assert name["x"] + name["width"] - 1 <= box["x"]
    assert box["x"] + box["width"] <= 400
    for menu, panel in (("Columns", ".ivg-panel[role=group]"), ("Keys", ".ivg-keys")):
        page.button(menu).click()
        open_panel = page.page.locator(panel).bounding_box()
        assert open_panel["x"] >= 0
        assert open_panel["x"] + open_panel["width"] <= 400


@pytest.mark.parametrize("width", [1100, 640])
@pytest.mark.parametrize(
    ("menu", "panel"), [("Columns", "[aria-label='Columns shown']"), ("Keys", ".ivg-keys")]
)
def test_a_menu_stays_within_the_table_s_page(opened, width, menu, panel):
    page = opened(width=width)
    page.button(menu).click()
    root, box = (page.page.locator(one).bounding_box() for one in (".ivg-root", panel))
    assert root["x"] <= box["x"]
    assert box["x"] + box["width"] <= root["x"] + root["width"]


@pytest.mark.parametrize("place", [(2, "Notes"), (8, "Name"), (8, "Notes")])
def test_a_reason_is_within_sight(opened, place):
    page = opened()
    page.cell(*place).click()
    page.page.evaluate("window.connection = 'silent'")
    page.type("word")
    page.press("Enter")
    page.page.evaluate(
        """([row, column]) => window.deliver([{custom: {
          type: "refused", id: window.sent.findLast(({type}) => type === "edit").id, row, column,
          reason: "This is refused, and the reason is a sentence that needs more than one line to be said." }}])""",
        [place[0], {"Notes": "notes", "Name": "name"}[place[1]]],
    )
    reason = page.page.locator(".ivg-table .ivg-reason").bounding_box()
    box = page.page.locator(".ivg-scroller").bounding_box()
    assert reason["x"] + reason["width"] <= box["x"] + box["width"] + 1
    assert reason["y"] + reason["height"] <= box["y"] + box["height"] + 1


def test_a_text_cut_short_shows_whole_under_the_mouse(opened):
    page = opened()
    page.cell(2, "Notes").click()
    page.type("word " * 30)
    page.press("Enter")
    page.cell(2, "Notes").hover()
    expect(page.cell(2, "Notes").locator(".ivg-text")).to_have_attribute("title", "word " * 30)
    page.cell(2, "Name").hover()
    assert page.cell(2, "Name").locator(".ivg-text").get_attribute("title") is None


def test_the_focus_is_seen(opened):
    page = opened()
    style = "cell => { const s = getComputedStyle(cell); return [s.outlineStyle, s.outlineWidth]; }"
    page.cell(3, "Channel").click()
    assert page.cell(3, "Channel").evaluate(style) == ["solid", "2px"]
    page.press("ArrowUp", "ArrowUp")
    assert page.head("Channel").evaluate(style) == ["solid", "2px"]
    page.button("Undo").focus()
    page.press("Tab", "Shift+Tab")
    assert page.button("Undo").evaluate(style) == ["solid", "2px"]
