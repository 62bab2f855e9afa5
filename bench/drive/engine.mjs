// Measures in interleaved rounds and prints one line of JSON: contestants, their times, what they came to.
//
// `cargo xtask bench engine` builds what is measured, serves the pages and starts this.
import { loadavg } from "node:os";
import { contestant, native, open } from "./site.mjs";

const { NATIVE, QUICK } = process.env;
const Y1 = { size: 10_000, weeks: 52 };
const Y2 = { size: 1_000_000, weeks: 52 };
const Y3 = { size: 1_000_000, weeks: 520 };
const MIDDLE = { size: 200_000, weeks: 52 };
const KINDS = ["recurring", "incremental"];
const EVENT_WEEKS = 52;
const FIT = [
  [10_000, 52], [10_000, 520], [100_000, 52], [200_000, 104], [100_000, 520], [1_000_000, 52], [1_000_000, 156],
].map(([size, weeks]) => ({ size, weeks }));

const idle = loadavg()[0];
const results = [];
const say = (text) => process.stderr.write(`      ${text}\n`);
const browser = await open();
const program = native(NATIVE);

/** Runs every contestant once a round, so that a slow minute of the machine hits all of them alike. */
async function rounds(workload, count, contestants) {
  const seen = new Map(contestants.map(([who]) => [who, []]));
  for (let round = 1; round <= count; round += 1) {
    say(`${workload}: round ${round} of ${count}`);
    for (const [who, measure] of contestants) {
      try {
        seen.get(who).push(await measure());
      } catch (error) {
        seen.get(who).push({ failed: error.message.split("\n")[0] });
      }
    }
  }
  for (const [who, rounds] of seen) results.push({ workload, who, rounds });
}

/** The lab on a fresh page, so that the memory it reports is that of this workload alone. */
async function fresh(job) {
  const page = await contestant(browser, "lab");
  try {
    return await page.call("year", job);
  } finally {
    await page.close();
  }
}

const seeks = 200;
const nativeYear = (kind, { size, weeks }) => () => program.call("year", kind, size, weeks, seeks);
const nativeFloor = ({ size, weeks }) => () => program.call("floor", size, weeks);

const [lab, sqljs, duckdb, simjs] = await Promise.all(
  ["lab", "sqljs", "duckdb", "simjs"].map((module) => contestant(browser, module)),
);
const webYear = (kind, scale) => () => lab.call("year", { kind, ...scale, seeks });

say("warming up");
const warm = { size: 1_000, weeks: 8 };
for (let time = 0; time < 3; time += 1) {
  for (const kind of KINDS) await Promise.all([lab.call("year", { kind, ...warm }), nativeYear(kind, warm)()]);
  await lab.call("floor", warm);
  await lab.call("events", { weeks: 1 });
}
for (const page of [sqljs, duckdb, simjs]) await page.call("year", warm);

await rounds("Y1", 9, [
  ...KINDS.flatMap((kind) => [
    [`${kind}, native`, nativeYear(kind, Y1)],
    [`${kind}, wasm`, webYear(kind, Y1)],
  ]),
  ["floor, native", nativeFloor(Y1)],
  ["floor, wasm", () => lab.call("floor", Y1)],
  ["sql.js", () => sqljs.call("year", Y1)],
  ["duckdb-wasm", () => duckdb.call("year", Y1)],
]);
await rounds("events", 5, [
  ["engine, native", () => program.call("events", EVENT_WEEKS)],
  ["engine, wasm", () => lab.call("events", { weeks: EVENT_WEEKS })],
  ["simjs", () => simjs.call("year", { weeks: EVENT_WEEKS })],
]);

if (!QUICK) {
  await rounds("200,000 × 52", 3, [
    ["recurring, native", nativeYear("recurring", MIDDLE)],
    ["recurring, wasm", webYear("recurring", MIDDLE)],
    ["sql.js", () => sqljs.call("year", MIDDLE)],
    ["duckdb-wasm", () => duckdb.call("year", MIDDLE)],
  ]);
  for (const page of [sqljs, duckdb, simjs]) await page.close();
  await rounds("Y2", 5, [
    ...KINDS.flatMap((kind) => [
      [`${kind}, native`, nativeYear(kind, Y2)],
      [`${kind}, wasm`, () => fresh({ kind, ...Y2, seeks })],
    ]),
    ["floor, native", nativeFloor(Y2)],
    ["floor, wasm", () => lab.call("floor", Y2)],
  ]);
  for (const scale of FIT) {
    await rounds(`fit ${scale.size} × ${scale.weeks}`, 3, [
      ["recurring, native", nativeYear("recurring", scale)],
      ["recurring, wasm", () => fresh({ kind: "recurring", ...scale })],
    ]);
  }
  await rounds("Y3", 1, [
    ...KINDS.flatMap((kind) => [
      [`${kind}, native`, nativeYear(kind, Y3)],
      [`${kind}, wasm`, () => fresh({ kind, ...Y3, seeks: 20 })],
    ]),
    ["floor, native", nativeFloor(Y3)],
    ["floor, wasm", () => lab.call("floor", Y3)],
  ]);
}

program.close();
const chromium = browser.version();
await browser.close();
console.log(JSON.stringify({ chromium, node: process.version, load: { before: idle, after: loadavg()[0] }, results }));
