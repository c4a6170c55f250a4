import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.workbook import deflate
from infoviz.workbook.deflate import combined, joined, pressed, squeeze, squeeze_all, unsqueeze


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
