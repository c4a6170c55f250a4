// The row of filters below the header: one control a column.

import { element } from "./dom.js";
import { offer } from "./editor.js";
import { gutter } from "./heads.js";

const BLANK = "(blank)";

/** The words by which a column can be filtered: those of its list, and those that stand in it. */
function words(store, column) {
  const found = new Set(offer(column).words);
  for (const row of store.rows.keys()) found.add(store.truth(row, column.name).trim());
  found.delete("");
  return [...found];
}

function choosing(store, column, filter, onchange) {
  const select = element("select", { "aria-label": `Filter by ${column.label}` });
  const add = (value, label, chosen) => {
    const option = element("option");
    option.value = value;
    option.textContent = label;
    select.append(option);
    option.selected = chosen;
  };
  add("all", "All", !filter);
  for (const word of words(store, column)) add(`is ${word}`, word, filter?.is === word);
  add("is ", BLANK, filter?.is === "");
  select.addEventListener("change", () => onchange(select.value === "all" ? null : { is: select.value.slice(3) }));
  return [select];
}

function dating(column, filter, onchange) {
  const inputs = ["from", "to"].map((end) => {
    const input = element("input", {
      type: "date",
      max: "9999-12-31",
      "aria-label": `${column.label} ${end}`,
      title: `${column.label} ${end}`,
    });
    input.value = filter?.[end] ?? "";
    return input;
  });
  const [from, to] = inputs;
  const change = () => onchange(from.value || to.value ? { from: from.value, to: to.value } : null);
  for (const input of inputs) input.addEventListener("input", change);
  return inputs;
}

function containing(column, filter, onchange) {
  const input = element("input", {
    type: "text",
    placeholder: "contains…",
    dir: "auto",
    "aria-label": `${column.label} contains`,
  });
  input.value = filter?.contains ?? "";
  input.addEventListener("input", () => onchange(input.value.trim() ? { contains: input.value.trim() } : null));
  return [input];
}

/** The row of filters of these columns; `onchange` is told a column's name and its new filter or null. */
export function filterRow(store, columns, filters, onchange) {
  const cells = columns.map((column, c) => {
    const filter = filters.get(column.name);
    const changed = (now) => onchange(column.name, now);
    const listed = column.kind === "yesno" || column.choices.length > 0;
    const controls = listed
      ? choosing(store, column, filter, changed)
      : column.kind === "date"
        ? dating(column, filter, changed)
        : containing(column, filter, changed);
    const cell = element("td", { role: "gridcell", "aria-colindex": c + 1 }, ...controls);
    if (c === 0) cell.className = "ivg-frozen ivg-first";
    return cell;
  });
  return element("tr", { role: "row", class: "ivg-filters", "aria-rowindex": 2 }, gutter(), ...cells);
}
