import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import PartRefused, VerificationFailed
from infoviz.workbook.container.deflate import joined
from infoviz.workbook.container.markup import Markup, decode
from infoviz.workbook.container.tree import parse
from infoviz.workbook.patching.verify import packed_strings
from infoviz.workbook.sheet.strings import FEW, SharedStrings, StringsText

HEAD = b'<?xml version="1.0"?>\n<sst xmlns="urn:m" count="7" uniqueCount="4">'


def strings(text: bytes) -> SharedStrings:
    return SharedStrings(StringsText("sst", Markup(text)))


def texts(part: bytes) -> list[str]:
    return ["".join(one.text for one in item.every("t")) for item in parse(part, "sst").children]


def test_a_string_that_is_there_is_used_again():
    part = (
        HEAD + b"<si><t>yes</t></si><si><r><t>rich</t></r></si>\r\n <si>\r\n<t>no</t >\r\n</si><si/>"
        b"<si><t>kana</t><rPh sb='0' eb='1'><t>k</t></rPh></si><si><t xml:space='preserve'> edge</t></si>"
        b"<si><t>say &quot;hi&quot; &amp; bye</t></si><si><t>a\r\nb</t></si></sst>"
    )
    found = strings(part)
    wanted = {"yes": 0, "no": 2, " edge": 5, 'say "hi" & bye': 6, "a\nb": 7}
    assert {text: found.index(text) for text in wanted} == wanted
    assert not found.changed
    assert found.result().text == part
    assert [found.index(text) for text in ("rich", "kana", "ye", "edge")] == [8, 9, 10, 11]


def test_new_strings_stand_at_the_end_and_counts_follow():
    found = strings(HEAD + b"<si><t>yes</t></si>\n</sst>\n<!-- end -->")
    assert [found.index(text) for text in ("new", "yes", "new", " & \r")] == [1, 0, 1, 2]
    assert found.result().text == (
        b'<?xml version="1.0"?>\n<sst xmlns="urn:m" count="10" uniqueCount="6"><si><t>yes</t></si><si><t>new</t></si>'
        b'<si><t xml:space="preserve"> &amp; &#13;</t></si>\n</sst>\n<!-- end -->'
    )
    assert found.result().length == 3


@pytest.mark.parametrize(
    ("part", "result"),
    [
        (b'<sst xmlns="urn:m"/>', b'<sst xmlns="urn:m"><si><t>n</t></si></sst>'),
        (b'<sst xmlns="urn:m" count="0"></sst>', b'<sst xmlns="urn:m" count="1"><si><t>n</t></si></sst>'),
        (
            b"<x:sst xmlns:x='m'><x:si/></x:sst>",
            b"<x:sst xmlns:x='m'><x:si/><x:si><x:t>n</x:t></x:si></x:sst>",
        ),
        (b"<sst><!-- <si><t>n</t></si> --></sst>", b"<sst><si><t>n</t></si><!-- <si><t>n</t></si> --></sst>"),
    ],
)
def test_where_the_first_new_string_goes(part, result):
    found = strings(part)
    found.index("n")
    assert found.result().text == result


@pytest.mark.parametrize("part", [b"<a/>", b"", b"<!DOCTYPE sst><sst/>"])
def test_what_is_no_shared_strings_part(part):
    with pytest.raises(PartRefused):
        strings(part)


@settings(derandomize=True, deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=6
        ),
        max_size=60,
    ),
    st.lists(
        st.text(
            st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
            min_size=1,
            max_size=6,
        ),
        max_size=60,
    ),
)
def test_every_index_leads_to_its_text(first, second):
    start = strings(b"<sst></sst>")
    for text in filter(None, first):
        start.index(text)
    found = SharedStrings(start.result())
    indices = {text: found.index(text) for text in second}
    every = texts(found.result().text)
    for text, index in indices.items():
        assert every[index].replace("_x005F_", "_") == text
    assert len(every) == found.result().length


def test_many_texts_at_once():
    start = strings(b"<sst></sst>")
    for number in range(3 * FEW):
        start.index(f"text {number} & more")
    found = SharedStrings(start.result())
    assert [found.index(f"text {number} & more") for number in range(3 * FEW)] == list(range(3 * FEW))
    assert not found.changed


def test_a_reference_to_a_character_is_read_as_xml_does():
    found = strings(b"<sst><si><t>&#128;</t></si><si><t>&#x41;&amp;lt;</t></si><si><t>a\rb</t></si></sst>")
    for number in range(FEW):
        found.index(f"text {number}")
    assert [found.index(text) for text in ("\x80", "A&lt;", "a\nb", "€")] == [0, 1, 2, 3 + FEW]


def test_a_large_part_is_compressed_once():
    body = b"".join(b"<si><t>text number %d</t></si>" % number for number in range(120_000))
    first = strings(b"<sst>" + body + b"</sst>")
    first.index("new")
    member, base = packed_strings(first.result(), 10**7)
    assert zlib.decompress(member.stream, -15) == base.text
    second = SharedStrings(base)
    second.index("newer")
    member, after = packed_strings(second.result(), 10**7)
    assert zlib.decompress(member.stream, -15) == after.text
    assert member.crc == zlib.crc32(after.text)
    shared = [one is other for one, other in zip(base.squeezed, after.squeezed, strict=True)]
    assert all(shared)
    assert len(shared) >= 6
    assert joined(base.squeezed).size == len(shared) << 19


@pytest.mark.parametrize(
    "tail",
    [b"</sst>", b"</sst>\n<!-- " + b"end " * 20 + b"-->", b"<extLst>" + b" " * 50 + b"</extLst></sst>"],
)
@pytest.mark.parametrize("length", range(16))
def test_what_stands_behind_the_last_text_is_compressed_anew(monkeypatch, tail, length):
    monkeypatch.setattr("infoviz.workbook.sheet.strings.CHUNK", 16)
    base = StringsText("sst", Markup(b"<sst><si><t>" + b"x" * (50 + length) + b"</t></si>" + tail))
    for number in range(6):
        found = SharedStrings(base)
        found.index(f"new {number}")
        member, base = packed_strings(found.result(), 10**7)
        assert zlib.decompress(member.stream, -15) == base.text
    assert len(base.squeezed) > 4


def test_a_compressed_text_that_is_not_what_it_was(monkeypatch):
    monkeypatch.setattr("infoviz.workbook.sheet.strings.CHUNK", 16)
    base = StringsText("sst", Markup(b"<sst><si><t>" + b"x" * 99 + b"</t></si></sst>"))
    _, base = packed_strings(base, 10**7)
    base.text = base.text.replace(b"xx", b"yy", 1)
    with pytest.raises(VerificationFailed, match="changed that was to stay"):
        packed_strings(base, 10**7)


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_large_part_in_another_encoding(encoding):
    text = "<sst><si><t>" + "é" * 300_000 + "</t></si><si><t>" + "é" * 300_000 + "</t></si></sst>"
    data = (f'<?xml version="1.0" encoding="{encoding}"?>' + text).encode(encoding)
    base = StringsText("sst", decode(Path("a.xlsx"), "sst", data))
    found = SharedStrings(base)
    found.index("日")
    member, _ = packed_strings(found.result(), 10**7)
    shown = texts(decode(Path("a.xlsx"), "sst", zlib.decompress(member.stream, -15)).text)
    assert shown == ["é" * 300_000] * 2 + ["日"]


def test_a_last_text_without_an_end_is_refused():
    found = strings(b"<sst><si><t>a</t></sst>")
    found.index("new")
    with pytest.raises(PartRefused, match="no end"):
        found.result()
