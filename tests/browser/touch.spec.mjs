// The builder under fingers: two zoom, one held chooses, one drags, and every button is large enough for one.
import { call, expect, openLab, test } from "./lab.mjs";

const card = (page, name) => page.locator(`[data-activity="${name}"]`);
const world = (page) => page.locator(".b-drawing > g");

test.use({ hasTouch: true, viewport: { width: 820, height: 1100 } });

/** Puts fingers down, moves or lifts them, as the browser's input would. */
async function fingers(page) {
  const session = await page.context().newCDPSession(page);
  return (type, ...points) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
}

/** How large the drawing is shown. */
async function zoom(page) {
  return Number(/scale\(([\d.]+)\)/.exec(await world(page).getAttribute("transform"))[1]);
}

async function place(page, name) {
  const { workflow } = await call(page, "getScenario");
  const { x, y } = workflow.activities.find((one) => one.name === name);
  return [x, y];
}

test("two fingers zoom the drawing and not the page", async ({ page }) => {
  await openLab(page, "?mode=build");
  const touch = await fingers(page);
  const box = await page.locator(".b-drawing").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 60];
  const before = await zoom(page);
  await touch("touchStart", [x - 40, y]);
  await touch("touchStart", [x - 40, y], [x + 40, y]);
  for (let step = 1; step <= 8; step += 1) await touch("touchMove", [x - 40 - 5 * step, y], [x + 40 + 5 * step, y]);
  await touch("touchEnd");
  await expect.poll(() => zoom(page)).toBeCloseTo(before * 2, 1);
  expect(await page.evaluate(() => visualViewport.scale)).toBe(1);
  await expect(page.locator(".b-pad")).toHaveCount(0);
});

test("a finger moves the drawing; held on a card it brings the pad, and then drags the card", async ({ page }) => {
  await openLab(page, "?mode=build");
  const touch = await fingers(page);
  const seen = await world(page).getAttribute("transform");
  const start = await place(page, "query");
  const drag = async (x, y) => {
    await touch("touchStart", [x, y]);
    for (let step = 1; step <= 10; step += 1) await touch("touchMove", [x, y + 8 * step]);
    await touch("touchEnd");
  };
  const middle = async () => {
    const box = await card(page, "query").boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await drag(...(await middle()));
  await expect(world(page)).not.toHaveAttribute("transform", seen);
  expect(await place(page, "query")).toEqual(start);
  const [x, y] = await middle();
  await touch("touchStart", [x, y]);
  await expect(page.locator(".b-pad")).toBeVisible();
  await touch("touchEnd");
  await expect(card(page, "query")).toHaveAttribute("aria-pressed", "true");
  await drag(...(await middle()));
  const [, moved] = await place(page, "query");
  expect(moved).toBeGreaterThan(start[1] + 40);
});

for (const width of [360, 820]) {
  test(`every button of the builder is 44 px large, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1100 });
    await openLab(page, "?mode=build");
    const small = () =>
      page.locator(".lab :is(button, select, summary, [role=treeitem], [role=option])").evaluateAll((all) => {
        const shown = all.filter((one) => one.checkVisibility()).map((one) => [one, one.getBoundingClientRect()]);
        const those = shown.filter(([, { width, height }]) => Math.min(width, height) < 43.9);
        return those.map(([one, { width, height }]) => `${one.className} ${one.textContent} ${width} × ${height}`);
      });
    expect(await small()).toEqual([]);
    await (width < 640 ? page.locator(".tree-row.is-activity").nth(1) : card(page, "query")).tap();
    expect(await small()).toEqual([]);
    await page.getByRole("button", { name: "Commands" }).tap();
    expect(await small()).toEqual([]);
  });
}
