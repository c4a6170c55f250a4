"""Workbooks whose zip directory is in the zip64 form, as programs write it that do not know a part's size ahead."""

import io
import struct
import zipfile

import pytest

import infoviz.workbook
from infoviz.errors import InfovizError, UnsafeFile
from infoviz.workbook.container import zip64
from infoviz.workbook.container.archive import END, RECORD
from infoviz.workbook.container.package import Package
from tests.workbook.making import make_workbook
from tests.workbook.rich import changed_parts, rich
from tests.workbook.test_package import PATH, patched
from tests.workbook.test_patch import opened, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

FORMS = {
    "sizes": (True, False, False),
    "all": (True, True, False),
    "end": (False, False, True),
    "everything": (True,) * 3,
}


def widened(data: bytes, form: str = "everything") -> bytes:
    """The same archive with sizes, offsets or the end in the zip64 form; its members have timestamps besides."""
    sizes, offsets, capped = FORMS[form]
    plain = data.rindex(b"PK\x05\x06")
    _, _, _, _, count, length, begin, _ = END.unpack_from(data, plain)
    directory, spot = b"", begin
    for _ in range(count):
        fields = list(RECORD.unpack_from(data, spot))
        name = data[spot + RECORD.size : spot + RECORD.size + fields[10]]
        spot += RECORD.size + sum(fields[10:13])
        numbers = b""
        for field in ((9, 8) if sizes else ()) + ((16,) if offsets else ()):
            numbers += struct.pack("<Q", fields[field])
            fields[field] = 0xFFFFFFFF
        extra = struct.pack("<2HBL", 0x5455, 5, 1, 0)
        extra += struct.pack("<2H", 1, len(numbers)) + numbers if numbers else b""
        fields[11:13] = [len(extra), 4]
        directory += RECORD.pack(*fields) + name + extra + b"note"
    assert spot == begin + length
    stop = begin + len(directory)
    wide = zip64.END.pack(zip64.END_MAGIC, 44, 45, 45, 0, 0, count, count, len(directory), begin)
    locator = zip64.LOCATOR.pack(zip64.LOCATOR_MAGIC, 0, stop, 1)
    fields = [0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF] if capped else [count, count, len(directory), begin]
    end = END.pack(b"PK\x05\x06", 0, 0, *fields, 7)
    return data[:begin] + directory + wide + locator + end + b"comment"


@pytest.mark.parametrize("form", FORMS)
def test_only_what_is_edited_changes(tmp_path, form):
    old = widened(rich(), form)
    with zipfile.ZipFile(io.BytesIO(old)) as check:
        assert check.testzip() is None
    book = opened(tmp_path, old, "rich.xlsm")
    book.save()
    assert book.path.read_bytes() == old
    book.set("Contacts", "C3", "seen")
    book.append("Contacts", {"A": "Eve"})
    receipt = book.save()
    new = book.path.read_bytes()
    assert changed_parts(old, new) == set(receipt.parts)
    assert shown(new, "Contacts", "C3") == ("seen", "seen")
    before, after = Package(PATH, old), Package(PATH, new)
    for name in set(before.names) - set(receipt.parts):
        assert before.raw(name) == after.raw(name)
    assert new.endswith(b"comment")
    plain = new.rindex(b"PK\x05\x06")
    end = zip64.find_end(new, plain)
    assert end is not None
    assert (END.unpack_from(new, plain)[6] == 0xFFFFFFFF) == (FORMS[form][2])
    again = infoviz.workbook.open(book.path)
    again.set("Contacts", "C3", None)
    again.add_sheet("More")
    again.save()
    assert shown(book.path.read_bytes(), "Contacts", "C3")[0] is None


def read_all(data: bytes) -> None:
    package = Package(PATH, data)
    for name in package.names:
        package.read(name)


def test_a_directory_that_does_not_hold_is_refused():
    data = widened(make_workbook('<row r="1"/>'))
    plain = data.rindex(b"PK\x05\x06")
    locator = plain - zip64.LOCATOR.size
    end = zip64.find_end(data, plain)
    assert end is not None
    extra = data.index(struct.pack("<2H", 1, 24), end.begin)
    broken = {
        "another disk": {locator + 4: b"\x01"},
        "another place": {locator + 8: b"\x00"},
        "beyond the end": {locator + 8: b"\xff" * 8},
        "another length": {end.spot + 4: b"\x00"},
        "another count": {end.spot + 24: b"\x01"},
        "no locator": {locator: b"XX"},
        "another directory": {end.spot + 48: b"\x01"},
        "another count in the plain end": {plain + 8: b"\x01\x00\x01\x00"},
        "another begin in the plain end": {plain + 16: b"\x01\x00\x00\x00"},
        "a size left out": {extra + 2: b"\x10"},
        "no sizes": {extra: b"\x09"},
        "a size beyond the file": {extra + 4: b"\xff" * 8},
        "an offset beyond the file": {extra + 20: b"\xff" * 8},
    }
    for changes in broken.values():
        with pytest.raises(InfovizError):
            read_all(patched(data, changes))


def test_a_directory_of_each_form_is_one_too_many():
    data = widened(make_workbook('<row r="1"/>'), "sizes")
    plain = data.rindex(b"PK\x05\x06")
    end = zip64.find_end(data, plain)
    assert end is not None
    with pytest.raises(UnsafeFile, match="two zip directories"):
        Package(PATH, patched(data, {plain + 12: struct.pack("<L", plain - end.begin)}))
