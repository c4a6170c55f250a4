// A view of the grid: it puts the parts together and answers the person.

import { Arrangement } from "./arrange.js";
import { element } from "./dom.js";
import { Editor } from "./editor.js";
import { press } from "./keys.js";
import { storeOf } from "./store.js";
import { Table } from "./table.js";

class View {
  constructor(model, el) {
    this.store = storeOf(model);
    this.arrangement = new Arrangement(this.store);
    this.table = new Table(this.store, model.get("label"));
    this.editor = null;
    this.status = element("div", { class: "ivg-status", role: "status" });
    this.root = element("div", { class: "ivg-root", "data-lm-suppress-shortcuts": "true" });
    this.root.append(this.status, this.table.scroller);
    this.table.onchoose = (row) => this.store.mention({ type: "choose", row });
    this.unlisten = this.store.listen((event) => this.hear(event));
    this.listen();
    el.append(this.root);
    if (this.store.columns.length) this.load();
  }

  listen() {
    const { grid, scroller } = this.table;
    grid.addEventListener("keydown", (event) => {
      if (this.editor || !event.target.matches("[role=columnheader], [role=rowheader], [role=gridcell]")) return;
      if (press(this, event)) event.preventDefault();
    });
    grid.addEventListener("mousedown", (event) => this.pressMouse(event));
    grid.addEventListener("dblclick", (event) => {
      if (!this.editor && this.table.locate(event.target)?.r >= 0) this.open();
    });
    let frame = 0;
    scroller.addEventListener("scroll", () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => this.table.draw());
    });
    // A notebook takes keys for commands of its own unless they stop here.
    for (const type of ["keydown", "keypress", "keyup", "copy", "cut", "paste"]) {
      this.root.addEventListener(type, (event) => event.stopPropagation());
    }
    this.sizes = new ResizeObserver(() => this.table.draw());
    this.sizes.observe(scroller);
  }

  close() {
    this.unlisten();
    this.sizes.disconnect();
    this.root.remove();
  }

  say(text) {
    this.status.textContent = text;
  }

  // ------------------------------------------------------------------ what the store tells

  hear(event) {
    if (event.type === "loaded") this.load();
    else if (event.type === "say") this.say(event.text);
    else if (event.type === "patched") this.patched(event);
    else if (event.type === "cells") this.table.redraw();
    else if (event.type === "lost") {
      this.table.redraw();
      this.say("Python does not answer. Your entries are kept here.");
    }
  }

  load() {
    this.arrangement.forgetAll();
    this.table.setColumns(this.store.columns.filter((column) => !column.hidden), this.arrangement.sort);
    this.table.setRows(this.arrangement.rows());
  }

  patched({ changed, added, removed }) {
    for (const row of [...changed, ...removed]) this.arrangement.forget(row);
    if (!added.length && !removed.length) {
      this.table.redraw();
      return;
    }
    const gone = new Set(removed);
    this.table.setRows([...this.table.shown.filter((row) => !gone.has(row)), ...added]);
  }

  // ------------------------------------------------------------------ what the person does

  pressMouse(event) {
    const place = this.table.locate(event.target);
    if (!place || event.button !== 0) return;
    if (place.r < 0) {
      this.table.go(-1, place.c);
      this.sortBy(this.table.columns[place.c].name);
    } else if (!event.target.closest(".ivg-editor, .ivg-reason")) {
      this.table.go(place.r, Math.max(0, place.c), { extend: event.shiftKey });
    } else return;
    event.preventDefault();
  }

  sortBy(column) {
    const { sort } = this.arrangement;
    if (sort?.column !== column) this.arrangement.sort = { column, descending: false };
    else this.arrangement.sort = sort.descending ? null : { column, descending: true };
    this.arrangement.ordered = null;
    this.table.setColumns(this.table.columns, this.arrangement.sort);
    this.table.active.c = this.table.columns.findIndex(({ name }) => name === column);
    this.table.setRows(this.arrangement.rows());
    this.table.focus();
  }

  /** Open the editor of the active cell; returns whether the key that did so is used up. */
  open({ typed = null } = {}) {
    const here = this.table.here();
    if (!here) return true;
    const { row, column } = here;
    if (!column.editable) {
      this.say(`“${column.label}” cannot be changed here.`);
      return true;
    }
    this.table.go(this.table.active.r, this.table.active.c);
    const draft = this.store.draft(row, column.name);
    const name = `${column.label}, row ${row}`;
    this.editor = new Editor(
      { cell: this.table.cell(), row, column, name },
      { value: this.store.value(row, column.name), reason: draft?.reason, typed },
      (result) => this.closed(row, column, result),
    );
    this.table.editing = this.editor;
    return this.editor.input.localName === "select";
  }

  closed(row, column, { text, move }) {
    this.editor = this.table.editing = null;
    this.table.redraw();
    if (text === null) this.store.forget(row, column.name);
    else if (text !== this.store.value(row, column.name)) {
      this.send([{ row, column: column.name, value: text === "" ? null : text }], { keep: true });
    }
    if (move) this.table.go(Math.max(0, this.table.active.r + move[0]), this.table.active.c + move[1]);
  }

  async send(changes, options) {
    const answer = await this.store.change(changes, options);
    if (answer.type === "refused") this.refused(answer, options?.keep);
  }

  /** Show a refusal where it belongs: in the editor, opened again unless something else is being typed. */
  refused({ row, column, reason }, keep) {
    const r = this.table.shown.indexOf(row);
    const c = this.table.columns.findIndex(({ name }) => name === column);
    const focused = this.root.contains(this.root.getRootNode().activeElement);
    if (r < 0 || c < 0 || !keep || this.editor || !focused) {
      this.say(reason);
      return;
    }
    this.table.go(r, c);
    this.open();
  }

  clear() {
    const { top, bottom, left, right } = this.table.block();
    const changes = [];
    for (let r = top; r <= bottom; r += 1) {
      for (const column of this.table.columns.slice(left, right + 1)) {
        const row = this.table.shown[r];
        if (column.editable && this.store.value(row, column.name) !== "") {
          changes.push({ row, column: column.name, value: null });
        }
      }
    }
    if (changes.length) this.send(changes);
  }

  escape() {
    const here = this.table.here();
    return here ? this.store.forget(here.row, here.column.name) : false;
  }

  async request(type) {
    const answer = await this.store.ask({ type });
    if (answer.type === "refused") this.say(answer.reason);
    else if (!answer.did) this.say(`There is nothing to ${type}.`);
  }
}

function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

export default { render };
