// Which rows are shown, and in which order.

const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;
const PLAIN = /^[\x00-\x7f]*$/;
const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** A text as it is searched: without case and accents. */
export function folded(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function number(text) {
  const found = Number(text.replace(/[\s\u00a0\u202f']/g, "").replace(",", "."));
  return Number.isNaN(found) ? null : found;
}

/** How two texts of a column compare that are not blank: what is no date or number comes after those. */
function comparison(kind) {
  if (kind === "date") {
    return (a, b) => {
      const [first, second] = [ISO_DATE.test(a), ISO_DATE.test(b)];
      if (first !== second) return first ? -1 : 1;
      return first ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b);
    };
  }
  if (kind === "number") {
    return (a, b) => {
      const [first, second] = [number(a), number(b)];
      if (first === null || second === null) {
        return first === second ? collator.compare(a, b) : first === null ? 1 : -1;
      }
      return first - second;
    };
  }
  return collator.compare;
}

/** Rows in the order of a column, blanks last either way, equal ones in the sheet's order. */
function sorted(rows, store, { column, descending }) {
  const { kind } = store.columns[store.position.get(column)];
  const compare = comparison(kind);
  const sign = descending ? -1 : 1;
  const filled = [];
  const blank = [];
  for (const row of rows) {
    const text = store.value(row, column);
    (text.trim() === "" ? blank : filled).push([row, text]);
  }
  filled.sort(([, a], [, b]) => sign * compare(a, b));
  return [...filled, ...blank].map(([row]) => row);
}

/** Whether a text passes a column's filter: {is}, {contains} or {from, to}; `is: ""` asks for blanks. */
export function passes(text, filter) {
  if (filter.is !== undefined) return text.trim() === filter.is;
  if (filter.contains) return folded(text).includes(folded(filter.contains));
  const day = text.slice(0, 10);
  return ISO_DATE.test(text) && (!filter.from || day >= filter.from) && (!filter.to || day <= filter.to);
}

export class Arrangement {
  constructor(store) {
    this.store = store;
    this.sort = null; // {column, descending}
    this.filters = new Map(); // column name -> filter
    this.search = "";
    this.forgetAll();
  }

  forgetAll() {
    this.ordered = null; // all rows in order, until the order or what it rests on changes
    this.texts = new Map(); // row -> its folded text for the search
  }

  forget(row) {
    this.texts.delete(row);
    this.ordered = null;
  }

  /** Prepare the search while nobody waits. */
  prepare() {
    for (const row of this.store.rows.keys()) this.text(row);
  }

  text(row) {
    let text = this.texts.get(row);
    if (text === undefined) {
      text = folded(this.store.columns.map(({ name }) => this.store.value(row, name)).join("\n"));
      this.texts.set(row, text);
    }
    return text;
  }

  /** The rows to be shown. */
  rows() {
    const { store } = this;
    if (!this.ordered) {
      const rows = [...store.rows.keys()].sort((a, b) => a - b);
      this.ordered = this.sort ? sorted(rows, store, this.sort) : rows;
    }
    const filters = [...this.filters];
    const words = folded(this.search).split(/\s+/).filter(Boolean);
    if (!filters.length && !words.length) return this.ordered;
    return this.ordered.filter(
      (row) =>
        filters.every(([column, filter]) => passes(store.value(row, column), filter)) &&
        words.every((word) => this.text(row).includes(word)),
    );
  }
}
