"""Dates inside a text: where they stand, and every way in which each can be read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from infoviz.schema.expressions import expression
from infoviz.schema.words import listed, plain

Order = Literal["dmy", "mdy", "ymd"]

FIRST_YEAR, LAST_YEAR = 1990, 2100

_MONTHS = {
    1: "january jan januar janner jaenner janvier janv enero ene gennaio gen januari janeiro",
    2: "february feb febr februar feber fevrier fevr fev febrero febbraio februari fevereiro",
    3: "march mar marz maerz mrz mars marzo maart mrt marco",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo maggio mag mei maio",
    6: "june jun juni juin junio giugno giu junho",
    7: "july jul juli juillet juil julio luglio lug julho",
    8: "august aug aout agosto ago augustus",
    9: "september sept sep septembre septiembre settembre set setembro",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez decembre diciembre dic dicembre dezembro",
}
# Names of other languages, as people type them: looked for only where nothing else in a text is a date.
_OTHER_MONTHS = {
    1: "stycznia styczeń ocak januari leden ledna января январь січня ianuarie tammikuuta tammikuu",
    2: "lutego luty şubat unora února февраля февраль лютого februarie helmikuuta helmikuu",
    3: "marca marzec mart mars března brezna марта март березня martie maret március maaliskuuta maaliskuu marts",
    4: "kwietnia kwiecień nisan dubna duben апреля апрель квітня aprilie április huhtikuuta huhtikuu",
    5: "maja maj mayıs května kvetna мая май травня május toukokuuta toukokuu",
    6: "czerwca czerwiec haziran června cervna июня июнь червня iunie június kesäkuuta kesäkuu",
    7: "lipca lipiec temmuz července cervence июля июль липня iulie július heinäkuuta heinäkuu",
    8: "sierpnia sierpień ağustos srpna srpen августа август серпня augusti augusztus agustus elokuuta elokuu",
    9: "września wrzesień eylül září zari сентября сентябрь вересня septembrie szeptember syyskuuta syyskuu",
    10: "października październik ekim října rijna октября октябрь жовтня octombrie október lokakuuta lokakuu",
    11: "listopada listopad kasım ноября ноябрь листопада noiembrie marraskuuta marraskuu",
    12: "grudnia grudzień aralık prosince prosinec декабря декабрь грудня decembrie desember joulukuuta joulukuu",
}
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split()} | {
    plain(name): number for number, names in _OTHER_MONTHS.items() for name in names.split()
}

# The names as people type them, accents and all; `plain` takes the accents off again.
_ACCENTED = ["märz", "jänner", "février", "févr", "fév", "août", "décembre", "déc", "março"]
_NAMES = [name for names in _MONTHS.values() for name in names.split()] + _ACCENTED


def _month_of(names: list[str]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")(?![^\W\d_])\.?"


_MONTH = _month_of(_NAMES)
_DAY = r"(?:[0-3]?\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|º|ª|°)\b|\.)?"
_YEAR = r"(?:(?:19|20|21)\d\d(?!\d)|[’'‘]\d\d(?!\d))"
_SHORT = r"\d\d(?=\s*(?:$|[,;)&+\n]))"
_CLOCK = (
    r"(?:[T\s,]\s*(?:at\s+|@\s*)?\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[ap]\.?m\b\.?)?"
    r"(?:\s*(?:Z|UTC|GMT)\b|\s*[+-]\d\d:?\d\d)?)?"
)
_BEGIN = r"(?=[\dadefgjlmnosſ])"
_DATES = rf"""{_BEGIN}(?<![\w./\\])(?<!\d:)(?:(?<!\d-)|(?<=\d\d\d\d-)|(?<=[/.]\d\d-))(?:
      (?P<y1>(?:19|20|21)\d\d)(?P<s1>[-/.])[ ]?(?P<m1>\d\d?)(?P=s1)[ ]?(?P<d1>\d\d?)(?!\d){_CLOCK}
    | (?P<y4>(?:19|20|21)\d\d)-?W(?P<w4>[0-5]\d)(?:-?(?P<d4>[1-7]))?(?!\d)
    | (?P<yd>(?:19|20|21)\d\d)[-/.](?P<md>0[1-9]|1[0-2])(?![-/.\d])
    | (?P<mf>0?[1-9]|1[0-2])[/.](?P<yf>(?:19|20|21)\d\d)(?![-/.\d])
    | (?P<y2>(?:19|20|21)\d\d)\s?[年년]\s?(?P<m2>\d\d?)\s?[月월]\s?(?P<d2>\d\d?)\s?[日일]?
    | (?P<a>\d\d?)(?:\s?(?P<s3>[/.])\s?|(?P<s4>-))(?P<b>\d\d?)(?:\s?(?P=s3)\s?|(?P=s4))
      (?P<c>(?:19|20|21)\d\d|\d\d)(?![\d%])(?!/\d)
    | (?P<y8>(?:19|20|21)\d\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?!\d)(?:T\d{{4,6}}Z?)?
    | (?P<y5>(?:19|20|21)\d\d)[\s,/.-]{{1,2}}(?P<n5>{_MONTH})[\s/.-]?\s?(?P<d5>{_DAY})(?!\d){_ORDINAL}
    | (?P<d6>{_DAY}){_ORDINAL}(?:\s?[-/]\s?|\s*(?:of\s+|de\s+|d[’'])?)(?P<n6>{_MONTH})
      (?:(?:[\s,/.-]{{1,2}}|\s+(?:de|del|of)\s+)?(?P<y6>{_YEAR}|(?<=[\s,/.-]){_SHORT}|(?<=[-/])\d\d(?![\d:])))?
    | (?P<n7>{_MONTH})[\s/-]?\s?(?P<d7>{_DAY})(?![\d:]){_ORDINAL}
      (?:[\s,/-]{{1,2}}(?P<y7>{_YEAR}|{_SHORT}))?
    | (?P<n8>{_MONTH})(?:[\s,/-]{{1,2}}|\s+(?:de|del|of)\s+)(?P<y9>{_YEAR})
    | (?P<a0>\d\d?)(?P<s0>[/.])(?P<b0>\d\d?)(?![\d%])(?![/.:-]\d)\.?
    )"""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_DATES, re.VERBOSE | re.IGNORECASE)


@cache
def _other_pattern() -> re.Pattern[str]:
    """Give the pattern with the months' names of the other languages."""
    names = [
        form for names in _OTHER_MONTHS.values() for name in names.split() for form in (name, plain(name))
    ]
    dates = _DATES.replace(_MONTH, _month_of(list(dict.fromkeys(names)))).replace(_BEGIN, "", 1)
    return re.compile(dates, re.VERBOSE | re.IGNORECASE)


@cache
def _other_months() -> frozenset[str]:
    return frozenset(plain(name) for names in _OTHER_MONTHS.values() for name in names.split())


class Reading(NamedTuple):
    """One date in a text and the ways to read it.

    Attributes
    ----------
    begin, end
        Where it stands in the text.
    days
        The day under each order of day, month and year that makes it a date; all orders agree where it is
        unambiguous. Empty where no order makes it a date, or the year or the day is missing.
    wanting
        What is missing: ``"year"``, ``"day"`` or nothing.
    """

    begin: int
    end: int
    days: dict[Order, date]
    wanting: Literal["", "year", "day"] = ""


class DateText(NamedTuple):
    """A text taken apart: the dates in it, and the words beside them (empty where there are none)."""

    readings: tuple[Reading, ...]
    words: str


def full_year(digits: str) -> int:
    """Give a year of two digits its century as spreadsheets do: 2000 to 2068, 1969 to 1999."""
    number = int(digits.lstrip("’'‘"))
    if number >= 100:
        return number
    return number + (2000 if number <= 68 else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 31 April
        return None


def _certain(year: str, month: int, day: str) -> dict[Order, date]:
    found = _day(full_year(year), month, int(day))
    return {} if found is None else {"dmy": found, "mdy": found, "ymd": found}


def _numeric(a: str, b: str, c: str, separator: str) -> dict[Order, date]:
    first, second, year = int(a), int(b), full_year(c)
    candidates: dict[Order, date | None] = {
        "dmy": _day(year, second, first),
        "mdy": _day(year, first, second),
    }
    if separator == "-" and len(a) == len(b) == len(c) == 2:
        candidates["ymd"] = _day(full_year(a), second, int(c))
    return {order: day for order, day in candidates.items() if day is not None}


def _month(name: str) -> int:
    return MONTHS[plain(name)]


def _read(found: re.Match[str]) -> Reading:
    part = found.groupdict()
    begin, end = found.span()
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y8", "m8", "d8")):
        if part[year]:
            return Reading(begin, end, _certain(part[year], int(part[month]), part[day]))
    if part["y4"]:
        return _of_week(begin, end, int(part["y4"]), int(part["w4"]), part["d4"])
    if part["a"]:
        return Reading(begin, end, _numeric(part["a"], part["b"], part["c"], part["s3"] or part["s4"]))
    if part["y5"]:
        return Reading(begin, end, _certain(part["y5"], _month(part["n5"]), part["d5"]))
    for name, day, year in (("n6", "d6", "y6"), ("n7", "d7", "y7")):
        if part[name]:
            if part[year]:
                return Reading(begin, end, _certain(part[year], _month(part[name]), part[day]))
            return Reading(begin, end, {}, "year")
    return Reading(begin, end, {}, "day" if part["n8"] or part["yd"] or part["yf"] else "year")


def _of_week(begin: int, end: int, year: int, week: int, day: str | None) -> Reading:
    if day is None:
        return Reading(begin, end, {}, "day")
    try:
        found = date.fromisocalendar(year, week, int(day))
    except ValueError:  # no week 53 in that year
        return Reading(begin, end, {})
    return Reading(begin, end, {"dmy": found, "mdy": found, "ymd": found})


_CLOCK_ALONE = (
    r"(?<!\w)(?:at\s+|@\s*)?(?:\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*(?:UTC|GMT|[A-Z]{1,3}T)\b|\s*[+-]\d{4}\b)?|(?<=\d)T\d\d:\d\d\S*"
)


@cache
def _clock_alone() -> re.Pattern[str]:
    return re.compile(_CLOCK_ALONE, re.IGNORECASE)


_FILLERS = listed(
    "mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi "
    "giovedi venerdi maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "on the and am um le el il den der of at in utc gmt z uhr г р r roku года"
)


def _is_date(reading: Reading, text: str) -> bool:
    """Whether a match is meant as a date: "3.5", "1/2" and "2026-01" are, alone; a number in a sentence is not."""
    written = text[reading.begin : reading.end]
    if reading.wanting == "day" and not any(mark.isalpha() for mark in written):
        return len(text.strip()) == len(written.strip())
    if reading.wanting != "year":
        return True
    if any(mark.isalpha() for mark in written):
        return not _ALSO_A_WORD.search(written)
    return "/" in written or len(text.strip()) == len(written.strip())


_ALSO_A_WORD = expression(r"\b(?:set|out|ago|mag|gen|ene|maja|mart)\b", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def read_text(text: str) -> DateText:
    """Take a text apart into the dates in it and the words beside them.

    Times of day, weekdays and filler words ("on", "at") belong to the dates and are no words.

    Examples
    --------
    >>> read_text("Applied 12 Mar 2026 (LinkedIn)").words
    'Applied LinkedIn'
    >>> [str(reading.days["dmy"]) for reading in read_text("3/4/2026, 10/4/2026").readings]
    ['2026-04-03', '2026-04-10']
    >>> read_text("Sent 3/12").readings[0].wanting
    'year'
    """
    if len(text) > MAX_LENGTH or _DIGIT(text) is None:
        return DateText((), text.strip())
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    readings = _readings(text)
    if not readings:
        return DateText((), text.strip())
    return DateText(readings, " ".join(_words(_between(text, readings))))


def _readings(text: str) -> tuple[Reading, ...]:
    found = tuple(found for found in map(_read, _pattern().finditer(text)) if _is_date(found, text))
    if found or _other_months().isdisjoint(plain(text).split()):
        return found
    return tuple(found for found in map(_read, _other_pattern().finditer(text)) if _is_date(found, text))


MAX_LENGTH = 200
_DIGIT = expression(r"\d").search
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}


def _between(text: str, readings: tuple[Reading, ...]) -> str:
    begin, kept = 0, []
    for reading in readings:
        kept.append(text[begin : reading.begin])
        begin = reading.end
    return _clock_alone().sub(" ", " | ".join([*kept, text[begin:]]))


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        bare = word.strip("?!.,;:()[]{}|/\\-–—&+@#\"'“”‘’<>~·•*")
        if bare and plain(bare) not in _FILLERS:
            yield bare


def prove_order(readings: Iterable[Reading]) -> tuple[Order | None, bool]:
    """Find the one order in which every numeric date of a column is a date.

    Returns
    -------
    order, contradicted
        The order, or None where several remain; and whether no order fits them all.

    Examples
    --------
    >>> prove_order(reading for text in ("3/4/2026", "25/4/2026") for reading in read_text(text).readings)
    ('dmy', False)
    """
    votes = {
        tuple(reading.days.items())
        for reading in readings
        if len(reading.days) == 1 or len(set(reading.days.values())) > 1
    }
    left: set[Order] = {"dmy", "mdy", "ymd"}
    for vote in votes:
        left &= dict(vote).keys()
    if votes and not left:
        return None, True
    left -= _scattered(left, votes)
    return (next(iter(left)) if votes and len(left) == 1 else None), False


CLOSE_YEARS = 5


def _scattered(left: set[Order], votes: set[tuple[tuple[Order, date], ...]]) -> set[Order]:
    """Find the orders that scatter a column's years where another keeps them close: 14-03-26, 02-04-26."""
    years = {order: [dict(vote)[order].year for vote in votes] for order in left}
    spread = {order: max(found) - min(found) for order, found in years.items() if len(found) >= 3}
    if not any(width <= 1 for width in spread.values()):
        return set()
    return {order for order, width in spread.items() if width > CLOSE_YEARS}


def settle(reading: Reading, order: Order | None) -> date | None:
    """Give the one day that a reading stands for, if the order leaves but one."""
    days = set(reading.days.values())
    if len(days) == 1:
        return days.pop()
    return reading.days.get(order) if order else None
