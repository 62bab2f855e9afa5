// Reports to an LMS by SCORM 1.2 or 2004: one course of action, with the names of the two versions in a table.
import { idOf, interactionOf } from "./interactions.js";
import { Queue } from "./queue.js";
import { answerOf, recordOf } from "./record.js";
import { strict } from "./strict.js";
import { tolerant } from "./tolerant.js";

/** @typedef {import("./find.js").FoundScorm} FoundScorm */
/** @typedef {import("./record.js").LabRecord} LabRecord */
/** @typedef {import("./record.js").LabAnswer} LabAnswer */
/** @typedef {import("./strict.js").Problem} Problem */
/**
 * What a sink gives when it opens.
 * @typedef {{ suspend?: string, location?: string, mayReport: boolean, lang?: string, sound?: boolean, passMark?: number,
 *   returnURL?: string }} Resumed
 */

/** How far a status is; a status is never taken back. */
const RANKS = {
  "": 0, unknown: 0, "not attempted": 0, browsed: 0, incomplete: 1, failed: 1, completed: 2, passed: 3,
};

/** What the versions call things, and how they write them. */
const FORMS = {
  "1.2": {
    mode: "cmi.core.lesson_mode",
    credit: "cmi.core.credit",
    entry: "cmi.core.entry",
    learner: "cmi.core.student_id",
    lang: "cmi.student_preference.language",
    location: ["cmi.core.lesson_location", 255],
    suspend: ["cmi.suspend_data", 4_096],
    mark: ["cmi.student_data.mastery_score", 100],
    score: ["cmi.core.score.raw", 100],
    /** Elements of the score that go with it, and where it says whether the LMS has them. */
    scores: ["cmi.core.score", [["min", () => "0"], ["max", () => "100"]]],
    statuses: ["cmi.core.lesson_status"],
    statusOf: ({ completed, passed }) => [statusOf12(completed, passed)],
    time: ["cmi.core.session_time", span12],
    ending: ["cmi.core.exit", ""],
  },
  2004: {
    mode: "cmi.mode",
    credit: "cmi.credit",
    entry: "cmi.entry",
    learner: "cmi.learner_id",
    lang: "cmi.learner_preference.language",
    location: ["cmi.location", 1_000],
    suspend: ["cmi.suspend_data", 64_000],
    mark: ["cmi.scaled_passing_score", 1],
    score: ["cmi.score.scaled", 1],
    scores: ["cmi.score", [["raw", (score) => decimal(score * 100)], ["min", () => "0"], ["max", () => "100"]]],
    statuses: ["cmi.completion_status", "cmi.success_status"],
    // Some LMSs lock out who has failed, so nobody fails: it is passed, or not yet.
    statusOf: ({ completed, passed }) => [completed ? "completed" : "incomplete", passed ? "passed" : "unknown"],
    progress: "cmi.progress_measure",
    time: ["cmi.session_time", span2004],
    ending: ["cmi.exit", "normal"],
  },
};

/**
 * @param {FoundScorm} found
 * @param {{ onTrouble?: (isInTrouble: boolean) => void, onProblem?: (problem: Problem) => void,
 *   shelf?: import("./queue.js").Shelf }} [options]
 */
export function openScorm(found, options = {}) {
  return new ScormSink(found, options);
}

class ScormSink {
  #api; #version; #form; #options;
  /** @type {Queue | undefined} */ #queue;
  /** What was written, by element: what is there already is not written again. */
  #written = new Map();
  /** How far the LMS says that the statuses are, the best score that it has, and the progress. */
  #ranks = [0, 0];
  #best = -1;
  #progress = 0;
  #mark; // The LMS's own, 0 to 1.
  #base = ""; // What the LMS has of the suspended state.
  #entries = new Map(); // The index of each answer that was written, and of each item that waits for its verdict.
  #count = 0;
  #offered = []; // What of an interaction the LMS keeps.
  #mayReport = false;
  #isOpen = false;

  constructor({ api, version }, options) {
    const onProblem = options.onProblem ?? (({ sentence }) => console.warn(`SCORM ${version}: ${sentence}`));
    this.#api = strict(tolerant(api, version), version, onProblem);
    [this.#version, this.#form, this.#options] = [version, FORMS[version], options];
  }

  get name() { return `SCORM ${this.#version}`; }

  /** Whether what waits to be sent outlasts the page. */
  get isKept() { return this.#queue?.isKept ?? false; }

  /** Begins, and tells where the learner is. @returns {Promise<Resumed>} */
  async open() {
    if (this.#api.initialize("") !== "true") throw new Error(`The LMS refused to begin (SCORM error ${this.#api.error()}).`);
    this.#isOpen = true;
    const form = this.#form;
    const [mode, credit, entry] = [form.mode, form.credit, form.entry].map((name) => this.#api.get(name));
    this.#mayReport = mode !== "review" && mode !== "browse" && credit !== "no-credit";
    this.#ranks = form.statuses.map((name) => RANKS[this.#api.get(name)] ?? 0);
    this.#best = this.#number(form.score) ?? -1;
    this.#progress = (form.progress && this.#number([form.progress, 1])) ?? 0;
    this.#base = this.#api.get(form.suspend[0]);
    this.#mark = this.#number(form.mark);
    const resumed = {
      suspend: this.#base || undefined,
      location: this.#api.get(form.location[0]) || undefined,
      mayReport: this.#mayReport,
      lang: this.#api.get(form.lang) || undefined,
      passMark: this.#mark,
    };
    if (!this.#mayReport) return resumed;
    this.#offered = this.#api.get("cmi.interactions._children").split(",").map((name) => name.trim());
    this.#count = Number(this.#api.get("cmi.interactions._count")) || 0;
    this.#queue = this.#makeQueue();
    const left = this.#takeUp(entry);
    // An LMS that does not hear of a beginning may forget everything when the page is lost.
    this.#push(left ?? { completed: false, seconds: 0 });
    return { ...resumed, suspend: left?.suspend ?? resumed.suspend, location: left?.location ?? resumed.location };
  }

  /** Writes how things stand, and has it kept. @param {LabRecord} record */
  async report(record) {
    if (this.#mayReport && this.#isOpen) await this.#push(record);
  }

  /** Takes an answer along with the next report. @param {LabAnswer} answer */
  async answered(answer) {
    if (this.#mayReport && this.#isOpen) await this.#queue.push({ kind: "answer", answer, at: Date.now() }, { waits: true });
  }

  /**
   * Writes how things stand for the last time. All of it is done when this returns, not when its promise is kept.
   * @param {LabRecord} record
   */
  close(record) {
    if (!this.#isOpen) return Promise.resolve();
    const reported = this.report(record);
    this.#isOpen = false;
    this.#queue?.stop();
    this.#api.terminate("");
    return reported;
  }

  #push(record) {
    return this.#queue.push({ kind: "record", record, base: this.#base }, { key: "record" });
  }

  /** What waits is kept for this learner alone; where the LMS does not say who that is, not beyond the page. */
  #makeQueue() {
    this.#queue?.stop();
    const learner = this.#api.get(this.#form.learner);
    const name = learner === "" ? undefined : `scorm/${hash(`${learner}\n${globalThis.location?.pathname ?? ""}`)}`;
    const { onTrouble, shelf } = this.#options;
    return new Queue({ name, onTrouble, send: (values) => this.#send(values), ...(shelf && { shelf }) });
  }

  /**
   * What an earlier page could not send. It is newer than what the LMS has only where the LMS still has what that page
   * began from; else the learner was elsewhere meanwhile, and of it only what was achieved counts.
   * @returns {LabRecord | undefined}
   */
  #takeUp(entry) {
    const kept = this.#queue.waiting.filter((value) => value?.kind === "record").at(-1);
    const record = recordOf(kept?.record);
    // Its place is taken by what is made of it; another attempt begins from nothing.
    const isOther = entry === "ab-initio" && this.#base === "" && kept?.base !== "";
    this.#queue.drop((value) => value?.kind !== "answer" || isOther);
    if (!record || isOther) return undefined;
    const isNewer = kept.base === this.#base;
    return { ...record, seconds: 0, ...(!isNewer && { suspend: undefined, location: undefined }) };
  }

  /** @param {any[]} values @returns {import("./queue.js").Outcome} */
  #send(values) {
    const isWritten = values.map((value) => (value?.kind === "answer" ? this.#writeAnswer(value) : this.#writeRecord(value?.record)));
    const isKept = this.#api.commit("") === "true";
    if (isKept) this.#base = this.#written.get(this.#form.suspend[0]) ?? this.#base;
    return isKept && isWritten.every(Boolean) ? "sent" : "later";
  }

  /** Whether everything that an LMS must take was taken. */
  #writeRecord(record) {
    const form = this.#form;
    const { location, suspend, completed, progress, seconds } = record;
    const done = [this.#setText(form.location, location), this.#setText(form.suspend, suspend), this.#writeScore(record)];
    form.statusOf(record).forEach((status, place) => done.push(this.#writeStatus(status, place)));
    this.#progress = Math.max(this.#progress, progress ?? 0);
    if (form.progress) this.#set(form.progress, decimal(this.#progress));
    const [[time, span], [exit, ending]] = [form.time, form.ending];
    // Set each time, since nobody knows which time is the last.
    this.#set(exit, completed ? ending : "suspend");
    done.push(this.#set(time, span(seconds)));
    return done.every(Boolean);
  }

  #setText([element, most], text) {
    return text === undefined || this.#set(element, text.slice(0, most));
  }

  /** A score is not lowered: whoever takes a lesson again keeps what was reached. */
  #writeScore(record) {
    const { score } = record;
    if (score === undefined || score <= this.#best || !this.#isFair(record)) return true;
    const [[element, whole], [parent, others]] = [this.#form.score, this.#form.scores];
    if (!this.#set(element, decimal(score * whole))) return false;
    this.#best = score;
    const offered = this.#api.get(`${parent}._children`);
    for (const [name, value] of others) {
      if (offered === "" || offered.includes(name)) this.#set(`${parent}.${name}`, value(score));
    }
    return true;
  }

  /**
   * Where the LMS has a mark it judges by the score alone: it calls failed whoever leaves with less, and shows the lesson
   * for review only from then on. So it hears of a score once that leads it to what is so; until then the score is in
   * the suspended state.
   */
  #isFair({ score, completed, passed }) {
    if (this.#mark === undefined) return true;
    return score >= this.#mark ? passed === true : completed && passed !== true;
  }

  #writeStatus(status, place) {
    const rank = RANKS[status];
    if (rank <= this.#ranks[place]) return true;
    if (!this.#set(this.#form.statuses[place], status)) return false;
    this.#ranks[place] = rank;
    return true;
  }

  /** An LMS that keeps no interactions loses nothing that counts. */
  #writeAnswer(value) {
    // What comes from an earlier page was on the device, where anything may have become of it.
    const [answer, at] = [answerOf(value.answer), new Date(value.at)];
    const isSuch = answer !== undefined && !Number.isNaN(at.getTime());
    if (!isSuch || this.#offered.length < 2 || this.#entries.has(value)) return true;
    const elements = interactionOf(this.#version, answer, at);
    const index = this.#entries.get(idOf(answer)) ?? this.#count;
    for (const [name, text] of elements) {
      if (this.#offered.includes(name.split(".")[0])) this.#set(`cmi.interactions.${index}.${name}`, text);
    }
    if (index === this.#count && this.#written.has(`cmi.interactions.${index}.id`)) this.#count += 1;
    this.#entries.set(value, index);
    // The verdict on a locked prediction goes into its entry; the next answer to the item gets one of its own.
    if (answer.right === null) this.#entries.set(idOf(answer), index);
    else this.#entries.delete(idOf(answer));
    return true;
  }

  #set(element, value) {
    if (this.#written.get(element) === value) return true;
    if (this.#api.set(element, value) !== "true") return false;
    this.#written.set(element, value);
    return true;
  }

  /** A number that the LMS has, as a share of the whole; nothing where it has none. */
  #number([element, whole]) {
    const text = this.#api.get(element).trim();
    const value = Number(text) / whole;
    return text !== "" && value >= 0 && value <= 1 ? value : undefined;
  }
}

/** One status says both. Not passed is not yet passed: some LMSs lock out who has failed. */
function statusOf12(completed, passed) {
  if (passed === true) return "passed";
  return completed && passed === undefined ? "completed" : "incomplete";
}

/** At most four decimals, never rounded up to a mark that was not reached. */
function decimal(value) {
  return String(Math.floor(value * 10_000 + 1e-6) / 10_000);
}

function span12(seconds) {
  const [hours, minutes, rest] = parts(seconds);
  const two = (value) => String(value).padStart(2, "0");
  return `${String(Math.min(hours, 9_999)).padStart(4, "0")}:${two(minutes)}:${two(rest)}`;
}

function span2004(seconds) {
  const [hours, minutes, rest] = parts(seconds);
  return `PT${hours}H${minutes}M${rest}S`;
}

function parts(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
}

/** A name for a text that does not show it. */
function hash(text) {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
