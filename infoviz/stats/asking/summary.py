"""Where the whole search stands on a day: who is there, who was asked, and what has come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from infoviz.stats.asking.rate import Outcome, Rate, YesNoRatio
from infoviz.stats.asking.rates import rate_of, ratio_of
from infoviz.stats.asking.sample import sample_of
from infoviz.stats.facts.asks import Asks, State, asks
from infoviz.stats.facts.columns import codes_of, numbered
from infoviz.stats.result import Result
from infoviz.stats.wording import counted

# For each count the columns of which one at least must be there, the one to name first.
_ANSWERED = ("response", "responded_on", "responded", "status")
_RESPONSE = ("response", "status")
_ASKED = (
    *("contacted_on", "asked", "response", "responded_on", "responded", "status", "nudged_on", "nudged"),
    *("scheduled_on", "scheduled", "met_on", "met", "thanked_on", "thanked"),
)
_TELLS = {
    "organizations": ("organization",),
    "asked": _ASKED,
    "answered": _ANSWERED,
    "yes": _RESPONSE,
    "no": _RESPONSE,
    "bounced": _RESPONSE,
    "other": _RESPONSE,
    "withdrawn": _RESPONSE,
    "waiting": _ANSWERED,
    "silent": _ANSWERED,
    "met": ("met_on", "met", "status"),
    "thanked": ("thanked_on", "thanked", "status"),
}
_STATES = {
    state.name.lower(): state
    for state in (
        State.YES,
        State.NO,
        State.BOUNCED,
        State.OTHER,
        State.WITHDRAWN,
        State.WAITING,
        State.SILENT,
    )
}
STEPS = ("asked", "answered", "yes", "met", "thanked")


@dataclass(frozen=True, slots=True, eq=False)
class Summary(Result):
    """The search on a day, in counts of people and three rates.

    Every count is None where no column tells it; ``missing`` says which one would.

    Attributes
    ----------
    as_of, within
        The date at which we look, and the window in days.
    people, organizations
        Distinct ones in the tracker.
    asked, answered, yes, no, bounced, other, withdrawn, waiting, silent
        People, by what became of their ask: ``answered = yes + no + other`` and
        ``asked = answered + bounced + withdrawn + waiting + silent``.
    met, thanked
        People met and thanked, whether asked or not.
    response_rate, yes_rate, yes_no_ratio
        The rates, each with its interval or its reason.
    missing
        For each count that is None, why.
    """

    as_of: date
    within: int
    people: int
    organizations: int | None
    asked: int | None
    answered: int | None
    yes: int | None
    no: int | None
    bounced: int | None
    other: int | None
    withdrawn: int | None
    waiting: int | None
    silent: int | None
    met: int | None
    thanked: int | None
    response_rate: Rate
    yes_rate: Rate
    yes_no_ratio: YesNoRatio
    missing: dict[str, str]

    def to_frame(self) -> pd.DataFrame:
        """Give one row a count."""
        names = ["people", *_TELLS]
        counts = pd.array([getattr(self, name) for name in names], dtype="Int64")
        reasons = [self.missing.get(name, "") for name in names]
        return pd.DataFrame({"count_of": names, "people": counts, "reason": reasons})

    def to_dict(self) -> dict[str, Any]:
        """Give all counts and rates as plain values."""
        counts = {name: getattr(self, name) for name in ("people", *_TELLS)}
        return {
            "as_of": self.as_of.isoformat(),
            **counts,
            "response_rate": self.response_rate.to_dict(),
            "yes_rate": self.yes_rate.to_dict(),
            "yes_no_ratio": self.yes_no_ratio.to_dict(),
            "within_days": self.within,
            "missing": dict(self.missing),
        }

    def __str__(self) -> str:
        people = counted(self.people, "person", "people")
        where = "" if self.organizations is None else f" at {counted(self.organizations, 'organization')}"
        if self.asked is None:
            are = "is" if self.people == 1 else "are"
            return f"By {self.as_of} there {are} {people}{where}; {self.missing['asked']}."
        ends = {} if self.answered is None or self.yes is not None else {"answered": "answered"}
        ends |= {
            "yes": "said yes",
            "no": "said no",
            "other": "answered otherwise",
            "bounced": "bounced",
            "withdrawn": "called off",
            "waiting": f"waiting for up to {counted(self.within, 'day')}",
            "silent": "silent for longer",
        }
        parts = [self._listed(ends), self._listed({"met": "met", "thanked": "thanked"})]
        came = "; ".join(part for part in parts if part) or "what came of it no column tells"
        have = "has" if self.asked == 1 else "have"
        return f"By {self.as_of}, {self.asked:,} of {people}{where} {have} been asked: {came}."

    def _listed(self, words: dict[str, str]) -> str:
        known = {name: getattr(self, name) for name in words}
        return ", ".join(f"{known[name]:,} {word}" for name, word in words.items() if known[name] is not None)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the funnel: its name, its people (None where no column tells), and why not."""

    name: str
    count: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Funnel(Result):
    """How many people came how far, from asked to thanked.

    Attributes
    ----------
    steps
        Asked, answered, yes, met and thanked, each with its count.
    as_of, within
        The date at which we look, and the window in days.
    """

    steps: tuple[Step, ...]
    as_of: date
    within: int

    def to_frame(self) -> pd.DataFrame:
        """Give one row a step."""
        counts = pd.array([step.count for step in self.steps], dtype="Int64")
        names, reasons = [step.name for step in self.steps], [step.reason for step in self.steps]
        return pd.DataFrame({"step": names, "people": counts, "reason": reasons})

    def to_dict(self) -> dict[str, Any]:
        """Give each step's count, or its reason."""
        steps = {
            step.name: {"reason": step.reason} if step.count is None else step.count for step in self.steps
        }
        return {"as_of": self.as_of.isoformat(), "steps": steps}

    def __str__(self) -> str:
        parts = [
            f"{step.name} {'unknown' if step.count is None else f'{step.count:,}'}" for step in self.steps
        ]
        reasons = "; ".join(dict.fromkeys(step.reason for step in self.steps if step.reason))
        return f"People by {self.as_of}: {' → '.join(parts)}{f' ({reasons})' if reasons else ''}."


def summary(contacts: pd.DataFrame, *, as_of: date, within: int = 28) -> Summary:
    """Count people by what has become of their ask, and estimate the rates.

    Parameters
    ----------
    contacts
        One row a person, with any of our columns.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The window in days: how long an ask waits, and for which the rates are given.

    Returns
    -------
    Summary
        Counts, rates, and what is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> from datetime import date
    >>> contacts = pd.DataFrame({"name": ["Ada", "Bo", "Cy"], "response": ["yes", "no", None]})
    >>> result = summary(contacts, as_of=date(2026, 11, 20))
    >>> result.people, result.yes, result.no, result.met
    (3, 1, 1, None)
    >>> result.missing["met"]
    'there is no met_on column'
    """
    table = asks(contacts, as_of=as_of, within=within)
    return summary_of(table, organizations_of(table))


def summary_of(table: Asks, organizations: int) -> Summary:
    """Count like :func:`summary` the people of a table of asks, who belong to so many organizations."""
    sample = sample_of(table)
    counts, missing = _counts(table, organizations)
    return Summary(
        as_of=table.as_of,
        within=table.within,
        people=len(table),
        response_rate=rate_of(sample, Outcome.ANSWER),
        yes_rate=rate_of(sample, Outcome.YES),
        yes_no_ratio=ratio_of(table, sample),
        missing=missing,
        **counts,
    )


def funnel(contacts: pd.DataFrame, *, as_of: date, within: int = 28) -> Funnel:
    """Count how many people were asked, answered, said yes, were met and thanked.

    Parameters
    ----------
    contacts
        One row a person, with any of our columns.
    as_of
        The date at which we look; facts after it do not exist.
    within
        The days that an ask may wait.

    Returns
    -------
    Funnel
        The steps with their counts.
    """
    table = asks(contacts, as_of=as_of, within=within)
    counts, missing = _counts(table, organizations_of(table))
    return _funnel(counts, missing, table)


def funnel_of(counted: Summary) -> Funnel:
    """Take the steps of the funnel from a summary that is already counted."""
    return _funnel({name: getattr(counted, name) for name in STEPS}, counted.missing, counted)


def _funnel(counts: Mapping[str, int | None], missing: Mapping[str, str], known: Asks | Summary) -> Funnel:
    steps = tuple(Step(name, counts[name], missing.get(name, "")) for name in STEPS)
    return Funnel(steps, known.as_of, known.within)


def organizations_of(table: Asks) -> int:
    """Count the different organizations in a table of asks."""
    return int(numbered(codes_of(table.cells.organizations)[1]).max()) + 1


def _counts(table: Asks, organizations: int) -> tuple[dict[str, int | None], dict[str, str]]:
    """Count everything; None, with the reason, where no column tells."""
    found: dict[str, int] = {
        "organizations": organizations,
        "asked": int(table.asked.sum()),
        "answered": int(table.answered.sum()),
        "met": int(table.met.sum()),
        "thanked": int(table.thanked.sum()),
    } | {name: table.count(state) for name, state in _STATES.items()}
    missing = {
        name: f"there is no {fields[0]} column"
        for name, fields in _TELLS.items()
        if table.fields.isdisjoint(fields)
    }
    return {name: None if name in missing else found[name] for name in _TELLS}, missing
