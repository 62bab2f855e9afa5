// The site without a network after one visit; safe updates; how it is switched off; where it keeps out; the manifest.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { violations } from "./axe.mjs";
import { call, expect, root, test } from "./lab.mjs";
import { listAnew, offlineSite, scratch, serveSite } from "./sites.mjs";

const KEPT = "Delivery Lab now works offline, too.";
const READY = "A new version of Delivery Lab is ready.";

let place;
let site;

test.beforeEach(async () => {
  place = scratch("offline");
  offlineSite(place.folder);
  site = await serveSite(place.folder);
});

test.afterEach(async () => {
  await site.close();
  place.remove();
});

const told = (page) => page.locator("body > .told");

async function open(page, query = "") {
  await page.goto(site.url + query);
  await expect(root(page).locator("> *").first()).toBeVisible({ timeout: 30_000 });
}

/** The first visit, until everything is kept. */
async function visit(page, query = "") {
  await open(page, query);
  await expect(told(page).getByRole("status")).toHaveText(KEPT);
}

/** From now on nothing answers. */
async function goOffline(context) {
  await context.setOffline(true);
  await site.close();
}

/** Changes a file of the site, and says so to the worker unless it is a hasty upload. */
function change(name, from, to, { isListed = true } = {}) {
  const file = join(place.folder, name);
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
  if (isListed) listAnew(place.folder);
}

/** The button that plays has this word of the German pack. */
const speaks = (page, word) => expect(page.getByRole("button", { name: word, exact: true }).first()).toBeVisible();

const registrations = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.scriptURL));
const cacheNames = (page) => page.evaluate(() => caches.keys());

test("after one visit everything opens without a network", async ({ page, context }) => {
  test.slow(); // Eight visits.
  await visit(page);
  await goOffline(context);
  // The page that is open goes on: the course is asked for only now, and a language.
  await page.getByRole("button", { name: "Learn", exact: true }).click();
  const { lessons } = JSON.parse(readFileSync(join(place.folder, "course/text/en.json"), "utf8"));
  await expect(page.getByText(lessons["two-deliveries"].title).first()).toBeVisible();
  await call(page, "setState", { version: 1, lang: "ja" });
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  for (const query of ["", "?sample=birthday&weeks=4", "index.html?mode=build&lang=de", "?lang=fr#moment=2026-03-02"]) {
    await open(page, query);
  }
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await open(page, "?mode=lesson&lesson=two-deliveries&lang=sv");
  await expect(page.getByRole("complementary", { name: "Lektion", exact: true })).toBeVisible();
  await open(page, "?sample=welcome&weeks=3&lang=en");
  expect(await call(page, "getReport")).toMatchObject({ weeks: 3 });
  await page.goto(`${site.url}embed.html?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a server that leads elsewhere and sends headers of its own is no hindrance", async ({ page, context }) => {
  site.redirects["/lab/index.html"] = "/lab/";
  site.headers = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", vary: "accept-encoding" };
  await visit(page);
  await goOffline(context);
  const answer = await page.goto(`${site.url}index.html?weeks=5`);
  expect(answer.headers()).toMatchObject({ "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" });
  await expect.poll(async () => (await call(page, "getScenario")).weeks).toBe(5);
});

test("an update fetches what has changed, waits, and is taken when the reader says so", async ({ page, context }) => {
  test.slow(); // Two tabs and seven visits.
  await visit(page);
  await told(page).getByRole("button", { name: "Close" }).click();
  await expect(told(page)).toHaveCount(0);
  await call(page, "run", { weeks: 9 });
  const wasm = "/lab/delivery_lab_bg.wasm";
  const fetched = site.served.get(wasm);

  change("lang/de.json", '"Abspielen"', '"Losgehen"');
  const second = await context.newPage();
  await open(second, "?lang=de&sample=birthday");
  await expect(told(second).getByRole("status")).toHaveText("Eine neue Version von Delivery Lab ist bereit.");
  await expect(told(page).getByRole("status")).toHaveText(READY);
  // Until then the version that is open is whole: its own words, from the cache.
  await speaks(second, "Abspielen");
  expect(site.served.get(wasm)).toBe(fetched);
  await call(second, "run", { weeks: 6 });
  await call(second, "seek", "2026-01-20");

  await told(second).getByRole("button", { name: "Neu laden" }).click();
  await speaks(second, "Losgehen");
  await expect(told(second)).toHaveCount(0);
  // Work that the address has opened is not kept on the device, so the reload has carried it over.
  await expect.poll(async () => (await call(second, "getScenario")).weeks).toBe(6);
  expect((await call(second, "getState")).moment).toBe("2026-01-20T00:00:00");

  // The tab that was open goes on with its version, also where it asks for something only now.
  await call(page, "setState", { version: 1, lang: "de" });
  await speaks(page, "Abspielen");
  await told(page).getByRole("button", { name: "Neu laden" }).click();
  await speaks(page, "Losgehen");
  expect((await call(page, "getScenario")).weeks).toBe(9);
  expect(site.served.get(wasm)).toBe(fetched);

  // And what only the first version had is let go of at the next update.
  const kept = () => page.evaluate(async () => {
    const store = await caches.open((await caches.keys())[0]);
    return (await store.keys()).filter(({ url }) => url.includes("/lang/de.json")).length;
  });
  change("lang/de.json", '"Losgehen"', '"Weiter so"');
  await second.close();
  await open(page);
  await told(page).getByRole("button", { name: "Neu laden" }).click();
  await speaks(page, "Weiter so");
  await expect.poll(kept).toBeLessThanOrEqual(2);
});

test("half an upload is not taken; the version before stays and the whole one comes later", async ({ page }) => {
  const said = [];
  page.context().on("serviceworker", (worker) => worker.on("console", (message) => said.push(message.text())));
  await visit(page);
  const whole = readFileSync(join(place.folder, "lang/de.json"), "utf8");
  change("lang/de.json", '"Abspielen"', '"Losgehen"');
  writeFileSync(join(place.folder, "lang/de.json"), whole.slice(0, 1000));
  await open(page, "?lang=de");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  await expect.poll(() => page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return [installing, waiting];
  })).toEqual([null, null]);
  await speaks(page, "Abspielen");
  await expect(told(page)).toHaveCount(0);
  writeFileSync(join(place.folder, "lang/de.json"), whole.replaceAll('"Abspielen"', '"Losgehen"'));
  await open(page, "?lang=de");
  await told(page).getByRole("button", { name: "Neu laden" }).click();
  await speaks(page, "Losgehen");
});

test("what somebody has emptied by hand is fetched again", async ({ page, context }) => {
  await visit(page);
  await page.evaluate(async () => {
    const store = await caches.open((await caches.keys())[0]);
    for (const request of await store.keys()) if (request.url.includes("content=")) await store.delete(request);
  });
  await open(page, "?lang=es");
  await goOffline(context);
  await open(page, "?lang=es");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});

test("the owner of a site ends it by one file, and nothing is left in the browser", async ({ page }) => {
  site.headers = { "cache-control": "no-cache" };
  await visit(page);
  writeFileSync(join(place.folder, "sw.js"), readFileSync(join(place.folder, "sw-off.js")));
  change("lang/de.json", '"Abspielen"', '"Losgehen"', { isListed: false });
  await open(page);
  await expect.poll(() => cacheNames(page)).toEqual([]);
  await open(page, "?lang=de");
  await speaks(page, "Losgehen");
  await expect.poll(() => registrations(page)).toEqual([]);
  await expect(told(page)).toHaveCount(0);
});

test("two sites on one server keep apart", async ({ page, context }) => {
  await visit(page);
  await page.goto(`${site.origin}/other/`);
  await expect(told(page).getByRole("status")).toHaveText(KEPT);
  expect((await registrations(page)).sort()).toEqual([`${site.origin}/lab/sw.js`, `${site.origin}/other/sw.js`]);
  const names = await cacheNames(page);
  expect(names).toHaveLength(2);
  await page.evaluate((name) => caches.delete(name), names.find((name) => name.includes("/other/")));
  await goOffline(context);
  await open(page);
});

test.describe("nothing is kept", () => {
  const isUntouched = async (page) => {
    // Whatever it would do is done once the network is silent.
    await page.waitForLoadState("networkidle");
    expect(site.served.get("/lab/sw.js")).toBe(undefined);
    await expect(told(page)).toHaveCount(0);
  };

  test("where the site has no worker", async ({ page }) => {
    change("index.html", '<meta name="delivery-lab-offline" content="sw.js">', "", { isListed: false });
    rmSync(join(place.folder, "offline.js"));
    await open(page);
    await isUntouched(page);
  });

  test("in a frame of somebody else's page", async ({ page }) => {
    const other = await serveSite(place.folder);
    writeFileSync(join(place.folder, "host.html"), `<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe src="${site.url}"></iframe>`);
    await page.goto(`${other.url}host.html`);
    const lab = page.frameLocator("iframe").locator('delivery-lab [part="root"] > *').first();
    await expect(lab).toBeVisible();
    await isUntouched(page);
    await other.close();
  });

  test("where storage is denied", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new DOMException("The document is sandboxed", "SecurityError");
        },
      });
    });
    await open(page);
    await isUntouched(page);
  });

  test("where the element is in a page of one's own", async ({ page }) => {
    await page.goto(`${site.url}examples/element.html`);
    await expect(root(page).first().locator("> *").first()).toBeVisible();
    await isUntouched(page);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(`the bar (${colorScheme})`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 560 } });

    test("covers nothing, is read out, and speaks the language of the page", async ({ page }) => {
      await visit(page);
      const [bar, lab] = await Promise.all([told(page).boundingBox(), page.locator("delivery-lab").boundingBox()]);
      expect(lab.y + lab.height).toBeLessThanOrEqual(bar.y + 1);
      expect(bar.y + bar.height).toBeLessThanOrEqual(560);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBe(320);
      expect(await violations(page, "the bar")).toEqual([]);
      await call(page, "setState", { version: 1, lang: "fr" });
      await expect(told(page).getByRole("status")).toHaveText("Delivery Lab fonctionne désormais aussi hors ligne.");
      await told(page).getByRole("button", { name: "Fermer" }).focus();
      await page.keyboard.press("Enter");
      await expect(told(page)).toHaveCount(0);
      expect(await page.evaluate(() => document.activeElement.localName)).toBe("delivery-lab");
    });
  });
}

test("the site can be installed, and its icons are the drawing", async ({ page }) => {
  await visit(page);
  const session = await page.context().newCDPSession(page);
  const manifest = await session.send("Page.getAppManifest");
  expect(manifest.errors).toEqual([]);
  expect(manifest.url).toBe(`${site.url}manifest.webmanifest`);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Tests run in a private window, which installs nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const { icons, start_url: start, shortcuts } = JSON.parse(manifest.data);
  expect(icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const address of [start, ...shortcuts.map(({ url }) => url)]) {
    expect((await page.request.get(new URL(address, site.url).href)).ok()).toBe(true);
  }
  const differences = await page.evaluate(async (icons) => {
    const pixels = async (address, side) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const context = Object.assign(document.createElement("canvas"), { width: side, height: side }).getContext("2d");
      context.drawImage(image, 0, 0, side, side);
      return { data: context.getImageData(0, 0, side, side).data, size: `${image.naturalWidth}x${image.naturalHeight}` };
    };
    const found = [];
    for (const { src, sizes, purpose, type } of icons.filter(({ type }) => type === "image/png")) {
      const side = parseInt(sizes, 10);
      const [drawn, drawing] = [await pixels(src, side), await pixels("./icons/icon.svg", side)];
      if (drawn.size !== sizes) found.push(`${src} is ${drawn.size}`);
      if (purpose === "maskable" && drawn.data[3] !== 255) found.push(`${src} does not fill its square`);
      if (purpose !== "any") continue;
      let sum = 0;
      for (let at = 0; at < drawn.data.length; at += 1) sum += Math.abs(drawn.data[at] - drawing.data[at]);
      if (sum / drawn.data.length > 1) found.push(`${src} differs by ${sum / drawn.data.length}`);
    }
    return found;
  }, icons);
  expect(differences).toEqual([]);
});
