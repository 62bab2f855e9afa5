// The embed matrix: each way to put the lab into a page opens it, runs it to the same figures, and scrolls nothing; a table at the end.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { hostPage, startHost } from "./hosts.mjs";
import { expect, test } from "./lab.mjs";

const CORS = { "access-control-allow-origin": "*" };
/** What a host may set on its pages at its strictest. */
const NONCE_CSP = "default-src 'none'; script-src 'nonce-cafe' 'strict-dynamic'; style-src 'nonce-cafe'; img-src data:; frame-src *; object-src 'none'; base-uri 'none'";
/** What the lab's own server may set at its strictest. */
const STRICT_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

const rows = [];
const servers = [];
let expected;

/** A server that is stopped when the file is through. */
async function host(options) {
  const started = await startHost(options);
  servers.push(started);
  return started;
}

/** One row of the matrix, in a browser of its own settings. */
function row(name, take, { use, isNoisy = false } = {}) {
  test.describe(name, () => {
    if (use) test.use(use);
    if (isNoisy) test.use({ mayComplain: true });
    test(`embedded: ${name}`, async ({ page, browser }) => {
      const entry = { name, browser: `Chromium ${browser.version().split(".")[0]}`, outcome: "failed" };
      rows.push(entry);
      expected ??= await referenceRun(browser);
      await take({ page, browser });
      entry.outcome = "ok";
    });
  });
}

test.afterAll(async () => {
  for (const server of servers) await server.stop();
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, browser, outcome }) => `  ${name.padEnd(width)}  ${browser}  ${outcome}`);
  console.log(["", "The embed matrix", ...lines, ""].join("\n"));
});

/** The fingerprint of four weeks on the lab's own page, which every embedding has to come to. */
async function referenceRun(browser) {
  const page = await browser.newPage();
  await page.goto(process.env.BASE_URL);
  const report = await page.locator("delivery-lab").evaluate((lab) => lab.run({ weeks: 4 }));
  await page.close();
  return report.fingerprint;
}

/** A page of `around` with a frame that shows the lab of `of`; waits until the lab is there and gives the frame. */
async function openFramed(page, around, of, { attributes = "", file = "index.html", query = "", headers = {}, ...looks } = {}) {
  const frame = `<iframe src="${of.origin}/lab/${file}${query}" title="Delivery Lab" ${attributes}></iframe>`;
  around.put("page", { html: hostPage(frame, looks), headers });
  await page.goto(`${around.origin}/page`);
  await page.waitForFunction(() => globalThis.lab);
  return inner(page);
}

const inner = (page) => page.frameLocator("iframe").locator("delivery-lab");

/** It is there, runs by the host's message to the same figures, tells it, and nothing has to scroll. */
async function works(page) {
  await expect(inner(page).locator('[part="root"] > *').first()).toBeVisible();
  const report = await page.evaluate(() => globalThis.lab.run({ weeks: 4 }));
  expect(report).toMatchObject({ weeks: 4, fingerprint: expected });
  await expect.poll(() => page.evaluate(() => heard.filter(([name]) => name === "run").map(([, { fingerprint }]) => fingerprint))).toContain(expected);
  expect(await scrolls(inner(page))).toEqual([false, false]);
}

/** Whether the page around an element scrolls, across and down. */
const scrolls = (locator) => locator.evaluate(({ ownerDocument: { scrollingElement: page } }) =>
  [page.scrollWidth > page.clientWidth, page.scrollHeight > page.clientHeight]);

row("a frame of the same origin", async ({ page }) => {
  const one = await host();
  await openFramed(page, one, one);
  await works(page);
});

row("a frame of another origin", async ({ page }) => {
  const lab = await openFramed(page, await host(), await host({ name: "localhost" }));
  await works(page);
  expect(await lab.evaluate(() => location.hostname)).toBe("localhost");
});

row('sandbox="allow-scripts", files with a CORS header', async ({ page }) => {
  const lab = await openFramed(page, await host(), await host({ labHeaders: CORS }), { attributes: 'sandbox="allow-scripts"' });
  await works(page);
  expect(await lab.evaluate(() => origin)).toBe("null");
}, { isNoisy: true });

row('sandbox="allow-scripts", the single file', async ({ page }) => {
  const lab = await openFramed(page, await host(), await host(), { attributes: 'sandbox="allow-scripts"', file: await singleFile() });
  await works(page);
  expect(await lab.evaluate(() => origin)).toBe("null");
});

row('sandbox="allow-scripts allow-same-origin"', async ({ page }) => {
  await openFramed(page, await host(), await host(), { attributes: 'sandbox="allow-scripts allow-same-origin"' });
  await works(page);
});

row("a host with nonce and strict-dynamic", async ({ page }) => {
  await openFramed(page, await host(), await host(), { nonce: "cafe", headers: { "content-security-policy": NONCE_CSP } });
  await works(page);
});

row("the lab's own strict policy", async ({ page }) => {
  await openFramed(page, await host(), await host({ labHeaders: { "content-security-policy": STRICT_CSP } }));
  await works(page);
});

row("loading=lazy", async ({ page }) => {
  const lab = await host();
  await openFramed(page, await host(), lab, { attributes: 'loading="lazy"', style: "iframe { margin-top: 9000px }" });
  await page.waitForTimeout(500);
  expect(lab.asked.filter((path) => path.endsWith(".html"))).toEqual([]);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await works(page);
});

row("out of sight, then in sight", async ({ page }) => {
  const lab = await openFramed(page, await host(), await host({ name: "localhost" }), { style: "iframe { margin-top: 9000px }" });
  await page.evaluate(() => globalThis.lab.ready);
  // Frames that nobody sees get no animation frames at all.
  expect(await page.evaluate(() => globalThis.lab.run({ weeks: 4 }))).toMatchObject({ fingerprint: expected });
  await page.evaluate(() => globalThis.lab.set({ weeks: 52 }));
  await page.evaluate(() => globalThis.lab.seek("2026-01-05").then(() => globalThis.lab.play()));
  const frames = lab.evaluate(() => new Promise((resolve) => {
    let count = 0;
    const next = () => requestAnimationFrame(() => ((count += 1), next()));
    next();
    setTimeout(() => resolve(count), 2_600);
  }));
  expect(await frames).toBeLessThan(3);
  const moment = () => page.evaluate(async () => Date.parse((await globalThis.lab.getState()).moment));
  const unseen = await moment();
  // Weeks have passed all the same, as timers run.
  expect(unseen).toBeGreaterThan(Date.parse("2026-01-19"));
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await lab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  // Back in sight it neither takes back what it told nor rushes to the end.
  const seen = await moment();
  expect(seen).toBeGreaterThanOrEqual(unseen);
  expect(seen).toBeLessThan(Date.parse("2026-12-01"));
  await page.evaluate(() => globalThis.lab.pause());
  await works(page);
});

row("the single file from a disk", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "delivery-lab-"));
  try {
    const answer = await fetch(new URL(await singleFile(), process.env.BASE_URL));
    const file = join(folder, "delivery-lab.html");
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${pathToFileURL(file)}?weeks=4`);
    const lab = page.locator("delivery-lab");
    await expect(lab.locator('[part="root"] > *').first()).toBeVisible();
    expect(await lab.evaluate((element) => element.run())).toMatchObject({ fingerprint: expected });
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(await scrolls(lab)).toEqual([false, false]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

row("a dark host", async ({ page }) => {
  const brightness = (lab) => lab.locator(".lab").evaluate((inside) => Number(/\d+/.exec(getComputedStyle(inside).backgroundColor)[0]));
  const [around, of] = [await host(), await host({ name: "localhost" })];
  const light = await openFramed(page, around, of);
  await works(page);
  const bright = await brightness(light);
  const dark = await openFramed(page, around, of, { style: "iframe { color-scheme: dark }" });
  await works(page);
  expect([bright > 200, (await brightness(dark)) < 60]).toEqual([true, true]);
  // Without a scheme that the test forces on all frames, each frame follows the page around it.
}, { use: { colorScheme: null } });

row("reduced motion", async ({ page }) => {
  const lab = await openFramed(page, await host(), await host({ name: "localhost" }));
  expect(await lab.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)).toBe(true);
  await works(page);
  await page.evaluate(async () => {
    await globalThis.lab.set({ weeks: 26 });
    await globalThis.lab.seek("2026-01-05");
    await globalThis.lab.play();
  });
  const clock = lab.locator(".clock strong");
  const shown = new Set();
  await expect.poll(async () => shown.add(await clock.textContent()).size).toBeGreaterThan(3);
  await page.evaluate(() => globalThis.lab.pause());
  // Weeks come whole, one after the other.
  for (const moment of shown) expect(moment).toMatch(/^Mon /);
}, { use: { reducedMotion: "reduce" } });

row("320 px wide", async ({ page }) => {
  await openFramed(page, await host(), await host(), { style: "iframe { width: 320px; height: 640px }" });
  await works(page);
});

row("two elements on one page", async ({ page }) => {
  const one = await host();
  const labs = '<delivery-lab id="a" weeks="4"></delivery-lab><delivery-lab id="b" weeks="4" sample="birthday"></delivery-lab>';
  one.put("page", `<!doctype html><title>Two</title><link rel="icon" href="data:,"><style>delivery-lab { height: 500px }</style>
    <script type="module" src="/lab/boot.js"></script>${labs}`);
  await page.goto(`${one.origin}/page`);
  const [first, second] = await page.evaluate(() => customElements.whenDefined("delivery-lab").then(() => Promise.all([a.run(), b.run()])));
  expect(first.fingerprint).toBe(expected);
  expect(second.fingerprint).not.toBe(expected);
  await page.evaluate(() => a.remove());
  expect((await page.evaluate(() => b.run())).fingerprint).toBe(second.fingerprint);
});

row("storage denied", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await openFramed(page, await host(), await host({ name: "localhost" }));
  await works(page);
});

/** The name of the single file on the site; without it the row says what is missing. */
async function singleFile() {
  const answer = await fetch(new URL("delivery-lab.html", process.env.BASE_URL));
  expect(answer.status, "delivery-lab.html beside the site's index.html, which the build makes").toBe(200);
  return "delivery-lab.html";
}

test("the matrix has a row for every way in the list", () => {
  expect(rows.filter(({ outcome }) => outcome === "ok")).toHaveLength(rows.length);
  expect(rows.length).toBeGreaterThanOrEqual(15);
});
