"""Number formats: which cell styles show a number as a date or a time of day."""

import re
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from infoviz.workbook.container.markup import parse
from infoviz.workbook.container.package import Package

DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58}  # built in, some only in East Asia
TIMES = {18, 19, 20, 21, 32, 33, 34, 35, 55, 56, 45, 47}
ELAPSED = {46}
LITERAL = re.compile(r'"[^"]*"?|\\.|[_*].')
ELAPSED_PART = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
BRACKETS = re.compile(r"\[[^\]]*\]")
MOST_STYLES = 1 << 20  # sixteen times what Excel allows


class Format(IntEnum):
    """How a style shows a number."""

    NUMBER = 0
    DATE = 1
    TIME = 2
    ELAPSED = 3


def classify(code: str) -> Format:
    """Tell from a number format's code what it shows; its first section decides.

    Examples
    --------
    >>> classify("dd/mm/yyyy"), classify("h:mm AM/PM"), classify("[h]:mm"), classify('0.0" days"')
    (<Format.DATE: 1>, <Format.TIME: 2>, <Format.ELAPSED: 3>, <Format.NUMBER: 0>)
    >>> classify("mmm"), classify("mm:ss"), classify("[Red]#,##0"), classify("General")
    (<Format.DATE: 1>, <Format.TIME: 2>, <Format.NUMBER: 0>, <Format.NUMBER: 0>)
    """
    first = LITERAL.sub("", code).split(";")[0].lower()
    elapsed = ELAPSED_PART.search(first) is not None
    letters = set(BRACKETS.sub("", first))
    if letters & {"d", "y"} or ("m" in letters and not elapsed and not letters & {"h", "s"}):
        return Format.DATE
    if elapsed:
        return Format.ELAPSED
    return Format.TIME if letters & {"h", "s"} else Format.NUMBER


def built_in(number: int) -> Format:
    """Tell what a built-in format shows."""
    if number in DATES:
        return Format.DATE
    if number in TIMES:
        return Format.TIME
    return Format.ELAPSED if number in ELAPSED else Format.NUMBER


def style_formats(package: Package, part: str | None) -> npt.NDArray[np.uint8]:
    """Read, for every cell style of a workbook, how it shows a number.

    Returns
    -------
    numpy.ndarray
        A :class:`Format` per style, at least one.
    """
    codes: dict[int, str] = {}
    used: list[int] = []
    inside: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        if local == "numFmt" and len(codes) < MOST_STYLES:
            number = attributes.get("numFmtId", "")
            if number.isdecimal():
                codes[int(number[:9])] = attributes.get("formatCode", "")
        elif local in ("cellXfs", "Choice"):
            inside.append(local)
        elif local == "xf" and inside[-1:] == ["cellXfs"] and len(used) < MOST_STYLES:
            number = attributes.get("numFmtId", "0")
            used.append(int(number[:9]) if number.isdecimal() else 0)

    def end(tag: str) -> None:
        if inside and tag.endswith((" cellXfs", " Choice")):
            inside.pop()

    if part is not None:
        parse(package.path, part, package.markup(part), start, end, limits=package.limits)
    shown = {number: classify(codes[number]) if number in codes else built_in(number) for number in set(used)}
    return np.array([shown[number] for number in used] or [Format.NUMBER], np.uint8)
