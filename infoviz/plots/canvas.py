"""The sheet of paper that every chart is drawn on: size, inks, headline, and how an empty one looks.

The inks are from Okabe and Ito's palette for colour-blind readers, set so that they also differ in grey: those
used side by side lie at least 12 steps of lightness (CIE L*, 0 to 100) apart.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, TypeVar

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.patches import StepPatch
from matplotlib.ticker import MaxNLocator

from infoviz.plots.lettering import SMALL, TEXT, families, lines, width

Week = TypeVar("Week")

MOST_WEEKS = 53
WIDTH = 7.2  # inches: a notebook's column at 100 dots an inch
BLACK = "#222222"
DARK = "#004b7a"
LIGHT = "#9fd0ee"
WARM = "#e46c0a"
GREY = "#6b6b6b"
PALE = "#d9d9d9"

BOLD = 1.13  # bold letters are so much wider
_HANDLE = 3.6 * SMALL / 72  # inches that a legend's entry takes besides its words
DAY = "_day"  # labels the text that tells the day at which we look; the bar keeps it out of legends
ROOMY = 3.0  # inches from which on a headline may take one line more for the sake of the day
GAP = 0.12  # inches between a headline and the day
_MARGIN = 0.06  # inches that stay free at the edge of a figure that nothing lays out


def canvas(ax: Axes | None, height: float = 3.4) -> Axes:
    """Give the Axes handed in, or one on a new figure of notebook width; bare of frame and ticks."""
    if ax is None:
        ax = plt.subplots(figsize=(WIDTH, height), layout="constrained")[1]
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_color(GREY)
    ax.tick_params(colors="#333333", labelsize=SMALL, length=3)
    return ax


def room(ax: Axes) -> tuple[float, float]:
    """Width and height in inches of the part of the figure that is the Axes' to fill, labels included."""
    figure, place = ax.get_figure(), ax.get_position()
    if figure is None:
        return WIDTH, WIDTH / 2
    inches = figure.bbox.width / figure.get_dpi(), figure.bbox.height / figure.get_dpi()
    # matplotlib leaves a good fifth of a figure to the labels around its Axes.
    return min(place.width / 0.77, 1) * inches[0], min(place.height / 0.77, 1) * inches[1]


def rows_that_fit(ax: Axes, around: float = 0.85, each: float = 0.17) -> int:
    """How many rows of text have room one below the other, at least one.

    Parameters
    ----------
    ax
        The Axes.
    around, each
        Inches that headline and axis take, and that a row takes.
    """
    return max(1, int((room(ax)[1] - around) / each + 1e-6))


def headline(
    ax: Axes, text: str, entries: Sequence[Artist] = (), *, as_of: date | None = None, beside: float = 0.5
) -> None:
    """Write the headline of a chart, flush left, and the legend in rows below it, where it covers nothing.

    The day stands small beside the headline, unless the chart is so narrow that it would cost too many lines.

    Parameters
    ----------
    ax
        The Axes.
    text
        The headline; broken between words where it is long.
    entries
        What the legend explains; each bears its label.
    as_of
        The day at which we look; None for what has none.
    beside
        Inches to the left of the Axes that its labels take.
    """
    inches = max(min(room(ax)[0] - beside - 0.15, _right_of(ax)), 1.0)
    columns = _columns([str(entry.get_label()) for entry in entries], inches)
    rows = -(-len(entries) // columns)
    words, dated = _beside_a_day(text, inches) if as_of else (lines(text, inches / BOLD, TEXT), False)
    title = ax.set_title(
        words, loc="left", fontsize=TEXT, fontweight="bold", color=BLACK,
        fontfamily=families([text]), pad=8 + 14 * rows, y=1.0,
    )  # fmt: skip
    if dated:
        ax.annotate(
            f"as of {as_of}", (1, 0), xycoords=title, xytext=(GAP * 72, 0), textcoords="offset points",
            color=GREY, fontsize=SMALL, va="bottom", label=DAY, annotation_clip=False,
        )  # fmt: skip
    if entries:
        ax.legend(
            handles=list(entries), loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, frameon=False,
            fontsize=SMALL, borderaxespad=0.1, handlelength=1.4, columnspacing=1.4, labelspacing=0.35,
        )  # fmt: skip


def _beside_a_day(text: str, inches: float) -> tuple[str, bool]:
    """Break a headline into lines, and tell whether a day has room beside them."""
    alone, room_left = lines(text, inches / BOLD, TEXT), inches - GAP - width(f"as of {date.max}")
    narrower = lines(text, max(room_left, 0) / BOLD, TEXT)
    widest = max(width(line, TEXT) for line in narrower.split("\n")) * BOLD
    more = narrower.count("\n") - alone.count("\n")
    fits = widest <= room_left and more <= (inches >= ROOMY)
    return (narrower, True) if fits else (alone, False)


def move_day(ax: Axes, as_of: date) -> None:
    """Let the day beside a headline that is already written be another."""
    for text in ax.texts:
        if text.get_label() == DAY:
            text.set_text(f"as of {as_of}")


def caption(ax: Axes, *sentences: str, beside: float = 0.5) -> None:
    """Write what the horizontal axis tells below it, each sentence on a line of its own or, where long, on more.

    Parameters
    ----------
    ax
        The Axes.
    sentences
        What to write.
    beside
        Inches to the left of the Axes that its labels take.
    """
    inches = max(room(ax)[0] - beside - 0.15, 1.0)
    text = "\n".join(lines(sentence, inches, SMALL) for sentence in sentences)
    ax.set_xlabel(text, fontsize=SMALL, fontfamily=families([text]))


def _right_of(ax: Axes) -> float:
    """Inches from the left side of an Axes to the edge of its figure, as they lie before any layout."""
    figure = ax.get_figure()
    if figure is None or figure.get_layout_engine() is not None:
        return WIDTH
    return float((figure.bbox.x1 - ax.get_window_extent().x0) / figure.get_dpi()) - 2 * _MARGIN


def _columns(labels: list[str], inches: float) -> int:
    """How many columns of a legend fit side by side; matplotlib fills it column by column, the first ones fuller."""
    for columns in range(len(labels), 1, -1):
        widest = (max(map(width, part)) for part in np.array_split(labels, columns))
        if sum(widest) + columns * _HANDLE <= inches:
            return columns
    return 1


def empty(ax: Axes, sentence: str, as_of: date | None = None) -> Axes:
    """Say in the middle of an empty chart why it is empty, and on which day."""
    ax.set_axis_off()
    if as_of and str(as_of) not in sentence:
        sentence = f"{sentence.removesuffix('.')} (as\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{as_of})."
    ax.text(
        0.5, 0.5, lines(sentence, room(ax)[0] * 0.8), transform=ax.transAxes, ha="center", va="center",
        color=GREY, fontsize=TEXT, fontfamily=families([sentence]),
    )  # fmt: skip
    return ax


def settle(ax: Axes) -> Axes:
    """Shrink an Axes until none of its words is cut off, on a figure that no layout engine arranges."""
    figure = ax.get_figure()
    if figure is None or figure.get_layout_engine() is not None:
        return ax
    taken = ax.get_tightbbox(_measure(figure.get_dpi()))
    if taken is None:
        return ax
    page, place, margin = figure.bbox, ax.get_window_extent(), _MARGIN * figure.get_dpi()
    left = place.x0 + max(0.0, page.x0 + margin - taken.x0)
    bottom = place.y0 + max(0.0, page.y0 + margin - taken.y0)
    right = place.x1 - max(0.0, taken.x1 - page.x1 + margin)
    top = place.y1 - max(0.0, taken.y1 - page.y1 + margin)
    if left < right and bottom < top:
        (x0, y0), (x1, y1) = figure.transSubfigure.inverted().transform([(left, bottom), (right, top)])
        ax.set_position((x0, y0, x1 - x0, y1 - y0))
        ax.set_in_layout(True)  # a layout asked for later may still move it
    return ax


@lru_cache(maxsize=4)
def _measure(dpi: float) -> RendererAgg:
    """Give what measures words; matplotlib remembers what one such has measured, whatever the figure."""
    return RendererAgg(1, 1, dpi)  # type: ignore[no-untyped-call]


def counts_on(axis: Literal["x", "y"], ax: Axes, most: float) -> None:
    """Let an axis count in whole numbers from zero, with room above the largest."""
    chosen = ax.yaxis if axis == "y" else ax.xaxis
    chosen.set_major_locator(MaxNLocator(nbins=5, integer=True, min_n_ticks=2))
    (ax.set_ylim if axis == "y" else ax.set_xlim)(0, max(most * 1.12, 1.2))


def bars(ax: Axes, heights: Sequence[int], width: float, ink: str) -> StepPatch:
    """Draw a bar at each of the places 0, 1, 2 …, all of them one outline: a shape for each takes long to draw.

    Parameters
    ----------
    ax
        The Axes.
    heights
        How high each bar is; :func:`set_heights` gives them others.
    width
        How wide each is; below 1, so that they stand apart.
    ink
        The colour.
    """
    places = np.arange(len(heights))
    edges = np.column_stack([places - width / 2, places + width / 2]).ravel()
    return ax.stairs(_with_gaps(heights), edges, fill=True, color=ink, linewidth=0)


def set_heights(drawn: StepPatch, heights: Sequence[int]) -> None:
    """Make the bars that :func:`bars` has drawn so high."""
    drawn.set_data(_with_gaps(heights))


def heights_of(drawn: StepPatch) -> list[float]:
    """Tell how high the bars are that :func:`bars` has drawn."""
    steps, _, _ = drawn.get_data()
    found: list[float] = steps[::2].tolist()
    return found


def _with_gaps(heights: Sequence[int]) -> npt.NDArray[np.float64]:
    """Put a height of nothing between each two bars."""
    steps = np.zeros(2 * len(heights) - 1)
    steps[::2] = heights
    return steps


def latest(weeks: Sequence[Week]) -> Sequence[Week]:
    """Give the weeks of the last year and week: more do not stay legible side by side."""
    return weeks[-MOST_WEEKS:]


def cut_words(shown: int, weeks: int) -> str:
    """Say in a headline that not all weeks are shown; nothing where they are."""
    return "" if shown == weeks else f" (the last {shown} of {weeks} weeks)"


def week_axis(ax: Axes, mondays: Sequence[date], *, least: int = 6) -> None:
    """Set the axis of weeks drawn at 0, 1, 2 …, and label the first of each month; no more labels than fit.

    Parameters
    ----------
    ax
        The Axes.
    mondays
        The Monday of each week.
    least
        Weeks that there is room for however few there are, so that a single one is no wall.
    """
    ax.set_xlim(-0.6, max(len(mondays), least) - 0.4)
    most = max(2, min(8, int(room(ax)[0] / 0.85)))
    firsts = [
        place
        for place, monday in enumerate(mondays)
        if place == 0 or len(mondays) <= most or monday.month != mondays[place - 1].month
    ]
    apart = max(len(mondays), least) / most  # weeks that a label is wide
    firsts = firsts[:: max(1, int(np.ceil(apart)))] if len(mondays) <= most else firsts
    if len(firsts) > 1 and firsts[1] - firsts[0] < apart:
        firsts = firsts[1:]  # a stub of a month would write over its neighbour
    shown = firsts[:: int(np.ceil(len(firsts) / most))]
    labels = []
    for number, place in enumerate(shown):
        monday = mondays[place]
        with_year = number == 0 or monday.year != mondays[shown[number - 1]].year
        labels.append(
            f"{monday.day} {monday:%b}\n{monday.year}" if with_year else f"{monday.day} {monday:%b}"
        )
    ax.set_xticks(shown, labels)


def drawn_width(ax: Axes) -> float:
    """Inches across that an Axes without labels at its sides will have once it is drawn."""
    figure, inches = ax.get_figure(), room(ax)[0]
    laid_out = figure is not None and figure.get_layout_engine() is not None
    return inches - 0.1 if laid_out else inches * 0.77
