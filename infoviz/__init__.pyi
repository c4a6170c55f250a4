from . import plots, stats, workbook
from .errors import InfovizError
from .plots.activity import plot_activity
from .plots.funnel import plot_funnel
from .plots.growth import plot_network_growth
from .plots.rates import plot_response_rate
from .plots.weeks import plot_weekly_progress
from .reporting.compose import report
from .stats.activity import activity
from .stats.forecast import asks_needed
from .stats.growth import network_growth
from .stats.introductions import introductions
from .stats.pace import pace
from .stats.rates import response_rate, yes_no_ratio, yes_rate
from .stats.summary import funnel, summary
from .stats.timing import time_to_response
from .stats.weeks import weekly_progress
from .tracker import Tracker, load, new

__all__ = [
    "InfovizError",
    "Tracker",
    "activity",
    "asks_needed",
    "funnel",
    "introductions",
    "load",
    "network_growth",
    "new",
    "pace",
    "plot_activity",
    "plot_funnel",
    "plot_network_growth",
    "plot_response_rate",
    "plot_weekly_progress",
    "plots",
    "report",
    "response_rate",
    "stats",
    "summary",
    "time_to_response",
    "weekly_progress",
    "workbook",
    "yes_no_ratio",
    "yes_rate",
]
