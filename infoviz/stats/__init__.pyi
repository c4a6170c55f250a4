from .asking.forecast import AsksNeeded, asks_needed
from .asking.groups import Comparison, Difference, Group, compare, comparisons
from .asking.rate import GroupedRates, Method, Outcome, Rate, YesNoRatio
from .asking.rates import response_rate, yes_no_ratio, yes_rate
from .asking.summary import Funnel, Summary, funnel, summary
from .asking.timing import Quantile, TimeToResponse, time_to_response
from .estimates.incidence import CumulativeIncidence, cumulative_incidence
from .estimates.proportion import garwood, jeffreys, newcombe, wilson
from .estimates.survival import KaplanMeier, kaplan_meier
from .facts.asks import Asks, State, asks
from .facts.doubts import Doubt, ask_problems
from .gathering import Statistics, statistics
from .people.growth import NetworkGrowth, network_growth
from .people.introductions import Introductions, introductions
from .people.reproduction import Reproduction
from .result import Result
from .verdicts import Claim, Claims, Verdict, claims
from .weekly.activity import Activity, activity
from .weekly.pace import Pace, pace
from .weekly.weeks import WeeklyProgress, weekly_progress

__all__ = [
    "Activity",
    "Asks",
    "AsksNeeded",
    "Claim",
    "Claims",
    "Comparison",
    "CumulativeIncidence",
    "Difference",
    "Doubt",
    "Funnel",
    "Group",
    "GroupedRates",
    "Introductions",
    "KaplanMeier",
    "Method",
    "NetworkGrowth",
    "Outcome",
    "Pace",
    "Quantile",
    "Rate",
    "Reproduction",
    "Result",
    "State",
    "Statistics",
    "Summary",
    "TimeToResponse",
    "Verdict",
    "WeeklyProgress",
    "YesNoRatio",
    "activity",
    "ask_problems",
    "asks",
    "asks_needed",
    "claims",
    "compare",
    "comparisons",
    "cumulative_incidence",
    "funnel",
    "garwood",
    "introductions",
    "jeffreys",
    "kaplan_meier",
    "network_growth",
    "newcombe",
    "pace",
    "response_rate",
    "statistics",
    "summary",
    "time_to_response",
    "weekly_progress",
    "wilson",
    "yes_no_ratio",
    "yes_rate",
]
