"""One cell changed: nothing else in the file is."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
import python_calamine

import infoviz.workbook
from infoviz.errors import EditRefused, InfovizError, NoSuchSheet, NotSaved
from infoviz.workbook import Receipt, Workbook
from tests.workbook.making import MAIN, STRICT, STYLES, make_workbook, sheet, strings
from tests.workbook.rich import changed_parts, parts, rebuilt, replaced_bytes, rich

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def opened(tmp_path, data: bytes, name: str = "book.xlsx") -> Workbook:
    path = tmp_path / name
    path.write_bytes(data)
    return infoviz.workbook.open(path)


def saved(book: Workbook, **options) -> tuple[Receipt, bytes]:
    receipt = book.save(**options)
    return receipt, book.path.read_bytes()


def shown(data: bytes, sheet_name: str, address: str) -> tuple[object, object]:
    """What openpyxl and calamine find in a cell."""
    theirs = openpyxl.load_workbook(io.BytesIO(data))[sheet_name][address].value
    row, column = openpyxl.utils.cell.coordinate_to_tuple(address)
    rows = (
        python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        .get_sheet_by_name(sheet_name)
        .to_python(skip_empty_area=False)
    )
    return theirs, rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""


@pytest.mark.parametrize(
    ("address", "value", "expected"),
    [
        ("C3", "asked", {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}),
        ("C3", "seen", {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"}),
        ("E3", 7.25, {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}),
        ("D3", date(2026, 11, 22), {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}),
        ("E3", date(2026, 11, 22), {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"}),
        ("E3", None, {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}),
    ],
)
def test_only_what_must_change_does(tmp_path, address, value, expected):
    old = rich()
    book = opened(tmp_path, old, "rich.xlsm")
    book.set("Contacts", address, value)
    receipt, new = saved(book)
    assert changed_parts(old, new) == expected
    assert set(receipt.parts) == expected
    assert receipt.cells == (f"Contacts!{address}",)
    for found in shown(new, "Contacts", address):
        assert found in (
            value,
            *([datetime(2026, 11, 22)] if isinstance(value, date) else []),
            *([""] * (not value)),
        )


def test_only_the_cell_in_the_sheet_changes(tmp_path):
    old = rich()
    book = opened(tmp_path, old, "rich.xlsm")
    book.set("Contacts", "E3", 7.25)
    _, new = saved(book)
    part = "xl/worksheets/sheet1.xml"
    assert replaced_bytes(parts(old)[part], parts(new)[part]) == (b"4.", b"7.2")
    was, now = replaced_bytes(parts(old)["xl/workbook.xml"], parts(new)["xl/workbook.xml"])
    assert (was, now) == (b"", b' calcCompleted="0" fullCalcOnLoad="1"')


def test_nothing_is_written_without_edits(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    before = book.path.stat()
    assert book.save() == Receipt()
    after = book.path.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert list(tmp_path.iterdir()) == [book.path]


def test_the_value_that_is_there_already_writes_nothing(tmp_path):
    book = opened(tmp_path, make_workbook('<row r="1"><c r="A1"><v>5</v></c></row>'))
    book.set("Sheet1", "A1", 5)
    assert not book.save().parts


@pytest.mark.parametrize(
    ("row", "address", "value", "result"),
    [
        ('<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>', "A1", 5, b'<c r="A1" s="3"><v>5</v></c>'),
        ('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', "A1", True, b'<c r="A1" t="b"><v>1</v></c>'),
        ('<row r="1"><c r="A1" vm="1" cm="2"><v>1</v></c></row>', "A1", 2, b'<c r="A1"><v>2</v></c>'),
        ('<row r="1"><c r="A1" s="3"/></row>', "A1", 1, b'<c r="A1" s="3"><v>1</v></c>'),
        ('<row r="1"><c r="A1" s="2"><v>1</v></c></row>', "A1", None, b'<c r="A1" s="2"></c>'),
        ("<row r='1'><c r='C1'><v>1</v></c></row>", "B1", 2, b"<c r=\"B1\"><v>2</v></c><c r='C1'>"),
        ("<row><c><v>1</v></c><c s='1'/><c><v>3</v></c></row>", "C1", 4, b"<c s='1'/><c><v>4</v></c></row>"),
        ("<row><c><v>1</v></c></row>", "B1", 2, b'<c><v>1</v></c><c r="B1"><v>2</v></c></row>'),
        ('<row r="2"/>', "A2", 1, b'<row r="2"><c r="A2"><v>1</v></c></row>'),
        ('<row r="2"/>', "A1", 1, b'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/>'),
        ('<row r="2" spans="1:2"/>', "D2", 1, b'<row r="2" spans="1:4"><c r="D2"><v>1</v></c></row>'),
        ("", "B7", 1, b'<sheetData><row r="7"><c r="B7"><v>1</v></c></row></sheetData>'),
        (
            '<row r="1">\r\n  <!-- <c r="A1"/> -->\r\n  <c r="A1">\r\n<v>1</v>\r\n</c>\r\n</row>',
            "A1",
            22,
            b'<row r="1">\r\n  <!-- <c r="A1"/> -->\r\n  <c r="A1">\r\n<v>22</v>\r\n</c>\r\n</row>',
        ),
        (
            '<!-- <row r="1"> --><row r="1"><c r="A1" t="str"><v><![CDATA[</c></row>]]></v></c><c r="B1"/></row>',
            "B1",
            2,
            b'<c r="B1"><v>2</v></c></row></sheetData>',
        ),
        (
            '<row r="1" s="3" customFormat="1"><c r="A1"/></row>',
            "B1",
            1,
            b'<c r="B1" s="3"><v>1</v></c>',
        ),
    ],
)
def test_how_cells_are_written(tmp_path, row, address, value, result):
    book = opened(tmp_path, make_workbook(row, shared=("one",)))
    book.set("Sheet1", address, value)
    _, new = saved(book)
    assert result in parts(new)["xl/worksheets/sheet1.xml"]
    assert shown(new, "Sheet1", address)[1] in (value, "" if value is None else value)


def test_a_new_cell_takes_the_format_of_its_column(tmp_path):
    part = sheet("", before='<cols><col min="2" max="3" width="9" style="3"/></cols>')
    book = opened(tmp_path, make_workbook(part))
    book.set("Sheet1", "C4", 5)
    book.set("Sheet1", "D4", 5)
    _, new = saved(book)
    assert b'<c r="C4" s="3"><v>5</v></c><c r="D4"><v>5</v></c>' in parts(new)["xl/worksheets/sheet1.xml"]


def prefixed(rows: str, namespace: str = MAIN) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<x:worksheet xmlns:x="{namespace}"><x:dimension ref="A1:A1"/>'
        f"<x:sheetData>{rows}</x:sheetData></x:worksheet>"
    )


def test_a_sheet_with_a_prefix_of_its_own(tmp_path):
    book = opened(tmp_path, make_workbook(prefixed('<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>')))
    book.set("Sheet1", "A1", "text here")
    book.set("Sheet1", "B3", True)
    _, new = saved(book)
    text = parts(new)["xl/worksheets/sheet1.xml"]
    assert b'<x:c r="A1" t="inlineStr"><x:is><x:t>text here</x:t></x:is></x:c>' in text
    assert b'<x:row r="3"><x:c r="B3" t="b"><x:v>1</x:v></x:c></x:row>' in text
    assert b'<x:dimension ref="A1:B3"/>' in text
    assert shown(new, "Sheet1", "A1") == ("text here", "text here")


def test_a_strict_workbook(tmp_path):
    part = sheet('<row r="1"><c r="A1"><v>1</v></c></row>', namespace=STRICT)
    data = make_workbook(part)
    data = rebuilt(data, changed={"xl/workbook.xml": lambda text: text.replace(MAIN, STRICT)})
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", 2)
    _, new = saved(book)
    assert changed_parts(data, new) == {"xl/worksheets/sheet1.xml"}
    assert book.read("Sheet1").at("A1").value == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "iso-8859-1"])
def test_a_part_in_another_encoding_comes_back_in_it(tmp_path, encoding):
    part = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>Zoë</t></is></c><c r="B1"><v>1</v></c></row>')
    part = part.replace("UTF-8", encoding.removesuffix("-be").removesuffix("-sig"))
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    raw = (mark + part).encode(encoding)
    data = make_workbook(part.replace(encoding, "UTF-8"), parts={"xl/worksheets/sheet1.xml": raw})
    book = opened(tmp_path, data)
    book.set("Sheet1", "B1", "naïve ☂")
    _, new = saved(book)
    text = parts(new)["xl/worksheets/sheet1.xml"]
    wanted = '<c r="B1" t="inlineStr"><is><t>naïve ☂</t></is></c>'
    if encoding == "iso-8859-1":
        wanted = wanted.replace("☂", "&#9730;")
    assert text == raw.decode(encoding).replace('<c r="B1"><v>1</v></c>', wanted).encode(encoding)
    assert book.read("Sheet1").at("B1").value == "naïve ☂"


def test_text_is_text_whatever_it_looks_like(tmp_path):
    texts = [
        "=1+1",
        "+49 30 1234",
        "@handle",
        "00123",
        "TRUE",
        "2026-11-22",
        " edge ",
        "a\nb",
        "a\r\nb",
        "tab\there",
    ]
    texts += ["<&>\"'", "_x000D_", "_x005F_", "ünï ☂ 😀", "]]>", "a  b", "-", "x" * 32_767]
    for shared in ((), ("one",)):
        book = opened(tmp_path, make_workbook("", shared=shared))
        for row, text in enumerate(texts, start=1):
            book.set("Sheet1", f"A{row}", text)
        _, new = saved(book)
        for row, text in enumerate(texts, start=1):
            theirs, calamines = shown(new, "Sheet1", f"A{row}")
            assert book.read("Sheet1").at(f"A{row}").value == text
            if "_x" not in text:
                assert theirs == text
                assert calamines == text
        assert b"<f>" not in parts(new)["xl/worksheets/sheet1.xml"]


def test_dates_in_a_1904_workbook(tmp_path):
    data = make_workbook(
        '<row r="1"><c r="A1" s="1"><v>0</v></c></row>', properties='<workbookPr date1904="1"/>'
    )
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", date(2026, 11, 22))
    _, new = saved(book)
    assert b'<c r="A1" s="1"><v>44886</v></c>' in parts(new)["xl/worksheets/sheet1.xml"]
    assert shown(new, "Sheet1", "A1") == (datetime(2026, 11, 22), date(2026, 11, 22))


@pytest.mark.parametrize(
    "value", [date(1904, 1, 1), datetime(1904, 1, 1, 10, 30), time(10, 30), time(), date(1904, 1, 2)], ids=str
)
@pytest.mark.parametrize("address", ["A1", "B1", "C1"])
def test_the_first_day_and_a_time_are_told_apart_in_a_1904_workbook(tmp_path, value, address):
    data = make_workbook(
        '<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" s="4"/></row>',
        properties='<workbookPr date1904="1"/>',
    )
    book = opened(tmp_path, data)
    book.set("Sheet1", address, value)
    assert book.read("Sheet1").at(address).value == value
    saved(book)
    again = infoviz.workbook.open(book.path).read("Sheet1").at(address).value
    assert (again, type(again)) == (value, type(value))


def test_a_date_gets_one_format_that_is_used_again(tmp_path):
    data = make_workbook('<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="4"/><c r="C1" s="2"/></row>')
    book = opened(tmp_path, data)
    for address in ("A1", "B1", "C1", "D1"):
        book.set("Sheet1", address, date(2026, 11, 22))
    book.set("Sheet1", "E1", datetime(2026, 11, 22, 9, 30))
    _, new = saved(book)
    old, styles = parts(data)["xl/styles.xml"], parts(new)["xl/styles.xml"]
    added = b'<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    assert styles == old.replace(b"</cellXfs>", added).replace(b'<cellXfs count="5"', b'<cellXfs count="6"')
    text = parts(new)["xl/worksheets/sheet1.xml"]
    assert b'<c r="A1" s="1">' in text
    assert b'<c r="B1" s="1">' in text
    assert b'<c r="C1" s="2">' in text
    assert b'<c r="D1" s="1">' in text
    assert shown(new, "Sheet1", "E1") == (datetime(2026, 11, 22, 9, 30),) * 2


def test_a_workbook_without_styles_is_given_some_for_a_date(tmp_path):
    data = rebuilt(
        make_workbook('<row r="1"><c r="A1"><v>1</v></c></row>'),
        without=("xl/styles.xml",),
        changed={
            "[Content_Types].xml": lambda text: text.replace(
                '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
                'officedocument.spreadsheetml.styles+xml"/>',
                "",
            ),
            "xl/_rels/workbook.xml.rels": lambda text: text.replace("styles", "nothing"),
        },
    )
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", date(2026, 11, 22))
    _, new = saved(book)
    assert shown(new, "Sheet1", "A1") == (datetime(2026, 11, 22), date(2026, 11, 22))


FORMULAS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c>'
    '<c r="C1"><f t="shared" ref="C1:C3" si="0">A1+1</f><v>2</v></c>'
    '<c r="D1" cm="1"><f t="array" ref="D1">SUM(A1:A3)</f><v>6</v></c>'
    '<c r="E1"><f t="array" ref="E1:E3">A1:A3*2</f><v>2</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="C2"><f t="shared" si="0"/><v>3</v></c><c r="E2"><v>4</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="C3"><f t="shared" si="0"/><v>4</v></c><c r="E3"><v>6</v></c></row>'
)


@pytest.mark.parametrize("address", ["B1", "C1", "C2", "D1", "E1", "E2"])
def test_a_formula_is_not_overwritten_by_chance(tmp_path, address):
    book = opened(tmp_path, make_workbook(FORMULAS))
    with pytest.raises(EditRefused, match=f"Sheet “Sheet1”, cell {address}: .*formula"):
        book.set("Sheet1", address, 5)
    assert not book.changed


@pytest.mark.parametrize("address", ["B1", "C1", "C2", "D1"])
def test_a_formula_is_replaced_when_asked_for(tmp_path, address):
    chain = f'<calcChain xmlns="{MAIN}"><c r="{address}" i="1"/></calcChain>'
    data = make_workbook(FORMULAS, parts={"xl/calcChain.xml": chain})
    data = rebuilt(
        data,
        changed={
            "xl/_rels/workbook.xml.rels": lambda text: text.replace(
                "</Relationships>",
                '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                'relationships/calcChain" Target="calcChain.xml"/></Relationships>',
            )
        },
    )
    book = opened(tmp_path, data)
    book.set("Sheet1", address, 5, replace_formula=True)
    _, new = saved(book)
    found = parts(new)
    assert "xl/calcChain.xml" not in found
    assert b"calcChain" not in found["[Content_Types].xml"] + found["xl/_rels/workbook.xml.rels"]
    assert shown(new, "Sheet1", address) == (5, 5)
    assert shown(new, "Sheet1", "C3")[0] == "=A3+1"


@pytest.mark.parametrize(
    ("after", "address", "why"),
    [
        ('<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>', "B2", "merged range A1:B2"),
        ('<sheetProtection sheet="1" objects="1"/>', "A1", "protected"),
    ],
)
def test_what_the_sheet_keeps_from_change(tmp_path, after, address, why):
    book = opened(tmp_path, make_workbook(sheet(FORMULAS, after=after)))
    with pytest.raises(EditRefused, match=why):
        book.set("Sheet1", address, 5, protected=False)


def test_the_anchor_of_a_merged_range_can_be_set(tmp_path):
    part = sheet(FORMULAS, after='<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>')
    book = opened(tmp_path, make_workbook(part))
    book.set("Sheet1", "A1", 5)
    assert shown(saved(book)[1], "Sheet1", "A1") == (5, 5)


def test_a_locked_cell_of_a_protected_sheet_is_warned_of(tmp_path):
    book = opened(tmp_path, make_workbook(sheet(FORMULAS, after='<sheetProtection sheet="1"/>')))
    book.set("Sheet1", "A1", 5)
    receipt, new = saved(book)
    assert any("protected" in warning and "A1" in warning for warning in receipt.warnings)
    assert b'<sheetProtection sheet="1"/>' in parts(new)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("sheet_name", "address", "why"),
    [
        ("Pivot", "A2", "pivot table"),
        ("Contacts", "", "not the address"),
        ("Contacts", "XFE1", "not the address"),
    ],
)
def test_refusals_in_the_rich_workbook(tmp_path, sheet_name, address, why):
    book = opened(tmp_path, rich(), "rich.xlsm")
    with pytest.raises(EditRefused, match=why):
        book.set(sheet_name, address, "x")


def test_an_unknown_sheet(tmp_path):
    with pytest.raises(NoSuchSheet, match="Contacts"):
        opened(tmp_path, rich(), "rich.xlsm").set("Nowhere", "A1", 1)


@pytest.mark.parametrize(
    "value", ["bell\x07", "\ud800", "x" * 32_768, float("nan"), date(1899, 1, 1), object()]
)
def test_values_no_cell_can_hold_name_the_cell(tmp_path, value):
    book = opened(tmp_path, rich(), "rich.xlsm")
    with pytest.raises(EditRefused, match="Sheet “Contacts”, cell C3: "):
        book.set("Contacts", "C3", value)
    assert not book.save().parts


def test_a_signed_workbook_is_left_alone_unless_asked_for(tmp_path):
    data = rebuilt(
        rich(extension="xlsx"),
        added={"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": "<Signature/>"},
        changed={
            "_rels/.rels": lambda text: text.replace(
                "</Relationships>",
                '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
                'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
            )
        },
    )
    book = opened(tmp_path, data)
    book.set("Contacts", "C3", "asked")
    with pytest.raises(EditRefused, match="digitally signed"):
        book.save()
    assert book.path.read_bytes() == data
    assert book.changed
    receipt, new = saved(book, break_signature=True)
    assert any("signature" in warning for warning in receipt.warnings)
    assert {"_xmlsignatures/origin.sigs", "_xmlsignatures/sig1.xml"} <= parts(new).keys()


def test_reading_shows_what_is_pending_and_no_stale_result(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    assert book.read("Summary").at("A1").value == 24.85
    book.set("Contacts", "E3", 100)
    assert book.stale
    assert book.read("Contacts").at("E3").value == 100
    assert book.read("Summary").at("A1").value is None
    book.save()
    assert book.stale
    assert infoviz.workbook.open(book.path).stale
    assert infoviz.workbook.open(book.path).read("Summary").at("A1").formula == "=SUM(Contacts!E2:E5)"


def test_edits_can_be_taken_back_one_by_one(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Contacts", "C3", "first")
    book.append("Contacts", {"A": "Eve New"})
    assert book.undo()
    assert book.read("Contacts").at("C3").value == "first"
    assert book.undo()
    assert not book.undo()
    assert not book.save().parts


def test_a_text_typed_letter_by_letter_leaves_one_string(tmp_path):
    data = make_workbook("", shared=("one",))
    book = opened(tmp_path, data)
    for text in ("n", "ne", "new"):
        book.set("Sheet1", "A1", text)
    _, new = saved(book)
    assert parts(new)["xl/sharedStrings.xml"] == strings("one", "new").encode()


def test_an_edit_overwritten_before_a_row_is_added_still_counts_for_its_place(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Summary", "A3", "x")
    assert book.append("Summary", {"A": "row"}) == 4
    book.set("Summary", "A3", None)
    _, new = saved(book)
    assert shown(new, "Summary", "A4") == ("row", "row")


def test_leave_to_replace_a_formula_holds_for_the_cell(tmp_path):
    book = opened(tmp_path, make_workbook(FORMULAS))
    book.set("Sheet1", "B1", 5, replace_formula=True)
    book.set("Sheet1", "B1", 6)
    assert shown(saved(book)[1], "Sheet1", "B1") == (6, 6)


def test_reading_between_edits_changes_neither_the_file_nor_undoing(tmp_path):
    results = []
    for read in (False, True):
        book = opened(tmp_path, rich(), f"rich{read}.xlsm")
        for edit in (
            lambda book: book.set("Contacts", "C3", "n"),
            lambda book: book.set("Contacts", "C3", "new"),
            lambda book: book.set("Contacts", "F3", 5, replace_formula=True),
            lambda book: book.append("Contacts", {"A": "Eve New"}),
            lambda book: book.add_sheet("Log"),
            lambda book: book.append("Log", {"A": "one"}),
            lambda book: book.set("Log", "B1", date(2026, 11, 22)),
            lambda book: book.add_column("Contacts", "More"),
            lambda book: book.set("Contacts", "C2", "gone again"),
            lambda book: book.undo(),
        ):
            edit(book)
            if read:
                book.read("Contacts")
        results.append(saved(book)[1])
    assert results[0] == results[1]
    assert b"gone again" not in parts(results[0])["xl/sharedStrings.xml"]


def test_several_saves_of_an_open_workbook(tmp_path):
    inline = f't="inlineStr"><is><t>{"text " * 12}</t></is></c></row>'
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" {inline}' for row in range(1, 20_001)
    )
    data = make_workbook(rows, shared=("one",))
    book = opened(tmp_path, data)
    for step, row in enumerate((5, 10_000, 19_999, 25_000), start=1):
        book.set("Sheet1", f"C{row}", f"step {step}")
        receipt, new = saved(book)
        assert receipt.cells == (f"Sheet1!C{row}",)
        assert parts(new).keys() == parts(data).keys()
        assert changed_parts(data, new) == {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}
    for step, row in enumerate((5, 10_000, 19_999, 25_000), start=1):
        assert shown(new, "Sheet1", f"C{row}") == (f"step {step}",) * 2
    assert shown(new, "Sheet1", "A12345")[1] == 12345


def test_a_save_that_fails_leaves_the_edits(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Contacts", "C3", "asked")
    lock = tmp_path / ".~lock.rich.xlsm#"
    lock.write_text("Ada Example,ada,desk,22.11.2026 10:00,file:///x;")
    with pytest.raises(InfovizError, match="Ada Example"):
        book.save()
    assert book.changed
    lock.unlink()
    assert book.save().parts


def test_saving_beside(tmp_path):
    old = rich()
    book = opened(tmp_path, old, "rich.xlsm")
    book.set("Contacts", "C3", "asked")
    copy = tmp_path / "copy.xlsm"
    book.save(copy)
    assert (tmp_path / "rich.xlsm").read_bytes() == old
    assert book.path == copy
    assert shown(copy.read_bytes(), "Contacts", "C3") == ("asked", "asked")


@pytest.mark.parametrize(
    ("name", "wanted", "ending"),
    [
        ("a.xlsm", "b.xlsx", ".xlsm"),
        ("a.xlsx", "b.csv", ".xlsx"),
        ("a.xlsx", "b", ".xlsx"),
        ("a.csv", "b.xlsx", ".csv"),
    ],
)
def test_a_copy_keeps_the_kind_of_file_that_it_is(tmp_path, name, wanted, ending):
    book = opened(tmp_path, b"Name\nAda\n" if name == "a.csv" else rich(), name)
    book.set(book.sheets[0], "A2", "Bea")
    with pytest.raises(NotSaved, match=rf"Give it the ending \{ending}"):
        book.save(tmp_path / wanted)
    assert not (tmp_path / wanted).exists()
    assert book.changed
    book.save(tmp_path / f"b{ending.upper()}")


def test_its_own_file_by_another_spelling_of_the_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Contacts", "C3", "asked")
    assert book.save("rich.xlsm").backup


def test_a_part_that_cannot_be_worked_on_is_named(tmp_path):
    part = sheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace(MAIN, "urn:unknown")
    book = opened(tmp_path, make_workbook(part))
    with pytest.raises(EditRefused, match=r"Sheet1.*namespace"):
        book.set("Sheet1", "A1", 2)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "holds this cell twice"),
        ('<row r="0"><c r="A1"/></row>', "impossible number"),
        ('<row r="1"/><row r="1048577"/>', "impossible number"),
        ('<row r="1"/><row r="1"/>', "bear the number 1"),
    ],
)
def test_rows_that_contradict_themselves(tmp_path, rows, why):
    book = opened(tmp_path, make_workbook(rows))
    with pytest.raises(EditRefused, match=why):
        book.set("Sheet1", "A1", 10)


def test_rows_out_of_order(tmp_path):
    rows = '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    book = opened(tmp_path, make_workbook(rows))
    book.set("Sheet1", "A1", 10)
    with pytest.raises(EditRefused, match="out of order"):
        book.set("Sheet1", "A2", 2)
    assert shown(saved(book)[1], "Sheet1", "A1") == (10, 10)


def test_the_last_moment_of_a_day_stays_in_it(tmp_path):
    book = opened(tmp_path, make_workbook('<row r="1"><c r="A1"><v>1</v></c></row>'))
    book.set("Sheet1", "A1", datetime(2026, 11, 22, 23, 59, 59, 999_999))
    book.set("Sheet1", "B1", datetime(9999, 12, 31, 23, 59, 59, 999_999))
    book.set("Sheet1", "C1", time(23, 59, 59, 999_999))
    book.save()
    cells = infoviz.workbook.open(book.path).read("Sheet1")
    assert cells.at("A1").value == datetime(2026, 11, 22, 23, 59, 59, 999_000)
    assert cells.at("B1").value == datetime(9999, 12, 31, 23, 59, 59, 999_000)
    assert cells.at("C1").value == time(23, 59, 59, 999_000)


@pytest.mark.parametrize(
    "row",
    [
        f'<row r="1"><c r="A{"9" * 5000}"><v>1</v></c></row>',
        f'<row r="{"9" * 5000}"><c><v>1</v></c></row>',
    ],
)
def test_endless_numbers_are_refused(tmp_path, row):
    book = opened(tmp_path, make_workbook(row))
    with pytest.raises(EditRefused, match="impossible"):
        book.set("Sheet1", "A1", "x")


def test_endless_numbers_that_do_not_matter(tmp_path):
    endless = "9" * 5000
    row = f'<row r="1" spans="1:{endless}"><c r="A1" s="{endless}"><v>1</v></c></row>'
    shared = strings("seen").replace('count="1"', f'count="{endless}"')
    data = make_workbook(row, shared=("seen",), parts={"xl/sharedStrings.xml": shared})
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", "new")
    book.add_sheet("Log")
    book.save()
    assert infoviz.workbook.open(book.path).read("Sheet1").at("A1").value == "new"


def test_an_instruction_among_the_rows_holds_no_row(tmp_path):
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><?note <row r="2"> ?><row r="2"><c r="A2"><v>2</v></c></row>'
    )
    book = opened(tmp_path, make_workbook(rows))
    book.set("Sheet1", "A2", 5)
    assert book.append("Sheet1", {"A": 6}) == 3
    _, new = saved(book)
    assert shown(new, "Sheet1", "A2") == (5, 5)
    assert b'<?note <row r="2"> ?>' in parts(new)["xl/worksheets/sheet1.xml"]


def test_a_row_is_not_added_to_rows_out_of_order(tmp_path):
    rows = '<row r="3"><c r="A3"><v>3</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    book = opened(tmp_path, make_workbook(rows))
    with pytest.raises(EditRefused, match="rows are out of order"):
        book.append("Sheet1", {"A": 6})
    assert not book.changed


def test_cells_of_formats_that_do_not_exist_keep_their_look(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="5"><v>45000</v></c></row>'
    other = '<row r="1" s="6"><c r="A1" s="7"><v>45000</v></c></row>'
    book = opened(tmp_path, make_workbook(rows, other))
    book.set("Sheet1", "A1", datetime(2026, 11, 22, 9, 30))
    book.set("Sheet1", "B2", time(9, 30))
    _, new = saved(book)
    for name, address in (("Sheet1", "B1"), ("Sheet2", "A1")):
        assert shown(new, name, address) == (45000, 45000)
    assert shown(new, "Sheet1", "A1")[0] == datetime(2026, 11, 22, 9, 30)


@pytest.mark.parametrize(
    "rows", ['<row r="3"><c r="A4"><v>1</v></c></row>', '<row/><row><c r="B7"><v>1</v></c></row>']
)
def test_a_cell_that_says_it_stands_in_another_row_is_left_alone(tmp_path, rows):
    book = opened(tmp_path, make_workbook(rows + '<row r="9"><c r="A9"><v>1</v></c></row>'))
    row = 3 if "A4" in rows else 2
    with pytest.raises(EditRefused, match=f"its row {row} holds a cell that bears the address"):
        book.set("Sheet1", f"A{row}", "new")
    with pytest.raises(EditRefused):
        book.append("Sheet1", {"A": "new"}, after=row)
    book.set("Sheet1", "A9", "new")
    assert shown(saved(book)[1], "Sheet1", "A9") == ("new", "new")


def test_formats_in_two_forms_count_once(tmp_path):
    """Hancom Office writes formats in its own terms, with one in everybody's terms besides."""
    old = '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        f'xmlns:hs="http://schemas.haansoft.com/office/spreadsheet/8.0" Requires="hs">{old}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    cells = '<c r="A1" s="2"><v>45000</v></c><c r="B1" s="3"><v>45000</v></c><c r="C1" s="4"><v>0.5</v></c>'
    rows = f'<row r="1">{cells}</row>'
    book = opened(tmp_path, make_workbook(rows, parts={"xl/styles.xml": STYLES.replace(old, both)}))
    values = [cell.value for cell in book.read("Sheet1")]
    assert values == [date(2023, 3, 15), 45000, time(12)]
    book.set("Sheet1", "A2", date(2026, 11, 22))
    book.set("Sheet1", "B1", datetime(2026, 11, 22, 12))
    _, new = saved(book)
    again = opened(tmp_path, new).read("Sheet1")
    assert [cell.value for cell in again] == [
        *values[:1],
        datetime(2026, 11, 22, 12),
        time(12),
        date(2026, 11, 22),
    ]
    written = parts(new)["xl/styles.xml"].decode()
    new_one = (
        '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    )
    expected = STYLES.replace(old, both).replace('count="5"', 'count="6"').replace("</cellXfs>", new_one)
    assert written == expected
