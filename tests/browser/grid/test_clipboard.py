"""Blocks that are copied, cut and pasted, as spreadsheet programs do it."""

import pytest
from playwright.sync_api import expect

from infoviz.widgets.grid import GridColumn
from tests.widgets.desk import ROWS, TestDesk

pytestmark = pytest.mark.browser


@pytest.fixture
def page(opened):
    page = opened()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def clipboard(page):
    return page.page.evaluate("navigator.clipboard.readText()")


def paste(page, text):
    page.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.press("Control+v")


def alert(page, text):
    return page.page.get_by_role("alert").filter(has_text=text)


def test_a_block_is_copied_as_spreadsheets_want_it(page):
    page.cell(2, "Last touch").click()
    page.cell(5, "Notes").click(modifiers=["Shift"])
    page.press("Control+c")
    expect(page.page.get_by_text("Copied 6 cells.")).to_be_visible()
    assert clipboard(page) == '2026-11-10\t"Kind.\nSaid: “call me”"\n2026-10-20\t\n\t"tab\there"'
    page.cell(8, "Notes").click()
    page.press("Control+c")
    assert clipboard(page) == '"""quoted"" word"'


def test_a_round_trip_changes_nothing(page):
    page.cell(2, "Organization").click()
    page.cell(8, "Thanked").click(modifiers=["Shift"])
    page.press("Control+c", "Control+v")
    expect(page.page.get_by_text("Copied 36 cells.")).to_be_visible()
    assert page.desk.calls == []
    page.cell(2, "Notes").click()
    page.press("Shift+Control+ArrowDown", "Control+c", "ArrowRight", "Control+Home")
    page.press("ArrowRight", "Control+v")
    expect(page.page.get_by_text("Pasted into 6 cells.")).to_be_visible()
    assert [texts[1] for texts in page.desk.rows.values()] == [texts[8] for texts in ROWS.values()]
    assert page.selected() == (list(ROWS), ["Organization"])


@pytest.mark.parametrize(
    "text",
    ['"a\nb"\tPlain\r\n"say ""hi"""\t5" pipe\r\n', '"a\nb"\tPlain\n"say ""hi"""\t5" pipe'],
    ids=["Excel", "LibreOffice"],
)
def test_a_block_of_a_spreadsheet_is_pasted(page, text):
    page.cell(2, "Name").click()
    paste(page, text)
    expect(page.cell(3, "Organization")).to_have_text('5" pipe')
    assert page.desk.rows[2][:2] == ["a\nb", "Plain"]
    assert page.desk.rows[3][:2] == ['say "hi"', '5" pipe']
    assert page.selected() == ([2, 3], ["Name", "Organization"])
    assert len(page.desk.calls) == 1  # one deed, one undo
    page.press("Control+z")
    expect(page.cell(3, "Organization")).to_have_text("Birch")
    expect(page.cell(2, "Name")).to_have_text("Ana Ruiz")


def test_one_cell_fills_the_selection_and_a_block_tiles_it(page):
    page.cell(2, "Channel").click()
    page.cell(8, "Channel").click(modifiers=["Shift"])
    paste(page, "phone")
    expect(page.cell(8, "Channel")).to_have_text("phone")
    assert {texts[3] for texts in page.desk.rows.values()} == {"phone"}
    page.cell(2, "Name").click()
    page.cell(7, "Name").click(modifiers=["Shift"])  # five rows: the block of two does not divide it
    paste(page, "x\ny\n")
    expect(page.cell(3, "Name")).to_have_text("y")
    expect(page.cell(5, "Name")).to_have_text("Émile Zola")
    page.cell(2, "Organization").click()
    page.cell(8, "Organization").click(modifiers=["Shift"])
    paste(page, "x\ny\n")
    expect(page.cell(8, "Organization")).to_have_text("y")
    assert [texts[1] for texts in page.desk.rows.values()] == ["x", "y"] * 3


def test_what_does_not_fit_is_not_pasted_at_all(page):
    page.cell(7, "Organization").click()
    paste(page, "a\nb\nc\nd\n")
    expect(alert(page, "4 rows do not fit here: 2 rows too many. Nothing was pasted")).to_be_visible()
    page.cell(2, "Notes").click()
    expect(alert(page, "do not fit")).to_be_hidden()
    paste(page, "a\tb\tc")
    expect(alert(page, "3 columns do not fit here: 2 columns too many. Nothing was pasted")).to_be_visible()
    page.cell(2, "Thanked").click()
    paste(page, "yes\t2026-11-11")
    expect(alert(page, "“Last touch” cannot be changed here. Nothing was pasted.")).to_be_visible()
    page.cell(2, "Thanked").click()
    page.press("Control+x")  # copying is one thing, emptying another
    assert page.desk.calls == [("change", {2: {"acknowledged": None}})]


def test_a_refused_paste_changes_nothing_and_says_where(page):
    page.cell(2, "Asked on").click()
    paste(page, "2026-11-01\temail\n11/22/2026\tphone\n")
    cell = page.cell(3, "Asked on")
    reason = page.page.locator(f"#{cell.get_attribute('aria-errormessage')}")
    expect(reason).to_contain_text("“11/22/2026” is refused. Expected is a date")
    expect(cell).to_have_attribute("aria-invalid", "true")
    assert page.here() == (3, "Asked on")
    expect(page.cell(2, "Asked on")).to_have_text("2026-11-02")
    expect(page.cell(3, "Asked on")).to_contain_text("2026-10-19")
    expect(page.cell(3, "Channel")).to_have_text("LinkedIn")
    page.press("Escape")
    assert page.page.locator("[aria-invalid=true]").count() == 0
    page.press("ArrowUp")
    assert page.here() == (2, "Asked on")


def test_cutting_copies_and_empties(page):
    page.cell(2, "Organization").click()
    page.cell(3, "Organization").click(modifiers=["Shift"])
    page.press("Control+x")
    expect(page.cell(3, "Organization")).to_have_text("")
    assert clipboard(page) == "Acme\nBirch"
    assert page.desk.rows[2][1] is None


def test_pasting_into_an_editor_is_the_editor_s(page):
    page.cell(2, "Organization").dblclick()
    paste(page, "a\tb")
    expect(page.editor()).to_have_value("a\tb")
    page.press("Escape")
    page.cell(2, "Asked on").dblclick()
    paste(page, "22.11.2026")  # a date input takes no such text: it becomes a plain one
    expect(page.editor()).to_have_value("22.11.2026")
    page.press("Enter")
    expect(page.editor()).to_have_attribute("aria-invalid", "true")
    page.press("Escape")
    page.cell(2, "Asked on").dblclick()
    paste(page, " 2026-11-22 ")
    expect(page.editor()).to_have_value("2026-11-22")
    page.press("Enter")
    expect(page.cell(2, "Asked on")).to_have_text("2026-11-22")


def test_only_what_is_shown_takes_part(opened):
    columns = [GridColumn(name, name.upper(), "text", hidden=name == "b") for name in "abc"]
    page = opened(TestDesk(columns, {row: [f"a{row}", f"b{row}", f"c{row}"] for row in range(2, 6)}))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.page.get_by_label("Search in all columns").fill("4")
    page.page.get_by_label("Search in all columns").fill("")
    page.head("A").click()
    page.head("A").click()
    assert page.rows() == [5, 4, 3, 2]
    page.cell(4, "A").click()
    page.cell(3, "C").click(modifiers=["Shift"])
    page.press("Control+c")
    assert clipboard(page) == "a4\tc4\na3\tc3"
    paste(page, "1\t2\n3\t4\n")
    expect(page.cell(3, "C")).to_have_text("4")
    assert page.desk.rows[4] == ["1", "b4", "2"]
    assert page.desk.rows[3] == ["3", "b3", "4"]
