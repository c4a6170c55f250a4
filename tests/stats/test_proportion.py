"""Published intervals to their last printed digit, and what must hold for every count."""

import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betainc

from infoviz.errors import UnfitNumbers
from infoviz.stats.estimates.proportion import garwood, jeffreys, newcombe, wilson

steady = settings(derandomize=True, deadline=None)
counts = st.integers(0, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_printed_by_newcombe(successes, trials, low, high):
    assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((10, 10, 0, 10), 0.6075, 1),
    ],
)
def test_differences_as_printed_by_newcombe(table, low, high):
    assert newcombe(*table) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0, 3.689),
        (1, 0.0253, 5.572),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
        (50, 37.111, 65.919),
        (100, 81.364, 121.627),
    ],
)
def test_poisson_limits_of_garwood(count, low, high):
    assert garwood(count) == pytest.approx((low, high), abs=5e-4)


def test_jeffreys_is_the_beta_quantile_and_obeys_the_end_rule():
    assert jeffreys(0, 20)[0] == 0
    assert jeffreys(20, 20)[1] == 1
    low, high = jeffreys(3, 20)
    assert betainc(3.5, 17.5, low) == pytest.approx(0.025)
    assert betainc(3.5, 17.5, high) == pytest.approx(0.975)
    low, high = jeffreys(7, 20)
    assert (1 - high, 1 - low) == pytest.approx(jeffreys(13, 20))


@steady
@given(counts, st.floats(0.5, 0.999))
def test_limits_lie_inside_and_around_the_proportion(count, level):
    successes, trials = count
    for low, high in (wilson(successes, trials, level), jeffreys(successes, trials, level)):
        assert 0 <= low <= high <= 1
        if trials:
            assert low <= successes / trials <= high
            assert low < high


@steady
@given(counts)
def test_wilson_mirrors(count):
    successes, trials = count
    low, high = wilson(successes, trials)
    assert (1 - high, 1 - low) == pytest.approx(wilson(trials - successes, trials), abs=1e-12)
    assert wilson(0, trials)[0] == 0
    assert wilson(trials, trials)[1] == 1


@steady
@given(counts, counts)
def test_differences_lie_inside_and_turn_round(first, second):
    low, high = newcombe(*first, *second)
    assert -1 <= low <= high <= 1
    assert (-high, -low) == pytest.approx(newcombe(*second, *first), abs=1e-12)


@steady
@given(st.integers(0, 100_000))
def test_poisson_limits_surround_the_count(count):
    low, high = garwood(count)
    assert 0 <= low <= count < high


def test_nothing_observed_leaves_everything_possible():
    assert wilson(0, 0) == jeffreys(0, 0) == (0, 1)
    assert newcombe(0, 0, 0, 0) == (-1, 1)


@pytest.mark.parametrize("call", [lambda: wilson(3, 2), lambda: jeffreys(-1, 2), lambda: garwood(-1)])
def test_counts_that_cannot_be_are_refused(call):
    with pytest.raises(UnfitNumbers):
        call()


def test_levels_that_cannot_be_are_refused():
    with pytest.raises(UnfitNumbers, match="between 0 and 1"):
        wilson(1, 2, 95)


def test_only_the_special_functions_load_scipy():
    code = "from infoviz.stats import wilson; wilson(1, 2); import sys; print('scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("bad", ["3", None, [3], float("nan"), pd.NA])
def test_what_is_no_number_is_refused(bad):
    for call in (
        lambda: wilson(bad, 9),
        lambda: jeffreys(1, bad),
        lambda: newcombe(1, 9, bad, 9),
        lambda: garwood(bad),
        lambda: wilson(1, 9, confidence_level=bad),
    ):
        with pytest.raises(UnfitNumbers):
            call()
