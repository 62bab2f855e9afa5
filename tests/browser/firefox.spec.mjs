// The ways of embedding once more in Firefox, driven over WebDriver BiDi; the runner is Playwright's, without a browser of its own.
import { expect, test } from "@playwright/test";
import puppeteer from "puppeteer-core";

import { arrange, EMBEDDINGS, fetchSingleFile, onDisk, printTable, SINGLE_FILE, TWO_ELEMENTS } from "./embeddings.mjs";
import { startHost } from "./hosts.mjs";

// A row opens the lab several times, and a machine may be busy.
test.describe.configure({ timeout: 120_000 });

const { FIREFOX, BASE_URL } = process.env;
/** As in every browser and on the command line; asked of the lab's own page first. */
let expected;
let browser;
const rows = [];

test.skip(!FIREFOX, "no Firefox: install firefox-esr, or name one by FIREFOX=/path/to/firefox");

test.beforeAll(async () => {
  browser = await launch();
});

test.afterAll(async () => {
  await browser?.close();
  if (rows.length > 0) printTable("The embed matrix", rows);
});

function launch(extraPrefsFirefox = {}) {
  return puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true, extraPrefsFirefox });
}

/** One row of the matrix, on a page of its own that must not log an error. */
function row(name, take) {
  test(`embedded: ${name}`, async () => {
    const entry = await addRow(name);
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    try {
      expected ??= await referenceRun(page);
      await take(page);
      expect(errors).toEqual([]);
      entry.outcome = "ok";
    } finally {
      await page.close();
    }
  });
}

/** A row of the table, failed until it is through. */
async function addRow(name) {
  const version = (await browser.version()).replace(/^firefox\//, "Firefox ").split(".")[0];
  const entry = { name, browser: version, outcome: "failed" };
  rows.push(entry);
  return entry;
}

async function referenceRun(page) {
  await page.goto(BASE_URL);
  return page.evaluate(() => document.querySelector("delivery-lab").run({ weeks: 4 }).then(({ fingerprint }) => fingerprint));
}

/** It runs by the host's message to the same figures, tells so, and nothing has to scroll. */
async function works(page) {
  await page.waitForFunction(() => globalThis.lab);
  const report = await page.evaluate(() => globalThis.lab.run({ weeks: 4 }));
  expect(report).toMatchObject({ weeks: 4, fingerprint: expected });
  await page.waitForFunction((wanted) => globalThis.heard.some(([name, { fingerprint }]) => name === "run" && fingerprint === wanted), {}, expected);
  expect(await scrolls(inner(page))).toEqual([false, false]);
}

const inner = (page) => page.frames().find((frame) => frame.url().includes("/lab/"));

const scrolls = (frame) => frame.evaluate(() => {
  const page = document.scrollingElement;
  return [page.scrollWidth > page.clientWidth, page.scrollHeight > page.clientHeight];
});

for (const embedding of EMBEDDINGS) {
  row(embedding.name, async (page) => {
    if (embedding.file === SINGLE_FILE) await fetchSingleFile();
    const arranged = await arrange(embedding);
    try {
      await page.goto(arranged.address);
      if (embedding.isLazy) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(arranged.of.asked.filter((path) => path.startsWith("/lab/index"))).toEqual([]);
        await page.evaluate(() => document.querySelector("iframe").scrollIntoView());
      }
      await works(page);
      expect(await inner(page).evaluate(() => origin)).toBe(embedding.isOpaque ? "null" : arranged.of.origin);
    } finally {
      await arranged.stop();
    }
  });
}

row("the single file from a disk", (page) => onDisk(async (address) => {
  await page.goto(`${address}?weeks=4`);
  expect(await page.evaluate(() => document.querySelector("delivery-lab").run())).toMatchObject({ fingerprint: expected });
  expect(await scrolls(page.mainFrame())).toEqual([false, false]);
}));

row("two elements on one page", async (page) => {
  const around = await startHost();
  around.put("page", TWO_ELEMENTS);
  try {
    await page.goto(`${around.origin}/page`);
    const both = await page.evaluate(() => customElements.whenDefined("delivery-lab").then(() => Promise.all([a.run(), b.run()])));
    expect(both[0].fingerprint).toBe(expected);
    expect(both[1].fingerprint).not.toBe(expected);
  } finally {
    await around.stop();
  }
});

row("a dark host", async (page) => {
  const brightness = () => inner(page).evaluate(() =>
    Number(/\d+/.exec(getComputedStyle(document.querySelector("delivery-lab").shadowRoot.querySelector(".lab")).backgroundColor)[0]));
  const shown = [];
  for (const scheme of ["light", "dark"]) {
    const { address, stop } = await arrange({ style: `iframe { color-scheme: ${scheme} }` });
    await page.goto(address);
    await works(page);
    shown.push(await brightness());
    await stop();
  }
  expect([shown[0] > 200, shown[1] < 60]).toEqual([true, true]);
});

test("embedded: reduced motion", async () => {
  const entry = await addRow("reduced motion");
  const calm = await launch({ "ui.prefersReducedMotion": 1 });
  const { address, stop } = await arrange({});
  try {
    const page = await calm.newPage();
    await page.goto(address);
    expected ??= await referenceRun(await calm.newPage());
    await works(page);
    expect(await inner(page).evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)).toBe(true);
    entry.outcome = "ok";
  } finally {
    await calm.close();
    await stop();
  }
});
