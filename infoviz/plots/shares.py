"""What charts of shares have in common: rows with their names, and an axis in percent."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from infoviz.plots.canvas import PALE, room
from infoviz.plots.lettering import SMALL, families, legible, width


def name_rows(ax: Axes, rows: Sequence[tuple[str, int]], most_inches: float = 2.2) -> float:
    """Name the rows of a chart, the first on top, each with its count in brackets.

    Parameters
    ----------
    ax
        The Axes; row 0 lies at ``len(rows) - 1``, the last at 0.
    rows
        Name and count of each.
    most_inches
        Width that a name may take; on a narrow Axes a third of it at most.

    Returns
    -------
    float
        Inches that the labels take.
    """
    inches = min(most_inches, room(ax)[0] * 0.3)
    labels = [f"{legible(name, inches)}  ({count:,})" for name, count in rows]
    ax.set_yticks(np.arange(len(rows))[::-1], labels, fontfamily=families(labels), fontsize=SMALL)
    ax.set_ylim(-0.6, len(rows) - 0.4)
    ax.tick_params(axis="y", length=0, pad=8)
    ax.spines["left"].set_visible(False)
    return max(map(width, labels)) + 0.25


def percent_axis(axis: Literal["x", "y"], ax: Axes, most: float = 1.0) -> None:
    """Let an axis tell shares in percent, from nothing to at least ``most``, with faint lines at its ticks."""
    step = next(step for step in (0.05, 0.1, 0.2) if most <= 6 * step or step == 0.2)
    end = min(np.ceil(most / step - 1e-9) * step, 1.0)
    chosen = ax.xaxis if axis == "x" else ax.yaxis
    chosen.set_ticks(np.arange(0, end + step / 2, step))
    chosen.set_major_formatter(PercentFormatter(1, decimals=0))
    (ax.set_xlim if axis == "x" else ax.set_ylim)(0, end * 1.01)
    ax.grid(axis=axis, color=PALE, linewidth=0.6)
    ax.set_axisbelow(True)
