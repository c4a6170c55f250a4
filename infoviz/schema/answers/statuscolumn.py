"""A column of statuses as a whole: what its words prove, and which of them nobody understands."""

from collections.abc import Iterable
from typing import NamedTuple

from infoviz.schema.answers.answerwords import WHOLE
from infoviz.schema.answers.meanings import UNRECOGNISED, Meaning
from infoviz.schema.answers.statuses import answer_in, interpret
from infoviz.schema.fields import Event
from infoviz.schema.values.yesno import BARE
from infoviz.schema.words import plain, says_nothing

EXPECTED = "a status that tells whether they answered, such as “sent”, “declined”, “scheduled” or “done”"
MOSTLY = 0.5  # share of a column's words that must be understood before another one is missed


class Statuses(NamedTuple):
    """What the words of a column of statuses mean, and which say nothing that is understood, though the others do."""

    meanings: dict[str, Meaning]
    unread: frozenset[str]


def read_statuses(texts: Iterable[str]) -> Statuses:
    """Read the distinct texts of a column of statuses.

    Where most of them are known and some tell of answers, the rest are read as answers too, and what still makes no
    sense is unread. Stages of a project, which say nothing of answers, are nobody's loss.

    Examples
    --------
    >>> found = read_statuses(["sent", "no reply", "declined", "not this month", "warp drive"])
    >>> found.meanings["not this month"].response, found.unread
    (<Response.OTHER: 'other'>, frozenset({'warp drive'}))
    >>> read_statuses(["design", "build", "done"]).unread
    frozenset()
    """
    meanings = {text: interpret(text) for text in texts}
    if all(plain(text) in BARE for text in meanings):  # yes and no, to a question that nobody knows
        return Statuses(dict.fromkeys(meanings, UNRECOGNISED), frozenset())
    if not _tell_of_answers(meanings):
        return Statuses(meanings, frozenset())
    meanings = {
        text: meaning if meaning.recognised else _as_an_answer(text) for text, meaning in meanings.items()
    }
    unread = {text for text, meaning in meanings.items() if not (meaning.recognised or says_nothing(text))}
    return Statuses(meanings, frozenset(unread))


def _tell_of_answers(meanings: dict[str, Meaning]) -> bool:
    said = [meaning for text, meaning in meanings.items() if not says_nothing(text)]
    known = sum(meaning.recognised for meaning in said)
    answers = any(
        meaning.response or meaning.silence or Event.RESPONDED in meaning.events for meaning in said
    )
    return answers and known >= MOSTLY * len(said)


def _as_an_answer(text: str) -> Meaning:
    return WHOLE.get(plain(text)) or answer_in(text)
