"""The sheet of paper that every chart is drawn on: size, inks, and how an empty one looks.

The inks are from Okabe and Ito's palette for colour-blind readers, chosen so that they also differ in grey.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

WIDTH = 7.2  # inches: a notebook's column at 100 dots an inch
DARK = "#004b7a"
LIGHT = "#9fd0ee"
WARM = "#d55e00"
GREEN = "#009e73"
GREY = "#6b6b6b"
PALE = "#d9d9d9"
SMALL = 8.5  # points
TEXT = 10.0


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


def title(ax: Axes, text: str, *, above_legend: bool = False) -> None:
    """Write the headline of a chart, flush left."""
    pad = 22 if above_legend else 8
    ax.set_title(text, loc="left", fontsize=TEXT, fontweight="bold", color="#222222", pad=pad)


def empty(ax: Axes, sentence: str) -> Axes:
    """Say in the middle of an empty chart why it is empty."""
    ax.set_axis_off()
    ax.text(
        0.5,
        0.5,
        sentence,
        transform=ax.transAxes,
        ha="center",
        va="center",
        color=GREY,
        fontsize=TEXT,
        wrap=True,
    )
    return ax


def counts_on(axis: Literal["x", "y"], ax: Axes, most: float) -> None:
    """Let an axis count in whole numbers from zero, with room above the largest."""
    chosen = ax.yaxis if axis == "y" else ax.xaxis
    chosen.set_major_locator(MaxNLocator(nbins=5, integer=True, min_n_ticks=2))
    (ax.set_ylim if axis == "y" else ax.set_xlim)(0, max(most * 1.12, 1.2))


def legend_above(ax: Axes, entries: Sequence[Artist], columns: int = 4) -> None:
    """Put the legend in a row under the headline, where it covers nothing."""
    ax.legend(
        handles=list(entries), loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, frameon=False, fontsize=SMALL,
        borderaxespad=0.1, handlelength=1.4, columnspacing=1.4,
    )  # fmt: skip


def week_ticks(ax: Axes, mondays: list[date], most: int = 8) -> None:
    """Label the first week of each month below weeks drawn at 0, 1, 2 …; at most ``most`` labels."""
    firsts = [
        place
        for place, monday in enumerate(mondays)
        if place == 0 or monday.month != mondays[place - 1].month
    ]
    if len(firsts) > 1 and firsts[1] - firsts[0] < max(2, len(mondays) / 10):
        firsts = firsts[1:]  # a stub of a month would write over its neighbour
    step = int(np.ceil(len(firsts) / most))
    shown = firsts[::step]
    labels = []
    for number, place in enumerate(shown):
        monday = mondays[place]
        with_year = number == 0 or monday.year != mondays[shown[number - 1]].year
        labels.append(
            f"{monday.day} {monday:%b}\n{monday.year}" if with_year else f"{monday.day} {monday:%b}"
        )
    ax.set_xticks(shown, labels)
