"""Formulas that depend on an edit: none is missed, and what surely does not depend stays out."""

import pytest

from infoviz.workbook.formulas import dependents as module
from infoviz.workbook.formulas.dependents import (
    Formula,
    Named,
    References,
    Table,
    Unknown,
    precedents,
    reached,
)
from infoviz.workbook.ranges import Range

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


def dependents(formulas, edited):
    return [number for _, number in reached([(References(formulas, Named()), frozenset())], edited)]


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
    assert [f"{sheet}!{area}" for sheet, area in precedents(formula, "log", NAMED)] == expected


@pytest.mark.parametrize(
    ("sheet", "cell", "expected"), [("list", "F4", "B4:B4"), ("list", "F12", "B1:B9"), ("log", "F4", "B1:B9")]
)
def test_this_row_is_that_of_the_formula(sheet, cell, expected):
    said = "People[[#This Row],[Last name]]"
    assert list(precedents(said, sheet, NAMED, Range.parse(cell))) == [("list", Range.parse(expected))]


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
        list(precedents(formula, "log", NAMED))


def formula(place: str, text: str) -> Formula:
    sheet, _, area = place.partition("!")
    return Formula(sheet, Range.parse(area), text)


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
        ("list!A1:XFD1048576", [*[*FORMULAS][:4], "sums!A3", "sums!B1:B9", "sums!C1", "sums!A8"]),
    ],
)
def test_dependents_through_others(edited, expected):
    known = [formula(place, text) for place, text in FORMULAS.items()]
    sheet, _, area = edited.partition("!")
    found = dependents(known, [(sheet, Range.parse(area))])
    always = {"sums!A4", "sums!A5"}
    assert {[*FORMULAS][number] for number in found} == {*expected, *always}


def test_a_long_chain_and_too_many(monkeypatch):
    known = [formula(f"list!A{row}", f"A{row - 1}+SUM(B$1:B{row})") for row in range(2, 3000)]
    assert dependents(known, [("list", Range.parse("B2999"))]) == [2997]
    assert len(dependents(known, [("list", Range.parse("A1"))])) == 2998
    monkeypatch.setattr(module, "MOST", 2997)
    assert len(dependents(known, [("list", Range.parse("B2999"))])) == 2998


def test_formulas_that_are_gone_or_fresh_are_asked_together():
    known = References([formula(place, text) for place, text in FORMULAS.items()], Named())
    fresh = References([formula("list!E2", "D2"), formula("list!E3", "A2")], Named())
    edited = [("list", Range.parse("A2"))]
    before = {[*FORMULAS][number] for _, number in reached([(known, frozenset())], edited)}
    gone = [*FORMULAS].index("list!D2")
    after = reached([(known, frozenset({gone})), (fresh, frozenset())], edited)
    assert "list!D2" in before
    assert (0, gone) not in after
    assert [number for part, number in after if part == 1] == [1]
    assert {number for _, number in reached([(known, frozenset()), (fresh, frozenset())], edited)} >= {0, 1}
