// Plays in every player, in interleaved rounds, and prints one line of JSON.
//
// `cargo xtask bench player` builds what is measured, serves the pages and starts this.
import { loadavg } from "node:os";
import { open } from "./site.mjs";

const { BASE_URL, QUICK } = process.env;
const PLAYERS = ["lab", "tokens", "floor"];
/** Activities, and about how many tokens travel between them: three on each transition. */
const COUNTS = [[8, 21], [35, 99], [176, 501], [700, 1995]];
/** How many times slower the processor is made: the slow one shows what is left where nothing else keeps pace. */
const SLOWNESS = [[1, 0], [4, 99]];
/** How many log rows there are at least to be gone through, and how many frames that is measured. */
const [ROWS, TURNS] = [1_000_000, 240];
const ROUNDS = QUICK ? 1 : 7;
/** How long it plays before it is measured, and how long it is measured, in milliseconds. */
const [REST, LONG] = [1_000, 2_000];

const say = (text) => process.stderr.write(`      ${text}\n`);
const idle = loadavg()[0];
const browser = await open();
const seen = new Map();

for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [count, tokens] of COUNTS) {
    for (const [slowness, least] of SLOWNESS.filter(([, least]) => tokens >= least)) {
      say(`round ${round} of ${ROUNDS}: ${tokens} tokens, ${slowness} × slower`);
      // Another one begins each round, so that none always comes after the same.
      for (const at of PLAYERS.keys()) {
        const who = PLAYERS[(at + round) % PLAYERS.length];
        const key = JSON.stringify({ workload: `${tokens} at ${slowness}`, who });
        if (!seen.has(key)) seen.set(key, []);
        seen.get(key).push(await measure(who, count, slowness).catch((error) => ({ failed: error.message.split("\n")[0] })));
      }
    }
  }
}

for (let round = 1; round <= ROUNDS; round += 1) {
  say(`round ${round} of ${ROUNDS}: ${ROWS} log rows`);
  const key = JSON.stringify({ workload: "rows", who: "lab" });
  if (!seen.has(key)) seen.set(key, []);
  seen.get(key).push(await goThroughRows().catch((error) => ({ failed: error.message.split("\n")[0] })));
}

/** A page of its own with a player, and the time of its tasks in seconds. */
async function opened(who) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(BASE_URL);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const taskSeconds = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === "TaskDuration").value;
  };
  await page.evaluate(async (who) => {
    globalThis.player = await import(`/${who}.mjs`);
    globalThis.seen = await import("/seen.mjs");
    await globalThis.player.start();
  }, who);
  return { page, errors, devtools, taskSeconds };
}

/** What the frames between these moments came to. */
function framed(beats, busy, long) {
  const gaps = beats.slice(1).map((beat, place) => beat - beats[place]).sort((a, b) => a - b);
  const frames = gaps.length;
  return {
    busy: (busy * 1000) / frames,
    slow: gaps[Math.floor(frames * 0.95)],
    rate: (frames * 1000) / (beats.at(-1) - beats[0]),
    longest: Math.max(0, ...long),
  };
}

/** The log of one delivery, a page further with each frame, and now and then to its other end. */
async function goThroughRows() {
  const { page, errors, taskSeconds } = await opened("lab");
  try {
    const rows = await page.evaluate((rows) => globalThis.player.openRows(rows), ROWS);
    if (rows < ROWS) throw new Error(`only ${rows} rows`);
    await page.waitForTimeout(REST);
    const before = await taskSeconds();
    const { beats, long, turned } = await page.evaluate(async (turns) => {
      const { seen, player } = globalThis;
      seen.watchTasks();
      seen.count();
      const shown = [];
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise(requestAnimationFrame);
        shown.push(player.turn(turn));
      }
      const turned = shown.filter((top, at) => at > 0 && top !== shown[at - 1]).length;
      return { beats: await seen.counted(), long: seen.longTasks(), turned };
    }, TURNS);
    if (turned < TURNS - 2) throw new Error(`only ${turned} of ${TURNS} pages were seen`);
    if (errors.length > 0) throw new Error(errors[0]);
    return framed(beats, (await taskSeconds()) - before, long);
  } finally {
    await page.close();
  }
}

/** One player on a page of its own. */
async function measure(who, count, slowness) {
  const { page, errors, devtools, taskSeconds } = await opened(who);
  try {
    await page.waitForTimeout(REST);
    await page.evaluate((count) => globalThis.player.play(count), count);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.waitForTimeout(REST);
    await page.evaluate(() => {
      globalThis.seen.watchTasks();
      globalThis.seen.count();
    });
    const before = await taskSeconds();
    await page.waitForTimeout(LONG);
    const busy = (await taskSeconds()) - before;
    const [beats, long] = await page.evaluate(async () => [await globalThis.seen.counted(), globalThis.seen.longTasks()]);
    if (!(await page.evaluate(() => globalThis.player.isPainted()))) throw new Error("no token is to be seen");
    if (errors.length > 0) throw new Error(errors[0]);
    return framed(beats, busy, long);
  } finally {
    await page.close();
  }
}

const results = [...seen].map(([key, rounds]) => ({ ...JSON.parse(key), rounds }));
const chromium = browser.version();
await browser.close();
console.log(JSON.stringify({ chromium, node: process.version, load: { before: idle, after: loadavg()[0] }, results }));
