"""A new row does what Excel does when one types under the list."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter

from infoviz.errors import EditRefused
from infoviz.workbook.growing import append
from infoviz.workbook.ranges import letters
from infoviz.workbook.sheet import sheetdraft, sheettext
from infoviz.workbook.sheet.rows import read_row
from tests.workbook.making import make_workbook, sheet
from tests.workbook.rich import changed_parts, parts, rebuilt, rich
from tests.workbook.test_patch import opened, saved, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

ROWS = (
    '<row r="1" spans="1:3"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Stage</v></c>'
    '<c r="C1" t="str"><v>Score</v></c></row>'
    '<row r="2" spans="1:3"><c r="A2" t="str"><v>Ada</v></c><c r="B2" t="str"><v>met</v></c>'
    '<c r="C2" s="3"><v>1</v></c></row>'
    '<row r="3" spans="1:3" ht="30" customHeight="1" outlineLevel="1" hidden="1"><c r="A3" t="str"><v>Ben</v></c>'
    '<c r="B3" s="1"/><c r="C3" s="3"><v>2</v></c></row>'
)


def sheet_of(data: bytes, number: int = 1) -> str:
    return parts(data)[f"xl/worksheets/sheet{number}.xml"].decode()


def written(build) -> bytes:
    """A workbook that a function fills by XlsxWriter."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        build(book)
    return stream.getvalue()


def test_the_rich_table_grows_with_all_that_hangs_on_it(tmp_path):
    old = rich()
    book = opened(tmp_path, old, "rich.xlsm")
    row = book.append("Contacts", {"A": "Eve New", "C": "met", "D": date(2026, 11, 22), "E": 2})
    assert row == 6
    receipt, new = saved(book)
    found = parts(new)
    text = sheet_of(new)
    assert '<row r="6" spans="1:8" ht="21" customHeight="1"' in text
    assert '<c r="D6" s="1"><v>46348</v></c>' in text
    assert '<c r="F6"><f>E6*2</f></c>' in text
    for grown in (
        'sqref="C2:C6"',
        'sqref="E2:E6"',
        "<xm:sqref>E2:E6</xm:sqref>",
        "<xm:sqref>B2:B6</xm:sqref>",
    ):
        assert grown in text
    assert "<xm:sqref>G2</xm:sqref>" in text
    assert "<xm:f>Contacts!E2:E5</xm:f>" in text
    assert b'ref="A1:F6"' in found["xl/tables/table1.xml"]
    assert b'<autoFilter ref="A1:F6"/>' in found["xl/tables/table1.xml"]
    assert b">Contacts!$E$2:$E$6</definedName>" in found["xl/workbook.xml"]
    assert b"<c:f>Contacts!$E$2:$E$6</c:f>" in found["xl/charts/chart1.xml"]
    assert b"<c:f>Contacts!$A$2:$A$6</c:f>" in found["xl/charts/chart1.xml"]
    assert b"<c:f>Contacts!$E$1</c:f>" in found["xl/charts/chart1.xml"]
    assert (
        changed_parts(old, new)
        == set(receipt.parts)
        == {
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/workbook.xml",
            "xl/tables/table1.xml",
            "xl/charts/chart1.xml",
            "xl/calcChain.xml",
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml",
        }
    )
    assert shown(new, "Contacts", "A6") == ("Eve New", "Eve New")
    assert shown(new, "Contacts", "F6")[0] == "=E6*2"
    assert openpyxl.load_workbook(io.BytesIO(new))["Contacts"].tables["People"].ref == "A1:F6"
    assert book.append("Contacts", {"A": "Flo Newer"}) == 7


def test_a_row_in_a_plain_list(tmp_path):
    part = sheet(
        ROWS,
        before='<dimension ref="A1:C3"/>',
        after='<autoFilter ref="A1:C3"/><conditionalFormatting sqref="C2:C3 A1"><cfRule type="top10" priority="1" '
        'rank="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B2:B3">'
        '<formula1>"a,b"</formula1></dataValidation></dataValidations>',
    )
    names = (
        '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$C$3'
        '</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$C$3</definedName>'
        '<definedName name="Some">Sheet1!$C$2:$C$2</definedName><definedName name="Stages">Sheet1!$B$2:$B$3'
        "</definedName></definedNames>"
    )
    book = opened(tmp_path, make_workbook(part, extra=names))
    assert book.append("Sheet1", {"A": "Cy", "C": 3}) == 4
    _, new = saved(book)
    text = sheet_of(new)
    assert (
        '<row r="4" spans="1:3" ht="30" customHeight="1"><c r="A4" t="inlineStr"><is><t>Cy</t></is></c>'
        '<c r="B4" s="1"/><c r="C4" s="3"><v>3</v></c></row></sheetData>' in text
    )
    assert '<dimension ref="A1:C4"/>' in text
    assert '<autoFilter ref="A1:C4"/>' in text
    assert 'sqref="C2:C4 A1"' in text
    assert 'sqref="B2:B4"' in text
    workbook = parts(new)["xl/workbook.xml"].decode()
    assert 'hidden="1">Sheet1!$A$1:$C$4<' in workbook
    assert '"0">Sheet1!$A$1:$C$3<' in workbook
    assert ">Sheet1!$C$2:$C$2<" in workbook
    assert ">Sheet1!$B$2:$B$4<" in workbook


def test_what_reaches_further_down_stays(tmp_path):
    after = (
        '<dataValidations count="2"><dataValidation type="list" sqref="B2:B500"><formula1>"a,b"</formula1>'
        '</dataValidation><dataValidation type="whole" sqref="C2:C3"><formula1>1</formula1></dataValidation>'
        "</dataValidations>"
    )
    book = opened(tmp_path, make_workbook(sheet(ROWS, after=after)))
    book.append("Sheet1", {"A": "Cy"})
    _, new = saved(book)
    assert 'sqref="B2:B500"' in sheet_of(new)
    assert 'sqref="C2:C4"' in sheet_of(new)


def test_an_empty_sheet(tmp_path):
    book = opened(tmp_path, make_workbook(""))
    assert book.append("Sheet1", {"B": "first"}) == 1
    assert book.append("Sheet1", {"B": "second"}) == 2
    assert shown(saved(book)[1], "Sheet1", "B2") == ("second", "second")


def test_the_first_record_below_a_header_does_not_look_like_one(tmp_path):
    header = '<row r="1" ht="40" customHeight="1"><c r="A1" s="1" t="str"><v>Name</v></c></row>'
    book = opened(tmp_path, make_workbook(header))
    assert book.append("Sheet1", {"A": "Ada"}) == 2
    assert '<row r="2"><c r="A2" t="inlineStr">' in sheet_of(saved(book)[1])


def test_prepared_rows_below_are_used(tmp_path):
    prepared = "".join(
        f'<row r="{row}" ht="18"><c r="A{row}" s="2"/><c r="C{row}"><f>A{row}&amp;B{row}</f><v></v></c></row>'
        for row in range(4, 50)
    )
    book = opened(tmp_path, make_workbook(ROWS + prepared))
    assert book.append("Sheet1", {"A": "Cy", "B": "met"}) == 4
    assert book.append("Sheet1", {"A": "Dee", "B": "met"}) == 5
    _, new = saved(book)
    assert '<row r="4" ht="18"><c r="A4" s="2" t="inlineStr"><is><t>Cy</t></is></c>' in sheet_of(new)
    assert shown(new, "Sheet1", "C4")[0] == "=A4&B4"


def test_numbers_and_ticks_filled_in_ahead_are_no_records(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.write_row(0, 0, ["No", "Name", "Done"])
        for row in range(1, 30):
            page.write_row(row, 0, [row, f"Person {row}" if row < 4 else None, False])

    book = opened(tmp_path, written(build))
    assert book.append("List", {"B": "Person 4", "C": True}) == 5
    assert book.append("List", {"B": "Person 5"}) == 6
    _, new = saved(book)
    assert shown(new, "List", "A5") == (4, 4)
    assert shown(new, "List", "C5") == (True, True)
    assert shown(new, "List", "C6") == (False, False)


def test_records_of_equal_looks_are_records(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        for row, word in enumerate(["Answer", "yes", "yes", "yes"]):
            page.write(row, 0, word)

    book = opened(tmp_path, written(build))
    assert book.append("List", {"A": "yes"}) == 5


def test_a_gap_in_the_list_and_a_note_below_it(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        for row in (0, 1, 2, 4, 5):
            page.write_row(row, 0, [f"a{row}", f"b{row}", f"c{row}", row])
        page.write(8, 0, "Legend: call before noon")

    book = opened(tmp_path, written(build))
    assert book.append("List", {"A": "new"}) == 7
    assert book.append("List", {"A": "newer"}) == 8
    with pytest.raises(EditRefused, match="List”, cell A9: there is content right below the list"):
        book.append("List", {"A": "too much"}, after=8)
    assert shown(saved(book)[1], "List", "A9") == ("Legend: call before noon",) * 2


def test_a_total_below_a_plain_list_is_respected(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.write_column(0, 0, ["Name", "Ada", "Ben", "Total"])
        page.write_column(0, 1, ["Score", 1, 2])
        page.write_formula(3, 1, "=SUM(B2:B3)", None, 3)

    book = opened(tmp_path, written(build))
    with pytest.raises(EditRefused, match="total"):
        book.append("List", {"A": "Cy", "B": 3})
    assert not book.changed


def table_with_totals(book, *, below: bool = False, points: bool = False):
    page = book.add_worksheet("List")
    columns = [
        {"header": "Name", "total_string": "Total"},
        {"header": "Score", "total_function": "sum"},
        {"header": "Twice", "formula": "=Table1[[#This Row],[Score]]*2"},
    ]
    page.add_table("A1:C4", {"total_row": True, "columns": columns, "data": [["Ada", 1], ["Ben", 2]]})
    page.write("E4", "beside")
    if below:
        page.write("B5", "taken")
    if points:
        book.add_worksheet("Other").write_formula("A1", "=List!B4*2", None, 6)


def test_a_totals_row_moves_down(tmp_path):
    book = opened(tmp_path, written(table_with_totals))
    assert book.append("List", {"A": "Cy", "B": 3}) == 4
    _, new = saved(book)
    page = openpyxl.load_workbook(io.BytesIO(new))["List"]
    rows = [[cell.value for cell in row] for row in page["A1:C5"]]
    assert rows[3] == ["Cy", 3, rows[2][2]]
    assert rows[3][2].startswith("=")
    assert rows[4][:2] == ["Total", "=SUBTOTAL(109,[Score])"]
    assert page["E4"].value == "beside"
    assert (page.tables["Table1"].ref, page.tables["Table1"].totalsRowCount) == ("A1:C5", 1)
    assert page.tables["Table1"].autoFilter.ref == "A1:C4"
    assert book.append("List", {"A": "Dee"}) == 5


def test_a_totals_row_moves_down_again_before_it_is_saved(tmp_path):
    book = opened(tmp_path, written(table_with_totals))
    assert [book.append("List", {"A": name, "B": 5}) for name in ("Cy", "Di")] == [4, 5]
    _, new = saved(book)
    page = openpyxl.load_workbook(io.BytesIO(new))["List"]
    assert page.tables["Table1"].ref == "A1:C6"
    assert [row[0].value for row in page["A4:A6"]] == ["Cy", "Di", "Total"]


def test_totals_over_plain_references_take_the_new_row_in(tmp_path):
    data = written(table_with_totals)
    part = "xl/worksheets/sheet1.xml"
    data = rebuilt(
        data, changed={part: lambda text: text.replace("SUBTOTAL(109,[Score])", "SUM(B2:B3)+$E$1")}
    )
    book = opened(tmp_path, data)
    book.append("List", {"A": "Cy", "B": 3})
    assert shown(saved(book)[1], "List", "B5")[0] == "=SUM(B2:B4)+$E$1"


@pytest.mark.parametrize("trouble", ["below", "points"])
def test_a_totals_row_that_cannot_move(tmp_path, trouble):
    book = opened(tmp_path, written(lambda new: table_with_totals(new, **{trouble: True})))
    with pytest.raises(EditRefused, match=r"content right below|points at the totals row"):
        book.append("List", {"A": "Cy"})
    assert not book.save().parts


def test_blank_rows_inside_a_table_are_filled_first(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.add_table("A1:B6", {"data": [["Ada", 1], ["Ben", 2]]})

    book = opened(tmp_path, written(build))
    assert [book.append("List", {"A": f"P{number}"}) for number in range(4)] == [4, 5, 6, 7]
    _, new = saved(book)
    assert openpyxl.load_workbook(io.BytesIO(new))["List"].tables["Table1"].ref == "A1:B7"


def test_a_table_without_records(tmp_path):
    book = opened(tmp_path, written(lambda new: new.add_worksheet("List").add_table("B3:C4")))
    assert book.append("List", {"B": "Ada"}) == 4
    assert book.append("List", {"B": "Ben"}) == 5


def test_the_row_for_the_first_record_becomes_one(tmp_path):
    data = rebuilt(
        written(lambda new: new.add_worksheet("List").add_table("B3:C4")),
        changed={
            "xl/tables/table1.xml": lambda text: text.replace(
                ' ref="', ' insertRow="1" insertRowShift="1" ref="', 1
            )
        },
    )
    book = opened(tmp_path, data)
    book.append("List", {"B": "Ada"})
    _, new = saved(book)
    assert b"insertRow" not in parts(new)["xl/tables/table1.xml"]


def test_after_tells_which_of_two_tables(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.add_table("A1:B3", {"data": [["Ada", 1], ["Ben", 2]]})
        page.add_table("A8:B10", {"data": [["x", 1], ["y", 2]]})

    book = opened(tmp_path, written(build))
    with pytest.raises(EditRefused, match="Table1 and Table2 both"):
        book.append("List", {"A": "Cy"})
    assert book.append("List", {"A": "Cy"}, after=3) == 4
    assert book.append("List", {"A": "z"}, after=10) == 11


def test_a_pivot_table_is_no_list(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    with pytest.raises(EditRefused, match="pivot table"):
        book.append("Pivot", {"A": "asked"})


def test_a_title_above_the_list_is_no_record(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.write("A1", "My people")
        page.write_row("A3", ["Name", "Stage", "Score"])
        page.write_row("A4", ["Ada", "met", 1])
        page.write_row("A5", ["Ben", "met", 2])
        book.define_name("Stages", "=List!$B$4:$B$5")
        book.define_name("All", "=List!$A$3:$C$5")
        book.define_name("Titled", "=List!$A$1:$C$5")

    book = opened(tmp_path, written(build))
    assert book.append("List", {"A": "Cy"}) == 6
    _, new = saved(book)
    workbook = parts(new)["xl/workbook.xml"].decode()
    assert ">List!$B$4:$B$6<" in workbook
    assert ">List!$A$3:$C$6<" in workbook
    assert ">List!$A$1:$C$5<" in workbook


def test_what_stands_beside_the_list_is_none_of_its_business(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.write_row("A1", ["Name", "Stage"])
        for row in range(1, 4):
            page.write_row(row, 0, [f"Person {row}", "asked"])
        for row, word in enumerate(["asked", "met", "declined", "silent", "thanked"], start=1):
            page.write(row, 3, word)
            page.write_formula(row, 4, f'=COUNTIF(B:B,"{word}")', None, 0)
        page.write_formula("G4", "=SUM(A1:A3)", None, 0)

    book = opened(tmp_path, written(build))
    assert book.append("List", {"A": "Cy", "B": "met"}) == 5
    assert book.append("List", {"A": "Dee"}) == 6
    _, new = saved(book)
    assert [shown(new, "List", f"D{row}")[0] for row in (5, 6)] == ["silent", "thanked"]
    assert shown(new, "List", "E5")[0] == '=COUNTIF(B:B,"silent")'
    assert book.append("List", {"A": "Eve"}) == 7
    _, new = saved(book)
    assert shown(new, "List", "E7")[0] is None


def test_a_formula_that_only_the_last_record_has_is_not_carried_on(tmp_path):
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row * 10}</v></c><c r="B{row}">{cell}</c></row>'
        for row, cell in enumerate(["<v>1</v>", "<v>2</v>", "<v>3</v>", "<f>A4*2</f><v>0</v>"], start=1)
    )
    book = opened(tmp_path, make_workbook(rows))
    assert book.append("Sheet1", {"A": 7}) == 5
    assert shown(saved(book)[1], "Sheet1", "B5")[0] is None


def test_a_formula_for_every_row_is_no_total(tmp_path):
    rows = '<row r="1"><c r="A1" t="str"><v>n</v></c><c r="B1" t="str"><v>sum</v></c></row>' + "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row % 3}</v></c><c r="B{row}"><f>SUM(A$1:A{row - 1})</f><v>0</v></c></row>'
        for row in range(2, 6)
    )
    book = opened(tmp_path, make_workbook(rows))
    assert book.append("Sheet1", {"A": 7}) == 6
    assert shown(saved(book)[1], "Sheet1", "B6")[0] == "=SUM(A$1:A5)"


def test_content_below_a_table(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.add_table("A1:B3", {"data": [["Ada", 1], ["Ben", 2]]})
        page.write("A4", "right below")
        page.write("D4", "beside")

    book = opened(tmp_path, written(build))
    with pytest.raises(EditRefused, match="cell A4: there is content right below the list"):
        book.append("List", {"A": "Cy"})


def test_a_merged_range_below(tmp_path):
    part = sheet(ROWS, after='<mergeCells count="1"><mergeCell ref="A4:C5"/></mergeCells>')
    book = opened(tmp_path, make_workbook(part))
    with pytest.raises(EditRefused, match="merged range A4:C5"):
        book.append("Sheet1", {"A": "Cy"})


def test_two_tables_beside_each_other(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        page.add_table("A1:B3", {"data": [["Ada", 1], ["Ben", 2]]})
        page.add_table("D1:E5", {"data": [["x", 1], ["y", 2], ["z", 3], ["q", 4]]})

    book = opened(tmp_path, written(build))
    assert book.append("List", {"A": "Cy"}) == 4
    assert book.append("List", {"D": "r", "E": 5}) == 6
    page = openpyxl.load_workbook(io.BytesIO(saved(book)[1]))["List"]
    assert dict(page.tables.items()) == {"Table1": "A1:B4", "Table2": "D1:E6"}


def test_shared_formulas_are_shifted(tmp_path):
    rows = (
        '<row r="1"><c r="A1" t="str"><v>n</v></c><c r="B1" t="str"><v>f</v></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*$A$2</f><v>1</v></c></row>'
        '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    book = opened(tmp_path, make_workbook(rows))
    book.append("Sheet1", {"A": 5})
    _, new = saved(book)
    assert '<row r="4"><c r="A4"><v>5</v></c><c r="B4"><f>A4*$A$2</f></c></row>' in sheet_of(new)


def test_the_row_after_which_it_goes_can_be_told(tmp_path):
    book = opened(tmp_path, make_workbook(ROWS + '<row r="9"><c r="A9" t="str"><v>note</v></c></row>'))
    assert book.append("Sheet1", {"A": "Cy"}, after=3) == 4
    with pytest.raises(EditRefused, match="content right below"):
        book.append("Sheet1", {"A": "Dee"}, after=2)


@pytest.mark.parametrize(
    "values", [{}, {"A": None, "B": ""}, {"A1": 1}, {"": 1}, {"XFE": 1}, {"A": "bell\x07"}]
)
def test_wrong_values(tmp_path, values):
    book = opened(tmp_path, make_workbook(ROWS))
    with pytest.raises(EditRefused):
        book.append("Sheet1", values)
    assert not book.changed


def test_an_appended_row_can_be_edited_before_it_is_saved(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    row = book.append("Contacts", {"A": "Eve New"})
    book.set("Contacts", f"D{row}", date(2026, 11, 22))
    _, new = saved(book)
    assert shown(new, "Contacts", f"D{row}") == (datetime(2026, 11, 22), date(2026, 11, 22))


def test_many_rows(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    assert [book.append("Contacts", {"A": f"Person {number}"}) for number in range(40)] == list(range(6, 46))
    _, new = saved(book)
    page = openpyxl.load_workbook(io.BytesIO(new))["Contacts"]
    assert page.tables["People"].ref == "A1:F45"
    assert [page[f"F{row}"].value for row in (6, 45)] == ["=E6*2", "=E45*2"]
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        assert archive.testzip() is None


def test_a_note_below_the_list_is_not_passed_by(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        for row in range(4):
            page.write_row(row, 0, [f"a{row}", f"b{row}", f"c{row}"])
        page.write(5, 0, "Source: my address book")

    book = opened(tmp_path, written(build))
    assert book.append("List", {"A": "Cy", "B": "met"}) == 5
    with pytest.raises(EditRefused, match="content right below the list"):
        book.append("List", {"A": "Di", "B": "met"})
    book.set("List", "A6", "Em")
    assert book.append("List", {"A": "Di", "B": "met"}) == 7


@pytest.fixture
def reads(monkeypatch) -> list[object]:
    """Counts how often a row is read."""
    found: list[object] = []
    for module in (append, sheetdraft, sheettext):
        monkeypatch.setattr(module, "read_row", lambda *given: found.append(given) or read_row(*given))
    return found


HEADS = "".join(f'<c r="{letters(column)}1"><v>{column}</v></c>' for column in range(1, 500))


def test_a_wide_row_of_formulas_is_read_a_few_times_only(tmp_path, reads):
    cells = "".join(
        f'<c r="{letters(column)}{{0}}"><f>{letters(column)}1+{{0}}</f></c>' for column in range(2, 500)
    )
    rows = [f'<row r="{row}"><c r="A{row}"><v>1</v></c>{cells.format(row)}</row>' for row in (2, 3)]
    book = opened(tmp_path, make_workbook(f'<row r="1">{HEADS}</row>{"".join(rows)}'))
    assert book.append("Sheet1", {"A": 2}) == 4
    assert len(reads) < 100


def test_formulas_shared_by_a_wide_row_are_found_once(tmp_path, reads):
    first = f'<c r="B{{0}}"><f t="shared" ref="B{{0}}:{letters(499)}{{0}}" si="{{0}}">B1+A$1</f></c>'
    cells = first + "".join(
        f'<c r="{letters(column)}{{0}}"><f t="shared" si="{{0}}"/></c>' for column in range(3, 500)
    )
    rows = [f'<row r="{row}"><c r="A{row}"><v>1</v></c>{cells.format(row)}</row>' for row in (2, 3)]
    book = opened(
        tmp_path, make_workbook(f'<row r="1">{HEADS}</row>{"".join(rows)}'.replace("B1+A$1", "B$1+A$1"))
    )
    assert book.append("Sheet1", {"A": 3}) == 4
    assert len(reads) < 100
    assert book.read("Sheet1").at("SE4").formula == "=SE$1+SD$1"


def reaching(book) -> None:
    """People in rows 2 to 9, and formulas here and elsewhere that take them in."""
    people, numbers = book.add_worksheet("People"), book.add_worksheet("Numbers")
    people.write_row("A1", ["Name", "Score", "Rank", "So far"])
    for row in range(2, 10):
        people.write(f"A{row}", f"Person {row}")
        people.write(f"B{row}", row)
        people.write_formula(f"C{row}", f"=RANK(B{row},B$2:B$9)")
        people.write_formula(f"D{row}", f"=SUM(B$2:B{row})")
    for row, formula in enumerate(
        (
            "COUNTA(People!A2:A9)",
            "COUNTA(People!A:A)",
            "SUM(People!B2:B1000)",
            "SUM(People!B2:B4)",
            "ROWS(All)",
        ),
        start=2,
    ):
        numbers.write_formula(f"B{row}", f"={formula}")
    numbers.write_formula("B9", "=SUM(People!B2:B9)")
    numbers.write_formula("C1", "=SUM(People!Z2:Z9)")
    book.define_name("All", "=People!$A$2:$D$9")


def test_formulas_that_reach_just_to_the_end_of_the_list_are_named(tmp_path):
    book = opened(tmp_path, written(reaching))
    assert [book.append("People", {"A": name}) for name in ("Eve", "Kim")] == [10, 11]
    warning = (
        "People!C2:C9, Numbers!B2, Numbers!B9 reach down to row 9 of the sheet “People”, where the list ended, and "
        "leave out what was added below. Let them reach further."
    )
    assert book.save(clear_results=True).warnings == (warning,)
    book.append("People", {"A": "Lou"})
    assert book.save(clear_results=True).warnings == ()


def test_one_formula_that_leaves_the_new_row_out_is_named(tmp_path):
    def build(book):
        people = book.add_worksheet("People")
        people.write_column("A1", ["Name", "Ada", "Ben"])
        people.write_formula("D1", "=COUNTA(A2:A3)")

    book = opened(tmp_path, written(build))
    book.set("People", "A3", "Bea")
    book.append("People", {"A": "Eve"})
    (warning,) = book.save(clear_results=True).warnings
    assert warning == (
        "People!D1 reaches down to row 3 of the sheet “People”, where the list ended, and leaves out what was added "
        "below. Let it reach further."
    )
