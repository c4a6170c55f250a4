"""Phrases looked up in a run of words: which of many are in it, found in one pass."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from infoviz.schema.words import plain

ANY = "*"


class Found(NamedTuple):
    """Where a phrase stands: its rule's number, and the words from ``begin`` to before ``end``."""

    rule: int
    begin: int
    end: int


class _State(dict[str, list["_State"]]):
    """What may follow: word → states; and the rules that are complete here, with whether they want all of the words."""

    __slots__ = ("ends",)

    def __init__(self) -> None:
        self.ends: list[tuple[int, bool]] = []


class Phrases:
    """Phrases of several rules, put together so that a text is looked at once however many there are.

    A rule is written as phrases with ``;`` between them, and a phrase as words: ``a|b`` is either, ``a?`` may be left
    out, ``sen/d/t`` is one word with several endings, ``*`` is any word but a negation, ``{talk}`` is any phrase of a
    named set, and a ``=`` in front wants the phrase to be all there is.

    Parameters
    ----------
    rules
        The phrases of each rule.
    sets
        Named sets, each a list of phrases with a comma between them.
    negations
        The words that ``*`` does not stand for.

    Examples
    --------
    >>> phrases = Phrases(("had a|an? {talk}", "=sen/d/t"), {"talk": "chat, coffee chat"}, frozenset({"no"}))
    >>> phrases.search(["we", "had", "a", "coffee", "chat"])
    [Found(rule=0, begin=1, end=5)]
    >>> phrases.search(["had", "no", "chat"]), phrases.search(["sent"]), phrases.search(["sent", "it"])
    ([], [Found(rule=1, begin=0, end=1)], [])
    """

    def __init__(self, rules: Sequence[str], sets: Mapping[str, str], negations: frozenset[str]) -> None:
        self._start = _State()
        self._negations = negations
        self._sets = {
            name: [words for phrase in phrases.split(",") for words in _spelled(phrase)]
            for name, phrases in sets.items()
        }
        for number, rule in enumerate(rules):
            for phrase in rule.split(";"):
                self._add(phrase.split(), number)

    @property
    def first_words(self) -> frozenset[str]:
        """Every word with which a phrase may begin."""
        return frozenset(self._start)

    def _add(self, items: list[str], number: int) -> None:
        if not items:
            return
        whole = items[0].startswith("=")
        frontier = [self._start]
        for item in items:
            bare = item.removeprefix("=")
            optional = bare.endswith("?")
            after = _State()
            for words in self._alternatives(bare.removesuffix("?")):
                _link(frontier, words, after)
            frontier = [after, *frontier] if optional else [after]
        for state in frontier:
            state.ends.append((number, whole))

    def _alternatives(self, item: str) -> list[tuple[str, ...]]:
        return [
            words
            for part in item.split("|")
            for words in (self._sets[part.strip("{}")] if part.startswith("{") else _spelled(part))
        ]

    def search(self, words: Sequence[str]) -> list[Found]:
        """Find the phrases of the first rule that has any in the words, wherever they stand."""
        found: list[Found] = []
        for begin, word in enumerate(words):
            if word in self._start:
                found.extend(self._from(words, begin))
        first = min((match.rule for match in found), default=0)
        return [match for match in found if match.rule == first]

    def _from(self, words: Sequence[str], begin: int) -> Iterator[Found]:
        active = [self._start]
        for end in range(begin + 1, len(words) + 1):
            word = words[end - 1]
            reached: list[_State] = []
            for state in active:
                if word in state:
                    reached.extend(state[word])
                if ANY in state and word not in self._negations:
                    reached.extend(state[ANY])
            active = reached
            if not active:
                return
            for state in active:
                for rule, whole in state.ends:
                    if not whole or (begin == 0 and end == len(words)):
                        yield Found(rule, begin, end)


def _spelled(phrase: str) -> list[tuple[str, ...]]:
    """Spell a phrase out: ``sen/d/t`` is two words."""
    if "/" not in phrase:
        return [tuple(phrase.split() if phrase.isascii() else plain(phrase).split())]
    spelled: list[tuple[str, ...]] = [()]
    for word in phrase.split():
        stem, *endings = word.split("/")
        forms = [plain(stem + ending) for ending in endings] or [plain(stem)]
        spelled = [(*before, *form.split()) for before in spelled for form in forms]
    return spelled


def _link(frontier: list[_State], words: tuple[str, ...], after: _State) -> None:
    """Lead from every state of the frontier over the words to the state after them."""
    here = after
    for word in reversed(words[1:]):
        before = _State()
        before[word] = [here]
        here = before
    first = words[0]
    for state in frontier:
        if first in state:
            state[first].append(here)
        else:
            state[first] = [here]
