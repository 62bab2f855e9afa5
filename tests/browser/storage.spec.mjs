// What is kept on the device between visits, and what happens where nothing can be kept.
import { call, expect, openLab, openPage, test } from "./lab.mjs";
import { notice } from "./names.mjs";

const WORK = "delivery-lab/work";
const stored = (page, key = WORK) => page.evaluate((name) => localStorage.getItem(name), key);

test("a reload brings scenario, tour, language and theme back", async ({ page }) => {
  await openLab(page);
  const { tour } = await call(page, "getState");
  const further = { ...tour, step: "playYear", furthest: "playYear", year: { recurring: 52, continuous: 1, isLocked: true } };
  await call(page, "run", { weeks: 7, seed: 11 });
  await call(page, "setState", { version: 1, tour: further, lang: "sv", theme: "dark" });
  await openLab(page);
  expect(await call(page, "getScenario")).toMatchObject({ weeks: 7, seed: 11 });
  const state = await call(page, "getState");
  expect(state).toMatchObject({ lang: "sv", theme: "dark", tour: { step: "playYear", year: { recurring: 52 } } });
});

test("saving keeps to its pace, and leaving the page saves the rest", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.saves = 0;
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...given) {
      globalThis.saves += 1;
      return set.apply(this, given);
    };
  });
  await openLab(page);
  const began = await page.evaluate(() => performance.now());
  for (let weeks = 10; weeks < 40; weeks += 1) await call(page, "run", { weeks });
  // At most twice a second, however long it took.
  const [saves, now] = await page.evaluate(() => [globalThis.saves, performance.now()]);
  expect(saves).toBeLessThanOrEqual(2 + Math.ceil((now - began) / 500));
  await call(page, "run", { weeks: 41 });
  await openPage(page, "/examples/tutorial.html");
  expect(JSON.parse(await stored(page)).scenario.weeks).toBe(41);
});

test("a page that names its sample neither takes up the reader's own work nor replaces it", async ({ page }) => {
  await openLab(page);
  await call(page, "run", { weeks: 13 });
  await openLab(page, "?sample=birthday");
  expect((await call(page, "getState")).sample).toBe("birthday");
  await call(page, "run", { weeks: 2 });
  await openLab(page);
  expect((await call(page, "getScenario")).weeks).toBe(13);
});

test("what cannot be read is kept aside and the lab starts afresh", async ({ page }) => {
  await openPage(page, "/examples/tutorial.html");
  await page.evaluate((name) => localStorage.setItem(name, '{"scenario": {"from": "the future"}}'), WORK);
  await openLab(page);
  await expect(notice(page, "savedWorkUnreadable")).toBeVisible();
  expect((await call(page, "getState")).sample).toBe("side-by-side");
  await call(page, "run", { weeks: 3 });
  await expect.poll(() => stored(page)).toContain("delivery-lab/scenario");
  expect(await stored(page, `${WORK}.unreadable`)).toContain("the future");
});

test("without storage the lab works and says once that nothing is kept", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("The document is sandboxed", "SecurityError");
      },
    });
  });
  await openLab(page);
  expect((await call(page, "run", { weeks: 2 })).weeks).toBe(2);
  await expect(notice(page, "cannotSave")).toHaveCount(1);
  await notice(page, "cannotSave").getByRole("button").click();
  await call(page, "run", { weeks: 3 });
  await page.waitForTimeout(800);
  await expect(notice(page, "cannotSave")).toHaveCount(0);
});
