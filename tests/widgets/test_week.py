"""This week against the goal."""

from datetime import date

import infoviz

AS_OF = date(2026, 11, 20)


def test_it_says_how_the_week_stands(tracker: infoviz.Tracker) -> None:
    view = infoviz.week(tracker, as_of=AS_OF)
    assert "you have met 1 of 1; 2 days left. The goal is made." in view.headline.value
    assert 'role="img"' in view.weeks.value
    assert view.pace == infoviz.pace(tracker.contacts, tracker.events, as_of=AS_OF, goal=1)


def test_another_goal_is_another_week(tracker: infoviz.Tracker) -> None:
    view = infoviz.week(tracker, as_of=AS_OF)
    before = view.weeks.value
    view.goal.value = 2
    assert (
        "you have met 1 of 2; 2 days left. At your pace the chance to make it is about" in view.headline.value
    )
    assert view.weeks.value != before
    assert view.weekly.goal == 2


def test_it_follows_what_is_noted(tracker: infoviz.Tracker) -> None:
    view = infoviz.week(tracker, as_of=AS_OF, goal=2)
    contacts = tracker.contacts
    unmet = contacts[contacts["met_on"].isna()].index[-1]
    tracker.log(int(unmet), "met", on=AS_OF)
    assert "you have met 2 of 2" in view.headline.value
    tracker.undo()
    assert "you have met 1 of 2" in view.headline.value


def test_a_tracker_that_has_no_days(tmp_path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("Name\nAda Example\n", encoding="utf-8")
    view = infoviz.week(infoviz.load(path), as_of=AS_OF)
    assert "met_on" in view.headline.value
    assert "<svg" in view.weeks.value
