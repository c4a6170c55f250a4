"""What a test does in a browser: visit a page under watch, open a notebook, run it, read it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
HERE = ("http://127.0.0.1:", "http://localhost:", "ws://127.0.0.1:", "data:", "blob:", "about:")
MINUTE = 60_000

CURRENT = "window.jupyterapp.shell.currentWidget"
# An idle kernel is shown before there is a connection to it; what is run then is lost without a word.
CONNECTED = f"""() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.connectionStatus
    === 'connected' && {CURRENT}.content?.widgets?.length > 0"""
READY = f"""async () => {{
    const context = {CURRENT}.context;
    await context.ready; await context.sessionContext.ready; await context.sessionContext.session.kernel.info; }}"""
RUN = (
    "() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }"  # its promise may never settle
)
RUN_ENDED = f"""() => {CURRENT}.content.widgets.filter(cell => cell.model.type === 'code').every(
    cell => cell.model.executionCount || cell.model.sharedModel.getSource().trim() === ''
) && {CURRENT}.sessionContext.session.kernel.status === 'idle'"""
CELLS = f"""() => {CURRENT}.content.widgets.filter(cell => cell.model.type === 'code').map(cell => ({{
    source: cell.model.sharedModel.getSource(), count: cell.model.executionCount, outputs: cell.model.outputs.toJSON()
}}))"""


class Visit:
    """A page of the browser under watch, with nothing remembered from other visits.

    Attributes
    ----------
    page
        Playwright's page.
    outside
        The addresses outside this machine that were asked for; a test that leaves any fails.
    console
        The errors that the console showed, and those that nothing caught.
    """

    def __init__(self, browser: Browser, *, dark: bool = False) -> None:
        self.outside: list[str] = []
        self.console: list[str] = []
        self.context = browser.new_context(
            viewport={"width": 1200, "height": 900}, color_scheme="dark" if dark else "light"
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(MINUTE)
        self.context.on("request", lambda request: self.note(request.url))
        self.page.on("websocket", lambda socket: self.note(socket.url))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on(
            "console", lambda message: self.console.append(message.text) if message.type == "error" else None
        )

    def note(self, url: str) -> None:
        """Keep an address that is not on this machine."""
        if not url.startswith(HERE):
            self.outside.append(url)

    def close(self) -> None:
        """Leave the page as somebody does who closes the tab, and see that nothing was asked of other machines."""
        self.page.close(run_before_unload=True)
        self.context.close()
        assert self.outside == [], "requests left this machine"


class Notebook:
    """A notebook that is open in JupyterLab or in Notebook 7, with its kernel ready.

    Parameters
    ----------
    page
        The page.
    address
        Where it is, token and all.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)
        page.wait_for_function(CONNECTED)
        page.evaluate(READY)

    def run_all(self) -> None:
        """Run all cells from top to bottom, and wait until the last has run."""
        self.page.evaluate(RUN)
        self.page.wait_for_function(RUN_ENDED, timeout=2 * MINUTE)

    def cells(self) -> list[dict[str, Any]]:
        """The code cells: ``source``, ``count`` (None before it has run), and ``outputs`` as a notebook stores them."""
        return self.page.evaluate(CELLS)

    def errors(self) -> list[dict[str, Any]]:
        """The outputs that tell of an error."""
        return [
            output
            for cell in self.cells()
            for output in cell["outputs"]
            if output["output_type"] == "error" or output.get("name") == "stderr"
        ]

    def text(self) -> str:
        """All that the outputs say as plain text."""
        outputs = [output for cell in self.cells() for output in cell["outputs"]]
        return "\n".join(
            joined(output.get("text") or output.get("data", {}).get("text/plain", "")) for output in outputs
        )


def joined(lines: str | list[str]) -> str:
    """Text that a notebook may keep line by line."""
    return lines if isinstance(lines, str) else "".join(lines)


def open_dashboard(page: Page, address: str) -> None:
    """Open a notebook as a dashboard, and wait until all its cells have run."""
    page.goto(address)
    page.wait_for_selector("#main #rendered_cells", state="visible")
    page.wait_for_function("() => !document.querySelector('.voila-skeleton-container')")
