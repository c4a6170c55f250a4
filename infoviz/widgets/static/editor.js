// The editor that opens in a cell.

import { folded } from "./arrange.js";
import { element, keepInside } from "./dom.js";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export const UNFINISHED = "This date is not whole. Finish it, or press Escape.";

let made = 0; // editors so far, for names of their own

/** The words that a column offers, and whether only these. */
export function offer(column) {
  if (column.kind === "yesno" && !column.choices.length) return { words: ["yes", "no"], only: true };
  return { words: column.choices, only: column.kind === "yesno" || column.firm };
}

function selection(words, value) {
  const select = element("select");
  for (const word of new Set(["", ...words, value])) {
    const option = element("option");
    option.value = option.textContent = word;
    if (word === "") option.setAttribute("aria-label", "blank");
    select.append(option);
  }
  select.value = value;
  return [select];
}

function suggestion(words, value) {
  made += 1;
  const list = element("datalist", { id: `ivg-list-${made}` });
  for (const word of words) {
    const option = element("option");
    option.value = word;
    list.append(option);
  }
  const input = element("input", { type: "text", list: list.id, dir: "auto" });
  input.value = value;
  return [input, list];
}

/** The control in which a value of a column is entered, and what else it needs on the page. */
export function control(column, value, { freely = false } = {}) {
  const { words, only } = offer(column);
  if (only && words.length) return selection(words, value);
  if (words.length) return suggestion(words, value);
  if (column.kind === "text") {
    const area = element("textarea", { rows: 1, dir: "auto" });
    area.value = value;
    return [area];
  }
  const asDate = column.kind === "date" && !freely && (value === "" || ISO_DAY.test(value));
  const input = element("input", { type: asDate ? "date" : "text" });
  if (column.kind === "number") input.inputMode = "decimal";
  if (asDate) input.max = "9999-12-31";
  input.value = value;
  return [input];
}

/** Whether a date was begun and not finished: such an input says that it is empty. */
export function unfinished(input) {
  return input.validity.badInput;
}

export class Editor {
  /**
   * Open an editor in a cell.
   * @param place {cell, row, column, name, box}: `box` is what the editor must stay within
   * @param start {value, reason, typed}: `typed` is the key by whose press it opens, which the browser
   *   then enters into the empty control by itself
   * @param onclose called with {text, move}; text is null when it was cancelled
   */
  constructor({ cell, row, column, name, box }, { value, reason = "", typed = null }, onclose) {
    Object.assign(this, { cell, row, column, box, onclose, typed: typed !== null, closed: false });
    const given = this.typed ? "" : value;
    [this.input, ...this.others] = control(column, given, { freely: this.typed });
    this.input.classList.add("ivg-editor");
    this.input.setAttribute("aria-label", name);
    if (this.input.localName === "select" && this.typed) this.pick(typed, value);
    made += 1;
    this.reason = element("div", { class: "ivg-reason", role: "alert", id: `ivg-reason-${made}` });
    cell.classList.add("ivg-editing");
    cell.append(this.input, ...this.others, this.reason);
    this.listen();
    this.refuse(reason);
    this.grow();
    keepInside(this.input, box);
    this.input.focus({ preventScroll: true });
    if (!this.typed && this.input.select && this.input.type !== "date") this.input.select();
  }

  pick(letter, value) {
    const found = [...this.input.options].find(({ value: word }) => word && folded(word).startsWith(folded(letter)));
    this.input.value = found ? found.value : value;
  }

  listen() {
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("blur", () => {
      if (document.hasFocus()) this.take(null);
    });
    this.input.addEventListener("paste", (event) => this.paste(event));
    if (this.input.localName === "select") {
      // A word picked from the open list is taken at once; a key on the closed list may pass many on its way.
      let byKey = false;
      this.input.addEventListener("keydown", () => {
        byKey = true;
        setTimeout(() => (byKey = false));
      });
      this.input.addEventListener("change", () => byKey || this.take([0, 0]));
    }
  }

  key(event) {
    if (event.isComposing) return;
    const { key, shiftKey } = event;
    const area = this.input.localName === "textarea";
    if (key === "Escape") this.close(null, [0, 0]);
    else if (key === "Tab") this.take([0, shiftKey ? -1 : 1]);
    else if (key === "Enter" && area && (shiftKey || event.altKey || event.ctrlKey)) {
      this.input.setRangeText("\n", this.input.selectionStart, this.input.selectionEnd, "end");
      this.grow();
    } else if (key === "Enter") this.take([shiftKey ? -1 : 1, 0]);
    else if (key === "ArrowDown" && this.passing) this.take([1, 0]);
    else if (key === "ArrowUp" && this.passing) this.take([-1, 0]);
    else return;
    event.preventDefault();
  }

  /** Whether up and down leave the editor: where they choose nothing, and the text was begun by typing. */
  get passing() {
    return this.typed && !this.others.length && this.input.localName !== "select";
  }

  /** A date input takes no pasted text: it becomes a plain one, and Python says what it thinks of the text. */
  paste(event) {
    if (this.input.type !== "date") return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").trim();
    if (!ISO_DAY.test(text)) this.input.type = "text";
    this.input.value = text;
  }

  grow() {
    if (this.input.localName !== "textarea") return;
    this.input.style.height = "0";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  /** Say under the editor why its text was refused. */
  refuse(reason) {
    this.reason.hidden = !reason;
    this.reason.textContent = reason;
    if (!reason) {
      this.input.removeAttribute("aria-invalid");
      return;
    }
    this.input.setAttribute("aria-invalid", "true");
    this.input.setAttribute("aria-errormessage", this.reason.id);
    this.input.setAttribute("aria-describedby", this.reason.id);
    keepInside(this.reason, this.box);
  }

  /** Take what was entered and move on; a date that is not whole is no blank. */
  take(move) {
    if (!unfinished(this.input)) this.close(this.input.value, move);
    else if (move) this.refuse(UNFINISHED);
    else this.close(null, null);
  }

  close(text, move) {
    if (this.closed) return;
    this.closed = true;
    this.cell.classList.remove("ivg-editing");
    for (const part of [this.input, ...this.others, this.reason]) part.remove();
    this.onclose({ text, move });
  }
}
