"""Which groups the people of a tracker fall into, by any column of theirs."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.asks import Asks
from infoviz.stats.columns import texts

NOT_GIVEN = "not given"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NEEDS = {"warmth": "referred_by", "weekday": "contacted_on"}


def lacking(contacts: pd.DataFrame, by: str) -> str:
    """Name the column that a grouping needs and the frame lacks, ``""`` where nothing is lacking."""
    needed = _NEEDS.get(by, by)
    return "" if needed in contacts.columns else needed


def grouped(contacts: pd.DataFrame, table: Asks, by: str) -> Iterator[tuple[str, npt.NDArray[np.bool_]]]:
    """Go through the groups of the people asked, as a name and a mask over the people.

    Parameters
    ----------
    contacts
        The frame from which the table of asks was made.
    table
        Its asks.
    by
        A column, or ``"warmth"`` (introduced by somebody, or cold) or ``"weekday"`` (of the ask). A person
        belongs to each of their ``tags`` (parted by commas or semicolons), so these groups overlap.
    """
    members = _members(contacts, table, by)
    masks: dict[str, npt.NDArray[np.bool_]] = {}
    labels: dict[str, str] = {}
    for person in np.flatnonzero(table.asked):
        for label in members[person]:
            key = label.casefold()  # "E-mail" and "e-mail" are one channel, under the spelling seen first
            if key not in masks:
                masks[key] = np.zeros(len(table), dtype=bool)
                labels[key] = label
            masks[key][person] = True
    for key, mask in sorted(masks.items()):
        yield labels[key], mask


def _members(contacts: pd.DataFrame, table: Asks, by: str) -> list[tuple[str, ...]]:
    if by == "weekday":
        days = table.contacted.astype(np.int64) + 3
        known = ~np.isnat(table.contacted)
        return [
            (WEEKDAYS[day % 7],) if dated else (NOT_GIVEN,) for day, dated in zip(days, known, strict=True)
        ]
    given = texts(contacts, _NEEDS.get(by, by))[table.position]
    if by == "warmth":
        return [("introduced",) if text else ("cold",) for text in given]
    if by == "tags":
        return [
            tuple({tag.strip() for tag in text.replace(";", ",").split(",") if tag.strip()}) or (NOT_GIVEN,)
            if text
            else (NOT_GIVEN,)
            for text in given
        ]
    return [(text or NOT_GIVEN,) for text in given]
