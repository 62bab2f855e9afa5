// Whatever is dragged can also be done by single presses, without a path and without a keyboard (WCAG 2.5.7), and by the keyboard
// alone. A file that is dropped has a button; how a finger does without dragging is in touch.spec.mjs and the playthroughs.
import { call, expect, openLab, test } from "./lab.mjs";
import { viewOfWorkflow } from "./names.mjs";

test.use({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });

const card = (page, name) => page.locator(`[data-activity="${name}"]`);
const pad = (page) => page.locator(".b-pad");
const tool = (page, name) => pad(page).getByRole("button", { name, exact: true });
const scenario = (page) => call(page, "getScenario");
const place = async (page, name) => (await scenario(page)).workflow.activities.find((one) => one.name === name);
const leads = async (page) => (await scenario(page)).workflow.transitions.map(({ from, to }) => `${from} ${to}`);
const shift = (page) => page.locator(".b-stage").evaluate((stage) => [stage.style.getPropertyValue("--cam-x"), stage.style.getPropertyValue("--cam-z")].join());
const focus = (page, name) => card(page, name).evaluate((element) => element.focus());

test("an activity is placed by a click or by keys, and not only dragged out of the palette", async ({ page }) => {
  await openLab(page, "?mode=build");
  const count = async () => (await scenario(page)).workflow.activities.length;
  const before = await count();
  await page.locator(".palette-item").first().click();
  expect(await count()).toBe(before + 1);
  await page.locator(".palette-item").nth(1).focus();
  await page.keyboard.press("Enter");
  expect(await count()).toBe(before + 2);
});

test("a card is moved by buttons and by keys", async ({ page }) => {
  await openLab(page, "?mode=build");
  const { x, y } = await place(page, "continuous");
  await card(page, "continuous").click();
  await tool(page, "Move").click();
  await tool(page, "Down").click();
  await tool(page, "Right").click();
  const clicked = await place(page, "continuous");
  expect([clicked.x > x, clicked.y > y]).toEqual([true, true]);
  await tool(page, "Done").click();
  await focus(page, "continuous");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(async () => (await place(page, "continuous")).y).toBeLessThan(clicked.y);
});

test("two activities are connected by two clicks and by keys", async ({ page }) => {
  await openLab(page, "?mode=build");
  await card(page, "query").click();
  await tool(page, "Connect").click();
  await card(page, "continuous").click();
  expect(await leads(page)).toContain("query continuous");
  await page.keyboard.press("Control+z");
  await expect.poll(() => leads(page)).not.toContain("query continuous");
  await focus(page, "query");
  await page.keyboard.press("c");
  const isAimed = async () => (await card(page, "continuous").getAttribute("class")).includes("is-aimed");
  for (let step = 0; step < 8 && !(await isAimed()); step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await leads(page)).length).toBe(4);
});

test("several are chosen one by one, and not only by a lasso", async ({ page }) => {
  await openLab(page, "?mode=build");
  const chosen = () => page.locator("[data-activity][aria-pressed=true]").count();
  await card(page, "query").click();
  await card(page, "continuous").click({ modifiers: ["Shift"] });
  expect(await chosen()).toBe(2);
  await page.keyboard.press("Control+a");
  await expect.poll(chosen).toBe(5);
});

test("the drawing is moved and enlarged by buttons and keys", async ({ page }) => {
  await openLab(page, "?mode=build");
  const before = await shift(page);
  const zoom = page.getByRole("button", { name: "Larger", exact: true });
  await zoom.click();
  await zoom.click();
  const larger = await shift(page);
  expect(larger).not.toBe(before);
  await page.getByRole("group", { name: "Size of the drawing" }).getByRole("button").last().click();
  await expect.poll(() => shift(page)).not.toBe(larger);
  await focus(page, "query");
  const fitted = await shift(page);
  await page.keyboard.press("+");
  await expect.poll(() => shift(page)).not.toBe(fitted);
});

test("the timeline is moved by a click, by buttons and by keys", async ({ page }) => {
  await openLab(page, "?mode=play");
  const at = async () => (await call(page, "getState")).moment ?? "";
  const slider = page.getByRole("slider", { name: "Simulated weeks" });
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const clicked = await at();
  expect(clicked).toMatch(/^2026-0[67]/);
  await page.getByRole("button", { name: "A week on" }).click();
  const stepped = await at();
  expect(stepped > clicked).toBe(true);
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(at).not.toBe(stepped);
});

test("the outline does without a drawing: its menu moves, connects and takes out", async ({ page }) => {
  await openLab(page, "?mode=build");
  await viewOfWorkflow(page, "Outline").click();
  await page.locator(".tree-row.is-activity .tree-menu").nth(1).click();
  const entries = await page.getByRole("menuitem").allTextContents();
  for (const entry of ["Connect to…", "Move up", "Move down", "Move left", "Move right", "Remove"]) expect(entries).toContain(entry);
  const { y } = await place(page, "query");
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await expect.poll(async () => (await place(page, "query")).y).toBeGreaterThan(y);
});

for (const [what, mode, button] of [["a scenario", "play", 3], ["recipients", "build", 2]]) {
  test(`a file with ${what} is opened by a button, and not only dropped`, async ({ page }) => {
    await openLab(page, `?mode=${mode}`);
    const tools = page.locator(".top .tools :is(button, label)");
    if (button === 2) await tools.nth(button).click();
    const chooser = page.waitForEvent("filechooser");
    await (button === 2 ? page.locator("dialog .file-button") : tools.nth(button)).click();
    expect((await chooser).isMultiple()).toBe(false);
  });
}
