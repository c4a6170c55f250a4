import pytest

from infoviz.workbook.formulas.references import grown, references, shifted


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("A1+$B$1", "A2+$B$1"),
        ("SUM(A$1:A5)", "SUM(A$1:A6)"),
        ('IF(A1="B3",C1,"")', 'IF(A2="B3",C2,"")'),
        ("'My sheet'!A1", "'My sheet'!A2"),
        ("People[[#This Row],[Q1]]*2", "People[[#This Row],[Q1]]*2"),
        ("LOG10(A1)+Data!$C$3", "LOG10(A2)+Data!$C$3"),
        ("A:A", "A:A"),
    ],
)
def test_shifting(formula, result):
    assert shifted(formula, "D1", "D2") == result


def test_what_cannot_be_shifted():
    with pytest.raises(ValueError, match="Unexpected"):
        shifted("A1#", "D1", "D2")


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("SUM(A2:A9)", [(None, "A2:A9")]),
        ("'It''s'!A2+B$7", [("It's", "A2"), (None, "B7")]),
        ("People[Q1]+T1[[#All],[B2]]", []),
        ("[1]Data!A1", []),
        ("First:Last!A1", []),
        ('"A1"&tax2024x&ATAN2(1,2)', []),
        ("A1048577", []),
    ],
)
def test_finding(formula, found):
    assert [(sheet, str(area)) for sheet, area in references(formula)] == found


@pytest.mark.parametrize(
    ("formula", "own", "result"),
    [
        ("Contacts!$B$2:$B$9", False, "Contacts!$B$2:$B$10"),
        ("contacts!B2:B9", False, "contacts!B2:B10"),
        ("'Contacts'!$B$9", False, "'Contacts'!$B$9:$B$10"),
        ("(Contacts!$A$2:$A$9,Contacts!$C$2:$C$9)", False, "(Contacts!$A$2:$A$10,Contacts!$C$2:$C$10)"),
        ("Other!$B$2:$B$9", False, "Other!$B$2:$B$9"),
        ("B2:B9", False, "B2:B9"),
        ("SUM(B2:B9)+B8", True, "SUM(B2:B10)+B8"),
    ],
)
def test_growing(formula, own, result):
    grow = lambda area: area.taller(10) if area.bottom == 9 else area  # noqa: E731
    assert grown(formula, "Contacts", grow, own=own) == result
