"""A workbook that holds what other libraries lose, made by XlsxWriter and finished part by part."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime

import xlsxwriter

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"

HEADERS = ["Name", "Organization", "Stage", "Asked", "Score", "Double"]
PEOPLE = [
    ("Ada Example", "Northwind", "asked", 46300, 3.25),
    ("Ben Sample", "Contoso", "met", 46310, 4.5),
    ("Cy Fiction", "Fabrikam", "asked", 46320, 0.1),
    ("Dee Madeup", "Northwind", "declined", 46330, 17.000000000000004),
]


def png() -> bytes:
    """A picture of one blue point."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\0\x20\x40\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def written() -> bytes:
    """The part of it that XlsxWriter can write."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 11, 1)})
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        bold = book.add_format({"bold": True, "font_color": "#C00000"})
        sheet = book.add_worksheet("Contacts")
        for row, person in enumerate(PEOPLE, start=1):
            for column, value in enumerate(person):
                sheet.write(row, column, value, day if column == 3 else None)
            sheet.write_formula(row, 5, f"=E{row + 1}*2", None, person[4] * 2)
        sheet.add_table(
            0, 0, len(PEOPLE), 5, {"name": "People", "columns": [{"header": name} for name in HEADERS]}
        )
        sheet.set_row(4, 21)
        sheet.data_validation("C2:C5", {"validate": "list", "source": ["asked", "met", "declined"]})
        sheet.conditional_format("E2:E5", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format(
            "C2:C5", {"type": "text", "criteria": "containing", "value": "met", "format": bold}
        )
        sheet.write_rich_string("H2", "half ", bold, "bold")
        sheet.write_comment("A2", "A note about Ada")
        sheet.add_sparkline("G2", {"range": "Contacts!E2:E5"})
        sheet.insert_image("J2", "point.png", {"image_data": io.BytesIO(png())})
        sheet.insert_textbox("J8", "A shape with text")
        sheet.insert_button("J14", {"caption": "Press"})
        sheet.freeze_panes(1, 1)
        sheet.set_column("A:A", 24)
        sheet.set_header("&CTracker")
        summary = book.add_worksheet("Summary")
        summary.write_formula("A1", "=SUM(Contacts!E2:E5)", None, 24.85)
        summary.write_formula("A2", '=COUNTIF(People[Stage],"asked")', None, 2)
        chart = book.add_chart({"type": "column"})
        chart.add_series(
            {
                "name": "=Contacts!$E$1",
                "categories": "=Contacts!$A$2:$A$5",
                "values": "=Contacts!$E$2:$E$5",
                "fill": {"color": "#00B050"},
                "data_labels": {"value": True, "font": {"bold": True}},
                "trendline": {"type": "linear"},
            }
        )
        chart.set_title({"name": "Scores", "name_font": {"size": 18, "color": "#7030A0"}})
        summary.insert_chart("C2", chart)
        book.define_name("Scores", "=Contacts!$E$2:$E$5")
        book.add_worksheet("Pivot").write_row("A1", ["Stage", "People"])
    return stream.getvalue()


def rebuilt(
    data: bytes,
    *,
    added: Mapping[str, str | bytes] | None = None,
    changed: Mapping[str, Callable[[str], str]] | None = None,
    without: tuple[str, ...] = (),
) -> bytes:
    """The same zip with parts added, changed or left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename in without:
                continue
            content = old.read(entry)
            if changed and entry.filename in changed:
                content = changed[entry.filename](content.decode()).encode()
            new.writestr(
                zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
        for name, content in (added or {}).items():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _before(text: str, mark: str, inserted: str) -> str:
    start, found, end = text.rpartition(mark)
    assert found
    return start + inserted + mark + end


def _relations(*entries: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in entries
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PKG}">{inner}</Relationships>'


X14_VALIDATION = (
    f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{X14}"><x14:dataValidations '
    f'xmlns:xm="{XM}" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Summary!$A$1:$A$2'
    "</xm:f></x14:formula1><xm:sqref>B2:B5</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
)
PARTS: dict[str, str | bytes] = {
    "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
    "customXml/item1.xml": '<notes xmlns="urn:example:notes"><note>kept</note></notes>',
    "customXml/_rels/item1.xml.rels": _relations(("rId1", f"{R}/customXmlProps", "itemProps1.xml")),
    "customXml/itemProps1.xml": '<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}" xmlns:r="{R}"><externalBook r:id="rId1">'
    '<sheetNames><sheetName val="Rates"/></sheetNames></externalBook></externalLink>',
    "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="rId1" '
    f'Type="{R}/externalLinkPath" Target="rates.xlsx" TargetMode="External"/></Relationships>',
    "xl/threadedComments/threadedComment1.xml": "<ThreadedComments "
    'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" '
    'dT="2026-11-01T10:00:00.00" personId="{AAAAAAAA-0000-0000-0000-000000000001}" '
    'id="{BBBBBBBB-0000-0000-0000-000000000001}"><text>Ask again?</text></threadedComment></ThreadedComments>',
    "xl/persons/person.xml": "<personList "
    'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ada" '
    'id="{AAAAAAAA-0000-0000-0000-000000000001}" userId="ada" providerId="None"/></personList>',
    "xl/ctrlProps/ctrlProp1.xml": f'<formControlPr xmlns="{X14}" objectType="CheckBox" fmlaLink="$H$9"/>',
    "xl/slicerCaches/slicerCache1.xml": f'<slicerCacheDefinition xmlns="{X14}" name="Slicer_Stage" '
    'sourceName="Stage"/>',
    "xl/slicers/slicer1.xml": f'<slicers xmlns="{X14}"><slicer name="Stage" cache="Slicer_Stage" rowHeight="225425"/>'
    "</slicers>",
    "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{R}" r:id="rId1" '
    'refreshOnLoad="0" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:F5" '
    'sheet="Contacts"/></cacheSource><cacheFields count="1"><cacheField name="Stage" numFmtId="0"><sharedItems '
    'count="2"><s v="asked"/><s v="met"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": _relations(
        ("rId1", f"{R}/pivotCacheRecords", "pivotCacheRecords1.xml")
    ),
    "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords xmlns="{MAIN}" count="2"><r><x v="0"/></r><r>'
    '<x v="1"/></r></pivotCacheRecords>',
    "xl/pivotTables/pivotTable1.xml": f'<pivotTableDefinition xmlns="{MAIN}" name="Stages" cacheId="1" '
    'dataCaption="Values"><location ref="A1:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields '
    'count="1"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/>'
    '<item t="default"/></items></pivotField></pivotFields><rowFields count="1"><field x="0"/></rowFields>'
    "</pivotTableDefinition>",
    "xl/pivotTables/_rels/pivotTable1.xml.rels": _relations(
        ("rId1", f"{R}/pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
    ),
    "xl/worksheets/_rels/sheet3.xml.rels": _relations(
        ("rId1", f"{R}/pivotTable", "../pivotTables/pivotTable1.xml")
    ),
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 a stub of macros",
    "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}">'
    + "".join(f'<c r="F{row}" i="1"/>' for row in range(2, 6))
    + '<c r="A1" i="2"/><c r="A2" i="2"/></calcChain>',
}
CONTENT_TYPES = {
    "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "/xl/externalLinks/externalLink1.xml": f"{SHEETML}.externalLink+xml",
    "/xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
    "/xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
    "/xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
    "/xl/slicerCaches/slicerCache1.xml": "application/vnd.ms-excel.slicerCache+xml",
    "/xl/slicers/slicer1.xml": "application/vnd.ms-excel.slicer+xml",
    "/xl/pivotCache/pivotCacheDefinition1.xml": f"{SHEETML}.pivotCacheDefinition+xml",
    "/xl/pivotCache/pivotCacheRecords1.xml": f"{SHEETML}.pivotCacheRecords+xml",
    "/xl/pivotTables/pivotTable1.xml": f"{SHEETML}.pivotTable+xml",
    "/xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
    "/xl/calcChain.xml": f"{SHEETML}.calcChain+xml",
}


def _types(text: str) -> str:
    entries = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in CONTENT_TYPES.items()
    )
    text = text.replace(
        '<Default Extension="xml"',
        f'<Default Extension="bin" ContentType="{SHEETML}.printerSettings"/><Default Extension="xml"',
        1,
    )
    return _before(text, "</Types>", entries)


def _workbook(text: str) -> str:
    text = text.replace(
        "</sheets>", '</sheets><externalReferences><externalReference r:id="rId901"/></externalReferences>', 1
    )
    text = text.replace(' fullCalcOnLoad="1"', "", 1)
    pivots = '<pivotCaches><pivotCache cacheId="1" r:id="rId902"/></pivotCaches>'
    slicers = (
        f'<extLst><ext uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}" xmlns:x14="{X14}"><x14:slicerCaches>'
        '<x14:slicerCache r:id="rId903"/></x14:slicerCaches></ext></extLst>'
    )
    return _before(text, "</workbook>", pivots + slicers)


def _workbook_relations(text: str) -> str:
    entries = (
        ("rId901", f"{R}/externalLink", "externalLinks/externalLink1.xml"),
        ("rId902", f"{R}/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
        (
            "rId903",
            "http://schemas.microsoft.com/office/2007/relationships/slicerCache",
            "slicerCaches/slicerCache1.xml",
        ),
        ("rId904", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"),
        ("rId905", f"{R}/customXml", "../customXml/item1.xml"),
        ("rId906", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
        ("rId907", f"{R}/calcChain", "calcChain.xml"),
    )
    inner = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in entries
    )
    return _before(text, "</Relationships>", inner)


def _sheet_relations(text: str) -> str:
    entries = (
        ("rId901", f"{R}/printerSettings", "../printerSettings/printerSettings1.bin"),
        (
            "rId902",
            "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        ("rId903", "http://schemas.microsoft.com/office/2007/relationships/slicer", "../slicers/slicer1.xml"),
        ("rId904", f"{R}/ctrlProp", "../ctrlProps/ctrlProp1.xml"),
    )
    inner = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in entries
    )
    return _before(text, "</Relationships>", inner)


def rich(*, extension: str = "xlsm") -> bytes:
    """The whole workbook: table, chart, picture, shape, slicer, pivot, sparkline, notes, controls, macros, ..."""
    kind = (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        if extension == "xlsm"
        else f"{SHEETML}.sheet.main+xml"
    )
    return rebuilt(
        written(),
        added=PARTS,
        changed={
            "[Content_Types].xml": lambda text: _types(text).replace(f"{SHEETML}.sheet.main+xml", kind),
            "xl/workbook.xml": _workbook,
            "xl/_rels/workbook.xml.rels": _workbook_relations,
            "xl/worksheets/sheet1.xml": lambda text: _before(text, "</extLst>", X14_VALIDATION).replace(
                "<v>17</v>", "<v>17.000000000000004</v>", 1
            ),
            "xl/worksheets/_rels/sheet1.xml.rels": _sheet_relations,
        },
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Every part's content."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def raw_parts(data: bytes) -> dict[str, bytes]:
    """Every part's compressed bytes."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
            start = entry.header_offset + 30 + name + extra
            found[entry.filename] = data[start : start + entry.compress_size]
    return found


def changed_parts(old: bytes, new: bytes) -> set[str]:
    """Names of the parts that are new, gone, or not the same down to their compressed bytes."""
    before, after = raw_parts(old), raw_parts(new)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def replaced_bytes(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """The one stretch in which two texts differ."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[start : len(old) - end], new[start : len(new) - end]
