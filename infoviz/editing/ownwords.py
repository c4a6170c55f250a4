"""A column's own words for an answer, or for having happened: those of its drop-down list, and those that it uses."""

from infoviz.editing.spelling import Spelling, keeps_ticks
from infoviz.grid import Kind, Value
from infoviz.schema.fields import RESPONSES, Content, Field
from infoviz.schema.words import plain
from infoviz.workbook.choices import Choices

_TYPED = frozenset({"true", "false", "1", "0"})
"""What a spreadsheet program makes no text of."""


def own_word(name: Field, spelling: Spelling, choices: Choices | None, given: object) -> Value:
    """Find the column's own word for an answer or a tick that is given in that word.

    Parameters
    ----------
    name
        The field; only an answer, and a day of which the column only says that it came, have words.
    spelling
        How the column is written.
    choices
        The drop-down list of the cell.
    given
        What is given.

    Returns
    -------
    str, int or None
        What the cell is to hold: the word as the list spells it, else as the column does, a tick that is a number as
        the number; None where it is no such word.
    """
    if name.content == Content.RESPONSE:
        known = isinstance(given, str) and given.strip() in RESPONSES
    else:
        known = name.content != Content.DATE or not _tells_ticks(spelling, choices)
    if known:
        return None
    if isinstance(given, str) and given.strip().casefold() not in _TYPED:
        return _word(spelling, choices, given.strip())
    if name.content == Content.DATE and str(given).strip() in ("0", "1") and not isinstance(given, bool):
        return int(str(given)) if spelling.counts[Kind.NUMBER] else None
    return None


def _tells_ticks(spelling: Spelling, choices: Choices | None) -> bool:
    held = spelling.holds()
    days = held["cells"] + held["text"] + held["numbers"]
    return keeps_ticks(spelling) or (choices is not None and not days)


def _word(spelling: Spelling, choices: Choices | None, word: str) -> str | None:
    offered = choices.offers(word) if choices is not None else None
    if offered is not None:
        return offered
    if word in spelling.words:
        return word
    bare = plain(word)
    return next((own for own in spelling.words if bare and plain(own) == bare), None)
