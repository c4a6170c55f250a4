"""Dates without a year."""

from infoviz.schema.values.datetext import read_text


def lacks_year(text: str) -> bool:
    """Whether a text holds one date, and that without its year."""
    found = read_text(text).readings
    return len(found) == 1 and found[0].wanting == "year"


def with_year(text: str, year: int) -> str | None:
    """Write a year into a text that holds one date without it; None where it holds none, or more than one.

    >>> with_year("9/14", 2026), with_year("14. März", 2026), with_year("14.3.", 2026), with_year("mailed May 4!", 2026)
    ('9/14/2026', '14. März 2026', '14.3.2026', 'mailed May 4 2026!')
    """
    if not lacks_year(text):
        return None
    found = read_text(text).readings
    written = text[found[0].begin : found[0].end].rstrip()
    named = any(char.isalpha() for char in written)
    mark = " " if named else next((mark for mark in "/." if mark in written), " ")
    return f"{text[: found[0].begin]}{written.rstrip(mark)}{mark}{year}{text[found[0].end :]}"
