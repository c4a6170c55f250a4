"""Numbers in words: never a digit more than the interval around a number supports."""

from math import ceil, floor, isinf, log10


def percent(share: float, low: float, high: float) -> str:
    """Write a share in percent: whole numbers, one decimal where the interval is narrower than two points.

    Examples
    --------
    >>> percent(0.2345, 0.15, 0.36), percent(0.2345, 0.231, 0.238), percent(0.002, 0, 0.1)
    ('23 %', '23.5 %', 'under 1 %')
    """
    digits = 0 if high - low >= 0.02 else 1
    if 0 < share < 0.005 and not digits:
        return "under 1 %"
    if 0.995 < share < 1 and not digits:
        return "over 99 %"
    return f"{100 * share + 1e-9:.{digits}f} %"


def percents(low: float, high: float) -> str:
    """Write an interval of shares in percent.

    Examples
    --------
    >>> percents(0.15, 0.36)
    '15 to 36 %'
    """
    digits = 0 if high - low >= 0.02 else 1
    return f"{100 * low + 1e-9:.{digits}f} to {100 * high + 1e-9:.{digits}f} %"


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Write a count with its noun.

    Examples
    --------
    >>> counted(1, "ask"), counted(1200, "ask"), counted(2, "reply", "replies")
    ('1 ask', '1,200 asks', '2 replies')
    """
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def signed(number: float) -> str:
    """Write a whole number with its sign.

    Examples
    --------
    >>> signed(-8.4), signed(0.3), signed(12.0)
    ('−8', '0', '+12')
    """
    whole = round(number)
    return "0" if whole == 0 else f"{'+' if whole > 0 else '−'}{abs(whole):,}"


def rounded(number: float, digits: int = 2) -> str:
    """Write a number with so many significant digits, never in scientific notation.

    Examples
    --------
    >>> rounded(0.1234), rounded(7.36), rounded(1234.5)
    ('0.12', '7.4', '1,200')
    """
    if number == 0:
        return "0"
    number = float(f"{number:.{digits - 1}e}")
    places = digits - 1 - floor(log10(abs(number)))
    return f"{number:,.{max(places, 0)}f}"


def roughly(count: int) -> str:
    """Write a count that is only foreseen: from 100 on with two significant digits.

    Examples
    --------
    >>> roughly(89), roughly(331), roughly(4386)
    ('89', 'about 330', 'about 4,400')
    """
    return f"{count:,}" if count < 100 else f"about {rounded(count)}"


def supported(number: float, low: float, high: float) -> tuple[str, str, str]:
    """Write a number and its limits with no digit finer than a quarter of the interval; one may be infinite.

    Examples
    --------
    >>> supported(1.234, 0.871, 1.712), supported(8.04, 2.2, 212.4), supported(0.0291, 0.0007, 0.162)
    (('1.2', '0.9', '1.7'), ('8', '2', '210'), ('0.03', '0', '0.16'))
    """
    quarter = (high - low) / 4
    places = 0 if quarter <= 0 or isinf(quarter) else max(ceil(-log10(quarter)), 0)

    def shown(each: float) -> str:
        if isinf(each):
            return "any number"
        if isinf(quarter) or each >= 100:
            return rounded(each)
        written = f"{each:.{places}f}"
        return written if float(written) else "0"

    return shown(number), shown(low), shown(high)
