"""Groups of asks compared: each group's own rate beside the rate evened out, with their intervals."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from infoviz.plots.canvas import DARK, GREY, canvas, caption, empty, headline, room, rows_that_fit, settle
from infoviz.plots.lettering import SMALL, legible
from infoviz.plots.shares import name_rows, percent_axis
from infoviz.stats.asking.groups import Comparison, Group
from infoviz.stats.asking.rate import Outcome

MOST = 12
APART = 0.17  # of a row, from its middle to each of its two intervals


def plot_groups(result: Comparison, *, ax: Axes | None = None) -> Axes:
    """Draw for each group the raw rate (hollow) and the rate evened out (full), each on its 95 % interval.

    Parameters
    ----------
    result
        What :func:`infoviz.compare` gives.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, the highest rate on top. What does not fit is left out from below, and the headline
        says so; under the axis stands whether any difference stands.
    """
    groups = result.groups
    ax = canvas(ax, height=1.6 + 0.36 * max(min(len(groups), MOST), 2))
    by = legible(result.by.replace("_", " "), 1.9)
    if result.reason:
        return empty(ax, f"No comparison by {by}: {legible(result.reason, 12)}.", result.as_of)
    shown = groups[: min(MOST, rows_that_fit(ax, around=1.2, each=0.19))]
    beside = name_rows(ax, [(group.name, group.rate.asked) for group in shown])
    for place, group in enumerate(reversed(shown)):
        _draw_group(ax, place, group)
    percent_axis("x", ax)
    below = f"within {result.within} days, with 95 % intervals (asks in brackets)"
    caption(ax, below, _verdict(result), beside=beside)
    what = "an answer" if result.outcome == Outcome.ANSWER else "a yes"
    cut = f" (the first {len(shown)} of {len(groups)})" if len(shown) < len(groups) else ""
    full = Line2D([], [], color=DARK, marker="o", markersize=6, linewidth=2.4, label="evened out")
    hollow = Line2D(
        [], [], color=GREY, marker="o", markersize=5, markerfacecolor="white", linewidth=1, label="raw"
    )
    headline(ax, f"Chance of {what}, by {by}{cut}", [full, hollow], beside=beside, as_of=result.as_of)
    return settle(ax)


def _draw_group(ax: Axes, place: int, group: Group) -> None:
    raw = group.limits()
    if raw is None:
        words = legible(group.rate.reason, room(ax)[0] * 0.5)
        ax.text(0.01, place, words, va="center", color=GREY, fontsize=SMALL)
        return
    low = place - APART
    ax.plot(raw[1:], [low, low], color=GREY, linewidth=1, solid_capstyle="butt")
    ax.plot(raw[:1], [low], "o", color=GREY, markerfacecolor="white", markersize=4.8, clip_on=False, zorder=3)
    if group.shrunk is not None and group.shrunk_low is not None and group.shrunk_high is not None:
        high = place + APART
        ax.plot(
            [group.shrunk_low, group.shrunk_high], [high, high], color=DARK, linewidth=2.4, solid_capstyle="butt"
        )  # fmt: skip
        ax.plot([group.shrunk], [high], "o", color=DARK, markersize=6, clip_on=False, zorder=3)


def _verdict(result: Comparison) -> str:
    standing = [pair for pair in result.differences if pair.flagged]
    if not standing:
        return "no difference can be told yet"
    best = standing[0]
    others = f" (and {len(standing) - 1} more)" if len(standing) > 1 else ""
    return f"{legible(best.first, 1.2)} and {legible(best.second, 1.2)} differ{others}"
