"use strict";
// The search box of the site: `dictionary` (index.js) is a list of [label, name, where, page, kind].
(function () {
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const said = document.getElementById("said");
  const most = 40;
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase()
      .replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 96))
      .replace(/[\s_.\/\-・()「」\[\]]/g, "");
  const folded = dictionary.map((one) => [fold(one[0]), fold(one[1])]);
  const places = dictionary.map((one) => fold(one[2]));
  const rank = (names, word) => {
    let best = 9;
    for (const name of names) {
      const at = name.indexOf(word);
      if (at < 0) continue;
      best = Math.min(best, name === word ? 0 : at === 0 ? 1 : 2);
    }
    return best;
  };
  const search = () => {
    const words = box.value.split(/[\s\u3000]+/).map(fold).filter(Boolean);
    list.replaceChildren();
    said.textContent = "";
    if (!words.length) return;
    const hits = [];
    folded.forEach((names, i) => {
      // One word is of the name; others may be of the class or list that it is in: 避難所 電話番号.
      const ranks = words.map((word) => rank(names, word));
      if (Math.min(...ranks) === 9) return;
      const worst = Math.max(...ranks.map((one, j) => (one === 9 && places[i].includes(words[j]) ? 3 : one)));
      if (worst < 9) hits.push([worst, names[0].length, i]);
    });
    hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    said.textContent = said.dataset.found.replace("{}", hits.length);
    for (const hit of hits.slice(0, most)) {
      const [label, name, where, page, kind] = dictionary[hit[2]];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = page;
      link.textContent = label || name;
      const rest = document.createElement("span");
      rest.textContent = " " + [label ? name : "", where, kind].filter(Boolean).join(" · ");
      item.append(link, rest);
      list.append(item);
    }
  };
  box.addEventListener("input", search);
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      box.focus();
    }
    if (event.key === "Escape" && document.activeElement === box) {
      box.value = "";
      search();
    }
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length && (at >= 0 || document.activeElement === box)) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    }
    if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at === 0 ? box : links[at - 1]).focus();
    }
  });
  search();
})();
