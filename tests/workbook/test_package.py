import io
import random
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import (
    DamagedFile,
    EncryptedFile,
    FileMissing,
    InfovizError,
    NotAFile,
    TooLarge,
    UnreadableFile,
    UnsafeFile,
)
from infoviz.workbook.container import archive
from infoviz.workbook.container.archive import Archive, Deflated, deflate
from infoviz.workbook.container.markup import decode, parse, stop
from infoviz.workbook.container.package import Package, read_file
from infoviz.workbook.container.parts import MAIN_STRICT, Structure
from infoviz.workbook.limits import Limits
from tests.workbook.making import (
    MAIN,
    OFFICE,
    PACKAGE,
    SHEETML,
    STRICT,
    content_types,
    make_workbook,
    make_xlsx,
    relations,
    sheet,
    workbook,
)

PATH = Path("tracker.xlsx")
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def zipped(entries: dict[str, bytes], *, stream: bool = False, stored: bool = False) -> bytes:
    """A zip as others write it: with data descriptors where it is streamed."""

    class Unseekable(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.data += data
            return len(data)

    target = Unseekable() if stream else io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", method) as written:
        for name, content in entries.items():
            written.writestr(name, content)
    return bytes(target.data) if stream else target.getvalue()


ENTRIES = {
    "[Content_Types].xml": b"<Types/>" * 50,
    "xl/a.xml": b"<a>" + b"x" * 5000 + b"</a>",
    "xl/": b"",
    "b.bin": b"\0\1",
}
WAYS = {"deflated": {}, "streamed": {"stream": True}, "stored": {"stored": True}}


# ------------------------------------------------------------------ reading and writing back


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_parts_are_read_and_nothing_changes_without_changes(way):
    data = zipped(ENTRIES, **way)
    package = Package(PATH, data)
    assert package.names == ("[Content_Types].xml", "xl/a.xml", "b.bin")
    assert {name: package.read(name) for name in package.names} == {
        k: v for k, v in ENTRIES.items() if k != "xl/"
    }
    assert package.write({}) is data
    assert package.hash == archive_hash(data)


def archive_hash(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def raw_members(data: bytes) -> dict[str, bytes]:
    """Each member's bytes as they lie in the file: local header, data and what follows it."""
    members = sorted(Archive(PATH, data).members, key=lambda member: member.offset)
    return {member.name: data[member.offset : member.stop] for member in members}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_only_what_is_replaced_is_written_anew(way):
    data = zipped(ENTRIES, **way)
    new = Package(PATH, data).write({"XL\\A.xml": b"<a>other</a>"})
    before, after = raw_members(data), raw_members(new)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"xl/a.xml"}
    with zipfile.ZipFile(io.BytesIO(new)) as check:
        assert check.testzip() is None
        assert check.read("xl/a.xml") == b"<a>other</a>"
        infos = {info.filename: info for info in check.infolist()}
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        for info in old.infolist():
            assert (info.date_time, info.external_attr) == (
                infos[info.filename].date_time,
                infos[info.filename].external_attr,
            )


def test_parts_are_added_and_removed():
    data = zipped(ENTRIES)
    new = Package(PATH, data).write({}, added={"xl/é.xml": b"<e/>", "z": deflate(b"zz")}, removed={"b.bin"})
    package = Package(PATH, new)
    assert package.names == ("[Content_Types].xml", "xl/a.xml", "xl/é.xml", "z")
    assert package.read("xl/é.xml") == b"<e/>"
    before, after = raw_members(data), raw_members(new)
    assert all(after[name] == before[name] for name in ("[Content_Types].xml", "xl/a.xml", "xl/"))
    with zipfile.ZipFile(io.BytesIO(new)) as check:
        assert check.testzip() is None
        assert check.read("z") == b"zz"


def test_gaps_comments_and_extra_fields_stay():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        first = zipfile.ZipInfo("a.xml", (2020, 5, 6, 7, 8, 10))
        first.extra = struct.pack("<HHQQ", 1, 16, 5, 5) + struct.pack("<HHI", 0xCAFE, 4, 7)
        first.comment = b"first"
        written.writestr(first, b"<a/>")
        written.writestr("b.xml", b"<b/>")
        written.comment = b"the whole"
    data = stream.getvalue()
    second = data.index(b"PK\x03\x04", 4)
    gap = b"\0" * 16
    directory = data.index(b"PK\x01\x02")
    moved = bytearray(data[:second] + gap + data[second:])
    record = moved.index(b"PK\x01\x02", moved.index(b"PK\x01\x02") + 4)
    struct.pack_into("<L", moved, record + 42, second + 16)
    end = moved.rindex(b"PK\x05\x06")
    struct.pack_into("<L", moved, end + 16, directory + 16)
    package = Package(PATH, bytes(moved))
    new = package.write({"b.xml": b"<b>new</b>"})
    assert raw_members(new)["a.xml"] == bytes(moved[: second + 16])
    again = package.write({"a.xml": b"<a>new</a>"})
    with zipfile.ZipFile(io.BytesIO(again)) as check:
        assert check.comment == b"the whole"
        assert check.getinfo("a.xml").comment == b"first"
        assert check.read("a.xml") == b"<a>new</a>"
        assert check.getinfo("a.xml").date_time == (2020, 5, 6, 7, 8, 10)


def test_an_already_compressed_member_is_taken_as_it_is():
    packed = deflate(b"y" * 1000)
    new = Package(PATH, zipped(ENTRIES)).write({"b.bin": packed})
    assert packed.stream in new
    assert Package(PATH, new).read("b.bin") == b"y" * 1000
    wrong = Deflated(packed.stream, packed.crc ^ 1, packed.size)
    with pytest.raises(DamagedFile, match="checksum"):
        Package(PATH, Package(PATH, zipped(ENTRIES)).write({"b.bin": wrong})).read("b.bin")


def test_zlib_serves_where_isal_is_missing(monkeypatch):
    import zlib

    monkeypatch.setattr(archive, "_fast", zlib)
    data = zipped(ENTRIES)
    package = Package(PATH, data)
    assert package.read("xl/a.xml") == ENTRIES["xl/a.xml"]
    assert Package(PATH, package.write({"b.bin": b"q" * 9})).read("b.bin") == b"q" * 9


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.dictionaries(
        st.text("abcé/", min_size=1, max_size=5).filter(lambda name: not name.endswith("/")),
        st.binary(max_size=300),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_any_replacement_gives_a_valid_zip(entries, data):
    names = {archive.spelled(name): name for name in entries}
    entries = {name: entries[name] for name in names.values()}
    before = zipped(entries, stream=data.draw(st.booleans()))
    package = Package(PATH, before)
    chosen = data.draw(st.sets(st.sampled_from(list(entries))))
    changes = {name: data.draw(st.binary(max_size=300)) for name in chosen}
    gone = data.draw(st.sets(st.sampled_from(list(entries)))) - chosen
    after = package.write(changes, removed=gone)
    expected = {name: changes.get(name, content) for name, content in entries.items() if name not in gone}
    with zipfile.ZipFile(io.BytesIO(after)) as check:
        assert {name: check.read(name) for name in check.namelist()} == expected
    again = Package(PATH, after)
    assert {name: again.read(name) for name in again.names} == expected


# ------------------------------------------------------------------ hostile and broken containers


def patched(data: bytes, changes: dict[int, bytes]) -> bytes:
    new = bytearray(data)
    for offset, content in changes.items():
        new[offset : offset + len(content)] = content
    return bytes(new)


def directory_of(data: bytes) -> list[int]:
    spots, spot = [], data.find(b"PK\x01\x02")
    while spot >= 0:
        spots.append(spot)
        spot = data.find(b"PK\x01\x02", spot + 4)
    return spots


PLAIN = zipped({"a.xml": b"<a/>" * 300, "b.xml": b"<b/>" * 300})
RECORDS = directory_of(PLAIN)
END_SPOT = PLAIN.rindex(b"PK\x05\x06")

BROKEN = {
    "empty": (b"PK\x05\x06", DamagedFile),
    "cut short": (PLAIN[: len(PLAIN) // 2], DamagedFile),
    "cut in the directory": (PLAIN[: END_SPOT - 10], DamagedFile),
    "junk behind": (PLAIN[:END_SPOT] + b"x" + PLAIN[END_SPOT:], DamagedFile),
    "encrypted": (patched(PLAIN, {RECORDS[0] + 8: b"\x01\x00"}), EncryptedFile),
    "unknown method": (patched(PLAIN, {RECORDS[0] + 10: b"\x0c\x00"}), UnsafeFile),
    "wrong count": (patched(PLAIN, {END_SPOT + 8: b"\x01\x00\x01\x00"}), DamagedFile),
    "several disks": (patched(PLAIN, {END_SPOT + 4: b"\x01\x00"}), DamagedFile),
    "zip64 end": (patched(PLAIN, {END_SPOT + 16: b"\xff\xff\xff\xff"}), DamagedFile),
    "zip64 record": (patched(PLAIN, {RECORDS[1] + 42: b"\xff\xff\xff\xff"}), DamagedFile),
    "not in its place": (patched(PLAIN, {RECORDS[1] + 42: b"\x05\x00\x00\x00"}), DamagedFile),
    "overlap": (patched(PLAIN, {RECORDS[0] + 20: b"\xff\x00\x00\x00"}), UnsafeFile),
    "the same data twice": (patched(PLAIN, {RECORDS[1] + 42: b"\x00\x00\x00\x00"}), InfovizError),
    "two names": (patched(PLAIN, {30: b"c"}), UnsafeFile),
    "symbolic link": (
        patched(PLAIN, {RECORDS[0] + 4: b"\x14\x03", RECORDS[0] + 38: struct.pack("<L", 0xA1FF0000)}),
        UnsafeFile,
    ),
    "stored sizes differ": (patched(PLAIN, {RECORDS[0] + 10: b"\x00\x00"}), DamagedFile),
    "parent folder": (zipped({"../a.xml": b"x"}), UnsafeFile),
    "drive": (zipped({"C:/a.xml": b"x"}), UnsafeFile),
    "control character": (zipped({"a\nb": b"x"}), UnsafeFile),
    "case differs": (zipped({"xl/a.xml": b"x", "XL/A.xml": b"y"}), UnsafeFile),
    "slash differs": (zipped({"xl/a.xml": b"x", "xl\\a.xml": b"y"}), UnsafeFile),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), BROKEN.values(), ids=BROKEN)
def test_a_container_that_no_program_writes_is_refused(data, kind):
    with pytest.raises(kind, match=r"tracker\.xlsx: .*\. [A-Z]"):
        Package(PATH, data)


def test_two_directories_are_refused():
    other = zipped({"other.xml": b"<o/>"})
    directory = other[other.index(b"PK\x01\x02") :]
    end = bytearray(directory)
    spot = end.rindex(b"PK\x05\x06")
    fake = bytearray(PLAIN)
    comment = bytearray(directory)
    struct.pack_into("<L", comment, spot + 16, len(PLAIN))
    struct.pack_into("<H", fake, END_SPOT + 20, len(comment))
    with pytest.raises(UnsafeFile, match="two zip directories"):
        Package(PATH, bytes(fake + comment))


def test_a_part_that_does_not_match_is_damaged():
    crc = patched(PLAIN, {RECORDS[0] + 16: b"\0\0\0\0"})
    with pytest.raises(DamagedFile, match="checksum"):
        Package(PATH, crc).read("a.xml")
    longer = patched(PLAIN, {RECORDS[0] + 24: b"\xff\xff\xff\x00"})
    with pytest.raises(DamagedFile):
        Package(PATH, longer, Limits(ratio=0)).read("a.xml")
    noise = patched(PLAIN, {35: b"\xff\xff\xff\xff\xff"})
    with pytest.raises(DamagedFile):
        Package(PATH, noise).read("a.xml")
    with pytest.raises(DamagedFile, match="missing"):
        Package(PATH, PLAIN).read("c.xml")
    with pytest.raises(DamagedFile, match="missing"):
        Package(PATH, PLAIN).write({"c.xml": b""})


def test_every_limit_holds():
    with pytest.raises(TooLarge, match="parts"):
        Package(PATH, zipped({f"{number}": b"" for number in range(4)}), Limits(entries=3))
    bomb = zipped({"a.xml": b"0" * (3 << 20)})
    with pytest.raises(TooLarge, match="packed tighter"):
        Package(PATH, bomb).read("a.xml")
    assert len(Package(PATH, bomb, Limits(ratio=0)).read("a.xml")) == 3 << 20
    many = zipped({"a": b"x" * 800, "b": b"y" * 800})
    package = Package(PATH, many, Limits(expanded=1500))
    assert package.read("a")
    assert package.read("a")
    with pytest.raises(TooLarge, match="inflates to more"):
        package.read("b")
    with pytest.raises(TooLarge, match="“markup”"):
        Package(PATH, zipped({"a.xml": b"<a/>" * 100}), Limits(markup=100)).markup("a.xml")


def test_reading_a_file_says_what_is_wrong_with_it(tmp_path):
    with pytest.raises(FileMissing):
        Package.open(tmp_path / "none.xlsx")
    with pytest.raises(NotAFile):
        Package.open(tmp_path)
    (tmp_path / "empty.xlsx").write_bytes(b"")
    with pytest.raises(UnreadableFile, match="0 bytes"):
        Package.open(tmp_path / "empty.xlsx")
    (tmp_path / "large.xlsx").write_bytes(b"x" * 11)
    with pytest.raises(TooLarge, match="“file”"):
        read_file(tmp_path / "large.xlsx", Limits(file=10))
    with pytest.raises(UnreadableFile):
        read_file(Path("a\0b"))
    with pytest.raises(EncryptedFile):
        Package(PATH, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnreadableFile, match=r"\.xls"):
        Package(PATH, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_file_one_may_not_read_is_named(monkeypatch, tmp_path):
    path = tmp_path / "mine.xlsx"
    path.write_bytes(b"x")

    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="may not read"):
        read_file(path)


@pytest.mark.parametrize("seed", range(300))
def test_random_damage_gives_a_table_or_one_family_of_errors(seed):
    chance = random.Random(seed)
    data = bytearray(make_workbook(CELL, shared=("a", "b")))
    for _ in range(chance.choice([1, 2, 10])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.2:
        del data[chance.randrange(len(data)) :]
    try:
        package = Package(PATH, bytes(data))
        Structure(package)
        for name in package.names:
            package.read(name)
    except InfovizError as error:
        assert str(error).startswith("tracker.xlsx: ")  # noqa: PT017


# ------------------------------------------------------------------ content types, relationships, structure


def test_names_are_found_however_they_are_spelled():
    package = Package(PATH, zipped({"xl\\Workbook.XML": b"<w/>"}))
    assert package.find("/xl/workbook.xml") == "xl\\Workbook.XML"
    assert package.has("XL/WORKBOOK.xml")
    assert package.read("xl/workbook.xml") == b"<w/>"
    assert package.find("other") is None


def test_content_types_and_relations():
    parts = {
        "[Content_Types].xml": content_types({"xl/workbook.xml": ""}),
        "xl/workbook.xml": "<w/>",
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/Sheet%201.xml"),
            ("rId2", "styles", "/xl/styles.xml"),
            ("rId3", "theme", "xl/theme.xml"),
            ("rId4", "gone", "..\\nowhere.xml"),
        ).replace(
            "</Rel",
            '<Relationship Id="rId5" Type="t/hyperlink" Target="http://x" TargetMode="External"/></Rel',
        ),
        "xl/worksheets/sheet 1.xml": "<s/>",
        "xl/styles.xml": "<s/>",
        "xl/theme.xml": "<t/>",
    }
    package = Package(PATH, make_xlsx(parts))
    assert package.content_type("/xl/workbook.xml") == f"{SHEETML}.sheet.main+xml"
    assert package.content_type("xl/theme.xml") == "application/xml"
    assert package.content_type("none.jpg") == ""
    found = {relation.id: relation for relation in package.relations("xl/workbook.xml")}
    assert found["rId1"].target == "xl/worksheets/sheet 1.xml"
    assert found["rId1"].kind == "worksheet"
    assert found["rId2"].target == "xl/styles.xml"
    assert found["rId3"].target == "xl/theme.xml"
    assert found["rId4"].target == "..\\nowhere.xml"
    assert found["rId5"].external
    assert package.relations("xl/styles.xml") == ()
    assert package.relations_name("xl/styles.xml") == "xl/_rels/styles.xml.rels"
    assert package.relations_name() == "_rels/.rels"


def test_the_structure_is_found_through_the_relationships():
    parts = {
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "odd/book.xml"), ("rId2", "x/digital-signature/origin", "s")
        ),
        "odd/book.xml": workbook(
            "People",
            "Chart",
            "Gone",
            properties='<workbookPr date1904="1"/>',
            extra='<calcPr fullCalcOnLoad="1" calcCompleted="0"/>',
        ).replace('name="Chart"', 'name="Chart" state="veryHidden"'),
        "odd/_rels/book.xml.rels": relations(
            ("rId1", "worksheet", "one.xml"), ("rId2", "chartsheet", "two.xml"), ("rId3", "worksheet", "gone.xml"),
            ("rId4", "sharedStrings", "texts.xml"), ("rId5", "styles", "gone2.xml"),
        ),
        "odd/one.xml": sheet(CELL),
        "odd/two.xml": "<chartsheet/>",
        "odd/texts.xml": "<sst/>",
        "odd/_rels/one.xml.rels": relations(("rId1", "table", "table.xml"), ("rId2", "table", "gone.xml")),
        "odd/table.xml": f'<table xmlns="{MAIN}" displayName="List" name="x" ref="A1:B9" totalsRowCount="1"/>',
    }  # fmt: skip
    structure = Structure(Package(PATH, make_xlsx(parts)))
    assert structure.workbook == "odd/book.xml"
    assert [(found.name, found.kind, found.hidden, found.number) for found in structure.sheets] == [
        ("People", "worksheet", False, 1),
        ("Chart", "chartsheet", True, 2),
    ]
    assert structure.strings == "odd/texts.xml"
    assert structure.styles is None
    assert structure.calculation_chain is None
    assert structure.date1904
    assert structure.signed
    assert not structure.strict
    assert (structure.calculation.on_load, structure.calculation.completed) == (True, False)
    (table,) = structure.tables(structure.sheets[0])
    assert (table.part, table.name, table.range, table.totals) == ("odd/table.xml", "List", "A1:B9", 1)
    assert structure.worksheet("people") is structure.sheets[0]
    assert structure.worksheet("nobody") is None


def test_strict_workbooks_have_their_own_namespaces():
    strict_office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")).replace(
            OFFICE, strict_office
        ),
        "xl/workbook.xml": workbook("A", namespace=STRICT).replace(OFFICE, strict_office),
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "s.xml")).replace(
            OFFICE, strict_office
        ),
        "xl/s.xml": sheet(CELL, namespace=STRICT),
    }
    structure = Structure(Package(PATH, make_xlsx(parts)))
    assert structure.strict
    assert structure.namespace == MAIN_STRICT
    assert [found.part for found in structure.sheets] == ["xl/s.xml"]


OTHERS = {
    "no workbook": ({"readme.txt": "hello"}, "no workbook"),
    "no sheets": (
        {"xl/workbook.xml": workbook().replace(MAIN, MAIN)},
        "no sheets",
    ),
    "unknown namespace": ({"xl/workbook.xml": workbook("A", namespace="urn:beta")}, "unknown kind"),
    "text document": (
        {
            "[Content_Types].xml": '<Types xmlns="x"><Override PartName="/word/document.xml" '
            'ContentType="application/wordprocessingml"/></Types>',
            "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": "<w/>",
        },
        "text document",
    ),
    "binary": (
        {
            "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": "x",
        },
        "xlsb",
    ),
    "broken xml": ({"xl/workbook.xml": "<workbook"}, "damaged"),
    "document type": ({"xl/workbook.xml": "<!DOCTYPE workbook><workbook/>"}, "document type"),
    "document type in UTF-16": (
        {"xl/workbook.xml": "<!DOCTYPE workbook><workbook/>".encode("utf-16")},
        "document type",
    ),
    "deep": ({"xl/workbook.xml": workbook("A", extra="<a>" * 200 + "</a>" * 200)}, "nests"),
    "odd encoding": ({"xl/workbook.xml": b'<?xml version="1.0" encoding="utf-7"?><workbook/>'}, "encoding"),
    "wrong bytes": ({"xl/workbook.xml": b"\xff\xfe<\0a"}, "characters"),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "what"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_workbook_is_named(parts, what):
    with pytest.raises(UnreadableFile, match=what):
        Structure(Package(PATH, make_xlsx(parts)))


# ------------------------------------------------------------------ encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "iso-8859-1"])
def test_parts_in_other_encodings_come_back_as_they_were(encoding):
    text = f'<?xml version="1.0" encoding="{"utf-8" if "sig" in encoding else encoding.removesuffix("-be")}"?><a>é</a>'
    data = text.encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    part = decode(PATH, "x.xml", data)
    assert part.text.decode() == text
    assert part.encode(part.text) == data
    if encoding == "iso-8859-1":
        assert part.encode("<a>你</a>".encode()) == b"<a>&#20320;</a>"
    seen = []
    parse(PATH, "x.xml", part, lambda tag, _: seen.append(tag), None, seen.append)
    assert seen == ["a", "é"]


def test_utf_16_without_mark_is_known_by_its_zeros():
    assert decode(PATH, "x.xml", "<a/>".encode("utf-16-le")).text == b"<a/>"
    assert decode(PATH, "x.xml", "<a/>".encode("utf-16-be")).text == b"<a/>"


def test_a_parse_can_be_left_early():
    seen = []

    def start(tag, _):
        seen.append(tag)
        if tag == "b":
            stop()

    parse(PATH, "x.xml", b"<a><b/><c/></not closed", start)
    assert seen == ["a", "b"]


def test_limits_are_handed_on():
    limits = replace(Limits(), depth=2)
    with pytest.raises(UnsafeFile, match="deeper than 2"):
        Structure(Package(PATH, make_workbook(CELL), limits))


def test_part_names_and_sizes():
    package = Package(PATH, PLAIN)
    assert package.packed_size("b.xml") == package.packed_size("B.XML") > 0
    assert package.packed_size("c.xml") == 0
    assert bytes(package.raw("a.xml")).startswith(b"PK\x03\x04")
    large = "<a/>" * 400
    parts = {
        "[Content_Types].xml": content_types({"xl/sharedStrings.xml": ""}),
        "xl/sharedStrings.xml": large,
        "xl/other.xml": large,
    }
    package = Package(PATH, make_xlsx(parts), Limits(markup=1000))
    assert package.markup("xl/sharedStrings.xml").text == large.encode()
    with pytest.raises(TooLarge, match="“markup”"):
        package.markup("xl/other.xml")


def test_too_many_elements_are_refused():
    with pytest.raises(TooLarge, match="more than 3 elements"):
        Structure(Package(PATH, make_workbook(CELL), Limits(elements=3)))


def test_a_package_relationship_may_be_missing():
    parts = {
        "xl/workbook.xml": workbook("A"),
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "s.xml")),
        "xl/s.xml": sheet(CELL),
    }
    assert Structure(Package(PATH, make_xlsx(parts))).sheets[0].part == "xl/s.xml"
    assert PACKAGE in relations()
