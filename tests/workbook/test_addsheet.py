"""A new, empty worksheet."""

import io
from datetime import date

import openpyxl
import pytest

import infoviz.workbook
from infoviz.errors import EditRefused
from tests.workbook.making import MAIN, STRICT, make_workbook, make_xlsx, sheet
from tests.workbook.rich import changed_parts, parts, rebuilt, rich
from tests.workbook.test_patch import opened, saved, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def test_a_sheet_is_added_and_written(tmp_path):
    old = rich()
    book = opened(tmp_path, old, "rich.xlsm")
    book.add_sheet("Log")
    assert book.sheets == ("Contacts", "Summary", "Pivot", "Log")
    assert book.append("Log", {"A": "Date", "B": "Event"}) == 1
    assert book.append("Log", {"A": "2026-11-22", "B": "asked"}) == 2
    receipt, new = saved(book)
    assert (
        changed_parts(old, new)
        == set(receipt.parts)
        == {
            "xl/worksheets/sheet4.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml",
            "xl/sharedStrings.xml",
        }
    )
    assert shown(new, "Log", "B2") == ("asked", "asked")
    book.set("Log", "B3", "met")
    _, newer = saved(book)
    assert shown(newer, "Log", "B3") == ("met", "met")


def test_an_empty_sheet_alone(tmp_path):
    book = opened(tmp_path, make_workbook(""))
    book.add_sheet("Log")
    _, new = saved(book)
    assert openpyxl.load_workbook(io.BytesIO(new)).sheetnames == ["Sheet1", "Log"]
    assert infoviz.workbook.open(book.path).sheets == ("Sheet1", "Log")


def test_a_strict_workbook_gets_a_strict_sheet(tmp_path):
    data = rebuilt(
        make_workbook(sheet("", namespace=STRICT)),
        changed={"xl/workbook.xml": lambda text: text.replace(MAIN, STRICT)},
    )
    book = opened(tmp_path, data)
    book.add_sheet("Log")
    _, new = saved(book)
    assert STRICT.encode() in parts(new)["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize("name", ["", " ", "contacts", "a/b", "[x]", "x" * 32, "'quoted", "History", "a\nb"])
def test_names_that_no_sheet_can_bear(tmp_path, name):
    book = opened(tmp_path, rich(), "rich.xlsm")
    with pytest.raises(EditRefused, match="Choose another name"):
        book.add_sheet(name)
    assert not book.changed


def test_a_name_is_taken_once_it_is_given(tmp_path):
    book = opened(tmp_path, make_workbook(""))
    book.add_sheet("Log & more")
    with pytest.raises(EditRefused, match="has a sheet of that name"):
        book.add_sheet("LOG & MORE")
    book.undo()
    assert book.sheets == ("Sheet1",)
    book.add_sheet("Log & more")
    _, new = saved(book)
    assert openpyxl.load_workbook(io.BytesIO(new)).sheetnames == ["Sheet1", "Log & more"]


def test_a_protected_structure(tmp_path):
    data = rebuilt(
        make_workbook(""),
        changed={
            "xl/workbook.xml": lambda text: text.replace(
                "<sheets>", '<workbookProtection lockStructure="1"/><sheets>'
            )
        },
    )
    with pytest.raises(EditRefused, match="structure is protected"):
        opened(tmp_path, data).add_sheet("Log")


@pytest.mark.parametrize("spell", [str.upper, str.lower])
def test_the_list_of_content_types_may_be_spelled_otherwise(tmp_path, spell):
    named = {spell(name): content for name, content in parts(make_workbook("")).items()}
    book = opened(tmp_path, make_xlsx(named))
    book.add_sheet("Log")
    book.set("Log", "A1", date(2026, 11, 22))
    receipt, new = saved(book)
    assert spell("[Content_Types].xml") in receipt.parts
    assert set(named) < set(parts(new))
    assert infoviz.workbook.open(book.path).read("Log").at("A1").value == date(2026, 11, 22)
