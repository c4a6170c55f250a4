"""The grid on a static page: the real script and the real Python, with a stub for what Jupyter does between."""

import base64
import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Grid</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="grid.css"><style>body { margin: 16px; THEME }</style></head>
<body BODY><main><h1 style="font: 600 16px sans-serif">Contacts</h1><div id="first"></div><div id="second"></div></main>
<script type="module">
import grid from "./grid.js";
const bytes = (text) => new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
const state = await (await fetch("state.json")).json();
state.content = bytes(state.content);
const listeners = new Map();
const emit = (type, ...rest) => { for (const listener of listeners.get(type) ?? []) listener(...rest); };
window.deliver = (messages) => {
  for (const { custom, content } of messages) {
    if (custom) { emit("msg:custom", custom, []); continue; }
    state.content = bytes(content);
    emit("change:content");
  }
};
window.connection = "good";
window.delay = 0;
window.sent = [];
const model = {
  get: (name) => state[name],
  set: (name, value) => { state[name] = value; },
  save_changes() {},
  on(type, listener) { listeners.set(type, [...(listeners.get(type) ?? []), listener]); },
  off(type, listener) { listeners.set(type, (listeners.get(type) ?? []).filter((other) => other !== listener)); },
  send(message) {
    window.sent.push(message);
    if (window.connection === "throws") throw new Error("the connection is closed");
    if (window.connection === "silent") return;
    const answered = window.python(message);
    if (window.connection === "deaf") return;
    answered.then((messages) => setTimeout(window.deliver, window.delay, messages));
  },
};
window.view = (id) => grid.render({ model, el: document.getElementById(id) });
window.begun = performance.now();
window.close_first = window.view("first");
</script></body></html>
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


class GridPage:
    """A page of the browser with the grid of a desk on it.

    Attributes
    ----------
    problems
        What went wrong: console messages, errors of the page or in Python, requests to other machines.
    """

    def __init__(self, browser, folder, desk, *, width=1100, dark=False, theme=None, open=True):
        self.desk, self.grid = desk, desk.grid
        self.problems = []
        self.outbox = []
        self.grid._send = self.take
        body = f'data-jp-theme-light="{str(theme == "light").lower()}"' if theme else ""
        background = "background: #111; color: #eee" if dark or theme == "dark" else "background: #fff"
        page = PAGE.replace("THEME", background).replace("BODY", body)
        (folder / "index.html").write_text(page, encoding="utf-8")
        (folder / "grid.js").write_text(str(self.grid._esm), encoding="utf-8")
        (folder / "grid.css").write_text(str(self.grid._css), encoding="utf-8")
        content = self.packed(self.grid.get_state("content")["content"])
        state = {"label": self.grid.label, "people": self.grid.people, "content": content}
        (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.context = browser.new_context(
            viewport={"width": width, "height": 760}, color_scheme="dark" if dark else "light"
        )
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.problems.append(message.text))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("dialog", lambda dialog: self.problems.append(f"dialog {dialog.message}"))
        self.page.on("request", self.watch)
        self.page.expose_function("python", self.python)
        if open:
            self.open()

    def open(self):
        self.page.goto(self.origin)
        self.page.wait_for_selector(".ivg-count:not(:empty)")

    def close(self):
        self.context.close()
        self.server.shutdown()
        self.server.server_close()

    def watch(self, request):
        if not request.url.startswith((self.origin, "data:,")):
            self.problems.append(request.url)

    @staticmethod
    def packed(data):
        return base64.b64encode(data).decode()

    def take(self, message, buffers=None):
        """Stand in the place of the wire from Python to the page."""
        if message["method"] == "custom":
            self.outbox.append({"custom": message["content"]})
        else:
            self.outbox.append({"content": self.packed(buffers[0])})

    def python(self, message):
        """Take a message of the page; what Python says to it goes back."""
        try:
            self.grid.receive(json.loads(json.dumps(message)))
        except Exception as error:
            self.problems.append(f"Python: {error}")
        return self.emptied()

    def emptied(self):
        messages, self.outbox = self.outbox, []
        return json.loads(json.dumps(messages))

    def push(self):
        """Hand the page what Python has said of its own accord."""
        self.page.evaluate("messages => window.deliver(messages)", self.emptied())

    # ------------------------------------------------------------------ what a person does and sees

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def wait_until(self, holds, seconds=5):
        """Wait until something holds in Python; the page goes on meanwhile."""
        for _ in range(seconds * 50):
            if holds():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError("it never came to hold")

    def button(self, name):
        return self.page.get_by_role("button", name=name)

    def line(self, row):
        number = re.compile(rf"^{row}$")
        return self.page.locator("tbody tr[role=row]").filter(
            has=self.page.locator("td:first-child", has_text=number)
        )

    def heads(self):
        return self.page.locator("[role=columnheader] .ivg-text").all_text_contents()

    def head(self, label):
        return self.page.locator("[role=columnheader]").nth(self.heads().index(label))

    def cell(self, row, label):
        return self.line(row).locator("td").nth(self.heads().index(label) + 1)

    def editor(self):
        return self.page.locator(".ivg-editor")

    def rows(self):
        """The rows shown, by their numbers in the sheet."""
        return [int(text) for text in self.page.locator("tbody .ivg-gutter").all_text_contents()]

    def place(self, element):
        """Row number (0 for the header) and header of a cell of the page."""
        row, column = element.evaluate(
            "cell => [Number(cell.parentElement.cells[0].textContent), Number(cell.ariaColIndex)]"
        )
        return row, self.heads()[column - 1]

    def here(self):
        """Where the focus is; nothing but a cell may have it."""
        focused = self.page.evaluate_handle("document.activeElement").as_element()
        assert focused.get_attribute("role") in {"gridcell", "rowheader", "columnheader"}, focused
        return self.place(focused)

    def selected(self):
        """The selected block: its rows and its headers."""
        places = [self.place(one) for one in self.page.locator("td[aria-selected=true]").all()]
        rows = list(dict.fromkeys(row for row, _ in places))
        labels = list(dict.fromkeys(label for _, label in places))
        assert len(places) == len(rows) * len(labels)
        return rows, labels
