"""What the accessibility checker axe finds fault with in a part of a page."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Locator

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (element) => {
    const found = await axe.run(element, {resultTypes: ['violations']});
    return found.violations.map(one => [one.id, ...one.nodes.map(node => node.target.join(' ') + ' ' + node.html)]);
}"""


def violations(part: Locator) -> list[list[str]]:
    """Give each rule broken within a part of a page, and by what."""
    part.page.evaluate(SCRIPT)
    return part.evaluate(RUN)
