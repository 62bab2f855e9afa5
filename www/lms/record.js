// Turns what the lab's events say into how things stand, in terms that every sink understands. Touches no page.

/**
 * How a learner stands. What is undefined is not known, and what was known of it stays.
 * @typedef {object} LabRecord
 * @property {string | undefined} location Where the learner is, such as `two-deliveries/3`.
 * @property {string | undefined} suspend What `setState({ version: 1, course })` takes; at most 4,096 characters.
 * @property {number | undefined} score 0 to 1.
 * @property {number} progress 0 to 1.
 * @property {boolean} completed
 * @property {boolean | undefined} passed Undefined while nothing can be said.
 * @property {number} seconds How long the page has been looked at.
 */
/**
 * One answer to one item.
 * @typedef {object} LabAnswer
 * @property {string} lesson
 * @property {string} item
 * @property {string} kind
 * @property {string} phase
 * @property {string} question
 * @property {"numeric" | "choice" | "performance"} type
 * @property {string[]} fields
 * @property {number[] | string | null} response
 * @property {{ id: string, text: string }[]} choices
 * @property {boolean | null} right Null while a prediction is locked and its run not seen.
 * @property {number[] | string | null} correct
 * @property {number | null} confidence 0 to 1.
 * @property {number} hints
 * @property {boolean} credit
 * @property {string} lang
 */

/** The most characters of `suspend`. */
export const MOST_SUSPEND = 4_096;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 4_000;
const MOST_PARTS = 36;
/** So small a difference of scores comes of their division. */
const HAIR = 1e-9;
/** The lab holds a pass mark in whole percent. */
const PERCENT = 0.01;

const TOUR = "tour";

/** What of the course is reported: all of it, one of its lessons, or whichever lesson is heard of first. */
export const WHOLE = Symbol("the whole course");
export const FIRST = Symbol("the first lesson that is heard of");

/** What an element is asked to show, as what is reported. @param {string | null} lesson @param {string} fragment */
export function scopeOf(lesson, fragment) {
  if (fragment.startsWith("#l=")) return FIRST;
  if (lesson === null || lesson === "") return WHOLE;
  return /[./:]/.test(lesson) ? FIRST : lesson;
}

/** Whether a name is that of a lesson; the short tour has no place that can be taken up. @param {unknown} name */
export const isLesson = (name) => typeof name === "string" && name !== "" && name !== TOUR;

export class Recorder {
  #scope; #mark; #clock;
  #location; #suspend; #score; #passed;
  #progress = 0;
  #completed = false;
  #hasHeard = false;

  /**
   * @param {{ scope: string | symbol, passMark?: number, clock?: () => number }} options `passMark`, 0 to 1, is the
   *   sink's and goes before the lab's own; `clock` gives the seconds.
   */
  constructor({ scope, passMark, clock = stopwatch() }) {
    [this.#scope, this.#mark, this.#clock] = [scope, passMark, clock];
  }

  /** Whether anything was heard of what is reported. */
  get hasHeard() { return this.#hasHeard; }

  /**
   * Takes in `lesson-progress` or `lesson-completed`.
   * @param {boolean} isEnd Whether a lesson was taken to its end.
   * @param {any} detail
   */
  hear(isEnd, detail) {
    const lesson = nameOf(detail?.lesson);
    if (lesson === undefined || (lesson === TOUR && this.#scope !== TOUR)) return;
    this.#hasHeard = true;
    this.take(detail.state);
    const step = share(detail.step, Number.MAX_SAFE_INTEGER);
    if (lesson !== "") this.#location = step === undefined ? lesson : `${lesson}/${Math.floor(step)}`;
    if (this.#scope === FIRST && isLesson(lesson)) this.#scope = lesson;
    if (this.#scope === WHOLE) this.#hearCourse(detail);
    else if (this.#scope === lesson) this.#hearLesson(isEnd, detail);
  }

  /** Takes in progress and place as one text, if they are one. @param {unknown} course */
  take(course) {
    if (typeof course === "string" && course !== "" && course.length <= MOST_SUSPEND) this.#suspend = course;
  }

  /** @returns {LabRecord} */
  record() {
    return {
      location: this.#location,
      suspend: this.#suspend,
      // Before the end, nothing right yet is no score: a platform may hold it against its mark and call it failed.
      score: this.#completed || this.#score ? this.#score : undefined,
      progress: this.#progress,
      completed: this.#completed,
      passed: this.#passed,
      seconds: this.#clock(),
    };
  }

  #hearCourse(detail) {
    const percent = share(detail.courseProgress, 100);
    if (percent !== undefined) this.#progress = percent / 100;
    this.#completed = this.#progress >= 1;
    this.#score = share(detail.courseScore) ?? this.#score;
    // Before the end it can be passed, but not failed yet.
    if (this.#hasPassed(detail)) this.#passed = true;
    else this.#passed = this.#completed ? false : undefined;
  }

  /** What the lab says; where it does not hold the learner to the platform's mark, the score at the end. */
  #hasPassed(detail) {
    const own = share(detail.passMark);
    const isHeld = this.#mark === undefined || (own !== undefined && Math.abs(own - this.#mark) < PERCENT);
    if (isHeld) return detail.passed === true;
    return this.#completed && this.#score !== undefined && this.#meets(this.#mark);
  }

  #hearLesson(isEnd, detail) {
    // A lesson that is opened again begins anew; what was reached stays reached.
    this.#completed ||= isEnd || detail.done === true;
    this.#progress = this.#completed ? 1 : Math.max(this.#progress, share(detail.progress) ?? 0);
    this.#score = share(detail.score) ?? this.#score;
    const mark = this.#mark ?? share(detail.passMark);
    const isKnown = this.#completed && this.#score !== undefined && mark !== undefined;
    if (isKnown) this.#passed = this.#meets(mark);
  }

  #meets(mark) {
    return this.#score >= mark - HAIR;
  }
}

/** What a stored text says a record was; a record is hostile once it has left the page. @returns {LabRecord | undefined} */
export function recordOf(value) {
  if (!value || typeof value !== "object") return undefined;
  const text = (given, most) => (typeof given === "string" && given.length <= most ? given : undefined);
  return {
    location: text(value.location, LONGEST_NAME + 20),
    suspend: text(value.suspend, MOST_SUSPEND),
    score: share(value.score),
    progress: share(value.progress) ?? 0,
    completed: value.completed === true,
    passed: typeof value.passed === "boolean" ? value.passed : undefined,
    seconds: share(value.seconds, Number.MAX_SAFE_INTEGER) ?? 0,
  };
}

/** The detail of `lesson-answered`, bounded; nothing where it names no item. @returns {LabAnswer | undefined} */
export function answerOf(detail) {
  const [lesson, item] = [nameOf(detail?.lesson), nameOf(detail?.item)];
  if (!lesson || !item) return undefined;
  const type = ["numeric", "choice", "performance"].find((known) => known === detail.type) ?? "performance";
  const truth = (value) => (typeof value === "boolean" ? value : null);
  return {
    lesson,
    item,
    type,
    kind: textOf(detail.kind, LONGEST_NAME),
    phase: textOf(detail.phase, LONGEST_NAME),
    question: textOf(detail.question, LONGEST_TEXT),
    fields: partsOf(detail.fields).map((field) => textOf(field, LONGEST_NAME)),
    response: responseOf(detail.response),
    choices: partsOf(detail.choices).map((choice) => ({
      id: textOf(choice?.id, LONGEST_NAME),
      text: textOf(choice?.text, LONGEST_TEXT),
    })),
    right: truth(detail.right),
    correct: responseOf(detail.correct),
    confidence: share(detail.confidence) ?? null,
    hints: share(detail.hints, 1_000) ?? 0,
    credit: detail.credit !== false,
    lang: textOf(detail.lang, 20),
  };
}

/** Counts the seconds in which the page is to be seen. @returns {() => number} */
export function stopwatch(page = globalThis.document) {
  const now = () => performance.now() / 1000;
  let [counted, since] = [0, page?.visibilityState === "hidden" ? undefined : now()];
  page?.addEventListener("visibilitychange", () => {
    const isHidden = page.visibilityState === "hidden";
    if (isHidden && since !== undefined) [counted, since] = [counted + now() - since, undefined];
    else if (!isHidden) since ??= now();
  });
  return () => counted + (since === undefined ? 0 : now() - since);
}

function responseOf(value) {
  if (typeof value === "string") return value.slice(0, LONGEST_TEXT);
  const numbers = partsOf(value).filter((part) => Number.isFinite(part));
  return numbers.length > 0 ? numbers : null;
}

const partsOf = (value) => (Array.isArray(value) ? value.slice(0, MOST_PARTS) : []);
const textOf = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
const nameOf = (value) => (typeof value === "string" && value.length <= LONGEST_NAME ? value : undefined);

/** A number between 0 and `most`; nothing where it is none. */
function share(value, most = 1) {
  return typeof value === "number" && Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : undefined;
}
