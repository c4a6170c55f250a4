"""The shared strings part: a text that is there is used again, a new one is put at the end."""

import re
from collections.abc import Iterator
from functools import cached_property

from infoviz.errors import PartRefused
from infoviz.workbook.container.deflate import CHUNK, Squeezed
from infoviz.workbook.container.markup import Markup
from infoviz.workbook.container.tree import attributes, blank_quiet, opened, start_tag, whole, with_attribute
from infoviz.workbook.reading.texts import resolve
from infoviz.workbook.sheet.content import escaped_text
from infoviz.workbook.sheet.rows import text_element

FEW = 32  # so many texts are searched for one by one before the whole part is read into a dictionary

_ROOT = re.compile(rb"<((?:[^\s/>:!?]+:)?)sst(?=[\s/>])")
_VARIANTS = {
    '"': rb'(?:"|&quot;|&#34;|&#x22;)',
    "'": rb"(?:'|&apos;|&#39;|&#x27;)",
    ">": rb"(?:>|&gt;|&#62;|&#x3[Ee];)",
    "<": rb"(?:&lt;|&#60;|&#x3[Cc];)",
    "&": rb"(?:&amp;|&#38;|&#x26;)",
    "\n": rb"(?:\r?\n|&#10;|&#x[Aa];|&#xa;)",
    "\t": rb"(?:\t|&#9;|&#x9;)",
    "\r": rb"(?:&#13;|&#x[Dd];)",
}


class StringsText:
    """A shared strings part as it stands in the file.

    Parameters
    ----------
    part
        The part's name, for messages.
    markup
        The part's text and encoding.

    Raises
    ------
    PartRefused
        It is no shared strings part.
    """

    def __init__(self, part: str, markup: Markup) -> None:
        self.part = part
        self.text = text = markup.text
        self.style = Markup(b"", markup.encoding, markup.mark)
        self.squeezed: tuple[Squeezed, ...] = ()
        self.quiet = blank_quiet(text)
        root = _ROOT.search(self.quiet)
        if root is None:
            raise PartRefused(part, "it holds no shared strings")
        if b"<!DOCTYPE" in self.quiet[: root.start()]:
            raise PartRefused(part, "it holds a document type declaration")
        self.start = root.start()
        self.prefix = root[1]
        self.tag = start_tag(text, root.start())
        self.item = b"<" + self.prefix + b"si"
        self.length = self._count(len(text))

    def search(self, text: str) -> int | None:
        """Index of the first plain string that equals a text, found by going through the part."""
        written = escaped_text(text)
        p = re.escape(self.prefix)
        variants = b"".join(_VARIANTS.get(letter) or re.escape(letter).encode() for letter in written)
        space = rb"\s+xml:space\s*=\s*[\"']preserve[\"']\s*"
        if written == written.strip():
            space = b"(?:" + space + rb")?\s*"
        opening = re.compile(rb"<%ssi\s*>\s*<%st%s" % (p, p, space))
        for match in re.finditer(rb">%s</%st\s*>\s*</%ssi\s*>" % (variants, p, p), self.quiet):
            item = self.quiet.rfind(self.item, 0, match.start())
            if opening.fullmatch(self.quiet, item, match.start()):
                return self._count(item)
        return None

    @cached_property
    def plain(self) -> dict[str, int]:
        """Index of every plain string."""
        p = re.escape(self.prefix)
        item = re.compile(
            rb"<%ssi(?=[\s/>])(?:\s*>\s*<%st(\s[^>]*)?>([^<]*)</%st\s*>\s*</%ssi\s*>)?" % (p, p, p, p)
        )
        plain: dict[str, int] = {}
        for number, match in enumerate(item.finditer(self.quiet)):
            if match[2] is None:
                continue
            text = resolve(match[2].decode())
            if text == text.strip() or b"preserve" in (match[1] or b""):
                plain.setdefault(text, number)
        return plain

    def with_added(self, texts: list[str], uses: int) -> "StringsText":
        """Put new texts at the end; the counts are raised where the part has them."""
        items = b"".join(
            self.item + b">" + text_element(text, self.prefix) + b"</" + self.prefix + b"si>"
            for text in texts
        )
        tag = opened(self.tag)
        for name, more in ((b"count", uses), (b"uniqueCount", len(texts))):
            number = attributes(tag).get(name)
            if number is not None and whole(number, -1) >= 0:
                tag = with_attribute(tag, name, b"%d" % (whole(number) + more))
        inner = self.start + len(self.tag)
        if self.tag.endswith(b"/>"):
            closing = b"</" + self.prefix + b"sst>"
            text = b"".join((self.text[: self.start], tag, items, closing, self.text[inner:]))
        else:
            at = self._end(inner)
            text = b"".join((self.text[: self.start], tag, self.text[inner:at], items, self.text[at:]))
        return self._copy(text, tag, len(texts))

    def chunks(self) -> Iterator[tuple[bytes, Squeezed | None]]:
        """Cut the part into a head, chunks of equal length and a rest, with what is known of their compressed form.

        Texts are only ever put at the end, so that the chunks before it stay what they are. In another encoding than
        UTF-8, where a chunk might end within a character, there is one chunk.
        """
        if self.style.encoding != "utf-8":
            yield self.style.encode(self.text), None
            return
        inner = self.start + len(self.tag)
        yield self.style.encode(self.text[:inner]), None
        for number, at in enumerate(range(inner, len(self.text), CHUNK)):
            known = self.squeezed[number] if number < len(self.squeezed) else None
            yield self.text[at : at + CHUNK], known

    def with_squeezed(self, squeezed: list[Squeezed]) -> "StringsText":
        """Remember how the chunks were compressed, as far as they stay what they are."""
        new = self._copy(self.text, self.tag, 0)
        inner = self.start + len(self.tag)
        new.squeezed = tuple(squeezed[1 : 1 + (self._end(inner) - inner) // CHUNK])
        return new

    def _copy(self, text: bytes, tag: bytes, more: int) -> "StringsText":
        new = object.__new__(StringsText)
        new.part, new.start, new.prefix, new.item = self.part, self.start, self.prefix, self.item
        new.text, new.tag, new.length = text, tag, self.length + more
        new.style, new.squeezed = self.style, self.squeezed
        new.quiet = text if self.quiet is self.text else blank_quiet(text)
        return new

    def _end(self, inner: int) -> int:
        last = self.quiet.rfind(self.item, inner)
        if last < 0:
            return inner
        at = last + len(start_tag(self.quiet, last))
        if self.quiet[at - 2 : at] == b"/>":
            return at
        closing = re.compile(b"</" + re.escape(self.prefix) + rb"si\s*>").search(self.quiet, at)
        if closing is None:
            raise PartRefused(self.part, "its last text has no end")
        return closing.end()

    def _count(self, end: int) -> int:
        every = self.quiet.count(self.item, 0, end)
        if self.quiet.count(self.item + b">", 0, end) == every:
            return every
        return sum(1 for _ in re.finditer(re.escape(self.item) + rb"(?=[\s/>])", self.quiet[:end]))


class SharedStrings:
    """Looks texts up among the shared strings and collects new ones.

    Parameters
    ----------
    base
        The part as it stands in the file.
    """

    def __init__(self, base: StringsText) -> None:
        self.base = base
        self._known: dict[str, int] = {}
        self._added: list[str] = []
        self._uses = 0

    @property
    def added(self) -> tuple[str, ...]:
        """The texts that have been put at the end, in their order."""
        return tuple(self._added)

    @property
    def changed(self) -> bool:
        """Whether a text has been added."""
        return bool(self._added)

    def index(self, text: str) -> int:
        """Index of a text, which is put at the end if no plain string equals it."""
        found: int | None = self._known.get(text)
        if found is None:
            few = len(self._known) < FEW
            found = self.base.search(text) if few else self.base.plain.get(escaped_text(text))
        if found is None:
            found = self.base.length + len(self._added)
            self._added.append(text)
        self._known[text] = found
        self._uses += found >= self.base.length
        return found

    def text(self, index: int) -> str | None:
        """Return a text that has been asked for, by its index."""
        return next((text for text, known in self._known.items() if known == index), None)

    def result(self) -> StringsText:
        """Return the part with the new texts at its end."""
        return self.base.with_added(self._added, self._uses) if self._added else self.base
