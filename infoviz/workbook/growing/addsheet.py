"""A new, empty worksheet at the end of a workbook."""

import re

from infoviz.errors import EditRefused
from infoviz.workbook.container.archive import spelled
from infoviz.workbook.container.parts import REFERENCE_NAMESPACES, TRUE, Sheet, Structure
from infoviz.workbook.container.tree import append_child, attributes, parse, prefix, quoted, splice, whole
from infoviz.workbook.sheet.draft import Draft

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
LONGEST_NAME = 31

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def check_name(name: str, structure: Structure, taken: list[str]) -> None:
    """Refuse a name that Excel does not allow a sheet, or that another sheet has.

    Raises
    ------
    EditRefused
        With the remedy.
    """
    bad = _FORBIDDEN.search(name)
    units = len(name) + sum(character > "\uffff" for character in name)
    reason = ""
    if not name.strip():
        reason = "a sheet must have a name"
    elif bad:
        reason = f"the name of a sheet may not hold {bad[0]!r}"
    elif units > LONGEST_NAME:
        reason = f"the name of a sheet has at most {LONGEST_NAME} characters"
    elif name.startswith("'") or name.endswith("'"):
        reason = "the name of a sheet may not begin or end with an apostrophe"
    elif name.casefold() == "history":
        reason = "Excel keeps the name History for itself"
    elif name.casefold() in {known.casefold() for known in (*(s.name for s in structure.sheets), *taken)}:
        reason = "the workbook has a sheet of that name"
    if reason:
        raise EditRefused(name, "", reason, "Choose another name.")


def add_sheet(name: str, draft: Draft, structure: Structure) -> Sheet:
    """Add an empty worksheet behind the last one.

    Parameters
    ----------
    name
        Its name, which has been checked.
    draft, structure
        The workbook.

    Returns
    -------
    Sheet
        The new sheet.
    """
    workbook = structure.workbook
    part = _free_part(draft, structure)
    space = structure.namespace
    text = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{space}">'
        "<sheetData/></worksheet>"
    )
    kind = REFERENCE_NAMESPACES[structure.strict] + "/worksheet"
    identity = draft.add(part, text.encode(), SHEET_TYPE, source=workbook, kind=kind)
    root_text = draft.text(workbook)
    root = parse(root_text, workbook)
    protection = root.first("workbookProtection")
    if protection is not None and protection.attributes.get("lockStructure", "0") in TRUE:
        reason = "the workbook's structure is protected"
        raise EditRefused(name, "", reason, "Take the protection away in Excel (Review > Protect Workbook).")
    sheets = root.first("sheets")
    if sheets is None:
        raise EditRefused(name, "", "the workbook has no list of sheets", "Save it anew in Excel.")
    own = prefix(root_text, sheets)
    numbers = [whole(one.attributes.get("sheetId")) for one in sheets.every("sheet")]
    number = max(numbers, default=0) + 1
    reference, declared = _reference_prefix(root_text[root.start : root.inner], structure)
    entry = b'<%ssheet name="%s" sheetId="%d"%s %s:id="%s"/>' % (
        own,
        quoted(name),
        number,
        declared,
        reference,
        identity.encode(),
    )
    draft.put(workbook, splice(root_text, [append_child(root_text, sheets, entry)]))
    return Sheet(name, part, "worksheet", "visible", identity, number)


def _free_part(draft: Draft, structure: Structure) -> str:
    """Name a part that is not there yet, in the folder of the other sheets."""
    first = next((sheet.part for sheet in structure.sheets if sheet.kind == "worksheet"), "")
    folder = first.replace("\\", "/").lstrip("/").rpartition("/")[0] or "xl/worksheets"
    taken = {spelled(name) for name in (*structure.package.names, *draft.added)}
    number = 1
    while spelled(f"{folder}/sheet{number}.xml") in taken:
        number += 1
    return f"{folder}/sheet{number}.xml"


def _reference_prefix(tag: bytes, structure: Structure) -> tuple[bytes, bytes]:
    """Prefix of the relationships' namespace in the workbook, and its declaration where it has none."""
    space = REFERENCE_NAMESPACES[structure.strict].encode()
    for name, value in attributes(tag).items():
        if value == space and name.startswith(b"xmlns:"):
            return name[6:], b""
    return b"r", b' xmlns:r="%s"' % space
