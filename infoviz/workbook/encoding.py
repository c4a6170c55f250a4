"""The encoding of a text file."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from infoviz.errors import UnreadableFile

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 1 << 18
FEW = 0.2  # share of letters outside ASCII up to which a text is taken for one in Latin script
CENTRAL_EUROPE = {"Czech", "Polish", "Hungarian", "Slovak", "Slovene", "Croatian", "Romanian"}
OTHER_SCRIPTS = re.compile(
    r"cp125[1356]|cp9\d\d|cp8[6-7]\d|gb|big5|euc|shift|johab|hz|koi8|iso2022|tis|iso8859_[5-8]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
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
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if max(even, odd) * 2 >= len(sample) // 2 and min(even, odd) * 10 <= max(even, odd):
            return "utf-16-le" if odd > even else "utf-16-be"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(path, sample)
    return "utf-8"


def _guessed(path: Path, sample: bytes) -> str:
    """Choose a legacy encoding: Western European unless the letters say otherwise."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    letters = sum(byte > 127 or 65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    few = sum(byte > 127 for byte in sample) <= FEW * letters
    central = best is not None and best.encoding == "cp1250" and best.language in CENTRAL_EUROPE
    if (
        few
        and not central
        and not (
            best
            and OTHER_SCRIPTS.match(best.encoding)
            and _decodes(sample, best.encoding)
            and not _decodes(sample, "cp1252")
        )
    ):
        return "cp1252" if _decodes(sample, "cp1252") else "latin-1"
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
