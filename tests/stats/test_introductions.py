"""Who introduced whom: always a forest, whatever the tracker says."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.errors import UnknownPerson
from infoviz.stats.people.introductions import Introducer, introductions

TODAY = date(2026, 11, 20)


def suggested(*rows: tuple[str | None, str, str | None]) -> pd.DataFrame:
    """Rows of introducer, person and the day of the first message."""
    frame = pd.DataFrame(rows, columns=["referred_by", "name", "contacted_on"])
    return frame.astype({"contacted_on": "datetime64[us]", "referred_by": "str", "name": "str"})


def introducers(found) -> dict[str, str]:
    return {
        member.name: found.members[member.introducer].name
        for member in found.members
        if member.introducer is not None
    }


def test_the_earliest_introduction_wins_against_loops_circles_and_repeats():
    contacts = suggested(
        (None, "A", "2024-01-01"),
        (None, "F", "2024-01-02"),
        (None, "I", "2024-01-03"),
        ("A", "B", "2024-01-08"),
        ("A", "C", "2024-01-09"),
        ("B", "D", "2024-01-15"),
        ("C", "D", "2024-01-16"),  # a second suggestion
        ("D", "D", "2024-01-17"),  # a self-loop
        ("D", "A", "2024-01-20"),  # a circle back to A
        ("F", "G", "2024-01-10"),
        ("G", "F", "2024-01-21"),  # a circle back to F
        ("f", "H", "2024-01-22"),
        ("B", "g", "2024-01-25"),  # G again, in another case
    )
    found = introductions(contacts, as_of=TODAY)
    assert introducers(found) == {"B": "A", "C": "A", "D": "B", "G": "F", "H": "F"}
    assert (found.people, found.introduced, found.generations) == (8, 5, 2)
    assert found.by_generation == (3, 4, 1)
    assert found.introducers == (Introducer("A", 2), Introducer("F", 2), Introducer("B", 1))
    odd = found.oddities
    assert odd.selves == ("D",)
    assert odd.circles == (("D", "A"), ("G", "F"))
    assert odd.late == (("B", "G"), ("C", "D"))
    assert odd.variants == (("f", "F"),)
    assert found.path("d") == ("A", "B", "D")
    assert found.path("I") == ("I",)


def test_the_json_keys_are_those_of_the_network_command():
    told = introductions(
        suggested(("A", "B", "2026-01-08"), (None, "A", "2026-01-01")), as_of=TODAY
    ).to_dict()
    keys = ["as_of", "people", "organizations", "introduced", "generations", "reproduction", "introducers"]
    assert list(told)[:7] == keys
    assert (told["people"], told["organizations"], told["introduced"], told["generations"]) == (2, None, 1, 1)
    assert told["introducers"] == [{"name": "A", "introduced": 1}]
    assert told["reproduction"]["reason"] == "0 interviews held at least 28 days ago; 10 are needed"


def test_circles_among_people_of_whom_nobody_was_known_are_opened_where_they_close():
    contacts = suggested(("C", "A", "2024-01-01"), ("A", "B", "2024-01-02"), ("B", "C", "2024-01-03"))
    found = introductions(contacts, as_of=TODAY)
    assert introducers(found) == {"A": "C", "B": "A"}  # C came last, and descends from nobody
    assert found.oddities.circles == (("B", "C"),)
    assert found.generations == 2


def test_undated_introductions_come_last():
    contacts = suggested(("B", "A", None), ("A", "B", "2024-01-02"))
    found = introductions(contacts, as_of=TODAY)
    assert introducers(found) == {"B": "A"}
    assert found.oddities.circles == (("B", "A"),)
    only = introductions(suggested((None, "A", None), ("A", "B", None)), as_of=TODAY)
    assert introducers(only) == {"B": "A"}
    assert only.members[1].introduced_on is None


def test_on_one_day_an_introducer_counts_for_more_than_none():
    twice = suggested((None, "B", "2024-01-02"), ("A", "b", "2024-01-02"), (None, "A", "2024-01-01"))
    assert introducers(introductions(twice, as_of=TODAY)) == {"B": "A"}


def test_introducers_outside_the_list_are_counted_apart():
    contacts = suggested(
        ("Zoe Quist", "A", "2024-01-01"),
        ("ZOE QUIST", "B", "2024-01-02"),
        ("alumni directory", "C", "2024-01-03"),
        ("A", "D", "2024-01-04"),
        ("n/a", "E", "2024-01-05"),
    )
    found = introductions(contacts, as_of=TODAY)
    assert (found.introduced, found.generations) == (1, 1)
    assert found.oddities.outside == (("ZOE QUIST", 2), ("alumni directory", 1))
    assert "1 of 5 people were introduced by a contact" in str(found)
    assert "3 more by somebody outside the list" in str(found)


def test_a_name_that_several_contacts_bear_names_none_of_them():
    contacts = suggested(
        (None, "Ben Cho", "2024-01-01"), (None, "Ben Okafor", "2024-01-02"), ("Ben", "C", None)
    )
    found = introductions(contacts, as_of=TODAY)
    assert found.introduced == 0
    assert found.oddities.ambiguous == (("Ben", 1),)
    with pytest.raises(UnknownPerson, match="“Ben” is more than one contact"):
        found.path("Ben")
    with pytest.raises(UnknownPerson, match="“Zoe” is somebody outside the list"):
        found.path("Zoe")


def test_without_the_column_introductions_are_not_known():
    contacts = pd.DataFrame(
        {"name": ["A", "B"], "organization": ["Acme", "acme"], "met_on": ["2026-01-01"] * 2}
    )
    found = introductions(contacts, as_of=TODAY)
    assert (found.introduced, found.generations, found.introducers) == (None, None, ())
    assert found.reason == "there is no referred_by column"
    told = found.to_dict()
    assert (told["people"], told["organizations"], told["introduced"]) == (2, 1, None)
    assert told["reproduction"]["reason"] == "there is no referred_by column"
    assert told["reason"] == "there is no referred_by column"
    assert "there is no referred_by column" in str(found)
    blank = introductions(contacts.assign(referred_by=[None, " "]), as_of=TODAY)
    assert (blank.introduced, blank.generations, blank.reason) == (0, 0, None)
    assert blank.reproduction.reason == "no introduction is recorded"


def test_people_first_met_after_as_of_were_not_introduced_by_then():
    contacts = suggested((None, "A", "2024-01-01"), ("A", "B", "2024-02-01"))
    assert introductions(contacts, as_of=date(2024, 1, 15)).introduced == 0
    assert introductions(contacts, as_of=date(2024, 2, 1)).introduced == 1


def log(*rows: tuple[str, int, str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["date", "row", "name", "event", "detail"])
    return frame.astype({"date": "datetime64[us]"})


def test_logged_introductions_count_too():
    contacts = pd.DataFrame({"name": ["A", "B", "C"]}, index=[2, 3, 4])
    events = log(
        ("2024-01-01", 2, "A", "asked", ""),
        ("2024-01-05", 3, "B", "introduced", "by A"),
        ("2024-01-06", 4, "C", "introduced", "at the meetup"),
    )
    found = introductions(contacts, events, as_of=TODAY)
    assert introducers(found) == {"B": "A"}
    assert found.members[1].introduced_on == date(2024, 1, 5)
    assert introductions(contacts, events, as_of=date(2024, 1, 4)).introduced is None


def test_a_logged_introduction_dates_what_referred_by_says():
    contacts = pd.DataFrame({"name": ["A", "B"], "referred_by": [None, "A"]}, index=[2, 3])
    by_whom = log(("2024-01-05", 3, "B", "introduced", ""), ("2024-02-01", 3, "B", "asked", ""))
    to_whom = log(("2024-01-05", 2, "A", "introduced", "B"), ("2024-02-01", 3, "B", "asked", ""))
    for events in (by_whom, to_whom):
        found = introductions(contacts, events, as_of=TODAY)
        assert introducers(found) == {"B": "A"}
        assert found.members[1].introduced_on == date(2024, 1, 5)


def interviewed(children: list[int], *, held: str = "2026-01-05", then: str = "2026-02-02") -> pd.DataFrame:
    """As many interviews as there are numbers, each followed by so many people introduced."""
    hosts = [f"Host {at}" for at in range(len(children))]
    guests = [
        (f"Guest {at} of {host}", host)
        for host, count in zip(hosts, children, strict=True)
        for at in range(count)
    ]
    return pd.DataFrame(
        {
            "name": [*hosts, *(name for name, _ in guests)],
            "referred_by": [*[None] * len(hosts), *(host for _, host in guests)],
            "met_on": pd.to_datetime([held] * len(hosts) + [None] * len(guests)),
            "contacted_on": pd.to_datetime(["2026-01-01"] * len(hosts) + [then] * len(guests)),
        }
    )


def test_new_contacts_per_interview():
    found = introductions(interviewed([0, 1, 2, 0, 1, 3, 0, 0, 1, 2]), as_of=TODAY).reproduction
    assert (found.estimate, found.interviews, found.introduced) == (1.0, 10, 10)
    assert 0.3 < found.low < 1 < found.high < 2.2


def test_interviews_too_young_to_have_borne_fruit_do_not_count():
    contacts = interviewed([1] * 12)
    contacts.loc[0, "met_on"] = pd.Timestamp("2026-11-01")
    found = introductions(contacts, as_of=TODAY).reproduction
    assert (found.interviews, found.introduced) == (11, 11)
    assert (
        introductions(contacts, as_of=date(2026, 2, 1)).reproduction.reason == "no introduction is recorded"
    )


def test_each_introduction_belongs_to_the_last_interview_before_it():
    contacts = interviewed([3])
    contacts.loc[1:3, "contacted_on"] = pd.to_datetime(["2026-01-20", "2026-11-12", "2025-12-24"])
    events = log(("2026-01-05", 0, "Host 0", "met", ""), ("2026-11-10", 0, "Host 0", "met", ""))
    guests = log(*((str(contacts.loc[at, "contacted_on"].date()), at, "", "asked", "") for at in (1, 2, 3)))
    found = introductions(contacts, pd.concat([events, guests]), as_of=TODAY).reproduction
    assert (found.interviews, found.introduced) == (
        1,
        2,
    )  # the one of 12 November came of the interview of the 10th


def tangled(people: int, seed: int) -> pd.DataFrame:
    """People who suggest one another at random: loops, circles and repeats, names in any spelling."""
    rng = np.random.default_rng(seed)
    names = [f"Person{at:03} Family{at:03}" for at in range(people)]
    rows = []
    for at in range(2 * people):
        name, other = names[rng.integers(people)], names[rng.integers(people)]
        spellings = [
            other,
            other.upper(),
            ", ".join(reversed(other.split())),
            other.split()[0],
            None,
            "Zoe Quist",
        ]
        day = date(2026, 1, 1) + timedelta(days=int(rng.integers(0, 300)))
        rows.append(
            (spellings[rng.integers(6)], name if at % 3 else name.upper(), None if at % 7 == 0 else str(day))
        )
    return suggested(*rows)


@pytest.mark.parametrize("seed", range(5))
def test_three_hundred_people_in_a_tangle_are_a_forest(seed):
    found = introductions(tangled(300, seed), as_of=TODAY)
    assert found.oddities.late
    for at, member in enumerate(found.members):
        chain = [at]
        while found.members[chain[-1]].introducer is not None:
            chain.append(found.members[chain[-1]].introducer)
            assert len(set(chain)) == len(chain)
        assert member.generation == len(chain) - 1
    assert found.introduced == sum(member.introducer is not None for member in found.members)
    assert found.introduced == sum(introducer.introduced for introducer in found.introducers)
    assert sum(found.by_generation) == found.people
    assert len(found.by_generation) == found.generations + 1


def test_a_chain_of_ten_thousand_is_followed_to_its_end():
    names = [f"Person {at}" for at in range(10_000)]
    contacts = pd.DataFrame({"name": names, "referred_by": [None, *names[:-1]]})
    found = introductions(contacts, as_of=TODAY)
    assert found.generations == 9_999
    assert len(found.path("Person 9999")) == 10_000


def said(found) -> dict:
    """What must not depend on the order of the rows."""
    told = found.to_dict()
    names = [introducer["name"].casefold() for introducer in told.pop("introducers")]
    told.pop("name_variants")
    for pairs in ("circles", "known_before"):
        told[pairs] = sorted((pair["introducer"].casefold(), pair["name"].casefold()) for pair in told[pairs])
    told["introduced_by_themselves"] = sorted(name.casefold() for name in told["introduced_by_themselves"])
    forest = {name.casefold(): other.casefold() for name, other in introducers(found).items()}
    return {**told, "names": sorted(names), "forest": forest}


@settings(derandomize=True, deadline=None, max_examples=60)
@given(seed=st.integers(0, 10_000), people=st.integers(1, 12))
def test_order_index_and_dtypes_change_nothing(seed, people):
    contacts = tangled(people, seed)
    told = said(introductions(contacts, as_of=TODAY))
    assert said(introductions(contacts.sample(frac=1, random_state=seed), as_of=TODAY)) == told
    assert said(introductions(contacts.set_axis([0] * len(contacts)), as_of=TODAY)) == told
    assert said(introductions(contacts.astype(object), as_of=TODAY)) == told
    assert said(introductions(contacts.astype({"referred_by": "category"}), as_of=TODAY)) == told


@settings(derandomize=True, deadline=None, max_examples=40)
@given(seed=st.integers(0, 10_000), people=st.integers(2, 10))
def test_the_order_of_the_log_changes_nothing(seed, people):
    contacts = tangled(people, seed)
    rng = np.random.default_rng(seed)
    rows = rng.integers(0, len(contacts), size=15)
    kinds = rng.choice(["introduced", "asked", "met"], size=15)
    details = [contacts["name"].iloc[rng.integers(len(contacts))] if rng.random() < 0.5 else "" for _ in rows]
    days = [str(date(2026, 3, 1) + timedelta(days=int(day))) for day in rng.integers(0, 60, size=15)]
    events = log(*zip(days, rows.tolist(), contacts["name"].iloc[rows], kinds.tolist(), details, strict=True))
    told = said(introductions(contacts, events, as_of=TODAY))
    assert said(introductions(contacts, events.sample(frac=1, random_state=seed), as_of=TODAY)) == told
    assert said(introductions(contacts.sample(frac=1, random_state=seed), events, as_of=TODAY)) == told
    assert said(introductions(contacts, events.astype({"event": "category"}), as_of=TODAY)) == told


def test_the_frame_has_a_row_a_person():
    frame = introductions(suggested((None, "A", "2024-01-01"), ("A", "B", None)), as_of=TODAY).to_frame()
    assert frame["introducer"].tolist() == [pytest.approx(float("nan"), nan_ok=True), "A"]
    assert frame["generation"].tolist() == [0, 1]
    nobody = introductions(suggested(), as_of=TODAY)
    assert nobody.to_frame().empty
    with pytest.raises(UnknownPerson):
        nobody.path("A")


def test_it_reads_as_one_sentence():
    contacts = suggested((None, "A", "2024-01-01"), ("A", "B", "2024-01-02"), ("A", "C", "2024-01-03"))
    contacts["introductions"] = ["Zoe Quist", None, None]
    assert str(introductions(contacts, as_of=TODAY)) == (
        "By 2026-11-20, 2 of 3 people were introduced by a contact, over 1 generation, most by A (2); "
        "1 promised introduction still owed."
    )


def test_of_several_who_introduced_as_many_none_introduced_most():
    contacts = suggested((None, "A", "2024-01-01"), ("A", "B", "2024-01-02"), ("B", "C", "2024-01-03"))
    assert "most by" not in str(introductions(contacts, as_of=TODAY))


@pytest.mark.parametrize("change", ["same index", "no rows", "rows as texts"])
def test_a_log_that_knows_persons_by_name_alone_dates_their_introductions(change):
    contacts = suggested(
        (None, "Ana Ruiz", "2026-09-01"), ("Ana", "Ben Cho", "2026-09-08"), ("Ben", "Cleo", None)
    )
    contacts.loc[len(contacts)] = contacts.iloc[-1].to_dict() | {"name": "Dan Ek", "referred_by": "Ana Ruiz"}
    contacts.index = pd.RangeIndex(2, 6)
    log = pd.DataFrame(
        {
            "row": [2, 3, 4, 5],
            "name": ["Ana Ruiz", "Ben Cho", "Cleo", "Dan Ek"],
            "date": pd.to_datetime(["2026-09-01", "2026-09-08", "2026-10-01", "2026-12-24"]),
            "event": [" Asked ", "asked", "asked", "asked"],
        }
    )
    by_row = introductions(contacts, log, as_of=TODAY)
    if change == "same index":
        contacts = contacts.set_axis([7] * 4)
    elif change == "no rows":
        log = log.drop(columns="row")
    else:
        log["row"] = log["row"].astype(str)
    by_name = introductions(contacts, log, as_of=TODAY)
    days = [member.introduced_on for member in by_name.members]
    assert days[:3] == [date(2026, 9, 1), date(2026, 9, 8), date(2026, 10, 1)]
    assert days == [member.introduced_on for member in by_row.members]
    assert by_name.introduced == by_row.introduced == 2  # what lies ahead does not exist
