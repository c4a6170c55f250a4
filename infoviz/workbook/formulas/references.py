"""References inside formulas: found, moved and grown, everything else left as it is written."""

import re
from collections.abc import Callable, Iterator

from infoviz.workbook.ranges import Range

Rule = Callable[[Range], Range]

_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?<![\w.$\]\[!:])(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?P<first>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?::(?P<second>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}))?(?![\w(.!\[])"
)
_ROW = re.compile(r"[0-9]+\Z")


def shifted(formula: str, origin: str, target: str) -> str:
    """Shift a formula (without its ``=``) as if it were copied from one cell to another.

    Raises
    ------
    ValueError
        The formula is written in a way that cannot be shifted.

    Examples
    --------
    >>> shifted("D2*$A$1+SUM(B2:C2)", "E2", "E3")
    'D3*$A$1+SUM(B3:C3)'
    """
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator

    try:
        return str(Translator(f"={formula}", origin).translate_formula(target))[1:]
    except (
        TokenizerError,
        AssertionError,
        IndexError,
    ) as error:  # openpyxl raises them for unbalanced brackets
        raise ValueError(str(error)) from error


def references(formula: str) -> Iterator[tuple[str | None, Range]]:
    """Go through the references of a formula: the sheet each names, if it names one, and its range.

    Examples
    --------
    >>> [(sheet, str(area)) for sheet, area in references("SUM('My list'!A2:A9)+LOG10(B7)")]
    [('My list', 'A2:A9'), (None, 'B7')]
    """
    for match in _REFERENCE.finditer(formula):
        if match["first"] and (area := _range(match)) is not None:
            yield _sheet(match), area


def grown(formula: str, sheet: str, rule: Rule, *, own: bool = False) -> str:
    """Let a rule change the bottom row of the references to a sheet.

    Parameters
    ----------
    formula
        The formula, or the text of a defined name or a chart's series.
    sheet
        The sheet's name.
    rule
        Gives for a range the one to write.
    own
        Whether a reference without a sheet's name means this sheet.

    Examples
    --------
    >>> grown("Contacts!$B$2:$B$9", "Contacts", lambda area: area.taller(10))
    'Contacts!$B$2:$B$10'
    """

    def change(match: re.Match[str]) -> str:
        area = _range(match) if match["first"] else None
        named = _sheet(match) if area else None
        if area is None or (named.casefold() != sheet.casefold() if named else not own):
            return match[0]
        new = rule(area)
        if new == area:
            return match[0]
        last = match["second"] or match["first"]
        qualified = match["sheet"] or ""
        return f"{qualified}{match['first']}:{_ROW.sub(str(new.bottom), last)}"

    return _REFERENCE.sub(change, formula)


def _range(match: re.Match[str]) -> Range | None:
    text = match["first"] + (f":{match['second']}" if match["second"] else "")
    try:
        return Range.parse(text)
    except ValueError:
        return None


def _sheet(match: re.Match[str]) -> str | None:
    named = match["sheet"]
    if not named:
        return None
    name: str = named[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
