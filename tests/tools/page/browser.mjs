// The page of the service in a real browser: node --experimental-websocket browser.mjs BROWSER URL SAMPLE FIXED WORKBOOK [AXE]
// SAMPLE is a file to drop, FIXED what must be saved of it; WORKBOOK the sample as .xlsx; AXE the script of axe-core, where it is installed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, outcome, startBrowser, test } from "./driver.mjs";

const [browserPath, base, sample, fixed, workbook, axe] = process.argv.slice(2);
const browser = await startBrowser(browserPath, axe);
const { home, requested, call, value, until, width, colours, checkWithAxe, fits } = browser;
const open = path => browser.open(base + path);
async function press(key, code = key) {
  const codes = { Tab: 9, Enter: 13, Escape: 27, ArrowDown: 40, ArrowUp: 38 };
  for (const type of ["keyDown", "keyUp"]) {
    await call("Input.dispatchKeyEvent", { type, key, code, windowsVirtualKeyCode: codes[key],
      ...(type === "keyDown" && key === "Enter" ? { text: "\r" } : {}) });
  }
}

await test("suggestions wait until composing ends, arrows choose, Enter takes", async () => {
  await open("/");
  await until(`document.getElementById("q").getAttribute("role") === "combobox"`, "the combobox");
  await value(`document.getElementById("q").focus()`);
  const before = requested.length;
  await call("Input.imeSetComposition", { text: "はくさん", selectionStart: 4, selectionEnd: 4 });
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(!requested.slice(before).some(url => url.includes("/v1/suggest")), "asked while composing");
  await call("Input.insertText", { text: "文京区白山" });
  await until(`document.querySelectorAll("[role=option]").length > 0`, "suggestions");
  await press("ArrowDown");
  const chosen = await value(`document.querySelector("[aria-selected=true]").id`);
  expect(chosen === await value(`document.getElementById("q").getAttribute("aria-activedescendant")`), "no active option");
  await press("Escape");
  expect(await value(`document.querySelector("[role=listbox]").hidden`), "Escape leaves the list open");
  await press("ArrowDown");
  await until(`!document.querySelector("[role=listbox]").hidden`, "the list again");
  await press("ArrowDown");
  await press("Enter");
  await until(`location.search.includes("q=") && document.querySelector(".card h2")`, "an answer");
});
await test("an answer has its place on a map and its sources", async () => {
  await open("/?q=" + encodeURIComponent("文京区白山1-1-4"));
  await until(`document.querySelector("figure svg circle.here")`, "the point");
  await value(`document.querySelector("figcaption button").click()`);
  expect((await value(`document.querySelector("footer").textContent`)).includes("デジタル庁"), "no source");
  await checkWithAxe("an answer");
});
async function choose(file) {
  await open("/");
  const { root } = await call("DOM.getDocument");
  const { nodeId } = await call("DOM.querySelector", { nodeId: root.nodeId, selector: "#file" });
  await call("DOM.setFileInputFiles", { nodeId, files: [file] });
  await until(`document.querySelectorAll("#checked tbody tr").length > 10`, "findings");
}
await test("a file is checked and its fixed copy saved", async () => {
  await call("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: home }, undefined);
  await choose(sample);
  await checkWithAxe("a checked file");
  await value(`document.querySelector("#checked .actions button").click()`);
  let saved;
  for (let i = 0; i < 100 && !saved; ++i) {
    await new Promise(resolve => setTimeout(resolve, 50));
    saved = readdirSync(home).find(name => name.includes("_fixed") && !name.endsWith(".crdownload"));
  }
  expect(saved, "nothing was saved");
  expect(readFileSync(join(home, saved)).equals(readFileSync(fixed)), "the saved file is not that of daicho fix");
});
await test("findings of a workbook name its cells, and are read on a telephone without scrolling sideways", async () => {
  await width(320);
  await choose(workbook);
  expect(/![A-Z]+\d+$/.test(await value(`document.querySelector(".findings td").textContent`)), "no cell is named");
  expect(await value(`document.querySelector("#checked .scroll").scrollWidth`) <= 320, "findings are wide");
  await checkWithAxe("a checked workbook");
  await width(1000);
});
await test("small and large, light and dark, everything fits and can be read", async () => {
  for (const size of [320, 1400]) {
    await width(size);
    for (const scheme of ["light", "dark"]) {
      await colours(scheme);
      for (const path of ["/", "/?q=" + encodeURIComponent("大宮市"), "/?q=" + encodeURIComponent("文京区白山1-1-4")]) {
        await open(path);
        await fits(size, path);
        await checkWithAxe(`${path}, ${size} pixels, ${scheme}`);
      }
    }
  }
  await width(1000);
  await colours("light");
});
await test("the keyboard reaches everything, the skip link first", async () => {
  await open("/?q=" + encodeURIComponent("大宮市"));
  const reached = [];
  for (let i = 0; i < 12; ++i) {
    await press("Tab");
    reached.push(await value(`document.activeElement.id || document.activeElement.className || document.activeElement.tagName`));
  }
  expect(reached[0] === "skip", `first: ${reached}`);
  for (const id of ["q", "kind", "as-of", "file"]) expect(reached.includes(id), `${id} not in ${reached}`);
});
await test("without scripts a question is answered", async () => {
  await call("Emulation.setScriptExecutionDisabled", { value: true });
  await call("Page.navigate", { url: base + "/?q=" + encodeURIComponent("大宮市") });
  await new Promise(resolve => setTimeout(resolve, 500));
  const { root } = await call("DOM.getDocument", { depth: -1 });
  const { nodeId } = await call("DOM.querySelector", { nodeId: root.nodeId, selector: ".card h2" });
  expect((await call("DOM.getOuterHTML", { nodeId })).outerHTML.includes("大宮市"), "no answer");
});
await test("nothing is asked of anybody else", async () => {
  const elsewhere = requested.filter(url => !url.startsWith(base) && !/^(data|blob|about):/.test(url));
  expect(elsewhere.length === 0, elsewhere.join(" "));
});

await browser.close();
process.exit(outcome());
