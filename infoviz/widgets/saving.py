"""Saving from a notebook: what will be written, what was, and whose cell stands where both have changed it."""

from collections.abc import Callable
from typing import Any

import ipywidgets as W  # noqa: N812

from infoviz.errors import Conflict, NotSaved, OpenElsewhere
from infoviz.stats.wording import counted
from infoviz.tracker import Tracker
from infoviz.widgets.view import button, row, sentence, table
from infoviz.workbook import Receipt

MOST_SHOWN = 40
MINE, THEIRS = "ours", "theirs"

Saved = Callable[[Receipt], object]


class Saving(W.VBox):
    """The cells that are not saved, the button that saves them, and the choices where two have changed the same.

    Parameters
    ----------
    tracker
        The open tracker.
    saved
        Is told of the receipt.
    act
        Ties a button to what it does.

    Attributes
    ----------
    save, anyway
        The button that saves, and the one that saves although another program seems to have the file open.
    copy, save_copy
        The name of another file to save to, where the tracker's own cannot be written, and its button.
    auto
        Whether each edit is saved at once; off at first.
    choices
        Where another program has changed the same cells: whose shall stand, in the order of the conflict's frame.
    busy
        Whether it is being saved from here.
    """

    def __init__(
        self,
        tracker: Tracker,
        *,
        saved: Saved,
        act: Callable[[W.Button, Callable[[], object]], None],
    ) -> None:
        self.tracker, self._saved = tracker, saved
        self.busy = False
        self.save = button("Save", button_style="primary")
        self.anyway = button("Save although it is open elsewhere")
        self.settle = button("Save with these choices", button_style="primary")
        self.later = button("Decide later")
        self.copy = W.Text(
            value=f"{tracker.path.stem} (copy){tracker.path.suffix}",
            description="Another file",
            style={"description_width": "initial"},
        )
        self.save_copy = button("Save there")
        self.elsewhere = row(self.copy, self.save_copy)
        self.auto = W.Checkbox(value=False, description="Save each change at once", indent=False)
        self.auto.layout.width = "auto"
        self.pending = W.HTML()
        self.choices: list[W.Dropdown] = []
        self._conflict: Conflict | None = None
        self.conflict = W.VBox()
        super().__init__([self.elsewhere, self.conflict, self.pending])
        act(self.save, self.write)
        act(self.anyway, lambda: self.write(ignore_lock=True))
        act(self.save_copy, lambda: self.write(path=tracker.path.parent / self.copy.value))
        act(self.settle, self._write_settled)
        act(self.later, self._forget)
        self._forget()
        self.anyway.layout.display = self.elsewhere.layout.display = "none"
        self.update()

    def write(self, **how: Any) -> None:
        """Save the edits.

        Raises
        ------
        NotSaved
            They cannot be saved, or not yet: the choices are then on show. The edits are kept.
        """
        self.busy = True
        try:
            receipt = self.tracker.save(**how)
        except Conflict as conflict:
            if not conflict.theirs:
                self.elsewhere.layout.display = ""
                raise
            self._ask(conflict)
            why = "another program has changed the same cells meanwhile"
            raise NotSaved(self.tracker.path, why, "Choose below which value is to stand.") from conflict
        except OpenElsewhere:
            self.anyway.layout.display = ""
            raise
        except NotSaved:
            self.elsewhere.layout.display = ""
            raise
        finally:
            self.busy = False
        self.anyway.layout.display = self.elsewhere.layout.display = "none"
        self._forget()
        self.update()
        self._saved(receipt)

    def changed(self) -> None:
        """Show what is not saved; save it where each change is saved at once."""
        self.update()
        if self.auto.value and len(self.tracker.edits):
            self.write()

    def update(self) -> None:
        """Show the cells that are not saved."""
        edits = self.tracker.edits
        with self.save.hold_sync():
            self.save.disabled = edits.empty
            self.save.description = f"Save {counted(len(edits), 'cell')}" if len(edits) else "Nothing to save"
        if edits.empty:
            self.pending.value = ""
            return
        listed = [
            (f"{one.sheet}!{one.cell}", self._header_of(one), _said(one.before), _said(one.after))
            for one in edits.head(MOST_SHOWN).itertuples()
        ]
        more = f" (the first {MOST_SHOWN} of them)" if len(edits) > MOST_SHOWN else ""
        caption = f"Not saved yet: {counted(len(edits), 'cell')}{more}"
        self.pending.value = table(("cell", "what", "before", "after"), listed, caption)

    def _header_of(self, edit: Any) -> str:
        """Call a cell of the people's sheet, or of the log, by its column's header."""
        letter = edit.cell.rstrip("0123456789")
        headers = {
            (layout.sheet, match.letter): match.header
            for layout in (self.tracker.layout.log, self.tracker.layout)
            if layout is not None
            for match in layout.matches
        }
        return headers.get((edit.sheet, letter)) or edit.field

    def _ask(self, conflict: Conflict) -> None:
        """Show both values of each cell that two have changed, and ask whose stands."""
        self._conflict = conflict
        self.choices = []
        lines: list[W.Widget] = [
            W.HTML(
                sentence(
                    "Another program has changed the same cells since this file was read. Nothing has been written. "
                    "Say which value is to stand."
                )
            )
        ]
        for one in conflict.frame.itertuples():
            options = [("choose …", ""), (f"theirs: {_said(one.theirs)}", THEIRS)]
            options += [(f"mine: {_said(one.ours)}", MINE)] if one.override else []
            choice = W.Dropdown(
                description=" of ".join([str(one.field), str(one.name or one.cell)]),
                options=options,
                value="",
                style={"description_width": "initial"},
                layout=W.Layout(width="auto"),
            )
            self.choices.append(choice)
            lines += [choice, W.HTML(sentence(f"It was {_said(one.base)}; {one.why}.", style="infoviz-soft"))]
        self.conflict.children = (*lines, row(self.settle, self.later))
        self.conflict.add_class("infoviz-conflict")

    def _write_settled(self) -> None:
        if self._conflict is None:
            return
        if any(not choice.value for choice in self.choices):
            raise NotSaved(
                self.tracker.path, "a cell has no choice yet", "Choose theirs or mine for each cell."
            )
        places = zip(self._conflict.frame["sheet"], self._conflict.frame["cell"], strict=True)
        self.write(
            decisions={place: choice.value for place, choice in zip(places, self.choices, strict=True)}
        )

    def _forget(self) -> None:
        self._conflict, self.choices = None, []
        self.conflict.children = ()
        self.conflict.remove_class("infoviz-conflict")


def told(receipt: Receipt, name: str) -> str:
    """Say what a save has written."""
    text = f"Saved {counted(len(receipt.cells), 'cell')} into {name}; everything else in it is as it was."
    if receipt.cleared:
        formulas = counted(len(receipt.cleared), "formula")
        text += f" Excel and LibreOffice compute {formulas} anew when they open it."
    if receipt.merged:
        text += f" Taken over from another program: {', '.join(receipt.merged)}."
    if receipt.backup is not None:
        text += f" The version before is kept as {receipt.backup.name}."
    return " ".join([text, *receipt.warnings])


def _said(value: object) -> str:
    return "empty" if value is None else str(value).removesuffix(" 00:00:00")
