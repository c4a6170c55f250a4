// The header of the table, and how wide its columns are.

import { element } from "./dom.js";

const ARROWS = { none: "", ascending: "▲", descending: "▼" };
const LOOKED_AT = 200; // rows by whose texts a column's width is judged

/** The cell of the row numbers, which are for the eyes: whoever hears the table is told them in words. */
export function gutter() {
  return element("td", { class: "ivg-gutter ivg-frozen", "aria-hidden": "true" });
}

/** The header of the column in place `c`. */
export function headCell(column, c, sort) {
  const sorted = sort?.column === column.name;
  const direction = !sorted ? "none" : sort.descending ? "descending" : "ascending";
  const label = element("span", { class: "ivg-text", dir: "auto" }, column.label);
  const arrow = element("span", { class: "ivg-arrow", "aria-hidden": "true" }, ARROWS[direction]);
  const grip = element("span", { class: "ivg-grip", "aria-hidden": "true", title: "Drag to make the column wider or narrower; double-click for its first width" });
  return element(
    "th",
    {
      role: "columnheader",
      scope: "col",
      "aria-colindex": c + 1,
      "aria-sort": direction,
      "aria-keyshortcuts": "Alt+Shift+ArrowLeft Alt+Shift+ArrowRight",
      tabindex: -1,
      class: `ivg-head ivg-kind-${column.kind}${c === 0 ? " ivg-frozen ivg-first" : ""}`,
      title: `${column.label}: click or press Enter to sort`,
    },
    label,
    arrow,
    grip,
  );
}

/** How wide a column is at first, in pixels: as its header and its texts ask, and no more than `most`. */
export function widthOf(column, store, most) {
  const header = 8 * column.label.length + 40;
  if (column.kind === "date") return Math.max(116, header);
  let longest = 0;
  let looked = 0;
  for (const row of store.rows.keys()) {
    longest = Math.max(longest, store.truth(row, column.name).length);
    looked += 1;
    if (looked === LOOKED_AT) break;
  }
  return Math.round(Math.min(most, Math.max(84, header, 7.4 * longest + 30)));
}
