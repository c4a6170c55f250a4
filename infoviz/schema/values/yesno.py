"""Yes or no, in all the spellings people use."""

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Kind
from infoviz.schema.expressions import expression
from infoviz.schema.fields import Problem
from infoviz.schema.words import Distinct, distinct, listed, plain, sample, says_nothing, shown, visible

Flags = npt.NDArray[np.int8]

YES, NO, UNKNOWN = 1, 0, -1
EXPECTED = "yes or no"


def _plainly(words: str) -> frozenset[str]:
    """Give listed words in the form in which words are compared."""
    return frozenset(map(plain, listed(words)))


_YES_WORDS = _plainly(
    "yes y yep yeah yup ye true t 1 ok okay done sent completed complete check checked received made given "
    "ja j jo jep jawohl wahr oui vrai si verdadero vero sim verdadeiro waar da tak ano igen kylla evet hai "
    "да はい 是 是的 有 예 네 ναι נכון כן نعم हाँ erledigt fait hecho fatto feito gedaan zrobione "
    "wyslane tamam yapildi 済 済み あり 有り 有 完了 可 已 已完成 完成 对 예 있음 완료 함 так igen ya"
)
_NO_WORDS = _plainly(
    "no n nope nah false f 0 never not pending undone incomplete missing "
    "nein falsch non faux falso nao nee onwaar nej nei nie ne nem ei hayir niet "
    "нет いいえ 否 不 没有 아니오 아니요 οχι לא لا नहीं offen 未 まだ なし 無 無し 无 沒有 不可 "
    "없음 아직 안함 ні nem tidak belum nu"
)
_NO_PHRASES = listed(
    "not yet, not sent, not done, no not yet, not so far, to do, todo, not received, not needed, not required, "
    "in progress, noch nicht, pas encore, todavia no, aun no, non ancora, nog niet, ainda nao",
    by=",",
)
_YES_SIGNS = listed("✓ ✔ ☑ ✅ 👍 🗸 🗹 √ ● ⬤ ■ + 🟢 🆗 ⭕ ♥ ❤ 💚 💙")
_NO_SIGNS = listed("✗ ✘ ❌ ☐ □ ○ 👎 🔴 ⬜ ❎ 🚫")
_CROSSES = listed("x × ☒ ╳ ✕ ✖ xx")
_CIRCLES = listed("o ○ ◯ 〇 ⭕ ◎")  # beside crosses they say yes, as in Japan and Korea

# Words and signs that say yes or no and nothing else; "sent" or "done" also say what was done.
BARE = _plainly(
    "yes y yep yeah yup true t 1 no n nope nah false f 0 x ja nein oui non si nao sim nee nej nei tak nie da ne ano ei "
    "kylla evet hayir да нет 是 否 はい いいえ 예 네 아니오 아니요"
) | {""}
_FIRM_YES = listed("yes yep yeah")
_FIRM = listed("yes y no n yep yeah nope ja nein oui non si sim nao nee true false done sent")

_SHORTENED = expression(r"[./]\s?[^\W\d_](?![^\W\d_])")
_LEADING = expression(r"\s*(?P<word>[^\W\d_]+|[^\w\s])\ufe0f?(?P<rest>.*)", re.DOTALL)


class YesNo(NamedTuple):
    """A column read as yes or no.

    Attributes
    ----------
    flags
        1 yes, 0 no, -1 nothing or not understood; shape ``(rows,)``.
    problems
        The cells that hold something else.
    """

    flags: Flags
    problems: list[Problem]


def yes_or_no(text: str, *, cross: int = YES) -> int:
    """Read one text: 1 yes, 0 no, -1 neither (blank or something else).

    Parameters
    ----------
    text
        What the cell holds; detail after the word is left aside ("yes - 3/4", "No (too early)").
    cross
        What an "x" means: a mark on its own is a yes; beside check marks it is a no.

    Examples
    --------
    >>> [yes_or_no(text) for text in ("Y", "✔", "Yes - 3/4", "NEIN", "not yet")]
    [1, 1, 1, 0, 0]
    >>> [yes_or_no(text) for text in ("n/a", "no response", "maybe")]
    [-1, -1, -1]
    """
    sign = visible(text)
    if sign.casefold() in _CROSSES:
        return cross
    words = plain(text)
    if words in _YES_WORDS or sign in _YES_SIGNS:
        return YES
    if words in _NO_WORDS or words in _NO_PHRASES or sign in _NO_SIGNS:
        return NO
    return UNKNOWN if says_nothing(text) else _with_detail(sign)


def _with_detail(text: str) -> int:
    """Read a yes or no that detail follows, where a sign, a digit or a stop parts the two."""
    found = _LEADING.match(text)
    if found is None or len(text) > 200:
        return UNKNOWN
    word, rest = found["word"], found["rest"].lstrip()
    if word in _YES_SIGNS or word in _NO_SIGNS:
        return YES if word in _YES_SIGNS else NO
    key = plain(word)
    if len(key) > 1 and key in _FIRM_YES:
        return YES
    if len(key) == 1 and _SHORTENED.match(rest):
        return UNKNOWN  # "n/r" is no "no"
    if key in _FIRM and rest and not rest[0].isalpha():
        return YES if key in _YES_WORDS else NO
    return UNKNOWN


def flags_of(column: Column, among: npt.NDArray[np.bool_] | None = None) -> Flags:
    """Read a column as yes (1) and no (0), whatever else (-1) it holds; see :func:`read_yes_no`."""
    looked = np.ones(len(column.kinds), dtype=np.bool_) if among is None else among
    return _flags(column, looked, distinct(column, looked))


def _flags(column: Column, looked: npt.NDArray[np.bool_], texts: Distinct) -> Flags:
    flags = np.full(len(column.kinds), UNKNOWN, dtype=np.int8)
    plain_number = ((column.kinds == Kind.NUMBER) | (column.kinds == Kind.BOOLEAN)) & looked
    flags[plain_number & (column.numbers == 1)] = YES
    flags[plain_number & (column.numbers == 0)] = NO
    flags[(column.kinds == Kind.DATE) & looked] = YES
    texts.spread(np.array(flags_in(texts.texts), dtype=np.int8), into=flags)
    return flags


def flags_in(texts: list[str]) -> list[int]:
    """Read the texts of one column each as yes, no or neither: what a cross means the others tell.

    >>> flags_in(["x", ""]), flags_in(["x", "✓"]), flags_in(["×", "○"])
    ([1, -1], [0, 1], [0, 1])
    """
    signs = {visible(text).casefold() for text in texts}
    if signs & _CROSSES and signs & _CIRCLES:
        return [YES if visible(text).casefold() in _CIRCLES else yes_or_no(text, cross=NO) for text in texts]
    cross = _meaning_of_a_cross(texts)
    return [yes_or_no(text, cross=cross) for text in texts]


def read_yes_no(column: Column, among: npt.NDArray[np.bool_] | None = None) -> YesNo:
    """Read a column as yes or no.

    A date says yes: it happened that day. An "x" is a yes where it stands alone, a no where the column also has
    check marks, and is not understood beside words for yes.

    Parameters
    ----------
    column
        The column.
    among
        The positions to look at, shape ``(rows,)``; all if not given.
    """
    looked = np.ones(len(column.kinds), dtype=np.bool_) if among is None else among
    texts = distinct(column, looked)
    flags = _flags(column, looked, texts)
    not_understood = (column.kinds != Kind.BLANK) & (flags == UNKNOWN) & looked
    silent = np.array([says_nothing(text) for text in texts.texts], dtype=np.bool_)
    not_understood[texts.positions[silent[texts.codes]]] = False
    problems = [
        Problem(int(position), shown(column, int(position)), EXPECTED)
        for position in np.flatnonzero(not_understood)
    ]
    return YesNo(flags, problems)


def _meaning_of_a_cross(texts: list[str]) -> int:
    signs = {visible(text).casefold() for text in texts}
    if not signs & _CROSSES:
        return YES
    if signs & _YES_SIGNS:
        return NO
    words = {plain(text) for text in texts if visible(text).casefold() not in _CROSSES}
    return UNKNOWN if words & _YES_WORDS else YES


def score_yes_no(column: Column, among: npt.NDArray[np.bool_] | None = None) -> float:
    """Share of the cells that say anything that read as yes or no; over an even sample, 0 for an empty column.

    A date says something, and does not speak for a column of yes and no.
    """
    positions = sample(column, among)
    chosen = np.zeros(len(column.kinds), dtype=np.bool_)
    chosen[positions] = True
    read = read_yes_no(column, chosen)
    understood = int(((read.flags != UNKNOWN) & (column.kinds != Kind.DATE)).sum())
    said = int((read.flags != UNKNOWN).sum()) + len(read.problems)
    return understood / said if said else 0.0
