"""Regular expressions that are compiled when they are first used, so that a program starts sooner."""

import re
from typing import Any, cast


class _Late:
    def __init__(self, text: str, flags: re.RegexFlag) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)  # from now on without coming here
        return found


def expression(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    r"""Give a regular expression as :func:`re.compile` does, compiled when its first method is called.

    Examples
    --------
    >>> expression(r"\d+").findall("9 of 12")
    ['9', '12']
    """
    return cast("re.Pattern[str]", _Late(text, flags))
