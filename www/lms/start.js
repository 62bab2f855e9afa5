// Connects the lab of a page with what it can report to: takes up where the learner was, and tells how far they get.
import { languageOf } from "../element.js";
import { find } from "./find.js";
import { Line } from "./line.js";
import { FIRST, Recorder, answerOf, isLesson, scopeOf } from "./record.js";
import { Refusal } from "./refusals.js";

/** @typedef {import("./find.js").Found} Found */
/** @typedef {import("./scorm.js").Resumed} Resumed */
/** @typedef {import("./record.js").LabRecord} LabRecord */
/** @typedef {import("./record.js").LabAnswer} LabAnswer */
/**
 * @typedef {{ name: string, isKept?: boolean, open(): Promise<Resumed>, report(record: LabRecord): Promise<void>,
 *   answered(answer: LabAnswer): Promise<void>, close(record: LabRecord): Promise<void>, isDone?(): boolean }} Sink
 */

/** How often, and how long after each other, a platform is asked that does not answer. */
const TRIES = 5;
const PAUSE = 2_000;
/** How long after a change the place is noted, and after an answer it is reported if nothing else is. */
const SOON = 1_000;
/** How often it is reported while nothing happens: the time goes on. */
const SELDOM = 10 * 60_000;
/** The lowest pass mark that the lab takes. */
const LEAST_MARK = 0.5;
const EVENT = "delivery-lab-";
/** A lab reports to one place: the first that was found or given. */
const connected = new WeakSet();

/**
 * Connects the lab with what the page can report to; to be called before the lab opens. Tells whether there is anything.
 * @param {HTMLElement} lab
 * @param {Found} [found] What a host gave by a message, such as `{ kind: "xapi", config }`; else it is looked for.
 * @returns {boolean}
 */
export function start(lab, found = find()) {
  if (!found || connected.has(lab)) return false;
  connected.add(lab);
  // The platform keeps this learner's progress; what others left on this device is not shown, nor written over.
  lab.setAttribute("keep", "off");
  const isAsked = ["mode", "lesson", "sample", "scenario"].some((name) => lab.hasAttribute(name));
  if (!isAsked) lab.setAttribute("mode", "lesson");
  new Connection(lab, found).connect();
  return true;
}

/** Loads the code of what was found, and nothing else. @returns {Promise<Sink>} */
async function sinkOf(found, options) {
  if (found.kind === "scorm") return (await import("./scorm.js")).openScorm(found, options);
  if (found.kind === "cmi5") return (await import("./cmi5.js")).openCmi5(found.address, options);
  return (await import("./xapi.js")).openXapi(found.config, options);
}

class Connection {
  #lab; #found;
  #line = new Line();
  /** @type {Sink | undefined} */ #sink;
  /** @type {Recorder | undefined} */ #recorder;
  /** @type {Resumed | undefined} */ #resumed;
  #isHeard = false; // Whether a lesson was heard of, also before the learner's place was taken up.
  #isResumed = false;
  #early; // What was heard last before the learner's place was taken up.
  #timer;
  #isOwing = false; // Whether the timer is to report, and not only to note the place.

  constructor(lab, found) {
    [this.#lab, this.#found] = [lab, found];
    lab.addEventListener(`${EVENT}lesson-progress`, ({ detail }) => this.#hear(false, detail));
    lab.addEventListener(`${EVENT}lesson-completed`, ({ detail }) => this.#hear(true, detail));
    lab.addEventListener(`${EVENT}lesson-answered`, ({ detail }) => this.#hearAnswer(detail));
    for (const type of ["changed", "run"]) lab.addEventListener(EVENT + type, () => this.#soon());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#report());
    addEventListener("pagehide", () => this.#close());
    // A page that comes back from the browser's memory was closed to the platform.
    addEventListener("pageshow", ({ persisted }) => persisted && this.connect());
    setInterval(() => this.#report(), SELDOM);
  }

  /** Opens the sink, with patience, and takes up where the learner was. */
  async connect() {
    for (let left = TRIES; ; left -= 1) {
      try {
        const lesson = this.#lab.getAttribute("lesson") ?? undefined;
        const sink = await sinkOf(this.#found, { lesson, onTrouble: (isInTrouble) => this.#tell(isInTrouble) });
        this.#resumed = await sink.open();
        this.#sink = sink;
        break;
      } catch (error) {
        if (error instanceof Refusal) return this.#line.say(error);
        console.info(`The learning platform does not answer. ${error?.message ?? ""}`);
        if (left === 0) return this.#line.say("silent");
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
    await this.#resume(this.#resumed);
  }

  /** @param {Resumed} resumed */
  async #resume({ suspend, lang, sound, passMark, mayReport, returnURL }) {
    const lab = this.#lab;
    this.#line.offerReturn(returnURL, () => this.#leave());
    this.#line.finish(!mayReport);
    if (!lab.hasAttribute("lang") && languageOf(lang)) lab.setAttribute("lang", languageOf(lang));
    const scope = scopeOf(lab.getAttribute("lesson"), location.hash);
    this.#recorder = new Recorder({ scope, passMark });
    this.#recorder.take(suspend);
    // A lesson from elsewhere has to be there before progress in it can be taken up.
    while (suspend && scope === FIRST && !this.#isHeard) await heard(lab, `${EVENT}lesson-progress`);
    await customElements.whenDefined("delivery-lab");
    // What happened before the lab is where the learner was does not count.
    this.#isResumed = true;
    // Who begins has no other place than the one that the lab may have told of while the platform was being asked.
    if (!suspend && this.#early) this.#hear(...this.#early);
    // The lab holds the learner to the platform's mark, where it is one that cannot be met by guessing.
    const states = [suspend && { course: suspend }, passMark >= LEAST_MARK && { passMark }, sound !== undefined && { sound }];
    for (const state of states.filter(Boolean)) {
      // Another program may have written it; the lab does without it then.
      await lab.setState({ version: 1, ...state }).catch((error) => console.info(error.message));
    }
  }

  #hear(isEnd, detail) {
    this.#isHeard ||= isLesson(detail?.lesson);
    if (!this.#isResumed) return void (this.#early = [isEnd, detail]);
    this.#recorder.hear(isEnd, detail);
    // With progress and place in the event itself, it is reported before anything else can happen to the page.
    void (typeof detail.state === "string" ? this.#send() : this.#report());
  }

  #hearAnswer(detail) {
    const answer = this.#isResumed ? answerOf(detail) : undefined;
    if (!answer) return;
    this.#sink?.answered(answer).catch(() => {});
    this.#isOwing = true;
    this.#soon();
  }

  /** Notes the place, and reports how things stand. */
  async #report() {
    if (!this.#isResumed || !this.#recorder?.hasHeard) return;
    await this.#note();
    await this.#send();
  }

  /** Reports how things stand, as far as it is noted. */
  async #send() {
    clearTimeout(this.#timer);
    this.#isOwing = false;
    const record = this.#recorder?.record();
    if (!record) return;
    // What the sink cannot send it keeps; a fault of its own must not disturb the lab.
    await this.#sink?.report(record).catch((error) => (error instanceof Refusal ? this.#line.say(error) : console.info(error.message)));
    this.#line.finish(!this.#resumed?.mayReport || (this.#sink?.isDone?.() ?? record.completed));
  }

  /** Notes progress and place, so that they are at hand when the page is closed and nothing can be waited for. */
  async #note() {
    try {
      this.#recorder?.take((await this.#lab.getState()).course);
    } catch {
      // The lab is gone; what was noted last counts.
    }
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.#isOwing ? this.#report() : this.#note()), SOON);
  }

  /** Ends the visit while the page is still there, and waits until all has arrived. */
  async #leave() {
    await this.#note();
    await this.#sink?.close(this.#recorder?.record());
  }

  #close() {
    clearTimeout(this.#timer);
    this.#isResumed = false;
    const [sink, recorder] = [this.#sink, this.#recorder];
    [this.#sink, this.#recorder] = [undefined, undefined];
    if (sink && recorder) sink.close(recorder.record()).catch(() => {});
  }

  #tell(isInTrouble) {
    if (!isInTrouble) this.#line.say(undefined);
    else this.#line.say(this.#sink?.isKept ? "kept" : "fleeting");
  }
}

/** The next event of a kind. */
function heard(target, type) {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}
