"""Writing in a tracker as a person does, in JupyterLab and in a dashboard; what was saved is read from the file."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from python_calamine import CalamineWorkbook

import infoviz
from tests.browser.axe import violations
from tests.browser.jupyter import MINUTE, Notebook, open_dashboard

WRITING = "03_update.ipynb"
expect.set_options(timeout=MINUTE)
HOSTILE = (
    "<script>document.title='hostile'</script>",
    '=HYPERLINK("http://example.org")',
    "\u202eelpmaxE adA",
)


def people(path: Path) -> list[dict[str, object]]:
    """Read the people of a workbook by openpyxl, and see that python-calamine reads the same texts."""
    rows = list(openpyxl.load_workbook(path)["People"].iter_rows(values_only=True))
    other = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("People").to_python()
    assert [[value for value in row if isinstance(value, str)] for row in rows] == [
        [value for value in row if isinstance(value, str) and value] for row in other
    ]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def file_of(page: Page) -> Path:
    """Where the copy lies that the notebook writes in, which it says itself."""
    said = re.compile(r"(/\S+sample_tracker\.xlsx)")
    return Path(
        said.search(page.locator(".jp-OutputArea-output").filter(has_text=said).first.text_content()).group()
    )


def cell(page: Page, row: int, header: str) -> Locator:
    """Find the cell under a header in a person's row of the sheet."""
    grid = page.get_by_role("grid", name="Contacts")
    place = grid.get_by_role("columnheader", name=header, exact=True).get_attribute("aria-colindex")
    return grid.locator(f"tr:has(.ivg-gutter:text-is('{row}')) > [aria-colindex='{place}']")


def status(page: Page) -> Locator:
    return page.locator(".infoviz-status").last


def saved(page: Page) -> None:
    page.get_by_role("button", name=re.compile(r"^Save \d+ cells?$")).click()
    expect(page.get_by_text("everything else in it is as it was")).to_be_visible()


@pytest.fixture
def page(lab_server, visit) -> Iterator[Page]:
    """The notebook in which one writes, in JupyterLab, all of its cells run."""
    notebook = Notebook(visit.page, lab_server.at(f"/doc/tree/{WRITING}?reset"))
    notebook.run_all()
    visit.page.get_by_role("grid", name="Contacts").wait_for()
    yield visit.page
    assert notebook.errors() == []


def write_note(page: Page, row: int, text: str) -> None:
    cell(page, row, "Organization").dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(cell(page, row, "Organization")).to_have_text(text)


@pytest.mark.browser
def test_what_is_entered_and_clicked_is_in_the_file(page):
    path = file_of(page)
    before = people(path)
    write_note(page, 4, "Harbour Board")
    cell(page, 6, "Name").click()
    page.get_by_role("heading", name="Kofi Ansah-Mensah").wait_for()
    page.get_by_role("button", name="Thanked today").click()
    expect(page.get_by_text("Kofi Ansah-Mensah: changed.")).to_be_visible()
    assert people(path) == before
    saved(page)
    after = people(path)
    assert after[2]["Organization"] == "Harbour Board"
    changed = [number for number, (one, two) in enumerate(zip(before, after, strict=True), 2) if one != two]
    assert set(changed) <= {4, 6}
    log = openpyxl.load_workbook(path)["Log"].iter_rows(values_only=True)
    assert [(row[1], row[2]) for row in log][-1] == ("Kofi Ansah-Mensah", "Thanked")


@pytest.mark.browser
def test_the_week_follows_and_undo_takes_back(page):
    week = page.locator(".infoviz-headline", has_text="This week")
    expect(week).to_contain_text("you have met 1 of 1")
    cell(page, 2, "Name").press("Control+End")
    cell(page, 125, "Name").click()
    page.get_by_role("button", name="Met today").click()
    expect(week).to_contain_text("you have met 2 of 1")
    page.locator(".infoviz-line").get_by_role("button", name="Undo").click()
    expect(week).to_contain_text("you have met 1 of 1")


@pytest.mark.browser
def test_somebody_is_added_and_hostile_text_stays_text(page):
    path = file_of(page)
    for text in HOSTILE:
        page.get_by_role("button", name="Add a person").click()
        form = page.get_by_role("form", name="Add a person")
        form.get_by_label("Name", exact=True).fill(text)
        form.get_by_label("Organization", exact=True).fill("Little Press")
        page.keyboard.press("Enter")
        expect(page.get_by_role("grid", name="Contacts").locator("[role=rowheader]").last).to_have_text(text)
    saved(page)
    assert [person["Name"] for person in people(path)][-3:] == list(HOSTILE)
    assert openpyxl.load_workbook(path)["People"]["A127"].data_type == "s"
    assert page.title() != "hostile"


@pytest.mark.browser
def test_where_another_program_has_changed_the_same_cell_one_is_asked(page):
    path = file_of(page)
    other = infoviz.load(path)
    other.edit_rows({4: {"organization": "Theirs"}, 5: {"organization": "Theirs alone"}})
    other.save()
    write_note(page, 4, "Mine")
    page.get_by_role("button", name="Save 1 cell").click()
    choice = page.get_by_label("organization of Devon Ashgrove")
    expect(choice).to_be_visible()
    assert people(path)[2]["Organization"] == "Theirs"
    choice.select_option(label="mine: Mine")
    page.get_by_role("button", name="Save with these choices").click()
    expect(page.get_by_text("everything else in it is as it was")).to_be_visible()
    assert [person["Organization"] for person in people(path)][2:4] == ["Mine", "Theirs alone"]
    expect(cell(page, 5, "Organization")).to_have_text("Theirs alone")


@pytest.mark.browser
def test_the_keyboard_is_enough(page):
    path = file_of(page)
    keys = page.get_by_role("button", name="Keys")
    keys.press("Enter")  # a line each, whatever style the notebook has
    lines = [page.get_by_text(text, exact=True).bounding_box() for text in ("change the cell", "undo, redo")]
    assert all(line["height"] < 30 for line in lines)
    assert lines[0]["x"] == lines[1]["x"]
    keys.press("Escape")
    cell(page, 2, "Name").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("By keys alone")
    page.keyboard.press("Enter")
    expect(cell(page, 4, "Organization")).to_have_text("By keys alone")
    save = page.get_by_role("button", name="Save 1 cell")
    expect(save).to_be_visible()
    for _ in range(60):  # backwards out of the table and up to the button
        page.keyboard.press("Shift+Tab")
        if save.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("everything else in it is as it was")).to_be_visible()
    assert people(path)[2]["Organization"] == "By keys alone"


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize(
    "name",
    ["01_explore", "02_weekly_progress", WRITING.removesuffix(".ipynb"), "04_network", "05_your_own_tracker"],
)
def test_no_barrier_is_found_in_either_theme(lab_server, visit, name, theme):
    notebook = Notebook(visit.page, lab_server.at(f"/doc/tree/{name}.ipynb?reset"))
    notebook.run_all()
    visit.page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme
    )
    dark = "false" if "Dark" in theme else "true"
    visit.page.wait_for_selector(f"body[data-jp-theme-light='{dark}']", state="attached")
    views = visit.page.locator(".infoviz-view")
    views.first.wait_for()
    for view in views.all():
        view.scroll_into_view_if_needed()
        assert violations(view) == []
    assert visit.page.locator(".jp-OutputArea-output img:not([alt])").count() == 0


@pytest.mark.browser
def test_a_dashboard_writes_as_well(voila_server, visit):
    open_dashboard(visit.page, voila_server.at(f"/voila/render/{WRITING}"))
    visit.page.get_by_role("grid", name="Contacts").wait_for()
    path = file_of(visit.page)
    write_note(visit.page, 4, "From the dashboard")
    cell(visit.page, 4, "Name").click()
    visit.page.get_by_role("button", name="Replied yes today").click()
    expect(visit.page.get_by_text("Devon Ashgrove: changed.")).to_be_visible()
    saved(visit.page)
    assert people(path)[2]["Organization"] == "From the dashboard"
    assert visit.console == []
