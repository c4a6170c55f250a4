"""Status words: what the words people use for where things stand prove to have happened."""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce

from infoviz.schema.fields import Event, Response
from infoviz.schema.statuswords import (
    NEGATION,
    OTHER_WORDS,
    RULES,
    SILENT,
    TYPED,
    UNRECOGNISED,
    Meaning,
)
from infoviz.schema.words import plain, says_nothing

# Words in a clause, and in all; more than that is a story, and a story is not read for a keyword.
LONGEST_CLAUSE, LONGEST = 6, 14

_CLAUSES = re.compile(
    r"[,;|→>+&\n()\[\]:.!…]+|\s[-–—]+\s|[-–—]{2,}|\b(?:and|then|but|und|dann|aber)\b", re.IGNORECASE
)


_FOLLOW_UP, _WITH = re.compile(r"\bf/u\b", re.IGNORECASE), re.compile(r"\bw/(?=\s)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def interpret(text: str) -> Meaning:
    """Tell what a status word proves.

    Case, punctuation, emoji, numbering ("3 - Replied"), dates and single slips of the finger do not matter. Where a
    text says several things, all of them count, and the last answer is the answer. A word that is not known, a
    question ("Replied?") and a long story prove nothing.

    Examples
    --------
    >>> meaning = interpret("✅ Had a call")
    >>> sorted(meaning.events), meaning.response
    ([<Event.ASKED: 'asked'>, <Event.MET: 'met'>, <Event.RESPONDED: 'responded'>], <Response.YES: 'yes'>)
    >>> interpret("Closed - no response").silence, interpret("Closed - no response").response
    (True, None)
    >>> interpret("not contacted yet").events, interpret("warp drive").recognised
    (frozenset(), False)
    """
    if says_nothing(text) or len(text.split()) > LONGEST or text.rstrip().endswith("?"):
        return UNRECOGNISED
    text = _FOLLOW_UP.sub("follow up", _WITH.sub("with ", text))
    choices = [_clauses(choice) for choice in text.split("/")]
    known = [choice for choice in choices if choice.recognised]
    if not known:
        return _clauses(text.replace("/", " "))
    answers = {(choice.response, choice.silence) for choice in known if choice.response or choice.silence}
    return UNRECOGNISED if len(answers) > 1 else reduce(_joined, known)


def _clauses(text: str) -> Meaning:
    known = [meaning for meaning in map(_clause, _CLAUSES.split(text)) if meaning.recognised]
    return reduce(_joined, known) if known else UNRECOGNISED


def _joined(before: Meaning, after: Meaning) -> Meaning:
    """Take two clauses together: what happened adds up, the later answer stands, silence explains a refusal away."""
    silence = before.silence or after.silence
    response = after.response or before.response
    if before.response == Response.NO and after.events & {Event.SCHEDULED, Event.MET}:
        response = Response.NO  # "Rejected - interview" tells how far it went
    if silence and response == Response.NO:
        return SILENT
    events = before.events | after.events
    return Meaning(events, response, silence and Event.RESPONDED not in events)


def _clause(text: str) -> Meaning:
    words = _significant(plain(text))
    if not words or len(words) > LONGEST_CLAUSE:
        return UNRECOGNISED
    meaning = _ruled(" ".join(words))
    if meaning.recognised:
        return meaning
    mended = [_mended(word) for word in words]
    return UNRECOGNISED if mended == words else _ruled(" ".join(mended))


_ORDINALS = frozenset({"1st", "2nd", "3rd"})


def _significant(words: str) -> list[str]:
    """Leave numbering, dates and counts out."""
    return [word for word in words.split() if word in _ORDINALS or not any(mark.isdigit() for mark in word)]


def _ruled(words: str) -> Meaning:
    for meaning, pattern in RULES:
        if pattern.search(words):
            return UNRECOGNISED if NEGATION.search(pattern.sub(" ", words)) else meaning
    return UNRECOGNISED


def _without_a_letter(word: str) -> Iterable[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


_SLIPS: dict[str, str] = {slip: word for word in TYPED.split() for slip in (word, *_without_a_letter(word))}


def _mended(word: str) -> str:
    """Mend one slip of the finger (a letter more, less, wrong or swapped) in a long word; never its ending."""
    if len(word) < 6 or word in OTHER_WORDS:
        return word
    for slip in (word, *_without_a_letter(word)):
        found = _SLIPS.get(slip)
        if found is not None and found[0] == word[0] and found[-1] == word[-1]:
            return found
    return word


def score_statuses(texts: Iterable[str]) -> float:
    """Share of the texts that say anything which are known status words; 0 for none."""
    said = [text for text in texts if not says_nothing(text)]
    return sum(interpret(text).recognised for text in said) / len(said) if said else 0.0
