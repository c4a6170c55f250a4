from .activity import Activity
from .asks import Asks, State
from .claims import Claim, Claims, Verdict
from .doubts import Doubt, ask_problems
from .forecast import AsksNeeded, asks_needed
from .groups import Comparison, Difference, Group, compare, comparisons
from .growth import NetworkGrowth, network_growth
from .incidence import CumulativeIncidence, cumulative_incidence
from .introductions import Introductions
from .pace import Pace
from .proportion import garwood, jeffreys, newcombe, wilson
from .rate import GroupedRates, Method, Outcome, Rate, YesNoRatio
from .rates import response_rate, yes_no_ratio, yes_rate
from .reproduction import Reproduction
from .result import Result
from .summary import Funnel, Summary, funnel
from .survival import KaplanMeier, kaplan_meier
from .timing import Quantile, TimeToResponse, time_to_response
from .weeks import WeeklyProgress, weekly_progress

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
    "Summary",
    "TimeToResponse",
    "Verdict",
    "WeeklyProgress",
    "YesNoRatio",
    "ask_problems",
    "asks_needed",
    "compare",
    "comparisons",
    "cumulative_incidence",
    "funnel",
    "garwood",
    "jeffreys",
    "kaplan_meier",
    "network_growth",
    "newcombe",
    "response_rate",
    "time_to_response",
    "weekly_progress",
    "wilson",
    "yes_no_ratio",
    "yes_rate",
]
