"""The table of contacts in a notebook: texts go to the page, the page's changes go to a desk.

The grid knows no tracker. Whoever owns the data stands behind a :class:`Desk`; what the desk refuses is
shown in place, what it takes it shows by :meth:`ContactGrid.patch`.
"""

import json
import re
import zlib
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import anywidget
import traitlets

from infoviz.errors import EditRefused, InfovizError

STATIC = Path(__file__).parent / "static"

# The page's script, from the ground up; a notebook loads a widget's script as one module without neighbours.
SCRIPTS = (
    "dom.js",
    "tsv.js",
    "store.js",
    "arrange.js",
    "heads.js",
    "table.js",
    "editor.js",
    "filters.js",
    "addform.js",
    "toolbar.js",
    "keys.js",
    "mouse.js",
    "clipboard.js",
    "grid.js",
)

WHOLE = 1_000  # changed rows above which all of them go to the page, deflated

REMEMBERED = 200  # answers kept for a page that asks again because it has not heard them

_IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)

Row = Sequence[str | None]
Message = dict[str, Any]


def script() -> str:
    """Return the page's scripts as the one module that they are in a notebook."""
    parts = ((STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", part)) for part in parts)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of the grid.

    Attributes
    ----------
    name
        What the desk calls the column.
    label
        The header shown.
    kind
        Which editor opens and how the column sorts.
    choices
        The words of its drop-down list.
    firm
        Whether only these words are taken; otherwise they are suggestions.
    editable
        Whether the page lets its cells be changed.
    hidden
        Whether it is hidden at first.
    letter
        Its letters in the sheet, by which a refusal that names a cell finds its place in a block.
    """

    name: str
    label: str
    kind: Literal["text", "date", "number", "choice", "yesno"]
    choices: tuple[str, ...] = ()
    firm: bool = False
    editable: bool = True
    hidden: bool = False
    letter: str = ""


class Desk(Protocol):
    """Who takes the page's changes.

    A refusal is an :class:`~infoviz.errors.InfovizError`, and then nothing of the call has been done. What
    has been done the desk shows itself, by :meth:`ContactGrid.patch`, before it returns.
    """

    def change(self, changes: dict[int, dict[str, str | None]]) -> None:
        """Take new texts by row and column: all of them or none."""

    def add(self, values: dict[str, str]) -> int:
        """Add a person and return the new row's number."""

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""

    def redo(self) -> bool:
        """Do the change taken back last again; False where there is none."""

    def choose(self, row: int) -> None:
        """Learn that the person in a row was selected."""


@dataclass(slots=True, eq=False)
class _Content:
    """What a page that opens the grid, now or later, is shown."""

    columns: tuple[GridColumn, ...]
    rows: dict[int, tuple[str | None, ...]]
    edited: frozenset[tuple[int, str]]


def _packed(content: _Content, _widget: object) -> bytes:
    """Return the content deflated: Jupyter drops what comes faster than its limit, three megabytes at once."""
    columns = zip(*content.rows.values(), strict=True) if content.rows else ([] for _ in content.columns)
    text = json.dumps(
        {
            "columns": [asdict(column) for column in content.columns],
            "rows": list(content.rows),
            "cells": list(columns),
            "edited": sorted(content.edited),
        },
        separators=(",", ":"),
    )
    return zlib.compress(text.encode("ascii"), level=1)


class ContactGrid(anywidget.AnyWidget):
    """An editable table of contacts.

    Parameters
    ----------
    columns
        The columns from left to right; the first stays in place when the others scroll.
    rows
        One text per column by the row's number in the sheet, which is what names the row from then on;
        dates as ``2026-11-22``, None for a blank.
    desk
        Takes the changes.
    label
        What the table is called, for those who hear it.
    people
        Whether a row is a person: then somebody can be added.

    Examples
    --------
    >>> columns = [GridColumn("name", "Name", "text"), GridColumn("met_on", "Met on", "date")]
    >>> grid = ContactGrid(columns, {2: ["Ana Ruiz", "2026-11-22"], 3: ["Bo Lind", None]}, desk=desk)
    ... # doctest: +SKIP
    """

    _esm = script()
    _css = STATIC / "grid.css"

    label = traitlets.Unicode().tag(sync=True)
    people = traitlets.Bool(default_value=True).tag(sync=True)
    content = traitlets.Instance(_Content).tag(sync=True, to_json=_packed)

    def __init__(
        self,
        columns: Sequence[GridColumn],
        rows: Mapping[int, Row],
        *,
        desk: Desk,
        label: str = "Contacts",
        people: bool = True,
    ) -> None:
        self._desk = desk
        self._answers: OrderedDict[str, Message] = OrderedDict()
        super().__init__(content=_content(columns, rows, frozenset()), label=label, people=people)
        self.on_msg(lambda _, content, __: self.receive(content))

    def show(
        self,
        columns: Sequence[GridColumn],
        rows: Mapping[int, Row],
        edited: Collection[tuple[int, str]] = frozenset(),
    ) -> None:
        """Show something else: every column and row anew.

        Parameters
        ----------
        columns, rows
            As when the grid was made.
        edited
            Row and column of each cell that is not saved yet.
        """
        self.content = _content(columns, rows, edited)

    def patch(
        self, rows: Mapping[int, Row], edited: Collection[tuple[int, str]], removed: Iterable[int] = ()
    ) -> None:
        """Show rows that changed or came, and forget those that went.

        Parameters
        ----------
        rows
            The changed and the new ones, whole.
        edited
            Row and column of every cell that is not saved yet, of the changed rows and all others.
        removed
            Numbers of rows that are no longer there.
        """
        checked = {row: _checked(row, texts, self.content.columns) for row, texts in rows.items()}
        gone = [row for row in removed if row in self.content.rows]
        for row in gone:
            del self.content.rows[row]
        self.content.rows.update(checked)
        self.content.edited = frozenset(edited)
        if len(checked) > WHOLE:
            self.send_state("content")
            return
        self.send(
            {
                "type": "patch",
                "rows": list(checked.items()),
                "edited": sorted(self.content.edited),
                "removed": gone,
            }
        )

    def say(self, text: str) -> None:
        """Let the grid say a sentence: under its buttons, and to those who hear it."""
        self.send({"type": "say", "text": text})

    def receive(self, message: Message) -> None:
        """Take one message of the page, hand it to the desk, and answer.

        Parameters
        ----------
        message
            ``type``: edit, add, undo, redo or choose; ``id``: what the answer is to bear.

        Raises
        ------
        Exception
            Whatever the desk raises that is no refusal: the page is told, and it is raised again.
        """
        key = str(message["id"])
        if key in self._answers:  # asked again: done already, but the page has not heard of it
            self.send_state("content")
            self.send(self._answers[key])
            return
        try:
            answer = self._done(message)
        except InfovizError as error:
            answer = {"type": "refused", **self._refusal(error, message)}
        except Exception as error:
            reason = (
                f"infoviz failed at this ({type(error).__name__}: {error}). This is a fault in the program."
            )
            self.send({"type": "refused", "id": key, "reason": reason, **self._place("", message)})
            raise
        answer["id"] = key
        if message["type"] != "choose":
            self._answers[key] = answer
        if len(self._answers) > REMEMBERED:
            self._answers.popitem(last=False)
        self.send(answer)

    def _done(self, message: Message) -> Message:
        """Have the desk do what a message says; the answer, less its id."""
        match message["type"]:
            case "edit":
                changes: dict[int, dict[str, str | None]] = {}
                for change in message["changes"]:
                    changes.setdefault(int(change["row"]), {})[change["column"]] = change["value"]
                self._desk.change(changes)
            case "add":
                return {"type": "done", "row": self._desk.add(dict(message["values"]))}
            case "undo":
                return {"type": "done", "did": self._desk.undo()}
            case "redo":
                return {"type": "done", "did": self._desk.redo()}
            case "choose":
                self._desk.choose(int(message["row"]))
            case other:
                raise ValueError(f"the page sent a message of an unknown type: {other}")
        return {"type": "done"}

    def _refusal(self, error: InfovizError, message: Message) -> Message:
        """Return the reason of a refusal, and where it is to be shown; there its cell needs no address."""
        if not isinstance(error, EditRefused):
            return {"reason": str(error), **self._place("", message)}
        place = self._place(error.cell, message)
        reason = f"{error.reason}. {error.remedy}"
        return {"reason": reason[:1].upper() + reason[1:] if place else str(error), **place}

    def _place(self, address: str, message: Message) -> Message:
        """Return the row and the column that an address names, or else those of a message's only change."""
        changes = message.get("changes", [])
        if cell := re.fullmatch(r"([A-Z]{1,3})(\d+)", address):
            row = int(cell[2])
            for column in self.content.columns:
                if column.letter == cell[1]:
                    return {"row": row, "column": column.name}
            changes = [change for change in changes if change["row"] == row]
        if len(changes) != 1:
            return {}
        return {"row": changes[0]["row"], "column": changes[0]["column"]}


def _checked(row: int, texts: Row, columns: Sequence[GridColumn]) -> tuple[str | None, ...]:
    if len(texts) != len(columns):
        raise ValueError(f"row {row} has {len(texts)} texts, and there are {len(columns)} columns")
    return tuple(texts)


def _content(
    columns: Sequence[GridColumn], rows: Mapping[int, Row], edited: Collection[tuple[int, str]]
) -> _Content:
    if len({column.name for column in columns}) < len(columns):
        raise ValueError("two columns of the grid bear the same name")
    checked = {int(row): _checked(row, texts, columns) for row, texts in rows.items()}
    return _Content(tuple(columns), checked, frozenset(edited))
