"""Which legacy encoding a text is in, by the letters that come out: those of one language, or of none."""

import unicodedata
from collections import Counter
from typing import Final, NamedTuple

# The letters outside ASCII of the languages that are written in each family of encodings: the common ones, the rare.
_LANGUAGES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "western": (
        ("äöüß", "éèàç"),
        ("éèàêçôîûùâ", "ëïœæüÿñ"),
        ("áéíóúñ", "ü¿¡ºª"),
        ("ãçáéíóõêâ", "úôàüºª"),
        ("àèéìòù", "îóº"),
        ("åäö", "éüæøá"),
        ("æøå", "éäöòôü"),
        ("ëéïöè", "üçáó"),
        ("áéíóúæö", "ðýþ"),
        ("àéèíòóúç", "ïü·"),
    ),
    "central": (
        ("łąęóśżćń", "źéäöü"),
        ("áíéěšřčžýů", "úťďňóôľĺŕäöü"),
        ("áéíóöőúüű", ""),
        ("šžčćđ", "ž"),
        ("ăâîşţ", ""),
    ),
    "turkish": (("ışğüöçİ", "âî"),),
    "baltic": (("ėšųžąčęįū", ""), ("āēīšūžņļķģč", ""), ("õäöüšž", "")),
    "cyrillic": (("оеаинтсрвлкмдпуя", "ыьгзбчйхжшюцщэфъё"), ("оаинтевірлксмдпу", "язьбгчйхїжшєюцщфґ'")),
    "greek": (("αοιετσνηυρπκμλςό", "άίέήύώωγδχθφβξζψϊ"),),
}
_FAMILIES: Final[dict[str, str]] = {
    "cp1252": "western",
    "cp1250": "central",
    "iso8859_2": "central",
    "cp1254": "turkish",
    "mac_roman": "western",
    "iso8859_15": "western",
    "cp1257": "baltic",
    "cp1251": "cyrillic",
    "koi8_r": "cyrillic",
    "cp866": "cyrillic",
    "mac_cyrillic": "cyrillic",
    "cp1253": "greek",
    "iso8859_7": "greek",
}  # in this order where the letters do not tell
_MARKS: Final = "–—‘’“”„«»…€\xa0"
_PUNCTUATION: Final = frozenset("‚°§·•№£±½×→✓")
_WORDS: Final = frozenset("àáéèíóòåøæö")  # letters that are words, where a language has any
_EASTERN: Final = ("cp932", "gb18030", "big5", "cp949", "euc_jp")

LEAST = 0.55  # what a letter must be worth on average
_RARE, _ODD = 0.7, -2.0
_SAMPLE = 1 << 16


class _Guess(NamedTuple):
    worth: float
    encoding: str


def by_letters(sample: bytes) -> str | None:
    """Name the encoding in which a text has the letters of one language; None where there is none.

    Examples
    --------
    >>> by_letters("Łukasz Wiśniewski, Żabka".encode("cp1250")), by_letters("Анна Иванова".encode("koi8_r"))
    ('cp1250', 'koi8_r')
    """
    sample = sample[:_SAMPLE]
    guesses = [guess for name in _FAMILIES if (guess := _alphabetic(sample, name)) is not None]
    guesses += [guess for name in _EASTERN if (guess := _eastern(sample, name)) is not None]
    best = max(guesses, key=lambda guess: guess.worth, default=None)
    return best.encoding if best is not None and best.worth >= LEAST else None


def _alphabetic(sample: bytes, encoding: str) -> _Guess | None:
    """Say what the letters outside ASCII are worth in the language that they fit best."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return None
    found = Counter(
        (before, letter, after)
        for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False)
        if letter > "\x7f"
    )
    family = _FAMILIES[encoding]
    script = family in ("cyrillic", "greek")
    placed = Counter[str]()
    for (before, letter, after), count in found.items():
        placed[letter.lower() if _stands_well(before, letter, after, script=script) else ""] += count
    said = max(placed.total(), 1)
    return _Guess(max(_worth(placed, *letters) for letters in _LANGUAGES[family]) / said, encoding)


def _worth(placed: Counter[str], common: str, rare: str) -> float:
    worth = 0.0
    for letter, count in placed.items():
        if letter and (letter in common or letter in _MARKS or letter == "i̇"):
            worth += count
        elif letter and (letter in rare or letter in _PUNCTUATION):
            worth += count * _RARE
        else:
            worth += count * _ODD
    return worth


def _stands_well(before: str, letter: str, after: str, *, script: bool) -> bool:
    """Whether a letter may stand there: no capital inside a word, no dash between letters, no two scripts in a word."""
    if not letter.isalpha():
        return letter == "’" or not (before.isalpha() and after.isalpha())
    if not script and not before.isalnum() and not after.isalnum() and letter.lower() not in _WORDS:
        return False
    if letter.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return False
    return not script or not any(beside.isascii() and beside.isalpha() for beside in (before, after))


def _eastern(sample: bytes, encoding: str) -> _Guess | None:
    """Say how far a text is in Japanese, Chinese or Korean: kana, Hangul, or the common half of the characters."""
    try:
        text = sample[: _whole(sample, encoding)].decode(encoding)
    except UnicodeDecodeError:
        return None
    found = Counter(letter for letter in text if letter > "\x7f")
    said = max(found.total(), 1)
    kinds = Counter[str]()
    for letter, count in found.items():
        kinds[_kind(letter, encoding)] += count
    own = {"cp932": "HIRAGANA KATAKANA", "euc_jp": "HIRAGANA KATAKANA", "cp949": "HANGUL"}.get(encoding)
    if own is None:
        worth = kinds["common"] + kinds["mark"] - 2.0 * (said - kinds["common"] - kinds["mark"])
        return _Guess(0.95 * worth / said, encoding)
    script = sum(kinds[name] for name in own.split())
    worth = script + kinds["mark"] + (kinds["common"] if script else 0)
    return _Guess((worth - 2.0 * (said - worth)) / said, encoding)


def _whole(sample: bytes, encoding: str) -> int:
    """Where to cut a sample so that no character is cut in two."""
    if len(sample) < _SAMPLE:
        return len(sample)
    return sample.rfind(b"\n") + 1 or len(sample)


def _kind(letter: str, encoding: str) -> str:
    """Say what a character is: of a script, a mark, or one of the characters that everybody uses."""
    script = unicodedata.name(letter, "").split(" ")[0]
    if script in ("HIRAGANA", "KATAKANA"):
        return script
    if "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uff60":
        return "mark"
    lead, *rest = letter.encode(encoding)
    if script == "HANGUL":
        return script if 0xB0 <= lead <= 0xC8 and rest[0] >= 0xA1 else ""
    common = {
        "gb18030": (0xB0, 0xD7),
        "big5": (0xA4, 0xC6),
        "cp932": (0x88, 0x98),
        "euc_jp": (0xB0, 0xCF),
    }
    low, high = common.get(encoding, (1, 0))
    in_table = encoding != "gb18030" or rest[0] >= 0xA1
    return "common" if script == "CJK" and low <= lead <= high and in_table else ""
