"""The parts of a package that are about to change, before anything is written."""

import re
from collections.abc import Iterable
from posixpath import dirname, relpath
from urllib.parse import unquote

from infoviz.workbook.container.archive import Deflated, spelled
from infoviz.workbook.container.deflate import is_joined, pressed
from infoviz.workbook.container.markup import Markup
from infoviz.workbook.container.package import CONTENT_TYPES, Package
from infoviz.workbook.container.tree import Splice, append_child, parse, prefix, quoted, splice

GROWTH = 0.18  # how much a file may grow because it is compressed faster than before
SLACK = 0.001  # how much it may grow for that at each further save

_ID = re.compile(r"rId(\d+)\Z")
_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


class Draft:
    """Collects the new text of parts, new parts and parts to leave out.

    Parameters
    ----------
    package
        The package as it was read.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, Markup] = {}
        self.packed: dict[str, Deflated] = {}
        self.added: dict[str, bytes] = {}
        self.removed: set[str] = set()
        self._room = GROWTH
        self._originals: dict[str, Markup] = {}

    def text(self, part: str) -> bytes:
        """Return a part's text in UTF-8 as it stands now."""
        if part in self.added:
            return self.added[part]
        part = self.package.find(part) or part
        if part in self.changed:
            return self.changed[part].text
        return self._original(part).text

    def put(self, part: str, text: bytes) -> None:
        """Give a part another text; nothing happens where it is the same."""
        if part in self.added:
            self.added[part] = text
            return
        part = self.package.find(part) or part
        original = self._original(part)
        if text == original.text:
            self.changed.pop(part, None)
        else:
            self.changed[part] = Markup(text, original.encoding, original.mark)

    def _original(self, part: str) -> Markup:
        if part not in self._originals:
            self._originals[part] = self.package.markup(part)
        return self._originals[part]

    def add(self, part: str, content: bytes, content_type: str, *, source: str, kind: str) -> str:
        """Add a part, declare its content type and relate another part to it.

        Parameters
        ----------
        part, content, content_type
            The new part.
        source
            The part that refers to it.
        kind
            The full type of the relationship.

        Returns
        -------
        str
            Id of the relationship.
        """
        self.added[part] = content
        types = self.text(CONTENT_TYPES)
        root = parse(types, CONTENT_TYPES)
        entry = b'<%sOverride PartName="/%s" ContentType="%s"/>' % (
            prefix(types, root),
            quoted(part),
            quoted(content_type),
        )
        self.put(CONTENT_TYPES, splice(types, [append_child(types, root, entry)]))
        return self._relate(source, part, kind)

    def remove(self, part: str, *, source: str) -> None:
        """Leave a part out, with its content type and the relationship that leads to it."""
        self.removed.add(part)
        types = self.text(CONTENT_TYPES)
        gone = [
            Splice(entry.start, entry.end, b"")
            for entry in parse(types, CONTENT_TYPES).every("Override")
            if spelled(unquote(entry.attributes.get("PartName", ""))) == spelled(part)
        ]
        self.put(CONTENT_TYPES, splice(types, gone))
        ids = {relation.id for relation in self.package.relations(source) if relation.target == part}
        name = self.package.relations_name(source)
        relations = self.text(name)
        gone = [
            Splice(entry.start, entry.end, b"")
            for entry in parse(relations, name).every("Relationship")
            if entry.attributes.get("Id") in ids
        ]
        self.put(name, splice(relations, gone))

    def write(self) -> bytes:
        """Build the whole file."""
        changed = {part: markup.encode(markup.text) for part, markup in self.changed.items()}
        replaced = self.packed | {
            part: pressed(text, self.allowance(part, len(text))) for part, text in changed.items()
        }
        added = {part: pressed(text, len(text)) for part, text in self.added.items()}
        return self.package.write(replaced, added=added, removed=frozenset(self.removed))

    def make_room(self, parts: Iterable[str]) -> None:
        """Share among the large parts that change the room by which the file may grow."""
        packed = sum(self.package.packed_size(part) for part in parts)
        self._room = GROWTH * len(self.package.data) / max(packed, 1)

    def allowance(self, part: str, size: int) -> int:
        """How many bytes a changed part of a size may take in the file."""
        settled = is_joined(self.package.stream(part))  # it has taken its room at an earlier save
        longer = max(1.0, size / max(self.package.size(part), 1))
        return int(self.package.packed_size(part) * longer * (1 + (SLACK if settled else self._room)))

    def _relate(self, source: str, part: str, kind: str) -> str:
        name = self.package.relations_name(source)
        if name not in self.added and not self.package.has(name):
            self.added[name] = _RELATIONS
        text = self.text(name)
        root = parse(text, name)
        numbers = [_ID.match(entry.attributes.get("Id", "")) for entry in root.children]
        identity = f"rId{max((int(number[1]) for number in numbers if number), default=0) + 1}"
        target = relpath("/" + part, "/" + dirname(source.replace("\\", "/")))
        entry = b'<%sRelationship Id="%s" Type="%s" Target="%s"/>' % (
            prefix(text, root),
            identity.encode(),
            quoted(kind),
            quoted(target),
        )
        edited = splice(text, [append_child(text, root, entry)])
        if name in self.added:
            self.added[name] = edited
        else:
            self.put(name, edited)
        return identity
