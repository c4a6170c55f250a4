"""Formulas whose stored results an edit makes out of date: how a workbook says so."""

import re

from infoviz.workbook.container.tree import Splice, parse, set_attributes, splice
from infoviz.workbook.container.tree import prefix as written_prefix

_BEFORE = ("definedNames", "externalReferences", "functionGroups", "sheets")
_ROOT = re.compile(rb"<((?:[^\s/>:!?]+:)?)worksheet(?=[\s/>])")


def holds_formula(text: bytes) -> bool:
    """Whether a worksheet's text (in UTF-8) holds a formula."""
    root = _ROOT.search(text, 0, 1 << 16)
    prefix = root[1] if root else b""
    return re.search(b"<" + re.escape(prefix) + rb"f[\s/>]", text) is not None


def ask_for_calculation(text: bytes, part: str) -> bytes:
    """Have the next program that opens the workbook calculate all of it, and say that results are out of date.

    Parameters
    ----------
    text, part
        The workbook part.
    """
    root = parse(text, part)
    calculation = root.first("calcPr")
    if calculation is not None:
        return splice(text, [set_attributes(text, calculation, calcCompleted="0", fullCalcOnLoad="1")])
    before = next(one for name in _BEFORE if (one := root.first(name)) is not None)
    entry = b'<%scalcPr calcCompleted="0" fullCalcOnLoad="1"/>' % written_prefix(text, root)
    return splice(text, [Splice(before.end, before.end, entry)])
