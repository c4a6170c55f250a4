"""The Dashboard sheet: counts by formulas over the People table, with their values, and a chart."""

from collections.abc import Callable
from datetime import date, timedelta

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sample import words
from sample.layout import Group, Looks, serial
from sample.search import LAST_DAY, Person

WEEKS = 30
WINDOW = 28
Test = Callable[[Person], bool]

LIST_OF = {"Hypothesis": "Hypotheses", "Source": "Sources"}
NO_ANSWER = ("bounced", "withdrawn")
KPIS_AT, GROUPS_AT, WEEKS_AT = (5, 0), (5, 3), (5, 10)
WIDTHS = (24, 13, 3, 22, 8, 8, 8, 8, 8, 3, 14, 10, 10, 10, 10)


def write_dashboard(
    workbook: Workbook, looks: Looks, people: list[Person], guesses: list[str], *, live: bool
) -> None:
    """Write the dashboard; a live one looks at today, the other at the sample's last day."""
    sheet = workbook.get_worksheet_by_name("Dashboard")
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, "How the search is going", looks.title)
    sheet.write_string(
        1, 0, "Counts only: recent asks have not had their time to be answered yet.", looks.hint
    )
    sheet.write_string(2, 0, "As of", looks.label)
    if live:
        sheet.write_formula(2, 1, "=TODAY()", looks.entry, serial(LAST_DAY))
    else:
        sheet.write_datetime(2, 1, LAST_DAY, looks.entry)
        sheet.write_string(2, 3, "Type =TODAY() into the yellow cell to follow the calendar.", looks.hint)
    sheet.write_string(3, 0, "Waiting window (days)", looks.label)
    sheet.write_number(3, 1, WINDOW, looks.entry_number)
    workbook.define_name("As_of", "=Dashboard!$B$3")
    workbook.define_name("Window", "=Dashboard!$B$4")
    write_totals(sheet, looks, people)
    below = write_groups(sheet, looks, people, "Hypothesis", guesses, GROUPS_AT[0])
    write_groups(sheet, looks, people, "Source", list(words.SOURCES), below + 1)
    write_weeks(sheet, looks, people)
    add_chart(workbook, sheet)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def count(people: list[Person], test: Test) -> int:
    """How many people pass a test."""
    return sum(1 for person in people if test(person))


def open_since(person: Person) -> date | None:
    """Day of an ask that nobody has answered yet."""
    return person.contacted_on if not person.response else None


def write_headers(
    sheet: Worksheet, looks: Looks, at: tuple[int, int], group: Group, headers: tuple[str, ...]
) -> None:
    """Write the headers of a block: the first over words, the others over numbers."""
    row, left = at
    sheet.write_string(row, left, headers[0], looks.header(group))
    sheet.write_row(row, left + 1, headers[1:], looks.header(group, "number"))


def write_totals(sheet: Worksheet, looks: Looks, people: list[Person]) -> None:
    """Write the totals, a label and a formula in each row."""
    since = LAST_DAY - timedelta(days=WINDOW)
    totals: list[tuple[str, str, Test]] = [
        ("People", "COUNTA(People[Name])", lambda _: True),
        ("Asked", "COUNT(People[Asked on])", lambda person: person.contacted_on is not None),
        *(
            (word.capitalize(), f'COUNTIFS(People[Response],"{word}")', has_response(word))
            for word in words.RESPONSES
        ),
        ("Waiting", 'COUNTIFS(People[Asked on],">="&As_of-Window,People[Response],"=")',
         lambda person: (day := open_since(person)) is not None and day >= since),
        ("Silent", 'COUNTIFS(People[Asked on],"<"&As_of-Window,People[Response],"=")',
         lambda person: (day := open_since(person)) is not None and day < since),
        ("Interviews held", 'COUNTIFS(People[Met on],"<="&As_of)', lambda person: person.met_on is not None),
        ("Interviews to come", 'COUNTIFS(People[Scheduled for],">"&As_of)',
         lambda person: person.scheduled_on is not None and person.scheduled_on > LAST_DAY),
        ("Thanked", "COUNT(People[Thanked on])", lambda person: person.thanked_on is not None),
        ("Thanks still to send", 'COUNTIFS(People[Met on],">0",People[Thanked on],"=")',
         lambda person: person.met_on is not None and person.thanked_on is None),
        ("Introduced to me", 'COUNTIFS(People[Referred by],"?*")', lambda person: bool(person.referred_by)),
        ("Follow-ups due", 'COUNTIFS(People[Follow up on],"<="&As_of)',
         lambda person: person.follow_up_on is not None and person.follow_up_on <= LAST_DAY),
    ]  # fmt: skip
    top, left = KPIS_AT
    write_headers(sheet, looks, (top, left), Group.WHO, ("So far", "People"))
    for row, (label, formula, test) in enumerate(totals, start=top + 1):
        sheet.write_string(row, left, label, looks.label)
        sheet.write_formula(row, left + 1, f"={formula}", looks.count, count(people, test))


def has_response(word: str) -> Test:
    """Test for one response."""
    return lambda person: person.response == word


def write_groups(
    sheet: Worksheet, looks: Looks, people: list[Person], header: str, groups: list[str], top: int
) -> int:
    """Write one row a group of the Lists sheet with what came of its asks; returns the first free row."""
    left = GROUPS_AT[1]
    field = header.lower()
    write_headers(sheet, looks, (top, left), Group.HOW, (header, "Asked", "Yes", "No", "Other", "Met"))
    for place, group in enumerate(groups, start=1):
        row = top + place
        members = [person for person in people if getattr(person, field) == group]
        chosen = f"People[{header}],$D{row + 1}"
        columns: list[tuple[str, Test]] = [
            ('People[Asked on],">0"', lambda person: person.contacted_on is not None),
            *((f'People[Response],"{word}"', has_response(word)) for word in ("yes", "no", "other")),
            ('People[Met on],">0"', lambda person: person.met_on is not None),
        ]
        sheet.write_formula(row, left, f"=INDEX({LIST_OF[header]},{place})", looks.label, group)
        for column, (condition, test) in enumerate(columns, start=left + 1):
            sheet.write_formula(
                row, column, f"=COUNTIFS({chosen},{condition})", looks.count, count(members, test)
            )
    return top + 1 + len(groups)


def write_weeks(sheet: Worksheet, looks: Looks, people: list[Person]) -> None:
    """Write the last thirty weeks, Monday to Sunday, up to the day at which we look."""
    answers = "".join(f',People[Response],"<>{word}"' for word in NO_ANSWER)
    columns: dict[str, tuple[str, str, Callable[[Person], date | None]]] = {
        "Asked": ("Asked on", "", lambda person: person.contacted_on),
        "Replied": ("Responded on", answers, replied_on),
        "Met": ("Met on", "", lambda person: person.met_on),
        "Thanked": ("Thanked on", "", lambda person: person.thanked_on),
    }
    top, left = WEEKS_AT
    write_headers(sheet, looks, (top, left), Group.ASK, ("Week begins", *columns))
    monday = LAST_DAY - timedelta(days=LAST_DAY.weekday(), weeks=WEEKS - 1)
    for week in range(WEEKS):
        row = top + 1 + week
        begins = monday + timedelta(weeks=week)
        formula = f"=As_of-WEEKDAY(As_of,3)-7*{WEEKS - 1}" if week == 0 else f"=K{row}+7"
        sheet.write_formula(row, left, formula, looks.day, serial(begins))
        for column, (header, further, day_of) in enumerate(columns.values(), start=left + 1):
            within = f'People[{header}],">="&$K{row + 1},People[{header}],"<"&$K{row + 1}+7{further}'
            days = [day_of(person) for person in people]
            value = sum(1 for day in days if day and begins <= day < begins + timedelta(weeks=1))
            sheet.write_formula(row, column, f"=COUNTIFS({within})", looks.count, value)


def replied_on(person: Person) -> date | None:
    """Day on which a person answered; a bounce or an ask called off is no answer."""
    return None if person.response in NO_ANSWER else person.responded_on


def add_chart(workbook: Workbook, sheet: Worksheet) -> None:
    """Draw the asks of each week as columns and the replies as a line."""
    top, left = WEEKS_AT
    weeks = ["Dashboard", top + 1, left, top + WEEKS, left]
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": ["Dashboard", top, left + 1],
            "categories": weeks,
            "values": ["Dashboard", top + 1, left + 1, top + WEEKS, left + 1],
            "fill": {"color": "#9DB4C0"},
            "gap": 40,
        }
    )
    replies = workbook.add_chart({"type": "line"})
    replies.add_series(
        {
            "name": ["Dashboard", top, left + 2],
            "categories": weeks,
            "values": ["Dashboard", top + 1, left + 2, top + WEEKS, left + 2],
            "line": {"color": "#B3541E", "width": 2},
            "marker": {
                "type": "circle",
                "size": 5,
                "fill": {"color": "#B3541E"},
                "border": {"color": "#B3541E"},
            },
        }
    )
    chart.combine(replies)
    chart.set_title({"name": "Asks and replies, week by week", "name_font": {"size": 12, "bold": True}})
    chart.set_x_axis({"num_format": "d mmm", "interval_unit": 3, "text_axis": True, "num_font": {"size": 9}})
    chart.set_y_axis(
        {
            "min": 0,
            "major_unit": 2,
            "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": "#E3E7EA"}},
        }
    )
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 735, "height": 330})
    options = {
        "description": "Columns: people asked in each of thirty weeks. Line: replies in the same weeks."
    }
    sheet.insert_chart("A23", chart, options)
