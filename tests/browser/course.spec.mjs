// The course as a learner takes it: predict, lock, run, compare; reload; progress in and out; the free lab.
import { readFileSync } from "node:fs";

import { violations } from "./axe.mjs";
import { call, expect, heard, listen, openLab, test } from "./lab.mjs";

const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;

test.beforeEach(async ({ page }) => {
  // A small course in place of the real one, so that these tests stay as they are when that one grows.
  await page.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
});

const button = (page, name) => page.getByRole("button", { name, exact: true });
const panel = (page) => page.getByRole("complementary", { name: "Lesson" });

/** Opens the lesson at its prediction. */
async function ask(page, query = "?mode=lesson&lesson=count") {
  await openLab(page, query);
  await button(page, "Next").click();
  await expect(panel(page).getByRole("heading")).toContainText("How many after");
}

async function predict(page, recurring, continuous) {
  await page.getByLabel("From the recurring delivery").fill(recurring);
  await page.getByLabel("From the continuous delivery").fill(continuous);
  await page.getByLabel("Sure", { exact: true }).check();
  await button(page, "Lock my prediction").click();
}

test("predict, lock, run, compare, explain", async ({ page }) => {
  await listen(page);
  await ask(page);
  await expect(panel(page).getByRole("heading")).toBeFocused();
  await expect(page.getByText("Covered until you have answered")).toBeVisible();
  await expect(page.locator(".transport .play")).toBeDisabled();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Compare" }).or(button(page, "Compare")).first().click();
  await expect(page.getByText("Covered until you have answered")).toBeVisible();
  await button(page, "Back to the question").click();
  await predict(page, "1", "1");
  await expect(page.locator(".you-said")).toHaveText(["You said 1", "You said 1"]);
  await expect(page.locator(".instance.is-later")).toHaveCount(0);
  await expect(panel(page).getByRole("status")).toHaveText("Locked. Now let it run and see.");
  await button(page, "To the end").click();
  await expect(panel(page).getByRole("status")).toContainText("Not quite. A common belief: A recurring delivery is one");
  await expect(page.locator(".you-said")).toHaveCount(2);
  await expect(page.locator(".instance.is-said-end")).toHaveCount(1);
  await expect(page.locator(".flag.is-said")).toHaveCount(2);
  await button(page, "Show me where").click();
  await expect(page.locator("tr.is-pointed").first()).toBeVisible();
  await button(page, "Try another one").click();
  await expect(page.locator(".is-pointed, .you-said")).toHaveCount(0);
  const last = (await heard(page, "lesson-progress")).at(-1)[1];
  expect(last).toMatchObject({ lesson: "count", step: 1, steps: 4, score: 0, passed: false });
  expect(last.skills.count).toEqual({ percent: 0, mastered: false });
});

test("a reload resumes the lesson, the step and the learner's scene; closing brings one's own back", async ({ page }) => {
  await openLab(page, "?weeks=7");
  const own = await call(page, "getScenario");
  await call(page, "setScenario", { ...own, name: "Mine" });
  await button(page, "Learn").or(page.getByRole("tab", { name: "Learn" })).first().click();
  await page.locator(".course-piece").nth(1).getByRole("button").click();
  const scene = await call(page, "getScenario");
  scene.workflow.activities[0].label = "My clock";
  await call(page, "setScenario", scene);
  await page.waitForTimeout(700);
  await openLab(page);
  await expect(panel(page).getByRole("heading")).toHaveText("Twice a week");
  expect((await call(page, "getScenario")).workflow.activities[0].label).toBe("My clock");
  await button(page, "Try things freely").click();
  await call(page, "setScenario", own);
  await button(page, "Back to the lesson").click();
  expect((await call(page, "getScenario")).workflow.activities[0].label).toBe("My clock");
  await button(page, "Close the lesson").click();
  expect((await call(page, "getScenario")).name).toBe("Mine");
});

test("progress goes out, is erased, and comes back", async ({ page }) => {
  await ask(page);
  await predict(page, "1", "1");
  await button(page, "To the end").click();
  await button(page, "Close the lesson").click();
  const download = page.waitForEvent("download");
  await button(page, "Save progress").click();
  const path = await (await download).path();
  const saved = JSON.parse(readFileSync(path, "utf8"));
  expect(saved).toMatchObject({ format: "delivery-lab/progress", version: 1, course: "small", edition: 2 });
  expect(saved.progress.attempts).toHaveLength(1);
  await page.getByLabel("Open progress…").setInputFiles({ name: "own.json", mimeType: "application/json", buffer: readFileSync(path) });
  await expect(page.getByText("You already have progress here: 1 answer.")).toBeVisible();
  await button(page, "Keep mine").click();
  await button(page, "Erase progress").click();
  await button(page, "Yes, erase").click();
  await expect(button(page, "Begin the course")).toBeVisible();
  const later = Buffer.from(JSON.stringify({ ...saved, version: 2 }));
  await page.getByLabel("Open progress…").setInputFiles({ name: "later.json", mimeType: "application/json", buffer: later });
  await expect(page.getByText("A later version of Delivery Lab wrote this file")).toBeVisible();
  await page.getByLabel("Open progress…").setInputFiles({ name: "own.json", mimeType: "application/json", buffer: readFileSync(path) });
  await expect(page.getByText("Progress opened: 1 answer.")).toBeVisible();
});

test("the certificate says what is missing, and once passed has the learner's name", async ({ page }) => {
  await openLab(page, "?mode=lesson");
  await button(page, "Certificate").click();
  await expect(page.getByText("Still missing for the certificate: 5 things to go.")).toBeVisible();
  await button(page, "Back to the course").click();
  const skill = { right: 21900, all: 21900, row: 3, best: 100, reached: true };
  const progress = {
    items: { "check/final": { tries: 1, isFirstRight: true, isRight: true, hints: 0 } },
    visits: {}, skills: Array(6).fill(skill), mark: 80, attempts: [],
  };
  const record = { format: "delivery-lab/progress", version: 1, course: "small", edition: 2, progress };
  const buffer = Buffer.from(JSON.stringify(record));
  await page.getByLabel("Open progress…").setInputFiles({ name: "passed.json", mimeType: "application/json", buffer });
  await button(page, "Certificate").click();
  await page.getByLabel("Your name").fill("Ada <b>Lovelace</b>");
  await expect(page.locator(".certificate-name")).toHaveText("Ada <b>Lovelace</b>");
  await expect(page.getByText("A self-issued record")).toBeVisible();
  const download = page.waitForEvent("download");
  await button(page, "Save as a file").click();
  const html = readFileSync(await (await download).path(), "utf8");
  expect(html).toContain("Ada &lt;b&gt;Lovelace&lt;/b&gt;");
  expect(html).not.toContain("http");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".certificate")).toBeVisible();
  await expect(page.locator(".certificate-tools").first()).toBeHidden();
});

test("a lesson is taken with the keyboard alone", async ({ page }) => {
  await ask(page);
  const weeks = (await call(page, "getScenario")).weeks;
  await page.keyboard.press("Tab");
  await page.keyboard.type(String(weeks));
  await page.keyboard.press("Tab");
  await page.keyboard.type("1");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await button(page, "To the end").focus();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("status")).toHaveText("Right.");
  await button(page, "Next").focus();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading")).toHaveText("Where are the rows?");
});

for (const [width, height] of [[320, 640], [360, 740]]) {
  test(`at ${width} pixels nothing scrolls sideways and the sheet folds`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const sideways = () => page.locator("delivery-lab").evaluate((lab) => {
      const all = [...lab.shadowRoot.querySelectorAll(".lab, .panels, .work, .lesson, .course")];
      return all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.className);
    });
    await openLab(page, "?mode=lesson");
    expect(await sideways()).toEqual([]);
    await button(page, "Begin the course").click();
    await button(page, "Next").click();
    expect(await sideways()).toEqual([]);
    const work = await page.locator(".work").boundingBox();
    expect(work.height).toBeGreaterThan(90);
    await button(page, "Fold the lesson").click();
    await expect(panel(page).getByRole("heading")).toBeHidden();
    await button(page, "Unfold the lesson").click();
    await expect(panel(page).getByRole("heading")).toBeVisible();
  });
}

for (const [lang, theme] of [["en", "light"], ["sv", "dark"], ["en", "contrast"]]) {
  test(`axe-core finds nothing on the list and in a lesson (${lang}, ${theme})`, async ({ page }) => {
    await openLab(page, `?mode=lesson&lang=${lang}&theme=${theme}`);
    const found = await violations(page, "home");
    await page.locator(".course-next .primary").click();
    await page.locator(".coach-ways button").nth(1).click();
    found.push(...(await violations(page, "asked")));
    await page.locator(".item input[type=number]").first().fill("1");
    await page.locator(".item input[type=number]").nth(1).fill("1");
    await page.locator(".item .primary").click();
    found.push(...(await violations(page, "locked")));
    await page.locator(".coach-body .row .outlined").click();
    // What is said is longer than the panel; half a button under the panel's foot is one scroll away.
    await page.locator(".coach").evaluate((coach) => { coach.scrollTop = coach.scrollHeight; });
    found.push(...(await violations(page, "told")));
    expect(found).toEqual([]);
  });
}
