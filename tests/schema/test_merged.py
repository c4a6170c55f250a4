"""What is merged downwards is said of each row that it covers."""

from infoviz.schema.reading.actions import read_actions
from infoviz.schema.reading.contacts import read_people
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

HEAD = ["Name", "Company", "Emailed on", "Reply", "Met on", "Thanked?", "Status"]


def test_days_answers_ticks_and_statuses_of_several_people():
    rows = [
        HEAD,
        ["Ana Ruiz", "Acme Bank", "2026-03-01", "declined", None, None, "Sent"],
        ["Bo Lindqvist", None, None, None, None, None, None],
        ["Cleo Diaz", "Beta Labs", "2026-03-02", "sure", "2026-03-09", "x", "Met"],
        ["Dara Okafor", None, None, None, None, None, None],
        ["Emil Novak", "Beta Labs", "2026-03-05", None, None, None, None],
    ]
    areas = [f"{letter}{top}:{letter}{top + 1}" for letter in "BCDEFG" for top in (2, 4)]
    found = read_people(understand([sheet(rows, merged=areas)])).contacts
    for first, second in ((2, 3), (4, 5)):
        assert found.loc[first].drop("name").equals(found.loc[second].drop("name"))
    assert found.loc[5, "response"] == "yes"
    assert found.loc[5, "thanked"]
    assert found.loc[6].drop("name").isna().sum() == 4


def test_a_cell_that_makes_no_sense_is_listed_once():
    rows = [
        ["Name", "Emailed on"],
        ["Ana Ruiz", "warp drive"],
        ["Bo Lindqvist", None],
        ["Cleo Diaz", "2026-03-02"],
    ]
    rows += [["Dara Okafor", "2026-03-03"]]
    assert read_people(understand([sheet(rows, merged=["B2:B3"])])).problems["cell"].tolist() == ["B2"]


def test_a_name_merged_over_rows_stays_one_person():
    rows = [
        ["Name", "Email", "Notes"],
        ["Ana Ruiz", "ana@example.org", "a"],
        [None, "a.ruiz@example.com", "b"],
    ]
    rows += [["Bo Lindqvist", "bo@example.org", None], [None, None, "nothing of his own"]]
    found = read_people(understand([sheet(rows, merged=["A2:A3", "A4:A5"])])).contacts
    assert found["name"].tolist() == ["Ana Ruiz", "Ana Ruiz", "Bo Lindqvist"]


def test_a_name_merged_over_its_actions_names_each():
    rows = [
        ["Date", "Contact", "Action"],
        ["2026-03-01", "Ana Ruiz", "Called"],
        ["2026-03-05", None, "Replied - yes"],
        [None, None, None],
        ["2026-03-09", None, "Called"],
        ["2026-03-02", "Bo Lindqvist", "Emailed"],
        [None, None, "Followed up"],
    ]
    layout = understand([sheet(rows, merged=["A6:A7", "B2:B5", "B6:B7"])])
    assert (layout.shape, len(layout.positions)) == ("actions", 5)
    events = read_actions(layout).events
    told = [(str(day)[:10], name, event) for day, name, event in events[["date", "name", "event"]].to_numpy()]
    assert told == [
        ("2026-03-01", "Ana Ruiz", "asked"),
        ("2026-03-02", "Bo Lindqvist", "asked"),
        ("2026-03-02", "Bo Lindqvist", "nudged"),
        ("2026-03-05", "Ana Ruiz", "responded"),
        ("2026-03-09", "Ana Ruiz", "met"),
    ]
