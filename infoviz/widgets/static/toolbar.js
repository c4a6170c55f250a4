// The buttons and the search above the table, and what is said below them.

import { element, keepInside } from "./dom.js";

const KEYS = [
  ["Enter, F2, or just type", "change the cell"],
  ["Enter · Tab", "keep it and go down · right"],
  ["Alt+Enter", "a new line in a text"],
  ["Escape", "give the change up"],
  ["Delete", "empty the selected cells"],
  ["Shift+arrows, Ctrl+A", "select a block, everything"],
  ["Ctrl+C, X, V", "copy, cut, paste, also with a spreadsheet"],
  ["Ctrl+Z, Ctrl+Y", "undo, redo"],
  ["Up from the first row", "go to the headers; Enter sorts"],
  ["Alt+Shift+Left, Right there", "make the column narrower, wider"],
];

function button(label, onclick, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", onclick);
  return made;
}

/** A button that opens and closes a panel below it. */
function disclosure(label, panel) {
  const box = element("div", { class: "ivg-menu" });
  const show = (open) => {
    panel.hidden = !open;
    if (open) keepInside(panel, box.closest(".ivg-root"));
    opener.setAttribute("aria-expanded", open);
  };
  const opener = button(label, () => show(panel.hidden), { class: "ivg-opens", "aria-expanded": "false" });
  panel.hidden = true;
  box.append(opener, panel);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    opener.focus();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) show(false);
  });
  return box;
}

function keysPanel() {
  // No list of terms: a notebook has a style of its own for those, which tears this one apart.
  const list = element("div", { class: "ivg-panel ivg-keys" });
  for (const [keys, what] of KEYS) list.append(element("div", {}, element("b", {}, keys), " ", element("span", {}, what)));
  return list;
}

export class Toolbar {
  /** `on` has what the buttons do: search, filter, toggle, add, request, clear, again; `people`: a row is a person. */
  constructor(on, people) {
    this.people = people;
    this.search = element("input", {
      type: "search",
      class: "ivg-search",
      placeholder: people ? "Search people…" : "Search…",
      "aria-label": "Search in all columns",
      dir: "auto",
    });
    this.search.addEventListener("input", () => on.search(this.search.value));
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "Enter") on.enter();
      else return;
      event.preventDefault();
    });
    this.filter = button("Filter", () => on.filter(), { "aria-expanded": "false" });
    this.clear = button(people ? "Show everyone" : "Show all", () => on.clear(), { class: "ivg-quiet" });
    this.add = button("Add a person", () => on.add(), { class: "ivg-main", "aria-expanded": "false" });
    this.add.hidden = !people;
    this.columns = element("div", { class: "ivg-panel", role: "group", "aria-label": "Columns shown" });
    this.count = element("span", { class: "ivg-count", role: "status" });
    this.unsaved = element("span", { class: "ivg-unsaved" });
    this.onToggle = on.toggle;
    this.status = element("div", { class: "ivg-status", role: "status" });
    this.alert = element("div", { class: "ivg-alert", role: "alert" });
    this.again = button("Send again", () => on.again(), { class: "ivg-again" });
    this.root = element(
      "div",
      { class: "ivg-toolbar", role: "group", "aria-label": "Table tools" },
      this.search,
      this.filter,
      disclosure("Columns", this.columns),
      button("Undo", () => on.request("undo")),
      button("Redo", () => on.request("redo")),
      disclosure("Keys", keysPanel()),
      this.add,
    );
    this.line = element("div", { class: "ivg-line" }, this.count, this.clear, this.unsaved, this.status);
    this.say("");
    this.warn("");
  }

  say(text) {
    this.status.textContent = text;
  }

  /** Say what stopped the person; it stays until the next deed. */
  warn(text, { again = false } = {}) {
    this.alert.replaceChildren(...(text ? [element("span", {}, text)] : []), ...(again ? [this.again] : []));
    this.alert.hidden = !text;
  }

  /** Show how many rows are shown, and how many cells wait. */
  tally({ shown, total, filters, narrowed, edited, refused }) {
    const [one, more] = this.people ? ["person", "people"] : ["row", "rows"];
    const counted = (count) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
    const count = narrowed ? `${shown.toLocaleString("en")} of ${counted(total)} shown` : counted(total);
    if (this.count.textContent !== count) this.count.textContent = count;
    this.clear.hidden = !narrowed;
    this.filter.textContent = filters ? `Filter (${filters})` : "Filter";
    const waiting = [];
    if (edited) waiting.push(`${edited.toLocaleString("en")} ${edited === 1 ? "cell" : "cells"} here not saved`);
    if (refused) waiting.push(`${refused} refused`);
    this.unsaved.textContent = waiting.join(", ");
  }

  /** List the columns with a tick for those that are shown; the first one always is. */
  list(columns, isShown) {
    this.columns.replaceChildren(
      ...columns.slice(1).map((column) => {
        const box = element("input", { type: "checkbox" });
        box.checked = isShown(column.name);
        box.addEventListener("change", () => this.onToggle(column.name, box.checked));
        return element("label", { dir: "auto" }, box, column.label);
      }),
    );
  }
}
