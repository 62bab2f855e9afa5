// What every browser test starts from: a page that must stay free of errors and, once open, of requests.
import { test as base, expect } from "@playwright/test";

export { expect };

const watched = new WeakMap();

/**
 * Playwright's `test`, which also fails a test at its end if the page logged an error, or asked the network
 * for anything after `openLab`. A test that provokes errors says `test.use({ mayComplain: true })`.
 */
export const test = base.extend({
  mayComplain: [false, { option: true }],
  quiet: [
    async ({ page, mayComplain }, use) => {
      const seen = watch(page);
      await use(seen);
      if (mayComplain) return;
      expect(seen.errors, "errors on the page").toEqual([]);
      expect(seen.requests, "requests after the page had opened").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the app page with a query such as "?weeks=52" and waits until the lab is drawn. */
export async function openLab(page, query = "") {
  await page.goto(`/${query}`);
  await expect(root(page).locator("> *").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const seen = watched.get(page);
  if (seen) seen.isOpen = true;
  return page.locator("delivery-lab");
}

/** The element's inside: everything that the wasm module has drawn. */
export function root(page) {
  return page.locator('delivery-lab [part="root"]');
}

/** Keeps a picture of the page in test-artifacts/. */
export async function keepPicture(page, name) {
  await page.screenshot({ path: `test-artifacts/${name}.png` });
}

function watch(page) {
  const seen = { errors: [], requests: [], isOpen: false };
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => {
    const isLocal = /^(blob|data):/.test(request.url());
    if (seen.isOpen && !isLocal) seen.requests.push(request.url());
  });
  watched.set(page, seen);
  return seen;
}
