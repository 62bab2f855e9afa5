// Several tabs on one device: none writes over what another has made, each says so once, and what was learnt is everybody's.
import { call, expect, openLab, test } from "./lab.mjs";
import { gallery, openGallery } from "./names.mjs";

const BESIDE = "Another tab has the lab open with other work.";
const told = (page) => page.locator("delivery-lab .notice").filter({ hasText: BESIDE });
const weeks = async (page) => (await call(page, "getScenario")).weeks;
const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("delivery-lab/work"))?.scenario.weeks);

/** Changes the work in a tab and waits until it is kept. */
async function change(page, to) {
  await call(page, "run", { weeks: to });
  await expect.poll(() => kept(page)).toBe(to);
}

/** So many tabs that begin with the same work. */
async function tabs(context, count) {
  const all = [];
  for (let tab = 0; tab < count; tab += 1) {
    all.push(await context.newPage());
    await openLab(all[tab]);
    if (tab === 0) await change(all[tab], 20);
  }
  return all;
}

test("three tabs that change the same scenario each keep their own work, and say so", async ({ context }) => {
  const [one, two, three] = await tabs(context, 3);
  expect([await weeks(two), await weeks(three)]).toEqual([20, 20]);
  await change(one, 31);
  await expect(told(one)).toHaveCount(0);
  await change(two, 32);
  await expect(told(two)).toBeVisible();
  await expect(told(one)).toBeVisible();
  await change(three, 33);
  await expect(told(three)).toBeVisible();
  // Each says it once, and has what it had.
  await change(one, 34);
  await change(two, 35);
  for (const [page, own] of [[one, 34], [two, 35], [three, 33]]) {
    await expect(told(page)).toHaveCount(1);
    expect(await weeks(page)).toBe(own);
  }
  for (const [page, own] of [[three, 33], [one, 34], [two, 35]]) {
    await page.reload();
    await expect.poll(() => weeks(page)).toBe(own);
  }
  const next = await context.newPage();
  await openLab(next);
  expect(await weeks(next)).toBe(35);
});

test("a tab whose work another has gone on with keeps its own, too", async ({ context }) => {
  const [one, two] = await tabs(context, 2);
  await change(two, 41);
  await expect(told(one)).toBeVisible();
  await one.reload();
  await expect.poll(() => weeks(one)).toBe(20);
  expect(await kept(one)).toBe(41);
});

test("what a closed tab has made is in the gallery of the next visit: it opens, goes, and can be brought back", async ({ context }) => {
  const [one, two] = await tabs(context, 2);
  await call(one, "setScenario", { ...(await call(one, "getScenario")), name: "First work" });
  await expect.poll(() => one.evaluate(() => localStorage.getItem("delivery-lab/work"))).toContain("First work");
  await change(two, 52);
  await one.close();
  await two.close();
  const next = await context.newPage();
  await openLab(next);
  expect(await weeks(next)).toBe(52);
  await openGallery(next).click();
  await expect(gallery(next).getByRole("heading", { name: "From other tabs" })).toBeVisible();
  await gallery(next).getByRole("button", { name: "Open: “First work”" }).click();
  await expect.poll(async () => (await call(next, "getScenario")).name).toBe("First work");
  await next.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await weeks(next)).toBe(52);
  await openGallery(next).click();
  await gallery(next).getByRole("button", { name: "Delete: “First work”" }).click();
  await expect(gallery(next).getByRole("heading", { name: "From other tabs" })).toHaveCount(0);
  expect(await next.evaluate(() => localStorage.getItem("delivery-lab/work.others"))).toBe(null);
  await gallery(next).getByRole("button", { name: "Undo", exact: true }).click();
  await expect(gallery(next).getByRole("button", { name: "Open: “First work”" })).toBeVisible();
});

test("tabs that differ only in how they look leave nothing beside each other", async ({ context }) => {
  const [one, two] = await tabs(context, 2);
  for (const [page, theme] of [[one, "dark"], [two, "light"], [one, "contrast"]]) {
    await call(page, "setState", { version: 1, theme });
    await expect.poll(() => page.evaluate(() => localStorage.getItem("delivery-lab/work"))).toContain(`"${theme}"`);
  }
  for (const page of [one, two]) await expect(told(page)).toHaveCount(0);
  expect(await one.evaluate(() => localStorage.getItem("delivery-lab/work.others"))).toBe(null);
});

test("what was learnt in one tab is not lost by what is saved in another", async ({ context }) => {
  const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
  await context.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await context.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
  const two = await context.newPage();
  await openLab(two);
  const one = await context.newPage();
  await openLab(one, "?mode=lesson&lesson=count");
  await one.getByRole("button", { name: "Next", exact: true }).click();
  const visits = () => two.evaluate(() => JSON.parse(localStorage.getItem("delivery-lab/work"))?.course.visits);
  await expect.poll(visits).toMatchObject({ count: { furthest: 1 } });
  await change(two, 29);
  await expect.poll(visits).toMatchObject({ count: { furthest: 1 } });
});

test("a tab that was copied is a tab of its own", async ({ context }) => {
  const [one] = await tabs(context, 1);
  const [copy] = await Promise.all([context.waitForEvent("page"), one.evaluate(() => void open(location.href))]);
  await expect.poll(() => weeks(copy).catch(() => undefined)).toBe(20);
  await change(copy, 61);
  await expect(told(one)).toBeVisible();
  await one.reload();
  await expect.poll(() => weeks(one)).toBe(20);
});
