"""The texts of cells: shared strings, inline strings and their escapes."""

import re

from infoviz.errors import TooLarge
from infoviz.workbook.markup import decode, parse
from infoviz.workbook.package import Package

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
SURROGATES = re.compile("[\ud800-\udfff]")
ROOT = re.compile(rb'<(?:([A-Za-z]\w*):)?(\w+)(?=[ />])(?:[^>"]|"[^"]*")*>')
LAST_CODE = 0x10FFFF


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
    if "&" in text:
        text = REFERENCE.sub(_referred, text)
    return text


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
    if prefix and b' xmlns="' in root[0]:
        return text, ""
    if prefix:
        text = text.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")
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
    found = _plain(plain)
    if found is None:
        found = _exact(package, part, markup.text)
    return found


def _plain(text: bytes) -> list[str] | None:
    """Strings of a part as nearly all writers write it; None where it is written otherwise."""
    begin, end = text.find(b"<si>"), text.rfind(b"</si></sst>")
    if begin < 0 or end < begin or text.find(b"<!", 0) >= 0 or text.find(b"<?", begin) >= 0:
        return None
    try:
        body = text[begin + 4 : end].decode("utf-8")
    except UnicodeDecodeError:
        return None
    items = body.split("</si><si>")
    if body.count("<") != 4 * len(items) - 2:
        return None
    found = []
    for item in items:
        if item[:3] == "<t>":
            raw = item[3:-4]
        elif item[:24] == '<t xml:space="preserve">':
            raw = item[24:-4]
        else:
            return None
        if item[-4:] != "</t>":
            return None
        found.append(clean(raw) if "&" in raw or "_x" in raw or "\r" in raw else raw)
    return found


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

    parse(package.path, part, text, start, end, characters, depth=package.limits.depth)
    return found


def _referred(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code <= LAST_CODE and not 0xD800 <= code <= 0xDFFF else found[0]
