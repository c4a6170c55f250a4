"""Short texts, each on one line with single blanks between its words; and many of them as one long text."""

from collections.abc import Callable, Sequence

_OTHER_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f"  # of plain text, besides " " and "\n"


def one_line(text: str) -> str:
    r"""Give a text with single blanks between its words.

    Examples
    --------
    >>> one_line(" Ana\n Ruiz")
    'Ana Ruiz'
    """
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def in_one_go(texts: Sequence[str], change: Callable[[str], str]) -> list[str]:
    """Change many texts as one long text, and give each with single blanks between its words.

    Parameters
    ----------
    texts
        They become the lines of the long text; any blanks in a row count as one, and line breaks are blanks.
    change
        What becomes of the long text; every line must become what it would by itself.

    Examples
    --------
    >>> in_one_go([" Ana  Ruiz", "Ben Cho"], str.upper)
    ['ANA RUIZ', 'BEN CHO']
    """
    if not texts:
        return []
    together = "\n".join(texts)
    if together.count("\n") >= len(texts):  # one of them has lines of its own
        together = "\n".join(map(one_line, texts))
    changed = change(together)
    lines = changed.split("\n")
    return list(map(one_line, lines)) if _untidy(changed) else lines


def one_lines(texts: Sequence[str]) -> list[str]:
    """Give many texts as :func:`one_line` does, all in one go."""
    return in_one_go(texts, lambda text: text)


def _untidy(lines: str) -> bool:
    """Whether any of the lines may hold other than single blanks between its words."""
    if "  " in lines or " \n" in lines or "\n " in lines or lines != lines.strip(" "):
        return True
    if lines.isascii():
        return any(mark in lines for mark in _OTHER_BLANKS)
    return not lines.replace("\n", "").isprintable()
