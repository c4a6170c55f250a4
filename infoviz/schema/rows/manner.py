"""The manner in which a column is kept: how its dates, its yes and no and its words are written."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from infoviz.grid import Column, Kind
from infoviz.schema.rows.records import Mask
from infoviz.schema.values.datetext import Order
from infoviz.schema.values.yesno import NO, YES, yes_or_no
from infoviz.schema.words import says_nothing

MANY = 30  # more different words than that are no vocabulary


class Manner(NamedTuple):
    """How a column's cells are written.

    Attributes
    ----------
    letter
        The column's letters.
    kind
        What most of its filled cells hold; TEXT where it has none.
    order
        The order of day, month and year of its dates in text, None where nothing proves one.
    sample
        A text that holds a date, as an example of how dates are typed; None where dates are cells or there are none.
    yes, no
        How yes and no are spelled there (``"Y"``, ``"✓"``, True); None where they do not occur.
    vocabulary
        The words that occur, the most frequent first; empty where they are too many to be one.
    """

    letter: str
    kind: Kind
    order: Order | None
    sample: str | None
    yes: str | bool | int | None
    no: str | bool | int | None
    vocabulary: tuple[str, ...]


def manner_of(column: Column, among: Mask, order: Order | None = None) -> Manner:
    """Look at how a column's cells are written.

    Parameters
    ----------
    column
        The column.
    among
        The positions to look at, shape ``(rows,)``.
    order
        The order that its dates were found to have.
    """
    kinds = column.kinds[among]
    counts = np.bincount(kinds[kinds != Kind.BLANK], minlength=len(Kind))
    kind = Kind(int(counts.argmax())) if counts.any() else Kind.TEXT
    texts = pd.Series(column.texts[among & (column.kinds == Kind.TEXT)], dtype="object").value_counts()
    words = [str(text) for text in texts.index if not says_nothing(str(text))]
    yes = next((word for word in words if yes_or_no(word) == YES), None)
    no = next((word for word in words if yes_or_no(word) == NO), None)
    boolean, number = (
        counts[Kind.BOOLEAN] > 0,
        set(column.numbers[among & (column.kinds == Kind.NUMBER)].tolist()),
    )
    ticks: tuple[str | bool | int | None, str | bool | int | None] = (yes, no)
    if yes is None and no is None:
        ticks = (True, False) if boolean else (1, 0) if number and number <= {0.0, 1.0} else (None, None)
    dated = next((word for word in words if any(mark.isdigit() for mark in word)), None)
    return Manner(column.letter, kind, order, dated, *ticks, tuple(words) if len(words) <= MANY else ())
