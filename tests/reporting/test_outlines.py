"""A text in a drawing is one outline, the same that matplotlib would draw letter by letter."""

import re

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from infoviz.reporting.drawing import draw_svg
from infoviz.reporting.outlines import UNITS, svg_text

TEXTS = ["people", "Ana Ruiz, Bo Lind", "5 Oct", "$5", "Ž é ß", "عربي", "<b>&"]


def drawn(text: str, **how: object) -> dict[str, str]:
    """The attributes of the one path of a figure that holds nothing but a text."""
    figure = Figure(figsize=(4, 1))
    figure.text(0.25, 0.5, text, parse_math=False, **how)
    (group,) = re.findall(r'<g id="text_1">(.*?)</g>', svg_text(figure), re.DOTALL)
    (path,) = re.findall(r"<path ([^>]*)/>", group)
    return dict(re.findall(r'([\w-]+)="([^"]*)"', path))


def corners(data: str) -> np.ndarray:
    """The corners of a path whose steps are relative, as absolute places."""
    found, here, begin = [], np.zeros(2, int), np.zeros(2, int)
    for command, numbers in re.findall(r"([mlqcz])([-\d ]*)", data):
        if command == "z":
            here = begin
            continue
        steps = np.array([int(number) for number in numbers.split()]).reshape(-1, 2) + here
        found.extend(steps)
        here = steps[-1]
        begin = here if command == "m" else begin
    return np.array(found)


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_what_matplotlib_draws(text):
    said = corners(drawn(text)["d"])
    letters, codes = text_to_path.get_text_path(FontProperties(), text)
    kept = np.array([corner for corner, code in zip(letters, codes, strict=True) if code != 79])
    assert np.abs(said / UNITS - kept).max() <= 0.5 / UNITS + 1e-9


def test_it_stands_where_it_was_put():
    assert drawn("a", fontsize=20)["transform"] == "translate(72.00 36.00) scale(0.02 -0.02)"
    assert " rotate(-90) " in drawn("a", rotation=90)["transform"]


def test_it_has_its_ink():
    assert "fill" not in drawn("a")
    assert drawn("a", color="#6b6b6b")["fill"] == "#6b6b6b"
    assert drawn("a", alpha=0.5)["opacity"] == "0.5"


def test_it_follows_the_fonts_that_are_set():
    sans = drawn("a")["d"]
    with mpl.rc_context({"font.sans-serif": ["DejaVu Serif"]}):
        serif = drawn("a")["d"]
    assert sans != serif
    assert drawn("a")["d"] == sans


def test_what_is_clipped_stays_clipped():
    figure = Figure(figsize=(4, 1))
    ax = figure.subplots()
    ax.text(0.5, 0.5, "a", clip_on=True)
    assert re.search(r'clip-path="url\(#\w+\)"><?', svg_text(figure)) is not None


def test_a_mark_takes_its_ink_where_it_is_put():
    def draw(ax):
        ax.plot([1, 2], [3, 4], "o", color="#004b7a", markerfacecolor="white")

    drawing = draw_svg(draw, "Marks", "marks", 3, 2)
    shapes = re.findall(r"<defs>\s*<path [^>]*>", drawing)
    assert shapes
    assert not [shape for shape in shapes if "stroke=" in shape]
    assert len(re.findall(r'<use [^>]*fill="#ffffff" stroke="#004b7a"', drawing)) == 2
