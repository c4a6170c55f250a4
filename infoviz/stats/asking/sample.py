"""The dated asks that enter an estimate, and whether they are enough for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from infoviz.stats.asking.rate import Outcome
from infoviz.stats.estimates.incidence import CumulativeIncidence, cumulative_incidences, merged_incidences
from infoviz.stats.estimates.undated import spread_incidences
from infoviz.stats.facts.asks import Asks, State
from infoviz.stats.wording import counted

ONLY_WHETHER = "the response column tells whether an answer came, and of nobody which"
ENOUGH = 5  # asks that must be as old as the window before a rate is given
MOST_DAYS = 200_000  # of all groups whose curves are estimated in one go, so that they fit in little memory

Flags = npt.NDArray[np.bool_]
Days = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int8]
Positions = npt.NDArray[np.int64]
Curves = tuple[CumulativeIncidence, CumulativeIncidence]
Several = list[CumulativeIncidence]
Views = dict[str, CumulativeIncidence]

DECISION = "decision"  # the view of which cause 1 is a yes or a no
_MERGED = {  # as what each cause counts where the first is the outcome: open, yes, no, other, bounced
    Outcome.ANSWER: (0, 1, 1, 1, 4),
    Outcome.YES: (0, 1, 2, 3, 4),
    DECISION: (0, 1, 1, 3, 4),
}
_MERGERS = np.array(list(_MERGED.values()), dtype=np.int64)
_TELLS = {  # the columns of which one at least must be there to know of an outcome
    Outcome.ANSWER: ("response", "status", "responded_on", "responded"),
    Outcome.YES: ("response", "status"),
}


@dataclass(frozen=True, eq=False)
class Sample:
    """Dated asks of everybody or of a group, arrays of shape ``(asks,)`` as in :class:`Asks`.

    Attributes
    ----------
    state, answered, cause, age, duration, earliest, latest
        What became of each ask and how long it took.
    undated
        How many asks have ended on a day that is not known.
    within, as_of
        The window in days and the date at which we look.
    anybody
        True where anybody at all was asked.
    fields
        The columns that the tracker has.
    only_whether
        True where the tracker tells of nobody which answer came, only that one did.
    """

    state: Codes
    answered: Flags
    cause: Codes
    age: Days
    duration: Days
    earliest: Days
    latest: Days
    undated: int
    within: int
    as_of: date
    anybody: bool
    fields: frozenset[str]
    only_whether: bool

    def __len__(self) -> int:
        return len(self.state)

    @property
    def horizon(self) -> int | None:
        """Longest window for which a rate could be given, None where there are too few asks."""
        return int(np.partition(self.age, -ENOUGH)[-ENOUGH]) if len(self) >= ENOUGH else None

    @property
    def old(self) -> int:
        """How many of the asks are as old as the window."""
        return int(np.count_nonzero(self.age >= self.within))

    @property
    def replies_dated(self) -> bool:
        """Whether answers have days: one at least has, or none has come where days would be kept."""
        if not self.answered.any():
            return "responded_on" in self.fields
        return not self.undated or not np.isnan(self.duration[self.answered]).all()

    @property
    def too_few(self) -> str:
        """Why these asks do not yet make a rate, ``""`` where they do."""
        asked, old = len(self), self.old
        if old >= ENOUGH:
            return ""
        if not self.anybody:
            return f"nobody was asked by {self.as_of}"
        if not asked:
            return "no ask has a date"
        if asked < ENOUGH:
            are = "is" if asked == 1 else "are"
            return f"there {are} only {counted(asked, 'dated ask')} and a rate needs {ENOUGH}"
        few = (
            f"only {old} of {asked:,} asks {'is' if old == 1 else 'are'}"
            if old
            else f"none of {asked:,} asks is"
        )
        return f"{few} {counted(self.within, 'day')} old yet and a rate needs {ENOUGH}"

    def lacking(self, outcome: Outcome) -> str:
        """Say which column an outcome's rate lacks, ``""`` where it lacks none."""
        if "contacted_on" not in self.fields:
            return "there is no contacted_on column (the day of each ask)"
        if self.fields.isdisjoint(_TELLS[outcome]):
            return "there is no response column"
        if outcome == Outcome.YES and self.only_whether and not (self.state == State.YES).any():
            return ONLY_WHETHER
        return ""

    @cached_property
    def placed(self) -> tuple[Views, Views]:
        """The curves with ends of unknown day placed as early, and as late, as they can have been."""
        causes = self.cause.tobytes()
        early = _views(self.earliest.tobytes(), causes)
        return early, _views(self.latest.tobytes(), causes) if self.undated else early

    def curves_to(self, outcome: Outcome) -> Curves:
        """Give the early and the late curves of which cause 1 is an outcome."""
        early, late = self.placed
        return early[outcome], late[outcome]

    def extremes(self, outcome: Outcome) -> tuple[Days, Days]:
        """Give durations that make an outcome's share least, and most, at the end of the window.

        An end of unknown day by the outcome counts for most on the last day of the window, for it is then at risk the
        longest, and for least beyond it, failing that at once; with all other ends it is the other way round.
        """
        counts = (_merged(outcome)[self.cause] == 1) & np.isnan(self.duration)
        in_time = np.minimum(self.latest, np.maximum(self.earliest, self.within))
        least = np.where(counts & (self.latest <= self.within), self.earliest, self.latest)
        return least, np.where(counts, in_time, self.earliest)

    def views_at_extremes(self, outcome: Outcome) -> tuple[Views, Views]:
        """Give the curves of these durations."""
        least, most = (_views(days.tobytes(), self.cause.tobytes()) for days in self.extremes(outcome))
        return least, most

    @cached_property
    def _spread(self) -> tuple[Days, npt.NDArray[np.float64]]:
        return spread_incidences(self.duration, self.cause, self.latest, np.zeros(len(self), np.int64), 1)

    def spread(self, view: str, days: Days) -> Days:
        """Share of asks that cause 1 of a view has ended by some days, ends of unknown day spread over all days."""
        known, curves = self._spread
        shares: Days = _spread_shares(known, curves, view, days)[0]
        return shares

    def share(self, outcome: Outcome, day: float) -> float:
        """Share of asks that an outcome has ended by a day, as :meth:`spread` gives it where ends have no day."""
        if self.undated:
            return float(self.spread(outcome, np.array([day]))[0])
        return self.curves_to(outcome)[0].at(day, 1)[0]

    def seen(self, outcome: Outcome) -> "Seen":
        """Give what is seen of an outcome."""
        _, late = self.curves_to(outcome)
        if not self.undated:
            return Seen(late, late, late)
        least, most = self.views_at_extremes(outcome)
        return Seen(late, least[outcome], most[outcome], self.share(outcome, self.within))


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is seen of an outcome (cause 1 of the curves) among some asks.

    Attributes
    ----------
    late
        The curve with ends of unknown day placed as late as they can have been.
    least, most
        The curves that are lowest, and highest, at the end of the window, wherever such ends lie.
    share
        The share at the end of the window with such ends spread over all days; None where there are none.
    """

    late: CumulativeIncidence
    least: CumulativeIncidence
    most: CumulativeIncidence
    share: float | None = None


def _merged(view: str) -> Codes:
    """Give as what each cause counts in a view."""
    return np.array(_MERGED[view], dtype=np.int8)


def _spread_shares(
    known: Days, curves: npt.NDArray[np.float64], view: str, days: Days
) -> npt.NDArray[np.float64]:
    """Give of each group the share of asks that cause 1 of a view has ended by some days."""
    rows = np.flatnonzero(_merged(view)[1 : curves.shape[1] + 1] == 1)
    shares: npt.NDArray[np.float64] = curves[:, rows].sum(axis=1)[
        :, np.searchsorted(known, days, side="right") - 1
    ]
    return shares


@lru_cache(maxsize=8)
def _views(durations: bytes, causes: bytes) -> Views:
    """Give the curves of some asks; several statistics want those of the same ones, so the last are kept."""
    curves = merged_incidences(np.frombuffer(durations), np.frombuffer(causes, dtype=np.int8), _MERGERS)
    for curve in curves:
        for part in fields(curve):
            array = getattr(curve, part.name)
            if isinstance(array, np.ndarray):
                array.flags.writeable = False
    return dict(zip(_MERGED, curves, strict=True))


def seen_of(samples: Sequence[Sample], outcome: Outcome, until: float = np.inf) -> Iterator[Seen]:
    """Give what is seen of an outcome in each of several groups of asks, as :meth:`Sample.seen` does.

    Up to the last day that is wanted the curves are the same; what ends later is open on the day after it, and no more
    said.
    """
    longest = max((float(sample.latest.max(initial=0.0)) for sample in samples), default=0.0)
    batch = max(1, int(MOST_DAYS / (min(longest, until) + 1)))
    for begin in range(0, len(samples), batch):
        some = samples[begin : begin + batch]
        groups = np.repeat(np.arange(len(some)), [len(sample) for sample in some])
        cause = np.concatenate([sample.cause for sample in some])

        def curves(
            durations: Days, cause: Codes = cause, groups: Positions = groups, most: int = len(some)
        ) -> Several:
            ends = np.where(durations <= until, _merged(outcome)[cause], np.int8(0))
            return cumulative_incidences(np.minimum(durations, until + 1), ends, groups, most)

        late_days = np.concatenate([sample.latest for sample in some])
        late = curves(late_days)
        if not any(sample.undated for sample in some):
            yield from (Seen(curve, curve, curve) for curve in late)
            continue
        extremes = zip(*(sample.extremes(outcome) for sample in some), strict=True)
        least, most = (curves(np.concatenate(days)) for days in extremes)
        known = np.concatenate([sample.duration for sample in some])
        days, spread = spread_incidences(known, cause, late_days, groups, len(some))
        window = np.array([some[0].within], dtype=np.float64)
        shares = _spread_shares(days, spread, outcome, window)[:, 0].tolist()
        for sample, its, low, high, share in zip(some, late, least, most, shares, strict=True):
            yield Seen(its, low, high, share if sample.undated else None)


@lru_cache(maxsize=2)
def sample_of(table: Asks) -> Sample:
    """Take the dated asks of a table; several statistics want those of the same one, so the last are kept."""
    return next(samples_of(table, [np.arange(len(table))]))


def samples_of(table: Asks, groups: Sequence[Positions]) -> Iterator[Sample]:
    """Take the dated asks of each of several groups of people, who are given by their positions in a table."""
    members = np.concatenate([*groups, np.zeros(0, dtype=np.int64)])
    owner = np.repeat(np.arange(len(groups)), [len(people) for people in groups])
    enters = (table.dated & table.asked)[members]
    chosen, owner = members[enters], owner[enters]
    ends = np.cumsum(np.bincount(owner, minlength=len(groups))).tolist()
    undated = np.bincount(owner[np.isnan(table.duration[chosen])], minlength=len(groups)).tolist()
    names = ["state", "answered", "cause", "age", "duration"]
    names += ["earliest", "latest"] if any(undated) else []  # else they are the durations
    taken = {name: getattr(table, name)[chosen] for name in names}
    taken |= {name: taken["duration"] for name in ("earliest", "latest") if name not in taken}
    for array in taken.values():
        array.flags.writeable = False
    anybody = bool(table.asked.any())
    for (begin, end), without in zip(pairwise([0, *ends]), undated, strict=True):
        yield Sample(
            **{name: array[begin:end] for name, array in taken.items()},
            undated=without,
            within=table.within,
            as_of=table.as_of,
            anybody=anybody,
            fields=table.fields,
            only_whether=table.only_whether,
        )
