"""Asks that have ended on a day that is not known: spread over the days on which others have ended."""

import numpy as np
import numpy.typing as npt

from infoviz.stats.estimates.counting import Counts, Numbers

ROUNDS = 15  # each leaves of what is still wrong about the share of ends without a day
FAINT = 1e-6  # of an end, on days on which no other of its cause has ended


def spread_incidence(durations: Numbers, causes: npt.NDArray[np.integer], latest: Numbers) -> Numbers:
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

    Returns
    -------
    numpy.ndarray
        The curves, a row a cause from 1 and a column a day from 0, shape ``(causes, days)``.

    References
    ----------
    Turnbull (1976), Journal of the Royal Statistical Society B 38:290 (self-consistency); Aalen and Johansen (1978),
    Scandinavian Journal of Statistics 5:141.

    Examples
    --------
    >>> durations, causes = np.array([2, 4, np.nan, 9, 9]), np.array([1, 1, 1, 0, 0])
    >>> spread_incidence(durations, causes, np.array([2, 4, 9, 9, 9])).round(2)[0, [1, 2, 4, 9]].tolist()
    [0.0, 0.3, 0.6, 0.6]
    """
    known = ~np.isnan(durations)
    last = np.where(known, durations, latest).astype(np.int64)
    span, kinds = int(last.max(initial=0)) + 1, int(causes.max(initial=0)) + 1

    def counted(some: npt.NDArray[np.bool_]) -> Counts:
        places = causes[some].astype(np.int64) * span + last[some]
        return np.bincount(places, minlength=kinds * span).reshape(kinds, span)

    dated, undated = counted(known), counted(~known)
    censored, ended, missing = dated[0] + undated[0], dated[1:], undated[1:]
    parts = _increments(ended + FAINT * (ended.sum(axis=0) + FAINT), censored)
    for _ in range(ROUNDS):
        reached = np.cumsum(parts, axis=1)
        each = np.divide(missing, reached, out=np.zeros_like(reached), where=missing > 0)
        parts = _increments(ended + parts * _from_there_on(each), censored)
    curves: Numbers = np.cumsum(parts, axis=1)
    return curves


def _increments(ended: Numbers, censored: Counts) -> Numbers:
    """Give what each day adds to each curve, from the ends of each cause, of which some may be parts of one."""
    total = ended.sum(axis=0)
    at_risk = _from_there_on(total + censored)
    leaving = np.divide(total, at_risk, out=np.zeros_like(total), where=at_risk > 0)
    before = np.concatenate([[1.0], np.cumprod(1 - leaving)[:-1]])
    return np.divide(before * ended, at_risk, out=np.zeros_like(ended), where=at_risk > 0)


def _from_there_on(values: Numbers) -> Numbers:
    """Sum of the values of each day and all later ones."""
    summed: Numbers = np.cumsum(values[..., ::-1], axis=-1)[..., ::-1]
    return summed
