"""How likely an answer, or a yes, is within the window; and how many yeses there are for every no.

The estimate is the cumulative incidence at the end of the window, in which an ask that is still open counts
for as long as it has been open: neither as a refusal nor not at all.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.asking.grouping import Positions, grouped, lacking
from infoviz.stats.asking.rate import GroupedRates, Method, Outcome, Rate, YesNoRatio
from infoviz.stats.asking.sample import DECISION, Sample, Seen, sample_of, samples_of, seen_of
from infoviz.stats.estimates.incidence import CumulativeIncidence
from infoviz.stats.estimates.proportion import wilson
from infoviz.stats.facts.asks import Asks, State, asks
from infoviz.stats.wording import counted


@overload
def response_rate(contacts: pd.DataFrame, *, as_of: date, within: int = 28, by: None = None) -> Rate: ...
@overload
def response_rate(contacts: pd.DataFrame, *, as_of: date, within: int = 28, by: str) -> GroupedRates: ...
def response_rate(
    contacts: pd.DataFrame, *, as_of: date, within: int = 28, by: str | None = None
) -> Rate | GroupedRates:
    """Estimate the chance that an ask is answered within a window: yes, no or otherwise, but not a bounce.

    Parameters
    ----------
    contacts
        One row a person, with any of our columns; the dates of asks are needed.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days; an answer on its last day counts.
    by
        A column: one rate for each of its values. ``"warmth"`` parts the introduced from the cold,
        ``"weekday"`` the asks by their day.

    Returns
    -------
    Rate or GroupedRates
        The cumulative incidence (Aalen-Johansen) at the end of the window, asks still open censored at
        ``as_of``, given once five asks are as old as the window. Without reply dates, the share of the asks
        as old as the window with Wilson's interval. An outcome whose date alone is missing has come between the
        day of the ask and the day of the interview or thanks, failing that ``as_of``: the estimate spreads such
        outcomes over the days on which others have come, and the interval spans whatever is possible.

    References
    ----------
    Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141; Turnbull (1976), Journal of the Royal
    Statistical Society B 38:290.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> asked = pd.to_datetime(["2026-09-01"] * 8)
    >>> replied = asked + pd.to_timedelta([2, 5, 9, None, None, None, None, None], unit="D")
    >>> contacts = pd.DataFrame({"contacted_on": asked, "responded_on": replied})
    >>> print(response_rate(contacts, as_of=date(2026, 11, 20)))
    About 38 % of asks get an answer within 28 days (95 % interval 7 to 69 %; 8 asks, 3 so far;
    as of 2026-11-20).
    """
    return _rates(contacts, Outcome.ANSWER, as_of, within, by)


@overload
def yes_rate(contacts: pd.DataFrame, *, as_of: date, within: int = 28, by: None = None) -> Rate: ...
@overload
def yes_rate(contacts: pd.DataFrame, *, as_of: date, within: int = 28, by: str) -> GroupedRates: ...
def yes_rate(
    contacts: pd.DataFrame, *, as_of: date, within: int = 28, by: str | None = None
) -> Rate | GroupedRates:
    """Estimate the chance that an ask leads to a yes within a window, noes and bounces competing.

    Parameters
    ----------
    contacts
        One row a person; the dates of asks and the responses are needed.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days; a yes on its last day counts.
    by
        A column: one rate for each of its values.

    Returns
    -------
    Rate or GroupedRates
        As :func:`response_rate` gives them.
    """
    return _rates(contacts, Outcome.YES, as_of, within, by)


def yes_no_ratio(contacts: pd.DataFrame, *, as_of: date, within: int = 28) -> YesNoRatio:
    """Estimate how many yeses there are for every no within a window.

    Parameters
    ----------
    contacts
        One row a person; the dates of asks and the responses are needed.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days.

    Returns
    -------
    YesNoRatio
        The ratio of the two cumulative incidences at the end of the window (noes come quicker than yeses, so
        that raw counts mislead), with Wilson's interval on the share of yeses among both, at the effective
        number of decided asks that the variances of the curves imply.
    """
    table = asks(contacts, as_of=as_of, within=within)
    return ratio_of(table, sample_of(table))


def rate_of(sample: Sample, outcome: Outcome, seen: Seen | None = None) -> Rate:
    """Estimate one rate from a sample of asks, of which it may be known already what is seen of the outcome."""
    achieved = sample.answered if outcome == Outcome.ANSWER else sample.state == State.YES
    lacking = sample.lacking(outcome)
    reason = lacking or sample.too_few
    known: dict[str, Any] = {"estimate": None, "low": None, "high": None, "horizon": sample.horizon}
    if not lacking and not sample.replies_dated:
        known |= _closed(achieved[sample.age >= sample.within], reason)
    elif not lacking:
        known |= _followed(sample, seen or sample.seen(outcome), reason)
    counts = {"asked": len(sample), "achieved": int(np.count_nonzero(achieved))}
    return Rate(outcome, **(counts | known), within=sample.within, as_of=sample.as_of, reason=reason)


def rates_of(table: Asks, groups: Sequence[Positions], outcome: Outcome, until: float = np.inf) -> list[Rate]:
    """Estimate the rates of several groups of people, each the positions of its people in the table of asks.

    Their curves are followed as long as is wanted, at least to the end of the window.
    """
    samples = list(samples_of(table, groups))
    every = seen_of(samples, outcome, max(until, table.within))
    return [rate_of(sample, outcome, seen) for sample, seen in zip(samples, every, strict=True)]


def ratio_of(table: Asks, sample: Sample) -> YesNoRatio:
    """Estimate yeses for every no from the table of asks and its dated ones."""
    told = sample.lacking(Outcome.YES)
    ratio = YesNoRatio(
        yes=None if told else table.count(State.YES),
        no=None if told else table.count(State.NO),
        ratio=None,
        low=None,
        high=None,
        asked=len(sample),
        within=table.within,
        as_of=table.as_of,
        reason=told or sample.too_few,
    )
    if ratio.reason:
        return ratio
    shares = _shares_of_yes(sample)
    known = [share for share in shares if share is not None]
    if len(known) < len(shares):
        known_to = "is known to have said" if sample.undated else "has said"
        said = f"{known_to} no within {counted(table.within, 'day')}" if ratio.no else "has said no"
        return replace(ratio, reason=f"nobody {said} so far, so there is nothing to compare the yeses with")
    limits = [wilson(share * decided, decided) for share, decided in known]
    closed = not sample.replies_dated
    return replace(
        ratio,
        asked=sample.old if closed else ratio.asked,
        method=Method.CLOSED if closed else Method.CURVE,
        ratio=_odds(_share_of_yes(sample, [share for share, _ in known])),
        low=_odds(min(low for low, _ in limits)),
        high=_odds(max(high for _, high in limits)),
    )


def _followed(sample: Sample, seen: Seen, reason: str) -> dict[str, Any]:
    """Read the chance off the curves, unless there is a reason why not."""
    known: dict[str, Any] = {"curve": seen.late, "undated": sample.undated}
    if reason:
        return known
    known |= {"method": Method.CURVE}
    least = seen.least.at(sample.within, 1)
    if seen.share is None:
        return known | dict(zip(("estimate", "low", "high"), least, strict=True))
    most = seen.most.at(sample.within, 1)
    return known | {
        "estimate": min(max(seen.share, least[0]), most[0]),
        "low": min(least[1], most[1]),
        "high": max(least[2], most[2]),
        "bounds": (least[0], most[0]),
    }


def _closed(achieved: npt.NDArray[np.bool_], reason: str) -> dict[str, Any]:
    """Take the plain share of the asks as old as the window, unless there is a reason why not."""
    if reason:
        return {"horizon": None}
    trials, successes = len(achieved), int(np.count_nonzero(achieved))
    low, high = wilson(successes, trials)
    return {
        "horizon": None,
        "estimate": successes / trials,
        "low": low,
        "high": high,
        "asked": trials,
        "achieved": successes,
        "method": Method.CLOSED,
    }


def _shares_of_yes(sample: Sample) -> list[tuple[float, float] | None]:
    """Share of yeses among yes and no, with its effective number, from the curves or from the closed asks."""
    if sample.replies_dated:
        views = (
            (*sample.placed, *sample.views_at_extremes(Outcome.YES)) if sample.undated else sample.placed[:1]
        )
        return [_decided(one[Outcome.YES], one[DECISION], sample.within) for one in views]
    closed = sample.state[sample.age >= sample.within]
    yes, no = (int(np.count_nonzero(closed == state)) for state in (State.YES, State.NO))
    return [(yes / (yes + no), float(yes + no))] if no else [None]


def _share_of_yes(sample: Sample, shares: Sequence[float]) -> float:
    """Share of yeses among yes and no; of several possible ones that in which ends of unknown day are spread."""
    if len(shares) == 1:
        return shares[0]
    day = np.array([sample.within])
    yes, decided = sample.spread(Outcome.YES, day)[0], sample.spread(DECISION, day)[0]
    return min(max(float(yes / decided), min(shares)), max(shares))


def _decided(
    apart: CumulativeIncidence, together: CumulativeIncidence, day: int
) -> tuple[float, float] | None:
    """Share of yeses among yes and no by a day, and how many decided asks its variance amounts to."""
    yes, no = apart.at(day, 1)[0], apart.at(day, 2)[0]
    if no == 0:
        return None
    share = yes / (yes + no)
    v_yes, v_no, v_both = apart.variance(day, 1), apart.variance(day, 2), together.variance(day, 1)
    covariance = (v_both - v_yes - v_no) / 2
    variance = (no**2 * v_yes + yes**2 * v_no - 2 * yes * no * covariance) / (yes + no) ** 4
    if share == 0 or variance <= 0:
        return share, (yes + no) * apart.effective(day)
    return share, share * (1 - share) / variance


def _odds(share: float) -> float:
    return share / (1 - share)


def rates_by(contacts: pd.DataFrame, table: Asks, by: str, outcome: Outcome) -> GroupedRates:
    """Estimate a rate for each group of the people in a table of asks, which was made from some contacts."""
    missing = lacking(contacts, by)
    if missing:
        return GroupedRates(by, (), table.within, table.as_of, reason=f"there is no {missing} column")
    groups = grouped(contacts, table, by)
    rates = rates_of(table, [people for _, people in groups], outcome)
    pairs = [(name, rate) for (name, _), rate in zip(groups, rates, strict=True)]
    pairs.sort(key=lambda pair: -pair[1].asked)
    return GroupedRates(by, tuple(pairs), table.within, table.as_of)


def _rates(
    contacts: pd.DataFrame, outcome: Outcome, as_of: date, within: int, by: str | None
) -> Rate | GroupedRates:
    table = asks(contacts, as_of=as_of, within=within)
    return rate_of(sample_of(table), outcome) if by is None else rates_by(contacts, table, by, outcome)
