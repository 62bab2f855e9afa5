// The trainer's side: a lesson made by clicking, checked, looked at, saved, taken from a link, and a report.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { violations } from "./axe.mjs";
import { call, expect, keepPicture, openLab, openPage, root, test } from "./lab.mjs";

const bench = (page) => root(page).getByRole("complementary", { name: "Lesson bench" });
const button = (where, name) => where.getByRole("button", { name, exact: true });

/** Writes into a field of the bench. */
const write = (page, label, text) => bench(page).getByLabel(label, { exact: true }).first().fill(text);

async function hints(page) {
  await write(page, "1 – points at the place", "Look at the clock.");
  await write(page, "2 – says the rule", "One run, one delivery.");
  await write(page, "3 – shows the way; credit is then void", "Count the runs.");
  await write(page, "Explanation after the answer", "Each run makes a delivery of its own.");
}

/** Makes a lesson with a reading step, a prediction and a build step. */
async function makeLesson(page) {
  await button(root(page), "Learn").click();
  await button(root(page), "Make a lesson").click();
  await button(root(page), "New lesson").click();
  await write(page, "Title", "Weeks and deliveries");
  await write(page, "What one can do afterwards", "You can say how many deliveries a run makes.");
  await button(bench(page), "+ Reading").click();
  await expect(bench(page).getByLabel("Heading", { exact: true })).toBeFocused();
  await write(page, "Heading", "Meet the workflow");
  await write(page, "Text", "A clock, a query and a delivery.");
  await root(page).getByLabel("Sample").selectOption("recurring-weekly");
  await button(bench(page), "Use the present workflow").click();
  await button(bench(page), "+ Prediction").click();
  await write(page, "Heading", "A year");
  await write(page, "What is asked", "How many deliveries will there be?");
  await write(page, "What the number is", "Deliveries");
  await bench(page).getByRole("combobox", { name: "Activity", exact: true }).first().selectOption("recurring");
  await expect(bench(page).locator("output")).toHaveText("52");
  await hints(page);
  await button(bench(page), "+ Build").click();
  await write(page, "Heading", "Every day");
  await write(page, "What is to be built", "Send each day for six weeks.");
  await hints(page);
  await button(bench(page), "Record").click();
  await expect(bench(page).getByText("Recording. Build in the lab now.")).toBeVisible();
  const scenario = await call(page, "getScenario");
  await call(page, "setScenario", { ...scenario, weeks: 6 });
  await button(bench(page), "This is the solution").click();
  await expect(bench(page).getByText(/The solution is recorded/)).toBeVisible();
  await button(root(page), "Learn").click();
}

test("a trainer makes a lesson by doing it, and a learner takes it from a link", async ({ page, context }) => {
  test.setTimeout(120_000);
  await openLab(page);
  await makeLesson(page);
  await expect(root(page).getByText("Nothing to mend. The lesson can go out.", { exact: true })).toBeVisible();
  await keepPicture(page, "instructor-overview");
  expect(await violations(page, "instructor")).toEqual([]);

  await button(root(page), "Preview as learner").click();
  await expect(root(page).getByRole("heading", { name: "Meet the workflow" })).toBeVisible();
  await button(root(page), "Back to the bench").click();
  await expect(bench(page)).toBeVisible();

  const download = page.waitForEvent("download");
  await button(root(page), "Save as a file").last().click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("Weeks-and-deliveries.lesson.json");
  const saved = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(saved.lessons[0].steps.map((step) => step.task.type)).toEqual(["read", "predict", "build"]);

  const link = await root(page).getByRole("textbox", { name: "Link with the whole lesson inside" }).inputValue();
  const learner = await context.newPage();
  await openPage(learner, `/index.html${new URL(link).hash}`);
  const panel = root(learner).getByRole("complementary", { name: "Lesson" });
  await expect(panel.getByRole("heading", { name: "Meet the workflow" })).toBeVisible();
  await button(panel, "Next").click();
  await panel.getByLabel("Deliveries").fill("52");
  await button(panel, "Lock my prediction").click();
  await button(panel, "To the end").click();
  await expect(panel.getByText("Right.", { exact: true }).first()).toBeVisible();
  await button(panel, "Next").click();
  await button(panel, "Check my workflow").click();
  await expect(panel.getByText(/Not yet/).first()).toBeVisible();
  const scenario = await call(learner, "getScenario");
  await call(learner, "setScenario", { ...scenario, weeks: 6 });
  await button(panel, "Check my workflow").click();
  await expect(panel.getByText("All goals are met.", { exact: true }).first()).toBeVisible();
  await button(panel, "Finish").click();
  await expect(panel).toHaveCount(0);
  await learner.close();
});

test("a draft is there after a reload, and steps move and come back by keys", async ({ page }) => {
  await openLab(page);
  await button(root(page), "Learn").click();
  await button(root(page), "Make a lesson").click();
  await button(root(page), "New lesson").click();
  await write(page, "Title", "Kept");
  for (const name of ["+ Reading", "+ Quiz"]) await button(bench(page), name).click();
  const rows = bench(page).locator(".bench-step");
  await rows.nth(1).getByRole("button").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows.first()).toContainText("Quiz");
  await expect(rows.first().getByRole("button")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(1);
  await button(bench(page), "Undo the last change to the lesson").click();
  await expect(rows).toHaveCount(2);
  await openLab(page);
  await button(root(page), "Learn").click();
  await button(root(page), "Make a lesson").click();
  await button(root(page), "Kept").click();
  await expect(bench(page).locator(".bench-step")).toHaveCount(2);
  const finding = root(page).locator(".bench-finding", { hasText: "Explanation" }).first();
  await finding.click();
  await expect(bench(page).getByLabel("Explanation after the answer")).toBeFocused();
});

test("learners' files become tables, and one's own progress stays", async ({ page }, info) => {
  const progress = {
    items: { "two-deliveries/a-year": { tries: 2, isFirstRight: false, isRight: true, hints: 1 } },
    attempts: [{ lesson: "two-deliveries", step: "a-year", variation: 0, answer: { numbers: [1, 1] }, isRight: false, confidence: "sure", hints: 0 }],
  };
  const files = await Promise.all(["Anna", "Bo"].map(async (name) => {
    const file = info.outputPath(`${name}.json`);
    await writeFile(file, JSON.stringify({ format: "delivery-lab/progress", version: 1, progress }));
    return file;
  }));
  await openLab(page);
  await button(root(page), "Learn").click();
  await button(root(page), "Read learners' progress").click();
  await root(page).getByLabel("Open progress files…").setInputFiles(files);
  await expect(root(page).getByRole("table", { name: "The class, item by item" })).toBeVisible();
  await expect(root(page).getByRole("article", { name: "Anna" }).getByRole("table", { name: "Items" })).toBeVisible();
  expect(await violations(page, "instructor")).toEqual([]);
  await keepPicture(page, "instructor-report");
  await button(root(page), "Close the report").click();
  await expect(root(page).getByText("0 of")).toBeVisible();
});

test("the classroom screen covers the answer until it is asked for", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLab(page, "?lesson=two-deliveries");
  await root(page).locator(".lab").focus();
  await page.keyboard.press("p");
  const panel = root(page).getByRole("complementary", { name: "Classroom screen" });
  await button(panel, "Next").click();
  await expect(panel.locator(".project-number strong").first()).toHaveText("?");
  await button(panel, "Reveal").click();
  await expect(panel.locator(".project-number strong").first()).not.toHaveText("?");
  expect(await violations(page, "instructor")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});
