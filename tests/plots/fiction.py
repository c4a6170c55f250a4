"""Fictional trackers of any size, in any script, over any number of weeks."""

import random
from datetime import date, timedelta

import pandas as pd

AS_OF = date(2026, 11, 18)  # a Wednesday

PLAIN = (
    "Ada Fennimore",
    "Bruno Castellan",
    "Cleo Marchetti",
    "Dov Lindqvist",
    "Esra Yilmazer",
    "Finn O'Malley",
)
FAR = (
    "山田さくら", "محمد بن خالد", "שירה כהן־לוי", "Нина Воробьёва", "नमिता देशपांडे", "김하늘", "Ελένη Παππά",
    "Zoë Ångström", "👩‍💻 Ada 😀", "สมชาย ใจดี",
)  # fmt: skip
AWKWARD = (
    "$5 and $10 Fund", "under_score_name", "a^2 + b^2", r"back\slash \alpha", "<b>bold</b> & \"quoted\"",
    "Wilhelmina Katharina Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst the Younger IV", "W" * 90,
    "{curly} %d #hash", "_starts low", "line\nbreak\tand tab", "...", "$",
)  # fmt: skip
CHANNELS = ("e-mail", "LinkedIn", "conference", "alumni list", "at a talk", "by phone", "letter")
ANSWERS = ("yes", "yes", "no", "no", "no", "other", "bounced", None, None, None)


def contacts(people: int, weeks: int = 30, names: tuple[str, ...] = PLAIN, groups: int = 5) -> pd.DataFrame:
    """Make so many people, asked over so many weeks up to ``AS_OF``, a third of them introduced by others."""
    rng = random.Random(1000 * people + weeks)
    columns = (
        "name", "organization", "channel", "referred_by", "contacted_on", "response", "responded_on", "met_on",
        "thanked_on", "introductions",
    )  # fmt: skip
    rows = [_person(rng, number, weeks, names, groups) for number in range(people)]
    frame = pd.DataFrame(rows, columns=columns)
    frame["referred_by"] = _introducers(rng, frame, people)
    for column in ("contacted_on", "responded_on", "met_on", "thanked_on"):
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[us]")
    for column in ("name", "organization", "channel", "referred_by", "response", "introductions"):
        frame[column] = frame[column].astype("str")
    return frame


def _person(
    rng: random.Random, number: int, weeks: int, names: tuple[str, ...], groups: int
) -> tuple[object, ...]:
    name = f"{names[number % len(names)]}{'' if number < len(names) else f' {number}'}"
    kinds = names if names is not PLAIN else CHANNELS
    group = kinds[min(int(rng.expovariate(3 / groups)), groups - 1) % len(kinds)]
    asked = AS_OF - timedelta(days=rng.randrange(max(7 * (weeks - 1) + 3, 1)))
    if number == 0:
        asked = AS_OF - timedelta(days=max(7 * (weeks - 1), 0))
    answer = rng.choice(ANSWERS)
    replied = asked + timedelta(days=int(rng.expovariate(1 / 7))) if answer else None
    if replied and replied > AS_OF:
        answer = replied = None
    met = replied + timedelta(days=rng.randrange(3, 15)) if answer == "yes" and replied else None
    met = met if met and met <= AS_OF else None
    thanked = met + timedelta(days=1) if met and met < AS_OF and rng.random() < 0.8 else None
    return (
        name,
        f"{names[number // 3 % len(names)]} Works {number // 3}",
        group,
        None,
        asked,
        answer,
        replied,
        met,
        thanked,
        None,
    )


def _introducers(rng: random.Random, frame: pd.DataFrame, people: int) -> list[str | None]:
    """Let a third of the people be introduced by somebody asked before them, a few busy introducers by many."""
    order = frame["contacted_on"].argsort(kind="stable").tolist() if people else []
    given: list[str | None] = [None] * people
    for place, number in enumerate(order):
        if place and rng.random() < 0.4:
            given[number] = frame["name"][order[int(place * rng.random() ** 2)]]
    return given
