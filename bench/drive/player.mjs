// Plays in every player, in interleaved rounds, and prints one line of JSON.
//
// `cargo xtask bench player` builds what is measured, serves the pages and starts this.
import { loadavg } from "node:os";
import { open } from "./site.mjs";

const { BASE_URL, QUICK } = process.env;
const PLAYERS = ["lab", "tokens", "floor"];
/** Activities, and about how many tokens travel between them: three on each transition. */
const COUNTS = [[80, 228], [700, 1995]];
const SLOWNESS = [1, 4];
const ROUNDS = QUICK ? 1 : 7;
/** How long it plays before it is measured, and how long it is measured, in milliseconds. */
const [REST, LONG] = [1_000, 2_000];

const say = (text) => process.stderr.write(`      ${text}\n`);
const idle = loadavg()[0];
const browser = await open();
const seen = new Map();

for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [count, tokens] of COUNTS) {
    for (const slowness of SLOWNESS) {
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

/** One player on a page of its own. */
async function measure(who, count, slowness) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
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
    await page.waitForTimeout(REST);
    await page.evaluate((count) => globalThis.player.play(count), count);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.waitForTimeout(REST);
    await page.evaluate(() => globalThis.seen.count());
    const before = await taskSeconds();
    await page.waitForTimeout(LONG);
    const busy = (await taskSeconds()) - before;
    const beats = await page.evaluate(() => globalThis.seen.counted());
    if (!(await page.evaluate(() => globalThis.player.isPainted()))) throw new Error("no token is to be seen");
    if (errors.length > 0) throw new Error(errors[0]);
    const gaps = beats.slice(1).map((beat, place) => beat - beats[place]).sort((a, b) => a - b);
    const frames = gaps.length;
    return { busy: (busy * 1000) / frames, slow: gaps[Math.floor(frames * 0.95)], rate: (frames * 1000) / (beats.at(-1) - beats[0]) };
  } finally {
    await page.close();
  }
}

const results = [...seen].map(([key, rounds]) => ({ ...JSON.parse(key), rounds }));
const chromium = browser.version();
await browser.close();
console.log(JSON.stringify({ chromium, node: process.version, load: { before: idle, after: loadavg()[0] }, results }));
