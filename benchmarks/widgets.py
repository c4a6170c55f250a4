"""From a click to what is seen: the widgets in a real browser, kernel and page together; a dashboard's first paint."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.statistics import Remark, Time
from benchmarks.workbooks import write_tracker
from infoviz.stats.wording import counted
from tests.browser.jupyter import Notebook
from tests.served import Served

RUNS = 9
SOURCES = (
    "import infoviz\ntracker_file, as_of = infoviz.chosen_tracker()\ntracker = infoviz.load(tracker_file)",
    "infoviz.explore(tracker, as_of=as_of)",
)
EDITING = "infoviz.edit(tracker, as_of=as_of)"
# Seconds from a change of an input to the last change of what is on the page, once it has been still for half a second.
CHANGED = """async ([selector, label, value]) => {
    const input = [...document.querySelectorAll(selector)].find(one => one.getAttribute('aria-label') === label
        || document.querySelector(`label[for='${one.id}']`)?.textContent.trim() === label);
    const begin = performance.now();
    let last = begin;
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(document.querySelector('.infoviz-chart').closest('.infoviz-view'), {
        childList: true, subtree: true, characterData: true });
    input.value = value;
    input.dispatchEvent(new Event('input', {bubbles: true}));
    input.dispatchEvent(new Event('change', {bubbles: true}));
    while (last === begin || performance.now() - last < 500) await new Promise(done => setTimeout(done, 20));
    watch.disconnect();
    return (last - begin) / 1000;
}"""


# The same from a key or a click until a place says what it is to say; the page keeps the promise meanwhile.
WATCHED = """([selector, text]) => { window.measured = new Promise(done => {
    let begin = null;
    const started = () => { begin ??= performance.now(); };
    for (const type of ['keydown', 'click']) document.addEventListener(type, started, {capture: true, once: true});
    const watch = new MutationObserver(() => {
        const said = [...document.querySelectorAll(selector)].some(place => place.textContent.includes(text));
        if (begin === null || !said) return;
        watch.disconnect();
        done((performance.now() - begin) / 1000);
    });
    watch.observe(document.body, {childList: true, subtree: true, characterData: true});
}); }"""
SAID = ".infoviz-status"


def measure() -> Iterator[Time | Remark]:
    """Measure each path at its sizes."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        yield Remark("There is no Chromium on this machine: the widgets were not measured.")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for rows, demand in ((1_000, "under 0.2"), (100_000, "under 0.4")):
            yield from _in_lab(browser, Path(folder) / str(rows), rows, demand)
        yield _first_paint(browser, Path(folder) / "app")
        browser.close()


def _in_lab(browser: Browser, folder: Path, rows: int, demand: str) -> Iterator[Time]:
    folder.mkdir()
    write_tracker(folder / "tracker.xlsx", rows)
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    sources = (*SOURCES, EDITING) if rows <= 1_000 else SOURCES
    own = new_notebook(cells=[new_code_cell(source) for source in sources])
    own.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(own, notebooks / "00_measured.ipynb")
    server = Served(folder, "lab", "tracker.xlsx", "--as-of", "2026-11-20", "--folder", "notebooks")
    try:
        page = browser.new_page(viewport={"width": 1200, "height": 2600})
        page.set_default_timeout(180_000)
        Notebook(page, server.at("/doc/tree/00_measured.ipynb?reset")).run_all()
        page.locator(".infoviz-chart svg").first.wait_for()
        yield Time(f"filter to redrawn chart, {rows:,} people", tuple(_filters(page)), demand)
        for tab in ("Your network", "Introductions"):
            page.get_by_role("tab", name=tab).click()
            page.wait_for_timeout(3_000)
            yield Time(f"the same, “{tab}”", tuple(_filters(page)), demand)
        if len(sources) > len(SOURCES):
            yield Time(f"cell edit to acknowledged, {rows:,} people", tuple(_edits(page)), "under 0.1")
            yield Time(f"save of one edit, {rows:,} people", tuple(_saves(page)), "under 0.15")
    finally:
        server.end()


def _filters(page: Page) -> Iterator[float]:
    for run in range(RUNS):
        yield page.evaluate(CHANGED, ["select", "Channel", ("email", "phone", "LinkedIn")[run % 3]])


def _edits(page: Page) -> Iterator[float]:
    for run in range(RUNS):
        cell = page.get_by_role("grid", name="Contacts").locator("tbody tr").nth(run + 2).locator("td").nth(2)
        cell.dblclick()
        page.keyboard.press("Control+a")
        page.keyboard.type(f"Measured {run}")
        yield _until(page, lambda: page.keyboard.press("Enter"), f"{counted(run + 1, 'cell')} not saved.")


def _saves(page: Page) -> Iterator[float]:
    for run in range(RUNS):
        cell = page.get_by_role("grid", name="Contacts").locator("tbody tr").nth(2).locator("td").nth(2)
        if run:
            cell.dblclick()
            page.keyboard.press("Control+a")
            page.keyboard.type(f"Saved {run}")
            page.keyboard.press("Enter")
            page.get_by_text("1 cell not saved.").wait_for()
        save = page.get_by_role("button", name="Save ", exact=False).first
        seconds = _until(page, save.click, "everything else in it is as it was")
        if run:  # the first wrote the edits of before
            yield seconds


def _until(page: Page, act: Callable[[], object], text: str) -> float:
    """Seconds, on the page's own clock, from an action to the words that tell it is done."""
    page.evaluate(WATCHED, [SAID, text])
    act()
    seconds: float = page.evaluate("() => window.measured")
    page.wait_for_timeout(500)  # what follows the edit elsewhere on the page is not part of the next
    return seconds


def _first_paint(browser: Browser, folder: Path) -> Time:
    folder.mkdir()
    server = Served(folder, "app")
    seconds = []
    try:
        for _ in range(3):
            page = browser.new_page()
            page.set_default_timeout(180_000)
            begin = time.perf_counter()
            page.goto(server.at("/voila/render/03_update.ipynb"))
            page.get_by_role("grid", name="Contacts").wait_for()
            seconds.append(time.perf_counter() - begin)
            page.close()
    finally:
        server.end()
    return Time(
        "dashboard: from address to table",
        tuple(seconds),
        f"under 5 (median {statistics.median(seconds):.1f})",
    )
