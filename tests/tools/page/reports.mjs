// Reports as HTML in a real browser: node --experimental-websocket reports.mjs BROWSER AXE|- SHOTS|- REPORT...
// AXE is the script of axe-core, where it is installed; SHOTS a folder for screenshots.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, outcome, startBrowser, test } from "./driver.mjs";

const [browserPath, axe, shots, ...reports] = process.argv.slice(2);
const browser = await startBrowser(browserPath, axe === "-" ? undefined : axe);

for (const report of reports) {
  const url = pathToFileURL(report).href, name = basename(report, ".html");
  for (const size of [320, 1400]) {
    for (const scheme of ["light", "dark"]) {
      await test(`${name} at ${size} pixels, ${scheme}: it fits and can be read`, async () => {
        await browser.width(size);
        await browser.colours(scheme);
        await browser.open(url);
        if (shots !== "-") {
          const { data } = await browser.call("Page.captureScreenshot", { format: "png" });
          writeFileSync(join(shots, `${name}-${size}-${scheme}.png`), Buffer.from(data, "base64"));
        }
        await browser.fits(size, name);
        await browser.checkWithAxe(name);
      });
    }
  }
}
await test("nothing is asked of anybody", async () => {
  const elsewhere = browser.requested.filter(url => !/^(file|data|blob|about):/.test(url));
  expect(elsewhere.length === 0, elsewhere.join(" "));
});
await browser.close();
process.exit(outcome());
