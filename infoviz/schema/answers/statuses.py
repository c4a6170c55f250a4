"""Status words: what the words people use for where things stand prove to have happened."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache, reduce

from infoviz.schema.answers import answerwords, statusphrases
from infoviz.schema.answers.meanings import SILENT, UNRECOGNISED, Meaning
from infoviz.schema.answers.phrases import Phrases
from infoviz.schema.answers.shortforms import PAIRS, SHORT
from infoviz.schema.answers.statusparts import NEGATIONS as NEGATING
from infoviz.schema.answers.statusparts import OTHER_WORDS, SETS, TYPED
from infoviz.schema.answers.statuswords import RULES as STATUS_WORDS
from infoviz.schema.answers.statuswords import SIGNS
from infoviz.schema.expressions import expression
from infoviz.schema.fields import Event, Response
from infoviz.schema.words import NOTHING, listed, plain, says_nothing, visible

# Words in a clause, words and letters in all; more than that is a story, and a story is not read for a keyword.
LONGEST_CLAUSE, LONGEST, LETTERS = 6, 12, 120

_CLAUSES = expression(
    r"[,;|→>+&\n()\[\]:.!…]+|\s[-–—]+\s|[-–—]{2,}|\b(?:and|then|but|und|dann|aber)\b", re.IGNORECASE
)
LEAST_BEGINNING = 3  # words that a long clause must begin with to be understood
Rules = tuple[tuple[Meaning, str], ...]
RULES: Rules = (*statusphrases.BEFORE, *STATUS_WORDS, *statusphrases.AFTER)
NEGATIONS = NEGATING | statusphrases.NEGATIONS
_AND = listed("and then but und dann aber")
_BUT = frozenset({"but", "aber"})
_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")
_RUN = expression(r"(\w)\1{2,}")


@cache
def _phrases() -> Phrases:
    return Phrases([phrases for _, phrases in RULES], {**SETS, **statusphrases.SETS}, NEGATIONS)


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
    if len(text) > LETTERS or text.count(" ") > LONGEST or text.rstrip().endswith("?"):
        return UNRECOGNISED
    spaced = text if text.islower() else _CAMEL.sub(" ", text)
    found = spaced.casefold().split()
    if "".join(found).isalpha() and _AND.isdisjoint(found):  # no mark and no word parts it: one clause
        return _phrase(plain(spaced))
    spaced = _NO_REPLY.sub("no reply", spaced)
    if "/" in spaced:
        spaced = _FOLLOW_UP.sub("follow up", _WITH.sub("with ", spaced))
    words = plain(spaced)
    if not words:
        return SIGNS.get(visible(text), UNRECOGNISED)
    if words in NOTHING or not _may_be_known(words.split()):
        return UNRECOGNISED
    if "/" not in spaced:
        return _clauses(spaced)
    choices = [_clauses(choice) for choice in spaced.split("/")]
    known = [choice for choice in choices if choice.recognised]
    if not known:
        return _clauses(spaced.replace("/", " "))
    answers = {(choice.response, choice.silence) for choice in known if choice.response or choice.silence}
    return UNRECOGNISED if len(answers) > 1 else reduce(_joined, known)


@cache
def _openers(phrases: Phrases) -> frozenset[str]:
    """Every word with which something known may begin."""
    return phrases.first_words | SHORT.keys() | {first for first, _ in PAIRS}


_NO_REPLY = expression(r"^\s*n[/.]\s?r\.?\s*$", re.IGNORECASE)
_FOLLOW_UP, _WITH = expression(r"\bf/u\b", re.IGNORECASE), expression(r"\bw/(?=\s)", re.IGNORECASE)


def _may_be_known(found: list[str]) -> bool:
    """Tell cheaply whether any word could be known: most texts in a column of remarks are not."""
    openers = _openers(_phrases())
    return not openers.isdisjoint(found) or any(
        (not word.isalpha() and _bare(word) in openers) or _mended(word) != word for word in found
    )


def _phrase(words: str) -> Meaning:
    found = words.split()
    return UNRECOGNISED if words in NOTHING or not _may_be_known(found) else _clause(found)


def _clauses(text: str) -> Meaning:
    known = [meaning for meaning in map(_clause, map(_split, _CLAUSES.split(text))) if meaning.recognised]
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
    if response == Response.NO and Event.MET not in events:
        events -= {Event.THANKED}  # "No, thanks"
    asking = [meaning for meaning in (before, after) if meaning.events]
    return Meaning(
        events,
        response,
        silence and Event.RESPONDED not in events,
        presumed=bool(asking) and all(meaning.presumed for meaning in asking),
        unasked=not events and (before.unasked or after.unasked),
    )


@cache
def _answers() -> Phrases:
    return Phrases([phrases for _, phrases in answerwords.RULES], answerwords.SETS, NEGATIONS)


@lru_cache(maxsize=16_384)
def answer_in(text: str) -> Meaning:
    """Tell what words say in a column of answers that as a status would say nothing.

    Of several clauses the last is the answer, but a yes stays one for a "later" that follows ("Sure, in the fall"),
    unless with a "but".

    Examples
    --------
    >>> [answer_in(text).response for text in ("Of course!", "Swamped, try me in the fall", "warp drive")]
    [<Response.YES: 'yes'>, <Response.OTHER: 'other'>, None]
    """
    if len(text) > LETTERS or text.count(" ") > LONGEST or text.rstrip().endswith("?"):
        return UNRECOGNISED
    phrases = _answers()
    if _openers(phrases).isdisjoint(_split(text)):
        return UNRECOGNISED
    clauses = [_significant(_split(clause)) for clause in _CLAUSES.split(text)]
    found = (_said(words, phrases, answerwords.RULES) for words in clauses)
    told = [meaning for meaning in found if meaning.recognised]
    if not told:
        return UNRECOGNISED
    put_off = told[-1].response == Response.OTHER and _BUT.isdisjoint(_split(text))
    return told[0] if put_off and told[0].response == Response.YES else told[-1]


def _split(text: str) -> list[str]:
    return plain(text).split()


def _clause(found: list[str]) -> Meaning:
    words = _significant(found)
    if not words:
        return UNRECOGNISED
    meaning = _said(words, _phrases(), RULES)
    if len(words) > LONGEST_CLAUSE:
        return meaning if meaning.response == Response.OTHER else UNRECOGNISED
    if meaning.recognised:
        return meaning
    mended = [_mended(word) for word in words]
    return UNRECOGNISED if mended == words else _said(mended, _phrases(), RULES)


_ORDINALS = frozenset({"1st", "2nd", "3rd", "4th"})


def _bare(word: str) -> str:
    """Leave numbering, dates and counts out: "followup1" is a word, "2026" and "2x" are none."""
    if word.isalpha() or word in _ORDINALS:
        return word
    bare = word.rstrip("0123456789")
    return bare if bare.isalpha() and len(bare) > 1 else ""


def _significant(words: list[str]) -> list[str]:
    """Split into words: no numbers, short forms spelled out, two words that are one joined."""
    found: list[str] = []
    for word in words:
        bare = _bare(word)
        if not bare:
            continue
        for part in SHORT[bare].split() if bare in SHORT else (bare,):
            pair = PAIRS.get((found[-1], part)) if found else None
            if pair is None:
                found.append(part)
            else:
                found[-1] = pair
    return found


def _said(words: list[str], phrases: Phrases, rules: Rules) -> Meaning:
    """Look the words of a clause up; of a long one only what it begins with counts."""
    found = phrases.search(words)
    if len(words) > LONGEST_CLAUSE:
        found = [match for match in found if match.begin == 0 and match.end >= LEAST_BEGINNING]
    if not found:
        return UNRECOGNISED
    covered = {at for match in found for at in range(match.begin, match.end)}
    if any(word in NEGATIONS for at, word in enumerate(words) if at not in covered):
        return UNRECOGNISED
    return rules[found[0].rule][0]


def _without_a_letter(word: str) -> Iterable[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


@cache
def _slips() -> dict[str, str]:
    return {slip: word for word in TYPED.split() for slip in (word, *_without_a_letter(word))}


_ENDS = frozenset(word[0] + word[-1] for word in TYPED.split())


def _mended(word: str) -> str:
    """Mend one slip of the finger (a letter more, less, wrong or swapped) in a long word; never its ending."""
    if len(word) < 6 or word[0] + word[-1] not in _ENDS or word in OTHER_WORDS:
        return word
    word = _RUN.sub(r"\1", word)
    slips = _slips()
    for slip in (word, *_without_a_letter(word)):
        found = slips.get(slip)
        if found is not None and found[0] == word[0] and found[-1] == word[-1]:
            return found
    return word


def score_statuses(texts: Iterable[str]) -> float:
    """Share of the texts that say anything which are known status words; 0 for none."""
    said = [text for text in texts if not says_nothing(text)]
    return sum(interpret(text).recognised for text in said) / len(said) if said else 0.0
