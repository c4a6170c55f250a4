"""What the words of a header say about the field below it.

Only words are looked at here; :mod:`infoviz.schema.columns.evidence` looks at the values.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from infoviz.schema.expressions import expression
from infoviz.schema.fields import DATE_FIELDS
from infoviz.schema.headers.patterns import PATTERNS
from infoviz.schema.headers.phrasing import reworded
from infoviz.schema.headers.spellings import PAIRS, SLIPS
from infoviz.schema.headers.tongues import TONGUES
from infoviz.schema.headers.turns import TURNS
from infoviz.schema.headers.vocabulary import APART, FILLER, FOREIGN, KNOWN, LIGHT, SETS
from infoviz.schema.words import listed

LONGEST_HEADER = 160  # a longer text is an instruction, not a header
TYPO_COST = 0.95

_CAMEL = expression(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ASIDE = expression(r"[(\[{（].*?[)\]}）]", re.DOTALL)
_WORD = expression(r"[^\W_]+")
_PART = expression(r"\s+-\s+(?:Value|Formatted)\s*$")  # "Phone 1 - Value" of an address book's export
_COUNTED = expression(r"^\W*(?:#|no\.?|number|nr\.?|anzahl|how many)\s+(?:of\b|der\b|\w+s\b)", re.IGNORECASE)
_APOSTROPHE = expression(r"['’‘]")
_PARTICIPLE = expression(r"(\w+)['’]d\b", re.IGNORECASE)  # "DM'd", "Zoom'd"
_ELISION = expression(
    r"\b([ldcjmnst]|qu|dell|nell|all|sull|un)['’](?=\w)", re.IGNORECASE
)  # l'entretien, dell'incontro
_HYPHEN = expression(r"(?<=[a-zß-ÿ])-\s+(?=[a-z])")  # a word broken over two lines


class _Pattern(NamedTuple):
    """Slots to fill; `exact` where no other word of weight may stand beside them."""

    field: str
    strength: float
    exact: bool
    needed: tuple[frozenset[str], ...]
    optional: tuple[frozenset[str], ...]


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """Split a header into plain words.

    Case, accents, underscores, camel case, line breaks and punctuation make no difference, and two words
    that are one ("e-mail", "follow up") come out as one.

    >>> words("linkedIn_URL"), words("Date of 1st E-Mail?"), words("followUp")
    (('linkedin', 'url'), ('date', 'of', '1st', 'email'), ('followup',))
    """
    text = _PARTICIPLE.sub(lambda found: f"{found[1].lower()}d", _PART.sub("", text))
    text = _ELISION.sub(r"\1 ", _HYPHEN.sub("", unicodedata.normalize("NFKC", text)))
    found = _WORD.findall(_bare(_CAMEL.sub(" ", _APOSTROPHE.sub("", text))))
    joined: list[str] = []
    for word in found:
        word = SLIPS.get(word, word)
        pair = PAIRS.get((joined[-1], word)) if joined else None
        if pair is None:
            joined.append(word)
        else:
            joined[-1] = pair
    return tuple(joined) or tuple(_PICTURES[sign] for sign in text if sign in _PICTURES)


_PICTURES = {
    sign: word
    for word, signs in {
        "name": "👤👥🧑👩👨🙋",
        "company": "🏢🏭🏛🏬",
        "role": "💼👔",
        "date": "📅📆🗓",
        "email": "📧✉📨📩",
        "phone": "📞☎📱",
        "link": "🔗🌐",
        "location": "📍🗺",
        "notes": "📝🗒📓💭",
        "thanked": "🙏",
        "followup": "⏰🔔",
    }.items()
    for sign in signs
}
_CROSSED = {ord("ł"): "l", ord("ı"): "i"}


def _bare(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    letters = (c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(letters)).translate(_CROSSED)


def parts(text: str) -> list[str]:
    """Split a header that names several things: ``"Company & Role"`` gives ``["Company", "Role"]``."""
    pieces = re.split(r"\s*(?:[&+/|,;\n–—]|\s-\s|\band\b|\bund\b|\bet\b|\by\b)\s*", _ASIDE.sub(" ", text))
    return [piece.strip() for piece in pieces if _WORD.search(piece)]


@lru_cache(maxsize=4096)
def scores(header: str, caption: str = "") -> dict[str, float]:
    """Say how well a header's words fit each field, from 0 (not at all) to 1 (nothing else could be meant).

    Parameters
    ----------
    header
        The header's text.
    caption
        What stands above a group of headers to which this one belongs, such as ``"Outreach"`` over ``"Date"``.

    Returns
    -------
    dict
        Field → strength, only where above 0. Beside the fields there are ``first_name``, ``last_name``,
        ``event`` and ``detail``.
    """
    if len(header) > LONGEST_HEADER or _COUNTED.match(header):
        return {}
    asides = words(" ".join(_ASIDE.findall(header)))
    plain = words(_ASIDE.sub(" ", header))
    found = _score(plain or asides, asides if plain else (), ())
    if _PLANNED.search(header) or _INTENDED.search(header):
        found = {field: score for field, score in found.items() if field not in _DONE}
    if _TO.search(header) or _THEY.search(header):
        found.pop("referred_by", None)
        if _THEY.search(header):
            found["introductions"] = 0.95
    if _TO_ME.search(header):
        found.pop("introductions", None)
        found["referred_by"] = 0.95
    found = reworded(header, found)
    if not _NUMBERS.isdisjoint(plain):  # "Touch 2", "Stage 2": one of several, not the last
        found.pop("last_touch_on", None)
        found.pop("status", None)
    if _is_dated(plain):
        place = found.get("source", 0.0) if plain[-1] == "at" else 0.0  # "Met at" the fair, or at ten
        found = {field: score if field in _DATED else 0.6 * score for field, score in found.items()}
        found |= {"source": place} if place else {}
        if plain[:1] == ("followup",):  # "Follow up on": a plan; "Followed up on": done
            found["follow_up_on"] = max(found.get("follow_up_on", 0.0), 0.95)
    if caption:
        for field, score in _score(plain, asides, words(caption)).items():
            found[field] = max(found.get(field, 0.0), score)
    return found


_DATED = frozenset([*(field.value for field in DATE_FIELDS), "event"])
_DATE_WORDS = frozenset("date dates datum dato fecha when day".split())  # noqa: SIM905
_WHERE = listed("where wo donde onde dove waar")
_ON = frozenset("on at am le el".split())  # noqa: SIM905  "Replied on", "Antwort am"


# "Date to reach out", "Planned outreach date": nothing has happened yet.
_PLANNED = expression(
    r"\b(?:date|when|day)\s+(?:i\s+should|to)\s+(?:reach|contact|e-?mail|send|ask|write|message|meet)"
    r"|\b(?:planned|proposed|ideal|intended)\b|\btarget\b.*\bdate\b",
    re.IGNORECASE,
)
# "Reach out?" asks what to do, "Reached out?" what was done.
_INTENDED = expression(
    r"^\W*(?:should (?:i|we)\s+)?(?:reach out|get in touch|write|send|ask|apply|meet|talk|speak"
    r"|(?:contact|call|message|e-?mail|invite|thank|nudge)\s+(?:them|him|her|again))\b[^?]*\?",
    re.IGNORECASE,
)
_TO = expression(r"\b(?:intros?|introductions?|referrals?|introduced|referred)\s+to\b", re.IGNORECASE)
# Whom they named, not who named them.
_THEY = expression(
    r"\b(?:they|he|she)\s+(?:recommend|suggest|refer|introduc|connect|mention|pointed)|\bwho(?:m)? (?:else|next)\b",
    re.IGNORECASE,
)
# Who made the introduction: "Me la presentó", "Me l'a présentée", "Me l'ha presentato".
_TO_ME = expression(
    r"\b(?:me|ce)\s+(?:la|lo|las|los|l['’]\s?h?a)\b.*\b(?:pr[eé]sent|recom|raccom|consigli|pas[oó]|sugir)",
    re.IGNORECASE,
)
_NUMBERS = listed("1 2 3 4 5 1st 2nd 3rd 4th 5th first second third")
_DONE = frozenset({"contacted_on", "nudged_on", "responded_on", "met_on", "thanked_on"})


def _is_dated(plain: tuple[str, ...]) -> bool:
    """Whether a header asks for a day."""
    if plain[:1] in (("works",), ("now",)) or not _WHERE.isdisjoint(
        plain
    ):  # "Works at", "Now at", "Met where/when"
        return False
    return len(plain) > 1 and (plain[-1] in _ON or not _DATE_WORDS.isdisjoint(plain))


def _score(plain: tuple[str, ...], asides: tuple[str, ...], caption: tuple[str, ...]) -> dict[str, float]:
    own, cost = _corrected(plain)
    loose = [word for word in (*asides, *caption) if word not in own]
    if not own or FOREIGN.intersection(own) or any(_both(pair, own) for pair in APART):
        return {}
    found: dict[str, float] = {}
    pool = (*own, *loose)
    present = frozenset(pool)
    weight = {word: _weight(word) for word in own}
    for pattern in dict.fromkeys(chain.from_iterable(_index().get(word, ()) for word in pool)):
        field = pattern.field
        if pattern.strength <= found.get(field, 0.0) or any(map(present.isdisjoint, pattern.needed)):
            continue
        used = _fill(pattern, pool)
        if used is None or used.isdisjoint(own):
            continue
        matched = sum(max(weight[word], 0.5) for word in own if word in used)
        left = sum(
            min(weight[word], 0.1) if word in known_alone(field) else weight[word]
            for word in own
            if word not in used
        )
        if pattern.exact and left:
            continue
        left += sum(0.08 for word in loose if word not in used and word not in FILLER)
        found[field] = max(found.get(field, 0.0), pattern.strength * matched / (matched + left))
    found = {field: found[field] * cost for field in PATTERNS if field in found}
    if _THANKS.intersection(present):  # "Follow-up (did you send a thank-you?)" asks about the thanks
        for field in ("nudged_on", "follow_up_on", "contacted_on", "notes"):
            found.pop(field, None)
        found["thanked_on"] = max(found.get("thanked_on", 0.0), 0.8 * cost)
    return found


def _both(pair: tuple[frozenset[str], ...], own: tuple[str, ...]) -> bool:
    return all(not side.isdisjoint(own) for side in pair)


_THANKS = frozenset(map(_bare, SETS["thank"].split()))


def _weight(word: str) -> float:
    if word in FILLER:
        return 0.0
    return 0.25 if word in LIGHT or word.isdigit() else 1.0


def _fill(pattern: _Pattern, pool: tuple[str, ...]) -> frozenset[str] | None:
    """Words that fill the pattern, each slot with another word; None where a needed slot stays empty."""

    def place(slots: tuple[frozenset[str], ...], used: frozenset[str]) -> frozenset[str] | None:
        if not slots:
            return used
        for word in pool:
            if word in slots[0] and word not in used:
                done = place(slots[1:], used | {word})
                if done is not None:
                    return done
        return None

    used = place(pattern.needed, frozenset())
    if used is None:
        return None
    for slot in pattern.optional:
        word = next((word for word in pool if word in slot and word not in used), None)
        if word is not None:
            used |= {word}
    return used


@cache
def _slot(text: str) -> frozenset[str]:
    """Words that fill a slot, from how a pattern writes it: ``{sent}/date``."""
    return frozenset().union(
        *(_set(word[1:-1]) if word.startswith("{") else (_bare(word),) for word in text.split("/"))
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_bare(SETS[name]).split())


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """All patterns, the strongest of a field first."""
    found = []
    for field, lines in chain(PATTERNS.items(), TURNS.items()):
        for line in lines.strip().splitlines():
            strength, _, texts = line.strip().partition(" ")
            for text in texts.split(","):
                slots = text.strip().removeprefix("=").split()
                needed = tuple(_slot(slot) for slot in slots if not slot.endswith("?"))
                optional = tuple(_slot(slot[:-1]) for slot in slots if slot.endswith("?"))
                exact = text.lstrip().startswith("=")
                found.append(_Pattern(field, float(strength), exact, needed, optional))
    return tuple(found)


@cache
def _index() -> dict[str, list[_Pattern]]:
    """Patterns by the words of the slot that fewest words fill."""
    found: dict[str, list[_Pattern]] = {}
    for pattern in _patterns():
        for word in min(pattern.needed, key=len):
            found.setdefault(word, []).append(pattern)
    return found


@cache
def known_alone(field: str) -> frozenset[str]:
    """Give the words each of which names a field alone: "Notes" and "comments" do not get in each other's way."""
    return frozenset().union(
        *(
            pattern.needed[0]
            for pattern in _patterns()
            if pattern.field == field and len(pattern.needed) == 1 and pattern.strength >= 0.9
        )
    )


@cache
def _known() -> frozenset[str]:
    slots = {slot for pattern in _patterns() for slot in pattern.needed + pattern.optional}
    return frozenset().union(*slots) | FILLER | LIGHT | FOREIGN | KNOWN


@cache
def _shelves() -> dict[tuple[str, int], list[str]]:
    """Known words by first letter and length, so that a slip is looked for among a few only.

    A slip in one language makes a word of another one too easily: only the words of :mod:`.vocabulary` are here.
    """
    found: dict[tuple[str, int], list[str]] = {}
    others = {
        _bare(word) for tongue in TONGUES.values() for words in tongue.values() for word in words.split()
    }
    for word in sorted(_known() - others):
        found.setdefault((word[0], len(word)), []).append(word)
    return found


@lru_cache(maxsize=4096)
def split(header: str) -> tuple[str, ...]:
    """Give the words of a header without its asides, slips mended."""
    return _corrected(words(_ASIDE.sub(" ", header)))[0]


def _corrected(plain: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
    """Words with typing slips mended, and what the mending costs."""
    split = [half for word in plain for half in (_halves(word) if word not in _known() else (word,))]
    split = [_uninflected(word) for word in split]
    mended = [word if word in _known() else _mend(word) for word in split]
    if mended[:2] == ["data", "of"]:
        mended[0] = "date"
    cost = TYPO_COST if any(a != b for a, b in zip(mended, split, strict=True)) else 1.0
    return tuple(dict.fromkeys(mended)), cost


@lru_cache(maxsize=4096)
def _halves(word: str) -> tuple[str, ...]:
    """Give a compound in its two known words ("gesprachstermin", "kontaktdatum"), any other word as it is.

    Where words are not written apart ("首次联系日期") it is taken apart into all that are known.
    """
    if word[0] >= _UNSPACED:
        return _taken_apart(word)
    for cut in range(4, len(word) - 2):
        head, tail = word[:cut], word[cut:]
        if tail in _known() and len(tail) >= 3:
            for first in (head, head.removesuffix("s")):
                if len(first) >= 4 and first in _known():
                    return first, tail
    return (word,)


_UNSPACED = "\u3040"  # from here on kana, Chinese characters and Hangul


def _taken_apart(text: str) -> tuple[str, ...]:
    """Take a text without blanks apart, the longest known word first; what is unknown between them is a word too."""
    found: list[str] = []
    rest, unknown = text, ""
    while rest:
        size = next((n for n in range(len(rest), 0, -1) if rest[:n] in _known()), 0)
        if size:
            found += [unknown, rest[:size]] if unknown else [rest[:size]]
        unknown = "" if size else unknown + rest[0]
        rest = rest[size or 1 :]
    return (*found, unknown) if unknown else tuple(found)


_ENDINGS = ("as", "os", "es", "en", "er", "a", "e", "i", "o", "s", "n", "u")


@lru_cache(maxsize=4096)
def _uninflected(word: str) -> str:
    """Give the known word that differs in its ending only: "contactadas", "offices", "pozisyonu"."""
    if word in _known() or not word.isalpha():
        return word
    if len(word) < 6:
        return word[:-1] if len(word) == 5 and word[-1] == "s" and word[:-1] in _known() else word
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    forms = (stem + ending for stem in stems for ending in ("", "o", "a", "e"))
    return next((form for form in forms if len(form) >= 5 and form in _known()), word)


@lru_cache(maxsize=4096)
def _mend(word: str) -> str:
    """Give the one known word that is a slip away, else the word as it is."""
    if len(word) < 5 or not word.isalpha():
        return word
    letters = frozenset(word)
    for allowed in (1,) if len(word) < 9 else (1, 2):
        near = [
            known
            for length in range(max(5, len(word) - allowed), len(word) + allowed + 1)
            for known in _shelves().get((word[0], length), ())
            if len(letters.symmetric_difference(known)) <= 2 * allowed and _distance(word, known) <= allowed
        ]
        if near:
            return min(near)
    return word


def _distance(left: str, right: str) -> int:
    """Edits between two words, two letters swapped counting as one."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def alike(left: str, right: str) -> bool:
    """Whether two headers say the same, spelling apart."""
    return words(left) == words(right)


def is_key(header: str) -> bool:
    """Whether a header says that the column numbers the rows, or points to them: "contact_id", "ID", "#"."""
    return header.strip() == "#" or words(header)[-1:] in (("id",), ("nr",), ("no",), ("key",))


def is_plain_date(header: str) -> bool:
    """Whether a header says "date" and nothing about of what."""
    dates = frozenset(SETS["date"].split())
    found = [word for word in words(header) if word not in FILLER]
    return bool(found) and found != ["termin"] and all(word in dates for word in found)
