"""Fictional trackers of any size, 16 columns wide, in the form Excel's own users keep them."""

import datetime as dt
import random
from pathlib import Path

import xlsxwriter

HEADERS = (
    "Name", "Organization", "Role", "Email", "Source", "Channel", "Hypothesis", "Referred by",
    "Asked on", "Response", "Responded on", "Met on", "Thanked on", "Minutes", "Tags", "Notes",
)  # fmt: skip
ROLES = ("Analyst", "Engineer", "Head of Data")
FIRST_DAY = dt.date(2024, 1, 1)


def person(number: int, random_: random.Random) -> list[object]:
    """Values of one row, in the order of the headers."""
    asked = FIRST_DAY + dt.timedelta(days=random_.randrange(1000))
    response = random_.choice(["yes", "no", None, None, "bounced"])
    answered = asked + dt.timedelta(days=random_.randrange(20)) if response else None
    met = answered + dt.timedelta(days=14) if answered and response == "yes" else None
    return [
        f"Person {number:06d}", f"Organization {random_.randrange(2000)}", random_.choice(ROLES),
        f"person{number}@example.org", random_.choice(["alumni", "family", "web"]),
        random_.choice(["email", "phone", "LinkedIn"]),
        random_.choice(["product", "research", "policy"]),
        f"Person {random_.randrange(number + 1):06d}" if number % 3 == 0 else None,
        asked, response, answered, met, met + dt.timedelta(days=1) if met else None, 20 if met else None,
        random_.choice(["warm", "cold"]), f"00{number} talks about {random_.choice(['maps', 'teams', 'money'])} n/a",
    ]  # fmt: skip


def write_tracker(path: Path, rows: int) -> Path:
    """Write a workbook with that many people in an Excel table, the same at each call."""
    random_ = random.Random(20261120)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": False, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("People")
    sheet.write_row(0, 0, HEADERS)
    for number in range(rows):
        for column, value in enumerate(person(number, random_)):
            if isinstance(value, dt.date):
                sheet.write_datetime(number + 1, column, dt.datetime(value.year, value.month, value.day))
            elif value is not None:
                sheet.write(number + 1, column, value)
    sheet.add_table(0, 0, rows, len(HEADERS) - 1, {"columns": [{"header": header} for header in HEADERS]})
    sheet.data_validation(
        1, 9, rows, 9, {"validate": "list", "source": ["yes", "no", "bounced", "other", "withdrawn"]}
    )
    totals = book.add_worksheet("Totals")
    totals.write_formula("A1", f"=COUNTA(People!A2:A{rows + 1})", None, rows)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Totals!$A$1:$A$1"})
    totals.insert_chart("C2", chart)
    book.close()
    return path
