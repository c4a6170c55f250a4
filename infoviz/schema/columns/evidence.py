"""What a sample of a column holds, boiled down to shares; :mod:`.fits` holds them against the fields."""

import re
import statistics
from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Kind, Value
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.expressions import expression
from infoviz.schema.remembered import remembered
from infoviz.schema.values import lexicon
from infoviz.schema.values.compound import split_company_role, split_name_title
from infoviz.schema.values.datetext import read_text
from infoviz.schema.values.yesno import UNKNOWN, yes_or_no
from infoviz.schema.words import plain, says_nothing

_EMAIL = expression(r"[^\s@<>,;:()]+@[^\s@<>,;:()]+\.[a-z]{2,}", re.IGNORECASE)
_URL = expression(
    r"(?:https?://|www\.)\S+|/?in/[\w-]+/?$"
    r"|(?:[a-z0-9-]+\.)+(?:com|org|net|io|edu|gov|de|fr|es|it|nl|co|uk|eu|me|ai|app|dev|example|test)(?:/\S*)?$",
    re.IGNORECASE,
)
_PHONE = expression(r"\+?[(\d][\d\s().\-/x]{5,}(?:\s*(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_HANDLE = expression(r"@[\w.]{2,}")
_DURATION = expression(
    r"~?\s*\d+(?:[.,:]\d+)?\s*(?:-\s*\d+\s*)?(?:m|min|mins|minutes?|minuten|h|hr|hrs|hours?|std|stunden?|')\.?"
    r"(?:\s*\d+\s*(?:m|min)?)?|\d{1,2}:[0-5]\d(?::[0-5]\d)?|(?:half )?an? (?:half )?hour",
    re.IGNORECASE,
)
_RHYTHM = expression(
    r"(?:every|each|alle|tous|cada|ogni)\b.*|\d+\s*(?:d|days?|weeks?|months?|w|m|tage|wochen|monate)\.?"
    r"|.*\b(?:weekly|monthly|quarterly|yearly|annually|biweekly|fortnightly|daily)\b.*",
    re.IGNORECASE,
)
_HONORIFIC = expression(
    r"^(?:dr|prof|professor|mr|mrs|ms|mx|herr|frau|mme|m|sr|sra|dott|ing|dipl|rev|sir)\b\.?\s+", re.IGNORECASE
)
_SUFFIX = expression(
    r"(?:,?\s+(?:ph\.?d|m\.?d|mba|jr|sr|ii|iii|esq|cpa|msc|ma|ba|rn|pe)\.?)+$|\s*\([^)]*\)\s*$", re.IGNORECASE
)
_PARTICLES = frozenset(
    """
    de da di do dos das del della van von der den ten ter la le el al bin ibn y e zu zur af av du st mc o
    """.split()  # noqa: SIM905
)
_INITIAL = expression(r"[^\W\d_a-z][^\W\d_]{2,} [^\W\d_a-z]\.")  # "Yolanda H."
_MONTH = expression(r"(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])|[^\W\d_]{3,10}\.?,? (?:19|20)\d\d")
_LINKED = expression(r"(\S.*?)\s*\(https?://\S+\)(?:,\s*|$)", re.IGNORECASE)  # a page that another page names
_ENDS_A_NAME = expression(r"[;/|\n]|\s[-–—@]\s|\band\b|&")
_NAME_PART = expression(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*\.?")


class Profile(NamedTuple):
    """What a sample of a column holds, as shares (0 to 1) of the cells that say anything.

    Attributes
    ----------
    said
        How many cells of the sample say anything.
    looked
        How many cells the sample has.
    distinct
        Distinct values among them, as a share.
    dates, remarked, serials, numbers, whole, ticks, emails, urls, phones, durations, rhythms
        Dates (as cells or text), those with words beside them, numbers, whole numbers, yes/no in any spelling, pages
        on LinkedIn, and so on.
    persons, named, organizations, titles, places
        Texts in the shape of a person's name, those with a known first name, with a word of organizations, of job
        titles, of places.
    channels, modes, meetings, sources, feelings, ratings, statuses, responses
        Texts with a word of these.
    months
        Texts that give a month and no day ("2026-03", "June 2025").
    codes
        Texts of two or three capital letters, as those for states are.
    long
        Texts of more than six words.
    words
        Words a text, on average.
    middle
        Median of the numbers, None where there are none.
    foreign
        Texts without a Latin letter.
    pair
        ``"name and role"`` or ``"organization and role"`` where most cells hold two things.
    """

    said: int = 0
    looked: int = 0
    distinct: float = 0.0
    dates: float = 0.0
    remarked: float = 0.0
    serials: float = 0.0
    numbers: float = 0.0
    whole: float = 0.0
    ticks: float = 0.0
    emails: float = 0.0
    urls: float = 0.0
    profiles: float = 0.0
    phones: float = 0.0
    handles: float = 0.0
    durations: float = 0.0
    rhythms: float = 0.0
    persons: float = 0.0
    named: float = 0.0
    organizations: float = 0.0
    titles: float = 0.0
    places: float = 0.0
    channels: float = 0.0
    modes: float = 0.0
    meetings: float = 0.0
    sources: float = 0.0
    feelings: float = 0.0
    ratings: float = 0.0
    months: float = 0.0
    codes: float = 0.0
    statuses: float = 0.0
    responses: float = 0.0
    long: float = 0.0
    words: float = 0.0
    middle: float | None = None
    foreign: float = 0.0
    pair: str = ""

    @property
    def text(self) -> float:
        """Share of plain text: nothing that a machine would know."""
        return max(0.0, 1 - max(self.dates + self.numbers + self.ticks, self.emails, self.urls, self.phones))

    @property
    def odd(self) -> float:
        """Share of what no name, place or word is."""
        return self.dates + self.numbers + self.ticks + self.emails + self.urls


@remembered
def profile(column: Column, positions: npt.NDArray[np.int64]) -> Profile:
    """Boil a sample of a column down to its shares.

    Parameters
    ----------
    column
        The column.
    positions
        The positions of the sample (0-based).
    """
    filled = positions[column.kinds[positions] != Kind.BLANK]
    values = [column.value(position) for position in filled.tolist()]
    said = [
        value
        for value in values
        if value is not None and not (isinstance(value, str) and says_nothing(value))
    ]
    if not said:
        return Profile(looked=len(positions))
    marks: dict[str, float] = {}
    for value in said:
        for mark in _marks(value) if isinstance(value, str) else _typed(value):
            marks[mark] = marks.get(mark, 0.0) + 1
    counted = [count for value in said if (count := _count(value)) is not None]
    if max(counted, default=0.0) > 1:  # 0, 1, 2 are counts and no ticks
        marks["ticks"] = marks.get("ticks", 0.0) - sum(count <= 1 for count in counted)
    count = len(said)
    numbers = [number for value in said if (number := _number(value)) is not None]
    serials = [number for number in numbers if 36_000 < number < 55_000]
    if len(serials) >= 0.8 * count and "dates" not in marks:  # days as bare serial numbers, 1998 to 2050
        marks["serials"] = len(serials)
    texts = [value for value in said if isinstance(value, str)]
    return Profile(
        pair=_pair(texts) if marks.get("titles", 0.0) >= 0.3 * count else "",
        said=count,
        looked=len(positions),
        distinct=len({str(value).casefold() for value in said}) / count,
        words=sum(len(text.split()) for text in texts) / len(texts) if texts else 0.0,
        middle=statistics.median(numbers) if numbers else None,
        **{mark: found / count for mark, found in marks.items()},
    )


def _count(value: Value) -> float | None:
    """Give a value that is a small whole number, typed or as text."""
    if isinstance(value, str):
        return float(value) if len(value) <= 3 and value.isascii() and value.isdigit() else None
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if 0 <= value < 1_000 and float(value).is_integer() else None


def _pair(texts: list[str]) -> str:
    """Whether the texts hold two things each."""
    split = split_name_title(texts)
    if split is not None and sum(_person(name)[0] for name in split.firsts if name) >= 0.6 * len(texts):
        return "name and role"
    split = split_company_role(texts)
    return "organization and role" if split is not None and split.share >= 0.6 else ""


def _number(value: Value) -> float | None:
    if isinstance(value, str):
        try:
            return float(value.replace(",", "."))
        except ValueError:
            found = re.match(r"\s*~?\s*(\d+)", value)
            return float(found[1]) if found else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _typed(value: Value) -> list[str]:
    """Mark a cell that is no text."""
    if isinstance(value, bool):
        return ["ticks"]
    if isinstance(value, date | datetime):
        return ["dates"]
    if isinstance(value, time):
        return ["durations"]
    if isinstance(value, int | float):
        marks = ["numbers"]
        if float(value).is_integer():
            marks.append("whole")
            if value >= 1_000_000:
                marks.append("phones")
            if 19_900_101 <= value <= 21_001_231:
                return ["dates"]
            if value in (0, 1):
                marks.append("ticks")
        return marks
    return []


@lru_cache(maxsize=16_384)
def _marks(text: str) -> tuple[str, ...]:
    """Mark a text."""
    bare = _LINKED.sub(r"\1", text.strip())
    if _EMAIL.search(bare):
        return ("emails",)
    if _URL.search(bare):
        return ("urls", "profiles") if "linkedin.com/in/" in bare.casefold() else ("urls",)
    found = read_text(bare)
    if not found.readings and _PHONE.fullmatch(bare) and sum(c.isdigit() for c in bare) >= 7:
        return ("phones",)
    if (yes_or_no(bare) != UNKNOWN and len(bare.split()) <= 3) or bare in ("O", "o"):
        return ("ticks", "responses", *_word_marks(bare))
    if found.readings and len(found.words) <= 30:
        return ("dates", "remarked") if found.words else ("dates",)
    marks: list[str] = ["months"] if _MONTH.fullmatch(bare) else []
    if len(bare) in (2, 3) and bare.isalpha() and bare.isupper():
        marks.append("codes")
    if _DURATION.fullmatch(bare):
        marks.append("durations")
    if _RHYTHM.fullmatch(bare):
        marks.append("rhythms")
    try:
        float(bare.replace(",", "."))
    except ValueError:
        pass
    else:
        marks.append("numbers")
    if _HANDLE.fullmatch(bare):
        marks.append("handles")
    return (*marks, *_word_marks(bare))


def _word_marks(text: str) -> list[str]:
    """Mark a text by its words and its shape."""
    found = plain(text).split()
    marks = ["long"] if len(found) > 6 else []
    kind, known = _person(text)
    if not any("a" <= c <= "z" for c in plain(text)):
        marks.append("foreign")
    known_words = set(found)
    title = bool(known_words & lexicon.TITLE_WORDS)
    organization = bool(known_words & lexicon.ORGANIZATION_WORDS)
    if len(found) <= 8:
        if title:
            marks.append("titles")
        if organization:
            marks.append("organizations")
        if kind and not title and not (organization and not known):
            marks.append("persons")
            if known:
                marks.append("named")
    for mark, vocabulary in _VOCABULARIES.items():
        if len(found) <= 6 and known_words & vocabulary:
            marks.append(mark)
    if len(found) <= 4 and "named" not in marks:
        meaning = interpret(text)
        marks += ["responses"] if meaning.response or meaning.silence else []
        marks += ["statuses"] if meaning.recognised else []
    return list(dict.fromkeys(marks))


_VOCABULARIES = {
    "places": lexicon.PLACES,
    "channels": lexicon.CHANNELS,
    "modes": lexicon.MODES,
    "meetings": lexicon.MEETINGS,
    "sources": lexicon.SOURCES,
    "feelings": lexicon.FEELINGS,
    "ratings": lexicon.RATINGS,
    "statuses": lexicon.STATUSES,
    "responses": lexicon.RESPONSES,
}


def _person(text: str) -> tuple[bool, bool]:
    """Whether a text has the shape of a person's name (or a list of them), and whether a first name in it is known."""
    whole = _SUFFIX.sub("", text.strip())  # first, for "(she/her)" holds what would end a name
    bare = _SUFFIX.sub("", _HONORIFIC.sub("", _ENDS_A_NAME.split(whole)[0].strip()))
    if "," in bare:
        head, _, tail = bare.partition(",")
        reversed_ = len(tail.split()) == 1 and len(head.split()) <= 2  # "Doe, Jane"
        bare = f"{tail.strip()} {head}" if reversed_ else head
    tokens = bare.split()
    if not 1 <= len(tokens) <= 5 or not all(_NAME_PART.fullmatch(token) for token in tokens):
        return False, False
    if len(tokens) == 1 and tokens[0][0].isupper() and _HONORIFIC.match(text.strip()):
        return True, True  # "Prof. Hale"
    known = plain(tokens[0]).split(" ")[0] in lexicon.FIRST_NAMES or bool(
        _INITIAL.fullmatch(" ".join(tokens))
    )
    capital = all(
        token[0].isupper() or token.lower() in _PARTICLES or not token[0].islower() for token in tokens
    )
    if len(tokens) == 1:
        return known, known
    return capital or known, known
