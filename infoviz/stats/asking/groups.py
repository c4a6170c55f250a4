"""Do some asks do better than others? Groups side by side, shrunk towards each other, differences with care."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, combinations
from typing import Any

import numpy as np
import pandas as pd

from infoviz.stats.asking.grouping import Groups, Positions, grouped, lacking
from infoviz.stats.asking.rate import Outcome, Rate
from infoviz.stats.asking.rates import rates_of
from infoviz.stats.asking.sample import ENOUGH
from infoviz.stats.estimates.contrasts import asks_missing, discoveries, evened, p_value
from infoviz.stats.estimates.proportion import square_and_add
from infoviz.stats.facts.asks import Asks, asks
from infoviz.stats.result import Result
from infoviz.stats.wording import counted, percent, percents, rounded, signed

COMPARED = ("channel", "source", "template", "tags", "warmth", "hypothesis", "weekday", "organization")
POOLED = "other"
LARGEST = 40  # groups that are held against each other; the pairs of more would say nothing
SHOWN = 3  # differences that one sentence can hold
ALIKE_TO = 12  # decimals, beyond which rates differ by rounding alone
ALIKE = 0.05  # rates whose difference is surely smaller are alike for every use


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its own rate, and the rate shrunk towards what all groups have in common.

    Attributes
    ----------
    name
        The value that the group shares; ``"other"`` for the pooled small ones.
    rate
        The raw rate with its counts; its curve is followed to the end of the window.
    shrunk, shrunk_low, shrunk_high
        Posterior mean and 95 % interval; None where the group has no rate yet.
    trials
        Effective asks behind the rate (asks followed to the end of the window).
    """

    name: str
    rate: Rate
    shrunk: float | None = None
    shrunk_low: float | None = None
    shrunk_high: float | None = None
    trials: float = 0.0

    def limits(self) -> tuple[float, float, float] | None:
        """Raw estimate with its limits, None where there is no rate yet."""
        if self.rate.estimate is None or self.rate.low is None or self.rate.high is None:
            return None
        return self.rate.estimate, self.rate.low, self.rate.high


@dataclass(frozen=True, slots=True)
class Difference:
    """Difference of two groups' rates, first minus second.

    Attributes
    ----------
    first, second
        The groups' names; the first has the higher shrunk rate.
    difference, low, high
        Difference of the raw rates and its 95 % interval (square and add on their limits).
    p_value
        Two-sided, in agreement with the interval.
    flagged
        True where the interval leaves 0 out and the difference stands after control of false discoveries
        (Benjamini-Hochberg, 10 %).
    more
        Asks still needed on the smaller side, and at most on the larger, to see a difference of this size at 5 %
        with 80 % power; None where there is none to see.
    first_asked, second_asked
        The asks of each group.
    """

    first: str
    second: str
    difference: float
    low: float
    high: float
    p_value: float
    flagged: bool
    more: int | None
    first_asked: int
    second_asked: int

    def __str__(self) -> str:
        pair = (
            f"{self.first} ({counted(self.first_asked, 'ask')}) against {self.second} ({self.second_asked:,})"
        )
        apart, low, high = (signed(100 * share) for share in (self.difference, self.low, self.high))
        points = f"{apart} points (95 % interval {low} to {high})"
        if self.flagged:
            return f"{pair}: {points}, a difference that stands"
        if self.more is None:
            reach = max(-self.low, self.high)
            verdict = (
                f"cannot tell yet: up to {rounded(100 * reach, 2)} points either way may be there"
                if reach > ALIKE
                else "no difference to see"
            )
            return f"{pair}: {points}, {verdict}"
        if self.more == 0:
            return f"{pair}: {points}, cannot tell: it may be chance"
        chance = "among so many differences it may be chance, and " if self.low > 0 or self.high < 0 else ""
        more = rounded(self.more, 2 if self.more > 9 else 1)
        needed = f"{chance}up to some {more} more asks on each side would be needed"
        return f"{pair}: {points}, cannot tell yet: {needed}"


@dataclass(frozen=True, slots=True, eq=False)
class Comparison(Result):
    """Rates of groups, raw and shrunk side by side, and the differences between them.

    Attributes
    ----------
    by, outcome
        What makes the groups, and what the rates are rates of.
    groups
        The groups, the highest shrunk rate first, those without a rate last.
    differences
        Every pair of groups that have a rate, the smallest p-value first.
    pooled
        The names of the groups too small (fewer than five asks) or too many, taken together as "other".
    overlapping
        True where a person can be in several groups (tags): the differences take them as if they were apart.
    within, as_of
        The window in days and the date at which we look.
    reason
        Why there is no comparison; ``""`` where there is one.
    """

    by: str
    outcome: Outcome
    groups: tuple[Group, ...]
    differences: tuple[Difference, ...]
    pooled: tuple[str, ...]
    overlapping: bool
    within: int
    as_of: date
    reason: str = ""

    def to_frame(self) -> pd.DataFrame:
        """Give one row a group."""
        names = [
            "group",
            "asked",
            "achieved",
            "estimate",
            "low",
            "high",
            "shrunk",
            "shrunk_low",
            "shrunk_high",
        ]
        return pd.DataFrame([_record(group) for group in self.groups], columns=[*names, "reason"])

    def to_dict(self) -> dict[str, Any]:
        """Give groups and differences as plain values, or the reason why there are none."""
        if self.reason and not self.groups:
            return {"reason": self.reason}
        pairs = [
            {
                name: getattr(pair, name)
                for name in ("first", "second", "difference", "low", "high", "p_value", "flagged", "more")
            }
            for pair in self.differences
        ]
        return {
            "by": self.by,
            "outcome": str(self.outcome),
            "groups": [_record(group) for group in self.groups],
            "differences": pairs,
            "pooled": list(self.pooled),
            "within_days": self.within,
            "as_of": self.as_of.isoformat(),
        }

    def __str__(self) -> str:
        if self.reason:
            return f"By {self.by}: not comparable, {self.reason}."
        what = "an answer" if self.outcome == Outcome.ANSWER else "a yes"
        parts = [f"{group.name} {_words(group)}" for group in self.groups]
        standing = [pair for pair in self.differences if pair.flagged]
        told = "; ".join(str(pair) for pair in standing[:SHOWN] or self.differences[:1])
        if len(standing) > SHOWN:
            told += f"; and {len(standing) - SHOWN} more"
        return (
            f"Chance of {what} within {counted(self.within, 'day')} by {self.by}, evened out: {'; '.join(parts)}. "
            f"{told[:1].upper()}{told[1:]} (as of {self.as_of})."
        )


def compare(
    contacts: pd.DataFrame, *, by: str, as_of: date, within: int = 28, outcome: str = Outcome.ANSWER
) -> Comparison:
    """Compare the rates of groups of asks.

    Parameters
    ----------
    contacts
        One row a person; the dates of asks and the responses are needed.
    by
        A column; ``"tags"`` are parted by commas; ``"warmth"`` parts the introduced (``referred_by``) from the
        cold; ``"weekday"`` is that of the ask.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days.
    outcome
        ``"answer"`` or ``"yes"``.

    Returns
    -------
    Comparison
        Groups of fewer than five asks, and those beyond the forty largest, are pooled as "other". The shrunk
        rates are posterior means under a beta prior that all groups share (beta-binomial), averaged over what
        its mean and concentration may be, so that the interval holds what it says with few groups too; the
        concentration is at most the number of all asks, so that equal groups are no surer than their sum.

    References
    ----------
    Efron and Hastie (2016), Computer Age Statistical Inference, chapter 6; Gelman et al. (2013), Bayesian Data
    Analysis, section 5.3; Newcombe (1998), Statistics in Medicine 17:873; Benjamini and Hochberg (1995), Journal
    of the Royal Statistical Society B 57:289.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> day = pd.Timestamp("2026-09-01")
    >>> contacts = pd.DataFrame({
    ...     "channel": ["e-mail"] * 20 + ["phone"] * 20,
    ...     "contacted_on": [day] * 40,
    ...     "responded_on": [day] * 8 + [None] * 12 + [day] * 4 + [None] * 16,
    ... })
    >>> print(compare(contacts, by="channel", as_of=date(2026, 11, 20)).differences[0])
    e-mail (20 asks) against phone (20): +20 points (95 % interval −9 to +45), cannot tell yet: up to some 60 more
    asks on each side would be needed
    """
    (comparison,) = _compared(contacts, asks(contacts, as_of=as_of, within=within), [by], Outcome(outcome))
    return comparison


def comparisons(
    contacts: pd.DataFrame, *, as_of: date, within: int = 28, outcome: str = Outcome.ANSWER
) -> tuple[Comparison, ...]:
    """Compare by everything that asks are usually compared by, as far as the tracker has it.

    Parameters
    ----------
    contacts
        One row a person; the dates of asks and the responses are needed.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days.
    outcome
        ``"answer"`` or ``"yes"``.

    Returns
    -------
    tuple of Comparison
        By channel, source, letter, tag, warm or cold, hypothesis, weekday and organization; those whose column
        is missing are left out.
    """
    return comparisons_of(contacts, asks(contacts, as_of=as_of, within=within), Outcome(outcome))


def comparisons_of(
    contacts: pd.DataFrame, table: Asks, outcome: Outcome = Outcome.ANSWER
) -> tuple[Comparison, ...]:
    """Compare like :func:`comparisons` the people in a table of asks, which was made from some contacts."""
    found = [by for by in COMPARED if not lacking(contacts, by)]
    return tuple(_compared(contacts, table, found, outcome))


def _compared(
    contacts: pd.DataFrame, table: Asks, bys: Sequence[str], outcome: Outcome
) -> Iterator[Comparison]:
    """Compare by each of several columns; the rates of all their groups are estimated together."""
    parted = [
        ([], ()) if lacking(contacts, by) else _pooled(grouped(contacts, table, by), table) for by in bys
    ]
    rates = iter(
        rates_of(table, [people for raw, _ in parted for _, people in raw], outcome, until=table.within)
    )
    shrunk = _shrunk([[Group(name, next(rates)) for name, _ in raw] for raw, _ in parted])
    for by, (_, pooled), groups in zip(bys, parted, shrunk, strict=True):
        missing = lacking(contacts, by)
        yield Comparison(
            by=by,
            outcome=outcome,
            groups=tuple(groups),
            differences=_differences(groups),
            pooled=pooled,
            overlapping=by == "tags",
            within=table.within,
            as_of=table.as_of,
            reason=f"there is no {missing} column" if missing else _why_alone(groups, pooled, table),
        )


def _pooled(groups: Groups, table: Asks) -> tuple[list[tuple[str, Positions]], tuple[str, ...]]:
    """Take together the groups of fewer than five dated asks, and those beyond the largest, with their names."""
    sizes = groups.sizes(table.dated)
    least = max(ENOUGH, np.sort(sizes)[-LARGEST] if len(sizes) > LARGEST else 0)
    big = [groups[at] for at in np.flatnonzero(sizes >= least).tolist()]
    small = np.flatnonzero(sizes < least).tolist()
    if len(small) < 2:
        return [*big, *(groups[at] for at in small)], ()
    name = POOLED if all(name.casefold() != POOLED for name, _ in big) else f"all {POOLED}"
    together = np.zeros(len(table), dtype=bool)
    together[groups.among(sizes < least)] = True
    return [*big, (name, np.flatnonzero(together))], tuple([groups.names[at] for at in small])


def _why_alone(groups: Sequence[Group], pooled: Sequence[str], table: Asks) -> str:
    """Say why there are no two groups to hold against each other, ``""`` where there are."""
    if groups and not table.dated.any():
        return groups[0].rate.reason
    if sum(group.shrunk is not None for group in groups) > 1:
        return ""
    if not groups:
        return "nobody was asked"
    if len(groups) == 1 and pooled:
        return f"none of {len(pooled):,} groups has {ENOUGH} asks"
    if len(groups) == 1:
        return f"all asks are in one group, {groups[0].name}"
    return f"fewer than two groups have {ENOUGH} asks that are {table.within} days old"


def _shrunk(compared: Sequence[Sequence[Group]]) -> Iterator[list[Group]]:
    """Shrink the groups of each comparison that have a rate towards their common mean, and sort."""
    from scipy.special import betaincinv

    rated = [[group for group in groups if group.rate.estimate is not None] for groups in compared]
    sizes = [len(groups) for groups in rated if groups]
    together = list(chain.from_iterable(rated))
    if not together:
        yield from map(list, compared)
        return
    trials = np.array([_trials(group.rate) for group in together])
    successes = np.array([group.rate.estimate or 0.0 for group in together]) * trials
    a, b = evened(successes, trials, sizes)
    limits = betaincinv(a, b, np.array([[0.025], [0.975]]))
    values = iter(np.transpose([a / (a + b), *limits, trials]).tolist())
    for groups, some in zip(compared, rated, strict=True):
        shrunk = [Group(group.name, group.rate, *next(values)) for group in some]
        shrunk.sort(key=lambda group: (-round(group.shrunk or 0.0, ALIKE_TO), group.name))
        yield shrunk + [group for group in groups if group.rate.estimate is None]


def _trials(rate: Rate) -> float:
    return float(rate.asked) if rate.curve is None else rate.curve.effective(rate.within)


def _differences(groups: Sequence[Group]) -> tuple[Difference, ...]:
    """Compare every pair, and flag what stands after control of false discoveries."""
    found = []
    rated = [(group, limits) for group in groups if (limits := group.limits()) is not None]
    for (first, one), (second, other) in combinations(rated, 2):
        low, high = square_and_add(one, other)
        more = asks_missing(one[0], first.trials, other[0], second.trials)
        difference = one[0] - other[0]
        chance = p_value(difference, low, high)
        pair = Difference(
            first.name, second.name, difference, low, high, chance, flagged=False, more=more,
            first_asked=first.rate.asked, second_asked=second.rate.asked,
        )  # fmt: skip
        found.append(pair)
    found.sort(key=lambda pair: pair.p_value)
    standing = discoveries([pair.p_value for pair in found])
    return tuple(
        replace(pair, flagged=True) if at < standing and (pair.low > 0 or pair.high < 0) else pair
        for at, pair in enumerate(found)
    )


def _record(group: Group) -> dict[str, Any]:
    return {
        "group": group.name,
        "asked": group.rate.asked,
        "achieved": group.rate.achieved,
        "estimate": group.rate.estimate,
        "low": group.rate.low,
        "high": group.rate.high,
        "shrunk": group.shrunk,
        "shrunk_low": group.shrunk_low,
        "shrunk_high": group.shrunk_high,
        "reason": group.rate.reason,
    }


def _words(group: Group) -> str:
    limits = group.limits()
    asked = counted(group.rate.asked, "ask")
    if limits is None or group.shrunk is None or group.shrunk_low is None or group.shrunk_high is None:
        return f"no rate yet ({asked})"
    shown = percent(group.shrunk, group.shrunk_low, group.shrunk_high)
    return f"{shown}, {percents(group.shrunk_low, group.shrunk_high)} (raw {percent(*limits)} of {asked})"
