"""What every result of a statistic can do: print, show and export itself."""

from abc import ABC, abstractmethod
from html import escape
from typing import Any

import pandas as pd

from infoviz.stats.wording import rounded


class Result(ABC):
    """A frozen result that keeps the counts behind its numbers.

    A child is a frozen dataclass that says :meth:`to_frame`, :meth:`to_dict` and ``__str__`` (one honest line);
    the notebook's table follows from these.
    """

    __slots__ = ()

    @abstractmethod
    def to_frame(self) -> pd.DataFrame:
        """Give the result as a table, full precision."""

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """Give the result as plain, JSON-ready values."""

    @abstractmethod
    def __str__(self) -> str:
        """One line a layperson understands."""

    def _repr_html_(self) -> str:
        table = self.to_frame().to_html(escape=True, border=0, index=False, na_rep="", float_format=_shown)
        return f"<p>{escape(str(self))}</p>{table}"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: FBT001  IPython's own protocol
        printer.text(str(self))


def _shown(number: float) -> str:
    """Write a number for the eye; the frame keeps the digits that nobody can stand on."""
    return f"{number:,.0f}" if number == round(number) else rounded(number)
