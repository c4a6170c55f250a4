// The table on the page: header, the rows within sight, the active cell and the selected block.

import { element, keepInside } from "./dom.js";
import { gutter, headCell, widthOf } from "./heads.js";

const OVERSCAN = 8; // rows drawn beyond either edge, so that a quick scroll meets no gap
const STEP = 4; // rows that come and go together: most of a slow scroll changes nothing
const SEEN_AT_FIRST = 600; // pixels taken for the height of a page that is not laid out yet
const NARROW = 560; // pixels below which the column that stays must leave room for others
const NARROWEST = 48; // pixels to which a column can be drawn in, and out
const WIDEST = 1200;
const LONGEST = 500; // characters of a text that a cell shows; its editor has them all
const NOTHING = { height: 0, total: 0, places: [], rows: [] };
const UNSAVED = "not saved yet";
const STATES = {
  sent: "on its way",
  lost: "not delivered",
  refused: "refused",
};

export class Table {
  constructor(store, label) {
    this.store = store;
    this.columns = []; // the visible ones
    this.shown = []; // row numbers, top to bottom
    this.active = { r: 0, c: 0 }; // r is -1 in the header
    this.anchor = { r: 0, c: 0 }; // the other corner of the selected block
    this.editing = null; // the open editor, whose cell is left alone
    this.stamp = 0; // what is drawn under an older stamp is filled anew
    this.lines = new Map(); // row number -> its <tr>
    this.built = NOTHING; // what the page's lines are of
    this.id = `ivg-${Math.random().toString(36).slice(2)}`;
    this.head = element("thead", { role: "rowgroup" });
    this.body = element("tbody", { role: "rowgroup" });
    this.widths = element("colgroup");
    this.grid = element(
      "table",
      { class: "ivg-table", role: "grid", "aria-label": label, "aria-multiselectable": "true" },
      this.widths,
      this.head,
      this.body,
    );
    this.scroller = element("div", { class: "ivg-scroller" }, this.grid);
    this.complaint = null; // {row, column, reason}: why something was refused that left its cell as it was
    this.reason = element("div", { class: "ivg-reason", id: `${this.id}-reason`, role: "alert" });
    this.narrow = false;
    // How far it is scrolled and how high it is: to ask the page would make it lay everything out first.
    this.top = 0;
    this.left = 0;
    this.height = 0;
    this.layout = null; // what the page has told of the header, while it holds
    this.onchoose = () => {};
    this.onmove = () => {};
  }

  // ------------------------------------------------------------------ what is shown

  /** Show these columns, with a header of them; `filters` is the row of filters below it, if any. */
  setColumns(columns, sort, filters) {
    const held = this.columns[this.active.c]?.name;
    this.columns = columns;
    this.widths.replaceChildren(
      element("col", { class: "ivg-gutter" }),
      ...columns.map(() => element("col")),
    );
    this.heads = columns.map((column, c) => headCell(column, c, sort));
    const header = element("tr", { role: "row", "aria-rowindex": 1 }, gutter(), ...this.heads);
    this.head.replaceChildren(header, ...(filters ? [filters] : []));
    this.fit();
    this.grid.setAttribute("aria-colcount", columns.length);
    const c = columns.findIndex(({ name }) => name === held);
    this.active.c = this.anchor.c = Math.max(0, c);
    this.lines.clear();
    this.built = NOTHING;
    this.body.replaceChildren();
    this.redraw();
  }

  width(column) {
    const set = this.store.widths.get(column.name);
    const first = column === this.columns[0];
    const room = this.scroller.clientWidth || Infinity;
    if (set !== undefined) return first ? Math.min(set, Math.round(0.6 * room)) : set;
    return widthOf(column, this.store, this.narrow && first ? 0.4 * room : 300);
  }

  /** Give the columns their widths. Once the person has set one, the table no longer stretches to fill the page. */
  fit() {
    const widths = this.columns.map((column) => this.width(column));
    widths.forEach((width, c) => {
      this.widths.children[c + 1].style.width = `${width}px`;
    });
    const asSet = this.columns.some(({ name }) => this.store.widths.has(name));
    const gutter = asSet ? this.head.rows[0].cells[0].offsetWidth : 0;
    this.grid.style.width = asSet ? `${widths.reduce((sum, width) => sum + width, gutter)}px` : "";
    this.layout = null;
  }

  /** Make a column so wide, and leave the others as they are; null for its first width. */
  widen(c, width) {
    const { store, columns } = this;
    if (!columns[c]) return;
    const drawn = columns
      .map(({ name }, place) => [name, this.heads[place].offsetWidth])
      .filter(([name]) => !store.widths.has(name));
    const wanted = width === null ? null : Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    store.widen([...drawn, [columns[c].name, wanted]]);
  }

  setRows(rows, keep = this.shown[this.active.r]) {
    this.shown = rows;
    const { c } = this.active;
    const r = keep === undefined ? -1 : rows.indexOf(keep);
    this.active = { r: r >= 0 ? r : Math.min(Math.max(this.active.r, rows.length ? 0 : -1), rows.length - 1), c };
    this.anchor = { ...this.active };
    this.grid.setAttribute("aria-rowcount", rows.length + this.head.rows.length);
    this.redraw();
  }

  // ------------------------------------------------------------------ drawing

  redraw() {
    this.stamp += 1;
    this.draw();
  }

  /** Draw the rows within sight, and the active row wherever it is, so that it keeps the focus. */
  draw() {
    const height = this.rowHeight();
    const { first, end } = this.sight();
    this.drawn = { first, end };
    const wanted = [];
    for (let r = first; r < end; r += 1) wanted.push(r);
    const { r: active } = this.active;
    if (active >= 0 && active < first) wanted.unshift(active);
    else if (active >= end && active < this.shown.length) wanted.push(active);

    if (!this.standing(wanted, height)) this.build(wanted, height);
    for (const r of wanted) {
      const line = this.lines.get(this.shown[r]);
      if (line.stamp !== this.stamp) this.fill(line, this.shown[r], r);
    }
    this.heads?.forEach((cell, c) => {
      cell.tabIndex = active < 0 && c === this.active.c ? 0 : -1;
    });
    this.explain();
  }

  /** Whether these rows are the ones on the page: then nothing moves, and the page needs no new layout. */
  standing(wanted, height) {
    const { built } = this;
    const standing =
      built.height === height &&
      built.total === this.shown.length &&
      built.places.length === wanted.length &&
      wanted.every((r, place) => built.places[place] === r && built.rows[place] === this.shown[r]);
    if (!standing) {
      this.built = { height, total: this.shown.length, places: wanted, rows: wanted.map((r) => this.shown[r]) };
    }
    return standing;
  }

  /** Bring the rows onto the page, in their order, and room for those between. */
  build(wanted, height) {
    const needed = new Set(this.built.rows);
    const spare = [];
    for (const [row, line] of this.lines) {
      if (needed.has(row)) continue;
      this.lines.delete(row);
      line.remove();
      spare.push(line);
    }
    for (const spacer of this.body.querySelectorAll(".ivg-spacer")) spacer.remove();

    let next = 0; // the row that would follow without a gap
    let place = this.body.firstChild;
    for (const r of wanted) {
      if (r > next) this.body.insertBefore(this.spacer((r - next) * height), place);
      const row = this.shown[r];
      let line = this.lines.get(row);
      if (!line) {
        line = spare.pop() ?? this.line();
        line.stamp = null;
        this.lines.set(row, line);
      }
      if (line === place) place = place.nextSibling;
      else this.body.insertBefore(line, place); // moving a line takes the focus from it
      next = r + 1;
    }
    if (next < this.shown.length) this.body.append(this.spacer((this.shown.length - next) * height));
  }

  complain(complaint) {
    this.complaint = complaint;
    this.redraw();
  }

  /** Draw anew after the page has given the table another size. */
  resized() {
    // A notebook takes cells off the page when they are out of sight, and the place in them is lost.
    if (this.scroller.clientHeight && !this.height) this.scroller.scrollTop = this.top;
    this.height = this.scroller.clientHeight;
    this.measured = undefined;
    this.layout = null;
    this.narrow = this.scroller.clientWidth < NARROW;
    this.scroller.classList.toggle("ivg-narrow", this.narrow);
    this.fit();
    this.draw();
  }

  /** Say under the cell concerned why a value was refused. */
  explain() {
    const here = this.here();
    const draft = here && this.store.draft(here.row, here.column.name);
    const told = this.editing
      ? null
      : (this.complaint ??
        (draft?.state === "refused" ? { row: here.row, column: here.column.name, reason: draft.reason } : null));
    const c = told ? this.columns.findIndex(({ name }) => name === told.column) : -1;
    const cell = told && c >= 0 ? this.lines.get(told.row)?.cells[c + 1] : null;
    const before = this.reason.parentElement;
    if (before && before !== cell) {
      before.classList.remove("ivg-told");
      before.removeAttribute("aria-errormessage");
      if (before.getAttribute("aria-description") !== STATES.refused) before.removeAttribute("aria-invalid");
      this.reason.remove();
    }
    if (!cell) return;
    cell.classList.add("ivg-told");
    cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-errormessage", this.reason.id);
    if (before !== cell) cell.append(this.reason);
    if (this.reason.textContent !== told.reason) this.reason.textContent = told.reason;
    if (before !== cell) keepInside(this.reason, this.scroller);
  }

  /** The rows within sight and those just beyond, from `first` to before `end`. */
  sight() {
    const height = this.rowHeight();
    const top = this.top / height - OVERSCAN;
    const bottom = (this.top + (this.height || SEEN_AT_FIRST)) / height + OVERSCAN;
    const end = Math.min(this.shown.length, Math.ceil(bottom / STEP) * STEP);
    return { first: Math.min(end, Math.max(0, Math.floor(top / STEP) * STEP)), end };
  }

  scrolled() {
    this.top = this.scroller.scrollTop;
    this.left = this.scroller.scrollLeft;
    const { first, end } = this.sight();
    if (first !== this.drawn.first || end !== this.drawn.end) this.draw();
  }

  /** How the page has laid the header out: its height, what its frozen part covers, each column's edges. */
  laidOut() {
    this.layout ??= {
      head: this.head.offsetHeight,
      covered: this.head.rows[0].cells[0].offsetWidth + this.heads[0].offsetWidth,
      edges: this.heads.map(({ offsetLeft, offsetWidth }) => [offsetLeft, offsetLeft + offsetWidth]),
      width: this.scroller.clientWidth,
    };
    return this.layout;
  }

  rowHeight() {
    this.measured ??= parseFloat(getComputedStyle(this.scroller).getPropertyValue("--ivg-row")) || 32;
    return this.measured;
  }

  spacer(height) {
    const spacer = element("tr", { class: "ivg-spacer", "aria-hidden": "true" }, element("td"));
    spacer.style.height = `${height}px`;
    return spacer;
  }

  line() {
    const cells = this.columns.map((column, c) =>
      element(
        "td",
        {
          role: c === 0 ? "rowheader" : "gridcell",
          "aria-colindex": c + 1,
          "aria-readonly": column.editable ? "false" : "true",
          dir: "auto",
        },
        element("span", { class: "ivg-text" }),
      ),
    );
    return element("tr", { role: "row" }, gutter(), ...cells);
  }

  fill(line, row, r) {
    line.stamp = this.stamp;
    if (line.row !== row || line.r !== r) {
      Object.assign(line, { row, r });
      line.setAttribute("aria-rowindex", r + 1 + this.head.rows.length);
      line.cells[0].textContent = row;
    }
    this.columns.forEach((column, c) => {
      if (this.editing?.row !== row || this.editing.column.name !== column.name) {
        this.fillCell(line.cells[c + 1], row, r, column, c);
      }
    });
  }

  fillCell(cell, row, r, column, c) {
    const text = this.store.value(row, column.name);
    if (cell.shown !== text) {
      cell.shown = text;
      cell.firstChild.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
      cell.removeAttribute("title");
    }
    const draft = this.store.draft(row, column.name);
    const edited = !draft && this.store.isEdited(row, column.name);
    const active = r === this.active.r && c === this.active.c;
    const selected = this.isSelected(r, c);
    const state = `${draft?.state}${edited}${active}${selected}${text === ""}`;
    if (cell.state === state) return;
    cell.state = state;
    const classes = [`ivg-kind-${column.kind}`];
    if (c === 0) classes.push("ivg-frozen", "ivg-first");
    if (!column.editable) classes.push("ivg-fixed");
    if (text === "") classes.push("ivg-blank");
    if (edited) classes.push("ivg-edited");
    if (draft) classes.push(`ivg-${draft.state}`);
    if (selected) classes.push("ivg-selected");
    if (active) classes.push("ivg-active");
    cell.className = classes.join(" ");
    cell.tabIndex = active ? 0 : -1;
    cell.setAttribute("aria-selected", selected);
    const said = draft ? STATES[draft.state] : edited ? UNSAVED : null;
    if (said) cell.setAttribute("aria-description", said);
    else cell.removeAttribute("aria-description");
    if (draft?.state === "refused") cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
  }

  // ------------------------------------------------------------------ moving and selecting

  /** The selected block: rows from top to bottom, columns from left to right, all four inclusive. */
  block() {
    const [a, b] = [this.anchor, this.active];
    return {
      top: Math.max(0, Math.min(a.r, b.r)),
      bottom: Math.max(a.r, b.r),
      left: Math.min(a.c, b.c),
      right: Math.max(a.c, b.c),
    };
  }

  isSelected(r, c) {
    const { top, bottom, left, right } = this.block();
    return r >= top && r <= bottom && c >= left && c <= right;
  }

  /** Make a cell the active one; `extend` stretches the selected block to it. */
  go(r, c, { extend = false, focus = true } = {}) {
    const last = this.shown.length - 1;
    const active = {
      r: Math.max(extend && last >= 0 ? 0 : -1, Math.min(last, r)),
      c: Math.max(0, Math.min(this.columns.length - 1, c)),
    };
    this.settle(extend ? this.anchor : active, active);
    this.reveal();
    this.redraw();
    if (focus) this.focus();
  }

  /** Select a block without scrolling to its end. */
  select(anchor, active) {
    this.settle(anchor, active);
    this.redraw();
    this.focus();
  }

  settle(anchor, active) {
    const before = this.shown[this.active.r];
    this.anchor = { ...anchor };
    this.active = { ...active };
    this.complaint = null;
    this.onmove();
    const now = this.shown[active.r];
    if (now !== undefined && now !== before) this.onchoose(now);
  }

  selectAll() {
    this.select({ r: 0, c: 0 }, { r: this.shown.length - 1, c: this.columns.length - 1 });
  }

  selectRows(from, to) {
    this.select({ r: from, c: 0 }, { r: to, c: this.columns.length - 1 });
  }

  selectColumn() {
    const { c } = this.active;
    this.select({ r: 0, c }, { r: this.shown.length - 1, c });
  }

  /** Scroll the active cell into sight, clear of the header and of the column that stays in place. */
  reveal() {
    const { r, c } = this.active;
    if (r >= 0) {
      const height = this.rowHeight();
      const room = (this.height || SEEN_AT_FIRST) - this.laidOut().head;
      if (r * height < this.top) this.scrollTo(r * height);
      else if ((r + 1) * height > this.top + room) this.scrollTo((r + 1) * height - room);
    }
    if (c === 0 || !this.heads[c]) return;
    const { covered, edges, width } = this.laidOut();
    const [left, right] = edges[c];
    if (left < this.left + covered) this.scrollTo(this.top, left - covered);
    else if (right > this.left + width) this.scrollTo(this.top, right - width);
  }

  scrollTo(top, left = this.left) {
    if (top !== this.top) this.scroller.scrollTop = top;
    if (left !== this.left) this.scroller.scrollLeft = left;
    Object.assign(this, { top, left });
  }

  /** The element of the active cell. */
  cell() {
    const { r, c } = this.active;
    return r < 0 ? this.heads[c] : this.lines.get(this.shown[r])?.cells[c + 1];
  }

  focus() {
    this.cell()?.focus({ preventScroll: true });
  }

  /** Row and column of the active cell, or null in the header. */
  here() {
    const { r, c } = this.active;
    const row = this.shown[r];
    return row === undefined ? null : { row, column: this.columns[c] };
  }

  isCell(target) {
    return target.matches("[role=columnheader], [role=rowheader], [role=gridcell]") && !target.closest(".ivg-filters");
  }

  /** Where an element of the page lies: {r, c}, r being -1 in the header and c -1 in the gutter. */
  locate(target) {
    const cell = target.closest?.("td, th");
    const line = cell?.parentElement;
    if (!line || !this.grid.contains(line)) return null;
    if (this.heads.includes(cell)) return { r: -1, c: this.heads.indexOf(cell) };
    const r = Number(line.getAttribute("aria-rowindex")) - 1 - this.head.rows.length;
    return this.lines.get(this.shown[r]) === line ? { r, c: [...line.cells].indexOf(cell) - 1 } : null;
  }
}
