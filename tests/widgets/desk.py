"""A desk with rules of its own, small enough to see through: what the grid's tests stand on."""

import re

from infoviz.errors import NotInList, RefusedValue
from infoviz.widgets.grid import ContactGrid, GridColumn

COLUMNS = (
    GridColumn("name", "Name", "text", letter="A"),
    GridColumn("organization", "Organization", "text", letter="B"),
    GridColumn("contacted_on", "Asked on", "date", letter="C"),
    GridColumn("channel", "Channel", "choice", choices=("email", "LinkedIn", "phone"), letter="D"),
    GridColumn("response", "Response", "choice", choices=("yes", "no", "bounced"), firm=True, letter="E"),
    GridColumn("minutes", "Minutes", "number", letter="F"),
    GridColumn("acknowledged", "Thanked", "yesno", letter="G"),
    GridColumn("last_touch", "Last touch", "date", editable=False, letter="H"),
    GridColumn("notes", "Notes", "text", letter="I"),
    GridColumn("phone", "Phone", "text", hidden=True, letter="J"),
)  # fmt: skip

ROWS = {
    2: ["Ana Ruiz", "Acme", "2026-11-02", "email", "yes", "30", "yes", "2026-11-10", "Kind.\nSaid: “call me”", "1"],
    3: ["Bo Lind", "Birch", "2026-10-19", "LinkedIn", "no", "9", "no", "2026-10-20", None, "2"],
    5: ["Émile Zola", "Cedar", None, "email", None, None, None, None, "tab\there", "3"],
    6: ["emil Adler", "Dune", "soon", "phone", "yes", "100", None, None, None, "4"],
    7: ["<script>alert(1)</script>", '=cmd("x")', "2026-01-05", None, "bounced", None, None, None, "&lt;b&gt;", None],
    8: ["دانا \u202eالخطيب", "דוגמה", "2026-12-24", "fax", None, "20", "no", None, '"quoted" word', None],
}  # fmt: skip

WRONG = {"date": r"\d{4}-\d\d-\d\d", "number": r"\d+(\.\d+)?"}


class TestDesk:
    """Rows that are changed all or none, with undo and redo."""

    __test__ = False  # a helper, no test

    def __init__(self, columns=COLUMNS, rows=ROWS, *, people=True):
        self.columns = {column.name: column for column in columns}
        self.rows = {row: list(texts) for row, texts in rows.items()}
        self.done, self.undone = [], []
        self.edited = set()
        self.chosen = []
        self.calls = []
        self.fault = None  # an exception to raise, as a program with a fault would
        self.grid = ContactGrid(columns, rows, desk=self, label="People & friends", people=people)

    def position(self, name):
        return list(self.columns).index(name)

    def check(self, row, name, value):
        if self.fault:
            raise self.fault
        column = self.columns[name]
        cell = f"{column.letter}{row}"
        if value is None:
            return
        if column.kind in WRONG and not re.fullmatch(WRONG[column.kind], value):
            raise RefusedValue("People", cell, value, f"a {column.kind}, such as 2026-11-22 or 30")
        if column.firm and value not in column.choices:
            raise NotInList("People", cell, value, column.choices, firm=True)

    def change(self, changes):
        self.calls.append(("change", changes))
        for row, values in changes.items():
            for name, value in values.items():
                self.check(row, name, value)
        before = {row: list(self.rows[row]) for row in changes}
        for row, values in changes.items():
            for name, value in values.items():
                self.rows[row][self.position(name)] = value
                self.edited.add((row, name))
        self.done.append((before, {row: list(self.rows[row]) for row in changes}))
        self.undone.clear()
        self.show(changes)

    def add(self, values):
        self.calls.append(("add", values))
        if not values.get("name"):
            raise RefusedValue("People", "A9", "", "a name")
        row = max(self.rows) + 1
        for name, value in values.items():
            self.check(row, name, value)
        self.rows[row] = [values.get(name) for name in self.columns]
        self.done.append(({row: None}, {row: list(self.rows[row])}))
        self.show([row])
        return row

    def undo(self):
        return self.turn(self.done, self.undone, 0)

    def redo(self):
        return self.turn(self.undone, self.done, 1)

    def turn(self, source, target, side):
        if not source:
            return False
        step = source.pop()
        target.append(step)
        for row, texts in step[side].items():
            if texts is None:
                del self.rows[row]
            else:
                self.rows[row] = list(texts)
        self.show(step[side])
        return True

    def choose(self, row):
        self.chosen.append(row)

    def show(self, rows):
        there = {row: self.rows[row] for row in rows if row in self.rows}
        self.grid.patch(there, self.edited, [row for row in rows if row not in self.rows])
