"""Names in two cells, and cells that hold two things: taken apart and put together again."""

from collections.abc import Mapping, Sequence

from infoviz.editing.given import UnfitError
from infoviz.grid import Value
from infoviz.schema.values.compound import split_pair

USUAL = {"name": ", ", "organization": " / "}


def first_and_last(name: str, now: Sequence[Value]) -> tuple[str | None, str | None]:
    """Split a name over a cell for the first and one for the last name, each word where it stands now if it is there.

    Examples
    --------
    >>> first_and_last("Ana María Ruiz", [None, None])
    ('Ana María', 'Ruiz')
    >>> first_and_last("Anna Ruiz Gómez", ["Ana", "Ruiz Gómez"])
    ('Anna', 'Ruiz Gómez')
    """
    words = name.split()
    if not words:
        return None, None
    whole = " ".join(words)
    first, last = (" ".join(str(part).split()) if part is not None else "" for part in now)
    if last and whole.endswith(f" {last}"):
        return whole[: -len(last) - 1], last
    if first and whole.startswith(f"{first} "):
        return first, whole[len(first) + 1 :]
    return (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (whole, None)


def compose(texts: Sequence[str], halves: Mapping[str, str | None]) -> str | None:
    """Put two things into one text, the way a column's texts do.

    Parameters
    ----------
    texts
        The column's texts.
    halves
        The two fields and what each is to say.

    Raises
    ------
    UnfitError
        The column would not be read that way.

    Examples
    --------
    >>> compose(["Ana Ruiz (Analyst)", "Bo Li (Director)"], {"name": "Cy Day", "role": "Engineer"})
    'Cy Day (Engineer)'
    >>> compose(["Analyst @ Acme", "Director @ Globex"], {"organization": "Initech", "role": "Engineer"})
    'Engineer @ Initech'
    """
    named = "name" in halves
    keeper = "name" if named else "organization"
    other = next(field for field in halves if field != keeper)
    main, side = halves[keeper], halves[other]
    if main is None or side is None:
        if side is not None and named:
            raise UnfitError(f"a {keeper} too: the cell holds both")
        return main or side
    split = split_pair(texts, halves)
    if split is None:
        return f"{main}{USUAL[keeper]}{side}"
    pairs = zip(texts, split.firsts, split.seconds, strict=True)
    model = next(((text, first) for text, first, second in pairs if first and second), None)
    main_first = model is None or model[0].strip().startswith(model[1])
    first, second = (main, side) if main_first else (side, main)
    mark = split.separator
    return f"{first} ({second})" if mark == "(" else f"{first}{_blank(mark, model)}{second}"


def _blank(mark: str, model: tuple[str, str] | None) -> str:
    """Give a separator with the blanks that stand around it."""
    if model is None or mark != mark.strip():
        return mark
    text = model[0]
    at = text.find(mark)
    before = text[:at][len(text[:at].rstrip()) :] if at >= 0 else ""
    after = text[at + len(mark) :]
    return before + mark + after[: len(after) - len(after.lstrip())] if at >= 0 else mark
