// Variants of a scenario side by side: the two kinds of delivery on one clock, their keys, and the fan of seeds.
import { call, expect, openLab, test } from "./lab.mjs";
import * as names from "./names.mjs";

const RECURRING = "Recurring delivery";
const CONTINUOUS = "Continuous delivery";

/** Opens the variants of a sample. */
async function openVariants(page, query = "?sample=side-by-side") {
  await openLab(page, `${query}&mode=compare`);
  await names.section(page, "Variants").click();
  await expect(names.differences(page)).toBeVisible();
}

/** The sum of a figure over the deliveries of an activity. */
function sum(deliveries, activity, figure) {
  return deliveries.filter((one) => one.activity === activity).reduce((all, one) => all + one[figure], 0);
}

test("the same messages stand in 52 deliveries on the left and in one on the right", async ({ page }) => {
  await openVariants(page);
  const { deliveries } = await call(page, "run");
  const made = deliveries.filter(({ activity }) => activity === "recurring").length;
  const [left, right] = [names.variant(page, RECURRING), names.variant(page, CONTINUOUS)];
  await expect(left.locator(".headline b")).toHaveText(String(made));
  await expect(left.locator(".instance[data-place]")).toHaveCount(made);
  await expect(right.locator(".headline b")).toHaveText("1");
  await expect(right.locator(".grown")).toHaveCount(1);

  const rows = sum(deliveries, "recurring", "broad_logs").toLocaleString("en");
  const tracking = sum(deliveries, "recurring", "tracking_logs").toLocaleString("en");
  await expect(names.difference(page, "Deliveries")).toHaveText([String(made), "1"]);
  await expect(names.difference(page, "broadLog rows")).toHaveText([rows, rows]);
  await expect(names.difference(page, "Tracking rows")).toHaveText([tracking, tracking]);
  const messages = sum(deliveries, "recurring", "to_deliver").toLocaleString("en");
  await expect(names.difference(page, "One report shows").nth(1)).toHaveText(`${messages} of ${messages}`);

  // The continuous variant is the very run of the scenario in which somebody made the delivery continuous.
  await names.tab(page, "Play").click();
  await names.activity(page, "Recurring delivery").click();
  await names.deliveryKind(page, "Continuous").click();
  const after = (await call(page, "run")).deliveries;
  expect(after.filter(({ activity }) => activity === "recurring")).toHaveLength(1);
  expect(sum(after, "recurring", "broad_logs").toLocaleString("en")).toBe(rows);
});

test("foreign keys are lit where each run has a delivery of its own", async ({ page }) => {
  await openVariants(page);
  await call(page, "seek", "2026-06-09");
  const keys = (name) => names.variant(page, name).locator(".fk-key");
  await expect(keys(RECURRING)).toHaveCount(3);
  await expect(names.variant(page, RECURRING).locator(".fk-key.is-lit")).toHaveCount(3);
  await expect(names.variant(page, RECURRING)).toContainText("each run writes into its own");
  await expect(keys(CONTINUOUS)).toHaveCount(3);
  await expect(names.variant(page, CONTINUOUS).locator(".fk-key.is-lit")).toHaveCount(0);
  await expect(names.variant(page, CONTINUOUS)).toContainText("every run writes into the same one");
  const ids = async (name) => new Set((await keys(name).allTextContents()).map((text) => text.match(/D-\d+/)[0]));
  expect((await ids(RECURRING)).size).toBe(3);
  expect((await ids(CONTINUOUS)).size).toBe(1);

  // A card brings its own rows, by keyboard too.
  await names.variant(page, RECURRING).locator(".instance[data-place='4']").focus();
  await page.keyboard.press("Enter");
  await expect(names.variant(page, RECURRING).locator(".instance[aria-pressed='true']")).toHaveCount(1);
  await names.variant(page, RECURRING).getByRole("button", { name: "Newest rows" }).click();
  await expect(names.variant(page, RECURRING).locator(".instance[aria-pressed='true']")).toHaveCount(0);
});

test("another axis, what does not apply, and four of one's own choice", async ({ page }) => {
  await openVariants(page, "?sample=recurring-weekly");
  await call(page, "run");
  const axis = (name) => page.getByRole("group", { name: "What differs" }).getByRole("button", { name, exact: true });
  await axis("Schedule").click();
  await expect(names.difference(page, "Deliveries")).toHaveText(["52", "12"]);
  await axis("History").click();
  await expect(names.variants(page).getByText("There is no Incremental query")).toHaveCount(2);
  await axis("Own choice").click();
  await names.variants(page).getByRole("button", { name: "Once a month" }).click();
  await expect(names.difference(page, "Deliveries")).toHaveText(["52", "52", "1", "12"]);
  await expect(names.variants(page).getByRole("button", { name: "Once a week" })).toHaveAttribute("aria-disabled", "true");
});

test("a fan of seeds is cancelled, goes on and ends with its numbers", async ({ page }) => {
  test.setTimeout(90_000);
  await openVariants(page, "?sample=welcome&weeks=8");
  const report = await call(page, "run");
  const fan = names.fan(page);
  await fan.getByRole("button", { name: "Run 50 seeds" }).click();
  await expect(fan.getByRole("progressbar")).toBeVisible();
  await fan.getByRole("button", { name: "Cancel" }).click();
  await expect(fan.getByRole("progressbar")).toHaveCount(0);
  await fan.getByRole("button", { name: /^(Run 50 seeds|Go on)$/ }).click();
  await expect(fan.getByRole("button", { name: /Cancel|Go on/ })).toHaveCount(0, { timeout: 60_000 });
  await expect(fan.locator(".fan-band")).toHaveCount(1);
  await expect(fan.locator(".take-away")).toContainText("of 50 seeds");
  await fan.getByText("The numbers as a table").click();
  const last = fan.getByRole("row").last();
  await expect(last.getByRole("cell").last()).toHaveText(report.totals.broad_logs.toLocaleString("en"));
});

for (const [name, width, height] of [["wide", 1440, 900], ["frame", 1280, 720], ["narrow", 320, 740]]) {
  test(`the variants fit a page that is ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openVariants(page);
    await call(page, "run");
    await expect(names.variant(page, RECURRING).locator(".headline b")).toHaveText("52");
    const tooWide = await names.variants(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(tooWide, "the panel scrolls sideways").toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
}
