"""The rules of the practice, as its teachers give them: every default that a person may change, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """What to hold oneself to.

    Attributes
    ----------
    window_days
        Days after which an unanswered ask is silent.
    nudge_days, nudges
        Days after which to ask again, and how often.
    thank_days
        Days within which to say thanks.
    lead_weeks
        Weeks ahead to ask for an interview.
    minutes, minutes_most
        Minutes to ask for, and the most an interview should take.
    goal
        Interviews a week.
    noes_per_yes
        Noes to expect for every yes.
    cadence_days
        Days after which to be in touch again.
    session_days, session_minutes
        How often to sit down to keep in touch, and for how long.

    Examples
    --------
    >>> Rules(goal=2).thank_days
    2
    """

    window_days: int = 28
    nudge_days: int = 10
    nudges: int = 1
    thank_days: int = 2
    lead_weeks: int = 3
    minutes: int = 20
    minutes_most: int = 30
    goal: int = 1
    noes_per_yes: int = 10
    cadence_days: int = 90
    session_days: int = 14
    session_minutes: int = 60


PRACTICE = Rules()
