import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import PartRefused
from infoviz.workbook.container.tree import (
    Splice,
    append_child,
    attributes,
    blank_quiet,
    check_well_formed,
    parse,
    prefix,
    quoted,
    set_attributes,
    splice,
    start_tag,
    with_attribute,
)

ODD = (
    b"<?xml version='1.0'?>\r\n<x:a xmlns:x='urn:x' one = \"1 > 0\">\r\n<!-- <b/> --><x:b two='2'/>"
    b"<x:c>t\xc3\xa9xt<![CDATA[<d>]]></x:c >\r\n</x:a>"
)


def test_offsets_hold_in_odd_spelling():
    root = parse(ODD, "p")
    assert [child.name for child in root.children] == ["b", "c"]
    first, second = root.children
    assert ODD[first.start : first.end] == b"<x:b two='2'/>"
    assert first.bare
    assert ODD[second.inner : second.close] == b"t\xc3\xa9xt<![CDATA[<d>]]>"
    assert ODD[second.close : second.end] == b"</x:c >"
    assert second.text == "téxt<d>"
    assert prefix(ODD, second) == b"x:"
    assert ODD[root.end :] == b""


def test_quiet_text_is_blanked_in_place():
    quiet = blank_quiet(ODD)
    assert len(quiet) == len(ODD)
    assert b"<b/>" not in quiet
    assert b"<d>" not in quiet
    assert quiet.count(b"<x:b") == 1


def test_attributes_are_changed_where_they_stand():
    tag = b"<c  r = 'B7'\tt=\"s\" />"
    assert attributes(tag) == {b"r": b"B7", b"t": b"s"}
    assert with_attribute(tag, b"r", b"C8") == b"<c  r = 'C8'\tt=\"s\" />"
    assert with_attribute(tag, b"t", None) == b"<c  r = 'B7' />"
    assert with_attribute(tag, b"s", b"3") == b'<c  r = \'B7\'\tt="s" s="3" />'
    assert with_attribute(tag, b"q", None) == tag


def test_a_sign_inside_an_attribute_does_not_end_the_tag():
    assert start_tag(b"<a b='x>y' c=\"/>\"><d/>") == b"<a b='x>y' c=\"/>\">"


def test_children_are_put_last():
    for text, result in (
        (b"<a/>", b"<a><n/></a>"),
        (b"<a b='1' />", b"<a b='1'><n/></a>"),
        (b"<a></a>", b"<a><n/></a>"),
        (b"<a><b/> </a>", b"<a><b/><n/> </a>"),
    ):
        assert splice(text, [append_child(text, parse(text, "p"), b"<n/>")]) == result


def test_values_of_attributes_are_escaped():
    text = b"<a/>"
    edited = splice(text, [set_attributes(text, parse(text, "p"), b="<\"'&\n>")])
    assert parse(edited, "p").attributes == {"b": "<\"'&\n>"}
    assert quoted("'") == b"&apos;"


def test_overlapping_splices_are_a_mistake():
    with pytest.raises(ValueError, match="overlap"):
        splice(b"abcdef", [Splice(0, 3, b""), Splice(2, 4, b"")])


@pytest.mark.parametrize(
    "text", [b"<a>", b"", b"<a></b>", b"<!DOCTYPE a><a/>", b"<a>" * 101 + b"</a>" * 101, b"<a>&b;</a>"]
)
def test_what_is_no_sound_xml_is_refused(text):
    with pytest.raises(PartRefused):
        parse(text, "p")


def test_checking_without_a_tree():
    check_well_formed(ODD, "p")
    with pytest.raises(PartRefused, match="well-formed"):
        check_well_formed(b"<a><b></a>", "p")


@settings(derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.binary(max_size=4)), max_size=8))
def test_splices_do_what_slicing_does(pieces):
    data = bytes(range(40))
    chosen, taken = [], 0
    for start, length, text in sorted(pieces):
        if start >= taken:
            chosen.append(Splice(start, start + length, text))
            taken = start + max(length, 1)
    expected = data
    for piece in reversed(chosen):
        expected = expected[: piece.start] + piece.text + expected[piece.end :]
    assert splice(data, chosen) == expected
