"""Days as text, written the way a column writes them: 3.4.2026, 4/3/26, 3 Mar 2026."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Literal

from infoviz.schema.values.datetext import MONTHS, Order, full_year, read_text, settle
from infoviz.schema.words import plain

Role = Literal["day", "month", "year", "compact", "name", "weekday", "ordinal", "mark"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)
_ORDERS: dict[Order, tuple[Role, Role, Role]] = {
    "dmy": ("day", "month", "year"),
    "mdy": ("month", "day", "year"),
    "ymd": ("year", "month", "day"),
}
_BETWEEN = frozenset({"of", "de", "del", "the", "年", "月", "日", "년", "월", "일"})
_MONTH_NAMES = tuple(
    tuple(names.split())
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
        "jan feb march april may june july aug sept oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mär apr mai jun jul aug sep okt nov dez",
        "jan feb mrz apr mai jun jul aug sep okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
    )
)
_WEEKDAY_NAMES = tuple(
    tuple(names.split())
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "mo di mi do fr sa so",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
    )
)
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class _Piece:
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class DayText:
    """How days are written in a column.

    Attributes
    ----------
    pieces
        Roles and marks, from left to right.
    padded
        Whether days and months of one digit have a leading zero.
    long_year
        Whether years have four digits.
    months, weekdays
        The names, in lower case; empty where none are written.
    order
        The order of day, month and year that the column proves.
    """

    pieces: tuple[_Piece, ...]
    padded: bool
    long_year: bool
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    order: Order | None

    def write(self, day: date) -> str:
        """Write a day; as YYYY-MM-DD where the column's own way would not be read as that day."""
        text = "".join(self._piece(piece, day) for piece in self.pieces)
        readings = read_text(text).readings
        certain = len(readings) == 1 and settle(readings[0], self.order) == day
        return text if certain else day.isoformat()

    def _piece(self, piece: _Piece, day: date) -> str:
        width = 2 if self.padded else 1
        match piece.role:
            case "day":
                return f"{day.day:0{width}d}"
            case "month":
                return f"{day.month:0{width}d}"
            case "year":
                return f"{day.year}" if self.long_year else f"{day.year % 100:02d}"
            case "compact":
                return f"{day:%Y%m%d}"
            case "name":
                return _cased(self.months[day.month - 1], piece.text)
            case "weekday":
                return _cased(self.weekdays[day.weekday()], piece.text)
            case "ordinal":
                return _suffix(day.day)
            case _:
                return piece.text


def day_text(texts: Sequence[str], order: Order | None) -> DayText | None:
    """Find how a column's texts write days: the way of most of them.

    Parameters
    ----------
    texts
        The column's texts, from the top to the bottom.
    order
        The order of day, month and year that they prove.

    Returns
    -------
    DayText or None
        None where they hold no days, or nothing but days, in no way that could be followed.

    Examples
    --------
    >>> day_text(["03.04.2026", "25.04.2026"], "dmy").write(date(2026, 11, 2))
    '02.11.2026'
    >>> day_text(["Mar 3, 2026", "April 10, 2026"], None) is None
    False
    >>> day_text(["3/4/26"], None) is None
    True
    """
    ways: Counter[tuple[tuple[Role, str], ...]] = Counter()
    taken: dict[tuple[tuple[Role, str], ...], list[tuple[tuple[_Piece, ...], date]]] = {}
    for text in texts:
        found = _apart(text.strip(), order)
        if found is None:
            continue
        way = tuple((piece.role, piece.text if piece.role == "mark" else "") for piece in found[0])
        ways[way] += 1
        taken.setdefault(way, []).append(found)
    for way, _ in ways.most_common():
        built = _built(taken[way], order)
        if built is not None:
            return built
    return None


def _apart(text: str, order: Order | None) -> tuple[tuple[_Piece, ...], date] | None:
    """Take a text that is a day and nothing else into its pieces."""
    found = read_text(text)
    if len(found.readings) != 1 or found.words or ":" in text or found.readings[0].wanting:
        return None
    day = settle(found.readings[0], order)
    if day is None:
        return None
    tokens = _TOKEN.findall(text)
    numbers = [i for i, token in enumerate(tokens) if token.isdecimal()]
    named = next((i for i, token in enumerate(tokens) if MONTHS.get(plain(token)) == day.month), None)
    roles = _roles([tokens[i] for i in numbers], day, order, named=named is not None)
    if roles is None:
        return None
    pieces: list[_Piece] = []
    by_place: dict[int, Role] = dict(zip(numbers, roles, strict=True))
    for i, token in enumerate(tokens):
        role = by_place.get(i) or ("name" if i == named else _word(token, pieces))
        if role is None:
            return None
        pieces.append(_Piece(role, token))
    return tuple(pieces), day


def _word(token: str, before: list[_Piece]) -> Role | None:
    if not token[0].isalpha():
        return "mark"
    low = token.casefold()
    if low in _SUFFIXES and before and before[-1].role == "day":
        return "ordinal"
    if any(low in names for names in _WEEKDAY_NAMES):
        return "weekday"
    return "mark" if low in _BETWEEN else None


def _roles(numbers: list[str], day: date, order: Order | None, *, named: bool) -> list[Role] | None:
    if len(numbers) == 1 and numbers[0] == f"{day:%Y%m%d}":
        return ["compact"]
    if named:
        candidates: Iterable[tuple[Role, ...]] = permutations(("day", "year"))
    else:
        candidates = [_ORDERS[order]] if order and len(numbers[0]) < 4 else _ORDERS.values()
    fitting = [
        list(roles)
        for roles in candidates
        if len(roles) == len(numbers)
        and all(_is(role, number, day) for role, number in zip(roles, numbers, strict=True))
    ]
    return fitting[0] if fitting else None


def _is(role: Role, number: str, day: date) -> bool:
    if role == "year":
        return len(number) in (2, 4) and full_year(number) == day.year
    return len(number) <= 2 and int(number) == (day.day if role == "day" else day.month)


def _built(taken: list[tuple[tuple[_Piece, ...], date]], order: Order | None) -> DayText | None:
    numbers = [piece.text for pieces, _ in taken for piece in pieces if piece.role in ("day", "month")]
    years = [piece.text for pieces, _ in taken for piece in pieces if piece.role == "year"]
    names = [(piece.text, day.month - 1) for pieces, day in taken for piece in pieces if piece.role == "name"]
    weekdays = [
        (piece.text, day.weekday()) for pieces, day in taken for piece in pieces if piece.role == "weekday"
    ]
    months, days = _language(names, _MONTH_NAMES), _language(weekdays, _WEEKDAY_NAMES)
    if months is None or days is None:
        return None
    last = taken[-1][0]
    zeros = sum(number.startswith("0") for number in numbers)
    lone = sum(len(number) == 1 for number in numbers)
    dotted = any(piece.role == "mark" and piece.text in ".-" for piece in last) and not names
    padded = zeros > lone or (zeros == lone and dotted)
    return DayText(last, padded, sum(len(year) == 4 for year in years) * 2 >= len(years), months, days, order)


def _language(
    written: list[tuple[str, int]], languages: tuple[tuple[str, ...], ...]
) -> tuple[str, ...] | None:
    """Find the names that fit most of those that are written; empty where none are, None where none fit."""
    if not written:
        return ()
    fits = [sum(names[number] == text.casefold() for text, number in written) for names in languages]
    return languages[fits.index(max(fits))] if any(fits) else None


def _cased(name: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return name.upper()
    return name.capitalize() if like[0].isupper() else name


def _suffix(day: int) -> str:
    if 10 <= day % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
