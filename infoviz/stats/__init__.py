"""Statistics of a tracker: pure functions from frames to small frozen results that keep their counts.

``__init__.pyi`` names what is public and where it lives; each name is fetched when it is first used.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
