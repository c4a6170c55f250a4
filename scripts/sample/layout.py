"""The tracker's columns and the looks of the workbook."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from sample.search import LAST_DAY

LAST_ROW = 1000  # drop-downs and colours reach down to here, so that a row typed below the table has them too
EPOCH = date(1899, 12, 30)


class Group(StrEnum):
    """The parts of a row, each under headers of its own colour."""

    WHO = "#1F4E5F"
    HOW = "#4A6274"
    ASK = "#2F6B4F"
    TALK = "#7A5C1E"
    AFTER = "#5B4A78"


@dataclass(frozen=True)
class Heading:
    """One column of the People sheet.

    ``field`` is the attribute of a person, ``form`` one of the cell formats, ``words`` the list offered.
    """

    field: str
    header: str
    width: float
    group: Group
    form: str = "text"
    words: str = ""


HEADINGS = (
    Heading("name", "Name", 34, Group.WHO, "name"),
    Heading("organization", "Organization", 44, Group.WHO),
    Heading("role", "Role", 24, Group.WHO),
    Heading("email", "Email", 38, Group.WHO),
    Heading("phone", "Phone", 18, Group.WHO),
    Heading("link", "LinkedIn", 46, Group.WHO, "link"),
    Heading("location", "City", 14, Group.WHO),
    Heading("source", "Source", 18, Group.HOW, words="Sources"),
    Heading("referred_by", "Referred by", 30, Group.HOW),
    Heading("hypothesis", "Hypothesis", 20, Group.HOW, words="Hypotheses"),
    Heading("tags", "Tags", 24, Group.HOW),
    Heading("channel", "Channel", 14, Group.ASK, words="Channels"),
    Heading("template", "Letter", 12, Group.ASK, words="Letters"),
    Heading("contacted_on", "Asked on", 13, Group.ASK, "date"),
    Heading("nudged_on", "Nudged on", 13, Group.ASK, "date"),
    Heading("response", "Response", 12, Group.ASK, "center", "Responses"),
    Heading("responded_on", "Responded on", 13, Group.ASK, "date"),
    Heading("mode", "Mode", 11, Group.TALK, words="Modes"),
    Heading("minutes", "Minutes", 10, Group.TALK, "number"),
    Heading("scheduled_on", "Scheduled for", 13, Group.TALK, "date"),
    Heading("met_on", "Met on", 13, Group.TALK, "date"),
    Heading("thanked_on", "Thanked on", 13, Group.AFTER, "date"),
    Heading("reflection", "Reflection", 12, Group.AFTER, "center", "Reflections"),
    Heading("takeaways", "Takeaways", 66, Group.AFTER),
    Heading("introductions", "Introductions", 60, Group.AFTER),
    Heading("promised", "Promised", 32, Group.AFTER),
    Heading("acknowledged_on", "Acknowledged on", 15, Group.AFTER, "date"),
    Heading("last_touch_on", "Last touch", 13, Group.AFTER, "date"),
    Heading("cadence_days", "Cadence (days)", 11, Group.AFTER, "number"),
    Heading("follow_up_on", "Follow up on", 13, Group.AFTER, "date"),
    Heading("outcome", "Outcome", 42, Group.AFTER),
    Heading("notes", "Notes", 46, Group.AFTER),
)

COLUMN = {heading.field: position for position, heading in enumerate(HEADINGS)}


def serial(day: date) -> int:
    """Number by which a workbook knows a day."""
    return (day - EPOCH).days


def new_workbook(path: str, title: str, about: str) -> Workbook:
    """Start a workbook that comes out the same on every run."""
    workbook = Workbook(path)
    created = datetime.combine(LAST_DAY, datetime.min.time())
    workbook.set_properties({"title": title, "comments": about, "created": created})
    return workbook


class Looks:
    """The formats of the workbook."""

    def __init__(self, workbook: Workbook) -> None:
        add = workbook.add_format
        cell = {"valign": "vcenter"}
        self.cells: dict[str, Format] = {
            "text": add(cell | {"align": "left"}),
            "name": add(cell | {"bold": True, "align": "left"}),
            "date": add(cell | {"num_format": "yyyy-mm-dd", "align": "center"}),
            "number": add(cell | {"num_format": "0", "align": "center"}),
            "center": add(cell | {"align": "center"}),
            "link": add(cell | {"font_color": "#1F5FA8", "underline": 1}),
        }
        head = {"bold": True, "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
        self.headers: dict[tuple[Group, str], Format] = {
            (group, align): add(head | {"bg_color": group.value, "align": align})
            for group in Group
            for align in ("left", "center")
        }
        self.title = add({"bold": True, "font_size": 18, "font_color": Group.WHO.value})
        self.hint = add({"italic": True, "font_color": "#5F6B73"})
        self.label = add({"bottom": 1, "bottom_color": "#D5DBDF"})
        self.count = add({"num_format": "0", "align": "center", "bottom": 1, "bottom_color": "#D5DBDF"})
        self.day = add(
            {"num_format": "yyyy-mm-dd", "align": "center", "bottom": 1, "bottom_color": "#D5DBDF"}
        )
        self.entry = add({"num_format": "yyyy-mm-dd", "align": "center", "bg_color": "#FFF7DC", "border": 1,
                          "border_color": "#D8C98F"})  # fmt: skip
        self.entry_number = add(
            {"align": "center", "bg_color": "#FFF7DC", "border": 1, "border_color": "#D8C98F"}
        )
        # Conditional formats; told apart by lightness too, not by hue alone.
        self.responses: dict[str, Format] = {
            "yes": add({"bg_color": "#BFE3C8", "font_color": "#0F4B23", "bold": True}),
            "no": add({"bg_color": "#F2C9C4", "font_color": "#6E1F16"}),
            "other": add({"bg_color": "#CFE0F3", "font_color": "#1B3E66"}),
            "bounced": add({"bg_color": "#E4E1DC", "font_color": "#55504A", "italic": True}),
            "withdrawn": add({"bg_color": "#F1F1F1", "font_color": "#6B6B6B", "italic": True}),
        }
        self.silent = add({"font_color": "#8A8F94", "italic": True})
        self.coming = add({"bg_color": "#FFE9A8", "bold": True})
        self.due = add({"bg_color": "#FBDDBE"})

    def header(self, group: Group, form: str = "text") -> Format:
        """Header of a column, aligned as its cells are."""
        return self.headers[group, "center" if form in ("date", "number", "center") else "left"]
