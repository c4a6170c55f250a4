import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import PartRefused
from infoviz.workbook.container.markup import Markup
from infoviz.workbook.sheet import sheettext
from infoviz.workbook.sheet.sheettext import SheetText
from tests.workbook.making import MAIN, sheet


def text_of(rows: str, **options) -> SheetText:
    return SheetText("sheet", Markup(sheet(rows, **options).encode()))


def whole(text: SheetText) -> bytes:
    return b"".join(text.pieces())


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(sheettext, "CHUNK", 64)


def test_pieces_are_the_part(small_chunks):
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 50))
    text = text_of(rows)
    assert len(text.chunks) > 10
    assert whole(text) == sheet(rows).encode()
    assert text.ordered
    assert text.size == len(sheet(rows))


def test_rows_are_found_in_any_chunk(small_chunks):
    numbers = [2, 3, 5, 8, 13, 21, 34, 55, 89]
    text = text_of("".join(f'<row r="{number}"><c r="A{number}"/></row>' for number in numbers))
    for number in range(100):
        assert (text.row(number) is not None) == (number in numbers)


@settings(derandomize=True, deadline=None)
@given(
    old=st.sets(st.integers(1, 40), max_size=20),
    new=st.dictionaries(st.integers(1, 45), st.integers(0, 9), max_size=10),
    stated=st.booleans(),
)
def test_rows_are_put_where_they_belong(old, new, stated):
    numbers = sorted(old) if stated else range(1, len(old) + 1)
    rows = "".join(f'<row r="{row}"><a/></row>' if stated else "<row><a/></row>" for row in numbers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheettext, "CHUNK", 32)
        text = text_of(rows)
        edited = text.with_rows(
            {row: b'<row r="%d"><b v="%d"/></row>' % (row, value) for row, value in new.items()}
        )
    assert [edited._counted(chunk.text, chunk.before) for chunk in edited.chunks] == list(edited.chunks)
    every = [span.number for chunk in edited.chunks for span in edited.spans(chunk)]
    assert every == sorted({*numbers, *new})
    upwards = list(edited.rows_upwards(50, (b"<",)))
    assert upwards == [(row, edited.row_text(row)) for row in reversed(every)]
    for row in numbers:
        if row not in new:
            assert b"<a/>" in edited.row(row).text
    for row, value in new.items():
        assert edited.row(row).text == b'<row r="%d"><b v="%d"/></row>' % (row, value)
    assert whole(text) == sheet(rows).encode()


@pytest.mark.parametrize(
    "put", [b'<row r="2"><c><f>1</f></c></row>', b"<row r='2'><c/></row>", b'<row r="2"><!----></row>']
)
def test_what_a_row_brings_into_its_chunk_is_noticed(put):
    edited = text_of('<row r="1"/><row r="2"><c><f>1</f></c></row><row r="4"/>').with_rows({2: put})
    (chunk,) = edited.chunks
    assert edited._counted(chunk.text, 0) == chunk
    assert edited.formulas == (b"<f>" in put)
    assert edited.row_text(2) == put


def test_a_row_whose_number_begins_with_a_zero_is_found():
    text = text_of('<row r="1"/><row r="02"><c r="A2"/></row>')
    assert text.row(2).cell(1) is not None
    assert text.row(3) is None


def test_what_looks_like_rows_in_comments_is_none():
    text = text_of(
        '<!-- <row r="1"/> --><row r="1"><c><v><![CDATA[<row r="2">]]></v></c></row><?pi <row r="3"?>'
    )
    assert [span.number for chunk in text.chunks for span in text.spans(chunk)] == [1]
    assert text.row(2) is None


def test_rows_out_of_order_are_found_but_none_added():
    text = text_of('<row r="3"/><row r="1"><c r="A1"/></row>')
    assert not text.ordered
    assert text.row(1).cell(1) is not None
    with pytest.raises(PartRefused, match="out of order"):
        text.with_rows({2: b'<row r="2"/>'})


def test_a_row_that_is_there_twice():
    text = text_of('<row r="3"/><row r="3"/>')
    with pytest.raises(PartRefused, match="two of its rows bear the number 3"):
        text.row(3)


def test_an_empty_body_stays_as_it_is_written():
    part = sheet("").replace("<sheetData></sheetData>", "<sheetData />")
    text = SheetText("sheet", Markup(part.encode()))
    assert whole(text) == part.replace("<sheetData />", "<sheetData/>").encode()


@pytest.mark.parametrize(
    "part",
    [
        "<a/>",
        f'<worksheet xmlns="{MAIN}"/>',
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"></sheetData>',
        '<worksheet xmlns="urn:other"><sheetData/></worksheet>',
        f'<!DOCTYPE worksheet><worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
    ],
)
def test_what_is_no_worksheet(part):
    with pytest.raises(PartRefused):
        _ = SheetText("sheet", Markup(part.encode())).frame
