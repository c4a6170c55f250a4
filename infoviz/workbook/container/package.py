"""A workbook's package: its parts, their content types and the relationships between them."""

import hashlib
import posixpath
import stat
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import unquote

from infoviz.errors import DamagedFile, EncryptedFile, FileMissing, NotAFile, TooLarge, UnreadableFile
from infoviz.workbook.container.archive import NOTHING, Archive, Deflated, Member, deflate, spelled
from infoviz.workbook.container.markup import Markup, decode, parse
from infoviz.workbook.limits import DEFAULT, MEBIBYTE, Limits

__all__ = ["Deflated", "Limits", "Package", "Relation", "deflate", "read_file"]

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of encrypted workbooks and of old .xls
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"


class Relation(NamedTuple):
    """A relationship from one part to another.

    Attributes
    ----------
    id, type
        As written. The last word of the type tells its kind: ``type.rpartition("/")[2]``.
    target
        The part's name as it stands in the package; for an external one, or where there is no such part,
        the target as written.
    external
        True where the target lies outside the package.
    """

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, such as ``"worksheet"``."""
        return self.type.rpartition("/")[2]


def read_file(path: Path, limits: Limits = DEFAULT) -> bytes:
    """Read a whole file, as far as the limits allow.

    Raises
    ------
    FileMissing, NotAFile, TooLarge, UnreadableFile
        With the remedy.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(path)
        with path.open("rb") as stream:
            data = stream.read(limits.file + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except PermissionError as error:
        remedy = "Close the program that holds it, or ask its owner for the right to read it."
        raise UnreadableFile(path, "you may not read this file", remedy) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            path, f"this file cannot be read ({error})", "Copy it to this machine first."
        ) from error
    if len(data) > limits.file:
        raise TooLarge(path, f"it is larger than {limits.file / MEBIBYTE:,.0f} MiB", "“file”")
    if not data:
        raise UnreadableFile(path, "this file is empty (0 bytes)", "Take an earlier copy of it.")
    return data


class Package:
    """The parts of a workbook, checked, and read one by one.

    Part names are looked up without regard to case, leading slash and kind of slash.

    Parameters
    ----------
    path
        The file's path, for messages.
    data
        The whole file.
    limits
        What it may ask of the machine.

    Attributes
    ----------
    data
        The file's bytes as they were read.
    """

    def __init__(self, path: Path, data: bytes, limits: Limits = DEFAULT) -> None:
        if data.startswith(COMPOUND):
            if ENCRYPTED_STREAM in data:
                raise EncryptedFile(path)
            remedy = "Open it in Excel or LibreOffice and save it as .xlsx."
            raise UnreadableFile(path, "this is an old .xls workbook", remedy)
        self.path = path
        self.data = data
        self.limits = limits
        self._archive = Archive(path, data, limits)
        self._members: dict[str, Member] = {
            spelled(member.name): member for member in self._archive.members if not member.folder
        }

    @classmethod
    def open(cls, path: Path | str, limits: Limits = DEFAULT) -> Self:
        """Read a file and check it; nothing of it is inflated yet."""
        path = Path(path)
        return cls(path, read_file(path, limits), limits)

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the file as it was read, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parts, as written, in the order of the directory."""
        return tuple(member.name for member in self._members.values())

    def find(self, name: str) -> str | None:
        """Name of a part as the package spells it; None where there is none."""
        member = self._members.get(spelled(name))
        return member.name if member else None

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return spelled(name) in self._members

    def read(self, name: str) -> bytes:
        """Inflate a part under the byte budget and check its CRC.

        Raises
        ------
        DamagedFile
            Where there is no such part or it does not match its checksum.
        TooLarge
            Beyond the limits.
        """
        member = self._members.get(spelled(name))
        if member is None:
            raise DamagedFile(self.path, f"its part {name} is missing")
        return self._archive.read(member)

    def raw(self, name: str) -> memoryview:
        """Bytes of a part in the file as they are: local header, compressed data, descriptor."""
        member = self._members[spelled(name)]
        return memoryview(self.data)[member.offset : member.stop]

    def packed_size(self, name: str) -> int:
        """How many bytes a part takes in the file, compressed; 0 where there is none."""
        member = self._members.get(spelled(name))
        return member.packed if member else 0

    def stream(self, name: str) -> memoryview:
        """Compressed data of a part as they are in the file; nothing where there is none."""
        member = self._members.get(spelled(name))
        begin, length = (member.data, member.packed) if member else (0, 0)
        return memoryview(self.data)[begin : begin + length]

    def size(self, name: str) -> int:
        """How many bytes a part takes once inflated, as the file says; 0 where there is none."""
        member = self._members.get(spelled(name))
        return member.size if member else 0

    def markup(self, name: str) -> Markup:
        """Read a small XML part (styles, workbook, relationships, a table), brought to UTF-8."""
        member = self._members.get(spelled(name))
        if member is not None and member.size > self.limits.markup and not self._holds_cells(name):
            size = self.limits.markup / MEBIBYTE
            raise TooLarge(self.path, f"its part {name} is larger than {size:,.0f} MiB", "“markup”")
        return decode(self.path, name, self.read(name))

    def content_type(self, name: str) -> str:
        """Content type of a part; empty where none is declared."""
        defaults, overrides = self._content_types
        own = spelled(name)
        return overrides.get(own) or defaults.get(own.rpartition(".")[2], "")

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """Relationships of a part (of the package itself for the empty name), in the order written."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def relations_name(self, name: str = "") -> str:
        """Name that the part holding another part's relationships has, or would have."""
        actual = (self.find(name) or name).replace("\\", "/")
        folder, _, base = actual.rpartition("/")
        wanted = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        return self.find(wanted) or wanted

    def write(
        self,
        replaced: Mapping[str, bytes | Deflated],
        *,
        added: Mapping[str, bytes | Deflated] | None = None,
        removed: AbstractSet[str] = NOTHING,
    ) -> bytes:
        """Build the file anew with some parts replaced, added or removed.

        Every other part keeps its bytes, the compressed ones included, and its place; without changes the
        result is the very file that was read. Names may be spelled in any way that :meth:`find` knows.
        """
        return self._archive.write(
            {self._known(name): new for name, new in replaced.items()},
            added=added,
            removed={self._known(name) for name in removed},
        )

    @cached_property
    def _relations(self) -> dict[str, tuple[Relation, ...]]:
        return {}

    @cached_property
    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            kind = attributes.get("ContentType", "")
            if tag.endswith(" Default"):
                defaults[attributes.get("Extension", "").casefold()] = kind
            elif tag.endswith(" Override"):
                overrides[spelled(unquote(attributes.get("PartName", "")))] = kind

        if self.has(CONTENT_TYPES):
            parse(self.path, CONTENT_TYPES, self.markup(CONTENT_TYPES), start, limits=self.limits)
        return defaults, overrides

    def _holds_cells(self, name: str) -> bool:
        """Whether a part is one of those that may be large: a sheet, or the shared texts."""
        if spelled(name) == spelled(CONTENT_TYPES):
            return False
        return self.content_type(name).endswith(("worksheet+xml", "sharedStrings+xml"))

    def _known(self, name: str) -> str:
        actual = self.find(name)
        if actual is None:
            raise DamagedFile(self.path, f"its part {name} is missing")
        return actual

    def _read_relations(self, name: str) -> tuple[Relation, ...]:
        part = self.relations_name(name)
        if not self.has(part):
            return ()
        base = posixpath.dirname((self.find(name) or name).replace("\\", "/"))
        found: list[Relation] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if not tag.endswith(" Relationship"):
                return
            external = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            if not external:
                target = self._resolve(base, target) or target
            found.append(Relation(attributes.get("Id", ""), attributes.get("Type", ""), target, external))

        parse(self.path, part, self.markup(part), start, limits=self.limits)
        return tuple(found)

    def _resolve(self, base: str, target: str) -> str | None:
        for written in (target, unquote(target)):
            path = written.partition("#")[0].replace("\\", "/")
            joined = path if path.startswith("/") else f"{base}/{path}"
            # some writers leave out the slash before an absolute name: "xl/worksheets/sheet1.xml" within xl/
            for candidate in (posixpath.normpath(joined.lstrip("/") or "."), path.lstrip("/")):
                actual = self.find(candidate)
                if actual:
                    return actual
        return None
