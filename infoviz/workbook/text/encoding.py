"""The encoding of a text file."""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from infoviz.errors import UnreadableFile
from infoviz.workbook.text.letters import by_letters

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 1 << 18
FEW = 1 / 3  # share of letters outside ASCII up to which a text is taken for one in Latin script
OTHER_SCRIPTS = [
    "cp1251", "koi8_r", "cp866", "mac_cyrillic", "cp1253", "iso8859_7", "cp1254", "cp1255", "cp1256", "cp874",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip


class Decoded(NamedTuple):
    """A text file's text, and how to turn it back into bytes.

    Attributes
    ----------
    text
        The text without its byte order mark.
    encoding
        Name of the encoding.
    mark
        Its byte order mark, or nothing.
    faithful
        True where encoding the text gives back the very bytes that were read.
    """

    text: str
    encoding: str
    mark: bytes
    faithful: bool


def decode_text(path: Path, data: bytes) -> Decoded:
    """Find the encoding of a text file: by its mark, as UTF-8, or by its letters.

    Raises
    ------
    UnreadableFile
        Where the bytes are no text, or wrong in the encoding that the mark announces.
    """
    mark, encoding = next(((mark, own) for mark, own in MARKS if data.startswith(mark)), (b"", ""))
    body = data[len(mark) :]
    if not encoding:
        encoding = _unmarked(path, body)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        remedy = "Save it anew as CSV UTF-8 in the program that made it."
        why = f"this file is not written in {encoding}, as it seems to be (byte {error.start + len(mark):,})"
        raise UnreadableFile(path, why, remedy) from error
    odd = BINARY.search(text)
    if odd:
        remedy = "Export it as CSV UTF-8 from the program that made it."
        raise UnreadableFile(path, f"this is no text file (it has the character U+{ord(odd[0]):04X})", remedy)
    return Decoded(text, encoding, mark, text.encode(encoding) == body)


def _unmarked(path: Path, body: bytes) -> str:
    sample = body[:SAMPLE]
    if 0 in sample:
        wide = _wide(sample)
        if wide:
            return wide
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(path, body, sample)
    return "utf-8"


def _wide(sample: bytes) -> str:
    """Name the order of the bytes of a text in UTF-16; nothing where it is none.

    In a script without ASCII letters only the marks between the cells have a byte of zero.
    """
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) * 2 >= len(sample) // 2:
        return encoding
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    letters = sum(letter.isalnum() for letter in text)
    parted = any(mark in text for mark in ",;\t")
    return encoding if parted and letters * 2 >= len(text) and not BINARY.search(text) else ""


def _guessed(path: Path, body: bytes, sample: bytes) -> str:
    """Choose a legacy encoding: by its letters; else one for Latin script where most letters are ASCII."""
    found = by_letters(sample)
    if found is not None and _decodes(body, found):
        return found
    letters = sum(byte > 127 or 65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    if sum(byte > 127 for byte in sample) <= FEW * letters:
        return next(name for name in ("cp1252", "cp1250", "latin-1") if _decodes(sample, name))
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=OTHER_SCRIPTS).best()
    if best is None:
        remedy = "Save it anew as CSV UTF-8 in the program that made it."
        raise UnreadableFile(path, "the encoding of this file cannot be recognized", remedy)
    return best.encoding


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
