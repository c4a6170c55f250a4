"""How this week stands against the goal, and how the weeks before it went."""

from datetime import date

import ipywidgets as W  # noqa: N812

from infoviz.plots.pace import plot_pace
from infoviz.plots.weeks import move_weekly_progress, plot_weekly_progress
from infoviz.stats.weekly.pace import Pace, pace
from infoviz.stats.weekly.weeks import WeeklyProgress, weekly_progress
from infoviz.stats.wording import counted
from infoviz.tracker import Tracker
from infoviz.widgets.chart import Chart
from infoviz.widgets.view import View, counts, row, sentence, today

MOST_A_WEEK = 99


class WeekView(View):
    """How this week stands against the goal, and how the weeks before it went.

    Attributes
    ----------
    goal
        The input for the interviews wanted a week.
    weekly, pace
        The results on show.
    """

    def __init__(self, tracker: Tracker, *, as_of: date, goal: int = 1) -> None:
        self.tracker, self.as_of = tracker, as_of
        self.goal = W.BoundedIntText(
            value=goal,
            min=1,
            max=MOST_A_WEEK,
            description="Interviews a week I aim for",
            style={"description_width": "initial"},
            layout=W.Layout(width="auto"),
        )
        self.headline, self.numbers = W.HTML(), W.HTML()
        self.weeks: Chart[WeeklyProgress] = Chart(plot_weekly_progress, move_weekly_progress, name="week")
        self.paces: Chart[Pace] = Chart(plot_pace, name="pace", height=2.2)
        super().__init__()
        self.arrange(row(self.goal), self.status, self.headline, self.numbers, self.weeks, self.paces)
        self.on_change(self.goal, self._aim)
        self.follow(tracker, self.update)
        self.update()

    def update(self) -> None:
        """Show this week and the ones before it as they are now."""
        frames, goal = (self.tracker.contacts, self.tracker.events), self.goal.value
        self.weekly = weekly_progress(*frames, as_of=self.as_of, goal=goal)
        self.pace = pace(*frames, as_of=self.as_of, goal=goal)
        self.headline.value = sentence(self._now(), style="infoviz-headline")
        if self.weekly.weeks:
            now, unknown = self.weekly.weeks[-1], self.weekly.unknown
            told = {
                "asked": "asked this week", "responded": "answered", "yes": "said yes",
                "met": "met", "thanked": "thanked", "people": "new people",
            }  # fmt: skip
            self.numbers.value = counts(
                *((None if name in unknown else getattr(now, name), words) for name, words in told.items())
            )
        self.weeks.show(self.weekly)
        self.paces.show(self.pace)

    def _aim(self) -> None:
        self.weeks.forget()
        self.update()

    def _now(self) -> str:
        """Say in a sentence how this week stands."""
        now, goal = self.pace.this_week, self.goal.value
        if now is None:
            return str(self.pace)
        left = "it ends today" if now.days_left == 0 else f"{counted(now.days_left, 'day')} left"
        text = f"This week ({now.week}) you have met {now.met} of {goal}; {left}."
        if now.met >= goal:
            return f"{text} The goal is made."
        if now.chance is None:
            return text
        return f"{text} At your pace the chance to make it is about {round(now.chance * 20) * 5} %."


def week(tracker: Tracker, *, as_of: date | None = None, goal: int = 1) -> WeekView:
    """See this week against the goal, in a notebook.

    Parameters
    ----------
    tracker
        The open tracker, edits that are not saved included.
    as_of
        The day at which we look; today if not given.
    goal
        Interviews wanted a week.

    Returns
    -------
    WeekView
        A widget: the last line of a notebook's cell shows it.
    """
    return WeekView(tracker, as_of=as_of or today(), goal=goal)
