"""A chart as an SVG that may stand inside a page under a strict Content-Security-Policy.

Such a page applies no ``style`` attribute, so matplotlib's are turned into SVG's own attributes. Letters
are drawn as outlines: they look the same whatever fonts the reader has.
"""

import re
from collections.abc import Callable
from html import escape

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.figure import Figure

from infoviz.reporting.outlines import svg_text

_STYLE = re.compile(r' style="([^"]*)"')
_NAMING = (' id="', ' xlink:href="#', "url(#")  # what stands before each inner name of a drawing
_DRAWING = re.compile(r"<svg[^>]*>.*</svg>", re.DOTALL)
_UNUSED = re.compile(r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>", re.DOTALL)
_SHAPE = re.compile(r'(<defs>\s*<path id="[^"]*" d="[^"]*") stroke="[^"]*"')
_ROOT = re.compile(r"<svg[^>]*viewBox=\"([^\"]*)\"[^>]*>")


def draw_svg(draw: Callable[..., object], description: str, name: str, width: float, height: float) -> Markup:
    """Draw one chart.

    Parameters
    ----------
    draw
        Draws on the Axes that it is given as ``ax``.
    description
        What the chart says, in words: its text alternative.
    name
        Tells this drawing's inner names from those of the other drawings on the page.
    width, height
        Size in inches.

    Returns
    -------
    markupsafe.Markup
        An ``<svg>`` element, the same at each call.
    """
    figure = Figure(figsize=(width, height), layout="constrained")
    draw(ax=figure.subplots())
    figure.draw_without_rendering()
    return svg_of(figure, description, name)


def svg_of(figure: Figure, description: str, name: str) -> Markup:
    """Write a figure, laid out as it stands, as an ``<svg>`` element; see :func:`draw_svg`."""
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": name}):
        written = svg_text(figure)
    found = _DRAWING.search(_UNUSED.sub("", written))
    if found is None:
        raise RuntimeError("matplotlib wrote no <svg> element")
    drawing = _STYLE.sub(_attributes, found.group())
    drawing = _SHAPE.sub(r"\1", drawing)  # each place it is put to gives it an ink, which a page may change
    for before in _NAMING:
        drawing = drawing.replace(before, f"{before}{name}-")
    label = escape(description, quote=True)
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="\\1" role="img" '
        f'aria-label="{_plain(label)}" stroke-linejoin="round" stroke-linecap="butt"><title>{_plain(label)}</title>'
    )
    return Markup(_ROOT.sub(root, drawing, count=1))  # noqa: S704  matplotlib's own drawing; the words are escaped


def _attributes(match: re.Match[str]) -> str:
    pairs = (pair.split(":", 1) for pair in match.group(1).split(";") if pair.strip())
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)


def _plain(text: str) -> str:
    return text.replace("\\", r"\\")
