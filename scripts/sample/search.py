"""The invented search itself: whom one person asked over thirty weeks, and what came of it."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from sample import words

SEED = 3178  # one of the searches in which everything worth showing happens
LAST_DAY = date(2026, 11, 20)
FIRST_MONDAY = date(2026, 4, 27)
# Asks in each week: a ramp, two weeks of holiday in August, a week ill in October.
ASKS_PER_WEEK = (2, 2, 3, 4, 4, 5, 5, 6, 5, 4, 5, 6, 5, 4, 1, 0, 0, 3, 5, 6, 5, 6, 4, 0, 5, 6, 5, 4, 5, 4)
DROPPED_ON = date(2026, 8, 24)  # the day on which publishing stopped being an idea
AWAY = ((date(2026, 8, 8), date(2026, 8, 23)), (date(2026, 10, 5), date(2026, 10, 11)))
WISHES = 5  # people found at the end and not asked yet
DEEPEST = 3  # introductions of introductions of introductions


@dataclass
class Person:
    """One row of the tracker; the attributes bear the names of the fields."""

    name: str
    organization: str
    role: str
    email: str
    phone: str
    link: str
    location: str
    source: str
    hypothesis: str
    tags: str
    referred_by: str = ""
    generation: int = 0
    channel: str = ""
    template: str = ""
    contacted_on: date | None = None
    nudged_on: date | None = None
    response: str = ""
    responded_on: date | None = None
    mode: str = ""
    minutes: int | None = None
    scheduled_on: date | None = None
    met_on: date | None = None
    thanked_on: date | None = None
    follow_up_on: date | None = None
    last_touch_on: date | None = None
    cadence_days: int | None = None
    introductions: str = ""
    promised: str = ""
    acknowledged_on: date | None = None
    reflection: str = ""
    takeaways: str = ""
    outcome: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the log."""

    date: date
    name: str
    event: str
    detail: str = ""


@dataclass(frozen=True)
class Lead:
    """A person whom somebody introduced and who has not been asked yet."""

    person: Person
    ready_on: date


@dataclass
class Search:
    """The people in the order in which they entered the tracker, and the paper trail."""

    people: list[Person] = field(default_factory=list)
    log: list[Entry] = field(default_factory=list)

    def note(self, on: date, person: Person, event: str, detail: str = "") -> None:
        """Write one line of the log."""
        self.log.append(Entry(on, person.name, event, detail))


def address(name: str) -> str:
    """Write a Latin name as the local part of an e-mail address.

    >>> address("Siobhán Ní Dhonnabháin")
    'siobhan.dhonnabhain'
    """
    letters = name.translate(
        str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "ı": "i", "ł": "l", "đ": "d", "Đ": "D"})
    )
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    parts = plain.replace("'", "").split()
    return f"{parts[0]}.{parts[-1]}"


def on_weekday(day: date) -> date:
    """Move a day that falls on a weekend to the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def not_away(day: date) -> date:
    """Move a day out of the weeks without interviews, then off the weekend."""
    for begin, end in AWAY:
        while begin <= day <= end:
            day += timedelta(weeks=1 + day.day % 2)
    return on_weekday(day)


def happened(day: date | None) -> date | None:
    """Forget a day that has not come yet."""
    return day if day is not None and day <= LAST_DAY else None


class Storyteller:
    """Invents the search day by day; everything random comes from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.search = Search()
        self.leads: list[Lead] = []
        self.names = iter(words.NAMES)
        self.promised_only = iter(words.PROMISED_ONLY)
        self.takeaways = {guess: iter(lines) for guess, lines in words.TAKEAWAYS.items()}
        self.outcomes = iter(words.OUTCOMES)
        self.remarks: set[str] = set()

    def tell(self) -> Search:
        """Go through the weeks, ask, and let what follows happen."""
        for week, asks in enumerate(ASKS_PER_WEEK):
            for day in self.days_of_asking(FIRST_MONDAY + timedelta(weeks=week), asks):
                self.ask(self.next_person(day), day)
        self.search.people += [lead.person for lead in self.leads]
        for _ in range(WISHES):
            self.search.people.append(self.invent(words.CLIMATE, self.pick(words.COLD)))
        self.search.log.sort(key=lambda entry: entry.date)
        return self.search

    def one_in(self, probability: float) -> bool:
        """Toss a coin."""
        return self.random.random() < probability

    def pick(self, choices: Sequence[str], weights: Sequence[float] | None = None) -> str:
        """Draw one of several texts."""
        return self.random.choices(choices, weights)[0]

    def remark(self, choices: Sequence[str]) -> str:
        """Draw one of several remarks; where there are many, none is made twice."""
        remark = self.pick(choices)
        if len(choices) > 4 and remark in self.remarks:
            return ""
        self.remarks.add(remark)
        return remark

    def days_of_asking(self, monday: date, asks: int) -> Iterator[date]:
        """Draw the days of a week on which letters go out; now and then it is a Sunday evening."""
        weights = (2, 4, 4, 3, 2, 0, 0 if monday + timedelta(days=6) > LAST_DAY else 0.5)
        for offset in sorted(self.random.choices(range(7), weights, k=asks)):
            yield monday + timedelta(days=offset)

    # Who comes next

    def next_person(self, day: date) -> Person:
        """Take the introduction that has waited longest, or find somebody else."""
        if day >= DROPPED_ON:
            self.let_go(words.PUBLISHING)
        ready = next((lead for lead in self.leads if lead.ready_on < day), None)
        if ready is not None and self.one_in(0.9):
            self.leads.remove(ready)
            return ready.person
        early = day < FIRST_MONDAY + timedelta(weeks=5)
        source = self.pick(words.KNOWN if self.one_in(0.55 if early else 0.12) else words.COLD)
        return self.invent(self.guess_at(day), source)

    def let_go(self, hypothesis: str) -> None:
        """Keep the people introduced for a dropped hypothesis in the tracker, unasked."""
        for lead in [lead for lead in self.leads if lead.person.hypothesis == hypothesis]:
            self.leads.remove(lead)
            lead.person.notes = f"Not asked: {hypothesis.lower()} is dropped."
            self.search.people.append(lead.person)

    def guess_at(self, day: date) -> str:
        """Draw the hypothesis that a new person helps to test."""
        weights = (
            (4, 4, 2)
            if day < DROPPED_ON - timedelta(days=35)
            else (4, 0.8, 4)
            if day < DROPPED_ON
            else (4, 0, 5)
        )
        return self.pick((words.HEALTH, words.PUBLISHING, words.CLIMATE), weights)

    def invent(self, hypothesis: str, source: str, introducer: Person | None = None) -> Person:
        """Invent somebody who works where the hypothesis is tested."""
        entry = next(self.names)
        name, local = entry if isinstance(entry, tuple) else (entry, address(entry))
        cities = list(words.CITIES)
        city = self.pick(cities, [words.CITIES[name][0] for name in cities])
        numbers = words.CITIES[city][1]
        tags = self.random.sample(words.TAGS[hypothesis], self.random.choice((1, 1, 2)))
        return Person(
            name=name,
            organization=self.pick(words.ORGANIZATIONS[hypothesis]),
            role=self.pick(words.ROLES[hypothesis]),
            email=f"{local}@example.{'org' if self.one_in(0.7) else 'com'}",
            phone=f"{numbers}{self.random.randrange(10, 100)}" if numbers and self.one_in(0.4) else "",
            link=f"https://example.com/in/{local.replace('.', '-')}" if self.one_in(0.75) else "",
            location=city,
            source=source,
            hypothesis=hypothesis,
            tags=", ".join(sorted(tags)),
            referred_by=introducer.name if introducer else "",
            generation=introducer.generation + 1 if introducer else 0,
        )

    # What becomes of an ask

    def ask(self, person: Person, day: date) -> None:
        """Write to somebody and let the weeks after it happen."""
        person.contacted_on = day
        person.channel = self.pick(words.CHANNELS, words.CHANNEL_WEIGHTS[person.source])
        letters = ("Story", "Short", "Question")
        early = day < date(2026, 7, 1)
        person.template = (
            "Referral" if person.referred_by else self.pick(letters, (5, 2, 0) if early else (1, 5, 2))
        )
        self.search.people.append(person)
        self.search.note(day, person, "Asked", f"{person.template} letter, {person.channel}")
        self.answer(person, day)
        if person.response == "yes":
            self.interview(person)
        person.notes = person.notes or self.remark(words.NOTES[person.response])
        if person.response == "other" and "January" in person.notes:
            person.follow_up_on = date(2027, 1, 11)

    def answer(self, person: Person, day: date) -> None:
        """Let the answer come, late, after a nudge, or not at all."""
        known = person.source in words.KNOWN
        warm = known or bool(person.referred_by)
        if not warm and person.channel == "Email" and self.one_in(0.12):
            self.respond(person, "bounced", day + timedelta(days=self.random.randrange(2)))
            return
        replied_on = None
        if self.one_in(0.59 if warm else 0.27):
            days = round(self.random.lognormvariate(1.1 if warm else 1.7, 0.9))
            replied_on = on_weekday(day + timedelta(days=days)) if days else day
        nudge_on = not_away(day + timedelta(days=self.random.randrange(9, 13)))
        nudged = self.one_in(0.8) and (replied_on is None or replied_on > nudge_on)
        if nudged and replied_on is None and self.one_in(0.08):
            replied_on = on_weekday(nudge_on + timedelta(days=self.random.randrange(1, 5)))
        ended = replied_on or date.max
        dropped = person.hypothesis == words.PUBLISHING and day < DROPPED_ON < ended
        if dropped and DROPPED_ON - day < timedelta(days=60):
            replied_on = None
        if nudged and (happened(nudge_on) and not (dropped and nudge_on >= DROPPED_ON)):
            person.nudged_on = nudge_on
            self.search.note(nudge_on, person, "Nudged")
        if dropped and replied_on is None and DROPPED_ON - day < timedelta(days=60):
            self.respond(person, "withdrawn", DROPPED_ON)
        elif replied_on is not None:
            weights = (0.78, 0.13, 0.09) if warm else (0.52, 0.36, 0.12)
            self.respond(person, self.pick(("yes", "no", "other"), weights), replied_on)

    def respond(self, person: Person, response: str, on: date) -> None:
        """Enter the answer if it has come by the last day."""
        if happened(on):
            person.response, person.responded_on = response, on
            person.last_touch_on = on if response in ("yes", "no", "other") else None
            self.search.note(on, person, "Responded", response)

    # Interviews and what they lead to

    def interview(self, person: Person) -> None:
        """Agree on a day some weeks ahead and, once it has come, meet."""
        replied_on = person.responded_on
        if replied_on is None or self.one_in(0.05):
            person.notes = "Said yes, but no date so far."
            return
        here = person.location == words.HOME
        person.mode = self.pick(words.MODES, (5, 3, 5) if here else (8, 3, 0))
        person.minutes = int(self.pick(("15", "20", "25", "30", "45", "60"), (3, 8, 3, 6, 2, 1)))
        planned = on_weekday(replied_on + timedelta(days=self.random.randrange(6, 30)))
        person.scheduled_on = not_away(planned)
        if happened(person.scheduled_on) is None:
            return
        if person.scheduled_on != planned:
            noticed = max(replied_on, planned - timedelta(days=4))
            moved_to = f"{person.scheduled_on.day} {person.scheduled_on:%B}"
            self.search.note(on_weekday(noticed), person, "Noted", f"I am away; moved to {moved_to}")
        if self.one_in(0.04):
            person.notes = "Had to cancel that morning; new date to come."
            self.search.note(person.scheduled_on, person, "Noted", "Cancelled by them, new date to come")
            return
        self.meet(person, person.scheduled_on)

    def meet(self, person: Person, day: date) -> None:
        """Talk, thank, reflect, and receive names."""
        person.met_on = person.last_touch_on = day
        self.search.note(day, person, "Met", f"{person.minutes} minutes, {person.mode}")
        delay = self.random.choices((0, 1, 2, 4, 6, None), (4, 12, 5, 2, 1, 2))[0]
        person.thanked_on = happened(None if delay is None else day + timedelta(days=delay))
        if person.thanked_on:
            person.last_touch_on = person.thanked_on
            self.search.note(person.thanked_on, person, "Thanked")
        if LAST_DAY - day > timedelta(days=3) or self.one_in(0.5):
            person.reflection = self.pick(words.REFLECTIONS, words.REFLECTION_WEIGHTS[person.hypothesis])
            person.takeaways = next(self.takeaways[person.hypothesis], "")
        self.introduce(person, day)
        person.promised = self.remark(words.PROMISES) if self.one_in(0.5) else ""
        if person.reflection in ("inspired", "energized") and day < date(2026, 11, 1) and self.one_in(0.4):
            person.outcome = next(self.outcomes, "")
        self.keep_in_touch(person, day)

    def introduce(self, person: Person, day: date) -> None:
        """Hear whom to talk to next; most names are delivered, some are only promised."""
        promised: list[str] = []
        for _ in range(self.random.choices((0, 1, 2, 3), (1, 3, 4, 3))[0]):
            ready_on = on_weekday(day + timedelta(days=self.random.choice((0, 0, 1, 2, 4, 7, 12))))
            if person.generation < DEEPEST and ready_on < LAST_DAY and self.one_in(0.8):
                elsewhere = words.CLIMATE if person.hypothesis == words.HEALTH else words.HEALTH
                guess = person.hypothesis if self.one_in(0.85) else elsewhere
                newcomer = self.invent(guess, words.INTRODUCTION, person)
                self.leads.append(Lead(newcomer, ready_on))
                self.search.note(ready_on, newcomer, "Introduced", person.name)
                promised.append(newcomer.name)
            elif name := next(self.promised_only, ""):
                promised.append(name)
        person.introductions = "; ".join(promised)

    def keep_in_touch(self, person: Person, day: date) -> None:
        """Write again after some weeks, meet a second time, and report back to whoever introduced them."""
        person.cadence_days = self.random.choice((60, 90, 90, 120))
        again = on_weekday(day + timedelta(days=self.random.randrange(25, 75)))
        if happened(again) and self.one_in(0.5):
            if self.one_in(0.35):
                self.search.note(not_away(again), person, "Met", "Second talk, 20 minutes, video")
            else:
                self.search.note(not_away(again), person, "Touched", self.pick(words.TOUCHES))
            person.last_touch_on = not_away(again)
        if person.last_touch_on and person.reflection not in ("icky", "drained"):
            person.follow_up_on = on_weekday(person.last_touch_on + timedelta(days=person.cadence_days))
        told = on_weekday(day + timedelta(days=self.random.randrange(3, 30)))
        if person.referred_by and happened(told) and self.one_in(0.5):
            introducer = next(other for other in self.search.people if other.name == person.referred_by)
            if introducer.acknowledged_on is None:
                introducer.acknowledged_on = told
                introducer.last_touch_on = max(told, introducer.last_touch_on or told)
                self.search.note(
                    told, introducer, "Acknowledged", f"Told how the talk with {person.name} went"
                )


def tell() -> Search:
    """Tell the search of the sample."""
    return Storyteller(SEED).tell()
