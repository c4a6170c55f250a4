from .asks import Asks, State, asks
from .incidence import CumulativeIncidence, KaplanMeier, cumulative_incidence, kaplan_meier
from .proportion import garwood, jeffreys, newcombe, wilson
from .rate import GroupedRates, Method, Outcome, Rate, YesNoRatio
from .rates import response_rate, yes_no_ratio, yes_rate
from .result import Result
from .summary import Funnel, Summary, funnel, summary

__all__ = [
    "Asks",
    "CumulativeIncidence",
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
    "asks",
    "cumulative_incidence",
    "funnel",
    "garwood",
    "jeffreys",
    "kaplan_meier",
    "newcombe",
    "response_rate",
    "summary",
    "wilson",
    "yes_no_ratio",
    "yes_rate",
]
