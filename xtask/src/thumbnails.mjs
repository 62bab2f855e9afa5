// Takes the pictures in www/thumbnails of a site that is being served: node xtask/src/thumbnails.mjs http://127.0.0.1:8080/
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const [site] = process.argv.slice(2);
if (!site) throw new Error("Say where the site is: node xtask/src/thumbnails.mjs http://127.0.0.1:8080/");

const { samples } = JSON.parse(await readFile(new URL("../../www/embed/table.json", import.meta.url)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
// The size that links are shown with; drawn smaller, so that a whole page of the lab is in it.
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.75, colorScheme: "light" });
for (const { name } of samples) {
  await page.goto(new URL(`index.html?sample=${name}&lang=en`, site).href);
  await page.locator("delivery-lab").evaluate((lab) => lab.run());
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: new URL(`../../www/thumbnails/${name}.png`, import.meta.url).pathname });
}
await browser.close();
