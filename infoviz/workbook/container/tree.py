"""The XML of one part as a tree of byte offsets, and how to splice into it without touching the rest.

Offsets count in the part's UTF-8 text. Text is never decoded and written anew, so line ends, quoting and odd
spacing outside a splice stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from infoviz.errors import PartRefused

DEEPEST = 100
MOST_DIGITS = 9
FINAL = True  # expat is given the whole text at once

_ATTRIBUTE = re.compile(rb"""(\s+)([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_PREFIX = re.compile(rb"<([^\s/>:]+:)?")
_QUIET = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)


def blank_quiet(data: bytes) -> bytes:
    """Blank comments, CDATA sections and instructions, keeping every offset, so that ``<`` begins tags only."""
    if data.find(b"<!") < 0 and data.find(b"<?", 1) < 0:  # the declaration at the top holds no tag
        return data
    return _QUIET.sub(lambda match: b" " * len(match[0]), data)


def start_tag(data: bytes, start: int = 0) -> bytes:
    """Return the start tag at ``start``; a ``>`` inside an attribute does not end it."""
    match = _TAG.match(data, start)
    return match[0] if match else b""


def attributes(tag: bytes) -> dict[bytes, bytes]:
    """Attributes of a start tag by their written name, values as written (entities not resolved)."""
    return {match[2]: match[3][1:-1] for match in _ATTRIBUTE.finditer(tag)}


def whole(written: str | bytes | None, otherwise: int = 0) -> int:
    """Read a whole number of at most nine digits; another one is given for whatever else is written.

    Examples
    --------
    >>> whole("12"), whole(b"x", 1), whole("9" * 5000), whole(None)
    (12, 1, 0, 0)
    """
    text = written.decode("utf-8", "replace") if isinstance(written, bytes) else written or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else otherwise


def with_attribute(tag: bytes, name: bytes, value: bytes | None) -> bytes:
    """Give a start tag an attribute (added at its end), another value for it, or none.

    Examples
    --------
    >>> with_attribute(b'<c r="B7" t="s"/>', b"t", None), with_attribute(b'<c r="B7"/>', b"s", b"3")
    (b'<c r="B7"/>', b'<c r="B7" s="3"/>')
    """
    for match in _ATTRIBUTE.finditer(tag):
        if match[2] != name:
            continue
        if value is None:
            return tag[: match.start()] + tag[match.end() :]
        quote = match[3][:1]
        return tag[: match.start(3)] + quote + value + quote + tag[match.end(3) :]
    if value is None:
        return tag
    end = len(tag[: -2 if tag.endswith(b"/>") else -1].rstrip())
    return tag[:end] + b" " + name + b'="' + value + b'"' + tag[end:]


def opened(tag: bytes) -> bytes:
    """Turn the tag of an empty element (``<row/>``) into a start tag; a start tag stays."""
    return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag


def escape(text: str) -> bytes:
    """Write text as character data or a double-quoted attribute value, in UTF-8."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;").encode()


def quoted(text: str) -> bytes:
    """Write text as the value of an attribute, whichever quotes stand around it."""
    text = escape(text).decode().replace('"', "&quot;").replace("'", "&apos;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;").encode()


@dataclass(slots=True, eq=False)
class Element:
    """One element and where it lies.

    Attributes
    ----------
    name, namespace
        Local name and namespace address (empty where there is none).
    attributes
        Values by local name; an attribute with a prefix is found under ``"{address}name"``.
    start, inner, close, end
        Offsets of the start tag, of the content, of the end tag, and just behind it; in an element without end
        tag ``inner == close == end``.
    text
        Its direct character data.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether it is written as one empty tag."""
        return self.close == self.end

    def every(self, *names: str) -> list["Element"]:
        """Children of these local names, in order."""
        return [child for child in self.children if child.name in names]

    def first(self, *names: str) -> "Element | None":
        """First child of one of these local names."""
        return next((child for child in self.children if child.name in names), None)

    def walk(self) -> Iterator["Element"]:
        """Go through the element and everything in it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Builder:
    """Builds the tree of one part from expat's events."""

    def __init__(self, data: bytes, part: str) -> None:
        self.data = data
        self.part = part
        self.root: Element | None = None
        self.open: list[Element] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.finish
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype

    def doctype(self, *_: object) -> None:
        raise PartRefused(self.part, "it holds a document type declaration")

    def begin(self, name: str, pairs: list[str]) -> None:
        if len(self.open) >= DEEPEST:
            raise PartRefused(self.part, f"its elements are nested more than {DEEPEST} deep")
        namespace, _, local = name.rpartition(" ")
        start = self.parser.CurrentByteIndex
        named = [f"{{{key.replace(' ', '}')}" if " " in key else key for key in pairs[::2]]
        values = dict(zip(named, pairs[1::2], strict=True))
        element = Element(local, namespace, values, start, start + len(start_tag(self.data, start)))
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def finish(self, _: str) -> None:
        element = self.open.pop()
        if self.data[element.inner - 2 : element.inner] == b"/>":
            element.close = element.end = element.inner
        else:
            element.close = self.parser.CurrentByteIndex
            element.end = self.data.index(b">", element.close) + 1

    def characters(self, text: str) -> None:
        self.open[-1].text += text


def parse(data: bytes, part: str) -> Element:
    """Read UTF-8 XML into a tree with offsets.

    Raises
    ------
    PartRefused
        The XML is malformed, nested too deeply, or holds a document type declaration.
    """
    builder = _Builder(data, part)
    try:
        builder.parser.Parse(data, FINAL)
    except expat.ExpatError as error:
        raise PartRefused(part, f"it is not well-formed XML ({error})") from error
    finally:
        del builder.parser  # its handlers lead back to it: a circle that would keep the text for long
    if builder.root is None:  # pragma: no cover - expat itself refuses a document without a root
        raise PartRefused(part, "it is empty")
    return builder.root


def check_well_formed(data: bytes, part: str) -> None:
    """Check UTF-8 XML without building anything.

    Raises
    ------
    PartRefused
        It is malformed.
    """
    try:
        expat.ParserCreate("utf-8").Parse(data, FINAL)
    except expat.ExpatError as error:
        raise PartRefused(part, f"it is not well-formed XML ({error})") from error


@dataclass(frozen=True, slots=True)
class Splice:
    """Put ``text`` in the place of the bytes from ``start`` to ``end``."""

    start: int
    end: int
    text: bytes


def splice(data: bytes, splices: list[Splice]) -> bytes:
    """Apply splices, which must not overlap, in one join; those at the same place keep their order.

    Examples
    --------
    >>> splice(b"one two", [Splice(4, 7, b"three"), Splice(0, 0, b"> ")])
    b'> one three'
    """
    pieces: list[bytes] = []
    at = 0
    for piece in sorted(splices, key=lambda one: (one.start, one.end)):
        if piece.start < at:
            message = f"splices overlap at byte {piece.start}"
            raise ValueError(message)
        pieces += (data[at : piece.start], piece.text)
        at = piece.end
    pieces.append(data[at:])
    return b"".join(pieces)


def set_attributes(data: bytes, element: Element, **values: str | None) -> Splice:
    """Splice that gives an element's start tag attributes, other values for them, or (None) takes them away."""
    tag = data[element.start : element.inner]
    for name, value in values.items():
        tag = with_attribute(tag, name.encode(), None if value is None else quoted(value))
    return Splice(element.start, element.inner, tag)


def prefix(data: bytes, element: Element) -> bytes:
    """Return the prefix that the element's name is written with, its colon included, or nothing."""
    match = _PREFIX.match(data, element.start)
    return (match[1] or b"") if match else b""


def append_child(data: bytes, element: Element, child: bytes) -> Splice:
    """Splice that puts a child behind the last one, opening an empty element where need be.

    It spans the start tag only where the element is written as one empty tag.
    """
    if not element.bare:
        last = element.children[-1].end if element.children else element.inner
        return Splice(last, last, child)
    tag = opened(data[element.start : element.inner])
    name = re.split(rb"[\s>]", tag[1:], maxsplit=1)[0]
    return Splice(element.start, element.end, tag + child + b"</" + name + b">")
