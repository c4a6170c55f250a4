"""Rates of groups side by side, each with its interval and the asks behind it."""

from matplotlib.axes import Axes

from infoviz.plots.canvas import DARK, GREY, canvas, caption, empty, headline, room, rows_that_fit, settle
from infoviz.plots.lettering import SMALL, legible
from infoviz.plots.shares import name_rows, percent_axis
from infoviz.stats.asking.rate import GroupedRates, Outcome, Rate

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
        The Axes drawn on. Of more than twelve groups (fewer on a low Axes) the largest are shown, and the
        headline says so.
    """
    rates = result.rates if isinstance(result, GroupedRates) else (("everybody", result),)
    ax = canvas(ax, height=1.3 + 0.34 * max(min(len(rates), MOST), 2))
    if isinstance(result, GroupedRates) and result.reason:
        return empty(ax, f"No rates by {legible(result.by)}: {legible(result.reason, 12)}.", result.as_of)
    reasons = {rate.reason for _, rate in rates}
    if not rates or (len(reasons) == 1 and "" not in reasons):
        return empty(ax, f"No rate yet: {reasons.pop() if reasons else 'nobody was asked'}.", result.as_of)
    shown = rates[: min(MOST, rows_that_fit(ax))]
    beside = name_rows(ax, [(group, rate.asked) for group, rate in shown])
    for place, (_, rate) in enumerate(reversed(shown)):
        _draw_rate(ax, place, rate)
    percent_axis("x", ax)
    caption(ax, f"within {result.within} days, with 95 % interval (asks in brackets)", beside=beside)
    headline(ax, _headline(result, len(shown), len(rates)), beside=beside, as_of=result.as_of)
    return settle(ax)


def _draw_rate(ax: Axes, place: int, rate: Rate) -> None:
    if rate.estimate is None or rate.low is None or rate.high is None:
        words = legible(rate.reason, room(ax)[0] * 0.5)
        ax.text(0.01, place, words, va="center", color=GREY, fontsize=SMALL)
        return
    ax.plot([rate.low, rate.high], [place, place], color=DARK, linewidth=1.6, solid_capstyle="butt")
    ax.plot([rate.estimate], [place], "o", color=DARK, markersize=6.5, clip_on=False)


def _headline(result: GroupedRates | Rate, shown: int, groups: int) -> str:
    first = result if isinstance(result, Rate) else result.rates[0][1]
    what = "get an answer" if first.outcome == Outcome.ANSWER else "get a yes"
    if isinstance(result, Rate):
        return f"How many asks {what}"
    by = legible(result.by.replace("_", " "), 1.9)
    cut = f" (the {shown} largest of {groups})" if groups > shown else ""
    return f"How many asks {what}, by {by}{cut}"
