// The form in which a person is added.

import { element } from "./dom.js";
import { control, UNFINISHED, unfinished } from "./editor.js";

class AddForm {
  /** `onsubmit` is given the values by column and returns Python's answer; `onclose` is told the new row or null. */
  constructor(columns, { onsubmit, onclose }) {
    this.onsubmit = onsubmit;
    this.fields = new Map();
    this.reason = element("div", { class: "ivg-alert", role: "alert" });
    this.submit = element("button", { type: "submit", class: "ivg-main" }, "Add");
    const cancel = element("button", { type: "button" }, "Cancel");
    cancel.addEventListener("click", () => onclose(null));
    this.onclose = onclose;
    this.form = element(
      "form",
      { class: "ivg-form", "aria-label": "Add a person", novalidate: "" },
      element("div", { class: "ivg-fields" }, ...columns.map((column) => this.field(column))),
      this.reason,
      element("div", { class: "ivg-buttons" }, this.submit, cancel),
    );
    this.refuse({ reason: "" });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.form.addEventListener("keydown", (event) => this.key(event));
  }

  field(column) {
    const [input, ...others] = control(column, "");
    this.fields.set(column.name, input);
    return element("label", {}, element("span", { dir: "auto" }, column.label), input, ...others);
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && !Object.keys(this.values()).length) this.onclose(null);
    else if (event.key === "Enter" && event.target.localName === "textarea") {
      if (event.shiftKey || event.altKey) event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionEnd, "end");
      else this.send();
    } else return;
    event.preventDefault();
  }

  values() {
    const filled = [...this.fields].filter(([, input]) => input.value !== "");
    return Object.fromEntries(filled.map(([name, input]) => [name, input.value]));
  }

  async send() {
    if (this.submit.disabled) return; // one is on its way
    const [begun] = [...this.fields].find(([, input]) => unfinished(input)) ?? [];
    if (begun) {
      this.refuse({ reason: UNFINISHED, column: begun });
      return;
    }
    this.submit.disabled = true;
    const answer = await this.onsubmit(this.values());
    this.submit.disabled = false;
    if (answer.type === "done") this.onclose(answer.row);
    else this.refuse(answer);
  }

  /** Say why the person was refused; everything typed stays. */
  refuse({ reason, column }) {
    this.reason.textContent = reason;
    this.reason.hidden = !reason;
    for (const [name, input] of this.fields) {
      if (name === column) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    if (reason) (this.fields.get(column) ?? this.fields.values().next().value)?.focus();
  }

  focus() {
    this.fields.values().next().value?.focus();
  }
}

/** Opens and closes the form of a view. */
export class Adding {
  constructor(view) {
    this.view = view;
    this.form = null;
    this.place = element("div");
  }

  toggle() {
    if (this.form) this.close(null);
    else this.open();
  }

  open() {
    const { store, table, toolbar } = this.view;
    this.view.begin();
    this.asked = null;
    const columns = table.columns.filter((column) => column.editable);
    this.form = new AddForm(columns, {
      onsubmit: (values) => {
        this.asked = store.ask({ type: "add", values });
        return this.asked.answer;
      },
      onclose: (row) => this.close(row),
    });
    this.place.replaceChildren(this.form.form);
    toolbar.add.setAttribute("aria-expanded", "true");
    this.form.focus();
  }

  /** Close the form: somebody was added in a row, or what was typed is given up. */
  close(row) {
    const { table, toolbar } = this.view;
    if (row === null) this.asked?.withdraw();
    this.form = null;
    this.place.replaceChildren();
    toolbar.add.setAttribute("aria-expanded", "false");
    if (row === null) toolbar.add.focus();
    else {
      this.view.visit(row, table.columns[0].name);
      this.view.say("Added.");
    }
  }
}
