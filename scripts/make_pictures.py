"""Rebuild the pictures of docs/ in a headless Chromium: the report, the table and the explorer, all on the sample.

Run it as ``python -m scripts.make_pictures`` from the top of the checkout.
"""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import infoviz
from tests.served import Served

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REPORT = {"width": 880, "height": 800}
WIDE = {"width": 1100, "height": 2400}  # so that nothing has to be scrolled into view


def picture_report(browser: Browser, folder: Path) -> None:
    """Take the top of the report."""
    tracker = infoviz.load(ROOT / "data" / "sample_tracker.xlsx")
    page = infoviz.report(tracker, as_of=date(2026, 11, 20)).save(folder / "report.html")
    view = browser.new_page(viewport=REPORT)
    view.goto(page.as_uri())
    view.screenshot(path=DOCS / "report.png", clip={"x": 0, "y": 0, **REPORT})


def dashboard(browser: Browser, address: str, theme: str) -> Page:
    """Open a notebook as a dashboard, all of it run."""
    view = browser.new_context(viewport=WIDE, color_scheme=theme).new_page()
    view.goto(address)
    view.wait_for_function("() => !document.querySelector('.voila-skeleton-container')", timeout=120_000)
    return view


def picture_widgets(browser: Browser, folder: Path) -> None:
    """Take the table with an edit that is not saved, in light, and the explorer with a filter, in dark."""
    server = Served(folder, "app")
    try:
        view = dashboard(browser, server.at("/voila/render/03_update.ipynb"), "light")
        view.get_by_role("rowheader", name="Kofi Ansah-Mensah").click()
        view.get_by_role("heading", name="Kofi Ansah-Mensah").wait_for()
        view.get_by_role("button", name="Thanked today").click()
        view.get_by_text("Kofi Ansah-Mensah: changed.").wait_for()
        box = view.locator(".infoviz-view").first.bounding_box()
        clip = {"x": box["x"], "y": box["y"], "width": box["width"], "height": 1200}
        view.screenshot(path=DOCS / "editor.png", clip=clip)
        view = dashboard(browser, server.at("/voila/render/01_explore.ipynb"), "dark")
        view.get_by_label("Channel").select_option("Email")
        view.get_by_text("89 of 124 rows").wait_for()
        view.locator(".infoviz-view").first.screenshot(path=DOCS / "explorer.png")
    finally:
        server.end()


def main() -> None:
    """Draw the pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("There is no Chromium on this machine.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        picture_report(browser, Path(folder))
        picture_widgets(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
