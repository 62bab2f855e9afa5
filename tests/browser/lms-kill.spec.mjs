// The page is lost at 200 random points of a lesson: at most the last milestone is lost with it, never the score.
import { readFileSync } from "node:fs";

import { expect, heard, listen, openLab, test } from "./lab.mjs";
import { NAMES, VERSIONS, known, openHost } from "./lms/lms.mjs";

const KILLS = 200;
const course = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
const own = (name) => readFileSync(new URL(`lms/${name}`, import.meta.url), "utf8");
/** The page of the stand-in, whole. */
const SCO = own("sco.html").replace('src="/peers/sco.js">', () => `>${own("sco.js")}`);

// Each launch asks for its modules anew.
test.use({ mayComplain: true });

/** Takes a lesson in the real lab, with wrong and right answers, and gives what it said, each with its state. */
async function record(page) {
  await page.route("**/course/course.json", (route) => route.fulfill({ path: course("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: course(route.request().url().split("/").pop()) }));
  await page.addInitScript(() => {
    globalThis.stream = [];
    for (const kind of ["lesson-progress", "lesson-completed"]) {
      addEventListener(`delivery-lab-${kind}`, async ({ target, detail }) => {
        const moment = { kind, detail };
        stream.push(moment);
        moment.course = (await target.getState()).course;
      });
    }
  });
  const button = (name) => page.getByRole("button", { name, exact: true });
  const panel = page.getByRole("complementary", { name: "Lesson" });
  const told = (text) => expect(panel.getByRole("status")).toContainText(text);
  await openLab(page, "?lesson=count");
  await button("Next").click();
  for (const isRight of [false, true]) {
    const weeks = await page.locator("delivery-lab").evaluate(async (lab) => (await lab.getScenario()).weeks);
    await page.getByLabel("From the recurring delivery").fill(isRight ? String(weeks) : "1");
    await page.getByLabel("From the continuous delivery").fill("1");
    await page.getByLabel("Sure", { exact: true }).check();
    await button("Lock my prediction").click();
    await button("To the end").click();
    await told(isRight ? "Right." : "Not quite.");
    if (!isRight) await button("Try another one").click();
  }
  await button("Next").click();
  await panel.locator('input[value="same"]').check();
  await button("Answer").click();
  await told("Right.");
  await button("Next").click();
  const weeks = await page.locator("delivery-lab").evaluate(async (lab) => (await lab.getScenario()).weeks);
  await panel.getByRole("spinbutton").fill(String(weeks));
  await button("Answer").click();
  await told("Right.");
  await button("Finish").click();
  await expect.poll(async () => (await heard(page, "lesson-completed")).length).toBe(1);
  return page.evaluate(() => stream);
}

/** Lives through the lesson again and again, killed each time, in the platform's page; gives what was lost at worst. */
const live = (page, version, stream, names, kills) => page.evaluate(async ([of, sco, moments, { score, whole, learner }, most]) => {
  globalThis.stream = moments;
  let seed = 20_261_130;
  const chance = () => {
    // Mulberry32: the same points in every run.
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound) => Math.floor(chance() * bound);
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const until = async (holds) => {
    for (let waited = 0; waited < 2_000 && !holds(); waited += 1) await turn();
  };
  const scoreOf = (moment) => moment?.detail.score ?? 0;
  const reached = () => Number(lms.kept[score] ?? 0) / whole;
  const wrong = [];
  const lost = { milestones: 0, ends: 0, inTheMiddle: 0, unsent: 0, resumed: 0 };
  let [attempt, before, highest] = [0, 0, 0];
  for (let kill = 0; kill < most; kill += 1) {
    lms.fault = undefined;
    const { commits } = lms;
    lms.launch(of, sco, { [learner]: `learner-${attempt}` });
    const frame = document.querySelector("iframe").contentWindow;
    await until(() => frame.isStarted);
    // Some are lost before they have begun.
    if (below(20) === 0) {
      lms.kill();
      continue;
    }
    await until(() => lms.commits > commits);
    await turn();
    const place = frame.place();
    lost.resumed += place > 0 ? 1 : 0;
    lost.milestones = Math.max(lost.milestones, before - place);
    if (reached() < highest - 1e-4) wrong.push(`kill ${kill}: the score fell from ${highest} to ${reached()}`);
    if (reached() < scoreOf(moments[place - 1]) - 1e-4) wrong.push(`kill ${kill}: the score is not that of moment ${place}`);
    highest = Math.max(highest, reached());
    before = place;
    if (place === moments.length) {
      // Another learner begins, on the same device.
      lost.ends += 1;
      [before, highest, attempt, lms.kept] = [0, 0, attempt + 1, {}];
      lms.kill();
      continue;
    }
    const goal = Math.min(place + below(4), moments.length);
    const isFaulty = below(3) === 0;
    if (isFaulty) lms.fault = below(2) === 0 ? () => "false" : () => { throw new Error("no network"); };
    lost.unsent += isFaulty ? 1 : 0;
    for (before = place; before < goal; before += 1) {
      frame.next();
      const isLast = before + 1 === goal;
      if (isLast && below(2) === 0) {
        // In the very task of the event.
        lost.inTheMiddle += 1;
        before += 1;
        break;
      }
      for (let turns = 1 + below(3); turns > 0; turns -= 1) await turn();
    }
    lms.kill();
  }
  lms.fault = undefined;
  return { wrong, lost };
}, [version, SCO, stream, names, kills]);

for (const version of VERSIONS) {
  test(`SCORM ${version}: killed at ${KILLS} random points, at most the last milestone is lost, never the score`, async ({ page }) => {
    test.slow();
    await listen(page);
    const stream = await record(page);
    expect(stream.length).toBeGreaterThan(7);
    expect(new Set(stream.map(({ course: state }) => state)).size).toBe(stream.length);
    await page.goto("about:blank");
    await openHost(page);
    // What is caught on its way is not kept by the browser.
    await page.unrouteAll();
    await page.evaluate(() => localStorage.clear());
    const { wrong, lost } = await live(page, version, stream, NAMES[version], KILLS);
    expect(wrong).toEqual([]);
    expect(lost.milestones).toBeLessThanOrEqual(1);
    // The points were such as could lose something, and learners came to their end nevertheless.
    expect(lost.ends, "learners who came to the end").toBeGreaterThan(5);
    expect(lost.inTheMiddle).toBeGreaterThan(20);
    expect(lost.unsent).toBeGreaterThan(20);
    expect(lost.resumed).toBeGreaterThan(100);
    expect((await known(page)).problems).toEqual([]);
  });
}
