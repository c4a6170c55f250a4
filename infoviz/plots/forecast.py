"""How many more asks it takes until so many yeses: the chance that a number of asks suffices."""

import numpy as np
from matplotlib.axes import Axes

from infoviz.plots.canvas import BLACK, DARK, GREY, LIGHT, canvas, caption, empty, headline, room, settle
from infoviz.plots.lettering import SMALL, width
from infoviz.plots.shares import percent_axis
from infoviz.stats.asking.forecast import AsksNeeded
from infoviz.stats.wording import counted, percent, roughly

POINTS = 160  # asks at which the curve is drawn
INSIDE = 0.85  # of the room is left to the curve, its labels aside


def plot_asks_needed(result: AsksNeeded, *, ax: Axes | None = None) -> Axes:
    """Draw the chance that so many more asks bring the yeses wanted, with the asks for 50, 80 and 90 %.

    Parameters
    ----------
    result
        What :func:`infoviz.asks_needed` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; the evidence and the prior stand below it.
    """
    ax = canvas(ax, height=3.0)
    known = [(level, asks) for level, asks in result.quantiles if asks is not None]
    if result.reason or not known:
        why = result.reason or "it would take more than a million"
        return empty(ax, f"How many more asks it takes cannot be told: {why}.", result.as_of)
    reach = max(known[-1][1] * 1.35, result.yeses + 4)
    asks = np.unique(np.linspace(0, reach, POINTS).astype(int))
    chances = [result.chance(int(number)) for number in asks]
    ax.plot(asks, chances, color=DARK, linewidth=2, drawstyle="steps-post" if reach < 60 else "default")
    ax.fill_between(asks, chances, step="post" if reach < 60 else None, color=LIGHT, alpha=0.5, linewidth=0)
    for level, number in known:
        ax.plot([0, number, number], [level, level, 0], color=GREY, linewidth=0.9, linestyle=(0, (3, 2)))
        ax.plot([number], [level], "o", color=DARK, markersize=6.5)
        text, aside = f"{percent(level, 0, 1)} with {roughly(number)}", reach * 0.015
        if width(text) < (number - 2 * aside) / reach * room(ax)[0] * INSIDE:  # where no dashes run
            ax.text(number - aside, level + 0.02, text, ha="right", va="bottom", color=BLACK, fontsize=SMALL)
        else:
            ax.text(number + aside, level - 0.025, text, va="top", color=BLACK, fontsize=SMALL)
    percent_axis("y", ax)
    ax.set_xlim(0, reach)
    seen = counted(result.asked_so_far, "ask")
    yes = counted(result.yes_so_far, "yes", "yeses")
    evidence = f"{yes} of {seen} so far" if result.asked_so_far else "no ask so far"
    caption(ax, f"more asks (from {evidence}; {result.prior_words})")
    ax.set_ylabel("chance that they suffice", fontsize=SMALL)
    yeses = counted(result.yeses, "more yes", "more yeses")
    headline(ax, f"How many asks until {yeses} within {counted(result.within, 'day')}", as_of=result.as_of)
    return settle(ax)
