// Stepping by a unit, and resting at a breakpoint with a sentence that is seen and heard once.
import { call, expect, openLab, test } from "./lab.mjs";
import * as names from "./names.mjs";

const unit = (page) => names.transport(page).getByRole("combobox", { name: "Step by" });
const spoken = (page) => page.evaluate(() =>
  document.querySelector("delivery-lab").shadowRoot.querySelector(".spoken").textContent);
const shown = (page) => names.transport(page).locator(".clock strong").textContent();

/** Opens the dialog and switches one breakpoint on or off. */
async function switchBreakpoint(page, name) {
  await names.transport(page).getByRole("button", { name: "Breakpoints" }).click();
  const dialog = page.getByRole("dialog", { name: "Breakpoints" });
  await dialog.getByRole("checkbox", { name }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
}

test("a step on and a step back are each other's reverse, by buttons and by keys", async ({ page }) => {
  await openLab(page);
  for (const [value, name] of [["Launch", "A launch"], ["Delivery", "A delivery"], ["Event", "An event"], ["Day", "A day"]]) {
    await unit(page).selectOption(value);
    const on = names.transport(page).getByRole("button", { name: `${name} on` });
    const back = names.transport(page).getByRole("button", { name: `${name} back` });
    await on.click();
    await on.click();
    const second = await shown(page);
    await on.click();
    expect(await shown(page)).not.toBe(second);
    await back.click();
    expect(await shown(page)).toBe(second);
    await on.press(".");
    await on.press(",");
    expect(await shown(page)).toBe(second);
    await names.reset(page).click();
  }
});

test("the player rests at its breakpoint, says why once, and goes on to the next", async ({ page }) => {
  await openLab(page, "?sample=recurring-weekly");
  await switchBreakpoint(page, "A delivery is created");
  await names.speed(page).selectOption("As fast as possible");
  const why = names.transport(page).locator(".rested");
  const moments = [];
  for (let time = 0; time < 3; time += 1) {
    await names.play(page).click();
    await expect(why).toContainText("a delivery is created.");
    await expect(names.play(page)).toBeVisible();
    moments.push(await shown(page));
    expect(await why.textContent()).toContain(moments.at(-1));
    await expect.poll(() => spoken(page)).toBe(await why.textContent());
  }
  expect(new Set(moments).size).toBe(3);
  await switchBreakpoint(page, "A delivery is created");
  await expect(why).toBeHidden();
  await names.play(page).click();
  await expect(names.transport(page)).toContainText("week 52 of 52");
});

test("an activity with a breakpoint has a mark that is read out", async ({ page }) => {
  await openLab(page, "?sample=recurring-weekly");
  await switchBreakpoint(page, "Query");
  await expect(page.locator("delivery-lab").locator(".card-breakpoint")).toHaveCount(1);
});

test("it rests where more than so many cross a transition, and where someone is mailed twice", async ({ page }) => {
  await openLab(page);
  await names.transport(page).getByRole("button", { name: "Breakpoints" }).click();
  const dialog = page.getByRole("dialog", { name: "Breakpoints" });
  await dialog.getByRole("combobox", { name: "Transition" }).selectOption({ label: "Query → Weekly newsletter" });
  await dialog.getByRole("spinbutton", { name: "More than" }).fill("6500");
  await dialog.getByRole("button", { name: "Add" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await names.speed(page).selectOption("As fast as possible");
  await names.play(page).click();
  const why = names.transport(page).locator(".rested");
  await expect(why).toContainText(/: 6,5\d\d go from “?Query”? to “?Weekly newsletter”?, more than 6,500\./);
  await names.reset(page).click();
  await switchBreakpoint(page, "Someone is mailed twice");
  await names.play(page).click();
  // Both branches launch on the first Monday: whoever is in the newsletter then has had the welcome e-mail.
  const { deliveries } = await call(page, "getReport");
  const [first] = deliveries.filter(({ activity }) => activity === "recurring");
  const count = first.to_deliver.toLocaleString("en");
  await expect(why).toContainText(`Mon 5 Jan 2026, 09:00: ${count} recipients get their second message.`);
});
