// Making and placing elements.

/** An element with attributes and children; texts are set by textContent, never as markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Let what hangs below a cell hang above it, or to its left, where the box has no room for it. */
export function keepInside(hanging, box) {
  hanging.classList.remove("ivg-up", "ivg-left");
  const [edge, bounds] = [hanging.getBoundingClientRect(), box.getBoundingClientRect()];
  const above = hanging.parentElement.getBoundingClientRect().top - bounds.top;
  hanging.classList.toggle("ivg-up", edge.bottom > bounds.bottom && above > edge.height + 40);
  hanging.classList.toggle("ivg-left", edge.right > bounds.right);
}
