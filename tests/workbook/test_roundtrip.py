"""Any sequence of edits: both readers find the values, and all else is what it was."""

import io
import math
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

import infoviz.workbook
from infoviz.workbook.ranges import cell_name
from tests.workbook.making import make_workbook, sheet
from tests.workbook.rich import changed_parts, parts, rich

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

ROWS, COLUMNS = 12, 6
TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn"), blacklist_characters="_\x85\u2028\u2029"),
    max_size=12,
) | st.sampled_from(["yes", "no", "=1+1", " edge ", "a\nb", "<&>", "00123", "'", '"quoted"'])
VALUES = (
    TEXTS
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates(date(1900, 3, 1), date(9999, 12, 31))
    | st.none()
)
EDITS = st.lists(st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS), VALUES), min_size=1, max_size=12)

INLINE = 't="inlineStr"><is><t>some</t></is></c>'
FORMS = {
    "shared": make_workbook(
        '<row r="2" spans="1:2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1</v></c></row>'
        '<row r="7"><c r="C7" s="1"/></row>',
        shared=("yes", "no"),
    ),
    "inline": make_workbook(f'<row r="1"><c r="B1" {INLINE}</row><row r="5"/>'),
    "implicit": make_workbook(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c s='1'/><c><v>4</v></c></row>"
    ),
    "indented": make_workbook(
        sheet(f'\r\n  <row r="3">\r\n    <c r="B3"  {INLINE}\r\n <!-- </row> -->\r\n  </row>\r\n'),
        shared=("yes",),
    ),
    "empty": make_workbook(sheet("").replace("<sheetData></sheetData>", "<sheetData/>"), shared=("yes",)),
    "utf16": make_workbook(
        sheet("").replace("UTF-8", "UTF-16"),
        parts={"xl/worksheets/sheet1.xml": sheet('<row r="4"/>').replace("UTF-8", "UTF-16").encode("utf-16")},
    ),
    "1904": make_workbook('<row r="2"><c r="A2"><v>1</v></c></row>', properties='<workbookPr date1904="1"/>'),
}


def same(found: object, value: object) -> bool:
    """Whether a reader's value is the one that was written."""
    if value is None or value == "":
        return found in (None, "")
    if isinstance(found, datetime):
        found = found.date() if found.time() == datetime.min.time() else found
    if isinstance(value, bool) or isinstance(found, bool):
        return found is value
    if isinstance(value, (int, float)) and isinstance(found, (int, float)):
        return math.isclose(found, value, rel_tol=0, abs_tol=0)
    return type(found) is type(value) and found == value


def by_openpyxl(data: bytes) -> dict[tuple[int, int], object]:
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {(cell.row, cell.column): cell.value for line in page.iter_rows() for cell in line}


def by_calamine(data: bytes) -> dict[tuple[int, int], object]:
    page = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    lines = page.to_python(skip_empty_area=False)
    return {(row, column): value for row, line in enumerate(lines, 1) for column, value in enumerate(line, 1)}


@pytest.mark.parametrize("form", sorted(FORMS))
@settings(derandomize=True, deadline=None, max_examples=20)
@given(edits=EDITS, break_after=st.integers(0, 12))
def test_any_edits_of_any_form(form, edits, break_after):
    old = FORMS[form]
    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        path.write_bytes(old)
        book = infoviz.workbook.open(path)
        wanted: dict[tuple[int, int], object] = {}
        dated = {(7, 3), (3, 1)} if form in ("shared", "implicit") else set()
        for count, (row, column, value) in enumerate(edits):
            if form == "1904" and isinstance(value, date) and value < date(1904, 1, 1):
                continue
            if isinstance(value, date):
                dated.add((row, column))
            elif (row, column) in dated and isinstance(value, (int, float)):
                continue  # the cell keeps its format, and shows the number as a date
            book.set("Sheet1", cell_name(row, column), value)
            wanted[row, column] = value
            if count == break_after:
                book.save()
        book.save()
        new = path.read_bytes()
    assert changed_parts(old, new) <= {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}
    readers = [by_openpyxl(new)] if form == "utf16" else [by_openpyxl(new), by_calamine(new)]
    untouched = [by_openpyxl(old)] if form == "utf16" else [by_openpyxl(old), by_calamine(old)]
    for found, before in zip(readers, untouched, strict=True):
        for place, value in wanted.items():
            shown = found.get(place)
            assert same(shown, value), (place, value, shown)
        for place, value in before.items():
            if place not in wanted:
                assert same(found.get(place), value), (place, value)


@settings(derandomize=True, deadline=None, max_examples=15)
@given(
    records=st.lists(st.tuples(TEXTS.filter(bool), st.integers(0, 100)), min_size=1, max_size=5),
    edits=st.lists(st.tuples(st.integers(2, 5), st.integers(0, 100)), max_size=3),
)
def test_rows_appended_to_the_rich_workbook(records, edits):
    old = rich()
    with TemporaryDirectory() as folder:
        path = Path(folder, "rich.xlsm")
        path.write_bytes(old)
        book = infoviz.workbook.open(path)
        for row, score in edits:
            book.set("Contacts", f"E{row}", score)
        rows = [book.append("Contacts", {"A": name, "E": score}) for name, score in records]
        book.save()
        new = path.read_bytes()
    assert rows == list(range(6, 6 + len(records)))
    kept = changed_parts(old, new) & {name for name in parts(old) if "sheet2" in name or "sheet3" in name}
    assert not kept
    for found in (by_openpyxl(new), by_calamine(new)):
        for row, (name, score) in zip(rows, records, strict=True):
            assert same(found[row, 1], name)
            assert same(found[row, 5], score) or found[row, 5] == score
        for row, score in edits:
            assert found[row, 5] == dict(edits)[row]
            assert score in range(101)
