// When the program breaks down: a panic, no memory left, an error of the browser in its midst. Each lab of the page says so calmly,
// the work is kept, the report can be read and copied, and a reload brings the work back.
import { readFile } from "node:fs/promises";

import { violations } from "./axe.mjs";
import { call, expect, heard, keepPicture, listen, openLab, openPage, refusal, root, test } from "./lab.mjs";
import { notice, play } from "./names.mjs";

test.use({ mayComplain: true });

const card = (page) => page.locator("delivery-lab .breakdown");
const report = (page) => card(page).getByRole("textbox", { name: "Report of the fault" });
const STOPPED = "The lab has stopped because of a fault of its own";

/** From now on the browser fails where the program sets this attribute, of which the program can make nothing: it panics. */
const failAt = (page, attribute) =>
  page.evaluate((wanted) => {
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
      if (name === wanted) throw new Error("a fault made by the test");
      return set.call(this, name, value);
    };
  }, attribute);

/** Ways in which a program ends; each does it at once, or by what the reader does next. */
const ENDS = {
  "a panic": async (page) => {
    await failAt(page, "data-theme");
    await call(page, "setState", { version: 1, theme: "dark" });
  },
  "no memory left": async (page) => {
    await page.evaluate(async () => {
      const exports = await (await import("/delivery_lab.js")).default();
      // Larger pieces first, then smaller ones, until nothing at all is left.
      for (let size = 1 << 28; size >= 16; size >>= 1) {
        try {
          for (;;) if (exports.__wbindgen_malloc(size, 8) === 0) break;
        } catch {
          // So large a piece is not to be had any more.
        }
      }
    });
    await refusal(page, "getScenario");
  },
  "an error of the browser that goes through the program": async (page) => {
    await page.evaluate(() => {
      performance.now = () => { throw new TypeError("a clock made by the test"); };
    });
    await play(page).click();
  },
};

for (const [name, end] of Object.entries(ENDS)) {
  test(`${name}: a calm card says so, keeps the work and offers to reload`, async ({ page }) => {
    await listen(page);
    await openLab(page);
    await call(page, "run", { weeks: 5 });
    await expect.poll(() => page.evaluate(() => localStorage.getItem("delivery-lab/work"))).toContain('"weeks":5');
    await end(page);
    await expect(card(page).getByRole("alert")).toContainText(STOPPED);
    await expect(card(page).getByRole("alert")).toContainText("Your work is saved on this device");
    await expect(root(page)).toHaveCount(0);
    expect(await heard(page, "error")).toEqual([["error", { message: expect.any(String), isFatal: true }, ""]]);
    expect(await refusal(page, "getState")).toContain(STOPPED);
    await card(page).getByRole("button", { name: "Reload the page" }).click();
    await expect(root(page).locator("> *").first()).toBeVisible();
    expect((await call(page, "getScenario")).weeks).toBe(5);
    await expect(card(page)).toHaveCount(0);
  });
}

test("the card stays where the page moves the element", async ({ page }) => {
  await openLab(page);
  await ENDS["a panic"](page);
  await expect(card(page)).toBeVisible();
  await page.evaluate(() => document.body.append(document.querySelector("delivery-lab")));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(card(page).getByRole("alert")).toContainText(STOPPED);
});

test("what was changed a moment before is kept, too", async ({ page }) => {
  await openLab(page);
  await call(page, "run", { weeks: 6 });
  await ENDS["a panic"](page);
  await expect(card(page)).toBeVisible();
  await page.reload();
  await expect.poll(async () => (await call(page, "getScenario")).weeks).toBe(6);
});

test("the report is seen before it is copied, and has what helps and nothing else", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openLab(page);
  await call(page, "setScenario", { ...(await call(page, "getScenario")), name: "Mine", weeks: 7 });
  await call(page, "setState", { version: 1, mode: "compare" });
  await ENDS["a panic"](page);
  await expect(report(page)).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(card(page).getByRole("button", { name: "Reload the page" })).toBeFocused();
  await card(page).getByText("Report of the fault").click();
  const text = await report(page).inputValue();
  const userAgent = await page.evaluate(() => navigator.userAgent);
  const lines = text.split("\n");
  expect(lines[0]).toMatch(/^Delivery Lab \d+\.\d+\.\d+/);
  expect(lines[1]).toBe(`Browser: ${userAgent}`);
  expect(lines[2]).toMatch(/^Fault: .*a fault made by the test.* \(\w+\.rs:\d+\)$/);
  expect(lines[3]).toMatch(/^Last actions: .*OpenFile.*SetMode.*SetTheme$/);
  expect(JSON.parse(lines.slice(5).join("\n"))).toMatchObject({ name: "Mine", weeks: 7 });
  expect(text).not.toContain(await page.evaluate(() => location.host));
  await card(page).getByRole("button", { name: "Copy the report" }).click();
  await expect(card(page).getByRole("status")).toHaveText("The report is on the clipboard.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await context.clearPermissions();
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("denied")); });
  await card(page).getByRole("button", { name: "Copy the report" }).click();
  await expect(card(page).getByRole("status")).toContainText("The report is selected");
  expect(await report(page).evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe(text);
});

test("a lab that keeps nothing gives the scenario as a file, which opens again", async ({ page }) => {
  await openLab(page, "?sample=birthday&keep=off");
  await call(page, "run", { weeks: 3 });
  await ENDS["a panic"](page);
  await expect(card(page).getByRole("alert")).toContainText("Save the scenario as a file, then reload the page.");
  const [file] = await Promise.all([page.waitForEvent("download"), card(page).getByRole("button", { name: "Save the scenario" }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.lab\.json$/);
  const text = await readFile(await file.path(), "utf8");
  await page.reload();
  await expect(root(page).locator("> *").first()).toBeVisible();
  await call(page, "setScenario", text);
  expect((await call(page, "getScenario")).weeks).toBe(3);
});

test("kept work that cannot be shown is put aside, so that the next visit does not break down on it", async ({ page }) => {
  await openLab(page);
  await call(page, "run", { weeks: 9 });
  const stored = (key) => page.evaluate((name) => localStorage.getItem(name), key);
  await expect.poll(() => stored("delivery-lab/work")).toContain('"weeks":9');
  await page.addInitScript(() => {
    if (sessionStorage.hasBroken) return;
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
      if (name === "data-theme") {
        sessionStorage.hasBroken = "yes";
        throw new Error("a fault made by the test");
      }
      return set.call(this, name, value);
    };
  });
  await page.reload();
  await expect(card(page).getByRole("alert")).toContainText("It is kept aside on this device; reload the page to start afresh.");
  expect(await stored("delivery-lab/work")).toBe(null);
  expect(await stored("delivery-lab/work.unreadable")).toContain('"weeks":9');
  await card(page).getByRole("button", { name: "Reload the page" }).click();
  await expect(root(page).locator("> *").first()).toBeVisible();
  expect((await call(page, "getScenario")).weeks).not.toBe(9);
});

test.describe("two labs on a page", () => {
  test("one program serves both, so both say it, and one that comes later says why it does not open", async ({ page }) => {
    await openPage(page, "/examples/element.html");
    await failAt(page, "data-theme");
    await page.locator("#recurring").evaluate((lab) => lab.setState({ version: 1, theme: "dark" }).catch(() => {}));
    await expect(card(page)).toHaveCount(2);
    for (const one of await card(page).all()) await expect(one.getByRole("alert")).toContainText(STOPPED);
    await page.evaluate(() => document.querySelector("article").append(document.createElement("delivery-lab")));
    const late = page.locator("delivery-lab").nth(2);
    await expect(late.getByRole("alert")).toContainText("Delivery Lab could not open");
    // Taken out and put back, an element does not pretend that it works.
    await page.locator("#continuous").evaluate((lab) => {
      const place = lab.parentElement;
      lab.remove();
      return Promise.resolve().then(() => place.append(lab));
    });
    await expect(page.locator("#continuous").getByRole("alert")).toContainText("Delivery Lab could not open");
  });

  test("what listeners of the page throw is no fault of the lab", async ({ page }) => {
    await openPage(page, "/examples/element.html");
    const runs = await page.evaluate(async () => {
      const thrown = [];
      addEventListener("error", ({ error }) => thrown.push(error.message));
      addEventListener("unhandledrejection", ({ reason }) => thrown.push(reason.message));
      for (const kind of ["changed", "run"]) {
        document.addEventListener(`delivery-lab-${kind}`, () => { throw new TypeError("a host's own fault"); });
        document.addEventListener(`delivery-lab-${kind}`, async () => { throw new TypeError("a host's later fault"); });
      }
      const lab = document.querySelector("#recurring");
      await lab.run({ weeks: 3 });
      // A refusal that nobody listens to.
      lab.seek("June");
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { weeks: (await lab.run({ weeks: 4 })).weeks, thrown };
    });
    expect(runs.weeks).toBe(4);
    expect(runs.thrown).toEqual(expect.arrayContaining(["a host's own fault", "a host's later fault", expect.stringContaining("“June” is not a date")]));
    await expect(card(page)).toHaveCount(0);
    await expect(notice(page, "cannotOpen")).toHaveCount(0);
  });

  test("whoever writes in the page around is not torn away", async ({ page }) => {
    await openPage(page, "/examples/element.html");
    await page.evaluate(() => {
      const field = Object.assign(document.createElement("input"), { id: "mine" });
      document.querySelector("article").prepend(field);
      field.focus();
    });
    await failAt(page, "data-theme");
    await page.locator("#recurring").evaluate((lab) => lab.setState({ version: 1, theme: "dark" }).catch(() => {}));
    await expect(card(page)).toHaveCount(2);
    await expect(page.locator("#mine")).toBeFocused();
  });
});

for (const lang of ["sv", "de", "fr", "es", "ja"]) {
  test(`the card speaks the language of the lab (${lang})`, async ({ page }) => {
    await openLab(page, `?lang=${lang}`);
    await ENDS["a panic"](page);
    const title = card(page).getByRole("heading");
    await expect(title).toBeFocused();
    await expect(title).not.toHaveText(STOPPED);
    await expect(card(page)).toHaveAttribute("lang", lang);
    if (lang === "sv") return;
    const pack = JSON.parse(await readFile(new URL(`../../www/lang/${lang}.json`, import.meta.url), "utf8")).messages;
    await expect(title).toHaveText(pack[STOPPED]);
    for (const word of ["Reload the page", "Save the scenario"]) {
      await expect(card(page).getByRole("button", { name: pack[word], exact: true })).toBeVisible();
    }
    await card(page).getByText(pack["Report of the fault"]).first().click();
    await expect(card(page).getByRole("button", { name: pack["Copy the report"], exact: true })).toBeVisible();
  });
}

for (const [width, height, colorScheme] of [[1280, 800, "light"], [360, 640, "dark"], [320, 256, "light"]]) {
  test.describe(`at ${width} by ${height}, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test("the card fits, is read out and is accessible", async ({ page }) => {
      await openLab(page);
      await ENDS["a panic"](page);
      await expect(card(page).getByRole("heading")).toBeFocused();
      await keepPicture(page, `breakdown-${width}-${colorScheme}`);
      await card(page).getByText("Report of the fault").click();
      await keepPicture(page, `breakdown-${width}-${colorScheme}-report`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await card(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      await card(page).getByRole("button", { name: "Copy the report" }).scrollIntoViewIfNeeded();
      await expect(card(page).getByRole("button", { name: "Copy the report" })).toBeInViewport();
      expect(await violations(page, "the card")).toEqual([]);
    });
  });
}
