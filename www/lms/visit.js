// What cmi5 and plain xAPI have in common: one visit of a learner, told in statements, each achievement once.
import { uuidOf } from "./ids.js";
import { standingOf } from "./kept.js";
import { Outbox } from "./outbox.js";
import { Refusal } from "./refusals.js";
import { answerOf, createClock, durationOf, extended, PROGRESS, questionId, rounded, scoreOf, statementOf } from "./statements.js";

/**
 * How a learner stands, as the page reports it at milestones.
 * @typedef {object} Report
 * @property {string} location
 * @property {string} suspend
 * @property {number} [score] From 0 to 1.
 * @property {number} progress From 0 to 1.
 * @property {boolean} completed
 * @property {boolean} [passed] By the course's own rule; nothing while that is open.
 * @property {number} seconds What this visit has taken.
 */

export class Visit {
  /** @type {import("./kept.js").Kept} */
  kept = { seconds: 0, told: { completed: false, passed: false, failed: undefined } };
  /** The mark that a platform set, from 0 to 1. */
  masteryScore;
  /** The context that every statement has at least. */
  template = {};
  now = createClock();
  isOver = false;
  #commits = new Map(); // The statement of each prediction that waits for its run.
  #added = new Set(); // What may be told once and has been, in this visit.
  #document; // How the learner stands now.
  #percent = 0;
  #lastDone = Date.now();

  /**
   * @param {object} means
   * @param {ReturnType<import("./lrs.js").createStore>} means.store
   * @param {string} means.kind Tells the sinks apart on the device.
   * @param {URL} means.endpoint
   * @param {object} means.actor
   * @param {object} means.course The activity that it is all about.
   * @param {string} [means.registration]
   * @param {(isInTrouble: boolean) => void} [means.onTrouble]
   */
  constructor({ store, kind, endpoint, actor, course, registration, onTrouble }) {
    Object.assign(this, { store, actor, course, registration });
    this.where = { activityId: course.id, agent: JSON.stringify(actor), ...(registration && { registration }) };
    const name = `${kind}/${uuidOf(endpoint.href, ...Object.values(this.where))}`;
    const onTaken = (statement) => this.#taken(statement);
    this.outbox = new Outbox({ store, where: this.where, name, onTaken, onTrouble });
  }

  /** How the learner stands, as far as it is known. */
  get standing() { return this.#document?.standing ?? this.kept.standing; }

  /** Takes up what an earlier visit left. */
  resume(kept) {
    this.kept = kept;
    this.#percent = percentOf(kept.standing ?? {});
  }

  /** Tells how the learner stands. What does not arrive waits, and is tried again. */
  async report(record) {
    this.note(record);
    await this.outbox.flush();
  }

  /** Tells what the learner answered. A judgement refers to the statement of its prediction. */
  async answered(answer) {
    const question = questionId(answer, this.course.id);
    const seconds = this.#sinceLast();
    const told = answerOf(answer, { activity: this.course.id, seconds, before: this.#commits.get(question) });
    const { id } = this.tell("answered", told);
    if (answer.phase === "answered" && answer.right === null) this.#commits.set(question, id);
    else this.#commits.delete(question);
    await this.outbox.flush();
  }

  /** Sends everything at once. */
  async leave() {
    if (!(await this.outbox.leave())) throw new Refusal("later", this.outbox.problem?.message ?? "");
  }

  /** Takes down how the learner stands, and tells what has changed. */
  note(record) {
    const standing = this.#standingOf(record);
    const seconds = this.kept.seconds + (Number.isFinite(record.seconds) ? Math.max(0, record.seconds) : 0);
    this.tellStanding(standing, seconds);
    const { suspend = this.kept.suspend, location = this.kept.location } = record;
    this.#document = { suspend, location, seconds, standing };
    this.#keep();
  }

  /** A record and what was reached before it: a page that has just opened has not heard of everything. */
  #standingOf(record) {
    const [now, before] = [standingOf(record), this.kept.standing];
    return {
      score: now.score ?? before?.score,
      progress: Math.max(now.progress, before?.progress ?? 0),
      completed: now.completed || before?.completed === true,
      passed: now.passed ?? before?.passed,
    };
  }

  /** Tells what a learner has achieved and how far they are, as far as it is new. */
  tellStanding(standing, seconds) {
    const { told } = this.kept;
    const duration = durationOf(seconds);
    if (standing.completed) this.#tellOnce("completed", { completion: true, duration });
    if (this.verdictOn(standing) === true) this.#tellOnce("passed", { success: true, ...scored(standing), duration });
    const percent = percentOf(standing);
    if (told.completed || standing.completed || percent === this.#percent) return;
    this.#percent = percent;
    this.tell("progressed", { result: { extensions: { [PROGRESS]: percent } } });
  }

  /** Tells that the learner did not pass: only on leaving, since until then they may still do better. */
  tellFailure() {
    const { standing, kept: { told } } = this;
    const isFinal = standing.completed && this.verdictOn(standing) === false && told.failed !== standing.score;
    if (!isFinal || told.passed || this.#added.has("passed")) return;
    const duration = durationOf(this.#document.seconds);
    this.tellJudged("failed", { success: false, ...scored(standing), duration });
    told.failed = standing.score;
    this.#keep();
  }

  /**
   * Whether the learner has passed; nothing while that is open. By the platform's mark where it set one, else by the
   * course's own rule.
   */
  verdictOn({ score, completed, passed }) {
    const isJudged = completed || passed === true;
    if (!isJudged) return undefined;
    if (this.masteryScore === undefined) return passed;
    return score === undefined ? undefined : rounded(score) >= this.masteryScore;
  }

  /** Adds a statement. */
  tell(verb, parts) {
    const statement = this.made(verb, parts);
    this.outbox.add(statement);
    return statement;
  }

  /** A statement about the learner and the course, in the context that all have. */
  made(verb, { id, object = this.course, result, context = {}, timestamp = this.now() } = {}) {
    const whole = extended(this.template, { ...(this.registration && { registration: this.registration }), ...context });
    const filled = Object.keys(whole).length > 0 ? whole : undefined;
    return statementOf({ id, actor: this.actor, verb, object, result, context: filled, timestamp });
  }

  /** Adds a statement of an achievement. */
  tellJudged(verb, result, id) { this.tell(verb, { id, result }); }

  /** The id of a statement that there may be one of for a learner's enrolment. */
  onceId(verb) { return uuidOf(verb, ...Object.values(this.where)); }

  #tellOnce(verb, result) {
    if (this.kept.told[verb] || this.#added.has(verb)) return;
    this.#added.add(verb);
    this.tellJudged(verb, result, this.onceId(verb));
  }

  /** Only once the store has it is it told: a page that dies before that has it told again. */
  #taken({ id }) {
    const verb = ["completed", "passed"].find((known) => id === this.onceId(known));
    if (!verb) return;
    this.kept.told[verb] = true;
    this.#keep();
  }

  #keep() {
    if (this.#document) this.outbox.keep({ ...this.#document, told: this.kept.told });
  }

  #sinceLast() {
    const before = this.#lastDone;
    this.#lastDone = Date.now();
    return (this.#lastDone - before) / 1000;
  }
}

const scored = ({ score }) => (score === undefined ? {} : { score: scoreOf(score) });
const percentOf = ({ progress = 0 }) => Math.floor(progress * 100 + 1e-9);
