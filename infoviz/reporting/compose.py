"""The weekly report: what the tracker says at a date, composed from results."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from infoviz.errors import CannotWrite
from infoviz.reporting.findings import Findings, find
from infoviz.reporting.page import render_page
from infoviz.reporting.parts import STEPS, sections
from infoviz.reporting.text import day, headline
from infoviz.tracker import Tracker

__all__ = ["STEPS", "Report", "report"]

TITLE = "How my informational interviews are going"


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A tracker at a date, ready to be shown, saved or exported.

    Attributes
    ----------
    findings
        The results of which the report is composed.
    """

    findings: Findings

    def to_html(self, progress: Callable[[str], object] = str) -> str:
        """Render one self-contained page.

        Parameters
        ----------
        progress
            Is told of each step done.

        Returns
        -------
        str
            HTML that needs neither network nor script.
        """
        found = self.findings
        summary = found.numbers.summary
        tiles = [
            ("–" if count is None else f"{count:,}", words)
            for count, words in (
                (summary.people, "people"),
                (summary.asked, "asked"),
                (summary.answered, "answered"),
                (summary.yes, "said yes"),
                (summary.met, "met"),
                (summary.thanked, "thanked"),
                (summary.waiting, "still waiting"),
            )
        ]
        return render_page(
            title=TITLE,
            source=found.source,
            sheet=found.sheet,
            as_of=day(found.as_of),
            within=summary.within,
            headline=headline(summary),
            tiles=tiles,
            sections=sections(found, progress),
        )

    def save(self, path: str | Path, progress: Callable[[str], object] = str) -> Path:
        """Write the page.

        Parameters
        ----------
        path
            The file to write; one that is there is replaced, whole or not at all.
        progress
            Is told of each step done.

        Returns
        -------
        pathlib.Path
            The file written.

        Raises
        ------
        infoviz.InfovizError
            Where the file cannot be written.
        """
        path = Path(path)
        page = self.to_html(progress)
        beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            try:
                with beside.open("x", encoding="utf-8", newline="\n") as target:
                    target.write(page)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(path, error.strerror or str(error)) from error
        return path

    def to_dict(self) -> dict[str, Any]:
        """Give all results as plain, JSON-ready values."""
        return self.findings.to_dict()

    def __str__(self) -> str:
        return headline(self.findings.numbers.summary)

    def _repr_html_(self) -> str:
        return self.findings.numbers.summary._repr_html_()


def report(tracker: Tracker, *, as_of: date, goal: int = 1, within: int = 28) -> Report:
    """Compose the report of a tracker.

    Parameters
    ----------
    tracker
        The open tracker.
    as_of
        The date at which we look; facts after it do not exist.
    goal
        Interviews wanted a week.
    within
        Days that an ask waits for an answer.

    Returns
    -------
    Report
        With ``to_html()``, ``save(path)`` and ``to_dict()``.
    """
    return Report(find(tracker, as_of=as_of, goal=goal, within=within))
