"""The text of formulas, also of those that several cells share."""

import re
from functools import cached_property
from typing import Any

import numpy as np

from infoviz.workbook.ranges import parse_list
from infoviz.workbook.reading.raw import column_letters
from infoviz.workbook.reading.texts import resolve
from infoviz.workbook.reading.typed import Flags, Typed

ELEMENT = re.compile(r'<f((?: [A-Za-z_][\w:.-]*="[^"<]*")*) ?/?>([^<]*)')
ATTRIBUTE = re.compile(r' ([A-Za-z_][\w:.-]*)="([^"<]*)"')

FILLING = frozenset({"array", "dataTable"})  # formulas whose results stand in other cells too


def _parsed(source: bytes) -> tuple[dict[str, str], str]:
    match = ELEMENT.fullmatch(source.decode("utf-8", "replace"))
    if match is None:
        return {}, ""
    return {name: resolve(value) for name, value in ATTRIBUTE.findall(match[1])}, resolve(match[2])


def _data_table(attributes: dict[str, str]) -> str:
    first, second = attributes.get("r1", ""), attributes.get("r2", "")
    if attributes.get("dt2D", "0") in ("1", "true"):
        return f"TABLE({first},{second})"
    return f"TABLE({first},)" if attributes.get("dtr", "0") in ("1", "true") else f"TABLE(,{first})"


class Formulas:
    """The formulas of a sheet's cells; a shared one is shifted to each cell when it is asked for."""

    def __init__(self, typed: Typed) -> None:
        self._typed = typed
        self._translators: dict[str, Any] = {}

    def at(self, position: int) -> str:
        """Text of the formula of the cell at a position, with the leading ``=``."""
        sources = self._typed.sources
        if sources is None:
            return "="
        attributes, text = _parsed(sources[position])
        if attributes.get("t") == "dataTable" and not text:
            text = _data_table(attributes)
        if attributes.get("t") == "shared" and not text:
            return self._shifted(attributes.get("si", ""), position)
        return f"={text}"

    def filled(self) -> Flags:
        """Which cells lie in the area that an array formula or a data table fills."""
        typed = self._typed
        found = np.zeros(len(typed.rows), np.bool_)
        if typed.sources is None:
            return found
        for position in np.flatnonzero(typed.formulas).tolist():
            if b"ref=" not in typed.sources[position]:
                continue
            attributes, _ = _parsed(typed.sources[position])
            if attributes.get("t") not in FILLING:
                continue
            for area in parse_list(attributes.get("ref", "")):
                begin, end = np.searchsorted(typed.rows, (area.top, area.bottom + 1))
                columns = typed.columns[begin:end]
                found[begin:end] |= (columns >= area.left) & (columns <= area.right)
        return found

    def _address(self, position: int) -> str:
        return f"{column_letters(int(self._typed.columns[position]))}{int(self._typed.rows[position])}"

    @cached_property
    def _masters(self) -> dict[str, tuple[str, str]]:
        """Text and address of the shared formulas by their index."""
        found: dict[str, tuple[str, str]] = {}
        sources = self._typed.sources
        if sources is None:
            return found
        for position in np.flatnonzero(self._typed.formulas).tolist():
            if b'"shared"' not in sources[position]:
                continue
            attributes, text = _parsed(sources[position])
            if text and attributes.get("t") == "shared":
                found.setdefault(attributes.get("si", ""), (f"={text}", self._address(position)))
        return found

    def _translator(self, index: str) -> Any:
        """Find what shifts a shared formula; None where its text is no formula."""
        from openpyxl.formula.tokenizer import TokenizerError
        from openpyxl.formula.translate import Translator

        if index not in self._translators:
            try:
                self._translators[index] = Translator(*self._masters[index])
            except (TokenizerError, AssertionError, IndexError, KeyError, ValueError):
                self._translators[index] = None  # no such formula, or one that openpyxl cannot take apart
        return self._translators[index]

    def _shifted(self, index: str, position: int) -> str:
        from openpyxl.formula.translate import TranslatorError

        translator = self._translator(index)
        if translator is None:
            return "="
        try:
            return str(translator.translate_formula(self._address(position)))
        except (TranslatorError, ValueError):
            return "="
