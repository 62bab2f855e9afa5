// The lab without a mouse.
import { expect, openLab, test } from "./lab.mjs";
import * as names from "./names.mjs";

/** Presses Tab until the focus is on or in `target`; fails after so many presses that it cannot be reached. */
async function tabTo(page, target) {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("Tab");
    const isThere = await target.evaluate((element) => element.contains(element.getRootNode().activeElement));
    if (isThere) return;
  }
  throw new Error("not reached by Tab");
}

test("Tab goes from the modes over the workflow to the player", async ({ page }) => {
  await openLab(page);
  await tabTo(page, names.tab(page, "Build"));
  await tabTo(page, names.workflow(page));
  await tabTo(page, names.play(page));
});

test("the focus can be seen wherever it is", async ({ page }) => {
  await openLab(page);
  for (let press = 0; press < 25; press += 1) {
    await page.keyboard.press("Tab");
    const bare = await page.evaluate(() => {
      const element = document.querySelector("delivery-lab").shadowRoot.activeElement;
      if (!element || element.matches(".visually-hidden")) return null;
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle === "none" && boxShadow === "none" ? element.outerHTML.slice(0, 120) : null;
    });
    expect(bare, "focused without a sign of it").toBeNull();
  }
});

test("Space on the player's button plays and pauses", async ({ page }) => {
  await openLab(page);
  await names.play(page).focus();
  await page.keyboard.press("Space");
  await expect(names.pause(page)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(names.play(page)).toBeFocused();
});

test("Enter opens an activity, Escape closes it and gives the focus back", async ({ page }) => {
  await openLab(page);
  await names.activity(page, "Scheduler").focus();
  await page.keyboard.press("Enter");
  await expect(names.frequency(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(names.frequency(page)).toHaveCount(0);
  await expect(names.activity(page, "Scheduler")).toBeFocused();
});

test("a dialog keeps the focus in and gives it back after Escape", async ({ page }) => {
  await openLab(page);
  await names.help(page).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press("Tab");
    // Between the last control and the first, the browser's own controls have their turn; the page behind never.
    expect(await dialog.evaluate((element) => {
      const active = element.getRootNode().activeElement;
      return active === null || element.contains(active);
    })).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(names.help(page)).toBeFocused();
});
