"""Rates of groups side by side, each with its interval and the asks behind it."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from infoviz.plots.canvas import DARK, GREY, PALE, SMALL, canvas, empty, title
from infoviz.plots.lettering import families, legible
from infoviz.stats.rate import GroupedRates, Outcome, Rate

MOST = 12  # rows that stay legible at notebook width


def plot_response_rate(result: GroupedRates | Rate, *, ax: Axes | None = None) -> Axes:
    """Draw each group's rate as a dot on its 95 % interval, the largest group on top.

    Parameters
    ----------
    result
        What :func:`infoviz.response_rate` or :func:`infoviz.yes_rate` gives, with or without ``by=``.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Of more than twelve groups the largest are shown, and the headline says so.
    """
    rates = result.rates if isinstance(result, GroupedRates) else (("everybody", result),)
    shown = rates[:MOST]
    ax = canvas(ax, height=1.3 + 0.34 * max(len(shown), 2))
    if isinstance(result, GroupedRates) and result.reason:
        return empty(ax, f"No rates by {result.by}: {result.reason}.")
    if not shown:
        return empty(ax, "Nobody has been asked yet.")
    places = np.arange(len(shown))[::-1]
    for place, (_, rate) in zip(places, shown, strict=True):
        _draw_rate(ax, float(place), rate)
    labels = [f"{legible(group, 26)}  ({rate.asked:,})" for group, rate in shown]
    ax.set_yticks(places, labels, fontfamily=families(labels))
    ax.set_ylim(-0.6, len(shown) - 0.4)
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xticks(np.linspace(0, 1, 6))
    ax.grid(axis="x", color=PALE, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(f"within {result.within} days, with 95 % interval (asks in brackets)", fontsize=SMALL)
    title(ax, _headline(result, len(rates)))
    return ax


def _draw_rate(ax: Axes, place: float, rate: Rate) -> None:
    if rate.estimate is None or rate.low is None or rate.high is None:
        ax.text(
            0.01,
            place,
            "too few to say" if rate.asked else "no dated ask",
            va="center",
            color=GREY,
            fontsize=SMALL,
        )
        return
    ax.plot([rate.low, rate.high], [place, place], color=DARK, linewidth=1.6, solid_capstyle="butt")
    ax.plot([rate.estimate], [place], "o", color=DARK, markersize=6.5, clip_on=False)


def _headline(result: GroupedRates | Rate, groups: int) -> str:
    first = result if isinstance(result, Rate) else result.rates[0][1]
    what = "get an answer" if first.outcome == Outcome.ANSWER else "get a yes"
    if isinstance(result, Rate):
        return f"How many asks {what}"
    by = legible(result.by.replace("_", " "), 24)
    cut = f" (the {MOST} largest of {groups})" if groups > MOST else ""
    return f"How many asks {what}, by {by}{cut}"
