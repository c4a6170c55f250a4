"""See how a tracker was understood, put right what was misunderstood, and mend the cells that could not be read."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as W  # noqa: N812

from infoviz.errors import NotSaved
from infoviz.schema.columns.matches import FIRST, LAST, Match
from infoviz.schema.fields import Content, Field
from infoviz.stats.wording import counted
from infoviz.tracker import load
from infoviz.widgets.grid import ContactGrid, GridColumn
from infoviz.widgets.saving import Saving, told
from infoviz.widgets.view import View, button, row, sentence
from infoviz.workbook import Receipt

KEPT_AS_IS = ("kept as it is", "")
ALL_UNDERSTOOD = "Every cell is understood"
EXAMPLES = 3
LONGEST = 28
PARTS = {FIRST: "name: the first name", LAST: "name: the last name"}
SEVERAL = {str(field) for field in Field if field.content == Content.LIST} | {
    "notes",
    "takeaways",
    "promised",
}
PROBLEM_COLUMNS = (
    GridColumn("cell", "Cell", "text", editable=False),
    GridColumn("name", "Whose", "text", editable=False),
    GridColumn("field", "What it is", "text", editable=False),
    GridColumn("value", "What it says", "text"),
    GridColumn("expected", "What was expected", "text", editable=False),
)


class Understanding(View):
    """How a tracker was understood, column by column, and the cells that were not.

    Attributes
    ----------
    tracker
        The tracker as it is understood now.
    columns
        A drop-down by column letter: what the column holds.
    problems
        The cells that were not understood; what they say can be mended in place.
    saving
        The mended cells that are not saved, and the buttons that save them.
    keep
        The button that keeps the understanding beside the tracker.
    """

    def __init__(self, path: Path | str, *, sheet: str | None = None) -> None:
        super().__init__()
        self.path = Path(path).absolute()
        self._read(sheet)
        self.sheet = W.Dropdown(
            description="Sheet with the people",
            options=self.tracker.workbook.sheets,
            value=self.tracker.layout.sheet,
            style={"description_width": "initial"},
            layout=W.Layout(width="auto"),
        )
        self.found = W.HTML()
        self.columns: dict[str, W.Dropdown] = {}
        self._moving = False
        self.lines = W.VBox()
        self.keep = button("Keep this understanding")
        self.problems = ContactGrid(
            PROBLEM_COLUMNS, {}, desk=self, label="Cells that were not understood", people=False
        )
        self.mended = W.VBox()
        self.arrange(row(self.sheet), self.status, self.found, self.lines, row(self.keep), self.mended)
        self.on_change(self.sheet, self._other_sheet)
        self.on_click(self.keep, self._keep)
        self._list_columns()
        self.update()

    def _read(self, sheet: str | None, columns: Mapping[str, list[str]] | None = None) -> None:
        self.tracker = load(self.path, sheet, columns)
        self.saving = Saving(self.tracker, saved=self._saved, act=self.on_click)

    def update(self) -> None:
        """Show how the tracker is understood now."""
        understood = self.tracker.check()
        people = counted(len(self.tracker.contacts), "row")
        left = f" Kept as they are: {', '.join(understood.unmapped)}." if understood.unmapped else ""
        found = f"{people} found in the sheet “{understood.sheet}”, whose headers stand in row {understood.header_row}."
        self.found.value = sentence(found + left, style="infoviz-headline")
        self._show_problems()

    # ------------------------------------------------------------------ the columns

    def _list_columns(self) -> None:
        """Show one line a column: its header, what it holds, a few of its cells, and why it was understood so."""
        self._found = self.tracker.layout.letters
        self.columns, lines = {}, []
        for match in self.tracker.layout.matches:
            shown = match.header or f"column {match.letter}"
            choice = W.Dropdown(
                description=shown,
                options=_options(match),
                value=_holds(match),
                disabled=bool(match.part) and match.part not in PARTS,
                style={"description_width": "11rem"},
                layout=W.Layout(width="100%"),
            )
            self.columns[match.letter] = choice
            self.on_change(choice, partial(self._understand, match.letter))
            line = W.Box([choice, W.HTML(sentence(self._about(match), style="infoviz-soft"))])
            line.add_class("infoviz-column")
            lines.append(line)
        self.lines.children = tuple(lines)

    def _about(self, match: Match) -> str:
        column = next(one for one in self.tracker.layout.grid.columns if one.letter == match.letter)
        values = (column.value(place) for place in self.tracker.layout.positions[:200])
        said = dict.fromkeys(_short(str(value)) for value in values if value is not None)
        examples = ", ".join(list(said)[:EXAMPLES])
        sure = f"; {match.confidence:.0%} sure, because {match.reason}" if match.fields or match.part else ""
        return f"{match.letter}: {examples or 'empty'}{sure}"

    def _chosen(self) -> Mapping[str, list[str]]:
        """Field → letters, for the fields that the drop-downs give other columns than were found."""
        wanted: dict[str, list[str]] = {}
        for letter, choice in sorted(self.columns.items(), key=lambda one: one[1].value == LAST):
            for name in choice.value.split("+") if choice.value else ():
                wanted.setdefault(Field.NAME if name in PARTS else name, []).append(letter)
        return {
            name: wanted.get(name, [])
            for name in (*wanted, *self._found)
            if wanted.get(name, []) != self._found.get(name, [])
        }

    def _understand(self, letter: str) -> None:
        """Read the tracker as the drop-downs say; a field that one column holds alone moves to the one chosen now."""
        if self._moving:
            return
        self._check_saved()
        chosen = self.columns[letter].value
        self._moving = True
        for other, choice in self.columns.items():
            if other != letter and chosen and chosen == choice.value and chosen not in SEVERAL:
                choice.value = ""
        self._moving = False
        self._read(self.sheet.value, self._chosen())
        self.status.say("Read again as you say; “Keep this understanding” remembers it.")
        self.update()

    def _other_sheet(self) -> None:
        self._check_saved()
        self._read(self.sheet.value)
        self._list_columns()
        self.update()

    def _check_saved(self) -> None:
        if len(self.tracker.edits):
            raise NotSaved(self.path, "cells were mended that are not saved yet", "Save them, then go on.")

    def _keep(self) -> None:
        kept = self.tracker.keep_mapping()
        self._found = load(self.path, self.sheet.value).layout.letters
        self.status.say(f"Kept in {kept.name}, beside the tracker, for the next time.")

    # ------------------------------------------------------------------ the cells that were not understood

    def _show_problems(self) -> None:
        problems = self._problems
        saving = self.saving
        saving.update()
        left = f"{counted(len(problems), 'cell')} could not be understood" if problems else ALL_UNDERSTOOD
        heading = W.HTML(f"<h3>{left}</h3>")
        shown = [self.problems, row(saving.save, saving.anyway), saving]
        self.mended.children = (heading, *(shown if problems or len(self.tracker.edits) else ()))
        texts = {place: self._texts(problem) for place, problem in enumerate(problems)}
        self.problems.show(PROBLEM_COLUMNS, texts)

    @property
    def _problems(self) -> list[dict[str, Any]]:
        return [
            {str(name): value for name, value in one.items()}
            for one in self.tracker.problems.to_dict("records")
        ]

    def _texts(self, problem: Mapping[str, Any]) -> list[str | None]:
        contacts, place = self.tracker.contacts, problem["row"]
        said = contacts.loc[place, "name"] if "name" in contacts and place in contacts.index else None
        whose = said if isinstance(said, str) else None
        cell = f"{problem['sheet']}!{problem['cell']}"
        return [cell, whose, self._field_of(problem), str(problem["value"]), str(problem["expected"])]

    def _field_of(self, problem: Mapping[str, Any]) -> str:
        letters = re.match(r"[A-Z]+", str(problem["cell"]))
        if problem["sheet"] != self.tracker.layout.sheet or letters is None:
            return ""
        matches = self.tracker.layout.matches
        return next((" + ".join(match.fields) for match in matches if match.letter == letters.group()), "")

    def change(self, changes: Mapping[int, Mapping[str, str | None]]) -> None:
        """Mend cells: the row is a problem's place in the list, the value what its cell is to say."""
        problems = self._problems
        mended: dict[int, dict[str, object]] = {}
        for place, cells in changes.items():
            problem = problems[place]
            field = self._field_of(problem)
            if not field or "+" in field:
                why = f"{problem['cell']} cannot be mended from here"
                raise NotSaved(self.path, why, "Change it in your spreadsheet program.")
            mended.setdefault(int(problem["row"]), {})[field] = cells["value"]
        self.tracker.edit_rows(mended)
        self._show_problems()

    def add(self, values: Mapping[str, str | None]) -> int:
        """Refuse: a list of problems takes nobody in."""
        raise NotSaved(self.path, "people are added in the table of contacts", "See infoviz.edit.")

    def undo(self) -> bool:
        """Take the last mending back."""
        done = self.tracker.undo()
        self._show_problems()
        return done

    def redo(self) -> bool:
        """Mend again what was taken back last."""
        done = self.tracker.redo()
        self._show_problems()
        return done

    def choose(self, row: int) -> None:
        """Follow the table's cursor: nothing else does."""

    def _saved(self, receipt: Receipt) -> None:
        self.update()
        self.status.say(told(receipt, self.path.name))


def _options(match: Match) -> list[tuple[str, str]]:
    fields = [(f"{field}: {field.description}", str(field)) for field in Field]
    parts = [(words, part) for part, words in PARTS.items()]
    own = _holds(match)
    known = {value for _, value in (*fields, *parts)} | {""}
    return [
        KEPT_AS_IS,
        *([] if own in known else [(own.replace("+", " and "), own)]),
        *fields[:1],
        *parts,
        *fields[1:],
    ]


def _holds(match: Match) -> str:
    """Give what a column holds, as the value of its drop-down."""
    return match.part or "+".join(match.fields)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def understand(path: Path | str, *, sheet: str | None = None) -> Understanding:
    """See, in a notebook, how a tracker was understood; put columns right by drop-downs, and mend cells in place.

    Parameters
    ----------
    path
        The tracker.
    sheet
        The sheet with the people; found if not given.

    Returns
    -------
    Understanding
        A widget: the last line of a notebook's cell shows it. Its ``tracker`` is the tracker as understood now.

    Raises
    ------
    InfovizError
        The file cannot be read, or there are no people in it.
    """
    return Understanding(path, sheet=sheet)
