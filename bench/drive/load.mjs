// Loads every page in interleaved rounds, slowly and at full speed, and prints one line of JSON.
//
// `cargo xtask bench load` builds what is measured and starts this.
import { loadavg } from "node:os";
import { serve } from "./served.mjs";
import { open } from "./site.mjs";
import { follow } from "./traffic.mjs";
import { watch } from "./watch.mjs";

const { FOLDER, QUICK } = process.env;
const task = '.djs-shape[data-element-id="a1"]';
const node = '.react-flow__node[data-id="a1"]';
const bpmn = { seen: task, press: task, answer: `${task}.selected` };
/** What is something to see, what is clicked, and what is there once a click was answered. */
const PAGES = {
  lab: { seen: '.skeleton, [part="root"]', press: ".play:enabled", answer: '.play[aria-label="Pause"]' },
  modeler: bpmn,
  viewer: bpmn,
  flow: { seen: node, press: node, answer: `${node}.selected` },
  floor: { seen: "button", press: "button", answer: ".answered" },
};
/** How many times slower the processor is made, and the network: milliseconds, and bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CONDITIONS = [["slow", 4, SLOW_4G], ["full", 1, undefined]];
const ROUNDS = QUICK ? 1 : 5;
/** How long nothing must be fetched until everything has been, and the longest a page may take, in milliseconds. */
const [QUIET, LONGEST] = [2_000, 120_000];

const say = (text) => process.stderr.write(`      ${text}\n`);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const idle = loadavg()[0];
const server = await serve(FOLDER);
const browser = await open();
const seen = new Map();

// The first page that a browser opens pays for what it does once.
await visit("floor", ...CONDITIONS[1].slice(1));
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [workload, slowness, network] of CONDITIONS) {
    say(`round ${round} of ${ROUNDS}: ${workload}`);
    const names = Object.keys(PAGES);
    // Another one begins each round, so that none always comes after the same.
    for (const at of names.keys()) {
      const who = names[(at + round) % names.length];
      const key = JSON.stringify({ workload, who });
      if (!seen.has(key)) seen.set(key, []);
      seen.get(key).push(await visit(who, slowness, network).catch((error) => ({ failed: error.message.split("\n")[0] })));
    }
  }
}

/** A first visit to a page: nothing is kept from another. */
async function visit(who, slowness, network) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const devtools = await context.newCDPSession(page);
    const traffic = await follow(devtools);
    const { answered } = await clicker(devtools);
    await devtools.send("Page.enable");
    const source = `(${watch})(${JSON.stringify(PAGES[who])})`;
    await devtools.send("Page.addScriptToEvaluateOnNewDocument", { source });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    if (network) await devtools.send("Network.emulateNetworkConditions", network);
    server.forget();
    await page.goto(`${server.url}/${who}/`, { waitUntil: "commit" });
    await within(answered, () => errors[0] ?? "no click was answered");
    await within(untilQuiet(traffic), () => "it did not stop fetching");
    if (errors.length > 0) throw new Error(errors[0]);
    return { ...(await moments(page, traffic)), ...weights(traffic) };
  } finally {
    await context.close();
  }
}

/** Clicks where the page asks for it, as a mouse does; `answered` resolves once it says that a click was. */
async function clicker(devtools) {
  await devtools.send("Runtime.enable");
  await devtools.send("Runtime.addBinding", { name: "tell" });
  const answered = new Promise((resolve, reject) => devtools.on("Runtime.bindingCalled", ({ payload }) => {
    const { x, y } = JSON.parse(payload);
    if (x === undefined) return resolve();
    for (const type of ["mousePressed", "mouseReleased"]) {
      devtools.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 }).catch(reject);
    }
  }));
  // A page that could not be opened has nobody waiting for its answer.
  answered.catch(() => {});
  return { answered };
}

/** Waits until nothing is on its way, neither to the page nor to a worker of its site. */
async function untilQuiet(traffic) {
  // A worker begins only when the page has everything.
  let busy = performance.now();
  while (performance.now() - Math.max(busy, server.sent().last) < QUIET) {
    await pause(100);
    if (!traffic.isQuiet()) busy = performance.now();
  }
}

async function within(promise, reason) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(reason())), LONGEST); });
  await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** When what was there, in milliseconds, and what had come by the last of it, in thousands of bytes. */
async function moments(page, traffic) {
  const { long, seen, ready, first, paint } = await page.evaluate(() => {
    const [first, paint] = ["first-paint", "first-contentful-paint"].map((name) => performance.getEntriesByName(name)[0]?.startTime);
    return { ...globalThis.noted, first, paint };
  });
  const blocked = long.filter(([start]) => start < ready).reduce((sum, [, duration]) => sum + duration - 50, 0);
  // Nothing is seen before the browser has put a first frame on the screen.
  return { paint, seen: Math.max(seen, first ?? 0), ready, blocked, early: traffic.until(ready) / 1000 };
}

/** What was fetched, in thousands of bytes: by the page, by kind, and what a worker keeps for later. */
function weights(traffic) {
  const kinds = ["html", "scripts", "styles", "wasm", "others"].map((kind) => [kind, traffic.bytes(kind) / 1000]);
  const kept = Math.max(0, server.sent().bytes - traffic.bytes()) / 1000;
  return { requests: traffic.count(), all: traffic.bytes() / 1000, kept, ...Object.fromEntries(kinds) };
}

const results = [...seen].map(([key, rounds]) => ({ ...JSON.parse(key), rounds }));
const chromium = browser.version();
await browser.close();
server.close();
console.log(JSON.stringify({ chromium, node: process.version, load: { before: idle, after: loadavg()[0] }, results }));
