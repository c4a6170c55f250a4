"""Loading what a dashboard needs while its page is still on the way: an extension of IPython for its kernels.

The kernel of a dashboard waits for the page, which takes seconds to load its scripts, before it runs the first cell.
"""

from importlib import import_module
from typing import Any

from tornado.ioloop import IOLoop

# In this order, each before those that need it, so that none of them keeps Python from answering for long.
LOADED = (
    "numpy", "pandas", "infoviz.schema.reading.contacts", "infoviz.tracker", "infoviz.editing.desk", "anywidget",
    "infoviz.widgets.editor", "infoviz.workbook.patching.patch",
)  # fmt: skip
PAUSE = 0.05  # seconds in which Python answers what has been asked meanwhile


def load_ipython_extension(shell: Any) -> None:
    """Load one module after the other, until the first cell has run: from then on cells load what they need."""
    loop, names = IOLoop.current(), iter(LOADED)

    def step() -> None:
        name = next(names, None)
        if name is not None and shell.execution_count == 1:
            import_module(name)
            loop.call_later(PAUSE, step)

    loop.call_later(PAUSE, step)
