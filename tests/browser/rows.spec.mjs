// Deliveries, rows and recipients: filters, the rows behind a figure, one recipient, CSV files.
import { readFile } from "node:fs/promises";

import { violations } from "./axe.mjs";
import { call, expect, openLab, root, test } from "./lab.mjs";

const list = (page) => page.locator("section.deliveries");
const logs = (page) => page.locator("section.logs");
const person = (page) => page.locator("section.person");
const pagerRows = (of) => of.getByRole("navigation", { name: "Pages of the log" }).locator(".pager-rows");
const count = (text) => Number(text.replace(/\D/g, ""));

/** The end of the year in Compare mode. */
async function openYear(page, query = "") {
  await openLab(page, `?mode=compare${query}`);
  return call(page, "run");
}

test("the delivery list is filtered, and its totals are of what it has", async ({ page }) => {
  const { deliveries, totals } = await openYear(page);
  const total = root(page).locator(".totals-row");
  await expect(total.getByRole("button", { name: /^Messages to send/ })).toHaveText(
    totals.to_deliver.toLocaleString("en"),
  );
  const fields = page.getByRole("search", { name: "Which deliveries" });
  await fields.getByRole("combobox", { name: "Kind" }).selectOption("Continuous delivery");
  const own = deliveries.filter(({ activity }) => activity === "continuous");
  await expect(root(page).locator(".deliveries tbody tr")).toHaveCount(own.length);
  await expect(total).toContainText(`${own.length} delivery`);
  await fields.getByRole("searchbox").fill("no such delivery");
  await expect(page.getByText("No delivery is like this.")).toBeVisible();
  await fields.getByRole("button", { name: "Clear" }).click();
  await expect(list(page)).toContainText(`1–50 of ${deliveries.length}`);
});

test("behind a figure are as many rows, and a row leads to its moment and back", async ({ page }) => {
  await openYear(page);
  await root(page).locator(".row-button").first().click();
  const figure = logs(page).locator(".log-figures").getByRole("button", { name: /^Opens/ });
  const opens = count(await figure.textContent());
  await figure.click();
  await expect(logs(page).locator(".traced")).toContainText(`Opens: ${opens.toLocaleString("en")} rows`);
  await expect(pagerRows(logs(page))).toContainText(`of ${opens.toLocaleString("en")}`);
  await expect(logs(page).locator(".log-table tbody tr")).toHaveCount(Math.min(25, opens));
  const before = (await call(page, "getState")).moment ?? null;
  await logs(page).getByRole("button", { name: /^Go to the moment of row/ }).first().click();
  await expect(page.locator(".marked-note")).toContainText("The timeline stands at");
  await page.locator(".marked-note").getByRole("button", { name: /^Back to/ }).click();
  await expect(page.locator(".marked-note")).toHaveCount(0);
  expect((await call(page, "getState")).moment ?? null).toEqual(before);
});

test("the figures of all runs of an activity have their rows too, and a filter narrows them down", async ({ page }) => {
  const { deliveries } = await openYear(page);
  const rows = deliveries
    .filter(({ activity }) => activity === "recurring")
    .reduce((sum, each) => sum + each.tracking_logs, 0);
  await root(page).locator(".side.is-rec").getByRole("button", { name: /^Tracking log rows/ }).click();
  await expect(pagerRows(logs(page))).toContainText(`of ${rows.toLocaleString("en")}`);
  const fields = page.getByRole("search", { name: "Which rows" });
  await fields.getByRole("combobox", { name: "URL" }).selectOption("opt-out link");
  const optOuts = deliveries
    .filter(({ activity }) => activity === "recurring")
    .reduce((sum, each) => sum + each.unsubscriptions, 0);
  await expect(pagerRows(logs(page))).toContainText(`of ${optOuts.toLocaleString("en")}`);
});

test("a recipient is followed through all runs, and each run says why", async ({ page }) => {
  await openYear(page);
  await root(page).locator(".row-button").first().click();
  const follow = logs(page).getByRole("button", { name: /^Follow / }).first();
  const name = (await follow.textContent()).trim();
  await follow.click();
  await expect(person(page).getByRole("heading").first()).toContainText(name);
  await expect(person(page).locator("tbody tr").first()).toContainText("Targeted");
  await person(page).getByRole("tab", { name: "Why, run by run" }).click();
  await expect(person(page).locator(".met-answer").first()).toHaveText("Yes");
  const chain = person(page).locator(".chain").first();
  await chain.locator("summary").click();
  await expect(chain.getByRole("listitem").first()).toBeVisible();
  await person(page).getByRole("button", { name: "Another recipient" }).click();
  await person(page).getByRole("searchbox").fill("17");
  await person(page).getByRole("button", { name: "Find" }).click();
  await person(page).getByRole("button", { name: /^Recipient 17,/ }).click();
  await expect(person(page).getByText(/^A message in \d+ of \d+ runs until now\.$/)).toBeVisible();
});

test("a CSV file has as many lines as the figure, and its fields are named", async ({ page }) => {
  const { totals } = await openYear(page, "&weeks=12");
  for (const [what, rows, field] of [
    ["broadLog", totals.broad_logs, "iBroadLogId"],
    ["Tracking log", totals.tracking_logs, "iTrackingLogId"],
  ]) {
    const menu = root(page).locator("details.files");
    if (!(await menu.evaluate((details) => details.open))) await menu.locator("summary").click();
    const saved = page.waitForEvent("download");
    await menu.getByRole("button", { name: `${what} as CSV` }).click();
    const file = await (await saved).path();
    const lines = (await readFile(file, "utf8")).trimEnd().split("\r\n");
    expect(lines.length).toBe(rows + 1);
    expect(lines[0].startsWith(`${field},`)).toBe(true);
    await expect(page.getByRole("region", { name: "CSV file" })).toContainText(`saved with ${rows.toLocaleString("en")}`);
    await page.getByRole("region", { name: "CSV file" }).getByRole("button", { name: "Close" }).click();
  }
});

test.describe("what everybody can use", () => {
  for (const [width, theme] of [[1280, "light"], [360, "dark"]]) {
    test(`rows and a recipient, ${width} wide, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openYear(page, `&weeks=6&theme=${theme}`);
      await root(page).locator(".row-button").first().click();
      const found = await violations(page, "the dashboard and the broadLog");
      await logs(page).getByRole("tab", { name: /^Tracking log/ }).click();
      await logs(page).getByRole("button", { name: /^Go to the moment of row/ }).first().click();
      await logs(page).getByRole("button", { name: /^Follow / }).first().click();
      found.push(...(await violations(page, "a marked row and a trail")));
      await person(page).getByRole("tab", { name: "Why, run by run" }).click();
      await expect(person(page).locator(".met-answer").first()).toBeVisible();
      await person(page).locator(".chain summary").first().click();
      found.push(...(await violations(page, "the chain of rules")));
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), "sideways").toBe(false);
    });
  }
});
