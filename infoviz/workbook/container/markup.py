"""XML parts: their encoding, and the one parser that reads them.

A document type is refused, as declared to the parser (a search for bytes would miss other encodings), and so
are elements nested too deep. Only parts that are read pass through here; all others are kept as they are.
"""

import codecs
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from infoviz.errors import DamagedFile, TooLarge, UnsafeFile
from infoviz.workbook.limits import DEFAULT, Limits

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]

DECLARED = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FINAL = True  # all of the part is there at once
SINGLE_BYTE = {"us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252"}


class Markup(NamedTuple):
    """A part's text as UTF-8 bytes, and how to turn it back into the part's own bytes.

    Attributes
    ----------
    text
        The part as UTF-8, without byte order mark; an encoding named in it is the original one.
    encoding
        The part's own encoding.
    mark
        Its byte order mark, or nothing.
    """

    text: bytes
    encoding: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: bytes) -> bytes:
        """Turn UTF-8 text into bytes in the part's own encoding, with its byte order mark.

        In a single-byte encoding a character that it lacks becomes a character reference.
        """
        if self.encoding == "utf-8":
            return self.mark + text
        return self.mark + text.decode("utf-8").encode(self.encoding, "xmlcharrefreplace")


def decode(path: Path, name: str, data: bytes) -> Markup:
    """Find a part's encoding and bring it to UTF-8.

    Raises
    ------
    UnsafeFile
        In an encoding other than UTF-8, UTF-16 or a plain single-byte one.
    DamagedFile
        Where bytes are wrong in the part's own encoding.

    Examples
    --------
    >>> part = decode(Path("a.xlsx"), "x.xml", "<a>é</a>".encode("utf-16"))
    >>> part.text.decode(), part.encoding
    ('<a>é</a>', 'utf-16-le')
    >>> part.encode(part.text) == "<a>é</a>".encode("utf-16")
    True
    """
    mark, encoding = next(((mark, own) for mark, own in MARKS if data.startswith(mark)), (b"", ""))
    body = data[len(mark) :] if mark else data
    if not encoding and body.startswith((b"<\0", b"\0<")):
        encoding = "utf-16-le" if body.startswith(b"<\0") else "utf-16-be"
    declared = DECLARED.match(body)
    if not encoding and declared:
        encoding = declared[1].decode("ascii").lower()
    if encoding in ("", "utf-8", "utf8"):
        return Markup(body, "utf-8", mark)
    if encoding not in SINGLE_BYTE and encoding not in ("utf-16-le", "utf-16-be"):
        raise UnsafeFile(path, f"its part {name} is written in the encoding {encoding}")
    try:
        return Markup(body.decode(encoding).encode("utf-8"), encoding, mark)
    except UnicodeError as error:
        raise DamagedFile(path, f"its part {name} holds characters that are none") from error


class _Stop(Exception):  # noqa: N818  not an error: leaves the parser early
    """Raised by a handler that has seen enough."""


def stop() -> None:
    """End the parse from within a handler: what follows is not looked at."""
    raise _Stop


def parse(
    path: Path,
    name: str,
    source: Markup | bytes,
    start: Start,
    end: End | None = None,
    characters: Characters | None = None,
    *,
    limits: Limits = DEFAULT,
) -> None:
    """Run the parser over a part.

    Parameters
    ----------
    path, name
        The file and the part, for messages.
    source
        The part.
    start, end, characters
        Called with ``"namespace local"`` names, their attributes, and text. They may call :func:`stop`.
    limits
        How many elements there may be, and how deep they may be nested.

    Raises
    ------
    DamagedFile
        Where the part is no well-formed XML.
    UnsafeFile, TooLarge
        Where it declares a document type, nests too deep, or has too many elements.
    """
    markup = source if isinstance(source, Markup) else decode(path, name, source)
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    level = count = 0
    deepest, most = limits.depth, limits.elements

    def refuse(*_: object) -> None:
        raise UnsafeFile(path, f"its part {name} declares a document type")

    def enter(tag: str, attributes: dict[str, str]) -> None:
        nonlocal level, count
        level += 1
        count += 1
        if level > deepest:
            raise UnsafeFile(path, f"its part {name} nests elements deeper than {deepest}")
        if count > most:
            raise TooLarge(path, f"its part {name} has more than {most:,} elements", "“elements”")
        start(tag, attributes)

    def leave(tag: str) -> None:
        nonlocal level
        level -= 1
        if end:
            end(tag)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    if characters:
        parser.CharacterDataHandler = characters
    try:
        parser.Parse(markup.text, FINAL)
    except _Stop:
        pass
    except expat.ExpatError as error:
        raise DamagedFile(path, f"its part {name} is damaged: {error}") from error
