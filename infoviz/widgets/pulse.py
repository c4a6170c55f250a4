"""A view's pulse: at each press of a button the page asks whether Python is still there, and tells when it is not."""

from pathlib import Path

import anywidget


class Pulse(anywidget.AnyWidget):
    """Answers the page; what the person is told when no answer comes is the page's."""

    _esm = Path(__file__).parent / "static" / "pulse.js"

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(lambda *_: self.send({"type": "pong"}))
