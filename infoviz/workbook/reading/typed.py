"""What the cells of a sheet say: numbers, dates, texts, booleans, errors."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import EPOCH, Kind
from infoviz.workbook.reading.formats import Format
from infoviz.workbook.reading.raw import Raw, RawKind
from infoviz.workbook.reading.scan import Block, whole_numbers
from infoviz.workbook.reading.texts import clean, unescape

Objects = npt.NDArray[np.object_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DECIMAL = re.compile(rb"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,5})?\s*")
DAYS_1900, DAYS_1904 = 25_569, 24_107  # serial number of 1970-01-01
LAST_SERIAL_1900 = 2_958_466  # the day after 9999-12-31
PHANTOM_DAY = 60  # 1900-02-29, a day that only spreadsheets know
MILLISECONDS = 86_400_000
WINDOW = 24  # digits read at once; a longer number is read alone


class Typed(NamedTuple):
    """Cells with their values, a struct of arrays of equal length; fields as in :class:`infoviz.grid.Column`.

    ``sources`` holds, where asked for, the raw formula of each cell (None where there is none).
    """

    rows: npt.NDArray[np.int32]
    columns: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.uint8]
    numbers: Floats
    texts: Objects
    formulas: Flags
    sources: Objects | None = None

    def only(self, which: Flags | Ints | slice) -> "Typed":
        """Pick some of the cells by a mask, by positions or by a slice."""
        sources = None if self.sources is None else self.sources[which]
        return Typed(
            self.rows[which],
            self.columns[which],
            self.kinds[which],
            self.numbers[which],
            self.texts[which],
            self.formulas[which],
            sources,
        )


NO_CELLS = Typed(
    np.zeros(0, np.int32),
    np.zeros(0, np.int32),
    np.zeros(0, np.uint8),
    np.zeros(0),
    np.zeros(0, np.object_),
    np.zeros(0, np.bool_),
    np.zeros(0, np.object_),
)


def joined(pieces: Sequence[Typed]) -> Typed:
    """Put cells together in their order."""
    sources = [piece.sources for piece in pieces if piece.sources is not None]
    return Typed(
        np.concatenate([piece.rows for piece in pieces]),
        np.concatenate([piece.columns for piece in pieces]),
        np.concatenate([piece.kinds for piece in pieces]),
        np.concatenate([piece.numbers for piece in pieces]),
        np.concatenate([piece.texts for piece in pieces]),
        np.concatenate([piece.formulas for piece in pieces]),
        np.concatenate(sources) if sources else None,
    )


class Book(NamedTuple):
    """What all sheets of a workbook share.

    Attributes
    ----------
    strings
        The shared texts.
    formats
        How each cell style shows a number, a :class:`Format`.
    date1904
        Whether serial numbers count from 1904.
    empty
        Which of the shared texts are empty.
    """

    strings: Objects
    formats: npt.NDArray[np.uint8]
    date1904: bool
    empty: Ints

    def typed(self, raw: Raw, *, sources: bool = False) -> Typed:
        """Understand raw cells.

        Parameters
        ----------
        raw
            The cells.
        sources
            Whether to keep the formulas' own text.
        """
        count = len(raw.rows)
        kinds = np.zeros(count, np.uint8)
        numbers = np.full(count, np.nan)
        texts = np.full(count, None, np.object_)
        formulas = raw.formula_begin >= 0
        filled = raw.end > raw.begin
        kinds[formulas & (raw.begin < 0)] = Kind.PENDING
        cells = _Cells(raw, kinds, numbers, texts)
        readers: dict[RawKind, Callable[[_Cells, Ints], None]] = {
            RawKind.NUMBER: self._read_numbers,
            RawKind.SHARED: self._read_shared,
            RawKind.BOOLEAN: _read_booleans,
            RawKind.ERROR: _read_errors,
            RawKind.TEXT: _read_texts,
            RawKind.INLINE: _read_texts,
            RawKind.DATE: _read_dates,
        }
        for code, reader in readers.items():
            where = np.flatnonzero(filled & (raw.codes == code))
            if len(where):
                reader(cells, where)
        return Typed(
            raw.rows.astype(np.int32),
            raw.columns.astype(np.int32),
            kinds,
            numbers,
            texts,
            formulas,
            _sources(raw, formulas) if sources else None,
        )

    def _read_numbers(self, cells: "_Cells", where: Ints) -> None:
        values, valid = _floats(cells.raw, where)
        cells.kinds[where] = np.where(valid, Kind.NUMBER, Kind.ERROR)
        for index in where[~valid].tolist():
            cells.texts[index] = cells.text(index)
        where, values = where[valid], values[valid]
        cells.numbers[where] = values
        styles = cells.raw.styles[where]
        shown = self.formats[np.where(styles < len(self.formats), styles, 0)]
        timed = shown != Format.NUMBER
        if timed.any():
            self._read_serials(cells, where[timed], values[timed], shown[timed])

    def _read_serials(
        self, cells: "_Cells", where: Ints, serials: Floats, shown: npt.NDArray[np.uint8]
    ) -> None:
        """Turn numbers shown as dates or times into such; what is no possible date stays a number."""
        first_day = (
            shown == Format.DATE
        ) & self.date1904  # counted from 1904, a serial below 1 is a date too
        clock = (serials >= 0) & (serials < 1) & ~first_day
        cells.kinds[where[clock]] = Kind.TIME
        first = DAYS_1904 if self.date1904 else DAYS_1900
        days = serials - first
        possible = (
            (serials >= np.where(first_day, 0, 1)) & (serials < LAST_SERIAL_1900) & (shown != Format.ELAPSED)
        )
        if self.date1904:
            possible &= serials < LAST_SERIAL_1900 - DAYS_1900 + DAYS_1904
        else:
            days += serials < PHANTOM_DAY
            possible &= np.floor(serials) != PHANTOM_DAY
        parts = days != np.floor(days)
        days[parts] = np.rint(days[parts] * MILLISECONDS) / MILLISECONDS
        cells.kinds[where[possible]] = Kind.DATE
        cells.numbers[where[possible]] = days[possible]

    def _read_shared(self, cells: "_Cells", where: Ints) -> None:
        raw = cells.raw
        lengths = raw.end[where] - raw.begin[where]
        words = np.zeros(len(where), np.uint64)
        short = lengths <= 8
        block = Block.of(raw.text, raw.offset, raw.offset + int(raw.end.max()))
        words[short] = block.words[raw.begin[where[short]]]
        numbers, valid = whole_numbers(words, np.minimum(lengths, 8))
        valid &= short & (numbers < len(self.strings))
        for index in where[~valid].tolist():
            cells.kinds[index] = Kind.ERROR
            cells.texts[index] = f"missing text {cells.text(index)}"
        valid[valid] = ~np.isin(numbers[valid], self.empty)  # an empty text is a blank cell
        known = where[valid]
        cells.texts[known] = self.strings[numbers[valid]]
        cells.kinds[known] = Kind.TEXT


class _Cells(NamedTuple):
    """The arrays being filled, and the raw cells they come from."""

    raw: Raw
    kinds: npt.NDArray[np.uint8]
    numbers: Floats
    texts: Objects

    def bytes(self, index: int) -> bytes:
        begin, end = int(self.raw.begin[index]), int(self.raw.end[index])
        return self.raw.text[self.raw.offset + begin : self.raw.offset + end]

    def text(self, index: int) -> str:
        text = self.bytes(index).decode("utf-8", "replace")
        return unescape(text) if self.raw.resolved else clean(text)


def _floats(raw: Raw, where: Ints) -> tuple[Floats, Flags]:
    """Read values as decimal numbers, correctly rounded; the second result tells which are any."""
    begin, lengths = raw.begin[where], raw.end[where] - raw.begin[where]
    block = Block.of(raw.text, raw.offset, raw.offset + int(raw.end.max()))
    values, valid = np.full(len(where), np.nan), np.zeros(len(where), np.bool_)
    short = np.flatnonzero(lengths <= 8)
    whole, digits = whole_numbers(block.words[begin[short]], lengths[short])
    values[short[digits]] = whole[digits]
    valid[short[digits]] = True
    for length in np.unique(lengths[~valid]).tolist():
        chosen = np.flatnonzero(~valid & (lengths == length))
        if length > WINDOW:
            found = [_number(raw, int(where[index])) for index in chosen.tolist()]
            values[chosen] = found
            valid[chosen] = np.isfinite(found)
            continue
        matrix = block.letters[begin[chosen, None] + np.arange(length)]
        plain = ((matrix >= ord("0")) & (matrix <= ord("9"))) | (matrix == ord("."))
        plain[:, 0] |= matrix[:, 0] == ord("-")
        fine = plain.all(axis=1) & ((matrix == ord(".")).sum(axis=1) <= 1)
        fine &= ((matrix >= ord("0")) & (matrix <= ord("9"))).any(axis=1)
        values[chosen[fine]] = np.ascontiguousarray(matrix[fine]).view(f"S{length}")[:, 0].astype(np.float64)
        valid[chosen[fine]] = True
        rest = chosen[~fine]
        found = [_number(raw, int(where[index])) for index in rest.tolist()]
        values[rest] = found
        valid[rest] = np.isfinite(found)
    return values, valid


def _number(raw: Raw, index: int) -> float:
    """Read one number in any notation; NaN where it is none."""
    begin, end = int(raw.begin[index]), int(raw.end[index])
    text = raw.text[raw.offset + begin : raw.offset + end]
    return float(text) if DECIMAL.fullmatch(text) else np.nan


def _read_texts(cells: _Cells, where: Ints) -> None:
    """Read the texts that stand in the cells themselves; equal ones are one object."""
    raw = cells.raw
    begins, ends = (raw.begin[where] + raw.offset).tolist(), (raw.end[where] + raw.offset).tolist()
    sources = [raw.text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    tidy = unescape if raw.resolved else clean
    known = {source: tidy(source.decode("utf-8", "replace")) for source in set(sources)}
    texts = np.empty(len(sources), np.object_)
    texts[:] = [known[source] for source in sources]
    cells.kinds[where] = Kind.TEXT
    cells.texts[where] = texts


def _read_booleans(cells: _Cells, where: Ints) -> None:
    raw = cells.raw
    letters = np.frombuffer(raw.text, np.uint8)[raw.begin[where] + raw.offset]
    plain = (raw.end[where] - raw.begin[where] == 1) & ((letters == ord("0")) | (letters == ord("1")))
    cells.kinds[where[plain]] = Kind.BOOLEAN
    cells.numbers[where[plain]] = letters[plain] == ord("1")
    for index in where[~plain].tolist():
        text = cells.bytes(index).strip().lower()
        if text in (b"1", b"true", b"0", b"false"):
            cells.kinds[index] = Kind.BOOLEAN
            cells.numbers[index] = text in (b"1", b"true")
        else:
            cells.kinds[index] = Kind.ERROR
            cells.texts[index] = cells.text(index)


def _read_errors(cells: _Cells, where: Ints) -> None:
    _read_texts(cells, where)
    cells.kinds[where] = Kind.ERROR


def _read_dates(cells: _Cells, where: Ints) -> None:
    """Read cells that hold a date in ISO 8601 (``t="d"``)."""
    for index in where.tolist():
        text = cells.text(index).strip()
        try:
            if ":" in text[:3]:
                clock = time.fromisoformat(text).replace(tzinfo=None)
                moment = datetime.combine(EPOCH, clock)
                cells.kinds[index] = Kind.TIME
            else:
                moment = datetime.fromisoformat(text).replace(tzinfo=None)
                cells.kinds[index] = Kind.DATE
            cells.numbers[index] = (moment - EPOCH).total_seconds() / 86_400
        except ValueError:
            cells.kinds[index] = Kind.TEXT
            cells.texts[index] = text


def _sources(raw: Raw, formulas: Flags) -> Objects:
    found = np.full(len(raw.rows), None, np.object_)
    for index in np.flatnonzero(formulas).tolist():
        begin, end = int(raw.formula_begin[index]), int(raw.formula_end[index])
        found[index] = raw.text[raw.offset + begin : raw.offset + end]
    return found
