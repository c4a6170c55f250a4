"""All statistics of one tracker, and the curves of a million asks against lifelines and scikit-survival.

Those two need an environment of their own (lifelines wants an older pandas than ours), together or one each. Name
its Python in ``INFOVIZ_PEERS`` to compare, of several environments all::

    python -m venv peers && peers/bin/pip install lifelines scikit-survival
    INFOVIZ_PEERS=peers/bin/python python -m benchmarks statistics
"""

import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

import infoviz
from benchmarks.pairing import Pair, pair, timed
from infoviz.stats.asking.groups import comparisons
from infoviz.stats.estimates.incidence import cumulative_incidence
from infoviz.stats.estimates.survival import kaplan_meier
from infoviz.stats.facts.doubts import ask_problems
from infoviz.stats.verdicts import claims

TODAY = date(2026, 11, 20)
MILLION = 1_000_000
PEERS = {
    "lifelines, Kaplan-Meier": """
from lifelines import KaplanMeierFitter
def curve(): return KaplanMeierFitter().fit(durations, causes > 0)
""",
    "scikit-survival, Kaplan-Meier": """
from sksurv.nonparametric import kaplan_meier_estimator
def curve(): return kaplan_meier_estimator(causes > 0, durations, conf_type="log-log")
""",
    "scikit-survival, cumulative incidence": """
from sksurv.nonparametric import cumulative_incidence_competing_risks
def curve(): return cumulative_incidence_competing_risks(causes, durations, conf_type="log-log")
""",
    "lifelines, cumulative incidence of yes": """
import warnings; warnings.simplefilter("ignore")
from lifelines import AalenJohansenFitter
def curve(): return AalenJohansenFitter(seed=1).fit(durations, causes, event_of_interest=1)
""",
}
TIMING = """
import sys, time
import numpy as np
durations, causes = np.load(sys.argv[1]), np.load(sys.argv[2])
{setup}
begin = time.perf_counter()
curve()
print(time.perf_counter() - begin)
"""


@dataclass(frozen=True)
class Time:
    """Seconds that ours alone takes."""

    name: str
    seconds: tuple[float, ...]
    demand: str

    def line(self) -> str:
        """One row of the printed table."""
        return f"{self.name:<58}{statistics.median(self.seconds):>10.4f} s{'':>24}   {self.demand}"


@dataclass(frozen=True)
class Remark:
    """A plain sentence in place of a row."""

    text: str

    def line(self) -> str:
        """One row of the printed table."""
        return self.text


def tracker(asks: int, seed: int = 20261120) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make a fictional search: contacts with every column the statistics read, and their paper trail."""
    random = np.random.default_rng(seed)
    day = np.timedelta64(1, "D")
    asked = np.datetime64(TODAY) - random.integers(0, 400, size=asks) * day
    fate = random.choice(["yes", "no", "bounced", "other", ""], size=asks, p=[0.22, 0.1, 0.05, 0.05, 0.58])
    replied = asked + np.floor(random.lognormal(np.log(6), 0.9, size=asks)).astype(int) * day
    ended = (fate != "") & (replied <= np.datetime64(TODAY))
    met = ended & (fate == "yes")
    never = np.datetime64("NaT", "D")

    def pick(*words: str | None) -> np.ndarray:
        return random.choice(np.array(words, dtype=object), size=asks)

    names = [f"Person {number} of {seed}" for number in range(asks)]  # of another seed, other people
    contacts = pd.DataFrame(
        {
            "name": names,
            "organization": [f"House {number % (asks // 4 + 1)} of {seed}" for number in range(asks)],
            "channel": pick("e-mail", "LinkedIn", "phone", "fair"),
            "source": pick("alumni", "friends", "web"),
            "template": pick("short", "long"),
            "hypothesis": pick("design", "law", "teaching"),
            "tags": pick("peer", "senior, peer", "senior"),
            "referred_by": pick(None, None, *names[:9]),
            "contacted_on": asked.astype("datetime64[us]"),
            "response": np.where(ended, fate, None),
            "responded_on": np.where(ended, replied, never).astype("datetime64[us]"),
            "met_on": np.where(met, replied + 14 * day, never).astype("datetime64[us]"),
            "thanked_on": np.where(met, replied + 15 * day, never).astype("datetime64[us]"),
            "minutes": 25.0,
        },
        index=pd.RangeIndex(2, asks + 2, name="row"),
    )
    words = {"contacted_on": "asked", "responded_on": "responded", "met_on": "met", "thanked_on": "thanked"}
    parts = [
        contacts.loc[contacts[field].notna(), ["name", field]]
        .rename(columns={field: "date"})
        .assign(event=event, detail="")
        for field, event in words.items()
    ]
    return contacts, pd.concat(parts).reset_index()


def in_one_reading(contacts: pd.DataFrame, events: pd.DataFrame) -> object:
    """Everything that the report says about a tracker, as the report asks for it."""
    return infoviz.statistics(contacts, events, as_of=TODAY)


def one_by_one(contacts: pd.DataFrame, events: pd.DataFrame) -> list[object]:
    """Everything that the report says about a tracker, each by a function of its own."""
    return [
        infoviz.summary(contacts, as_of=TODAY),
        infoviz.funnel(contacts, as_of=TODAY),
        infoviz.response_rate(contacts, as_of=TODAY),
        infoviz.yes_rate(contacts, as_of=TODAY),
        infoviz.yes_no_ratio(contacts, as_of=TODAY),
        infoviz.time_to_response(contacts, as_of=TODAY),
        infoviz.asks_needed(contacts, yeses=5, as_of=TODAY),
        infoviz.weekly_progress(contacts, events, as_of=TODAY),
        infoviz.pace(contacts, events, as_of=TODAY),
        infoviz.network_growth(contacts, events, as_of=TODAY),
        infoviz.introductions(contacts, events, as_of=TODAY),
        infoviz.activity(contacts, events, as_of=TODAY),
        claims(contacts, events, as_of=TODAY),
        ask_problems(contacts, as_of=TODAY),
        *comparisons(contacts, as_of=TODAY),
    ]


def measure() -> list[Pair | Time | Remark]:
    """Measure one tracker's statistics, how they and the curves grow, and the peers where there are any."""
    rows: list[Pair | Time | Remark] = []
    kinds = (("", in_one_reading), (", one by one", one_by_one))
    for place, (words, everything) in enumerate(kinds):
        known = tracker(1000)
        everything(*known)
        repeated = tuple(timed(partial(everything, *known)) for _ in range(9))
        unseen = [tracker(1000, 9 * place + seed) for seed in range(9)]  # of which nothing is kept yet
        first = tuple(timed(partial(everything, *one)) for one in unseen)
        rows += [
            Time(f"all statistics of 1,000 asks{words}, for the first time", first, "under 0.030 s"),
            Time(f"all statistics of 1,000 asks{words}, repeated", repeated, "under 0.030 s"),
        ]
    more, many = tracker(10_000), tracker(100_000)
    one_by_one(*many)  # as the smaller one is, before it is measured
    rows.append(
        pair(
            "all statistics of 10,000 asks; ours of 100,000 asks",
            lambda: one_by_one(*more),
            lambda: one_by_one(*many),
            1,
            "about 10 × (linear)",
        )
    )
    durations, causes = _million()
    tenth = slice(MILLION // 10)
    rows.append(
        pair(
            "curves of 100,000 asks; ours of 1,000,000 asks",
            lambda: cumulative_incidence(durations[tenth], causes[tenth]),
            lambda: cumulative_incidence(durations, causes),
            7,
            "about 10 × (linear)",
        )
    )
    return rows + _peers(durations, causes)


def _peers(durations: np.ndarray, causes: np.ndarray) -> list[Pair | Remark]:
    """Run each peer in its own environment and ours here, turn about."""
    rows: list[Pair | Remark] = []
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("durations.npy", "causes.npy")]
        np.save(files[0], durations)
        np.save(files[1], causes)
        for name, setup in PEERS.items():
            python = _python_with(setup)
            if python is None:
                rows.append(Remark(f"{name}: not compared, INFOVIZ_PEERS names no Python that has it"))
                continue
            ours = _ours(name, durations, causes)
            ours()
            times = [(timed(ours), _theirs(python, setup, files)) for _ in range(3)]
            mine, theirs = zip(*times, strict=True)
            rows.append(Pair(f"1,000,000 asks; {name}", mine, theirs, "at least 5 ×"))
    return rows


def _python_with(setup: str) -> str | None:
    """Find the first Python named that has a peer."""
    named = [python for python in os.environ.get("INFOVIZ_PEERS", "").split(os.pathsep) if python]
    runs = (subprocess.run([python, "-c", setup], capture_output=True, check=False) for python in named)
    return next((python for python, run in zip(named, runs, strict=True) if run.returncode == 0), None)


def _ours(name: str, durations: np.ndarray, causes: np.ndarray) -> Callable[[], object]:
    if "Kaplan" in name:
        return lambda: kaplan_meier(durations, causes > 0)
    return lambda: cumulative_incidence(durations, causes)


def _theirs(python: str, setup: str, files: list[Path]) -> float:
    code = TIMING.format(setup=setup)
    done = subprocess.run([python, "-c", code, *map(str, files)], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _million() -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(20261120)
    ages = random.integers(0, 400, size=MILLION)
    causes = random.choice([1, 2, 3, 4, 0], size=MILLION, p=[0.22, 0.1, 0.05, 0.05, 0.58])
    waits = np.floor(random.lognormal(np.log(6), 0.9, size=MILLION)).astype(np.int64)
    ended = (causes > 0) & (waits <= ages)
    return np.where(ended, waits, ages).astype(np.float64), np.where(ended, causes, 0)
