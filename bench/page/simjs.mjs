// As many events as `workload.rs` makes in SIM.JS: a hundred entities with a timer an hour, each followed by another.
import { load } from "./script.mjs";

await load("/vendor/simjs/sim.js");
const { Sim, Entity } = globalThis.Sim;

/** Runs `weeks` weeks of hourly launches. */
export function year({ weeks }) {
  let events = 0;
  class Scheduler extends Entity {
    start() {
      this.setTimer(3600).done(this.launch);
    }

    launch() {
      events += 1;
      this.setTimer(0).done(this.enter);
      this.setTimer(3600).done(this.launch);
    }

    enter() {
      events += 1;
    }
  }
  const start = performance.now();
  const sim = new Sim();
  for (let number = 0; number < 100; number += 1) sim.addEntity(Scheduler);
  sim.simulate(weeks * 604800);
  return { prepare: 0, run: performance.now() - start, outcome: { events } };
}
