"""How the network grows: people and organizations, new and in all."""

import numpy as np
from matplotlib.axes import Axes

from infoviz.plots.canvas import (
    DARK,
    LIGHT,
    SMALL,
    WARM,
    canvas,
    counts_on,
    empty,
    legend_above,
    title,
    week_ticks,
)
from infoviz.stats.growth import NetworkGrowth


def plot_network_growth(result: NetworkGrowth, *, ax: Axes | None = None) -> Axes:
    """Draw the people new in each week as bars, and all people and organizations so far as lines.

    Parameters
    ----------
    result
        What :func:`infoviz.network_growth` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on.
    """
    ax = canvas(ax)
    weeks = result.weeks
    if not weeks:
        return empty(ax, "No growth to show yet: nothing in this tracker has a date.")
    places = np.arange(len(weeks))
    people = [week.people for week in weeks]
    organizations = [week.organizations for week in weeks]
    bars = ax.bar(
        places, [week.new_people for week in weeks], width=0.86, color=LIGHT, label="new people that week"
    )
    marker = "o" if len(weeks) == 1 else None
    (line,) = ax.plot(
        places, people, color=DARK, linewidth=2, marker=marker, label=f"people so far: {people[-1]:,}"
    )
    entries = [bars, line]
    if organizations[-1]:
        (dashed,) = ax.plot(
            places, organizations, color=WARM, linewidth=2, linestyle=(0, (5, 2)), marker=marker,
            label=f"organizations so far: {organizations[-1]:,}",
        )  # fmt: skip
        entries.append(dashed)
    counts_on("y", ax, max(*people, *organizations, 1))
    ax.set_xlim(-0.6, max(len(weeks) - 0.4, 5.6))
    ax.set_ylabel("first contact so far", fontsize=SMALL)
    week_ticks(ax, [week.begins for week in weeks])
    title(ax, "How the network grows", above_legend=True)
    legend_above(ax, entries)
    return ax
