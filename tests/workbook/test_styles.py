import pytest

from infoviz.errors import PartRefused
from infoviz.workbook.container.tree import parse
from infoviz.workbook.reading.formats import Format
from infoviz.workbook.sheet import styles as styles_module
from infoviz.workbook.sheet.styles import Styles, dangling, empty_styles
from tests.workbook.making import STYLES


def test_what_formats_show():
    styles = Styles("styles", STYLES.encode())
    assert [styles.shows(style) for style in range(5)] == [
        Format.NUMBER,
        Format.DATE,
        Format.DATE,
        Format.NUMBER,
        Format.TIME,
    ]
    assert styles.shows(99) is Format.NUMBER


def test_a_format_that_shows_it_is_kept_and_an_equal_one_used_again():
    styles = Styles("styles", STYLES.encode())
    assert styles.for_moment(1, "date") == 1
    assert styles.for_moment(2, "datetime") == 2
    assert styles.for_moment(4, "time") == 4
    assert styles.for_moment(0, "date") == 1
    assert not styles.changed
    assert styles.result() == STYLES.encode()


def test_a_new_format_is_a_copy_but_for_its_number():
    text = STYLES.replace(
        '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
        '<xf numFmtId="165" fontId="0" fillId="1" borderId="0" xfId="0"><alignment wrapText="1"/></xf>',
    )
    styles = Styles("styles", text.encode())
    assert styles.for_moment(3, "date") == 5
    assert styles.for_moment(3, "date") == 5
    assert styles.for_moment(5, "datetime") == 5
    added = (
        '<xf numFmtId="14" fontId="0" fillId="1" borderId="0" xfId="0" applyNumberFormat="1">'
        '<alignment wrapText="1"/></xf></cellXfs>'
    )
    wanted = text.replace("</cellXfs>", added).replace('<cellXfs count="5"', '<cellXfs count="6"')
    assert styles.result().decode() == wanted


@pytest.mark.parametrize(
    ("part", "result"),
    [
        ("<styleSheet/>", "<styleSheet><cellXfs"),
        ("<styleSheet><fonts/><cellStyles/></styleSheet>", "<fonts/><cellXfs"),
        ("<styleSheet><cellXfs/></styleSheet>", "<cellXfs><xf"),
        (
            "<x:styleSheet xmlns:x='m'><x:cellXfs count='0'></x:cellXfs></x:styleSheet>",
            "<x:cellXfs count='2'><x:xf",
        ),
    ],
)
def test_scant_styles(part, result):
    styles = Styles("styles", part.encode())
    assert styles.for_moment(0, "date") == 1
    text = styles.result()
    parse(text, "styles")
    assert result in text.decode()
    assert [Styles("styles", text).shows(style) for style in (0, 1)] == [Format.NUMBER, Format.DATE]


def test_locks():
    text = STYLES.replace(
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
        '<xf numFmtId="14" applyProtection="1"><protection locked="0"/></xf>',
    )
    styles = Styles("styles", text.encode())
    assert [styles.locked(style) for style in (0, 1, 99)] == [True, False, True]


def test_a_full_list(monkeypatch):
    monkeypatch.setattr(styles_module, "MOST", 5)
    with pytest.raises(PartRefused, match="no room"):
        Styles("styles", STYLES.encode()).for_moment(0, "datetime")


def test_the_smallest_styles_are_styles():
    for strict in (True, False):
        assert Styles("styles", empty_styles(strict=strict)).for_moment(0, "date") == 1


def test_what_is_no_styles_part():
    with pytest.raises(PartRefused, match="no styles"):
        Styles("styles", b"<a/>")


@pytest.mark.parametrize("count", [0, 1, 5, 9, 10, 29, 100, 999])
def test_formats_that_are_referred_to_but_missing(count):
    numbers = [0, 1, 4, 5, 9, 10, 11, 28, 29, 30, 99, 100, 101, 998, 999, 1000, 12345]
    tags = (
        b'<c r="A1" s="%d" t="s">',
        b"<row s='%d' r='2'/>",
        b'<x:c\n s = "0%d">',
        b'<col style="%d" min="1"/>',
    )
    for tag in tags:
        text = b"".join(tag % number for number in numbers) + b'<f s="77777"/><c r="s" s="x" as="8888"/>'
        assert dangling(text, count) == {number for number in numbers if number >= count}


def test_a_new_format_takes_no_index_that_is_referred_to():
    asked = []
    styles = Styles("styles", STYLES.encode(), lambda count: asked.append(count) or {5, 6, 8})
    assert styles.for_moment(1, "date") == 1
    assert not asked
    first = [styles.for_moment(0, "datetime"), styles.for_moment(0, "time"), styles.for_moment(6, "datetime")]
    assert first == [7, 9, 7]
    assert asked == [5]
    again = Styles("styles", styles.result())
    shown = [again.shows(style).name for style in range(5, 10)]
    assert shown == ["NUMBER", "NUMBER", "DATE", "NUMBER", "TIME"]
