"""Which tracker a notebook opens, and as on which day."""

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from infoviz.errors import UnfitSetting
from infoviz.serving.shipped import SAMPLE, sample

TRACKER = "INFOVIZ_TRACKER"
AS_OF = "INFOVIZ_AS_OF"
COPIES = "INFOVIZ_COPIES"
SAMPLE_DAY = date(2026, 11, 20)

_copies: list[tempfile.TemporaryDirectory[str]] = []


class Chosen(NamedTuple):
    """A tracker to open and the day at which to look at it.

    Attributes
    ----------
    path
        The tracker's file.
    as_of
        The day.
    """

    path: Path
    as_of: date


def chosen_tracker() -> Chosen:
    """Say which tracker to open, and as on which day.

    That is the tracker which ``infoviz lab FILE`` or ``infoviz app FILE`` was given, at the day that it was given or
    else today. Without one it is a fresh copy of the sample, at the sample's own last day. The copy lies in a temporary
    folder that is removed when this Python ends: whatever is saved into it, the sample stays as it is.

    Returns
    -------
    Chosen
        The file and the day.

    Raises
    ------
    UnfitSetting
        The environment variable ``INFOVIZ_AS_OF`` holds no day.

    Examples
    --------
    >>> import infoviz
    >>> tracker_file, as_of = infoviz.chosen_tracker()
    >>> tracker_file.name, as_of.isoformat()
    ('sample_tracker.xlsx', '2026-11-20')
    """
    file = os.environ.get(TRACKER)
    if file:
        return Chosen(Path(file), _day(default=date.today()))  # noqa: DTZ011  a tracker's dates are local calendar dates
    return Chosen(_copy_of_sample(), _day(default=SAMPLE_DAY))


def _day(default: date) -> date:
    text = os.environ.get(AS_OF)
    try:
        return date.fromisoformat(text) if text else default
    except ValueError:
        raise UnfitSetting(AS_OF, str(text), "a day such as 2026-11-20") from None


def _copy_of_sample() -> Path:
    folder = tempfile.TemporaryDirectory(
        prefix="infoviz-", dir=os.environ.get(COPIES), ignore_cleanup_errors=True
    )
    _copies.append(folder)
    return Path(shutil.copyfile(sample(), Path(folder.name) / SAMPLE))
