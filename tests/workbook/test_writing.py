"""The writing verbs on a csv, on what can only be read, and between sheets of a workbook."""

import zipfile
from datetime import date

import pytest

import infoviz.workbook
from infoviz.errors import ChangedOnDisk, EditRefused, InfovizError, NoSuchSheet
from infoviz.workbook import Receipt
from tests.workbook.making import MAIN, make_workbook, sheet
from tests.workbook.rich import changed_parts, parts, rebuilt, rich
from tests.workbook.test_append import table_with_totals, written
from tests.workbook.test_patch import opened, saved

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

CSV = b'\xef\xbb\xbfName;Asked\r\n"Ada; Example";2026-11-01\r\nBen;\r\n'


@pytest.fixture
def people(tmp_path):
    return opened(tmp_path, CSV, "people.csv")


def test_a_csv_keeps_every_other_byte(people):
    people.set("people", "B3", date(2026, 11, 22))
    assert people.append("people", {"A": "Cy", "B": "later"}) == 4
    assert people.read("people").at("A4").value == "Cy"
    receipt = people.save()
    assert people.path.read_bytes() == CSV.replace(b"Ben;", b"Ben;2026-11-22") + b"Cy;later\r\n"
    assert receipt.parts == ("people.csv",)
    assert receipt.cells == ("people!B3", "people!A4", "people!B4")
    assert receipt.backup is not None
    assert receipt.backup.read_bytes() == CSV


def test_a_csv_grows_a_column(people):
    assert people.add_column("people", "Met") == "C"
    people.save()
    assert people.path.read_bytes().startswith(b"\xef\xbb\xbfName;Asked;Met\r\n")


def test_edits_of_a_csv_are_taken_back(people):
    people.set("people", "A3", "Bea")
    people.set("people", "A3", "Bee")
    assert people.undo()
    assert people.read("people").at("A3").value == "Bea"
    assert people.undo()
    assert not people.undo()
    assert people.save() == Receipt()
    assert people.path.read_bytes() == CSV


def test_the_same_value_again_writes_nothing(people):
    people.set("people", "A3", "Ben")
    assert people.changed
    assert not people.save().parts
    assert not people.changed


@pytest.mark.parametrize(
    "edit",
    [
        lambda book: book.set("people", "3A", "x"),
        lambda book: book.set("people", "A3", object()),
        lambda book: book.add_sheet("Log"),
        lambda book: book.set("others", "A3", "x"),
        lambda book: book.append("others", {"A": "x"}),
    ],
)
def test_what_a_csv_refuses(people, edit):
    with pytest.raises((EditRefused, NoSuchSheet)):
        edit(people)
    assert not people.changed


def test_a_file_that_can_only_be_read(tmp_path):
    path = tmp_path / "people.ods"
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="People"><table:table-row><table:table-cell office:value-type="string">'
        "<text:p>Ada</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    book = infoviz.workbook.open(path)
    assert book.sheets == ("People",)
    for edit in (
        lambda: book.set("People", "A1", "x"),
        lambda: book.append("People", {"A": "x"}),
        lambda: book.add_column("People", "x"),
        lambda: book.add_sheet("Log"),
    ):
        with pytest.raises(EditRefused, match="can be read but not edited"):
            edit()
    assert not book.undo()
    assert book.save() == Receipt()


def test_another_program_has_changed_the_file(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    other = infoviz.workbook.open(book.path)
    other.set("Contacts", "C2", "theirs")
    other.save()
    theirs = book.path.read_bytes()
    book.set("Contacts", "C3", "ours")
    with pytest.raises(ChangedOnDisk):
        book.save()
    assert book.path.read_bytes() == theirs
    assert book.changed


def test_saving_over_another_file_is_refused(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    taken = tmp_path / "taken.xlsm"
    taken.write_bytes(b"somebody's")
    with pytest.raises(InfovizError):
        book.save(taken)
    assert taken.read_bytes() == b"somebody's"


def test_an_unedited_copy(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    copy = tmp_path / "copy.xlsm"
    assert not book.save(copy).parts
    assert copy.read_bytes() == rich()


def test_formulas_of_another_sheet_ask_for_calculation(tmp_path):
    data = make_workbook(
        '<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A1"><f>Sheet1!A1</f><v>1</v></c></row>'
    )
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", 2)
    _, new = saved(book)
    assert b'</sheets><calcPr calcCompleted="0" fullCalcOnLoad="1"/>' in parts(new)["xl/workbook.xml"]
    assert changed_parts(data, new) == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


def test_a_workbook_without_formulas_asks_for_nothing(tmp_path):
    data = make_workbook('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A1"><v>1</v></c></row>')
    book = opened(tmp_path, data)
    book.set("Sheet1", "A1", 2)
    _, new = saved(book)
    assert changed_parts(data, new) == {"xl/worksheets/sheet1.xml"}
    assert not book.stale


def test_a_shared_workbook_warns(tmp_path):
    book = opened(
        tmp_path, rebuilt(rich(), added={"xl/revisions/revisionHeaders.xml": "<headers/>"}), "rich.xlsm"
    )
    book.set("Contacts", "C3", "asked")
    assert any("logs the changes" in warning for warning in book.save().warnings)


def test_a_part_with_a_document_type_is_refused_by_the_cell(tmp_path):
    strings = f'<!DOCTYPE sst [<!ENTITY a "a">]><sst xmlns="{MAIN}"><si><t>&a;</t></si></sst>'
    data = rebuilt(make_workbook("", shared=("one",)), changed={"xl/sharedStrings.xml": lambda _: strings})
    book = opened(tmp_path, data)
    with pytest.raises(EditRefused, match=r"Sheet “Sheet1”, cell A1: .*document type"):
        book.set("Sheet1", "A1", "text")
    book.set("Sheet1", "A1", 5)
    _, new = saved(book)
    assert changed_parts(data, new) == {"xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            lambda text: text.replace(
                "</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A4"/></hyperlinks>'
            ),
            "link",
        ),
        (
            lambda text: text.replace(
                "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>'
            ),
            "merged",
        ),
        (
            lambda text: text.replace("<f>SUBTOTAL(109,[Score])", '<f t="array" ref="B4">SUM(B2:B3)'),
            "array formula",
        ),
    ],
)
def test_a_totals_row_on_which_something_hangs(tmp_path, change, why):
    data = rebuilt(written(table_with_totals), changed={"xl/worksheets/sheet1.xml": change})
    book = opened(tmp_path, data)
    with pytest.raises(EditRefused, match=why):
        book.append("List", {"A": "Cy"})
    assert not book.changed


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ('<f t="array" ref="B2">A2*2</f>', "array formula"),
        ("<f>A2#</f>", "cannot be carried on"),
    ],
)
def test_a_formula_that_cannot_be_carried_on(tmp_path, formula, why):
    rows = '<row r="1"><c r="A1" t="str"><v>n</v></c><c r="B1" t="str"><v>f</v></c></row>'
    rows += f'<row r="2"><c r="A2"><v>1</v></c><c r="B2">{formula}</c></row>'
    book = opened(tmp_path, make_workbook(sheet(rows)))
    with pytest.raises(EditRefused, match=rf"cell B2: .*{why}"):
        book.append("Sheet1", {"A": 5})


def test_a_receipt_reads_as_a_line(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    assert str(book.save()) == "Nothing had changed, nothing was written."
    book.set("Contacts", "C3", "asked")
    assert str(book.save()) == "Saved 1 cell in 2 parts."
