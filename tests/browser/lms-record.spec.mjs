// What a platform is told of how a learner stands: from the lab's events to the values of SCORM, without the lab.
import { expect, test } from "./lab.mjs";
import { VERSIONS, openHost } from "./lms/lms.mjs";

test.beforeEach(({ page }) => openHost(page));

const STANDING = { lesson: "count", step: 1, steps: 4, progress: 0.25, score: 0.5, courseProgress: 50, courseScore: 0.25, passMark: 0.8, passed: false, done: false, state: "1abc" };

/** The record after events, each [whether a lesson ended, what is other than in STANDING]. */
const recorded = (page, options, heard) => page.evaluate(async ([given, standing, all]) => {
  const { FIRST, Recorder, WHOLE } = await import("/lms/record.js");
  const scope = { whole: WHOLE, first: FIRST }[given.scope] ?? given.scope;
  const recorder = new Recorder({ ...given, scope, clock: () => 90 });
  for (const [isEnd, other] of all) recorder.hear(isEnd, { ...standing, ...other });
  return recorder.record();
}, [options, STANDING, heard]);

test("a lesson is what its own events say, and what was reached stays", async ({ page }) => {
  const lesson = (...heard) => recorded(page, { scope: "count" }, heard);
  expect(await lesson([false, {}])).toEqual(
    { location: "count/1", suspend: "1abc", score: 0.5, progress: 0.25, completed: false, passed: undefined, seconds: 90 });
  expect(await lesson([false, {}], [false, { lesson: "other", step: 0, progress: 0, score: 1, state: "1def" }]))
    .toMatchObject({ location: "other/0", suspend: "1def", score: 0.5, progress: 0.25 });
  expect(await lesson([true, { step: 4, progress: 1, score: 0.8 }])).toMatchObject({ completed: true, passed: true, progress: 1 });
  expect(await lesson([true, { score: 0.79 }], [false, { step: 0, progress: 0, score: 0.79 }])).toMatchObject({ completed: true, passed: false, progress: 1 });
  expect(await lesson([false, { done: true }])).toMatchObject({ completed: true });
  expect(await lesson([true, { score: null }])).toMatchObject({ completed: true, passed: undefined, score: undefined });
  expect(await lesson([false, { score: 0 }]), "nothing right yet is no score").toMatchObject({ score: undefined });
  expect(await lesson([true, { score: 0 }])).toMatchObject({ score: 0, passed: false });
  expect(await recorded(page, { scope: "first" }, [[false, { lesson: "" }], [false, { lesson: "tour" }], [false, {}], [true, { lesson: "other", score: 1 }]]))
    .toMatchObject({ score: 0.5, completed: false });
});

test("a platform's mark goes before the lab's", async ({ page }) => {
  const end = (passMark, score) => recorded(page, { scope: "count", passMark }, [[true, { score }]]);
  expect([(await end(0.6, 0.6)).passed, (await end(0.6, 0.59)).passed, (await end(0.9, 0.85)).passed]).toEqual([true, false, false]);
});

test("the course is passed when the lab says so, and where it cannot hold to a mark, by the score at the end", async ({ page }) => {
  const course = async (passMark, other) => (await recorded(page, { scope: "whole", passMark }, [[false, other]])).passed;
  expect(await course(undefined, {})).toBeUndefined();
  expect(await course(undefined, { passed: true })).toBe(true);
  expect(await course(undefined, { courseProgress: 100 })).toBe(false);
  expect(await course(0.8, { passed: true }), "held to it").toBe(true);
  expect(await course(0.3, { courseScore: 0.4 }), "not at the end").toBeUndefined();
  expect(await course(0.3, { courseScore: 0.4, courseProgress: 100 })).toBe(true);
  expect(await course(0.3, { courseScore: 0.2, courseProgress: 100 })).toBe(false);
  const whole = await recorded(page, { scope: "whole" }, [[false, { courseProgress: 100, courseScore: 0.7 }]]);
  expect(whole).toMatchObject({ score: 0.7, progress: 1, completed: true });
});

test("what is no event of a lesson changes nothing, and nothing outgrows its bounds", async ({ page }) => {
  const empty = { location: undefined, suspend: undefined, score: undefined, progress: 0, completed: false, passed: undefined, seconds: 90 };
  for (const lesson of [null, 7, {}, "x".repeat(201), "tour"]) expect(await recorded(page, { scope: "whole" }, [[true, { lesson }]])).toEqual(empty);
  const odd = { step: -3, progress: 9, score: Number.NaN, state: "x".repeat(4_097), done: "yes" };
  expect(await recorded(page, { scope: "count" }, [[false, odd]])).toEqual({ ...empty, location: "count/0", progress: 1 });
  const answers = await page.evaluate(async () => {
    const { answerOf } = await import("/lms/record.js");
    return [
      answerOf(undefined), answerOf({ lesson: "a" }),
      answerOf({ lesson: "a", item: "b", type: "essay", question: "q".repeat(9_000), choices: Array(99).fill(null), response: ["x", 2], right: "yes", confidence: 3, hints: -1 }),
    ];
  });
  expect(answers.slice(0, 2)).toEqual([undefined, undefined]);
  expect(answers[2]).toMatchObject({ type: "performance", response: [2], right: null, confidence: 1, hints: 0, credit: true, correct: null });
  expect([answers[2].question.length, answers[2].choices.length]).toEqual([4_000, 36]);
});

test("what is reported is told by what is asked for", async ({ page }) => {
  const scopes = await page.evaluate(async () => {
    const { scopeOf } = await import("/lms/record.js");
    const all = [[null, ""], ["", "#moment=2026-06-08"], ["count", ""], ["./my.lesson.json", ""], ["https://a/b", ""], [null, "#l=1x"], ["count", "#l=1x"]];
    return all.map(([lesson, fragment]) => String(scopeOf(lesson, fragment)));
  });
  const [whole, first] = ["Symbol(the whole course)", "Symbol(the first lesson that is heard of)"];
  expect(scopes).toEqual([whole, whole, "count", first, first, first, first]);
});

for (const version of VERSIONS) {
  test(`SCORM ${version}: where the platform has a mark, it hears of a score that leads it to what is so`, async ({ page }) => {
    const told = await page.evaluate(async (of) => {
      const { openScorm } = await import("/lms/scorm.js");
      const { FUNCTIONS } = await import("/lms/tolerant.js");
      const is12 = of === "1.2";
      const scoreName = is12 ? "cmi.core.score.raw" : "cmi.score.scaled";
      const run = async (mark, record) => {
        const values = { [is12 ? "cmi.student_data.mastery_score" : "cmi.scaled_passing_score"]: mark };
        const roles = {
          initialize: () => "true", terminate: () => "true", commit: () => "true", error: () => "0",
          get: (name) => values[name] ?? "", set: (name, value) => { values[name] = value; return "true"; },
        };
        const api = Object.fromEntries(Object.entries(FUNCTIONS[of]).map(([role, [name]]) => [name, roles[role]]));
        const sink = openScorm({ kind: "scorm", version: of, api });
        const { passMark } = await sink.open();
        await sink.report({ location: "a/1", suspend: "1a", progress: 0.5, completed: false, seconds: 1, ...record });
        await sink.close({ location: "a/1", suspend: "1a", progress: 0.5, completed: false, seconds: 1, ...record });
        const status = is12 ? values["cmi.core.lesson_status"] : `${values["cmi.completion_status"]}, ${values["cmi.success_status"]}`;
        return [passMark, values[scoreName], status];
      };
      const mark = is12 ? "80" : "0.8";
      return {
        unmarked: await run("", { score: 0.4 }),
        underway: await run(mark, { score: 0.4 }),
        failed: await run(mark, { score: 0.4, completed: true, passed: false }),
        passed: await run(mark, { score: 0.85, completed: true, passed: true }),
        passedWithLess: await run(mark, { score: 0.7, completed: true, passed: true }),
        hair: await run(mark, { score: 0.79999999, completed: true, passed: false }),
      };
    }, version);
    const is12 = version === "1.2";
    const whole = (score) => String(is12 ? score * 100 : score);
    const said = (one, two) => (is12 ? one : two);
    expect(told).toEqual({
      unmarked: [undefined, whole(0.4), said("incomplete", "incomplete, undefined")],
      underway: [0.8, undefined, said("incomplete", "incomplete, undefined")],
      failed: [0.8, whole(0.4), said("incomplete", "completed, undefined")],
      passed: [0.8, whole(0.85), said("passed", "completed, passed")],
      passedWithLess: [0.8, undefined, said("passed", "completed, passed")],
      hair: [0.8, said("79.9999", "0.7999"), said("incomplete", "completed, undefined")],
    });
  });
}
