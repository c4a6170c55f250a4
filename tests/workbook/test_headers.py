"""The header of a table's column, renamed in the cell and in the table."""

import io

import openpyxl
import pytest

from infoviz.errors import EditRefused
from tests.workbook.making import MAIN, make_workbook, sheet
from tests.workbook.rich import changed_parts, parts, rich
from tests.workbook.test_append import written
from tests.workbook.test_patch import opened, saved, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def columns_of(data: bytes, page: str, table: str) -> list[str]:
    found = openpyxl.load_workbook(io.BytesIO(data))[page].tables[table]
    return [column.name for column in found.tableColumns]


def test_the_cell_and_the_table_say_the_same(tmp_path):
    old = rich()
    book = opened(tmp_path, old, "rich.xlsm")
    before = columns_of(old, "Contacts", "People")
    book.set("Contacts", "B1", 'Firm & "Co"')
    _, new = saved(book)
    assert columns_of(new, "Contacts", "People") == [before[0], 'Firm & "Co"', *before[2:]]
    assert shown(new, "Contacts", "B1") == ('Firm & "Co"', 'Firm & "Co"')
    assert changed_parts(old, new) == {
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/tables/table1.xml",
    }


def test_a_line_break_in_a_header_is_written_as_its_code(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Contacts", "B1", "Firm\nor school")
    book.set("Contacts", "B1", "Firm\nor club")
    _, new = saved(book)
    assert b'name="Firm_x000a_or club"' in parts(new)["xl/tables/table1.xml"]
    assert shown(new, "Contacts", "B1")[1] == "Firm\nor club"


def test_the_same_header_again_changes_nothing(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    header = book.read("Contacts").at("C1").value
    book.set("Contacts", "C1", header)
    assert not book.save().parts


@pytest.mark.parametrize(
    ("address", "value", "why"),
    [
        ("B1", 5, "takes a text"),
        ("B1", None, "takes a text"),
        ("B1", "x" * 256, "at most 255"),
        ("B1", "nAME", "another column “nAME”"),
        ("C1", "State", "a formula on the sheet “Summary” goes by its name"),
    ],
)
def test_headers_that_stay(tmp_path, address, value, why):
    book = opened(tmp_path, rich(), "rich.xlsm")
    with pytest.raises(EditRefused, match=why):
        book.set("Contacts", address, value)
    assert not book.changed


def test_a_calculated_column_goes_by_the_names_of_others(tmp_path):
    def build(book):
        page = book.add_worksheet("List")
        columns = [{"header": "Minutes"}, {"header": "Hours", "formula": "=[@Minutes]/60"}]
        page.add_table("A1:B3", {"columns": columns, "data": [[20], [30]]})

    book = opened(tmp_path, written(build))
    with pytest.raises(EditRefused, match="goes by its name"):
        book.set("List", "A1", "Time")
    book.set("List", "B1", "Share")
    assert columns_of(saved(book)[1], "List", "Table1") == ["Minutes", "Share"]


SLICER = "application/vnd.ms-excel.slicerCache+xml"
CACHE = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"


def pivot_cache(source: str) -> str:
    return (
        f'<pivotCacheDefinition xmlns="{MAIN}"><cacheSource type="worksheet"><worksheetSource {source}/>'
        '</cacheSource><cacheFields><cacheField name="Stage"/></cacheFields></pivotCacheDefinition>'
    )


def people(kind: str, part: str) -> bytes:
    """A workbook with a table of people, and a part that may go by the names of its columns."""
    table = (
        f'<table xmlns="{MAIN}" id="1" name="People" displayName="People" ref="A1:B2"><tableColumns count="2">'
        '<tableColumn id="1" name="Name"/><tableColumn id="2" name="Stage"/></tableColumns></table>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    sheetml = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheetml}.sheet.main+xml"/>'
        f'<Override PartName="/xl/tables/table1.xml" ContentType="{sheetml}.table+xml"/>'
        f'<Override PartName="/xl/user.xml" ContentType="{kind}"/></Types>'
    )
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Stage</t></is>'
        '</c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    )
    extra = {
        "[Content_Types].xml": types,
        "xl/tables/table1.xml": table,
        "xl/user.xml": part,
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship '
        f'Id="rId1" Type="{office}/table" Target="../tables/table1.xml"/></Relationships>',
    }
    return make_workbook(sheet(rows), parts=extra)


def test_a_slicer_goes_by_the_name(tmp_path):
    data = people(SLICER, '<slicerCacheDefinition name="S" sourceName="Stage"/>')
    book = opened(tmp_path, data)
    with pytest.raises(EditRefused, match="a slicer goes by its name"):
        book.set("Sheet1", "B1", "Step")
    book.set("Sheet1", "A1", "Person")
    assert b'name="Person"' in parts(saved(book)[1])["xl/tables/table1.xml"]


@pytest.mark.parametrize(
    ("source", "warned"),
    [
        ('name="people"', True),
        ('ref="A1:B9" sheet="Sheet1"', True),
        ('ref="A1:B9"', True),
        ('name="Others"', False),
        ('ref="C1:D9" sheet="Sheet1"', False),
        ('ref="A1:B9" sheet="Elsewhere"', False),
    ],
)
def test_a_pivot_table_that_shows_the_column_is_told_of(tmp_path, source, warned):
    old = people(CACHE, pivot_cache(source))
    book = opened(tmp_path, old)
    book.set("Sheet1", "A1", "Person")
    book.set("Sheet1", "B1", "Stadium")
    book.set("Sheet1", "B1", "Step")
    receipt, new = saved(book)
    assert b'id="1" name="Person"/><tableColumn id="2" name="Step"/>' in parts(new)["xl/tables/table1.xml"]
    assert parts(new)["xl/user.xml"] == parts(old)["xl/user.xml"]
    assert len(receipt.warnings) == warned
    assert all("“Stage” of the table People, which is now called “Step”" in one for one in receipt.warnings)
