// A view of the grid: it puts the parts together and answers the person.

import { Adding } from "./addform.js";
import { Arrangement } from "./arrange.js";
import { shareClipboard } from "./clipboard.js";
import { element } from "./dom.js";
import { Editor } from "./editor.js";
import { filterRow } from "./filters.js";
import { press } from "./keys.js";
import { followMouse } from "./mouse.js";
import { storeOf } from "./store.js";
import { Table } from "./table.js";
import { Toolbar } from "./toolbar.js";

const MOST = 50_000; // cells changed at once: what a message to Python can carry safely
const REST = 150; // milliseconds on a row until Python is told who is chosen
const SILENCE =
  "Python does not answer. What you typed is kept here, marked “not delivered”. Python may be busy: send again " +
  "when the notebook is idle. If it was stopped, copy what you need before you run the notebook anew.";

class View {
  constructor(model, el) {
    this.store = storeOf(model);
    this.arrangement = new Arrangement(this.store);
    this.table = new Table(this.store, model.get("label"));
    this.people = model.get("people") !== false; // whether a row is a person, and its number one of the sheet's
    this.editor = null;
    this.filtering = false; // whether the row of filters is open
    this.chosen = new Map(); // column name -> whether the person wants it shown
    this.silent = false; // whether Python has not answered
    this.undoing = false; // whether the next change is to be scrolled to
    this.toolbar = new Toolbar({
      search: (text) => this.search(text),
      enter: () => this.table.go(this.table.shown.length ? 0 : -1, this.table.active.c),
      filter: () => this.toggleFilters(),
      toggle: (name, shown) => this.toggleColumn(name, shown),
      add: () => this.adding.toggle(),
      request: (type) => this.request(type),
      clear: () => this.showEveryone(),
      again: () => this.store.again(),
    }, this.people);
    this.adding = new Adding(this);
    this.nobody = element("p", { class: "ivg-nobody" });
    this.table.scroller.append(this.nobody);
    this.root = element("div", {
      class: this.people ? "ivg-root" : "ivg-root ivg-unnumbered",
      "data-lm-suppress-shortcuts": "true",
      "data-jp-suppress-context-menu": "",
    });
    const { root, alert, line } = this.toolbar;
    this.root.append(root, alert, line, this.adding.place, this.table.scroller);
    this.table.onchoose = (row) => this.choose(row);
    this.table.onmove = () => this.silent || this.toolbar.warn("");
    this.unlisten = this.store.listen((event) => this.hear(event));
    this.listen();
    el.append(this.root);
    if (this.store.columns.length) this.load();
  }

  listen() {
    const { grid, scroller } = this.table;
    grid.addEventListener("keydown", (event) => {
      if (this.editor || !this.table.isCell(event.target)) return;
      if (press(this, event)) event.preventDefault();
    });
    followMouse(this);
    shareClipboard(this);
    let frame = 0;
    scroller.addEventListener("scroll", () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => this.table.scrolled());
    });
    // A notebook takes keys for commands of its own unless they stop here.
    for (const type of ["keydown", "keypress", "keyup", "copy", "cut", "paste"]) {
      this.root.addEventListener(type, (event) => event.stopPropagation());
    }
    this.sizes = new ResizeObserver(() => this.table.resized());
    this.sizes.observe(scroller);
  }

  close() {
    this.unlisten();
    this.sizes.disconnect();
    clearTimeout(this.resting);
    this.root.remove();
  }

  say(text) {
    this.toolbar.say(text);
  }

  warn(text) {
    this.toolbar.warn(text);
  }

  /** Clear what was said of the deed before. */
  begin() {
    if (this.silent) return;
    this.toolbar.warn("");
    this.toolbar.say("");
  }

  // ------------------------------------------------------------------ what the store tells

  hear(event) {
    if (event.type === "widened") {
      this.table.fit();
      return;
    }
    if (event.type === "loaded") this.load();
    else if (event.type === "say") this.say(event.text);
    else if (event.type === "failed") this.warn(event.text);
    else if (event.type === "patched") this.patched(event);
    else if (event.type === "lost") {
      this.silent = true;
      this.toolbar.warn(SILENCE, { again: true });
    }
    if (this.silent && !this.store.lost) {
      this.silent = false;
      this.toolbar.warn("");
    }
    if (event.type !== "say") this.table.redraw();
    this.tally();
  }

  load() {
    const focused = this.table.grid.contains(this.root.getRootNode().activeElement);
    const { editor } = this;
    editor?.close(null, null);
    this.arrangement.forgetAll();
    this.toolbar.list(this.store.columns, (name) => this.isShown(name));
    this.showColumns();
    this.arrange();
    if (editor) this.reopen(editor.row, editor.column.name, editor.input.value);
    if (focused && !this.editor) this.table.focus();
    const prepare = globalThis.requestIdleCallback ?? setTimeout;
    prepare(() => this.arrangement.prepare());
  }

  /** Open the editor again in which a text was being typed. */
  reopen(row, column, text) {
    if (this.visit(row, column)) this.open();
    if (this.editor) this.editor.input.value = text;
    else this.lament(row, text);
  }

  lament(row, text) {
    const gone = this.people ? `Row ${row}` : "That row";
    this.warn(`${gone} is no longer here to be changed; “${text}” was not taken.`);
  }

  /** What a row is called: by its number in the sheet, or by its first text where it has none. */
  rowName(row) {
    return this.people ? `row ${row}` : this.store.value(row, this.store.columns[0].name);
  }

  patched({ changed, added, removed, first }) {
    for (const row of [...changed, ...removed]) this.arrangement.forget(row);
    if (added.length || removed.length) {
      // What is there keeps its place: nothing jumps away under the eyes of whoever changes it.
      const gone = new Set(removed);
      const stray = this.editor && gone.has(this.editor.row) ? this.editor : null;
      stray?.close(null, null);
      const focused = this.table.grid.contains(this.root.getRootNode().activeElement);
      this.table.setRows([...this.table.shown.filter((row) => !gone.has(row)), ...added]);
      if ((focused || stray) && !this.editor) this.table.focus();
      if (stray) this.lament(stray.row, stray.input.value);
    }
    if (this.undoing && first) this.visit(first.row, first.column);
    this.undoing = false;
  }

  /** Go to a cell if it is shown; returns whether it is. */
  visit(row, column) {
    const r = this.table.shown.indexOf(row);
    const c = this.table.columns.findIndex(({ name }) => name === column);
    if (r < 0 || c < 0) return false;
    this.table.go(r, c);
    return true;
  }

  // ------------------------------------------------------------------ what is shown

  isShown(name) {
    const column = this.store.columns.find((one) => one.name === name);
    return this.chosen.get(name) ?? !column.hidden;
  }

  showColumns() {
    const { store, arrangement } = this;
    const columns = store.columns.filter(({ name }, place) => place === 0 || this.isShown(name));
    const { filters } = arrangement;
    if (!store.position.has(arrangement.sort?.column)) arrangement.sort = null;
    for (const name of filters.keys()) {
      if (!columns.some((column) => column.name === name)) filters.delete(name);
    }
    const row = this.filtering
      ? filterRow(store, columns, filters, (name, filter) => this.filter(name, filter))
      : null;
    this.table.setColumns(columns, arrangement.sort, row);
  }

  /** Take the rows anew that pass, in their order. */
  arrange() {
    this.table.setRows(this.arrangement.rows());
    this.nobody.textContent = this.people
      ? this.store.rows.size ? "Nobody matches." : "Nobody is here yet."
      : this.store.rows.size ? "No row matches." : "Nothing is left here.";
    this.nobody.hidden = this.table.shown.length > 0;
    this.tally();
  }

  tally() {
    const { store, arrangement, table } = this;
    this.toolbar.tally({
      shown: table.shown.length,
      total: store.rows.size,
      filters: arrangement.filters.size,
      narrowed: arrangement.filters.size > 0 || arrangement.search.trim() !== "",
      edited: store.edited.size,
      refused: store.refused,
    });
  }

  search(text) {
    this.arrangement.search = text;
    this.arrange();
  }

  filter(name, filter) {
    if (filter) this.arrangement.filters.set(name, filter);
    else this.arrangement.filters.delete(name);
    this.arrange();
  }

  toggleFilters() {
    this.filtering = !this.filtering;
    this.toolbar.filter.setAttribute("aria-expanded", this.filtering);
    this.showColumns();
    this.arrange();
  }

  showEveryone() {
    this.toolbar.search.value = this.arrangement.search = "";
    this.arrangement.filters.clear();
    this.showColumns();
    this.arrange();
    this.toolbar.search.focus();
  }

  toggleColumn(name, shown) {
    this.chosen.set(name, shown);
    this.showColumns();
    this.arrange();
  }

  sortBy(column) {
    const { sort } = this.arrangement;
    if (sort?.column !== column) this.arrangement.sort = { column, descending: false };
    else this.arrangement.sort = sort.descending ? null : { column, descending: true };
    this.arrangement.ordered = null;
    this.showColumns();
    this.arrange();
    this.table.go(-1, this.table.columns.findIndex(({ name }) => name === column));
  }

  // ------------------------------------------------------------------ what the person does

  /** Take what stands in the open editor. */
  finish() {
    this.editor?.take(null);
  }

  /** Tell Python who is chosen, once the person rests there. */
  choose(row) {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.store.mention({ type: "choose", row }), REST);
  }

  /** Open the editor of the active cell; returns whether the key that did so is used up. */
  open({ typed = null } = {}) {
    this.begin();
    const here = this.table.here();
    if (!here) return true;
    const { row, column } = here;
    if (!column.editable) {
      this.say(`“${column.label}” cannot be changed here.`);
      return true;
    }
    const { r, c } = this.table.active;
    this.table.go(r, c);
    const draft = this.store.draft(row, column.name);
    this.editor = new Editor(
      {
        cell: this.table.cell(),
        row,
        column,
        name: `${column.label}, ${this.rowName(row)}`,
        box: this.table.scroller,
      },
      { value: this.store.value(row, column.name), reason: draft?.reason, typed },
      (result) => this.closed(row, column.name, result),
    );
    this.table.editing = this.editor;
    this.table.explain();
    return this.editor.input.localName === "select";
  }

  closed(row, column, { text, move }) {
    const { store, table } = this;
    this.editor = table.editing = null;
    const refused = store.draft(row, column)?.state === "refused";
    if (text === null || (refused && text === store.truth(row, column))) store.forget(row, column);
    else if (text !== store.value(row, column) || (refused && move)) {
      this.send([{ row, column, value: text === "" ? null : text }], { keep: true });
    }
    table.redraw();
    if (move) table.go(Math.max(0, table.active.r + move[0]), table.active.c + move[1]);
  }

  /** Send changes; returns whether Python took them. */
  async send(changes, { keep = false } = {}) {
    if (changes.length > MOST) {
      this.warn(`That would change ${changes.length.toLocaleString("en")} cells at once. Take at most ${MOST.toLocaleString("en")}.`);
      return false;
    }
    const answer = await this.store.change(changes, { keep });
    if (answer.type === "refused") this.refused(answer, keep);
    return answer.type === "done";
  }

  /** Show a refusal where it belongs: in the editor, opened again unless something else is being typed. */
  refused({ row, column, reason }, keep) {
    const elsewhere = !this.root.contains(this.root.getRootNode().activeElement);
    if (this.editor || elsewhere || !this.visit(row, column)) this.warn(reason);
    else if (keep) this.open();
    else this.table.complain({ row, column, reason });
  }

  clear() {
    this.begin();
    const { top, bottom, left, right } = this.table.block();
    const columns = this.table.columns.slice(left, right + 1);
    const fixed = columns.find((column) => !column.editable);
    if (fixed) {
      this.warn(`“${fixed.label}” cannot be changed here. Nothing was emptied.`);
      return;
    }
    const changes = this.table.shown
      .slice(top, bottom + 1)
      .flatMap((row) => columns.map(({ name }) => ({ row, column: name, value: null })))
      .filter(({ row, column }) => this.store.value(row, column) !== "");
    if (changes.length) this.send(changes);
  }

  /** Give up what was refused in the active cell, or the selected block; returns whether there was either. */
  escape() {
    const { table } = this;
    const here = table.here();
    const told = table.complaint !== null;
    if (told || table.anchor.r !== table.active.r || table.anchor.c !== table.active.c) {
      table.go(table.active.r, table.active.c);
      return true;
    }
    return here ? this.store.forget(here.row, here.column.name) : false;
  }

  async request(type) {
    this.begin();
    this.undoing = true;
    const answer = await this.store.ask({ type }).answer;
    this.undoing = false;
    if (answer.type === "refused") this.warn(answer.reason);
    else if (!answer.did) this.say(`There is nothing to ${type}.`);
  }
}

function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

export default { render };
