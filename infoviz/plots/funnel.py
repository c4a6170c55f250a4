"""From asked to thanked: how many people came how far."""

import numpy as np
from matplotlib.axes import Axes

from infoviz.plots.canvas import BLACK, DARK, GREY, LIGHT, canvas, empty, headline, room, settle
from infoviz.plots.lettering import SMALL, TEXT, legible
from infoviz.stats.asking.summary import Funnel, Step

WORDS = {"asked": "asked", "answered": "answered", "yes": "said yes", "met": "met", "thanked": "thanked"}


def plot_funnel(result: Funnel, *, ax: Axes | None = None) -> Axes:
    """Draw one bar a step, with its count.

    No shares: the latest asks have not had their time yet, so a share of all asks would be biased.

    Parameters
    ----------
    result
        What :func:`infoviz.funnel` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. A step that no column tells is named as such, not drawn as zero.
    """
    ax = canvas(ax, height=2.6)
    counts = [step.count or 0 for step in result.steps]
    if not any(counts):
        known = [step for step in result.steps if step.count is not None]
        return empty(
            ax,
            "Nobody has been asked yet." if known else f"Not known: {result.steps[0].reason}.",
            result.as_of,
        )
    most = max(counts)
    places = np.arange(len(counts))[::-1]
    inks = [LIGHT if step.name == "asked" else DARK for step in result.steps]
    ax.barh(places, counts, height=0.66, color=inks)
    for place, step in zip(places, result.steps, strict=True):
        ink = GREY if step.count is None else BLACK
        ax.text(
            (step.count or 0) + most * 0.015,
            place,
            legible(_label(step, counts[0]), room(ax)[0] * 0.6),
            va="center",
            color=ink,
            fontsize=SMALL,
        )
    ax.set_yticks(places, [WORDS[step.name] for step in result.steps], fontsize=TEXT)
    ax.tick_params(axis="y", length=0)
    ax.set_xlim(0, most * 1.32)
    ax.xaxis.set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    headline(ax, "From asked to thanked (people)", beside=0.9, as_of=result.as_of)
    return settle(ax)


def _label(step: Step, asked: int) -> str:
    if step.count is None:
        return f"not known: {step.reason}"
    return f"{step.count:,}" if step.name == "asked" or asked < step.count else f"{step.count:,} of {asked:,}"
