"""Editing in place: every editor, every way to open and close it, and every refusal."""

import pytest
from playwright.sync_api import expect

from tests.widgets.desk import COLUMNS, ROWS, TestDesk

pytestmark = pytest.mark.browser


def test_ways_to_open_an_editor(opened):
    page = opened()
    for key in ("Enter", "F2"):
        page.cell(3, "Organization").click()
        page.press(key)
        expect(page.page.get_by_label("Organization, row 3")).to_be_focused()
        expect(page.editor()).to_have_value("Birch")
        page.press("Escape")
        assert page.here() == (3, "Organization")
    page.cell(3, "Organization").dblclick()
    expect(page.editor()).to_have_value("Birch")
    page.press("Escape")
    page.press("x")
    expect(page.editor()).to_have_value("x")
    page.press("Escape")
    expect(page.cell(3, "Organization")).to_have_text("Birch")
    assert page.desk.calls == []


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("Enter", (5, "Organization")),
        ("Shift+Tab", (3, "Name")),
        ("Tab", (3, "Asked on")),
        ("ArrowDown", (5, "Organization")),
        ("ArrowUp", (2, "Organization")),
    ],
)
def test_ways_to_close_it(opened, key, place):
    page = opened()
    page.cell(3, "Organization").click()
    page.type("Beech")
    page.press(key)
    assert page.here() == place
    expect(page.cell(3, "Organization")).to_have_attribute("aria-description", "not saved yet")
    assert page.desk.calls == [("change", {3: {"organization": "Beech"}})]


def test_clicking_elsewhere_takes_what_was_typed(opened):
    page = opened()
    page.cell(3, "Organization").click()
    page.type("Beech")
    page.cell(6, "Channel").click()
    assert page.here() == (6, "Channel")
    page.press("ArrowUp")
    page.cell(5, "Organization").dblclick()
    page.type("Oak")
    page.page.get_by_label("Search in all columns").click()
    expect(page.page.get_by_label("Search in all columns")).to_be_focused()
    expect(page.page.locator(".ivg-unsaved")).to_have_text("2 cells here not saved")
    assert page.desk.rows[3][1] == "Beech"
    assert page.desk.rows[5][1] == "Oak"


def test_nothing_is_sent_when_nothing_changed(opened):
    page = opened()
    for label in ("Organization", "Asked on", "Response", "Minutes", "Thanked", "Channel", "Notes"):
        page.cell(2, label).click()
        page.press("Enter", "Enter")
    page.cell(2, "Organization").dblclick()
    page.cell(3, "Organization").click()
    assert page.desk.calls == []


def test_a_second_edit_replaces_the_text(opened):
    page = opened()
    for text in ("Beech", "Oak"):
        page.cell(3, "Organization").dblclick()
        page.type(text)
        page.press("Enter")
        expect(page.cell(3, "Organization")).to_have_text(text)


def test_the_editor_of_dates(opened):
    page = opened()
    page.cell(3, "Asked on").click()
    page.press("Enter")
    expect(page.editor()).to_have_attribute("type", "date")
    expect(page.editor()).to_have_value("2026-10-19")
    page.editor().fill("2026-11-20")
    page.press("Enter")
    expect(page.cell(3, "Asked on")).to_have_text("2026-11-20")
    page.cell(6, "Asked on").dblclick()  # no date stands there: it can be mended as a text
    expect(page.editor()).to_have_attribute("type", "text")
    expect(page.editor()).to_have_value("soon")
    page.type("2026-12-01")
    page.press("Enter")
    expect(page.cell(6, "Asked on")).to_have_text("2026-12-01")
    assert page.desk.rows[6][2] == "2026-12-01"


def test_the_editor_of_a_firm_list(opened):
    page = opened()
    page.cell(3, "Response").click()
    page.press("Enter")
    options = page.editor().locator("option").all_text_contents()
    assert options == ["", "yes", "no", "bounced"]
    page.press("ArrowUp")  # a key on the closed list only passes
    expect(page.editor()).to_have_value("yes")
    page.press("Enter")
    expect(page.cell(3, "Response")).to_have_text("yes")
    page.cell(3, "Response").click()
    page.press("b")  # the first letter picks the word
    expect(page.editor()).to_have_value("bounced")
    page.press("Enter")
    expect(page.cell(3, "Response")).to_have_text("bounced")
    page.cell(3, "Response").dblclick()
    page.editor().select_option("")  # a word picked from the open list is taken at once
    expect(page.cell(3, "Response")).to_have_text("")
    assert page.here() == (3, "Response")
    assert page.desk.rows[3][4] is None


def test_the_editor_of_a_list_that_suggests(opened):
    page = opened()
    page.cell(3, "Channel").click()
    page.press("Enter")
    words = page.page.locator("datalist option").evaluate_all("all => all.map((one) => one.value)")
    assert words == ["email", "LinkedIn", "phone"]
    page.type("pigeon")
    page.press("Enter")
    expect(page.cell(3, "Channel")).to_have_text("pigeon")
    assert page.page.locator("datalist").count() == 0


def test_the_editor_of_yes_and_no(opened):
    page = opened()
    page.cell(5, "Thanked").click()
    page.press("y", "Enter")
    expect(page.cell(5, "Thanked")).to_have_text("yes")
    page.cell(5, "Thanked").dblclick()
    assert page.editor().locator("option").all_text_contents() == ["", "yes", "no"]
    page.editor().select_option("no")
    expect(page.cell(5, "Thanked")).to_have_text("no")


def test_the_editor_of_long_texts_takes_line_breaks(opened):
    page = opened()
    page.cell(3, "Notes").click()
    page.type("one")
    page.press("Alt+Enter")
    page.type("two")
    page.press("Shift+Enter")
    page.type("three")
    tall = page.editor().bounding_box()["height"]
    assert tall > 2 * page.cell(3, "Name").bounding_box()["height"] * 0.8
    page.press("Enter")
    expect(page.cell(3, "Notes")).to_have_text("one two three")
    assert page.desk.rows[3][8] == "one\ntwo\nthree"
    assert page.here() == (5, "Notes")
    assert page.cell(3, "Notes").bounding_box()["height"] == page.cell(2, "Notes").bounding_box()["height"]


def test_emptying(opened):
    page = opened()
    page.cell(2, "Organization").click()
    page.cell(3, "Asked on").click(modifiers=["Shift"])
    page.press("Delete")
    expect(page.cell(3, "Asked on")).to_have_text("")
    assert page.desk.calls == [
        (
            "change",
            {
                2: {"organization": None, "contacted_on": None},
                3: {"organization": None, "contacted_on": None},
            },
        )
    ]
    page.press("Backspace")  # there is nothing left to empty
    assert len(page.desk.calls) == 1
    page.cell(2, "Last touch").click()
    page.press("Delete")
    expect(
        page.page.get_by_role("alert").filter(has_text="“Last touch” cannot be changed here")
    ).to_be_visible()
    assert len(page.desk.calls) == 1


def test_a_column_that_is_not_to_be_changed(opened):
    page = opened()
    page.cell(2, "Last touch").click()
    for key in ("Enter", "F2", "2"):
        page.press(key)
        assert page.editor().count() == 0
    expect(page.page.get_by_text("“Last touch” cannot be changed here.")).to_be_visible()


def test_a_refused_value_stays_in_the_open_editor_until_mended(opened):
    page = opened()
    page.cell(3, "Asked on").click()
    page.type("22.11.2026")
    page.press("Enter")
    editor = page.page.get_by_label("Asked on, row 3")
    expect(editor).to_have_value("22.11.2026")
    expect(editor).to_be_focused()
    expect(editor).to_have_attribute("aria-invalid", "true")
    reason = page.page.locator(f"#{editor.get_attribute('aria-errormessage')}")
    expect(reason).to_have_text("“22.11.2026” is refused. Expected is a date, such as 2026-11-22 or 30.")
    expect(reason).to_have_attribute("role", "alert")
    page.press("Enter")  # the same again is refused again
    expect(editor).to_have_value("22.11.2026")
    expect(editor).to_be_focused()
    editor.fill("2026-11-22")
    page.press("Enter")
    expect(page.cell(3, "Asked on")).to_have_text("2026-11-22")
    assert page.here() == (5, "Asked on")
    assert page.page.locator("[aria-invalid=true]").count() == 0
    assert page.desk.rows[3][2] == "2026-11-22"


def test_escape_gives_a_refused_value_up(opened):
    page = opened()
    page.cell(3, "Minutes").click()
    page.type("many")
    page.press("Tab")
    expect(page.editor()).to_have_value("many")
    page.press("Escape")
    expect(page.cell(3, "Minutes")).to_have_text("9")
    assert page.page.locator("[aria-invalid=true]").count() == 0


def test_a_refusal_waits_while_something_else_is_typed(opened):
    page = opened()
    page.page.evaluate("window.delay = 400")
    page.cell(3, "Minutes").click()
    page.type("many")
    page.press("Enter")
    page.type("4")
    expect(page.page.locator(".ivg-unsaved")).to_have_text("1 refused")
    page.type("2")
    expect(page.editor()).to_have_value("42")
    expect(page.page.get_by_role("alert").filter(has_text="“many” is refused")).to_be_visible()
    page.page.evaluate("window.delay = 0")
    page.press("Enter")
    expect(page.cell(5, "Minutes")).to_have_attribute("aria-description", "not saved yet")
    expect(page.cell(3, "Minutes")).to_have_text("many")
    expect(page.cell(3, "Minutes")).to_have_attribute("aria-description", "refused")
    page.press("ArrowUp", "ArrowUp")
    reason = page.page.locator(f"#{page.cell(3, 'Minutes').get_attribute('aria-errormessage')}")
    expect(reason).to_contain_text("“many” is refused")
    page.press("Escape")
    expect(page.cell(3, "Minutes")).to_have_text("9")
    assert page.desk.rows[5][5] == "42"


def test_a_refusal_does_not_take_the_focus_from_elsewhere(opened):
    page = opened()
    page.page.evaluate("window.delay = 300")
    page.cell(3, "Minutes").click()
    page.type("many")
    search = page.page.get_by_label("Search in all columns")
    search.click()
    expect(page.page.get_by_role("alert").filter(has_text="“many” is refused")).to_be_visible()
    expect(page.page.locator(".ivg-unsaved")).to_have_text("1 refused")


def test_what_was_refused_can_be_replaced_by_what_was_there(opened):
    page = opened()
    page.cell(3, "Minutes").click()
    page.type("many")
    page.press("Enter")
    page.editor().fill("9")
    page.press("Enter")
    expect(page.page.locator(".ivg-unsaved")).to_have_text("")
    assert len(page.desk.calls) == 1


def test_what_is_typed_shows_before_python_answers(opened):
    page = opened()
    page.page.evaluate("window.delay = 1500")
    page.cell(3, "Organization").click()
    page.type("Beech")
    page.press("Enter")
    expect(page.cell(3, "Organization")).to_have_text("Beech", timeout=1000)
    expect(page.cell(3, "Organization")).to_have_attribute("aria-description", "on its way", timeout=1000)
    expect(page.cell(3, "Organization")).to_have_attribute("aria-description", "not saved yet")


def test_undo_and_redo(opened):
    page = opened()
    for row, text in ((3, "Beech"), (6, "Oak")):
        page.cell(row, "Organization").click()
        page.type(text)
        page.press("Enter")
    page.cell(2, "Name").click()
    page.press("Control+z")
    expect(page.cell(6, "Organization")).to_have_text("Dune")
    assert page.here() == (6, "Organization")
    page.press("Control+z")
    expect(page.cell(3, "Organization")).to_have_text("Birch")
    page.press("Control+z")
    expect(page.page.get_by_text("There is nothing to undo.")).to_be_visible()
    page.press("Control+y")
    expect(page.cell(3, "Organization")).to_have_text("Beech")
    page.press("Control+Shift+z")
    expect(page.cell(6, "Organization")).to_have_text("Oak")
    page.press("Control+y")
    expect(page.page.get_by_text("There is nothing to redo.")).to_be_visible()
    page.button("Undo").click()
    expect(page.cell(6, "Organization")).to_have_text("Dune")
    page.button("Redo").click()
    expect(page.cell(6, "Organization")).to_have_text("Oak")


def test_undo_within_an_editor_is_the_editor_s(opened):
    page = opened()
    page.cell(3, "Organization").dblclick()
    page.type("Beech")
    page.press("Control+z")
    page.press("Escape")
    assert page.desk.calls == []
    assert page.page.evaluate("window.sent.filter(({type}) => type !== 'choose').length") == 0


def test_a_person_is_added(opened):
    page = opened()
    page.button("Add a person").click()
    form = page.page.get_by_role("form", name="Add a person")
    expect(form.get_by_label("Name")).to_be_focused()
    labels = form.locator("label > span").all_text_contents()
    assert labels == [column.label for column in COLUMNS if column.editable and not column.hidden]
    form.get_by_label("Organization").fill("Elm")
    form.get_by_label("Asked on").fill("2026-11-19")
    form.get_by_label("Response").select_option("no")
    form.get_by_role("button", name="Add", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("Expected is a name")
    expect(form.get_by_label("Name")).to_be_focused()
    expect(form.get_by_label("Name")).to_have_attribute("aria-invalid", "true")
    expect(form.get_by_label("Organization")).to_have_value("Elm")
    form.get_by_label("Name").fill("Cy Ito")
    form.get_by_label("Minutes").fill("many")
    page.press("Enter")
    expect(form.get_by_label("Minutes")).to_be_focused()
    expect(form.get_by_role("alert")).to_contain_text("“many” is refused")
    form.get_by_label("Minutes").fill("20")
    page.press("Enter")
    expect(form).to_be_hidden()
    expect(page.cell(9, "Name")).to_be_focused()
    assert page.desk.rows[9][:6] == ["Cy Ito", "Elm", "2026-11-19", None, "no", "20"]


def test_adding_is_given_up(opened):
    page = opened()
    form = page.page.get_by_role("form", name="Add a person")
    for leave in ("Escape", "Cancel", "Add a person"):
        page.button("Add a person").click()
        expect(form).to_be_visible()
        page.press("Escape") if leave == "Escape" else page.button(leave).click()
        expect(form).to_be_hidden()
        expect(page.button("Add a person")).to_be_focused()
        expect(page.button("Add a person")).to_have_attribute("aria-expanded", "false")
    page.button("Add a person").click()
    page.type("Somebody")
    page.press("Escape")  # what was typed is not lost by one key
    expect(form.get_by_label("Name")).to_have_value("Somebody")


def test_a_date_begun_and_not_finished_is_no_blank(opened):
    page = opened()
    page.cell(3, "Asked on").click()
    page.press("Enter", "Delete")
    page.press("Enter")
    expect(page.page.get_by_text("This date is not whole.")).to_be_visible()
    expect(page.editor()).to_be_focused()
    page.cell(5, "Name").click()
    expect(page.cell(3, "Asked on")).to_have_text("2026-10-19")
    assert page.desk.calls == []
    page.button("Add a person").click()
    page.type("Cy Ito")
    page.page.get_by_role("form").get_by_label("Asked on").focus()
    page.press("1", "Enter")
    expect(page.page.get_by_role("form").get_by_role("alert")).to_contain_text("This date is not whole.")
    assert page.desk.calls == []


def test_a_row_that_goes_takes_its_editor_along_and_says_so(opened):
    page = opened()
    page.cell(5, "Organization").dblclick()
    page.type("Oak")
    page.grid.patch({}, (), [5])
    page.push()
    expect(page.page.get_by_role("alert").filter(has_text="“Oak” was not taken")).to_be_visible()
    assert page.here() == (6, "Organization")
    page.press("Enter")
    page.type("Elm")
    page.grid.show(COLUMNS, {2: ROWS[2]})
    page.push()
    expect(page.page.get_by_role("alert").filter(has_text="“Elm” was not taken")).to_be_visible()
    assert page.here() == (2, "Organization")


def test_an_editor_stays_open_when_python_shows_something_else(opened):
    page = opened()
    page.cell(3, "Organization").dblclick()
    page.type("Beec")
    page.grid.patch({3: ["Bo Lind", "Willow", *ROWS[3][2:]]}, ())
    page.push()
    page.type("h")
    expect(page.editor()).to_have_value("Beech")
    page.grid.show(COLUMNS, {row: texts for row, texts in ROWS.items() if row != 2})
    page.push()
    expect(page.page.locator(".ivg-count")).to_have_text("5 people")
    page.type("es")
    expect(page.editor()).to_have_value("Beeches")
    page.press("Enter")
    assert page.desk.rows[3][1] == "Beeches"


def test_a_fault_in_python_is_shown_and_not_swallowed(opened):
    desk = TestDesk()
    page = opened(desk)
    desk.fault = RuntimeError("the cable is out")
    page.cell(3, "Organization").click()
    page.type("Beech")
    page.press("Enter")
    expect(page.page.get_by_role("alert").filter(has_text="infoviz failed at this")).to_be_visible()
    expect(page.editor()).to_have_value("Beech")  # kept, to be tried again
    assert page.problems == ["Python: the cable is out"]
    page.problems.clear()
    desk.fault = None
    page.press("Enter")
    expect(page.cell(3, "Organization")).to_have_attribute("aria-description", "not saved yet")
