// Delivery Lab's engine as wasm: times a simulated year, reads at random moments, and the floor.
import init, { Lab, floor as draw } from "/bound/delivery_lab_bench.js";

const wasm = await init({ module_or_path: "/bound/delivery_lab_bench_bg.wasm" });

/** Simulates one year; with `seeks`, reads all figures at so many random moments afterwards. */
export function year({ kind, size, weeks, seeks = 0 }) {
  const start = performance.now();
  const lab = new Lab(kind, size, weeks);
  const prepared = performance.now();
  lab.run();
  const ran = performance.now();
  let seekMost = 0;
  for (let number = 0; number < seeks; number += 1) {
    const before = performance.now();
    lab.seek(number, number + 1);
    seekMost = Math.max(seekMost, performance.now() - before);
  }
  // A page's clock ticks in tenths of a millisecond; all reads together are timed more finely than one.
  const before = performance.now();
  lab.seek(0, seeks);
  const seek = seeks ? (performance.now() - before) / seeks : 0;
  const outcome = JSON.parse(lab.outcome());
  lab.free();
  const memory = wasm.memory.buffer.byteLength;
  return { prepare: prepared - start, run: ran - prepared, seek, seekMost, outcome, memory };
}

/** Runs as many events as `simjs.mjs`, and hardly any message. */
export function events({ weeks }) {
  const lab = new Lab("events", 10, weeks);
  const start = performance.now();
  const events = lab.events();
  const run = performance.now() - start;
  lab.free();
  return { run, outcome: { events } };
}

/** Draws one key a message and counts. */
export function floor({ size, weeks }) {
  const start = performance.now();
  draw(size, weeks);
  return { run: performance.now() - start };
}
