// What the page around a frame may ask by messages, what it is told, and what of all that is refused.
import { hostPage, startHost } from "./hosts.mjs";
import { expect, test } from "./lab.mjs";

// A test may open the lab several times, and a machine may be busy.
test.describe.configure({ timeout: 120_000 });

const servers = [];
test.afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function host(options) {
  const started = await startHost(options);
  servers.push(started);
  return started;
}

/** A page with a frame of another origin, attached by host.js. */
async function openFramed(page, { query = "", ...looks } = {}) {
  const [around, of] = [await host(), await host({ name: "localhost" })];
  around.put("page", hostPage(`<iframe src="${of.origin}/lab/index.html${query}" title="Delivery Lab"></iframe>`, looks));
  await page.goto(`${around.origin}/page`);
  await page.waitForFunction(() => globalThis.lab);
  const lab = page.frameLocator("iframe").locator("delivery-lab");
  return { around, of, lab };
}

/** Sends a message as it is and gives what comes back under the same id; nothing where nothing comes. */
function say(page, message, wait = 20_000) {
  return page.evaluate(([given, longest]) => new Promise((resolve) => {
    const frame = document.querySelector("iframe");
    const hear = ({ data }) => data?.id === given.id && data.type?.endsWith(".response") && done(data);
    const timer = setTimeout(() => done(undefined), longest);
    const done = (data) => {
      clearTimeout(timer);
      removeEventListener("message", hear);
      resolve(data);
    };
    addEventListener("message", hear);
    frame.contentWindow.postMessage(given, "*");
  }), [message, wait]);
}

const envelope = (type, payload, id = Math.random().toString(36)) => ({ ns: "delivery-lab", v: 1, type, id, payload });

test("every method of the element is there for the page around, and so are the events", async ({ page }) => {
  const { lab } = await openFramed(page, { query: "?sample=recurring-weekly" });
  const about = await page.evaluate(() => globalThis.lab.ready);
  expect(about.version).toBe(1);
  const of = (method, value) => page.evaluate(([name, given]) => globalThis.lab[name](given), [method, value]);
  const report = await of("run", { weeks: 6, seed: 3 });
  expect(report).toMatchObject({ weeks: 6, seed: 3, runs: 6 });
  expect(await of("getReport")).toEqual(report);
  const scenario = await of("getScenario");
  expect(await of("setScenario", { ...scenario, weeks: 9 })).toBe(true);
  await of("seek", "2026-01-20");
  expect(await of("getState")).toMatchObject({ moment: "2026-01-20T00:00:00", scenario: { weeks: 9 } });
  await of("setState", { version: 1, mode: "compare" });
  expect((await of("getState")).mode).toBe("compare");
  await of("play");
  expect(await of("pause")).toBe(true);
  expect(await of("openLink", "#s=1nonsense")).toBe(false);
  expect(await lab.evaluate((element) => element.getState().then(({ mode }) => mode))).toBe("compare");
  const kinds = await page.evaluate(() => heard.map(([name]) => name));
  expect(kinds).toEqual(expect.arrayContaining(["run", "changed", "error"]));
});

test("what the lab refuses is an error with its sentence", async ({ page }) => {
  await openFramed(page);
  const refused = (method, value) => page.evaluate(([name, given]) =>
    globalThis.lab[name](given).then(() => undefined, (error) => error.message), [method, value]);
  expect(await refused("seek", "June")).toContain("“June” is not a date");
  expect(await refused("setState", { version: 2 })).toContain("version 2");
  expect(await refused("set", { colour: "red" })).toContain("“colour” is no option. There are: sample");
  expect(await refused("set", { weeks: [1] })).toContain("weeks takes a text");
  expect(await refused("set", { sample: "x".repeat(5_000) })).toContain("too long");
});

test("options are set by message, and null brings a default back", async ({ page }) => {
  const { lab } = await openFramed(page);
  const state = () => page.evaluate(() => globalThis.lab.getState());
  await page.evaluate(() => globalThis.lab.set({ weeks: 5, theme: "dark", mode: "build", readonly: true }));
  expect(await state()).toMatchObject({ theme: "dark", mode: "build", scenario: { weeks: 5 } });
  await expect(lab).toHaveAttribute("readonly", "true");
  await page.evaluate(() => globalThis.lab.set({ theme: null, readonly: null }));
  expect((await state()).theme).toBe("auto");
  await expect(lab).not.toHaveAttribute("readonly");
  // All or none.
  await page.evaluate(() => globalThis.lab.set({ weeks: 7, nonsense: 1 }).catch(() => {}));
  expect((await state()).scenario.weeks).toBe(5);
});

test("a message that is none is ignored, and one that is wrong is answered with a sentence", async ({ page }) => {
  await openFramed(page);
  await page.evaluate(() => globalThis.lab.ready);
  const error = async (message) => (await say(page, message))?.payload.error;
  expect(await error(envelope("dance"))).toContain("“dance” is no message of this lab");
  expect(await error(envelope("constructor"))).toContain("is no message of this lab");
  expect(await error(envelope("attachShadow", { mode: "open" }))).toContain("is no message of this lab");
  expect(await error({ ...envelope("getState"), v: 2 })).toContain("speaks version 1");
  expect(await error(envelope("set", 7))).toContain("takes an object of options");
  for (const message of [{ ...envelope("getState"), ns: "other" }, { ...envelope("getState"), type: 7 }, { ...envelope("x"), type: "x".repeat(99) }]) {
    expect(await say(page, message, 300)).toBeUndefined();
  }
  const ignored = await page.evaluate(async () => {
    const frame = document.querySelector("iframe").contentWindow;
    for (const odd of ["text", 7, null, [], new Map([["ns", "delivery-lab"]]), { ns: "delivery-lab", v: 1, type: "getState", id: {} }]) frame.postMessage(odd, "*");
    return (await globalThis.lab.getState()).version;
  });
  expect(ignored).toBe(1);
});

test("what is hostile in a message is refused before the lab sees it", async ({ page }) => {
  const { lab } = await openFramed(page);
  const before = await page.evaluate(() => globalThis.lab.getScenario());
  const refused = (make) => page.evaluate(async (source) => {
    const payload = new Function(`return (${source})()`)();
    return globalThis.lab.setScenario(payload).then(() => undefined, ({ message }) => message);
  }, String(make));
  expect(await refused(() => JSON.parse('{"a": {"__proto__": {"isOn": true}}}'))).toContain("“__proto__”");
  expect(await refused(() => ({ constructor: 1 }))).toContain("“constructor”");
  expect(await refused(() => {
    const circle = {};
    circle.again = circle;
    return circle;
  })).toContain("nested too deeply");
  expect(await refused(() => new Array(1e9))).toContain("too many values");
  expect(await refused(() => Array.from({ length: 500_000 }, () => 1))).toContain("too many values");
  expect(await refused(() => {
    // Small in memory, and more than any memory when it is written out.
    let fan = ["leaf"];
    for (let level = 0; level < 40; level += 1) fan = [fan, fan];
    return fan;
  })).toContain("too many values");
  expect(await refused(() => "x".repeat(17 << 20))).toContain("too long");
  expect(await refused(() => ({ when: new Date() }))).toContain("plain data");
  expect(await refused(() => new Uint8Array(9))).toContain("plain data");
  expect(await refused(() => ({ weeks: Number.NaN }))).toContain("not finite");
  expect(await page.evaluate(() => globalThis.lab.getScenario())).toEqual(before);
  expect(await lab.evaluate(() => ({}).isOn)).toBeUndefined();
});

test("more questions than can be open at a time are turned away, the others are answered", async ({ page }) => {
  await openFramed(page, { query: "?poster" });
  await page.evaluate(() => globalThis.lab.ready);
  const outcome = await page.evaluate(() => {
    // Behind the poster there is nobody yet to answer, so all of these stay open.
    globalThis.open = Array.from({ length: 70 }, () => globalThis.lab.getState());
    return Promise.allSettled(globalThis.open.slice(64));
  });
  expect(new Set(outcome.map(({ reason }) => reason.message))).toEqual(new Set([expect.stringContaining("More than 64 messages")]));
  await page.frameLocator("iframe").getByRole("button", { name: "Start the lab" }).click();
  expect(await page.evaluate(() => Promise.all(globalThis.open.slice(0, 64)).then((all) => all.length))).toBe(64);
});

test("only the parent is heard: neither another frame of the page nor the lab's own", async ({ page }) => {
  const { around, of } = await openFramed(page);
  await page.evaluate(() => globalThis.lab.ready);
  around.put("other", "<!doctype html><title>Other</title><link rel=icon href='data:,'>");
  await page.evaluate((address) => new Promise((resolve) => {
    const other = document.createElement("iframe");
    other.src = address;
    other.onload = resolve;
    document.body.append(other);
  }), `${around.origin}/other`);
  const other = page.frames().find((frame) => frame.url().endsWith("/other"));
  const message = envelope("setState", { version: 1, mode: "build" });
  await other.evaluate((given) => parent.frames[0].postMessage(given, "*"), message);
  const inside = page.frames().find((frame) => frame.url().startsWith(of.origin));
  await inside.evaluate((given) => postMessage(given, "*"), message);
  await page.waitForTimeout(300);
  expect((await page.evaluate(() => globalThis.lab.getState())).mode).toBe("play");
});

test("nothing but a greeting goes to everybody, and after the first valid message nothing does", async ({ page }) => {
  // At the top a window is its own parent, and no origin is known beforehand: all that is sent can be seen.
  await page.goto("/examples/element.html");
  const sent = await page.evaluate(async () => {
    const { connect } = await import("/frame.js");
    const all = [];
    const send = globalThis.postMessage.bind(globalThis);
    globalThis.postMessage = (message, target) => void all.push([message.type ?? message.subject, target]);
    const lab = document.querySelector("#recurring");
    connect(lab);
    await lab.run({ weeks: 2 });
    send({ ns: "delivery-lab", v: 7, type: "getState", id: "early" }, location.origin);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const before = all.splice(0);
    send({ ns: "delivery-lab", v: 1, type: "hello", id: "a", payload: {} }, location.origin);
    send({ ns: "delivery-lab", v: 1, type: "getState", id: "b" }, location.origin);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await lab.run({ weeks: 3 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { before, after: all, origin: location.origin };
  });
  expect(new Set(sent.before.map(([kind]) => kind))).toEqual(new Set(["hello", "SPLICE.getState", "lti.frameResize"]));
  expect(sent.after.map(([kind]) => kind)).toEqual(expect.arrayContaining(["hello.response", "getState.response", "event"]));
  expect(new Set(sent.after.map(([, target]) => target))).toEqual(new Set([sent.origin]));
});

test("a platform that speaks SPLICE gives the learner's state back, and is told the score", async ({ page }) => {
  // A small course in place of the real one, so that this test stays as it is when that one grows.
  const file = (name) => new URL(`../course/${name}`, import.meta.url).pathname;
  await page.route("**/course/course.json", (route) => route.fulfill({ path: file("course.json") }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ path: file(route.request().url().split("/").pop()) }));
  const { around, of } = await openFramed(page);
  const platform = (stored) => `<!doctype html><title>Platform</title><link rel="icon" href="data:,">
    <iframe src="${of.origin}/lab/index.html?mode=lesson&lesson=count" title="Lab" width="900" height="600"></iframe>
    <script>
      globalThis.said = [];
      addEventListener("message", ({ source, data, origin }) => {
        if (!data?.subject) return;
        said.push(data);
        if (data.subject === "SPLICE.getState") source.postMessage({ subject: "SPLICE.getState.response", message_id: data.message_id, state: ${JSON.stringify(stored)} }, origin);
      });
    </script>`;
  const reports = () => page.evaluate(() => said.filter(({ subject }) => subject === "SPLICE.reportScoreAndState"));
  const inside = page.frameLocator("iframe");
  around.put("platform", platform(null));
  await page.goto(`${around.origin}/platform`);
  await inside.getByRole("button", { name: "Next", exact: true }).click();
  await expect.poll(async () => (await reports()).length).toBeGreaterThan(0);
  const { score, state } = (await reports()).at(-1);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(1);
  expect(state).toMatchObject({ version: 1, course: expect.any(String) });
  expect(JSON.stringify(state).length).toBeLessThan(8_192);
  expect(await page.evaluate(() => said.some(({ subject, name }) => subject === "SPLICE.sendEvent" && name === "delivery-lab-lesson-progress"))).toBe(true);
  // The browser keeps nothing for a frame of another site; the state brings the place back.
  const place = await inside.locator(".step-of").textContent();
  around.put("platform", platform(state));
  await page.goto(`${around.origin}/platform`);
  await expect(inside.locator(".step-of")).toHaveText(place);
  // What is no state is no reason to stop the learner.
  around.put("platform", platform({ version: 9, course: [1] }));
  await page.goto(`${around.origin}/platform`);
  await expect(inside.locator(".step-of")).toBeVisible();
});

test("a frame grows to what the lab needs, rests there, and follows its width", async ({ page }) => {
  const { lab } = await openFramed(page, { attach: "{ autoHeight: true }", style: "iframe { height: 200px }" });
  const height = () => page.locator("iframe").evaluate((frame) => frame.clientHeight);
  /** Until the height stays as it is; gives it. Were host and lab to push each other up, it never would. */
  const rested = async (least) => {
    const last = [];
    await expect.poll(async () => {
      last.push(await height());
      return last.at(-1) > least && last.length > 5 && new Set(last.slice(-5)).size === 1;
    }, { intervals: [500], timeout: 30_000 }).toBe(true);
    return last.at(-1);
  };
  const wide = await rested(500);
  expect(await lab.locator(".work").first().evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
  await page.locator("iframe").evaluate((frame) => (frame.style.width = "360px"));
  expect(await rested(wide)).toBeLessThan(3_000);
  await page.locator("iframe").evaluate((frame) => (frame.style.width = "960px"));
  await expect.poll(height).toBeLessThan(wide + 5);
  expect(await rested(500)).toBe(wide);
});

test("a host that did not ask is sent no events, no score and no heights of ours", async ({ page }) => {
  test.slow(); // The lab waits a quarter of a minute for an answer.
  const { around, of } = await openFramed(page);
  around.put("quiet", `<!doctype html><title>Quiet</title><link rel="icon" href="data:,">
    <script>globalThis.said = []; addEventListener("message", ({ data }) => said.push(data.type ?? data.subject));</script>
    <iframe src="${of.origin}/lab/index.html" title="Lab" width="900" height="600"></iframe>`);
  await page.goto(`${around.origin}/quiet`);
  await page.frameLocator("iframe").locator("delivery-lab").evaluate((lab) => lab.run({ weeks: 2 }));
  await expect.poll(() => page.evaluate(() => said)).toContain("lti.frameResize");
  await page.frameLocator("iframe").locator("delivery-lab").evaluate((lab) => {
    lab.dispatchEvent(new CustomEvent("delivery-lab-lesson-progress", { detail: { progress: 0.5 } }));
  });
  await page.waitForTimeout(15_500);
  expect(new Set(await page.evaluate(() => said))).toEqual(new Set(["hello", "SPLICE.getState", "lti.frameResize"]));
});

test("links and marked elements become frames by themselves", async ({ page }) => {
  const [around, of] = [await host(), await host({ name: "localhost" })];
  around.put("page", `<!doctype html><html lang="en"><title>Declared</title><link rel="icon" href="data:,">
    <p id="before"><a data-delivery-lab data-sample="birthday" data-weeks="3" id="linked" class="wide" href="${of.origin}/lab/index.html?mode=play">A birthday workflow</a></p>
    <div data-delivery-lab data-src="${of.origin}/lab/index.html" data-poster data-lang="sv" data-title="Ett labb" data-height="300"></div>
    <a data-delivery-lab href="javascript:alert(1)">Bad</a>
    <script type="module">import { upgrade, attach } from "/lab/host.js"; globalThis.host = { upgrade, attach };</script></html>`);
  await page.goto(`${around.origin}/page`);
  const frames = page.locator("iframe");
  await expect(frames).toHaveCount(3);
  await expect(frames.first()).toHaveAttribute("loading", "lazy");
  await expect(frames.first()).toHaveAttribute("title", "A birthday workflow");
  await expect(frames.first()).toHaveAttribute("src", /index\.html\?mode=play&sample=birthday&weeks=3$/);
  await expect(page.locator("#before > iframe#linked.wide")).toHaveCount(1);
  const box = await frames.first().boundingBox();
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
  expect((await frames.nth(1).boundingBox()).height).toBe(300);
  await expect(frames.nth(2)).toHaveAttribute("src", "about:blank");
  const scenario = await page.evaluate(() => host.attach(document.querySelector("#linked")).getScenario());
  expect(scenario.weeks).toBe(3);
  await expect(page.frameLocator("iframe >> nth=1").getByRole("button", { name: "Starta labbet" })).toBeVisible();
  expect(await page.evaluate(() => host.upgrade().length)).toBe(0);
});

test("a controller that is disposed of refuses what is open and hears no more", async ({ page }) => {
  await openFramed(page, { query: "?poster" });
  const outcome = await page.evaluate(async () => {
    await globalThis.lab.ready;
    const asked = globalThis.lab.getState();
    globalThis.lab.dispose();
    return asked.then(() => "answered", ({ message }) => message);
  });
  expect(outcome).toContain("disposed of");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Start the lab" }).click();
  await expect(frame.locator('[part="root"] > *').first()).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => heard.length)).toBe(0);
});
