"""Merging edits into a file that another program has changed: by person and column, not by row and letter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from infoviz.editing.check import check
from infoviz.editing.decisions import Decisions, Place, Side
from infoviz.editing.meeting import (
    ApartError,
    Columns,
    People,
    changed_cells,
    log_of,
    row_like,
    same_value,
    taken_over,
)
from infoviz.editing.pending import Pending, done_of
from infoviz.editing.steps import AddSheet, Append, Done, Plan, Put, Step, Verb
from infoviz.editing.view import View, last_record
from infoviz.errors import ChangedOnDisk, Conflict, InfovizError
from infoviz.grid import Value
from infoviz.schema.reading.layout import Layout
from infoviz.workbook import Workbook

COLUMNS = {
    "sheet": "str", "cell": "str", "row": "Int64", "name": "str", "field": "str", "base": "object",
    "theirs": "object", "ours": "object", "why": "str", "override": "bool",
}  # fmt: skip
BOTH = "it has been changed there and here"


@dataclass(frozen=True, slots=True)
class _Clash:
    """An edit that cannot be merged.

    Attributes
    ----------
    step
        Which step it was, of all that were taken.
    sheet, cell, row, name, field, base, theirs, ours, why
        The columns of :class:`infoviz.errors.Conflict`'s frame.
    """

    step: int
    sheet: str
    cell: str
    row: int | None
    name: str
    field: str
    base: Value
    theirs: Value
    ours: Value
    why: str

    def __str__(self) -> str:
        what = f"{self.field} of {self.name}" if self.name else self.field
        what += f" (cell {self.cell})" if self.cell else ""
        if self.why == BOTH:
            return (
                f"{what} was {_shown(self.base)}, is {_shown(self.theirs)} there and {_shown(self.ours)} here"
            )
        return f"{what} was set to {_shown(self.ours)} here, but {self.why}"


def _shown(value: Value) -> str:
    return "empty" if value is None else f"“{value}”"


def merged(
    mine: Pending, current: bytes, decisions: Decisions, *, override: bool
) -> tuple[Pending, tuple[str, ...]]:
    """Do the edits once more, to a file as another program has left it.

    Parameters
    ----------
    mine
        The edits, and how the tracker stood when it was read; they are not touched.
    current
        The file as it is now.
    decisions
        Whose value is to stand in which cell.
    override
        Where both have changed a cell, let the edit made here stand.

    Returns
    -------
    Pending, tuple of str
        The edits, done to the file as it is now, and the cells that the other program had changed.

    Raises
    ------
    Conflict
        A cell has been changed here and there, or a person cannot be told apart any more.
    ChangedOnDisk
        Cells have been edited here past the tracker's verbs.
    """
    _check_alone(mine, current)
    try:
        theirs = mine.look(Workbook(mine.book.path, current, mine.book.limits))
    except InfovizError as error:
        clashes = _Merge(mine, mine.book, mine.base, decisions, set(), override=override).all_of(str(error))
        raise _conflict(mine, clashes, {clash.step for clash in clashes}, theirs=False) from error
    merge, clashes = _settled(mine, current, theirs, decisions, override=override)
    if not clashes:
        return merge.standing, tuple(taken_over(mine.base, theirs))
    # Only what has been tried is offered.
    firm = {clash.step for clash in _settled(mine, current, theirs, decisions, override=True)[1]}
    sides: dict[Place, Side] = {(clash.sheet, clash.cell): "theirs" for clash in clashes}
    shown = {(clash.sheet, clash.cell): clash.theirs for clash in clashes}
    given_up = Decisions({**decisions.sides, **sides}, {**decisions.shown, **shown})
    left = _settled(mine, current, theirs, given_up, override=override)[1]
    raise _conflict(mine, clashes, firm, theirs=not left)


def _settled(
    mine: Pending, current: bytes, theirs: View, decisions: Decisions, *, override: bool
) -> "tuple[_Merge, list[_Clash]]":
    """Merge without what is left to the other program, and list what clashes still."""
    dropped: set[int] = set()
    while True:
        book = Workbook(mine.book.path, current, mine.book.limits)
        merge = _Merge(mine, book, theirs, decisions, dropped, override=override)
        clashes = merge.run()
        given_up = _given_up(mine, clashes, decisions)
        if not given_up:
            return merge, clashes
        dropped |= given_up


def _given_up(mine: Pending, clashes: list[_Clash], decisions: Decisions) -> set[int]:
    """List the steps that are left to the other program, cell by cell, and what else belongs to the same edit."""
    left = {clash.step: True for clash in clashes}
    for clash in clashes:
        left[clash.step] &= decisions.side(clash.sheet, clash.cell, clash.theirs) == "theirs"
    dropped = {step for step, given_up in left.items() if given_up}
    number = 0
    for verb in mine.verbs:
        numbered = dict(enumerate((done.step for done in verb.done), start=number))
        number += len(verb.done)
        puts = {at: step for at, step in numbered.items() if isinstance(step, Put)}
        edits = {
            (puts[at].contact, puts[at].field) for at in dropped & puts.keys() if puts[at].follows is None
        }
        names = {puts[at].contact for at in dropped & puts.keys() if _is_name(mine.base, puts[at])}
        dropped |= {
            at
            for at, step in puts.items()
            if ((step.contact, step.field) in edits if step.follows is None else step.follows in names)
        }
    return dropped


def _is_name(view: View, step: Put) -> bool:
    names = view.layout.letters.get("name", [])
    return step.follows is None and step.sheet == view.sheet and step.letter in names


def _conflict(mine: Pending, clashes: list[_Clash], firm: set[int], *, theirs: bool) -> Conflict:
    """Tell of the clashes; those of the `firm` steps cannot be overridden."""
    told = [name for name in COLUMNS if name != "override"]
    rows = [[*(getattr(clash, name) for name in told), clash.step not in firm] for clash in clashes]
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype="object")
    frame = frame.astype({name: kind for name, kind in COLUMNS.items() if kind != "object"})
    return Conflict(mine.book.path, frame, [str(clash) for clash in clashes], theirs=theirs)


def _check_alone(mine: Pending, current: bytes) -> None:
    """Refuse where the workbook has also been edited past the tracker's verbs: what such an edit meant is not known."""
    done = {
        (one.sheet, one.row, one.letter) for verb in mine.verbs for step in verb.done for one in step.changes
    }
    if not set(changed_cells(mine.base, mine.look(mine.book))) <= done:
        raise ChangedOnDisk(mine.book.path, current)


class _Merge:
    """One attempt to do the edits once more, save for the steps that are dropped."""

    def __init__(
        self,
        mine: Pending,
        book: Workbook,
        theirs: View,
        decisions: Decisions,
        dropped: set[int],
        *,
        override: bool,
    ) -> None:
        self.mine, self.book, self.base, self.theirs = mine, book, mine.base, theirs
        self.decisions, self.dropped, self.override = decisions, dropped, override
        self.people = People(self.base, theirs)
        self.taken_names = {name.casefold() for name in book.sheets}
        self.clashes: list[_Clash] = []
        self.appended: dict[tuple[str, int], int] = {}
        self.lost: set[tuple[str, int]] = set()
        self.ends: dict[str, int | None] = {}
        self.touched: set[tuple[str, int, str]] = set()
        self.ours = {
            (change.sheet, change.row, change.letter): change.after
            for _, done in _steps(mine)
            for change in done.changes
        }

    def run(self) -> list[_Clash]:
        """Do the edits; what clashes comes back, and without any :attr:`standing` is how they stand."""
        taken: dict[int, tuple[Step, int]] = {}
        for number, done in _steps(self.mine):
            if number in self.dropped or self._is_lost(done):
                self._lose(done)
                continue
            try:
                step = self._translated(number, done)
                row = self._take(step)
            except (ApartError, InfovizError) as error:
                self.clashes = [clash for clash in self.clashes if clash.step != number]
                self._clash(number, done, str(error))
                self._lose(done)
                continue
            if isinstance(step, Append):
                self.appended[done.step.sheet, done.row] = row
            taken[number] = step, row
        return self.clashes or self._stand(taken)

    def all_of(self, why: str) -> list[_Clash]:
        """Call every edit that is left a clash."""
        for number, done in _steps(self.mine):
            if number not in self.dropped:
                self._clash(number, done, why)
        return self.clashes

    def _lose(self, done: Done) -> None:
        """Note a row that is not appended, so that what else was done to it is left out with it."""
        if isinstance(done.step, Append):
            self.lost.add((done.step.sheet, done.row))

    def _is_lost(self, done: Done) -> bool:
        """Whether a step is about a row, or about somebody, not appended after all."""
        step = done.step
        if isinstance(step, AddSheet):
            return False
        return (isinstance(step, Put) and (step.sheet, step.row) in self.lost) or (
            step.contact is not None and (self.base.sheet, step.contact) in self.lost
        )

    # ------------------------------------------------------------------ step by step

    def _translated(self, number: int, done: Done) -> Step:
        step = done.step
        if isinstance(step, AddSheet):
            self._check_name(step.sheet)
            return step
        before, after = self._layouts(step.sheet)
        if before is None or after is None:
            self._check_name(step.sheet)
            return replace(step, contact=self._contact(step.contact))
        columns = self.people.columns if step.sheet == self.base.sheet else Columns(before, after)
        contact = self._contact(step.contact)
        if isinstance(step, Append):
            if step.contact < 0:
                self._check_new(done)
            values = {columns.find(letter): value for letter, value in step.values.items()}
            fields = {
                columns.find(letter): name for letter, name in step.fields.items() if letter in step.values
            }
            return Append(after.sheet, values, fields, contact, last_record(after))
        row, letter = self._row(step, before, after, columns), columns.find(step.letter)
        place = (step.sheet, step.row, step.letter)
        if (step.sheet, step.row) not in self.appended and place not in self.touched:
            self._compare(number, step, after.sheet, row, letter)
        self.touched.add(place)
        follows = None if step.follows is None else self._contact(step.follows)
        return Put(after.sheet, row, letter, step.value, step.field, contact, follows)

    def _layouts(self, sheet: str) -> tuple[Layout | None, Layout | None]:
        """How a sheet was and is understood; nothing for one that is new here."""
        if sheet == self.base.sheet:
            return self.base.layout, self.theirs.layout
        log = log_of(self.base)
        if log is None or log.sheet != sheet:
            return None, None
        other = log_of(self.theirs)
        if other is None:
            raise ApartError(f"the sheet “{sheet}” is no log any more")
        return log, other

    def _check_name(self, sheet: str) -> None:
        """Refuse to write into a sheet that was begun here where the other program has one of that name."""
        if sheet.casefold() in self.taken_names:
            raise ApartError(f"a sheet “{sheet}” has been begun there too")

    def _contact(self, contact: int | None) -> int:
        if contact is None or contact < 0:
            return -1 if contact is None else contact
        new = self.appended.get((self.base.sheet, contact))
        return self.people.find(contact) if new is None else new

    def _row(self, step: Put, before: Layout, after: Layout, columns: Columns) -> int:
        new = self.appended.get((step.sheet, step.row))
        if new is not None:
            return new
        if step.sheet == self.base.sheet and not self.base.actions:
            return self.people.find(step.row)
        return row_like(before.grid, step.row, after.grid, list(columns.pairs()))

    def _compare(self, number: int, step: Put, sheet: str, row: int, letter: str) -> None:
        """Note where both have changed the same cell to different values."""
        base = self.base.value(step.sheet, step.row, step.letter)
        theirs = self.theirs.value(sheet, row, letter)
        ours = self.ours[step.sheet, step.row, step.letter]
        stands = self.override or self.decisions.side(sheet, f"{letter}{row}", theirs) == "ours"
        if stands or same_value(base, theirs) or same_value(theirs, ours):
            return
        name = self._name(step.contact)
        clash = (sheet, f"{letter}{row}", row, name, step.field, base, theirs, ours, BOTH)
        self.clashes.append(_Clash(number, *clash))

    def _check_new(self, done: Done) -> None:
        """Refuse to add somebody whom the other program has added, too."""
        key = str(self.mine.view.keys.get(done.row, ""))
        there = self.theirs.keys[self.theirs.keys == key].index.tolist()
        stands = self.override or all(
            self.decisions.side(change.sheet, change.cell, None) == "ours" for change in done.changes
        )
        if key and there and not (self.base.keys == key).any() and not stands:
            raise ApartError(f"the same person has been added there (row {there[0]})")

    def _take(self, step: Step) -> int:
        if isinstance(step, AddSheet):
            self.book.add_sheet(step.sheet)
            return 0
        if isinstance(step, Put):
            self.book.set(step.sheet, f"{step.letter}{step.row}", step.value, protected=False)
            return step.row
        after = self.ends.get(step.sheet, step.after)
        self.ends[step.sheet] = row = self.book.append(
            step.sheet, dict(step.values), after=after, protected=False
        )
        return row

    # ------------------------------------------------------------------ the outcome

    def _stand(self, taken: dict[int, tuple[Step, int]]) -> list[_Clash]:
        """Note the edits as they stand in the new file, read back; where they are read as something else, all clash."""
        after = self.mine.look(self.book)
        self.standing = Pending(self.book, self.mine.look, self.theirs)
        self.standing.view = after
        number, wanted = 0, Plan()
        for verb in self.mine.verbs:
            old = [done.step for at, done in enumerate(verb.done, start=number) if at in taken]
            steps = [taken[at] for at in range(number, number + len(verb.done)) if at in taken]
            number += len(verb.done)
            if not steps:
                continue
            new = {
                step.contact: row
                for step, row in reversed(steps)
                if isinstance(step, Append) and step.contact < 0
            }
            done = tuple(done_of(step, row, self.theirs, after, new) for step, row in steps)
            plan = self._plan(verb, old, [step for step, _ in steps])
            self.standing.verbs.append(Verb(done, plan))
            wanted.extend(plan)
        known = len(wanted.warnings)
        try:
            check(self.theirs, after, wanted)
        except InfovizError as error:
            return self.all_of(str(error))
        if self.standing.verbs:
            self.standing.verbs[-1].plan.warnings.extend(wanted.warnings[known:])
        return []

    def _plan(self, verb: Verb, old: list[Step], steps: list[Step]) -> Plan:
        """Give what a verb was to do as far as it is done: of a row that lost an edit, what is set there itself.

        Parameters
        ----------
        verb
            The verb.
        old, steps
            Those of its steps that are taken, as they were and as they are now.
        """
        whole = len(steps) == len(verb.done)
        put = {
            (step.contact, name) for step in steps if isinstance(step, Put) for name in step.field.split("; ")
        }

        def stands(row: int, name: str) -> bool:
            return whole or (self._contact(row), name) in put

        plan = verb.plan
        rows = {
            row for row, _ in (*plan.expected, *plan.understood) if (self.base.sheet, row) not in self.lost
        }
        expected = {
            (self._contact(row), name): want
            for (row, name), want in plan.expected.items()
            if row in rows and stands(row, name)
        }
        understood = {
            (self._contact(row), name): self.people.columns.find(letter)
            for (row, name), letter in plan.understood.items()
            if row in rows and stands(row, name)
        }
        logged = {
            before.contact: step.contact
            for before, step in zip(old, steps, strict=True)
            if isinstance(before, Append | Put) and isinstance(step, Append | Put)
            if isinstance(step, Append) or step.sheet != self.theirs.sheet
        }
        events = [
            (contact, any_of, day)
            for row, any_of, day in plan.events
            if (contact := logged.get(row)) is not None
        ]
        return Plan(steps, expected, events, understood, list(plan.warnings))

    def _name(self, contact: int | None) -> str:
        if contact is None:
            return ""
        view = self.base if contact in self.base.contacts.index else self.mine.view
        return view.text(contact, "name") or view.text(contact, "organization") or ""

    def _clash(self, number: int, done: Done, why: str) -> None:
        for change in done.changes:
            base = self.base.value(change.sheet, change.row, change.letter)
            name = self._name(change.contact)
            clash = (change.sheet, change.cell, change.row, name, change.field, base, None, change.after, why)
            self.clashes.append(_Clash(number, *clash))


def _steps(mine: Pending) -> Iterator[tuple[int, Done]]:
    """Go through the steps that were taken, numbered over all verbs."""
    return enumerate(done for verb in mine.verbs for done in verb.done)
