"""The sheets People, Log and Lists."""

from collections.abc import Iterable
from datetime import date

from xlsxwriter.utility import xl_col_to_name, xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sample import words
from sample.layout import COLUMN, HEADINGS, LAST_ROW, Group, Heading, Looks
from sample.search import DROPPED_ON, FIRST_MONDAY, Entry, Person

Guesses = tuple[tuple[str, str, date | None, str], ...]

LISTS = {
    "Sources": words.SOURCES,
    "Channels": words.CHANNELS,
    "Letters": words.LETTERS,
    "Responses": words.RESPONSES,
    "Modes": words.MODES,
    "Reflections": words.REFLECTIONS,
    "Events": words.EVENTS,
}
GUESSES: Guesses = (
    (words.HEALTH, "open", FIRST_MONDAY, "Numbers that change something nearby."),
    (words.PUBLISHING, "dropped", DROPPED_ON, "I was glad whenever a call ended."),
    (words.CLIMATE, "open", FIRST_MONDAY, "Maps, water and meetings. Best conversations so far."),
)
FIRST_GUESSES: Guesses = (
    ("First guess", "open", None, "Rename me."),
    ("Second guess", "open", None, "Rename me too."),
    ("Third guess", "open", None, "Three are plenty."),
)

HEADER_NOTES = {
    "contacted_on": "The day of my first message. A blank means: not asked yet.",
    "nudged_on": "One nudge, after about ten days. Silence is not a no.",
    "response": "yes, no, other (neither), bounced (never arrived), withdrawn (called off by me). "
    "Blank while nothing has come.",
    "scheduled_on": "Ask weeks ahead. Days still to come are shown in yellow.",
    "thanked_on": "Within 48 hours. Orange means: still to do.",
    "introductions": "The last question of every talk: who should I talk to next? Names promised or given, "
    "separated by semicolons.",
}


def write_people(workbook: Workbook, looks: Looks, people: list[Person]) -> None:
    """Write one row a person, as an Excel table with drop-downs and colours."""
    sheet = workbook.get_worksheet_by_name("People")
    for position, heading in enumerate(HEADINGS):
        sheet.set_column(position, position, heading.width, looks.cells[heading.form])
    sheet.set_default_row(18)
    sheet.set_row(0, 34)
    for row, person in enumerate(people, start=1):
        for position, heading in enumerate(HEADINGS):
            write_cell(sheet, (row, position), getattr(person, heading.field), looks, heading.form)
    add_table(sheet, "People", HEADINGS, max(len(people), 1), looks)
    sheet.freeze_panes(1, 1)
    for heading in HEADINGS:
        validate_column(sheet, heading)
    colour_people(sheet, looks)
    annotate_people(sheet, people)
    print_landscape(sheet, pages_wide=4)


def write_log(workbook: Workbook, looks: Looks, log: list[Entry]) -> None:
    """Write the paper trail, one row an event."""
    headings = (
        Heading("date", "Date", 13, Group.HOW, "date"),
        Heading("name", "Name", 34, Group.HOW, "name"),
        Heading("event", "Event", 16, Group.HOW),
        Heading("detail", "Detail", 70, Group.HOW),
    )
    sheet = workbook.get_worksheet_by_name("Log")
    for position, heading in enumerate(headings):
        sheet.set_column(position, position, heading.width, looks.cells[heading.form])
    sheet.set_default_row(18)
    sheet.set_row(0, 26)
    for row, entry in enumerate(log, start=1):
        for position, heading in enumerate(headings):
            write_cell(sheet, (row, position), getattr(entry, heading.field), looks, heading.form)
    add_table(sheet, "PaperTrail", headings, max(len(log), 1), looks)
    sheet.freeze_panes(1, 2)
    sheet.data_validation(1, 0, 2 * LAST_ROW, 0, a_day())
    sheet.data_validation(
        1, 1, 2 * LAST_ROW, 1, one_of("=Names", "Nobody of that name is on the People sheet.")
    )
    sheet.data_validation(
        1, 2, 2 * LAST_ROW, 2, one_of("=Events", "Choose one of the events on the Lists sheet.")
    )
    print_landscape(sheet, pages_wide=1)


def write_lists(workbook: Workbook, looks: Looks, guesses: Guesses) -> None:
    """Write the words of the drop-downs, and the career guesses with what became of them."""
    sheet = workbook.get_worksheet_by_name("Lists")
    sheet.set_default_row(18)
    sheet.set_row(0, 26)
    for position, (name, choices) in enumerate(LISTS.items()):
        sheet.set_column(position, position, 17)
        sheet.write_string(0, position, name, looks.header(Group.HOW))
        sheet.write_column(1, position, choices, looks.label)
        workbook.define_name(name, f"=Lists!{xl_range_abs(1, position, len(choices), position)}")
    first = len(LISTS) + 1
    sheet.set_column(first - 1, first - 1, 3)
    for position, (header, width) in enumerate(
        (("Hypotheses", 24), ("State", 11), ("Since", 13), ("Why", 52)), first
    ):
        sheet.set_column(position, position, width)
        sheet.write_string(0, position, header, looks.header(Group.AFTER))
    for row, (guess, state, since, why) in enumerate(guesses, start=1):
        sheet.write_row(row, first, (guess, state), looks.label)
        sheet.write(row, first + 2, since, looks.day)
        sheet.write_string(row, first + 3, why, looks.label)
    workbook.define_name("Hypotheses", f"=Lists!{xl_range_abs(1, first, len(guesses), first)}")
    workbook.define_name("Names", f"=People!{xl_range_abs(1, 0, LAST_ROW - 1, 0)}")
    longest = max(map(len, LISTS.values()))
    sheet.write_string(
        longest + 2, 0, "To add a word, insert a cell inside its list and type it there.", looks.hint
    )
    sheet.freeze_panes(1, 0)
    print_landscape(sheet, pages_wide=1)


def write_cell(
    sheet: Worksheet, at: tuple[int, int], value: str | float | date | None, looks: Looks, form: str
) -> None:
    """Write one value in the form of its column; nothing is a blank cell."""
    row, column = at
    style = looks.cells[form]
    if value is None or value == "":
        return
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, style)
    elif not isinstance(value, str):
        sheet.write_number(row, column, value, style)
    elif form == "link":
        sheet.write_url(row, column, value, style)
    else:
        sheet.write_string(row, column, value, style)


def add_table(sheet: Worksheet, name: str, headings: Iterable[Heading], rows: int, looks: Looks) -> None:
    """Make an Excel table of the rows written."""
    columns = [
        {
            "header": heading.header,
            "header_format": looks.header(heading.group, heading.form),
            "format": looks.cells[heading.form],
        }
        for heading in headings
    ]
    sheet.add_table(
        0, 0, rows, len(columns) - 1, {"name": name, "style": "Table Style Light 1", "columns": columns}
    )


def one_of(source: str, otherwise: str) -> dict[str, object]:
    """Drop-down whose words are offered, not forced."""
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": "Not in the list",
        "error_message": otherwise,
    }


def a_day() -> dict[str, object]:
    """Check that a date is a date."""
    return {
        "validate": "date",
        "criteria": ">=",
        "value": date(2000, 1, 1),
        "error_type": "warning",
        "error_title": "Not a date",
        "error_message": "Please type a date such as 2026-11-20.",
    }


def validate_column(sheet: Worksheet, heading: Heading) -> None:
    """Give a column its drop-down or its check."""
    column = COLUMN[heading.field]
    if heading.words:
        rule = one_of(f"={heading.words}", f"The usual words are on the Lists sheet, under {heading.words}.")
    elif heading.field == "referred_by":
        rule = one_of("=Names", "Nobody of that name is on this sheet yet.")
    elif heading.form == "date":
        rule = a_day()
    elif heading.form == "number":
        rule = {
            "validate": "integer",
            "criteria": "between",
            "minimum": 1,
            "maximum": 730,
            "error_type": "warning",
            "error_title": "Not a number",
            "error_message": "Please type a whole number.",
        }
    else:
        return
    sheet.data_validation(1, column, LAST_ROW - 1, column, rule)


def colour_people(sheet: Worksheet, looks: Looks) -> None:
    """Colour the answers, and what is coming, due or silent."""
    cell = {field: f"${xl_col_to_name(column)}2" for field, column in COLUMN.items()}
    response = COLUMN["response"]
    for word, look in looks.responses.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        sheet.conditional_format(1, response, LAST_ROW - 1, response, rule)
    asked, thanked, follow_up = cell["contacted_on"], cell["thanked_on"], cell["follow_up_on"]
    rules = (
        ("contacted_on", f'AND({asked}<>"",{cell["response"]}="",{asked}<As_of-Window)', looks.silent),
        ("scheduled_on", f"{cell['scheduled_on']}>As_of", looks.coming),
        ("thanked_on", f'AND({cell["met_on"]}<>"",{thanked}="")', looks.due),
        ("follow_up_on", f'AND({follow_up}<>"",{follow_up}<=As_of)', looks.due),
    )
    for field, condition, look in rules:
        rule = {"type": "formula", "criteria": f"={condition}", "format": look}
        sheet.conditional_format(1, COLUMN[field], LAST_ROW - 1, COLUMN[field], rule)


def annotate_people(sheet: Worksheet, people: list[Person]) -> None:
    """Leave notes: what a column means, and here and there a word about a person."""
    sheet.set_comments_author("me")
    size = {"x_scale": 1.6, "y_scale": 1.1}
    for field, text in HEADER_NOTES.items():
        sheet.write_comment(0, COLUMN[field], text, size)
    met = [row for row, person in enumerate(people, start=1) if person.met_on]
    remarks = (
        "Called me from a train; the talk was shorter than planned and better than most.",
        "Laughed about my first letter. It was too long.",
        "Say the name aloud before the call.",
        "Offered to read a draft. Do not wait until it is perfect!",
    )
    for row, remark in zip(met[::8], remarks, strict=False):
        sheet.write_comment(row, 0, remark, size)
    bounced = next((row for row, person in enumerate(people, start=1) if person.response == "bounced"), None)
    if bounced:
        sheet.write_comment(bounced, COLUMN["email"], "Bounced. Ask at the front desk for the new one.", size)


def print_landscape(sheet: Worksheet, pages_wide: int) -> None:
    """Let the sheet come out legible on paper."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(pages_wide, 0)
    sheet.repeat_rows(0)
    if pages_wide > 1:
        sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&RPage &P of &N")
