"""A conflict settled cell by cell: ours or theirs."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

import infoviz
from infoviz.errors import Conflict, UnknownDecision
from tests.editing.making import cells, elsewhere, make, row_of

DAY = date(2026, 11, 20)
ANA, BO, CLEO, DARA, EMIL, FAY = range(2, 8)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "tracker.xlsx")


def change(**values: object):
    def run(sheet: Worksheet) -> None:
        for address, value in values.items():
            sheet[address] = value

    return run


def conflict(tracker: infoviz.Tracker, **options) -> list[tuple[str, str]]:
    with pytest.raises(Conflict) as caught:
        tracker.save(**options)
    frame = caught.value.frame
    return list(zip(frame["sheet"], frame["cell"], strict=True))


def test_each_cell_as_it_was_decided(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours", role="Ours")
    tracker.edit(DARA, notes="Merged")
    elsewhere(path, change(J6="Theirs", C6="Theirs", B3="Elsewhere"))
    before = path.read_bytes()
    assert conflict(tracker) == [("People", "C6"), ("People", "J6")] or conflict(tracker) == [
        ("People", "J6"),
        ("People", "C6"),
    ]
    assert conflict(tracker, decisions={("People", "J6"): "ours"}) == [("People", "C6")]
    assert path.read_bytes() == before
    assert set(tracker.edits["after"]) == {"Ours", "Merged"}
    receipt = tracker.save(decisions={("People", "J6"): "ours", ("People", "C6"): "theirs"})
    assert row_of(path, "Emil Novak")[2] == "Theirs"
    assert row_of(path, "Emil Novak")[9] == "Ours"
    assert row_of(path, "Dara Okafor")[9] == "Merged"
    assert row_of(path, "Bo Lindqvist")[1] == "Elsewhere"
    assert set(receipt.cells) == {"People!J6", "People!J5"}
    assert tracker.contacts.loc[EMIL, ["role", "notes"]].tolist() == ["Theirs", "Ours"]
    assert tracker.edits.empty


def test_all_theirs_leaves_the_file_as_it_is(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    tracker.edit(EMIL, notes="Ours, once more")
    elsewhere(path, change(J6="Theirs"))
    before = path.read_bytes()
    assert conflict(tracker) == [("People", "J6")]
    receipt = tracker.save(decisions={("People", "J6"): "theirs"})
    assert path.read_bytes() == before
    assert receipt.cells == ()
    assert tracker.contacts.loc[EMIL, "notes"] == "Theirs"
    assert not tracker.undo()


def test_what_changed_there_once_more_is_asked_again(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    elsewhere(path, change(J6="Theirs"))
    conflict(tracker)
    elsewhere(path, change(J6="Theirs, and more"))
    for side in ("ours", "theirs"):
        assert conflict(tracker, decisions={("People", "C6"): side}) == [("People", "J6")]
        elsewhere(path, change(J6=f"Changed before {side}"))
        assert conflict(tracker, decisions={("People", "J6"): side}) == [("People", "J6")]
    tracker.save(decisions={("People", "J6"): "ours"})
    assert row_of(path, "Emil Novak")[9] == "Ours"


@pytest.mark.parametrize(
    "elsewhere_",
    [
        change(A6="Emil Nowak-Smith"),
        lambda sheet: sheet.delete_rows(6),
        lambda sheet: sheet.append(["Emil Novak", "Hooli Energy", "Somebody else"]),
    ],
    ids=["renamed", "deleted", "twice"],
)
def test_of_somebody_who_cannot_be_found_only_theirs_settles_it(path: Path, elsewhere_) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours", met_on=DAY)
    tracker.edit(DARA, notes="Merged")
    elsewhere(path, elsewhere_)
    places = conflict(tracker)
    assert len(places) == 2
    assert conflict(tracker, decisions=dict.fromkeys(places, "ours")) == places
    assert conflict(tracker, override=True) == places
    assert conflict(tracker, decisions={places[0]: "theirs"}) == places[1:]
    tracker.save(decisions=dict.fromkeys(places, "theirs"))
    assert row_of(path, "Dara Okafor")[9] == "Merged"
    assert all("Ours" not in row for row in cells(path))


def test_somebody_added_on_both_sides_is_left_to_the_other(path: Path) -> None:
    tracker = infoviz.load(path)
    row = tracker.add(name="Gus Adler", organization="Stark Water", notes="Ours")
    tracker.edit(row, role="Clerk")
    tracker.edit(DARA, notes="Merged")
    elsewhere(path, lambda sheet: sheet.append(["Gus Adler", "Stark Water"]))
    places = conflict(tracker)
    tracker.save(decisions=dict.fromkeys(places, "theirs"))
    assert row_of(path, "Gus Adler") == ["Gus Adler", "Stark Water", *[None] * 8]
    assert row_of(path, "Dara Okafor")[9] == "Merged"


def test_a_name_left_to_the_other_is_left_in_the_log_too(tmp_path: Path) -> None:
    path = make(tmp_path / "tracker.xlsx", log=True)
    tracker = infoviz.load(path)
    tracker.edit(ANA, name="Anna Ruiz")
    elsewhere(path, change(A2="Ana María Ruiz"))
    places = conflict(tracker)
    assert ("People", "A2") in places
    tracker.save(decisions=dict.fromkeys(places, "theirs"))
    assert row_of(path, "Ana María Ruiz")[1] == "Acme Robotics"
    assert [row[1] for row in cells(path, "Log")].count("Ana Ruiz") == 3


def test_the_day_is_theirs_and_the_log_grows(tmp_path: Path) -> None:
    path = make(tmp_path / "tracker.xlsx", log=True)
    tracker = infoviz.load(path)
    tracker.log(DARA, "met", on=DAY)
    elsewhere(path, change(H5=date(2026, 11, 18)))
    assert conflict(tracker) == [("People", "H5")]
    tracker.save(decisions={("People", "H5"): "theirs"})
    assert row_of(path, "Dara Okafor")[7] == date(2026, 11, 18)
    assert cells(path, "Log")[-1][:3] == [DAY, "Dara Okafor", "Met"]


def test_what_is_no_decision_is_refused(path: Path) -> None:
    tracker = infoviz.load(path)
    tracker.edit(EMIL, notes="Ours")
    with pytest.raises(UnknownDecision, match=r"J6.*mine"):
        tracker.save(decisions={("People", "J6"): "mine"})
    assert len(tracker.edits) == 1
