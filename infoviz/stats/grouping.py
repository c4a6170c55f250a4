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
    labels = _labels(contacts, table, by)
    if by == "tags":
        yield from _by_tag(labels, table.asked)
        return
    codes, words = _folded(labels)
    sizes = np.bincount(codes[table.asked], minlength=len(words))
    for code in np.flatnonzero(sizes):
        yield words[code], (codes == code) & table.asked


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


def _by_tag(
    labels: npt.NDArray[np.object_], asked: npt.NDArray[np.bool_]
) -> Iterator[tuple[str, npt.NDArray[np.bool_]]]:
    """Part cells of several tags; a person belongs to each of theirs."""
    codes, cells = pd.factorize(labels)
    pairs = [
        (code, tag.strip()) for code, cell in enumerate(cells) for tag in cell.replace(";", ",").split(",")
    ]
    pairs = [(code, tag) for code, tag in pairs if tag]
    numbers, tags = _folded(np.array([tag for _, tag in pairs], dtype=object))
    bears = np.zeros((len(tags), len(cells)), dtype=bool)
    bears[numbers, [code for code, _ in pairs]] = True
    for number, tag in enumerate(tags):
        mask = bears[number][codes] & asked
        if mask.any():
            yield tag, mask
