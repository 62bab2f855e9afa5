// Brings statements and the learner's document to a store: in order, again where it failed, all at once on leaving.
import { keptOf } from "./kept.js";
import { Queue } from "./queue.js";

/** The name of the learner's document with the store. */
const DOCUMENT = "delivery-lab";
/** The most statements that go at a stroke, by their size in characters: less than a browser sends on leaving. */
const MOST_AT_ONCE = 48_000;

export class Outbox {
  #store; #where; #queue; #onTaken;
  #hasDocuments = true; // Not every store has documents; statements it has.
  #problem; // The last thing that went wrong.

  /**
   * @param {object} means
   * @param {ReturnType<import("./lrs.js").createStore>} means.store
   * @param {object} means.where The activity, the agent and the registration of the document.
   * @param {string} means.name Tells learner and course apart on the device.
   * @param {(statement: object) => void} [means.onTaken] Told of each statement that the store has.
   * @param {(isInTrouble: boolean) => void} [means.onTrouble] Told when trying again did not help, and when it did.
   */
  constructor({ store, where, name, onTaken = () => {}, onTrouble = () => {} }) {
    this.#store = store;
    this.#where = { ...where, stateId: DOCUMENT };
    this.#onTaken = onTaken;
    this.#queue = new Queue({ name, send: (values) => this.#send(values), onTrouble });
    this.#queue.drop((value) => !isOurs(value));
  }

  /** The last thing that went wrong, for good or not. */
  get problem() { return this.#problem; }

  /** Whether what waits outlasts the page. */
  get isKept() { return this.#queue.isKept; }

  /**
   * The newer of what the store and the device have kept of the last visit.
   * @returns {Promise<import("./kept.js").Kept|undefined>}
   */
  async open() {
    const theirs = keptOf(await this.#store.state(this.#where));
    const ours = keptOf(this.#queue.waiting.findLast(({ document }) => document)?.document);
    if (ours && (!theirs || ours.at > theirs.at)) return ours;
    this.#queue.drop(({ document }) => document);
    return theirs;
  }

  /** Forgets statements of an earlier visit that did not arrive. */
  forgetStatements() { this.#queue.drop(({ statement }) => statement); }

  /** Takes in a statement, which goes with the next `flush`. */
  add(statement) { this.#queue.push({ statement }, { waits: true }); }

  /** Takes in the document in place of the last, which goes with the next `flush`. */
  keep(document) {
    this.#queue.push({ document: { version: 1, at: Date.now(), ...document } }, { key: "document", waits: true });
  }

  /** Sends what waits. @returns {Promise<boolean>} Whether everything has arrived. */
  flush() { return this.#queue.retry(); }

  /**
   * Sends what waits at once, also what may be under way: the page is being left, and a store takes nothing twice.
   * @returns {Promise<boolean>} Whether everything has arrived.
   */
  async leave() {
    const waiting = this.#queue.waiting;
    if ((await this.#send(waiting)) === "later") {
      // Where the page stays after all, it tries again by itself.
      void this.#queue.retry();
      return false;
    }
    this.#queue.drop((value) => waiting.includes(value));
    return this.#queue.waiting.length === 0 || this.leave();
  }

  /** All requests go out before anything is waited for: a page that is left has no later. */
  async #send(values) {
    const statements = values.flatMap(({ statement }) => statement ?? []);
    const document = values.findLast((value) => value.document)?.document;
    const outcomes = await Promise.all([...parcels(statements).map((parcel) => this.#post(parcel)), this.#put(document)]);
    return outcomes.includes("later") ? "later" : "sent";
  }

  /** Stores statements. Where the store refuses them for good, one by one, so that a bad one takes no other with it. */
  async #post(statements) {
    try {
      await this.#store.post(statements);
    } catch (error) {
      this.#problem = error;
      if (error.isPassing || error.status === 401) return "later";
      if (statements.length > 1) return this.#postEach(statements);
      // A conflict means that the store has a statement of this id: one that may be there only once.
      if (error.status !== 409) {
        console.warn(`The record store refused “${statements[0].verb.id}”: ${error.message}`);
        return "never";
      }
    }
    statements.forEach(this.#onTaken);
    return "sent";
  }

  async #postEach(statements) {
    for (const statement of statements) {
      if ((await this.#post([statement])) === "later") return "later";
    }
    return "sent";
  }

  async #put(document) {
    if (!document || !this.#hasDocuments) return "sent";
    try {
      await this.#store.keep(this.#where, document);
    } catch (error) {
      if (error.isPassing || error.status === 401) {
        this.#problem = error;
        return "later";
      }
      this.#hasDocuments = false;
    }
    return "sent";
  }
}

/** Whether a value is one that this file put into the queue: it may come from a device that holds anything. */
const isOurs = (value) => typeof value?.statement?.verb?.id === "string" || keptOf(value?.document) !== undefined;

/** Statements in parcels, in order, each small enough to be sent while the page is left. */
function parcels(statements) {
  const made = [];
  let size = Infinity;
  for (const statement of statements) {
    const own = JSON.stringify(statement).length;
    size += own;
    if (size > MOST_AT_ONCE) {
      made.push([]);
      size = own;
    }
    made.at(-1).push(statement);
  }
  return made;
}
