"""Writing a figure as SVG, each text of it one outline that is found once, however often it is drawn.

matplotlib's own writer places every letter as a shape of its own: hundreds of them on a chart, which take Python and
the browser longer than all the rest.
"""

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

POINTS = 72  # an inch
UNITS = 10  # of an outline, for each of those in which matplotlib gives it
TEXTS = 4096  # remembered: a chart has some dozens
COMMANDS = {int(Path.MOVETO): "m", int(Path.LINETO): "l", int(Path.CURVE3): "q", int(Path.CURVE4): "c"}
CORNERS = {"m": 1, "l": 1, "q": 2, "c": 3}  # that a command takes

Fonts = tuple[tuple[str, ...], ...]


def svg_text(figure: Figure) -> str:
    """Write a figure, laid out as it stands, as the text of an SVG file."""
    figure.dpi = POINTS
    width, height = figure.get_size_inches() * POINTS
    target = io.StringIO()
    renderer: Any = _Outlining(width, height, target, metadata={"Date": None})  # type: ignore[no-untyped-call]
    figure.draw(renderer)
    renderer.finalize()
    return target.getvalue()


class _Outlining(RendererSVG):
    """Draws a text as one outline."""

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,  # noqa: FBT002  as matplotlib has it
        mtext: Any = None,
    ) -> None:
        if ismath or gc.get_clip_rectangle() is not None or gc.get_clip_path()[0] is not None:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
            return
        scale = prop.get_size_in_points() / text_to_path.FONT_SCALE / UNITS
        turned = f" rotate({-angle:g})" if angle else ""
        ink, opacity = to_hex(gc.get_rgb()), gc.get_alpha() if gc.get_forced_alpha() else gc.get_rgb()[3]
        attributes = {
            "d": _outline(s, prop.copy(), _fonts(prop)),
            "transform": f"translate({x:.2f} {y:.2f}){turned} scale({scale:.6g} {-scale:.6g})",
        }
        if ink != "#000000":  # which is what is drawn where nothing is said: on a page, the ink of its text
            attributes["fill"] = ink
        if opacity != 1:
            attributes["opacity"] = f"{opacity:g}"
        self.writer.element("path", attrib=attributes)  # type: ignore[no-untyped-call]

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        return _size(s, prop.copy(), ismath, _fonts(prop))


def _fonts(prop: FontProperties) -> Fonts:
    """Tell the families that a text is set in, those included which the settings of matplotlib name for a kind."""
    settings: Any = mpl.rcParams
    return tuple(tuple(settings.get(f"font.{family}", (family,))) for family in prop.get_family())


@lru_cache(TEXTS)
def _size(text: str, prop: FontProperties, ismath: Any, _fonts: Fonts) -> tuple[float, float, float]:
    return text_to_path.get_text_width_height_descent(text, prop, ismath)


@lru_cache(TEXTS)
def _outline(text: str, prop: FontProperties, _fonts: Fonts) -> str:
    """Write the letters of a text as the data of one path."""
    corners, codes = text_to_path.get_text_path(prop, text)
    return "".join(_steps(np.rint(np.asarray(corners) * UNITS).astype(int).tolist(), list(codes)))


def _steps(corners: list[list[int]], codes: list[int]) -> Iterator[str]:
    """Go along an outline, each step told from where the one before ended: so the numbers are short."""
    x = y = begin_x = begin_y = place = 0
    while place < len(codes):
        command = COMMANDS.get(codes[place], "z")
        if command == "z":
            x, y, place = begin_x, begin_y, place + 1
            yield command
            continue
        end = place + CORNERS[command]
        yield command + " ".join(f"{right - x} {up - y}" for right, up in corners[place:end])
        (x, y), place = corners[end - 1], end
        if command == "m":
            begin_x, begin_y = x, y
