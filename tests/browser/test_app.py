"""The notebooks as dashboards: no code, a token, nothing from elsewhere, light and dark."""

import json
import urllib.error
import urllib.request

import pytest

from tests.browser.jupyter import NOTEBOOKS, open_dashboard

ERRORS = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"


def cells(path, kind):
    stored = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in stored if cell["cell_type"] == kind]


def title(path):
    return cells(path, "markdown")[0].splitlines()[0].removeprefix("# ")


@pytest.mark.browser
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_dashboard_shows_results_and_no_code(path, voila_server, visit):
    open_dashboard(visit.page, voila_server.at(f"/voila/render/{path.name}"))
    shown = visit.page.inner_text("body")
    assert visit.page.title() == title(path)
    assert visit.page.locator("#rendered_cells .jp-OutputArea-output").count() > 1
    assert visit.page.locator(ERRORS).count() == 0
    assert [
        line
        for source in cells(path, "code")
        for line in source.splitlines()
        if len(line) > 12 and line in shown
    ] == []
    assert visit.page.locator(".jp-InputArea-editor, .cm-editor").locator("visible=true").count() == 0
    assert background(visit.page) == "rgb(255, 255, 255)"
    assert visit.console == []


@pytest.mark.browser
def test_the_start_page_leads_to_every_dashboard_and_back_in_the_dark_too(voila_server, dark_visit):
    page = dark_visit.page
    page.goto(voila_server.address)
    assert background(page) == "rgb(33, 33, 33)"
    links = page.get_by_role("listitem").get_by_role("link")
    assert [text.splitlines()[0] for text in links.all_inner_texts()] == [title(path) for path in NOTEBOOKS]
    links.first.click()
    page.wait_for_selector("#main #rendered_cells", state="visible")
    assert page.title() == title(NOTEBOOKS[0])
    assert background(page) == "rgb(33, 33, 33)"
    assert page.get_attribute("body", "data-jp-theme-light") == "false"
    page.get_by_role("link", name="All pages").click()
    links.first.wait_for()
    assert dark_visit.console == []


def background(page):
    return page.evaluate("() => getComputedStyle(document.body).backgroundColor")


@pytest.mark.browser
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/voila/render/01_explore.ipynb",
        "/voila/api/contents",
        "/voila/files/01_explore.ipynb",
        "/api/kernels",
        "/api/kernels/00000000-0000-0000-0000-000000000000/channels",
        "/voila/execution/00000000-0000-0000-0000-000000000000",
        "/?token=wrong",
    ],
)
def test_without_the_token_nothing_is_shown(path, voila_server):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.build_opener(Stay).open(voila_server.origin + path, timeout=10)
    refused.value.close()
    assert refused.value.code in {302, 403, 404, 405}
    if refused.value.code == 302:
        assert refused.value.headers["Location"].startswith("/login")


@pytest.mark.browser
def test_the_browser_is_told_to_ask_nobody_else(voila_server, visit):
    answer = visit.page.goto(voila_server.address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    visit.page.evaluate(
        "() => { document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'})) }"
    )
    visit.page.wait_for_timeout(300)
    assert "violates" in " ".join(visit.console)
    visit.outside.clear()  # the attempt was refused before it left; Playwright lists it all the same
