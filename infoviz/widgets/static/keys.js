// What the keys do while no editor is open.

const WIDENING = { ArrowLeft: -20, ArrowRight: 20 }; // pixels
const EDITS = ["Backspace", "Delete", "Enter", "F2"];

/** How far a key moves the active cell: [rows, columns], far being a whole table. */
function step(event, page) {
  const all = event.ctrlKey || event.metaKey;
  const one = all ? Infinity : 1;
  switch (event.key) {
    case "ArrowUp":
      return [-one, 0];
    case "ArrowDown":
      return [one, 0];
    case "ArrowLeft":
      return [0, -one];
    case "ArrowRight":
      return [0, one];
    case "Home":
      return [all ? -Infinity : 0, -Infinity];
    case "End":
      return [all ? Infinity : 0, Infinity];
    case "PageUp":
      return [-page, 0];
    case "PageDown":
      return [page, 0];
    default:
      return null;
  }
}

/** Whether a key writes something into a cell. */
function writes(event) {
  if (event.key === "Process" || event.key === "Dead") return true; // an input method begins
  const held = event.ctrlKey || event.metaKey || event.altKey;
  return [...event.key].length === 1 && (!held || event.getModifierState("AltGraph"));
}

/** Take a key pressed in the table; returns whether the browser is to leave it alone. */
export function press(view, event) {
  const { table } = view;
  const { r, c } = table.active;
  const inHeader = r < 0;
  const page = Math.max(1, Math.floor(table.scroller.clientHeight / table.rowHeight()) - 2);
  if (inHeader && event.altKey && event.shiftKey && event.key in WIDENING) {
    table.widen(c, table.heads[c].offsetWidth + WIDENING[event.key]);
    table.reveal();
    view.say(`“${table.columns[c].label}” is ${table.heads[c].offsetWidth} pixels wide.`);
    return true;
  }
  const move = step(event, page);
  if (move) {
    // The header is reached by one step up from the first row, and by nothing that jumps.
    const top = move[0] === -1 && !event.shiftKey ? -1 : Math.min(r, 0);
    table.go(Math.max(top, r + move[0]), c + move[1], { extend: event.shiftKey });
    return true;
  }
  if (event.ctrlKey || event.metaKey) return command(view, event);
  if (inHeader) {
    if (event.key !== "Enter" && event.key !== " ") return false;
    view.sortBy(table.columns[c].name);
    return true;
  }
  if (event.key === " " && event.shiftKey) {
    table.select({ r, c: 0 }, { r, c: table.columns.length - 1 });
    return true;
  }
  if (EDITS.includes(event.key)) {
    if (event.key === "Enter" && event.shiftKey) table.go(Math.max(0, r - 1), c);
    else if (event.key === "Delete" || event.key === "Backspace") view.clear();
    else view.open();
    return true;
  }
  if (event.key === "Escape") return view.escape();
  if (writes(event)) return view.open({ typed: event.key });
  return false;
}

/** Ctrl or ⌘ with a letter; copying and pasting come as events of their own. */
function command(view, event) {
  const letter = event.key.toLowerCase();
  const { table } = view;
  if (letter === "a") {
    if (table.shown.length) table.selectAll();
  } else if (letter === "z") view.request(event.shiftKey ? "redo" : "undo");
  else if (letter === "y") view.request("redo");
  else if (letter === " " && table.shown.length) table.selectColumn();
  else return false;
  return true;
}
