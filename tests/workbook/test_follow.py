from infoviz.workbook.container.tree import parse
from infoviz.workbook.growing.follow import Growth, grow_frame, grow_list
from infoviz.workbook.ranges import Range

GROWTH = Growth("Contacts", header=1, first=2, last=9, left=1, right=4, target=10)


def test_which_ranges_end_on_the_last_record():
    assert grow_list("A2:A9", GROWTH, []) == "A2:A10"
    assert grow_list("A9 B5:C9 A2:A8 A2:A9", GROWTH, []) == "A9 B5:C10 A2:A8 A2:A10"
    assert grow_list("E2:E9 A2:E9", GROWTH, []) == "E2:E9 A2:E9"
    assert grow_list("A2:A9", GROWTH, [Range.parse("A10:A99")]) == "A2:A9"
    assert grow_list("#REF! A2:A9", GROWTH, []) == "#REF! A2:A10"


def test_a_list_of_one_record():
    one = Growth("Contacts", header=1, first=2, last=2, left=1, right=4, target=3)
    assert grow_list("A2 B2:C2", one, []) == "A2:A3 B2:C3"


def test_what_holds_a_whole_column():
    assert GROWTH.spans(Range.parse("B2:B9"))
    assert GROWTH.spans(Range.parse("B1:B9"))
    assert not GROWTH.spans(Range.parse("B3:B9"))
    assert not GROWTH.spans(Range.parse("B2:B8"))


def test_what_stands_around_the_rows():
    frame = (
        b'<w xmlns:x="x"><sheetData></sheetData><autoFilter ref="A1:D9"><filterColumn colId="0"/>'
        b'<sortState ref="A2:D9"><sortCondition ref="B2:B9"/></sortState></autoFilter>'
        b"<conditionalFormatting sqref='A2:A9'/>"
        b'<dataValidations><dataValidation sqref="B2:B9  C2:C9"/></dataValidations>'
        b"<extLst><ext><x:dataValidation><x:sqref>D2:D9</x:sqref></x:dataValidation><x:sparkline><x:sqref>D9</x:sqref>"
        b"</x:sparkline></ext></extLst></w>"
    )
    wanted = (
        frame.replace(b'"A1:D9"', b'"A1:D10"')
        .replace(b'"A2:D9"', b'"A2:D10"')
        .replace(b'"B2:B9"', b'"B2:B10"')
        .replace(b"'A2:A9'", b"'A2:A10'")
        .replace(b"B2:B9  C2:C9", b"B2:B10 C2:C10")
        .replace(b">D2:D9<", b">D2:D10<")
    )
    assert grow_frame(frame, parse(frame, "sheet"), GROWTH) == wanted
