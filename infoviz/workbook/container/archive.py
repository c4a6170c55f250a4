"""The zip container: checked before anything is inflated, written back without touching what did not change.

Members are copied raw (local header, compressed data, descriptor, gaps), in their original order; only a
replaced member is compressed anew, and the central directory is the original one with new offsets.
"""

import zlib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from struct import Struct
from types import ModuleType
from typing import NamedTuple

from infoviz.errors import DamagedFile, EncryptedFile, TooLarge, UnsafeFile
from infoviz.workbook.container import zip64
from infoviz.workbook.limits import DEFAULT, MEBIBYTE, Limits

_fast: ModuleType
try:
    from isal import isal_zlib

    _fast = isal_zlib
except ImportError:  # no wheel for this machine: the standard library does the same, slower
    _fast = zlib

END = Struct("<4s4H2LH")  # end of central directory
RECORD = Struct("<4s6H3L5H2L")  # central directory record
LOCAL = Struct("<4s5H3L2H")  # local header
END_MAGIC, RECORD_MAGIC, LOCAL_MAGIC = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
STORED, DEFLATED = 0, 8
ENCRYPTED, DESCRIPTOR, PATCHED, STRONG, UTF8, MASKED = 1, 1 << 3, 1 << 5, 1 << 6, 1 << 11, 1 << 13
UNIX_LINK, UNIX_KIND = 0xA000, 0xF000
NOTHING: AbstractSet[str] = frozenset()
LEVEL_BELOW = 8 * MEBIBYTE  # zlib's best levels take too long on larger parts


class Deflated(NamedTuple):
    """A member's data already compressed.

    Attributes
    ----------
    stream
        The raw deflate stream.
    crc
        CRC-32 of the inflated data.
    size
        Size of the inflated data, in bytes.
    """

    stream: bytes
    crc: int
    size: int


class Member(NamedTuple):
    """One entry of the archive.

    Attributes
    ----------
    name
        The name as it is written in the archive.
    record
        Its record in the central directory, raw.
    offset, data, stop
        Where its local header begins, where its data begins, and where what belongs to it ends.
    """

    name: str
    record: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    data: int = 0
    stop: int = 0

    @property
    def folder(self) -> bool:
        """True for an entry that only says that a folder exists."""
        return self.name.endswith(("/", "\\"))


def deflate(data: bytes) -> Deflated:
    """Compress a part: with isal where it is installed, else with zlib at a level that suits its size.

    Examples
    --------
    >>> deflate(b"abc" * 100).size
    300
    """
    level = 2 if _fast is not zlib or len(data) >= LEVEL_BELOW else 6
    squeezer = _fast.compressobj(level, zlib.DEFLATED, -15)
    return Deflated(squeezer.compress(data) + squeezer.flush(), _fast.crc32(data), len(data))


def spelled(name: str) -> str:
    r"""Bring a part's name into the form in which names are compared.

    Examples
    --------
    >>> spelled("/xl\\Workbook.xml")
    'xl/workbook.xml'
    """
    return name.replace("\\", "/").lstrip("/").casefold()


class Archive:
    """A zip file held in memory, whose directory has been checked.

    Parameters
    ----------
    path
        The file's path, for messages.
    data
        The whole file.
    limits
        What it may ask of the machine.

    Raises
    ------
    DamagedFile, UnsafeFile, EncryptedFile, TooLarge
        Where the directory does not hold.
    """

    def __init__(self, path: Path, data: bytes, limits: Limits = DEFAULT) -> None:
        self.path = path
        self.data = data
        self.limits = limits
        self._end, self._wide, entries, self._begin = self._find_directory()
        self._stop = self._wide.spot if self._wide else self._end
        self.members = self._place(self._records(entries))
        self._expanded: dict[str, int] = {}

    def read(self, member: Member) -> bytes:
        """Inflate a member under the byte budget, and check it against its size and CRC."""
        limits = self.limits
        if member.size > MEBIBYTE and member.packed < member.size * limits.ratio:
            raise TooLarge(
                self.path, f"its part {member.name} is packed tighter than {limits.ratio:.0%}", "“ratio”"
            )
        already = sum(size for name, size in self._expanded.items() if name != member.name)
        if already + member.size > limits.expanded:
            raise TooLarge(
                self.path, f"it inflates to more than {limits.expanded / MEBIBYTE:,.0f} MiB", "“expanded”"
            )
        content = self._inflate(member)
        if len(content) != member.size or _fast.crc32(content) != member.crc:
            raise DamagedFile(self.path, f"its part {member.name} does not match its checksum")
        self._expanded[member.name] = len(content)
        return content

    def write(
        self,
        replaced: Mapping[str, bytes | Deflated],
        *,
        added: Mapping[str, bytes | Deflated] | None = None,
        removed: AbstractSet[str] = NOTHING,
    ) -> bytes:
        """Build the file anew with some members replaced, added or removed; all others keep their bytes.

        Parameters
        ----------
        replaced
            New content of members, by their name in the archive.
        added
            Content of new members, put at the end in the order given.
        removed
            Names of the members to leave out.

        Returns
        -------
        bytes
            The new file; the very same bytes where nothing changes.
        """
        added = added or {}
        if not (replaced or added or removed):
            return self.data
        pile = _Pile()
        records: dict[str, bytes] = {}
        view = memoryview(self.data)
        ordered = sorted(self.members, key=lambda member: member.offset)
        pile.put(view[: ordered[0].offset if ordered else self._begin])
        for member in ordered:
            if member.name in removed:
                continue
            new = replaced.get(member.name)
            if new is None:
                records[member.name] = zip64.moved(member.record, RECORD.size, pile.size)
                pile.put(view[member.offset : member.stop])
            else:
                packed = _packed(new)
                records[member.name] = _repacked(member.record, packed, pile.size)
                pile.put(self._local_header(member, packed), packed.stream)
        directory = [records[member.name] for member in self.members if member.name in records]
        for name, new in added.items():
            packed = _packed(new)
            local, record = _fresh(name, packed, pile.size)
            pile.put(local, packed.stream)
            directory.append(record)
        begin = pile.size
        pile.put(*directory)
        end = list(END.unpack_from(self.data, self._end))
        numbers = [len(directory), len(directory), pile.size - begin, begin]
        if self._wide:
            moved = zip64.End(pile.size, len(directory), begin)
            pile.put(zip64.ending(self.data, self._wide, self._end, moved))
            absent = (zip64.MANY, zip64.MANY, zip64.WIDE, zip64.WIDE)
            numbers = [
                old if old == none else number
                for old, none, number in zip(end[3:7], absent, numbers, strict=True)
            ]
        end[3:7] = numbers
        pile.put(END.pack(*end), view[self._end + END.size :])
        return b"".join(pile.chunks)

    # ------------------------------------------------------------------ checks

    def _find_directory(self) -> tuple[int, zip64.End | None, int, int]:
        data = self.data
        lowest = max(0, len(data) - END.size - 0xFFFF)
        found: list[tuple[int, zip64.End | None, int, int]] = []
        spot = data.rfind(END_MAGIC, lowest)
        while spot >= lowest:
            if spot + END.size <= len(data):
                _, disk, first, here, entries, size, begin, _ = END.unpack_from(data, spot)
                fits = (disk, first, here) == (0, 0, entries) and begin + size == spot
                if fits and (not entries or data.startswith(RECORD_MAGIC, begin)):
                    found.append((spot, None, entries, begin))
                wide = zip64.find_end(data, spot)
                if wide and entries in (wide.entries, zip64.MANY) and begin in (wide.begin, zip64.WIDE):
                    found.append((spot, wide, wide.entries, wide.begin))
            spot = data.rfind(END_MAGIC, lowest, spot)
        if not found:
            raise DamagedFile(self.path, "the file is damaged or was cut short: its zip directory is missing")
        if len(found) > 1:
            raise UnsafeFile(self.path, "the file has two zip directories")
        if found[0][2] > self.limits.entries:
            raise TooLarge(self.path, f"it holds {found[0][2]:,} parts", "“entries”")
        return found[0]

    def _records(self, entries: int) -> Iterator[Member]:
        data, spot = self.data, self._begin
        for _ in range(entries):
            if spot + RECORD.size > self._stop or not data.startswith(RECORD_MAGIC, spot):
                raise DamagedFile(self.path, "the file is damaged: its zip directory breaks off")
            fields = RECORD.unpack_from(data, spot)
            name_length, extra_length, comment_length = fields[10:13]
            stop = spot + RECORD.size + name_length + extra_length + comment_length
            names = spot + RECORD.size + name_length
            raw = data[spot + RECORD.size : names]
            flags, method = fields[3], fields[4]
            try:
                size, packed, offset = zip64.widened(
                    (fields[9], fields[8], fields[16]), data[names : names + extra_length]
                )
            except ValueError as error:
                raise DamagedFile(self.path, f"the file is damaged: {error}") from error
            member = Member(
                name=_decoded(raw, flags),
                record=data[spot:stop],
                flags=flags,
                method=method,
                crc=fields[7],
                packed=packed,
                size=size,
                offset=offset,
            )
            self._check_record(member, attributes=fields[15], system=fields[1] >> 8)
            yield member
            spot = stop
        if spot != self._stop:
            raise DamagedFile(self.path, "the file is damaged: its zip directory has a wrong length")

    def _check_record(self, member: Member, *, attributes: int, system: int) -> None:
        name = member.name
        pieces = name.replace("\\", "/").split("/")
        if member.flags & (ENCRYPTED | STRONG | MASKED):
            raise EncryptedFile(self.path)
        if member.method not in (STORED, DEFLATED) or member.flags & PATCHED:
            raise UnsafeFile(self.path, f"its part {name} is packed by an unknown method")
        if ".." in pieces or ":" in pieces[0] or any(ord(letter) < 32 for letter in name) or not name:
            raise UnsafeFile(self.path, f"it holds a part of the name {name!r}")
        if system == 3 and (attributes >> 16) & UNIX_KIND == UNIX_LINK:
            raise UnsafeFile(self.path, f"its part {name} is a symbolic link")
        if member.method == STORED and member.packed != member.size:
            raise DamagedFile(self.path, f"the sizes of its part {name} contradict each other")

    def _place(self, records: Iterator[Member]) -> tuple[Member, ...]:
        data, members = self.data, list(records)
        names: set[str] = set()
        for member in members:
            if spelled(member.name) in names:
                raise UnsafeFile(self.path, f"it holds the part {member.name} twice")
            names.add(spelled(member.name))
        ordered = sorted(range(len(members)), key=lambda index: members[index].offset)
        stops = [*(members[index].offset for index in ordered), self._begin][1:]
        for index, stop in zip(ordered, stops, strict=True):
            member = members[index]
            spot = member.offset
            if spot + LOCAL.size > stop or not data.startswith(LOCAL_MAGIC, spot):
                raise DamagedFile(
                    self.path, f"the file is damaged: its part {member.name} is not where it should be"
                )
            name_length, extra_length = LOCAL.unpack_from(data, spot)[9:11]
            begin = spot + LOCAL.size + name_length + extra_length
            if begin + member.packed > stop:
                raise UnsafeFile(self.path, f"its part {member.name} overlaps another one")
            raw = data[spot + LOCAL.size : spot + LOCAL.size + name_length]
            if raw != member.record[RECORD.size : RECORD.size + name_length]:
                raise UnsafeFile(self.path, f"its part {member.name} bears two names")
            members[index] = member._replace(data=begin, stop=stop)
        return tuple(members)

    def _inflate(self, member: Member) -> bytes:
        raw = memoryview(self.data)[member.data : member.data + member.packed]
        if member.method == STORED:
            return bytes(raw)
        inflater = _fast.decompressobj(-15)
        try:
            content: bytes = inflater.decompress(raw, member.size + 1)  # never more than was announced
        except (zlib.error, _fast.error) as error:
            raise DamagedFile(self.path, f"its part {member.name} cannot be unpacked") from error
        return content

    def _local_header(self, member: Member, packed: Deflated) -> bytes:
        fields = list(LOCAL.unpack_from(self.data, member.offset))
        names = member.offset + LOCAL.size
        name = self.data[names : names + fields[9]]
        extra = zip64.without(self.data[names + fields[9] : member.data])
        fields[1] = max(fields[1], 20)
        fields[2] &= ~DESCRIPTOR & 0xFFFF
        fields[3] = DEFLATED
        fields[6:11] = [packed.crc, len(packed.stream), packed.size, len(name), len(extra)]
        return LOCAL.pack(*fields) + name + extra


class _Pile:
    """Chunks of a file being put together."""

    def __init__(self) -> None:
        self.chunks: list[bytes | memoryview] = []
        self.size = 0

    def put(self, *chunks: bytes | memoryview) -> None:
        self.chunks += chunks
        self.size += sum(len(chunk) for chunk in chunks)


def _packed(new: bytes | Deflated) -> Deflated:
    return new if isinstance(new, Deflated) else deflate(new)


def _decoded(raw: bytes, flags: int) -> str:
    if flags & UTF8:
        return raw.decode("utf-8", "replace")
    return raw.decode("cp437")


def _repacked(record: bytes, packed: Deflated, offset: int) -> bytes:
    fields = list(RECORD.unpack_from(record))
    fields[2] = max(fields[2], 20)
    fields[3] &= ~DESCRIPTOR & 0xFFFF
    fields[4] = DEFLATED
    fields[7:10] = [packed.crc, len(packed.stream), packed.size]
    names = RECORD.size + fields[10]
    extra = record[names : names + fields[11]]
    if zip64.EXTRA in dict(zip64.fields_of(extra)):
        extra, comment = zip64.without(extra), record[names + fields[11] :]
        record, fields[11] = record[:names] + extra + comment, len(extra)
    fields[16] = offset
    return RECORD.pack(*fields) + record[RECORD.size :]


def _fresh(name: str, packed: Deflated, offset: int) -> tuple[bytes, bytes]:
    raw = name.encode("utf-8")
    flags = 0 if raw.isascii() else UTF8
    day, moment = 0x21, 0  # 1980-01-01, as Excel writes it
    common = (20, flags, DEFLATED, moment, day, packed.crc, len(packed.stream), packed.size, len(raw))
    local = LOCAL.pack(LOCAL_MAGIC, *common, 0) + raw
    record = RECORD.pack(RECORD_MAGIC, 20, *common, 0, 0, 0, 0, 0, offset) + raw
    return local, record
