"""The practice's own rules on trial: each set against what the person's tracker shows."""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from infoviz.schema.fields import Event, Field
from infoviz.schema.rules import PRACTICE, Rules
from infoviz.stats.estimates.proportion import wilson
from infoviz.stats.facts.asks import Asks, State, asks
from infoviz.stats.facts.columns import column, numbers
from infoviz.stats.facts.trail import NEVER, UNKNOWN, Integers, Trail, day_number, read_trail
from infoviz.stats.result import Result
from infoviz.stats.weekly.weeks import progress_of
from infoviz.stats.wording import counted, percent, percents

FEWEST = 5
FAR = np.iinfo(np.int64).max


class Verdict(StrEnum):
    """What the data say of a claim."""

    KEPT = "kept"
    NOT_KEPT = "not kept"
    CANNOT_TELL = "cannot tell yet"
    NOT_COMPUTABLE = "not computable"


@dataclass(frozen=True, slots=True)
class Claim(Result):
    """One rule, and how far it holds.

    Attributes
    ----------
    name
        ``"pace"``, ``"noes"``, ``"thanks"``, ``"lead_time"`` or ``"minutes"``.
    claim
        The rule in words, with the value that was used.
    verdict
        Whether it holds.
    kept, of
        In how many of how many cases it was kept (for ``"noes"``: yeses among yeses and noes).
    cases
        What those cases are, in words.
    estimate, low, high
        The share ``kept / of`` with its Wilson interval (95 %); None where there is too little.
    reason
        Why the verdict is what it is.
    as_of
        The day at which we look.
    """

    name: str
    claim: str
    verdict: Verdict
    kept: int
    of: int
    cases: str
    estimate: float | None
    low: float | None
    high: float | None
    reason: str
    as_of: date

    def to_frame(self) -> pd.DataFrame:
        """Give one row."""
        return pd.DataFrame([self.to_dict()])

    def to_dict(self) -> dict[str, Any]:
        """Give plain values."""
        return {
            "name": self.name,
            "claim": self.claim,
            "verdict": str(self.verdict),
            "kept": self.kept,
            "of": self.of,
            "cases": self.cases,
            "estimate": self.estimate,
            "low": self.low,
            "high": self.high,
            "reason": self.reason,
            "as_of": self.as_of.isoformat(),
        }

    def __str__(self) -> str:
        return f"{self.claim}: {self.verdict}, {self.reason}."


@dataclass(frozen=True, slots=True)
class Claims(Result):
    """All the rules on trial.

    Attributes
    ----------
    claims
        One a week, noes for a yes, thanks in time, weeks of lead time, minutes.
    rules
        The values that were used.
    as_of
        The day at which we look.
    """

    claims: tuple[Claim, ...]
    rules: Rules
    as_of: date

    def __getitem__(self, name: str) -> Claim:
        """Give a claim by its name."""
        return {claim.name: claim for claim in self.claims}[name]

    def to_frame(self) -> pd.DataFrame:
        """Give one row a claim."""
        return pd.DataFrame([claim.to_dict() for claim in self.claims])

    def to_dict(self) -> dict[str, Any]:
        """Give plain values."""
        return {
            "as_of": self.as_of.isoformat(),
            "rules": asdict(self.rules),
            "claims": [claim.to_dict() for claim in self.claims],
        }

    def __str__(self) -> str:
        verdicts = "; ".join(f"{claim.claim.lower()}: {claim.verdict}" for claim in self.claims)
        return f"The practice's rules against your data by {self.as_of}: {verdicts}."


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known of one claim before it is judged.

    It holds where the interval of the share lies within ``holds``, and does not where it misses ``centre``.
    """

    name: str
    claim: str
    cases: str
    kept: int
    of: int
    missing: str | None = None
    left_out: str = ""
    holds: tuple[float, float] = (0.5, 1.0)  # a rule of conduct holds where it is kept more often than not
    centre: float = 0.5
    above: str = ""  # what to say where the whole interval lies above the centre


def claims(
    contacts: pd.DataFrame, events: pd.DataFrame | None = None, *, as_of: date, rules: Rules = PRACTICE
) -> Claims:
    """Set the rules of the practice against a tracker.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.
    rules
        The values to hold the data against.

    Notes
    -----
    A rule of conduct is *kept* where the whole Wilson interval of the share of cases that kept it lies above
    one half, *not kept* where it lies below. So many noes for a yes holds where the whole interval lies within
    a factor of two of it, and does not where the interval misses it. Fewer than five cases tell nothing yet.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> met = pd.date_range("2026-08-03", periods=12, freq="7D")
    >>> contacts = pd.DataFrame({
    ...     "name": [f"Person {n}" for n in range(12)], "met_on": met, "thanked_on": met + pd.Timedelta(days=1)
    ... })
    >>> found = claims(contacts, as_of=date(2026, 10, 26))
    >>> print(found["thanks"])
    Thanks within 2 days: kept, 12 of 12 interviews (100 %, 95 % interval 76 to 100 %).
    """
    table = asks(contacts, as_of=as_of, within=rules.window_days)
    return claims_of(contacts, read_trail(contacts, events, table), rules)


def claims_of(contacts: pd.DataFrame, trail: Trail, rules: Rules) -> Claims:
    """Set the rules like :func:`claims` against a trail that is already read, with the window of the rules."""
    table = trail.people.table
    cases = (
        _pace(trail, rules),
        _noes(table, rules),
        _thanks(table, trail, rules),
        _lead_time(table, trail, rules),
        _minutes(contacts, table, rules),
    )
    return Claims(tuple(_judge(case, table.as_of) for case in cases), rules, table.as_of)


def _judge(case: _Case, as_of: date) -> Claim:
    verdict, reason = Verdict.NOT_COMPUTABLE, case.missing or ""
    estimate = low = high = None
    if case.missing is None and case.of < FEWEST:
        verdict = Verdict.CANNOT_TELL
        reason = f"{case.kept} of {case.of} {case.cases}, and at least {FEWEST} are needed{case.left_out}"
    elif case.missing is None:
        estimate = case.kept / case.of
        low, high = wilson(case.kept, case.of)
        verdict = Verdict.CANNOT_TELL
        if case.holds[0] < low and high <= case.holds[1]:
            verdict = Verdict.KEPT
        elif high < case.centre or low > case.centre:
            verdict = Verdict.NOT_KEPT
        share = f"{percent(estimate, low, high)}, 95 % interval {percents(low, high)}"
        above = case.above if low > case.centre and verdict == Verdict.NOT_KEPT else ""
        reason = f"{case.kept} of {case.of} {case.cases} ({share}){above}{case.left_out}"
    return Claim(
        name=case.name,
        claim=case.claim,
        verdict=verdict,
        kept=case.kept,
        of=case.of,
        cases=case.cases,
        estimate=estimate,
        low=low,
        high=high,
        reason=reason,
        as_of=as_of,
    )


def _lacks(table: Asks, dated: Integers, *fields: Field) -> str | None:
    """Name the columns without which a claim is not computable, unless the log dates what they would."""
    lacking = [str(field) for field in fields if field not in table.fields]
    if not lacking or len(dated):
        return None
    return f"there is no {' and no '.join(lacking)} column"


def _pace(trail: Trail, rules: Rules) -> _Case:
    progress = progress_of(trail, goal=rules.goal)
    completed = progress.completed
    wanted = "One interview a week" if rules.goal == 1 else f"{rules.goal} interviews a week"
    met = np.array([week.met for week in progress.weeks], dtype=np.int64)
    missing = progress.reason or _lacks(trail.people.table, met[met > 0], Field.MET_ON)
    return _Case(
        "pace",
        wanted,
        "completed weeks",
        int((met[: len(completed)] >= rules.goal).sum()),
        len(completed),
        missing,
    )


def _noes(table: Asks, rules: Rules) -> _Case:
    """Yeses among the yeses and noes to asks as old as the window, so that quick noes do not count for more."""
    told = bool(table.fields & {Field.RESPONSE, Field.STATUS})
    old = ~(table.age < rules.window_days)  # an ask without a date counts as old
    yes = int(np.count_nonzero(old & (table.state == State.YES)))
    no = int(np.count_nonzero(old & (table.state == State.NO)))
    noes = rules.noes_per_yes
    return _Case(
        "noes",
        f"{noes} noes for every yes",
        f"yeses and noes to asks at least {rules.window_days} days old were yeses",
        yes,
        yes + no,
        None if told else f"there is no {Field.RESPONSE} column",
        holds=(1 / (1 + 2 * noes), 1 / (1 + noes / 2)),
        centre=1 / (1 + noes),
        above=": better than the rule has it",
    )


def _thanks(table: Asks, trail: Trail, rules: Rules) -> _Case:
    met, thanked = trail.of(Event.MET), trail.of(Event.THANKED)
    delay = _wait(met, thanked)
    on_no_day = np.zeros(len(trail.people), dtype=bool)
    on_no_day[: len(table)] = table.thanked
    on_no_day[thanked.person] = False
    undated = on_no_day[met.person] & (delay == NEVER)
    judged = (met.day < day_number(table.as_of) - rules.thank_days) & ~undated  # the last day is not over
    in_time = judged & (delay != NEVER) & (delay <= rules.thank_days)
    missing = _lacks(table, met.day, Field.MET_ON) or _lacks(table, thanked.day, Field.THANKED_ON)
    left_out = f"; {counted(int(undated.sum()), 'interview')} thanked on no recorded day left out"
    return _Case(
        "thanks",
        f"Thanks within {counted(rules.thank_days, 'day')}",
        "interviews",
        int(in_time.sum()),
        int(judged.sum()),
        missing,
        left_out if undated.any() else "",
    )


def _wait(since: Trail, until: Trail) -> Integers:
    """Days from each event to the same person's next one in ``until`` that day or later; `NEVER` for none.

    It must come before the person's next event in ``since``. Both trails are in order of person and day.
    """
    here, there = since.places(), until.places()
    after = np.append(there, FAR)[np.searchsorted(there, here)]
    own = np.append(until.person, UNKNOWN)[np.searchsorted(there, here)] == since.person
    found = own & (after < np.append(here[1:], FAR))
    return np.where(found, after - here, NEVER)


def _lead_time(table: Asks, trail: Trail, rules: Rules) -> _Case:
    met, asked = trail.of(Event.MET), trail.of(Event.ASKED)
    before = np.searchsorted(asked.places(), met.places(), side="right") - 1
    known = (before >= 0) & (np.append(asked.person, UNKNOWN)[before] == met.person)
    lead = met.day[known] - asked.day[before[known]]
    missing = _lacks(table, met.day, Field.MET_ON) or _lacks(table, asked.day, Field.CONTACTED_ON)
    left_out = f"; {counted(int((~known).sum()), 'interview')} without a dated ask left out"
    return _Case(
        "lead_time",
        f"Asked {counted(rules.lead_weeks, 'week')} ahead",
        "interviews",
        int(np.count_nonzero(lead >= 7 * rules.lead_weeks)),
        len(lead),
        missing,
        left_out if not known.all() else "",
    )


def _minutes(contacts: pd.DataFrame, table: Asks, rules: Rules) -> _Case:
    claim = f"{rules.minutes} to {rules.minutes_most} minutes"
    given = column(contacts, Field.MINUTES)
    if given is None:
        return _Case("minutes", claim, "interviews", 0, 0, f"there is no {Field.MINUTES} column")
    longest = np.full(len(table), np.nan)
    np.fmax.at(longest, table.person, numbers(given))
    known = table.met & (longest > 0)
    kept = known & (longest >= rules.minutes) & (longest <= rules.minutes_most)
    unknown = int(np.count_nonzero(table.met & ~known))
    left_out = f"; {counted(unknown, 'interview')} of unknown length left out" if unknown else ""
    return _Case("minutes", claim, "interviews", int(kept.sum()), int(known.sum()), None, left_out)
