// Opens the page as a first visit does, plays, and prints which stretches of the wasm were entered.
import { open } from "../../../bench/drive/site.mjs";
import { AT_ONCE } from "../../../www/patience.js";

const { BASE_URL } = process.env;
const WIDE = { viewport: { width: 1440, height: 900 }, locale: "en-GB" };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "en-US", reducedMotion: "reduce" };
const FRAME = { viewport: { width: 1280, height: 720 }, locale: "en-GB", colorScheme: "dark" };
/** How visits differ in what they draw first. */
const VISITS = [
  { context: WIDE, query: "" },
  { context: PHONE, query: "" },
  { context: FRAME, query: "?sample=continuous-weekly&weeks=12&theme=dark" },
  { context: { ...FRAME, locale: "sv-SE" }, query: "?sample=recurring-weekly&seed=7" },
];

/** Those who do not wait: they press Play as soon as it is there, while the year is still being simulated. */
const HASTY = [1, 4, 12];

const browser = await open();
const entered = new Set();
for (const { context: options, query } of VISITS) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${BASE_URL}/${query}`);
  const lab = page.locator("delivery-lab");
  await lab.locator('[part="root"] > *').first().waitFor();
  await lab.evaluate((element) => element.getReport());
  // The first that most people do: they look around, and press Play.
  for (const [x, y] of [[700, 200], [900, 320], [300, 500], [200, 200]]) await page.mouse.move(x, y);
  const play = lab.locator(AT_ONCE);
  await (options.hasTouch ? play.tap() : play.click());
  await page.waitForTimeout(4_000);
  await (options.hasTouch ? play.tap() : play.click());
  await page.keyboard.press("Tab");
  await play.focus();
  await page.keyboard.press("Space");
  await page.waitForTimeout(1_000);
  // A page around the lab may do the same, and asks how far it is.
  await lab.evaluate(async (element) => {
    await element.pause();
    await element.play();
    await element.getState();
  });
  // The window changes, and the reader looks at something else and comes back.
  await page.setViewportSize({ width: options.viewport.width - 40, height: options.viewport.height - 20 });
  await page.evaluate(() => {
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new Event("pagehide"));
    dispatchEvent(new Event("pageshow"));
  });
  await page.waitForTimeout(1_000);
  await note(page);
  await context.close();
}
for (const slowness of HASTY) {
  const page = await browser.newPage(WIDE);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  await page.goto(BASE_URL);
  const play = page.locator(`delivery-lab ${AT_ONCE}`);
  await play.waitFor();
  const { x, y, width, height } = await play.boundingBox();
  for (let press = 0; press < 6; press += 1) {
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(200);
  }
  await note(page);
  await page.close();
}
await browser.close();
console.log(JSON.stringify([...entered].sort((a, b) => a - b)));

async function note(page) {
  for (const place of await page.evaluate(() => globalThis.entered())) entered.add(place);
}
