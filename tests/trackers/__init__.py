"""Trackers of many fictional people, each in their own style, with the truth of how to understand them."""

from tests.trackers import (
    abroad,
    asides,
    careful,
    combined,
    exports,
    languages,
    layouts,
    logs,
    marks,
    neighbours,
    plainspoken,
    professionals,
    seekers,
    strangers,
    wild,
)
from tests.trackers.case import TrackerCase, registry

TRACKERS: dict[str, TrackerCase] = registry(
    seekers.CASES,
    professionals.CASES,
    languages.CASES,
    logs.CASES,
    marks.CASES,
    layouts.CASES,
    exports.CASES,
    combined.CASES,
    careful.CASES,
    strangers.CASES,
    abroad.CASES,
    asides.CASES,
    neighbours.CASES,
    plainspoken.CASES,
    wild.CASES,
)
