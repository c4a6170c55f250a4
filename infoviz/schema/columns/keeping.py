"""What the reader knows better about a tracker, as the text of a small file beside it."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import lazy_loader

tomllib = lazy_loader.load("tomllib", suppress_warning=True)  # most trackers have no such file beside them

HEAD = '# How infoviz reads the tracker beside this file: the sheet with the people, and FIELD = "HEADER".\n'


class Choice(NamedTuple):
    """The sheet and the columns that the reader named."""

    sheet: str | None = None
    columns: Mapping[str, str | Sequence[str]] = MappingProxyType({})

    def to_toml(self) -> str:
        r"""Write it as TOML.

        Examples
        --------
        >>> print(Choice("People", {"name": ["First", "Last"]}).to_toml().split("\n", 1)[1])
        sheet = "People"
        <BLANKLINE>
        [columns]
        name = ["First", "Last"]
        <BLANKLINE>
        """
        sheet = [] if self.sheet is None else [f"sheet = {_quoted(self.sheet)}", ""]
        columns = [
            f"{name} = {_quoted(value) if isinstance(value, str) else '[' + ', '.join(map(_quoted, value)) + ']'}"
            for name, value in self.columns.items()
        ]
        return HEAD + "\n".join([*sheet, "[columns]", *columns, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_choice(text: str) -> Choice:
    """Read what :meth:`Choice.to_toml` wrote, or a person by hand.

    Raises
    ------
    ValueError
        The text is no TOML or says something else; the message says what.
    """
    said = tomllib.loads(text)
    sheet, columns = said.get("sheet"), said.get("columns", {})
    if not (sheet is None or isinstance(sheet, str)):
        raise ValueError("“sheet” is not the name of a sheet")
    if not isinstance(columns, dict) or not all(_is_header(value) for value in columns.values()):
        raise ValueError("“columns” does not give a header, or a list of headers, for each field")
    return Choice(sheet, columns)


def _is_header(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(header, str) for header in value)
    )
