// The page works without scripts; with them it suggests, draws and checks files.
import { Combobox } from "./combobox.js";
import { drawMap } from "./map.js";
import { setUpCheck } from "./check.js";

const input = document.getElementById("q");
const form = input.form;

async function suggest(text, signal) {
  const asked = new URLSearchParams({ q: text, limit: "8", lang: document.documentElement.lang });
  const kind = form.elements.kind.value;
  if (kind) asked.set("kind", kind);
  const answer = await fetch(`/v1/suggest?${asked}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) return [];
  return (await answer.json()).items.map(one => ({ ...one, note: one.kindName ?? one.kind }));
}

new Combobox(input, suggest, chosen => {
  input.value = chosen.text;
  form.requestSubmit();
});

document.querySelectorAll("figure[data-points]").forEach(drawMap);
for (const table of document.querySelectorAll(".scroll")) {
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;  // so that keys move it
}
setUpCheck();
