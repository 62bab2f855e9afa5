// Opens the lab for a picture: the same moment and language each time, and nothing on it that comes and goes.
import { chromium } from "@playwright/test";

const { BASE_URL, CHROMIUM } = process.env;
if (!BASE_URL || !CHROMIUM) throw new Error("BASE_URL and CHROMIUM are not set; run `cargo xtask pictures` instead");

/** Starts the browser. */
export const start = () =>
  chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"] });

/**
 * Opens the site with a query such as "?mode=build", and waits until the year is simulated.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} query
 * @param {import("@playwright/test").BrowserContextOptions} screen
 */
export async function open(browser, query, screen) {
  // Without its worker the lab does not say that it now works offline, which it says once and not in every picture.
  const common = { locale: "en-GB", timezoneId: "UTC", colorScheme: "light", serviceWorkers: "block" };
  const context = await browser.newContext({ ...common, ...screen });
  const page = await context.newPage();
  await page.addInitScript(holdFrames);
  await page.goto(new URL(`index.html${query}`, BASE_URL).href);
  const lab = page.locator("delivery-lab");
  await lab.locator('[part="root"] > *').first().waitFor();
  await lab.evaluate((element) => element.getReport());
  const skip = page.getByRole("button", { name: "Skip the tour" });
  if (await skip.isVisible()) await skip.click();
  return { page, lab };
}

/** Takes a picture once nothing moves any more. */
export async function shot(page) {
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  // What fades or slides takes at most half a second.
  await page.waitForTimeout(1_000);
  return page.screenshot({ animations: "disabled" });
}

/**
 * Puts a clock of ours before the browser's, for frames alone: until `stop` they are the same, then only `step` moves
 * it on. So what is recorded does not depend on how fast this machine draws.
 */
function holdFrames() {
  const now = performance.now.bind(performance);
  const ask = requestAnimationFrame.bind(globalThis);
  const cancel = cancelAnimationFrame.bind(globalThis);
  const waiting = new Map();
  let stopped;
  let last = 0;
  performance.now = () => stopped ?? now();
  globalThis.requestAnimationFrame = (draw) => {
    if (stopped === undefined) return ask(draw);
    // The browser's own numbers are above zero.
    last -= 1;
    waiting.set(last, draw);
    return last;
  };
  globalThis.cancelAnimationFrame = (number) => {
    if (!waiting.delete(number)) cancel(number);
  };
  globalThis.frames = {
    stop: () => { stopped = now(); },
    step: (millis) => {
      stopped += millis;
      const due = [...waiting.keys()];
      for (const number of due) {
        const draw = waiting.get(number);
        waiting.delete(number);
        draw?.(stopped);
      }
    },
  };
}
