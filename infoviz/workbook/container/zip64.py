"""The zip64 form of a zip directory: sizes and places of eight bytes, which some programs write for small files too."""

from dataclasses import dataclass
from struct import Struct

END = Struct("<4sQ2H2L4Q")  # end of central directory
LOCATOR = Struct("<4sLQL")  # where that stands; just before the end record of the plain form
END_MAGIC, LOCATOR_MAGIC = b"PK\x06\x06", b"PK\x06\x07"
EXTRA = 1  # the extra field of a record that holds what does not fit into it
WIDE, MANY = 0xFFFFFFFF, 0xFFFF  # what stands in the plain form in place of a number that is held elsewhere
OFFSET = 42  # where a directory record has the place of its member


@dataclass(frozen=True, slots=True)
class End:
    """Where a zip64 directory lies: its own end record, its length in entries, and where it begins."""

    spot: int
    entries: int
    begin: int


def find_end(data: bytes, plain: int) -> End | None:
    """Find the zip64 end record that belongs to the plain one at ``plain``; None where there is none that holds."""
    locator = plain - LOCATOR.size
    if locator < 0 or not data.startswith(LOCATOR_MAGIC, locator):
        return None
    _, disk, spot, disks = LOCATOR.unpack_from(data, locator)
    if disk or disks > 1 or spot + END.size > locator or not data.startswith(END_MAGIC, spot):
        return None
    _, length, _, _, this, first, here, entries, size, begin = END.unpack_from(data, spot)
    holds = (this, first, here) == (0, 0, entries) and begin + size == spot
    return End(spot, entries, begin) if holds and spot + 12 + length == locator else None


def ending(data: bytes, old: End, plain: int, new: End) -> bytes:
    """Write the end record and its locator for a directory that has moved from ``old`` to ``new``."""
    fields = list(END.unpack_from(data, old.spot))
    fields[6:10] = [new.entries, new.entries, new.spot - new.begin, new.begin]
    locator = list(LOCATOR.unpack_from(data, plain - LOCATOR.size))
    locator[2] = new.spot
    return END.pack(*fields) + data[old.spot + END.size : plain - LOCATOR.size] + LOCATOR.pack(*locator)


def fields_of(extra: bytes) -> list[tuple[int, bytes]]:
    """Cut an extra field into its pieces, by their number; a rest that is none is left out."""
    found, spot = [], 0
    while spot + 4 <= len(extra):
        stop = spot + 4 + int.from_bytes(extra[spot + 2 : spot + 4], "little")
        found.append((int.from_bytes(extra[spot : spot + 2], "little"), extra[spot:stop]))
        spot = stop
    return found


def without(extra: bytes) -> bytes:
    """Leave the zip64 piece out of an extra field."""
    return b"".join(piece for number, piece in fields_of(extra) if number != EXTRA)


def widened(written: tuple[int, int, int], extra: bytes) -> tuple[int, int, int]:
    """Read the size, the packed size and the offset of a record, each of which may be held in its extra field.

    Raises
    ------
    ValueError
        It is not there.
    """
    if WIDE not in written:
        return written
    piece = next((piece for number, piece in fields_of(extra) if number == EXTRA), b"")
    numbers, spot = [], 4
    for number in written:
        if number == WIDE:
            if spot + 8 > len(piece):
                message = "its directory leaves a size out"
                raise ValueError(message)
            number = int.from_bytes(piece[spot : spot + 8], "little")
            spot += 8
        numbers.append(number)
    return numbers[0], numbers[1], numbers[2]


def moved(record: bytes, size: int, offset: int) -> bytes:
    """Give a directory record, whose fixed part has a size, another offset, wherever it holds that."""
    if int.from_bytes(record[OFFSET : OFFSET + 4], "little") != WIDE:
        return record[:OFFSET] + offset.to_bytes(4, "little") + record[OFFSET + 4 :]
    spot = size + int.from_bytes(record[28:30], "little")  # where the extra field begins
    while int.from_bytes(record[spot : spot + 2], "little") != EXTRA:
        spot += 4 + int.from_bytes(record[spot + 2 : spot + 4], "little")
    spot += 4 + 8 * (record[20:24] == b"\xff\xff\xff\xff") + 8 * (record[24:28] == b"\xff\xff\xff\xff")
    return record[:spot] + offset.to_bytes(8, "little") + record[spot + 8 :]
