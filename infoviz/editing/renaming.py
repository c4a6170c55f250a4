"""A person's new name, wherever the tracker tells of that person."""

from infoviz.editing.halves import first_and_last
from infoviz.editing.steps import Plan, Put
from infoviz.editing.view import View
from infoviz.grid import Value
from infoviz.schema.fields import Field
from infoviz.schema.people import name_key, person_key
from infoviz.schema.reading.frames import texts_of
from infoviz.schema.reading.layout import Layout


def rename_in_log(plan: Plan, view: View, row: int) -> None:
    """Add to a plan that gives somebody another name the rows of the log sheet that name them.

    Without it the log would tell of somebody who is not in the tracker.

    Parameters
    ----------
    plan
        What is planned for the contact's own row.
    view
        The tracker.
    row
        The contact's row.
    """
    name, log, old = plan.expected.get((row, Field.NAME)), view.layout.log, view.text(row, Field.NAME)
    if not isinstance(name, str) or log is None or old is None or name_key(name) == name_key(old):
        return
    letters = log.letters.get(Field.NAME, [])
    for place in _rows_of(view, log, row) if letters else ():
        halves: tuple[Value, ...] = (name,)
        if len(letters) == 2:
            halves = first_and_last(name, [view.value(log.sheet, place, letter) for letter in letters])
        for letter, half in zip(letters, halves, strict=False):
            plan.steps.append(Put(log.sheet, place, letter, half, Field.NAME, row))
    told = view.reading.contacts.get(Field.REFERRED_BY)
    if told is not None and (named := int((told.fillna("").map(name_key) == name_key(old)).sum())):
        plan.warnings.append(f"{named} contacts say that “{old}” referred them; they still do, by that name.")


def _rows_of(view: View, log: Layout, row: int) -> list[int]:
    """Rows of a log sheet that are about a contact, found as reading finds them."""
    known: dict[str, int] = {}
    for number in view.reading.contacts.index.tolist():
        name, organization = view.text(number, Field.NAME), view.text(number, Field.ORGANIZATION)
        known.setdefault(person_key(name, organization), number)
        known.setdefault(name_key(name or organization or ""), number)

    def texts(field: Field) -> list[str | None]:
        parts = [
            texts_of(log.grid.columns[i], log.records, blank=True).tolist() for i in log.columns_of(field)
        ]
        joined = [" ".join(filter(None, cells)) or None for cells in zip(*parts, strict=True)]
        return joined or [None] * len(log.grid.rows)

    names, organizations = texts(Field.NAME), texts(Field.ORGANIZATION)
    found = []
    for position in log.positions.tolist():
        name, organization = names[position], organizations[position]
        about = known.get(person_key(name, organization))
        if about is None:
            about = known.get(name_key(name or organization or ""))
        if about == row:
            found.append(int(log.grid.rows[position]))
    return found
