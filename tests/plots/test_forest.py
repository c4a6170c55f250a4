"""The layout of the forest: everybody is accounted for, nothing lies on anything else."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.plots.forest import Tree, lay_out


@st.composite
def forests(draw):
    people = draw(st.integers(0, 60))
    return [draw(st.none() | st.integers(0, person - 1)) if person else None for person in range(people)]


@settings(derandomize=True, deadline=None)
@given(forests(), st.integers(1, 30), st.integers(1, 6))
def test_everybody_is_drawn_counted_or_left_out_once(parents, rows, columns):
    layout = lay_out(Tree.of(parents), rows, columns)
    named = [person for spot in layout.spots for person in spot.people]
    assert len(named) == len(set(named))
    hidden = sum(spot.hidden for spot in layout.spots)
    assert len(named) + hidden + layout.left_out[1] + layout.single == len(parents)


@settings(derandomize=True, deadline=None)
@given(forests(), st.integers(1, 30), st.integers(1, 6))
def test_it_keeps_within_its_rows_and_columns(parents, rows, columns):
    layout = lay_out(Tree.of(parents), rows, columns)
    assert layout.rows <= rows
    assert all(spot.column < columns and 0 <= spot.row <= layout.rows - 1 for spot in layout.spots)


@settings(derandomize=True, deadline=None)
@given(forests(), st.integers(1, 30), st.integers(1, 6))
def test_children_lie_right_of_their_parent_and_nobody_on_another(parents, rows, columns):
    layout = lay_out(Tree.of(parents), rows, columns)
    for place, spot in enumerate(layout.spots):
        if spot.above is not None:
            above = layout.spots[spot.above]
            assert spot.above < place
            assert spot.column == above.column + 1
            assert {parents[person] for person in spot.people} == set(above.people)
    ends = [spot for spot in layout.spots if not spot.opened]
    assert len({spot.row for spot in ends}) == len(ends)  # a row is one's own: its words may run to the edge
    for one, other in combinations(layout.spots, 2):
        assert one.column != other.column or abs(one.row - other.row) >= 1


def test_with_room_everybody_has_a_row():
    layout = lay_out(Tree.of([None, 0, 0, 0, 1, None, 5, None]), rows=20, columns=4)
    assert [spot.people for spot in layout.spots] == [(0,), (1,), (4,), (2,), (3,), (5,), (6,)]
    assert layout.rows == 4
    assert layout.single == 1


def test_brothers_and_sisters_share_a_row_where_room_is_short():
    layout = lay_out(Tree.of([None, 0, 0, 0]), rows=2, columns=4)
    assert [spot.people for spot in layout.spots] == [(0,), (1, 2, 3)]


def test_what_lies_beyond_the_last_column_is_counted():
    layout = lay_out(Tree.of([None, 0, 1, 2, 3]), rows=5, columns=3)
    assert [(spot.people, spot.hidden) for spot in layout.spots] == [((0,), 0), ((1,), 0), ((2,), 2)]


def test_the_smallest_families_are_left_out_first():
    layout = lay_out(Tree.of([None, None, 0, 1, 1, 1]), rows=1, columns=4)
    assert layout.spots[0].people == (1,)
    assert layout.left_out == (1, 2)


@pytest.mark.parametrize("people", [300, 5000])
def test_long_chains_and_many_people_are_no_trouble(people):
    chain = lay_out(Tree.of([None, *range(people - 1)]), rows=20, columns=5)
    assert sum(spot.hidden for spot in chain.spots) == people - 5
    star = lay_out(Tree.of([None, *[0] * (people - 1)]), rows=20, columns=5)
    assert [len(spot.people) for spot in star.spots] == [1, people - 1]
