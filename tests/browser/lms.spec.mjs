// The lab launched by a learning platform: scorm-again of both versions, with the lab's own validator in front.
import { readFileSync } from "node:fs";

import { expect, test } from "./lab.mjs";
import { NAMES, VERSIONS, known, launch, openHost, roles } from "./lms/lms.mjs";

const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
const WORK = "delivery-lab/work";

// In each of these the lab opens several times, and the machine may be busy.
test.setTimeout(180_000);

test.beforeEach(async ({ page }) => {
  await page.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
  await openHost(page);
});

test.afterEach(async ({ page }) => {
  const { problems, calls } = await known(page);
  expect(problems, "calls that broke a rule").toEqual([]);
  expect(calls.filter(([role, , , answer]) => role === "set" && answer !== "true"), "what scorm-again did not take").toEqual([]);
});

const button = (frame, name) => frame.getByRole("button", { name, exact: true });
const heading = (frame) => frame.getByRole("complementary", { name: "Lesson" }).getByRole("heading");

/** Goes to the prediction of the small course's first lesson, answers it and sees the verdict. */
async function predict(frame, { right }) {
  await button(frame, "Next").click();
  await expect(heading(frame)).toContainText("How many after");
  const weeks = await frame.locator("delivery-lab").evaluate(async (lab) => (await lab.getScenario()).weeks);
  await frame.getByLabel("From the recurring delivery").fill(right ? String(weeks) : "1");
  await frame.getByLabel("From the continuous delivery").fill("1");
  await frame.getByLabel("Sure", { exact: true }).check();
  await button(frame, "Lock my prediction").click();
  await button(frame, "To the end").click();
  await expect(frame.locator(".coach").getByRole("status")).toContainText(right ? "Right." : "Not quite.");
}

const kept = async (page) => (await known(page)).kept;
const close = (page) => page.evaluate(() => lms.close());
const events = (frame, kind, detail) => frame.locator("delivery-lab").evaluate((lab, [type, given]) => {
  lab.dispatchEvent(new CustomEvent(`delivery-lab-${type}`, { bubbles: true, composed: true, detail: given }));
}, [kind, detail]);

for (const version of VERSIONS) {
  const names = NAMES[version];

  test(`SCORM ${version}: it begins once, commits at milestones and ends once`, async ({ page }) => {
    const frame = await launch(page, version, "?lesson=count");
    await expect.poll(async () => (await kept(page))[names.status]).toBe("incomplete");
    await predict(frame, { right: true });
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/1");
    await expect.poll(async () => (await kept(page))["cmi.interactions.0.result"], "the prediction and what became of it").toBe("correct");
    const before = await known(page);
    expect(before.kept["cmi.suspend_data"]).toMatch(/^1[\w-]+\./);
    expect(before.kept["cmi.suspend_data"].length).toBeLessThanOrEqual(4096);
    expect(Number(before.kept[names.score])).toBeGreaterThan(0);
    expect(before.kept[names.exit], "it could be lost at any time").toBe("suspend");
    expect(before.kept).toMatchObject({ "cmi.interactions.0.id": "count.weeks", "cmi.interactions.0.type": "fill-in" });
    const results = before.calls.filter(([role, element]) => role === "set" && element === "cmi.interactions.0.result");
    expect(results.map(([, , value]) => value)).toEqual(["neutral", "correct"]);
    expect(before.kept["cmi.interactions.1.id"]).toBeUndefined();
    expect(roles(before.calls).slice(0, 2)).toEqual(["initialize", "get"]);
    await close(page);
    const { calls } = await known(page);
    const last = calls.slice(before.calls.length);
    expect(roles(last).slice(-2)).toEqual(["commit", "terminate"]);
    expect(roles(calls).filter((role) => role === "initialize" || role === "terminate")).toEqual(["initialize", "terminate"]);
    expect((await kept(page))[names.time]).toMatch(names.spans);
  });

  test(`SCORM ${version}: the next launch goes on where the learner was, and leaves nothing on the device`, async ({ page }) => {
    const first = await launch(page, version);
    await button(first, "Begin the course").click();
    await predict(first, { right: false });
    await button(first, "Next").click();
    await expect(heading(first)).toHaveText("Where are the rows?");
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/2");
    const state = await first.locator("delivery-lab").evaluate(async (lab) => (await lab.getState()).course);
    await close(page);
    const second = await launch(page, version);
    await expect(heading(second)).toHaveText("Where are the rows?");
    expect(await second.locator("delivery-lab").evaluate(async (lab) => (await lab.getState()).course)).toBe(state);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test(`SCORM ${version}: a lesson taken to its end is passed or not yet, by the platform's own mark`, async ({ page }) => {
    const mark = { [names.mark]: String(0.6 * names.whole) };
    const frame = await launch(page, version, "?lesson=count", mark);
    const standing = { lesson: "count", step: 4, steps: 4, progress: 1, score: 0.5, passMark: 0.4, skills: {}, courseProgress: 50, passed: false };
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/0");
    await events(frame, "lesson-progress", { ...standing, step: 3, progress: 0.75, score: 0.25 });
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/3");
    expect((await kept(page))[names.score], "a platform would call it failed").toBeUndefined();
    await events(frame, "lesson-completed", standing);
    await expect.poll(async () => (await kept(page))[names.score]).toBe(String(0.5 * names.whole));
    // One status says both in 1.2, and nobody is said to have failed.
    const isOne = version === "1.2";
    expect((await kept(page))[names.status]).toBe(isOne ? "incomplete" : "completed");
    await events(frame, "lesson-completed", { ...standing, score: 0.75 });
    await expect.poll(async () => (await kept(page))[names.score]).toBe(String(0.75 * names.whole));
    const now = await kept(page);
    expect([now[names.status], now["cmi.success_status"], now[names.exit]])
      .toEqual(isOne ? ["passed", undefined, ""] : ["completed", "passed", "normal"]);
    await events(frame, "lesson-progress", { ...standing, step: 0, progress: 0, score: 0.25 });
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/0");
    const later = await kept(page);
    expect([later[names.status], later[names.score]], "what was reached stays").toEqual([now[names.status], now[names.score]]);
  });

  test(`SCORM ${version}: a lesson of one's own is taken up again, and held to the platform's mark`, async ({ page }) => {
    const lesson = JSON.parse(readFileSync(file("course.json"), "utf8"));
    lesson.id = "own-lesson";
    lesson.words = { en: JSON.parse(readFileSync(file("en.json"), "utf8")) };
    await page.route("**/own.lesson.json", (route) => route.fulfill({ json: lesson }));
    const mark = { [names.mark]: String(0.65 * names.whole) };
    const first = await launch(page, version, "?lesson=own.lesson.json", mark);
    await predict(first, { right: true });
    await button(first, "Next").click();
    await expect(heading(first)).toHaveText("Where are the rows?");
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/2");
    await close(page);
    const second = await launch(page, version, "?lesson=own.lesson.json", mark);
    await expect(heading(second)).toHaveText("Where are the rows?");
    const state = await second.locator("delivery-lab").evaluate((lab) => lab.getState());
    expect([state.course, state.passMark]).toEqual([(await kept(page))["cmi.suspend_data"], 0.65]);
    await button(second, "Back").click();
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/1");
  });

  test(`SCORM ${version}: reviewing, browsing and without credit nothing is written`, async ({ page }) => {
    const first = await launch(page, version, "?lesson=count");
    await predict(first, { right: true });
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/1");
    await close(page);
    for (const told of [{ [names.mode]: "review" }, { [names.mode]: "browse" }, { [names.credit]: "no-credit" }]) {
      const before = (await known(page)).calls.length;
      const frame = await launch(page, version, "?lesson=count", told);
      await expect(heading(frame)).toContainText("How many after");
      await button(frame, "Next").click();
      await expect(heading(frame)).toHaveText("Where are the rows?");
      await close(page);
      const called = roles((await known(page)).calls.slice(before));
      expect(called.filter((role) => role !== "get"), JSON.stringify(told)).toEqual(["initialize", "terminate"]);
    }
  });

  test(`SCORM ${version}: on a shared computer nobody's work is shown to another, or written over`, async ({ page }) => {
    await page.goto("/?mode=lesson");
    await button(page, "Begin the course").click();
    await button(page, "Next").click();
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), WORK)).toContain('"lesson":"count"');
    await page.goto("about:blank");
    await openHost(page);
    const others = await page.evaluate((name) => localStorage.getItem(name), WORK);
    const frame = await launch(page, version);
    await expect(button(frame, "Begin the course")).toBeVisible();
    await button(frame, "Begin the course").click();
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/0");
    await close(page);
    expect(await page.evaluate((name) => localStorage.getItem(name), WORK)).toBe(others);
  });

  test(`SCORM ${version}: a hidden tab commits and goes on when it is seen again`, async ({ page }) => {
    const frame = await launch(page, version, "?lesson=count");
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/0");
    const show = (state) => frame.locator("html").evaluate((html, to) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => to });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
    // The commit of the place itself may still be under way.
    const { commits } = await known(page);
    await show("hidden");
    await expect.poll(async () => (await known(page)).commits).toBeGreaterThan(commits);
    await show("visible");
    await button(frame, "Next").click();
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/1");
    expect(roles((await known(page)).calls)).not.toContain("terminate");
  });

  test(`SCORM ${version}: answers become interactions, a locked prediction first without a verdict`, async ({ page }) => {
    const frame = await launch(page, version, "?lesson=count");
    await expect.poll(async () => (await kept(page))[names.location]).toBe("count/0");
    const answer = (given) => events(frame, "lesson-answered", {
      lesson: "count", item: "weeks", kind: "predict", phase: "answered", question: "How many after 8 weeks?", type: "numeric",
      fields: ["Recurring", "Continuous"], response: [8, 1], choices: [], right: null, correct: null, confidence: 1, hints: 0,
      credit: true, lang: "en", ...given,
    });
    await answer({});
    await answer({ phase: "judged", right: true, correct: [8, 1] });
    await answer({ item: "one", kind: "find", phase: "judged", response: [3], right: false, correct: [4], hints: 3, credit: false });
    const choices = [{ id: "same one", text: "The same" }, { id: "new", text: "A new one" }];
    await answer({ item: "quiz", kind: "quiz", phase: "judged", type: "choice", choices, response: "new", right: false, correct: "same one" });
    await answer({ item: "make", kind: "build", phase: "judged", type: "performance", response: "schedule, query, delivery", right: true });
    await expect.poll(async () => (await kept(page))["cmi.interactions.3.result"]).toBe("correct");
    const now = await kept(page);
    const row = (index) => ["id", "type", names.response, "correct_responses.0.pattern", "result", "weighting"]
      .map((name) => now[`cmi.interactions.${index}.${name}`]);
    const is12 = version === "1.2";
    const wrong = is12 ? "wrong" : "incorrect";
    expect(row(0)).toEqual(["count.weeks", "fill-in", is12 ? "8,1" : "8[,]1", is12 ? "8,1" : "8[,]1", "correct", "1"]);
    expect(row(1)).toEqual(["count.one", "numeric", "3", is12 ? "4" : "4[:]4", wrong, "0"]);
    expect(row(2)).toEqual(["count.quiz", "choice", is12 ? "b" : "new", is12 ? "a" : "same-one", wrong, "1"]);
    expect(row(3)).toEqual(["count.make", is12 ? "performance" : "other", "schedule, query, delivery", undefined, "correct", "1"]);
    const { calls } = await known(page);
    const results = calls.filter(([role, element]) => role === "set" && element === "cmi.interactions.0.result");
    expect(results.map(([, , value]) => value)).toContain("correct");
    expect(calls.filter(([, element]) => element?.startsWith("cmi.interactions.4"))).toEqual([]);
  });
}

/** Lets the pauses between two tries pass at once; the lab's own timers stay as they are. */
const hurry = (page) => page.addInitScript(() => {
  const real = globalThis.setTimeout;
  globalThis.setTimeout = (use, pause, ...rest) => real(use, pause === 2_000 ? 10 : pause, ...rest);
});

test("a platform that cannot be reached is said once, calmly, and what waits goes out later", async ({ page }) => {
  await hurry(page);
  const frame = await launch(page, "1.2", "?lesson=count&lang=sv");
  await expect.poll(async () => (await kept(page))["cmi.core.lesson_location"]).toBe("count/0");
  await page.evaluate(() => { lms.fault = () => { throw new Error("the network is gone"); }; });
  const { commits, calls } = await known(page);
  const line = frame.locator(".lms-line");
  await expect(line).toHaveText("");
  await frame.getByRole("button", { name: "Nästa", exact: true }).click();
  await expect(line).toHaveText(/Lärplattformen kan inte nås just nu\. Dina framsteg sparas på den här enheten/);
  await expect(line).toHaveAttribute("role", "status");
  const tried = (await known(page)).calls.slice(calls.length).filter(([role]) => role === "commit");
  expect(tried, "once, and five times more").toHaveLength(6);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([expect.stringMatching(/^delivery-lab\/queue\/scorm\/\w+$/)]);
  await page.evaluate(() => { lms.fault = undefined; });
  await frame.getByRole("button", { name: "Tillbaka", exact: true }).click();
  await expect(line).toHaveText("");
  await expect.poll(async () => (await known(page)).commits).toBeGreaterThan(commits);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("what could not be sent is taken up by the same learner's next launch, and by nobody else's", async ({ page }) => {
  const first = await launch(page, "2004", "?lesson=count");
  await expect.poll(async () => (await kept(page))["cmi.location"]).toBe("count/0");
  await page.evaluate(() => { lms.fault = () => "false"; });
  await predict(first, { right: true });
  await page.evaluate(() => lms.kill());
  expect((await kept(page))["cmi.location"], "nothing came through").toBe("count/0");
  const before = await kept(page);
  await page.evaluate(() => { [lms.mine, lms.kept, lms.fault] = [lms.kept, {}, undefined]; });
  const other = await launch(page, "2004", "?lesson=count", { "cmi.learner_id": "learner-2" });
  await expect(heading(other)).toBeVisible();
  await close(page);
  expect((await kept(page))["cmi.score.scaled"]).toBeUndefined();
  await page.evaluate(() => { lms.kept = lms.mine; });
  expect(await kept(page)).toEqual(before);
  const again = await launch(page, "2004", "?lesson=count");
  await expect(heading(again)).toContainText("How many after");
  await expect.poll(async () => (await kept(page))["cmi.location"]).toBe("count/1");
  expect(Number((await kept(page))["cmi.score.scaled"])).toBeGreaterThan(0);
});

test("a platform that never answers does not hold up the lab", async ({ page }) => {
  await hurry(page);
  await page.evaluate(() => {
    const launchUsual = lms.launch;
    lms.launch = (...given) => {
      launchUsual(...given);
      API.LMSInitialize = () => { lms.calls.push(["initialize"]); return "false"; };
    };
  });
  const frame = await launch(page, "1.2", "?lesson=count");
  await button(frame, "Next").click();
  await expect(frame.locator(".lms-line")).toContainText("The learning platform does not answer.");
  expect(roles((await known(page)).calls)).toEqual(Array(6).fill("initialize"));
  await expect(heading(frame)).toContainText("How many after");
});

test("a page that is reloaded in its frame goes on where it was, although the platform has begun already", async ({ page }) => {
  const frame = await launch(page, "1.2", "?lesson=count");
  await button(frame, "Next").click();
  await expect.poll(async () => (await kept(page))["cmi.core.lesson_location"]).toBe("count/1");
  // As some platforms do: they take the end for none, and say that they have begun.
  await page.evaluate(() => {
    API.LMSFinish = () => "true";
    const { LMSGetLastError } = API;
    let isAgain = false;
    API.LMSInitialize = () => { isAgain = true; return "false"; };
    API.LMSGetLastError = () => { const code = isAgain ? "101" : LMSGetLastError(); isAgain = false; return code; };
  });
  await frame.locator("html").evaluate(() => location.reload());
  await expect(heading(frame)).toContainText("How many after");
  await button(frame, "Back").click();
  await expect.poll(async () => (await kept(page))["cmi.core.lesson_location"]).toBe("count/0");
});

test("in a frame of an ordinary page nothing is looked for in vain, and the own work stays on the device", async ({ page }) => {
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    [frame.src, frame.id, frame.title] = ["/index.html", "sco", "The lab"];
    document.body.append(frame);
  });
  const frame = page.frameLocator("#sco");
  await expect(frame.locator('delivery-lab [part="root"] > *').first()).toBeVisible();
  await frame.locator("delivery-lab").evaluate((lab) => lab.run({ weeks: 5 }));
  await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), WORK)).toContain('"weeks":5');
  await expect(frame.locator(".lms-line")).toHaveCount(0);
});
