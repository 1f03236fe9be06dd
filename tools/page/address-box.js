// For forms of your own: a text box that suggests addresses or corporations and fills in the items of GIF.
//
//   <input data-daicho="address" data-daicho-fill="prefecture:#pref, cityAndCounty:#city, postalCode:#zip">
//   <script type="module">
//     import { attachAll } from "http://127.0.0.1:8080/page/address-box.js";
//     attachAll();
//   </script>
//
// `data-daicho` is a kind of look-up (address, corporation, postal-code, municipality, school); `data-daicho-fill` names items of the
// answer and where they go. The form is yours: nothing is sent but what is typed into the box, and only to the service
// that this file came from. Copy the folder to serve it from elsewhere, and give `{ service: "http://..." }`.
import { Combobox } from "./combobox.js";

const home = new URL("/", import.meta.url).href;

export function attachAll(options = {}, root = document) {
  root.querySelectorAll("input[data-daicho]").forEach(input => attach(input, options));
}

export function attach(input, { service = home, limit = 8, filled = () => {} } = {}) {
  const kind = input.dataset.daicho;
  const targets = Object.fromEntries((input.dataset.daichoFill ?? "").split(",").filter(pair => pair.includes(":"))
    .map(pair => pair.split(/:(.*)/s).map(text => text.trim())));
  const ask = async (path, values, signal) => {
    const answer = await fetch(new URL(`${path}?${new URLSearchParams(values)}`, service), { signal });
    return answer.ok ? answer.json() : { items: [] };
  };
  const suggest = async (text, signal) =>
    (await ask("v1/suggest", { q: text, kind, limit: String(limit) }, signal)).items;
  const take = async chosen => {
    input.value = chosen.text;
    const item = (await ask("v1/search", { q: chosen.text, kind, limit: "1" })).items[0] ?? {};
    for (const [key, selector] of Object.entries(targets)) {
      const target = input.ownerDocument.querySelector(selector);
      if (target) target.value = item[key] ?? "";
    }
    filled(item, input);
  };
  return new Combobox(input, suggest, take);
}
