"""Text files of rows and columns (csv, tsv): read, and written back with every other byte as it was."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from math import isfinite, log2
from pathlib import Path
from typing import NamedTuple

import numpy as np

from infoviz.errors import EditRefused, NoSuchSheet, TooLarge, UnreadableFile
from infoviz.grid import Grid, Kind, python_scalar
from infoviz.workbook.limits import DEFAULT, Limits
from infoviz.workbook.reading.cells import Cells, make_grid
from infoviz.workbook.reading.raw import LAST_COLUMN, column_letters
from infoviz.workbook.reading.typed import Typed
from infoviz.workbook.text.encoding import BINARY, decode_text

DELIMITERS = (",", ";", "\t", "|")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
NEWLINE = re.compile(r"\r\n|\r|\n")
HINT = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
SAMPLE_RECORDS = 200
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
GUARD = "'"


class Field(NamedTuple):
    """One field of a record: where its raw text stands in it, and what it says."""

    begin: int
    end: int
    text: str
    quoted: bool


@lru_cache(maxsize=16)
def _field(delimiter: str) -> re.Pattern[str]:
    """Match one field: quoted where a closing quote really ends the field, else up to the next delimiter."""
    outside = rf"[^{re.escape(delimiter)}\r\n]"
    quoted = rf' *"(?P<quoted>(?>[^"]|"")*+)" *(?=[{re.escape(delimiter)}\r\n]|\Z)'
    return re.compile(f"{quoted}|(?P<plain>{outside}*)")


def split_fields(record: str, delimiter: str) -> list[Field]:
    r"""Split a record into its fields.

    Examples
    --------
    >>> [field.text for field in split_fields('Ann,"Doe, ""J"", Dr"\n', ",")]
    ['Ann', 'Doe, "J", Dr']
    """
    pattern, found, position = _field(delimiter), [], 0
    while True:
        match = pattern.match(record, position)
        if match is None:  # pragma: no cover - the second alternative matches anything, nothing included
            break
        quoted = match["plain"] is None
        text = match["quoted"].replace('""', '"') if quoted else match["plain"]
        found.append(Field(match.start(), match.end(), text, quoted))
        position = match.end()
        if not record.startswith(delimiter, position):
            break
        position += len(delimiter)
    return found


def split_records(text: str, delimiter: str) -> list[str]:
    """Split a text into its records, each with its line end; a quoted field may hold line ends of its own."""
    if '"' not in text:
        return LINE.findall(text)
    pattern, records, begin = _field(delimiter), [], 0
    while begin < len(text):
        line = LINE.match(text, begin)
        position = begin
        if line is not None and '"' not in line[0]:
            position = line.end()
        else:
            while True:
                match = pattern.match(text, position)
                position = match.end() if match else len(text)
                if not text.startswith(delimiter, position):
                    break
                position += len(delimiter)
            newline = NEWLINE.match(text, position)
            position = newline.end() if newline else position
        records.append(text[begin:position])
        begin = position
    return records


def sniff(text: str) -> str:
    r"""Find the delimiter: the one that cuts the records into equally many fields, and into most.

    Examples
    --------
    >>> sniff("name;rate\nAnn;1,5\nBob;2,5\n"), sniff("one\ntwo\n")
    (';', ',')
    """
    head = text[: 1 << 16]
    best, chosen = 0.0, ","
    for delimiter in DELIMITERS:
        if delimiter not in head:
            continue
        records = [record for record in split_records(head, delimiter)[:SAMPLE_RECORDS] if record.strip()]
        counts = [len(split_fields(record, delimiter)) for record in records]
        usual = max(set(counts), key=lambda count: (counts.count(count) * (count > 1), count))
        score = (counts.count(usual) / len(counts)) ** 2 * log2(usual)
        if score > best:
            best, chosen = score, delimiter
    return chosen


def head_and_delimiter(text: str) -> tuple[str, str]:
    """Give the line that announces the delimiter, where there is one, and the delimiter."""
    hint = HINT.match(text)
    return (hint[0], hint[1]) if hint else ("", sniff(text))


class TextSource:
    """A text file as a workbook of one sheet, which bears the file's name without its ending.

    All its values are text. An edit changes the fields it names, in the file's own delimiter, quoting, line
    ends and encoding; every other byte stays.

    Parameters
    ----------
    path
        The file's path.
    data
        The whole file.
    limits
        What it may ask of the machine.
    """

    stale = False

    def __init__(self, path: Path, data: bytes, limits: Limits = DEFAULT) -> None:
        self.path = path
        self.limits = limits
        self.decoded = decode_text(path, data)
        text = self.decoded.text
        self._head, self.delimiter = head_and_delimiter(text)
        self._records = split_records(text[len(self._head) :], self.delimiter)

    @property
    def names(self) -> tuple[str, ...]:
        """The one sheet's name."""
        return (self.path.stem,)

    def cells(self, name: str) -> Cells:
        """Cells that hold anything."""
        self.check(name)
        return Cells(self._typed())

    def grid(self, name: str) -> Grid:
        """Read the columns."""
        self.check(name)
        frame = Grid(self.names[0], np.zeros(0, np.int64), ())
        return make_grid(self.path, self.limits, self._typed(), frame)

    def grids(self) -> Iterator[Grid]:
        """Read the one sheet's columns."""
        yield self.grid(self.names[0])

    def set(self, row: int, column: int, value: object, *, guard: bool = True) -> None:
        """Put a value into a field.

        Parameters
        ----------
        row, column
            Its place, 1-based; the file grows as needed.
        value
            Text, a number, True or False, a date, a time, or None for an empty field.
        guard
            Put an apostrophe before text that a spreadsheet program would run as a formula; reading takes
            it away again.

        Raises
        ------
        EditRefused
            Where the file cannot hold the value.
        """
        written = self._written(row, column, value, guard=guard)
        while len(self._records) < row:
            self._grow("")
        record = self._records[row - 1]
        ending = _ending(record)
        fields = split_fields(record, self.delimiter)
        if column <= len(fields):
            old = fields[column - 1]
            if written == old.text:
                return
            new = self._quoted(written, always=old.quoted and bool(written))
            self._records[row - 1] = record[: old.begin] + new + record[old.end :]
        elif written:
            body = record[: len(record) - len(ending)]
            missing = self.delimiter * (column - len(fields))
            self._records[row - 1] = body + missing + self._quoted(written, always=False) + ending

    def append(self, values: Mapping[int, object], *, guard: bool = True) -> int:
        """Write a record behind the last one that holds anything; keys are columns, 1-based.

        Returns
        -------
        int
            Its row.
        """
        filled = [index for index, record in enumerate(self._records) if self._holds(record)]
        last = filled[-1] if filled else -1
        model = split_fields(self._records[last], self.delimiter) if filled else []
        always = bool(model) and all(field.quoted for field in model)
        row = last + 2
        texts = {column: self._written(row, column, value, guard=guard) for column, value in values.items()}
        width = max([len(model), *texts])
        record = self.delimiter.join(
            self._quoted(texts.get(column, ""), always=always) for column in range(1, width + 1)
        )
        if row <= len(self._records):
            self._records[row - 1] = record + _ending(self._records[row - 1])
        else:
            self._grow(record)
        return row

    def encoded(self) -> bytes:
        """Write the whole file as it is now.

        Raises
        ------
        EditRefused
            Its delimiter or its encoding would be taken for another one.
        """
        text, mark, encoding = self._head + "".join(self._records), self.decoded.mark, self.decoded.encoding
        data = mark + text.encode(encoding)
        try:
            again = decode_text(self.path, data).text
        except UnreadableFile:
            again = ""
        if again != text or head_and_delimiter(text) != (self._head, self.delimiter):
            reason = (
                "with these edits it could no longer be told how the file is encoded or what parts its fields"
            )
            raise EditRefused(self.names[0], "", reason, "Save the file as .xlsx first.")
        return data

    # ------------------------------------------------------------------ how it is done

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        """What could be taken for the delimiter: in a file of one column, any."""
        several = any(
            len(split_fields(record, self.delimiter)) > 1 for record in self._records[:SAMPLE_RECORDS]
        )
        return (self.delimiter,) if self._head or several else DELIMITERS

    @cached_property
    def _newline(self) -> str:
        return next((_ending(record) for record in self._records if _ending(record)), "\n")

    def check(self, name: str) -> None:
        """Refuse a name that is not the sheet's."""
        if name.casefold() != self.names[0].casefold():
            raise NoSuchSheet(self.path, name, list(self.names))

    def _grow(self, record: str) -> None:
        """Add a record; the file ends with a line end where it did, or where it was empty."""
        ends = not self._records or bool(_ending(self._records[-1]))
        if not ends:
            self._records[-1] += self._newline
        self._records.append(record + (self._newline if ends else ""))

    def _holds(self, record: str) -> bool:
        return any(field.text.strip() for field in split_fields(record, self.delimiter))

    def _typed(self) -> Typed:
        rows: list[int] = []
        columns: list[int] = []
        texts: list[str] = []
        for row, record in enumerate(self._records, start=1):
            body = record[: len(record) - len(_ending(record))]
            if '"' in body:
                found = [field.text for field in split_fields(record, self.delimiter)]
            else:
                found = body.split(self.delimiter)
            for column, text in enumerate(found, start=1):
                if text:
                    rows.append(row)
                    columns.append(column)
                    texts.append(_unguarded(text))
            if len(texts) > self.limits.cells:
                raise TooLarge(self.path, f"it holds more than {self.limits.cells:,} cells", "“cells”")
        objects = np.empty(len(texts), np.object_)
        objects[:] = texts
        count = len(texts)
        return Typed(
            np.array(rows, np.int32),
            np.array(columns, np.int32),
            np.full(count, Kind.TEXT, np.uint8),
            np.full(count, np.nan),
            objects,
            np.zeros(count, np.bool_),
        )

    def _written(self, row: int, column: int, value: object, *, guard: bool) -> str:
        cell = f"{column_letters(column)}{row}"

        def refuse(reason: str, remedy: str) -> EditRefused:
            return EditRefused(self.names[0], cell, reason, remedy)

        if not self.decoded.faithful:
            encoding = self.decoded.encoding
            reason = f"the file's encoding ({encoding}) does not allow every other byte to be kept"
            raise refuse(reason, "Save the file as CSV UTF-8 first.")
        if not 1 <= column <= LAST_COLUMN or row < 1:
            raise refuse("there is no such cell", "Name a row and a column of the file.")
        text = _text(value)
        if text is None:
            kind = type(value).__name__
            raise refuse(f"a cell cannot hold this value ({kind})", "Give text, a number, a date or None.")
        if len(text) > self.limits.characters:
            raise refuse(f"the text is {len(text):,} characters long", "A cell holds at most 32,767.")
        illegal = BINARY.search(text)
        if illegal:
            raise refuse(f"the text has the character U+{ord(illegal[0]):04X}", "Take it out.")
        if guard and isinstance(value, str) and _needs_guard(text):
            text = GUARD + text
        try:
            text.encode(self.decoded.encoding)
        except UnicodeEncodeError as error:
            odd = text[error.start]
            reason = f"the file's encoding ({self.decoded.encoding}) has no character {odd!r}"
            raise refuse(reason, "Save the file as CSV UTF-8 first, or write it otherwise.") from error
        return text

    def _quoted(self, text: str, *, always: bool) -> str:
        needs = (
            always
            or '"' in text
            or any(mark in text for mark in self._marks)
            or NEWLINE.search(text)
            or text != text.strip()
        )
        return '"' + text.replace('"', '""') + '"' if needs else text


def _ending(record: str) -> str:
    if record.endswith("\r\n"):
        return "\r\n"
    return record[-1:] if record[-1:] in ("\r", "\n") else ""


def _needs_guard(text: str) -> bool:
    return text.lstrip(GUARD).startswith(DANGEROUS)


def _unguarded(text: str) -> str:
    return text[1:] if text[0] == GUARD and _needs_guard(text) else text


def _text(value: object) -> str | None:
    """Text that stands for a value; None where there is none."""
    value = python_scalar(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    if isinstance(value, int) or (isinstance(value, float) and isfinite(value)):
        whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
        return str(int(value)) if whole else repr(value)
    if isinstance(value, datetime):
        if value.tzinfo is not None or value != value:
            return None
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return None
