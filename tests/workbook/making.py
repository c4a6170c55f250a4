"""Small workbooks built part by part, so that a test can say exactly what is in them."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = f"""{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" \
formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts><fonts count="1">\
<font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>\
</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>\
<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" \
borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" \
fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" \
borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" \
applyNumberFormat="1"/></cellXfs></styleSheet>"""
"""Cell styles: 0 General, 1 a date (built in), 2 a date (custom), 3 a number with a unit, 4 a time of day."""


def sheet(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet part around the XML of its rows."""
    return (
        f'{DECLARATION}<worksheet xmlns="{namespace}" xmlns:r="{OFFICE}">{before}<sheetData>{rows}</sheetData>'
        f"{after}</worksheet>"
    )


def strings(*items: str) -> str:
    """A shared strings part; an item that starts with ``<`` is taken as the inside of its ``<si>``."""
    inner = "".join(f"<si>{item if item.startswith('<') else f'<t>{item}</t>'}</si>" for item in items)
    return f'{DECLARATION}<sst xmlns="{MAIN}" count="{len(items)}" uniqueCount="{len(items)}">{inner}</sst>'


def relations(*entries: tuple[str, str, str]) -> str:
    """A relationships part from (id, kind, target) entries."""
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for identity, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def workbook(*names: str, extra: str = "", properties: str = "", namespace: str = MAIN) -> str:
    """A workbook part with sheets rId1, rId2, …"""
    inner = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return (
        f'{DECLARATION}<workbook xmlns="{namespace}" xmlns:r="{OFFICE}">{properties}<sheets>{inner}</sheets>'
        f"{extra}</workbook>"
    )


def content_types(parts: Mapping[str, object]) -> str:
    """A content types part for the usual parts."""
    kinds = {
        "xl/workbook.xml": "sheet.main",
        "xl/styles.xml": "styles",
        "xl/sharedStrings.xml": "sharedStrings",
        "xl/calcChain.xml": "calcChain",
    }
    overrides = ""
    for name in parts:
        kind = kinds.get(name)
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            kind = "worksheet"
        elif name.startswith("xl/tables/"):
            kind = "table"
        if kind:
            overrides += f'<Override PartName="/{name}" ContentType="{SHEETML}.{kind}+xml"/>'
    return (
        f'{DECLARATION}<Types xmlns="{TYPES}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def make_xlsx(parts: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """A zip of just these parts, in this order, with a fixed date."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def make_workbook(
    *rows: str,
    shared: tuple[str, ...] = (),
    properties: str = "",
    extra: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A whole workbook with one worksheet for every argument (the XML of its rows, or a whole part).

    ``parts`` adds parts or replaces the usual ones.
    """
    numbers = range(1, len(rows) + 1)
    names = [f"Sheet{number}" for number in numbers]
    entries = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    entries.append((f"rId{len(rows) + 1}", "styles", "styles.xml"))
    found: dict[str, str | bytes] = {
        f"xl/worksheets/sheet{number}.xml": row if row.startswith("<?xml") else sheet(row)
        for number, row in zip(numbers, rows, strict=True)
    }
    found["xl/styles.xml"] = STYLES
    if shared:
        found["xl/sharedStrings.xml"] = strings(*shared)
        entries.append((f"rId{len(rows) + 2}", "sharedStrings", "sharedStrings.xml"))
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": "",
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(*names, extra=extra, properties=properties),
        "xl/_rels/workbook.xml.rels": relations(*entries),
    }
    whole |= found | dict(parts or {})
    if not whole["[Content_Types].xml"]:
        whole["[Content_Types].xml"] = content_types(whole)
    return make_xlsx(whole)
