"""How one column was understood."""

from typing import NamedTuple

from infoviz.schema.fields import Field

FIRST, LAST, DAY, EVENT, DETAIL = "first_name", "last_name", "date", "event", "detail"
FIELDS = tuple(str(field) for field in Field)

ACCEPTED = 0.6
"""The confidence below which a column stays unmapped: a wrong guess is worse than none."""


class Match(NamedTuple):
    """How one column was understood.

    Attributes
    ----------
    letter
        The column's letters.
    header
        Its header as it reads in the sheet, blanks collapsed.
    fields
        The fields it feeds: none where it was not understood, two where its cells hold two things.
    part
        ``"first_name"`` or ``"last_name"`` where the cells hold part of a name; a field of dates, such as
        ``"nudged_on"``, where they tell of it again; ``"date"``, ``"event"`` or ``"detail"`` where a row is an action.
    confidence
        From 0 to 1; at least :data:`ACCEPTED` where it feeds a field.
    reason
        Why, in words.
    """

    letter: str
    header: str
    fields: tuple[str, ...] = ()
    part: str = ""
    confidence: float = 0.0
    reason: str = ""
