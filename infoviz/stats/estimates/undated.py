"""Asks that have ended on a day that is not known: spread over the days on which others have ended."""

import numpy as np
import numpy.typing as npt

from infoviz.stats.estimates.counting import Counts, Numbers

ROUNDS = 8  # each leaves of what is still wrong about the share of ends without a day
FAINT = 1e-6  # of an end, on days on which no other of its cause has ended

Whole = npt.NDArray[np.integer]


def spread_incidences(
    durations: Numbers, causes: Whole, latest: Numbers, groups: Counts, number: int
) -> tuple[Numbers, Numbers]:
    """Share of asks that each cause has ended by each day, where of some ends only the last possible day is known.

    That a day is missing is taken to tell nothing of the day: an end without one is spread over the days up to its
    last possible one as the ends of its cause are, those without a day among them.

    Parameters
    ----------
    durations
        Days from the ask to its end, or to the last day it was seen open; NaN where the day of the end is not known,
        shape ``(asks,)``.
    causes
        What ended each ask: 0 still open (censored), 1, 2, ... a cause, shape ``(asks,)``.
    latest
        The last day on which each can have ended, shape ``(asks,)``.
    groups, number
        The group of each ask, 0, 1, ..., shape ``(asks,)``, and how many groups there are.

    Returns
    -------
    tuple of numpy.ndarray
        The days on which curves rise, ascending from 0, and the curves of each group and cause from 1, shape
        ``(groups, causes, days)``.

    References
    ----------
    Turnbull (1976), Journal of the Royal Statistical Society B 38:290 (self-consistency); Aalen and Johansen (1978),
    Scandinavian Journal of Statistics 5:141.

    Examples
    --------
    >>> durations, causes = np.array([2, 4, np.nan, 9, 9]), np.array([1, 1, 1, 0, 0])
    >>> days, curves = spread_incidences(durations, causes, np.array([2.0, 4, 9, 9, 9]), np.zeros(5, dtype=int), 1)
    >>> days.tolist(), curves.round(2).tolist()
    ([0.0, 2.0, 4.0], [[[0.0, 0.3, 0.6]]])
    """
    known = ~np.isnan(durations)
    last = np.where(known, durations, latest)
    own = np.unique(last[known & (causes > 0)])
    days = np.union1d(own if len(own) else last, [0.0])
    at, kinds = np.searchsorted(days, last, side="right") - 1, int(causes.max(initial=0)) + 1

    def counted(some: npt.NDArray[np.bool_]) -> Counts:
        places = (groups[some] * kinds + causes[some]) * len(days) + at[some]
        counts = np.bincount(places, minlength=number * kinds * len(days))
        return counts.reshape(number, kinds, len(days))

    dated, undated = counted(known), counted(~known)
    censored, ended, missing = dated[:, 0] + undated[:, 0], dated[:, 1:], undated[:, 1:]
    parts = _increments(ended + FAINT * (ended.sum(axis=1, keepdims=True) + FAINT), censored)
    for _ in range(ROUNDS):
        reached = np.cumsum(parts, axis=2)
        each = np.divide(missing, reached, out=np.zeros_like(reached), where=missing > 0)
        parts = _increments(ended + parts * _from_there_on(each), censored)
    return days, np.cumsum(parts, axis=2)


def _increments(ended: Numbers, censored: Counts) -> Numbers:
    """Give what each day adds to each curve, from the ends of each cause, of which some may be parts of one."""
    total = ended.sum(axis=1)
    at_risk = _from_there_on(total + censored)
    open_after = np.cumprod(1 - _shares(total, at_risk), axis=1)
    before = np.concatenate([np.ones((len(total), 1)), open_after[:, :-1]], axis=1)
    increments: Numbers = before[:, np.newaxis] * _shares(ended, at_risk[:, np.newaxis])
    return increments


def _shares(parts: Numbers, wholes: Numbers) -> Numbers:
    """Divide, and give 0 of nothing."""
    shares: Numbers = np.divide(parts, wholes, out=np.zeros(parts.shape), where=wholes > 0)
    return shares


def _from_there_on(values: Numbers) -> Numbers:
    """Sum of the values of each day and all later ones."""
    summed: Numbers = np.cumsum(values[..., ::-1], axis=-1)[..., ::-1]
    return summed
