"""A person's new name, wherever the tracker tells of that person by the old one."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from infoviz.editing.halves import first_and_last
from infoviz.editing.steps import Plan, Put
from infoviz.editing.view import View, column_of, is_formula
from infoviz.errors import EditRefused
from infoviz.grid import Value
from infoviz.schema.columns.matches import DETAIL
from infoviz.schema.expressions import expression
from infoviz.schema.fields import Field
from infoviz.schema.people import name_key, person_key
from infoviz.schema.reading.actions import Action, actions_of
from infoviz.schema.reading.frames import Problems

NAMING = (Field.REFERRED_BY, Field.INTRODUCTIONS)
"""Fields in which people name others."""

SHOWN = 6  # cells that a warning names
_BETWEEN = expression(r"\s*(?:[,;/&|+\n]|\band\b|\bund\b|\bet\b|\by\b)\s*")


class Renaming(NamedTuple):
    """Somebody who gets another name, or ("") none any more."""

    row: int
    old: str
    new: str


def follow_names(plan: Plan, view: View) -> None:
    """Add to a plan that gives people other names what else names them: the log, and whom they have introduced.

    Without it the log would tell of somebody who is not in the tracker. Where two bear the old name or the new one,
    only what says by the organization whom it means follows.

    Parameters
    ----------
    plan
        What is planned for the contacts' own rows; what it sets itself stands.
    view
        The tracker.

    Raises
    ------
    EditRefused
        The log would tell of the one what it tells of another who bears the new name.
    """
    taken = {(step.sheet, step.row, step.letter) for step in plan.steps if isinstance(step, Put)}
    planned = _planned(plan, view)
    gone = {one.row for one in planned}
    for one in planned:
        bearers = [row for row in _bearers(view, one.new) if row not in gone]
        _check_new(view, one, bearers)
        alone = not bearers and len(_bearers(view, one.old)) == 1
        for step in (*_in_log(view, one, alone=alone), *(_introduced(view, one) if alone else ())):
            if (step.sheet, step.row, step.letter) not in taken:
                plan.steps.append(step)
                if step.field in NAMING and len(view.layout.letters[step.field]) == 1:
                    plan.expected[step.row, step.field] = str(step.value)


def left_behind(before: View, after: View, plan: Plan) -> Iterator[str]:
    """Say which cells still name somebody by a name that a plan has changed.

    Parameters
    ----------
    before, after
        The tracker before and after.
    plan
        What has been done.
    """
    put = {(step.sheet, f"{step.letter}{step.row}") for step in plan.steps if isinstance(step, Put)}
    for one in renamed(before, after, plan):
        cells = [place for place in _naming(after, name_key(one.old)) if place not in put]
        others = namesakes(after, one)
        if not cells:
            continue
        places = _listed(cells)
        remedy = f" Where “{one.new}” (row {one.row}) is meant, write that there." if one.new else ""
        if one.new and (sharing := [row for row in _bearers(after, one.new) if row != one.row]):
            remedy = f" “{one.new}” is the name of row {sharing[0]} too: make the two names differ, and write it there."
        if others:
            rows = " and ".join(str(row) for row in others)
            yield f"{places}: “{one.old}” stands there, which is now the name of row {rows} alone.{remedy}"
        else:
            nobody = f"nobody in “{after.sheet}” bears that name any more"
            yield f"{places}: “{one.old}” still stands there, and {nobody}.{remedy}"


def renamed(before: View, after: View, plan: Plan) -> list[Renaming]:
    """List those who have got another name."""
    if before.actions:
        return []
    rows = {row for row, _ in plan.expected} | {
        step.contact
        for step in plan.steps
        if isinstance(step, Put) and step.contact is not None and step.sheet == before.sheet
    }
    names = [(row, before.text(row, Field.NAME), after.text(row, Field.NAME)) for row in sorted(rows)]
    return [
        Renaming(row, old, new or "")
        for row, old, new in names
        if old and name_key(old) != name_key(new or "")
    ]


def namesakes(view: View, one: Renaming) -> list[int]:
    """Rows of the others who bear somebody's old name."""
    return [row for row in _bearers(view, one.old) if row != one.row]


def _bearers(view: View, who: str) -> list[int]:
    key = name_key(who)
    return [row for row, name in _said(view, Field.NAME) if name and name_key(name) == key]


def _check_new(view: View, one: Renaming, bearers: list[int]) -> None:
    """Refuse a name whose log rows, which say no more than the name, are another's: the first to bear it has them."""
    log = view.layout.log
    if log is None or not bearers or one.row > bearers[0]:
        return
    cells = [(sheet, cell) for sheet, cell in _naming(view, name_key(one.new)) if sheet == log.sheet]
    if cells:
        cell = f"{view.layout.letters[Field.NAME][0]}{one.row}"
        places = _listed(cells)
        places = f"{places[:1].lower()}{places[1:]}"
        reason = f"“{one.new}” is the name of row {bearers[0]} too, and {places}, would not tell"
        remedy = "Give the log a column for the organization, or make the two names differ."
        raise EditRefused(view.sheet, cell, f"{reason} which of them is meant", remedy)


def _said(view: View, field: Field) -> Iterator[tuple[int, str | None]]:
    """Go through the contacts' rows and what they say of a text field."""
    contacts = view.own.contacts
    told = contacts[field].tolist() if field in contacts else [None] * len(contacts)
    for row, text in zip(contacts.index.tolist(), told, strict=True):
        yield row, text if isinstance(text, str) else None


def _planned(plan: Plan, view: View) -> list[Renaming]:
    """List those who are to get another name, be the column named by its field or by its header."""
    letters = view.layout.letters.get(Field.NAME, [])
    put: dict[int, dict[str, Value]] = {}
    for step in plan.steps:
        if (
            isinstance(step, Put)
            and step.sheet == view.sheet
            and step.letter in letters
            and step.contact is not None
        ):
            put.setdefault(step.contact, {})[step.letter] = step.value
    found = []
    for row, values in put.items():
        told = [values.get(letter, view.value(view.sheet, row, letter)) for letter in letters]
        new = plan.expected.get((row, Field.NAME)) or " ".join(str(half) for half in told if half is not None)
        old = view.text(row, Field.NAME)
        if isinstance(new, str) and new and old and name_key(new) != name_key(old):
            found.append(Renaming(row, old, new))
    return found


# ── what follows ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _in_log(view: View, one: Renaming, *, alone: bool) -> Iterator[Put]:
    """Rename somebody in the rows of the log that tell of nobody else, and where it says who introduced another."""
    log = view.layout.log
    letters = [] if log is None else log.letters.get(Field.NAME, [])
    if log is None or not letters:
        return
    known, key = _known(view), name_key(one.old)
    details = [log.grid.columns[at] for at in log.columns_of(DETAIL)] if alone else []
    for action in actions_of(log.spread, Problems(log)):
        row, about = int(log.grid.rows[action.position]), _about(action, known)
        if about == one.row and action.name and (alone or _is_sure(action, known)):
            now = [view.value(log.sheet, row, letter) for letter in letters]
            halves: tuple[Value, ...] = (
                first_and_last(one.new, now)
                if len(letters) == 2
                else (_replaced(now[0], action.name, one.new),)
            )
            for letter, half in zip(letters, halves, strict=False):
                if any(value is not None for value in now) and not is_formula(log.grid, row, letter):
                    yield Put(log.sheet, row, letter, half, Field.NAME, one.row, one.row)
        for column in details:
            detail = column.value(action.position)
            if _names(detail, key) and not column.formulas[action.position]:
                value = _replaced(detail, one.old, one.new)
                yield Put(log.sheet, row, column.letter, value, DETAIL, about, one.row)


def _introduced(view: View, one: Renaming) -> Iterator[Put]:
    """Rename somebody where others say that this was who introduced them, or whom they were to introduce."""
    if view.actions:
        return
    key, grid = name_key(one.old), view.layout.grid
    for match in view.layout.matches:
        alone = len(match.fields) == 1 and match.fields[0] in NAMING
        letter = match.letter
        for row, now in _cells(view, letter) if alone else ():
            shared = any(area.top <= row <= area.bottom for area in view.merged_down)
            if _names(now, key) and not shared and not is_formula(grid, row, letter):
                value = _replaced(now, one.old, one.new)
                yield Put(view.sheet, row, letter, value, match.fields[0], row, one.row)


def _cells(view: View, letter: str) -> Iterator[tuple[int, Value]]:
    """Go through the contacts' rows and what a column's cells hold."""
    rows = view.own.contacts.index.to_numpy()
    column = column_of(view.layout.grid, letter)
    if column is not None:
        positions = np.searchsorted(view.layout.grid.rows, rows).tolist()
        yield from zip(rows.tolist(), map(column.value, positions), strict=True)


def _known(view: View) -> Mapping[str, int]:
    """Find contacts by their keys, as reading a log does."""
    known: dict[str, int] = {}
    for (number, name), (_, organization) in zip(
        _said(view, Field.NAME), _said(view, Field.ORGANIZATION), strict=True
    ):
        known.setdefault(person_key(name, organization), number)
        known.setdefault(name_key(name or organization or ""), number)
    return known


def _about(action: Action, known: Mapping[str, int]) -> int | None:
    about = known.get(person_key(action.name, action.organization))
    return known.get(name_key(action.name or action.organization or "")) if about is None else about


def _is_sure(action: Action, known: Mapping[str, int]) -> bool:
    """Whether the organization says who of several is meant."""
    return bool(action.organization) and person_key(action.name, action.organization) in known


def _names(value: Value, key: str) -> bool:
    return isinstance(value, str) and name_key(value) == key


def _replaced(value: Value, old: str, new: str) -> str:
    """Put a new name in the place of the old one, so that a title before it and a firm behind it stay."""
    return value.replace(old, new, 1) if isinstance(value, str) and old in value else new


# ── what does not ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _naming(view: View, key: str) -> Iterator[tuple[str, str]]:
    """Go through the cells of the log, and of introductions, that name somebody of that name."""
    log, sheet = view.layout.log, view.layout
    if log is not None:
        letters, known = log.letters.get(Field.NAME, []), _known(view)
        for action in actions_of(log, Problems(log)) if letters else ():
            if name_key(action.name or "") == key and not _is_sure(action, known):
                yield log.sheet, f"{letters[0]}{log.grid.rows[action.position]}"
        for at in log.columns_of(DETAIL):
            column = log.grid.columns[at]
            for position in log.positions.tolist():
                if _names(column.value(position), key):
                    yield log.sheet, f"{column.letter}{log.grid.rows[position]}"
    for letter in [letter for name in NAMING for letter in sheet.letters.get(name, [])]:
        for row, value in _cells(view, letter):
            if isinstance(value, str) and any(
                _names(piece, key) for piece in (value, *_BETWEEN.split(value))
            ):
                yield sheet.sheet, f"{letter}{row}"


def _listed(cells: list[tuple[str, str]]) -> str:
    """Name cells sheet by sheet, the first few of them."""
    by_sheet: dict[str, list[str]] = {}
    for sheet, cell in cells:
        by_sheet.setdefault(sheet, []).append(cell)
    told = [
        f"“{sheet}”, {'cell' if len(found) == 1 else 'cells'} {', '.join(found[:SHOWN])}"
        + (f" and {len(found) - SHOWN:,} more" if len(found) > SHOWN else "")
        for sheet, found in by_sheet.items()
    ]
    return f"Sheet {' and sheet '.join(told)}"
