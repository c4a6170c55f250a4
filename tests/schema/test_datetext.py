from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infoviz.schema.values.datetext import full_year, prove_order, read_text, settle

FOURTH = date(2026, 3, 4)
TWENTIETH = date(2026, 3, 20)

CERTAIN = {
    "2026-03-04": FOURTH,
    "2026-3-4": FOURTH,
    "2026/03/04": FOURTH,
    "2026.03.04": FOURTH,
    "2026‑03‑04": FOURTH,
    "２０２６/０３/０４": FOURTH,
    "20260304": FOURTH,
    "2026年3月4日": FOURTH,
    "2026-W10-3": FOURTH,
    "2026-03-04 09:30": FOURTH,
    "2026-03-04T23:30:00Z": FOURTH,
    "2026-03-04T00:10:00+02:00": FOURTH,
    "2026-03-04 23:59:59.999 UTC": FOURTH,
    "4 March 2026": FOURTH,
    "4 Mar 2026": FOURTH,
    "04-Mar-2026": FOURTH,
    "4-Mar-26": FOURTH,
    "4/Mar/2026": FOURTH,
    "4MAR2026": FOURTH,
    "March 4, 2026": FOURTH,
    "March 4th, 2026": FOURTH,
    "Mar. 4 2026": FOURTH,
    "Mar 4 '26": FOURTH,
    "4th of March 2026": FOURTH,
    "2026 Mar 4": FOURTH,
    "2026-Mar-04": FOURTH,
    "Wed, 4 Mar 2026 10:00:00 +0000": FOURTH,
    "Wednesday, March 4, 2026 at 10:30 AM": FOURTH,
    "10:30 4 March 2026": FOURTH,
    "4. März 2026": FOURTH,
    "4. Mrz. 2026": FOURTH,
    "Mi, 4. März 2026, 10:30 Uhr": FOURTH,
    "4 mars 2026": FOURTH,
    "1er août 2026": date(2026, 8, 1),
    "3 déc. 2026": date(2026, 12, 3),
    "4 de marzo de 2026": FOURTH,
    "4 marzo 2026": FOURTH,
    "4 maart 2026": FOURTH,
    "4 de março de 2026": FOURTH,
    "12 out 2026": date(2026, 10, 12),
    "20/03/2026": TWENTIETH,
    "03/20/2026": TWENTIETH,
    "20.3.2026": TWENTIETH,
    "20. 3. 2026": TWENTIETH,
    "20-3-2026": TWENTIETH,
    "3/20/26": TWENTIETH,
    "20 / 3 / 2026": TWENTIETH,
    "3/3/2026": date(2026, 3, 3),
    "29 Feb 2024": date(2024, 2, 29),
    "12 Mar 2024": date(2024, 3, 12),
    "7-Feb-22": date(2022, 2, 7),
}


@pytest.mark.parametrize(("text", "day"), CERTAIN.items())
def test_a_date_that_reads_one_way(text, day):
    (reading,) = read_text(text).readings
    assert settle(reading, None) == day
    assert read_text(text).words == ""


@pytest.mark.parametrize(
    "text",
    [
        "3 ноября 2026 г.",
        "3 листопада 2026",
        "3 Kasım 2026",
        "3 noiembrie 2026",
        "3. marraskuuta 2026",
        "2026. 11. 3.",
        "2026. 11. 03",
        "den 3 november 2026",
    ],
)
def test_months_of_other_languages(text):
    (reading,) = read_text(text).readings
    assert set(reading.days.values()) == {date(2026, 11, 3)}


@pytest.mark.parametrize("text", ["Maja, 3 kids", "met Maja 3 times", "room 3, Mart"])
def test_names_that_are_months_elsewhere_are_no_dates(text):
    assert read_text(text).readings == ()


@pytest.mark.parametrize("text", ["3/4/2026", "03.04.2026", "3-4-2026", "3/4/26", "03/04/2026 14:00"])
def test_a_date_that_reads_two_ways(text):
    (reading,) = read_text(text).readings
    assert settle(reading, None) is None
    assert settle(reading, "dmy") == date(2026, 4, 3)
    assert settle(reading, "mdy") == date(2026, 3, 4)


@pytest.mark.parametrize(
    "text", ["31/02/2026", "32/13/2026", "2026-13-04", "2026-02-30", "29 Feb 2026", "0/0/2026", "4 Mar 1926"]
)
def test_a_date_that_is_none(text):
    readings = read_text(text).readings
    assert all(not reading.days for reading in readings)


@pytest.mark.parametrize(
    "text", ["3/12", "March 3", "3 Mar", "12.3.", "Mar-26", "Applied 3/12", "10:30 March 3"]
)
def test_a_date_without_its_year(text):
    assert [reading.wanting for reading in read_text(text).readings] == ["year"]


@pytest.mark.parametrize("text", ["March 2026", "Mar-2026", "mars 2026"])
def test_a_date_without_its_day(text):
    assert [reading.wanting for reading in read_text(text).readings] == ["day"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ASAP",
        "Sent out 3 emails",
        "next week",
        "2026",
        "call 30 min",
        "v2.1.3",
        "room 4-12",
        "http://x.io/2024/3/4/a",
        "1.5 hours of it",
    ],
)
def test_no_date(text):
    assert read_text(text).readings == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Applied 3/12/2026", "Applied"),
        ("12 Mar 2026 (LinkedIn)", "LinkedIn"),
        ("2026-03-04 & nudge 2026-03-14", "nudge"),
        ("on Tue 4 March 2026 at 10am", ""),
        ("✅ 2026-03-04", "✅"),
        ("20/3/2026?", ""),
        ("4 March 2026 – no show", "no show"),
    ],
)
def test_the_words_beside_a_date(text, words):
    assert read_text(text).words == words


def test_a_span_with_short_years():
    assert [settle(reading, None) for reading in read_text("12/31/25–1/20/26").readings] == [
        date(2025, 12, 31),
        date(2026, 1, 20),
    ]


def test_two_dates():
    assert [settle(reading, "dmy") for reading in read_text("3/4/2026-10/4/2026").readings] == [
        date(2026, 4, 3),
        date(2026, 4, 10),
    ]


def proven(*texts):
    return prove_order(reading for text in texts for reading in read_text(text).readings)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/4/2026", "25/4/2026"], ("dmy", False)),
        (["3/4/2026", "4/25/2026"], ("mdy", False)),
        (["3/4/2026", "5/6/2026"], (None, False)),
        (["25/4/2026", "4/25/2026"], (None, True)),
        (["3/3/2026", "2026-03-04", "4 March 2026"], (None, False)),
        (["14-03-26", "02-04-26", "27-04-26"], ("dmy", False)),
        (["26-03-14", "26-04-02", "25-04-27"], ("ymd", False)),
        (["26-03-04"], (None, False)),
        ([], (None, False)),
    ],
)
def test_the_order_that_a_column_proves(texts, order):
    assert proven(*texts) == order


def test_years_of_two_digits():
    assert [full_year(digits) for digits in ("26", "’26", "68", "69", "1999")] == [
        2026,
        2026,
        2068,
        1969,
        1999,
    ]


@settings(derandomize=True, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%Y%m%d", "%A, %d. %b %Y"]),
)
def test_every_day_comes_back(day, form):
    (reading,) = read_text(day.strftime(form)).readings
    assert settle(reading, None) == day


@settings(derandomize=True, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2068, 12, 31)),
    st.sampled_from(["/", ".", "-"]),
    st.sampled_from(["dmy", "mdy"]),
)
def test_a_known_order_reads_every_day(day, mark, order):
    parts = (day.day, day.month) if order == "dmy" else (day.month, day.day)
    (reading,) = read_text(f"{parts[0]}{mark}{parts[1]}{mark}{day.year}").readings
    assert settle(reading, order) == day


@settings(derandomize=True, deadline=None)
@given(st.text() | st.text(alphabet="0123456789/.-: marMARıİſ年月日,'’", max_size=30))
@example("aprİl 3 2026")
@example("ſep 3 2026")
@example("٣/٤/٢٠٢٦")
def test_no_text_upsets_the_reading(text):
    read = read_text(text)
    for reading in read.readings:
        assert 0 <= reading.begin < reading.end
        for order in (None, "dmy", "mdy", "ymd"):
            settle(reading, order)
