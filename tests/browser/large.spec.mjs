// A run longer than a frame: a million recipients for a year. The page answers all the while.
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { call, expect, heard, keepPicture, listen, openLab, refusal, test } from "./lab.mjs";
import { cancelRun, made, runAgain, runBand, runProgress, weekOn } from "./names.mjs";

/** Who is simulated, and for how long: enough for a run of many slices. */
const PEOPLE = 1_000_000;
const WEEKS = 520;
/** No single slice takes this long, in milliseconds, however busy the machine. How long they take is measured elsewhere. */
const LONGEST_GAP = 2_000;
const ROOT = new URL("../../", import.meta.url).pathname;

test.setTimeout(180_000);

/** The scenario on show with this many recipients. */
async function withPeople(page, size) {
  const scenario = await call(page, "getScenario");
  return { ...scenario, population: { ...scenario.population, source: "generated", size } };
}

/** Notes the time of each frame until `stopFrames`. */
function startFrames(page) {
  return page.evaluate(() => {
    const times = [];
    let next;
    const note = () => {
      times.push(performance.now());
      next = requestAnimationFrame(note);
    };
    next = requestAnimationFrame(note);
    globalThis.stopFrames = () => {
      cancelAnimationFrame(next);
      return times;
    };
  });
}

/** The gaps between frames in milliseconds, smallest first. */
async function stopFrames(page) {
  const times = await page.evaluate(() => globalThis.stopFrames());
  return times.slice(1).map((until, index) => until - times[index]).sort((a, b) => a - b);
}

/** Gaps in one line. */
function spread(gaps) {
  const share = (part) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * part))].toFixed(0);
  return `median ${share(0.5)}, 95% ${share(0.95)}, 99% ${share(0.99)}, longest ${share(1)}`;
}

test("frames keep coming while many people are simulated, and the outcome is that of the command line", async ({ page }) => {
  await listen(page);
  await openLab(page, "?sample=side-by-side&seed=7");
  const scenario = { ...(await withPeople(page, PEOPLE)), weeks: WEEKS };
  await startFrames(page);
  const began = Date.now();
  await call(page, "setScenario", scenario);
  await expect(runProgress(page)).toBeVisible();
  await expect(runBand(page)).toContainText("before your last change");
  // The player and the figures of before remain usable.
  await weekOn(page).click();
  await expect(made(page, "Recurring")).toHaveText("1");
  await expect(runBand(page)).toContainText(/week \d+ of 520/, { timeout: 30_000 });
  await expect(runBand(page)).toContainText(/about \d+ \w+ left/, { timeout: 30_000 });
  await keepPicture(page, "large-run");
  const report = await call(page, "run");
  const seconds = (Date.now() - began) / 1_000;
  const gaps = await stopFrames(page);
  console.log(`      ${PEOPLE} recipients, ${WEEKS} weeks: ${seconds.toFixed(1)} s, ${gaps.length} frames, gaps in ms: ${spread(gaps)}`);
  expect(gaps.length).toBeGreaterThan(20);
  expect(gaps.at(-1)).toBeLessThan(LONGEST_GAP);
  await expect(runProgress(page)).toHaveCount(0);
  expect(report.totals.broad_logs).toBeGreaterThan(PEOPLE * 10);
  await expect.poll(() => heard(page, "run").then((all) => all.at(-1)?.[1].fingerprint)).toBe(report.fingerprint);

  const seeks = await page.locator("delivery-lab").evaluate(async (lab) => {
    const all = [];
    for (let week = 1; week <= 40; week += 1) {
      const date = new Date(Date.UTC(2026, 0, 5 + 7 * ((week * 17) % 52), 12)).toISOString();
      const began = performance.now();
      await lab.seek(date);
      await new Promise((resolve) => setTimeout(resolve));
      all.push(performance.now() - began);
    }
    return all.sort((a, b) => a - b);
  });
  console.log(`      a seek with everything drawn anew, in ms: ${spread(seeks)}`);

  const file = join(mkdtempSync(join(tmpdir(), "lab-")), "large.lab.json");
  writeFileSync(file, JSON.stringify(scenario));
  const native = simulate(file);
  expect(native.fingerprint).toBe(report.fingerprint);
});

test("a run can be cancelled by the keyboard and taken up again", async ({ page }) => {
  await openLab(page, "?sample=side-by-side");
  await call(page, "setScenario", await withPeople(page, 1_000_000));
  const waiting = refusal(page, "getReport");
  await expect(cancelRun(page)).toBeVisible();
  await cancelRun(page).focus();
  await page.keyboard.press("Enter");
  await expect(runProgress(page)).toHaveCount(0);
  expect(await waiting).toMatch(/cancelled or replaced/);
  await expect(runBand(page)).toContainText("The figures shown are from before your last change.");
  expect(await refusal(page, "getReport")).toMatch(/Call run\(\)/);
  await runAgain(page).click();
  await expect(runProgress(page)).toBeVisible();
  // A small edit takes the place of the large run.
  await call(page, "setScenario", await withPeople(page, 1_000));
  await expect(runBand(page)).toHaveCount(0);
  expect((await call(page, "getReport")).totals.broad_logs).toBeLessThan(100_000);
});

test("a page opened with a large scenario says that there are no figures yet", async ({ page }) => {
  await openLab(page, "?sample=birthday");
  const scenario = await withPeople(page, 1_000_000);
  await openLab(page, "?sample=side-by-side");
  await call(page, "setScenario", scenario);
  await expect(runProgress(page)).toBeVisible();
  await cancelRun(page).click();
  await expect(runBand(page)).toContainText("so there are no figures");
  await page.setViewportSize({ width: 320, height: 640 });
  await keepPicture(page, "large-run-cancelled-320");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});

test("a million rows are written as CSV while frames keep coming", async ({ page }) => {
  await openLab(page, "?sample=recurring-weekly&mode=compare");
  await call(page, "setScenario", await withPeople(page, 40_000));
  const { totals } = await call(page, "run");
  expect(totals.broad_logs).toBeGreaterThan(1_000_000);
  const menu = page.locator("delivery-lab").locator("details.files");
  await menu.locator("summary").click();
  await startFrames(page);
  const began = Date.now();
  const [file] = await Promise.all([
    page.waitForEvent("download", { timeout: 120_000 }),
    menu.getByRole("button", { name: "broadLog as CSV" }).click(),
  ]);
  const path = await file.path();
  const seconds = (Date.now() - began) / 1_000;
  const gaps = await stopFrames(page);
  console.log(`      ${totals.broad_logs} rows as CSV: ${seconds.toFixed(1)} s, ${gaps.length} frames, gaps in ms: ${spread(gaps)}`);
  expect(gaps.length).toBeGreaterThan(20);
  expect(gaps.at(-1)).toBeLessThan(LONGEST_GAP);
  let lines = 0;
  for await (const chunk of createReadStream(path)) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  expect(lines).toBe(totals.broad_logs + 1);
});

/** What the command line makes of a scenario file. */
function simulate(file) {
  const command = ["run", "--quiet", "--no-default-features", "--bin", "simulate", "--", "--format", "json", file];
  const done = spawnSync("cargo", command, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  expect(done.status, done.stderr).toBe(0);
  return JSON.parse(done.stdout);
}
