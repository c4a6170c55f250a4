// What the mouse does in the table.

/** Let a view's table answer to the mouse. */
export function followMouse(view) {
  const { table } = view;
  const { grid } = table;
  let dragging = false;

  const gripped = ({ target }) => target.closest?.(".ivg-grip");

  grid.addEventListener("pointerdown", (event) => {
    const grip = gripped(event);
    if (!grip || event.button !== 0) return;
    const head = grip.parentElement;
    const [from, width] = [event.clientX, head.offsetWidth];
    const pull = ({ clientX }) => table.widen(table.heads.indexOf(head), width + clientX - from);
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener("pointermove", pull);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", pull), { once: true });
  });

  grid.addEventListener("mousedown", (event) => {
    const place = table.locate(event.target);
    if (!place || event.button !== 0 || event.target.closest(".ivg-editor, .ivg-reason")) return;
    view.finish();
    event.preventDefault(); // no text is selected while a block is
    if (place.r < 0) return;
    const { r, c } = place;
    if (c < 0) table.selectRows(event.shiftKey ? table.anchor.r : r, r);
    else table.go(r, c, { extend: event.shiftKey });
    dragging = c >= 0;
  });

  grid.addEventListener("mousemove", (event) => {
    dragging &&= (event.buttons & 1) === 1;
    if (!dragging) return;
    const place = table.locate(event.target);
    if (!place || place.r < 0) return;
    const c = Math.max(0, place.c);
    if (place.r !== table.active.r || c !== table.active.c) table.go(place.r, c, { extend: true });
  });

  grid.addEventListener("click", (event) => {
    const place = table.locate(event.target);
    if (place?.r !== -1 || gripped(event)) return;
    table.go(-1, place.c);
    view.sortBy(table.columns[place.c].name);
  });

  grid.addEventListener("dblclick", (event) => {
    const place = table.locate(event.target);
    if (gripped(event)) table.widen(place.c, null);
    else if (!view.editor && place && place.r >= 0 && place.c >= 0) view.open();
  });

  // A text that does not fit shows whole when the mouse rests on it.
  grid.addEventListener("mouseover", (event) => {
    const text = event.target.closest?.("td .ivg-text");
    if (text && text.scrollWidth > text.clientWidth) text.title = text.textContent;
    else text?.removeAttribute("title");
  });
}
