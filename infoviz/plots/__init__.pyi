from .activity import plot_activity
from .forecast import plot_asks_needed
from .funnel import plot_funnel
from .groups import plot_groups
from .growth import plot_network_growth, plot_new_contacts
from .incidence import plot_incidence
from .introductions import plot_introductions
from .pace import plot_pace
from .rates import plot_response_rate
from .timing import plot_time_to_response
from .weeks import plot_weekly_progress

__all__ = [
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
]
