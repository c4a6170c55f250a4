"""What every view has: a place where it says what happened, and callbacks whose errors are seen."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from html import escape
from importlib import resources
from typing import Any

import ipywidgets as W  # noqa: N812  as its own documentation and users write it

from infoviz.errors import InfovizError
from infoviz.tracker import Tracker
from infoviz.widgets.pulse import Pulse

Work = Callable[[], object]

PAUSE = 0.15  # seconds that what follows an edit elsewhere leaves to its own answer, and to a click right after it


def today() -> date:
    """Read the clock: the local calendar day."""
    return date.today()  # noqa: DTZ011  a tracker's dates are local calendar dates


@cache
def stylesheet() -> str:
    """Read the style of the views."""
    return (
        resources.files("infoviz.widgets")
        .joinpath("static")
        .joinpath("views.css")
        .read_text(encoding="utf-8")
    )


class Status(W.HTML):
    """The line in which a view says what has just happened, for eyes and for a screen reader."""

    def say(self, text: str) -> None:
        """Tell what was done."""
        self.value = f'<div class="infoviz-status" role="status">{escape(text)}</div>'

    def refuse(self, text: str) -> None:
        """Tell what could not be done."""
        self.value = f'<div class="infoviz-status infoviz-refused" role="alert">{escape(text)}</div>'


class View(W.VBox):
    """A box of widgets that shows one state and is redrawn by one ``update()``.

    Attributes
    ----------
    status
        The line in which it says what has just happened.
    """

    def __init__(self) -> None:
        self.status = Status()
        self._style = W.HTML(f"<style>{stylesheet()}</style>", layout=W.Layout(display="none"))
        self._pulse = Pulse()
        self._due: list[Work] = []
        super().__init__()
        self.add_class("infoviz-view")

    def arrange(self, *widgets: W.Widget) -> None:
        """Set widgets one below the other."""
        self.children = (self._style, self._pulse, *widgets)

    def follow(self, tracker: Tracker, refresh: Work) -> None:
        """Do `refresh` after whatever changes a tracker; in a notebook, once that has been answered."""
        self._watched, self._refresh = tracker, refresh
        self._seen = tracker.contacts, tracker.events
        tracker.watch(self._follow)

    def _follow(self) -> None:
        before, self._seen = self._seen, (self._watched.contacts, self._watched.events)
        # A save mostly leaves both frames as they are, and then there is nothing to show.
        if any(now is not then for now, then in zip(self._seen, before, strict=True)):
            self.later(self._refresh, after=PAUSE)

    def later(self, work: Work, *, after: float = 0) -> None:
        """Do something once the page has its answer, and once only however often it is asked for meanwhile.

        Parameters
        ----------
        work
            What to do. Outside a notebook nobody waits for an answer, and it is done at once.
        after
            Seconds to wait.
        """
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.attempt(work)
            return
        if work not in self._due:
            self._due.append(work)
            loop.call_later(after, self._do_due, work)

    def _do_due(self, work: Work) -> None:
        self._due.remove(work)
        self.attempt(work)

    def attempt(self, work: Work) -> bool:
        """Do something for the user; what goes wrong is told in the status line.

        Parameters
        ----------
        work
            What to do.

        Returns
        -------
        bool
            Whether it was done. A refusal of the library's is a sentence for the user; any other error is
            told and raised again, since it is a fault of infoviz.
        """
        try:
            work()
        except InfovizError as error:
            self.status.refuse(str(error))
            return False
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            self.status.refuse(
                f"infoviz has a fault here ({fault}). What you entered is kept; nothing was saved."
            )
            raise
        return True

    def on_click(self, button: W.Button, work: Work) -> None:
        """Let a button do something."""
        button.on_click(lambda _: self.attempt(work))

    def on_change(self, widget: W.Widget, work: Work) -> None:
        """Let a change of an input's value do something."""
        widget.observe(lambda _: self.attempt(work), names="value")


def button(text: str, **options: Any) -> W.Button:
    """Make a button that is named by its text."""
    return W.Button(description=text, layout=W.Layout(width="auto"), **options)


def row(*children: W.Widget) -> W.Box:
    """Set widgets side by side, in more lines where they do not fit."""
    box = W.Box(list(children))
    box.add_class("infoviz-line")
    return box


def sentence(text: str, *, style: str = "") -> str:
    """Write a sentence as HTML, escaped."""
    return f'<p class="infoviz-sentence {style}">{escape(text)}</p>'


def counts(*shown: tuple[int | None, str]) -> str:
    """Write counts as a row of tiles; one that is not known is a dash."""
    listed = "".join(
        f"<li><b>{'–' if count is None else f'{count:,}'}</b><span>{words}</span></li>"
        for count, words in shown
    )
    return f'<ul class="infoviz-tiles">{listed}</ul>'


def table(headers: Sequence[str], rows: Sequence[Sequence[object]], caption: str) -> str:
    """Write a small table as HTML, escaped; None is an empty cell."""
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    body = "".join(
        "<tr>"
        + "".join(f'<td dir="auto">{"" if cell is None else escape(str(cell))}</td>' for cell in cells)
        + "</tr>"
        for cells in rows
    )
    return (
        f'<div class="infoviz-scroll" tabindex="0" role="group" aria-label="{escape(caption, quote=True)}">'
        f'<table class="infoviz-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
