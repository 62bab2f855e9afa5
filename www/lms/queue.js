// Keeps what is to be sent until it has been taken: tries again, outlasts the page where storage is allowed, is bounded.

/**
 * What became of a batch: it was taken; it was not and may be tried again; it never will be and is dropped.
 * @typedef {"sent" | "later" | "never"} Outcome
 */
/**
 * Where texts can be kept by a key, each time with leave to refuse.
 * @typedef {{ read(key: string): string | null, write(key: string, text: string): boolean,
 *   remove(key: string): void, keys(): string[] }} Shelf
 */
/** @typedef {{ key?: string, value: any }} Entry */

/** How long to wait before trying again, in milliseconds, and how often to try by oneself. */
export const PAUSE = 2_000;
export const TRIES = 5;
/** The most that is kept: entries, and characters as they are stored. */
const MOST_ENTRIES = 200;
const MOST_SIGNS = 256 * 1024;
/** How many entries are sent at a stroke. */
const BATCH = 50;
/** How long what nobody came back for stays on the device, in milliseconds. */
const LONGEST_KEPT = 30 * 24 * 3_600_000;
const PREFIX = "delivery-lab/queue/";

/** The device's storage; in many frames it throws at the very touch, and then nothing is kept. @returns {Shelf} */
export function deviceShelf() {
  const attempt = (use, otherwise) => {
    try {
      return use(globalThis.localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key), null),
    write: (key, text) => attempt((storage) => (storage.setItem(key, text), true), false),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () => attempt((storage) => Object.keys(storage), []),
  };
}

export class Queue {
  /** @type {Entry[]} */ #entries = [];
  /** @type {Entry[]} */ #sending = [];
  #pass; // The pass that waits for an answer, if one does.
  #timer;
  #left;
  #isInTrouble = false;
  #isStored = false;
  #isStopped = false;
  #name; #send; #onTrouble; #shelf; #pause; #tries;
  #online = () => this.retry();

  /**
   * @param {object} options
   * @param {string} [options.name] Under which it outlasts the page. It must tell learners apart, or nobody else's
   *   device is this one; without it nothing is kept on the device.
   * @param {(values: any[]) => Outcome | Promise<Outcome>} options.send Sends a batch. Where it answers at once, so does
   *   the queue: that is what a page has time for when it is closed.
   * @param {(isInTrouble: boolean) => void} [options.onTrouble] Told when all tries have failed, and when one succeeds.
   * @param {Shelf} [options.shelf]
   * @param {number} [options.pause]
   * @param {number} [options.tries]
   */
  constructor({ name, send, onTrouble = () => {}, shelf = deviceShelf(), pause = PAUSE, tries = TRIES }) {
    this.#name = name === undefined ? undefined : PREFIX + name;
    this.#send = send;
    this.#onTrouble = onTrouble;
    this.#shelf = shelf;
    [this.#pause, this.#tries, this.#left] = [pause, tries, tries];
    this.#clear();
    this.#restore();
    globalThis.addEventListener?.("online", this.#online);
  }

  /** What waits, oldest first. */
  get waiting() { return this.#entries.map(({ value }) => value); }

  /** Whether what waits is on the device and outlasts the page. */
  get isKept() { return this.#isStored; }

  /**
   * Takes something in and sends all that waits; with `waits`, it goes along with what comes next. A value takes the
   * place of an earlier one with its `key` that has not gone out.
   * @param {any} value A plain value.
   * @param {{ key?: string, waits?: boolean }} [how]
   * @returns {Promise<boolean>} Whether nothing waits any more.
   */
  push(value, { key, waits = false } = {}) {
    if (key !== undefined) {
      this.#entries = this.#entries.filter((entry) => entry.key !== key || this.#sending.includes(entry));
    }
    this.#entries.push({ key, value });
    this.#bound();
    if (!waits) return this.flush();
    this.#keep();
    return Promise.resolve(false);
  }

  /** Tries at once. @returns {Promise<boolean>} Whether nothing waits any more. */
  flush() {
    clearTimeout(this.#timer);
    return this.#run();
  }

  /** Tries at once, and then as often as at first. */
  retry() {
    this.#left = this.#tries;
    return this.flush();
  }

  /** Drops what waits and `drops` says so. @param {(value: any) => boolean} drops */
  drop(drops) {
    this.#entries = this.#entries.filter(({ value }) => !drops(value));
    this.#keep();
  }

  /** Tries no more; what waits stays on the device. */
  stop() {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.("online", this.#online);
  }

  #run() {
    if (this.#pass) return this.#pass;
    while (this.#entries.length > 0) {
      const batch = this.#entries.slice(0, BATCH);
      const outcome = this.#attempt(batch);
      if (typeof outcome?.then === "function") return this.#wait(batch, outcome);
      if (!this.#settle(batch, outcome)) return Promise.resolve(false);
    }
    return Promise.resolve(true);
  }

  #attempt(batch) {
    try {
      return this.#send(batch.map(({ value }) => value));
    } catch {
      return "later";
    }
  }

  /** Waits for the answer to a batch; what comes meanwhile goes out after it. */
  #wait(batch, answer) {
    this.#sending = batch;
    // The page may go before the answer comes.
    this.#keep();
    this.#pass = Promise.resolve(answer).catch(() => "later").then((outcome) => {
      [this.#sending, this.#pass] = [[], undefined];
      return this.#settle(batch, outcome) ? this.#run() : false;
    });
    return this.#pass;
  }

  /** Whether to go on with the next batch. */
  #settle(batch, outcome) {
    if (outcome !== "sent" && outcome !== "never") {
      this.#keep();
      this.#again();
      return false;
    }
    this.#entries = this.#entries.filter((entry) => !batch.includes(entry));
    this.#keep();
    this.#left = this.#tries;
    if (outcome === "sent") this.#tell(false);
    return true;
  }

  #again() {
    if (this.#isStopped) return;
    if (this.#left <= 0) return this.#tell(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#left -= 1;
      this.#run();
    }, this.#pause);
  }

  #tell(isInTrouble) {
    if (this.#isInTrouble === isInTrouble) return;
    this.#isInTrouble = isInTrouble;
    this.#onTrouble(isInTrouble);
  }

  /** Where there is too much, what has no key goes first: a record of how things stand says more than how they came. */
  #bound() {
    while (this.#entries.length > MOST_ENTRIES) {
      const place = this.#entries.findIndex((entry) => entry.key === undefined && !this.#sending.includes(entry));
      this.#entries.splice(Math.max(place, 0), 1);
    }
  }

  #keep() {
    if (this.#name === undefined) return;
    if (this.#entries.length === 0) {
      if (this.#isStored) this.#shelf.remove(this.#name);
      this.#isStored = false;
      return;
    }
    for (let kept = this.#entries; kept.length > 0; kept = kept.slice(Math.ceil(kept.length / 2))) {
      const text = JSON.stringify({ version: 1, at: Date.now(), entries: kept });
      if (text.length > MOST_SIGNS) continue;
      const isStored = this.#shelf.write(this.#name, text);
      // What is older and stays where the newer was refused must not be taken for it.
      if (!isStored) this.#shelf.remove(this.#name);
      this.#isStored = isStored;
      return;
    }
  }

  /** Takes up what an earlier page left behind. */
  #restore() {
    const text = this.#name === undefined ? null : this.#shelf.read(this.#name);
    if (text === null) return;
    this.#isStored = true;
    this.#entries = entriesOf(text);
    if (this.#entries.length === 0) this.#keep();
  }

  /** Forgets what was kept too long ago, whoever it was of: nobody comes back for it. */
  #clear() {
    for (const key of this.#shelf.keys()) {
      if (key.startsWith(PREFIX) && isOld(this.#shelf.read(key))) this.#shelf.remove(key);
    }
  }
}

/** The entries of a stored text; none where it is none. @returns {Entry[]} */
function entriesOf(text) {
  const stored = parsed(text);
  if (stored?.version !== 1 || !Array.isArray(stored.entries)) return [];
  const entries = stored.entries.filter((entry) => entry && typeof entry === "object" && "value" in entry);
  return entries.slice(-MOST_ENTRIES).map(({ key, value }) => ({ key: typeof key === "string" ? key : undefined, value }));
}

function isOld(text) {
  const at = parsed(text)?.at;
  return !(typeof at === "number" && at > Date.now() - LONGEST_KEPT);
}

function parsed(text) {
  if (typeof text !== "string" || text.length > 2 * MOST_SIGNS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
