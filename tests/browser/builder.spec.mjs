// The builder: one flow built in four ways, with the same scenario at the end; undo, copies, and what is refused.
import { call, expect, keepPicture, openLab, test } from "./lab.mjs";
import { viewOfWorkflow } from "./names.mjs";

const kinds = ["Scheduler", "Query", "Recurring delivery"];
const card = (page, name) => page.locator(`[data-activity="${name}"]`);
const palette = (page) => page.getByRole("complementary", { name: "Activities" });
const quickAdd = (page) => page.getByRole("dialog").getByRole("combobox");

/** Chooses a transition, such as "query recurring", by a click on the middle of its way. */
async function choose(page, ends) {
  const { workflow } = await call(page, "getScenario");
  const link = workflow.transitions.findIndex(({ from, to }) => `${from} ${to}` === ends);
  const at = await page.locator(`[data-link="${link}"]`).evaluate((path) => {
    const middle = path.getPointAtLength(path.getTotalLength() / 2);
    const { x, y } = middle.matrixTransform(path.getScreenCTM());
    return [x, y];
  });
  await page.mouse.click(...at);
  await expect(page.locator("[data-grip]")).toHaveCount(2);
}

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

test("an end of a transition is dragged elsewhere in one step, and what is refused says why", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openLab(page, "?mode=build");
  const start = JSON.stringify(await call(page, "getScenario"));
  const leads = async () =>
    (await call(page, "getScenario")).workflow.transitions.map(({ from, to }) => `${from} ${to}`);
  await choose(page, "query recurring");
  const grip = page.locator('[data-end="end"]');
  const reach = await grip.locator("circle").first().boundingBox();
  expect(Math.min(reach.width, reach.height)).toBeGreaterThanOrEqual(24);
  const drag = async (to, steps = 8) => {
    const from = await page.locator('[data-end="end"]').boundingBox();
    const box = await card(page, to).boundingBox();
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps });
  };
  await drag("scheduler");
  await expect(page.locator(".b-tip")).toContainText("A Scheduler starts a branch");
  await expect(card(page, "scheduler")).toHaveClass(/is-refused/);
  await page.mouse.up();
  expect(await leads()).toContain("query recurring");
  await expect(page.getByRole("alert")).toContainText("Scheduler");
  await drag("continuous");
  await expect(card(page, "continuous")).toHaveClass(/is-doubtful/);
  await page.mouse.up();
  expect(await leads()).toContain("query continuous");
  expect(await leads()).not.toContain("query recurring");
  await page.getByRole("button", { name: "Undo" }).first().click();
  expect(JSON.stringify(await call(page, "getScenario"))).toBe(start);
});

test("an end of a transition is led elsewhere by keys and by a list", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openLab(page, "?mode=build");
  const leads = async () =>
    (await call(page, "getScenario")).workflow.transitions.map(({ from, to }) => `${from} ${to}`);
  await card(page, "query").click();
  await card(page, "query").focus();
  await page.keyboard.press("l");
  await expect(page.locator(".b-pad")).toHaveAttribute("aria-label", /^Transition from /);
  await page.keyboard.press("c");
  await expect(page.locator(".b-banner")).toContainText("choose where it shall lead");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(leads).not.toContain("query recurring");
  await page.keyboard.press("Control+z");
  await expect.poll(leads).toContain("query recurring");
  await choose(page, "query recurring");
  await page.locator(".b-pad").getByRole("button", { name: "Lead to…" }).click();
  await page.getByRole("listbox").getByRole("option", { name: /Welcome|Continuous/ }).first().click();
  await expect.poll(leads).toContain("query continuous");
});

test("the drawing moves on while something is dragged at its edge, and stops with it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openLab(page, "?mode=build");
  const camera = () => page.locator(".b-stage").evaluate((stage) => Number(stage.style.getPropertyValue("--cam-x")));
  const stage = await page.locator(".b-stage").boundingBox();
  const box = await card(page, "continuous").boundingBox();
  const x = (await call(page, "getScenario")).workflow.activities.find(({ name }) => name === "continuous").x;
  const before = await camera();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width - 4, box.y + box.height / 2, { steps: 6 });
  await expect.poll(camera).toBeLessThan(before - 200);
  await page.mouse.up();
  const after = await camera();
  await page.waitForTimeout(400);
  expect(await camera()).toBe(after);
  const moved = (await call(page, "getScenario")).workflow.activities.find(({ name }) => name === "continuous").x;
  expect(moved - x).toBeGreaterThan(200);
});

test("a note is moved and resized by keys and by buttons", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openLab(page, "?mode=build");
  const scenario = await call(page, "getScenario");
  scenario.workflow.notes = [{ text: "Ask first", x: 0, y: 400, width: 200, height: 80 }];
  await call(page, "setScenario", scenario);
  const note = async () => (await call(page, "getScenario")).workflow.notes[0];
  await card(page, "query").focus();
  await page.keyboard.press("m");
  await expect(page.locator("[data-note]")).toBeFocused();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(async () => (await note()).x).toBe(20);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(async () => (await note()).height).toBe(100);
  await page.locator(".b-pad").getByRole("button", { name: "Resize" }).click();
  await page.locator(".b-pad").getByRole("button", { name: "Wider" }).click();
  await expect.poll(async () => (await note()).width).toBe(220);
  await page.locator(".b-pad").getByRole("button", { name: "Shorter" }).click();
  await expect.poll(async () => (await note()).height).toBe(80);
  await page.locator(".b-pad").getByRole("button", { name: "Done" }).click();
});
