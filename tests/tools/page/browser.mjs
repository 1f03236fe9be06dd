// Drives the page in a real browser by its debugging protocol: node --experimental-websocket browser.mjs BROWSER URL SAMPLE FIXED [AXE]
// SAMPLE is a file to drop, FIXED what must be saved of it; AXE the script of axe-core, where it is installed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [browserPath, base, sample, fixed, axe] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "daicho-page-"));
const browser = spawn(browserPath, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
  "--disable-background-networking", "--no-first-run", "--remote-debugging-port=0", "--lang=ja", `--user-data-dir=${home}`,
  "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
const endpoint = await new Promise((resolve, reject) => {
  let said = "";
  browser.stderr.on("data", part => {
    said += part;
    const found = said.match(/ws:\/\/\S+/);
    if (found) resolve(found[0]);
  });
  browser.on("exit", () => reject(new Error(`the browser did not start:\n${said}`)));
});
const socket = new WebSocket(endpoint);
await new Promise(resolve => socket.addEventListener("open", resolve));
const waiting = new Map(), requested = [];
let count = 0, session;
socket.addEventListener("message", ({ data }) => {
  const told = JSON.parse(data);
  if (told.id) waiting.get(told.id)(told);
  if (told.method === "Network.requestWillBeSent") requested.push(told.params.request.url);
});
function call(method, params = {}, sessionId = session) {
  return new Promise((resolve, reject) => {
    const id = ++count;
    waiting.set(id, told => (told.error ? reject(new Error(`${method}: ${told.error.message}`)) : resolve(told.result)));
    socket.send(JSON.stringify({ id, method, params, sessionId }));
  });
}
async function value(expression) {
  const { result, exceptionDetails } = await call("Runtime.evaluate",
    { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
  return result.value;
}
async function until(expression, what) {
  for (let i = 0; i < 200; ++i) {
    if (await value(expression).catch(() => false)) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`in vain: ${what}`);
}
async function open(path) {
  await call("Page.navigate", { url: base + path });
  await until(`document.readyState === "complete" && location.href.startsWith(${JSON.stringify(base)})`, path);
}
async function press(key, code = key) {
  const codes = { Tab: 9, Enter: 13, Escape: 27, ArrowDown: 40, ArrowUp: 38 };
  for (const type of ["keyDown", "keyUp"]) {
    await call("Input.dispatchKeyEvent", { type, key, code, windowsVirtualKeyCode: codes[key],
      ...(type === "keyDown" && key === "Enter" ? { text: "\r" } : {}) });
  }
}
let failures = 0;
async function test(what, run) {
  try {
    await run();
    console.log(`ok   ${what}`);
  } catch (failure) {
    ++failures;
    console.log(`FAIL ${what}\n     ${failure.message}`);
  }
}
function expect(whether, what) {
  if (!whether) throw new Error(what);
}
async function checkWithAxe(where) {
  if (!axe) return;
  await value(readFileSync(axe, "utf8") + ";0");
  const broken = JSON.parse(await value(`axe.run().then(r => JSON.stringify(r.violations.map(v =>
    [v.id, v.nodes.length, v.nodes[0].html])))`));
  expect(broken.length === 0, `axe on ${where}: ${JSON.stringify(broken)}`);
}

const { targetId } = await call("Target.createTarget", { url: "about:blank" }, undefined);
session = (await call("Target.attachToTarget", { targetId, flatten: true }, undefined)).sessionId;
await call("Page.enable");
await call("Network.enable");
const width = size => call("Emulation.setDeviceMetricsOverride",
  { width: size, height: 900, deviceScaleFactor: 1, mobile: false });
await width(1000);

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
await test("a file is checked and its fixed copy saved", async () => {
  await open("/");
  await call("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: home }, undefined);
  const { root } = await call("DOM.getDocument");
  const { nodeId } = await call("DOM.querySelector", { nodeId: root.nodeId, selector: "#file" });
  await call("DOM.setFileInputFiles", { nodeId, files: [sample] });
  await until(`document.querySelectorAll("#checked tbody tr").length > 10`, "findings");
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
await test("nothing is wider than 320 pixels", async () => {
  await width(320);
  for (const path of ["/", "/?q=" + encodeURIComponent("大宮市"), "/?q=" + encodeURIComponent("文京区白山1-1-4")]) {
    await open(path);
    const wide = await value("document.documentElement.scrollWidth");
    expect(wide <= 320, `${path} is ${wide} pixels wide`);
  }
  await width(1000);
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

socket.close();
browser.kill();
await new Promise(resolve => browser.on("exit", resolve));
rmSync(home, { recursive: true, force: true, maxRetries: 5 });
process.exit(failures ? 1 : 0);
