"""The check before a file is written finds what must not be."""

from dataclasses import replace

import pytest

from infoviz.errors import VerificationFailed
from infoviz.workbook.container.package import Package
from infoviz.workbook.patching import verify, work
from tests.workbook.rich import rich
from tests.workbook.test_patch import opened

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


@pytest.fixture
def book(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Contacts", "C3", "a new text")
    book.set("Contacts", "E3", 5)
    return book


def fails(book, match):
    with pytest.raises(VerificationFailed, match=match):
        book.save()
    assert book.path.read_bytes() == rich()
    assert book.changed


def test_a_part_that_had_to_stay(book, monkeypatch):
    def write(package, replaced, **options):
        return real(package, {**replaced, "xl/theme/theme1.xml": b"<theme/>"}, **options)

    real = Package.write
    monkeypatch.setattr(Package, "write", write)
    fails(book, "theme1.xml.*although nothing in it was edited")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_holds_something_else(book, monkeypatch, part):
    def write(package, replaced, **options):
        return real(package, {**replaced, part: b"<other/>"}, **options)

    real = Package.write
    monkeypatch.setattr(Package, "write", write)
    fails(book, f"{part}, it does not read back")


def test_a_cell_that_holds_something_else(book, monkeypatch):
    real = work.SheetDraft.result

    def result(sheet):
        text = real(sheet)
        row = text.row(3).text
        return text.with_rows({3: row.replace(b"<v>5</v>", b"<v>6</v>")})

    monkeypatch.setattr(work.SheetDraft, "result", result)
    fails(book, "row 3, column 5 does not hold")


def test_a_compressed_form_that_does_not_come_back(book, monkeypatch):
    monkeypatch.setattr(verify, "unsqueeze", lambda piece: b"")
    fails(book, "does not come back from its compressed form")


def test_a_sheet_that_is_no_longer_well_formed(book, monkeypatch):
    real = work.SheetDraft.result

    def result(sheet):
        text = real(sheet)
        first = text.chunks[0]
        chunks = (replace(first, text=first.text.replace(b"</v>", b"</w>", 1)), *text.chunks[1:])
        return text._copy(chunks, text.head, text.tail)

    monkeypatch.setattr(work.SheetDraft, "result", result)
    with pytest.raises(Exception, match="well-formed"):
        book.save()
    assert book.path.read_bytes() == rich()
