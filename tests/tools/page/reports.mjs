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
const paper = 718; // pixels between the margins of a page of A4
for (const report of reports) {
  const url = pathToFileURL(report).href, name = basename(report, ".html");
  for (const scheme of ["light", "dark"]) {
    await test(`${name} printed, ${scheme}: dark on white, as wide as the page, nothing to press`, async () => {
      await browser.width(paper);
      await browser.media("print", scheme);
      await browser.open(url);
      await browser.value(`document.querySelectorAll("details").forEach(one => { one.open = true; })`);
      if (shots !== "-") {
        const { data } = await browser.call("Page.printToPDF",
          { paperWidth: 8.27, paperHeight: 11.69, preferCSSPageSize: true });
        writeFileSync(join(shots, `${name}-${scheme}.pdf`), Buffer.from(data, "base64"));
      }
      await browser.fits(paper, name);
      const cut = await browser.value(`[...document.querySelectorAll("table,.scroll,pre")]
        .filter(one => one.getBoundingClientRect().right > ${paper} + 1).map(one => one.outerHTML.slice(0, 80))`);
      expect(cut.length === 0, `reaches over the page: ${cut[0]}`);
      const pressed = await browser.value(`[...document.querySelectorAll("input,button,select")]
        .filter(one => one.checkVisibility()).length`);
      expect(pressed === 0, `${pressed} controls are printed`);
      const back = await browser.value(`getComputedStyle(document.body).backgroundColor + " " +
        getComputedStyle(document.documentElement).backgroundColor`);
      expect(/^(rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)) (rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/.test(back), `on ${back}`);
      await browser.checkWithAxe(name);
    });
  }
}
await test("nothing is asked of anybody", async () => {
  const elsewhere = browser.requested.filter(url => !/^(file|data|blob|about):/.test(url));
  expect(elsewhere.length === 0, elsewhere.join(" "));
});
await browser.close();
process.exit(outcome());
