"""A ruler for charts: which texts are seen, where they lie, whether one covers another."""

from itertools import combinations
from unittest.mock import patch

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

SLACK = 0.6  # pixels at 100 dots an inch: rounding of outlines


def seen_texts(figure: Figure) -> list[tuple[str, Bbox]]:
    """Draw a figure, and tell every text that was really drawn, with its extent in pixels."""
    drawn: dict[int, Text] = {}
    draw = Text.draw

    def remember(text: Text, renderer: object, *args: object, **kwargs: object) -> None:
        if text.get_visible() and text.get_text().strip():
            drawn[id(text)] = text
        draw(text, renderer, *args, **kwargs)

    with patch.object(Text, "draw", remember):
        FigureCanvasAgg(figure).draw()
    assert drawn, "nothing was drawn"
    return [(text.get_text(), text.get_window_extent()) for text in drawn.values()]


def faults(figure: Figure) -> list[str]:
    """Tell which texts lie over one another, and which leave the figure."""
    texts = seen_texts(figure)
    page = figure.bbox
    found = [
        f"cut off: {text!r} {box.extents.round(1)} on {page.extents}"
        for text, box in texts
        if box.x0 < page.x0 - SLACK
        or box.y0 < page.y0 - SLACK
        or box.x1 > page.x1 + SLACK
        or box.y1 > page.y1 + SLACK
    ]
    for (one, first), (two, second) in combinations(texts, 2):
        wide = min(first.x1, second.x1) - max(first.x0, second.x0)
        high = min(first.y1, second.y1) - max(first.y0, second.y0)
        if wide > SLACK and high > SLACK:
            found.append(f"overlap by {wide:.1f} x {high:.1f}: {one!r} and {two!r}")
    return found


def lightness(ink: str) -> float:
    """CIE L* of an ink such as ``"#004b7a"``: 0 black, 100 white."""
    parts = [int(ink[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance
