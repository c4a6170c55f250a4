"""Compressing a large part in chunks that stand on their own, so that a later save compresses one of them."""

import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from infoviz.workbook.container.archive import Deflated

fast: Any = zlib
with suppress(ImportError):  # where it has no wheel the standard library does the same, slower
    from isal import isal_zlib

    fast = isal_zlib

CHUNK = 1 << 19
SMALL = 1 << 20  # zlib's best usual level costs some 20 ms below this
MIDDLE = 1 << 23
TIGHT = 5  # the level of zlib that a chunk gets where isal's output would be too long
END = b"\x03\x00"  # an empty last block
FLUSHED = b"\x00\x00\xff\xff"  # what a chunk ends with
POLYNOMIAL = 0xEDB88320


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A chunk as a piece of a deflate stream that refers to nothing before it.

    Attributes
    ----------
    stream
        The blocks, flushed to a byte boundary, without a last one.
    crc, size
        CRC-32 and length of the chunk itself.
    """

    stream: bytes
    crc: int
    size: int


def crc32(text: bytes) -> int:
    """Compute the CRC-32 of a text."""
    found: int = fast.crc32(text)
    return found


def squeeze(chunk: bytes, *, level: int | None = None) -> Squeezed:
    """Compress one chunk so that it can be joined to others.

    Parameters
    ----------
    chunk
        The bytes.
    level
        zlib's level; None takes isal where it is installed, and zlib at level 4 elsewhere.

    Examples
    --------
    >>> joined([squeeze(b"abc"), squeeze(b"def")]).size
    6
    """
    library, wanted = (fast, 2) if level is None and fast is not zlib else (zlib, level or 4)
    squeezer = library.compressobj(wanted, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream = squeezer.compress(chunk) + squeezer.flush(zlib.Z_FULL_FLUSH)
    return Squeezed(stream, crc32(chunk), len(chunk))


def unsqueeze(piece: Squeezed) -> bytes:
    """Inflate one chunk."""
    content: bytes = fast.decompressobj(-15).decompress(piece.stream + END, piece.size + 1)
    return content


def squeeze_all(chunks: Iterable[tuple[bytes, Squeezed | None]], size: int, allowance: int) -> list[Squeezed]:
    """Compress the chunks that are not yet, keeping the whole below an allowance where that can be.

    isal is some ten times faster than zlib and its output a quarter larger; a chunk is given to zlib where the part
    would otherwise outgrow what it may.

    Parameters
    ----------
    chunks
        The chunks with what they were compressed to before, if they were.
    size
        Length of all chunks together.
    allowance
        How long the compressed part may become.
    """
    done: list[Squeezed] = []
    read = written = 0
    best = 6 if size < SMALL or (fast is zlib and size < MIDDLE) else None
    known = list(chunks)
    new = sum(len(chunk) for chunk, ready in known if ready is None)
    spare = allowance - sum(len(ready.stream) for _, ready in known if ready is not None)
    few = 2 * sum(ready is None for _, ready in known) < len(known)
    for chunk, ready in known:
        if ready is None:
            fits = few or written * size <= read * allowance
            ready = squeeze(chunk, level=best if best or fits else TIGHT)
            if few and not best and len(ready.stream) * new > spare * len(chunk):
                ready = squeeze(chunk, level=TIGHT)
        done.append(ready)
        read += ready.size
        written += len(ready.stream)
    return done


def pressed(text: bytes, allowance: int) -> Deflated:
    """Compress a whole part, below an allowance where that can be."""
    chunks = [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)] if len(text) > SMALL else [text]
    return joined(squeeze_all([(chunk, None) for chunk in chunks], len(text), allowance))


def joined(pieces: Iterable[Squeezed]) -> Deflated:
    """Join chunks into one member of an archive."""
    streams: list[bytes] = []
    crc = size = 0
    for piece in pieces:
        streams.append(piece.stream)
        crc = combined(crc, piece.crc, piece.size)
        size += piece.size
    return Deflated(b"".join((*streams, END)), crc, size)


def is_joined(stream: memoryview) -> bool:
    """Whether a deflate stream is one that :func:`joined` has made."""
    return stream[-len(FLUSHED + END) :] == FLUSHED + END


def combined(first: int, second: int, length: int) -> int:
    """CRC-32 of two texts put together, from that of each and the length of the second.

    Examples
    --------
    >>> import zlib
    >>> combined(zlib.crc32(b"abc"), zlib.crc32(b"defg"), 4) == zlib.crc32(b"abcdefg")
    True
    """
    return _multiplied(_power(length), first) ^ second if first else second


def _multiplied(one: int, other: int) -> int:
    """Multiply two polynomials over GF(2) modulo that of the CRC (bits in reflected order)."""
    product = 0
    for bit in range(31, -1, -1):
        if one >> bit & 1:
            product ^= other
        other = other >> 1 ^ (POLYNOMIAL if other & 1 else 0)
    return product


@lru_cache(maxsize=4096)
def _power(length: int) -> int:
    """Return x to the power of eight times a length, modulo the polynomial: what a CRC is multiplied by per text."""
    result, square = 1 << 31, 1 << 23  # 1 and x^8
    while length:
        if length & 1:
            result = _multiplied(square, result)
        square = _multiplied(square, square)
        length >>= 1
    return result
