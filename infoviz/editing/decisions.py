"""What the person decides where another program has changed a cell that was edited here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from infoviz.editing.meeting import same_value
from infoviz.errors import UnknownDecision
from infoviz.grid import Value

Place = tuple[str, str]
"""A sheet and a cell."""

Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Whose value is to stand in which cell.

    A decision holds for what the person was shown: where the other program has changed the cell once more, it is none.

    Attributes
    ----------
    sides
        Whose value, by the sheet and the cell of a conflict.
    shown
        What the other program had put into a cell when the conflict was shown.

    Raises
    ------
    UnknownDecision
        It is neither ours nor theirs.

    Examples
    --------
    >>> decisions = Decisions({("People", "B7"): "ours"}, {("People", "B7"): "Globex"})
    >>> decisions.side("People", "B7", "Globex"), decisions.side("People", "B7", "Initech")
    ('ours', None)
    """

    sides: Mapping[Place, Side] = field(default_factory=dict)
    shown: Mapping[Place, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for (sheet, cell), side in self.sides.items():
            if side not in ("ours", "theirs"):
                raise UnknownDecision(sheet, cell, side)

    def side(self, sheet: str, cell: str, theirs: Value) -> Side | None:
        """Say whose value is to stand in a cell into which the other program has put a value; None where it is open."""
        place = sheet, cell
        return self.sides.get(place) if same_value(self.shown.get(place, theirs), theirs) else None
