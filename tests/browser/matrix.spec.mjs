// The embed matrix: each way to put the lab into a page opens it, runs it to the same figures, and scrolls nothing; a table at the end.
import { arrange, EMBEDDINGS, fetchSingleFile, onDisk, printTable, SINGLE_FILE, TWO_ELEMENTS } from "./embeddings.mjs";
import { startHost } from "./hosts.mjs";
import { expect, test } from "./lab.mjs";

// A row opens the lab several times, and a machine may be busy.
test.describe.configure({ timeout: 120_000 });

const rows = [];
const stops = [];
let expected;

test.afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  printTable("The embed matrix", rows);
});

/** One row of the matrix, in a browser with settings of its own. */
function row(name, take, { use = {}, isNoisy = false } = {}) {
  test.describe(name, () => {
    test.use({ ...use, mayComplain: isNoisy });
    test("embedded", async ({ page, browser }) => {
      const entry = { name, browser: `Chromium ${browser.version().split(".")[0]}`, outcome: "failed" };
      rows.push(entry);
      expected ??= await referenceRun(browser);
      await take(page);
      entry.outcome = "ok";
    });
  });
}

/** The fingerprint of four weeks on the lab's own page, which every embedding has to come to. */
async function referenceRun(browser) {
  const page = await browser.newPage();
  await page.goto(process.env.BASE_URL);
  const report = await page.locator("delivery-lab").evaluate((lab) => lab.run({ weeks: 4 }));
  await page.close();
  return report.fingerprint;
}

/** Opens the page of an embedding; gives its servers. */
async function open(page, embedding) {
  if (embedding.file === SINGLE_FILE) await fetchSingleFile();
  const arranged = await arrange(embedding);
  stops.push(arranged.stop);
  await page.goto(arranged.address);
  await page.waitForFunction(() => globalThis.lab);
  return arranged;
}

const inner = (page) => page.frameLocator("iframe").locator("delivery-lab");

/** It is there, runs by the host's message to the same figures, tells so, and nothing has to scroll. */
async function works(page) {
  await expect(inner(page).locator('[part="root"] > *').first()).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => globalThis.lab.run({ weeks: 4 }))).toMatchObject({ weeks: 4, fingerprint: expected });
  const told = () => page.evaluate(() => heard.filter(([name]) => name === "run").map(([, { fingerprint }]) => fingerprint));
  await expect.poll(told).toContain(expected);
  expect(await scrolls(inner(page))).toEqual([false, false]);
}

/** Whether the page around an element scrolls, across and down. */
const scrolls = (locator) => locator.evaluate(({ ownerDocument: { scrollingElement: page } }) =>
  [page.scrollWidth > page.clientWidth, page.scrollHeight > page.clientHeight]);

for (const embedding of EMBEDDINGS) {
  row(embedding.name, async (page) => {
    const { of } = await open(page, embedding);
    if (embedding.isLazy) {
      await page.waitForTimeout(500);
      expect(of.asked.filter((path) => path.startsWith("/lab/index"))).toEqual([]);
      await page.locator("iframe").scrollIntoViewIfNeeded();
    }
    await works(page);
    expect(await inner(page).evaluate(() => origin)).toBe(embedding.isOpaque ? "null" : of.origin);
  });
}

row("out of sight, then in sight", async (page) => {
  await open(page, { style: "iframe { margin-top: 9000px }" });
  // Frames that nobody sees get no animation frames; a run needs none.
  expect(await page.evaluate(() => globalThis.lab.run({ weeks: 4 }))).toMatchObject({ fingerprint: expected });
  await page.evaluate(async () => {
    await globalThis.lab.set({ weeks: 52 });
    await globalThis.lab.seek("2026-01-05");
    await globalThis.lab.play();
  });
  const frames = inner(page).evaluate(() => new Promise((resolve) => {
    let count = 0;
    const next = () => requestAnimationFrame(() => ((count += 1), next()));
    next();
    setTimeout(() => resolve(count), 2_600);
  }));
  expect(await frames).toBeLessThan(3);
  // Weeks have passed all the same, as timers run.
  const moment = () => page.evaluate(async () => Date.parse((await globalThis.lab.getState()).moment));
  const unseen = await moment();
  expect(unseen).toBeGreaterThan(Date.parse("2026-01-19"));
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await inner(page).evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  // Back in sight it neither takes back what it told nor rushes to the end.
  const seen = await moment();
  expect(seen).toBeGreaterThanOrEqual(unseen);
  expect(seen).toBeLessThan(Date.parse("2026-12-01"));
  await page.evaluate(() => globalThis.lab.pause());
  await works(page);
});

row("the single file from a disk", (page) => onDisk(async (address) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${address}?weeks=4`);
  const lab = page.locator("delivery-lab");
  await expect(lab.locator('[part="root"] > *').first()).toBeVisible({ timeout: 60_000 });
  expect(await lab.evaluate((element) => element.run())).toMatchObject({ fingerprint: expected });
  expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  expect(await scrolls(lab)).toEqual([false, false]);
}));

row("a dark host", async (page) => {
  const brightness = () => inner(page).locator(".lab").evaluate((inside) => Number(/\d+/.exec(getComputedStyle(inside).backgroundColor)[0]));
  await open(page, {});
  await works(page);
  const bright = await brightness();
  await open(page, { style: "iframe { color-scheme: dark }" });
  await works(page);
  expect([bright > 200, (await brightness()) < 60]).toEqual([true, true]);
  // Without a scheme that the test forces on all frames, each frame follows the page around it.
}, { use: { colorScheme: null } });

row("reduced motion", async (page) => {
  await open(page, {});
  expect(await inner(page).evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)).toBe(true);
  await works(page);
  await page.evaluate(async () => {
    await globalThis.lab.set({ weeks: 26 });
    await globalThis.lab.seek("2026-01-05");
    await globalThis.lab.play();
  });
  const clock = inner(page).locator(".clock strong");
  const shown = new Set();
  await expect.poll(async () => shown.add(await clock.textContent()).size).toBeGreaterThan(3);
  await page.evaluate(() => globalThis.lab.pause());
  // Weeks come whole, one after the other.
  for (const moment of shown) expect(moment).toMatch(/^Mon /);
}, { use: { reducedMotion: "reduce" } });

row("two elements on one page", async (page) => {
  const around = await startHost();
  stops.push(around.stop);
  around.put("page", TWO_ELEMENTS);
  await page.goto(`${around.origin}/page`);
  const [first, second] = await page.evaluate(() => customElements.whenDefined("delivery-lab").then(() => Promise.all([a.run(), b.run()])));
  expect(first.fingerprint).toBe(expected);
  expect(second.fingerprint).not.toBe(expected);
  await page.evaluate(() => a.remove());
  expect((await page.evaluate(() => b.run())).fingerprint).toBe(second.fingerprint);
});

row("storage denied", async (page) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await open(page, {});
  await works(page);
  await expect(inner(page).locator(".kept")).toHaveAttribute("title", /.+/);
});
