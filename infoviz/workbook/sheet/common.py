"""What the sheets of a workbook share while they are edited: its parts, its formats and its strings."""

from functools import cached_property

from infoviz.workbook.container.markup import decode
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.parts import REFERENCE_NAMESPACES, Structure
from infoviz.workbook.sheet.draft import Draft
from infoviz.workbook.sheet.strings import SharedStrings, StringsText
from infoviz.workbook.sheet.styles import Styles, dangling, empty_styles

STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class Common:
    """What the sheets of a workbook share while they are edited.

    Parameters
    ----------
    package, structure
        The workbook as it was read or last saved.
    base
        Its shared strings, if they have been read already.

    Attributes
    ----------
    draft
        The parts that are about to change.
    base
        The shared strings as they were read, once they have been.
    """

    def __init__(self, package: Package, structure: Structure, base: StringsText | None) -> None:
        self.package = package
        self.structure = structure
        self.draft = Draft(package)
        self.base = base

    def read(self, part: str) -> bytes:
        """Return a part's text as it stands now."""
        return self.draft.text(part)

    @cached_property
    def styles(self) -> Styles:
        """The formats; a workbook without a styles part is given one."""
        part = self.structure.styles
        if part is None:
            part = "xl/styles.xml"
            kind = REFERENCE_NAMESPACES[self.structure.strict] + "/styles"
            text = empty_styles(strict=self.structure.strict)
            self.draft.add(part, text, STYLES_TYPE, source=self.structure.workbook, kind=kind)
        return Styles(part, self.draft.text(part), self._dangling)

    @cached_property
    def strings(self) -> SharedStrings | None:
        """The shared strings, if the workbook has a declared part of them."""
        if self.base is None:
            part = self.structure.strings
            if part is None or not self.package.content_type(part).endswith("sharedStrings+xml"):
                return None
            self.base = StringsText(part, decode(self.package.path, part, self.package.read(part)))
        return SharedStrings(self.base)

    @property
    def known_styles(self) -> Styles | None:
        """The formats, if they have been read."""
        return self.styles if "styles" in self.__dict__ else None

    @property
    def known_strings(self) -> SharedStrings | None:
        """The shared strings, if they have been read."""
        return self.strings if "strings" in self.__dict__ else None

    def shared(self, text: str) -> int | None:
        """Index of a text among the shared strings; None where the workbook has none."""
        return None if self.strings is None else self.strings.index(text)

    def _dangling(self, count: int) -> set[int]:
        """Find the formats beyond so many that the sheets refer to."""
        parts = [sheet.part for sheet in self.structure.sheets]
        texts = (decode(self.package.path, part, self.package.read(part)).text for part in parts)
        return {index for text in texts for index in dangling(text, count)}

    def put_styles(self) -> None:
        """Put the formats that have been added into their part."""
        if self.known_styles is not None and self.known_styles.changed:
            self.draft.put(self.known_styles.part, self.known_styles.result())

    def strings_result(self) -> tuple[StringsText | None, bool]:
        """Return the shared strings as they are to be written, if they have been read, and whether they are new."""
        if self.known_strings is None or not self.known_strings.changed:
            return self.base, False
        return self.known_strings.result(), True
