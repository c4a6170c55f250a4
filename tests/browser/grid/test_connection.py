"""Python that does not answer: nothing typed is lost, and nothing is done twice."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SILENCE = "Python does not answer. What you typed is kept here"


@pytest.fixture
def page(opened):
    page = opened()
    page.page.clock.install()
    return page


def connection(page, how):
    page.page.evaluate("how => { window.connection = how; }", how)


def edit(page, row, text):
    page.cell(row, "Organization").click()
    page.type(text)
    page.press("Enter")


def banner(page):
    return page.page.get_by_role("alert").filter(has_text=SILENCE)


@pytest.mark.parametrize("how", ["silent", "throws"])
def test_what_was_typed_is_kept_and_sent_again(page, how):
    connection(page, how)
    edit(page, 3, "Beech")
    edit(page, 5, "Oak")
    page.page.clock.run_for(11_000)
    expect(banner(page)).to_be_visible()
    for row, text in ((3, "Beech"), (5, "Oak")):
        expect(page.cell(row, "Organization")).to_have_text(text)
        expect(page.cell(row, "Organization")).to_have_attribute("aria-description", "not delivered")
    page.button("Send again").click()
    page.page.clock.run_for(11_000)
    expect(banner(page)).to_be_visible()
    connection(page, "good")
    page.button("Send again").click()
    page.page.clock.run_for(100)
    expect(banner(page)).to_be_hidden()
    expect(page.cell(5, "Organization")).to_have_attribute("aria-description", "not saved yet")
    assert [page.desk.rows[row][1] for row in (3, 5)] == ["Beech", "Oak"]
    assert len(page.desk.calls) == 2


def test_a_late_answer_is_an_answer(page):
    page.page.evaluate("window.delay = 15_000")
    edit(page, 3, "Beech")
    page.page.clock.run_for(11_000)
    expect(banner(page)).to_be_visible()
    page.page.clock.run_for(5_000)
    expect(banner(page)).to_be_hidden()
    expect(page.cell(3, "Organization")).to_have_attribute("aria-description", "not saved yet")


def test_nothing_is_done_twice_when_only_the_answer_was_lost(page):
    connection(page, "deaf")
    page.button("Add a person").click()
    page.type("Cy Ito")
    page.press("Enter")
    edit(page, 3, "Beech")
    page.page.clock.run_for(11_000)
    expect(banner(page)).to_be_visible()
    assert page.desk.rows[9][0] == "Cy Ito"
    assert 9 not in page.rows()  # Python has it, and the page has not heard of it
    connection(page, "good")
    page.button("Send again").click()
    page.page.clock.run_for(100)
    expect(page.cell(9, "Name")).to_have_text("Cy Ito")
    expect(page.page.get_by_role("form")).to_be_hidden()
    expect(page.cell(3, "Organization")).to_have_attribute("aria-description", "not saved yet")
    assert [call for call, _ in page.desk.calls] == ["add", "change"]


def test_a_person_not_delivered_stays_in_the_form_and_can_be_withdrawn(page):
    connection(page, "silent")
    page.button("Add a person").click()
    page.type("Cy Ito")
    page.press("Enter")
    page.page.clock.run_for(11_000)
    expect(banner(page)).to_be_visible()
    expect(page.page.get_by_role("form").get_by_label("Name")).to_have_value("Cy Ito")
    page.button("Cancel").click()
    expect(banner(page)).to_be_hidden()
    connection(page, "good")
    edit(page, 3, "Beech")
    page.page.clock.run_for(100)
    assert [call for call, _ in page.desk.calls] == ["change"]


def test_a_refusal_after_the_connection_is_back(page):
    connection(page, "throws")
    page.cell(3, "Minutes").click()
    page.type("many")
    page.press("Enter")
    page.page.clock.run_for(11_000)
    expect(page.cell(3, "Minutes")).to_have_text("many")
    connection(page, "good")
    page.button("Send again").click()
    page.page.clock.run_for(100)
    expect(banner(page)).to_be_hidden()
    expect(page.page.get_by_role("alert").filter(has_text="“many” is refused")).to_be_visible()
