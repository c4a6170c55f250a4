"""Small trackers of every kind, counted plainly and by the fast functions: the same numbers."""

from datetime import date, timedelta
from math import isclose

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import infoviz
from infoviz.stats.weekly.pace import pace
from tests.stats import plainly

TODAY = date(2026, 11, 20)
NAMES = ("Ana Ruiz", "Ben Cho", "Cleo Diaz", "Dev Rao", "Eva Lund", "Finn Ode", "Gus Hale")
many = settings(derandomize=True, deadline=None, max_examples=80)


@st.composite
def trackers(draw: st.DrawFn) -> list[dict]:
    """Rows with some of the columns: dates far and near and ahead, words, people in several rows."""
    first, last = draw(st.sampled_from([(-10, 60), (-3, 10), (0, 3), (-40, 300), (27, 29)]))
    days = st.one_of(st.none(), st.integers(first, last).map(lambda ago: TODAY - timedelta(days=ago)))
    told = st.sampled_from([None, None, "", *plainly.RANK])
    columns = {
        "organization": st.sampled_from(["Acme", "acme ", "Globex", None]),
        "response": told,
        "status": st.sampled_from([None, None, "", "Met", "declined", "Emailed", "replied", "Scheduled"]),
        "cadence_days": st.sampled_from([None, 7, 30, 0]),
        "asked": st.booleans(),
        "met": st.booleans(),
        "responded": st.booleans(),
        **dict.fromkeys(plainly.DATED, days),
    }
    kept = draw(st.sets(st.sampled_from(sorted(columns))))
    names = st.sampled_from([*NAMES, *NAMES, "ana  RUIZ", None])
    given = st.fixed_dictionaries({"name": names} | {name: columns[name] for name in columns if name in kept})
    return draw(st.lists(given, max_size=14))


def framed(rows: list[dict]) -> pd.DataFrame:
    names = list(rows[0]) if rows else ["name", "contacted_on"]
    frame = pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in names})
    for name in names:
        if name in plainly.DATED:
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
        else:
            kind = {"cadence_days": "float", "asked": "bool", "met": "bool", "responded": "bool"}.get(
                name, "str"
            )
            frame[name] = frame[name].astype(kind)
    return frame.set_axis(range(2, len(frame) + 2), axis=0)


def logged(lines: list[dict]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["row", "name", "date", "event", "detail"])
    frame["row"] += 2
    return frame.astype({"date": "datetime64[us]"})


def alike(ours: float | None, plain: float | None) -> bool:
    if ours is None or plain is None:
        return ours is plain
    return isclose(ours, plain, rel_tol=1e-9, abs_tol=1e-9)


@many
@given(trackers(), st.sampled_from([28, 14, 3, 0]))
def test_counts_and_rates(rows, within):
    found = infoviz.summary(framed(rows), as_of=TODAY, within=within)
    told = found.to_dict()
    counts = plainly.summary(rows, as_of=TODAY, within=within)
    assert {name: told[name] for name in counts if name not in found.missing} == {
        name: count for name, count in counts.items() if name not in found.missing
    }
    fields = found.missing.keys()
    for ours, causes, needs in (
        (found.response_rate, {"yes", "no", "other"}, "answered"),
        (found.yes_rate, {"yes"}, "yes"),
    ):
        plain = None
        if needs not in fields and rows and "contacted_on" in rows[0]:
            plain = plainly.rate(rows, causes, as_of=TODAY, within=within)
        for number in ("estimate", "low", "high"):
            assert alike(getattr(ours, number), plain and plain[number]), (number, ours.reason)
        assert plain is None or ours.asked == plain["asked"]
        assert (ours.reason == "") == (plain is not None)
    if "yes" not in fields and rows and "contacted_on" in rows[0]:
        assert alike(found.yes_no_ratio.ratio, plainly.ratio(rows, as_of=TODAY, within=within))


@many
@given(trackers(), st.data())
def test_weeks_and_growth(rows, data):
    from_columns = [
        {**line, "detail": rows[line["row"]].get("response") or ""} if line["event"] == "responded" else line
        for line in plainly.lines_of(rows)
    ]
    log = [*plainly.lines_of(rows), *data.draw(lines_for(rows))]
    for lines, events in ((from_columns, None), (log, logged(log))):
        weeks = plainly.weekly(rows, lines, as_of=TODAY)
        assert infoviz.weekly_progress(framed(rows), events, as_of=TODAY).to_dict()["weeks"] == weeks
        growth = infoviz.network_growth(framed(rows), events, as_of=TODAY)
        assert [(week.met, week.warm, week.cold) for week in growth.weeks] == plainly.warmth(
            rows, lines, as_of=TODAY
        )
        assert [week.new_people for week in growth.weeks] == [week["people"] for week in weeks]
        assert pace(framed(rows), events, as_of=TODAY).longest == plainly.longest_run(weeks, 1)


def lines_for(rows: list[dict]) -> st.SearchStrategy[list[dict]]:
    """Lines of a log beside the date columns: people met again, introduced, somebody thanked tomorrow."""
    if not rows:
        return st.just([])
    introducers = [row["name"] for row in rows if row["name"] and not row.get("referred_by")]
    details = {
        "responded": st.sampled_from(["yes", "no", "bounced", ""]),
        "introduced": st.sampled_from([*introducers, ""]),
    }

    def line(event: str) -> st.SearchStrategy[dict]:
        return st.fixed_dictionaries(
            {
                "row": st.integers(0, len(rows) - 1),
                "name": st.just("whoever"),
                "date": st.integers(-5, 60).map(lambda ago: TODAY - timedelta(days=ago)),
                "event": st.just(event),
                "detail": details.get(event, st.just("")),
            }
        )

    kinds = (
        "met",
        "met",
        "touched",
        "noted",
        "asked",
        "responded",
        "introduced",
        "introduced",
        "thanked",
        "odd",
    )
    return st.lists(st.sampled_from(kinds).flatmap(line), max_size=12)


@many
@given(trackers(), st.data())
def test_introductions(rows, data):
    rows = [row for row in rows if row.get("organization") in (None, "Acme")]
    referrers = st.sampled_from([None, None, *NAMES, "BEN CHO", "Zoe Outside"])
    rows = [row | {"referred_by": data.draw(referrers)} for row in rows]
    for row in rows:
        row.pop("organization", None)  # else one name may stand for two people
    log = [*plainly.lines_of(rows), *data.draw(lines_for(rows))]
    for lines, events in ((plainly.lines_of(rows), None), (log, logged(log))):
        ours = infoviz.introductions(framed(rows), events, as_of=TODAY).to_dict()
        plain = plainly.introductions(rows, lines, as_of=TODAY)
        if not rows:
            continue
        interviews, brought = plain.pop("interviews"), plain.pop("brought")
        assert {name: ours[name] for name in plain} == plain
        assert ours["reproduction"]["interviews"] == interviews
        assert ours["reproduction"]["introduced"] == brought


def test_the_plain_way_knows_the_hand_worked_curve():
    lengths, causes = [1, 2, 2, 3, 3, 3, 5, 6], ["", "yes", "", "no", "", "no", "", "no"]
    ends = list(zip(lengths, causes, strict=True))
    assert float(plainly.curve_at(ends, {"yes"}, 6).estimate) == pytest.approx(1 / 7)
    assert float(plainly.curve_at(ends, {"no"}, 3).estimate) == pytest.approx(12 / 35)
