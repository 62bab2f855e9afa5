// What is drawn is what the command line counts: every sample's comparison, delivery list and reports beside `simulate`.
import { spawnSync } from "node:child_process";

import { call, expect, openLab, root, test } from "./lab.mjs";
import { tab } from "./names.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const SAMPLES = ["side-by-side", "recurring-weekly", "continuous-weekly", "birthday", "welcome", "seasonal-list"];
/** The columns of the delivery list that are counts, by the name that `simulate` gives them. */
const FIGURES = ["to_deliver", "processed", "success"];

const grouped = (number) => number.toLocaleString("en-US");

/** What the command line makes of a sample. */
function simulate(sample) {
  const command = ["run", "--quiet", "--no-default-features", "--bin", "simulate", "--", "--format", "json", "--sample", sample];
  const done = spawnSync("cargo", command, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  expect(done.status, done.stderr).toBe(0);
  return JSON.parse(done.stdout);
}

test.beforeAll(() => {
  // Cargo may have to build the program first.
  test.setTimeout(1_200_000);
  simulate("recurring-weekly");
});

for (const sample of SAMPLES) {
  test(`the figures drawn for ${sample} are those of simulate`, async ({ page }) => {
    const { deliveries, totals } = simulate(sample);
    await openLab(page, `?sample=${sample}&lang=en`);
    await call(page, "run");
    const { workflow } = await call(page, "getScenario");
    const drawn = workflow.activities.map(({ name }) => name);
    const activities = drawn.filter((name) => deliveries.some(({ activity }) => activity === name));
    const sides = root(page).getByRole("region", { name: "Deliveries so far" }).locator("section.side");
    await expect(sides).toHaveCount(activities.length);
    for (const [place, activity] of activities.entries()) {
      const own = deliveries.filter((one) => one.activity === activity);
      const sum = (field) => grouped(own.reduce((all, one) => all + one[field], 0));
      const side = sides.nth(place);
      await expect(side.locator(".headline b")).toHaveText(grouped(own.length));
      const figure = (name) => side.locator("dl > div").filter({ hasText: name }).locator("dd");
      await expect(figure("broadLog")).toHaveText(sum("broad_logs"));
      await expect(figure("Tracking")).toHaveText(sum("tracking_logs"));
    }
    // The list: how many there are, and the row of totals.
    await tab(page, "Compare").click();
    await expect(page.locator("#deliveries-heading .count")).toHaveText(grouped(deliveries.length));
    const total = await root(page).locator(".deliveries tfoot").innerText();
    for (const field of FIGURES) expect(total.split(/\s+/), field).toContain(grouped(totals[field]));
    // The reports.
    await root(page).getByRole("tab", { name: "Reports" }).click();
    const indicators = { to_deliver: "to_deliver", success: "success", errors: "failed", opens: "opens", recipient_clicks: "clicks" };
    for (const [code, field] of Object.entries(indicators)) {
      await expect(root(page).locator(`[data-indicator="${code}"] td`).first(), code).toHaveText(grouped(totals[field]));
    }
  });
}
