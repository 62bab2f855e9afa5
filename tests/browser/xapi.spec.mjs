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
  // Without the store the validator has still been asked; the skip says so.
  test.skip(Boolean(ralph.skipped), ralph.skipped);
  const post = (body) => fetch(`${ralph.endpoint}statements`, {
    method: "POST", headers: { Authorization: ralph.authorization, "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  expect((await post(statements)).status).toBe(200);
  const kept = await ralph.statements();
  expect(statements.filter(({ id }) => !kept.some((other) => other.id === id))).toEqual([]);
  expect((await post([{ ...statements[0], id: crypto.randomUUID(), actor: {} }])).ok, "a bad one is refused").toBe(false);
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

/** What goes wrong between the page and the platform, by the request that it happens at. */
const BREAKS = [
  ["before the achievements arrive", ({ resource, method }) => resource.endsWith("/statements") && method === "POST", 503],
  ["after the achievements arrived, before the page knows", ({ resource, method }) => resource.endsWith("/statements") && method === "POST", "taken"],
  ["before the document arrives", ({ resource, method }) => resource.endsWith("/state") && method === "PUT", 503],
  ["after the document arrived, before the page knows", ({ resource, method }) => resource.endsWith("/state") && method === "PUT", "taken"],
];

for (const [when, isIt, kind] of BREAKS) {
  test(`a page that dies ${when} loses nothing, and nothing is told twice`, async ({ browser, platform }) => {
    const context = await browser.newContext();
    const first = platform.launch({ masteryScore: 0.8 });
    let page = await context.newPage();
    await openSink(page, first);
    let isBroken = false;
    platform.fault = async (noted, handle) => {
      if (isBroken) return 503;
      if (!isIt(noted)) return undefined;
      isBroken = true;
      if (kind === "taken") await handle();
      return 503;
    };
    await page.evaluate((record) => { void sink.report(record); }, DONE);
    await expect.poll(() => isBroken).toBe(true);
    await page.close();
    platform.fault = () => undefined;

    const second = platform.launch({ masteryScore: 0.8, registration: first.registration });
    page = await context.newPage();
    const { suspend } = await openSink(page, second);
    await call(page, "close", { ...RECORD, suspend });
    expect(suspend).toBe(DONE.suspend);
    const told = [...platform.of(first), ...platform.of(second)].sort((one, other) => one.timestamp.localeCompare(other.timestamp));
    expect(verbs(told).filter((verb) => verb === "completed" || verb === "passed")).toEqual(["completed", "passed"]);
    expect(told.find(({ verb }) => verb.id.endsWith("/passed")).result.score.scaled).toBe(0.9);
    expect(verbs(platform.of(second)).at(-1)).toBe("terminated");

    // And a third visit, from another device, neither tells it again nor takes it back.
    const third = platform.launch({ masteryScore: 0.8, registration: first.registration });
    page = await (await browser.newContext()).newPage();
    expect((await openSink(page, third)).suspend).toBe(DONE.suspend);
    await call(page, "report", { ...DONE, score: 0.2, passed: false });
    await call(page, "close", { ...DONE, score: 0.2, passed: false });
    expect(verbs(platform.of(third))).toEqual(["initialized", "terminated"]);
    await page.context().close();
    await context.close();
  });
}

test("of two hundred pages that die at random moments none loses a milestone or the score", async ({ page, baseURL }) => {
  test.setTimeout(600_000);
  // Without the record store, which would take most of the time.
  const platform = await startPlatform({ site: baseURL });
  const milestones = [0.2, 0.4, 0.6, 0.8].map((score, place) => ({ ...RECORD, suspend: `1.${place}`, score, progress: score })).concat(DONE);
  const pairs = Array.from({ length: 200 }, () => {
    const first = platform.launch({ masteryScore: 0.8 });
    return [first, platform.launch({ masteryScore: 0.8, registration: first.registration })];
  });
  await page.goto(`${platform.origin}/course`);
  const lives = await page.evaluate(liveAndDie, [pairs.map((pair) => pair.map(({ address }) => address.replace("/site/?", "/course?"))), milestones]);
  const deaths = new Map();
  for (const [place, { reached, suspend }] of lives.entries()) {
    deaths.set(reached, (deaths.get(reached) ?? 0) + 1);
    expect(suspend, `page ${place}, which died after milestone ${reached}`).toBe(milestones[reached]?.suspend);
    const told = pairs[place].flatMap((session) => platform.of(session));
    const achieved = told.filter(({ verb }) => /completed|passed/.test(verb.id));
    expect(verbs(achieved).sort()).toEqual(reached === milestones.length - 1 ? ["completed", "passed"] : []);
    if (achieved.length > 0) expect(achieved.find(({ result }) => result.score).result.score.scaled).toBe(0.9);
  }
  console.log(`  pages that died, by the milestone before (-1: none): ${[...deaths].sort(([a], [b]) => a - b).map(([reached, count]) => `${reached}: ${count}`).join(", ")}`);
  expect(deaths.size, "moments of dying").toBeGreaterThan(3);
  platform.stop();
});

/** In the page: opens each launch in a frame that is taken away at some moment, then the next one of the same learner. */
async function liveAndDie([pairs, milestones]) {
  Object.assign(globalThis, { milestones });
  const frameOf = async (address, script) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    const element = Object.assign(frame.contentDocument.createElement("script"), { type: "module", textContent: script });
    frame.contentDocument.head.append(element);
    return frame;
  };
  const opening = 'import { openCmi5 } from "/site/lms/cmi5.js"; const sink = openCmi5(location.href); const resumed = await sink.open();';
  const lives = [];
  for (const [place, [first, second]] of pairs.entries()) {
    globalThis.reached = -1;
    const opened = new Promise((resolve) => (globalThis.opened = resolve));
    const dying = await frameOf(first, `${opening} parent.opened(); for (const record of parent.milestones) { parent.reached += 1; await sink.report(record); }`);
    // Some die while they are still opening.
    if (place % 10 > 0) await opened;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    dying.remove();
    const { reached } = globalThis;
    const suspend = await new Promise((resolve) => {
      globalThis.back = resolve;
      void frameOf(second, `${opening} await sink.close(undefined); parent.back(resumed.suspend);`).then((frame) => (globalThis.living = frame));
    });
    globalThis.living?.remove();
    lives.push({ reached, suspend });
  }
  return lives;
}

test("what a platform cannot take now arrives once it can, in order; what it refuses for good takes nothing with it", async ({ page, platform }) => {
  const session = platform.launch();
  await openSink(page, session);
  let failures = 0;
  platform.fault = ({ method, resource }) => (method === "POST" && resource.endsWith("/statements") && (failures += 1) <= 2 ? 503 : undefined);
  await call(page, "answered", ANSWER);
  await call(page, "report", DONE);
  await expect.poll(() => verbs(platform.of(session))).toEqual(["initialized", "answered", "completed", "passed"]);
  platform.fault = ({ body }) => (Array.isArray(body) && body.some(({ object }) => object.id.endsWith("/bad")) ? 400 : undefined);
  await page.evaluate(([bad, good]) => Promise.all([sink.answered(bad), sink.answered(good)]), [{ ...ANSWER, item: "bad" }, { ...ANSWER, item: "good" }]);
  await call(page, "close", DONE);
  const ids = platform.of(session).map(({ object }) => object.id);
  expect(ids.filter((id) => id.endsWith("/good"))).toHaveLength(1);
  expect(ids.filter((id) => id.endsWith("/bad"))).toHaveLength(0);
  expect(verbs(platform.of(session)).at(-1)).toBe("terminated");
});

test("a launch that cannot be used says what is wrong, in each language", async ({ page, platform }) => {
  const change = (changes) => (session) => {
    const address = new URL(session.address);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    return Object.assign(session, { address: address.href });
  };
  const cases = [
    [{}, change({ actor: undefined }), /actor/],
    [{}, change({ actor: "{" }), /actor/],
    [{}, change({ actor: '{"objectType":"Group","account":{}}' }), /actor/],
    [{}, change({ registration: "7" }), /registration/],
    [{}, change({ activityId: "no address" }), /activityId/],
    [{}, change({ endpoint: "ftp://lms.example/" }), /endpoint/],
    [{}, change({ endpoint: "http://user:pass@127.0.0.1/" }), /endpoint/],
    [{}, change({ fetch: "javascript:alert(1)" }), /fetch/],
    [{}, change({ activityId: `https://lms.example/${"a".repeat(5_000)}` }), /activityId/],
    [{ launchData: { contextTemplate: null } }, change({}), /LMS\.LaunchData/],
    [{ launchData: [] }, change({}), /LMS\.LaunchData/],
    [{}, (session) => Object.assign(session, { isFetched: true }), /already been recorded and closed/],
  ];
  for (const [wanted, turn, says] of cases) {
    const session = turn(platform.launch(wanted));
    await page.goto(session.address.replace("/site/?", "/course?"));
    const said = await page.evaluate(async () => {
      const { openCmi5 } = await import("/site/lms/cmi5.js");
      const error = await openCmi5(location.href).open().then(() => undefined, (caught) => caught);
      return ["en", "sv", "de", "fr", "es", "ja"].map((lang) => error?.in(lang));
    });
    expect(said[0]).toMatch(says);
    expect(new Set(said).size, said[0]).toBe(6);
    expect(platform.of(session)).toEqual([]);
  }
});

test("what a platform wants is obeyed as far as it is sound, and its context is never overwritten", async ({ page, platform }) => {
  const sessionId = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
  const mark = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const registration = crypto.randomUUID();
  const template = {
    language: "nl", platform: "Example LMS", revision: "7", registration,
    contextActivities: { category: { id: "https://lms.example/category" }, parent: [{ id: "https://lms.example/course" }] },
    extensions: { [sessionId]: "s-1", [mark]: 0.5, "https://lms.example/x": { deep: [1, { two: 2 }] } },
  };
  const session = platform.launch({
    registration,
    template,
    launchData: { contextTemplate: template, launchMode: "normal", masteryScore: 7, moveOn: 3, returnURL: "javascript:alert(1)" },
    preferences: { languagePreference: "nl-BE, fr-CA,en", audioPreference: "loud" },
  });
  const { lang, sound, passMark, returnURL, mayReport } = await openSink(page, session);
  expect([lang, sound, passMark, returnURL, mayReport]).toEqual(["fr", undefined, undefined, undefined, true]);
  await call(page, "answered", ANSWER);
  await call(page, "report", DONE);
  await call(page, "close", DONE);
  const told = platform.statements.filter(({ context }) => context.extensions[sessionId] === "s-1");
  expect(verbs(told)).toEqual(["initialized", "answered", "completed", "passed", "terminated"]);
  for (const statement of told) {
    const { contextActivities, ...context } = statement.context;
    expect(context).toMatchObject({ language: "nl", platform: "Example LMS", revision: "7", registration, extensions: template.extensions });
    expect([contextActivities.category].flat()[0]).toEqual(template.contextActivities.category);
    expect(contextActivities.parent[0]).toEqual(template.contextActivities.parent[0]);
    expect(problemsOf(statement)).toEqual([]);
  }
});

/** Opens an empty page with a sink of xAPI in it. */
async function openStoreSink(page, platform, config) {
  await page.goto(`${platform.origin}/course`);
  return page.evaluate(async (given) => {
    const { openXapi } = await import("/site/lms/xapi.js");
    globalThis.sink = openXapi(given);
    addEventListener("pagehide", () => sink.close(globalThis.last).catch(() => {}));
    return sink.open().catch((error) => `${error.code}: ${error.what}`);
  }, config);
}

test("statements to a store that the host gave name nobody, and wait on the device while it is out of reach", async ({ page, platform }) => {
  const config = {
    endpoint: `${platform.origin}/open`, auth: "Basic b3Blbg==", registration: REGISTRATION, activityId: "https://host.example/lab",
    actor: JSON.stringify({ name: "Anna Andersson", mbox: "mailto:anna@example.com", account: { homePage: "https://host.example", name: "4711" } }),
  };
  platform.fault = () => 503;
  expect(await openStoreSink(page, platform, config)).toEqual({ mayReport: true });
  await page.evaluate(([prediction, record]) => { void sink.answered(prediction); void sink.report(record); globalThis.last = record; }, [PREDICTION, DONE]);
  await expect.poll(() => page.evaluate(() => sink.isKept)).toBe(true);
  await page.goto("about:blank");
  expect(platform.statements).toEqual([]);

  // What somebody else put into the device's storage is passed over.
  await page.goto(`${platform.origin}/course?other`);
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes("queue/xapi"));
    const stored = JSON.parse(localStorage.getItem(key));
    stored.entries.unshift(...[null, 7, {}, { statement: 7 }, { document: [] }].map((value) => ({ value })));
    localStorage.setItem(key, JSON.stringify(stored));
  });

  platform.fault = () => undefined;
  expect(await openStoreSink(page, platform, config)).toMatchObject({ suspend: DONE.suspend, mayReport: true });
  await call(page, "answered", { ...PREDICTION, phase: "judged", right: true, correct: [4] });
  await call(page, "close", DONE);
  expect(verbs(platform.statements)).toEqual(["initialized", "answered", "completed", "passed", "terminated", "resumed", "answered", "terminated"]);
  for (const statement of platform.statements) {
    expect(problemsOf(statement)).toEqual([]);
    expect(statement.actor).toEqual({ objectType: "Agent", account: { homePage: "https://host.example", name: "4711" } });
    expect(statement.context.registration).toBe(REGISTRATION);
    expect(JSON.stringify(statement)).not.toMatch(/anna|mailto/i);
  }
  expect(platform.trace.every(({ authorization }) => authorization === config.auth)).toBe(true);

  // Without an account that is none, the device has one that says nothing of the person, and keeps it.
  const accounts = new Set();
  for (const actor of [undefined, "{", { mbox: "mailto:anna@example.com" }, { account: { homePage: "https://host.example", name: "anna@example.com" } }]) {
    platform.statements.length = 0;
    await openStoreSink(page, platform, { endpoint: config.endpoint, actor });
    await call(page, "close", RECORD);
    expect(verbs(platform.statements).at(-1)).toBe("suspended");
    expect(JSON.stringify(platform.statements)).not.toMatch(/anna|mailto/i);
    accounts.add(platform.statements[0].actor.account.name);
  }
  expect(accounts.size).toBe(1);
});

test("a record store that cannot be used is refused in a sentence", async ({ page, platform }) => {
  const good = { endpoint: `${platform.origin}/open`, auth: "Basic b3Blbg==" };
  const bad = {
    endpoint: [undefined, 7, "http://lrs.example/", "ftp://127.0.0.1/", "https://a:b@lrs.example/", `https://lrs.example/${"a".repeat(9_000)}`],
    auth: ["", "a\nb", 7, "x".repeat(9_000)],
    registration: ["7", 7],
    activityId: ["no address", "a b:c"],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const what = await openStoreSink(page, platform, { ...good, [name]: value });
      expect(what, `${name} ${String(value).slice(0, 40)}`).toBe(`store: ${name === "activityId" ? "activity" : name}`);
    }
  }
  expect(await openStoreSink(page, platform, null)).toBe("store: endpoint");
  expect(platform.trace).toEqual([]);
  platform.fault = () => 401;
  expect(await openStoreSink(page, platform, good)).toMatch(/^locked: .*401/);
});

test("what the address of the page says of a store or a launch is found", async ({ page, platform }) => {
  await page.goto(`${platform.origin}/course`);
  const found = (query) => page.evaluate(async (asked) => (await import("/site/lms/find.js")).launchOf(`https://lab.example/?${asked}`), query);
  const lrs = { endpoint: "https://lrs.example/xapi", auth: "Basic x" };
  expect(await found("lrs=https://lrs.example/xapi&lrs-auth=Basic%20x&activity=urn:x:1")).toEqual({ kind: "xapi", config: { ...lrs, activityId: "urn:x:1" } });
  expect(await found("endpoint=https://lrs.example/xapi&auth=Basic%20x&actor={}&activity_id=urn:x:1")).toEqual({ kind: "xapi", config: { ...lrs, actor: "{}", activityId: "urn:x:1" } });
  expect(await found("endpoint=https://lrs.example/xapi&fetch=https://lms.example/f")).toMatchObject({ kind: "cmi5" });
  expect(await found("endpoint=https://lrs.example/xapi")).toBeUndefined();
  expect(await found("lesson=count&lrs=")).toBeUndefined();
});

/** A small course in place of the real one, so that these tests stay as they are when that one grows. */
async function useSmallCourse(page) {
  const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
  await page.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
}

test("a platform launches the lab, follows the learner through a lesson, and has them back", async ({ page, platform }) => {
  await useSmallCourse(page);
  const course = `${platform.origin}/course`;
  const wanted = { page: "/site/?lesson=count", masteryScore: 0.8, moveOn: "Passed", returnURL: course };
  const first = platform.launch({ ...wanted, preferences: { languagePreference: "nl,sv-FI,en" } });
  await page.goto(first.address);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  const line = page.locator(".lms-line");
  await expect(line.getByRole("link", { name: "Spara och gå tillbaka till lärplattformen" })).toBeVisible();
  const panel = page.getByRole("complementary").first();
  await expect(panel.getByRole("heading").first()).toBeVisible();
  await panel.getByRole("button", { name: "Nästa", exact: true }).click();
  await expect.poll(() => verbs(platform.of(first))).toContain("progressed");
  const heading = await panel.getByRole("heading").first().textContent();
  await keepPicture(page, "cmi5-way-back");
  await page.setViewportSize({ width: 360, height: 640 });
  await keepPicture(page, "cmi5-way-back-narrow");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 720 });
  // The learner simply closes the page.
  await page.goto("about:blank");
  await expect.poll(() => verbs(platform.of(first)).at(-1)).toBe("terminated");

  const second = platform.launch({ ...wanted, registration: first.registration, preferences: { languagePreference: "sv" } });
  await page.goto(second.address);
  await expect(panel.getByRole("heading").first()).toHaveText(heading);
  await tell(page, "answered", PREDICTION);
  await tell(page, "answered", { ...PREDICTION, phase: "judged", right: true, correct: [4] });
  await tell(page, "completed", { lesson: "count", step: 4, steps: 4, progress: 1, score: 0.9, skills: {}, courseProgress: 20, passed: false, passMark: 0.8 });
  await expect(line.getByRole("link", { name: "Tillbaka till lärplattformen" })).toBeVisible();
  await line.getByRole("link").click();
  await expect(page).toHaveURL(course);
  const told = platform.of(second);
  expect(verbs(told).filter((verb) => verb !== "progressed")).toEqual(["initialized", "answered", "answered", "completed", "passed", "terminated"]);
  const [locked, judged] = told.filter(({ verb }) => verb.id.endsWith("/answered"));
  expect(judged.context.statement).toEqual({ objectType: "StatementRef", id: locked.id });
  expect(told.map(problemsOf).flat()).toEqual([]);

  // A page that is opened again by the same launch has nothing to report to, and says so; in the reader's language,
  // because nobody tells it the learner's and nothing was kept on the device.
  await page.goto(second.address);
  await expect(line).toContainText("This visit has already been recorded");
});

test("the lab sounds, or not, as the platform says that the learner likes it", async ({ page, platform }) => {
  await useSmallCourse(page);
  for (const [audioPreference, isHeard] of [["on", "true"], ["off", "false"], [undefined, "false"]]) {
    await page.goto(platform.launch({ page: "/site/?lesson=count", preferences: { audioPreference } }).address);
    await expect(page.getByRole("complementary").first().getByRole("heading").first()).toBeVisible();
    await expect(page.locator("button.tool.sound")).toHaveAttribute("aria-pressed", isHeard);
  }
});

test("a learner who cannot be heard is told, and may leave all the same", async ({ page, platform }) => {
  await useSmallCourse(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const session = platform.launch({ page: "/site/?lesson=count", returnURL: `${platform.origin}/course` });
  await page.goto(session.address);
  const line = page.locator(".lms-line");
  await expect(line.getByRole("link", { name: "Save and go back to the learning platform" })).toBeVisible();
  platform.fault = () => 503;
  await line.getByRole("link").click();
  await expect(line).toContainText("not with your learning platform yet");
  await keepPicture(page, "cmi5-not-heard");
  await line.getByRole("link", { name: "Go back all the same" }).click();
  await expect(page).toHaveURL(`${platform.origin}/course`);
});

test("the page records to a store elsewhere only where its host allows that address", async ({ page, platform, baseURL }) => {
  await useSmallCourse(page);
  const host = await startPlatform({ site: baseURL });
  const query = new URLSearchParams({ lesson: "count", lrs: `${platform.origin}/open/`, "lrs-auth": "Basic b3Blbg==", registration: REGISTRATION });
  const heading = page.getByRole("complementary").first().getByRole("heading").first();
  await page.goto(`${host.origin}/site/?${query}`);
  await expect(heading).toBeVisible();
  await tell(page, "answered", ANSWER);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("queue/xapi")))).toBe(true);
  expect(platform.trace, "what the page's own policy lets through").toEqual([]);
  // What a host does who wants the statements: the policy names the store. What had to wait on the device goes first.
  host.allows = platform.origin;
  await page.reload();
  await expect(heading).toBeVisible();
  await tell(page, "answered", { ...ANSWER, item: "other" });
  const ids = () => platform.statements.filter(({ verb }) => verb.id.endsWith("/answered")).map(({ object }) => object.id);
  await expect.poll(ids).toEqual([`${host.origin}/site/count/year?lesson=count`, `${host.origin}/site/count/other?lesson=count`]);
  expect(platform.statements[0].object.id).toBe(`${host.origin}/site/?lesson=count`);
  expect(platform.statements.map(problemsOf).flat()).toEqual([]);
  host.stop();
});

/** Has the lab say something of its lesson, as it does by itself in the course of one. */
function tell(page, kind, detail) {
  return page.locator("delivery-lab").evaluate(
    (lab, [type, told]) => lab.dispatchEvent(new CustomEvent(`delivery-lab-lesson-${type}`, { bubbles: true, composed: true, detail: told })),
    [kind, detail]);
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
