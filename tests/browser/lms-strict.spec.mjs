// The validator against known-bad traces, platforms that are odd, and the queue: all without the lab.
import { expect, test } from "./lab.mjs";
import { VERSIONS, openHost } from "./lms/lms.mjs";
import { BAD, GOOD } from "./lms/traces.mjs";

test.beforeEach(({ page }) => openHost(page));

/** Runs a trace against a platform that takes everything; gives what was refused and which calls got through. */
const run = (page, version, trace) => page.evaluate(async ([of, calls]) => {
  const { strict } = await import("/lms/strict.js");
  const [reached, problems, codes] = [[], [], []];
  let answer = "";
  const take = (role) => (...given) => { reached.push([role, ...given]); return role === "get" ? answer : role === "error" ? "0" : "true"; };
  const platform = Object.fromEntries(["initialize", "terminate", "get", "set", "commit", "error"].map((role) => [role, take(role)]));
  const api = strict(platform, of, (problem) => problems.push(problem));
  const answers = calls.map(([role, ...given]) => {
    answer = role === "get" ? given[1] ?? "" : "";
    const said = role === "get" ? api.get(given[0]) : api[role](...given);
    codes.push(api.error());
    return said;
  });
  return { problems, answers, codes, reached: reached.filter(([role]) => role !== "error").length };
}, [version, trace]);

for (const version of VERSIONS) {
  test(`SCORM ${version}: of each bad trace the last call is refused, by its rule, and never reaches the platform`, async ({ page }) => {
    for (const [name, [rule, trace]] of Object.entries(BAD[version])) {
      const { problems, answers, codes, reached } = await run(page, version, trace);
      const [last] = trace.slice(-1);
      expect(problems.map((problem) => problem.rule), name).toEqual([rule]);
      expect(problems[0].sentence, name).toMatch(/^\w+( of [\w.]+| of \(undefined\))? was refused: .+\.$/);
      expect(problems[0].value.length, name).toBeLessThan(60);
      expect(answers.at(-1), name).toBe(last[0] === "get" ? "" : "false");
      expect(codes.at(-1), name).toBe(problems[0].code);
      expect(codes.at(-1), name).not.toBe("0");
      expect(reached, name).toBe(trace.length - 1);
    }
  });

  test(`SCORM ${version}: every good trace passes, here and at the peer`, async ({ page }) => {
    for (const [name, trace] of Object.entries(GOOD[version])) {
      const { problems, codes, reached } = await run(page, version, trace);
      expect(problems, name).toEqual([]);
      expect(new Set(codes), name).toEqual(new Set(["0"]));
      expect(reached, name).toBe(trace.length);
    }
    // What the peer refuses as well is not ours to allow. What an earlier session or a mode says, it does not know.
    const own = Object.entries(GOOD[version]).filter(([, trace]) => !trace.some(([role, , said]) => role === "get" && said));
    const whole = Object.entries(GOOD[version]).filter(([name]) => name === "a whole session");
    for (const [name, trace] of [...own, ...whole]) {
      const wrong = await page.evaluate(async ([of, calls]) => {
        const { tolerant } = await import("/lms/tolerant.js");
        const settings = { autocommit: false, lmsCommitUrl: false, logLevel: 5 };
        const api = tolerant(of === "1.2" ? new Scorm12API(settings) : new Scorm2004API(settings), of);
        const isRefused = ([role, ...given]) => (role === "get" ? (api.get(given[0]), false) : api[role](...given) !== "true");
        return calls.filter(isRefused).map((call) => JSON.stringify(call).slice(0, 120));
      }, [version, trace]);
      expect(wrong, name).toEqual([]);
    }
  });
}

test("the interface is found in the windows around, across origins that refuse, and through the opener", async ({ page }) => {
  const found = await page.evaluate(async () => {
    const { findScorm } = await import("/lms/find.js");
    const api12 = { LMSInitialize() {} };
    const api2004 = { Initialize() {} };
    const ring = {};
    ring.parent = { parent: ring };
    const refusing = (parent) => ({
      parent, get API() { throw new DOMException("no", "SecurityError"); }, get API_1484_11() { throw new DOMException("no", "SecurityError"); },
    });
    const top = (own = {}) => Object.assign(own, { parent: own });
    const beneath = (place, depth) => (depth === 0 ? place : beneath({ parent: place }, depth - 1));
    const cases = {
      own: top({ API: api12 }),
      deep: beneath(top({ API: api12 }), 12),
      tooDeep: beneath(top({ API: api12 }), 60),
      across: { parent: refusing(top({ API_1484_11: api2004 })) },
      both: { parent: top({ API: api12, API_1484_11: api2004 }) },
      nearest: { parent: { API: api12, parent: top({ API_1484_11: api2004 }) } },
      other: top({ API: { version: 3 }, API_1484_11: "yes" }),
      opener: top({ opener: { parent: top({ API: api12 }) } }),
      topOpener: { parent: {}, top: { opener: top({ API: api12 }) } },
      ring,
      nothing: top(),
    };
    return Object.fromEntries(Object.entries(cases).map(([name, from]) => [name, findScorm(from)?.version]));
  });
  expect(found).toEqual({
    own: "1.2", deep: "1.2", tooDeep: undefined, across: "2004", both: "2004", nearest: "1.2", other: undefined, opener: "1.2",
    topOpener: "1.2", ring: undefined, nothing: undefined,
  });
});

test("a launch is read from the address; what is missing in one, its sink says", async ({ page }) => {
  const read = await page.evaluate(async () => {
    const { launchOf } = await import("/lms/find.js");
    const all = { endpoint: "https://lrs/", fetch: "https://lms/token", actor: "{}", registration: "r", activityId: "a" };
    const address = (given) => `https://lab/index.html?${new URLSearchParams(given)}`;
    const { fetch: _, ...rest } = all;
    return [
      launchOf(address(all))?.kind, launchOf(address({ ...rest, auth: "Basic x" })), launchOf(address({ endpoint: "https://lrs/" })),
      launchOf(address({ ...all, endpoint: "x".repeat(9_000) })), launchOf(address({ sample: "birthday" })), launchOf("nonsense"),
    ];
  });
  expect(read[0]).toBe("cmi5");
  expect(read[1]).toEqual({ kind: "xapi", config: { endpoint: "https://lrs/", actor: "{}", auth: "Basic x", registration: "r", activityId: "a" } });
  expect(read.slice(2)).toEqual([undefined, undefined, undefined, undefined]);
});

test("odd platforms answer as the standard says", async ({ page }) => {
  const said = await page.evaluate(async () => {
    const { tolerant } = await import("/lms/tolerant.js");
    const faulty = () => { throw new Error("no"); };
    const all = (api, version = "1.2") => {
      const made = tolerant(api, version);
      return [made.initialize(""), made.get("cmi.suspend_data"), made.set("cmi.suspend_data", "x"), made.commit(""), made.terminate(""), made.error()];
    };
    const usual = { LMSInitialize: () => true, LMSGetValue: () => null, LMSSetValue: () => "True", LMSCommit: () => 1, LMSFinish: () => "true", LMSGetLastError: () => 0 };
    let isEnded = false;
    const { LMSFinish: _, ...unending } = usual;
    const running = { ...usual, LMSInitialize: () => "false", LMSGetValue: () => "incomplete" };
    let code = "101";
    return {
      truths: all(usual),
      throwing: all(Object.fromEntries(Object.keys(usual).map((name) => [name, faulty]))),
      endless: all(unending),
      other: [...all({ ...unending, LMSTerminate: () => { isEnded = true; return "true"; } }), isEnded],
      silent: all({ LMSInitialize: () => undefined, LMSSetValue: () => undefined, LMSCommit: () => undefined, LMSGetLastError: () => "0" }),
      silentFault: tolerant({ LMSCommit: () => undefined, LMSGetLastError: () => "391" }, "1.2").commit(""),
      // It was initialised by a page that was reloaded: it says so, and values can be read.
      running: tolerant({ ...running, LMSGetLastError: () => { const now = code; code = "0"; return now; } }, "1.2").initialize(""),
      refusing: tolerant({ ...running, LMSGetLastError: () => "101" }, "1.2").initialize(""),
    };
  });
  expect(said).toEqual({
    truths: ["true", "", "true", "true", "true", "0"],
    throwing: ["false", "", "false", "false", "false", "101"],
    endless: ["true", "", "true", "true", "true", "0"],
    other: ["true", "", "true", "true", "true", "0", true],
    silent: ["true", "", "true", "true", "true", "0"],
    silentFault: "false",
    running: "true",
    refusing: "false",
  });
});

test("the queue tries again, keeps its order, replaces, is bounded, and outlasts the page", async ({ page }) => {
  const told = await page.evaluate(async () => {
    const { Queue, deviceShelf } = await import("/lms/queue.js");
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const seen = {};
    const [sent, trouble] = [[], []];
    let outcome = "later";
    const make = (options = {}) => new Queue({
      name: "test", pause: 1, onTrouble: (isOn) => trouble.push(isOn), send: (values) => { sent.push(...values); return outcome; }, ...options,
    });
    const first = make();
    await first.push("a", { waits: true });
    seen.waits = [sent.length, first.waiting, first.isKept];
    await first.push("old", { key: "record" });
    await first.push("new", { key: "record" });
    while (trouble.length === 0) await pause(2);
    seen.tried = [sent.filter((value) => value === "a").length, trouble.slice()];
    first.stop();
    sent.length = 0;
    outcome = "sent";
    const second = make();
    seen.restored = second.waiting;
    seen.flushed = [await second.flush(), sent.slice(), localStorage.length];
    // What is sent while an answer is awaited goes out after it, and is not lost with it.
    sent.length = 0;
    const answers = [];
    const third = make({ send: (values) => { sent.push(values); return new Promise((resolve) => answers.push(resolve)); } });
    const done = third.push("one", { key: "record" });
    third.push("two", { key: "record" });
    answers[0]("sent");
    await pause(5);
    answers[1]("never");
    seen.awaited = [await done, sent.slice(), third.waiting];
    // Without storage it is in memory; too much goes by its age, but never how things stand.
    const deaf = { read: () => null, write: () => false, remove() {}, keys: () => [] };
    outcome = "later";
    const fourth = make({ shelf: deaf });
    await fourth.push("stands", { key: "record" });
    for (let index = 0; index < 500; index += 1) await fourth.push(index, { waits: true });
    seen.bounded = [fourth.waiting.length, fourth.waiting[0], fourth.waiting.at(-1), fourth.isKept];
    fourth.stop();
    // What somebody wrote into the storage, or left there long ago, is no entry.
    localStorage.setItem("delivery-lab/queue/test", '{"version": 1, "at": 1e99, "entries": [7, null, {"value": "fine", "key": 3}]}');
    localStorage.setItem("delivery-lab/queue/ages-ago", '{"version": 1, "at": 1000, "entries": [{"value": 1}]}');
    localStorage.setItem("delivery-lab/queue/broken", "{");
    localStorage.setItem("delivery-lab/work", "mine");
    seen.hostile = [make().waiting, Object.keys(localStorage).sort()];
    seen.throwing = await make({ name: undefined, send: () => { throw new Error("no"); }, tries: 0 }).push("x");
    const denied = deviceShelf.call(undefined);
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    seen.denied = [denied.read("x"), denied.write("x", "y"), denied.keys(), make().waiting];
    return seen;
  });
  expect(told).toEqual({
    waits: [0, ["a"], true],
    tried: [7, [true]],
    restored: ["a", "new"],
    flushed: [true, ["a", "new"], 0],
    awaited: [true, [["one"], ["two"]], []],
    bounded: [200, "stands", 499, false],
    hostile: [["fine"], ["delivery-lab/queue/test", "delivery-lab/work"]],
    throwing: false,
    denied: [null, false, [], []],
  });
});
