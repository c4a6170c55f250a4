"""What becomes of asks as the days go by: the share that has brought a yes, a no, another answer."""

from matplotlib.axes import Axes

from infoviz.plots.canvas import canvas, empty, headline, settle
from infoviz.plots.curves import STYLES, days_axis, draw_curve, highest, last_day, mark_window
from infoviz.plots.lettering import SMALL
from infoviz.plots.shares import percent_axis
from infoviz.stats.asking.rate import Outcome, Rate
from infoviz.stats.estimates.incidence import CumulativeIncidence
from infoviz.stats.facts.asks import State
from infoviz.stats.wording import counted

BANDS = 2  # more bands hide one another
WORDS = {State.YES: "yes", State.NO: "no", State.OTHER: "other answer", State.BOUNCED: "bounced"}


def plot_incidence(result: Rate | CumulativeIncidence, *, ax: Axes | None = None) -> Axes:
    """Draw the share of asks that each outcome has ended by each day, with its band and the asks at risk.

    Parameters
    ----------
    result
        What :func:`infoviz.yes_rate` gives, for the curves of yes, no, other answers and bounces;
        :func:`infoviz.response_rate`, for that of any answer; or a curve of one's own causes.
    ax
        The Axes to draw on; a new figure of notebook width when not given.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. It ends half a window past the window, or where fewer than five asks are followed;
        where there is no rate yet, on the last day for which there could be one.
    """
    ax = canvas(ax)
    curve, as_of = (result.curve, result.as_of) if isinstance(result, Rate) else (result, None)
    if curve is None or not len(curve.days):
        reason = result.reason if isinstance(result, Rate) else "no ask has a date"
        return empty(ax, f"No curve: {reason or 'answers have no dates'}.", as_of)
    within = result.within if isinstance(result, Rate) else None
    end = last_day(curve, within)
    if isinstance(result, Rate) and result.reason:
        if not result.horizon:
            return empty(ax, f"No curve yet: {result.reason}.", as_of)
        end = float(result.horizon)
    causes = curve.causes[: len(STYLES)]
    entries = [
        draw_curve(
            ax, curve, cause, end, style=cause - 1, banded=place < BANDS, label=f"{_word(result, cause)} ({count:,})"
        )
        for place, (cause, count) in enumerate(zip(causes, curve.ended.sum(axis=1).tolist(), strict=False))
    ]  # fmt: skip
    days_axis(ax, curve, end)
    percent_axis("y", ax, max(highest(curve, causes, end), 0.2))
    ax.set_ylabel("share of asks, with 95 % band", fontsize=SMALL)
    if within is not None:
        mark_window(ax, within, end)
    if not entries:
        ax.text(0.5, 0.5, "no answer so far", transform=ax.transAxes, ha="center", fontsize=SMALL)
    short = f" (up to day {end:g}: too few are older)" if within is not None and end < within else ""
    headline(
        ax,
        f"What becomes of {counted(int(curve.at_risk[0]), 'ask')}, day by day{short}",
        entries,
        as_of=as_of,
    )
    return settle(ax)


def _word(result: Rate | CumulativeIncidence, cause: int) -> str:
    if not isinstance(result, Rate):
        return f"cause {cause}"
    if cause == State.YES and result.outcome == Outcome.ANSWER:
        return "any answer"
    return WORDS[State(cause)]
