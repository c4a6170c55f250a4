// What all views of one model share: the rows as Python has them, and over them what was typed and is
// not yet known to have arrived.

const PATIENCE = 10_000; // milliseconds until silence is taken for a lost connection

const stores = new WeakMap();

/** The store of a model; it lives as long as the model does. */
export function storeOf(model) {
  if (!stores.has(model)) stores.set(model, new Store(model));
  return stores.get(model);
}

const key = (row, column) => `${row}\t${column}`;

async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

export class Store {
  constructor(model) {
    this.model = model;
    this.columns = [];
    this.position = new Map(); // column name -> its place in a row
    this.rows = new Map(); // row number -> texts
    this.edited = new Set(); // cells not saved yet
    this.drafts = new Map(); // cell -> {value, state: "sent" | "lost" | "refused", reason, id}
    this.requests = new Map(); // id -> {message, cells, timer, lost, settle}
    this.listeners = new Set();
    this.widths = new Map(); // column name -> its width in pixels, where the person has set it
    this.prefix = Math.random().toString(36).slice(2);
    this.count = 0;
    // One after the other: unpacking takes a moment, and what Python says next must not overtake it.
    this.queue = Promise.resolve();
    const load = () => this.inTurn(() => this.load());
    model.on("change:content", load);
    model.on("msg:custom", (message) => this.inTurn(() => this.hear(message)));
    load();
  }

  inTurn(task) {
    this.queue = this.queue.then(task);
  }

  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event) {
    for (const listener of [...this.listeners]) listener(event);
  }

  async load() {
    const { columns, rows, cells, edited } = await unpack(this.model.get("content"));
    this.columns = columns;
    this.position = new Map(columns.map((column, place) => [column.name, place]));
    this.rows = new Map(rows.map((row, place) => [row, cells.map((texts) => texts[place])]));
    this.edited = new Set(edited.map(([row, column]) => key(row, column)));
    this.dropStrays();
    this.tell({ type: "loaded" });
  }

  /** Forget what was typed into cells that are gone. */
  dropStrays() {
    for (const cell of this.drafts.keys()) {
      const [row, column] = cell.split("\t");
      if (!this.rows.has(Number(row)) || !this.position.has(column)) this.drafts.delete(cell);
    }
  }

  hear(message) {
    if (message.type === "patch") this.patch(message);
    else if (message.type === "say") this.tell({ type: "say", text: message.text });
    else this.settle(message);
  }

  patch({ rows, edited, removed }) {
    const first = this.firstChange(rows);
    for (const row of removed) this.rows.delete(row);
    const added = rows.map(([row]) => row).filter((row) => !this.rows.has(row));
    for (const [row, texts] of rows) this.rows.set(row, texts);
    this.edited = new Set(edited.map(([row, column]) => key(row, column)));
    this.dropStrays();
    this.tell({ type: "patched", changed: rows.map(([row]) => row), added, removed, first });
  }

  /** The first cell in which rows differ from what is here: {row, column}, or null. */
  firstChange(rows) {
    for (const [row, texts] of rows) {
      const before = this.rows.get(row) ?? [];
      const place = texts.findIndex((text, c) => (text ?? "") !== (before[c] ?? ""));
      if (place >= 0) return { row, column: this.columns[place].name };
    }
    return null;
  }

  /** What Python has in a cell. */
  truth(row, column) {
    return this.rows.get(row)?.[this.position.get(column)] ?? "";
  }

  /** What a cell shows: what was typed, as long as it has not become the truth. */
  value(row, column) {
    return this.drafts.get(key(row, column))?.value ?? this.truth(row, column);
  }

  draft(row, column) {
    return this.drafts.get(key(row, column));
  }

  isEdited(row, column) {
    return this.edited.has(key(row, column));
  }

  /** Give columns widths, by name; null for a column's first one. */
  widen(widths) {
    for (const [name, width] of widths) {
      if (width === null) this.widths.delete(name);
      else this.widths.set(name, width);
    }
    this.tell({ type: "widened" });
  }

  /** Forget what was typed into a cell and refused. */
  forget(row, column) {
    if (this.draft(row, column)?.state !== "refused") return false;
    this.drafts.delete(key(row, column));
    this.tell({ type: "cells" });
    return true;
  }

  /**
   * Send changes of cells, [{row, column, value}]; each cell shows its new value at once.
   * `keep` says that a refused value stays in its cell, to be mended there.
   */
  change(changes, { keep = false } = {}) {
    const id = this.nextId();
    for (const { row, column, value } of changes) {
      this.drafts.set(key(row, column), { value: value ?? "", state: "sent", id });
    }
    const cells = changes.map(({ row, column }) => key(row, column));
    const answer = this.request(id, { type: "edit", changes }, { cells, keep });
    this.tell({ type: "cells" });
    return answer;
  }

  /** Send a message that changes no cell by itself: Python's answer, however late that is, and how to withdraw. */
  ask(message) {
    const id = this.nextId();
    const answer = this.request(id, message, { cells: [], keep: false });
    return { answer, withdraw: () => this.withdraw(id) };
  }

  /** Send a message no more; whatever has been heard of it stands. */
  withdraw(id) {
    clearTimeout(this.requests.get(id)?.timer);
    this.requests.delete(id);
    this.tell({ type: "cells" });
  }

  /** Send a message whose answer nobody waits for. */
  mention(message) {
    this.deliver({ ...message, id: this.nextId() });
  }

  nextId() {
    this.count += 1;
    return `${this.prefix}-${this.count}`;
  }

  request(id, message, { cells, keep }) {
    return new Promise((resolve) => {
      this.requests.set(id, { message: { ...message, id }, cells, keep, resolve });
      this.attempt(id);
    });
  }

  attempt(id) {
    const request = this.requests.get(id);
    request.timer = setTimeout(() => this.lose(id), PATIENCE);
    if (!this.deliver(request.message)) this.lose(id);
  }

  deliver(message) {
    try {
      this.model.send(message);
      return true;
    } catch {
      return false; // a dead connection may throw or be silent: both are told as one
    }
  }

  lose(id) {
    const request = this.requests.get(id);
    clearTimeout(request.timer);
    request.lost = true;
    for (const cell of request.cells) {
      const draft = this.drafts.get(cell);
      if (draft?.id === id) draft.state = "lost";
    }
    this.tell({ type: "lost" });
  }

  get refused() {
    return [...this.drafts.values()].filter(({ state }) => state === "refused").length;
  }

  get lost() {
    return [...this.requests.values()].filter((request) => request.lost).length;
  }

  /** Send again whatever had no answer, in its order; Python does nothing twice. */
  again() {
    for (const [id, request] of this.requests) {
      if (!request.lost) continue;
      request.lost = false;
      for (const cell of request.cells) {
        const draft = this.drafts.get(cell);
        if (draft?.id === id) draft.state = "sent";
      }
      this.attempt(id);
    }
    this.tell({ type: "cells" });
  }

  settle(answer) {
    const request = this.requests.get(answer.id);
    if (!request) {
      // An answer to another page of the same model, or to what nobody waits for: of that a failure is told.
      if (answer.type === "refused" && answer.id.startsWith(this.prefix)) {
        this.tell({ type: "failed", text: answer.reason });
      }
      return;
    }
    clearTimeout(request.timer);
    this.requests.delete(answer.id);
    const refused = answer.type === "refused" && answer.row != null ? key(answer.row, answer.column) : null;
    for (const cell of request.cells) {
      const draft = this.drafts.get(cell);
      if (draft?.id !== answer.id) continue; // typed over meanwhile
      if (request.keep && (cell === refused || (answer.type === "refused" && !refused))) {
        Object.assign(draft, { state: "refused", reason: answer.reason });
      } else {
        this.drafts.delete(cell);
      }
    }
    this.tell({ type: "cells" });
    request.resolve(answer);
  }
}
