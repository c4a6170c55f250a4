"""The texts of cells: shared strings, inline strings and their escapes."""

import re

import numpy as np

from infoviz.errors import DamagedFile, TooLarge, UnsafeFile
from infoviz.workbook.container.markup import Markup, decode, parse
from infoviz.workbook.container.package import Package

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
SURROGATES = re.compile("[\ud800-\udfff]")
ROOT = re.compile(rb'<(?:([A-Za-z]\w*):)?(\w+)(?=[ />])(?:[^>"]|"[^"]*")*>')
NUMERIC = re.compile(rb"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
NAMED_BYTES = (b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;")
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
FIRST_PRINTABLE = 32
PLAIN_STARTS = ("<t>", '<t xml:space="preserve">')
LAST_CODE = 0x10FFFF


def legal(text: bytes) -> bool:
    r"""Whether a stretch of XML holds only characters and character references that XML allows.

    Examples
    --------
    >>> legal(b"A &amp; B&#10;"), legal(b"A & B"), legal(b"&#0;"), legal(b"\x01"), legal(b"\xff")
    (True, False, False, False, False)
    """
    if (np.frombuffer(text, np.uint8) < FIRST_PRINTABLE).any() and CONTROL.search(text):
        return False
    if b"]]>" in text:
        return False
    references = text.count(b"&")
    if references and references != sum(text.count(name) for name in NAMED_BYTES) + _numeric(text):
        return False
    if text.isascii():
        return True
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\ufffe" not in decoded and "\uffff" not in decoded


def _numeric(text: bytes) -> int:
    """Count the numeric character references that stand for a character."""
    if b"&#" not in text:
        return 0
    codes = (int(found[1], 16) if found[1] else int(found[2]) for found in NUMERIC.finditer(text))
    return sum(
        code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0xFFFF < code <= LAST_CODE
        for code in codes
    )


def unescape(text: str) -> str:
    r"""Decode the ``_xHHHH_`` escapes of a cell's text.

    Examples
    --------
    >>> unescape("a_x000D_b _x005F_x000D_"), unescape("_xD83D__xDE00_"), unescape("_xD83D_")
    ('a\rb _x000D_', '😀', '_xD83D_')
    """
    decoded = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if SURROGATES.search(decoded):
        try:
            return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            return text  # half a character can be shown by nobody
    return decoded


def resolve(text: str) -> str:
    r"""Resolve line ends and character references as an XML parser does.

    Examples
    --------
    >>> resolve("A &amp; B&#10;\r\nC")
    'A & B\n\nC'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" not in text:
        return text
    if "&#" in text:
        return REFERENCE.sub(_referred, text)
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
    return text.replace("&amp;", "&")


def clean(text: str) -> str:
    """Turn the raw XML text of a cell into what it says."""
    text = resolve(text)
    return unescape(text) if "_x" in text else text


def without_prefix(text: bytes) -> tuple[bytes, str]:
    """Take a namespace prefix off all tags where the root has one (``<x:c`` becomes ``<c``).

    Returns
    -------
    tuple of bytes and str
        The text, and the root's namespace (empty where it does not say).
    """
    begin = text.find(b"?>") + 2 if text.startswith(b"<?") else 0
    root = ROOT.search(text, begin, begin + 65536)
    if root is None:
        return text, ""
    prefix = root[1] or b""
    declared = re.search(rb'\sxmlns%s="([^"]*)"' % (b":" + prefix if prefix else b""), root[0])
    if not prefix or b' xmlns="' in root[0]:
        return text, declared[1].decode("utf-8", "replace") if declared and not prefix else ""
    text = text.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")
    text = text.replace(b" xmlns:" + prefix + b"=", b" xmlns=", 1)
    return text, declared[1].decode("utf-8", "replace") if declared else ""


def shared_strings(package: Package, part: str | None) -> list[str]:
    """Read the shared strings of a workbook: runs of rich text joined, phonetic guides left out.

    Raises
    ------
    DamagedFile, UnsafeFile, TooLarge
        Where the part cannot be read.
    """
    if part is None:
        return []
    markup = decode(package.path, part, package.read(part))
    plain, _ = without_prefix(markup.text)
    if plain.count(b"<si") > package.limits.cells:
        raise TooLarge(package.path, f"it holds more than {package.limits.cells:,} texts", "“cells”")
    found = _plain(package, part, plain)
    if found is None:
        found = _exact(package, part, markup.text)
    return found


def _plain(package: Package, part: str, text: bytes) -> list[str] | None:
    """Read the strings of a part written as nearly all writers do; None where it is written otherwise."""
    begin, end = text.find(b"<si>"), text.rfind(b"</si></sst>")
    if begin < 0 or end < begin or b"<!" in text or not legal(text):
        return None
    try:
        parse(
            package.path, part, Markup(text[:begin] + text[end + 5 :]), lambda *_: None, limits=package.limits
        )
    except (DamagedFile, UnsafeFile):
        return None
    body = text[begin + 4 : end].decode("utf-8")
    count = body.count("</si><si>") + 1
    if body.count("<") != 4 * count - 2:
        return None
    if body.count("</t></si><si><t>") == count - 1 and body.startswith("<t>") and body.endswith("</t>"):
        raws = body[3:-4].split("</t></si><si><t>")
    else:
        items = body.split("</si><si>")
        if not all(item.endswith("</t>") and item.startswith(PLAIN_STARTS) for item in items):
            return None
        raws = [item[item.index(">") + 1 : -4] for item in items]
    if "&" not in body and "_x" not in body and "\r" not in body:
        return raws
    return [clean(raw) if "&" in raw or "_x" in raw or "\r" in raw else raw for raw in raws]


def _exact(package: Package, part: str, text: bytes) -> list[str]:
    found: list[str] = []
    pieces: list[str] = []
    open_tags: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        open_tags.append(local)
        if local == "si":
            pieces.clear()

    def end(tag: str) -> None:
        open_tags.pop()
        if tag.endswith(" si"):
            found.append(unescape("".join(pieces)))

    def characters(data: str) -> None:
        if open_tags[-1] == "t" and "rPh" not in open_tags:
            pieces.append(data)

    parse(package.path, part, Markup(text), start, end, characters, limits=package.limits)
    return found


def _referred(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code <= LAST_CODE and not 0xD800 <= code <= 0xDFFF else found[0]
