// A text box with suggestions, as an ARIA combobox: focus stays in the box, arrows choose, Enter takes, Escape closes.
// Keys that an input method needs for composing are left to it, and answers that come too late are dropped.
import { element, say } from "./texts.js";

export class Combobox {
  // `suggest(text, signal)` gives a promise of [{text, note, ...}]; `take(suggestion)` is told of what was chosen.
  constructor(input, suggest, take) {
    this.input = input;
    this.suggest = suggest;
    this.take = take;
    this.shown = [];
    this.chosen = -1;
    const id = `${input.id || "box"}-suggestions`;
    this.list = element("ul", { role: "listbox", id, hidden: true, "aria-label": say("suggestionList") });
    this.status = element("p", { class: "hidden", role: "status" });
    input.after(this.list, this.status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": id })) input.setAttribute(name, value);
    input.addEventListener("input", event => { if (!event.isComposing) this.ask(); });
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", event => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", event => event.preventDefault());  // the box keeps its focus
    this.list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  ask() {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.input.value.trim();
    if (!text) return this.close();
    this.timer = setTimeout(async () => {
      const request = this.request = new AbortController();
      try {
        const found = await this.suggest(text, request.signal);
        if (!request.signal.aborted && document.activeElement === this.input) this.show(found, text);
      } catch (failure) {
        if (failure.name !== "AbortError") this.close();
      }
    }, 90);
  }

  show(found, text) {
    this.shown = found;
    this.chosen = -1;
    this.list.replaceChildren(...found.map((one, i) => element("li",
      { role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false" },
      marked(one.text, text), element("small", {}, one.note ?? ""))));
    this.open(found.length > 0);
    this.status.textContent = found.length ? say("suggestions", { n: found.length }) : say("noSuggestions");
  }

  open(whether) {
    this.list.hidden = !whether;
    this.input.setAttribute("aria-expanded", String(whether));
    if (!whether) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.chosen = -1;
    this.open(false);
  }

  move(to) {
    const options = [...this.list.children];
    if (!options.length) return;
    this.chosen = (to + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.chosen)));
    options[this.chosen].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[this.chosen].id);
  }

  choose(i) {
    const suggestion = this.shown[i];
    this.close();
    if (suggestion) this.take(suggestion);
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown") {
      if (isOpen) this.move(this.chosen + 1); else this.ask();
    } else if (event.key === "ArrowUp" && isOpen) {
      this.move(this.chosen < 0 ? -1 : this.chosen - 1);
    } else if (event.key === "Enter" && isOpen && this.chosen >= 0) {
      this.choose(this.chosen);
    } else if (event.key === "Escape" && isOpen) {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }
}

// The text with the part that was typed in bold.
function marked(text, typed) {
  const part = element("span");
  const at = text.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0) {
    part.append(text);
  } else {
    part.append(text.slice(0, at), element("b", {}, text.slice(at, at + typed.length)), text.slice(at + typed.length));
  }
  return part;
}
