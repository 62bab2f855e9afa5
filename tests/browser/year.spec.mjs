// The year that the lab is about, driven as a person drives it: play, change one thing, play again.
import { call, expect, keepPicture, openLab, test } from "./lab.mjs";
import * as names from "./names.mjs";

/** Plays from the start to the end with the page's own controls. */
async function playYear(page) {
  await names.speed(page).selectOption(names.FASTEST);
  await names.play(page).click();
  await expect(names.pause(page)).toBeVisible();
  await expect(names.play(page)).toBeVisible({ timeout: 10_000 });
}

/** Plays the year and expects so many deliveries of each kind in the headlines. */
async function expectYear(page, recurring, continuous) {
  await playYear(page);
  await expect(names.made(page, "Recurring")).toHaveText(String(recurring));
  await expect(names.made(page, "Continuous")).toHaveText(String(continuous));
}

async function broadLogs(page) {
  return (await call(page, "getReport")).totals.broad_logs;
}

test("a year leaves 52 deliveries beside one, and every figure is the engine's", async ({ page }) => {
  await openLab(page);
  await expectYear(page, 52, 1);
  const { deliveries } = await call(page, "getReport");
  const [only] = deliveries.filter(({ activity }) => activity === "continuous");
  const rows = deliveries.filter((delivery) => delivery !== only).reduce((sum, each) => sum + each.broad_logs, 0);
  await expect(names.figure(page, "Recurring", "broadLog")).toHaveText(rows.toLocaleString("en"));
  await expect(names.figure(page, "Continuous", "broadLog")).toHaveText(only.broad_logs.toLocaleString("en"));
  await expect(names.figure(page, "Continuous", "Tracking")).toHaveText(only.tracking_logs.toLocaleString("en"));
});

test("a week at a time, and back to the start", async ({ page }) => {
  await openLab(page);
  for (const weeks of [1, 2, 3]) {
    await names.weekOn(page).click();
    await expect(names.made(page, "Recurring")).toHaveText(String(weeks));
  }
  await expect(names.made(page, "Continuous")).toHaveText("1");
  await names.reset(page).click();
  await expect(names.made(page, "Recurring")).toHaveText("0");
});

test("once a month there are 12 beside one", async ({ page }) => {
  await openLab(page);
  await names.activity(page, "Scheduler").click();
  await names.frequency(page).selectOption(names.MONTHLY);
  await expectYear(page, 12, 1);
});

test("another condition finds other people", async ({ page }) => {
  await openLab(page);
  const before = await broadLogs(page);
  await names.activity(page, "Query").click();
  await names.operator(page).selectOption(names.IS_NO);
  await expect.poll(() => broadLogs(page)).not.toBe(before);
  await expectYear(page, 52, 1);
});

test("a recurring delivery made continuous keeps to one", async ({ page }) => {
  await openLab(page, "?sample=recurring-weekly");
  await names.activity(page, "Recurring delivery").click();
  await names.deliveryKind(page, "Continuous").click();
  await playYear(page);
  await expect(names.made(page, "Continuous")).toHaveText("1");
  await expect(names.side(page, "Recurring")).toHaveCount(0);
});

test("a creative changed in June starts a second continuous delivery, and the first keeps its rows", async ({ page }) => {
  await openLab(page);
  await names.activity(page, "Continuous delivery").click();
  await names.subject(page).fill("Summer news");
  await names.changeDay(page).fill("2026-06-10");
  await names.changeFromThatDay(page).click();
  await expectYear(page, 52, 2);
  const { deliveries } = await call(page, "getReport");
  const [first, second] = deliveries.filter(({ activity }) => activity === "continuous");
  await call(page, "seek", "2026-06-09");
  await expect(names.made(page, "Continuous")).toHaveText("1");
  await expect(names.figure(page, "Continuous", "broadLog")).toHaveText(first.broad_logs.toLocaleString("en"));
  expect(second.broad_logs).toBeGreaterThan(0);
});

test("the reader's own recipients are imported and sent to", async ({ page }) => {
  await openLab(page);
  await names.recipients(page).click();
  const people = Array.from({ length: 40 }, (_, at) => `Ann${at},Test,ann${at}@example.com,se,1990-01-01`);
  const csv = ["First name,Last name,Email,Country,Birth date", ...people, "Bad,Row,no-address,se,1990-99-99"].join("\n");
  await names.csvFile(page).setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await names.takeRecipients(page).click();
  await expect(names.notice(page, "imported")).toContainText(/4[01]/);
  await expect(names.importDialog(page)).toHaveCount(0);
  expect((await call(page, "run", { weeks: 1 })).totals.broad_logs).toBeLessThanOrEqual(2 * 41);
});

test("the whole page speaks the other language at once", async ({ page }) => {
  await openLab(page);
  await call(page, "run");
  await names.toSwedish(page);
  await expect(page.locator(".lab")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { name: /^Återkommande/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Recurring/ })).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Språk" })).toBeVisible();
});

test("a year with reduced motion ends the same", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openLab(page);
  await expectYear(page, 52, 1);
  const still = await call(page, "getState");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await openLab(page);
  await expectYear(page, 52, 1);
  expect(await call(page, "getState")).toEqual(still);
});

const SIZES = [
  ["wide", 1440, 900],
  ["frame", 1280, 720],
  ["tablet", 768, 1024],
  ["phone", 360, 740],
];

for (const [name, width, height] of SIZES) {
  for (const theme of ["light", "dark"]) {
    test(`a picture of the year, ${name}, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openLab(page, `?sample=side-by-side&theme=${theme}`);
      await call(page, "run");
      await expect(names.made(page, "Recurring")).toHaveText("52");
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isTooWide, "the page scrolls sideways").toBe(false);
      await keepPicture(page, `year-${name}-${theme}`);
    });
  }
}
