import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import infoviz.workbook
from infoviz.workbook.container import deflate
from infoviz.workbook.container.deflate import (
    combined,
    is_joined,
    joined,
    pressed,
    squeeze,
    squeeze_all,
    unsqueeze,
)
from tests.workbook.making import make_workbook


@settings(derandomize=True, deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=6))
def test_joined_chunks_are_one_stream(chunks):
    whole = b"".join(chunks)
    member = joined(squeeze(chunk) for chunk in chunks)
    assert zlib.decompress(member.stream, -15) == whole
    assert (member.crc, member.size) == (zlib.crc32(whole), len(whole))


@settings(derandomize=True, deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_checksums_combine(one, other):
    assert combined(zlib.crc32(one), zlib.crc32(other), len(other)) == zlib.crc32(one + other)


def test_a_chunk_comes_back():
    assert unsqueeze(squeeze(b"row " * 1000)) == b"row " * 1000


@pytest.mark.parametrize("library", ["isal", "zlib"])
def test_with_and_without_isal(monkeypatch, library):
    if library == "zlib":
        monkeypatch.setattr(deflate, "fast", zlib)
    text = bytes(range(256)) * 20_000
    member = pressed(text, len(text))
    assert zlib.decompress(member.stream, -15) == text
    assert member.crc == zlib.crc32(text)


def test_the_allowance_is_kept_where_it_can_be():
    numbers = " ".join(str(number * 7919 % 100_003) for number in range(600_000)).encode()
    chunks = [(numbers[at : at + (1 << 19)], None) for at in range(0, len(numbers), 1 << 19)]
    best = len(zlib.compress(numbers, 4))
    pieces = squeeze_all(chunks, len(numbers), best * 11 // 10)
    assert sum(len(piece.stream) for piece in pieces) <= best * 12 // 10


def test_ready_chunks_are_not_compressed_again():
    ready = squeeze(b"as it was")
    pieces = squeeze_all([(b"as it was", ready), (b"new", None)], 12, 100)
    assert pieces[0] is ready


def test_a_joined_stream_is_known_again():
    assert is_joined(memoryview(pressed(b"text" * 10, 100).stream))
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)
    assert not is_joined(memoryview(squeezer.compress(b"text" * 10) + squeezer.flush()))
    assert not is_joined(memoryview(b""))


def test_one_chunk_of_many_is_kept_below_the_allowance_too():
    numbers = [
        " ".join(str(number * factor % 100_003) for number in range(50_000)).encode()
        for factor in (7919, 7907)
    ]
    ready = squeeze(numbers[0], level=6)
    known = [(numbers[0], ready)] * 30 + [(numbers[1], None)]
    loose, tight = len(squeeze(numbers[1]).stream), len(squeeze(numbers[1], level=deflate.TIGHT).stream)
    rest, size = 30 * len(ready.stream), sum(len(chunk) for chunk, _ in known)
    assert len(squeeze_all(known, size, rest + loose)[-1].stream) == loose
    assert len(squeeze_all(known, size, rest + loose - 1)[-1].stream) == tight


def test_a_file_stops_growing(tmp_path):
    values = (number * 7919 % 100_003 / 7 for number in range(60_000))
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letter}{row}"><v>{next(values)}</v></c>' for letter in "ABCDEF")
        + "</row>"
        for row in range(1, 10_001)
    )
    path = tmp_path / "book.xlsx"
    path.write_bytes(make_workbook(rows))
    first = path.stat().st_size
    sizes = []
    for save in range(4):
        book = infoviz.workbook.open(path)
        for row in range(10 + save, 10_000, 3_000):
            book.set("Sheet1", f"B{row}", row / 7)
            book.save()
        sizes.append(path.stat().st_size)
    assert max(sizes) < 1.2 * first
    assert max(sizes) < 1.01 * sizes[0]
