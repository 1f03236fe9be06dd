// A file that is dropped is checked by this service: findings beside the cells, safe repairs taken one by one or all, the
// fixed file saved. Nothing leaves for elsewhere, and nothing is kept when the page is closed.
import { element, language, number, say } from "./texts.js";

const perPage = 100;
const severities = { error: "errors", warning: "warnings", info: "infos" };

export function setUpCheck() {
  document.getElementById("check").hidden = false;
  const drop = document.getElementById("drop");
  const input = document.getElementById("file");
  input.addEventListener("change", () => { if (input.files[0]) check(input.files[0]); });
  drop.addEventListener("dragover", event => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", event => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
  });
}

const place = document.getElementById("checked");

async function send(path, file) {
  const answer = await fetch(path, { method: "POST", body: file,
    headers: { "content-type": "application/octet-stream", "accept-language": language ? "en" : "ja" } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? answer.statusText);
  }
  return answer;
}

async function check(file) {
  place.replaceChildren(element("p", {}, say("checking", { name: file.name })));
  try {
    const asked = new URLSearchParams({ name: file.name, lang: language ? "en" : "ja" });
    const answer = await send(`/v1/validate?${asked}`, file);
    new Report(file, await answer.json()).show();
  } catch (failure) {
    place.replaceChildren(element("p", { class: "error", role: "alert" }, say("failed", { why: failure.message })));
  }
}

class Report {
  constructor(file, answer) {
    this.file = file;
    this.verdict = answer.files ? answer.files[0] : answer;
    this.findings = this.verdict.findings;
    this.accepted = new Set(this.findings.filter(isSafe));
    this.shown = Math.min(perPage, this.findings.length);
  }

  show() {
    const level = this.verdict.level;
    const model = this.verdict.model;
    place.replaceChildren(
      element("h3", {}, this.file.name),
      element("p", { class: "verdict" }, model
        ? say("level", { level: !level || level === "none" ? say("noLevel") : level }) : say("noModel")),
      element("ul", { class: "tally" }, ...this.tally()));
    if (!this.findings.length) return place.append(element("p", {}, say("clean")));
    this.body = element("tbody");
    const columns = ["place", "column", "value", "message", "repair"];
    place.append(element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": this.file.name },
      element("table", { class: "findings" }, element("thead", {}, element("tr", {},
        ...columns.map(key => element("th", { scope: "col" }, say(key))))), this.body)));
    this.rest = element("p");
    this.actions = element("div", { class: "actions" });
    place.append(this.rest, this.actions);
    this.rows(0);
    this.update();
  }

  tally() {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const finding of this.findings) counts[finding.severity]++;
    const items = [say("records", { n: number(this.verdict.records) })];
    if (this.verdict.model) items.unshift(say("model", { model: this.verdict.model }));
    return [...items.map(text => element("li", {}, text)), ...Object.entries(counts).filter(([, n]) => n).map(
      ([severity, n]) => element("li", { class: severity }, say(severities[severity], { n: number(n) })))];
  }

  rows(from) {
    this.body.append(...this.findings.slice(from, this.shown).map(finding => this.row(finding)));
    this.rest.replaceChildren(say("shown", { n: number(this.shown), all: number(this.findings.length) }), " ");
    if (this.shown < this.findings.length) {
      this.rest.append(element("button", { type: "button", class: "plain", onclick: () => {
        const before = this.shown;
        this.shown = Math.min(this.shown + perPage, this.findings.length);
        this.rows(before);
      } }, say("more")));
    }
  }

  row(finding) {
    const where = placeOf(finding);
    return element("tr", {},
      element("td", {}, where),
      element("td", {}, finding.header ?? ""),
      element("td", { class: finding.severity }, ...valueOf(finding)),
      element("td", {}, finding.message),
      element("td", {}, ...this.repairOf(finding, where)));
  }

  repairOf(finding, where) {
    if (!finding.repair?.kind || finding.repair.value == null) return [];
    if (!isSafe(finding)) return [element("span", { class: "info" }, finding.repair.value)];
    const box = element("input", { type: "checkbox", checked: this.accepted.has(finding),
      "aria-label": say("acceptOf", { place: where, column: finding.header ?? "" }) });
    box.addEventListener("change", () => {
      if (box.checked) this.accepted.add(finding); else this.accepted.delete(finding);
      this.update();
    });
    return [element("label", {}, box, " ", element("mark", {}, finding.repair.value || "—"))];
  }

  update() {
    const safe = this.findings.filter(isSafe);
    if (!safe.length) return;
    const all = (label, whether) => element("button", { type: "button", class: "plain", onclick: () => {
      this.accepted = new Set(whether ? safe : []);
      this.body.querySelectorAll("input[type=checkbox]").forEach(box => { box.checked = whether; });
      this.update();
    } }, say(label));
    this.actions.replaceChildren(
      element("button", { type: "button", disabled: this.accepted.size === 0, onclick: () => this.save() },
        say("save", { n: number(this.accepted.size) })),
      all("acceptAll", true), all("acceptNone", false));
  }

  async save() {
    const safe = this.findings.filter(isSafe);
    const left = safe.filter(one => !this.accepted.has(one));
    const places = findings => [...new Set(findings.map(one => `${one.record}.${one.column}`))].join(",");
    const asked = new URLSearchParams({ name: this.file.name, lang: language ? "en" : "ja" });
    if (left.length > this.accepted.size) asked.set("cells", places([...this.accepted]));
    else if (left.length) asked.set("except", places(left));
    try {
      const fixed = await (await send(`/v1/fix?${asked}`, this.file)).blob();
      const link = element("a", { href: URL.createObjectURL(fixed), download: this.file.name.replace(/(\.[^.]*)?$/, "_fixed$1") });
      link.click();
      URL.revokeObjectURL(link.href);
      this.rest.replaceChildren(say("saved", { name: link.download }));
    } catch (failure) {
      this.rest.replaceChildren(element("span", { class: "error", role: "alert" }, say("failed", { why: failure.message })));
    }
  }
}

// Repairs that cannot change the meaning: the same in other notation, or the only one that a proof leaves.
function isSafe(finding) {
  return finding.repair?.kind === "normal-form" || finding.repair?.kind === "provable";
}

function placeOf(finding) {
  if (finding.place) return finding.place;
  return finding.line ? say("line", { n: finding.line }) : say("file");
}

// The value with the part that is wrong marked; spans are in bytes of UTF-8.
function valueOf(finding) {
  if (finding.value == null) return [];
  if (!finding.span || finding.span[1] <= finding.span[0]) return [finding.value];
  const bytes = new TextEncoder().encode(finding.value);
  const text = (from, to) => new TextDecoder().decode(bytes.slice(from, to));
  const [from, to] = finding.span;
  if (to > bytes.length) return [finding.value];
  return [text(0, from), element("mark", {}, text(from, to)), text(to, bytes.length)];
}
