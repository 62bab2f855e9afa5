// Guards an LMS's SCORM interface: what breaks a rule of the standard is refused here and never reaches the LMS.
import { ACHIEVED, ELEMENTS } from "./elements.js";
import { PATTERNS_2004, RESPONSES_12, RESPONSES_2004 } from "./formats.js";

/** @typedef {import("./find.js").Version} Version */
/** @typedef {import("./tolerant.js").Api} Api */
/**
 * What a call did wrong.
 * @typedef {"before-initialize" | "already-initialized" | "after-terminate" | "argument" | "not-text" | "unknown-element"
 *   | "read-only" | "write-only" | "index-gap" | "depends" | "not-for-credit" | import("./formats.js").FormatRule} Rule
 */
/**
 * @typedef {{ rule: Rule, call: string, element: string, value: string, code: string, sentence: string }} Problem
 */

/** The error codes of the two versions. @type {Record<Version, Record<Rule, string>>} */
const CODES = {
  "1.2": {
    "before-initialize": "301", "already-initialized": "101", "after-terminate": "301", argument: "201", "not-text": "201",
    "unknown-element": "401", "read-only": "403", "write-only": "404", "index-gap": "201", depends: "201",
    "not-for-credit": "403", vocabulary: "405", format: "405", range: "405", "too-long": "405",
  },
  2004: {
    "before-initialize": "301", "already-initialized": "103", "after-terminate": "113", argument: "201", "not-text": "201",
    "unknown-element": "401", "read-only": "404", "write-only": "405", "index-gap": "351", depends: "408",
    "not-for-credit": "404", vocabulary: "406", format: "406", range: "407", "too-long": "406",
  },
};
const RESPONSES = {
  "1.2": { response: RESPONSES_12, pattern: RESPONSES_12 },
  2004: { response: RESPONSES_2004, pattern: PATTERNS_2004 },
};
/** How much of a wrong value is shown, which may be somebody's answer, and of a wrong element. */
const SHOWN = 40;
const SHOWN_ELEMENT = 120;

/** A call that breaks a rule; thrown inside this file alone. */
class Refusal {
  constructor(rule, why) {
    [this.rule, this.why] = [rule, why];
  }
}

/**
 * @param {Api} api An interface under the names of tolerant.js.
 * @param {Version} version
 * @param {(problem: Problem) => void} onProblem
 * @returns {Api}
 */
export function strict(api, version, onProblem) {
  const guard = new Guard(version);
  let code = "0";
  const refused = (call, element, value, { rule, why }) => {
    code = CODES[version][rule];
    const what = element === "" ? call : `${call} of ${element}`;
    onProblem({ rule, call, element, value: shown(value), code, sentence: `${what} was refused: ${why}.` });
  };
  /** A call that checks, then calls the LMS, then notes what is so from now on. */
  const guarded = (role, check, note = () => {}, otherwise = "false") => (...given) => {
    try {
      check(...given);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const [element, value] = role === "get" || role === "set" ? given : ["", given[0]];
      refused(role, shown(element, SHOWN_ELEMENT), value ?? "", refusal);
      return otherwise;
    }
    const answer = api[role](...given);
    code = undefined;
    note(answer, ...given);
    return answer;
  };
  return {
    initialize: guarded("initialize", (argument) => guard.begins(argument), (answer) => guard.began(answer)),
    terminate: guarded("terminate", (argument) => guard.isOpen(argument), () => guard.ended()),
    commit: guarded("commit", (argument) => guard.isOpen(argument)),
    get: guarded("get", (element) => guard.gets(element), (answer, element) => guard.got(element, answer), ""),
    set: guarded("set", (element, value) => guard.sets(element, value), (answer, ...given) => guard.was(answer, ...given)),
    // After a call that was let through, the LMS knows best.
    error: () => code ?? api.error(),
  };
}

/** What has happened so far, and what may happen next. */
class Guard {
  #version;
  #stage = "before";
  /** How many entries each list has, such as `cmi.interactions` or `cmi.interactions.0.objectives`. */
  #counts = new Map();
  /** What was set of the entries, such as `cmi.interactions.0.type`. */
  #held = new Map();
  #isForCredit = true;

  constructor(version) {
    this.#version = version;
  }

  begins(argument) {
    if (this.#stage === "open") throw new Refusal("already-initialized", "it was initialised before");
    if (this.#stage === "after") throw new Refusal("after-terminate", "it was terminated before");
    emptyText(argument);
  }

  began(answer) {
    // Where the LMS says no, it may be asked again.
    if (answer === "true") this.#stage = "open";
  }

  isOpen(argument) {
    if (this.#stage === "before") throw new Refusal("before-initialize", "it was not initialised yet");
    if (this.#stage === "after") throw new Refusal("after-terminate", "it was terminated before");
    emptyText(argument);
  }

  ended() {
    this.#stage = "after";
  }

  gets(element) {
    this.isOpen("");
    const { access } = this.#element(element);
    if (access === "w") throw new Refusal("write-only", "it can only be written");
  }

  got(element, answer) {
    if (/^cmi\.(core\.lesson_)?mode$/.test(element) && /^(review|browse)$/.test(answer)) this.#isForCredit = false;
    if (/^cmi\.(core\.)?credit$/.test(element) && answer === "no-credit") this.#isForCredit = false;
    const list = element.match(/^(.*)\._count$/)?.[1];
    if (list && /^\d{1,6}$/.test(answer)) this.#counts.set(list, Number(answer));
  }

  sets(element, value) {
    this.isOpen("");
    const { access, format, after } = this.#element(element);
    if (access === "r") throw new Refusal("read-only", "it can only be read");
    if (typeof value !== "string") throw new Refusal("not-text", "a value must be a text");
    if (!this.#isForCredit && ACHIEVED[this.#version].test(element)) {
      throw new Refusal("not-for-credit", "this launch is a review or not for credit, so nothing that was achieved may change");
    }
    this.#indices(element);
    const entry = element.match(/^cmi\.\w+\.\d+/)?.[0] ?? "";
    if (after && !this.#held.has(`${entry}.${after}`) && !this.#isOld(entry)) {
      throw new Refusal("depends", `${entry}.${after} must be set before`);
    }
    const type = this.#held.get(`${entry}.type`);
    const check = typeof format === "string" ? RESPONSES[this.#version][format][type] : format;
    const fault = check?.(value);
    if (fault) throw new Refusal(fault.rule, fault.why);
  }

  was(answer, element, value) {
    if (answer !== "true") return;
    for (const [list, index] of indexed(element)) {
      if (index >= this.#count(list)) this.#counts.set(list, index + 1);
    }
    if (/\.\d+\.(id|type)$/.test(element)) this.#held.set(element, value);
  }

  #element(element) {
    if (typeof element !== "string") throw new Refusal("not-text", "an element must be a text");
    const pattern = element.replace(/\.(0|[1-9]\d{0,5})(?=\.)/g, ".n");
    const found = element.includes(".n.") ? undefined : ELEMENTS[this.#version].get(pattern);
    if (!found) throw new Refusal("unknown-element", `SCORM ${this.#version} has no such element`);
    return found;
  }

  /** Each index must be of an entry that is there, or the next one. */
  #indices(element) {
    for (const [list, index] of indexed(element)) {
      const count = this.#count(list);
      if (index > count) throw new Refusal("index-gap", `the next free index of ${list} is ${count}`);
    }
  }

  #count(list) {
    return this.#counts.get(list) ?? 0;
  }

  /** An entry of an earlier session: its id is with the LMS. */
  #isOld(entry) {
    return !this.#held.has(`${entry}.id`) && indexed(`${entry}.id`).every(([list, index]) => index < this.#count(list));
  }
}

/** The lists of an element with their indices: `cmi.interactions` 2 of `cmi.interactions.2.id`. */
function indexed(element) {
  return [...element.matchAll(/\.(\d+)(?=\.)/g)].map((match) => [element.slice(0, match.index), Number(match[1])]);
}

function emptyText(argument) {
  if (argument !== "") throw new Refusal("argument", "its argument must be an empty text");
}

function shown(value, most = SHOWN) {
  const text = typeof value === "string" ? value : `(${typeof value})`;
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
