"""What is shown: the cells, the order, the search, the filters, the columns."""

import pytest
from playwright.sync_api import expect

from infoviz.widgets.grid import GridColumn
from tests.widgets.desk import COLUMNS, ROWS, TestDesk

pytestmark = pytest.mark.browser


def test_the_cells_are_those_of_python(opened):
    page = opened()
    assert page.heads() == [column.label for column in COLUMNS if not column.hidden]
    assert page.rows() == list(ROWS)
    for row, texts in ROWS.items():
        shown = page.line(row).locator("td .ivg-text").all_text_contents()
        assert shown == [text or "" for text in texts[:-1]]


def test_a_screen_reader_is_told_what_is_there(opened):
    page = opened()
    grid = page.page.get_by_role("grid", name="People & friends")
    expect(grid).to_have_attribute("aria-rowcount", "7")
    expect(grid).to_have_attribute("aria-colcount", "9")
    expect(grid).to_have_attribute("aria-multiselectable", "true")
    expect(page.line(5)).to_have_attribute("aria-rowindex", "4")
    expect(page.cell(5, "Channel")).to_have_attribute("aria-colindex", "4")
    expect(page.cell(5, "Channel")).to_have_attribute("aria-readonly", "false")
    expect(page.cell(5, "Last touch")).to_have_attribute("aria-readonly", "true")
    assert page.page.get_by_role("rowheader").all_text_contents() == [texts[0] for texts in ROWS.values()]
    page.button("Filter").click()
    expect(grid).to_have_attribute("aria-rowcount", "8")
    expect(page.line(5)).to_have_attribute("aria-rowindex", "5")


def test_hostile_texts_are_texts(opened):
    page = opened()
    hostile = TestDesk(
        [GridColumn("name", "<b>Name</b>", "text"), GridColumn("x", "X", "choice", ("<i>a</i>", "&amp;"))],
        {2: ["<img src=x onerror=alert(1)>", "<i>a</i>"], 3: ["\u202edrowkcab", "=1+1"]},
    )
    page = opened(hostile)
    assert page.heads() == ["<b>Name</b>", "X"]
    expect(page.cell(2, "<b>Name</b>")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.cell(3, "X")).to_have_text("=1+1")
    assert page.page.locator(".ivg-table :is(img, b, i, script)").count() == 0
    page.button("Filter").click()
    options = page.page.get_by_label("Filter by X").locator("option").all_text_contents()
    assert options == ["All", "<i>a</i>", "&amp;", "=1+1", "(blank)"]
    page.cell(2, "X").dblclick()
    expect(page.editor()).to_have_value("<i>a</i>")


def test_right_to_left_texts_run_their_way(opened):
    page = opened()
    style = "cell => [getComputedStyle(cell).direction, getComputedStyle(cell).textAlign]"
    assert page.cell(8, "Name").evaluate(style) == ["rtl", "start"]
    assert page.cell(2, "Name").evaluate(style) == ["ltr", "start"]


ORDERS = {
    "Name": [7, 2, 3, 6, 5, 8],  # emil before Émile Zola: neither case nor accent counts
    "Minutes": [3, 8, 2, 6, 5, 7],  # 9 before 20 before 100, then blanks
    "Response": [7, 3, 2, 6, 5, 8],  # equal ones in the sheet's order
    "Asked on": [7, 3, 2, 8, 6, 5],
}


def test_sorting_by_click(opened):
    page = opened()
    for label, order in ORDERS.items():
        page.head(label).click()
        assert page.rows() == order
        expect(page.head(label)).to_have_attribute("aria-sort", "ascending")
    page.head(label).click()
    page.head(label).click()
    assert page.rows() == list(ROWS)
    expect(page.head(label)).to_have_attribute("aria-sort", "none")


SEARCHES = {
    "emil": [5, 6],
    "EMILE": [5],
    "ana kind": [2],
    "2026-11": [2],
    "دانا": [8],
    "zzz": [],
    " ": list(ROWS),
}


def test_searching(opened):
    page = opened()
    for text, rows in SEARCHES.items():
        page.page.get_by_label("Search in all columns").fill(text)
        assert page.rows() == rows, text
        people = "6 people" if text == " " else f"{len(rows)} of 6 people shown"
        expect(page.page.locator(".ivg-count")).to_have_text(people)
        assert page.page.get_by_text("Nobody matches.").is_visible() == (not rows)


def test_from_the_search_into_the_table(opened):
    page = opened()
    page.page.get_by_label("Search in all columns").fill("emil")
    page.press("ArrowDown")
    assert page.here() == (5, "Name")


def test_the_chosen_person_stays_chosen_when_others_are_filtered_away(opened):
    page = opened()
    page.cell(6, "Channel").click()
    page.page.get_by_label("Search in all columns").fill("emil")
    page.page.locator(".ivg-table [tabindex='0']").focus()
    assert page.here() == (6, "Channel")


def test_filters_by_column(opened):
    page = opened()
    expect(page.button("Filter")).to_have_attribute("aria-expanded", "false")
    page.button("Filter").click()
    expect(page.button("Filter")).to_have_attribute("aria-expanded", "true")
    page.page.get_by_label("Filter by Response").select_option("yes")
    assert page.rows() == [2, 6]
    page.page.get_by_label("Asked on from").fill("2026-11-01")
    assert page.rows() == [2]
    expect(page.button("Filter (2)")).to_be_visible()
    page.page.get_by_label("Filter by Response").select_option("(blank)")
    assert page.rows() == [8]
    page.page.get_by_label("Asked on to").fill("2026-12-01")
    assert page.rows() == []
    page.button("Show everyone").click()
    assert page.rows() == list(ROWS)
    page.page.get_by_label("Organization contains").fill("CÉD")
    assert page.rows() == [5]


def test_a_filter_goes_with_its_column(opened):
    page = opened()
    page.button("Filter").click()
    page.page.get_by_label("Filter by Channel").select_option("fax")
    assert page.rows() == [8]
    page.button("Columns").click()
    page.page.get_by_role("checkbox", name="Channel").uncheck()
    assert page.rows() == list(ROWS)


def test_columns_are_shown_and_hidden(opened):
    page = opened()
    page.button("Columns").click()
    ticked = page.page.get_by_role("checkbox", checked=True).count()
    assert ticked == len([column for column in COLUMNS if not column.hidden]) - 1  # the name cannot be hidden
    page.page.get_by_role("checkbox", name="Notes").uncheck()
    page.page.get_by_role("checkbox", name="Phone").check()
    assert page.heads()[-2:] == ["Last touch", "Phone"]
    expect(page.cell(3, "Phone")).to_have_text("2")
    expect(page.page.get_by_role("checkbox", name="Phone")).to_be_focused()
    page.press("Escape")
    expect(page.button("Columns")).to_be_focused()
    expect(page.page.get_by_role("checkbox", name="Phone")).to_be_hidden()
    page.grid.show(COLUMNS, ROWS)  # what was chosen holds when Python shows something else
    page.push()
    expect(page.page.locator(".ivg-count")).to_have_text("6 people")
    assert page.heads()[-1] == "Phone"


def test_python_shows_something_else(opened):
    page = opened()
    page.cell(3, "Name").click()
    page.grid.show(COLUMNS[:2], {3: ["Bo Lind", "Birch"], 40: ["Cy Ito", None]}, {(40, "name")})
    page.push()
    expect(page.cell(40, "Name")).to_have_text("Cy Ito")
    assert page.heads() == ["Name", "Organization"]
    assert page.rows() == [3, 40]
    assert page.here() == (3, "Name")
    expect(page.cell(40, "Name")).to_have_attribute("aria-description", "not saved yet")
    page.grid.show(COLUMNS[:2], {})
    page.push()
    expect(page.page.get_by_text("Nobody is here yet.")).to_be_visible()
    page.press("ArrowDown", "ArrowRight", "Enter", "Delete", "Control+a", "a")
    assert page.editor().count() == 0


def test_python_changes_adds_and_removes_rows(opened):
    page = opened()
    page.cell(6, "Channel").click()
    page.grid.patch({3: ["Bo", *ROWS[3][1:]], 9: ["New", *ROWS[3][1:]]}, {(3, "name"), (9, "name")}, [2, 5])
    page.push()
    expect(page.cell(3, "Name")).to_have_text("Bo")
    assert page.rows() == [3, 6, 7, 8, 9]
    assert page.here() == (6, "Channel")
    expect(page.page.locator(".ivg-unsaved")).to_have_text("2 cells here not saved")
    expect(page.cell(9, "Name")).to_have_class("ivg-kind-text ivg-frozen ivg-first ivg-edited")
    page.grid.patch({}, ())
    page.push()
    expect(page.page.locator(".ivg-unsaved")).to_have_text("")
    expect(page.cell(9, "Name")).not_to_have_attribute("aria-description", "not saved yet")


def test_python_says_a_sentence(opened):
    page = opened()
    page.grid.say("Saved 3 cells.")
    page.push()
    expect(page.page.get_by_role("status").filter(has_text="Saved 3 cells.")).to_be_visible()


def test_the_rows_stay_where_they_are_while_they_are_changed(opened):
    page = opened()
    page.head("Response").click()
    page.page.get_by_label("Search in all columns").fill("2026")
    before = page.rows()
    page.cell(2, "Response").click()
    page.press("n", "Enter")
    expect(page.cell(2, "Response")).to_have_text("no")
    assert page.rows() == before


def test_two_views_of_one_grid(opened):
    page = opened()
    page.page.evaluate("() => { window.close_second = window.view('second'); }")
    second = page.page.locator("#second")
    expect(second.get_by_role("rowheader")).to_have_count(6)
    page.page.locator("#first").get_by_role("gridcell", name="Birch").dblclick()
    page.type("Beech")
    page.press("Enter")
    expect(second.get_by_role("gridcell", name="Beech")).to_have_attribute(
        "aria-description", "not saved yet"
    )
    page.page.evaluate("window.close_second()")
    assert second.locator("*").count() == 0
    page.grid.patch({3: ["Bo again", *ROWS[3][1:]]}, ())
    page.push()
    expect(page.page.locator("#first").get_by_role("rowheader", name="Bo again")).to_be_visible()


def test_a_view_that_is_closed_leaves_nothing(opened):
    page = opened()
    page.page.evaluate("window.close_first()")
    page.grid.say("Is anybody there?")
    page.push()
    assert page.page.locator("#first *").count() == 0


def test_rows_that_are_no_people_bear_no_numbers(opened):
    page = opened(TestDesk(people=False))
    assert page.page.get_by_role("grid").locator(".ivg-gutter:visible").count() == 0
    page.page.get_by_role("gridcell", name="Acme").dblclick()
    expect(page.editor()).to_have_attribute("aria-label", "Organization, Ana Ruiz")
    page.press("Escape")
    page.page.get_by_label("Search in all columns").fill("nothing like it")
    expect(page.page.get_by_text("No row matches.")).to_be_visible()
    expect(page.button("Show all")).to_be_visible()
