"""The pace of interviews: completed weeks against the goal, streaks, and how this week may end."""

from dataclasses import dataclass
from datetime import date
from math import exp, lgamma, log
from typing import Any

import pandas as pd

from infoviz.schema.fields import Field
from infoviz.stats.estimates.proportion import garwood
from infoviz.stats.result import Result
from infoviz.stats.weekly.weeks import WeeklyProgress, weekly_progress
from infoviz.stats.wording import counted, supported


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """How the week of ``as_of`` stands.

    Attributes
    ----------
    week
        Its label.
    met
        Interviews held so far.
    days_left
        Days that are still to come, from tomorrow to Sunday.
    chance
        Probability to make the goal; None where no week is over that could tell the pace.
    """

    week: str
    met: int
    days_left: int
    chance: float | None


@dataclass(frozen=True, slots=True)
class Pace(Result):
    """Interviews a week, over the completed weeks.

    Attributes
    ----------
    weeks
        How many weeks are completed, from that of the first event on.
    interviews
        Interviews held in them.
    estimate
        Interviews a week; None where not computable.
    low, high
        Limits of the 95 % interval, exact for a Poisson count; None where not computable.
    goal
        Interviews wanted a week.
    made
        Completed weeks that made the goal.
    streak
        Weeks in a row, up to now, that made the goal; a week that is not over adds to it and never breaks it.
    longest
        The longest such row.
    this_week
        How the current week stands; None where interviews are not known.
    as_of
        The day at which we look.
    reason
        Why there is no estimate; None where there is one.
    """

    weeks: int
    interviews: int
    estimate: float | None
    low: float | None
    high: float | None
    goal: int
    made: int
    streak: int
    longest: int
    this_week: ThisWeek | None
    as_of: date
    reason: str | None = None

    def to_frame(self) -> pd.DataFrame:
        """Give one row with every number."""
        return pd.json_normalize(self.to_dict(), sep="_")

    def to_dict(self) -> dict[str, Any]:
        """Give plain values: the pace or the reason, the streaks and the current week."""
        counts: dict[str, Any] = {
            "as_of": self.as_of.isoformat(),
            "goal": self.goal,
            "weeks": self.weeks,
            "interviews": self.interviews,
        }
        if self.reason is not None:
            return counts | {"reason": self.reason}
        now = self.this_week
        return counts | {
            "estimate": self.estimate,
            "low": self.low,
            "high": self.high,
            "made": self.made,
            "streak": self.streak,
            "longest": self.longest,
            "this_week": now
            and {"week": now.week, "met": now.met, "days_left": now.days_left, "chance": now.chance},
        }

    def __str__(self) -> str:
        if self.estimate is None or self.low is None or self.high is None or self.this_week is None:
            current = f"; {self._current()}" if self.this_week is not None else ""
            return f"Interviews a week by {self.as_of}: not known, {self.reason}{current}."
        number, low, high = supported(self.estimate, self.low, self.high)
        return (
            f"Over {counted(self.weeks, 'completed week')} to {self.as_of} you held "
            f"{counted(self.interviews, 'interview')}, {number} a week "
            f"(95 % interval {low} to {high}); {self.made} of {self.weeks} made the goal "
            f"of {self.goal} ({self._streaks()}); {self._current()}."
        )

    def _streaks(self) -> str:
        if not self.longest:
            return "none yet"
        made = self.this_week is not None and self.this_week.met >= self.goal
        now = "none now" if not self.streak else f"{self.streak} now"
        return f"weeks in a row{', this one included' if made else ''}: {now}, {self.longest} at best"

    def _current(self) -> str:
        now = self.this_week
        if now is None:
            return ""
        said = f"this week {now.met} of {self.goal}, {counted(now.days_left, 'day')} left"
        if now.chance is None or now.met >= self.goal:
            return said
        share = min(max(round(now.chance * 20) * 5, 5), 95)
        about = "under" if now.chance < 0.025 else "over" if now.chance > 0.975 else "about"
        return f"{said} (chance to make it {about} {share} %)"


def pace(contacts: pd.DataFrame, events: pd.DataFrame | None = None, *, as_of: date, goal: int = 1) -> Pace:
    """Hold the interviews of each completed week against the goal.

    Parameters
    ----------
    contacts
        One row a person; any of our columns, however few.
    events
        The paper trail; where it is missing or empty, the date columns of ``contacts`` speak.
    as_of
        The day at which we look; later facts do not exist.
    goal
        Interviews wanted a week.

    Notes
    -----
    The limits are Garwood's for a Poisson count. The chance to make this week's goal is a gamma-Poisson
    prediction: the completed weeks under Jeffreys' prior, Gamma(1/2, 0), for the days still to come.

    Examples
    --------
    >>> from datetime import date
    >>> import pandas as pd
    >>> days = ["2026-10-27", "2026-11-04", "2026-11-11"]
    >>> result = pace(pd.DataFrame({"name": ["Ana", "Ben", "Cleo"], "met_on": days}), as_of=date(2026, 11, 18))
    >>> result.weeks, result.estimate, result.streak, result.this_week.days_left
    (3, 1.0, 3, 4)
    """
    return pace_of(weekly_progress(contacts, events, as_of=as_of, goal=goal))


def pace_of(progress: WeeklyProgress) -> Pace:
    """Give the pace of weeks already counted."""
    completed, goal, reason = progress.completed, progress.goal, _why_unknown(progress)
    interviews = sum(week.met for week in completed)
    known = reason is None and bool(progress.weeks)
    if reason is None and not completed:
        reason = "no week is over yet"
    estimate = low = high = None
    if reason is None:
        limits = garwood(interviews)
        estimate, low, high = (
            interviews / len(completed),
            limits[0] / len(completed),
            limits[1] / len(completed),
        )
    made = [week.met >= goal for week in progress.weeks if week.complete or week.met >= goal]
    return Pace(
        weeks=len(completed),
        interviews=interviews,
        estimate=estimate,
        low=low,
        high=high,
        goal=goal,
        made=sum(week.met >= goal for week in completed),
        streak=_runs(made)[-1],
        longest=max(_runs(made)),
        this_week=_this_week(progress, interviews, len(completed)) if known else None,
        as_of=progress.as_of,
        reason=reason,
    )


def chance_of(wanted: int, weeks_ahead: float, *, counted_so_far: int, weeks_so_far: int) -> float:
    """Probability that at least so many events happen in the weeks ahead, at the pace of those before.

    A negative binomial probability: the rate is Gamma(1/2 + count, weeks) distributed, the count Poisson.

    Parameters
    ----------
    wanted, weeks_ahead
        How many events are wanted, in how many weeks (a part of one is fine).
    counted_so_far, weeks_so_far
        How many there have been, in how many weeks (at least one).

    Examples
    --------
    >>> f"{chance_of(1, 4 / 7, counted_so_far=12, weeks_so_far=12):.3f}"
    '0.441'
    """
    if wanted <= 0:
        return 1.0
    if weeks_ahead <= 0:
        return 0.0
    shape = counted_so_far + 0.5
    share = log(weeks_ahead / (weeks_so_far + weeks_ahead))
    rest = log(weeks_so_far / (weeks_so_far + weeks_ahead))
    fewer = sum(
        exp(lgamma(shape + k) - lgamma(shape) - lgamma(k + 1) + shape * rest + k * share)
        for k in range(wanted)
    )
    return max(0.0, 1 - fewer)


def _this_week(progress: WeeklyProgress, interviews: int, completed: int) -> ThisWeek:
    week = progress.weeks[-1]
    days_left = 7 - progress.as_of.isoweekday()
    chance = None
    if completed or week.met >= progress.goal:
        wanted = progress.goal - week.met
        chance = chance_of(wanted, days_left / 7, counted_so_far=interviews, weeks_so_far=completed)
    return ThisWeek(week.week, week.met, days_left, chance)


def _runs(made: list[bool]) -> list[int]:
    """Length of the run of made weeks that ends with each week, after a first 0."""
    runs = [0]
    for week in made:
        runs.append(runs[-1] + 1 if week else 0)
    return runs


def _why_unknown(progress: WeeklyProgress) -> str | None:
    """Say why the interviews are not known, where they are not."""
    if progress.reason is not None:
        return progress.reason
    if any(week.met for week in progress.weeks):
        return None
    if progress.undated.met:
        return f"{counted(progress.undated.met, 'interview')} without a date and none with one"
    return f"there is no {Field.MET_ON} column" if Field.MET_ON in progress.missing else None
