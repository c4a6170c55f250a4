"""Stored results that an edit makes out of date: cleared, for LibreOffice would believe them."""

import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import infoviz.workbook
from infoviz.workbook.container.markup import Markup
from infoviz.workbook.container.tree import splice
from infoviz.workbook.sheet.results import PlainResults, removals
from infoviz.workbook.sheet.sheettext import SheetText
from tests.workbook.making import DECLARATION, OFFICE, PACKAGE, make_workbook, sheet, workbook
from tests.workbook.rich import changed_parts, parts, replaced_bytes
from tests.workbook.test_patch import opened

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

LIST = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f aca="false">A1*2</f><v>2</v></c>'
    '<c r="C1" t="str"><f aca="false">IF(B1&gt;1,"a","b")</f><v>a</v></c></row>'
    '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f aca="false">A2*2</f><v>10</v></c></row>'
)
SUMS = (
    '<row r="1"><c r="A1" s="1" t="n"><f>SUM(Sheet1!B:B)</f><v>12</v></c><c r="B1"><f>3+4</f><v>7</v></c></row>'
    '<row r="2"><c r="A2" t="b"><f>A1&gt;B1</f><v>1</v></c></row>'
)
PROGRAM = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>{}</Application></Properties>"
)
RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    f'Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{OFFICE}/extended-properties" '
    'Target="docProps/app.xml"/></Relationships>'
)
LIBREOFFICE = "LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2"


def made_by(program: str, *rows: str, **given) -> bytes:
    own = {"_rels/.rels": RELATIONS, "docProps/app.xml": PROGRAM.format(program)}
    return make_workbook(*rows, **(given | {"parts": own | dict(given.get("parts", {}))}))


@pytest.mark.parametrize("program", [LIBREOFFICE, "OpenOffice/4.0.1$Win32"])
def test_what_depends_is_cleared_and_nothing_else(tmp_path, program):
    old = made_by(program, LIST, SUMS)
    book = opened(tmp_path, old)
    book.set("Sheet1", "A1", 10)
    receipt = book.save()
    new = book.path.read_bytes()
    assert receipt.cells == ("Sheet1!A1",)
    assert receipt.cleared == ("Sheet1!B1", "Sheet1!C1", "Sheet2!A1", "Sheet2!A2")
    assert "results of 4 formulas that depend" in str(receipt)
    assert changed_parts(old, new) == {f"xl/worksheets/sheet{n}.xml" for n in (1, 2)} | {"xl/workbook.xml"}
    first, second = (parts(new)[f"xl/worksheets/sheet{number}.xml"].decode() for number in (1, 2))
    assert '<c r="A1"><v>10</v></c><c r="B1"><f aca="false">A1*2</f></c>' in first
    assert '<c r="C1"><f aca="false">IF(B1&gt;1,"a","b")</f></c></row>' in first
    assert first[first.index('<row r="2">') :] == sheet(LIST)[sheet(LIST).index('<row r="2">') :]
    assert second == sheet(
        '<row r="1"><c r="A1" s="1" t="n"><f>SUM(Sheet1!B:B)</f></c><c r="B1"><f>3+4</f><v>7</v></c></row>'
        '<row r="2"><c r="A2"><f>A1&gt;B1</f></c></row>'
    )


def test_again_and_again(tmp_path):
    book = opened(tmp_path, made_by(LIBREOFFICE, LIST, SUMS))
    book.set("Sheet1", "A2", 6)
    assert book.read("Sheet2").at("A1").value is None
    assert book.save().cleared == ("Sheet1!B2", "Sheet2!A1", "Sheet2!A2")
    book.set("Sheet1", "A1", 7)
    assert book.save().cleared == ("Sheet1!B1", "Sheet1!C1")  # the others had been cleared before
    book.set("Sheet1", "D9", "apart")
    receipt = book.save()
    assert (receipt.cleared, receipt.parts) == ((), ("xl/worksheets/sheet1.xml",))
    book.set("Sheet1", "A1", 8)
    assert book.undo()
    assert not book.save().parts


@pytest.mark.parametrize(
    ("program", "asked", "cleared"),
    [
        ("Microsoft Excel", None, 0),
        ("Microsoft Excel", True, 4),
        (LIBREOFFICE, False, 0),
        ("", None, 0),
    ],
)
def test_only_where_it_is_needed_or_asked_for(tmp_path, program, asked, cleared):
    old = made_by(program, LIST, SUMS)
    book = opened(tmp_path, old)
    book.set("Sheet1", "A1", 10)
    assert book.stale  # builds the file once already, as it would be saved unless asked otherwise
    assert len(book.save(clear_results=asked).cleared) == cleared
    if not cleared:
        new = book.path.read_bytes()
        assert changed_parts(old, new) == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
        part = "xl/worksheets/sheet1.xml"
        assert replaced_bytes(parts(old)[part], parts(new)[part]) == (b"", b"0")


SHARED = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+C$1</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>'
    '<row r="4"><c r="B4"><f t="shared" si="9"/><v>4</v></c></row>'
)
ARRAY = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:C2">A1:A2*2</f><v>2</v></c><c r="C1"><v>2</v></c>'
    '</row><row r="2"><c r="A2"><v>2</v></c><c r="B2" t="str"><v>4</v></c><c r="C2"><v>4</v></c><c r="D2"><f>C2</f>'
    "<v>4</v></c></row>"
)
ODD = (
    "<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row><!-- <c r='Z1'><f>A1</f></c> -->"
    "<row r='2'><c r='A2' t='str'><f><![CDATA[A1&B9]]></f><v>1</v></c></row>"
)


@pytest.mark.parametrize(
    ("rows", "edited", "cleared"),
    [
        (SHARED, "A2", {"B2", "B4"}),
        (SHARED, "C1", {"B1", "B2", "B3", "B4"}),
        (ARRAY, "A2", {"B1", "C1", "B2", "C2", "D2"}),
        (ODD, "A1", {"B1", "A2"}),
        (ODD, "B9", {"A2"}),
    ],
)
def test_formulas_of_every_form(tmp_path, rows, edited, cleared):
    book = opened(tmp_path, made_by(LIBREOFFICE, rows))
    book.set("Sheet1", edited, 50)
    assert set(book.save().cleared) == {f"Sheet1!{address}" for address in cleared}
    page = openpyxl.load_workbook(io.BytesIO(book.path.read_bytes()), data_only=True).active
    assert [page[address].value for address in cleared] == [None] * len(cleared)


def test_what_is_filled_is_never_shown_as_fresh_in_a_file_of_excel(tmp_path):
    book = opened(
        tmp_path, made_by("Microsoft Excel", ARRAY, '<row r="1"><c r="A1"><f>Sheet1!B2</f><v>4</v></c></row>')
    )
    book.set("Sheet1", "A2", 50)
    for seen in (book, book.save() and infoviz.workbook.open(book.path)):
        values = {cell.address: cell.value for cell in seen.read("Sheet1")}
        assert values == {"A1": 1, "A2": 50, "B1": None, "C1": None, "B2": None, "C2": None, "D2": None}
        assert seen.read("Sheet2").at("A1").value is None


TEXTS = {
    "Sheet1!A1": True,
    "SUM(Sheet1!A:A)": True,
    "SUM(Sheet1!B:B)": False,
    "SUM(Sheet1!1:2)": True,
    "'It''s mine'!A1+1": False,
    "fixed*2": True,
    "apart*2": False,
    "beside": True,
    "OFFSET(B9,1,1)": True,
    'INDIRECT("B"&amp;9)': True,
    "SUM(Sheet1:Sheet2!B9)": True,
    "#REF!+Sheet1!B9": False,
    "#REF!+Sheet1!A1": True,
    "[1]Sheet1!A1": False,
    "SUM(Sheet1!$B$1:INDEX(Sheet1!B:B,3))": True,
    "IF(A1,Sheet1!B9,0)": True,  # through the formula above it
}


def test_what_a_formula_may_say_of_its_precedents(tmp_path):
    summed = "".join(
        f'<row r="{row}"><c r="A{row}"><f>{text}</f><v>1</v></c></row>'
        for row, text in enumerate(TEXTS, start=1)
    )
    names = (
        '<definedNames><definedName name="apart">Sheet1!$B$1</definedName><definedName name="beside">Sheet1!B1'
        '</definedName><definedName name="fixed">Sheet1!$A$1</definedName></definedNames>'
    )
    workbook_part = workbook("Sheet1", "Sheet2", "It's mine", extra=names)
    data = made_by(
        LIBREOFFICE,
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>',
        summed,
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        parts={"xl/workbook.xml": workbook_part},
    )
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", 50)
    assert set(book.save().cleared) == {
        f"Sheet2!A{row}" for row, depends in enumerate(TEXTS.values(), start=1) if depends
    }
    page = openpyxl.load_workbook(book.path, data_only=True)["Sheet2"]
    assert [page[f"A{row}"].value for row in range(1, len(TEXTS) + 1)] == [
        None if depends else 1 for depends in TEXTS.values()
    ]
    assert all(cell.value is None for cell in book.read("Sheet2"))


def test_names_tables_and_rows_that_are_added(tmp_path):
    table = (
        f'{DECLARATION}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="People" '
        'displayName="People" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="Name"/>'
        '<tableColumn id="2" name="Score"/></tableColumns></table>'
    )
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Score</t></is></c>'
        '</row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>5</v></c></row>'
    )
    sums = (
        '<row r="1"><c r="A1"><f>SUM(People[Score])</f><v>5</v></c><c r="B1"><f>Total+1</f><v>6</v></c>'
        '<c r="C1"><f>SUM(Sheet1!B2:B2)</f><v>5</v></c><c r="D1"><f>ROWS(People[Name])</f><v>1</v></c></row>'
    )
    data = made_by(
        LIBREOFFICE,
        sheet(rows, after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'),
        sums,
        extra='<definedNames><definedName name="Total">SUM(Sheet1!$B$2:$B$2)</definedName></definedNames>',
        parts={
            "xl/tables/table1.xml": table,
            "xl/worksheets/_rels/sheet1.xml.rels": (
                f'{DECLARATION}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/table" '
                'Target="../tables/table1.xml"/></Relationships>'
            ),
        },
    )
    book = opened(tmp_path, data)
    book.append("Sheet1", {"B": 7})  # the blank under Name is one row more, too
    assert book.save().cleared == ("Sheet2!A1", "Sheet2!B1", "Sheet2!D1")


@pytest.mark.parametrize(
    "broken",
    [
        sheet('<row r="1"><c r="A1"><f>Sheet1!A1</f><v>1</v></c></row>', after="<!-- -- -->"),
        sheet('<row r="1"><c r="A1"><f >Sheet1!A1</f ><v>1</v></c><c r="A0"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A0"><f>Sheet1!A1</f><v>1</v></c></row>'),
    ],
)
def test_a_sheet_that_cannot_be_edited_is_named(tmp_path, broken):
    book = opened(tmp_path, made_by(LIBREOFFICE, LIST, broken))
    book.set("Sheet1", "A1", 10)
    receipt = book.save()
    assert receipt.cleared == ("Sheet1!B1", "Sheet1!C1")
    assert len(receipt.warnings) == 1
    assert "“Sheet2” may be out of date" in receipt.warnings[0]


def test_columns_read_before_the_save_are_read_anew_after_it(tmp_path):
    book = opened(tmp_path, made_by(LIBREOFFICE, LIST, SUMS))
    held = list(book.grids())
    book.set("Sheet1", "A1", 10)
    held += list(book.grids())
    book.save()
    values = {
        (grid.sheet, column.letter): [column.value(place) for place in range(len(grid.rows))]
        for grid in book.grids()
        for column in grid.columns
    }
    assert held
    assert values["Sheet1", "A"] == [10, 5]
    assert values["Sheet1", "B"] == [None, 10]
    assert values["Sheet1", "C"] == [None, None]
    assert values["Sheet2", "A"] == [None, None]


def test_results_cleared_by_one_save_after_another_are_all_read_anew(tmp_path):
    same = "".join(f'<row r="{row}"><c r="A{row}"><f>Sheet1!A{row}</f><v>1</v></c></row>' for row in (1, 2))
    book = opened(tmp_path, make_workbook(LIST, same))
    held = list(book.grids())
    for cell in ("A1", "A2", "D9"):
        book.set("Sheet1", cell, 10)
        book.save(clear_results=True)
    (column,) = book.grid("Sheet2").columns
    assert held
    assert [column.value(place) for place in (0, 1)] == [None, None]


CELLS = st.sampled_from(
    [
        '<c r="{}"><f>A1</f><v>1</v></c>',
        '<c r="{}" s="3" t="str"><f aca="false">A1</f><v>a &amp; b</v></c>',
        '<c r="{}" t="n" cm="1"><f t="array" ref="B1:B2">A1</f><v>1</v></c>',
        "<c t='b' r='{}'><f>A1</f><v>1</v></c>",
        '<c r="{}" t = "e"><f t="shared" si="0"/><v>#N/A</v></c>',
        '<c r="{}"><v>7</v></c>',
        '<c r="{}" t="s"><v>0</v><extLst/></c>',
        '<c r="{}"><f>A1</f></c>',
        '<c r="{}"><f>A1</f><v/></c>',
        '<c r="{}" ><f >A1</f >\n<v >1</v ></c >',
        '<c r="{}" s="1"/>',
        "",
    ]
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_results_found_by_bytes_are_those_that_a_parser_finds(lines):
    rows = "".join(
        f'<row r="{row}">'
        + "".join(cell.format(f"{'ABC'[at]}{row}") for at, cell in enumerate(cells))
        + "</row>\n"
        for row, cells in enumerate(lines, start=1)
    )
    text = SheetText("sheet1.xml", Markup(sheet(rows).encode()))
    (chunk,) = text.chunks
    for span in text.spans(chunk):
        row = text.row(span.number)
        found = PlainResults(text.prefix).removals(chunk, span, (1, 3))
        exact = removals(row, (1, 3))
        if found is None:
            continue
        once = splice(chunk.text, [one for every in found.values() for one in every])
        again = splice(
            chunk.text,
            [
                replace(one, start=one.start + span.start, end=one.end + span.start)
                for every in exact.values()
                for one in every
            ],
        )
        assert (once, found.keys()) == (again, exact.keys())
