// What a page around the lab is told of a learner and may set, and that nothing of it has to stay on the device.
import { readFile } from "node:fs/promises";

import { call, expect, heard, listen, openLab, openPage, root, test } from "./lab.mjs";

const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
const button = (page, name) => page.getByRole("button", { name, exact: true });

test.beforeEach(async ({ page }) => {
  // A small course in place of the real one, so that these tests stay as they are when that one grows.
  await page.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
});

/** Locks a prediction in the lesson that is open, and lets it run. */
async function predict(page, recurring, continuous) {
  await button(page, "Next").click();
  await page.getByLabel("From the recurring delivery").fill(recurring);
  await page.getByLabel("From the continuous delivery").fill(continuous);
  await page.getByLabel("Sure", { exact: true }).check();
  await button(page, "Lock my prediction").click();
}

/** Everything that the device keeps for the page. */
const kept = (page) => page.evaluate(() => JSON.stringify(localStorage));

test("an answer is told when it is locked and when it is judged, in words", async ({ page }) => {
  await listen(page);
  await openLab(page, "?mode=lesson&lesson=count");
  await predict(page, "1", "1");
  const [locked] = (await heard(page, "lesson-answered")).map(([, detail]) => detail);
  expect(locked).toMatchObject({
    course: "small", lesson: "count", item: "weeks", kind: "predict", phase: "answered", type: "numeric",
    question: "How many deliveries will there be?", response: [1, 1], right: null, correct: null, confidence: 1, credit: true, lang: "en",
  });
  await button(page, "To the end").click();
  await expect.poll(async () => (await heard(page, "lesson-answered")).length).toBe(2);
  const judged = (await heard(page, "lesson-answered"))[1][1];
  expect(judged).toMatchObject({ phase: "judged", right: false, response: [1, 1] });
  expect(judged.correct[1]).toBe(1);
  const far = (await heard(page, "lesson-progress")).at(-1)[1];
  expect(far).toMatchObject({ course: "small", courseScore: 0, passMark: 0.8, done: false });
  expect(far.state).toBe((await call(page, "getState")).course);
});

test("a pass mark that the page sets is no longer the learner's to choose", async ({ page }) => {
  await openLab(page, "?mode=lesson");
  const mark = page.getByRole("group", { name: "Pass mark" });
  await expect(mark.getByRole("spinbutton")).toHaveValue("80");
  await call(page, "setState", { version: 1, passMark: 0.65 });
  await expect(mark).toContainText("65%");
  await expect(mark).toContainText("It is set by the page or the course platform");
  await expect(mark.getByRole("spinbutton")).toHaveCount(0);
  expect((await call(page, "getState")).passMark).toBe(0.65);
});

test("with keep off nothing is read from the device and nothing is left on it", async ({ page }) => {
  await openLab(page, "?mode=lesson&lesson=count");
  await call(page, "run", { weeks: 13 });
  await predict(page, "1", "1");
  await openPage(page, "/examples/tutorial.html");
  const before = await kept(page);
  expect(before).toContain("locked");
  await openLab(page, "?keep=off");
  expect((await call(page, "getState")).course).toBeUndefined();
  await openLab(page, "?keep=off&mode=lesson&lesson=count");
  expect((await call(page, "getState")).course).toBeDefined();
  await predict(page, "2", "2");
  await button(page, "To the end").click();
  await button(page, "Close the lesson").first().click();
  await expect(root(page).getByText("Nothing of it is kept on this device.")).toBeVisible();
  await button(page, "Make a lesson").click();
  await button(page, "New lesson").click();
  await page.getByRole("complementary", { name: "Lesson bench" }).getByLabel("Title", { exact: true }).fill("Of nobody");
  await page.waitForTimeout(700);
  await openPage(page, "/examples/tutorial.html");
  expect(await kept(page)).toBe(before);
});

test("progress in a lesson from a file is taken up once the file is there", async ({ page }) => {
  const lesson = JSON.parse(await readFile(file("course.json"), "utf8"));
  lesson.id = "own-lesson";
  lesson.words = { en: JSON.parse(await readFile(file("en.json"), "utf8")) };
  await page.route("**/own.lesson.json", (route) => route.fulfill({ json: lesson }));
  await listen(page);
  const open = () => openLab(page, "?keep=off&lesson=own.lesson.json");
  await open();
  await predict(page, "3", "1");
  const [, locked] = (await heard(page, "lesson-answered"))[0];
  expect(locked.course).toBe("own-lesson");
  const { course } = await call(page, "getState");
  await open();
  // At once, also before the file has come.
  await call(page, "setState", { version: 1, course });
  await expect(page.locator(".you-said")).toHaveText(["You said 3", "You said 1"]);
});

test.describe("what asks the network", () => {
  test.use({ mayComplain: true });

  test("a trainer saves a package, and is told where the page for it is missing", async ({ page }) => {
    await openLab(page);
    await button(page, "Learn").click();
    await button(page, "Make a lesson").click();
    await button(page, "New lesson").click();
    const bench = page.getByRole("complementary", { name: "Lesson bench" });
    await bench.getByLabel("Title", { exact: true }).fill("Two kinds");
    await button(bench, "+ Reading").click();
    const whole = `<!doctype html><delivery-lab></delivery-lab>${" ".repeat(1 << 17)}`;
    for (const [answer, told] of [
      [{ status: 404, body: "" }, "is not beside this lab"],
      [{ contentType: "text/html", body: "<!doctype html>" }, "is not the page in one file"],
    ]) {
      await page.route("**/delivery-lab.html", (route) => route.fulfill(answer));
      await button(page, "SCORM 2004").click();
      await expect(root(page).getByRole("status").filter({ hasText: told })).toBeVisible();
      await page.unroute("**/delivery-lab.html");
    }
    await page.route("**/delivery-lab.html", (route) => route.fulfill({ contentType: "text/html", body: whole }));
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "SCORM 1.2").click()]);
    expect(download.suggestedFilename()).toBe("two-kinds-scorm-1.2.zip");
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    expect(bytes.includes("two-kinds.lesson.json")).toBe(true);
    await expect(root(page).getByText("The package is saved.")).toBeVisible();
  });

  test("a worker simulates without a page", async ({ page }) => {
    const script = `
      import start, { simulate } from "/delivery_lab.js";
      await start({ module_or_path: "/delivery_lab_bg.wasm" });
      const refused = (scenario, options) => { try { simulate(scenario, options); } catch (error) { return error.message; } };
      const report = simulate(undefined, { sample: "side-by-side", weeks: 6, seed: 3, recipients: 400 });
      const circle = {}; circle.self = circle;
      postMessage([report, refused(circle), refused({}, { sample: "birthday" }), refused(undefined, { weeks: circle }), refused(null, { weeks: 0 })]);
    `;
    await page.route("**/simulating.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
    // A page that may start workers; the lab's own needs none but the one that keeps it for use without a network.
    await openPage(page, "/examples/element.html");
    const seen = page.evaluate(() => new Promise((resolve, reject) => {
      const worker = new Worker("/simulating.js", { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    }));
    const [report, circle, two, nested, none] = await seen;
    expect(report).toMatchObject({ weeks: 6, seed: 3 });
    expect(report.indicators.length).toBeGreaterThan(0);
    expect(circle).toContain("scenario");
    expect(two).toContain("only one of them can be run");
    expect(nested).toContain("not a plain object");
    expect(none).toContain("weeks");
  });
});
