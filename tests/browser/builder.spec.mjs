// The builder: one flow built in four ways, with the same scenario at the end; undo, copies, and what is refused.
import { call, expect, keepPicture, openLab, test } from "./lab.mjs";
import { viewOfWorkflow } from "./names.mjs";

const kinds = ["Scheduler", "Query", "Recurring delivery"];
const card = (page, name) => page.locator(`[data-activity="${name}"]`);
const palette = (page) => page.getByRole("complementary", { name: "Activities" });
const quickAdd = (page) => page.getByRole("dialog").getByRole("combobox");

/** Opens an empty workflow to build in. */
async function openEmpty(page) {
  await openLab(page, "?mode=build&sample=recurring-weekly");
  const scenario = await call(page, "getScenario");
  scenario.workflow = { activities: [], transitions: [] };
  await call(page, "setScenario", scenario);
  await expect(page.locator("[data-activity]")).toHaveCount(0);
}

/** What was built, and that it is the reference flow. */
async function built(page) {
  const scenario = await call(page, "getScenario");
  const { activities, transitions } = scenario.workflow;
  expect(activities.map(({ settings }) => settings.type)).toEqual(["scheduler", "query", "recurringDelivery"]);
  expect(transitions.map(({ from, to }) => `${from} ${to}`)).toEqual(["scheduler query", "query recurring"]);
  return JSON.stringify(scenario);
}

async function byMouse(page) {
  for (const kind of kinds) await palette(page).getByText(kind, { exact: true }).click();
}

async function byKeys(page) {
  await page.locator(".lab").focus();
  for (const kind of kinds) {
    await page.keyboard.press("a");
    await expect(quickAdd(page)).toBeFocused();
    await page.keyboard.type(kind);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
}

async function byOutline(page) {
  await viewOfWorkflow(page, "Outline").click();
  for (const kind of kinds) {
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await quickAdd(page).fill(kind);
    await page.getByRole("option", { name: new RegExp(`^${kind}`) }).first().click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
}

test("the same flow comes of the mouse, the keys and the outline", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const ends = [];
  for (const way of [byMouse, byKeys, byOutline]) {
    await openEmpty(page);
    await way(page);
    ends.push(await built(page));
  }
  expect(new Set(ends).size).toBe(1);
  await viewOfWorkflow(page, "Drawing").click();
  await keepPicture(page, "builder");
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1100 } });
  test("the same flow comes of taps", async ({ page }) => {
    await openEmpty(page);
    await byKeys(page);
    const byTheKeys = await built(page);
    await openEmpty(page);
    for (const kind of kinds) {
      await page.getByRole("button", { name: "Add", exact: true }).tap();
      await quickAdd(page).fill(kind);
      await page.getByRole("option", { name: new RegExp(`^${kind}`) }).first().tap();
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    expect(await built(page)).toBe(byTheKeys);
    await openEmpty(page);
    for (const kind of kinds) {
      await palette(page).getByRole("button", { name: "Activities", exact: true }).tap();
      await palette(page).getByText(kind, { exact: true }).tap();
    }
    expect(await built(page)).toBe(byTheKeys);
  });
});

test("dragging a card is one step, and undo gives the scenario back byte for byte", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLab(page, "?mode=build");
  const start = JSON.stringify(await call(page, "getScenario"));
  const box = await card(page, "continuous").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 8 * step);
  await page.mouse.up();
  const moved = await call(page, "getScenario");
  const y = (scenario) => scenario.workflow.activities.find(({ name }) => name === "continuous").y;
  expect(y(moved)).toBeGreaterThan(y(JSON.parse(start)));
  await page.getByRole("button", { name: "Undo" }).first().click();
  expect(JSON.stringify(await call(page, "getScenario"))).toBe(start);
});

test("copies go through the clipboard as text, and foreign text is told of", async ({ page }) => {
  await openLab(page, "?mode=build");
  await card(page, "query").click();
  const text = await card(page, "query").evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, composed: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
  expect(JSON.parse(text).format).toBe("delivery-lab/clipping");
  const paste = (given) =>
    card(page, "query").evaluate((element, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", given);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }));
    }, given);
  await paste(text);
  await expect(card(page, "query2")).toHaveCount(1);
  await paste("Dear all,");
  await expect(page.getByRole("alert")).toContainText("The clipboard holds no activities of the lab");
});

test("the findings of the drawing have remedies that can be undone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openLab(page, "?mode=build");
  const scenario = await call(page, "getScenario");
  scenario.workflow.transitions.push({ from: "query", to: "continuous" });
  await call(page, "setScenario", scenario);
  const before = JSON.stringify(await call(page, "getScenario"));
  const remedy = page.getByRole("button", { name: /^Make .* incremental$/ }).first();
  await remedy.click();
  expect(JSON.stringify(await call(page, "getScenario"))).not.toBe(before);
  await page.getByRole("button", { name: "Undo" }).first().click();
  expect(JSON.stringify(await call(page, "getScenario"))).toBe(before);
});
