"""A tracker at a date: as text, as a page, as drawings."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "progress": ["Progress"],
        "compose": ["STEPS", "Report", "report"],
        "text": ["check_text", "network_text", "summary_text", "weekly_text"],
    },
)
