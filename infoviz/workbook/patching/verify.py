"""Proof that a patched file holds the edits and nothing else has changed, before it replaces the old one."""

from collections.abc import Mapping

from infoviz.errors import VerificationFailed
from infoviz.workbook.container.archive import Deflated
from infoviz.workbook.container.deflate import SMALL, Squeezed, crc32, joined, squeeze_all, unsqueeze
from infoviz.workbook.container.package import Package
from infoviz.workbook.container.tree import Element, check_well_formed
from infoviz.workbook.sheet.content import Content, escaped_text
from infoviz.workbook.sheet.draft import Draft
from infoviz.workbook.sheet.results import results
from infoviz.workbook.sheet.rows import CellText
from infoviz.workbook.sheet.sheetdraft import SheetDraft
from infoviz.workbook.sheet.sheettext import SheetText
from infoviz.workbook.sheet.strings import StringsText


def packed_sheet(text: SheetText, allowance: int) -> tuple[Deflated, SheetText]:
    """Compress a sheet by chunks, those alone that are not yet, and remember how.

    Raises
    ------
    VerificationFailed
        A chunk does not come back from its compressed form.
    """
    pieces = [text.style.encode(piece) for piece in text.pieces()]
    if text.style.mark:
        mark = len(text.style.mark)
        pieces = [pieces[0], *(piece[mark:] for piece in pieces[1:])]
    if len(text.chunks) < 2:
        return joined(_squeezed(text.part, [(b"".join(pieces), None)], allowance)), text
    known = [None, *(chunk.squeezed for chunk in text.chunks), None]
    squeezed = _squeezed(text.part, list(zip(pieces, known, strict=True)), allowance)
    return joined(squeezed), text.with_squeezed(squeezed[1:-1])


def packed_strings(strings: StringsText, allowance: int) -> tuple[Deflated, StringsText]:
    """Compress the shared strings by chunks, those alone that are not yet, and remember how.

    Raises
    ------
    VerificationFailed
        A chunk does not come back from its compressed form, or is no longer what was compressed.
    """
    chunks = list(strings.chunks())
    if any(known is not None and crc32(chunk) != known.crc for chunk, known in chunks):
        raise VerificationFailed(strings.part, "a text has changed that was to stay")
    if len(chunks) < 4:
        whole = b"".join(chunk for chunk, _ in chunks)
        return joined(_squeezed(strings.part, [(whole, None)], allowance)), strings
    squeezed = _squeezed(strings.part, chunks, allowance)
    return joined(squeezed), strings.with_squeezed(squeezed)


def _squeezed(part: str, chunks: list[tuple[bytes, Squeezed | None]], allowance: int) -> list[Squeezed]:
    size = sum(len(chunk) for chunk, _ in chunks)
    squeezed = squeeze_all(chunks, size, allowance)
    for (chunk, known), new in zip(chunks, squeezed, strict=True):
        if known is None and unsqueeze(new) != chunk:
            raise VerificationFailed(part, "it does not come back from its compressed form")
    return squeezed


def verify(
    package: Package,
    draft: Draft,
    data: bytes,
    sheets: Mapping[str, SheetDraft],
    texts: Mapping[str, SheetText],
) -> Package:
    """Check a file that is about to be written, and give its parts.

    Parameters
    ----------
    package
        The file as it was read.
    draft
        What was to change.
    data
        The new file.
    sheets, texts
        The edited sheets and their new text, by part.

    Raises
    ------
    VerificationFailed
        A part that had to stay has changed, a changed part is not what it was to be, or an edited cell does not
        read back.
    """
    new = Package(package.path, data, package.limits)
    touched = {*draft.changed, *draft.packed, *draft.removed}
    for name in package.names:
        if name not in touched and (not new.has(name) or bytes(new.raw(name)) != bytes(package.raw(name))):
            raise VerificationFailed(name, "it has changed although nothing in it was edited")
    for name, markup in draft.changed.items():
        if new.read(name) != markup.encode(markup.text):
            raise VerificationFailed(name, "it does not read back")
        if len(markup.text) < SMALL:
            check_well_formed(markup.text, name)
    for name, content in draft.added.items():
        if new.read(name) != content:
            raise VerificationFailed(name, "it does not read back")
    for name, packed in draft.packed.items():
        if bytes(new.raw(name)[-len(packed.stream) :]) != packed.stream:
            raise VerificationFailed(name, "it does not read back")
    for name, sheet in sheets.items():
        _verify_sheet(sheet, texts[name], draft)
    return new


def _verify_sheet(sheet: SheetDraft, text: SheetText, draft: Draft) -> None:
    if text.size < SMALL:
        check_well_formed(b"".join(text.pieces()), text.part)
    rows: dict[int, dict[int, Content]] = {}
    for (row, column), content in sheet.cells.items():
        rows.setdefault(row, {})[column] = content
    for number, contents in rows.items():
        line = text.row(number)
        for column, content in contents.items():
            cell = line.cell(column) if line else None
            if not _holds(cell, content, sheet):
                where = f"row {number}, column {column} does not hold what was written"
                raise VerificationFailed(text.part, where)
    cleared: dict[int, list[int]] = {}
    for row, column in sheet.cleared:
        cleared.setdefault(row, []).append(column)
    for left in results(text, cleared):
        raise VerificationFailed(text.part, f"row {left.row}, column {left.column} still holds a result")


def _holds(cell: CellText | None, content: Content, sheet: SheetDraft) -> bool:
    if cell is None:
        return content.kind == "blank"
    value = cell.element.first("v")
    kind = cell.element.attributes.get("t", "n")
    written = value.text if value is not None else ""
    match content.kind:
        case "blank":
            return not cell.filled
        case "kept":
            return True
        case "number":
            return kind == "n" and written == content.text and cell.formula is None
        case "boolean":
            return kind == "b" and written == content.text and cell.formula is None
        case "formula":
            return cell.formula is not None and cell.formula.text == content.text
        case "text" if kind == "s":
            return written == str(sheet.common.shared(content.text))
    inline = cell.element.first("is")
    return inline is not None and _inline_text(inline) == escaped_text(content.text)


def _inline_text(inline: Element) -> str:
    return "".join(child.text for child in inline.every("t"))
