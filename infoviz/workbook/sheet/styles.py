"""The styles part: a format is only ever added at the end, so that every index in use keeps its meaning."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property

from infoviz.errors import PartRefused
from infoviz.workbook.container.parts import MAIN, MAIN_STRICT
from infoviz.workbook.container.tree import (
    Element,
    Splice,
    append_child,
    attributes,
    parse,
    prefix,
    quoted,
    set_attributes,
    splice,
    whole,
    with_attribute,
)
from infoviz.workbook.reading.formats import Format, built_in, classify
from infoviz.workbook.sheet.content import Moment

MOST = 65_430  # formats that Excel keeps in one workbook
FORMATS: dict[Moment, int] = {"date": 14, "datetime": 22, "time": 21}

_NOBODY: AbstractSet[int] = frozenset()
_BEFORE_FORMATS = ("cellStyleXfs", "borders", "fills", "fonts", "numFmts")


def empty_styles(*, strict: bool) -> bytes:
    """Write the smallest styles part, for a workbook that has none."""
    space = MAIN_STRICT if strict else MAIN
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{space}">'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        "</styleSheet>"
    ).encode()


def dangling(sheet: bytes, count: int) -> set[int]:
    """Find the format indices that a worksheet's text refers to although there are only ``count`` formats.

    Examples
    --------
    >>> dangling(b'<row s="4"><c r="A1" s="2"/><c r="B1" s="30"/></row>', 3)
    {4, 30}
    """
    written = str(count)
    larger = [
        f"{written[:place]}[{int(digit) + 1}-9][0-9]{{{len(written) - place - 1}}}"
        for place, digit in enumerate(written)
        if digit != "9"
    ]
    beyond = f"""=\\s*["']0*({"|".join([written, f"[1-9][0-9]{{{len(written)},8}}", *larger])})["']"""
    if not re.search(rf"\ss(?:tyle)?\s*{beyond}".encode(), sheet):
        return set()  # nearly always
    tag = rf"<(?:[^\s/>:!?]+:)?(?:c|row|col)\s[^<>]*?(?<=\s)s(?:tyle)?\s*{beyond}"
    return {int(found[1]) for found in re.finditer(tag.encode(), sheet)}


class Styles:
    """Reads which formats show dates and collects new ones.

    Parameters
    ----------
    part
        The part's name, for messages.
    text
        The part in UTF-8.
    dangling
        Gives the indices that sheets refer to although there are only so many formats; none of them is given out.
    """

    def __init__(
        self, part: str, text: bytes, dangling: Callable[[int], AbstractSet[int]] = lambda _: _NOBODY
    ) -> None:
        self.part = part
        self.text = text
        self._find_dangling = dangling
        self._root = parse(text, part)
        if self._root.name != "styleSheet":
            raise PartRefused(part, "it holds no styles")
        formats = self._root.first("cellXfs")
        self._formats = list(_entries(formats)) if formats else []
        self._list = formats
        self._codes = self._read_codes()
        self._written = [text[xf.start : xf.end] for xf in self._formats]
        self._added: list[bytes] = []

    @property
    def changed(self) -> bool:
        """Whether a format has been added."""
        return bool(self._added)

    def __len__(self) -> int:
        """How many formats there are, the new ones included."""
        return len(self._written) + len(self._added)

    def shows(self, style: int) -> Format:
        """Return what the format at an index shows a number as."""
        number = self._number(style)
        return classify(self._codes[number]) if number in self._codes else built_in(number)

    def locked(self, style: int) -> bool:
        """Whether a protected sheet keeps a cell of this format from being edited."""
        if style >= len(self._formats):
            return True
        protection = self._formats[style].first("protection")
        return protection is None or protection.attributes.get("locked", "1") not in ("0", "false", "off")

    def for_moment(self, style: int, moment: Moment, *, date1904: bool = False) -> int:
        """Index of a format that shows a moment and else equals the one at ``style``.

        It is ``style`` itself where that shows it: a date-time is at home in a date format, a time in either, save in a
        workbook that counts from 1904, where a date format would show it as a time on the first day.
        """
        shown = self.shows(style)
        dated = shown is Format.DATE and not (date1904 and moment == "time")
        if not moment or dated or (moment == "time" and shown in (Format.TIME, Format.ELAPSED)):
            return style
        if not self._written and not self._added:
            self._added.append(self._plain())  # cells without a format of their own keep showing plain values
        wanted = self._with_number(self._raw(style), FORMATS[moment])
        for index, written in enumerate(self._written + self._added):
            if _same(written, wanted):
                return index
        while len(self._written) + len(self._added) in self._dangling:
            self._added.append(self._plain())  # a cell that names it must not change its look
        if len(self._written) + len(self._added) >= MOST:
            raise PartRefused(self.part, "it has no room for another format")
        self._added.append(wanted)
        return len(self._written) + len(self._added) - 1

    def result(self) -> bytes:
        """Return the part with the new formats at the end of its list."""
        if not self._added:
            return self.text
        added = b"".join(self._added)
        total = str(len(self._written) + len(self._added))
        formats = self._list
        if formats is None:
            p = prefix(self.text, self._root)
            whole = b'<%scellXfs count="%s">%s</%scellXfs>' % (p, total.encode(), added, p)
            if self._root.bare:
                return splice(self.text, [append_child(self.text, self._root, whole)])
            before = next((one for name in _BEFORE_FORMATS if (one := self._root.first(name))), None)
            at = before.end if before else self._root.inner
            return splice(self.text, [Splice(at, at, whole)])
        piece = append_child(self.text, formats, added)
        if formats.bare:
            return splice(self.text, [piece])
        pieces = [piece]
        if "count" in formats.attributes:
            pieces.append(set_attributes(self.text, formats, count=total))
        return splice(self.text, pieces)

    # ------------------------------------------------------------------ inside

    def _read_codes(self) -> dict[int, str]:
        codes: dict[int, str] = {}
        own = self._root.first("numFmts")
        for entry in own.every("numFmt") if own else []:
            number = whole(entry.attributes.get("numFmtId"), -1)
            if number >= 0:
                codes[number] = entry.attributes.get("formatCode", "General")
        return codes

    def _number(self, style: int) -> int:
        if style < len(self._formats):
            written = self._formats[style].attributes.get("numFmtId", "0")
        else:
            added = style - len(self._written)
            tag = attributes(self._added[added]) if added < len(self._added) else {}
            written = tag.get(b"numFmtId", b"0").decode()
        return whole(written)

    def _raw(self, style: int) -> bytes:
        if style < len(self._written):
            return self._written[style]
        added = style - len(self._written)
        if added < len(self._added):
            return self._added[added]
        return self._plain()

    @cached_property
    def _dangling(self) -> AbstractSet[int]:
        return self._find_dangling(len(self._written))

    def _plain(self) -> bytes:
        p = prefix(self.text, self._list or self._root)
        return b'<%sxf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' % p

    @staticmethod
    def _with_number(xf: bytes, number: int) -> bytes:
        end = xf.index(b">") + 1
        tag = with_attribute(xf[:end], b"numFmtId", quoted(str(number)))
        return with_attribute(tag, b"applyNumberFormat", b"1") + xf[end:]


def _entries(formats: Element) -> Iterator[Element]:
    """Go through a list of formats; of alternatives, each in another program's terms, the one for all counts."""
    for entry in formats.every("xf", "AlternateContent"):
        fallback = entry.first("Fallback")
        yield from [entry] if entry.name == "xf" else fallback.every("xf") if fallback else []


def _same(one: bytes, other: bytes) -> bool:
    if one == other:
        return True
    end, other_end = one.index(b">") + 1, other.index(b">") + 1
    inside = one[end:] == other[other_end:] and one[:end].endswith(b"/>") == other[:other_end].endswith(b"/>")
    return inside and attributes(one[:end]) == attributes(other[:other_end])


def column_style(root: Element, column: int) -> int:
    """Format index that a sheet's ``<cols>`` give to new cells of a column."""
    columns = root.first("cols")
    for one in columns.every("col") if columns else []:
        first, last = whole(one.attributes.get("min")), whole(one.attributes.get("max"))
        if first <= column <= last:
            return whole(one.attributes.get("style"))
    return 0
