"""infoviz: your informational interviews, from your own spreadsheet, honestly counted.

Importing it loads neither pandas nor matplotlib; each name is fetched when it is first used.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submodules=["plots", "stats", "workbook"],
    submod_attrs={
        "errors": ["InfovizError"],
        "tracker": ["Tracker", "load", "new"],
        "stats.activity": ["activity"],
        "stats.forecast": ["asks_needed"],
        "stats.growth": ["network_growth"],
        "stats.introductions": ["introductions"],
        "stats.pace": ["pace"],
        "stats.rates": ["response_rate", "yes_no_ratio", "yes_rate"],
        "stats.summary": ["funnel", "summary"],
        "stats.timing": ["time_to_response"],
        "stats.weeks": ["weekly_progress"],
        "plots.activity": ["plot_activity"],
        "plots.funnel": ["plot_funnel"],
        "plots.growth": ["plot_network_growth"],
        "plots.rates": ["plot_response_rate"],
        "plots.weeks": ["plot_weekly_progress"],
        "reporting": ["report"],
    },
)
