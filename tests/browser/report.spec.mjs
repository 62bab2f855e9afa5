// The reports: their figures are those of getReport(), the switch changes the denominator, charts go out as files.
import { readFile } from "node:fs/promises";
import { call, expect, openLab, root, test } from "./lab.mjs";

async function openReports(page, query = "") {
  await openLab(page, `?mode=compare&sample=side-by-side&lang=en${query}`);
  await call(page, "run");
  await root(page).getByRole("tab", { name: "Reports" }).click();
  await expect(root(page).locator('[data-indicator="opens"]')).toBeVisible();
}

const grouped = (number) => number.toLocaleString("en-US");

/** The cells of an indicator: count, denominator, rate. */
async function row(page, code) {
  const cells = root(page).locator(`[data-indicator="${code}"] td`);
  const [count, of, rate] = await cells.allInnerTexts();
  return { count: count.trim(), of: of.split("\n")[0].trim(), rate: rate.trim() };
}

test("the figures are those of the report for machines, for all deliveries and for one", async ({ page }) => {
  await openReports(page);
  const { totals, deliveries } = await call(page, "getReport");
  for (const [code, field] of [["success", "success"], ["errors", "failed"], ["opens", "opens"], ["recipient_clicks", "clicks"], ["to_deliver", "to_deliver"]]) {
    expect((await row(page, code)).count, code).toBe(grouped(totals[field]));
  }
  await root(page).getByRole("combobox", { name: "Report on" }).selectOption({ label: await option(page, "D-7 ") });
  await expect(root(page).getByText("One report: 1 delivery")).toBeVisible();
  expect((await row(page, "success")).count).toBe(grouped(deliveries[6].success));
  expect((await row(page, "opens")).count).toBe(grouped(deliveries[6].opens));
});

/** The whole label of the option that begins so. */
async function option(page, beginning) {
  const all = await root(page).getByRole("combobox", { name: "Report on" }).locator("option").allInnerTexts();
  return all.find((label) => label.startsWith(beginning));
}

test("one switch changes the denominator of rates on reception and of nothing else", async ({ page }) => {
  await openReports(page);
  const { totals } = await call(page, "getReport");
  expect((await row(page, "opens")).of).toBe(`/ ${grouped(totals.success)}`);
  const before = await row(page, "errors");
  await root(page).getByRole("button", { name: "of messages to deliver", exact: true }).click();
  await expect(root(page).locator('[data-indicator="opens"] .of')).toContainText(`/ ${grouped(totals.to_deliver)}`);
  expect(await row(page, "errors")).toEqual(before);
});

test("no rate of a report is over 100 %, and the lesson says which divisions would be", async ({ page }) => {
  await openReports(page);
  for (const basis of ["of successful messages", "of messages to deliver"]) {
    await root(page).getByRole("button", { name: basis, exact: true }).click();
    const rates = await root(page).locator(".report-table td.rate").allInnerTexts();
    const percentages = rates.join(" ").match(/[\d,.]+(?=%)/g).map((rate) => Number(rate.replaceAll(",", "")));
    expect(percentages.length).toBeGreaterThan(20);
    expect(Math.max(...percentages)).toBeLessThanOrEqual(100);
  }
  const wrong = root(page).locator('[data-report="why"] .can-pass del');
  await expect(wrong).toHaveCount(2);
  expect(Number.parseFloat((await wrong.nth(1).innerText()).replaceAll(",", ""))).toBeGreaterThan(100);
});

test("deliveries that are chosen one by one are added up", async ({ page }) => {
  await openReports(page);
  const { deliveries } = await call(page, "getReport");
  await root(page).getByRole("combobox", { name: "Report on" }).selectOption({ label: "Deliveries I choose" });
  const chosen = deliveries.slice(2, 5);
  for (const { internal_name } of chosen) await root(page).getByLabel(new RegExp(`^${internal_name} `)).check();
  await expect(root(page).getByText("Cumulated: 3 deliveries added up")).toBeVisible();
  const sum = chosen.reduce((all, one) => all + one.success, 0);
  expect((await row(page, "success")).count).toBe(grouped(sum));
});

test("a chart is a table of the same numbers, and a file that is valid by itself", async ({ page }) => {
  await openReports(page);
  const { deliveries } = await call(page, "getReport");
  const chart = root(page).locator('[data-chart="deliveries"]');
  await expect(chart.getByRole("img")).toHaveAccessibleName("Deliveries over time");
  await chart.getByRole("button", { name: "Table" }).click();
  const last = await chart.locator("tbody tr").last().locator("td").allInnerTexts();
  expect(last.reduce((all, one) => all + Number(one), 0)).toBe(deliveries.length);
  const waiting = page.waitForEvent("download");
  await chart.getByRole("button", { name: /SVG/ }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.deliveries\.svg$/);
  const svg = await readFile(await download.path(), "utf8");
  // An empty page reads it: the lab's own lets no text become a document.
  const reader = await page.context().newPage();
  const read = await reader.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const sheets = file.querySelectorAll("style, [class], [style]").length;
    return { failed: file.querySelector("parsererror") !== null, title: file.querySelector("title")?.textContent, sheets };
  }, svg);
  expect(read).toEqual({ failed: false, title: "Deliveries over time", sheets: 0 });
  expect(svg).not.toContain("var(");
});

test("the report goes out as JSON, and paper has the scenario and no controls", async ({ page }) => {
  await openReports(page);
  const { totals } = await call(page, "getReport");
  const waiting = page.waitForEvent("download");
  await root(page).getByRole("button", { name: "Save as JSON" }).click();
  const report = JSON.parse(await readFile(await (await waiting).path(), "utf8"));
  expect(report.figures).toEqual(totals);
  await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
  await root(page).getByRole("button", { name: "Print" }).click();
  expect(await page.evaluate(() => globalThis.printed)).toBe(true);
  await page.emulateMedia({ media: "print" });
  await expect(root(page).locator(".paper h1")).toBeVisible();
  await expect(root(page).getByRole("button", { name: "Print" })).toBeHidden();
  await expect(root(page).getByRole("tab", { name: "Reports" })).toBeHidden();
});

test("at 320 px the reports do not scroll sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openReports(page);
  const wider = await root(page).locator(".reports").evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
});
