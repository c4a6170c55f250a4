import csv
import io
from datetime import UTC, date, datetime, time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import infoviz.workbook
from infoviz.errors import EditRefused, NoSuchSheet, TooLarge, UnreadableFile
from infoviz.grid import Kind
from infoviz.workbook.limits import Limits
from infoviz.workbook.text.encoding import decode_text
from infoviz.workbook.text.file import TextSource, sniff, split_fields, split_records

PATH = Path("tracker.csv")


def source(text: str | bytes, **options) -> TextSource:
    return TextSource(PATH, text.encode() if isinstance(text, str) else text, **options)


def values(text: str | bytes) -> dict[str, object]:
    return {cell.address: cell.value for cell in source(text).cells("tracker")}


# ------------------------------------------------------------------ reading


def test_all_values_are_text_and_blanks_are_blank():
    grid = source("Name,Code,Met\nAnn,00123,\nBob,n/a,TRUE\n").grid("tracker")
    assert grid.rows.tolist() == [1, 2, 3]
    assert [column.texts.tolist() for column in grid.columns] == [
        ["Name", "Ann", "Bob"],
        ["Code", "00123", "n/a"],
        ["Met", None, "TRUE"],
    ]
    assert grid.columns[2].kinds.tolist() == [Kind.TEXT, Kind.BLANK, Kind.TEXT]
    assert grid.sheet == "tracker"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end(delimiter, newline):
    text = newline.join(delimiter.join(row) for row in (["Name", "Note"], ["Ann", "x"], ["", "y"]))
    assert values(text) == {"A1": "Name", "B1": "Note", "A2": "Ann", "B2": "x", "B3": "y"}


SNIFFED = {
    "decimal commas": ("name;rate\nAnn;1,5\nBob;2,5\n", ";"),
    "notes with commas": ("name\tnote\nAnn\ta, b, c\nBob\tnone\n", "\t"),
    "commas within quotes": ('name;note\nAnn;"a,b,c"\nBob;"d,e,f"\n', ";"),
    "one column": ("name\nAnn\nBob\n", ","),
    "a preamble": ("My tracker\n\nname,company,note\nAnn,X,1\nBob,Y,2\n", ","),
    "nothing": ("", ","),
    "ragged": ("a;b;c\nd;e\nf;g;h\n", ";"),
}


@pytest.mark.parametrize(("text", "delimiter"), SNIFFED.values(), ids=SNIFFED)
def test_the_delimiter_is_found(text, delimiter):
    assert sniff(text) == delimiter


def test_the_delimiter_may_be_announced():
    found = source("sep=;\r\nName;a,b\r\nAnn;c\r\n")
    assert [cell.value for cell in found.cells("tracker")] == ["Name", "a,b", "Ann", "c"]
    found.set(2, 2, "d")
    assert found.encoded() == b"sep=;\r\nName;a,b\r\nAnn;d\r\n"


QUOTED = {
    '"a,b",c': ["a,b", "c"],
    '"a ""b""",c': ['a "b"', "c"],
    '"two\nlines",c': ["two\nlines", "c"],
    ' "a" ,c': ["a", "c"],
    'a "b" c,d': ['a "b" c', "d"],
    '"Bob,c': ['"Bob', "c"],
    '"5" pipe,c': ['"5" pipe', "c"],
    '"",""': ["", ""],
    ",": ["", ""],
    "": [""],
}


@pytest.mark.parametrize(("record", "fields"), QUOTED.items())
def test_quotes(record, fields):
    assert [field.text for field in split_fields(record, ",")] == fields
    assert split_records(record + "\nnext", ",") == [record + "\n", "next"]


def test_a_quote_that_is_never_closed_swallows_nothing():
    found = values('Name,Note\nAnn,"5 feet\nBob,x\n')
    assert found["B2"] == '"5 feet'
    assert found["A3"] == "Bob"


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(st.lists(st.text("ab,;\"\n\r 'é", max_size=6), min_size=2, max_size=4), min_size=1, max_size=6),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_the_standard_library_writes_is_read(rows, quoting, newline):
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=quoting, lineterminator=newline).writerows(rows)
    records = split_records(stream.getvalue(), ",")
    assert "".join(records) == stream.getvalue()
    found = [[field.text for field in split_fields(record, ",")] for record in records]
    read = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    stripped = [[text.strip(" ") for text in row] for row in read]  # we allow spaces around quotes
    assert [[text.strip(" ") for text in row] for row in found] == [row or [""] for row in stripped]


# ------------------------------------------------------------------ encodings

ENCODINGS = {
    "utf-8": ("Name,Ort\nZoë,Köln\n你好,😀\n", "utf-8"),
    "utf-8-sig": ("Name,Ort\nZoë,Köln\n你好,😀\n", "utf-8"),
    "utf-16": ("Name,Ort\nZoë,Köln\n你好,😀\n", "utf-16-le"),
    "utf-16-le": ("Name,Ort\nZoë,Köln\n", "utf-16-le"),
    "utf-16-be": ("Name,Ort\nZoë,Köln\n", "utf-16-be"),
    "utf-32": ("Name,Ort\nZoë,Köln\n", "utf-32-le"),
    "cp1252": ("Name;Ort\nZoë Müller;Köln\nRenée;“là” – 5 €\n", "cp1252"),
    "cp1251": ("Имя,Компания,Дата\nИван Петров,Ромашка,да\nМария Сидорова,Лютик,нет\n", "cp1251"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_is_found_and_kept(encoding):
    text, name = ENCODINGS[encoding]
    data = text.encode(encoding)
    decoded = decode_text(PATH, data)
    assert (decoded.text, decoded.encoding) == (text, name)
    assert decoded.faithful
    found = source(data)
    found.set(2, 1, "Ann")
    first = text.splitlines()[1].split(found.delimiter)[0]
    assert found.encoded() == text.replace(first, "Ann", 1).encode(encoding)


LATIN = {
    "cp1252": [
        "Müller",
        "Zoë",
        "Renée à Bâle",
        "São João",
        "Søren Kjær",
        "Núñez – “x”",
        "François",
        "O’Neil, coûter",
    ],
    "cp1250": [
        "Łukasz Wiśniewski",
        "Tomáš Dvořák, Němec",
        "Żabka",
        "Mgr. Šárka Kučerová",
        "Ștefan Pană".replace("Ș", "Ş"),
    ],
    "mac_roman": ["José", "Mädchen", "Müller"],
}


@pytest.mark.parametrize(
    ("encoding", "text"), [(name, text) for name, texts in LATIN.items() for text in texts]
)
def test_a_name_is_enough_to_tell_latin_encodings_apart(encoding, text):
    text = f"Name,Company\n{text},Example\n"
    assert decode_text(PATH, text.encode(encoding)).text == text


def test_western_bytes_without_meaning_are_kept():
    data = b"Name\nAnn\x81\nBob\n"
    found = source(data)
    assert found.decoded.encoding == "latin-1"
    assert found.encoded() == data


BAD = {
    "binary": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "zeros": b"a\0" + b"b" * 50,
    "wrong UTF-16": b"\xff\xfe\x00\xd8a",
    "control characters": b"Name,\x01\n",
    "odd UTF-8 mark": b"\xef\xbb\xbf\xff\xff",
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableFile, match=r"tracker\.csv: .*CSV UTF-8"):
        decode_text(PATH, data)


def test_an_encoding_nobody_knows_is_refused(monkeypatch):
    class Nothing:
        def best(self):
            return None

    monkeypatch.setattr("charset_normalizer.from_bytes", lambda *_, **__: Nothing())
    with pytest.raises(UnreadableFile, match="cannot be recognized"):
        decode_text(PATH, bytes(range(128, 256)) * 4)


# ------------------------------------------------------------------ writing


def edited(text: str, *edits) -> str:
    found = source(text)
    for row, column, value in edits:
        found.set(row, column, value)
    return found.encoded().decode()


def test_an_edit_changes_its_field_and_nothing_else():
    text = 'Name ;"Note";x\r\n"Ann"; y ;"a;b"\r\nBob;;\r\n\r\n'
    assert edited(text, (3, 2, "new")) == text.replace("Bob;;", "Bob;new;")
    assert edited(text, (2, 1, "Zoë")) == text.replace('"Ann"', '"Zoë"')
    assert edited(text, (2, 3, None)) == text.replace('"a;b"', "")
    assert edited(text, (2, 2, "p;q")) == text.replace(" y ", '"p;q"')
    assert edited(text, (1, 3, 'say "hi"')) == text.replace(";x", ';"say ""hi"""')
    assert edited(text) == text


def test_the_file_grows_where_an_edit_lies_outside():
    assert edited("a,b\nc\n", (2, 4, "x")) == "a,b\nc,,,x\n"
    assert edited("a,b\nc\n", (2, 4, None)) == "a,b\nc\n"
    assert edited("a,b", (3, 1, "x")) == "a,b\n\nx"
    assert edited("a,b\r\n", (3, 2, "x")) == "a,b\r\n\r\n,x\r\n"
    assert edited("", (1, 1, "x")) == "x\n"


WRITTEN = [
    (True, "TRUE"),
    (False, "FALSE"),
    (12, "12"),
    (12.0, "12"),
    (0.1, "0.1"),
    (-5, "-5"),
    (np.int64(3), "3"),
    (np.datetime64("2026-11-22T09:30", "ns"), "2026-11-22 09:30:00"),
    (date(2026, 11, 22), "2026-11-22"),
    (datetime(2026, 11, 22), "2026-11-22"),
    (datetime(2026, 11, 22, 9, 30), "2026-11-22 09:30:00"),
    (datetime(26, 11, 22), "0026-11-22"),
    (time(9, 30), "09:30:00"),
    (" a ", '" a "'),
    ("a\nb", '"a\nb"'),
    ("00123", "00123"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_values_as_text(value, text):
    assert edited("x,y\n", (1, 1, value)) == f"{text},y\n"


DANGEROUS = ["=1+1", "+1 555 0100", "-", "@ann", "\tx", "＝1", "=HYPERLINK(\"http://x\")"]  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_could_run_as_a_formula_is_guarded_and_reads_back(text):
    found = source("x,y\n")
    found.set(1, 1, text)
    written = found.encoded().decode()
    assert written.lstrip('"').startswith("'" + text[0])
    assert values(written)["A1"] == text
    found.set(1, 1, text, guard=False)
    assert found.encoded().decode().lstrip('"').startswith(text[0])
    assert values("'tis,y\n")["A1"] == "'tis"


@pytest.mark.parametrize("text", ["'=1", "''=1", "'", "''", "'tis", "'\n'"])
def test_apostrophes_of_one_s_own_read_back(text):
    found = source("x,y\n")
    found.set(1, 1, text)
    assert values(found.encoded())["A1"] == text


@pytest.mark.parametrize("text", ["x;y", "x\ty", "\tx", "x|y"])
def test_in_a_file_of_one_column_nothing_becomes_a_delimiter(text):
    found = source("Name\nAnn\n")
    found.append({1: text})
    assert values(found.encoded()) == {"A1": "Name", "A2": "Ann", "A3": text}


@pytest.mark.parametrize(("column", "text"), [(1, "\ufeffName"), (2, "a;b;c")])
def test_a_file_that_would_be_read_otherwise_is_not_written(column, text):
    found = source("Name,Note\n")
    found.set(1, column, text)
    with pytest.raises(EditRefused, match="what parts its fields"):
        found.encoded()


def test_the_same_text_again_leaves_the_bytes():
    assert edited('Ann, "Doe" ,b"c\n', (1, 2, "Doe"), (1, 3, 'b"c')) == 'Ann, "Doe" ,b"c\n'


def test_appending():
    found = source("Name,Note\r\nAnn,x\r\n,\r\n")
    assert found.append({1: "Bob", 2: 3}) == 3
    assert found.encoded() == b"Name,Note\r\nAnn,x\r\nBob,3\r\n"
    assert found.append({2: "z"}) == 4
    assert found.encoded() == b"Name,Note\r\nAnn,x\r\nBob,3\r\n,z\r\n"
    quoted = source('"Name","Note"\n"Ann","x"')
    assert quoted.append({1: "Bob"}) == 3
    assert quoted.encoded() == b'"Name","Note"\n"Ann","x"\n"Bob",""'
    empty = source("\n")
    assert empty.append({2: "x"}) == 1
    assert empty.encoded() == b",x\n"


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(st.lists(st.text("ab,;\"\n '", max_size=5), min_size=1, max_size=4), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(1, 7), st.integers(1, 5), st.text('xy,;"\n =+é', max_size=5)), max_size=5),
    st.sampled_from([",", ";"]),
)
def test_any_edits_read_back_and_the_rest_stays(rows, edits, delimiter):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    text = f"sep={delimiter}\r\n{stream.getvalue()}"
    before = source(text)
    expected = {cell.address: cell.value for cell in before.cells("tracker")}
    for row, column, value in edits:
        before.set(row, column, value)
        address = f"{'ABCDE'[column - 1]}{row}"
        expected.pop(address, None)
        if value:
            expected[address] = value
    assert values(before.encoded()) == expected
    assert {cell.address: cell.value for cell in before.cells("tracker")} == expected


REFUSED = [
    ((1, 1, object()), "cannot hold this value"),
    ((1, 1, float("nan")), "cannot hold this value"),
    ((1, 1, datetime(2026, 1, 1, tzinfo=UTC)), "cannot hold this value"),
    ((1, 1, "x" * 32_768), "32,768 characters"),
    ((1, 1, "a\0b"), r"U\+0000"),
    ((1, 1, "a\x1ab"), r"U\+001A"),
    ((1, 1, np.timedelta64(5, "ns")), "cannot hold this value"),
    ((0, 1, "x"), "no such cell"),
    ((1, 16_385, "x"), "no such cell"),
]


@pytest.mark.parametrize(("edit", "why"), REFUSED)
def test_what_cannot_be_written_is_refused(edit, why):
    found = source("x,y\n")
    with pytest.raises(EditRefused, match=why):
        found.set(*edit)
    assert found.encoded() == b"x,y\n"


def test_a_character_that_the_encoding_lacks_is_refused():
    found = source("Zoë;Müller\n".encode("cp1252"))
    with pytest.raises(EditRefused, match="cp1252"):
        found.set(1, 1, "你")


def test_a_file_that_cannot_be_kept_is_not_written():
    data = "名前,会社\n田中,株式会社\n".encode("shift_jis")
    found = source(data)
    found.decoded = type(found.decoded)(found.decoded.text, found.decoded.encoding, b"", faithful=False)
    with pytest.raises(EditRefused, match="every other byte"):
        found.set(1, 1, "x")


# ------------------------------------------------------------------ as a workbook


def test_opening_a_csv(tmp_path):
    path = tmp_path / "my people.csv"
    path.write_bytes("Name;Ort\r\nAnn;Köln\r\n".encode("cp1252"))
    book = infoviz.workbook.open(path)
    assert book.sheets == ("my people",)
    assert book.read("My People").at("B2").value == "Köln"
    assert [grid.sheet for grid in book.grids()] == ["my people"]
    with pytest.raises(NoSuchSheet, match="my people"):
        book.read("People")
    book.set("my people", "B2", "Bonn")
    book.save()
    assert path.read_bytes() == b"Name;Ort\r\nAnn;Bonn\r\n"


def test_too_many_cells():
    with pytest.raises(TooLarge, match="more than 5 cells"):
        TextSource(PATH, b"a,b\n" * 3, Limits(cells=5)).cells("tracker")
