// Statements of what a learner does: by cmi5 to a platform on this machine, by xAPI to a record store.
import { createRequire } from "node:module";

import { checked, HELD } from "./fixtures/lms/checklist.mjs";
import { ACTIVITY, startPlatform } from "./fixtures/lms/platform.mjs";
import { startRalph } from "./fixtures/lms/ralph.mjs";
import { problemsOf } from "./fixtures/lms/validator.mjs";
import { expect, keepPicture, test as base } from "./lab.mjs";

const REQUIREMENTS = createRequire(import.meta.url)("@cmi5/requirements");
const REGISTRATION = "760e3480-ba55-4991-94b0-01820dbd23a2";

const test = base.extend({
  ralph: [
    async ({}, use) => {
      const ralph = await startRalph();
      await use(ralph);
      ralph.stop?.();
    },
    // It is installed once for all tests, which takes a while the first time.
    { scope: "worker", timeout: 600_000 },
  ],
  platform: async ({ ralph, baseURL }, use) => {
    const platform = await startPlatform({ site: baseURL, ralph: ralph.skipped ? undefined : ralph });
    await use(platform);
    platform.stop();
  },
});
// A store that has no such document says 404, and browsers write that down as an error.
test.use({ mayComplain: true });

const RECORD = { location: "count/1", suspend: "1.abc", score: undefined, progress: 0.25, completed: false, passed: undefined, seconds: 30 };
const DONE = { ...RECORD, location: "count/4", suspend: "1.xyz", score: 0.9, progress: 1, completed: true, passed: true, seconds: 95.5 };
const ANSWER = {
  lesson: "count", item: "year", kind: "quiz", phase: "judged", question: "How many deliveries after one year?", type: "numeric",
  fields: ["deliveries"], response: [52], choices: [], right: true, correct: [52], confidence: null, hints: 1, credit: true, lang: "en",
};
const PREDICTION = { ...ANSWER, item: "weeks", kind: "predict", phase: "answered", right: null, correct: null, response: [4], confidence: 0.75, hints: 0 };

/** Opens an empty page of the platform as it launched it, with a sink of cmi5 in it. */
async function openSink(page, session) {
  await page.goto(session.address.replace("/site/?", "/course?"));
  await page.evaluate(async () => {
    const { openCmi5 } = await import("/site/lms/cmi5.js");
    globalThis.sink = openCmi5(location.href);
    globalThis.resumed = await sink.open();
    addEventListener("pagehide", () => sink.close(globalThis.last).catch(() => {}));
  });
  return page.evaluate(() => globalThis.resumed);
}

const call = (page, method, given) => page.evaluate(([name, value]) => {
  if (name !== "answered") globalThis.last = value;
  return sink[name](value);
}, [method, given]);
const verbs = (statements) => statements.map(({ verb }) => verb.id.split("/").at(-1));
/** The sentence with which a sink refuses to open. */
const refused = (page, lang = "en") => page.evaluate(
  (asked) => sink.open().then(() => "it opened", (error) => error.in?.(asked) ?? String(error)), lang);

test("statements of every kind of answer hold before a validator and a record store", async ({ page, platform, ralph }) => {
  const hostile = `${"long ".repeat(400)}\u0000<b>"'\ud800\u202e`;
  const choices = [{ id: "own", text: "In its own delivery" }, { id: "same", text: "In the same delivery" }];
  const answers = [
    ANSWER,
    PREDICTION,
    { ...PREDICTION, phase: "judged", right: false, correct: [5] },
    { ...ANSWER, fields: ["weekly", "continuous"], response: [52, 1], correct: [52, 1], lang: "sv" },
    { ...ANSWER, type: "choice", response: "own", correct: "own", choices, lang: "ja" },
    { ...ANSWER, type: "choice", response: null, correct: "own", right: false, credit: false, choices },
    { ...ANSWER, kind: "build", type: "performance", response: "query, recurring", correct: null, right: true, lang: "" },
    { ...ANSWER, lesson: hostile, item: hostile, question: hostile, response: hostile, lang: hostile, confidence: 7, hints: -3 },
  ];
  await page.goto(`${platform.origin}/course`);
  const statements = await page.evaluate(async ([given, activity]) => {
    const { answerOf, createClock, statementOf } = await import("/site/lms/statements.js");
    const clock = createClock();
    const actor = { objectType: "Agent", account: { homePage: "https://lms.example", name: "1625378" } };
    return given.map((answer) =>
      statementOf({ actor, verb: "answered", timestamp: clock(), ...answerOf(answer, { activity, seconds: 3725.456, before: crypto.randomUUID() }) }));
  }, [answers, ACTIVITY]);
  expect(statements.map(problemsOf)).toEqual(statements.map(() => []));
  const types = statements.map(({ object }) => object.definition.interactionType);
  expect(types).toEqual(["numeric", "numeric", "numeric", "fill-in", "choice", "choice", "other", "numeric"]);
  expect(statements[0].result).toMatchObject({ response: "52", success: true, score: { scaled: 1 }, duration: "PT1H2M5.46S" });
  expect(statements[0].object.definition.correctResponsesPattern).toEqual(["52"]);
  expect(statements[1].result.success).toBeUndefined();
  expect(statements[1].object.definition.correctResponsesPattern, "the answer to a locked prediction").toBeUndefined();
  expect(Object.values(statements[1].result.extensions)).toContain(0.75);
  expect(statements[2].result).toMatchObject({ success: false, score: { scaled: 0 } });
  expect(statements[3].result.response).toBe("52[,]1");
  expect(statements[4].object.definition.choices[0]).toEqual({ id: "own", description: { ja: "In its own delivery" } });
  test.skip(Boolean(ralph.skipped), ralph.skipped);
  const post = (body) => fetch(`${ralph.endpoint}statements`, {
    method: "POST", headers: { Authorization: ralph.authorization, "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  expect((await post(statements)).status).toBe(200);
  const kept = await ralph.statements();
  expect(statements.filter(({ id }) => !kept.some((other) => other.id === id))).toEqual([]);
  expect((await post([{ ...statements[0], id: crypto.randomUUID(), verb: { id: "answered" } }])).ok, "a bad one is refused").toBe(false);
});

test("the requirements of cmi5 that concern content are met, each held against what a platform noted", async ({ page, platform }) => {
  const course = `${platform.origin}/course?back`;
  const passing = platform.launch({ masteryScore: 0.8, moveOn: "CompletedAndPassed", registration: REGISTRATION });
  await openSink(page, passing);
  await call(page, "report", RECORD);
  await call(page, "answered", PREDICTION);
  await call(page, "answered", { ...PREDICTION, phase: "judged", right: false, correct: [5] });
  await call(page, "answered", ANSWER);
  await call(page, "report", { ...RECORD, progress: 0.5, score: 0.7 });
  expect(await call(page, "isDone")).toBe(false);
  await call(page, "report", DONE);
  expect(await call(page, "isDone")).toBe(true);
  await call(page, "close", DONE);

  const again = platform.launch({ masteryScore: 0.8, registration: REGISTRATION, returnURL: course, preferences: { audioPreference: "on" } });
  const resumed = await openSink(page, again);
  expect(resumed).toMatchObject({ suspend: DONE.suspend, location: DONE.location, mayReport: true, passMark: 0.8, returnURL: course, sound: true });
  await call(page, "report", { ...DONE, score: 0.4, passed: false });
  // Leaving the page ends the session too.
  await page.goto(resumed.returnURL);
  const wentTo = page.url();
  await expect.poll(() => verbs(platform.of(again)).at(-1)).toBe("terminated");

  const failing = platform.launch({ masteryScore: 0.8, preferences: { audioPreference: "off" } });
  const { sound } = await openSink(page, failing);
  await call(page, "report", { ...DONE, score: 0.79999, passed: false });
  expect(verbs(platform.of(failing)), "who failed may still do better in this visit").not.toContain("failed");
  await call(page, "close", { ...DONE, score: 0.79999, passed: false });

  const looks = {};
  for (const mode of ["Browse", "Review"]) {
    looks[mode] = platform.launch({ mode, masteryScore: 0.8, registration: REGISTRATION });
    const { mayReport, suspend } = await openSink(page, looks[mode]);
    expect([mayReport, suspend]).toEqual([false, mode === "Browse" ? undefined : DONE.suspend]);
    await call(page, "answered", ANSWER);
    await call(page, "report", DONE);
    await call(page, "close", DONE);
  }

  const turned = platform.launch({ turned: true });
  await openSink(page, turned);
  await call(page, "close", RECORD);

  const evidence = {
    platform, passing, again, failing, turned, wentTo, course,
    browsing: looks.Browse,
    reviewing: looks.Review,
    normal: [passing, again, failing, turned],
    sessions: [passing, again, failing, looks.Browse, looks.Review, turned],
    sound: { on: resumed.sound, off: sound },
  };
  const rows = checked(REQUIREMENTS, evidence);
  print(rows);
  expect(rows.filter(({ outcome }) => outcome === "unknown"), "requirements that nobody has looked at").toEqual([]);
  expect(rows.filter(({ outcome }) => outcome === "not met")).toEqual([]);
  expect(rows.filter(({ outcome }) => outcome === "met").map(({ id }) => id).sort()).toEqual([...HELD].sort());
  tellsFaults(evidence);
});

/** The checklist itself finds traces that are known to be bad. */
function tellsFaults(evidence) {
  const { platform, passing, failing } = evidence;
  const without = (drops) => ({ ...platform, of: (session) => platform.of(session).filter((each) => !drops(each)), asked: (session) => platform.asked(session) });
  const changed = (change) => ({
    ...platform,
    of: (session) => platform.of(session).map((each) => change(structuredClone(each)) ?? each),
    asked: (session) => platform.asked(session),
  });
  const is = (verb) => ({ verb: { id } }) => id.endsWith(`/${verb}`);
  const faults = [
    [{ platform: without(is("initialized")) }, ["7.1.1.0-1", "9.3.0.0-4", "9.3.2.0-3"]],
    [{ platform: without(is("terminated")) }, ["7.1.2.0-1", "9.3.8.0-1"]],
    [{ platform: without(is("passed")) }, ["9.3.4.0-1", "9.3.0.0-8"]],
    [{ platform: changed((each) => { each.timestamp = "2026-01-01T00:00:00+01:00"; return each; }) }, ["9.7.0.0-2"]],
    [{ platform: changed((each) => { delete each.context.extensions["https://lms.example/extensions/cohort"]; return each; }) }, ["10.2.1.0-6", "9.6.0.0-1"]],
    [{ platform: changed((each) => { each.actor = { objectType: "Agent", mbox: "mailto:a@example.com", account: {} }; return each; }) }, ["8.1.3.0-2", "9.2.0.0-3", "4.1.0.0-1"]],
    [{ platform: changed((each) => { if (is("failed")(each)) each.result.score.scaled = 0.9; return each; }) }, ["9.3.5.0-2", "10.2.4.0-2"]],
    [{ platform: changed((each) => { if (is("completed")(each)) each.result = { score: { scaled: 1 } }; return each; }) }, ["9.5.1.0-2", "9.5.3.0-1", "9.5.4.1-2"]],
    [{ browsing: passing, reviewing: failing }, ["10.2.2.0-2", "10.2.2.0-8", "10.2.2.0-3", "10.2.2.0-10"]],
    [{ wentTo: "about:blank" }, ["10.2.6.0-1"]],
    [{ sound: { on: true, off: undefined } }, ["11.2.0.0-1"]],
  ];
  for (const [fault, ids] of faults) {
    const unmet = checked(REQUIREMENTS, { ...evidence, ...fault }).filter(({ outcome }) => outcome === "not met").map(({ id }) => id);
    expect(unmet, "the numbers that a bad trace is caught by").toEqual(expect.arrayContaining(ids));
  }
}

function print(rows) {
  const short = (text) => (text.length > 96 ? `${text.slice(0, 95)}…` : text);
  const held = rows.filter(({ outcome }) => outcome !== "not ours");
  console.log(held.map(({ id, outcome, text }) => `  ${id.padEnd(12)} ${outcome.padEnd(8)} ${short(text)}`).join("\n"));
  const reasons = grouped(rows);
  for (const [why, of] of reasons) if (why) console.log(`  not ours: ${of.length} ${why}: ${of.map(({ id }) => id).join(", ")}`);
  console.log(`  cmi5: ${held.length} held against the trace, ${rows.length - held.length} not ours, ${rows.length} in all`);
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.why, [...(groups.get(row.why) ?? []), row]);
  return groups;
}
