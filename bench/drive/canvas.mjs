// Opens drawings and drags an activity in every canvas, in interleaved rounds, and prints one line of JSON.
//
// `cargo xtask bench canvas` builds what is measured, serves the pages and starts this.
import { loadavg } from "node:os";
import { open } from "./site.mjs";

const { BASE_URL, QUICK } = process.env;
const CANVASES = ["lab", "bpmn", "flow", "floor"];
const COUNTS = [60, 400];
const SLOWNESS = [1, 4];
const ROUNDS = QUICK ? 1 : 7;
const MOVES = 60;
const STEP = { x: 3, y: 1 };
/** How long a page is left alone before it is measured, in milliseconds. */
const REST = 800;

const say = (text) => process.stderr.write(`      ${text}\n`);
const idle = loadavg()[0];
const browser = await open();
const seen = new Map();

for (let round = 1; round <= ROUNDS; round += 1) {
  for (const count of COUNTS) {
    for (const slowness of SLOWNESS) {
      say(`round ${round} of ${ROUNDS}: ${count} activities, ${slowness} × slower`);
      // Another one begins each round, so that none always comes after the same.
      for (const at of CANVASES.keys()) {
        const who = CANVASES[(at + round) % CANVASES.length];
        const key = JSON.stringify({ workload: `${count} at ${slowness}`, who });
        if (!seen.has(key)) seen.set(key, []);
        seen.get(key).push(await measure(who, count, slowness).catch((error) => ({ failed: error.message.split("\n")[0] })));
      }
    }
  }
}

/** One canvas on a page of its own: opens a drawing and drags the activity in its middle. */
async function measure(who, count, slowness) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(BASE_URL);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    const metric = async (name) => {
      const { metrics } = await devtools.send("Performance.getMetrics");
      return metrics.find((metric) => metric.name === name).value;
    };
    await page.evaluate(async (who) => {
      globalThis.canvas = await import(`/${who}.mjs`);
      globalThis.seen = await import("/seen.mjs");
      await globalThis.canvas.start();
    }, who);
    await page.waitForTimeout(REST);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    const opening = await page.evaluate((count) => globalThis.canvas.open(count), count);
    await page.waitForTimeout(REST * slowness);
    const elements = await page.evaluate(() => globalThis.seen.elements(globalThis.canvas.find()));
    const dragging = await drag(page, devtools, () => metric("TaskDuration"));
    if (errors.length > 0) throw new Error(errors[0]);
    return { opening, elements, ...dragging };
  } finally {
    await page.close();
  }
}

/** Drags the activity in the middle to the side and back, at sixty moves a second whatever the page can show. */
async function drag(page, devtools, taskSeconds) {
  const place = await page.evaluate(() => globalThis.seen.central(globalThis.canvas.find()));
  const where = () => page.evaluate((at) => globalThis.seen.where(globalThis.canvas.find(), at), place);
  const from = await where();
  let at = from;
  const pointer = (type, buttons) => devtools.send("Input.dispatchMouseEvent", {
    type, ...at, buttons, button: type === "mouseMoved" && buttons === 0 ? "none" : "left", clickCount: type === "mouseMoved" ? 0 : 1,
  });
  const move = (step) => {
    at = { x: at.x + STEP.x * step, y: at.y + STEP.y * step };
    return pointer("mouseMoved", 1);
  };
  await pointer("mouseMoved", 0);
  await pointer("mousePressed", 1);
  // Beyond the distance at which each takes a press for a drag; that far it is dropped, where nothing else stands.
  for (let time = 0; time < 6; time += 1) await move(1);
  await page.waitForTimeout(200);
  await page.evaluate(() => globalThis.seen.count());
  const before = await taskSeconds();
  const start = performance.now();
  const sent = [];
  for (let time = 0; time < MOVES; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, start + (time * 1000) / 60 - performance.now()));
    sent.push(move(time < MOVES / 2 ? 1 : -1));
  }
  await Promise.all(sent);
  const beats = await page.evaluate(() => globalThis.seen.counted());
  const busy = (await taskSeconds()) - before;
  await pointer("mouseReleased", 0);
  await page.waitForTimeout(REST);
  const to = await where();
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  if (far < 10) throw new Error(`the activity moved by ${far.toFixed(0)} pixels only`);
  const gaps = beats.slice(1).map((beat, place) => beat - beats[place]).sort((a, b) => a - b);
  return { busy: (busy * 1000) / gaps.length, slow: gaps[Math.floor(gaps.length * 0.95)], frames: gaps.length };
}

const results = [...seen].map(([key, rounds]) => ({ ...JSON.parse(key), rounds }));
const chromium = browser.version();
await browser.close();
console.log(JSON.stringify({ chromium, node: process.version, load: { before: idle, after: loadavg()[0] }, results }));
