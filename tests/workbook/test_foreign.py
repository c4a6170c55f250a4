import io
import json
import subprocess
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

import infoviz.workbook
from infoviz.errors import EditRefused, EncryptedFile, NoSuchSheet, TooLarge, UnreadableFile
from infoviz.workbook.limits import Limits
from infoviz.workbook.reading import foreign
from infoviz.workbook.reading.calamine_child import encoded, main
from infoviz.workbook.reading.foreign import ForeignSource

PATH = Path("tracker.ods")
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
ROWS = """
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>Zoë</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>00123</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1.5"><text:p>1.5</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-03-05"><text:p>5</text:p></table:table-cell>
</table:table-row>""".replace("\n", "")


def ods(rows: str = ROWS, manifest: str = "<m/>") -> bytes:
    content = (
        f'<?xml version="1.0"?><office:document-content {OFFICE}><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{rows}</table:table><table:table table:name="Empty"/>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        written.writestr("content.xml", content)
        written.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def test_an_ods_is_read_by_its_content(tmp_path):
    path = tmp_path / "tracker.xlsx"  # whatever the name says
    path.write_bytes(ods())
    book = infoviz.workbook.open(path)
    assert book.sheets == ("People", "Empty")
    assert {cell.address: cell.value for cell in book.read("people")} == {
        "B3": "Zoë",
        "C3": "00123",
        "D3": 1.5,
        "E3": True,
        "F3": date(2024, 3, 5),
    }
    grids = list(book.grids())
    assert grids[0].rows.tolist() == [3]
    assert grids[1].columns == ()
    assert not book.stale
    with pytest.raises(NoSuchSheet, match="People"):
        book.grid("Log")
    with pytest.raises(EditRefused):
        book.set("People", "A1", "x")


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_what_libreoffice_writes_is_read(tmp_path, soffice, kind):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "People"
    sheet.append(["Name", "When", "Code", "Rate", "At"])
    sheet.append(["Zoë", date(2024, 3, 5), "00123", 1.5, time(13, 45)])
    sheet["B9"] = datetime(2024, 1, 1, 10, 30)
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.save(tmp_path / "made.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "made.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    ours = infoviz.workbook.open(tmp_path / f"made.{kind}")
    expected = {
        cell.address: cell.value for cell in infoviz.workbook.open(tmp_path / "made.xlsx").read("People")
    }
    assert {cell.address: cell.value for cell in ours.read("People")} == expected
    assert [grid.hidden for grid in ours.grids()] == [False, True]


def test_encrypted_ones_are_named():
    manifest = '<m><manifest:encryption-data xmlns:manifest="x"/></m>'
    with pytest.raises(EncryptedFile):
        ForeignSource(PATH, ods(manifest=manifest))


def test_broken_ones_are_named(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        ForeignSource(PATH, ods(rows="<table:table-row>"))
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    with pytest.raises(UnreadableFile, match=r"old\.xls: .*save it as \.xlsx"):
        infoviz.workbook.open(path)


def test_limits_hold():
    with pytest.raises(TooLarge):
        ForeignSource(PATH, ods(), Limits(expanded=300))
    with pytest.raises(TooLarge, match="more than 4 cells"):
        ForeignSource(PATH, ods(), Limits(cells=4)).grid("People")


def test_a_reader_that_dies_takes_nobody_along(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    monkeypatch.setattr(foreign, "CHILD", child)
    child.write_text("import os; os.abort()")
    with pytest.raises(UnreadableFile, match="damaged or far too large"):
        ForeignSource(PATH, ods())
    child.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(foreign, "SECONDS", 0.2)
    with pytest.raises(UnreadableFile, match="longer than"):
        ForeignSource(PATH, ods())
    child.write_text('print(\'{"error": "CalamineError: Workbook is password protected"}\')')
    monkeypatch.setattr(foreign, "SECONDS", 60)
    with pytest.raises(EncryptedFile):
        ForeignSource(PATH, ods())


def test_values_become_json():
    assert encoded(datetime(1970, 1, 2, 12)) == ["date", 1.5]
    assert encoded(date(1970, 1, 2)) == ["date", 1]
    assert encoded(time(6)) == ["time", 0.25]
    assert encoded(timedelta(hours=6)) == ["time", 0.25]
    assert encoded(timedelta(hours=36)) == 1.5
    assert encoded("") is None
    assert [encoded(value) for value in ("x", 2.5, True)] == ["x", 2.5, True]


@pytest.mark.parametrize(("data", "key"), [(ods(), "sheets"), (b"PK\x03\x04", "error")], ids=["good", "bad"])
def test_the_process_of_its_own(monkeypatch, data, key):
    output = io.StringIO()
    monkeypatch.setattr("infoviz.workbook.reading.calamine_child.limit_memory", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["child", "1"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", output)
    main()
    assert list(json.loads(output.getvalue())) == [key]
