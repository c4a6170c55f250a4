"""The page is whole, says what the results say, and lets nothing of the tracker act on its own."""

import json
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import infoviz
from infoviz.reporting import weekly_text

SAMPLE = Path(__file__).parents[2] / "data" / "sample_tracker.xlsx"
AS_OF = date(2026, 11, 20)

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</svg><iframe src='https://example.org'></iframe>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&lt;b&gt;",
    "]]><script>alert(1)</script>",
    "<a href='https://example.org'>x</a>",
    "<style>*{background:url(https://example.org)}</style>",
    "\u202e<b>drow</b>",
    '=HYPERLINK("https://example.org")',
    r"\1 \g<0> $\alpha$",
)

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "bdi", "main",
    "ul", "li", "b", "span",
    "section", "figure", "figcaption", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "footer",
    "svg", "g", "path", "defs", "use", "clippath", "rect", "image", "pattern",
}  # fmt: skip


class Elements(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data):
        self.text.append(data)


def parsed(html: str) -> Elements:
    elements = Elements()
    elements.feed(html)
    elements.close()
    return elements


@pytest.fixture(scope="module")
def sample():
    return infoviz.report(infoviz.load(SAMPLE), as_of=AS_OF)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A tracker whose every word is an attack: cells, headers, introducers, problems."""
    path = tmp_path_factory.mktemp("hostile") / "R&amp;D 'x' {{ y }}.csv"
    header = [
        "Name",
        "Organization",
        "Source",
        "Channel",
        "Asked on",
        "Response",
        "Responded on",
        "Referred by",
    ]
    rows = [[*header, *(f"extra {payload}" for payload in PAYLOADS)]]
    for number, payload in enumerate(PAYLOADS * 3):
        name = f"Ana {payload} Ruiz {number}"
        introducer = f"Ana {PAYLOADS[0]} Ruiz 0" if number else ""
        asked = f"2026-10-{number % 28 + 1:02}"
        response, responded = (
            ("yes", "2026-11-01") if number % 2 else ("", payload if number % 5 == 0 else "")
        )
        rows.append(
            [name, f"Org {payload}", payload, payload, asked, response, responded, introducer, *PAYLOADS]
        )
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path.write_text(text, encoding="utf-8")
    return infoviz.report(infoviz.load(path), as_of=AS_OF).to_html()


def test_the_page_says_what_the_results_say(sample):
    text = " ".join(" ".join(parsed(sample.to_html()).text).split())
    found = sample.findings
    assert "As of 20 November 2026" in text
    assert str(found.numbers.summary.response_rate) in text
    assert str(found.numbers.weekly) in text
    assert str(found.numbers.growth) in text
    assert str(found.numbers.introductions.reproduction) in text


def test_every_comparison_tells_its_window_and_its_asks(sample):
    text = " ".join(" ".join(parsed(sample.to_html()).text).split())
    compared = [one for one in sample.findings.compared if not one.reason]
    assert compared
    for one in compared:
        pair = one.differences[0]
        asked = {group.name: group.rate.asked for group in one.groups}
        assert (pair.first_asked, pair.second_asked) == (asked[pair.first], asked[pair.second])
        told = f"nswers within 28 days, {pair.first} ({pair.first_asked} asks) against {pair.second} "
        assert told + f"({pair.second_asked}): " in text


def test_a_count_of_which_nothing_is_known_is_no_zero_in_any_week(tmp_path):
    path = tmp_path / "status.csv"
    path.write_text(
        "Name,Emailed,Status\nAna Ruiz,2026-11-02,Met\nBen Cho,2026-11-10,Emailed\n", encoding="utf-8"
    )
    tracker = infoviz.load(path)
    found = infoviz.report(tracker, as_of=AS_OF)
    text = " ".join(" ".join(parsed(found.to_html()).text).split())
    assert "2026-W46 2026-11-09 1 – – – – – 1" in text
    assert "In no week, for want of a date: 1 answer, 1 interview." in text
    assert "Pale: asked. Shaded" in text
    weeks = weekly_text(tracker, found.findings.numbers.weekly)
    assert weeks.splitlines()[4].split() == ["2026-W46", "2026-11-09", "1", *"–––––", "1", "–"]


def test_window_and_goal_reach_every_result():
    found = infoviz.report(infoviz.load(SAMPLE), as_of=AS_OF, goal=2, within=14).findings
    assert found.numbers.forecast.within == 14
    assert found.numbers.claims["pace"].claim == "2 interviews a week"
    assert "at least 14 days old" in found.numbers.claims["noes"].reason


def test_who_may_stand_there_twice_and_what_is_owed_is_listed(tmp_path):
    path = tmp_path / "twice.csv"
    path.write_text(
        "Name,Company,Asked on,Introductions\n"
        "Ana Ruiz,Acme,2026-10-01,Zoe Quist\n"
        "Ana Ruiz,Globex,2026-10-02,\n"
        "Ben Cho,Acme,2026-12-02,\n",
        encoding="utf-8",
    )
    text = " ".join(" ".join(parsed(infoviz.report(infoviz.load(path), as_of=AS_OF).to_html()).text).split())
    assert "Ana Ruiz, Ana Ruiz 2, 3 name" in text
    assert "Introductions promised, and not yet among your contacts. to by Zoe Quist Ana Ruiz" in text
    assert "1 doubt about 1 row: what cannot be quite right still counts." in text


def test_every_drawing_has_a_text_alternative(sample):
    elements = parsed(sample.to_html())
    drawings = [value for tag, name, value in elements.attributes if (tag, name) == ("svg", "role")]
    labels = [value for tag, name, value in elements.attributes if (tag, name) == ("svg", "aria-label")]
    assert len(drawings) >= 5
    assert set(drawings) == {"img"}
    assert len(labels) == len(drawings)
    assert all(label.startswith("Chart: ") for label in labels)


def test_inner_names_are_unique_across_drawings(sample):
    names = [value for _, name, value in parsed(sample.to_html()).attributes if name == "id"]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("page", ["sample", "hostile"])
def test_only_plain_elements_and_no_handlers(page, request):
    given = request.getfixturevalue(page)
    elements = parsed(given if isinstance(given, str) else given.to_html())
    assert elements.names <= ALLOWED
    for tag, name, value in elements.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name != "style", (tag, value)
        if name in {"href", "xlink:href", "src"}:
            assert value.startswith("#"), (tag, value)


def test_nothing_is_fetched(sample):
    html = sample.to_html()
    assert "default-src 'none'" in html
    assert "unsafe" not in html
    assert html.count("http") == html.count("http://www.w3.org/") + html.count("http-equiv")


def test_the_same_page_each_time(sample):
    assert sample.to_html() == infoviz.report(infoviz.load(SAMPLE), as_of=AS_OF).to_html()


def test_results_export_as_json(sample):
    assert json.loads(json.dumps(sample.to_dict(), allow_nan=False))["summary"]["people"] > 100


def test_saving_replaces_the_page_whole_or_not_at_all(sample, tmp_path, monkeypatch):
    target = tmp_path / "page.html"
    target.write_text("before", encoding="utf-8")

    def refuse(self, other):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(infoviz.InfovizError, match=r"page\.html"):
        sample.save(target)
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("rows", ["", "Ana Ruiz,Acme\n", "Ana Ruiz,Acme\nBo Lind,Birch\nCy Ito,Cedar\n"])
def test_a_tracker_that_tells_little(rows, tmp_path):
    path = tmp_path / "little.csv"
    path.write_text(f"Name,Organization\n{rows or 'Zoe Park,Dune'}\n", encoding="utf-8")
    text = " ".join(parsed(infoviz.report(infoviz.load(path), as_of=AS_OF).to_html()).text)
    assert "0 %" not in text
    assert "there is no" in text


@pytest.mark.browser
@pytest.mark.parametrize("page", ["sample", "hostile"])
def test_in_a_browser(page, request, tmp_path, chromium):
    given = request.getfixturevalue(page)
    path = tmp_path / "page.html"
    path.write_text(given if isinstance(given, str) else given.to_html(), encoding="utf-8", newline="\n")
    said: list[str] = []
    with sync_playwright() as play:
        flags = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
        browser = play.chromium.launch(
            executable_path=chromium, args=[*flags.split(), "--disable-quic", "--disable-component-update"]
        )
        for width in (360, 900):
            view = browser.new_page(viewport={"width": width, "height": 800})
            view.on("console", lambda message: said.append(message.text))
            view.on("dialog", lambda dialog: said.append(f"dialog {dialog.message}"))
            view.on("request", lambda asked: asked.url.startswith("file:") or said.append(asked.url))
            view.goto(path.as_uri())
            assert view.evaluate("document.documentElement.scrollWidth") <= width
            assert view.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != "32px"
            view.close()
        browser.close()
    assert said == []
