// Drives a browser by its debugging protocol, for the tests of pages: node --experimental-websocket.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/// A browser with an empty page. `axe` is the script of axe-core, or undefined.
export async function startBrowser(path, axe) {
  const home = mkdtempSync(join(tmpdir(), "daicho-page-"));
  const browser = spawn(path, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--disable-background-networking", "--no-first-run", "--remote-debugging-port=0", "--lang=ja",
    `--user-data-dir=${home}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
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
      waiting.set(id, told =>
        (told.error ? reject(new Error(`${method}: ${told.error.message}`)) : resolve(told.result)));
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
  async function open(url) {
    await call("Page.navigate", { url });
    await until(`document.readyState === "complete" && location.href.startsWith(${JSON.stringify(url.split("#")[0].split("?")[0])})`, url);
  }
  const width = size => call("Emulation.setDeviceMetricsOverride",
    { width: size, height: 900, deviceScaleFactor: 1, mobile: false });
  /// "screen" or "print", "light" or "dark".
  const media = (kind, scheme) => call("Emulation.setEmulatedMedia",
    { media: kind, features: [{ name: "prefers-color-scheme", value: scheme }] });
  const colours = scheme => media("screen", scheme);
  async function checkWithAxe(where) {
    if (!axe) return;
    await value(readFileSync(axe, "utf8") + ";0");
    const broken = JSON.parse(await value(`axe.run().then(r => JSON.stringify(r.violations.map(v =>
      [v.id, v.nodes.length, v.nodes[0].html])))`));
    expect(broken.length === 0, `axe on ${where}: ${JSON.stringify(broken)}`);
  }
  async function fits(size, where) {
    const wide = await value("document.documentElement.scrollWidth");
    expect(wide <= size, `${where} is ${wide} pixels wide`);
  }
  async function close() {
    // Its processes still write into its folder after a kill.
    const gone = new Promise(resolve => browser.on("exit", resolve));
    await call("Browser.close", {}, undefined).catch(() => browser.kill());
    await gone;
    socket.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }

  const { targetId } = await call("Target.createTarget", { url: "about:blank" }, undefined);
  session = (await call("Target.attachToTarget", { targetId, flatten: true }, undefined)).sessionId;
  await call("Page.enable");
  await call("Network.enable");
  await width(1000);
  return { home, requested, call, value, until, open, width, colours, media, checkWithAxe, fits, close };
}

export function expect(whether, what) {
  if (!whether) throw new Error(what);
}

let failures = 0;
export async function test(what, run) {
  try {
    await run();
    console.log(`ok   ${what}`);
  } catch (failure) {
    ++failures;
    console.log(`FAIL ${what}\n     ${failure.message}`);
  }
}
/// What the process is to end with.
export const outcome = () => (failures ? 1 : 0);
