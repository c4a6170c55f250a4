// Whether Python still hears the buttons and inputs of a view: those of a stopped kernel do nothing and say nothing.

const PATIENCE = 10_000; // milliseconds until silence is told; what Python is busy with may take a while
const SILENCE =
  "Python does not answer, so what you have just chosen may not have been done. If it is busy, wait until the notebook is " +
  "idle. If it was stopped or started anew, run the cells of this notebook again; the file is as it was last saved.";

function render({ model, el }) {
  const said = document.createElement("p");
  said.className = "infoviz-status infoviz-refused";
  said.setAttribute("role", "alert");
  said.hidden = true;
  el.append(said);
  let waiting = 0;

  const show = (silent) => {
    clearTimeout(waiting);
    waiting = 0;
    said.hidden = !silent;
    said.textContent = silent ? SILENCE : "";
    if (silent) said.scrollIntoView({ block: "nearest" });
  };
  const ask = (event) => {
    const input = event.target instanceof Element && event.target.closest("button, select, input, textarea");
    if (!input || waiting || input.closest(".ivg-root")) return; // the table asks for itself
    if (input.closest(".infoviz-view") !== el.closest(".infoviz-view")) return;
    waiting = setTimeout(() => show(true), PATIENCE);
    setTimeout(ping); // behind what the press itself sends: Python does one thing after the other
  };
  const ping = () => {
    try {
      model.send({ type: "ping" });
    } catch {
      show(true); // the connection is closed
    }
  };
  const heard = () => show(false);
  for (const type of ["click", "change"]) document.addEventListener(type, ask, true);
  model.on("msg:custom", heard);
  return () => {
    clearTimeout(waiting);
    for (const type of ["click", "change"]) document.removeEventListener(type, ask, true);
    model.off("msg:custom", heard);
  };
}

export default { render };
