"""Which groups the people of a tracker fall into, by any column of theirs."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.stats.asks import Asks
from infoviz.stats.columns import texts

NOT_GIVEN = "not given"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Positions = npt.NDArray[np.int64]

_NEEDS = {"warmth": "referred_by", "weekday": "contacted_on"}


def lacking(contacts: pd.DataFrame, by: str) -> str:
    """Name the column that a grouping needs and the frame lacks, ``""`` where nothing is lacking."""
    needed = _NEEDS.get(by, by)
    return "" if needed in contacts.columns else needed


def grouped(contacts: pd.DataFrame, table: Asks, by: str) -> Iterator[tuple[str, Positions]]:
    """Go through the groups of the people asked: each one's name, and the positions of its people.

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
    asked = np.flatnonzero(table.asked)
    labels = _labels(contacts, table, by)[asked]
    if by == "tags":
        owner, labels = _parted(labels)
        asked = asked[owner]
    codes, words = _folded(labels)
    people = asked[np.argsort(codes, kind="stable")]
    sizes = np.bincount(codes, minlength=len(words))
    for word, end, size in zip(words, np.cumsum(sizes), sizes, strict=True):
        yield word, people[end - size : end]


def _labels(contacts: pd.DataFrame, table: Asks, by: str) -> npt.NDArray[np.object_]:
    """Label of each person."""
    if by == "weekday":
        days = np.array([*WEEKDAYS, NOT_GIVEN], dtype=object)
        return days[np.where(table.dated, (table.contacted.astype(np.int64) + 3) % 7, 7)]
    given = texts(contacts, _NEEDS.get(by, by))[table.position]
    missing = given == None  # noqa: E711  elementwise
    if by == "warmth":
        return np.where(missing, "cold", "introduced").astype(object)
    return np.where(missing, NOT_GIVEN, given)


def _folded(labels: npt.NDArray[np.object_]) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Give each label its number in alphabetical order; "E-mail" and "e-mail" are one, as first spelled."""
    codes, words = pd.factorize(labels)
    folds = [word.casefold() for word in words]
    order = {fold: number for number, fold in enumerate(sorted(set(folds)))}
    spellings = dict(zip(reversed(folds), reversed(words), strict=True))
    numbers = np.array([order[fold] for fold in folds], dtype=np.int64)
    return numbers[codes], [spellings[fold] for fold in order]


def _parted(labels: npt.NDArray[np.object_]) -> tuple[Positions, npt.NDArray[np.object_]]:
    """Part cells of several tags: for every tag of every cell whose it is, and the tag."""
    codes, cells = pd.factorize(labels)
    tags = [_tags(cell) for cell in cells]
    owner = np.repeat(np.arange(len(labels)), np.array([len(each) for each in tags], dtype=np.int64)[codes])
    return owner, np.array([tag for code in codes for tag in tags[code]], dtype=object)


def _tags(cell: str) -> list[str]:
    tags = {tag.strip().casefold(): tag.strip() for tag in cell.replace(";", ",").split(",")}
    return [tag for fold, tag in tags.items() if fold] or [NOT_GIVEN]
