"""A tracker after any sequence of verbs is what a look at the whole file as it would be written finds."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import infoviz
from infoviz.editing.view import View, look
from infoviz.errors import InfovizError
from infoviz.schema.fields import EVENTS, Content, Field
from tests.editing.making import make
from tests.trackers import TRACKERS

SAMPLE = Path(__file__).parent.parent.parent / "data" / "sample_tracker.xlsx"
DAY = date(2026, 11, 20)
VARIED = (
    "sample", "made", "student_sheets_export", "german_bewerberin", "french_cp1252", "action_logger",
    "consultant_with_log", "tick_marks", "mac_1904", "emoji_statuses", "prefilled_template", "name_and_title",
    "company_and_role", "two_digit_typos", "ambiguous_slashes",
)  # fmt: skip
VALUES: dict[Content, list[object]] = {
    Content.DATE: [DAY, date(2026, 3, 4), True, False, "Y", "mailed", None],
    Content.RESPONSE: ["yes", "no", "bounced", "Declined", "left voicemail", None],
    Content.NUMBER: [20, 45.0, "half an hour", None],
    Content.STATUS: ["met", "Replied", "yes", "warp drive", None],
    Content.LIST: ["Ana Ruiz; Bo Li", "one, two", None],
    Content.TEXT: ["Zora Quill", "3/4/2026", "TOTAL", "003", "n/a", "https://example.org", None],
}
VERBS = ["edit"] * 5 + ["rows", "header", "add", "log", "undo", "undo", "redo", "save"]
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)),
    min_size=2,
    max_size=7,
)


def opened(name: str, folder: Path) -> infoviz.Tracker:
    if name in ("sample", "made"):
        path = folder / "tracker.xlsx"
        return infoviz.load(shutil.copy(SAMPLE, path) if name == "sample" else make(path, log=True))
    case = TRACKERS[name]
    path = folder / f"tracker{case.suffix}"
    case.write(path)
    return infoviz.load(path, sheet=None if case.suffix == ".csv" else case.sheet)


def do(tracker: infoviz.Tracker, verb: str, first: int, second: int, third: int) -> None:
    """Do one thing with the tracker."""
    rows = tracker.contacts.index
    row, other = int(rows[first % len(rows)]), int(rows[third % len(rows)])
    fields = [Field(name) for name in tracker.layout.letters]
    name = fields[second % len(fields)]
    value = VALUES[name.content][third % len(VALUES[name.content])]
    if verb == "edit":
        tracker.edit(row, **{name.value: value})
    elif verb == "rows":
        tracker.edit_rows({row: {name.value: value}, other: {name.value: value}})
    elif verb == "header":
        matches = [match for match in tracker.layout.matches if match.header]
        tracker.edit(row, **{matches[second % len(matches)].header: value})
    elif verb == "add":
        who = {"name": f"Zora Quill {first}", "organization": f"Quill Labs {second}"}
        tracker.add(**{key: told for key, told in who.items() if key in tracker.layout.letters})
    elif verb == "log":
        tracker.log(row, EVENTS[second % len(EVENTS)], on=DAY, detail=["", "yes", "no", "coffee"][third % 4])
    else:
        getattr(tracker, verb)()


def check(tracker: infoviz.Tracker) -> None:
    """Hold a tracker against a look at the whole file: nothing is remembered of its columns."""
    grids = tuple(tracker.workbook._source.grids())
    shown = tracker._view
    whole = replace(look(grids, tracker._choice), outdated=shown.outdated)
    pd.testing.assert_frame_equal(tracker.contacts, whole.contacts)
    pd.testing.assert_frame_equal(tracker.events, whole.reading.events)
    pd.testing.assert_frame_equal(tracker.problems, whole.reading.problems)
    assert shown.reading.orders == whole.reading.orders
    assert_same_layout(shown, whole)


def assert_same_layout(shown: View, whole: View) -> None:
    for one, other in ((shown.layout, whole.layout), (shown.layout.log, whole.layout.log)):
        if one is None or other is None:
            assert one is other
            continue
        assert one.matches == other.matches
        assert (one.sheet, one.header_row, one.shape) == (other.sheet, other.header_row, other.shape)
        np.testing.assert_array_equal(one.records, other.records)


@pytest.mark.parametrize("name", VARIED)
@given(steps=STEPS)
@settings(
    derandomize=True,
    deadline=None,
    max_examples=4,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_tracker_shows_what_a_look_at_its_file_finds(
    name: str, steps: list[tuple[str, int, int, int]], tmp_path: Path
) -> None:
    tracker = opened(name, tmp_path)
    for step in steps:
        before, edits = tracker.contacts.copy(), len(tracker.edits)
        try:
            do(tracker, *step)
        except InfovizError:
            pd.testing.assert_frame_equal(tracker.contacts, before)
            assert len(tracker.edits) == edits
        check(tracker)


def test_a_column_of_dates_whose_order_an_edit_proves_is_read_anew(tmp_path: Path) -> None:
    tracker = opened("ambiguous_slashes", tmp_path)
    header = tracker.layout.fields["contacted_on"][0]
    undated = int(tracker.contacts["contacted_on"].isna().sum())
    with pytest.raises(InfovizError, match="another contact"):
        tracker.edit(int(tracker.contacts.index[0]), **{header: "25/3/2026"})
    assert int(tracker.contacts["contacted_on"].isna().sum()) == undated
    check(tracker)


def test_what_is_written_into_the_contacts_reaches_nothing_else(tmp_path: Path) -> None:
    tracker = opened("made", tmp_path)
    tracker.edit(3, notes="One")
    tracker.contacts.loc[:, "role"] = "Astronaut"
    tracker.contacts.loc[4, "met_on"] = pd.Timestamp(DAY)
    tracker.edit(3, notes="Two")
    check(tracker)
