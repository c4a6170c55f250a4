"""A new column at the right edge of a list."""

import io

import openpyxl
import pytest

from infoviz.errors import EditRefused
from infoviz.workbook.container.tree import parse
from infoviz.workbook.reading.texts import unescape
from tests.workbook.making import make_workbook, sheet
from tests.workbook.rich import changed_parts, parts, rebuilt, rich
from tests.workbook.test_append import ROWS, written
from tests.workbook.test_patch import opened, saved, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def narrow(book, *, beside: str = "", header: str = "Score"):
    page = book.add_worksheet("List")
    page.add_table(
        "A1:B3", {"columns": [{"header": "Name"}, {"header": header}], "data": [["Ada", 1], ["Ben", 2]]}
    )
    if beside:
        page.write(beside, "taken")


def test_a_table_grows_to_the_right(tmp_path):
    old = written(narrow)
    book = opened(tmp_path, old)
    assert book.add_column("List", "Thanked & done") == "C"
    assert book.add_column("List", "Notes") == "D"
    book.set("List", "D2", "kept")
    assert book.append("List", {"A": "Cy", "D": "new"}) == 4
    _, new = saved(book)
    table = openpyxl.load_workbook(io.BytesIO(new))["List"].tables["Table1"]
    assert table.ref == table.autoFilter.ref == "A1:D4"
    assert [column.name for column in table.tableColumns] == ["Name", "Score", "Thanked & done", "Notes"]
    assert len({column.id for column in table.tableColumns}) == 4
    assert shown(new, "List", "C1") == ("Thanked & done",) * 2
    assert shown(new, "List", "D4") == ("new", "new")
    assert changed_parts(old, new) == {
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/tables/table1.xml",
    }


@pytest.mark.parametrize(
    ("beside", "header", "why"),
    [("C2", "Again", "content beside"), ("C1", "Again", "content beside"), ("", "score", "has a column")],
)
def test_a_table_that_cannot_grow(tmp_path, beside, header, why):
    book = opened(tmp_path, written(lambda new: narrow(new, beside=beside)))
    with pytest.raises(EditRefused, match=why):
        book.add_column("List", header)
    assert not book.changed


@pytest.mark.parametrize("header", ["_x0041_", "two\nlines", " edges ", "a & b <c>", "it's [odd] #1"])
def test_the_table_calls_a_column_as_its_cell_does(tmp_path, header):
    book = opened(tmp_path, written(narrow))
    book.add_column("List", header)
    with pytest.raises(EditRefused, match="has a column"):
        book.add_column("List", header)
    _, new = saved(book)
    table = parse(parts(new)["xl/tables/table1.xml"], "table")
    name = table.first("tableColumns").children[2].attributes["name"]
    assert unescape(name) == shown(new, "List", "C1")[1] == header


def test_a_table_that_is_filled_from_outside(tmp_path):
    def queried(text):
        return text.replace(" ref=", ' tableType="queryTable" ref=', 1)

    book = opened(tmp_path, rebuilt(written(narrow), changed={"xl/tables/table1.xml": queried}))
    with pytest.raises(EditRefused, match="table Table1 is filled from outside the workbook"):
        book.add_column("List", "Notes")
    assert not book.changed


def test_a_table_cannot_grow_into_what_stands_beside(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    assert book.add_column("Contacts", "Again") == "G"
    with pytest.raises(EditRefused, match="content beside the table People"):
        book.add_column("Contacts", "Too much")


def test_a_plain_list(tmp_path):
    rows = ROWS.replace('<c r="C1"', '<c r="C1" s="3"')
    book = opened(tmp_path, make_workbook(rows))
    assert book.add_column("Sheet1", "Thanked") == "D"
    _, new = saved(book)
    text = parts(new)["xl/worksheets/sheet1.xml"].decode()
    assert '<c r="D1" s="3" t="inlineStr"><is><t>Thanked</t></is></c></row>' in text or (
        '<c r="D1" t="inlineStr" s="3">' in text
    )
    assert '<row r="1" spans="1:4">' in text


@pytest.mark.parametrize("header", ["", "bell\x07"])
def test_a_header_must_be_a_text(tmp_path, header):
    with pytest.raises(EditRefused):
        opened(tmp_path, make_workbook(ROWS)).add_column("Sheet1", header)


def test_a_header_that_is_set_once_more_keeps_the_look_of_its_neighbour(tmp_path):
    def marked(book):
        page = book.add_worksheet("List")
        page.write_row(0, 0, ["Name", "Score"], book.add_format({"bold": True}))
        page.write_row(1, 0, ["Ada", 1])

    book = opened(tmp_path, written(marked))
    book.add_column("List", "Notes")
    book.set("List", "C1", "Remarks")
    header = openpyxl.load_workbook(io.BytesIO(saved(book)[1]))["List"]["C1"]
    assert (header.value, header.font.b) == ("Remarks", True)


@pytest.mark.parametrize(
    ("area", "column"),
    [("A1:C1", "D"), ("C1:D1", "E"), ("C1:C2", "D"), ("D2:D3", "D"), ("D1:E1", None), ("D1:D2", None)],
)
def test_beside_a_merged_caption(tmp_path, area, column):
    merged = f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
    book = opened(tmp_path, make_workbook(sheet(ROWS, after=merged)))
    if column is None:
        with pytest.raises(
            EditRefused, match=f"cell D1: the merged range {area} stands beside the last header"
        ):
            book.add_column("Sheet1", "Thanked")
        return
    assert book.add_column("Sheet1", "Thanked") == column
    assert shown(saved(book)[1], "Sheet1", f"{column}1") == ("Thanked",) * 2
