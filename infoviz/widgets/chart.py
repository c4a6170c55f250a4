"""A chart that stays in its place: inline SVG, redrawn by moving its artists where they can be moved."""

from collections.abc import Callable
from html import escape
from typing import Generic, TypeVar

import ipywidgets as W  # noqa: N812
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from infoviz.reporting.drawing import svg_of

Shown = TypeVar("Shown")
WIDTH = 7.4  # inches


def figured(svg: str, sentence: str) -> str:
    """Set a drawing above the sentence that says the same."""
    return f'<figure class="infoviz-chart">{svg}<figcaption>{escape(sentence)}</figcaption></figure>'


class Chart(W.HTML, Generic[Shown]):
    """One result as an SVG with a text alternative.

    Parameters
    ----------
    plot
        Draws a result on the Axes it is given as ``ax``.
    move
        Moves the artists of a drawn chart to another result, or says that it cannot.
    name
        Tells this drawing's inner names from those of others on the page.
    height
        In inches.
    """

    def __init__(
        self,
        plot: Callable[..., Axes],
        move: Callable[..., bool] | None = None,
        *,
        name: str,
        height: float = 3.3,
    ) -> None:
        super().__init__()
        self._plot, self._move, self._name, self._height = plot, move, name, height
        self._axes: Axes | None = None
        self._shown: Shown | None = None

    def show(self, result: Shown) -> None:
        """Draw a result; its one-line text stands for it where it cannot be seen."""
        if result is self._shown:
            return
        figure = self._moved(result)
        if figure is None:
            figure = self._drawn(result)
        self.value = figured(svg_of(figure, f"Chart: {result}", self._name), str(result))
        self._shown = result

    def forget(self) -> None:
        """Draw the next result anew."""
        self._axes = self._shown = None

    def _moved(self, result: Shown) -> Figure | None:
        if self._axes is None or self._move is None or not self._move(result, ax=self._axes):
            return None
        figure = self._axes.get_figure(root=True)
        return figure if isinstance(figure, Figure) else None

    def _drawn(self, result: Shown) -> Figure:
        moves = self._move is not None
        figure = Figure(figsize=(WIDTH, self._height), layout="constrained" if moves else None)
        self._axes = figure.subplots()
        self._plot(result, ax=self._axes)
        if moves:
            figure.draw_without_rendering()
            figure.set_layout_engine("none")  # laid out once: what moves later stays within
        return figure
