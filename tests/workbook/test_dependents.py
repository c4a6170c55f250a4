"""Formulas that depend on an edit: none is missed, and what surely does not depend stays out."""

from collections.abc import Iterable
from html import escape

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.workbook.container.markup import Markup
from infoviz.workbook.formulas import dependents as module
from infoviz.workbook.formulas.dependents import References, Sheets, reached
from infoviz.workbook.formulas.precedents import FormulaGroup, Named, Table, Unknown, Unlike, precedents
from infoviz.workbook.ranges import Range, cell_name, parse_cell
from infoviz.workbook.sheet.formulas import FormulaText, formulas, grouped
from infoviz.workbook.sheet.sheettext import SheetText
from tests.workbook.making import sheet

NAMED = Named(
    {
        "scores": ["List!$B$2:$B$9"],
        "again": ["Scores"],
        "loop": ["Loop"],
        "moving": ["List!B2"],
        "fixed": ["12"],
    },
    {"people": Table("list", Range.parse("A1:D9"), ("first name", "last name", "it's [odd]", "#"))},
)


def group(sheet: str, cell: str, text: str, **given) -> FormulaGroup:
    row, column = parse_cell(cell)
    return FormulaGroup(sheet, column, np.array([row]), text, **given)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1+B$2*$C$3", ["log!A1", "log!B2", "log!C3"]),
        ("SUM(A1:B2,List!C3)", ["log!A1:B2", "list!C3"]),
        ("SUM('It''s my List'!$A$1:$A$3)", ["it's my list!A1:A3"]),
        ("SUM(List!B:C)+SUM(List!$2:$3)", ["list!B1:C1048576", "list!A2:XFD3"]),
        ('IF(A1="B7","C8:D9",LOG10(D4))', ["log!A1", "log!D4"]),
        ("SUM(Scores)+Again", ["list!B2:B9", "list!B2:B9"]),
        ("List!Scores", ["list!B2:B9"]),
        ("fixed*2.5E+3+TRUE", []),
        ("SUM(People[[#This Row],[Last name]],People)", ["list!B1:B9", "list!A1:D9"]),
        ("People[it''s '[odd']]&People['#]", ["list!C1:C9", "list!D1:D9"]),
        ("People[LAST Name]&People[Gone]&People[#All]&People[]", ["list!B1:B9", *["list!A1:D9"] * 3]),
        ("People[[first name]:[it''s '[odd']]]&People[[#Headers],[last name]]", ["list!A1:C9", "list!B1:B9"]),
        ("#REF!+A1", ["log!A1"]),
        ("_xlfn.ANCHORARRAY(B2)+@A1:A3", ["log!B2", "log!A1:A3"]),
        ("[1]Sheet1!A1+[1]Sheet1!$A$1:$B$9+'[2]My list'!A1+A7+[3]!Name+'[it''s.xlsx]x'!B:B", ["log!A7"]),
        ("['file:///home/x y.xlsx']Sheet1!A1&'C:\\folder\\[book.xlsx]S'!Total&[1]Sheet1!#REF!", []),
        ("5:5 A:A", ["log!A5:XFD5", "log!A1:A1048576"]),
    ],
)
def test_what_a_formula_refers_to(formula, expected):
    found = [
        f"{one.sheet}!{Range(one.top, one.left, one.bottom, one.right)}"
        for one in precedents(group("log", "H1", formula), NAMED)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("sheet", "cell", "expected"), [("list", "F4", "B4:B4"), ("list", "F12", "B1:B9"), ("log", "F4", "B1:B9")]
)
def test_this_row_is_that_of_the_formula(sheet, cell, expected):
    said = "People[[#This Row],[Last name]]"
    (found,) = precedents(group(sheet, cell, said), NAMED)
    own = parse_cell(cell)[0]
    rows = [row + own * moves for row, moves in zip((found.top, found.bottom), found.moves, strict=True)]
    assert Range(rows[0], found.left, rows[1], found.right) == Range.parse(expected)


@pytest.mark.parametrize(
    "formula",
    [
        'INDIRECT("A1")',
        "OFFSET(A1,1,1)",
        "SUM(A1:INDEX(B1:B9,3))",
        "SUM(First:Last!A1)",
        "SUM('First:Last'!A1)",
        "SUM(Start:End)",
        "unheard_of+1",
        "Elsewhere[Name]",
        "SUM([Name])",
        "moving",
        "Loop",
        "ZZZ1+A1",
        "A9999999",
        "[0]!Scores",
        "SUM([0]!Scores)+1",
    ],
)
def test_what_the_text_does_not_tell(formula):
    with pytest.raises(Unknown):
        list(precedents(group("log", "H1", formula), NAMED))


FORMULAS = {
    "list!C2": "B2*2",
    "list!D2": "C2&A2",
    "sums!A1": "SUM(List!C2:C500)",
    "sums!A2": "A1+1",
    "sums!A3": "SUM(List!A2:A500)",
    "sums!A4": 'INDIRECT("List!B2")',
    "sums!A5": "A4",
    "sums!B1:B9": "List!D2:D10",
    "sums!C1": "MAX(B5:B300)",
    "sums!A6": "A6+A9",
    "sums!A7": "NOW()",
    "sums!A8": "List!E1048576",
}


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        ("list!B2", ["list!C2", "list!D2", "sums!A1", "sums!A2", "sums!B1:B9", "sums!C1"]),
        ("list!A2", ["list!D2", "sums!A3", "sums!B1:B9", "sums!C1"]),
        ("list!A501", []),
        ("sums!A9", ["sums!A6"]),
        ("list!E1048576", ["sums!A8"]),
    ],
)
def test_dependents_through_others(edited, expected):
    sheet, _, area = edited.partition("!")
    always = {"sums!A4", "sums!A5"}
    assert dependents(known(FORMULAS), sheet, area) == cells({*expected, *always})


def known(formulas: dict[str, str]) -> list[FormulaGroup]:
    """Give formulas by their cells as they would be read from a workbook."""
    found = []
    for place, text in formulas.items():
        sheet, _, area = place.partition("!")
        filled = Range.parse(area)
        found.append(group(sheet, area.partition(":")[0], text, filled=filled if ":" in area else None))
    return found


def cells(places: Iterable[str]) -> set[str]:
    return {
        f"{sheet}!{cell_name(row, column)}"
        for sheet, _, text in (place.partition("!") for place in places)
        for area in [Range.parse(text)]
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }


def dependents(groups: Iterable[FormulaGroup], sheet: str, *areas: str) -> set[str]:
    sheets = Sheets(["list", "sums"])
    references = References(groups, Named(), sheets)
    edited = np.concatenate([sheets.keys(sheet, Range.parse(area)) for area in areas])
    (found,) = reached([(references, np.zeros(len(references.keys), bool))], edited.tolist())
    return cells(f"{name}!{area}" for name, every in sheets.areas(found).items() for area in every)


@pytest.mark.parametrize("rounds", [200, 0])
def test_a_long_chain(monkeypatch, rounds):
    monkeypatch.setattr(module, "ROUNDS", rounds)
    rows = np.arange(2, 30_000)
    chain = [FormulaGroup("list", 1, rows, "A\x02+SUM(B$1:B\x01)")]
    found = dependents(chain, "list", "B29998")
    assert found >= {"list!A29998", "list!A29999"}
    assert (len(found) == 2) == bool(rounds)
    assert dependents(chain, "list", "A1") == cells(["list!A2:A29999"])
    assert not dependents(chain, "list", "C1")


def test_moving_windows_end(monkeypatch):
    monkeypatch.setattr(module, "ROUNDS", 3)
    texts = {f"list!A{row}": f"SUM(A{row - 20}:A{row - 1})" for row in range(101, 2_000)}
    windows = known(texts)
    assert dependents(windows, "list", "A90") == cells(["list!A101:A1999"])
    assert not dependents(windows, "list", "B90")


def test_formulas_that_are_gone_or_fresh_are_asked_together():
    sheets = Sheets(["list", "sums"])
    old = References(known(FORMULAS), Named(), sheets)
    fresh = References(known({"list!E2": "D2", "list!E3": "A2"}), Named(), sheets)
    edited = sheets.keys("list", Range.parse("A2")).tolist()
    gone, none = (np.zeros(len(FORMULAS), bool) for _ in range(2))
    gone[[*FORMULAS].index("list!D2")] = True
    place = {name: int(sheets.keys("list", Range.parse(name))[0]) for name in ("D2", "E2", "E3")}
    fresh_none = np.zeros(2, bool)
    before, added = reached([(old, none), (fresh, fresh_none)], edited)
    assert place["D2"] in before
    assert set(added) == {place["E2"], place["E3"]}
    after, added = reached([(old, gone), (fresh, fresh_none)], edited)
    assert place["D2"] not in after
    assert set(added) == {place["E3"]}


def test_rows_numbers_inside_other_things_are_no_rows():
    for text in ("LOG1\x01(2)", "E1\x01", "SUM(B\x012:B9)", "Total\x01", "Sheet\x01!A1", "People[C\x01]"):
        with pytest.raises(Unlike):
            list(precedents(group("list", "A2", text), NAMED))
    assert [one.text for one in group("list", "A7", "B\x01+C\x02+D\x03").apart()] == ["B7+C6+D8"]


def test_shared_formulas_move_with_the_cells_that_share_them():
    said = [
        FormulaText((4, 6), {"t": "shared", "si": "0", "ref": "F4:G9"}, "B2*$C$3+SUM(D$1:D4)+E:E"),
        *(FormulaText(cell, {"t": "shared", "si": "0"}, "") for cell in ((6, 6), (7, 7))),
        FormulaText((9, 8), {"t": "shared", "si": "7"}, ""),
    ]
    groups = grouped("List", said, {}).groups
    for edited, expected in {
        "B2": ["F4", "G7"],
        "B4": ["F6", "G7"],
        "C5": ["G7"],
        "C3": ["F4", "F6", "G7"],
        "D5": ["F6", "G7"],
        "D7": [],
        "E6": ["F4", "F6", "G7"],
        "F99": ["G7"],
        "$A$1": [],
    }.items():
        assert dependents(groups, "list", edited) == {f"list!{cell}" for cell in [*expected, "H9"]}


def test_a_shared_formula_that_would_refer_above_the_sheet_is_unknown():
    said = [
        FormulaText((9, 1), {"t": "shared", "si": "0", "ref": "A1:A9"}, "B2"),
        FormulaText((1, 1), {"t": "shared", "si": "0"}, ""),
    ]
    assert dependents(grouped("List", said, {}).groups, "list", "H99") == {"list!A1"}


def test_an_array_that_fills_more_than_can_be_looked_at_counts_as_everything():
    groups = known({"list!A1:XFD1048576": "sums!B1", "sums!C1": "D1", "sums!C2": "list!B2"})
    assert dependents(groups, "sums", "B1") == {"list!A1", "sums!C1", "sums!C2"}
    assert dependents(groups, "sums", "D1") == {"sums!C1"}


TEXTS = st.sampled_from(
    [
        "A{0}*2", "A{1}+B{0}", "SUM(B$2:B{0})", "SUM(A{0}:C{0})", "COUNTIF(A:A,A{0})", "$A$12+D{2}", "C{1}+1",
        'IF(B{0}="A12","",LOG10(E{2}))', "SUM(B10:B{0})", "IF(A1{0}>0,1,2)", "Total{0}", "MAX(D{0}:E40)", "5+{0}",
        "'My {0}'!A1", "SUM($1:$1)", "INDIRECT(A{0})", "F{0}&F{1}", "1{0}:2{0}",
    ]
)  # fmt: skip
COLUMNS = st.dictionaries(
    st.integers(3, 8), st.lists(st.tuples(TEXTS, st.sets(st.integers(2, 30), max_size=12)), max_size=3)
)


@given(COLUMNS, st.tuples(st.integers(1, 40), st.integers(1, 8)))
@settings(max_examples=300)
def test_formulas_that_read_the_same_are_reached_as_if_each_stood_alone(written, edited):
    texts = {
        (row, column): text.format(row, row - 1, row + 1)
        for column, pieces in written.items()
        for text, rows in pieces
        for row in sorted(rows)
    }
    body = "".join(
        f'<row r="{row}">'
        + "".join(
            f'<c r="{cell_name(row, column)}"><f>{escape(texts[row, column])}</f><v>1</v></c>'
            for column in range(1, 9)
            if (row, column) in texts
        )
        + "</row>"
        for row in range(1, 41)
    )
    groups = formulas(SheetText("sheet1.xml", Markup(sheet(body).encode())), "List").groups
    alone = known({f"list!{cell_name(*cell)}": text for cell, text in texts.items()})
    place = cell_name(*edited)
    assert dependents(groups, "list", place) == dependents(alone, "list", place) == slowly(texts, edited)


def slowly(texts: dict[tuple[int, int], str], edited: tuple[int, int]) -> set[str]:
    """Find dependents one formula and one cell at a time."""
    areas = {}
    for cell, text in texts.items():
        try:
            found = list(precedents(group("list", cell_name(*cell), text), Named()))
        except Unknown:
            found = None
        areas[cell] = found
    hit = {cell for cell, found in areas.items() if found is None}
    reached = {edited} | hit
    while True:
        more = {
            cell
            for cell, found in areas.items()
            if cell not in hit
            and any(
                one.sheet == "list"
                and any(Range(one.top, one.left, one.bottom, one.right).__contains__(c) for c in reached)
                for one in found or ()
            )
        }
        if not more:
            return {f"list!{cell_name(*cell)}" for cell in hit}
        hit |= more
        reached |= more
