"""Adding and editing persons, one row a person."""

from collections.abc import Iterator, Mapping

from infoviz.editing.cells import RowWriter
from infoviz.editing.columns import match_of
from infoviz.editing.given import is_nothing
from infoviz.editing.steps import NEW, Append, Plan, Put, RowEdit
from infoviz.editing.view import View, is_formula
from infoviz.errors import EditRefused, NoSuchRow, RefusedValue
from infoviz.schema.columns.matches import FIELDS
from infoviz.schema.fields import Field
from infoviz.workbook.ranges import column_number

NAMED = 4  # people that a refusal names


def check_row(view: View, row: object) -> int:
    """Give a contact's row as a number.

    Raises
    ------
    NoSuchRow
        Nobody stands there.
    """
    if isinstance(row, bool) or not hasattr(row, "__index__") or row not in view.contacts.index:
        raise NoSuchRow(view.sheet, row)
    return int(row.__index__())


def edit_person(view: View, writer: RowWriter, row: int, given: Mapping[str, object]) -> Plan:
    """Plan what becomes of a person's row."""
    edit = writer.write(row, given)
    plan = Plan(warnings=edit.warnings)
    put_cells(plan, view, row, row, edit)
    return plan


def put_cells(plan: Plan, view: View, row: int, contact: int, edit: RowEdit) -> None:
    """Add the cells of a row to a plan, and what the contact says then.

    Raises
    ------
    EditRefused
        One of them is merged over the rows of other contacts, for whom it would be changed too.
    """
    for letter in edit.values:
        _check_own(view, row, letter, contact)
    plan.steps += [
        Put(view.sheet, row, letter, value, name, contact) for letter, (value, name) in edit.values.items()
    ]
    plan.expected |= {(contact, name): want for name, want in edit.expected.items()}
    plan.understood |= {(contact, name): letter for name, letter in edit.understood.items()}


def _check_own(view: View, row: int, letter: str, contact: int) -> None:
    place = (row, column_number(letter))
    for area in view.merged_down:
        if place not in area:
            continue
        rows = [number for number in view.contacts.index.tolist() if area.top <= number <= area.bottom]
        if any(number != contact for number in rows):
            reason = f"the merged range {area} shows one value for {_people(view, rows)}"
            remedy = "Unmerge it in your spreadsheet program, or change it there for all of them."
            raise EditRefused(view.sheet, f"{letter}{row}", reason, remedy)


def _people(view: View, rows: list[int]) -> str:
    """Name the contacts of some rows, the first few of them."""
    named = [f"{view.text(row, Field.NAME) or 'the contact'} (row {row})" for row in rows[:NAMED]]
    if len(rows) > NAMED:
        return f"{', '.join(named)} and {len(rows) - NAMED} more"
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def add_person(view: View, writer: RowWriter, given: Mapping[str, object], mark: int = NEW) -> Plan:
    """Plan a new row below the last person; `mark` stands for their row in the plan."""
    given = {name: value for name, value in given.items() if not is_nothing(value)}
    name = _by_headers(view, given)
    check_identity(view, given | ({Field.NAME: name} if name else {}))
    edit = writer.write(None, given)
    plan = Plan(warnings=[*edit.warnings, *instead_of_formulas(view, edit)])
    values = {letter: value for letter, (value, _) in edit.values.items() if value is not None}
    fields = {letter: name for letter, (_, name) in edit.values.items()}
    plan.steps.append(Append(view.sheet, values, fields, mark, view.last_record))
    plan.expected = {(mark, name): want for name, want in edit.expected.items()}
    if name and Field.NAME not in edit.expected:
        plan.expected[mark, Field.NAME] = name
    plan.understood = {(mark, name): letter for name, letter in edit.understood.items()}
    return plan


def _by_headers(view: View, given: Mapping[str, object]) -> str:
    """Give the name of somebody whose columns are named by their headers, "First name" and "Last name" say."""
    letters = view.layout.letters.get(Field.NAME, [])
    headers = {
        match_of(view.layout, header): value for header, value in given.items() if header not in FIELDS
    }
    told = {match.letter: str(value) for match, value in headers.items() if match.fields == (Field.NAME,)}
    return " ".join(" ".join(told[letter].split()) for letter in letters if letter in told)


def instead_of_formulas(view: View, edit: RowEdit) -> Iterator[str]:
    """Warn of what a new row is to hold where the last one has a formula, which the rows below would take from it."""
    grid, last = view.layout.grid, view.last_record
    for letter, (value, _) in edit.values.items():
        if last is not None and is_formula(grid, last, letter):
            yield (
                f"Sheet “{view.sheet}”, {letter} of the new row: it holds “{value}” instead of the formula of "
                f"{letter}{last}, and rows that are added below will have none. Leave it out to have it computed."
            )


def check_identity(view: View, given: Mapping[str, object]) -> None:
    """Refuse somebody without a name, where the tracker has names, or without an organization where it has none.

    Raises
    ------
    RefusedValue
        Nothing says who it is.
    """
    who = next((name for name in (Field.NAME, Field.ORGANIZATION) if view.layout.letters.get(name)), None)
    if who is None:
        raise EditRefused(view.sheet, "", "nobody can be added", "It has no column of names.")
    if who not in given and not (view.layout.letters.get(Field.ORGANIZATION) and Field.ORGANIZATION in given):
        letter = view.layout.letters[who][0]
        raise RefusedValue(
            view.sheet, f"{letter} of the new row", given.get(who), f"a {who} for somebody new"
        )
