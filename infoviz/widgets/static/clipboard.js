// Copying, cutting and pasting blocks, by the clipboard event's own data.

import { fromTsv, toTsv } from "./tsv.js";

const times = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** Put the selected block on the clipboard; returns whether there is one. */
function copied(view, event) {
  const { table, store } = view;
  const { top, bottom, left, right } = table.block();
  if (table.active.r < 0) return false;
  const columns = table.columns.slice(left, right + 1);
  const rows = table.shown.slice(top, bottom + 1);
  event.clipboardData.setData(
    "text/plain",
    toTsv(rows.map((row) => columns.map(({ name }) => store.value(row, name)))),
  );
  event.preventDefault();
  view.say(`Copied ${times(rows.length * columns.length, "cell")}.`);
  return true;
}

/** The block repeated so that it fills the selection, where that is a multiple of it. */
function filling(block, height, width) {
  const [tall, wide] = [block.length, block[0].length];
  if (height % tall || width % wide) return block;
  return Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => block[r % tall][c % wide]),
  );
}

/** What a pasted block changes, or why it cannot be pasted. */
function pasted(view, text) {
  const { table, store } = view;
  const { top, bottom, left, right } = table.block();
  const lines = fromTsv(text);
  const width = Math.max(...lines.map((line) => line.length));
  const even = lines.map((line) => [...line, ...Array(width - line.length).fill("")]);
  const block = filling(even, bottom - top + 1, right - left + 1);
  const tooMany = block.length - (table.shown.length - top);
  if (tooMany > 0) {
    return {
      why: `${times(block.length, "row")} do not fit here: ${times(tooMany, "row")} too many. Nothing was pasted; add people first, or paste further up.`,
    };
  }
  const tooWide = block[0].length - (table.columns.length - left);
  if (tooWide > 0) {
    return {
      why: `${times(block[0].length, "column")} do not fit here: ${times(tooWide, "column")} too many. Nothing was pasted; paste further to the left, or show more columns.`,
    };
  }
  const columns = table.columns.slice(left, left + block[0].length);
  const fixed = columns.find((column) => !column.editable);
  if (fixed) return { why: `“${fixed.label}” cannot be changed here. Nothing was pasted.` };
  const changes = [];
  block.forEach((line, r) =>
    line.forEach((value, c) => {
      const [row, column] = [table.shown[top + r], columns[c].name];
      if (value !== store.value(row, column)) changes.push({ row, column, value: value === "" ? null : value });
    }),
  );
  return { changes, height: block.length, width: block[0].length };
}

async function paste(view, event) {
  const { table } = view;
  const text = event.clipboardData.getData("text/plain");
  event.preventDefault();
  if (table.active.r < 0 || text === "") return;
  const { why, changes, height, width } = pasted(view, text);
  if (why) {
    view.warn(why);
    return;
  }
  const { top, left } = table.block();
  table.select({ r: top, c: left }, { r: top + height - 1, c: left + width - 1 });
  if (changes.length && (await view.send(changes))) view.say(`Pasted into ${times(changes.length, "cell")}.`);
}

/** Let a view's table take part in copying and pasting. */
export function shareClipboard(view) {
  const unlessEditing = (task) => (event) => {
    if (!view.editor && view.table.isCell(event.target)) task(event);
  };
  const { grid } = view.table;
  grid.addEventListener("copy", unlessEditing((event) => copied(view, event)));
  grid.addEventListener("cut", unlessEditing((event) => copied(view, event) && view.clear()));
  grid.addEventListener("paste", unlessEditing((event) => paste(view, event)));
}
