"""What must grow when a row is added below a list: filters, drop-downs, formats, tables, names and charts."""

from collections.abc import Iterator
from dataclasses import dataclass

from infoviz.workbook.container.parts import Structure
from infoviz.workbook.container.tree import Element, Splice, escape, parse, set_attributes, splice
from infoviz.workbook.formulas.references import grown
from infoviz.workbook.ranges import Range
from infoviz.workbook.sheet.draft import Draft
from infoviz.workbook.sheet.guards import TableText

FILTER_NAME = "_xlnm._FilterDatabase"
CHART_TYPES = ("drawingml.chart+xml", "chartex+xml")


@dataclass(frozen=True, slots=True)
class Growth:
    """A list that gets one more row.

    Attributes
    ----------
    sheet
        Name of its sheet.
    header, first, last
        Row of its headers, of its first and of its last record.
    left, right
        Its columns.
    target
        The row that is added, just below ``last``.
    """

    sheet: str
    header: int
    first: int
    last: int
    left: int
    right: int
    target: int

    def ends_here(self, area: Range) -> bool:
        """Whether a range of the list's columns ends exactly on its last record."""
        inside = self.left <= area.left and area.right <= self.right
        return inside and area.bottom == self.last and (area.top < self.last or self.last == self.first)

    def spans(self, area: Range) -> bool:
        """Whether a range holds a whole column of the list, with its header or without."""
        return self.ends_here(area) and area.top in (self.header, self.first)

    def spanning(self, area: Range) -> Range:
        """Grow a range that holds a whole column."""
        return area.taller(self.target) if self.spans(area) else area

    def ending(self, area: Range) -> Range:
        """Grow a range that ends on the last record."""
        return area.taller(self.target) if self.ends_here(area) else area


def grow_list(text: str, growth: Growth, taken: list[Range]) -> str:
    """Grow the ranges of an sqref that end on the last record, unless one in ``taken`` holds the new cells.

    Examples
    --------
    >>> growth = Growth("Contacts", 1, 2, 9, 1, 6, 10)
    >>> grow_list("F2:F9 B2", growth, [])
    'F2:F10 B2'
    """
    pieces = []
    for piece in text.split():
        try:
            area = Range.parse(piece)
        except ValueError:
            pieces.append(piece)
            continue
        new = growth.ending(area)
        added = Range(growth.target, area.left, growth.target, area.right)
        pieces.append(str(new) if new != area and not any(added.meets(one) for one in taken) else piece)
    return " ".join(pieces)


def grow_frame(frame: bytes, root: Element, growth: Growth) -> bytes:
    """Grow a worksheet's own filter, sort, drop-downs and conditional formats, those of the extension too."""
    return splice(frame, list(_frame_splices(frame, root, growth)))


def _frame_splices(frame: bytes, root: Element, growth: Growth) -> Iterator[Splice]:
    for element in root.every("autoFilter", "sortState"):
        yield from _filter_splices(frame, element, growth)
    for holder in root.every("dataValidations"):
        yield from _attribute_splices(frame, holder.every("dataValidation"), growth, exclusive=True)
    for element in root.every("conditionalFormatting"):
        yield from _attribute_splices(frame, [element], growth, exclusive=False)
    extensions = root.first("extLst")
    for element in extensions.walk() if extensions else ():
        if element.name not in ("dataValidation", "conditionalFormatting"):
            continue
        for place in element.every("sqref"):
            text = grow_list(place.text, growth, _ranges(place.text))
            if text != " ".join(place.text.split()):
                yield Splice(place.inner, place.close, escape(text))


def _attribute_splices(
    frame: bytes, elements: list[Element], growth: Growth, *, exclusive: bool
) -> Iterator[Splice]:
    every = [area for one in elements for area in _ranges(one.attributes.get("sqref", ""))]
    for element in elements:
        old = element.attributes.get("sqref", "")
        text = grow_list(old, growth, every if exclusive else _ranges(old))
        if text != " ".join(old.split()):
            yield set_attributes(frame, element, sqref=text)


def _ranges(text: str) -> list[Range]:
    found = []
    for piece in text.split():
        try:
            found.append(Range.parse(piece))
        except ValueError:
            continue
    return found


def _filter_splices(text: bytes, element: Element, growth: Growth) -> Iterator[Splice]:
    for one in element.walk():
        old = one.attributes.get("ref", "")
        if one.name not in ("autoFilter", "sortState", "sortCondition") or not old:
            continue
        new = grow_list(old, growth, [])
        if new != old:
            yield set_attributes(text, one, ref=new)


def grow_table(text: bytes, table: TableText, growth: Growth) -> bytes:
    """Grow a table's range by a row, and its filter and sort with it."""
    root = parse(text, table.part)
    pieces = [set_attributes(text, root, ref=str(table.range.taller(growth.target + table.totals)))]
    for element in root.every("autoFilter", "sortState"):
        pieces += _filter_splices(text, element, growth)
    return splice(text, pieces)


def grow_names(draft: Draft, workbook: str, growth: Growth) -> None:
    """Grow the defined names that hold a whole column of the list, and the hidden one of its filter."""
    text = draft.text(workbook)
    names = parse(text, workbook).first("definedNames")
    pieces = []
    for name in names.every("definedName") if names else []:
        known = name.attributes.get("name", "")
        if known.startswith("_xlnm.") and known != FILTER_NAME:
            continue
        rule = growth.ending if known == FILTER_NAME else growth.spanning
        new = grown(name.text, growth.sheet, rule)
        if new != name.text:
            pieces.append(Splice(name.inner, name.close, escape(new)))
    draft.put(workbook, splice(text, pieces))


def charts(structure: Structure) -> list[str]:
    """Name the parts that hold native charts."""
    package = structure.package
    return [name for name in package.names if package.content_type(name).endswith(CHART_TYPES)]


def grow_charts(draft: Draft, structure: Structure, growth: Growth) -> None:
    """Grow the series of charts that show a whole column of the list."""
    for part in charts(structure):
        text = draft.text(part)
        pieces = []
        for element in parse(text, part).walk():
            if element.name != "f" or not element.text:
                continue
            new = grown(element.text, growth.sheet, growth.spanning)
            if new != element.text:
                pieces.append(Splice(element.inner, element.close, escape(new)))
        draft.put(part, splice(text, pieces))
