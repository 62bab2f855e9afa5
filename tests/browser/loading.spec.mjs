// Parts of the lab that do not come, come late, are cut off or are something else: each ends in a sentence in the reader's language,
// and what was kept on the device is as it was.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { call, expect, root, test } from "./lab.mjs";
import { made, offlineSite, scratch, serveSite } from "./sites.mjs";

/** What a release fetches after its first part. */
const LATER = ["delivery_lab_soon.wasm", "delivery_lab_next.wasm", "delivery_lab_rest.wasm"];
const WORK = "delivery-lab/work";
const WASM = "delivery_lab_bg.wasm";

test.use({ mayComplain: true });

/** A copy of the site, whose files the tests spoil and mend. */
let place;
let site;
test.beforeAll(async () => {
  place = scratch("loading");
  offlineSite(place.folder);
  // Its worker would have the files that a test takes away.
  rmSync(join(place.folder, "offline.js"));
  writeFileSync(join(place.folder, "offline.js"), "export const keepOffline = () => {};");
  site = await serveSite(place.folder);
  site.headers = { "cache-control": "no-store" };
});
test.afterAll(async () => {
  await site.close();
  place.remove();
});

/** What may become of a file on the way; each gives the bytes that come instead, or nothing where none do. */
const WAYS = {
  "is not there": () => undefined,
  "is a page of the server": () => "<!doctype html><title>Sign in</title>",
  "is empty": () => "",
  "is cut off": (bytes) => bytes.subarray(0, bytes.length >> 1),
  "is changed on the way": (bytes) => Buffer.from(bytes).fill(0x7b, 40, 4_096),
};

/** Spoils a file of the site while something is done. */
async function whileSpoilt(file, way, act) {
  const path = join(place.folder, file);
  const bytes = readFileSync(path);
  const instead = WAYS[way](bytes);
  if (instead === undefined) rmSync(path);
  else writeFileSync(path, instead);
  try {
    await act();
  } finally {
    writeFileSync(path, bytes);
  }
}

const failure = (page) => page.getByRole("alert").first();

async function open(page, query = "") {
  await page.goto(site.url + query);
  await expect(root(page).locator("> *").first()).toBeVisible({ timeout: 30_000 });
}

/** Work on the device that must be there afterwards. */
async function withWork(page) {
  await open(page);
  await call(page, "run", { weeks: 17 });
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), WORK)).toContain('"weeks":17');
}

const SPOILT = [
  ...Object.keys(WAYS).map((way) => [WASM, way]),
  ...["delivery_lab.js", "element.js", "opening.js", "style.js", "boot.js"].flatMap((file) => [[file, "is not there"], [file, "is cut off"]]),
  ["element.js", "is a page of the server"],
];
for (const [file, way] of SPOILT) {
  test(`${file} ${way}`, async ({ page }) => {
    await withWork(page);
    await whileSpoilt(file, way, async () => {
      await page.reload();
      await expect(failure(page)).toContainText("Delivery Lab could not open");
      await expect(failure(page)).toContainText("Reload the page.");
    });
    await page.reload();
    await expect(root(page).locator("> *").first()).toBeVisible({ timeout: 30_000 });
    expect((await call(page, "getScenario")).weeks).toBe(17);
  });
}

for (const [locale, sentence] of [["sv-SE", "Delivery Lab kunde inte öppnas"], ["de-AT", "Delivery Lab konnte nicht geöffnet werden"],
  ["fr-FR", "Delivery Lab n’a pas pu s’ouvrir"], ["es-MX", "Delivery Lab no se ha podido abrir"], ["ja-JP", "Delivery Lab を開けませんでした"], ["pt-BR", "Delivery Lab could not open"]]) {
  test.describe(`for a reader of ${locale}`, () => {
    test.use({ locale });

    for (const file of [WASM, "element.js"]) {
      test(`${file} that does not come is said in words they read`, async ({ page }) => {
        await page.route(`**/${file}`, (route) => route.abort());
        await page.goto("/");
        await expect(failure(page)).toContainText(sentence);
        await expect(page.locator("html")).toHaveAttribute("lang", locale.startsWith("pt") ? "en" : locale.slice(0, 2));
      });
    }
  });
}

test("a wasm that comes late is waited for, and said to be", async ({ page }) => {
  let release;
  const late = new Promise((resolve) => (release = resolve));
  await page.route("**/delivery_lab_bg.wasm", async (route) => {
    await late;
    return route.continue();
  });
  await page.goto("/");
  await expect(page.getByRole("status").first()).toHaveText("Delivery Lab is opening…");
  release();
  await expect(root(page).locator("> *").first()).toBeVisible();
});

test("a lab in a page of one's own says so in its place and leaves the page alone", async ({ page }) => {
  await page.route("**/delivery_lab_bg.wasm", (route) => route.abort());
  await page.goto("/examples/element.html");
  await expect(page.getByRole("alert")).toHaveCount(2);
  for (const one of await page.getByRole("alert").all()) await expect(one).toContainText("Delivery Lab could not open");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

for (const way of Object.keys(WAYS)) {
  test(`a course that ${way} is said, and comes when it is asked for again`, async ({ page }) => {
    await whileSpoilt("course/course.json", way, async () => {
      await open(page);
      await page.getByRole("button", { name: "Learn", exact: true }).click();
      await expect(page.getByText("The course could not be fetched. Check the connection and try again")).toBeVisible();
    });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("The course could not be fetched")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  });

  test(`a language that ${way} is said, and the lab goes on in its own`, async ({ page }) => {
    await whileSpoilt("lang/es.json", way, async () => {
      await open(page, "?lang=es");
      await expect(page.getByRole("alert")).toContainText("The words for Español could not be fetched");
      await expect(page.locator(".lab")).toHaveAttribute("lang", "en");
    });
    expect((await call(page, "run", { weeks: 2 })).weeks).toBe(2);
    await page.getByRole("combobox", { name: "Language" }).selectOption("es");
    await expect(page.locator(".lab")).toHaveAttribute("lang", "es");
  });
}

test.describe("a site that works offline", () => {
  let other;
  let offline;
  test.beforeEach(async () => {
    other = scratch("worker");
    offlineSite(other.folder);
    offline = await serveSite(other.folder);
  });
  test.afterEach(async () => {
    await offline.close();
    other.remove();
  });

  for (const [what, spoil] of [
    ["is not there", (file) => rmSync(file)],
    ["is cut off", (file) => writeFileSync(file, readFileSync(file, "utf8").slice(0, 300))],
    ["throws", (file) => writeFileSync(file, "throw new Error('made by the test');")],
  ]) {
    test(`opens and works where its worker ${what}`, async ({ page }) => {
      spoil(join(other.folder, "sw.js"));
      await page.goto(offline.url);
      await expect(root(page).locator("> *").first()).toBeVisible({ timeout: 30_000 });
      await page.waitForLoadState("networkidle");
      expect((await call(page, "run", { weeks: 3 })).weeks).toBe(3);
      await expect(page.getByRole("alert")).toHaveCount(0);
      await expect(page.locator("body > .told")).toHaveCount(0);
    });
  }
});

test.describe("the later parts of the wasm", () => {
  test.skip(() => !existsSync(join(made("SITE"), LATER[0])), "this site's wasm is whole; that of a release comes in parts");

  test("that come late are waited for where they are needed", async ({ page }) => {
    let release;
    const late = new Promise((resolve) => (release = resolve));
    for (const name of LATER) {
      await page.route(`**/${name}`, async (route) => {
        // What the page waits for here and now cannot wait for the test.
        if (route.request().resourceType() === "fetch") await late;
        return route.continue();
      });
    }
    await open(page);
    setTimeout(release, 2_000);
    for (const mode of ["Build", "Compare", "Learn", "Play"]) await page.getByRole("button", { name: mode, exact: true }).first().click();
    expect((await call(page, "run", { weeks: 3 })).weeks).toBe(3);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("that are still on their way are not fetched by standing still: not for the focus, nor for a click", async ({ page }) => {
    let release;
    const late = new Promise((resolve) => (release = resolve));
    const atOnce = [];
    for (const name of LATER) {
      await page.route(`**/${name}`, async (route) => {
        if (route.request().resourceType() === "fetch") await late;
        else atOnce.push(name);
        return route.continue();
      });
    }
    await open(page);
    const play = page.locator("delivery-lab .play");
    await expect(play).toBeVisible();
    await page.waitForTimeout(500);
    // What opening itself had to fetch is another matter.
    atOnce.length = 0;
    for (let stop = 0; stop < 12; stop += 1) await page.keyboard.press("Tab");
    await play.click();
    await page.locator("delivery-lab .card").first().click();
    await expect(page.locator("delivery-lab")).toHaveAttribute("aria-busy", "true");
    expect(atOnce).toEqual([]);
    release();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect(page.locator("delivery-lab .card").first()).toHaveAttribute("aria-pressed", "true");
    await expect(page.locator("delivery-lab")).not.toHaveAttribute("aria-busy");
  });

  for (const name of LATER) {
    for (const way of ["is not there", "is cut off"]) {
      test(`${name} ${way}: it is said, and a reload brings the work back`, async ({ page }) => {
        await withWork(page);
        await whileSpoilt(name, way, async () => {
          await page.reload();
          for (const mode of ["Build", "Compare", "Learn"]) {
            // Once the lab has stopped there is no tab to press.
            await page.getByRole("button", { name: mode, exact: true }).first().click({ timeout: 5_000 }).catch(() => {});
          }
          await expect(failure(page)).toContainText(/Delivery Lab could not open|The lab has stopped because of a fault of its own/);
        });
        await page.reload();
        await expect(root(page).locator("> *").first()).toBeVisible({ timeout: 30_000 });
        expect((await call(page, "getScenario")).weeks).toBe(17);
      });
    }
  }
});
