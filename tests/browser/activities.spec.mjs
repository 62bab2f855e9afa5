// A workflow with many activities: drawn, as an outline, in the inspector; and the list of all activities.
import { readFileSync } from "node:fs";

import { call, expect, keepPicture, openLab, test } from "./lab.mjs";
import { activity, allActivities, help, inspector, toSwedish, viewOfWorkflow, workflow } from "./names.mjs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.lab.json`, import.meta.url), "utf8"));

test("outputs have names, and those that lead nowhere have an end of their own", async ({ page }) => {
  await page.setViewportSize({ width: 2600, height: 1200 });
  await openLab(page, "?mode=play");
  await call(page, "setScenario", fixture("outputs"));
  await expect(workflow(page)).toBeVisible();
  for (const name of ["Gold and platin…", "A tenth", "Complement"]) {
    await expect(workflow(page).locator(".transition .output-name").filter({ hasText: name })).toHaveCount(1);
  }
  // "No" and the expiration of the approval.
  await expect(workflow(page).locator(".stub")).toHaveCount(3);
  await expect(activity(page, "Split")).toHaveAccessibleName(/Gold and platinum: Wait, A tenth: Approve the offer and Complement: /);
  await expect(activity(page, "Approval")).toHaveAccessibleName(/its output No leads nowhere, so the workflow pauses there/);
  const cards = await workflow(page).locator(".card").evaluateAll((all) =>
    all.map((card) => card.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
  for (const [at, one] of cards.entries()) {
    for (const other of cards.slice(at + 1)) {
      const isApart = one.x + one.width <= other.x || other.x + other.width <= one.x ||
        one.y + one.height <= other.y || other.y + other.height <= one.y;
      expect(isApart).toBe(true);
    }
  }
  await keepPicture(page, "outputs");
});

test("every activity says what is set on it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLab(page, "?mode=build");
  await call(page, "setScenario", fixture("many-activities"));
  await viewOfWorkflow(page, "Drawing").click();
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await page.locator('[data-activity="wait"]').click();
  await expect(inspector(page).getByRole("textbox", { name: "Duration" })).toHaveValue("3");
  await expect(inspector(page)).toContainText("Enable but do not execute");
  await keepPicture(page, "many-1280");
  await page.locator('[data-activity="script"]').click();
  await expect(inspector(page)).toContainText("does not execute it");
  await expect(inspector(page).locator("textarea").first()).toHaveValue("logInfo('done');");
  await viewOfWorkflow(page, "Outline").click();
  await expect(page.getByRole("treeitem").filter({ hasText: "Two days" }).last()).toContainText("leads nowhere");
  await page.setViewportSize({ width: 320, height: 800 });
  await keepPicture(page, "many-320");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});

test("the list of activities opens by the keyboard and says why some are not simulated", async ({ page }) => {
  await openLab(page, "");
  await help(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "All activities" }).press("Enter");
  await expect(allActivities(page)).toBeVisible();
  await expect(allActivities(page).getByRole("heading", { name: "Not simulated" })).toBeVisible();
  await expect(allActivities(page)).toContainText("the lab has no server");
  await keepPicture(page, "all-activities");
  await page.setViewportSize({ width: 320, height: 700 });
  const fits = await allActivities(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth);
  expect(fits).toBe(true);
  await keepPicture(page, "all-activities-320");
  await page.keyboard.press("Escape");
  await expect(allActivities(page)).toHaveCount(0);
});

test("drawn wide, dark and in Swedish", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 2600, height: 1200 });
  await openLab(page, "?mode=play");
  await call(page, "setScenario", fixture("many-activities"));
  await toSwedish(page);
  await expect(page.locator(".output-name").filter({ hasText: "Komplement" }).first()).toBeVisible();
  await keepPicture(page, "many-wide-dark");
});
