"""The columns of a workbook that is being edited are those of the file that a save would write, whatever was done."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import infoviz.workbook
from infoviz.errors import EditRefused, NoSuchSheet
from infoviz.grid import Grid
from infoviz.workbook import Workbook
from tests.workbook.making import MAIN, make_workbook
from tests.workbook.rich import rich

DAY = date(2026, 11, 20)
SHEETS = {
    "rich": (rich, ("Contacts", "Summary")),
    "inline": (
        lambda: make_workbook('<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="4"/>'),
        ("Sheet1",),
    ),
    "shared": (
        lambda: make_workbook(
            '<row r="2" spans="1:3"><c r="A2" t="s"><v>0</v></c></row>'
            '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="b"><v>1</v></c></row>',
            shared=("one", "two"),
        ),
        ("Sheet1",),
    ),
    "prefixed": (
        lambda: make_workbook(
            f'<?xml version="1.0"?>\n<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2">'
            '<x:c r="A2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>'
            '<x:mergeCells count="1"><x:mergeCell ref="A5:B5"/></x:mergeCells></x:worksheet>',
            shared=("one",),
            properties='<workbookPr date1904="1"/>',
        ),
        ("Sheet1",),
    ),
    "without numbers": (
        lambda: make_workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        ("Sheet1",),
    ),
}


def same(left: Grid, right: Grid) -> bool:
    """Compare two readings of a sheet, bit by bit."""
    around = ("sheet", "merged", "tables", "date1904", "hidden")
    alike = all(getattr(left, name) == getattr(right, name) for name in around)
    alike &= left.rows.tolist() == right.rows.tolist()
    alike &= [column.letter for column in left.columns] == [column.letter for column in right.columns]
    return alike and all(
        one.kinds.tolist() == other.kinds.tolist()
        and np.array_equal(one.numbers, other.numbers, equal_nan=True)
        and one.texts.tolist() == other.texts.tolist()
        and one.formulas.tolist() == other.formulas.tolist()
        for one, other in zip(left.columns, right.columns, strict=True)
    )


def check(book: Workbook) -> None:
    """Hold what is shown against the whole file as it would be written."""
    shown, written = list(book.grids()), list(book._source.grids())
    assert [grid.sheet for grid in shown] == [grid.sheet for grid in written]
    for one, other in zip(shown, written, strict=True):
        assert same(one, other), (one, other)
        assert same(book.grid(one.sheet), other)


def do(book: Workbook, action: Callable[[Workbook], object]) -> None:
    """Do something; what is refused must change nothing."""
    try:
        action(book)
    except (EditRefused, NoSuchSheet):
        return


values = st.one_of(
    st.sampled_from(["one", "half bold", "new", "  spaced\n", "new & <odd>", "", None, True, False]),
    st.sampled_from([DAY, datetime(2026, 11, 20, 14, 30), time(9, 5), 0, 20, 3.5, 46_300, 1e300]),
    st.text(alphabet="abc é_x0041", max_size=6),
)
rows, letters = st.integers(1, 9), st.sampled_from("ABCDEH")


@st.composite
def actions(draw: st.DrawFn, sheets: tuple[str, ...]) -> Callable[[Workbook], object]:
    sheet = draw(st.sampled_from([*sheets, "Log"]))
    kind = draw(st.sampled_from(["set"] * 6 + ["formula", "append", "undo", "undo", "save", "add", "column"]))
    row, letter, value = draw(rows), draw(letters), draw(values)
    if kind == "set":
        return lambda book: book.set(sheet, f"{letter}{row}", value)
    if kind == "formula":
        return lambda book: book.set(sheet, f"F{row}", value, replace_formula=True)
    if kind == "append":
        return lambda book: book.append(sheet, {"A": "Eve New", letter: value})
    if kind == "undo":
        return lambda book: book.undo(row % 3 + 1)
    if kind == "add":
        return lambda book: book.add_sheet("Log")
    if kind == "column":
        return lambda book: book.add_column(sheet, f"More {row}")
    return lambda book: book.save()


@pytest.mark.parametrize("kind", SHEETS)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_shown_is_what_would_be_written(kind: str, data: st.DataObject) -> None:
    make, sheets = SHEETS[kind]
    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsm")
        path.write_bytes(make())
        book = infoviz.workbook.open(path)
        kept = list(book.grids()) if data.draw(st.booleans()) else []
        for action in data.draw(st.lists(actions(sheets), min_size=1, max_size=8)):
            do(book, action)
            if data.draw(st.booleans()):
                check(book)
                kept = list(book.grids())
        check(book)
        assert kept == [] or kept[0].sheet == sheets[0]


def test_columns_without_a_change_stay_the_same_objects(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsm"
    path.write_bytes(rich())
    book = infoviz.workbook.open(path)
    before = book.grid("Contacts")
    other = book.grid("Summary")
    book.set("Contacts", "C3", "declined")
    after = book.grid("Contacts")
    changed = [
        column.letter for column, old in zip(after.columns, before.columns, strict=True) if column is not old
    ]
    assert changed == ["C"]
    assert book.grid("Summary") is other
    book.save()
    assert book.grid("Contacts") is after
    book.set("Contacts", "C3", "met")
    book.undo()
    assert book.grid("Contacts").columns[2].texts.tolist() == after.columns[2].texts.tolist()


def test_a_number_in_the_place_of_a_day_is_a_number(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(make_workbook('<row r="1"><c r="A1"><v>1</v></c></row>'))
    book = infoviz.workbook.open(path)
    book.set("Sheet1", "B1", DAY)
    book.set("Sheet1", "B1", 20)
    check(book)
    assert book.grid("Sheet1").columns[1].value(0) == 20
    book.append("Sheet1", {"A": 2})
    book.set("Sheet1", "B1", 30)
    book.save()
    assert infoviz.workbook.open(path).read("Sheet1").at("B1").value == 30
