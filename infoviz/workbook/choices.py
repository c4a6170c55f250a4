"""The drop-down lists of a sheet: which words a cell offers, and how firmly it insists on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from infoviz.errors import NoSuchSheet
from infoviz.grid import Kind
from infoviz.workbook.book import Workbook
from infoviz.workbook.container.tree import Element
from infoviz.workbook.ranges import Range, column_number, parse_cell, parse_list

_LITERAL = re.compile(r'"((?:[^"]|"")*)"\Z')
_CELLS = r"\$?[A-Za-z]{1,3}\$[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$[0-9]{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}"
_AREA = re.compile(rf"(?:(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!)?({_CELLS})\Z")
_NAME = re.compile(r"[^\W\d][\w.\\]*\Z")
_UNKNOWN = (Kind.PENDING, Kind.ERROR)


class Firmness(StrEnum):
    """What a spreadsheet program does when somebody types a word that is not in the list."""

    STOP = "stop"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a drop-down list offers.

    Attributes
    ----------
    words
        Its words, in order.
    firmness
        What happens to another word.
    """

    words: tuple[str, ...]
    firmness: Firmness

    @property
    def firm(self) -> bool:
        """Whether a spreadsheet program refuses any other word."""
        return self.firmness == Firmness.STOP

    def offers(self, word: str) -> str | None:
        """Give a word as the list spells it; None where it is not in it.

        Examples
        --------
        >>> Choices(("Yes", "No"), Firmness.STOP).offers("yes")
        'Yes'
        """
        same = [own for own in self.words if own == word]
        near = [own for own in self.words if own.casefold() == word.casefold()]
        return next(iter(same or near), None)


@dataclass(frozen=True, slots=True)
class _Rule:
    areas: tuple[Range, ...]
    formula: str
    firmness: Firmness


class DropDowns:
    """The drop-down lists of a sheet, those of the extension too; a csv has none.

    A list that a formula computes counts as none: what it offers cannot be told without computing it.

    Parameters
    ----------
    book
        The workbook.
    sheet
        The sheet's name.
    """

    def __init__(self, book: Workbook, sheet: str) -> None:
        self._book = book
        self._sheet = sheet
        self._known: dict[str, tuple[str, ...]] = {}

    def at(self, address: str) -> Choices | None:
        """Find the list of a cell; None where it has none, or where it cannot be told."""
        cell = parse_cell(address)
        for rule in self._rules:
            if any(cell in area for area in rule.areas):
                words = self._words(rule.formula)
                return Choices(words, rule.firmness) if words else None
        return None

    @cached_property
    def _rules(self) -> tuple[_Rule, ...]:
        frame = self._book._writing.frame(self._sheet)  # noqa: SLF001  one room: what a workbook is made of
        return () if frame is None else tuple(_rules(frame))

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._book._writing.defined_names()  # noqa: SLF001  one room

    def _words(self, formula: str) -> tuple[str, ...]:
        if formula not in self._known:
            self._known[formula] = self._read(formula)
        return self._known[formula]

    def _read(self, formula: str) -> tuple[str, ...]:
        literal = _LITERAL.match(formula)
        if literal:
            return tuple(word.strip() for word in literal[1].replace('""', '"').split(",") if word.strip())
        formula = formula.removeprefix("=")
        if _NAME.match(formula):
            formula = self._names.get(formula.casefold(), "").removeprefix("=")
        area = _AREA.match(formula)
        if area is None:
            return ()
        named = area[1].replace("''", "'") if area[1] else area[2]
        return _cells(self._book, named or self._sheet, Range.parse(area[3]))


def _rules(root: Element) -> Iterator[_Rule]:
    holders = root.every("dataValidations")
    extensions = root.first("extLst")
    if extensions is not None:
        holders += [one for one in extensions.walk() if one.name == "dataValidations"]
    for holder in holders:
        for rule in holder.every("dataValidation"):
            areas = parse_list(rule.attributes.get("sqref", "") or _text(rule, "sqref"))
            formula = _text(rule, "formula1")
            if rule.attributes.get("type") == "list" and formula and areas:
                style = rule.attributes.get("errorStyle", "stop")
                known = style in [one.value for one in Firmness]
                yield _Rule(tuple(areas), formula, Firmness(style) if known else Firmness.STOP)


def _text(rule: Element, name: str) -> str:
    """Text of a child, which the extension wraps once more."""
    child = rule.first(name)
    if child is None:
        return ""
    inner = child.first("f")
    return (inner.text if inner is not None else child.text).strip()


def _cells(book: Workbook, sheet: str, area: Range) -> tuple[str, ...]:
    """Read the words in a range; none where one of them is not known."""
    try:
        grid = book.grid(sheet)
    except NoSuchSheet:
        return ()
    first, last = np.searchsorted(grid.rows, (area.top, area.bottom + 1)).tolist()
    columns = [one for one in grid.columns if area.left <= column_number(one.letter) <= area.right]
    if any(np.isin(column.kinds[first:last], _UNKNOWN).any() for column in columns):
        return ()
    values = [column.value(position) for position in range(first, last) for column in columns]
    return tuple(dict.fromkeys(str(value) for value in values if value is not None))
