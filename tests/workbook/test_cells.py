import io
import random
from datetime import date, datetime, time
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import infoviz.workbook
from infoviz.errors import DamagedFile, NoSuchSheet, TooLarge, UnreadableFile, UnsafeFile
from infoviz.grid import Kind
from infoviz.workbook.container.package import Package
from infoviz.workbook.limits import Limits
from infoviz.workbook.reading import cells
from infoviz.workbook.reading.cells import Cell, Cells
from infoviz.workbook.reading.exact import read_exactly
from infoviz.workbook.reading.formats import Format, classify
from infoviz.workbook.reading.scan import Odd, scan
from infoviz.workbook.reading.xlsx import ExcelSource
from tests.workbook.making import MAIN, STRICT, make_workbook, relations, sheet, workbook

PATH = Path("tracker.xlsx")


def source(*rows: str, limits: Limits = Limits(), **options) -> ExcelSource:  # noqa: B008
    return ExcelSource(Package(PATH, make_workbook(*rows, **options), limits))


def read(*rows: str, **options) -> dict[str, Cell]:
    return {cell.address: cell for cell in source(*rows, **options).cells("Sheet1")}


def both(rows: str, **options) -> list[Cell]:
    """The cells as the fast reader and as the exact reader give them; they must agree."""
    found = source(rows, **options)
    part, book = found.structure.sheets[0].part, found.book
    text = found.package.read(part)
    pieces, merged = cells._fast(found.package, part, text, book, sources=True)
    raw, merged_exactly = read_exactly(found.package, part, text)
    fast = Cells(cells._ordered(cells.joined(pieces)))
    exact = Cells(cells._ordered(cells._filled(book.typed(raw, sources=True))))
    assert list(fast) == list(exact)
    assert merged == merged_exactly
    return list(fast)


# ------------------------------------------------------------------ values

VALUES = {
    "number": ('<c r="A1"><v>12</v></c>', 12),
    "long number": ('<c r="A1"><v>1234567890123</v></c>', 1234567890123),
    "decimal": ('<c r="A1"><v>-0.5</v></c>', -0.5),
    "seventeen digits": ('<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004),
    "very long": ('<c r="A1"><v>0.1000000000000000055511151231257827</v></c>', 0.1),
    "exponent": ('<c r="A1"><v>1.5E-3</v></c>', 0.0015),
    "spaces": ('<c r="A1"><v> 7 </v></c>', 7),
    "typed number": ('<c r="A1" t="n"><v>7</v></c>', 7),
    "true": ('<c r="A1" t="b"><v>1</v></c>', True),
    "false in words": ('<c r="A1" t="b"><v>false</v></c>', False),
    "shared text": ('<c r="A1" t="s"><v>1</v></c>', "Zoë"),
    "text that looks like a number": ('<c r="A1" t="s"><v>2</v></c>', "00123"),
    "inline text": ('<c r="A1" t="inlineStr"><is><t>n/a</t></is></c>', "n/a"),
    "inline text with spaces": (
        '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>',
        " x ",
    ),
    "formula's text": ('<c r="A1" t="str"><f>B1</f><v>A &amp; B</v></c>', "A & B"),
    "formula's spaced text": ('<c r="A1" t="str"><f>B1</f><v xml:space="preserve"> A</v></c>', " A"),
    "formula's empty text": ('<c r="A1" t="str"><f>B1</f><v></v></c>', None),
    "formula's void": ('<c r="A1" t="str"><f>B1</f><v/></c>', None),
    "date": ('<c r="A1" s="1"><v>45356</v></c>', date(2024, 3, 5)),
    "date and time": ('<c r="A1" s="2"><v>45356.4375</v></c>', datetime(2024, 3, 5, 10, 30)),
    "date and time of 17 digits": (
        '<c r="A1" s="2"><v>45302.520833333336</v></c>',
        datetime(2024, 1, 11, 12, 30),
    ),
    "time": ('<c r="A1" s="4"><v>0.57291666666666663</v></c>', time(13, 45)),
    "number with a unit": ('<c r="A1" s="3"><v>45</v></c>', 45),
    "style before type": ('<c r="A1" t="n" s="1"><v>45356</v></c>', date(2024, 3, 5)),
    "style that does not exist": ('<c r="A1" s="77"><v>45356</v></c>', 45356),
    "marks of dynamic arrays": ('<c r="A1" s="1" cm="1"><v>45356</v></c>', date(2024, 3, 5)),
    "first of March 1900": ('<c r="A1" s="1"><v>61</v></c>', date(1900, 3, 1)),
    "28 February 1900": ('<c r="A1" s="1"><v>59</v></c>', date(1900, 2, 28)),
    "29 February 1900, which never was": ('<c r="A1" s="1"><v>60</v></c>', 60),
    "before all dates": ('<c r="A1" s="1"><v>-3</v></c>', -3),
    "after all dates": ('<c r="A1" s="1"><v>2958466</v></c>', 2958466),
    "last date": ('<c r="A1" s="1"><v>2958465</v></c>', date(9999, 12, 31)),
    "iso date": ('<c r="A1" t="d"><v>2024-03-05</v></c>', date(2024, 3, 5)),
    "iso date and time": ('<c r="A1" t="d"><v>2024-03-05T10:30:00Z</v></c>', datetime(2024, 3, 5, 10, 30)),
    "iso time": ('<c r="A1" t="d"><v>13:45:00</v></c>', time(13, 45)),
    "no iso date": ('<c r="A1" t="d"><v>soon</v></c>', "soon"),
    "references and line ends": ('<c r="A1" t="str"><v>a&#10;b\r\nc&lt;&#x263A;</v></c>', "a\nb\nc<☺"),
    "escapes": ('<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "a\rb_x0041_"),
}


@pytest.mark.parametrize(("rows", "value"), VALUES.values(), ids=VALUES)
def test_a_cell_says_what_it_says(rows, value):
    found = both(f'<row r="1">{rows}</row>', shared=("x", "Zoë", "00123"))
    assert [cell.value for cell in found] == [value]
    assert type(found[0].value) is type(value)


ERRORS = {
    "error": ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
    "new error": ('<c r="A1" t="e"><v>#SPILL!</v></c>', "#SPILL!"),
    "no number": ('<c r="A1"><v>twelve</v></c>', "twelve"),
    "infinity": ('<c r="A1"><v>1e999</v></c>', "1e999"),
    "underscored": ('<c r="A1"><v>1_000</v></c>', "1_000"),
    "nan": ('<c r="A1"><v>nan</v></c>', "nan"),
    "missing shared text": ('<c r="A1" t="s"><v>9</v></c>', "missing text 9"),
    "odd shared text": ('<c r="A1" t="s"><v>-1</v></c>', "missing text -1"),
    "no boolean": ('<c r="A1" t="b"><v>2</v></c>', "2"),
    "long no boolean": ('<c r="A1" t="b"><v>maybe</v></c>', "maybe"),
}


@pytest.mark.parametrize(("rows", "error"), ERRORS.values(), ids=ERRORS)
def test_an_error_is_told_apart_from_a_blank(rows, error):
    (cell,) = both(f'<row r="1">{rows}</row>', shared=("x",))
    assert (cell.value, cell.error) == (None, error)


def test_blank_cells_are_left_out():
    assert (
        both('<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1" t="s"/><c r="D1"><v></v></c></row>')
        == []
    )


def test_dates_of_1904():
    options = {"properties": '<workbookPr date1904="1"/>'}
    rows = (
        '<row r="1"><c r="A1" s="1"><v>43894</v></c><c r="B1" s="4"><v>0.5</v></c>'
        '<c r="C1" s="1"><v>2957003.5</v></c><c r="D1" s="1"><v>0</v></c><c r="E1" s="1"><v>0.5</v></c></row>'
    )
    found = [cell.value for cell in both(rows, **options)]
    first = [date(1904, 1, 1), datetime(1904, 1, 1, 12)]
    assert found == [date(2024, 3, 5), time(12), datetime(9999, 12, 31, 12), *first]
    assert source(rows, **options).grid("Sheet1").date1904


CODES = {
    "General": Format.NUMBER,
    "0.00E+00": Format.NUMBER,
    '#,##0" d"': Format.NUMBER,
    "#,##0\\ \\d": Format.NUMBER,
    "_d0": Format.NUMBER,
    "[Red]0;[Blue]d": Format.NUMBER,
    "@": Format.NUMBER,
    "d/m/yy": Format.DATE,
    "[$-F800]dddd, mmmm dd, yyyy": Format.DATE,
    "m/d/yy h:mm": Format.DATE,
    "mmm": Format.DATE,
    "DD-MMM": Format.DATE,
    "h:mm AM/PM": Format.TIME,
    "mm:ss.0": Format.TIME,
    "[$-F400]h:mm:ss\\ AM/PM": Format.TIME,
    "[h]:mm:ss": Format.ELAPSED,
    "[mm]:ss": Format.ELAPSED,
}


@pytest.mark.parametrize(("code", "shown"), CODES.items())
def test_number_formats(code, shown):
    assert classify(code) == shown


def test_durations_stay_numbers_and_short_ones_are_times():
    formats = '<xf numFmtId="46"/><xf numFmtId="22"/><xf numFmtId="x"/>'
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{formats}</cellXfs></styleSheet>'
    rows = (
        '<row r="1"><c r="A1"><v>1.25</v></c><c r="B1"><v>0.25</v></c><c r="C1" s="1"><v>45356.5</v></c>'
        '<c r="D1" s="2"><v>5</v></c></row>'
    )
    found = read(rows, parts={"xl/styles.xml": styles})
    assert [cell.value for cell in found.values()] == [1.25, time(6), datetime(2024, 3, 5, 12), 5]


# ------------------------------------------------------------------ formulas


def test_formulas_and_their_results():
    rows = (
        '<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c><c r="B1"><f>NOW()</f></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="D1"><f>IF(A1&gt;1,"a &amp; b",2)</f><v>2</v></c>'
        '<c r="E1"><f t="array" ref="E1:E2">A1:A2</f><v>1</v></c></row>'
    )
    assert both(rows) == [
        Cell("A1", 4, "=B1*2"),
        Cell("B1", None, "=NOW()"),
        Cell("C1", None, "=1/0", "#DIV/0!"),
        Cell("D1", 2, '=IF(A1>1,"a & b",2)'),
        Cell("E1", 1, "=A1:A2"),
    ]
    grid = source(rows).grid("Sheet1")
    assert [Kind(column.kinds[0]).name for column in grid.columns] == [
        "NUMBER",
        "PENDING",
        "ERROR",
        "NUMBER",
        "NUMBER",
    ]
    assert all(column.formulas[0] for column in grid.columns)


def test_a_shared_formula_is_shifted_to_each_cell():
    rows = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$D$1</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f si="0" t="shared"></f><v>3</v></c><c r="C3"><f t="shared" si="7"/><v>3</v></c></row>'
    )
    assert [cell.formula for cell in both(rows)] == ["=A1*$D$1", "=A2*$D$1", "=A3*$D$1", "="]


@pytest.mark.parametrize("text", ["'A1", "A1)", "(A1", "{1,2", "A1&quot;", "1e", "[", "A1 B1 #X"])
def test_a_shared_text_that_is_no_formula_is_still_one_cell(text):
    rows = (
        f'<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">{text}</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    assert [cell.value for cell in both(rows)] == [1, 2]
    assert both(rows)[1].formula.startswith("=")


def test_attributes_of_formulas_are_no_part_of_them():
    rows = (
        '<row r="1"><c r="A1"><f xml:space="preserve"> B1</f><v>1</v></c><c r="B1"><f ca="1">NOW()</f><v>1</v></c>'
        '<c r="C1"><f >a="1">2</f><v>1</v></c><c r="D1"><f/><v>1</v></c></row>'
    )
    assert [cell.formula for cell in both(rows)] == ["= B1", "=NOW()", '=a="1">2', "="]
    quoted = rows.replace('r="A1"', "r='A1'").replace("<f/>", "<f t='x'></f>")
    assert [cell.formula for cell in read(quoted).values()] == ["= B1", "=NOW()", '=a="1">2', "="]


def test_a_data_table_says_what_it_computes():
    rows = (
        '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A3" dt2D="1" dtr="1" r1="B1" r2="B2"/><v>1</v></c>'
        '<c r="B1"><f t="dataTable" ref="B1:B3" dtr="1" r1="C1"/><v>1</v></c>'
        '<c r="C1"><f t="dataTable" ref="C1" r1="D1"/><v>1</v></c></row>'
    )
    assert [cell.formula for cell in both(rows)] == ["=TABLE(B1,B2)", "=TABLE(C1,)", "=TABLE(,D1)"]


def test_results_known_to_be_stale_are_not_shown_as_fresh():
    rows = '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>'
    found = source(rows, extra='<calcPr fullCalcOnLoad="1" calcCompleted="0"/>')
    assert found.stale
    assert list(found.cells("Sheet1")) == [Cell("A1", 2), Cell("B1", None, "=A1*2")]
    assert not source(rows, extra='<calcPr fullCalcOnLoad="1"/>').stale


@pytest.mark.parametrize("quote", ['"', "'"])
def test_what_an_array_or_a_data_table_fills_is_stale_with_it(quote):
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">D1:E2</f><v>1</v></c><c r="B1"><v>2</v></c>'
        '<c r="C1"><v>9</v></c></row><row r="2"><c r="A2" t="str"><v>x</v></c><c r="B2" t="e"><v>#N/A</v></c>'
        '<c r="C2" cm="1"><f t="array" ref="C2">F1</f><v>3</v></c></row><row r="3"><c r="A3"><v>8</v></c>'
        '<c r="B3"><f t="dataTable" ref="B3:B4" r1="C1"/><v>5</v></c></row>'
        '<row r="4"><c r="A4"><v>7</v></c><c r="B4"><v>6</v></c></row>'
    ).replace('"', quote)
    fresh = source(rows).cells("Sheet1")
    assert [fresh.at(address).value for address in ("B1", "A2", "B4")] == [2, "x", 6]
    cells = source(rows, extra='<calcPr fullCalcOnLoad="1" calcCompleted="0"/>').cells("Sheet1")
    assert {cell.address: cell.value for cell in cells if cell.value is not None} == {
        "C1": 9,
        "A3": 8,
        "A4": 7,
    }
    assert not any(cell.error for cell in cells)
    assert [cell.address for cell in cells if cell.formula] == ["A1", "C2", "B3"]


# ------------------------------------------------------------------ where cells stand


def test_cells_are_found_by_address():
    found = source('<row r="2"><c r="B2"><v>1</v></c></row><row r="7"><c r="XFD7"><v>2</v></c></row>').cells(
        "Sheet1"
    )
    assert len(found) == 2
    assert found.at("B2").value == 1
    assert found.at("$xfd$7") == Cell("XFD7", 2)
    assert found.at("A1") == Cell("A1")
    assert found[-1].address == "XFD7"
    assert [cell.address for cell in found[:1]] == ["B2"]
    with pytest.raises(IndexError):
        found[2]
    with pytest.raises(ValueError, match="no address"):
        found.at("seven")


def test_a_grid_leaves_blank_rows_and_columns_out():
    rows = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2"><v>5</v></c></row><row r="3"><c r="B3" s="1"/></row>'
        '<row r="9"><c r="D9"><v>6</v></c><c r="F9" t="str"><f>B2</f><v></v></c></row>'
    )
    grid = source(rows, shared=("Ann",)).grid("Sheet1")
    assert grid.rows.tolist() == [2, 9]
    assert [column.letter for column in grid.columns] == ["B", "D"]
    assert [[value for _, value in grid.row(position)] for position in range(2)] == [["Ann", 5], [None, 6]]
    assert grid.columns[0].texts.tolist() == ["Ann", None]
    assert np.isnan(grid.columns[0].numbers).all()


def test_a_stray_cell_costs_nothing():
    found = source(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    grid = found.grid("Sheet1")
    assert grid.rows.tolist() == [1, 1048576]
    assert [column.letter for column in grid.columns] == ["A", "XFD"]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>',
        '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
    ],
)
def test_cells_outside_of_any_sheet_are_refused(rows):
    with pytest.raises(UnsafeFile, match="outside of any sheet"):
        source(rows).grid("Sheet1")


def test_limits_of_cells():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 30))
    with pytest.raises(TooLarge, match="more than 28 cells"):
        source(rows, limits=Limits(cells=28)).cells("Sheet1")
    with pytest.raises(TooLarge, match="more than 28 cells"):
        source(rows.replace("<row ", "<row  "), limits=Limits(cells=28)).cells("Sheet1")
    diagonal = "".join(
        f'<row r="{n}"><c r="{"ABCDEFGHIJ"[n - 1]}{n}"><v>1</v></c></row>' for n in range(1, 11)
    )
    with pytest.raises(TooLarge, match="spreads over 10 rows and 10 columns"):
        source(diagonal, limits=Limits(cells=20)).grid("Sheet1")
    with pytest.raises(TooLarge, match="texts"):
        source(rows, shared=("a",) * 31, limits=Limits(cells=30)).grid("Sheet1")


def test_merged_ranges_tables_and_hidden_sheets():
    first = sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after='<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>',
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "table", "../tables/table1.xml")),
        "xl/tables/table1.xml": f'<table xmlns="{MAIN}" name="t" displayName="t" ref="A3:K120"/>',
        "xl/workbook.xml": workbook("Sheet1", "Sheet2").replace(
            'name="Sheet2"', 'name="Sheet2" state="hidden"'
        ),
    }
    found = source(first, sheet(""), parts=parts)
    grids = list(found.grids())
    assert grids[0].merged == ("A1:F1",)
    assert grids[0].tables == ("A3:K120",)
    assert [grid.hidden for grid in grids] == [False, True]
    assert grids[1].columns == ()
    assert len(grids[1].rows) == 0


def test_a_sheet_of_charts_has_no_cells():
    parts = {
        "xl/_rels/workbook.xml.rels": relations(("rId1", "chartsheet", "worksheets/sheet1.xml")),
    }
    found = source("", parts=parts)
    assert len(found.cells("Sheet1")) == 0
    assert found.grid("Sheet1").columns == ()
    assert list(found.grids()) == []
    with pytest.raises(NoSuchSheet, match="Sheet1"):
        found.cells("People")


# ------------------------------------------------------------------ other ways to write the same

USUAL = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45356</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>b</t></is></c><c r="C2"><f>B1+1</f><v>45357</v></c></row>'
)
EXPECTED = [Cell("A1", "a"), Cell("B1", date(2024, 3, 5)), Cell("A2", "b"), Cell("C2", 45357, "=B1+1")]
WAYS = {
    "as usual": sheet(USUAL),
    "prefixed": sheet(USUAL)
    .replace("<", "<x:")
    .replace("<x:/", "</x:")
    .replace("<x:?", "<?")
    .replace("xmlns=", "xmlns:x="),
    "strict": sheet(USUAL, namespace=STRICT),
    "without references": sheet(
        '<row><c t="s"><v>0</v></c><c s="1"><v>45356</v></c></row>'
        '<row><c t="inlineStr"><is><t>b</t></is></c><c r="C2"><f>B1+1</f><v>45357</v></c></row>'
    ),
    "pretty-printed": sheet(USUAL).replace("><c ", ">\r\n  <c ").replace("<v>", "\r\n <v>"),
    "single quotes": sheet(USUAL).replace('r="A1"', "r='A1'"),
    "comments": sheet(USUAL).replace("<row", "<!-- <row> --><row"),
    "a misleading comment": sheet(USUAL, before="<!-- <sheetData><row r='1'/></sheetData> -->"),
    "CDATA": sheet(USUAL).replace("<t>b</t>", "<t><![CDATA[b]]></t>"),
    "instructions": sheet(USUAL).replace("</row>", "<?x y?></row>"),
    "rich text": sheet(USUAL).replace("<t>b</t>", "<r><rPr><b/></rPr><t>b</t></r><rPh sb='0' eb='1'><t>z</t></rPh>"),
    "rows out of order": sheet(USUAL[USUAL.index('<row r="2"') :] + USUAL[: USUAL.index('<row r="2"')]),
    "a cell twice": sheet(USUAL.replace('<row r="1">', '<row r="1"><c r="A1"><v>7</v></c>')),
    "spaces in tags": sheet(USUAL).replace('s="1">', 's="1" >'),
    "other attributes": sheet(USUAL).replace('<row r="1"', '<row r="1" spans="1:3" ht="15.5" customHeight="1"'),
    "an extension": sheet(USUAL).replace("</c></row>", '</c><ext xmlns="urn:x"><c r="Z9"><v>1</v></c></ext></row>'),
    "numbered twice": sheet(USUAL).replace('r="A1"', 'r="A1" ph="1"'),
}  # fmt: skip


@pytest.mark.parametrize("part", WAYS.values(), ids=WAYS)
def test_every_way_of_writing_reads_the_same(part):
    assert list(read(part, shared=("a",)).values()) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_every_encoding_reads_the_same(encoding):
    declared = encoding.removesuffix("-sig")
    part = sheet(USUAL.replace(">b<", ">bé<")).replace("UTF-8", declared).encode(encoding)
    found = read("", shared=("a",), parts={"xl/worksheets/sheet1.xml": part})
    assert found["A2"].value == "bé"
    assert len(found) == 4


STRING_PARTS = {
    "plain": f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><t xml:space="preserve"> b&amp;</t></si></sst>',
    "all plain": f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><t> b&amp;</t></si></sst>',
    "prefixed": f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>a</x:t></x:si><x:si><x:t> b&amp;</x:t></x:si></x:sst>',
    "rich": f'<sst xmlns="{MAIN}"><si><r><t>a</t></r></si>'
    "<si><r><rPr><b/></rPr><t> b</t></r><r><t>&amp;</t></r></si></sst>",
    "phonetic": f'<sst xmlns="{MAIN}"><si><t>a</t><rPh sb="0" eb="1"><t>A</t></rPh></si><si><t> b&amp;</t></si></sst>',
    "pretty": f'<sst xmlns="{MAIN}">\n <si>\n  <t>a</t>\n </si>\n <si><t> b&amp;</t></si>\n</sst>',
    "comment": f'<sst xmlns="{MAIN}"><!-- <si><t>x</t></si> --><si><t>a</t></si><si><t> b&amp;</t></si></sst>',
    "extension": f'<sst xmlns="{MAIN}" uniqueCount="4294967295"><si><t>a</t></si>'
    "<si><t> b&amp;</t></si><extLst/></sst>",
    "odd attribute": f'<sst xmlns="{MAIN}"><si><t lang="en">a</t></si><si><t> b&amp;</t></si></sst>',
    "UTF-16": f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><t> b&amp;</t></si></sst>'.encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize("part", STRING_PARTS.values(), ids=STRING_PARTS)
def test_every_way_of_writing_shared_texts_reads_the_same(part):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    found = read(rows, shared=("x",), parts={"xl/sharedStrings.xml": part})
    assert [cell.value for cell in found.values()] == ["a", " b&"]


def test_an_empty_shared_text_is_blank_and_none_is_missing():
    part = f'<sst xmlns="{MAIN}"><si><t/></si><si/><si><t></t></si><si><t>d</t></si></sst>'
    rows = (
        '<row r="1">'
        + "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCD"))
        + "</row>"
    )
    found = read(rows, shared=("x",), parts={"xl/sharedStrings.xml": part})
    assert [cell.value for cell in found.values()] == ["d"]


MALFORMED = {
    "unclosed": sheet(USUAL)[:-20],
    "wrong nesting": sheet(USUAL).replace("</v></c>", "</c></v>", 1),
    "bare ampersand": sheet(USUAL).replace(">b<", "> b & c <"),
    "control character": sheet(USUAL).replace(">b<", ">\x02<"),
    "bytes": sheet(USUAL).encode().replace(b">b<", b">\xff<"),
    "forbidden reference": sheet(USUAL).replace(">b<", ">&#0;<"),
    "forbidden character": sheet(USUAL).replace(">b<", ">\uffff<"),
    "end of CDATA": sheet(USUAL).replace(">b<", ">]]><"),
    "row in a row": sheet(USUAL).replace("</row>", "", 1),
    "attribute twice": sheet(USUAL).replace('r="B1"', 'r="B1" r="B1"'),
    "row's attribute": sheet(USUAL).replace('<row r="1"', '<row r="1" x'),
    "formula's attribute": sheet(USUAL).replace("<f>", "<f x>"),
    "cut before the end": sheet(USUAL, after="<mergeCells>"),
    "document type": sheet(USUAL).replace("<worksheet", "<!DOCTYPE x [<!ENTITY e 'z'>]><worksheet"),
    "entity": sheet(USUAL).replace(">b<", ">&e;<"),
}


@pytest.mark.parametrize("part", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_sheet_is_refused(part):
    parts = {"xl/worksheets/sheet1.xml": part}
    with pytest.raises((DamagedFile, UnsafeFile), match="worksheets/sheet1"):
        source("", shared=("a",), parts=parts).cells("Sheet1")


@pytest.mark.parametrize(
    "part",
    [
        b"<sst",
        f'<sst xmlns="{MAIN}"><si><t>\x02</t></si></sst>',
        f'<sst xmlns="{MAIN}"><si><t>& </t></si></sst>',
    ],
)
def test_malformed_shared_texts_are_refused(part):
    with pytest.raises(DamagedFile, match="sharedStrings"):
        source(USUAL, shared=("a",), parts={"xl/sharedStrings.xml": part}).cells("Sheet1")


def test_blocks_are_cut_between_rows(monkeypatch):
    monkeypatch.setattr("infoviz.workbook.reading.scan.BLOCK", 200)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 200)).encode()
    pieces = list(scan(rows, 0, len(rows)))
    assert len(pieces) > 10
    assert np.concatenate([piece.rows for piece in pieces]).tolist() == list(range(1, 200))


def test_the_fast_reader_gives_up_on_what_it_does_not_know():
    for part in (WAYS["pretty-printed"], WAYS["comments"], WAYS["rich text"]):
        found = source(part, shared=("a",))
        with pytest.raises(Odd):
            cells._fast(found.package, "xl/worksheets/sheet1.xml", part.encode(), found.book, sources=False)


JUNK = [
    b"<", b">", b'"', b"'", b"&", b"&#0;", b"&lt;", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"\xff", b"\x00",
    b'r="A9"', b'r="B1"',
    b't="s"', b't="zz"', b"<v/>", b"<v></v>", b"</v></c>", b"-", b"1e9",
    b"</row>", b'<row r="5">', b'<row r="5"/>', b"<c>",
    b"<?x?>", b' s="9"', b' s="1">', b"<f>", b"</f>", b"<f />", b"<is><t>", b"</t></is>", b"\r\n", b" ", b"/", b"=",
    b'<c r="Z9"/>', b'<v xml:space="preserve">', b'xml:space="preserve"', b"<ext/>", b"0",
]  # fmt: skip
FORMS = USUAL + (
    '<row r="3" spans="1:9"><c r="A3" s="1"/><c r="B3"><f t="shared" ref="B3:B4" si="0">A3</f><v>0.25</v></c>'
    '<c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><f>B1</f><v xml:space="preserve"> a&amp;b</v></c></row>'
    '<row r="4"/><row r="5"><c r="A5" t="e"><v>#N/A</v></c><c r="B5"><f t="shared" si="0"/></c><c r="C5" s="1"></c>'
    '<c r="AA5" t="inlineStr"><is><t xml:space="preserve"> x</t></is></c><c r="AB5" t="str"><v/></c></row>'
)


def test_what_the_fast_reader_accepts_the_exact_one_reads_the_same():
    chance = random.Random(5)
    found = source(FORMS, shared=("a",))
    part, book, same = "xl/worksheets/sheet1.xml", found.book, 0
    whole = sheet(FORMS, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>').encode()
    for _ in range(4000):
        text = bytearray(whole)
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            begin = chance.randrange(len(text))
            length = chance.choice([0, 0, 1, 2, 9])
            text[begin : begin + length] = chance.choice([*JUNK, b""])
        try:
            pieces, merged = cells._fast(found.package, part, bytes(text), book, sources=True)
        except (Odd, UnsafeFile):
            continue
        try:
            raw, merged_exactly = read_exactly(found.package, part, bytes(text))
        except (DamagedFile, UnsafeFile):
            continue  # an attribute twice, an unknown prefix: the fast reader is more lenient
        fast = Cells(cells._ordered(cells.joined(pieces)))
        exact = Cells(cells._ordered(cells._filled(book.typed(raw, sources=True))))
        assert list(fast) == list(exact), bytes(text)
        assert merged == merged_exactly, bytes(text)
        same += 1
    assert same > 100


# ------------------------------------------------------------------ against other readers


def normal(value):
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return None if value == "" else value


VALUE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"
        ),  # no XML holds these
        min_size=1,
        max_size=20,
    ),
    st.sampled_from([" a ", "00123", "n/a", "=1+1", "_x0041_", "a\nb", "<&>", "TRUE", "😀"]),
    st.datetimes(datetime(1900, 3, 1), datetime(2149, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.lists(VALUE, max_size=5), max_size=8), st.booleans(), st.booleans())
def test_what_xlsxwriter_and_openpyxl_write_is_read(rows, inline, date1904):
    stream = io.BytesIO()
    if inline:
        book = openpyxl.Workbook()
        if date1904:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        ours = book.active
        ours.title = "Sheet1"
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                if isinstance(value, date) and date1904 and value.year < 1905:
                    continue
                cell = ours.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
        book.save(stream)
    else:
        options = {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm", "date_1904": date1904}
        book = xlsxwriter.Workbook(stream, options)
        ours = book.add_worksheet("Sheet1")
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    ours.write_string(row, column, value)
                elif not (isinstance(value, date) and date1904 and value.year < 1905):
                    ours.write(row, column, value)
        book.close()
    data = stream.getvalue()
    found = {cell.address: normal(cell.value) for cell in ExcelSource(Package(PATH, data)).cells("Sheet1")}
    if any("_x" in value for row in rows for value in row if isinstance(value, str)):
        return  # only XlsxWriter escapes these, and only we read the escapes
    read_back = openpyxl.load_workbook(io.BytesIO(data))["Sheet1"]
    theirs = {cell.coordinate: normal(cell.value) for row in read_back.iter_rows() for cell in row}
    assert found == {address: value for address, value in theirs.items() if value is not None}
    raw = (
        python_calamine.load_workbook(io.BytesIO(data))
        .get_sheet_by_name("Sheet1")
        .to_python(skip_empty_area=False)
    )
    values = {
        f"{'ABCDE'[column]}{row}": normal(value)
        for row, line in enumerate(raw, start=1)
        for column, value in enumerate(line)
        if value != ""
    }
    assert {address: value for address, value in values.items() if not isinstance(value, date | time)} == {
        address: value for address, value in found.items() if not isinstance(value, date | time)
    }


# ------------------------------------------------------------------ opening


def test_opening_a_workbook(tmp_path):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(make_workbook(USUAL, "", shared=("a",)))
    book = infoviz.workbook.open(path)
    assert book.path == path
    assert book.sheets == ("Sheet1", "Sheet2")
    assert list(book.read("sheet1")) == EXPECTED
    assert [grid.sheet for grid in book.grids()] == ["Sheet1", "Sheet2"]
    assert book.grid("Sheet1").columns[0].texts.tolist() == ["a", "b"]
    assert not book.stale


@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".ods"])
def test_what_is_no_workbook_is_refused(tmp_path, ending):
    path = tmp_path / f"tracker{ending}"
    for content in (
        b"Name,Company\nAnn,X\n",
        b"\x00\x01garbage",
        b"<html><table>",
        b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>",
    ):
        path.write_bytes(content)
        with pytest.raises(UnreadableFile, match=r"tracker\.\w+: .*\. [A-Z]"):
            infoviz.workbook.open(path)
