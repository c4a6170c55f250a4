"""infoviz: your informational interviews, from your own spreadsheet, honestly counted.

Importing it loads neither pandas nor matplotlib: ``__init__.pyi`` names what is public and where it
lives, and each name is fetched when it is first used.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
