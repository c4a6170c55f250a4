"""The statistics once more, the plain and slow way: a loop over people, fractions, and nothing of ours imported.

Written from the definitions (what the keys count, when a rate is given, whose introduction counts), it is what the
fast functions are held against. Rows are mappings with dates as :class:`datetime.date`; a log's lines too.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import exp, log, sqrt
from statistics import NormalDist
from typing import Any

Row = Mapping[str, Any]
Line = Mapping[str, Any]

DATED = {
    "contacted_on": "asked",
    "nudged_on": "nudged",
    "responded_on": "responded",
    "scheduled_on": "scheduled",
    "met_on": "met",
    "thanked_on": "thanked",
    "last_touch_on": "touched",
    "acknowledged_on": "acknowledged",
}
APPROACH = ("asked", "nudged", "responded", "scheduled", "met", "thanked")  # what proves an ask
# What a few words prove, and the response they amount to.
WORDS = {
    "yes": ({"asked", "responded"}, "yes"),
    "no": ({"asked", "responded"}, "no"),
    "other": ({"asked", "responded"}, "other"),
    "bounced": ({"asked"}, "bounced"),
    "withdrawn": ({"asked"}, "withdrawn"),
    "emailed": ({"asked"}, None),
    "replied": ({"asked", "responded"}, None),
    "scheduled": ({"asked", "responded", "scheduled"}, "yes"),
    "met": ({"asked", "responded", "met"}, "yes"),
    "declined": ({"asked", "responded"}, "no"),
    "": (set(), None),
}
RANK = ("yes", "no", "other", "bounced", "withdrawn")  # of a person's rows the first of these counts
Z = NormalDist().inv_cdf(0.975)


@dataclass
class Person:
    """Everything known of one person by the day at which we look."""

    name: str
    organization: str
    rows: list[int] = field(default_factory=list)
    happened: set[str] = field(default_factory=set)
    first: dict[str, date] = field(default_factory=dict)
    response: str | None = None
    responded: date | None = None

    @property
    def asked(self) -> bool:
        """Whether anything proves an ask."""
        return bool(self.happened & set(APPROACH)) or self.response is not None

    def state(self, as_of: date, within: int) -> str:
        """One word for what has become of the ask."""
        if self.response is not None:
            return self.response
        if not self.asked:
            return "not asked"
        sent = self.first.get("asked")
        return "waiting" if sent is not None and (as_of - sent).days <= within else "silent"


def _same(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def people_of(rows: list[Row], as_of: date) -> list[Person]:
    """Take the rows of a person together."""
    found: dict[object, Person] = {}
    for at, row in enumerate(rows):
        name, organization = row.get("name") or "", row.get("organization") or ""
        key: object = (_same(name), _same(organization)) if _same(name) or _same(organization) else at
        person = found.setdefault(
            key, Person(" ".join((name.strip() or organization).split()), organization.strip())
        )
        person.rows.append(at)
        _add(person, row, as_of)
    for person in found.values():
        answers = [_answer(rows[at], as_of) for at in person.rows]
        for response in RANK:
            days = [day for said, day in answers if said == response]
            if days:
                person.response = response
                person.responded = min((day for day in days if day is not None), default=None)
                break
    return list(found.values())


def _told(row: Row, as_of: date) -> list[tuple[set[str], str | None]]:
    """What the words of a row prove: those of the response, then those of the status."""
    told = []
    for column in ("response", "status"):
        events, response = WORDS[_same(row.get(column))]
        if column == "status" and "response" in row and response == "no":
            events, response = events - {"responded"}, None  # silence filed as a refusal
        past = events - {"asked", "scheduled"} | ({"responded"} if response else set())
        late = any(
            (day := row.get(date_field)) and day > as_of
            for date_field, event in DATED.items()
            if event in past
        )
        told.append((set(), None) if late else (events, response))
    return told


def _facts(row: Row, as_of: date) -> tuple[set[str], dict[str, date]]:
    """What happened by a day, and on which day."""
    ahead = bool(row.get("contacted_on") and row["contacted_on"] > as_of)
    words = set().union(*(events for events, _ in _told(row, as_of)))
    happened, days = set(), {}
    for date_field, event in DATED.items():
        day = row.get(date_field)
        if day is not None and day <= as_of:
            happened.add(event)
            days[event] = day
        elif day is None and not ahead and (event in words or row.get(event) is True):
            happened.add(event)
    return happened, days


def _answer(row: Row, as_of: date) -> tuple[str | None, date | None]:
    happened, days = _facts(row, as_of)
    ahead = bool(row.get("contacted_on") and row["contacted_on"] > as_of)
    said = next((response for _, response in _told(row, as_of) if response), None)
    if said and not (ahead and row.get("responded_on") is None):
        return said, days.get("responded")
    if happened & {"met", "scheduled"}:
        return "yes", days.get("responded")
    return ("other", days.get("responded")) if "responded" in happened else (None, None)


def _add(person: Person, row: Row, as_of: date) -> None:
    happened, days = _facts(row, as_of)
    person.happened |= happened
    for event, day in days.items():
        person.first[event] = min(day, person.first.get(event, day))


def summary(rows: list[Row], *, as_of: date, within: int) -> dict[str, Any]:
    """Count people by what has become of them."""
    people = people_of(rows, as_of)
    states = Counter(person.state(as_of, within) for person in people)
    counts = {
        state: states[state] for state in ("yes", "no", "bounced", "other", "withdrawn", "waiting", "silent")
    }
    return {
        "people": len(people),
        "organizations": len({_same(row.get("organization")) for row in rows} - {""}),
        "asked": sum(person.asked for person in people),
        "answered": counts["yes"] + counts["no"] + counts["other"],
        **counts,
        "met": sum("met" in person.happened for person in people),
        "thanked": sum("thanked" in person.happened for person in people),
    }


# ── rates ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Ask:
    """One dated ask: how long it took, at the least and at the most, and what ended it (``""``: still open)."""

    age: int
    early: int
    late: int
    known: bool
    cause: str


def asks_of(people: Iterable[Person], as_of: date, within: int) -> list[Ask]:
    """The asks that have a day."""
    found = []
    for person in people:
        sent = person.first.get("asked")
        if sent is None:
            continue
        age = (as_of - sent).days
        state = person.state(as_of, within)
        if state in ("waiting", "silent"):
            found.append(Ask(age, age, age, known=True, cause=""))
            continue
        wait = (person.responded - sent).days if person.responded else -1
        if wait >= 0:
            early = late = wait
        else:
            after = [
                (person.first[event] - sent).days
                for event in ("scheduled", "met", "thanked")
                if event in person.first
            ]
            first = min(after, default=-1)
            early, late = 0, first if first >= 0 and state in ("yes", "no", "other") else age
        found.append(Ask(age, early, late, wait >= 0, "" if state == "withdrawn" else state))
    return found


@dataclass
class Point:
    """A curve at a day: its value, its limits, and how many asks followed to the end it amounts to."""

    estimate: Fraction
    low: float
    high: float
    variance: Fraction
    effective: Fraction


def curve_at(ends: list[tuple[int, str]], causes: set[str], day: int) -> Point:
    """Aalen-Johansen's estimate of some causes taken as one, from its definition; others end an ask too."""
    days = sorted({length for length, _ in ends})
    left, total, steps = Fraction(1), Fraction(0), []
    for when in (length for length in days if length <= day):
        at_risk = sum(length >= when for length, _ in ends)
        gone = sum(length == when and cause != "" for length, cause in ends)
        ours = sum(length == when and cause in causes for length, cause in ends)
        total += left * Fraction(ours, at_risk)
        steps.append((at_risk, gone, ours, left, total))
        left *= Fraction(at_risk - gone, at_risk)
    following = next((when for when in days if when >= day), days[-1])
    before = Fraction(1)
    for when in (length for length in days if length < following):
        at_risk = sum(length >= when for length, _ in ends)
        before *= 1 - Fraction(sum(length == when and cause != "" for length, cause in ends), at_risk)
    effective = Fraction(sum(length >= following for length, _ in ends)) / before
    variance = Fraction(0)
    for at_risk, gone, ours, survived, so_far in steps:  # Aalen's, by the delta method
        if (at_risk - 1) * (at_risk - gone) > 0:
            variance += (total - so_far) ** 2 * Fraction(gone, (at_risk - 1) * (at_risk - gone))
        if at_risk > 1:
            spread = Fraction(ours * (at_risk - ours), at_risk)
            variance += survived**2 * spread / ((at_risk - 1) * at_risk)
            variance -= (
                2 * (total - so_far) * survived * spread / ((at_risk - gone) * (at_risk - 1))
                if gone < at_risk
                else 0
            )
    variance = max(variance, Fraction(0))
    if 0 < total < 1:
        share = float(total)
        reach = exp(Z * sqrt(variance) / (share * -log(share)))
        low, high = share**reach, share ** (1 / reach)
    else:
        low, high = wilson(float(total), float(effective))
    return Point(total, low, high, variance, effective)


def wilson(share: float, trials: float) -> tuple[float, float]:
    """Wilson's interval."""
    middle = (share + Z * Z / (2 * trials)) / (1 + Z * Z / trials)
    half = Z * sqrt(share * (1 - share) / trials + Z * Z / (4 * trials * trials)) / (1 + Z * Z / trials)
    return max(middle - half, 0.0) if share else 0.0, min(middle + half, 1.0) if share < 1 else 1.0


def rate(rows: list[Row], causes: set[str], *, as_of: date, within: int) -> dict[str, Any] | None:
    """Estimate the chance of some causes within the window; None where it cannot be given."""
    asks = asks_of(people_of(rows, as_of), as_of, within)
    if sum(ask.age >= within for ask in asks) < 5:
        return None
    answered = [ask for ask in asks if ask.cause in ("yes", "no", "other")]
    if answered and not any(ask.known for ask in answered):
        closed = [ask for ask in asks if ask.age >= within]
        share = sum(ask.cause in causes for ask in closed) / len(closed)
        low, high = wilson(share, len(closed))
        return {"estimate": share, "low": low, "high": high, "asked": len(closed)}
    points = [
        curve_at([(length, ask.cause) for ask, length in zip(asks, lengths, strict=True)], causes, within)
        for lengths in ([ask.early for ask in asks], [ask.late for ask in asks])
    ]
    return {
        "estimate": float(sum(point.estimate for point in points) / 2),
        "low": min(point.low for point in points),
        "high": max(point.high for point in points),
        "asked": len(asks),
    }


def ratio(rows: list[Row], *, as_of: date, within: int) -> float | None:
    """Yeses for every no, from the curves; None where it cannot be given."""
    asks = asks_of(people_of(rows, as_of), as_of, within)
    if sum(ask.age >= within for ask in asks) < 5:
        return None
    answered = [ask for ask in asks if ask.cause in ("yes", "no", "other")]
    if answered and not any(ask.known for ask in answered):
        closed = Counter(ask.cause for ask in asks if ask.age >= within)
        return closed["yes"] / closed["no"] if closed["no"] else None
    shares = []
    for lengths in ([ask.early for ask in asks], [ask.late for ask in asks]):
        ends = [(length, ask.cause) for ask, length in zip(asks, lengths, strict=True)]
        yes, no = (curve_at(ends, {cause}, within).estimate for cause in ("yes", "no"))
        if no == 0:
            return None
        shares.append(yes / (yes + no))
    share = float(sum(shares) / 2)
    return share / (1 - share)


# ── weeks ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def lines_of(rows: list[Row]) -> list[Line]:
    """The paper trail that the date columns amount to."""
    return [
        {"row": at, "name": row.get("name"), "date": row[date_field], "event": event, "detail": ""}
        for at, row in enumerate(rows)
        for date_field, event in DATED.items()
        if row.get(date_field) is not None
    ]


def weekly(rows: list[Row], lines: list[Line], *, as_of: date) -> list[dict[str, Any]]:
    """The weekly table; of the lines each names the row it belongs to."""
    people = people_of(rows, as_of)
    owner = {at: number for number, person in enumerate(people) for at in person.rows}
    past = [line for line in lines if line["date"] <= as_of]
    if not past:
        return []
    monday = min(line["date"] for line in past)
    monday -= timedelta(days=monday.weekday())
    weeks = []
    first_of_person: dict[int, date] = {}
    first_of_house: dict[str, date] = {}
    for line in past:
        number = owner[line["row"]]
        house = _same(people[number].organization)
        first_of_person[number] = min(line["date"], first_of_person.get(number, line["date"]))
        if house:
            first_of_house[house] = min(line["date"], first_of_house.get(house, line["date"]))
    while monday <= as_of:
        sunday = monday + timedelta(days=6)

        def counted(event: str, *responses: str) -> int:
            seen = set()
            for line in past:
                if line["event"] == event and monday <= line["date"] <= sunday:  # noqa: B023  called in this turn
                    number = owner[line["row"]]
                    said = _said(line, rows[line["row"]], people[number])
                    if not responses or said in responses:
                        seen.add((number, line["date"]))
            return len(seen)

        year, week, _ = monday.isocalendar()
        weeks.append(
            {
                "week": f"{year}-W{week:02}",
                "begins": monday.isoformat(),
                "complete": as_of >= monday + timedelta(days=7),
                "asked": counted("asked"),
                "responded": counted("responded", "yes", "no", "other"),
                "yes": counted("responded", "yes"),
                "no": counted("responded", "no"),
                "met": counted("met"),
                "thanked": counted("thanked"),
                "people": sum(monday <= day <= sunday for day in first_of_person.values()),
                "organizations": sum(monday <= day <= sunday for day in first_of_house.values()),
            }
        )
        monday += timedelta(days=7)
    return weeks


def _said(line: Line, row: Row, person: Person) -> str:
    if line["detail"] in RANK:
        return str(line["detail"])
    return person.response or "other"


# ── introductions ─────────────────────────────────────────────────────────────────────────────────────────────────────


def introductions(rows: list[Row], lines: list[Line], *, as_of: date, within: int = 28) -> dict[str, Any]:
    """Who introduced whom, from ``referred_by`` and the log's *introduced*; names must be those of one person each."""
    people = people_of(rows, as_of)
    named = {_same(person.name): number for number, person in enumerate(people)}
    past = [line for line in lines if line["date"] <= as_of]
    candidates = []
    for number, person in enumerate(people):
        records = []
        for at in person.rows:
            every = [line["date"] for line in lines if line["row"] == at]
            day = min((day for day in every if day <= as_of), default=None)
            ahead = day is None and bool(every)
            records.append((day, "" if ahead else (rows[at].get("referred_by") or "").strip()))
        said = min(
            (one for one in records if one[1]),
            key=lambda one: (one[0] is None, one[0] or as_of, _same(one[1])),
            default=None,
        )
        for line in past:
            if line["row"] in person.rows and line["event"] == "introduced" and (line["detail"] or said):
                records.append((line["date"], line["detail"] or (said[1] if said else "")))
        if not any(written for _, written in records):
            continue
        day, written = min(
            records, key=lambda one: (one[0] is None, one[0] or as_of, not one[1], _same(one[1]))
        )
        by = named.get(_same(written)) if written else None
        if by is not None and by != number:
            age = (day is None, day or as_of, _same(person.name), _same(person.organization), _same(written))
            candidates.append((age, number, by, day))
    introducer: dict[int, int] = {}
    when: dict[int, date | None] = {}
    for _, number, by, day in sorted(candidates):
        above: int | None = by
        while above is not None and above != number:
            above = introducer.get(above)
        if above is None:  # else it would close a circle
            introducer[number], when[number] = by, day
    generation = [0] * len(people)
    for number in range(len(people)):
        above = number
        while above in introducer:
            generation[number] += 1
            above = introducer[above]
    tally = Counter(introducer.values())
    interviews = []
    for number, person in enumerate(people):
        met = sorted({line["date"] for line in past if line["row"] in person.rows and line["event"] == "met"})
        brought = Counter[date]()
        for child in (child for child, by in introducer.items() if by == number):
            if met:
                day = when[child] or date.min
                brought[max((held for held in met if held <= day), default=met[0])] += 1
        interviews += [(held, brought[held]) for held in met]
    ripe = [count for held, count in interviews if (as_of - held).days >= within]
    return {
        "people": len(people),
        "introduced": len(introducer),
        "generations": max(generation, default=0),
        "by_generation": [generation.count(deep) for deep in range(max(generation, default=-1) + 1)],
        "introducers": sorted(
            ({"name": people[by].name, "introduced": count} for by, count in tally.items()),
            key=lambda one: (-one["introduced"], one["name"]),
        ),
        "interviews": len(ripe),
        "brought": sum(ripe),
    }


# ── growth ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def warmth(
    rows: list[Row], lines: list[Line], *, as_of: date, cadence: int = 90
) -> list[tuple[int, int, int]]:
    """People met so far, warm and cold at the end of each week."""
    people = people_of(rows, as_of)
    owner = {at: number for number, person in enumerate(people) for at in person.rows}
    past = [line for line in lines if line["date"] <= as_of]
    weeks = weekly(rows, lines, as_of=as_of)
    table = []
    for week in weeks:
        end = min(date.fromisoformat(week["begins"]) + timedelta(days=6), as_of)
        met = warm = cold = 0
        for number, person in enumerate(people):
            own = [line for line in past if owner[line["row"]] == number and line["date"] <= end]
            met += any(line["event"] == "met" for line in own)
            since = min((line["date"] for line in own if line["event"] in ("met", "touched")), default=None)
            if since is None:
                continue
            contacts = [
                line["date"]
                for line in own
                if line["date"] >= since
                and (
                    line["event"] in ("met", "thanked", "touched", "acknowledged")
                    or (
                        line["event"] == "responded"
                        and _said(line, rows[line["row"]], person) in ("yes", "no", "other")
                    )
                )
            ]
            given = [
                rows[at]["cadence_days"] for at in person.rows if (rows[at].get("cadence_days") or 0) > 0
            ]
            owed = min(given, default=cadence)
            if (end - max(contacts)).days <= owed:
                warm += 1
            else:
                cold += 1
        table.append((met, warm, cold))
    return table


def longest_run(weeks: list[dict[str, Any]], goal: int) -> int:
    """Weeks in a row that made the goal; an unfinished one adds and never breaks."""
    made = [week["met"] >= goal for week in weeks if week["complete"] or week["met"] >= goal]
    breaks = [-1, *(at for at, good in enumerate(made) if not good), len(made)]
    return max(after - before - 1 for before, after in pairwise(breaks))
