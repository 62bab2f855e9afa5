// What goes wrong around the lab while it is in use: a full device, a hidden tab, clocks that jump, a network that goes, pages that
// are put to sleep. Each ends in a sentence, or in nothing at all, and in unharmed work.
import { call, expect, openLab, test } from "./lab.mjs";
import { notice, pause, play } from "./names.mjs";

const WORK = "delivery-lab/work";
const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key))?.scenario.weeks, WORK);
const moment = async (page) => Date.parse((await call(page, "getState")).moment);
const DAY = 86_400_000;

/** From now on the device takes nothing more; `device(page, "takes")` ends that. */
async function device(page, does) {
  await page.evaluate((now) => {
    globalThis.setItem ??= Storage.prototype.setItem;
    Storage.prototype.setItem = now === "takes" ? globalThis.setItem : () => {
      throw now === "is full" ? new DOMException("The quota has been exceeded.", "QuotaExceededError") : new DOMException("denied", "SecurityError");
    };
  }, does);
}

test.describe("a device", () => {
  for (const does of ["is full", "denies"]) {
    test(`that ${does} in the middle keeps what it had, says so once, and has the newest work once it takes it again`, async ({ page }) => {
      await openLab(page);
      await call(page, "run", { weeks: 11 });
      await expect.poll(() => kept(page)).toBe(11);
      await device(page, does);
      for (const weeks of [12, 13]) {
        await call(page, "run", { weeks });
        await expect(notice(page, "cannotSave")).toHaveCount(1);
        await page.waitForTimeout(700);
      }
      await expect(notice(page, "cannotSave")).toHaveCount(1);
      expect(await kept(page)).toBe(11);
      expect((await call(page, "getScenario")).weeks).toBe(13);
      await device(page, "takes");
      await call(page, "run", { weeks: 14 });
      await expect.poll(() => kept(page)).toBe(14);
      // And what is true no more is taken back.
      await expect(notice(page, "cannotSave")).toHaveCount(0);
    });
  }

  test("that is really full, to the last letter, loses nothing of what it had", async ({ page }) => {
    await openLab(page);
    await call(page, "run", { weeks: 11 });
    await expect.poll(() => kept(page)).toBe(11);
    await page.evaluate(() => {
      for (let size = 1 << 22; size > 0; size = Math.floor(size / 2)) {
        try {
          for (let part = 0; ; part += 1) localStorage.setItem(`full/${size}/${part}`, "x".repeat(size));
        } catch {
          // Smaller pieces may still find room.
        }
      }
    });
    const scenario = await call(page, "getScenario");
    await call(page, "setScenario", { ...scenario, name: "A name that is longer than before, so that it needs more room".repeat(20), weeks: 12 });
    await expect(notice(page, "cannotSave")).toBeVisible();
    expect(await kept(page)).toBe(11);
    await openLab(page);
    expect((await call(page, "getScenario")).weeks).toBe(11);
  });
});

/** Has the page believe that nobody sees it, or that somebody does. */
const hide = (page, isHidden) => page.evaluate((hidden) => {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}, isHidden);

test("a tab that is hidden during play rests, and goes on from there without a burst", async ({ page }) => {
  await openLab(page, "?sample=side-by-side&weeks=104");
  await play(page).click();
  await expect.poll(() => moment(page)).toBeGreaterThan(Date.parse("2026-01-08"));
  await hide(page, true);
  const left = await moment(page);
  await page.waitForTimeout(3_000);
  expect(await moment(page)).toBe(left);
  await hide(page, false);
  await expect(play(page)).toBeVisible();
  expect(await moment(page)).toBe(left);
  await play(page).click();
  await expect.poll(() => moment(page)).toBeGreaterThan(left);
  await pause(page).click();
  expect(await moment(page)).toBeLessThan(left + 400 * DAY);
});

/**
 * In the page: its date is wrong by some milliseconds. Playwright's own clock would also replace the timers, by some whose numbers do
 * not fit into 32 bits: then none that WebAssembly starts can be taken back.
 */
function shiftDate(millis) {
  const Real = (globalThis.RealDate ??= Date);
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + millis] : given));
    }
    static now = () => Real.now() + millis;
  };
}

test("clocks that jump, to and fro, neither stop the player nor have it race", async ({ page }) => {
  await openLab(page, "?sample=side-by-side&weeks=104");
  await page.evaluate(() => {
    globalThis.offsets = { steady: 0 };
    const [steady, ask] = [performance.now.bind(performance), requestAnimationFrame];
    performance.now = () => steady() + offsets.steady;
    globalThis.requestAnimationFrame = (call) => ask((now) => call(now + offsets.steady));
  });
  await play(page).click();
  const year = 365.25 * DAY;
  for (const [date, steady] of [[-30 * year, 0], [40 * year, 0], [0, 3_600_000], [0, 7_200_000], [0, 0], [-60 * year, -3_600_000]]) {
    const before = await moment(page);
    await page.evaluate(shiftDate, date);
    await page.evaluate((now) => Object.assign(offsets, { steady: now }), steady);
    await page.waitForTimeout(400);
    const after = await moment(page);
    expect(after, "it goes back").toBeGreaterThanOrEqual(before);
    expect(after - before, "it races").toBeLessThan(250 * DAY);
  }
  await page.evaluate(shiftDate, 0);
  await page.evaluate(() => Object.assign(offsets, { steady: 7_300_000 }));
  const before = await moment(page);
  await expect.poll(() => moment(page)).toBeGreaterThan(before);
  await pause(page).click();
  const rested = await moment(page);
  await page.waitForTimeout(300);
  expect(await moment(page)).toBe(rested);
});

test("a device that believes in another century has the course and its progress as before", async ({ page }) => {
  const today = async (date) => {
    const millis = Date.parse(date) - Date.now();
    await page.addInitScript(shiftDate, millis);
    await page.evaluate(shiftDate, millis);
  };
  // A small course in place of the real one, so that this test stays as it is when that one grows.
  const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
  await page.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
  await today("2026-02-28");
  await openLab(page, "?mode=lesson&lesson=count");
  const place = page.locator(".step-of");
  const first = await place.textContent();
  await today("1970-02-28");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(place).not.toHaveText(first);
  const second = await place.textContent();
  await today("9999-02-28");
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), WORK)).toContain('"count"');
  await page.waitForTimeout(700);
  await openLab(page);
  await expect(place).toHaveText(second);
});

test("a page that the browser puts to sleep and wakes again goes on as it was", async ({ page }) => {
  await openLab(page);
  await call(page, "run", { weeks: 21 });
  await call(page, "seek", "2026-02-10");
  const turn = (kind) => page.evaluate((type) => { dispatchEvent(new PageTransitionEvent(type, { persisted: true })); }, kind);
  await turn("pagehide");
  // At once, since a page that sleeps may never wake.
  expect(await kept(page)).toBe(21);
  await page.waitForTimeout(300);
  await turn("pageshow");
  expect(await call(page, "getState")).toMatchObject({ moment: "2026-02-10T00:00:00", scenario: { weeks: 21 } });
  await call(page, "run", { weeks: 22 });
  await expect.poll(() => kept(page)).toBe(22);
  await turn("pagehide");
  await turn("pageshow");
  await play(page).click();
  await expect.poll(() => moment(page)).toBeGreaterThan(Date.parse("2026-01-05"));
  await expect(page.locator(".notice")).toHaveCount(0);
});

test.describe("a network that goes", () => {
  test.use({ mayComplain: true });

  test("stops nothing that is there; what is not is said, and comes once it is back", async ({ page, context }) => {
    await openLab(page);
    await context.setOffline(true);
    await call(page, "run", { weeks: 9 });
    await play(page).click();
    await page.getByRole("combobox", { name: "Language" }).selectOption("fr");
    await expect(page.getByRole("alert").filter({ hasText: "The words for Français could not be fetched" })).toBeVisible();
    await page.getByRole("button", { name: "Learn", exact: true }).click();
    await expect(page.getByText("The course could not be fetched. Check the connection and try again")).toBeVisible();
    expect((await call(page, "getScenario")).weeks).toBe(9);
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("The course could not be fetched")).toHaveCount(0);
    await call(page, "setState", { version: 1, lang: "fr" });
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  });
});

test("a file of two gigabytes is refused at once and not read", async ({ page }) => {
  await openLab(page);
  const before = await call(page, "getScenario");
  const size = await page.locator("delivery-lab .lab").evaluate((lab) => {
    globalThis.reads = [];
    for (const [of, name] of [[FileReader, "readAsArrayBuffer"], [FileReader, "readAsText"], [Blob, "arrayBuffer"], [Blob, "text"], [Blob, "stream"], [Blob, "slice"]]) {
      const real = of.prototype[name];
      of.prototype[name] = function (...given) {
        reads.push(name);
        return real.apply(this, given);
      };
    }
    // The same piece many times over: a browser holds it once.
    const piece = new Blob([new Uint8Array(1 << 20)]);
    const file = new File(Array.from({ length: 2_048 }, () => piece), "huge.lab.json");
    const data = new DataTransfer();
    data.items.add(file);
    for (const type of ["dragenter", "dragover", "drop"]) {
      lab.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }
    return file.size;
  });
  expect(size).toBe(2 ** 31);
  await expect(notice(page, "cannotOpen").filter({ hasText: "huge.lab.json" })).toContainText("larger than");
  expect(await page.evaluate(() => globalThis.reads)).toEqual([]);
  expect(await call(page, "getScenario")).toEqual(before);
});
