"""Every key that moves, selects or opens, with no editor open."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LAST = "Notes"  # the last visible column


MOVES = (
    ("ArrowDown", (3, "Name")),
    ("ArrowDown ArrowDown", (5, "Name")),
    ("ArrowRight", (2, "Organization")),
    ("ArrowRight ArrowLeft ArrowLeft", (2, "Name")),
    ("End", (2, LAST)),
    ("End ArrowRight", (2, LAST)),
    ("End Home", (2, "Name")),
    ("Control+End", (8, LAST)),
    ("Control+End ArrowDown", (8, LAST)),
    ("Control+End Control+Home", (2, "Name")),
    ("Control+ArrowDown Control+ArrowRight", (8, LAST)),
    ("Control+End Control+ArrowUp Control+ArrowLeft", (2, "Name")),
    ("PageDown", (8, "Name")),
    ("PageDown PageUp", (2, "Name")),
    ("ArrowUp", (0, "Name")),
    ("ArrowUp ArrowUp", (0, "Name")),
    ("ArrowUp ArrowRight", (0, "Organization")),
    ("ArrowUp ArrowDown", (2, "Name")),
    ("ArrowDown Shift+Enter", (2, "Name")),
)


def test_moving(opened):
    page = opened()
    for keys, place in MOVES:
        page.cell(2, "Name").click()
        page.press(*keys.split())
        assert page.here() == place, keys


def test_one_cell_is_in_the_order_of_tabs(opened):
    page = opened()
    page.cell(3, "Channel").click()
    assert page.page.locator(".ivg-table [tabindex='0']").count() == 1
    page.press("Shift+Tab")
    expect(page.button("Add a person")).to_be_focused()
    page.press("Tab")
    assert page.here() == (3, "Channel")
    page.press("Tab")
    assert page.page.evaluate(
        "document.activeElement === document.body || !document.activeElement.closest('.ivg-table')"
    )


SELECTIONS = (
    ("Shift+ArrowDown Shift+ArrowRight", [3, 5], ["Organization", "Asked on"]),
    ("Shift+ArrowUp Shift+ArrowUp", [2, 3], ["Organization"]),
    ("Shift+Home", [3], ["Name", "Organization"]),
    ("Shift+ArrowRight ArrowRight", [3], ["Channel"]),
    ("Shift+Control+End", [3, 5, 6, 7, 8], None),
    ("Shift+PageDown", [3, 5, 6, 7, 8], ["Organization"]),
    ("Shift+Space", [3], None),
    ("Control+Space", [2, 3, 5, 6, 7, 8], ["Organization"]),
    ("Control+a", [2, 3, 5, 6, 7, 8], None),
    ("Shift+ArrowDown Escape", [5], ["Organization"]),
)


def test_selecting(opened):
    page = opened()
    for keys, rows, labels in SELECTIONS:
        page.cell(3, "Organization").click()
        page.press(*keys.split())
        selected_rows, selected_labels = page.selected()
        assert selected_rows == rows, keys
        if labels:
            assert selected_labels == labels, keys
        else:
            assert selected_labels[-1] == LAST, keys


def test_selecting_with_the_mouse(opened):
    page = opened()
    page.cell(3, "Organization").click()
    page.cell(6, "Channel").click(modifiers=["Shift"])
    assert page.selected() == ([3, 5, 6], ["Organization", "Asked on", "Channel"])
    page.cell(2, "Name").hover()
    page.page.mouse.down()
    page.cell(5, "Asked on").hover()
    page.page.mouse.up()
    page.cell(8, "Channel").hover()
    assert page.selected() == ([2, 3, 5], ["Name", "Organization", "Asked on"])
    page.line(6).locator(".ivg-gutter").click()
    assert page.selected() == ([6], page.heads())


def test_sorting_by_key(opened):
    page = opened()
    page.cell(2, "Name").click()
    page.press("ArrowUp", "ArrowRight", "ArrowRight", "Enter")
    assert page.here() == (0, "Asked on")
    expect(page.head("Asked on")).to_have_attribute("aria-sort", "ascending")
    assert page.rows() == [7, 3, 2, 8, 6, 5]  # dates, then what is none, then blank
    page.press("Space")
    expect(page.head("Asked on")).to_have_attribute("aria-sort", "descending")
    assert page.rows() == [6, 8, 2, 3, 7, 5]
    page.press("Enter")
    expect(page.head("Asked on")).to_have_attribute("aria-sort", "none")
    assert page.rows() == [2, 3, 5, 6, 7, 8]


def test_python_learns_who_is_chosen_and_only_when_it_changes(opened):
    page = opened()
    page.cell(3, "Name").click()
    page.press("ArrowRight")
    page.wait_until(lambda: page.desk.chosen == [3])
    page.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp")
    page.wait_until(lambda: page.desk.chosen == [3, 6])
    page.press("ArrowRight")
    page.page.wait_for_timeout(300)
    assert page.desk.chosen == [3, 6]


def test_a_fault_of_whoever_is_told_who_is_chosen_is_shown(opened):
    page = opened()

    def fail(row):
        raise RuntimeError("no such form")

    page.desk.choose = fail
    page.cell(3, "Name").click()
    expect(page.page.get_by_role("alert").filter(has_text="RuntimeError: no such form")).to_be_visible()
    assert page.problems == ["Python: no such form"]
    page.problems.clear()


def test_no_key_reaches_the_notebook(opened):
    page = opened()
    page.page.evaluate(
        """() => { window.heard = [];
        for (const type of ["keydown", "keypress", "keyup", "copy", "cut", "paste"])
          document.addEventListener(type, (event) => window.heard.push(type)); }"""
    )
    page.cell(3, "Name").click()
    page.press(
        "ArrowDown",
        "a",
        "Enter",
        "F2",
        "Escape",
        "Control+c",
        "Control+v",
        "Control+x",
        "Control+z",
        "Delete",
    )
    page.page.get_by_label("Search in all columns").click()
    page.press("d", "d", "Control+c", "Control+v")
    page.button("Undo").focus()
    page.press("x")
    assert page.page.evaluate("window.heard") == []
    assert page.page.locator("[data-lm-suppress-shortcuts=true]").count() == 1


def test_a_key_the_grid_does_not_know_is_left_to_the_browser(opened):
    page = opened()
    page.page.evaluate(
        "document.addEventListener('keydown', (event) => window.kept = event.defaultPrevented || event, true)"
    )
    page.cell(3, "Name").click()
    page.press("Control+f")
    assert page.page.evaluate("window.kept.defaultPrevented") is False
    assert page.editor().count() == 0
