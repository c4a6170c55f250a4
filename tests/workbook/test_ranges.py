import pytest

from infoviz.workbook.ranges import (
    LAST_COLUMN,
    LAST_ROW,
    Range,
    column_number,
    letters,
    parse_cell,
    parse_list,
)


def test_letters_and_numbers_are_each_other():
    assert all(column_number(letters(column)) == column for column in range(1, LAST_COLUMN + 1))


@pytest.mark.parametrize("address", ["", "B", "7", "B0", "XFE1", "A1048577", "B7:C8", "ÄB7", "B7\n", "A-1"])
def test_what_is_no_address(address):
    with pytest.raises(ValueError, match="not the address"):
        parse_cell(address)


def test_ranges():
    assert Range.parse("$C$9:A2") == Range(2, 1, 9, 3)
    assert Range.parse("B:D") == Range(1, 2, LAST_ROW, 4)
    assert Range.parse("3:4") == Range(3, 1, 4, LAST_COLUMN)
    assert (5, 2) in Range.parse("A1:C9")
    assert (10, 2) not in Range.parse("A1:C9")
    assert Range.parse("A1:B2").meets(Range.parse("B2:C3"))
    assert not Range.parse("A1:B2").meets(Range.parse("C1:C3"))
    assert [str(one) for one in parse_list("A2:A9 #REF! C5")] == ["A2:A9", "C5"]
