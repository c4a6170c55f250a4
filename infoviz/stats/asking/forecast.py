"""How many more asks it takes until so many yeses."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from numbers import Integral, Real
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.errors import UnfitNumbers
from infoviz.stats.asking.rate import Outcome
from infoviz.stats.asking.sample import ENOUGH, Sample, sample_of
from infoviz.stats.facts.asks import Asks, State, asks
from infoviz.stats.result import Result
from infoviz.stats.wording import counted, percent, roughly

PROBABILITIES = (0.5, 0.8, 0.9)
JEFFREYS = (0.5, 0.5)
TEN_NOES_A_YES = (1.0, 10.0)
BEYOND = 1_000_000  # asks; a forecast further out says no more than "very many"


Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class AsksNeeded(Result):
    """How many more asks it takes until so many yeses, with a given probability.

    Attributes
    ----------
    yeses
        The yeses wanted.
    probability
        How sure one wants to be.
    asks
        Asks that suffice with that probability; None where it takes more than a million, or not computable.
    quantiles
        The same for 50, 80 and 90 %: pairs of probability and asks.
    yes, asked
        The evidence: yeses within the window among so many asks followed to its end. An ask still open counts
        for what it tells, so that these need not be whole.
    prior
        Shape parameters of the beta prior, and ``prior_words`` what it says.
    within, as_of
        The window in days (shorter than wished where fewer than five asks are as old) and the date at which we
        look.
    reason
        Why there is no forecast; ``""`` where there is one.
    yes_so_far, asked_so_far
        The evidence in whole people: how many asks with a date have had a yes by now, of how many.
    wished
        The window that was wished for, where ``within`` is shorter; None where it is not.
    closed
        True where the evidence is the asks as old as the window alone, for want of reply dates.
    """

    yeses: int
    probability: float
    asks: int | None
    quantiles: tuple[tuple[float, int | None], ...]
    yes: float
    asked: float
    prior: tuple[float, float]
    prior_words: str
    within: int
    as_of: date
    reason: str = ""
    yes_so_far: int = 0
    asked_so_far: int = 0
    wished: int | None = None
    closed: bool = False

    def chance(self, asks: int) -> float:
        """Probability that so many more asks suffice."""
        posterior = _posterior(self.prior, self.yes, self.asked)
        return float(_chances(np.array([asks]), self.yeses, *posterior)[0])

    def to_frame(self) -> pd.DataFrame:
        """Give one row a probability."""
        numbers = pd.array([asks for _, asks in self.quantiles], dtype="Int64")
        return pd.DataFrame({"probability": [level for level, _ in self.quantiles], "asks": numbers})

    def to_dict(self) -> dict[str, Any]:
        """Give the forecast as plain values, or the reason why there is none."""
        if self.reason:
            return {"reason": self.reason}
        return {
            "yeses": self.yeses,
            "probability": self.probability,
            "asks": self.asks,
            "quantiles": {f"{level:g}": asks for level, asks in self.quantiles},
            "yes": self.yes,
            "asked": self.asked,
            "yes_so_far": self.yes_so_far,
            "asked_so_far": self.asked_so_far,
            "prior": list(self.prior),
            "within_days": self.within,
            "as_of": self.as_of.isoformat(),
        }

    def __str__(self) -> str:
        if self.reason:
            return f"Asks needed: not computable, {self.reason}."
        seen = "no ask with a date yet"
        if self.asked_so_far:
            brought = "has" if self.yes_so_far == 1 else "have"
            seen = (
                f"{self.yes_so_far:,} of {counted(self.asked_so_far, 'ask')} so far {brought} brought a yes"
            )
        if self.closed and self.asked_so_far:
            seen += f", counted over asks at least {counted(self.within, 'day')} old for want of reply dates"
        elif self.yes_so_far and not self.yes:
            late = f"none within {counted(self.within, 'day')}"
            seen += f", {late}" if self.asked else ", too few and too recent to count on"
        shorter = "" if self.wished is None else f" (fewer than {ENOUGH} asks are {self.wished} days old yet)"
        others = [
            f"{percent(level, 0, 1)} with {_many(asks)}"
            for level, asks in self.quantiles
            if level != self.probability
        ]
        return (
            f"For {counted(self.yeses, 'more yes', 'more yeses')} within {counted(self.within, 'day')} of asking"
            f"{shorter} it takes {self._asks()} with a probability of {percent(self.probability, 0, 1)} "
            f"({', '.join(others)}; {seen}; {self.prior_words}; as of {self.as_of})."
        )

    def _asks(self) -> str:
        if self.asks is None:
            return "more than a million asks"
        return f"{roughly(self.asks)} more {'ask' if self.asks == 1 else 'asks'}"


def asks_needed(
    contacts: pd.DataFrame, *, yeses: int, as_of: date, probability: float = 0.8, within: int = 28
) -> AsksNeeded:
    """Forecast how many more asks it takes until so many yeses.

    Parameters
    ----------
    contacts
        One row a person; the dates of asks and the responses are needed.
    yeses
        How many more yeses are wanted, 1 or more.
    as_of
        The date at which we look; facts after it do not exist.
    probability
        How sure one wants to be, between 0 and 1.
    within
        Days within which a yes counts.

    Returns
    -------
    AsksNeeded
        Quantiles of the posterior predictive distribution (beta negative binomial); a mean is not given, for it
        can be infinite. The prior is that of Jeffreys; while there is no yes yet, it is Beta(1, 10): "ten noes
        for every yes", taken as it is said.

    Raises
    ------
    UnfitNumbers
        Where ``yeses`` is no whole number from 1 on or ``probability`` not between 0 and 1.

    References
    ----------
    Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, section 6.2.2.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> asked = pd.to_datetime(["2026-09-01"] * 33)
    >>> replied = [pd.Timestamp("2026-09-04")] * 3 + [pd.NaT] * 30
    >>> contacts = pd.DataFrame({
    ...     "contacted_on": asked, "response": ["yes"] * 3 + [None] * 30, "responded_on": replied
    ... })
    >>> asks_needed(contacts, yeses=1, as_of=date(2026, 11, 20)).asks
    19
    """
    return needed_of(asks(contacts, as_of=as_of, within=within), yeses=yeses, probability=probability)


def needed_of(table: Asks, *, yeses: int, probability: float = 0.8) -> AsksNeeded:
    """Forecast like :func:`asks_needed` from a table of asks."""
    if not isinstance(yeses, Integral) or isinstance(yeses, bool) or yeses < 1:
        raise UnfitNumbers(f"yeses wanted are 1, 2 or more, not {yeses!r}")
    if not isinstance(probability, Real) or not 0 < probability < 1:
        raise UnfitNumbers(f"a probability lies between 0 and 1, not at {probability!r}")
    sample, within = sample_of(table), table.within
    result = AsksNeeded(
        yeses=yeses,
        probability=probability,
        asks=None,
        quantiles=(),
        yes=0.0,
        asked=0.0,
        prior=TEN_NOES_A_YES,
        yes_so_far=int(np.count_nonzero(sample.state == State.YES)),
        asked_so_far=len(sample),
        prior_words="starting from “ten noes for every yes”, Beta(1, 10)",
        within=within,
        as_of=sample.as_of,
        reason=sample.lacking(Outcome.YES),
    )
    if result.reason:
        return result
    yes, asked, window = _evidence(sample)
    if sample.answered.any() and not sample.replies_dated:
        result = replace(result, yes_so_far=int(yes), asked_so_far=int(asked), closed=True)
    if yes:
        result = replace(result, prior=JEFFREYS, prior_words="starting from no opinion, Jeffreys’ prior")
    a, b = _posterior(result.prior, yes, asked)
    levels = list(dict.fromkeys([*PROBABILITIES, probability]))
    enough = dict(zip(levels, _enough(levels, yeses, a, b), strict=True))
    return replace(
        result,
        asks=enough[probability],
        quantiles=tuple((level, enough[level]) for level in PROBABILITIES),
        yes=yes,
        asked=asked,
        within=window,
        wished=within if window < within else None,
    )


def _evidence(sample: Sample) -> tuple[float, float, int]:
    """Yeses, among asks followed to the end of a window, and that window; open asks count for what they tell."""
    if not sample.replies_dated or not sample.horizon:  # too few asks, or all of them made today
        closed = sample.age >= sample.within
        in_time = closed & (sample.state == State.YES) & ~(sample.duration > sample.within)
        return float(np.count_nonzero(in_time)), float(np.count_nonzero(closed)), sample.within
    window = min(sample.within, sample.horizon)
    pair = sample.curves_to(Outcome.YES)
    asked = sum(curve.effective(window) for curve in pair) / 2
    return asked * sample.share(Outcome.YES, window), asked, window


def _posterior(prior: tuple[float, float], yes: float, asked: float) -> tuple[float, float]:
    return prior[0] + yes, prior[1] + asked - yes


def _chances(asks: Counts, yeses: int, a: float, b: float) -> npt.NDArray[np.float64]:
    """Probability of at least so many yeses among each of several numbers of asks (beta-binomial)."""
    from scipy.special import betaln, gammaln

    fewer, many = np.arange(yeses), np.maximum(asks, yeses)[:, np.newaxis]
    choose = gammaln(many + 1) - gammaln(fewer + 1) - gammaln(many - fewer + 1)
    terms = choose + betaln(a + fewer, b + many - fewer) - betaln(a, b)
    return np.where(asks < yeses, 0.0, np.clip(1 - np.exp(terms).sum(axis=1), 0.0, 1.0))


def _enough(probabilities: Sequence[float], yeses: int, a: float, b: float) -> list[int | None]:
    """Fewest asks that suffice with each probability, None beyond a million."""
    # rounding must not cost an ask where the probability is met exactly
    wanted = np.maximum(np.array(probabilities) - 1e-9, np.nextafter(0.0, 1.0))
    doubled = np.minimum(yeses * 2 ** np.arange((BEYOND // yeses).bit_length() + 1), BEYOND)
    found = _chances(doubled, yeses, a, b) >= wanted[:, np.newaxis]
    reached: npt.NDArray[np.bool_] = np.logical_or.reduce(found, axis=1)
    first = found.argmax(axis=1)
    high = doubled[first]  # enough, where any is
    low = np.where(first > 0, doubled[first - 1], yeses - 1)  # not enough
    while (high - low > 1).any():
        middle = (low + high) // 2
        enough = _chances(middle, yeses, a, b) >= wanted
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return [int(asks) if suffices else None for asks, suffices in zip(high, reached, strict=True)]


def _many(asks: int | None) -> str:
    return "more than a million" if asks is None else roughly(asks)
