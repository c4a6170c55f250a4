"""Drop-down lists, wherever they are written."""

import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from infoviz import workbook
from infoviz.workbook.choices import DropDowns, Firmness

EXTENSION = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1>'
    "<xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def made(path: Path, *rules: DataValidation) -> Path:
    book = openpyxl.Workbook()
    sheet, lists = book.active, book.create_sheet("Lists")
    for row, word in enumerate(("red", "green", None, 7), start=1):
        lists.cell(row, 1).value = word
    sheet["A1"] = "Colour"
    book.defined_names["Colours"] = DefinedName("Colours", attr_text="Lists!$A$1:$A$9")
    for rule in rules:
        sheet.add_data_validation(rule)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ('"red, green"', ("red", "green")),
        ("Lists!$A$1:$A$2", ("red", "green")),
        ("'Lists'!$A$1:$A$9", ("red", "green", "7")),
        ("colours", ("red", "green", "7")),
        ("Lists!$A:$A", ("red", "green", "7")),
    ],
)
def test_words_of_a_list(formula: str, words: tuple[str, ...], tmp_path: Path) -> None:
    path = made(tmp_path / "book.xlsx", DataValidation("list", formula1=formula, sqref="A2:A9 C5"))
    lists = DropDowns(workbook.open(path), "Sheet")
    found = lists.at("C5")
    assert found is not None
    assert (found.words, found.firmness) == (words, Firmness.STOP)
    assert lists.at("A1") is None
    assert lists.at("C6") is None


@pytest.mark.parametrize(
    "formula", ["OFFSET(Lists!$A$1,0,0,3,1)", "Nowhere", "Gone!$A$1:$A$3", "Lists!$B$1:$B$3"]
)
def test_a_list_that_cannot_be_told_is_none(formula: str, tmp_path: Path) -> None:
    path = made(tmp_path / "book.xlsx", DataValidation("list", formula1=formula, sqref="A2:A9"))
    assert DropDowns(workbook.open(path), "Sheet").at("A2") is None


def test_other_rules_are_no_lists(tmp_path: Path) -> None:
    path = made(tmp_path / "book.xlsx", DataValidation("whole", formula1="1", formula2="9", sqref="A2:A9"))
    assert DropDowns(workbook.open(path), "Sheet").at("A2") is None


def test_lists_of_the_extension(tmp_path: Path) -> None:
    path = made(tmp_path / "book.xlsx")
    buffer = io.BytesIO()
    with ZipFile(path) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</worksheet>", EXTENSION.encode() + b"</worksheet>")
            new.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    found = DropDowns(workbook.open(path), "Sheet").at("B5")
    assert found is not None
    assert found.words == ("red", "green")


def test_a_list_that_only_warns(tmp_path: Path) -> None:
    rule = DataValidation("list", formula1='"red,green"', sqref="A2:A9", errorStyle="warning")
    found = DropDowns(workbook.open(made(tmp_path / "book.xlsx", rule)), "Sheet").at("A2")
    assert found is not None
    assert found.firmness == Firmness.WARNING
    assert found.offers("RED") == "red"
    assert found.offers("blue") is None


def test_a_csv_has_none(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Colour\nred\n", encoding="utf-8")
    assert DropDowns(workbook.open(path), "list").at("A2") is None
