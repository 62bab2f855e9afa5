// A stand-in for the lab that plays back what a real one once said, connected to the platform by the real code.
import { start } from "/lms/start.js";

// When a browser is killed, nothing on the page hears of it. This listens first, so it can keep the others from hearing.
for (const type of ["pagehide", "visibilitychange", "beforeunload", "unload", "freeze"]) {
  for (const target of [globalThis, document]) {
    target.addEventListener(type, (event) => globalThis.isDead && event.stopImmediatePropagation(), true);
  }
}

/** Where the learner is: how many of the recorded events have happened. */
let place = 0;

class PlayedBack extends HTMLElement {
  async getState() {
    return { version: 1, course: parent.stream[place - 1]?.course };
  }

  async setState({ course }) {
    place = parent.stream.findIndex((moment) => moment.course === course) + 1;
    // As the lab does once it is where it was.
    if (place > 0) this.say();
  }

  /** Tells the last event again, or the next one. */
  say() {
    const { kind, detail } = parent.stream[place - 1];
    this.dispatchEvent(new CustomEvent(`delivery-lab-${kind}`, { bubbles: true, composed: true, detail }));
  }
}

customElements.define("delivery-lab", PlayedBack);
const lab = document.querySelector("delivery-lab");
globalThis.next = () => {
  place += 1;
  lab.say();
};
globalThis.place = () => place;
start(lab);
globalThis.isStarted = true;
