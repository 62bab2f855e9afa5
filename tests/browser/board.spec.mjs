// The drawing in a browser: notes, minimap, dropping, moving by buttons, reading only, forced colours, and the focus.
import { call, expect, keepPicture, openLab, test } from "./lab.mjs";
import { viewOfWorkflow } from "./names.mjs";

const card = (page, name) => page.locator(`[data-activity="${name}"]`);
const pad = (page) => page.getByRole("toolbar");
const world = (page) => page.locator(".b-drawing > g");

async function drag(page, [x, y], [toX, toY]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(toX, toY, { steps: 6 });
  await page.mouse.up();
}

async function one(page, name) {
  const { workflow } = await call(page, "getScenario");
  return workflow.activities.find((activity) => activity.name === name);
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 1280, height: 800 }));

test("a note is resized by its corner", async ({ page }) => {
  await openLab(page, "?mode=build");
  const scenario = await call(page, "getScenario");
  scenario.workflow.notes = [{ text: "Agreed in May", x: 40, y: 320, width: 200, height: 80 }];
  await call(page, "setScenario", scenario);
  await page.locator("[data-note='0']").click();
  const { x, y } = await page.locator(".b-corner-grip").boundingBox();
  await drag(page, [x + 8, y + 8], [x + 60, y + 50]);
  const [note] = (await call(page, "getScenario")).workflow.notes;
  expect(note.width).toBeGreaterThan(230);
  expect(note.height).toBeGreaterThan(100);
  expect([note.width % 20, note.height % 20, note.x, note.y]).toEqual([0, 0, 40, 320]);
});

test("the minimap is clicked and dragged, also beyond its edge, and selects no text", async ({ page }) => {
  await openLab(page, "?mode=build");
  for (let press = 0; press < 4; press += 1) await page.getByRole("button", { name: "Larger" }).click();
  const map = page.locator(".b-minimap");
  await expect(map).toBeVisible();
  const seen = [await world(page).getAttribute("transform")];
  const isElsewhere = async () => {
    await expect.poll(() => world(page).getAttribute("transform")).not.toBe(seen.at(-1));
    seen.push(await world(page).getAttribute("transform"));
  };
  const { x, y, width, height } = await map.boundingBox();
  await page.mouse.click(x + 20, y + 20);
  await isElsewhere();
  await page.mouse.move(x + 20, y + 20);
  await page.mouse.down();
  await page.mouse.move(x + width - 15, y + height - 10, { steps: 5 });
  await isElsewhere();
  await page.mouse.move(x - 60, y - 40, { steps: 5 });
  await isElsewhere();
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).toBe("");
});

test("an activity dragged from the palette is added where it is dropped", async ({ page }) => {
  await openLab(page, "?mode=build");
  const item = page.getByRole("complementary", { name: "Activities" }).getByRole("button", { name: "Wait", exact: true });
  await item.dragTo(page.locator(".b-drawing"), { targetPosition: { x: 420, y: 480 } });
  await expect(card(page, "wait")).toHaveAttribute("aria-pressed", "true");
  const ground = await page.locator(".b-drawing").boundingBox();
  const box = await card(page, "wait").boundingBox();
  // Its middle is where the pointer was, but for the grid.
  expect(Math.abs(box.x + box.width / 2 - ground.x - 420)).toBeLessThan(20);
  expect(Math.abs(box.y + box.height / 2 - ground.y - 480)).toBeLessThan(20);
});

test("cards are moved by single clicks, and the focus goes back to the card", async ({ page }) => {
  await openLab(page, "?mode=build");
  const { x, y } = await one(page, "query");
  await card(page, "query").click();
  await pad(page).getByRole("button", { name: "Move", exact: true }).click();
  await pad(page).getByRole("button", { name: "Right", exact: true }).click();
  await pad(page).getByRole("button", { name: "Down", exact: true }).click();
  await expect.poll(async () => (await one(page, "query")).x).toBe(x + 20);
  expect((await one(page, "query")).y).toBe(y + 20);
  await pad(page).getByRole("button", { name: "Done", exact: true }).click();
  await expect(card(page, "query")).toBeFocused();
});

test("what is typed over a card outlasts the drawing being rendered", async ({ page }) => {
  await openLab(page, "?mode=build");
  await card(page, "query").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Everyone");
  await page.mouse.move(2, 2);
  await expect(page.locator(".b-field")).toHaveValue("Everyone");
  await page.keyboard.press("Enter");
  await expect(card(page, "query")).toHaveAccessibleName(/Everyone/);
});

test("the outline keeps the focus when the row that has it is deleted", async ({ page }) => {
  await openLab(page, "?mode=build");
  await viewOfWorkflow(page, "Outline").click();
  await page.getByRole("treeitem", { name: /^Query/ }).focus();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("treeitem", { name: /^Query/ })).toHaveCount(0);
  await expect(page.locator(".tree-row:focus")).toHaveCount(1);
});

test("nothing on the canvas is made anew, so the focus stays where it is", async ({ page }) => {
  await openLab(page, "?mode=build");
  await card(page, "query").evaluate((element) => {
    globalThis.firstCard = element;
    globalThis.lost = 0;
    element.getRootNode().addEventListener("focusout", ({ relatedTarget }) => (globalThis.lost += relatedTarget ? 0 : 1));
  });
  await card(page, "query").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Everyone");
  await page.keyboard.press("Enter");
  await expect(card(page, "query")).toBeFocused();
  await expect(card(page, "query")).toHaveAccessibleName(/Everyone/);
  await page.keyboard.press("c");
  await expect(page.locator(".b-banner")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card(page, "query")).toBeFocused();
  await card(page, "scheduler").hover();
  await expect(page.locator(".b-port")).toHaveCount(1);
  const isSame = await card(page, "query").evaluate((element) => element === globalThis.firstCard);
  expect([isSame, await page.evaluate(() => globalThis.lost)]).toEqual([true, 0]);
  const { x, y } = await page.locator(".b-drawing").boundingBox();
  await page.mouse.move(x + 20, y + 20);
  await page.mouse.down();
  await page.mouse.move(x + 500, y + 400, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  const active = page.locator(".b-stage :focus");
  await expect(active).toHaveCount(1);
});

test("who may only read can see every setting and change nothing", async ({ page }) => {
  await openLab(page, "?mode=build&readonly");
  const before = JSON.stringify(await call(page, "getScenario"));
  await card(page, "query").click();
  const settings = page.getByRole("complementary", { name: "Settings" });
  await expect(settings.locator("select").first()).toBeVisible();
  await expect(settings.locator(":is(input, select, textarea):enabled")).toHaveCount(0);
  for (const key of ["Delete", "F2", "a", "c", "d", "t", "Alt+ArrowRight", "Control+d", "Control+x"]) {
    await card(page, "query").focus();
    await page.keyboard.press(key);
  }
  await card(page, "query").dblclick();
  const box = await card(page, "query").boundingBox();
  await drag(page, [box.x + 30, box.y + 30], [box.x + 130, box.y + 130]);
  await expect(page.locator("dialog[open], .b-pad, .b-field, .b-banner, .b-bar, .palette, .b-port")).toHaveCount(0);
  expect(JSON.stringify(await call(page, "getScenario"))).toBe(before);
  await page.getByRole("group", { name: "View of the workflow" }).getByRole("button", { name: "Outline" }).click();
  await page.getByRole("treeitem").filter({ hasText: "Query" }).first().press("Delete");
  expect(JSON.stringify(await call(page, "getScenario"))).toBe(before);
});

test("forced colours and more contrast keep what is chosen and what is refused apart", async ({ page }) => {
  for (const [name, media] of [["forced", { forcedColors: "active" }], ["contrast", { forcedColors: "none", contrast: "more" }]]) {
    await page.emulateMedia(media);
    await openLab(page, "?mode=build");
    await card(page, "query").click();
    const edge = (which) =>
      card(page, which).evaluate((element) => {
        const style = getComputedStyle(element);
        const named = (name) => style.getPropertyValue(name).trim();
        return [style.opacity, named("--edge-width"), named("--edge-dash")];
      });
    expect((await edge("query"))[1]).not.toBe((await edge("scheduler"))[1]);
    await keepPicture(page, `${name}-chosen`);
    await page.keyboard.press("c");
    const [opacity, , dash] = await edge("scheduler");
    expect([opacity, dash]).toEqual(["1", "1 4"]);
    await keepPicture(page, `${name}-connecting`);
  }
});

test("without motion nothing is animated", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openLab(page, "?mode=build");
  await card(page, "query").click();
  const moving = await page.evaluate(() => {
    const all = document.querySelector("delivery-lab").shadowRoot.querySelectorAll("*");
    return [...all].flatMap((element) => element.getAnimations()).length;
  });
  expect(moving).toBe(0);
});

test("on a tablet nothing runs over the edge, and the palette opens and closes", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openLab(page, "?mode=build&lang=sv");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(768);
  await page.locator(".palette-door").click();
  await expect(page.locator(".palette-item").first()).toBeVisible();
  await expect(page.locator(".palette-close")).toBeFocused();
  const body = page.locator(".palette-body");
  expect(await body.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await page.locator(".palette-item").first().click();
  await expect(page.locator(".palette-item").first()).toBeHidden();
  await expect(page.locator(".palette-door")).toBeFocused();
  await expect(page.locator("[data-activity]")).toHaveCount(6);
});

for (const width of [320, 900, 1024, 1179]) {
  test(`nothing runs over the edge, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    for (const query of ["?mode=build&lang=sv", "?mode=play", "?mode=compare&lang=sv"]) {
      await openLab(page, query);
      const beyond = await page.evaluate(() => {
        const lab = document.querySelector("delivery-lab").shadowRoot.querySelector(".lab");
        const parts = lab.querySelectorAll(".top > *, .transport > *, .panels, .stage-head > *");
        return [...parts].filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5).map((part) => part.className);
      });
      expect(beyond).toEqual([]);
    }
  });
}

test("what is chosen comes into view beside the inspector, and the tools over the drawing stay free", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 720 });
  await openLab(page, "?mode=build");
  await page.locator('[data-activity="query"]').click();
  await page.locator('[data-activity="query"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const inspector = await page.locator(".inspector").boundingBox();
  const right = async (part) => {
    const box = await part.boundingBox();
    return box.x + box.width;
  };
  await expect.poll(() => right(page.locator('[data-activity="recurring"]'))).toBeLessThanOrEqual(inspector.x);
  expect(await right(page.locator(".stage-head .workflow-views"))).toBeLessThanOrEqual(inspector.x);
});
