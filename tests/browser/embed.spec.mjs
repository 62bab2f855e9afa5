// The lab inside other pages: in a frame with options in its address, and as an element.
import { call, expect, heard, keepPicture, listen, openLab, openPage, root, test } from "./lab.mjs";
import { notice } from "./names.mjs";

test("the tutorial's frame opens with the options in its address", async ({ page }) => {
  await openPage(page, "/examples/tutorial.html");
  const frame = page.frameLocator("iframe");
  await page.locator("iframe").scrollIntoViewIfNeeded();
  const lab = frame.locator("delivery-lab");
  await expect(lab.locator('[part="root"] > *').first()).toBeVisible();
  const [state, scenario] = await lab.evaluate((element) =>
    Promise.all([element.getState(), element.getScenario()]));
  expect([state.mode, scenario.weeks, scenario.name]).toEqual(["play", 26, "Side by side"]);
  const box = await page.locator("iframe").boundingBox();
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
  await keepPicture(page, "embed-tutorial");
});

test("two elements in an article work apart and tell the page what happens", async ({ page }) => {
  await openPage(page, "/examples/element.html");
  await expect(root(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Run both" }).click();
  const events = page.getByRole("list", { name: "Events" }).getByRole("listitem");
  await expect(events.filter({ hasText: "continuous: 1 deliveries, recurring: 12 deliveries" })).toHaveCount(1);
  await expect(events.filter({ hasText: 'continuous: run {"deliveries":1' })).toHaveCount(1);
  await expect(events.filter({ hasText: 'recurring: run {"deliveries":12' })).toHaveCount(1);
  await page.getByRole("button", { name: "Show week 6 in both" }).click();
  const moments = () => page.evaluate(() =>
    Promise.all([...document.querySelectorAll("delivery-lab")].map(async (lab) => (await lab.getState()).moment)));
  await expect.poll(moments).toEqual(["2026-02-16T00:00:00", "2026-02-16T00:00:00"]);
  await keepPicture(page, "embed-element");
});

test("an element has a height of its own where the page gives it none", async ({ page }) => {
  await openPage(page, "/examples/element.html");
  const height = await page.evaluate(() => {
    const lab = document.createElement("delivery-lab");
    document.querySelector("article").append(lab);
    return lab.getBoundingClientRect().height;
  });
  expect(height).toBeGreaterThan(400);
});

test("the element follows the colours of its page unless told otherwise", async ({ page }) => {
  await openPage(page, "/examples/element.html");
  const paper = (id) => page.locator(`#${id} .lab`).evaluate((lab) => getComputedStyle(lab).backgroundColor);
  const light = await paper("continuous");
  await page.locator("#recurring").evaluate((lab) => lab.setAttribute("theme", "light"));
  await page.evaluate(() => document.documentElement.setAttribute("style", "color-scheme: dark"));
  await expect.poll(() => paper("continuous")).not.toBe(light);
  expect(await paper("recurring")).toBe(light);
});

test("a page sets colours, font and corners of the element; high contrast takes none of its colours", async ({ page }) => {
  await openPage(page, "/examples/element.html");
  const lab = page.locator("#continuous");
  const look = () => lab.locator(".lab").evaluate((inside) => {
    const { backgroundColor, fontFamily } = getComputedStyle(inside);
    return [backgroundColor, fontFamily.split(",")[0]];
  });
  const own = await look();
  await lab.evaluate(({ style }) => {
    style.setProperty("--delivery-lab-paper", "light-dark(rgb(1, 2, 3), rgb(4, 5, 6))");
    style.setProperty("--delivery-lab-font", "fantasy, serif");
  });
  expect(await look()).toEqual(["rgb(1, 2, 3)", "fantasy"]);
  await lab.evaluate((element) => element.setAttribute("theme", "dark"));
  await expect.poll(look).toEqual(["rgb(4, 5, 6)", "fantasy"]);
  await lab.evaluate((element) => element.setAttribute("theme", "contrast"));
  await expect.poll(look).toEqual(["rgb(255, 255, 255)", "fantasy"]);
  await lab.evaluate((element) => {
    element.removeAttribute("style");
    element.setAttribute("theme", "light");
  });
  await expect.poll(look).toEqual(own);
});

test("a moved element plays on; a removed one lets go and opens anew", async ({ page }) => {
  await listen(page);
  await openPage(page, "/examples/element.html");
  const lab = page.locator("#recurring");
  await lab.evaluate(async (element) => {
    await element.play();
    document.querySelector("article").prepend(element);
  });
  const moment = () => lab.evaluate(async (element) => (await element.getState()).moment);
  const before = await moment();
  await expect.poll(moment).not.toBe(before);
  await lab.evaluate((element) => {
    globalThis.kept = element;
    element.remove();
  });
  const refused = await page.evaluate(() => globalThis.kept.getState().catch((error) => error.message));
  expect(refused).toContain("removed from its page");
  expect(await page.evaluate(() => globalThis.kept.shadowRoot.childElementCount)).toBe(0);
  await page.evaluate(() => document.querySelector("article").append(globalThis.kept));
  await expect(lab.locator('[part="root"] > *').first()).toBeVisible();
  expect((await heard(page, "ready")).filter(([, , id]) => id === "recurring")).toHaveLength(2);
});

test("an option that is none is named in a message, and the lab works", async ({ page }) => {
  await openLab(page, "?weeks=many&sample=welcome");
  await expect(notice(page, "unknownOption")).toContainText("many");
  expect((await call(page, "getState")).sample).toBe("welcome");
});

test("attributes change the lab while it runs, and their defaults come back", async ({ page }) => {
  const lab = await openLab(page, "?sample=side-by-side");
  const set = (name, value) => lab.evaluate((element, [key, text]) =>
    text === null ? element.removeAttribute(key) : element.setAttribute(key, text), [name, value]);
  await set("weeks", "5");
  await set("theme", "dark");
  await set("mode", "build");
  const scenario = await call(page, "getScenario");
  expect(scenario.weeks).toBe(5);
  expect(await call(page, "getState")).toMatchObject({ theme: "dark", mode: "build" });
  await set("theme", null);
  expect((await call(page, "getState")).theme).toBe("auto");
});

test("a scenario comes from an address, under the options beside it", async ({ page }) => {
  await openLab(page, "?sample=birthday");
  const scenario = { ...(await call(page, "getScenario")), name: "From afar" };
  await page.route("**/afar.lab.json", (route) => route.fulfill({ json: scenario }));
  await openLab(page, "?scenario=./afar.lab.json&weeks=3");
  expect(await call(page, "getScenario")).toMatchObject({ name: "From afar", weeks: 3 });
});

test("a scenario that is named while the lab opens is the one that opens", async ({ page, quiet }) => {
  await openLab(page, "?sample=birthday");
  const scenario = await call(page, "getScenario");
  const names = ["First", "Second"];
  for (const name of names) await page.route(`**/${name}.lab.json`, (route) => route.fulfill({ json: { ...scenario, name } }));
  for (const before of [undefined, "First.lab.json"]) {
    await page.evaluate((before) => {
      const lab = document.createElement("delivery-lab");
      if (before) lab.setAttribute("scenario", before);
      document.querySelector("delivery-lab").replaceWith(lab);
      lab.setAttribute("scenario", "Second.lab.json");
    }, before);
    await expect.poll(async () => (await call(page, "getScenario")).name).toBe("Second");
  }
  const asked = quiet.requests.splice(0).map((address) => address.split("/").pop());
  expect(new Set(asked)).toEqual(new Set(["First.lab.json", "Second.lab.json"]));
});

test.describe("a scenario that cannot be opened", () => {
  test.use({ mayComplain: true });

  test("is a sentence, and the work stays", async ({ page }) => {
    await listen(page);
    await page.route("**/broken.lab.json", (route) => route.fulfill({ body: '{"format": 1' }));
    await page.route("**/missing.lab.json", (route) => route.fulfill({ status: 404 }));
    const lab = await openLab(page, "?scenario=broken.lab.json");
    await expect(notice(page, "cannotOpen")).toContainText("broken.lab.json");
    const before = await call(page, "getScenario");
    await lab.evaluate((element) => element.setAttribute("scenario", "missing.lab.json"));
    await expect(notice(page, "cannotLoad")).toContainText("missing.lab.json");
    expect(await call(page, "getScenario")).toEqual(before);
    const sentences = (await heard(page, "error")).map(([, { message }]) => message);
    expect(sentences).toEqual([expect.stringContaining("line 1, column"), expect.stringContaining("missing.lab.json")]);
  });
});
