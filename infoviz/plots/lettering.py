"""Words on a chart: fonts that have the letters, labels that fit.

A person's tracker holds names in any script. matplotlib falls back through a list of font families; this
module finds, among the fonts installed, those that hold the letters which the default font lacks.
"""

from collections.abc import Iterable
from functools import cache

from matplotlib.font_manager import FontProperties, fontManager, get_font

BASE = "DejaVu Sans"  # comes with matplotlib
UNKNOWN = "\N{REPLACEMENT CHARACTER}"

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
def _letters(family: str) -> frozenset[int]:
    path = fontManager.findfont(FontProperties(family=[family]), fallback_to_default=True)
    return frozenset(get_font(path).get_charmap())


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


def families(texts: Iterable[str]) -> list[str]:
    """Font families which together hold every letter of the texts that any installed font has."""
    found = dict.fromkeys([BASE])
    for letter in sorted({letter for text in texts for letter in text if not letter.isspace()}):
        family = _family_for(letter)
        if family:
            found[family] = None
    return list(found)


def legible(text: str, length: int = 32) -> str:
    """Shorten a text to one line of at most ``length`` letters, and replace letters that no installed font has.

    A ``$`` is kept from starting a formula.
    """
    line = " ".join(text.split())
    if len(line) > length:
        line = f"{line[: length - 1].rstrip()}…"
    # Joiners and variation selectors have no shape of their own: without their emoji they show as boxes.
    kept = [letter for letter in line if letter not in "\u200d\ufe0f\ufe0e"]
    shown = "".join(letter if letter == " " or _family_for(letter) else UNKNOWN for letter in kept)
    return shown.replace("$", r"\$")
