"""The Python side of the grid, without a browser."""

import json
import re
import zlib

import pytest
from traitlets import TraitError

from infoviz.errors import EditRefused, InfovizError
from infoviz.widgets.grid import SCRIPTS, STATIC, ContactGrid, GridColumn, script
from tests.widgets.desk import COLUMNS, ROWS, TestDesk


class Page:
    """What a page would be sent."""

    def __init__(self, desk):
        self.desk, self.grid = desk, desk.grid
        self.messages = []
        self.grid._send = lambda message, buffers=None: self.messages.append((message, buffers))

    def said(self):
        """Every custom message since the last look; the content where it was sent anew."""
        messages, self.messages = self.messages, []
        return [
            message["content"] if message["method"] == "custom" else {"type": "content"}
            for message, _ in messages
        ]

    def sends(self, **message):
        self.grid.receive({"id": "a-1", **message})
        return self.said()

    def edits(self, *changes):
        keys = ("row", "column", "value")
        return self.sends(type="edit", changes=[dict(zip(keys, change, strict=True)) for change in changes])


def content(grid):
    return json.loads(zlib.decompress(grid.get_state("content")["content"]))


@pytest.fixture
def page():
    return Page(TestDesk())


def test_a_page_is_given_the_columns_and_the_rows(page):
    shown = content(page.grid)
    assert [column["name"] for column in shown["columns"]] == [column.name for column in COLUMNS]
    assert shown["columns"][4] == {
        "name": "response",
        "label": "Response",
        "kind": "choice",
        "choices": ["yes", "no", "bounced"],
        "firm": True,
        "editable": True,
        "hidden": False,
        "letter": "E",
    }
    assert shown["rows"] == list(ROWS)
    assert [list(texts) for texts in zip(*shown["cells"], strict=True)] == list(ROWS.values())
    assert shown["edited"] == []
    assert page.grid.get_state("label") == {"label": "People & friends"}


def test_nothing_but_its_own_is_shown_to_the_page():
    own = {"label", "people", "content"}
    theirs = {"_esm", "_css", "_anywidget_id", "layout", "tabbable", "tooltip"}
    grid = TestDesk().grid
    assert {name for name in grid.keys if not name.startswith(("_model", "_view", "_dom"))} == own | theirs


def test_a_grid_of_nobody():
    shown = content(ContactGrid(COLUMNS, {}, desk=TestDesk()))
    assert shown["rows"] == []
    assert shown["cells"] == [[] for _ in COLUMNS]


def test_an_edit_goes_to_the_desk_and_is_shown_before_it_is_answered(page):
    patch, done = page.edits((3, "organization", "Beech"), (3, "notes", None), (5, "organization", "Oak"))
    assert page.desk.calls == [
        ("change", {3: {"organization": "Beech", "notes": None}, 5: {"organization": "Oak"}})
    ]
    assert patch["type"] == "patch"
    assert patch["rows"] == [(3, tuple(page.desk.rows[3])), (5, tuple(page.desk.rows[5]))]
    assert patch["edited"] == [(3, "notes"), (3, "organization"), (5, "organization")]
    assert patch["removed"] == []
    assert done == {"type": "done", "id": "a-1"}


def test_what_was_patched_is_there_for_a_page_that_opens_later(page):
    page.edits((3, "organization", "Beech"))
    page.sends(type="add", values={"name": "Cy Ito"}, id="a-2")
    page.grid.patch({}, {(3, "organization")}, [2])
    shown = content(page.grid)
    assert shown["rows"] == [3, 5, 6, 7, 8, 9]
    assert shown["cells"][1][0] == "Beech"
    assert shown["edited"] == [[3, "organization"]]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ([(3, "contacted_on", "soon")], (3, "contacted_on")),
        ([(3, "name", "x"), (3, "minutes", "many"), (5, "name", "y")], (3, "minutes")),
    ],
)
def test_a_refusal_names_its_cell_and_nothing_is_done(page, changes, place):
    (refused,) = page.edits(*changes)
    assert (refused["type"], refused["id"]) == ("refused", "a-1")
    assert (refused["row"], refused["column"]) == place
    assert re.fullmatch(r"“(soon|many)” is refused\. Expected is a .*\.", refused["reason"])
    assert page.desk.rows == {row: list(texts) for row, texts in ROWS.items()}


WHY = ("it is locked", "Unlock it")


class Refusing(TestDesk):
    """A desk that refuses all, in a given way."""

    def __init__(self, error):
        super().__init__([GridColumn(name, name, "text") for name in "ab"], {2: ["x", None], 3: [None, None]})
        self.error = error

    def change(self, changes):
        raise self.error


@pytest.mark.parametrize(
    ("error", "changes", "place", "reason"),
    [
        (InfovizError("No."), [(2, "a", "1")], (2, "a"), "No."),
        (InfovizError("No."), [(2, "a", "1"), (2, "b", "1")], None, "No."),
        (EditRefused("S", "B3", *WHY), [(2, "a", "1"), (3, "b", "1")], (3, "b"), "It is locked. Unlock it"),
        (
            EditRefused("S", "B3", *WHY),
            [(3, "a", "1"), (3, "b", "1")],
            None,
            "Sheet “S”, cell B3: it is locked. Unlock it",
        ),
        (EditRefused("S", "", *WHY), [(2, "a", "1")], (2, "a"), "It is locked. Unlock it"),
    ],
)  # fmt: skip
def test_where_a_refusal_belongs_when_the_columns_have_no_letters(error, changes, place, reason):
    (refused,) = Page(Refusing(error)).edits(*changes)
    assert refused["reason"] == reason
    assert (refused.get("row"), refused.get("column")) == (place or (None, None))


def test_a_person_is_added_or_refused(page):
    patch, done = page.sends(type="add", values={"name": "Cy Ito", "minutes": "20"})
    assert [row for row, _ in patch["rows"]] == [9]
    assert done == {"type": "done", "id": "a-1", "row": 9}
    (refused,) = page.sends(type="add", values={"organization": "Elm"}, id="a-2")
    assert refused["column"] == "name"
    assert "Expected is a name" in refused["reason"]


def test_undo_and_redo(page):
    assert page.sends(type="undo") == [{"type": "done", "id": "a-1", "did": False}]
    page.sends(type="add", values={"name": "Cy Ito"}, id="a-2")
    patch, done = page.sends(type="undo", id="a-3")
    assert patch["removed"] == [9]
    assert done["did"]
    assert 9 not in content(page.grid)["rows"]
    patch, done = page.sends(type="redo", id="a-4")
    assert [row for row, _ in patch["rows"]] == [9]


def test_choosing(page):
    assert page.sends(type="choose", row=5) == [{"type": "done", "id": "a-1"}]
    assert page.desk.chosen == [5]


def test_asked_again_nothing_is_done_again_and_the_page_is_shown_what_is(page):
    first = page.sends(type="add", values={"name": "Cy Ito"})
    assert page.sends(type="add", values={"name": "Cy Ito"}) == [{"type": "content"}, first[-1]]
    assert len(page.desk.calls) == 1


def test_only_so_many_answers_are_kept(page):
    for number in range(500):
        page.sends(type="undo", id=f"b-{number}")
    assert len(page.grid._answers) == 200


def test_a_fault_is_told_and_raised_and_may_be_tried_again(page):
    page.desk.fault = RuntimeError("the cable is out")
    with pytest.raises(RuntimeError, match="the cable is out"):
        page.edits((3, "organization", "Beech"))
    (refused,) = page.said()
    assert refused["reason"].startswith("infoviz failed at this (RuntimeError: the cable is out).")
    assert (refused["type"], refused["row"], refused["column"]) == ("refused", 3, "organization")
    page.desk.fault = None
    assert page.edits((3, "organization", "Beech"))[-1]["type"] == "done"


def test_a_message_that_makes_no_sense_is_a_fault(page):
    with pytest.raises(ValueError, match="unknown type: dance"):
        page.sends(type="dance")
    with pytest.raises(KeyError):
        page.sends(type="edit")


def test_a_message_of_jupyter_reaches_the_desk(page):
    message = {"type": "choose", "row": 5, "id": "a-1"}
    page.grid._handle_msg({"content": {"data": {"method": "custom", "content": message}}, "buffers": []})
    assert page.desk.chosen == [5]


def test_showing_something_else(page):
    page.grid.show(COLUMNS[:1], {40: ["Cy Ito"]}, {(40, "name")})
    assert page.said() == [{"type": "content"}]
    assert content(page.grid)["cells"] == [["Cy Ito"]]
    assert content(page.grid)["edited"] == [[40, "name"]]


def test_saying(page):
    page.grid.say("Saved.")
    assert page.said() == [{"type": "say", "text": "Saved."}]


def test_many_rows_go_deflated():
    columns = [GridColumn("name", "Name", "text")]
    page = Page(TestDesk(columns, {row: [f"Person {row}"] for row in range(2, 5_002)}))
    page.grid.patch({row: ["x"] for row in range(2, 1_002)}, ())
    assert [message["type"] for message in page.said()] == ["patch"]
    page.grid.patch({row: ["y"] for row in range(2, 1_003)}, ())
    assert page.said() == [{"type": "content"}]
    assert content(page.grid)["cells"][0][1_000] == "y"


def test_rows_and_columns_that_do_not_match_are_a_fault(page):
    with pytest.raises(ValueError, match="row 4 has 2 texts, and there are 10 columns"):
        page.grid.patch({3: ROWS[3], 4: ["Bo", "Birch"]}, ())
    assert content(page.grid)["rows"] == list(ROWS)
    with pytest.raises(ValueError, match="the same name"):
        ContactGrid([COLUMNS[0], COLUMNS[0]], {}, desk=page.desk)
    with pytest.raises(TraitError):
        page.grid.content = None


def test_hostile_texts_arrive_as_they_are():
    texts = ["</script>", "\u2028", "\ud800", "\x00", '"\\', "é\u202e"]
    columns = [GridColumn(f"c{place}", text, "text") for place, text in enumerate(texts)]
    grid = ContactGrid(columns, {2: texts}, desk=TestDesk())
    assert [column["label"] for column in content(grid)["columns"]] == texts
    assert [column[0] for column in content(grid)["cells"]] == texts


def test_the_script_is_one_module_of_all_parts():
    text = script()
    assert {path.name for path in STATIC.glob("*.js")} == {*SCRIPTS, "pulse.js"}
    assert not re.search(r"^(import|export (?!default))", text, re.MULTILINE)
    assert len(re.findall(r"^export default ", text, re.MULTILINE)) == 1
    names = re.findall(r"^(?:async )?(?:function|class|const|let) (\w+)", text, re.MULTILINE)
    assert len(names) == len(set(names)) > 50
    assert not re.search(r"https?://|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text)
