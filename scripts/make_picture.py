"""Rebuild docs/report.png, the README's picture: the top of the sample's report in a headless Chromium."""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

import infoviz

ROOT = Path(__file__).parent.parent
SIZE = {"width": 880, "height": 800}


def main() -> None:
    """Draw the picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("There is no Chromium on this machine.")
    tracker = infoviz.load(ROOT / "data" / "sample_tracker.xlsx")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page = infoviz.report(tracker, as_of=date(2026, 11, 20)).save(Path(folder, "report.html"))
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        view = browser.new_page(viewport=SIZE)
        view.goto(page.as_uri())
        view.screenshot(path=ROOT / "docs" / "report.png", clip={"x": 0, "y": 0, **SIZE})
        browser.close()


if __name__ == "__main__":
    main()
