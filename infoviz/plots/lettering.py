"""Words on a chart: fonts that have the letters, labels that fit.

A person's tracker holds names in any script. matplotlib falls back through a list of font families; this
module finds, among the fonts installed, those that hold the letters which the default font lacks, and tells
how wide a text will be before it is drawn.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags

HINTED = 1.03  # on a screen letters are set to whole dots, which can widen them by so much
SMALL = 8.5  # points
TEXT = 10.0
BASE = "DejaVu Sans"  # comes with matplotlib
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
ISOLATE, RELEASE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
SHAPELESS = frozenset(
    "\u200b\u200d\u200e\u200f\ufe0e\ufe0f\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
)

# Families known to hold much beyond Latin, by first code point of the scripts that they serve.
CANDIDATES = (
    (0x0590, ("Noto Sans Hebrew", "Arial", "Arial Hebrew", "Segoe UI")),
    (0x0600, ("Noto Sans Arabic", "Noto Naskh Arabic", "Arial", "Segoe UI", "Geeza Pro", "Tahoma")),
    (0x0900, ("Noto Sans Devanagari", "Nirmala UI", "Mangal", "Kohinoor Devanagari")),
    (0x0980, ("Noto Sans Bengali", "Nirmala UI", "Kohinoor Bangla")),
    (0x0A00, ("Noto Sans Gurmukhi", "Noto Sans Gujarati", "Noto Sans Tamil", "Noto Sans Telugu", "Nirmala UI")),
    (0x0C80, ("Noto Sans Kannada", "Noto Sans Malayalam", "Noto Sans Sinhala", "Nirmala UI")),
    (0x0E00, ("Noto Sans Thai", "Noto Sans Lao", "Leelawadee UI", "Thonburi")),
    (0x1000, ("Noto Sans Myanmar", "Noto Sans Georgian", "Noto Sans Ethiopic", "Noto Sans Khmer", "Nyala")),
    (0x2E00, ("Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans JP", "Noto Sans SC", "Yu Gothic")),
    (0x4E00, ("Noto Sans CJK JP", "Noto Sans CJK SC", "Microsoft YaHei", "Yu Gothic", "Hiragino Sans", "PingFang SC")),
    (0xAC00, ("Noto Sans CJK KR", "Noto Sans CJK JP", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo")),
    (0xD7B0, ("Noto Sans CJK JP", "Microsoft YaHei", "Hiragino Sans")),
    (0x10000, ("Noto Sans Symbols2", "Noto Sans Symbols 2", "Segoe UI Symbol", "Symbola", "Noto Sans Math")),
)  # fmt: skip
ANYWHERE = ("Noto Sans", "Arial Unicode MS", "Segoe UI Symbol", "Noto Sans Symbols", "Noto Sans Symbols2")


@cache
def _installed() -> frozenset[str]:
    return frozenset(entry.name for entry in fontManager.ttflist)


@cache
def _file(family: str) -> str:
    return fontManager.findfont(FontProperties(family=[family]), fallback_to_default=True)


@cache
def _letters(family: str) -> frozenset[int]:
    return frozenset(get_font(_file(family)).get_charmap())


@cache
def _family_for(letter: str) -> str | None:
    """First installed family that has the letter."""
    code = ord(letter)
    served: tuple[str, ...] = ()
    for begin, names in CANDIDATES:
        if code >= begin:
            served = names
    for family in (BASE, *served, *ANYWHERE):
        if family in _installed() and code in _letters(family):
            return family
    return None


@cache
def _advance(letter: str) -> float:
    """Width of a letter as a share of the size of its font."""
    if letter in SHAPELESS or unicodedata.combining(letter):
        return 0.0
    font = get_font(_file(_family_for(letter) or BASE))
    font.set_size(100, 72)
    return float(font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / 100


def families(texts: Iterable[str]) -> list[str]:
    """Font families which together hold every letter of the texts that any installed font has."""
    found = dict.fromkeys([BASE])
    for letter in sorted({letter for text in texts for letter in text if not letter.isspace()}):
        family = _family_for(letter)
        if family:
            found[family] = None
    return list(found)


def width(text: str, size: float = SMALL) -> float:
    """Inches that one line of text takes at most, set in a size in points; kerning and ligatures left out."""
    return sum(_advance(letter) for letter in text) * size / 72 * HINTED


def legible(text: str, inches: float = 2.2, size: float = SMALL) -> str:
    r"""Make one line of a text that is no wider than so many inches, of letters that some installed font has.

    A ``$`` is kept from starting a formula, and words written from right to left keep to themselves: a count
    that follows them still stands on their right.

    Examples
    --------
    >>> legible("Ana   Ruiz"), legible("Ana Ruiz of the Fictional Company", inches=1.0), legible("$5")
    ('Ana Ruiz', 'Ana Ruiz of th…', '\\$5')
    """
    # Joiners and variation selectors have no shape of their own: without their emoji they show as boxes.
    kept = "".join(letter for letter in " ".join(text.split()) if letter not in SHAPELESS)
    line = "".join(letter if letter == " " or _family_for(letter) else UNKNOWN for letter in kept)
    line = _cut(line, inches, size).replace("$", r"\$")
    turned = any(unicodedata.bidirectional(letter) in {"R", "AL", "AN"} for letter in line)
    return f"{ISOLATE}{line}{RELEASE}" if turned else line


def _cut(line: str, inches: float, size: float) -> str:
    if width(line, size) <= inches:
        return line
    room = inches - width("…", size)
    end = 0
    while end < len(line) and room >= (taken := width(line[end], size)):
        room -= taken
        end += 1
    while end and unicodedata.combining(line[end]):
        end -= 1  # an accent stays with its letter
    return f"{line[:end].rstrip()}…"


def lines(text: str, inches: float, size: float = TEXT) -> str:
    """Break a sentence of ours between words into lines no wider than so many inches."""
    rows = [""]
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}" if rows[-1] else word
        if rows[-1] and width(longer, size) > inches:
            rows.append(word)
        else:
            rows[-1] = longer
    return "\n".join(rows)
