from . import plots, stats, workbook
from .errors import InfovizError
from .plots.activity import plot_activity
from .plots.forecast import plot_asks_needed
from .plots.funnel import plot_funnel
from .plots.groups import plot_groups
from .plots.growth import plot_network_growth, plot_new_contacts
from .plots.incidence import plot_incidence
from .plots.introductions import plot_introductions
from .plots.pace import plot_pace
from .plots.rates import plot_response_rate
from .plots.timing import plot_time_to_response
from .plots.weeks import plot_weekly_progress
from .reporting.compose import report
from .serving.chosen import chosen_tracker
from .stats.asking.forecast import asks_needed
from .stats.asking.groups import compare, comparisons
from .stats.asking.rates import response_rate, yes_no_ratio, yes_rate
from .stats.asking.summary import funnel, summary
from .stats.asking.timing import time_to_response
from .stats.facts.doubts import ask_problems
from .stats.gathering import statistics
from .stats.people.growth import network_growth
from .stats.people.introductions import introductions
from .stats.verdicts import claims
from .stats.weekly.activity import activity
from .stats.weekly.pace import pace
from .stats.weekly.weeks import weekly_progress
from .tracker import Tracker, load, new
from .widgets.editor import edit
from .widgets.explorer import explore
from .widgets.picture import chart
from .widgets.understanding import understand
from .widgets.week import week
from .workbook.saving.save import restore

__all__ = [
    "InfovizError",
    "Tracker",
    "activity",
    "ask_problems",
    "asks_needed",
    "chart",
    "chosen_tracker",
    "claims",
    "compare",
    "comparisons",
    "edit",
    "explore",
    "funnel",
    "introductions",
    "load",
    "network_growth",
    "new",
    "pace",
    "plot_activity",
    "plot_asks_needed",
    "plot_funnel",
    "plot_groups",
    "plot_incidence",
    "plot_introductions",
    "plot_network_growth",
    "plot_new_contacts",
    "plot_pace",
    "plot_response_rate",
    "plot_time_to_response",
    "plot_weekly_progress",
    "plots",
    "report",
    "response_rate",
    "restore",
    "statistics",
    "stats",
    "summary",
    "time_to_response",
    "understand",
    "week",
    "weekly_progress",
    "workbook",
    "yes_no_ratio",
    "yes_rate",
]
