from .asks import Asks, State
from .doubts import Doubt, ask_problems
from .incidence import CumulativeIncidence, KaplanMeier, cumulative_incidence, kaplan_meier
from .proportion import garwood, jeffreys, newcombe, wilson
from .rate import GroupedRates, Method, Outcome, Rate, YesNoRatio
from .rates import response_rate, yes_no_ratio, yes_rate
from .result import Result
from .summary import Funnel, Summary, funnel

__all__ = [
    "Asks",
    "CumulativeIncidence",
    "Doubt",
    "Funnel",
    "GroupedRates",
    "KaplanMeier",
    "Method",
    "Outcome",
    "Rate",
    "Result",
    "State",
    "Summary",
    "YesNoRatio",
    "ask_problems",
    "cumulative_incidence",
    "funnel",
    "garwood",
    "jeffreys",
    "kaplan_meier",
    "newcombe",
    "response_rate",
    "wilson",
    "yes_no_ratio",
    "yes_rate",
]
